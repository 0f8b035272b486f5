export { CASE_FACTS, CONSULTATION_FACTS, REPORT_FACTS, STATISTICS_FOLLOWERS } from './commands/count.ts';
export { internalPeriod, yearForReport, type InternalPeriod } from './queries/for-reports.ts';
export { maySeeInternal } from './access.ts';
export type { CaseInWords, OutwardYear, WordedTable } from './year-words.ts';
