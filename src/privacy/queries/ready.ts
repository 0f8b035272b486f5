import { closedBefore, type ArchivedKind, type JudgedCase } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId, MunicipalityId } from '../../kernel/ids.ts';
import { day, osloDay, osloInstant, type Day, type Instant } from '../../kernel/time.ts';
import type { Operation, Rule } from '../codes.ts';
import { stayingAmong, type Staying } from '../commands/holds.ts';
import { isOurs, withoutOutlived } from '../commands/protocol.ts';
import { closedCase, isBeingTransferred, mayBeProposed, operationsFor } from '../disposal.ts';
import { listDisposals, type DisposalRow } from '../store/disposals.ts';
import { PRIVACY_WORKFLOW } from '../workflow.ts';

export type Stays = Staying | 'restricted' | undefined;
/** A closed case, or what never became one, that has come up: which, since when, and what may be done with it on which rule. Nothing of what stands in it. */
export type ReadyCase = { readonly fileId: FileId; readonly kind: ArchivedKind; readonly reference: string; readonly closedOn: Day; readonly operations: readonly { readonly operation: Operation; readonly rule: Rule }[]; /** when whoever asks made the file of the whole case that lies now */ readonly packedAt: Instant | undefined; /** how many files go beside that */ readonly beside: number; /** why it is not disposed of now */ readonly stays: Stays; /** it is on its way to an archive, and is not exported beside that */ readonly transferring: boolean };

/** Midnight before the year that lies a year back from this one began: what was closed before it has come up (disposal.ts, yearOf). */
export function cameUp(today: Day): Instant {
  return osloInstant(day(`${Number(today.slice(0, 4)) - 1}-01-01`) ?? today, 0, 0);
}

export type Ready = ReadyCase & { readonly owner: MunicipalityId | undefined };

/** One line for what may be done with a case now; none where nothing may. */
export function readyCase(found: JudgedCase, rows: readonly DisposalRow[], today: Day, staying: ReadonlyMap<FileId, Staying>): Ready[] {
  const own = rows.filter((row) => row.file_id === found.fileId && row.withdrawn_at === null);
  const operations = operationsFor(closedCase(found, own, false), today).filter(({ operation }) => !own.some((row) => row.operation === operation));
  if (operations.length === 0 || found.closedOn === undefined) return [];
  return [{ fileId: found.fileId, kind: found.kind, reference: found.reference, closedOn: found.closedOn, owner: found.owner, operations, packedAt: undefined, beside: 0, stays: staying.get(found.fileId) ?? (found.restricted ? 'restricted' : undefined), transferring: isBeingTransferred(own) }];
}

export type ReadyToPropose = { readonly year: number; readonly count: number } | undefined;

/** What can be proposed now, for whoever proposes it: how many, and of which year; part of «Min dag», and no reading of its own. undefined: nothing, or nothing for them. */
export async function readyToPropose(ctx: Context): Promise<ReadyToPropose> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !PRIVACY_WORKFLOW.proposeDisposal.who.some((role) => actor.roles.includes(role))) return undefined;
  const today = osloDay(ctx.now);
  const closed = (await closedBefore(ctx, cameUp(today))).filter(({ strict }) => !strict);
  if (closed.length === 0) return undefined;
  const rows = (await listDisposals(ctx.tx, ctx.regionId)).filter((row) => isOurs(ctx, row));
  const [counting, staying] = [await withoutOutlived(ctx, rows), await stayingAmong(ctx, closed.map(({ fileId }) => fileId))];
  const count = closed.flatMap((one) => readyCase(one, counting, today, staying)).filter(mayBeProposed).length;
  return count === 0 ? undefined : { year: Number(today.slice(0, 4)), count };
}
