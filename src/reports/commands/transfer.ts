import { z } from 'zod';
import type { Actor, System } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { command, type Door } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { asId, type FileId, type RegionId } from '../../kernel/ids.ts';
import { currentIntakeKey } from '../../kernel/intake-keys.ts';
import { changeFile, openFile } from '../../kernel/journal/file.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { sealEnvelope } from '../../kernel/sealing/intake.ts';
import { fingerprint } from '../../kernel/sealing/mac.ts';
import { instant } from '../../kernel/time.ts';
import { allow, deny, type Verdict } from '../../kernel/verdict.ts';
import { regionName } from '../../regions/public.ts';
import { FROM_REGION } from '../arrived.ts';
import { REPORT_FILE } from '../file.ts';
import { MOMENT, reportContent, type ReportContent } from '../form/content.ts';
import { answerHere, decideAnswered, decideCarried } from '../crossing.ts';
import { LONGEST } from '../form/fields.ts';
import { contentToSend, decideNoted } from '../send-on.ts';
import { findChannel } from '../store/follow.ts';
import { findLanded, findTransfer, holdReport, insertEnvelope, insertLedgerPart, listUnconfirmed, nextPart, saveFailure, type Landed, type TransferRow } from '../store/transfer.ts';

const TASK = 'carry_report';

function only(actor: Actor, files: readonly FileId[]): Verdict {
  return actor.kind === 'system' && actor.task === TASK ? allow('system', files) : deny('only_system');
}

const transferFacts = (ctx: Context, input: { transferId: string }) => findTransfer(ctx.tx, ctx.regionId, input.transferId);

/** In the sender's region: what is to be carried over, opened for the moment that it takes. */
export const packTransfer = command({
  name: 'reports.pack_transfer',
  schema: z.strictObject({ transferId: z.uuid() }),
  facts: transferFacts,
  access: (actor, row) => only(actor, [row.file_id]),
  run: async (ctx, _input, row) => {
    const { state } = await openFile(ctx, REPORT_FILE, row.file_id);
    const crossing = state.crossings.find(({ transferId }) => transferId === row.transfer_id);
    if (crossing !== undefined) return done({ content: crossing.content });
    const sending = state.sendings.find(({ transferId }) => transferId === row.transfer_id);
    return sending === undefined ? refuse('not_offered') : done({ content: contentToSend(state, sending, { regionId: ctx.regionId, name: await regionName(ctx) }) });
  },
});

/**
 * In the receiver's region: it lies there in an envelope sealed to its own intake key, in the ledger from the same moment. Brought a second time,
 * it is there already, and nothing is doubled: the sending's own id makes the fingerprint.
 */
export const landTransfer = command({
  name: 'reports.land_transfer',
  schema: z.strictObject({ transferId: z.uuid(), reportId: idField<'file'>(), content: z.unknown() }),
  facts: async () => ({}),
  access: (actor) => only(actor, []),
  run: async (ctx, { transferId, reportId, content }) => {
    const carried = reportContent.safeParse(content);
    if (!carried.success) return refuse('bad_input', { content: 'not_valid' });
    await holdReport(ctx.tx, ctx.regionId, reportId);
    const print = fingerprint(ctx.keys.lookup, reportId, transferId);
    if ((await findLanded(ctx.tx, ctx.regionId, reportId, print)) !== undefined) return done({ landed: 'before' });
    const key = await currentIntakeKey(ctx);
    if (key === undefined) return refuse('nothing_published');
    const part = await nextPart(ctx.tx, ctx.regionId, reportId);
    const plain = Buffer.from(JSON.stringify(carried.data), 'utf8');
    const sealed = await sealEnvelope(key.publicKey, plain, { region: ctx.regionId, draft: reportId, part: 'report', keyVersion: key.version });
    await insertLedgerPart(ctx.tx, ctx.regionId, { reportId, part, channel: FROM_REGION, kind: 'report', fingerprint: print, receivedAt: ctx.now, readableAt: null });
    await insertEnvelope(ctx.tx, ctx.regionId, { envelopeId: ctx.chance.uuid(), reportId, part, keyVersion: key.version, sealed, receivedAt: ctx.now });
    return done({ landed: 'now' });
  },
});

/** In the sender's region: it lies there, or was opened there. */
export const noteTransfer = command({
  name: 'reports.note_transfer',
  schema: z.strictObject({ transferId: z.uuid(), seenAt: z.string().regex(MOMENT, 'not_valid').transform(instant).nullable() }),
  facts: transferFacts,
  access: (actor, row) => only(actor, [row.file_id]),
  run: async (ctx, { transferId, seenAt }, row) => changeFile(ctx, REPORT_FILE, row.file_id, (state) => (
    row.of_case ? done(decideCarried(state, transferId, ctx.now)) : decideNoted(state, transferId, seenAt ?? undefined, ctx.now))),
});

/** In the receiver's region: what they have answered of a case that came there; undefined while nobody has. That it goes back is noted as fetched. */
export const answerToCase = command({
  name: 'reports.answer_to_case',
  schema: z.strictObject({ reportId: idField<'file'>() }),
  facts: (ctx, { reportId }) => findChannel(ctx.tx, ctx.regionId, reportId),
  access: (actor, row) => only(actor, [row.file_id]),
  run: async (ctx, { reportId }) => {
    const { state } = await openFile(ctx, REPORT_FILE, reportId);
    if (state.sentBack !== undefined && state.sentBack.fetchedAt === undefined) {
      const noted = await changeFile(ctx, REPORT_FILE, reportId, () => done([{ type: 'SentBackFetched' as const, version: 1, happenedAt: ctx.now, content: {} }]));
      if (!noted.ok) return noted;
    }
    return done({ answered: answerHere(state) });
  },
});

/** In the sender's region: what they answered, as it stands in their journal. The case takes it in by itself (cases/commands/crossing.ts). */
export const noteAnswer = command({
  name: 'reports.note_answer',
  schema: z.strictObject({ transferId: z.uuid(), at: z.string().regex(MOMENT, 'not_valid').transform(instant), answer: z.union([
    z.strictObject({ reference: z.string().max(40), taken: z.literal(true) }), z.strictObject({ reference: z.string().max(40), taken: z.literal(false), grounds: z.string().max(LONGEST.long) }),
  ]) }),
  facts: transferFacts,
  access: (actor, row) => only(actor, [row.file_id]),
  run: async (ctx, { transferId, at, answer }, row) => changeFile(ctx, REPORT_FILE, row.file_id, (state) => done(decideAnswered(state, transferId, answer, at))),
});

type AsNow = (reportId: FileId) => Promise<void>;
type Bound = TransferRow & { readonly to_region: RegionId; readonly to_report: FileId };

/**
 * A region's part of the round: everything that is on its way comes a step further. Each step is one transaction in one region, and each can be
 * done twice: whoever is killed in between has lost nothing and doubled nothing. One that cannot be carried holds up no other.
 * @param asNow is run before a case is carried over, by the report it went with: what goes is as the case is now
 * @throws the first failure, when all the others were tried: health then says that this round fails
 */
export async function carryTransfers(door: Door, region: RegionId, asNow?: AsNow): Promise<void> {
  const waiting = await door.unaudited(region, TASK, (ctx) => listUnconfirmed(ctx.tx, region));
  const failed: unknown[] = [];
  for (const row of waiting) if (isBound(row)) await carry(door, region, row, asNow).catch(async (error: unknown) => {
    failed.push(error);
    await door.unaudited(region, TASK, (ctx) => saveFailure(ctx.tx, region, row.transfer_id, { code: codeOf(error), at: ctx.now }));
  });
  if (failed.length > 0) throw failed[0];
}

function isBound(row: TransferRow): row is Bound {
  return row.to_region !== null && row.to_report !== null;
}

/** A code of ours, or the kind of a fault; never a message, which could quote what somebody wrote. */
function codeOf(error: unknown): string {
  return error instanceof CarryRefused ? error.message : 'fault';
}

async function carry(door: Door, region: RegionId, row: Bound, asNow: AsNow | undefined): Promise<void> {
  const here: System = { kind: 'system', regionId: region, task: TASK };
  const transferId = row.transfer_id;
  if (row.carried_at === null) {
    if (row.of_case) await asNow?.(row.file_id);
    const packed: Outcome<{ content: ReportContent }> = await door.enter(packTransfer, here, { transferId });
    if (!packed.ok) throw new CarryRefused(packed.code);
    const landed = await door.enter(landTransfer, { ...here, regionId: row.to_region }, { transferId, reportId: row.to_report, content: packed.value.content });
    if (!landed.ok) throw new CarryRefused(landed.code);
    await noted(door.enter(noteTransfer, here, { transferId, seenAt: null }));
    return;
  }
  const there = await findThere(door, row);
  if (row.of_case) return there?.decided_at === null || there === undefined ? undefined : noteTheirs(door, here, row);
  if (there?.seen_at !== null && there?.seen_at !== undefined) await noted(door.enter(noteTransfer, here, { transferId, seenAt: there.seen_at }));
}

/** They have decided what came: a case, or back. */
async function noteTheirs(door: Door, here: System, { transfer_id: transferId, to_region: to, to_report: reportId }: Bound): Promise<void> {
  const said = await door.enter(answerToCase, { ...here, regionId: to }, { reportId });
  if (!said.ok) return noted(Promise.resolve(said));
  if (said.value.answered !== undefined) await noted(door.enter(noteAnswer, here, { transferId, ...said.value.answered }));
}

/** Another round that did it first is no fault. */
async function noted(note: Promise<Outcome<unknown>>): Promise<void> {
  const outcome = await note;
  if (!outcome.ok && outcome.code !== 'changed_meanwhile') throw new CarryRefused(outcome.code);
}

/** What the receiver's ledger says of a sending; undefined where it is not there. */
export async function findThere(door: Door, row: Pick<TransferRow, 'to_region' | 'to_report' | 'transfer_id'>): Promise<Landed | undefined> {
  const { to_region: to, to_report: reportId, transfer_id: transferId } = row;
  if (to === null || reportId === null) return undefined;
  return door.unaudited(to, TASK, (ctx) => findLanded(ctx.tx, to, asId<'file'>(reportId), fingerprint(ctx.keys.lookup, reportId, transferId)));
}

/** A step of the round that a rule said no to: the next round tries again, and health sees that nothing was carried. */
export class CarryRefused extends Error {
  override readonly name = 'CarryRefused';
}
