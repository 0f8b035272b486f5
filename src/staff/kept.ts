import { createHash } from 'node:crypto';
import { isUuid } from '../kernel/ids.ts';
import { DAY_MS } from '../kernel/time.ts';

/** A form as somebody left it: on which showing of which page, where it would have gone, and every field as it was typed. */
export type KeptForm = { readonly page: string; readonly path: string; readonly action: string; readonly pairs: readonly (readonly [string, string])[] };

/** After this it is forgotten: what was typed on a Friday is there on Monday, and after a week's holiday (decision 0074). Milliseconds. */
export const KEPT_FOR_MS = 7 * DAY_MS;
/** A person has few texts under way; the oldest beyond these are let go. */
export const MOST_KEPT = 20;

/** The id under which a form of a page is kept: the same each time it is kept anew, another for another form of the page. */
export function keptId(page: string, action: string): string {
  const raw = createHash('sha256').update(`${page} ${action.split('?')[0]}`).digest().subarray(0, 16);
  raw[6] = ((raw[6] ?? 0) & 0x0f) | 0x40;
  raw[8] = ((raw[8] ?? 0) & 0x3f) | 0x80;
  return raw.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const ABOUT = /^\/[a-z-]+\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?]|$)/;
const IN_MEETING = /^\/teammote\/[^/]+\/sak\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?]|$)/;

/** The id of what a page is of, as its address says it; undefined for a page of its own. */
export function aboutOf(path: string): string | undefined {
  return ABOUT.exec(path)?.[1];
}

/** The case that a form on the screen of a meeting is about, as the address says to which it would have gone; undefined for any other form. */
export function caseInMeeting(action: string): string | undefined {
  return IN_MEETING.exec(action)?.[1];
}

/** What a code, a reference or a moment is written with. */
const NO_WORDS = /^[A-Z0-9_.:-]*$/;

/** Whether a person wrote anything, in whichever script and however loud: a form of buttons, codes, days and ids alone is quickly filled in again. */
export function hasWords(pairs: KeptForm['pairs']): boolean {
  return pairs.some(([, value]) => /\p{L}/u.test(value) && !NO_WORDS.test(value) && !isUuid(value));
}

/** Whether every word of a form was sent in this one, field by field; codes and days may have been answered otherwise since. */
export function isWithin(form: Pick<KeptForm, 'action' | 'pairs'>, sent: Pick<KeptForm, 'action' | 'pairs'>): boolean {
  const place = ({ action }: Pick<KeptForm, 'action'>) => action.split('?')[0];
  const said = (name: string, text: string) => sent.pairs.some(([other, value]) => other === name && value.trim() === text.trim());
  return place(form) === place(sent) && form.pairs.every(([name, text]) => !hasWords([[name, text]]) || said(name, text));
}
