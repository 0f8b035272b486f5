import type { Context } from '../../kernel/context.ts';
import type { FileId, MunicipalityId, UserId } from '../../kernel/ids.ts';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import { addDays, osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { listColleagues, recused, type MemberWithRoles } from '../../staff/public.ts';
import { mayRegisterRequest } from '../access.ts';
import { dueOf } from '../access-request.ts';
import { openClocks, remindAt, tellBy } from '../breach.ts';
import { namedInBreach, openBreach } from '../commands/breaches.ts';
import { DAYS_LEFT } from '../codes.ts';
import { openRequest } from '../commands/kept-request.ts';
import { listBreaches, listVersions, type BreachRow } from '../store/breaches.ts';
import { listUnanswered, type RequestRow } from '../store/requests.ts';

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
  try {
    return openClocks(openBreach(ctx, row));
  } catch (error) {
    if (error instanceof SealBroken) return [tellBy(row.discovered_at)];
    throw error;
  }
}

export type WaitingRequest = { readonly requestId: string; readonly due: Day; /** what it was found to be about */ readonly files: readonly FileId[]; /** named or nearly named in it (fvl § 6) */ readonly named: readonly UserId[] };

/** Requests for access without an answer (GDPR art. 12 no. 3). One that does not open is told of to nobody: it must not keep the others, or an Akutt, from being told. */
export async function waitingRequests(ctx: Context, colleagues: readonly MemberWithRoles[]): Promise<readonly WaitingRequest[]> {
  return (await listUnanswered(ctx.tx, ctx.regionId)).flatMap((row) => {
    const read = readOf(ctx, row, colleagues);
    return read === undefined ? [] : [{ requestId: row.request_id, files: row.files, ...read }];
  });
}

export type RequestsDue = { readonly now: Instant; readonly today: Day; readonly lines: readonly { readonly requestId: string; readonly due: Day }[] };

/** Requests whose month is nearly over, for those who answer them; part of «Min dag», and no reading of its own. Whoever is named in one does not find it. */
export async function requestsDue(ctx: Context): Promise<RequestsDue> {
  const { actor, now } = ctx;
  const today = osloDay(now);
  if (actor.kind !== 'person' || !mayRegisterRequest(actor).allow) return { now, today, lines: [] };
  const waiting = await waitingRequests(ctx, await listColleagues(ctx));
  return { now, today, lines: waiting.filter(({ due, named }) => addDays(due, -DAYS_LEFT) <= today && !named.includes(actor.userId)) };
}

/** undefined: it does not open, and so nobody knows whom it names. Whoever opens the list of requests finds that out. */
function readOf(ctx: Context, row: RequestRow, colleagues: readonly MemberWithRoles[]): Pick<WaitingRequest, 'due' | 'named'> | undefined {
  try {
    const request = openRequest(ctx, row);
    return { due: dueOf(row, request), named: recused(colleagues, { names: [request.name, request.about], text: request.asks }) };
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
