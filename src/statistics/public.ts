export { CASE_FACT, SENT_REPORT_FACT, STATISTICS_FOLLOWERS } from './commands/count-case.ts';
export { isOutside, type CaseFact } from './fact.ts';
export { countYears, listFacts } from './store.ts';
export { BELOW_FIVE, TO_PROTECT, type Cell } from './suppression-cells.ts';
export { mayReplace, suppress, type CountTable, type PublishedTable } from './suppression.ts';
export { DEFINITIONS } from './tally.ts';
