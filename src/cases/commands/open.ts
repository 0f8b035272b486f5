import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { asId, reference, type FileId } from '../../kernel/ids.ts';
import { createFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay } from '../../kernel/time.ts';
import { allow, deny, type Verdict } from '../../kernel/verdict.ts';
import { mayHandleReport, reportFacts, reportForCase, type ReportFacts } from '../../reports/public.ts';
import type { Actor } from '../../kernel/actor.ts';
import { mayOpenCase } from '../access.ts';
import type { CaseActor } from '../conditions.ts';
import { CASE_FILE } from '../file.ts';
import { decideOpenCase, type OpenCase } from '../opening.ts';
import { refuseCase } from '../refusals.ts';
import { akuttFromReports, startFromReports, type StartFacts } from '../start.ts';
import { isReferenceTaken } from '../store/read.ts';
import { caseTexts } from '../texts.ts';
import { loadAsker, memberMunicipalities, type Asker } from './asked.ts';
import { idField, stepFields } from './fields.ts';

const MOST_REPORTS = 20;

type Opening = { readonly asker: Asker; readonly reports: readonly ReportFacts[] };

async function openingFacts(ctx: Context, reportIds: readonly FileId[]): Promise<Opening | undefined> {
  const asker = await loadAsker(ctx);
  const reports: ReportFacts[] = [];
  for (const reportId of reportIds) {
    const facts = await reportFacts(ctx, reportId);
    if (facts !== undefined) reports.push(facts);
  }
  return asker === undefined || reports.length < reportIds.length ? undefined : { asker, reports };
}

/** Whoever may handle each of the reports, by the reports' own rule, and has the part that opens cases. */
export function mayOpenFrom(actor: Actor, { asker, reports }: Opening): Verdict {
  const verdicts = reports.map((facts) => mayHandleReport(actor, facts));
  const no = verdicts.find((verdict) => !verdict.allow);
  if (no !== undefined) return no;
  const may = mayOpenCase(opener(actor, { asker, reports }));
  return may.allow ? allow(may.because, reports.map(({ fileId }) => fileId)) : deny(may.because);
}

/** fvl § 6: the reserve does what a coordinator does with a report that nobody here may see. */
function opener(actor: Actor, { asker, reports }: Opening): CaseActor {
  const reserve = reports.some((facts) => facts.forReserve && mayHandleReport(actor, facts).allow);
  return { userId: asker.userId, roles: reserve ? [...asker.roles, 'KOORDINATOR'] : asker.roles };
}

/**
 * T1: opens a case from one or more reports. Whoever a report keeps out is kept out of the case, Akutt comes along, and the
 * reports are decided in the same transaction (src/followers.ts). Answers the new file and its reference.
 * Refusals: opener_connected, report_decided, bad_input; `changed_meanwhile` where another opened one of them at the same moment.
 */
export const openCaseFromReports = command({
  name: 'cases.open_case',
  schema: z.strictObject({
    reportIds: z.union([idField<'file'>().transform((id) => [id]), z.array(idField<'file'>()).min(1, 'missing').max(MOST_REPORTS, 'too_long')]),
    ...stepFields('openCase'),
  }),
  facts: (ctx: Context, input): Promise<Opening | undefined> => openingFacts(ctx, [...new Set(input.reportIds)]),
  access: mayOpenFrom,
  run: async (ctx: Context, input, facts: Opening) => {
    const states = [];
    for (const { fileId } of facts.reports) states.push(await reportForCase(ctx, fileId));
    if (states.some(({ progress }) => progress === 'DECIDED')) return refuseCase('report_decided');
    const own: StartFacts = {
      municipality: (number) => memberMunicipalities(facts.asker).find((row) => row.number === number)?.municipality_id, dangerReported: caseTexts.nb.dangerReported,
    };
    const start = startFromReports(states, own);
    if (start === undefined) return refuseCase('no_report');
    const answers: Readonly<Record<string, unknown>> = input;
    const opening: OpenCase = {
      reference: await newReference(ctx), reports: facts.reports.map(({ fileId }) => fileId), start, leftOut: [...new Set(states.flatMap(({ leftOut }) => leftOut))],
      connection: answers['connection'] as OpenCase['connection'], akutt: akuttFromReports(states, own), // decideOpenCase checks the answer before it is read
    };
    const decision = decideOpenCase(opening, { actor: opener(ctx.actor, facts), now: ctx.now, team: facts.asker.team });
    if (!decision.ok) return decision;
    const fileId = asId<'file'>(ctx.chance.uuid());
    await createFile(ctx, CASE_FILE, fileId, decision.value);
    return done({ fileId, reference: opening.reference });
  },
});

async function newReference(ctx: Context): Promise<string> {
  for (;;) {
    const drawn = reference(Number(osloDay(ctx.now).slice(0, 4)), ctx.chance);
    if (!(await isReferenceTaken(ctx.tx, ctx.regionId, drawn))) return drawn;
  }
}
