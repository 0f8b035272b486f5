export { saveTrace, traceProjections } from './commands/traces.ts';
export { confirmSimilar, readAllTraces, similarFiles, type Similar } from './commands/similar.ts';
export { tracedOf, type SaidOfPerson, type Trace, type Traced } from './trace.ts';
