import type { Context } from '../../kernel/context.ts';
import type { UserId } from '../../kernel/ids.ts';
import { judgeSession } from './session.ts';
import { listSessions } from './session-store.ts';

/** Everybody in the region who is signed in somewhere: a session that is neither too old nor unused for too long. A locked screen is one. */
export async function signedInNow(ctx: Context): Promise<ReadonlySet<UserId>> {
  const open = (await listSessions(ctx.tx, ctx.regionId)).filter((session) => judgeSession(session, ctx.now) === 'live');
  return new Set(open.map(({ userId }) => userId));
}
