import { answerForArchive, makeWholeFile, sweepWhole } from '../../src/cases/commands/whole.ts';
import { findForArchive, wholeFileOut, wholePage } from '../../src/cases/queries/whole.ts';
import { saveTemplate } from '../../src/cases/commands/letter-templates.ts';
import { documentFile, letterTemplates } from '../../src/cases/queries/documents.ts';
import { forRegion, row, type Row } from './row.ts';
import { CASES } from './situations.ts';

/** Documents of a case, its templates, and the whole of it as a file; table.ts takes them in with the others. */
export const DOCUMENT_ROWS: readonly Row[] = [
  row(documentFile, 'case', 'Laste ned et dokument som er gjort ferdig', CASES),
  row(wholePage, 'case', 'Se siden der hele saken tas ut som fil', CASES),
  row(makeWholeFile, 'case', 'Lage fil av hele saken', CASES),
  row(wholeFileOut, 'case', 'Laste ned hele saken', CASES),
  row(answerForArchive, 'case', 'Svare på om en er inhabil, for arkivet', CASES),
  row(sweepWhole, 'region', 'Slette filer av hele saker etter et døgn', [{ key: 'always', title: 'Adgang', facts: () => ({ old: [] }) }]),
  forRegion(findForArchive, 'Slå opp en sak ved referansen, for arkivet'),
  forRegion(letterTemplates, 'Se regionens maler for brev'),
  forRegion(saveTemplate, 'Endre en mal for brev'),
];
