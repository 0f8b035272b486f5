import type { samePerson } from '../../src/cases/queries/same-person.ts';
import { asId } from '../../src/kernel/ids.ts';
import { mayReadReport } from '../../src/reports/access.ts';
import type { FactsOf } from './row.ts';
import { REPORTS, type Situation } from './situations.ts';

const ONE_FILE = asId<'file'>('10000000-0000-4000-8000-000000000001');

/** What else may be about the person; a case that whoever asks may not know of opens nothing, and is not told of (src/cases/queries/same-person.ts). */
const same = ({ key, title, facts: reportFacts }: (typeof REPORTS)[number], hidden: boolean): Situation<FactsOf<typeof samePerson>> => ({
  key, title,
  facts: (who) => {
    const report = reportFacts(who);
    return report === undefined ? undefined : { verdict: mayReadReport(who.actor, report), fileId: ONE_FILE, hidden, open: !hidden, own: undefined, reports: [], cases: [] };
  },
});
export const SAME = [...REPORTS.map((one) => same(one, false)), ...REPORTS.filter(({ key }) => key === 'answered').map((one) => same({ ...one, key: 'matched_hidden', title: 'Den kan gjelde samme person som en sak den som spør, ikke får vite om' }, true))];
