import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { caseTypeWords, regionClocks } from '../../regions/public.ts';
import { hasShelterBasis, readReportInCase, shielded, veiled } from '../../reports/public.ts';
import { isFresh } from '../../staff/public.ts';
import { caseFacts, mayOpenPage, mayReadCase, mayTakeStep, standing, type AccessActor, type Standing } from '../access.ts';
import { accessEndsAt, isExcluded, type CaseState } from '../case.ts';
import { clocks, followUpDays } from '../clocks.ts';
import { askedCase, decisionContext, memberMunicipalities, type AskedCase, type Known } from '../commands/asked.ts';
import { idField } from '../../kernel/id-field.ts';
import { canLead } from '../conditions.ts';
import { leaveOut } from '../evolve.ts';
import { deputyOf } from '../deputy.ts';
import { emergencyUntil, isForEmergency } from '../emergency.ts';
import { CASE_FILE } from '../file.ts';
import { GRANTABLE } from '../grants.ts';
import { nextSteps, type NextStep } from '../next-steps.ts';
import { aliasOf } from '../projection.ts';
import { veilsFor } from '../secrecy.ts';
import { isClosed } from '../status.ts';
import { listWriting } from '../store/writing.ts';
import type { AccessInCase, CaseAsker, CaseColleague, CaseReport, OpenCase } from './models.ts';
import { colleagueNames, municipalityNames, placeNames } from './rows.ts';

type Facts = NonNullable<Awaited<ReturnType<typeof askedCase>>>;

/** One case as its page shows it. Reading it counts as reading what was added to its reports. `not_found` for whoever may not. */
export const openCase = query({
  name: 'cases.open',
  schema: z.strictObject({ caseId: idField<'file'>() }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input): Promise<Facts | undefined> => askedCase(ctx, input.caseId),
  access: (_actor, { actor, facts, asker, reports }) => mayOpenPage(actor, facts, reports, asker.now),
  run: async (ctx, _input, asked) => {
    const { facts, actor, asker, line } = asked;
    const how: CaseAsker = { userId: actor.userId, roles: actor.roles, standing: standing(actor, facts, asker.now) };
    const opened = { fileId: facts.fileId, reference: line.reference, asker: how, now: asker.now };
    const fresh = ctx.actor.kind === 'person' && isFresh(ctx.actor, asker.now);
    const reads = mayReadCase(actor, facts, asker.now).allow;
    if (!reads || (facts.strict && !fresh)) return done<OpenCase>({ ...opened, mustDeclare: true, signIn: reads, status: line.status, akutt: line.akutt, steps: reads ? [] : unread(asked) });
    const { state: told, events } = await openFile(ctx, CASE_FILE, facts.fileId);
    const state = leaveOut(told, asked.leftOut, asker.now);
    const reports: CaseReport[] = [];
    for (const report of asked.reports) {
      const { state: { reference, contents, dialogue }, readPartsBefore, window } = await readReportInCase(ctx, report, READER[how.standing]);
      reports.push({ fileId: report, reference, contents, dialogue, readPartsBefore, window });
    }
    const hint = reports.some(({ contents }) => contents.some(({ report }) => report.person.protectedAddressHint));
    const veils = veilsFor(state, { userId: actor.userId, fresh }, hint, asker.now);
    const shown = veiled({ state, journal: events, reports }, { ...veils, address: veils.address !== 'open' });
    const settings = await regionClocks(ctx);
    return done<OpenCase>(shielded({
      ...opened, mustDeclare: false, ...shown, alias: aliasOf(state), veils, writing: await listWriting(ctx.tx, ctx.regionId, facts.fileId, actor.userId, asker.now), names: colleagueNames(asker), municipalities: municipalityNames(asker),
      places: placeNames(asker), members: memberMunicipalities(asker).map((row) => row.municipality_id), steps: nextSteps(state, decisionContext(asked)).filter(({ step }) => how.standing !== 'emergency' || isForEmergency(step)),
      clocks: clocks(state, settings, asker.now), followUps: followUpDays(state, settings, asker.now), colleagues: asker.colleagues.flatMap((member) => colleague(member, state, asked)), newId: ctx.chance.uuid(), caseTypeWords: await caseTypeWords(ctx),
    }, hasShelterBasis(actor.roles)));
  },
});

/** As whom somebody reads what was added to a report. */
const READER: Readonly<Partial<Record<Standing, 'coordinator' | 'reception'>>> = { coordinator: 'coordinator', case_lead: 'coordinator', granted: 'coordinator', reception: 'reception' };

/** What may be done before the question is answered: answer it, and raise the alarm. */
function unread({ actor, facts, asker, line }: AskedCase): NextStep[] {
  const alarm = !line.akutt && !isClosed(line.status) && mayTakeStep('raiseAkutt', actor, facts, asker.now).allow;
  return [{ step: 'declareImpartiality', allowed: true }, ...(alarm ? [{ step: 'raiseAkutt', allowed: true } as const] : [])];
}

/** Nobody whose roles never see a case is offered a part in one. */
function colleague(member: Known, state: CaseState, { facts, asker }: AskedCase): CaseColleague[] {
  if (member.disabled || !GRANTABLE.some((role) => member.roles.includes(role))) return [];
  const { userId, name, unit, municipalityId, roles } = member;
  const excluded = isExcluded(state, userId);
  return [{
    userId, name, unit, municipality: municipalityId ?? undefined, roles, excluded, canLead: canLead(state, userId, asker.team),
    canBeGranted: !excluded && userId !== asker.userId, access: accessOf({ userId, roles, municipalities: [] }, state, { facts, asker }),
  }];
}

function accessOf(actor: AccessActor, state: CaseState, { facts, asker }: Pick<AskedCase, 'facts' | 'asker'>): AccessInCase | undefined {
  const theirs = caseFacts(facts.fileId, state, actor.userId, asker.now);
  const how = standing(actor, theirs, asker.now);
  switch (how) {
    case 'coordinator': case 'reception': return { how, until: undefined };
    case 'case_lead': return { how, until: actor.userId === state.lead ? accessEndsAt(state.closedAt) : deputyOf(state)?.until };
    case 'granted': case 'restricted': return { how, until: theirs.grantedUntil };
    case 'emergency': return { how, until: emergencyUntil(state, actor.userId) };
    default: return undefined;
  }
}
