import { z } from 'zod';
import { idField } from '../kernel/id-field.ts';
import type { Context } from '../kernel/context.ts';
import { query } from '../kernel/door.ts';
import { changeFile, openFile } from '../kernel/journal/file.ts';
import { done } from '../kernel/outcome.ts';
import type { FileId } from '../kernel/ids.ts';
import { addMs, MINUTE, type Instant } from '../kernel/time.ts';
import { NO_CHANGES, type RegionClocks } from '../regions/codes.ts';
import { listMunicipalities, regionClocks } from '../regions/public.ts';
import { findColleague } from '../staff/public.ts';
import { mayHandleReport, mayOpenReport, mayReadReport, maySeeInbox, type ReportFacts } from './access.ts';
import { windowOf } from './commands/dialogue.ts';
import { draftsFor, type Drafts } from './commands/drafts.ts';
import { enquiriesFor, type Enquiries } from './commands/enquiries.ts';
import { handedOverBy, type HandedOver } from './commands/handed-over.ts';
import { factsOf, meOf, mustSignIn, reportFacts } from './commands/handle.ts';
import type { WindowState } from './dialogue.ts';
import { withoutClosed } from './commands/after-consultation.ts';
import { REPORT_FILE } from './file.ts';
import { standingOf } from './commands/standing.ts';
import { reportLog, type LogEntry } from './log.ts';
import { closedBecause, decideSeen, type ReportState, type ReportStep, type StepClosed } from './report.ts';
import { partsOf, unconfirmedFor, type Part, type Unconfirmed } from './queries/settle.ts';
import { hasShelterBasis, shielded } from './shelter-basis.ts';
import { veiled } from './veiled.ts';
import { findReport, listCrowded, listReports, listUnopened, listUnseenParts, lockUnseen, type ReportRow, type UnopenedRow } from './store.ts';

export type InboxRow = Pick<ReportRow, 'file_id' | 'reference' | 'channel' | 'state' | 'urgent' | 'received_at' | 'seen_at' | 'decided_at' | 'answer' | 'consultation'> & {
  /** when the oldest part that nobody has read arrived; null when all is read */
  readonly unread_since: Instant | null;
};
export type Inbox = {
  readonly waiting: readonly InboxRow[];
  /** «Mange på én gang»: the first of them, and how many there are */
  readonly crowded: { readonly rows: readonly InboxRow[]; readonly count: number };
  readonly decided: readonly InboxRow[];
  /** could not be opened */
  readonly unreadable: readonly UnopenedRow[];
  /** received more than two minutes ago and not opened yet: the worker is late */
  readonly delayed: readonly UnopenedRow[];
  /** there are more than are shown */
  readonly cut: boolean;
  readonly clocks: RegionClocks;
  /** talks that were not handed over */
  readonly drafts: Drafts;
  /** what this person handed over lately, and whether it was read */
  readonly handed: readonly HandedOver[];
  /** who asked about a person, for the coordinators */
  readonly enquiries: Enquiries;
  /** sent on, and no receiver has confirmed it: the coordinators' to follow up */
  readonly unconfirmed: readonly Unconfirmed[];
  readonly now: Instant;
};

const MOST = 500;
const RECENT = 20;
const MOST_CROWDED = 100;
const OPENED_WITHIN = 2 * MINUTE;

/** Reception's one list: what arrived and is not decided, urgent first. No name stands in it; each row was judged for whoever asks. */
export const inbox = query({
  name: 'reports.inbox',
  schema: z.strictObject({}),
  facts: async (ctx) => ({ askerIsReserve: (await standingOf(ctx, [])).askerIsReserve }),
  access: maySeeInbox,
  run: async (ctx, _input, { askerIsReserve }) => {
    if (ctx.actor.kind !== 'person') return done<Inbox>({ waiting: [], crowded: { rows: [], count: 0 }, decided: [], unreadable: [], delayed: [], cut: false, clocks: NO_CHANGES, drafts: { mine: [], left: [] }, handed: [], enquiries: { unread: [], read: [] }, unconfirmed: [], now: ctx.now });
    const { actor } = ctx;
    const me = meOf(ctx, actor.userId);
    const mine = async (rows: readonly ReportRow[]) => {
      const standing = await standingOf(ctx, rows.map((row) => row.file_id));
      return rows.filter((row) => mayHandleReport(actor, factsOf(row, standing)).allow);
    };
    const waiting = await listReports(ctx.tx, ctx.regionId, me, true, MOST + 1);
    const crowded = await mine(await listCrowded(ctx.tx, ctx.regionId, me));
    const unopened = await listUnopened(ctx.tx, ctx.regionId);
    return done<Inbox>({
      waiting: await withUnread(ctx, await mine(waiting.slice(0, MOST))),
      crowded: { rows: await withUnread(ctx, crowded.slice(0, MOST_CROWDED)), count: crowded.length },
      decided: (await mine(await listReports(ctx.tx, ctx.regionId, me, false, RECENT))).map((row) => ({ ...row, unread_since: null })),
      unreadable: unopened.filter((row) => row.failure_code !== null),
      delayed: unopened.filter((row) => row.failure_code === null && addMs(row.received_at, OPENED_WITHIN) < ctx.now),
      cut: waiting.length > MOST,
      clocks: await regionClocks(ctx),
      drafts: await draftsFor(ctx),
      handed: await handedOverBy(ctx),
      enquiries: await enquiriesFor(ctx, askerIsReserve),
      unconfirmed: await unconfirmedFor(ctx),
      now: ctx.now,
    });
  },
});

/** A report nobody has read waits since it came; one with a new addition waits since that came, and the ledger knows when. */
async function withUnread(ctx: Context, rows: readonly ReportRow[]): Promise<InboxRow[]> {
  const added = rows.filter((row) => row.seen_at === null && row.state !== 'RECEIVED').map((row) => row.file_id);
  const since = new Map<FileId, Instant>();
  if (added.length > 0) {
    for (const part of await listUnseenParts(ctx.tx, ctx.regionId, added)) since.set(part.report_id, part.received_at);
  }
  return rows.map((row) => ({ ...row, unread_since: row.seen_at === null ? since.get(row.file_id) ?? row.received_at : null }));
}

/** The page before content (fvl § 6): what the inbox says of it, and where it happened. */
export type ReportQuestion = Pick<ReportRow, 'reference' | 'channel' | 'urgent' | 'received_at'> & {
  readonly mustAnswer: true;
  /** answered already; but the address is strictly confidential, and it was some time ago that the asker proved who they are */
  readonly signIn: boolean;
  readonly fileId: FileId;
  /** the member municipality the person lives in; undefined where it is none of ours, or not known */
  readonly place: string | undefined;
  /** Akutt can be raised here still */
  readonly mayRaise: boolean;
  readonly now: Instant;
};

export type OpenReport = {
  readonly mustAnswer: false;
  /** opened in danger: the answer is owed */
  readonly owes: boolean;
  readonly fileId: FileId;
  readonly report: ReportState;
  /** a case has it: who reported is told there, to whoever says why */
  readonly vault: boolean;
  readonly log: readonly LogEntry[];
  /** how many reports and additions, and how much of all that came, somebody had read before this reading */
  readonly readBefore: number;
  readonly readPartsBefore: number;
  /** whether whoever reported can be written to by a code, and the id of what is written on this page: the same form sent twice is one message */
  readonly window: WindowState;
  readonly messageId: string;
  /** staff who stand in the log, by id */
  readonly names: Readonly<Record<string, string>>;
  /** member municipalities by number */
  readonly places: Readonly<Record<string, string>>;
  /** why a step is closed; one that is not here is open */
  readonly closed: Readonly<Partial<Record<ReportStep, StepClosed>>>;
  readonly mayOpenCase: boolean;
  /** reads it as a coordinator, or as the reserve who does what one does: divides it, sends it on, tells on what came later */
  readonly coordinates: boolean;
  /** what a divided report became */
  readonly parts: readonly Part[];
  readonly clocks: RegionClocks;
  readonly now: Instant;
};

/** Opens one report, or the question before it. The first opening marks it seen: a read receipt is part of the reading, and commits with it. */
export const openReport = query({
  name: 'reports.open',
  schema: z.strictObject({ reportId: idField<'file'>() }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayOpenReport,
  run: async (ctx, _input, facts) => {
    const reads = mayReadReport(ctx.actor, facts).allow;
    if (!reads || mustSignIn(ctx, facts)) return done<ReportQuestion | OpenReport>(await questionOf(ctx, facts, reads));
    const coordinates = ctx.actor.kind === 'person' && (ctx.actor.roles.includes('KOORDINATOR') || (facts.askerIsReserve && facts.forReserve));
    await lockUnseen(ctx.tx, ctx.regionId, facts.fileId);
    let [readBefore, readPartsBefore] = [0, 0];
    const seen = await changeFile(ctx, REPORT_FILE, facts.fileId, (state) => {
      [readBefore, readPartsBefore] = [state.seenContents, state.seenParts];
      return decideSeen(state, coordinates ? 'coordinator' : 'reception', ctx.now);
    });
    if (!seen.ok) return seen;
    const { state, events } = await withoutClosed(ctx, await openFile(ctx, REPORT_FILE, facts.fileId));
    const log = reportLog(events);
    // Once a case has it, or those it was divided into: who reported, and where somebody lives, is told there, to whoever may be told (decision 0032).
    const vault = state.outcome === 'SAK' || state.outcome === 'DELT';
    const sees = coordinates || (ctx.actor.kind === 'person' && hasShelterBasis(ctx.actor.roles));
    return done<ReportQuestion | OpenReport>({
      mustAnswer: false, owes: facts.answer === 'SENERE', fileId: facts.fileId, report: veiled(shielded(state, sees), { reporter: vault, address: vault, place: facts.strict }), vault, log, readBefore, readPartsBefore, window: await windowOf(ctx, facts.fileId), messageId: ctx.chance.uuid(), names: await namesIn(ctx, log), places: await placesOf(ctx), closed: closedSteps(state),
      coordinates, mayOpenCase: coordinates && closedBecause(state, 'decide') === undefined, parts: coordinates ? await partsOf(ctx, state) : [], clocks: await regionClocks(ctx), now: ctx.now,
    });
  },
});

async function questionOf(ctx: Context, { fileId, strict }: ReportFacts, signIn: boolean): Promise<ReportQuestion> {
  const row = ctx.actor.kind === 'person' ? await findReport(ctx.tx, ctx.regionId, fileId, meOf(ctx, ctx.actor.userId)) : undefined;
  if (row === undefined) throw new Error('a report that was judged is there');
  const { reference, channel, urgent, received_at, owner_municipality_id: owner } = row;
  const place = (await listMunicipalities(ctx.tx, ctx.regionId)).find(({ municipality_id: id }) => id === owner)?.name;
  return { mustAnswer: true, signIn, fileId, reference, channel, urgent, received_at, place: strict ? undefined : place, mayRaise: !signIn && !urgent && (row.decided_at === null || row.seen_at === null), now: ctx.now };
}

function closedSteps(state: ReportState): Partial<Record<ReportStep, StepClosed>> {
  const closed: Partial<Record<ReportStep, StepClosed>> = {};
  for (const step of ['urgent', 'hand_over', 'decide', 'split', 'send_on'] as const) {
    const why = closedBecause(state, step);
    if (why !== undefined) closed[step] = why;
  }
  return closed;
}

async function namesIn(ctx: Context, log: readonly LogEntry[]): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const writer of new Set(log.map((entry) => entry.by))) {
    const colleague = writer === 'system' ? undefined : await findColleague(ctx, writer);
    if (colleague !== undefined) names[writer] = colleague.name;
  }
  return names;
}

async function placesOf(ctx: Context): Promise<Record<string, string>> {
  return Object.fromEntries((await listMunicipalities(ctx.tx, ctx.regionId)).map((row) => [row.number, row.name]));
}
