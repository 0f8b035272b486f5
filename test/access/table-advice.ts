import { adviceForm, adviseOnReport } from '../../src/cases/commands/advise-only.ts';
import { mayReadReport } from '../../src/reports/access.ts';
import { askerOf, isPerson, REPORTS, type Situation } from './situations.ts';
import { row, type FactsOf, type Row } from './row.ts';

/** As for opening a case, by the stricter rule: they have read the report, and answered the question before that. */
const READ = REPORTS.map(({ key, title, facts: reportFacts }): Situation<FactsOf<typeof adviseOnReport>> => ({
  key, title,
  facts: (who) => {
    const facts = reportFacts(who);
    if (facts === undefined || !isPerson(who)) return undefined;
    const verdict = mayReadReport(who.actor, facts);
    const roles = facts.forReserve && facts.askerIsReserve && verdict.allow ? [...who.actor.roles, 'KOORDINATOR'] : who.actor.roles;
    return { asker: askerOf(who), opener: { userId: who.actor.userId, roles }, reports: [{ facts, verdict }] };
  },
}));

/** The rows of the matrix about advice only, from a report. */
export const ADVICE_ROWS: readonly Row[] = [
  row(adviceForm, 'report', 'Se skjemaet for kun råd ved en bekymring', READ),
  row(adviseOnReport, 'report', 'Foreslå at en bekymring ender med kun råd', READ),
];
