import type { Context } from '../../kernel/context.ts';
import { mayWrite } from '../access.ts';
import { lastWriters } from '../publication.ts';
import type { PublicationRow } from '../rows.ts';
import { listParts, listPublications } from '../store.ts';

/** The reports that wait for this person's approval, by what stands in clear. It is part of «Min dag», and no reading of its own. */
export async function reportsWaiting(ctx: Context): Promise<PublicationRow[]> {
  if (!mayWrite(ctx.actor).allow) return [];
  const waiting: PublicationRow[] = [];
  for (const row of await listPublications(ctx.tx, ctx.regionId)) if (await waitsForAsker(ctx, row)) waiting.push(row);
  return waiting;
}

/** Somebody else wrote last, and it was sent for approval. */
export async function waitsForAsker(ctx: Context, { publication_id, state }: PublicationRow): Promise<boolean> {
  if (state !== 'TIL_GODKJENNING' || ctx.actor.kind !== 'person' || !mayWrite(ctx.actor).allow) return false;
  const parts = await listParts(ctx.tx, ctx.regionId, publication_id);
  return !lastWriters(parts.map(({ written_by: by, written_at: at }) => ({ by, at }))).includes(ctx.actor.userId);
}
