export { carryOutDisposal, disposeAgain } from './commands/disposal.ts';
export { isOurs } from './commands/protocol.ts';
export type { Disposal } from './disposal.ts';
export { RECEIVER, RULE } from './codes.ts';
export { NO_PACKAGE } from './disposal.ts';
export { listTakenBack, listUndone } from './store/disposals.ts';
export { sweepSpentRequests } from './commands/sweep-requests.ts';
export { countBreaches } from './queries/counts.ts';
export { waitingBreaches, waitingRequests, type WaitingBreach, type WaitingRequest } from './queries/waiting.ts';
