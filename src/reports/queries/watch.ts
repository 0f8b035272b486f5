import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { addMs, MINUTE, type Instant } from '../../kernel/time.ts';
import { mayHandleReport, maySeeInbox } from '../access.ts';
import { factsOf, meOf } from '../commands/handle.ts';
import { standingOf } from '../commands/standing.ts';
import { listReports, listUnopened } from '../store.ts';

/** What a screen on the wall may tell a room: how many wait, and for how long. No reference, no place, nothing of any report. */
export type Watch = {
  /** danger that nobody has read */
  readonly urgent: number;
  readonly urgentSince: Instant | undefined;
  /** the others that nobody has read */
  readonly unread: number;
  readonly unreadSince: Instant | undefined;
  /** could not be opened, or is late to be */
  readonly unopened: number;
  readonly now: Instant;
};

const MOST = 500;
const OPENED_WITHIN = 2 * MINUTE;

/** The watch screen of whoever is on duty. Judged row by row as the inbox is: what keeps somebody out is not counted for them either. */
export const watch = query({
  name: 'reports.watch',
  schema: z.strictObject({}),
  facts: async (ctx) => ({ askerIsReserve: (await standingOf(ctx, [])).askerIsReserve }),
  access: maySeeInbox,
  run: async (ctx) => {
    if (ctx.actor.kind !== 'person') return done<Watch>({ urgent: 0, urgentSince: undefined, unread: 0, unreadSince: undefined, unopened: 0, now: ctx.now });
    const { actor } = ctx;
    const rows = (await listReports(ctx.tx, ctx.regionId, meOf(ctx, actor.userId), true, MOST)).filter((row) => row.seen_at === null);
    const standing = await standingOf(ctx, rows.map((row) => row.file_id));
    const mine = rows.filter((row) => mayHandleReport(actor, factsOf(row, standing)).allow);
    const late = addMs(ctx.now, -OPENED_WITHIN);
    const [urgent, others] = [mine.filter((row) => row.urgent), mine.filter((row) => !row.urgent)];
    return done<Watch>({
      urgent: urgent.length, urgentSince: urgent[0]?.received_at, unread: others.length, unreadSince: others[0]?.received_at,
      unopened: (await listUnopened(ctx.tx, ctx.regionId)).filter((row) => row.failure_code !== null || row.received_at < late).length, now: ctx.now,
    });
  },
});
