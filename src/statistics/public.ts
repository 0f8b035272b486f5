export { CASE_FACT, SENT_REPORT_FACT, STATISTICS_FOLLOWERS } from './commands/count-case.ts';
