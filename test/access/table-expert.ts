import { takeInAnswer } from '../../src/cases/commands/take-in-answer.ts';
import { row, type Row } from './row.ts';

/** Questions to professionals outside; the steps on a case stand with the other steps. */
export const EXPERT_ROWS: readonly Row[] = [
  row(takeInAnswer, 'region', 'Ta svaret fra en fagperson inn i saken', [{ key: 'always', title: 'Adgang', facts: () => ({ waiting: [] }) }]),
];
