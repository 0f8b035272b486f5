export { makeDocuments, sweepDocuments } from './commands/files.ts';
export { reportsWaiting } from './queries/waiting.ts';
