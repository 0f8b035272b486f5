import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { asId, type FileId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { addDays, osloDay, osloInstant } from '../../kernel/time.ts';
import { confirmSimilar, similarFiles } from '../../people/public.ts';
import { listJudged } from '../../reports/public.ts';
import { isCoordinators, maySeeInList, mayReadCase, standing } from '../access.ts';
import { mayCheckDuplicates } from '../access/emergency.ts';
import { askedCase, type AskedCase } from '../commands/asked.ts';
import { refuseCase } from '../refusals.ts';
import { isClosed } from '../status.ts';
import { countDone } from '../store/looked.ts';
import { findCases, listHeldAmong } from '../store/read.ts';
import type { SameCase, SameReport } from './same-person.ts';
import { judged } from './rows.ts';

/** How often somebody may ask in a day: enough for a day's work, and too little for finding out who has a case. */
export const MOST_CHECKS = 10;
const USE_CASE = 'cases.duplicates';

/** What else may be about the same person, of what the asker may see. `left`: how often they may ask today still. */
export type Duplicates = { readonly fileId: FileId; readonly reference: string; readonly cases: readonly SameCase[]; readonly reports: readonly SameReport[]; readonly left: number };

type Found = { readonly asked: AskedCase; readonly done: number; readonly cases: readonly AskedCase[]; readonly reports: readonly (SameReport & { readonly fileId: FileId })[] };

async function duplicateFacts(ctx: Context, caseId: FileId): Promise<Found | undefined> {
  const asked = await askedCase(ctx, caseId);
  if (asked === undefined) return undefined;
  const { actor, facts, asker } = asked;
  const nothing = { asked, done: 0, cases: [], reports: [] };
  if (!mayReadCase(actor, facts, asker.now).allow || standing(actor, facts, asker.now) !== 'coordinator') return nothing;
  const today = osloInstant(osloDay(asker.now), 0, 0);
  const asks = await countDone(ctx.tx, ctx.regionId, asker.userId, USE_CASE, today, osloInstant(addDays(osloDay(asker.now), 1), 0, 0));
  const { files, isHidden } = await similarFiles(ctx, caseId);
  // One that does not exist stands among them: whether there are any tells nobody who counts statements.
  const padded = [...files, asId<'file'>(ctx.chance.uuid())];
  const held = await listHeldAmong(ctx.tx, ctx.regionId, [caseId, ...padded]);
  const hiddenCase = (file: FileId) => held.some((one) => one.file_id === file && isHidden(one.report_id));
  const cases = judged(asker, await findCases(ctx.tx, ctx.regionId, padded, asker))
    .filter((one) => maySeeInList(one.actor, one.facts, asker.now).allow && standing(one.actor, one.facts, asker.now) === 'coordinator' && !hiddenCase(one.facts.fileId));
  const told = new Set(held.filter((one) => one.file_id === caseId || cases.some((other) => other.facts.fileId === one.file_id)).map((one) => one.report_id));
  const hiddenReport = (file: FileId) => held.some((one) => one.report_id === file && isHidden(one.file_id));
  const reports = (await listJudged(ctx, padded)).filter((one) => isCoordinators(one.verdict) && !one.consultation && !told.has(one.fileId) && !hiddenReport(one.fileId));
  return { asked, done: asks, cases, reports };
}

/**
 * «Finnes personen i andre saker i regionen?», asked by its coordinator from a case she reads, at most ten times a day. Answers with the references of
 * those she finds anyway; what there may be besides is never said. The log keeps that it was asked, and the files that were compared and shown.
 * Memory is brought up to date before (people, readAllTraces). Refusal: `too_many_today`.
 */
export const duplicates = query({
  name: 'cases.duplicates',
  schema: z.strictObject({ caseId: idField<'file'>() }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input) => duplicateFacts(ctx, input.caseId),
  access: (_actor, { asked, cases, reports }) => mayCheckDuplicates(asked.actor, asked.facts, [...cases.map(({ facts }) => facts.fileId), ...reports.map(({ fileId }) => fileId)], asked.asker.now),
  run: async (ctx: Context, _input, { asked, done: asks, cases, reports }: Found) => {
    if (asks >= MOST_CHECKS) return refuseCase('too_many_today');
    const { facts: { fileId }, line: { reference } } = asked;
    ctx.touched.set(fileId, { seq: 0, mac: '' });
    const confirmed = await confirmSimilar(ctx, fileId, [...cases.map(({ facts }) => facts.fileId), ...reports.map((one) => one.fileId)]);
    return done<Duplicates>({
      fileId, reference, left: MOST_CHECKS - asks - 1,
      cases: cases.filter(({ facts }) => confirmed.includes(facts.fileId)).map(({ line: { file_id: id, reference: theirs, status } }) => ({ fileId: id, reference: theirs, status, closed: isClosed(status) })),
      reports: reports.filter((one) => confirmed.includes(one.fileId)).map(({ fileId: id, reference: theirs, channel, receivedAt, state, decided }) => ({ fileId: id, reference: theirs, channel, receivedAt, state, decided })),
    });
  },
});
