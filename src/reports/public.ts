export { openEnvelopes } from './commands/arrive.ts';
export { listGaps, listUnopened, type LedgerGap } from './store.ts';
