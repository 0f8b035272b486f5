import { findForEmergency, reviewEmergency, takeEmergency } from '../../src/cases/commands/emergency.ts';
import { duplicates } from '../../src/cases/queries/duplicates.ts';
import { emergencies } from '../../src/cases/queries/emergencies.ts';
import { finding } from '../../src/cases/queries/rows.ts';
import { search, searchPage } from '../../src/cases/queries/search.ts';
import { forRegion, row, type FactsOf, type Row } from './row.ts';
import { askerOf, CASES, isPerson, type Situation } from './situations.ts';

const ALWAYS = { key: 'always', title: 'Adgang' };

/** Found or not, who may search is the same; what each finds, test/database/search.test.ts says. */
const SEARCHING: readonly Situation<FactsOf<typeof search>>[] = [
  { ...ALWAYS, facts: (who) => (isPerson(who) ? { own: finding(askerOf(who)), sought: { kind: 'nothing' }, asker: askerOf(who), cases: [], reports: [], more: false } : undefined) },
];

const TAKEN: readonly Situation<FactsOf<typeof emergencies>>[] = [
  { ...ALWAYS, facts: (who) => (isPerson(who) ? { asker: askerOf(who), waiting: [], reviewed: [], mine: [] } : undefined) },
];

const OTHERS = CASES.map(({ key, title, facts }): Situation<FactsOf<typeof duplicates>> => ({
  key, title,
  facts: (who) => {
    const asked = facts(who);
    return asked === undefined ? undefined : { asked, done: 0, cases: [], reports: [] };
  },
}));

/** The rows of the matrix about search and access in an emergency. */
export const SEARCH_TABLE: readonly Row[] = [
  forRegion(searchPage, 'Se siden for søk'),
  row(search, 'region', 'Søke blant det en har tilgang til', SEARCHING),
  row(duplicates, 'case', 'Spørre om personen i saken finnes i andre saker', OTHERS),
  row(emergencies, 'region', 'Se siden for nødtilgang', TAKEN),
  forRegion(findForEmergency, 'Slå opp en sak ved referansen, for å ta nødtilgang'),
  row(takeEmergency, 'case', 'Ta nødtilgang til saken', CASES),
  row(reviewEmergency, 'case', 'Gå gjennom en nødtilgang som en annen tok', CASES),
];
