import type { Lang } from '../../kernel/texts.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { dateParts } from '../letters/typed.ts';
import { caseTexts } from '../texts.ts';
import { casePageTexts } from '../texts/page.ts';
import { wholeTexts } from '../whole/texts.ts';
import type { UncasedFile } from '../whole/uncased-file.ts';
import { uncasedTexts } from '../whole/uncased-texts.ts';
import { codeLabel } from './field-codes.ts';
import { at, isForArchive, journalItem, linesOf, reportItems, type WholeSheet } from './whole-sheet.ts';

/** What never became a case for people to read: every entry in words, none left out. The layout is that of a whole case. */
export function uncasedSheet(made: UncasedFile, names: Readonly<Record<string, string>>, lang: Lang): WholeSheet {
  const [t, u] = [wholeTexts[lang], uncasedTexts[lang]];
  const { file } = made;
  const lines = (type: string, answers: Parameters<typeof linesOf>[1]) => linesOf(type, answers, names, lang);
  const title = u[`title_${file.kind}`](file.reference);
  const outcome: Readonly<Record<string, unknown>> = u;
  const ended = outcome[`code_${file.outcome}`];
  return {
    lang, title, mark: codeLabel('openness', made.openness, lang), on: dateParts(osloDay(made.madeAt as Instant)), // the file keeps moments as they are written
    footer: `${title} · ${t.made(made.madeBy.name, at(made.madeAt, lang))}`, page: t.page, of: t.of,
    lead: [made.region, u.lead, isForArchive(made) ? u.withheldArchive : u.withheld, ...(made.withheld.includes('address') ? [t.withheldAddress] : [])],
    facts: [
      { term: casePageTexts[lang].reference, text: [file.reference] }, { term: u.kind, text: [u[`kind_${file.kind}`]] }, ...(typeof ended === 'string' ? [{ term: u.outcome, text: [ended] }] : []),
      { term: caseTexts[lang]['field.owner'], text: [file.owner ?? u.unknown] }, ...(file.endedAt === null ? [] : [{ term: u.ended, text: [at(file.endedAt, lang)] }]),
    ],
    parts: [
      { heading: u.told, items: made.reports.flatMap((report) => reportItems(report, lines, lang)) },
      { heading: u.consultation, items: made.consultation.map((entry) => journalItem(entry, lines, lang)) },
      { heading: u.entries, items: made.journal.map((entry) => journalItem(entry, lines, lang)) },
    ].filter(({ items }) => items.length > 0),
  };
}
