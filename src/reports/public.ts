export { mayHandleReport, type ReportFacts } from './access.ts';
export { openEnvelopes } from './commands/arrive.ts';
export { reportFacts } from './commands/handle.ts';
export { ReportView, type ReportViewProps } from './pages/report-view.tsx';
export { decideReport, readReportInCase, reportForCase } from './commands/take-in.ts';
export type { ReportContent } from './form/content.ts';
export type { Reader, ReportEvent, ReportState } from './report.ts';
export { strandedReports } from './commands/standing.ts';
export { listGaps, listUnopened, type LedgerGap } from './store.ts';
