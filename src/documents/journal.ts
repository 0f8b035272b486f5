import { stringify } from 'csv-stringify/sync';
import type { Lang } from '../kernel/texts.ts';
import type { Day, Instant } from '../kernel/time.ts';
import { OPENNESS, type Openness } from '../reports/codes.ts';
import { journalTexts } from './texts/journal.ts';

/** What was registered: what came in, what went out, and what we made ourselves. */
export const JOURNALED = ['MELDING', 'OVERFORT_HIT', 'DROFTING', 'TILLEGG', 'VEDLEGG', 'SVAR', 'SAK_I_RETUR', 'BREV', 'SPORSMAL', 'TIL_MELDER', 'SENDT_VIDERE', 'SAK_OVERFORT', 'SAK_SENDT_TILBAKE', 'RETUR', 'RAPPORT'] as const;
export type Journaled = (typeof JOURNALED)[number];

const CAME: readonly Journaled[] = ['MELDING', 'OVERFORT_HIT', 'DROFTING', 'TILLEGG', 'VEDLEGG', 'SVAR', 'SAK_I_RETUR'];

/**
 * One entry of the journal (arkivforskrifta § 15): an identifier that people read, what it belongs to, what it is, the other party, its day and when it was registered.
 * `party` undefined: it stands in the case, and whoever takes the journal out has not answered the question there (fvl § 6), or nobody but the case may know it.
 */
export type JournalEntry = {
  readonly id: string; readonly belongsTo: string; readonly what: Journaled; /** of a letter or a report: which */ readonly title: string | undefined; readonly party: string | undefined;
  readonly on: Day; readonly registeredAt: Instant; readonly openness: Openness;
};

/**
 * What anybody may read: an entry that would tell something that is secret is left out whole (arkivforskrifta § 15 second paragraph), which goes for every entry about a person. How many
 * were left out is said nowhere: of a small municipality, and from two journals of overlapping days, the number alone would tell.
 */
export function publicEntries(all: readonly JournalEntry[]): readonly JournalEntry[] {
  return all.filter(({ openness }) => openness === 'OFFENTLIG');
}

/** From one day to another, both included. Refusals for `to`: `journal_order`; `journal_long` for more than a year, which is taken out year by year. */
export function periodFault(from: Day, to: Day): 'journal_order' | 'journal_long' | undefined {
  if (to < from) return 'journal_order';
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 1 || to.slice(0, 4) > from.slice(0, 4) && to.slice(5) >= from.slice(5) ? 'journal_long' : undefined;
}

export const EDITIONS = ['intern', 'offentlig'] as const;
export type JournalEdition = (typeof EDITIONS)[number];
export const JOURNAL_FORMATS = { csv: 'text/csv; charset=utf-8', json: 'application/json' } as const;
export type JournalFormat = keyof typeof JOURNAL_FORMATS;

export type JournalFile = { readonly edition: JournalEdition; readonly lang: Lang; readonly region: string; readonly municipality: string; readonly from: Day; readonly to: Day; readonly madeAt: Instant; readonly entries: readonly JournalEntry[] };

/** In the order in which they were registered. */
export function inOrder(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  return entries.toSorted((a, b) => a.registeredAt.localeCompare(b.registeredAt) || a.id.localeCompare(b.id));
}

/** An entry in words. */
export function wordsOf({ id, belongsTo, what, title, party, on, registeredAt, openness }: JournalEntry, lang: Lang): readonly string[] {
  const t = journalTexts[lang];
  return [id, CAME.includes(what) ? t.came : what === 'RAPPORT' ? t.own : t.went, belongsTo, title === undefined ? t[`what_${what}`] : `${t[`what_${what}`]}: ${title}`, party ?? t.hidden, on, registeredAt, OPENNESS.label(openness, lang)];
}

export function headsOf(lang: Lang): readonly string[] {
  const t = journalTexts[lang];
  return [t.id, t.direction, t.belongsTo, t.title, t.party, t.on, t.registeredAt, t.openness];
}

/** RFC 4180, UTF-8. What a spreadsheet would run as a formula gets an apostrophe before it. */
export function journalCsv({ entries, lang }: Pick<JournalFile, 'entries' | 'lang'>): string {
  return stringify([[...headsOf(lang)], ...entries.map((one) => [...wordsOf(one, lang)])], { escape_formulas: true, record_delimiter: '\r\n' });
}

/** The same as JSON, with what it is a journal of. */
export function journalJson({ entries, lang, edition, region, municipality, from, to, madeAt }: JournalFile): string {
  const t = journalTexts[lang];
  const content = {
    format: 'voksenvern-journal', formatVersion: 1, edition, region, municipality, from, to, madeAt, ...(edition === 'offentlig' ? { note: t.withheld } : { openness: OPENNESS.label('TAUSHETSPLIKT', lang) }),
    entries: entries.map((one) => {
      const [id = '', direction = '', belongsTo = '', title = '', party = '', on = '', registeredAt = '', openness = ''] = wordsOf(one, lang);
      return { id, direction, belongsTo, title, party, on, registeredAt, openness };
    }),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
