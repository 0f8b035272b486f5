import { CASE_EVENTS, clocks, NO_CASE, protectionOf, type CaseState } from '../../cases/public.ts';
import type { Context, Follower } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { regionClocks } from '../../regions/public.ts';
import { isCounted } from '../fact.ts';
import { idInFigures } from '../fact-ids.ts';
import { endedLate } from '../overdue.ts';
import { forgetOverdue, keepOverdue } from '../store/overdue.ts';

/**
 * Keeps which deadlines ran out, when they end: a journal has no entry for what nobody did, so it cannot be made of one again. What still
 * runs late is read from the cases. Nothing is kept of a person who keeps out of figures (krisesenterlova § 5 a), of a case that became
 * part of another (T16: what one person asks for later is asked in the other), or where the address is strictly confidential.
 */
async function countOverdue(ctx: Context, fileId: FileId, before: CaseState, after: CaseState): Promise<void> {
  const id = idInFigures(ctx.keys.stats, 'late', fileId);
  // How late we were is about us: a restriction neither hides nor forgets it (decision 0105).
  if (!isCounted({ ...after, restriction: undefined }, protectionOf(after)?.level)) return forgetOverdue(ctx.tx, ctx.regionId, id);
  const region = await regionClocks(ctx);
  for (const one of endedLate(clocks(before, region, ctx.now), clocks(after, region, ctx.now))) await keepOverdue(ctx.tx, ctx.regionId, id, one);
}

export const OVERDUE_FOLLOWERS: readonly Follower[] = CASE_EVENTS.map((eventType) => ({
  eventType,
  run: async (ctx, fileId, _event, before, after) => {
    if (before !== NO_CASE) await countOverdue(ctx, fileId, before as CaseState, after as CaseState); // only the case's file writes entries of these types
  },
}));
