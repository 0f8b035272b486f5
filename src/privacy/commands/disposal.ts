import { z } from 'zod';
import { heldByAnother, judgeFile, keepPackage, mergedWith, outgrown, packageOf, retentionInJournal, workingFor, type JudgedCase } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { NO_FILE, type FileId } from '../../kernel/ids.ts';
import { findHead, insertGone, listExclusions, listStanding } from '../../kernel/journal/store.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { addMs, DAY_MS, day, instant, osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { mayCarryOut, mayConfirmDisposal, mayProposeDisposal, mayRecordReceipt, mayWithdrawDisposal, type DisposalFacts } from '../access.ts';
import { OPERATION, RECEIVER, RULE } from '../codes.ts';
import { closedCase, decideConfirmation, decideProposal, decideReceipt, decideWithdrawal, isBeingTransferred, NO_PACKAGE, PACKAGE_DAYS, WITH_PACKAGE } from '../disposal.ts';
import { destroy, findDisposal, listVersions, lockDisposals, type DisposalRow } from '../store/disposals.ts';
import { filesNow, stillDisposable } from './files.ts';
import { isHeld, stayingAmong } from './holds.ts';
import { isOurs, linesOf, writeProtocol } from './protocol.ts';

export type Proposable = JudgedCase & { readonly before: readonly DisposalRow[] };

async function proposable(ctx: Context, caseId: FileId): Promise<Proposable | undefined> {
  await lockDisposals(ctx.tx, ctx.regionId);
  const found = await judgeFile(ctx, caseId);
  const before = await linesOf(ctx, caseId);
  return found === undefined ? undefined : { ...found, before };
}

/**
 * T21: the archivist proposes to export, transfer or dispose of a closed case, or of what never became one. What leaves is a file of the whole of it that the archivist made,
 * and its checksums stand in the proposal. Refusals: `no_rule`, `case_on_hold`, `already_proposed`, `receiver_missing`, `no_package`, `files_not_fetched`, `transfer_waits`.
 */
export const proposeDisposal = command({
  name: 'privacy.propose_disposal',
  schema: z.strictObject({ caseId: idField<'file'>(), operation: z.enum(OPERATION.codes, 'not_offered'), receiver: z.union([z.enum(RECEIVER.codes), z.literal('')], 'not_offered'), fetched: z.boolean().default(false) }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx, input) => proposable(ctx, input.caseId),
  access: mayProposeDisposal,
  run: async (ctx, { operation, receiver, fetched }, found) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const waiting = found.before.some((row) => row.operation === operation && row.withdrawn_at === null && (row.done_at === null || operation !== 'EKSPORT'));
    const to = receiver === '' ? undefined : receiver;
    const files = await filesNow(ctx, found.fileId, operation);
    const head = await findHead(ctx.tx, ctx.regionId, found.fileId);
    const made = WITH_PACKAGE.includes(operation) ? await packageOf(ctx, found.fileId) : undefined;
    // what was written after it was made is not in it
    const whole = made !== undefined && head !== undefined && head.written_at <= made.madeAt && !(await outgrown(ctx, { file_id: found.fileId, entries: head.seq, files, at: made.madeAt }));
    const packed = whole ? made : undefined;
    const rule = decideProposal(operation, to, closedCase(found, found.before, await isHeld(ctx, found, files)), osloDay(ctx.now), { waiting, transferring: isBeingTransferred(found.before), packed: packed !== undefined, fetched: fetched || packed?.files === 0 });
    if (!rule.ok) return rule;
    if (head === undefined || found.closedOn === undefined) return refuse('no_rule');
    const disposalId = ctx.chance.uuid();
    if (packed !== undefined) await keepPackage(ctx, found.fileId, packed.wholeId, addMs(ctx.now, PACKAGE_DAYS * DAY_MS));
    await writeProtocol(ctx, {
      disposal_id: disposalId, operation, file_id: found.fileId, files, reference: found.reference, rule: rule.value, receiver: to ?? null,
      owner_municipality_id: found.owner ?? null, closed_on: found.closedOn, entries: head.seq, head: head.mac, proposed_by: ctx.actor.userId, proposed_at: ctx.now,
      confirmed_by: null, confirmed_at: null, withdrawn_at: null, done_at: null, revision: 1, ...NO_PACKAGE,
      ...(packed === undefined ? {} : { package_id: packed.wholeId, package_pdf: packed.pdf, package_json: packed.json, package_files: packed.files }),
    });
    return done({ disposalId });
  },
});

/** Whether whoever asks is left out of a file, also of one that is gone. */
async function leftOutOf(ctx: Context, files: readonly FileId[]): Promise<boolean> {
  if (ctx.actor.kind !== 'person') return false;
  const token = exclusionToken(ctx.keys.lookup, ctx.actor.userId);
  return (await listExclusions(ctx.tx, ctx.regionId, files)).some((one) => one.token.equals(token));
}

type Held = DisposalFacts & { readonly row: DisposalRow };

async function held(ctx: Context, disposalId: string): Promise<Held | undefined> {
  await lockDisposals(ctx.tx, ctx.regionId);
  const row = await findDisposal(ctx.tx, ctx.regionId, disposalId);
  const { municipalities } = await workingFor(ctx);
  const excluded = await leftOutOf(ctx, row?.files ?? []);
  const judged = await judgeFile(ctx, row?.file_id ?? NO_FILE);
  const strict = judged?.strict === true;
  return row === undefined || !isOurs(ctx, row) ? undefined : { row, municipalities, excluded: excluded || judged?.excluded === true, strict };
}

const one = z.strictObject({ disposalId: idField() });

/** T21: the leader confirms. What is exported is done with that; a transfer, when the archive has it; what is disposed of, the worker carries out within seconds. */
export const confirmDisposal = command({
  name: 'privacy.confirm_disposal',
  schema: one,
  facts: (ctx, input) => held(ctx, input.disposalId),
  access: mayConfirmDisposal,
  run: async (ctx, _input, { row }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const found = await judgeFile(ctx, row.file_id);
    if (found === undefined) return refuse('nothing_to_confirm');
    const before = await linesOf(ctx, row.file_id);
    const decision = decideConfirmation(row, ctx.actor.userId, closedCase(found, before, await isHeld(ctx, found, await filesNow(ctx, row.file_id, row.operation))), osloDay(ctx.now));
    if (!decision.ok) return decision;
    const doneAt = row.operation === 'EKSPORT' ? ctx.now : null;
    if (row.package_id !== null) await keepPackage(ctx, row.file_id, row.package_id, addMs(ctx.now, PACKAGE_DAYS * DAY_MS));
    await writeProtocol(ctx, { ...row, confirmed_by: ctx.actor.userId, confirmed_at: ctx.now, done_at: doneAt, revision: row.revision + 1 });
    return done({ operation: row.operation });
  },
});

/** A proposal is taken back before a second person has confirmed it. */
export const withdrawDisposal = command({
  name: 'privacy.withdraw_disposal',
  schema: one,
  facts: (ctx, input) => held(ctx, input.disposalId),
  access: mayWithdrawDisposal,
  run: async (ctx, _input, { row }) => {
    const decision = decideWithdrawal(row);
    if (!decision.ok) return decision;
    await writeProtocol(ctx, { ...row, withdrawn_at: ctx.now, revision: row.revision + 1 });
    if (row.package_id !== null) await keepPackage(ctx, row.file_id, row.package_id, ctx.now);
    return done({});
  },
});

/** The archivist writes down that the archive has what was transferred. Only then is the transfer done, and the file here goes. Refusals: `nothing_to_receive`. */
export const recordReceipt = command({
  name: 'privacy.record_receipt',
  schema: one,
  facts: (ctx, input) => held(ctx, input.disposalId),
  access: mayRecordReceipt,
  run: async (ctx, _input, { row }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const decision = decideReceipt(row);
    if (!decision.ok) return decision;
    await writeProtocol(ctx, { ...row, received_by: ctx.actor.userId, received_at: ctx.now, done_at: ctx.now, revision: row.revision + 1 });
    if (row.package_id !== null) await keepPackage(ctx, row.file_id, row.package_id, ctx.now);
    return done({});
  },
});

/** How far these files have come, and what they are one with: read before anything is judged, so that whatever is written since shows (decision 0103). */
async function versionsAround(ctx: Context, files: readonly FileId[]): Promise<ReadonlyMap<FileId, number>> {
  return listVersions(ctx.tx, ctx.regionId, [...new Set((await mergedWith(ctx, files)).map((one) => one.with_id))]);
}

/**
 * The worker carries out what two people decided: keys destroyed, rows gone. It stands in the list beside the database before that
 * (src/jobs/dispose.ts). A case that was taken up again or held in between, or that the rule keeps now, stays, and the protocol says that nothing came of it;
 * what goes along is what it is now, and has to be what was `told` to that list, or nothing goes; of a mistake the journal is asked once more, since what stands in clear may be older than the rule.
 */
export const carryOutDisposal = command({
  name: 'privacy.carry_out_disposal',
  schema: z.strictObject({ disposalId: idField(), told: z.array(idField<'file'>()) }),
  facts: async (ctx, { disposalId }) => {
    await lockDisposals(ctx.tx, ctx.regionId);
    const row = await findDisposal(ctx.tx, ctx.regionId, disposalId);
    const now = await filesNow(ctx, row?.file_id ?? NO_FILE, row?.operation ?? 'KASSASJON');
    const judgedOn = await versionsAround(ctx, now);
    return row === undefined || !isOurs(ctx, row) ? undefined : { row, files: row.done_at === null ? now : row.files, judgedOn };
  },
  access: mayCarryOut,
  run: async (ctx, { told }, { row, files, judgedOn }) => {
    if (row.confirmed_at === null || row.withdrawn_at !== null || row.operation !== 'KASSASJON') return refuse('no_rule');
    if (row.done_at !== null) return done({});
    const asTold = told.length === files.length && files.every((file) => told.includes(file));
    const stands = asTold && (await stillDisposable(ctx, [row])).length > 0 && (row.rule !== 'KORT' || await retentionInJournal(ctx, row.file_id) === 'KORT');
    if (!stands) {
      await writeProtocol(ctx, { ...row, withdrawn_at: ctx.now, revision: row.revision + 1 });
      return done({});
    }
    await writeProtocol(ctx, { ...row, files, done_at: ctx.now, revision: row.revision + 1 });
    await destroy(ctx.tx, row.disposal_id, judgedOn, false, ctx.now);
    return done({});
  },
});

const moment = z.string().transform((text, ctx): Instant => (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) ? instant(text) : refused(ctx)));
const onDay = z.string().transform((text, ctx): Day => day(text) ?? refused(ctx));

function refused(ctx: { addIssue: (issue: string) => void }): never {
  ctx.addIssue('not_offered');
  return z.NEVER;
}

/** A line of the log beside the database. */
const told = z.strictObject({
  disposal_id: idField(), operation: z.literal('KASSASJON'), file_id: idField<'file'>(), files: z.array(idField<'file'>()).min(1), reference: z.string().max(40), rule: z.enum(RULE.codes),
  receiver: z.enum(RECEIVER.codes).nullable(), owner_municipality_id: idField<'municipality'>().nullable(), closed_on: onDay, entries: z.number().int().positive(), head: z.instanceof(Buffer),
  proposed_by: idField<'user'>(), proposed_at: moment, confirmed_by: idField<'user'>(), confirmed_at: moment, withdrawn_at: z.null(), done_at: z.null(), revision: z.number().int().positive(),
  package_id: z.null(), package_pdf: z.null(), package_json: z.null(), package_files: z.null(), received_by: z.null(), received_at: z.null(),
});

/**
 * After a restore: what the list beside the database says was disposed of is disposed of again, and stands in the protocol as it did. The backup may be from before it was closed, read, opened or there at all: of that nothing is
 * asked. What has come since, is held or asked for since, or was taken into another case here, keeps it until that is over.
 */
export const disposeAgain = command({
  name: 'privacy.dispose_again',
  schema: z.strictObject({ told }),
  facts: async (ctx, input) => {
    await lockDisposals(ctx.tx, ctx.regionId);
    return input.told;
  },
  access: mayCarryOut,
  run: async (ctx, _input, line) => {
    const judgedOn = await versionsAround(ctx, line.files);
    // A backup from before there was such a file.
    if ((await listStanding(ctx.tx, ctx.regionId, line.files)).length === 0) return done({});
    if ((await stayingAmong(ctx, line.files, line.confirmed_at)).size > 0 || await heldByAnother(ctx, line.files)) return done({});
    // the case first: what goes along with it are reports
    for (const file of line.files) await insertGone(ctx.tx, ctx.regionId, file, file === line.file_id ? 'case' : 'report', ctx.now);
    await writeProtocol(ctx, { ...line, done_at: ctx.now, revision: line.revision + 1 });
    await destroy(ctx.tx, line.disposal_id, judgedOn, true, ctx.now);
    return done({});
  },
});

