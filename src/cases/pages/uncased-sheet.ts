import type { Lang } from '../../kernel/texts.ts';
import { casePageTexts } from '../texts/page.ts';
import type { UncasedFile } from '../whole/uncased-file.ts';
import { wholeTexts } from '../whole/texts.ts';
import { uncasedTexts } from '../whole/uncased-texts.ts';
import { at, framed, journalItem, linesOf, reportItems, type WholeSheet } from './whole-sheet.ts';

/** What never became a case for people to read: every entry in words, none left out. The layout is that of a whole case. */
export function uncasedSheet(made: UncasedFile, names: Readonly<Record<string, string>>, lang: Lang): WholeSheet {
  const u = uncasedTexts[lang];
  const { file } = made;
  const lines = (type: string, answers: Parameters<typeof linesOf>[1]) => linesOf(type, answers, names, lang);
  const outcome: Readonly<Record<string, unknown>> = u;
  const ended = outcome[`code_${file.outcome}`];
  return framed(made, { ...u, title: u[`title_${file.kind}`](file.reference) }, lang, {
    facts: [
      { term: casePageTexts[lang].reference, text: [file.reference] }, { term: u.kind, text: [u[`kind_${file.kind}`]] }, ...(typeof ended === 'string' ? [{ term: u.outcome, text: [ended] }] : []),
      { term: wholeTexts[lang].key_municipality, text: [file.owner ?? u.unknown] }, ...(file.endedAt === null ? [] : [{ term: u.ended, text: [at(file.endedAt, lang)] }]),
    ],
    parts: [
      { heading: u.told, items: made.reports.flatMap((report) => reportItems(report, lines, lang)) },
      { heading: u.consultation, items: made.consultation.map((entry) => journalItem(entry, lines, lang)) },
      { heading: u.entries, items: made.journal.map((entry) => journalItem(entry, lines, lang)) },
    ],
  });
}
