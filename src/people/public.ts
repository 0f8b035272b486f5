export { saveTrace, traceProjections } from './commands/traces.ts';
export { confirmSimilar, readAllTraces, similarFiles } from './commands/similar.ts';
export { filesFitting, hiddenAmong } from './commands/search.ts';
export { readTerm, type Sought } from './search-term.ts';
export { tracedOf, type Traced } from './trace.ts';
