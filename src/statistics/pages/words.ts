import { CASE_TYPE } from '../../cases/codes.ts';
import type { Lang } from '../../kernel/texts.ts';
import { toMs, type Day, type Instant } from '../../kernel/time.ts';
import { RELATION, REPORTER, VIOLENCE, VULNERABILITY } from '../../reports/codes.ts';
import { OUTSIDE, WAITING, type BlockKey } from '../tally.ts';
import { statisticsTexts } from '../texts.ts';

const LISTS = { type: CASE_TYPE, reporter: REPORTER, vulnerability: VULNERABILITY, violence: VIOLENCE, relation: RELATION } as const;
const LOCALE: Readonly<Record<Lang, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** What a row of a block is called. */
export function rowLabel(block: BlockKey, code: string, lang: Lang): string {
  const t = statisticsTexts[lang];
  if (block === 'status') return { APEN: t['row.APEN'], AVSLUTTET: t['row.AVSLUTTET'], IKKE_SAK: t['row.IKKE_SAK'], [OUTSIDE]: t['row.UTENFOR_SAMARBEIDET'] }[code] ?? code;
  if (code === WAITING) return t['row.VENTER'];
  return LISTS[block].values.find((value) => value.code === code)?.[lang] ?? code;
}

/** «22. november 2026 kl. 14:05», in Oslo. */
export function momentText(at: Instant, lang: Lang): string {
  return new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' }).format(toMs(at));
}

/** «1. februar 2027». */
export function dayText(on: Day, lang: Lang): string {
  return new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: 'long', timeZone: 'Europe/Oslo' }).format(toMs(`${on}T12:00:00.000Z` as Instant)); // a day's noon is a moment
}
