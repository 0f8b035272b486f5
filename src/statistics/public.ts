export { CASE_FACTS, CONSULTATION_FACTS, REPORT_FACTS, STATISTICS_FOLLOWERS } from './commands/count.ts';
export { isOutside, type CaseFact } from './fact.ts';
export { lastClosedMonth } from './release.ts';
export { countYears, listFacts } from './store.ts';
export { BELOW_FIVE, TO_PROTECT, type Cell } from './suppression-cells.ts';
export { mayReplace, suppress, type CountTable, type PublishedTable } from './suppression.ts';
export { DEFINITIONS } from './tally.ts';
