import type { Context } from '../../kernel/context.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import { listExclusions } from '../../kernel/journal/store.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { findReserve } from '../../regions/public.ts';
import { anySeesContent } from '../../staff/codes.ts';
import { listColleagues, type MemberWithRoles } from '../../staff/public.ts';
import { listUndecided } from '../store.ts';
import { listNamed } from '../store/named.ts';

/** Who can stand in for whom today. Judged at each reading: people come, go and are named in what arrives later. */
export type Standing = { readonly askerIsReserve: boolean; /** files that no coordinator of today may see: left out, or not among those who are named for it */ readonly uncoordinated: ReadonlySet<FileId> };

/** What access.ts needs to know of the people around these reports; the same statements whoever asks and whatever exists. */
export async function standingOf(ctx: Context, fileIds: readonly FileId[]): Promise<Standing> {
  const colleagues = await listColleagues(ctx);
  const able = await ableTo(ctx, fileIds);
  const coordinators = colleagues.filter(isCoordinator);
  const reserve = await findReserve(ctx);
  const asker = ctx.actor.kind === 'person' ? ctx.actor : undefined;
  return {
    askerIsReserve: asker !== undefined && reserve === asker.userId && anySeesContent(asker.roles),
    uncoordinated: new Set(fileIds.filter((file) => !coordinators.some(({ userId }) => able(userId, file)))),
  };
}

/** Undecided reports that nobody can decide today: every coordinator is left out, gone or not named for it, and the reserve is left out or gone. Health turns red. */
export async function strandedReports(ctx: Context): Promise<FileId[]> {
  const fileIds = await listUndecided(ctx.tx, ctx.regionId);
  const colleagues = await listColleagues(ctx);
  const out = await exclusionsOf(ctx, fileIds);
  const able = await ableTo(ctx, fileIds);
  const reserve = await findReserve(ctx);
  const standsIn = (file: FileId) => colleagues.some(({ userId, roles }) => userId === reserve && anySeesContent(roles) && out.get(file)?.has(tokenOf(ctx, userId)) !== true);
  return fileIds.filter((file) => !colleagues.some((member) => isCoordinator(member) && able(member.userId, file)) && !standsIn(file));
}

/** Who is neither left out of a report nor shut out since others are named for it (a strictly confidential address). */
async function ableTo(ctx: Context, fileIds: readonly FileId[]): Promise<(userId: UserId, file: FileId) => boolean> {
  const out = await exclusionsOf(ctx, fileIds);
  const only = await namedOnlyOfReports(ctx, fileIds);
  return (userId, file) => out.get(file)?.has(tokenOf(ctx, userId)) !== true && only.get(file)?.includes(userId) !== false;
}

/** Whose these reports are, of those that a case with a strictly confidential address holds; held by several, those who are named for each. */
export async function namedOnlyOfReports(ctx: Context, reports: readonly FileId[]): Promise<ReadonlyMap<FileId, readonly UserId[]>> {
  const only = new Map<FileId, readonly UserId[]>();
  for (const { report_id: file, named } of await listNamed(ctx.tx, ctx.regionId, reports)) only.set(file, only.get(file)?.filter((user) => named.includes(user)) ?? named);
  return only;
}

/** Those of the staff who are left out of a report, by whatever named them: of a report that cases hold, by those cases, too. */
export async function leftOutOf(ctx: Context, fileId: FileId, staff: readonly MemberWithRoles[]): Promise<UserId[]> {
  const out = (await exclusionsOf(ctx, [fileId])).get(fileId);
  return staff.filter(({ userId }) => out?.has(tokenOf(ctx, userId)) === true).map(({ userId }) => userId);
}

function isCoordinator(member: MemberWithRoles): boolean {
  return member.roles.includes('KOORDINATOR');
}

function tokenOf(ctx: Context, userId: UserId): string {
  return exclusionToken(ctx.keys.lookup, userId).toString('hex');
}

async function exclusionsOf(ctx: Context, fileIds: readonly FileId[]): Promise<Map<FileId, Set<string>>> {
  const out = new Map<FileId, Set<string>>();
  for (const { file_id: file, token } of await listExclusions(ctx.tx, ctx.regionId, fileIds)) {
    const known = out.get(file) ?? new Set<string>();
    out.set(file, known.add(token.toString('hex')));
  }
  return out;
}
