import { OUTCOME, DIRECTION, TOPIC } from '../../consultations/codes.ts';
import type { CodeValue } from '../../kernel/codes.ts';
import type { Lang } from '../../kernel/texts.ts';
import { osloDay, toMs, type Day, type Instant } from '../../kernel/time.ts';
import { atWords } from '../../web/ui/moments.ts';
import { NOT_CLOSED, OUTSIDE, VALUES_OF, WAITING, type BlockKey } from '../blocks.ts';
import { NONE, type Dimension } from '../explore.ts';
import { exploreTexts } from '../explore-texts.ts';
import type { Place } from '../places.ts';
import { statisticsTexts } from '../texts.ts';

export const LOCALE: Readonly<Record<Lang, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** What a row of a block is called. */
export function rowLabel(block: BlockKey, code: string, lang: Lang): string {
  const t = statisticsTexts[lang];
  const own = { APEN: t['row.APEN'], AVSLUTTET: t['row.AVSLUTTET'], IKKE_SAK: t['row.IKKE_SAK'], [OUTSIDE]: t['row.UTENFOR_SAMARBEIDET'], [WAITING]: t['row.VENTER'], [NOT_CLOSED]: t['row.IKKE_AVSLUTTET'] }[code];
  return VALUES_OF[block].find((value) => value.code === code)?.[lang] ?? own ?? code;
}

const isBlock = (dimension: Dimension): dimension is BlockKey & Dimension => dimension in VALUES_OF;

/** What one counts by. */
export function dimensionLabel(dimension: Dimension, lang: Lang): string {
  if (isBlock(dimension)) return statisticsTexts[lang][`block.${dimension}`];
  return exploreTexts[lang][`dimension.${dimension}`];
}

/** What a value of a dimension is called. */
export function valueLabel(dimension: Dimension, code: string, lang: Lang, places: readonly Place[]): string {
  const t = exploreTexts[lang];
  if (dimension === 'month') return monthText(code, lang);
  if (dimension === 'owner') return places.find(({ number }) => number === code)?.name ?? (code === NONE ? t.noMunicipality : code);
  if (isBlock(dimension)) return rowLabel(dimension, code, lang);
  if (code === NONE) return dimension === 'became' ? t.notDecided : t.none;
  if (dimension === 'became') return t[`became.${code as 'SAK'}`]; // the codes of a report's outcome, each of which has its words
  const lists: Readonly<Record<'direction' | 'topic' | 'outcome', readonly CodeValue<string>[]>> = { direction: DIRECTION.values, topic: TOPIC.values, outcome: OUTCOME.values };
  return lists[dimension].find((value) => value.code === code)?.[lang] ?? code;
}

/** «nov. 2026». @param month `YYYY-MM` */
export function monthText(month: string, lang: Lang): string {
  return new Intl.DateTimeFormat(LOCALE[lang], { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(toMs(`${month}-15T12:00:00.000Z` as Instant)); // the middle of a month is a moment
}

/** «22. november 2026 kl. 14.05», in Oslo. */
export function momentText(at: Instant, lang: Lang): string {
  return `${dayText(osloDay(at), lang)} ${atWords(at, lang)}`;
}

/** «1. februar 2027». */
export function dayText(on: Day, lang: Lang): string {
  return new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: 'long', timeZone: 'Europe/Oslo' }).format(toMs(`${on}T12:00:00.000Z` as Instant)); // a day's noon is a moment
}

/** The names of some tables in a sentence: one that is a question ends with what comes after it. */
export function tablesInSentence(keys: readonly BlockKey[], lang: Lang): string {
  return keys.map((key) => inSentence(statisticsTexts[lang][`block.${key}`]).replace(/\?$/, '')).join(', ');
}

/** «Psykisk vold» in the middle of a sentence. */
export function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
