import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import { confirmSimilar, similarFiles } from '../../people/public.ts';
import { listJudged, mayReadReport, reportFacts, type JudgedReport } from '../../reports/public.ts';
import { isCoordinators, maySeeInList, maySeeSamePerson, standing } from '../access.ts';
import { askedLine, loadAsker, type AskedCase } from '../commands/asked.ts';
import { isClosed, type CaseStatus } from '../status.ts';
import { findCases, listHeldAmong } from '../store/read.ts';

export type SameReport = Pick<JudgedReport, 'fileId' | 'reference' | 'channel' | 'receivedAt' | 'state' | 'decided'>;
export type SameCase = { readonly fileId: FileId; readonly reference: string; readonly status: CaseStatus; readonly closed: boolean };

/** What else may be about the same person, of what the asker may see. Nothing here says why: no name stands in it. */
export type SamePerson = {
  readonly fileId: FileId;
  /** somebody said that the address is secret: nobody was looked for */
  readonly hidden: boolean;
  /** the report is not decided: a case can be opened with others, or it can go into one */
  readonly open: boolean;
  /** the open case that has the report: one of the others may be merged with it */
  readonly own: SameCase | undefined;
  readonly reports: readonly SameReport[];
  readonly cases: readonly SameCase[];
};

export type SameFacts = { readonly verdict: Verdict; readonly fileId: FileId; readonly hidden: boolean; readonly open: boolean; readonly own: AskedCase | undefined; readonly reports: readonly JudgedReport[]; readonly cases: readonly AskedCase[] };

async function sameFacts(ctx: Context, reportId: FileId): Promise<SameFacts | undefined> {
  const facts = await reportFacts(ctx, reportId);
  const asker = await loadAsker(ctx);
  if (facts === undefined || asker === undefined) return undefined;
  const verdict = mayReadReport(ctx.actor, facts);
  const nothing = { verdict, fileId: facts.fileId, hidden: false, open: false, own: undefined, reports: [], cases: [] };
  if (!isCoordinators(verdict)) return nothing;
  const { files, hidden, isHidden } = await similarFiles(ctx, reportId);
  const [own] = await listJudged(ctx, [reportId]);
  const held = await listHeldAmong(ctx.tx, ctx.regionId, [reportId, ...files]);
  // What only the team knows, the report does not say: the case that holds it does.
  const kept = new Set(held.filter((one) => isHidden(one.file_id)).map((one) => one.report_id));
  if (kept.has(reportId)) return { ...nothing, hidden: true };
  const itsCases = held.filter((one) => one.report_id === reportId).map((one) => one.file_id);
  const judged = (await findCases(ctx.tx, ctx.regionId, files, asker)).map((line) => askedLine(asker, line));
  const holder = (await findCases(ctx.tx, ctx.regionId, itsCases, asker)).map((line) => askedLine(asker, line)).find((one) => findsAsCoordinator(one) && !isClosed(one.line.status));
  // A report that somebody added to afterwards may say what the case does not know yet.
  const hiddenCase = (file: FileId) => held.some((one) => one.file_id === file && isHidden(one.report_id));
  const cases = judged.filter((one) => findsAsCoordinator(one) && !itsCases.includes(one.facts.fileId) && !hiddenCase(one.facts.fileId));
  // The case stands for the reports that it holds.
  const told = new Set(held.filter((one) => itsCases.includes(one.file_id) || cases.some(({ facts: { fileId } }) => fileId === one.file_id)).map((one) => one.report_id));
  const reports = (await listJudged(ctx, files)).filter((one) => isCoordinators(one.verdict) && !one.consultation && !told.has(one.fileId) && !kept.has(one.fileId));
  return { ...nothing, hidden, open: own !== undefined && !own.decided && !own.consultation, own: holder, reports, cases };
}

/** «Those that she may see»: what a coordinator, or the reserve who stands in, finds in her own list. */
function findsAsCoordinator({ actor, facts, asker }: AskedCase): boolean {
  return maySeeInList(actor, facts, asker.now).allow && standing(actor, facts, asker.now) === 'coordinator';
}

/**
 * Earlier reports and cases that may be about the same person, for the page of a report that is saved. Shown to a coordinator (or the reserve
 * who stands in) who reads the report, and of the others only those that she is not left out of; the audit row has the files of which
 * something was compared and shown. Memory is brought up to date before (people, readAllTraces); what is older than its file finds nothing.
 */
export const samePerson = query({
  name: 'cases.same_person',
  schema: z.strictObject({ reportId: idField<'file'>() }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx: Context, input) => sameFacts(ctx, input.reportId),
  access: (_actor, { verdict, reports, cases }) => maySeeSamePerson(verdict, [...reports.map(({ fileId }) => fileId), ...cases.map(({ facts }) => facts.fileId)]),
  run: async (ctx: Context, _input, { fileId, hidden, open, own, reports, cases }: SameFacts) => {
    const confirmed = await confirmSimilar(ctx, fileId, [...reports.map((one) => one.fileId), ...cases.map(({ facts }) => facts.fileId)]);
    return done<SamePerson>({
      fileId, hidden, open, own: own && shown(own),
      reports: reports.filter((one) => confirmed.includes(one.fileId)).map(({ fileId: id, reference, channel, receivedAt, state, decided }) => ({ fileId: id, reference, channel, receivedAt, state, decided }))
        .toSorted((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1)),
      cases: cases.filter(({ facts }) => confirmed.includes(facts.fileId)).map(shown)
        .toSorted((a, b) => Number(a.closed) - Number(b.closed) || (a.reference < b.reference ? -1 : 1)),
    });
  },
});

function shown({ line: { file_id: fileId, reference, status } }: AskedCase): SameCase {
  return { fileId, reference, status, closed: isClosed(status) };
}
