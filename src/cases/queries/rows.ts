import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { deadlines } from '../clocks.ts';
import { mayReadCase, mayDeclareImpartiality, reach, type Reach } from '../access.ts';
import { askedAfter } from '../asking.ts';
import { askedLine, coordinators, leadOf, type AskedCase, type Asker } from '../commands/asked.ts';
import { openAlias } from '../file.ts';
import { isSupervisor } from '../supervision.ts';
import { listAliases, type CaseLine, type Finding } from '../store/read.ts';
import type { CaseRow, Names } from './models.ts';

/** How the database looks for what this person finds; undefined: no case at all. */
export function finding(asker: Asker): Finding | undefined {
  const nothing: Reach = { everything: false, led: false, granted: false, reception: false, municipalities: [] };
  const own = reach({ userId: asker.userId, roles: asker.roles, municipalities: asker.municipalities }) ?? (asker.isReserve ? nothing : undefined);
  if (own === undefined) return undefined;
  return { userId: asker.userId, token: asker.token, reach: own, coordinators: asker.isReserve ? coordinators(asker) : undefined, supervising: isSupervisor(asker) ? { since: asker.supervisions.map(({ from }) => from).toSorted()[0] } : undefined, askedAfter: askedAfter(asker.now), now: asker.now };
}

/** The files whose alias a list may open: those this person may read now. */
export function readable(asked: readonly AskedCase[]): FileId[] {
  // A strictly confidential case is not called anything in a list.
  return asked.filter(({ actor, facts, asker }) => !facts.strict && mayReadCase(actor, facts, asker.now).allow).map(({ facts }) => facts.fileId);
}

/** Opens the aliases of the files that the verdict opened; each stands in the audit row as looked at. */
export async function aliases(ctx: Context, asked: readonly AskedCase[]): Promise<ReadonlyMap<FileId, string>> {
  const rows = await listAliases(ctx.tx, ctx.regionId, readable(asked));
  for (const row of rows) ctx.touched.set(row.file_id, { seq: 0, mac: '' });
  return new Map(rows.map((row) => [row.file_id, openAlias(ctx, row.file_id, row.sealed)]));
}

export function judged(asker: Asker, lines: readonly CaseLine[]): AskedCase[] {
  return lines.map((line) => askedLine(asker, line));
}

/** Whether the page of the case opens for this person, and whether with the question first. */
export function doors({ actor, facts, asker }: AskedCase): Pick<CaseRow, 'mayOpen' | 'mustDeclare'> {
  const reads = mayReadCase(actor, facts, asker.now).allow;
  const asks = !reads && mayDeclareImpartiality(actor, facts, asker.now).allow;
  return { mayOpen: reads || asks, mustDeclare: asks };
}

export function toRow(asked: AskedCase, alias: string | undefined): CaseRow {
  const { line, facts, asker } = asked;
  const [next] = deadlines(line.clocks);
  return {
    fileId: line.file_id, reference: line.reference, alias, status: line.status, caseType: line.case_type ?? undefined, provisional: line.provisional, akutt: line.akutt,
    owner: facts.owner, lead: leadOf(asked), receivedAt: line.received_at, openedAt: line.opened_at, updatedAt: line.updated_at, closedAt: facts.closedAt,
    next: next && { ...next, late: asker.now >= next.due },
    awaits: line.awaits === null || line.awaits_by === null ? undefined : { kind: line.awaits, by: line.awaits_by, byCoordinator: line.awaits_by_coordinator, asked: line.awaits_asked ?? undefined },
    besides: line.besides_by === null ? undefined : { by: line.besides_by },
    ...doors(asked),
  };
}

export function colleagueNames({ colleagues }: Asker): Names {
  return Object.fromEntries(colleagues.map(({ userId, name }) => [userId, name]));
}

export function municipalityNames({ region }: Asker): Names {
  return Object.fromEntries(region.map((row) => [row.municipality_id, row.name]));
}

/** By number, which is what a report has. */
export function placeNames({ region }: Asker): Names {
  return Object.fromEntries(region.map((row) => [row.number, row.name]));
}
