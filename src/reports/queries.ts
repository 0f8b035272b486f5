import { z } from 'zod';
import { query } from '../kernel/door.ts';
import { exclusionToken } from '../kernel/sealing/mac.ts';
import { changeFile, openFile } from '../kernel/journal/file.ts';
import { done } from '../kernel/outcome.ts';
import type { FileId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { findReserve } from '../regions/public.ts';
import { findColleague } from '../staff/public.ts';
import { mayHandleReport, maySeeInbox } from './access.ts';
import { reportFacts } from './commands/handle.ts';
import { REPORT_FILE } from './file.ts';
import { decideSeen, type ReportState } from './report.ts';
import { listReports, listUnopened, type ReportRow, type UnopenedRow } from './store.ts';

export type InboxRow = Pick<ReportRow, 'file_id' | 'reference' | 'channel' | 'state' | 'urgent' | 'received_at' | 'seen_at'>;
export type Inbox = { readonly waiting: readonly InboxRow[]; readonly decided: readonly InboxRow[]; readonly unreadable: readonly UnopenedRow[]; readonly now: Instant };

const MOST = 500;
const RECENT = 20;

/** Reception's one list: what arrived and is not decided, urgent first. No name stands in it; each row was judged for whoever asks. */
export const inbox = query({
  name: 'reports.inbox',
  schema: z.strictObject({}),
  facts: async (ctx) => ({ askerIsReserve: ctx.actor.kind === 'person' && (await findReserve(ctx)) === ctx.actor.userId }),
  access: maySeeInbox,
  run: async (ctx, _input, { askerIsReserve }) => {
    if (ctx.actor.kind !== 'person') return done<Inbox>({ waiting: [], decided: [], unreadable: [], now: ctx.now });
    const { actor } = ctx;
    const me = exclusionToken(ctx.keys.lookup, actor.userId);
    const mine = (rows: readonly ReportRow[]) => rows.filter((row) => mayHandleReport(actor, {
      fileId: row.file_id, excluded: row.excluded, forReserve: row.for_reserve, askerIsReserve, decided: row.decided_at !== null,
    }).allow);
    return done<Inbox>({
      waiting: mine(await listReports(ctx.tx, ctx.regionId, me, true, MOST)),
      decided: mine(await listReports(ctx.tx, ctx.regionId, me, false, RECENT)),
      unreadable: (await listUnopened(ctx.tx, ctx.regionId)).filter((row) => row.failure_code !== null),
      now: ctx.now,
    });
  },
});

export type OpenReport = { readonly fileId: FileId; readonly report: ReportState; readonly names: Readonly<Record<string, string>>; readonly mayOpenCase: boolean; readonly now: Instant };

/** Opens one report. The first opening marks it seen: a read receipt is part of the reading, and commits with it. */
export const openReport = query({
  name: 'reports.open',
  schema: z.strictObject({ reportId: z.uuid() }),
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayHandleReport,
  run: async (ctx, _input, facts) => {
    const seen = await changeFile(ctx, REPORT_FILE, facts.fileId, (state) => decideSeen(state, ctx.now));
    if (!seen.ok) return seen;
    const { state } = await openFile(ctx, REPORT_FILE, facts.fileId);
    const writers = new Set([...state.urgentRecords, ...state.handOvers].map((entry) => entry.by));
    const names: Record<string, string> = {};
    for (const writer of writers) {
      const colleague = writer === 'system' ? undefined : await findColleague(ctx, writer);
      names[writer] = colleague?.name ?? writer;
    }
    const mayOpenCase = ctx.actor.kind === 'person' && state.progress !== 'DECIDED' && (ctx.actor.roles.includes('KOORDINATOR') || facts.askerIsReserve);
    return done<OpenReport>({ fileId: facts.fileId, report: state, names, mayOpenCase, now: ctx.now });
  },
});
