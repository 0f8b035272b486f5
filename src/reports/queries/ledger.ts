import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import type { FileId } from '../../kernel/ids.ts';
import { listExclusions } from '../../kernel/journal/store.ts';
import { done } from '../../kernel/outcome.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { addDays, addMs, DAY_MS, osloDay, osloInstant, type Day, type Instant } from '../../kernel/time.ts';
import { listColleagues } from '../../staff/public.ts';
import { mayReadLedger, maySeePads, maySettleLost } from '../access.ts';
import { openSettled } from '../commands/ledger.ts';
import { strandedReports } from '../commands/standing.ts';
import { monthsOf, PATIENCE_MS, whatNow, type DayCount, type GapKind, type LostPart, type MonthCount, type PartKind, type WhatNow } from '../ledger.ts';
import { listGaps, type LedgerGap } from '../store.ts';
import { countDays, listFirstParts, listLost, type LostRow } from '../store/ledger.ts';

/** Every part that is not where it should be, oldest first: one rule for the page, for health and for `npm run ledger:check`. */
export async function ledgerGaps(ctx: Context): Promise<LedgerGap[]> {
  const gaps = await listGaps(ctx.tx, ctx.regionId, addMs(ctx.now, -PATIENCE_MS));
  const stranded = await listFirstParts(ctx.tx, ctx.regionId, await strandedReports(ctx));
  return [...gaps, ...stranded.map((one): LedgerGap => ({ ...one, part: 0, what: 'report', kind: 'stranded' }))];
}

/** What a restored database lost and nobody has settled yet. */
export async function unsettledLost(ctx: Context): Promise<LostRow[]> {
  return (await listLost(ctx.tx, ctx.regionId, ctx.now)).filter((row) => row.settled_at === null);
}

/** Nothing that leads to a report: what kind, since when, which way it came. */
export type GapLine = { readonly kind: GapKind; readonly what: PartKind; readonly channel: string; readonly since: Instant };
export type LostLine = LostPart & { readonly lostId: string; readonly foundAt: Instant; readonly now: WhatNow };
export type SettledLine = LostPart & { readonly lostId: string; readonly settledAt: Instant; readonly by: string; readonly did: string };
export type Ledger = {
  readonly now: Instant; readonly today: Day; readonly days: readonly DayCount[]; readonly months: readonly MonthCount[]; readonly gaps: readonly GapLine[];
  readonly lost: readonly LostLine[]; readonly settled: readonly SettledLine[]; readonly maySettle: boolean; readonly mayPads: boolean;
};

const DAYS_SHOWN = 14;
const DAYS_COUNTED = 365;
const SETTLED_SHOWN_MS = 90 * DAY_MS;

/**
 * How much came each day and month and how far it has come, and what is missing. Reports that name the asker are neither counted
 * nor told of (fvl § 6); what was lost, and so was never read, nobody knows of whom it spoke.
 */
export const ledger = query({
  name: 'reports.ledger',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: mayReadLedger,
  run: async (ctx) => {
    const today = osloDay(ctx.now);
    const since = osloInstant(addDays(today, -DAYS_COUNTED), 0, 0);
    const days = await countDays(ctx.tx, ctx.regionId, { since, late: addMs(ctx.now, -PATIENCE_MS), token: tokenOf(ctx) });
    const lost = await listLost(ctx.tx, ctx.regionId, addMs(ctx.now, -SETTLED_SHOWN_MS));
    const names = new Map((await listColleagues(ctx)).map((one) => [one.userId, one.name]));
    const shownFrom = addDays(today, -DAYS_SHOWN);
    return done<Ledger>({
      now: ctx.now, today, days: days.filter(({ day }) => day > shownFrom), months: monthsOf(days), gaps: await gapLines(ctx), maySettle: maySettleLost(ctx.actor).allow, mayPads: maySeePads(ctx.actor).allow,
      lost: lost.filter((row) => row.settled_at === null).map((row) => ({ ...part(row), lostId: row.lost_id, foundAt: row.found_at, now: whatNow(row, row.report_here) })),
      settled: lost.flatMap((row) => (row.settled_at === null || row.sealed === null || row.settled_by === null ? [] : [{
        ...part(row), lostId: row.lost_id, settledAt: row.settled_at, by: names.get(row.settled_by) ?? '', did: openSettled(ctx, { lost_id: row.lost_id, sealed: row.sealed }),
      }])),
    });
  },
});

function part(row: LostRow): LostPart {
  return { part: row.part, channel: row.channel, kind: row.kind, receivedAt: row.received_at };
}

function tokenOf(ctx: Context): Buffer {
  return ctx.actor.kind === 'person' ? exclusionToken(ctx.keys.lookup, ctx.actor.userId) : Buffer.alloc(0);
}

async function gapLines(ctx: Context): Promise<GapLine[]> {
  const gaps = await ledgerGaps(ctx);
  const token = tokenOf(ctx);
  const out = await listExclusions(ctx.tx, ctx.regionId, [...new Set<FileId>(gaps.map((gap) => gap.report_id))]);
  const hidden = new Set(out.filter((one) => one.token.equals(token)).map((one) => one.file_id));
  return gaps.filter((gap) => !hidden.has(gap.report_id)).map(({ kind, what, channel, received_at: since }) => ({ kind, what, channel, since }));
}
