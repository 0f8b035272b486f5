import { takeInAnswer } from '../../src/cases/commands/take-in-answer.ts';
import { tellAdditions } from '../../src/cases/commands/tell-additions.ts';
import { asId } from '../../src/kernel/ids.ts';
import { row, type Row } from './row.ts';

const REPORT = asId<'file'>('40000000-0000-4000-8000-000000000003');

/** Questions to professionals outside, and what is added to a report that a case holds; the steps on a case stand with the other steps. */
export const EXPERT_ROWS: readonly Row[] = [
  row(takeInAnswer, 'region', 'Ta svaret fra en fagperson inn i saken', [{ key: 'always', title: 'Adgang', facts: () => ({ waiting: [] }) }]),
  row(tellAdditions, 'region', 'Skrive inn i saken at et tillegg til en bekymring fortalte noe nytt', [{ key: 'always', title: 'Adgang', facts: () => ({ reportId: REPORT, caseId: undefined }) }]),
];
