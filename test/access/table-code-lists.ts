import { addCodeValue, endCodeValue } from '../../src/cases/commands/code-lists.ts';
import { codeLists } from '../../src/cases/queries/code-lists.ts';
import { forRegion, type Row } from './row.ts';

/** What the codes mean here. */
export const CODE_LIST_ROWS: readonly Row[] = [
  forRegion(codeLists, 'Slå opp i kodeverket'),
  forRegion(addCodeValue, 'Legge til en lokal verdi i kodeverket, eller gi den nytt navn'),
  forRegion(endCodeValue, 'Avslutte en lokal verdi i kodeverket'),
];
