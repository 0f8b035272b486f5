import type { UserId } from '../kernel/ids.ts';

/** One of two people's steps: the number tells which proposal a confirmation is about. */
export type Numbered = { readonly proposal: number };
export type ByName = Numbered & { /** by name, to confirm it */ readonly asked?: UserId | undefined };
export type Proposed = ByName & { readonly byCoordinator: boolean };
