import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { asId, reference, type FileId, type UserId } from '../../kernel/ids.ts';
import type { NewEvent } from '../../kernel/journal/event.ts';
import { changeFile, createFile, exclude, openFile } from '../../kernel/journal/file.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { fingerprint } from '../../kernel/sealing/mac.ts';
import { lineField, textField } from '../../kernel/text-field.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { mustProve } from '../../staff/public.ts';
import { mayPassOn, coordinatesReport, type ReportFacts } from '../access.ts';
import { REPORT_FILE } from '../file.ts';
import { LONGEST } from '../form/fields.ts';
import type { FileAlong, FileTo } from '../follow.ts';
import { decidePassedOn, decideSplit, MOST_PEOPLE, type SplitReport } from '../split.ts';
import type { ReportEvent, ReportState } from '../report.ts';
import { holdReport, insertLedgerPart, nextPart } from '../store/transfer.ts';
import { enqueueFiles } from '../store/follow.ts';
import { judgeStaff } from './arrive.ts';
import { reportFacts, writesContent } from './handle.ts';
import { namedIn, namedInWords, wordsOnThePhone } from './named.ts';

const line = lineField(LONGEST.short);
const text = textField(LONGEST.long);
const codes = z.array(z.string().max(40)).max(60);

const fileTo = z.strictObject({ no: z.string().max(3), to: idField<'file'>() });

const person = z.strictObject({
  name: line, birthYear: line, municipality: line, address: line, phone: line, suspect: line, needs: line, lastHappened: line, worksWhere: line, contactedWhen: line, danger: line,
  story: text, wish: text, safeContact: text, doneSoFar: text, basisText: text, urgentWords: text, violence: codes, vulnerability: codes, relation: codes, files: codes,
});

/**
 * «Gjelder det flere?»: each person gets a report of their own, as if it had come alone: the same true time and way, its own reference,
 * ledger row and comparison with the staff. The original stays whole in reception. All of it in one transaction, and the same form twice
 * is one. `parts`: how much had come when it was read; what came since then waits to be told on. What ties them stands sealed in the original's journal and in the audit log, nowhere else. Refusals: those of decideSplit.
 */
export const splitReport = command({
  name: 'reports.split',
  schema: z.strictObject({ reportId: idField<'file'>(), formId: z.uuid(), parts: z.int().min(0).max(32_000), people: z.array(person).max(MOST_PEOPLE) }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: coordinatesReport,
  run: writesContent(async (ctx, { formId, parts, people }, facts) => {
    const { state, events } = await openFile(ctx, REPORT_FILE, facts.fileId);
    const planned = decideSplit(state, formId, people, ctx);
    if (!planned.ok) return planned;
    const reports = planned.value;
    if (reports === undefined) return done({ waits: waits(state) });
    const into = reports.map(() => asId<'file'>(ctx.chance.uuid()));
    const files: FileTo[] = reports.flatMap((report, at) => report.files.map((file) => ({ ...file, to: into[at] ?? facts.fileId })));
    const content = { formId, parts, into, ...(files.length === 0 ? {} : { files }) };
    const split = await changeFile(ctx, REPORT_FILE, facts.fileId, () => done([{ type: 'ReportSplit', version: 1, happenedAt: ctx.now, content }]));
    if (!split.ok) return split;
    for (const [at, report] of reports.entries()) await store(ctx, into[at] ?? facts.fileId, { report, state, facts, connected: connectedIn(events) });
    await enqueueFiles(ctx.tx, ctx.regionId, files);
    return done({ waits: waits(split.value) });
  }),
});

/** Something came that is not told on yet. */
function waits({ seenAt }: ReportState): boolean {
  return seenAt === undefined;
}

/** Who has said that they are connected to somebody in it: it may be any of them, so they are out of each. */
function connectedIn(events: readonly ReportEvent[]): UserId[] {
  return events.flatMap((event) => (event.type === 'ReportImpartialityDeclared' && event.content.connection === 'TILKNYTTET' && event.actor !== 'system' ? [event.actor] : []));
}

type Made = { readonly report: SplitReport; readonly state: ReportState; readonly facts: ReportFacts; readonly connected: readonly UserId[] };

async function store(ctx: Context, fileId: FileId, { report: { content, typedIn, urgent, files }, state, facts, connected }: Made): Promise<void> {
  const receivedAt = state.receivedAt ?? ctx.now;
  await insertLedgerPart(ctx.tx, ctx.regionId, { reportId: fileId, part: 0, channel: state.channel, kind: 'split', fingerprint: fingerprint(ctx.keys.lookup, fileId, JSON.stringify(content)), receivedAt, readableAt: ctx.now });
  const beside = wordsOnThePhone(undefined, urgent.flatMap((event) => (event.type === 'ReportMadeUrgent' ? [event.content] : [])));
  const judged = await judgeStaff(ctx, (staff) => [...new Set([...namedIn(staff, content), ...namedInWords(staff, beside), ...connected])], { place: content.worksWhere });
  const arrived: NewEvent<ReportEvent> = {
    type: 'ReportArrived', version: 2, happenedAt: receivedAt,
    content: { receivedAt, part: 0, ...judged, report: content, channel: state.channel, reference: reference(Number(osloDay(receivedAt).slice(0, 4)), ctx.chance), typedIn },
  };
  // whoever divides it has answered for everybody in it
  const answered: NewEvent<ReportEvent>[] = facts.answer === 'INGEN' ? [{ type: 'ReportImpartialityDeclared', version: 1, happenedAt: ctx.now, content: { connection: 'INGEN' } }] : [];
  await createFile(ctx, REPORT_FILE, fileId, [arrived, ...answered, ...urgent, ...awaiting(files, ctx.now)]);
  await exclude(ctx, fileId, judged.leftOut);
}

/** A report that waits for files says so, until they are there. */
function awaiting(files: readonly FileAlong[], now: Instant): NewEvent<ReportEvent>[] {
  return files.length === 0 ? [] : [{ type: 'AttachmentsAwaited', version: 1, happenedAt: now, content: { slots: files.map(({ slot }) => slot) } }];
}

/**
 * What the reporter wrote after the report was divided, told on to those it is about, in words gone through by the coordinator; «worse»
 * raises Akutt there, also where a case has the report. Attachments that came follow to those who were chosen for them. For one that was sent on it says that nothing more is to be sent.
 * Refusals: those of decidePassedOn.
 */
export const passOn = command({
  name: 'reports.pass_on',
  schema: z.strictObject({ reportId: idField<'file'>(), parts: z.int().min(0).max(32_000), into: z.array(idField<'file'>()).max(MOST_PEOPLE), told: textField(LONGEST.long), worse: z.boolean(), files: z.array(fileTo).max(60) }),
  filesAsked: (input) => [input.reportId, ...reached(input)],
  facts: async (ctx, input) => {
    const facts = [];
    for (const id of [input.reportId, ...reached(input)]) facts.push(await reportFacts(ctx, id));
    const known = facts.filter((one) => one !== undefined);
    return known.length === facts.length ? known : undefined;
  },
  access: mayPassOn,
  run: async (ctx, { reportId, ...told }, facts) => {
    if (mustProve(ctx.actor, facts.some(({ strict }) => strict), ctx.now, 'writes')) return refuse('sign_in_again');
    const { told: words, worse } = told;
    const into = [...new Set(told.into)];
    const { state } = await openFile(ctx, REPORT_FILE, reportId);
    const decided = decidePassedOn(state, { ...told, into }, ctx);
    if (!decided.ok || decided.value.length === 0) return decided;
    const kept = await changeFile(ctx, REPORT_FILE, reportId, () => decided);
    if (!kept.ok) return kept;
    for (const fileId of into) await tell(ctx, fileId, { words, worse, state });
    await letFollow(ctx, kept.value.follows.filter(({ slot }) => !state.follows.some((one) => one.slot === slot)));
    return done({});
  },
});

/** Those that something goes to: words, a file, or both. */
function reached({ into, files }: { readonly into: readonly FileId[]; readonly files: readonly { readonly to: FileId }[] }): FileId[] {
  return [...new Set([...into, ...files.map(({ to }) => to)])];
}

async function letFollow(ctx: Context, files: readonly FileTo[]): Promise<void> {
  for (const to of new Set(files.map((file) => file.to))) await changeFile(ctx, REPORT_FILE, to, () => done(awaiting(files.filter((file) => file.to === to), ctx.now)));
  await enqueueFiles(ctx.tx, ctx.regionId, files);
}

async function tell(ctx: Context, fileId: FileId, { words, worse, state }: { words: string; worse: boolean; state: ReportState }): Promise<void> {
  const receivedAt = newestUnread(state) ?? ctx.now;
  await holdReport(ctx.tx, ctx.regionId, fileId);
  const part = await nextPart(ctx.tx, ctx.regionId, fileId);
  await insertLedgerPart(ctx.tx, ctx.regionId, { reportId: fileId, part, channel: state.channel, kind: 'message', fingerprint: fingerprint(ctx.keys.lookup, fileId, ctx.chance.uuid()), receivedAt, readableAt: ctx.now });
  const judged = await judgeStaff(ctx, (staff) => namedInWords(staff, words), { addedTo: fileId });
  const message = { ...(worse ? { feels: 'VERRE' as const } : {}), ...(words === '' ? {} : { text: words }) };
  await changeFile(ctx, REPORT_FILE, fileId, () => done([{ type: 'ReporterWrote', version: 1, happenedAt: receivedAt, content: { receivedAt, part, ...judged, message } }]));
  await exclude(ctx, fileId, judged.leftOut);
}

function newestUnread({ contents, dialogue }: ReportState) {
  return [...contents.map(({ at }) => at), ...dialogue.theirs.map(({ at }) => at)].toSorted().at(-1);
}
