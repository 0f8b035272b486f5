import { nameWords } from './matching.ts';

/**
 * What somebody typed into the one box, told apart: a reference, a telephone, or words of a name with or without a year of birth.
 * `number`: eleven digits, as a national number has; no file holds one, and none is read as a date or an age.
 */
export type Sought =
  | { readonly kind: 'nothing' | 'number' }
  | { readonly kind: 'reference'; readonly reference: string }
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'person'; readonly words: readonly string[]; readonly birthYear: number | undefined };

const REFERENCE = /^20\d\d-[0-9A-HJKMNP-TV-Z]{6}$/;
const DATE = /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](\d{4})|(\d{4})-\d{1,2}-\d{1,2}|(1[89]\d\d|20\d\d))(?!\d)/;
const PHONE_DIGITS = 8;
const NATIONAL_DIGITS = 11;

/** Pure: nothing is looked up, so that what is told of a term tells nothing of what there is. */
export function readTerm(typed: string): Sought {
  const text = typed.normalize('NFC').trim();
  const reference = text.toUpperCase();
  if (REFERENCE.test(reference)) return { kind: 'reference', reference };
  const bare = text.replace(/[\s.\-()]/g, '');
  const digits = bare.replace(/^(?:\+|00)47(?=\d{8}$)/, '');
  if (/^\d+$/.test(digits) && digits.length === NATIONAL_DIGITS) return { kind: 'number' };
  if (/^\d+$/.test(digits) && digits.length === PHONE_DIGITS && !DATE.test(text)) return { kind: 'phone', phone: digits };
  const date = DATE.exec(text);
  const year = date === null ? undefined : Number(date[1] ?? date[2] ?? date[3]);
  const words = nameWords(text.replace(DATE, ' '));
  return words.length === 0 && year === undefined ? { kind: 'nothing' } : { kind: 'person', words, birthYear: year };
}
