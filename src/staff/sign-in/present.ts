import type { Context } from '../../kernel/context.ts';
import type { UserId } from '../../kernel/ids.ts';
import { listMembers } from '../vouched.ts';
import { judgeSession } from './session.ts';
import { listSessions } from './session-store.ts';

/** Everybody in the region who is signed in somewhere: a session that is neither too old nor unused for too long. A locked screen is one; that of somebody shut out is none. */
export async function signedInNow(ctx: Context): Promise<ReadonlySet<UserId>> {
  const open = (await listSessions(ctx.tx, ctx.regionId)).filter((session) => judgeSession(session, ctx.now) === 'live');
  const members = new Set((await listMembers(ctx)).filter((row) => row.disabled_at === null).map((row) => row.user_id));
  return new Set(open.map(({ userId }) => userId).filter((userId) => members.has(userId)));
}
