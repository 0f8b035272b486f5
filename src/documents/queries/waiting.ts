import type { Context } from '../../kernel/context.ts';
import { mayWrite } from '../access.ts';
import { barredFrom } from '../commands/approvers.ts';
import type { PublicationRow } from '../rows.ts';
import { listPublications } from '../store.ts';

/** The reports that wait for this person's approval, by what stands in clear. It is part of «Min dag», and no reading of its own. */
export async function reportsWaiting(ctx: Context): Promise<PublicationRow[]> {
  if (!mayWrite(ctx.actor).allow) return [];
  const waiting: PublicationRow[] = [];
  for (const row of await listPublications(ctx.tx, ctx.regionId)) if (await waitsForAsker(ctx, row)) waiting.push(row);
  return waiting;
}

/** It was sent for approval, and this person may give it. */
export async function waitsForAsker(ctx: Context, { publication_id, state }: PublicationRow): Promise<boolean> {
  if (state !== 'TIL_GODKJENNING' || ctx.actor.kind !== 'person' || !mayWrite(ctx.actor).allow) return false;
  return !(await barredFrom(ctx, publication_id)).includes(ctx.actor.userId);
}
