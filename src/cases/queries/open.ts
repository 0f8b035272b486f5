import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import type { UserId } from '../../kernel/ids.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay } from '../../kernel/time.ts';
import { maySeeConsultations } from '../../consultations/public.ts';
import { isOfferedOn } from '../../regions/codes.ts';
import { caseTypeWords, localValues, regionClocks } from '../../regions/public.ts';
import { findOnItsWay, hasShelterBasis, listOtherRegions, readReportInCase, shielded, veiled } from '../../reports/public.ts';
import { isFresh, mustProve } from '../../staff/public.ts';
import { caseFacts, mayOpenPage, mayReadCase, mayTakeStep, standing, type AccessActor, type Standing } from '../access.ts';
import { accessEndsAt, isExcluded, type CaseState } from '../case.ts';
import { clocks, followUpDays } from '../clocks.ts';
import { askedCase, awayToday, decisionContext, memberMunicipalities, type AskedCase, type Known } from '../commands/asked.ts';
import { idField } from '../../kernel/id-field.ts';
import { canLead } from '../conditions.ts';
import { leaveOut } from '../evolve.ts';
import { isForAsked, isProposing } from '../asking.ts';
import { deputyOf } from '../deputy.ts';
import { emergencyUntil, isForEmergency } from '../emergency.ts';
import { CASE_FILE } from '../file.ts';
import { mayBeLetIn } from '../grants.ts';
import { wordCovered } from '../night-card.ts';
import { nextSteps, type NextStep } from '../next-steps.ts';
import { aliasOf } from '../projection.ts';
import { lettersCovered } from '../reporter-letters.ts';
import { countsUntil, isForSupervision } from '../supervision.ts';
import { underWay } from '../receipt.ts';
import { veilsFor } from '../secrecy.ts';
import { isClosed } from '../status.ts';
import { saidSecret } from '../told.ts';
import { listAsks } from '../store/expert.ts';
import { listWriting } from '../store/writing.ts';
import { leftTexts } from './left-texts.ts';
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
    const how: CaseAsker = { userId: actor.userId, roles: actor.roles, standing: standing(actor, facts, asker.now), keeps: !facts.strict || facts.named };
    const opened = { fileId: facts.fileId, reference: line.reference, asker: how, now: asker.now };
    const fresh = ctx.actor.kind === 'person' && isFresh(ctx.actor, asker.now);
    const reads = mayReadCase(actor, facts, asker.now).allow;
    if (!reads || mustProve(ctx.actor, facts.strict, asker.now)) return done<OpenCase>({ ...opened, mustDeclare: true, signIn: reads, status: line.status, akutt: line.akutt, newId: ctx.chance.uuid(), steps: reads ? [] : unread(asked) });
    const { state: told, events } = await openFile(ctx, CASE_FILE, facts.fileId);
    const state = leaveOut(told, asked.leftOut, asker.now);
    const reports: CaseReport[] = [];
    const seesConsultations = maySeeConsultations(ctx.actor).allow;
    for (const report of asked.reports) {
      const { state: { reference, contents, dialogue, typedIn, consultations }, readPartsBefore, window } = await readReportInCase(ctx, report, READER[how.standing]);
      reports.push({ fileId: report, reference, contents, consultations: seesConsultations ? consultations : [], local: typedIn?.local ?? [], dialogue, readPartsBefore, window });
    }
    reports.sort((one, other) => ((one.contents[0]?.at ?? '') < (other.contents[0]?.at ?? '') ? -1 : 1)); // as they came
    const veils = veilsFor(state, { userId: actor.userId, fresh, supervises: how.standing === 'supervision', strict: facts.strict }, saidSecret(reports), asker.now);
    const written = WITHOUT_WORD.includes(how.standing) ? wordCovered({ state, journal: events }) : { state, journal: events };
    const shown = veiled({ ...(veils.reporter ? lettersCovered(written) : written), reports }, { ...veils, address: veils.address !== 'open' });
    const settings = await regionClocks(ctx);
    const steps = nextSteps(state, decisionContext(asked)).filter(({ step }) => (how.standing !== 'emergency' || isForEmergency(step)) && (how.standing !== 'supervision' || isForSupervision(step)) && (how.standing !== 'asked' || isForAsked(step)));
    const away = steps.some(({ step, allowed }) => allowed && isProposing(step)) ? await awayToday(ctx) : [];
    return done<OpenCase>(shielded({
      ...opened, mustDeclare: false, ...shown, left: LEADS.includes(how.standing) ? await leftTexts(ctx, [facts.fileId, ...asked.reports], state, asked, fresh) : [], alias: aliasOf(state), veils, experts: await listAsks(ctx.tx, ctx.regionId, facts.fileId), writing: await listWriting(ctx.tx, ctx.regionId, facts.fileId, actor.userId, asker.now), names: colleagueNames(asker), municipalities: municipalityNames(asker),
      places: placeNames(asker), members: memberMunicipalities(asker).map((row) => row.municipality_id), steps,
      clocks: clocks(state, settings, asker.now), followUps: followUpDays(state, settings, asker.now), colleagues: asker.colleagues.flatMap((member) => colleague(member, state, asked, away)), otherRegions: steps.some(({ step, allowed }) => allowed && step === 'proposeTransfer') ? await listOtherRegions(ctx.tx, ctx.regionId, osloDay(asker.now)) : [],
      onItsWay: underWay(state) === undefined ? undefined : await findOnItsWay(ctx.tx, ctx.regionId, asked.reports), newId: ctx.chance.uuid(), caseTypeWords: await caseTypeWords(ctx),
      localValues: (await localValues(ctx)).filter((one) => isOfferedOn(one, osloDay(asker.now))),
    }, hasShelterBasis(actor.roles)));
  },
});

/** As whom somebody reads what was added to a report. */
const READER: Readonly<Partial<Record<Standing, 'coordinator' | 'reception'>>> = { coordinator: 'coordinator', case_lead: 'coordinator', granted: 'coordinator', asked: 'coordinator', reception: 'reception' };

/** Who answers for the case, and takes in what was left behind. */
const LEADS: readonly Standing[] = ['coordinator', 'case_lead'];

/**
 * Who is not told by which word the person is known on the phone at night: whoever supervises the work, and whoever is asked to confirm one thing. Neither
 * takes the phone for the case. Whoever reads in an emergency is told: they have to know that it is she, and not he, who calls or opens the door.
 */
const WITHOUT_WORD: readonly Standing[] = ['supervision', 'asked'];

/** What may be done before the question is answered: answer it, and raise the alarm. */
function unread({ actor, facts, asker, line }: AskedCase): NextStep[] {
  const alarm = !line.akutt && !isClosed(line.status) && mayTakeStep('raiseAkutt', actor, facts, asker.now).allow;
  return [{ step: 'declareImpartiality', allowed: true }, ...(alarm ? [{ step: 'raiseAkutt', allowed: true } as const] : [])];
}

/** Nobody whose roles never see a case is offered a part in one. */
function colleague(member: Known, state: CaseState, { facts, asker }: AskedCase, away: readonly UserId[]): CaseColleague[] {
  if (member.disabled || !mayBeLetIn(member.roles)) return [];
  const { userId, name, unit, municipalityId, roles } = member;
  const excluded = isExcluded(state, userId);
  return [{
    userId, name, unit, municipality: municipalityId ?? undefined, roles, excluded, canLead: canLead(state, userId, asker.team), away: away.includes(userId),
    canBeGranted: !excluded && userId !== asker.userId, access: accessOf({ userId, roles, municipalities: member.supervises, supervisions: member.supervisions }, state, { facts, asker }),
  }];
}

function accessOf(actor: AccessActor, state: CaseState, { facts, asker }: Pick<AskedCase, 'facts' | 'asker'>): AccessInCase | undefined {
  const theirs = caseFacts(facts.fileId, state, actor.userId, asker.now);
  const how = standing(actor, theirs, asker.now);
  switch (how) {
    case 'coordinator': case 'reception': case 'asked': return { how, until: undefined };
    case 'case_lead': return { how, until: actor.userId === state.lead ? accessEndsAt(state.closedAt) : deputyOf(state)?.until };
    case 'granted': case 'restricted': case 'supervision': return { how, until: countsUntil(actor, theirs) };
    case 'emergency': return { how, until: emergencyUntil(state, actor.userId) };
    default: return undefined;
  }
}
