export { CASE_FACT, SENT_REPORT_FACT, STATISTICS_FOLLOWERS } from './commands/count-case.ts';
export { internalPeriod, yearForReport, type InternalPeriod } from './queries/for-reports.ts';
export { maySeeInternal } from './access.ts';
export type { CaseInWords, OutwardYear, WordedTable } from './year-words.ts';
