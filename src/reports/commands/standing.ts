import type { Context } from '../../kernel/context.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import { listExclusions } from '../../kernel/journal/store.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { findReserve } from '../../regions/public.ts';
import { anySeesContent } from '../../staff/codes.ts';
import { listColleagues, type MemberWithRoles } from '../../staff/public.ts';
import { listUndecided } from '../store.ts';

/** Who can stand in for whom today. Judged at each reading: people come, go and are named in what arrives later. */
export type Standing = { readonly askerIsReserve: boolean; /** files that no coordinator of today may see */ readonly uncoordinated: ReadonlySet<FileId> };

/** What access.ts needs to know of the people around these reports; the same statements whoever asks and whatever exists. */
export async function standingOf(ctx: Context, fileIds: readonly FileId[]): Promise<Standing> {
  const colleagues = await listColleagues(ctx);
  const out = await exclusionsOf(ctx, fileIds);
  const coordinators = tokensOf(ctx, colleagues.filter(isCoordinator));
  const reserve = await findReserve(ctx);
  const asker = ctx.actor.kind === 'person' ? ctx.actor : undefined;
  return {
    askerIsReserve: asker !== undefined && reserve === asker.userId && anySeesContent(asker.roles),
    uncoordinated: new Set(fileIds.filter((file) => coordinators.every((token) => out.get(file)?.has(token) === true))),
  };
}

/** Undecided reports that nobody can decide today: every coordinator is left out or gone, and so is the reserve. Health turns red. */
export async function strandedReports(ctx: Context): Promise<FileId[]> {
  const fileIds = await listUndecided(ctx.tx, ctx.regionId);
  const colleagues = await listColleagues(ctx);
  const out = await exclusionsOf(ctx, fileIds);
  const reserve = await findReserve(ctx);
  const able = tokensOf(ctx, colleagues.filter((member) => isCoordinator(member) || (member.userId === reserve && anySeesContent(member.roles))));
  return fileIds.filter((file) => able.every((token) => out.get(file)?.has(token) === true));
}

/** Those of the staff who are left out of a report, by whatever named them: of a report that cases hold, by those cases, too. */
export async function leftOutOf(ctx: Context, fileId: FileId, staff: readonly MemberWithRoles[]): Promise<UserId[]> {
  const out = (await exclusionsOf(ctx, [fileId])).get(fileId);
  return staff.filter(({ userId }) => out?.has(exclusionToken(ctx.keys.lookup, userId).toString('hex')) === true).map(({ userId }) => userId);
}

function isCoordinator(member: MemberWithRoles): boolean {
  return member.roles.includes('KOORDINATOR');
}

function tokensOf(ctx: Context, people: readonly { readonly userId: UserId }[]): string[] {
  return people.map(({ userId }) => exclusionToken(ctx.keys.lookup, userId).toString('hex'));
}

async function exclusionsOf(ctx: Context, fileIds: readonly FileId[]): Promise<Map<FileId, Set<string>>> {
  const out = new Map<FileId, Set<string>>();
  for (const { file_id: file, token } of await listExclusions(ctx.tx, ctx.regionId, fileIds)) {
    const known = out.get(file) ?? new Set<string>();
    out.set(file, known.add(token.toString('hex')));
  }
  return out;
}
