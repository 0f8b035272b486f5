import fc from 'fast-check';
import { decideAdditionsTold } from '../../src/cases/added.ts';
import type { CaseState } from '../../src/cases/case.ts';
import type { CaseActor, DecisionContext } from '../../src/cases/conditions.ts';
import type { CaseEvent, CaseEventType } from '../../src/cases/events.ts';
import { evolve, foldCase } from '../../src/cases/evolve.ts';
import type { Decision } from '../../src/cases/guard.ts';
import { decideOpenCase } from '../../src/cases/opening.ts';
import { CASE_REFUSALS } from '../../src/cases/refusals.ts';
import { isClosed } from '../../src/cases/status.ts';
import { decideExpertAnswered } from '../../src/cases/steps/expert.ts';
import { lapsedWith } from '../../src/cases/grants.ts';
import { leftOutWith } from '../../src/cases/steps/share.ts';
import type { StepKey } from '../../src/cases/workflow.ts';
import { addMs, HOUR, type Instant } from '../../src/kernel/time.ts';
import { NO_REPORT } from '../../src/reports/report.ts';
import * as act from './acts.ts';
import { EVERYBODY, FILE, jorunn, kari, lise, MONDAY, omar, OPENING, petter, START, TEAM, written, type Journal } from './journal.ts';
import { choose, chooseAny, lifeOf, type Try, type TriedStep } from './tries.ts';

type Act = (state: CaseState, ctx: DecisionContext) => Decision;

/** One valid answer for every step of the table: what is refused is then refused by the rules, not for a missing word. */
const ACTS: Readonly<Record<Exclude<StepKey, 'openCase'>, readonly Act[]>> = {
  declareImpartiality: [act.declare(), act.declare(), act.declare(), act.declare('TILKNYTTET')],
  joinReport: [act.join(), act.join({ leftOut: [petter.userId] }), act.join({ connection: 'TILKNYTTET' })],
  readReport: [act.readReport],
  askForMeeting: [act.askForMeeting],
  minuteMeeting: [act.minute('r1'), act.minute('r2')],
  nameInMeeting: [act.nameThem(), act.nameThem({ basis: 'SAMTYKKE' })],
  handOverLead: [act.handOverLead()],
  nameKeeper: [act.nameKeeper(), act.nameKeeper({ keeper: undefined })],
  deputiseLead: [act.deputise()],
  endDeputy: [act.endDeputy],
  mergeCase: [act.mergeInto(act.assessing().state()), act.mergeInto(act.classified().state(), { lead: undefined })],
  takeInCase: [act.takeIn(act.assessing().state()), act.takeIn(act.classified().state())],
  raiseAkutt: [act.raise()],
  reviewAkutt: [act.review],
  lowerAkutt: [act.lower],
  handOver: [act.handOver],
  readHandover: [act.readHandover],
  proposeTransfer: [act.transfer, act.transferInside],
  confirmTransfer: [act.confirmTransfer], confirmReceipt: [act.confirmReceipt],
  // By the system, whoever's turn it is here: never by one who is inhabil.
  transferTaken: [(state, ctx) => (state.excluded.includes(ctx.actor.userId) ? { ok: true, value: [] } : act.theyAnswer()(state, ctx))],
  transferReturned: [(state, ctx) => (state.excluded.includes(ctx.actor.userId) ? { ok: true, value: [] } : act.theyAnswer({ reference: '2026-THERE1', taken: false, grounds: 'Hun bor ikke her.' })(state, ctx))],
  proposeClassification: [act.classify(), act.classify({ lead: omar.userId, caseType: 'KAN' })],
  classifyProvisionally: [act.classify({ provisional: true })],
  confirmClassification: [act.confirm(), act.confirm(), act.confirm(1)],
  informPerson: [act.inform(), act.exempt()],
  informSuspect: [act.informSuspect(), act.informSuspect({ isInformed: 'JA', informedHow: 'Politiet' })],
  recordWish: [act.wishes(), act.wishes('w2', { wishPhase: 'SLUTT' })],
  recordDeclined: [act.declines()],
  answerAverting: [act.averting(), act.averting({ avertingAnswer: 'OPPFYLT', avertedHow: 'Politiet er varslet', avertedBy: 'Lise', avertedWhen: 'kl. 10' })],
  recordChildDuty: [act.childDuty(), act.childDuty({ childDuty: 'IKKE_NODVENDIG' })],
  recordChildFeedback: [act.childAnswer(), act.childAnswer(7)],
  recordServiceDuty: [act.serviceTold],
  proposeNotACase: [act.notACase()],
  adviseOnly: [act.adviseOnly(), act.adviseOnly({ confirmer: lise.userId, confirmerRoles: lise.roles })],
  confirmNotACase: [act.confirmNotACase],
  changeLead: [act.changeLead(), act.changeLead(lise.userId)],
  proposeReclassification: [act.classify({ again: true, caseType: 'BOR' })],
  startInvestigation: [act.investigate],
  awaitPolice: [act.awaitPolice()],
  checkPolice: [act.checkPolice],
  resumeInvestigation: [act.resume],
  concludeInvestigation: [act.conclude],
  decideMeasure: [act.measure('m1'), act.measure('m2')],
  updateMeasure: [act.update('m1')],
  startFollowUp: [act.followUp],
  recordFollowUp: [act.followedUp],
  investigateAgain: [act.investigateAgain],
  actAgain: [act.actAgain],
  proposeClosing: [act.proposeClosing(), act.proposeClosing({ confirmer: petter.userId, confirmerRoles: petter.roles })],
  proposeEarlyClosing: [act.proposeClosing({ reasons: ['DOD'] })],
  returnClosing: [act.returnClosing],
  closeCase: [act.close(), act.close(1)],
  reopenCase: [act.reopen],
  writeNote: [act.note('n1'), act.note('n2')],
  correctNote: [act.note('n3', 'n1'), act.note('n4', 'n2')],
  pinNote: [act.pinNote('n1'), act.pinNote('n2')],
  unpinNote: [act.unpinNote('n1')],
  writeWarning: [act.warn('w1'), act.warn('w2', 3)],
  reviewWarning: [act.lookOver(), act.lookOver({ warning: 'w2', warningStands: 'NEI', warningReview: undefined, grounds: 'Våpenet er levert inn.' })],
  seeReporter: [act.seeReporter],
  protectAddress: [act.grade(), act.grade('STRENGT', 'POLITI')],
  proposeLowering: [act.proposeLowering(), act.proposeLowering('FORTROLIG', 'POLITI'), act.proposeLowering('UGRADERT', 'FOLKEREGISTERET', { confirmer: lise.userId, confirmerRoles: lise.roles })],
  confirmLowering: [act.confirmLowering(), act.confirmLowering(1)],
  writeNightCard: [act.writeCard()],
  removeNightCard: [act.removeCard],
  grantAccess: [act.grant(), act.grant(jorunn)],
  endAccess: [act.endAccess()],
  assessRisk: [act.assessRisk(), act.assessRisk({ riskId: 'r2', nextRisk: undefined })],
  markRiskFactors: [act.markFactors(), act.markFactors(['INGEN'], 'l2')],
  postponeSafetyPlan: [act.postponePlan()],
  writeSafetyPlan: [act.writePlan('p1'), act.writePlan('p2', { planVersion: 1 })],
  reviewSafetyPlan: [act.reviewPlan()],
  suspectChanged: [act.suspectChanged(), act.suspectChanged('INNLAGT')],
  recordProtection: [act.protect(), act.protect('KONTAKTFORBUD', 700, 'v2')],
  renewProtection: [act.renew('v1'), act.renew('v2', 900)],
  endProtection: [act.endProtection('v1'), act.endProtection('v2')],
  takeEmergency: [act.takeEmergency('e1'), act.takeEmergency('e2'), act.takeEmergency('e3', 'TILKNYTTET')],
  reviewEmergency: [act.reviewEmergency('e1'), act.reviewEmergency('e2')],
  addPerson: [act.addPerson('unni'), act.addPerson('kaare', ['VERGE'])],
  changePerson: [act.changePerson('unni'), act.changePerson('kaare', ['VERGE', 'MISTENKT'])],
  assessCapacity: [act.assessCapacity()],
  draftDocument: [act.draft(), act.draft('b2', { letter: 'ANMODNING', basis: 'SAMTYKKE' }), act.draft('b3', { delivery: 'HJEM', homeSafe: 'Hun sa det.' })], editDocument: [act.edit(), act.edit('b2')], finaliseDocument: [act.finalise(), act.finalise('b2')], recordSending: [act.sent()],
  recordConsent: [act.consents()],
  recordOthersConsent: [act.othersConsent('unni', 'c2'), act.othersConsent('kaare', 'c3')],
  withdrawConsent: [act.withdraw('c1'), act.withdraw('c2')],
  discloseOut: [act.share('SAMTYKKE', 'd1'), act.share('SAMTYKKE_PARORENDE', 'd3'), act.share('FVL_13B_7', 'd4')],
  discloseIn: [act.informed()],
  reviewDisclosure: [act.judgeAnew(), act.judgeAnew({ disclosure: 'd3', reviewResult: 'INGEN_GRUNNLAG', basis: undefined })],
  askExpert: [act.asksExpert('SAMTYKKE', 'x1'), act.asksExpert('FVL_13B_7', 'x2')],
  renewExpertCode: [act.newCode('x1'), act.newCode('x2')],
  withdrawExpert: [act.takesBack('x1')],
  // By the system, whoever's turn it is here: never by one who is inhabil.
  answerExpert: [(state, ctx) => (state.excluded.includes(ctx.actor.userId) ? { ok: true, value: [] } : decideExpertAnswered(state, { ...act.CAME, askId: 'x2', receivedAt: ctx.now }))],
  readExpertAnswer: [act.readsAnswer('x2')],
  restrictUse: [act.restrict()],
  liftRestriction: [act.liftRestriction], useRestricted: [act.useRestricted(), act.useRestricted({ restrictedUse: ['VURDERE', 'OVERFORE'] })],
  tellReceiver: [act.tellReceiver(), act.tellReceiver({ receiverTold: 'IKKE_MULIG', grounds: 'Banken finnes ikke lenger.' })],
  recordObjection: [act.object('o1'), act.object('o2')],
  recordPerson: [act.recordPerson(), act.recordPerson({ correctionId: 'k2', personGone: ['NAVN'] })], closeWay: [act.closeWay()],
  recordFiguresWish: [act.keepOut(), act.keepOut('MED')], recordReservation: [act.reserves(), act.reserves('HELSEPERSONELL', { reservationStands: 'TRUKKET' })],
  recordCoordination: [act.coordinates()], recordInterpreter: [act.interprets()],
};

const SYSTEM: CaseActor = { userId: 'system' as never, roles: [] }; // as the door writes it
/** What no step of the table writes. */
export const BY_NO_STEP: readonly CaseEventType[] = ['ColleagueLeftOut', 'AdditionTold', 'AccessLapsed'];
/** What the system writes without a step of anybody's: a colleague was found to be named, one was let in again, and more was told to a report of the case. */
const BESIDE: readonly Act[] = [
  (state, { now }) => ({ ok: true, value: leftOutWith(state, [omar.userId], now) }),
  (state, { now }) => ({ ok: true, value: lapsedWith(state, lise.userId, now) }),
  (state, { now }) => (isClosed(state.status) ? { ok: true, value: [] } : decideAdditionsTold(state, state.reports[0] ?? FILE, { ...NO_REPORT, partsThen: 0, dialogue: { ...NO_REPORT.dialogue, theirs: [{ feels: 'VERRE', at: now, order: state.additions.length } as never] } })), // of a message only what is asked of it here
];

/** How a life went. */
export type Lived = { readonly state: CaseState; readonly events: readonly CaseEvent[]; readonly now: Instant };
type Seen = { readonly before: CaseState; readonly event: CaseEvent; readonly after: CaseState; readonly actor: CaseActor };

const tries = lifeOf(5, 60);
/** With something of each kind that is gone on with later. */
function rich(): Journal {
  const file = act.investigating({ ...OPENING, start: { ...START, relation: ['ANSATT'] } });
  for (const one of [act.note('n1'), act.pinNote('n1'), act.protect(), act.consents(), act.share('SAMTYKKE', 'd1'), act.withdraw('c1'), act.asksExpert('FVL_13B_7', 'x1'), act.asksExpert('FVL_13B_7', 'x2'), act.warn('w1', 3), act.writeCard(), act.draft(), act.edit()]) file.by(lise, one);
  return file;
}
/** With somebody whose consent has fallen, and an address that is to be protected less. */
function withPolice(): Journal {
  const file = act.investigating();
  for (const one of [act.addPerson(), act.assessCapacity(), act.othersConsent(), act.share('SAMTYKKE_PARORENDE', 'd3'), act.changePerson(), act.grade(), act.proposeLowering()]) file.by(kari, one);
  file.by(lise, act.awaitPolice());
  return file;
}
/** On its way to another region. */
function away(): Journal {
  const file = act.assessing();
  file.by(kari, act.transferInside);
  file.by(lise, act.confirmTransfer);
  return file;
}

/** Some of the lives begin at the opening; the others where few random ones would ever come. */
const BEGUN: readonly (undefined | (() => Journal))[] = [undefined, undefined, undefined, undefined, act.followingUp, act.closed, rich, rich, withPolice, withPolice, away];
const openings = fc.record({ opener: fc.constantFrom(kari, jorunn), leftOut: fc.subarray([petter.userId, omar.userId]), team: fc.constantFrom(TEAM, TEAM.slice(0, 2)), begun: fc.constantFrom(...BEGUN) });
type Opening = typeof openings extends fc.Arbitrary<infer O> ? O : never;

const PEOPLE = { everybody: EVERYBODY, atWork: [kari, petter, lise, jorunn], coordinator: kari };

function openedBy({ team, opener, leftOut }: Opening): CaseEvent[] {
  const opened = decideOpenCase({ ...OPENING, leftOut }, { actor: opener, now: MONDAY, team });
  if (!opened.ok) throw new Error(opened.code);
  return written(opened.value, opener, MONDAY);
}

/** Lives a random life of a case, begun with Kari and Lise cleared of any connection. */
export function live(opening: Opening, all: readonly Try[], watch: (seen: Seen) => void = () => undefined): Lived {
  const { team } = opening;
  const begun = opening.begun?.();
  let now = begun?.now() ?? MONDAY;
  const events = begun === undefined ? openedBy(opening) : [...begun.events];
  let state = foldCase(events);
  const take = (actor: CaseActor, decide: Act | undefined) => {
    const decision = decide?.(state, { actor, now, team });
    if (decision === undefined) return;
    if (!decision.ok) {
      if (!CASE_REFUSALS.some((code) => code === decision.code)) throw new Error(`unknown refusal ${decision.code}`);
      return;
    }
    for (const event of written(decision.value, actor, now)) {
      const before = state;
      state = evolve(state, event);
      events.push(event);
      watch({ before, event, after: state, actor });
    }
  };
  const tried = new Set<TriedStep>();
  if (begun === undefined) for (const actor of [kari, lise]) take(actor, act.declare());
  for (const one of all) {
    now = addMs(now, one.hours * HOUR);
    if (!one.eager && one.hours === 400) take(SYSTEM, BESIDE[one.pick % BESIDE.length]);
    const { actor, step } = one.eager && one.who % 2 === 1 ? chooseAny(one, state, { now, team }, PEOPLE, tried) : choose(one, state, { now, team }, PEOPLE);
    if (tried.size > 25) tried.clear();
    tried.add(step);
    take(actor, ACTS[step][one.pick % ACTS[step].length]);
  }
  return { state, events, now };
}

/** Lives so many of them, the same each time. */
export const check = (property: (opening: Opening, all: readonly Try[]) => void, numRuns = 300) => fc.assert(fc.property(openings, tries, property), { numRuns, seed: 20260105 });
