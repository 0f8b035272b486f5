import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId } from '../../kernel/ids.ts';
import { changeFile, exclude } from '../../kernel/journal/file.ts';
import { done, type Refusal } from '../../kernel/outcome.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import { isConsultation, keepConnection, mayHandleReport, reportFacts, reportForCase, type ReportFacts } from '../../reports/public.ts';
import { mustProve } from '../../staff/public.ts';
import { mayJoinReport } from '../access.ts';
import type { Connection } from '../choices.ts';
import { leaveOut } from '../evolve.ts';
import { protectionFrom, rightsFrom } from '../crossing.ts';
import { CASE_FILE } from '../file.ts';
import { decideDeclareImpartiality } from '../impartiality.ts';
import { decideJoinReport } from '../joining.ts';
import { leftOutBefore, tellFirst } from '../left-out.ts';
import { refuseCase } from '../refusals.ts';
import { akuttFromReports, startFromReports } from '../start.ts';
import { askedCase, decisionContext, leadOf } from './asked.ts';
import { stepFields } from './fields.ts';
import { startFacts } from './start-facts.ts';

export type Joining = { readonly asked: NonNullable<Awaited<ReturnType<typeof askedCase>>>; readonly report: ReportFacts; readonly verdict: Verdict };

async function joiningFacts(ctx: Context, caseId: FileId, reportId: FileId): Promise<Joining | undefined> {
  const asked = await askedCase(ctx, caseId);
  const report = await reportFacts(ctx, reportId);
  return asked === undefined || report === undefined ? undefined : { asked, report, verdict: mayHandleReport(ctx.actor, report) };
}

/**
 * T16: a report goes into a case that is open already, or reopens one that is closed (T15), and is decided in the same transaction (src/followers.ts). Whoever the report keeps
 * out is out of the case from then on, and whoever is out of the case is out of the report. The same form sent twice changes nothing.
 * Whoever has answered both for the report and for the case is not asked again; what is answered here counts for both.
 * Refusals: those of decideJoinReport; `joiner_connected` (kept), `report_decided`, `consultation_only`; `changed_meanwhile` where
 * another took the report at the same moment; `sign_in_again` where one of the two has a strictly confidential address.
 */
export const joinReport = command({
  name: 'cases.join_report',
  schema: z.strictObject({ caseId: idField<'file'>(), reportId: idField<'file'>(), ...stepFields('joinReport'), told: z.string().optional() }),
  filesAsked: ({ caseId, reportId }) => [caseId, reportId],
  facts: (ctx: Context, input) => joiningFacts(ctx, input.caseId, input.reportId),
  access: (_actor, { asked, verdict }) => mayJoinReport(asked.actor, asked.facts, verdict, asked.asker.now),
  run: async (ctx: Context, input, joining: Joining) => {
    const { asked, report } = joining;
    if (mustProve(ctx.actor, asked.facts.strict || report.strict, ctx.now, 'writes')) return refuseCase('sign_in_again');
    const { caseId: _case, reportId: _report, told, ...answers }: Record<string, unknown> = input;
    if (asked.reports.includes(report.fileId)) return done({ fileId: asked.facts.fileId });
    const state = await reportForCase(ctx, report.fileId);
    if (state.progress === 'DECIDED') return refuseCase('report_decided');
    if (isConsultation(state)) return refuseCase('consultation_only');
    const own = startFacts(asked.asker);
    const start = startFromReports([state], own);
    if (start === undefined) return refuseCase('no_report');
    const grounds = typeof answers['grounds'] === 'string' ? answers['grounds'] : undefined;
    const connection = connectionOf(answers['connection'], joining);
    if (connection === 'TILKNYTTET') return leaveOutJoiner(ctx, joining);
    const first = connection === 'INGEN' ? tellFirst(leftOutBefore([asked.leftOut, state.leftOut], asked.asker.colleagues), told, leadOf(asked)) : undefined;
    if (first !== undefined) return first;
    const outcome = await changeFile(ctx, CASE_FILE, asked.facts.fileId, (before) => decideJoinReport(leaveOut(before, asked.leftOut, ctx.now), {
      report: report.fileId, reference: state.reference, start, leftOut: state.leftOut, akutt: akuttFromReports([state], own), protection: protectionFrom([state]), rights: rightsFrom([state]), grounds,
      connection: connection as Connection, // decideJoinReport checks the answer before it is read
    }, decisionContext(asked)));
    if (!outcome.ok) return outcome;
    if (report.answer !== 'INGEN') await keepConnection(ctx, report.fileId, 'INGEN');
    await exclude(ctx, report.fileId, asked.leftOut);
    return done({ fileId: asked.facts.fileId });
  },
});

/** What was answered here, else what was answered before both were read; undefined where the question is open still. */
function connectionOf(given: unknown, { asked, report }: Joining): unknown {
  return given ?? (report.answer === 'INGEN' && asked.facts.impartial ? 'INGEN' : undefined);
}

/** Inhabil (fvl § 6): from now on both are closed to whoever says so; another person takes the report in. */
async function leaveOutJoiner(ctx: Context, { asked, report }: Joining): Promise<Refusal> {
  await keepConnection(ctx, report.fileId, 'TILKNYTTET');
  await changeFile(ctx, CASE_FILE, asked.facts.fileId, (before) => decideDeclareImpartiality(leaveOut(before, asked.leftOut, ctx.now), { connection: 'TILKNYTTET' }, decisionContext(asked)));
  return { ...refuseCase('joiner_connected'), kept: true };
}
