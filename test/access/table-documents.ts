import { answerForArchive, makeWholeFile, sweepWhole } from '../../src/cases/commands/whole.ts';
import { fileBeside, findForArchive, wholeFileOut, wholePage } from '../../src/cases/queries/whole.ts';
import { saveTemplate } from '../../src/cases/commands/letter-templates.ts';
import { documentFile, letterTemplates } from '../../src/cases/queries/documents.ts';
import type { UncasedLine } from '../../src/cases/uncased.ts';
import { asId } from '../../src/kernel/ids.ts';
import { forRegion, row, type FactsOf, type Row } from './row.ts';
import { CASES, FJORDBY, isElsewhere, isPerson, NOW, type Situation } from './situations.ts';

function uncased(key: string, title: string, line: Partial<UncasedLine>): Situation<FactsOf<typeof wholePage>> {
  return { key, title, facts: (who) => (isElsewhere(who) || !isPerson(who) ? undefined : { uncased: { ...SENT_ON, ...line } }) };
}

const FILE = asId<'file'>('20000000-0000-4000-8000-000000000007');
const SENT_ON: UncasedLine = { file_id: FILE, kind: 'report', reference: 'X', owner_municipality_id: FJORDBY, over_at: NOW, restricted: false, report_id: FILE, answer: 'INGEN', excluded: false, strict: false };
const WHOLE: readonly Situation<FactsOf<typeof wholePage>>[] = [
  ...CASES, uncased('uncased', 'En bekymring som ble sendt videre. Den som spør, har svart på spørsmålet om inhabilitet', {}), uncased('uncased_unanswered', 'En bekymring som ble sendt videre. Spørsmålet er ikke besvart', { answer: null }),
  uncased('uncased_excluded', 'Den som spør, er inhabil i bekymringen', { excluded: true }), uncased('uncased_strict', 'En sak med strengt fortrolig adresse har en del av bekymringen', { strict: true }),
  uncased('talk', 'En drøfting i en samtale', { kind: 'consultation', report_id: null, answer: null }),
];

/** Documents of a case, its templates, and the whole of it as a file; table.ts takes them in with the others. */
export const DOCUMENT_ROWS: readonly Row[] = [
  row(documentFile, 'case', 'Laste ned et dokument som er gjort ferdig', CASES),
  row(wholePage, 'case', 'Se siden der hele saken tas ut som fil', WHOLE),
  row(makeWholeFile, 'case', 'Lage fil av hele saken', WHOLE),
  row(wholeFileOut, 'case', 'Laste ned hele saken', WHOLE),
  row(fileBeside, 'case', 'Hente en fil som følger utgaven til arkivet', WHOLE),
  row(answerForArchive, 'case', 'Svare på om en er inhabil, for arkivet', WHOLE),
  row(sweepWhole, 'region', 'Slette filer av hele saker etter et døgn', [{ key: 'always', title: 'Adgang', facts: () => ({ old: [] }) }]),
  forRegion(findForArchive, 'Slå opp en sak ved referansen, for arkivet'),
  forRegion(letterTemplates, 'Se regionens maler for brev'),
  forRegion(saveTemplate, 'Endre en mal for brev'),
];
