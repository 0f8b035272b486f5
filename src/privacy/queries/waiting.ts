import { workingFor } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import { asId, type FileId, type MunicipalityId, type UserId } from '../../kernel/ids.ts';
import { listExclusions } from '../../kernel/journal/store.ts';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { listColleagues, trustedReserve, type MemberWithRoles } from '../../staff/public.ts';
import { mayHandleBreach, mayHandleBreaches, mayRegisterRequest } from '../access.ts';
import { duesFor, type DuesFor, type WaitingRequest } from '../access-request.ts';
import { openClocks, remindAt, runningClocks, tellBy, type Breach } from '../breach.ts';
import { namedInBreach, openBreach } from '../commands/breaches.ts';
import { around, openRequest, staffAround, type Staff } from '../commands/kept-request.ts';
import { listBreaches, listVersions, listVersionsAmong, type BreachRow } from '../store/breaches.ts';
import { listRequestsAmong, listUnanswered, type RequestRow } from '../store/requests.ts';

export type WaitingBreach = { readonly breachId: string; readonly municipalities: readonly MunicipalityId[]; readonly discoveredAt: Instant; /** of one of its clocks, and when it is told of once more before that */ readonly due: Instant; readonly remindAt: Instant; /** by somebody else in it (fvl § 6) */ readonly named: readonly UserId[] };

/** Breaches that nobody has settled, one line for each of their clocks that still runs, for the worker that tells of them (GDPR art. 33, digitalsikkerhetsforskriften § 17). */
export async function waitingBreaches(ctx: Context, colleagues: readonly MemberWithRoles[]): Promise<readonly WaitingBreach[]> {
  const open = (await listBreaches(ctx.tx, ctx.regionId)).filter(({ settled }) => !settled);
  const waiting: WaitingBreach[] = [];
  for (const row of open) {
    const named = toldApart(ctx, await listVersions(ctx.tx, ctx.regionId, row.breach_id), colleagues);
    waiting.push(...clocksOf(ctx, row).map((due) => ({ breachId: row.breach_id, municipalities: row.municipalities, discoveredAt: row.discovered_at, due, remindAt: remindAt(row.discovered_at, due), named })));
  }
  return waiting;
}

/** Of one that does not open nobody knows whom it names, and 72 hours run all the same: all who answer for it are told. */
function toldApart(ctx: Context, rows: readonly BreachRow[], colleagues: readonly MemberWithRoles[]): readonly UserId[] {
  try {
    return namedInBreach(ctx, rows, colleagues);
  } catch (error) {
    if (error instanceof SealBroken) return [];
    throw error;
  }
}

/** One that does not open has the clock that every breach has. */
function clocksOf(ctx: Context, row: BreachRow): readonly Instant[] {
  const breach = opened(ctx, row);
  return breach === undefined ? [tellBy(row.discovered_at)] : openClocks(breach);
}

function opened(ctx: Context, row: BreachRow): Breach | undefined {
  try {
    return openBreach(ctx, row);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

export type BreachesDue = { readonly now: Instant; readonly lines: readonly { readonly breachId: string; readonly discoveredAt: Instant; /** the first of its clocks; undefined: what is left to answer has none */ readonly due: Instant | undefined }[] };

/** Breaches that are not settled, for those who handle them; part of «Min dag», and no reading of its own. Whoever is named in one does not find it. */
export async function breachesDue(ctx: Context): Promise<BreachesDue> {
  const { actor, now } = ctx;
  if (actor.kind !== 'person' || !mayHandleBreaches(actor).allow) return { now, lines: [] };
  const open = (await listBreaches(ctx.tx, ctx.regionId)).filter(({ settled }) => !settled);
  if (open.length === 0) return { now, lines: [] };
  const [{ municipalities: own }, colleagues] = [await workingFor(ctx), await listColleagues(ctx)];
  const lines: BreachesDue['lines'][number][] = [];
  for (const row of open) {
    const named = toldApart(ctx, await listVersions(ctx.tx, ctx.regionId, row.breach_id), colleagues).includes(actor.userId);
    if (!mayHandleBreach(actor, { municipalities: row.municipalities, own, named }).allow) continue;
    const breach = opened(ctx, row);
    lines.push({ breachId: row.breach_id, discoveredAt: row.discovered_at, due: breach === undefined ? tellBy(row.discovered_at) : runningClocks(breach)[0] });
  }
  return { now, lines };
}

/** Requests for access without an answer (GDPR art. 12 no. 3). One that does not open is told of to nobody: it must not keep the others, or an Akutt, from being told. */
export async function waitingRequests(ctx: Context): Promise<readonly WaitingRequest[]> {
  const staff = await staffAround(ctx);
  return (await listUnanswered(ctx.tx, ctx.regionId)).flatMap((row) => {
    const read = readOf(ctx, row, staff);
    return read === undefined ? [] : [{ requestId: row.request_id, registeredAt: row.registered_at, files: row.files, ...read }];
  });
}

export type RequestsDue = DuesFor & { readonly now: Instant; readonly today: Day };

/** Requests whose month is nearly over, for those who answer them, and the oldest of those whose month ends, for those who were told of it; part of «Min dag», and no reading of its own. */
export async function requestsDue(ctx: Context): Promise<RequestsDue> {
  const { actor, now } = ctx;
  const today = osloDay(now);
  const answers = mayRegisterRequest(actor).allow;
  if (actor.kind !== 'person' || !(answers || actor.roles.includes('LEDER') || actor.userId === await trustedReserve(ctx))) return { now, today, lines: [], overdue: undefined };
  const waiting = await waitingRequests(ctx);
  const token = exclusionToken(ctx.keys.lookup, actor.userId);
  const out = (await listExclusions(ctx.tx, ctx.regionId, waiting.flatMap(({ files }) => files))).filter((one) => one.token.equals(token)).map(({ file_id: file }) => file);
  return { now, today, ...duesFor(waiting, { userId: actor.userId, answers, out }, today) };
}

/**
 * Whom these breaches and requests name by now, settled or not: what was to be told of them and has not gone out yet goes to none of these (fvl § 6). Ids of
 * anything else are passed over; of a request that does not open everybody counts as named.
 */
export async function namedNow(ctx: Context, colleagues: readonly MemberWithRoles[], ids: readonly FileId[]): Promise<ReadonlyMap<FileId, readonly UserId[]>> {
  const breaches = Map.groupBy(await listVersionsAmong(ctx.tx, ctx.regionId, ids), (row) => row.breach_id);
  const requests = await listRequestsAmong(ctx.tx, ctx.regionId, ids);
  return new Map([
    ...[...breaches].map(([id, rows]) => [asId<'file'>(id), toldApart(ctx, rows, colleagues)] as const),
    ...requests.map((row) => [asId<'file'>(row.request_id), readOf(ctx, row, { colleagues, contacts: new Map(), reserve: undefined })?.named ?? colleagues.map(({ userId }) => userId)] as const),
  ]);
}

/** undefined: it does not open, and so nobody knows whom it names. Whoever opens the list of requests finds that out. */
function readOf(ctx: Context, row: RequestRow, staff: Staff): Pick<WaitingRequest, 'due' | 'named' | 'toLook'> | undefined {
  try {
    return around(ctx, row, openRequest(ctx, row), staff);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
