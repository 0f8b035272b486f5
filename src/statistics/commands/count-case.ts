import type { CaseState } from '../../cases/public.ts';
import type { Context, Follower } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { factId } from '../../kernel/sealing/mac.ts';
import { listMunicipalities } from '../../regions/public.ts';
import { FACT_EVENTS, factOf } from '../fact.ts';
import { saveFact } from '../store.ts';

/** Writes what figures know of a case, in the same transaction as the entry that changed it. */
async function countCase(ctx: Context, fileId: FileId, state: CaseState): Promise<void> {
  const owner = state.owner === undefined ? undefined : (await listMunicipalities(ctx.tx, ctx.regionId)).find((row) => row.municipality_id === state.owner);
  await saveFact(ctx.tx, ctx.regionId, factId(ctx.keys.stats, fileId), factOf(state, owner?.number));
}

/** For src/followers.ts: figures are never behind the cases. */
export const STATISTICS_FOLLOWERS: readonly Follower[] = FACT_EVENTS.map((eventType) => ({
  eventType,
  run: (ctx, fileId, _event, _before, after) => countCase(ctx, fileId, after as CaseState), // only the case's file writes entries of these types
}));
