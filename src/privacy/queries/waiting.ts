import type { Context } from '../../kernel/context.ts';
import type { FileId, MunicipalityId, UserId } from '../../kernel/ids.ts';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import { recused, type MemberWithRoles } from '../../staff/public.ts';
import { dueOn } from '../access-request.ts';
import { openClocks, remindAt, tellBy } from '../breach.ts';
import { openBreach } from '../commands/breaches.ts';
import { openRequest } from '../commands/kept-request.ts';
import { listBreaches, type BreachRow } from '../store/breaches.ts';
import { listUnanswered, type RequestRow } from '../store/requests.ts';

export type WaitingBreach = { readonly breachId: string; readonly municipalities: readonly MunicipalityId[]; readonly discoveredAt: Instant; /** of one of its clocks */ readonly due: Instant; /** when it is told of once more before that */ readonly remindAt: Instant };

/** Breaches that nobody has settled, one line for each of their clocks that still runs, for the worker that tells of them (GDPR art. 33, digitalsikkerhetsforskriften § 17). */
export async function waitingBreaches(ctx: Context): Promise<readonly WaitingBreach[]> {
  const open = (await listBreaches(ctx.tx, ctx.regionId)).filter(({ settled }) => !settled);
  return open.flatMap((row) => clocksOf(ctx, row).map((due) => ({ breachId: row.breach_id, municipalities: row.municipalities, discoveredAt: row.discovered_at, due, remindAt: remindAt(row.discovered_at, due) })));
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

export type WaitingRequest = { readonly requestId: string; readonly due: Day; /** which case it was found to be about */ readonly caseId: FileId | undefined; /** named or nearly named in it (fvl § 6) */ readonly named: readonly UserId[] };

/** Requests for access without an answer (GDPR art. 12 no. 3). One that does not open is told of to nobody: it must not keep the others, or an Akutt, from being told. */
export async function waitingRequests(ctx: Context, colleagues: readonly MemberWithRoles[]): Promise<readonly WaitingRequest[]> {
  return (await listUnanswered(ctx.tx, ctx.regionId)).flatMap((row) => {
    const named = namedIn(ctx, row, colleagues);
    return named === undefined ? [] : [{ requestId: row.request_id, due: dueOn(row.received_on), caseId: row.case_id ?? undefined, named }];
  });
}

/** undefined: it does not open, and so nobody knows whom it names. Whoever opens the list of requests finds that out. */
function namedIn(ctx: Context, row: RequestRow, colleagues: readonly MemberWithRoles[]): readonly UserId[] | undefined {
  try {
    const { name, about, asks } = openRequest(ctx, row);
    return recused(colleagues, { names: [name, about], text: asks });
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
