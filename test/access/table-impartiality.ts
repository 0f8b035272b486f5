import { compareWithPeople } from '../../src/cases/commands/compare.ts';
import { workplaceOfCase } from '../../src/cases/queries/workplace.ts';
import { workplaceOfReport } from '../../src/reports/queries/workplace.ts';
import { row, type Row } from './row.ts';
import { CASES, isElsewhere, REPORTS, untold } from './situations.ts';

/** What keeps colleagues from reading (fvl § 6); the question itself stands with the other steps. */
export const IMPARTIALITY_ROWS: readonly Row[] = [
  row(compareWithPeople, 'thing', 'Sammenligne en ny kollega med dem som er skrevet inn i sakene', [{ key: 'always', title: 'Adgang', facts: (who) => (isElsewhere(who) ? undefined : { colleague: untold<never>(), batch: [] }) }]),
  row(workplaceOfReport, 'report', 'Før spørsmålet om inhabilitet: se hvor noen en bekymring gjelder, jobber', REPORTS),
  row(workplaceOfCase, 'case', 'Før spørsmålet om inhabilitet: se hvor noen saken gjelder, jobber', CASES),
];
