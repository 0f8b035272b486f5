import type { Actor, Person } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import { mayTakeUncased, mayTakeWhole } from '../access/archive.ts';
import type { Me } from '../store/read.ts';
import { listUncased } from '../store/uncased.ts';
import type { UncasedLine } from '../uncased.ts';
import { askedCase, type FoundCase } from './asked.ts';

/** What the archive takes out whole: a case, or what never became one. */
export type FoundWhole = FoundCase | { readonly uncased: UncasedLine };

export function meOf(ctx: Context, { userId }: Pick<Person, 'userId'>): Me {
  return { userId, token: exclusionToken(ctx.keys.lookup, userId) };
}

/** A report that no case holds, or a consultation; undefined for the system, which takes nothing out. */
export async function askedUncased(ctx: Context, fileId: FileId): Promise<UncasedLine | undefined> {
  return ctx.actor.kind === 'person' ? (await listUncased(ctx.tx, ctx.regionId, [fileId], meOf(ctx, ctx.actor)))[0] : undefined;
}

/** Either of them, with the same statements whichever it is. */
export async function askedWhole(ctx: Context, fileId: FileId): Promise<FoundWhole | undefined> {
  const found = await askedCase(ctx, fileId);
  const uncased = await askedUncased(ctx, fileId);
  return found ?? (uncased === undefined ? undefined : { uncased });
}

/** May take it out. @param reports those of the case that are opened with it */
export function mayTake(actor: Actor, found: FoundWhole, reports: readonly FileId[] = []): Verdict {
  return 'uncased' in found ? mayTakeUncased(actor, found.uncased) : mayTakeWhole(found.actor, found.facts, reports, found.asker.now);
}

/** With what came with it: a case with its reports. */
export function mayTakeAll(actor: Actor, found: FoundWhole): Verdict {
  return mayTake(actor, found, 'uncased' in found ? [] : found.reports);
}
