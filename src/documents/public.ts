export { makeDocuments, sweepDocuments } from './commands/files.ts';
