import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import type { Instant } from '../../kernel/time.ts';
import { listColleagues } from '../../staff/public.ts';
import { mayHandleBreaches } from '../access.ts';
import { tellBy, type Breach } from '../breach.ts';
import { openBreach } from '../commands/breaches.ts';
import { listBreaches, listVersions } from '../store/breaches.ts';

export type BreachLine = { readonly breachId: string; readonly breach: Breach; readonly settled: boolean; readonly tellBy: Instant };
export type BreachList = { readonly now: Instant; readonly newId: string; readonly lines: readonly BreachLine[] };

export const breachList = query({
  name: 'privacy.breaches',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: mayHandleBreaches,
  run: async (ctx) => done<BreachList>({
    now: ctx.now, newId: ctx.chance.uuid(),
    lines: (await listBreaches(ctx.tx, ctx.regionId)).map((row) => ({ breachId: row.breach_id, breach: openBreach(ctx, row), settled: row.settled, tellBy: tellBy(row.discovered_at) })),
  }),
});

export type BreachVersion = { readonly version: number; readonly breach: Breach; readonly by: string; readonly at: Instant };
export type OpenBreach = { readonly now: Instant; readonly breachId: string; readonly tellBy: Instant; readonly settled: boolean; readonly versions: readonly [BreachVersion, ...BreachVersion[]] };

/** One breach as it is known now, and as it was known before. */
export const openBreachPage = query({
  name: 'privacy.breach',
  schema: z.strictObject({ breachId: idField() }),
  facts: async (ctx, { breachId }) => {
    const rows = await listVersions(ctx.tx, ctx.regionId, breachId);
    return rows.length === 0 ? undefined : rows;
  },
  access: (actor) => mayHandleBreaches(actor),
  run: async (ctx, { breachId }, rows) => {
    const names = new Map((await listColleagues(ctx)).map((one) => [one.userId, one.name]));
    const [newest, ...earlier] = rows.map((row) => ({
      settled: row.settled, version: row.version, breach: openBreach(ctx, row), by: names.get(row.written_by) ?? '', at: row.written_at,
    }));
    if (newest === undefined) return refuse('not_found');
    return done<OpenBreach>({ now: ctx.now, breachId, tellBy: tellBy(newest.breach.discoveredAt), settled: newest.settled, versions: [newest, ...earlier] });
  },
});
