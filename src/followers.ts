import type { Follower } from './kernel/context.ts';

/** Everything else that happens in the same transaction as an event, in this order. */
export const FOLLOWERS: readonly Follower[] = [];
