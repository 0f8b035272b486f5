import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { asId, reference, type FileId, type UserId } from '../../kernel/ids.ts';
import { createFile } from '../../kernel/journal/file.ts';
import { done, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { osloDay } from '../../kernel/time.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import { isConsultation, keepConnection, mayHandleReport, reportFacts, type ReportFacts, reportForCase } from '../../reports/public.ts';
import { mustProve } from '../../staff/public.ts';
import { mayOpenCaseFrom } from '../access.ts';
import type { CaseActor } from '../conditions.ts';
import { protectionFrom, rightsFrom } from '../crossing.ts';
import { CASE_FILE } from '../file.ts';
import { leftOutBefore, tellFirst } from '../left-out.ts';
import { decideOpenCase, type OpenCase } from '../opening.ts';
import { refuseCase } from '../refusals.ts';
import { akuttFromReports, startFromReports } from '../start.ts';
import { isReferenceTaken } from '../store/read.ts';
import { loadAsker, type Asker } from './asked.ts';
import { idField } from '../../kernel/id-field.ts';
import { stepFields } from './fields.ts';
import { startFacts } from './start-facts.ts';

const MOST_REPORTS = 20;

type Judged = { readonly facts: ReportFacts; readonly verdict: Verdict };
export type Opening = { readonly asker: Asker; readonly opener: CaseActor; readonly reports: readonly Judged[] };

/** The reports, each judged by the reports' own rule, that on handling one or the stricter one on reading it; undefined when one of them does not exist. */
export async function openingFacts(ctx: Context, reportIds: readonly FileId[], judge: typeof mayHandleReport = mayHandleReport): Promise<Opening | undefined> {
  const asker = await loadAsker(ctx);
  const reports: Judged[] = [];
  for (const reportId of reportIds) {
    const facts = await reportFacts(ctx, reportId);
    if (facts !== undefined) reports.push({ facts, verdict: judge(ctx.actor, facts) });
  }
  return asker === undefined || reports.length < reportIds.length ? undefined : { asker, opener: opener(asker, reports), reports };
}

/** fvl § 6: the reserve does what a coordinator does with a report that nobody here may see. */
function opener(asker: Asker, reports: readonly Judged[]): CaseActor {
  const reserve = reports.some(({ facts, verdict }) => facts.forReserve && facts.askerIsReserve && verdict.allow);
  return { userId: asker.userId, roles: reserve ? [...asker.roles, 'KOORDINATOR'] : asker.roles };
}

/**
 * T1: opens a case from one or more reports. Whoever a report keeps out is kept out of the case, Akutt comes along, and the
 * reports are decided in the same transaction (src/followers.ts). Answers the new file and its reference.
 * Whoever has answered for each of the reports, before reading it, is not asked again; what they answer here counts for the reports too.
 * Whoever answers that they are connected opens nothing and is left out of the reports from then on.
 * Refusals: opener_connected (kept), report_decided, consultation_only, bad_input, sign_in_again (a strictly confidential case has a part of one of them); `changed_meanwhile` where another opened one of them at the same moment.
 */
export const openCaseFromReports = command({
  name: 'cases.open_case',
  schema: z.strictObject({
    reportIds: z.union([idField<'file'>().transform((id) => [id]), z.array(idField<'file'>()).min(1).max(MOST_REPORTS)], 'not_offered'),
    ...stepFields('openCase'), told: z.string().optional(),
  }),
  filesAsked: ({ reportIds }) => reportIds,
  facts: (ctx: Context, input): Promise<Opening | undefined> => openingFacts(ctx, [...new Set(input.reportIds)]),
  access: (_actor, facts) => mayOpenCaseFrom(facts.opener, facts.reports.map(({ verdict }) => verdict)),
  run: async (ctx: Context, input, facts: Opening) => {
    const connection = connectionOf(input, facts.reports);
    const opening = await openingOf(ctx, facts, connection);
    if (!opening.ok) return opening;
    if (connection === 'TILKNYTTET') return leaveOutOpener(ctx, input.reportIds);
    // What was answered for them is asked after: a form without the answer shows the question first.
    const first = connection === 'INGEN' ? tellFirst(leftOutBefore(opening.value.parts, facts.asker.colleagues), input['told']) : undefined;
    return first ?? putOpened(ctx, facts, opening.value);
  },
});

/** What a case begins with, of what its reports say; or why they cannot become one. */
export async function openingOf(ctx: Context, { reports, asker }: Opening, connection: unknown): Promise<Outcome<OpenCase & { /** whom each report leaves out */ readonly parts: readonly (readonly UserId[])[] }>> {
  const states = [];
  for (const report of reports) states.push(await reportForCase(ctx, report.facts.fileId));
  if (states.some(({ progress }) => progress === 'DECIDED')) return refuseCase('report_decided');
  if (states.some(isConsultation)) return refuseCase('consultation_only');
  const own = startFacts(asker);
  const start = startFromReports(states, own);
  if (start === undefined) return refuseCase('no_report');
  return done({
    reference: await newReference(ctx), reports: reports.map((report) => report.facts.fileId), start, leftOut: [...new Set(states.flatMap(({ leftOut }) => leftOut))],
    parts: states.map(({ leftOut }) => leftOut), connection: connection as OpenCase['connection'], akutt: akuttFromReports(states, own), protection: protectionFrom(states), rights: rightsFrom(states), // decideOpenCase checks the answer before it is read
  });
}

/** Writes the new case; what was answered counts for its reports, too. */
export async function putOpened(ctx: Context, facts: Opening, opening: OpenCase) {
  if (mustProve(ctx.actor, facts.reports.some((report) => report.facts.strict), ctx.now, 'writes')) return refuseCase('sign_in_again');
  const decision = decideOpenCase(opening, { actor: facts.opener, now: ctx.now, team: facts.asker.team });
  if (!decision.ok) return decision;
  for (const report of facts.reports.filter(({ facts: { answer } }) => answer !== 'INGEN')) await keepConnection(ctx, report.facts.fileId, opening.connection);
  const fileId = asId<'file'>(ctx.chance.uuid());
  await createFile(ctx, CASE_FILE, fileId, decision.value);
  return done({ fileId, reference: opening.reference });
}

/** What was answered here, else what was answered before each of the reports was read; undefined where the question is open still. */
function connectionOf(input: Readonly<Record<string, unknown>>, reports: readonly Judged[]): unknown {
  return input['connection'] ?? (reports.every(({ facts }) => facts.answer === 'INGEN') ? 'INGEN' : undefined);
}

/** Inhabil (fvl § 6): from now on the reports, too, are closed to whoever says so; another person opens the case. */
async function leaveOutOpener(ctx: Context, reports: readonly FileId[]): Promise<Refusal> {
  for (const fileId of reports) await keepConnection(ctx, fileId, 'TILKNYTTET');
  return { ...refuseCase('opener_connected'), kept: true };
}

async function newReference(ctx: Context): Promise<string> {
  for (;;) {
    const drawn = reference(Number(osloDay(ctx.now).slice(0, 4)), ctx.chance);
    if (!(await isReferenceTaken(ctx.tx, ctx.regionId, drawn))) return drawn;
  }
}
