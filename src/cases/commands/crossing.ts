import { z } from 'zod';
import type { System } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { command, type Door } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import { changeFile, openFile } from '../../kernel/journal/file.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { osloDay } from '../../kernel/time.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { regionName } from '../../regions/public.ts';
import { along, CarryRefused, carryTransfers, leftOutOf, listOtherRegions, offeredFiles, PAPERS, protectedContent, REPORT_FILE, type Paper } from '../../reports/public.ts';
import { listColleagues } from '../../staff/public.ts';
import { contentOfCase, decideAnswer, protectionSent, protectionSince } from '../crossing.ts';
import type { CaseEvent } from '../events.ts';
import { CASE_FILE } from '../file.ts';
import { findHolder } from '../store/additions.ts';
import { listAnswered } from '../store/crossing.ts';
import { listReportsOf } from '../store/read.ts';
import { saidSecret } from '../told.ts';
import { heldReports } from './held.ts';

/**
 * T4 to another region of this system, in the same transaction as the second person's word (src/followers.ts): the journal of the report that the case was opened from holds what is to arrive
 * there, and each of its reports which of its files go along. From there the worker's round takes it (reports/commands/transfer.ts).
 */
export async function sendCase(ctx: Context, caseId: FileId, event: Extract<CaseEvent, { type: 'CaseTransferred' }>): Promise<void> {
  const { to } = event.content;
  if (to?.transferId === undefined || to.as === undefined) return;
  const { state } = await openFile(ctx, CASE_FILE, caseId);
  const [first, ...others] = await reportsOf(ctx, caseId, state.reports);
  const reports = await heldReports(ctx, [...(first === undefined ? [] : [first]), ...others]);
  const files = reports.map(({ dialogue }) => along(offeredFiles(dialogue).map(({ file }) => file), ctx.chance));
  const papers = Object.fromEntries(PAPERS.map((paper) => [paper, ctx.chance.uuid()])) as Record<Paper, string>; // each of the two has one
  const theirs = (await listOtherRegions(ctx.tx, ctx.regionId, osloDay(ctx.now))).find(({ regionId }) => regionId === to.regionId)?.municipalities ?? [];
  const staff = await listColleagues(ctx);
  const out = await leftOutOf(ctx, caseId, staff);
  const leftOut = staff.filter(({ userId }) => out.includes(userId)).map(({ name }) => name);
  const slots = [...PAPERS.map((paper) => papers[paper]), ...files.flat().map(({ slot }) => slot)];
  const content = contentOfCase({ state, transfer: event.content, reports }, { region: ctx.regionId, name: await regionName(ctx), slots, theirs, leftOut }, protectedContent);
  if (first === undefined || content === undefined) throw new Error('a case without a report'); // none is opened without one
  const there = { kind: 'REGION' as const, regionId: to.regionId, as: to.as, name: to.name };
  const sent = { transferId: to.transferId, to: there, content, files: files[0] ?? [], papers };
  await changeFile(ctx, REPORT_FILE, first, () => done([{ type: 'CaseSentOn' as const, version: 1, happenedAt: ctx.now, content: sent }]));
  for (const [at, report] of others.entries()) {
    const own = files[at + 1] ?? [];
    if (own.length > 0) await changeFile(ctx, REPORT_FILE, report, () => done([{ type: 'FilesSentAlong' as const, version: 1, happenedAt: ctx.now, content: { to: there.as, regionId: there.regionId, files: own } }]));
  }
}

/** The report that the case was opened from first, then those that joined it. */
async function reportsOf(ctx: Context, caseId: FileId, own: readonly FileId[]): Promise<FileId[]> {
  return [...new Set([...own, ...await listReportsOf(ctx.tx, ctx.regionId, caseId)])];
}

const TASK = 'carry_report';

/** Writes into the case what the other region has answered, once all that goes along is there; and what has not been carried over yet goes as the address is graded now. Twice is once. */
export const settleCrossing = command({
  name: 'cases.settle_crossing',
  schema: z.strictObject({ caseId: idField<'file'>() }),
  facts: async (ctx: Context, { caseId }) => ({ caseId, reports: await listReportsOf(ctx.tx, ctx.regionId, caseId) }),
  access: (actor, { caseId, reports }) => (actor.kind === 'system' && actor.task === TASK ? allow('system', reports.length === 0 ? [] : [caseId, ...reports]) : deny('only_system')),
  run: async (ctx, { caseId }, { reports }) => {
    if (reports.length === 0) return done({});
    const held = await heldReports(ctx, reports);
    const { state } = await openFile(ctx, CASE_FILE, caseId);
    for (const [at, report] of reports.entries()) {
      const since = protectionSince(state, held[at] ?? { crossings: [] }, protectionSent(state, saidSecret(held)));
      if (since !== undefined) await changeFile(ctx, REPORT_FILE, report, () => done([{ type: 'CaseSendingProtected' as const, version: 1, happenedAt: ctx.now, content: since }]));
    }
    const outcome = await changeFile(ctx, CASE_FILE, caseId, (state) => done(decideAnswer(state, held)));
    return outcome.ok ? done({}) : outcome;
  },
});

/** A region's part of the round: what is on its way comes a step further, and the cases of which the receiver has said something have it. One that somebody writes in waits for the next round. */
export async function carryRound(door: Door, region: RegionId): Promise<void> {
  const here: System = { kind: 'system', regionId: region, task: TASK };
  const asNow = async (reportId: FileId): Promise<void> => {
    const caseId = await door.unaudited(region, TASK, (ctx) => findHolder(ctx.tx, region, reportId));
    const outcome = caseId === undefined ? refuse('not_offered') : await door.enter(settleCrossing, here, { caseId });
    if (!outcome.ok) throw new CarryRefused(outcome.code);
  };
  try {
    await carryTransfers(door, region, asNow);
  } finally {
    for (const caseId of await door.unaudited(region, TASK, (ctx) => listAnswered(ctx.tx, region))) await door.enter(settleCrossing, here, { caseId });
  }
}
