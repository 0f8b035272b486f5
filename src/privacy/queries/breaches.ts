import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import type { MunicipalityId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { listColleagues } from '../../staff/public.ts';
import { workingFor } from '../../cases/public.ts';
import { mayHandleBreach, mayHandleBreaches } from '../access.ts';
import { tellBy, type Breach } from '../breach.ts';
import { isNamed, knownBreach, openBreach } from '../commands/breaches.ts';
import { listAllVersions, listBreaches, type BreachRow } from '../store/breaches.ts';

export type BreachLine = { readonly breachId: string; readonly breach: Breach; readonly settled: boolean; readonly tellBy: Instant };
/** `names` of all municipalities, `own`: those that whoever looks works for. */
type Places = { readonly names: Readonly<Record<string, string>>; readonly own: readonly MunicipalityId[] };
export type BreachList = Places & { readonly now: Instant; readonly newId: string; readonly lines: readonly BreachLine[] };

/** The breaches that are this person's to handle. */
export const breachList = query({
  name: 'privacy.breaches',
  schema: z.strictObject({}),
  facts: (ctx) => workingFor(ctx),
  access: (actor) => mayHandleBreaches(actor),
  run: async (ctx, _input, { municipalities: own, names }) => {
    const colleagues = await listColleagues(ctx);
    const saved = await listAllVersions(ctx.tx, ctx.regionId);
    const named = (row: BreachRow) => isNamed(ctx, saved.filter(({ breach_id: id }) => id === row.breach_id), colleagues);
    const theirs = (await listBreaches(ctx.tx, ctx.regionId)).filter((row) => mayHandleBreach(ctx.actor, { municipalities: row.municipalities, own, named: named(row) }).allow);
    return done<BreachList>({
      now: ctx.now, newId: ctx.chance.uuid(), names, own,
      lines: theirs.map((row) => ({ breachId: row.breach_id, breach: openBreach(ctx, row), settled: row.settled, tellBy: tellBy(row.discovered_at) })),
    });
  },
});

export type BreachVersion = { readonly version: number; readonly breach: Breach; readonly by: string; readonly at: Instant };
export type OpenBreach = Places & { readonly now: Instant; readonly breachId: string; readonly tellBy: Instant; readonly settled: boolean; readonly versions: readonly [BreachVersion, ...BreachVersion[]] };

/** One breach as it is known now, and as it was known before. */
export const openBreachPage = query({
  name: 'privacy.breach',
  schema: z.strictObject({ breachId: idField() }),
  facts: async (ctx, { breachId }) => {
    const known = await knownBreach(ctx, breachId);
    return known.rows.length === 0 ? undefined : known;
  },
  access: mayHandleBreach,
  run: async (ctx, { breachId }, { rows, own, names: places }) => {
    const names = new Map((await listColleagues(ctx)).map((one) => [one.userId, one.name]));
    const [newest, ...earlier] = rows.map((row) => ({
      settled: row.settled, version: row.version, breach: openBreach(ctx, row), by: names.get(row.written_by) ?? '', at: row.written_at,
    }));
    if (newest === undefined) return refuse('not_found');
    return done<OpenBreach>({ now: ctx.now, names: places, own, breachId, tellBy: tellBy(newest.breach.discoveredAt), settled: newest.settled, versions: [newest, ...earlier] });
  },
});
