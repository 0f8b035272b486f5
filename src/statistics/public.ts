export { CASE_FACT, STATISTICS_FOLLOWERS } from './commands/count-case.ts';
