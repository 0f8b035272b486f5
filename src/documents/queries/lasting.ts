import type { Context } from '../../kernel/context.ts';
import { addMs } from '../../kernel/time.ts';
import { mayStillSee } from '../../statistics/public.ts';
import { LIES_FOR_MS } from '../commands/files.ts';
import { openContent } from '../commands/sealed.ts';
import type { OutputRow, PublicationRow } from '../rows.ts';
import { getSealed } from '../store.ts';

type Period = Pick<PublicationRow, 'from_month' | 'to_month'>;

/**
 * Whether a file that somebody asked for still stands for them: it is gone after a day, whenever the round comes that takes it away, and an internal edition is theirs for as long as they may be
 * shown each case in it. Since they asked they may have become inhabil, or have lost a role (fvl § 6; test/database/publications.test.ts).
 */
export async function lasts(ctx: Context, output: OutputRow, { from_month: from, to_month: to }: Period): Promise<boolean> {
  if (output.kept) return true;
  if (addMs(output.asked_at, LIES_FOR_MS) <= ctx.now) return false;
  if (output.edition !== 'INTERN' || ctx.actor.kind !== 'person' || ctx.actor.userId !== output.asked_by) return true;
  const { files } = openContent(ctx, output.output_id, (await getSealed(ctx.tx, ctx.regionId, output.output_id)).sealed_content);
  return mayStillSee(ctx, { from, to }, files);
}
