import { decideAskExpert, decideExpertAnswered, decideReadExpertAnswer, decideRenewExpertCode, decideWithdrawExpert, type AskExpert, type CameFromExpert, type RenewExpertCode } from '../../src/cases/steps/expert.ts';
import { decideAdviseOnly, type AdviseOnly } from '../../src/cases/steps/advice.ts';
import { decideLowerAkutt, decideRaiseAkutt, decideReviewAkutt } from '../../src/cases/akutt.ts';
import type { CaseState } from '../../src/cases/case.ts';
import { decideChangeLead, decideConfirmClassification, decideProposeClassification, type ProposeClassification } from '../../src/cases/classification.ts';
import { nextFollowUpOn } from '../../src/cases/clocks.ts';
import type { Asking } from '../../src/cases/asking.ts';
import { decideCloseCase, decideProposeClosing, decideReopenCase, decideReturnClosing, type CloseCase, type ProposeClosing, type ClosingContent } from '../../src/cases/closing.ts';
import type { DecisionContext } from '../../src/cases/conditions.ts';
import type { Measure } from '../../src/cases/codes.ts';
import { decideAnswer } from '../../src/cases/crossing.ts';
import { decideDeputiseLead, decideEndDeputy, decideHandOverLead, decideNameKeeper, type HandOverLead, type NameKeeper } from '../../src/cases/steps/deputy.ts';
import type { DeputyContent } from '../../src/cases/deputy.ts';
import { decideReviewEmergency, decideTakeEmergency } from '../../src/cases/steps/emergency.ts';
import { decideRecordFollowUp, decideStartFollowUp } from '../../src/cases/follow-up.ts';
import { decideEndAccess, decideGrantAccess } from '../../src/cases/grants.ts';
import type { Decision } from '../../src/cases/guard.ts';
import { decideDeclareImpartiality } from '../../src/cases/impartiality.ts';
import { decideActAgain, decideAwaitPolice, decideCheckPolice, decideConcludeInvestigation, decideInvestigateAgain, decideResumeInvestigation, decideStartInvestigation } from '../../src/cases/investigation.ts';
import { decideJoinReport, decideReadReport } from '../../src/cases/joining.ts';
import { decideWriteNote } from '../../src/cases/journal-note.ts';
import { decideAskForMeeting, decideMinute, decideNameInMeeting, type NameInMeeting } from '../../src/cases/meeting.ts';
import { decideMerge, type MergeCases } from '../../src/cases/merging.ts';
import { decideMeasure, decideUpdateMeasure } from '../../src/cases/measure.ts';
import { decideConfirmNotACase, decideProposeNotACase, type ProposeNotACase } from '../../src/cases/not-a-case.ts';
import type { Namesakes } from '../../src/cases/namesakes.ts';
import { decideRemoveNightCard, decideWriteNightCard, type NightCardContent } from '../../src/cases/night-card.ts';
import { decideHandOver, decideReadHandover } from '../../src/cases/opening.ts';
import { decidePinNote, decideReviewWarning, decideUnpinNote, decideWriteWarning, type ReviewWarning } from '../../src/cases/steps/pin.ts';
import { decideConfirmLowering, decideProposeLowering, decideProtectAddress, decideSeeReporter, type ProtectAddress } from '../../src/cases/steps/secrecy.ts';
import { decideEndProtection, decideRecordProtection, decideRenewProtection, type RecordProtection } from '../../src/cases/steps/protection.ts';
import {
  decideAssessRisk, decideMarkRiskFactors, decidePostponeSafetyPlan, decideReviewSafetyPlan, decideSuspectChanged, decideWriteSafetyPlan, type AssessRisk, type MarkRiskFactors, type SuspectChanged, type WriteSafetyPlan,
} from '../../src/cases/steps/safety.ts';
import { decideRecordCoordination, decideRecordInterpreter, type RecordCoordination, type RecordInterpreter } from '../../src/cases/steps/coordination.ts';
import { decideLiftRestriction, decideRecordFiguresWish, decideRecordObjection, decideRecordReservation, decideRestrictUse, decideTellReceiver, decideUseRestricted, type RecordReservation, type TellReceiver, type UseRestrictedCase } from '../../src/cases/steps/rights.ts';
import { decideCloseWay, decideRecordPerson, type PersonCompared, type RecordPerson } from '../../src/cases/steps/person.ts';
import {
  decideAddPerson, decideAssessCapacity, decideChangePerson, decideDiscloseIn, decideDiscloseOut, decideRecordConsent, decideRecordOthersConsent, decideReviewDisclosure, decideWithdrawConsent,
  type AddPerson, type AssessCapacity, type Disclose, type RecordConsent, type ReviewDisclosure,
} from '../../src/cases/steps/share.ts';
import { decideAnswerAverting, decideRecordChildDuty, decideRecordChildFeedback, decideRecordServiceDuty, type AnswerAverting, type RecordChildDuty, type RecordServiceDuty } from '../../src/cases/steps/duty.ts';
import { decideConfirmReceipt, decideConfirmTransfer, decideProposeTransfer, type ProposeTransfer } from '../../src/cases/transfer.ts';
import { decideInformPerson, decideInformSuspect, decideRecordDeclined, decideRecordWish, type Inform, type RecordDeclined, type RecordWish } from '../../src/cases/steps/voice.ts';
import { addDays, osloDay, type Day, type Instant } from '../../src/kernel/time.ts';
import { decideDraftDocument, decideEditDocument, decideRecordSending, finalised, mayFinalise, type DraftDocument, type FinaliseDocument } from '../../src/cases/steps/document.ts';
import { fill, NATIONAL } from '../../src/cases/letters/fill.ts';
import { told } from '../../src/cases/told.ts';
import { done } from '../../src/kernel/outcome.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import type { CrossingAnswer } from '../../src/reports/crossing.ts';
import type { ReportContent } from '../../src/reports/public.ts';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import { FILE, journal, jorunn, kari, lise, omar, OPENING, petter, REPORT, START, type Journal } from './journal.ts';

type Act = (state: CaseState, ctx: DecisionContext) => Decision;

/** What people write in these tests: a valid answer for each step, changed where a test needs it. */
export const RAISE = { danger: 'Sønnen har kniv', called: 'N112', calledBy: 'Naboen', calledWhen: 'kl. 02:12' } as const;
export const CLASSIFY: ProposeClassification = {
  caseType: 'MA', criteria: ['VOKSEN', 'BEHOV', 'UTSATT', 'IKKE_BESKYTTE_SEG'], wish: 'Vil bo hjemme', consent: 'DELVIS', grounds: 'Pengene forsvinner.', lead: lise.userId,
};
export const NOT_A_CASE: ProposeNotACase = { notACaseReason: 'KUN_RADGIVNING', advice: 'Snakk med henne alene.' };
export const PLAN = { questions: 'Hvor blir pengene av?', sources: 'Banken', whoTalks: 'Lise', safeContact: 'Dagsenteret', suspectMayKnow: 'Ingenting' };
export const FINDINGS = { findings: 'Kontoen tømmes.', freedom: 'Hun velger bank selv.', proportionality: 'Bare ett kort sperres.', risk: 'MODERAT', concludedWho: 'Lise og Kari' } as const;
export const CLOSE: ClosingContent = { reasons: ['VOLD_STANSET'], remainingRisk: 'Liten', whoHasItNow: 'Hjemmetjenesten', personTold: 'JA', wishAchieved: 'DELVIS' };
export const END = { learning: 'Spør banken tidlig.', reporterFeedback: 'BARE_MOTTATT' } as const;

export const declare = (connection: 'INGEN' | 'TILKNYTTET' = 'INGEN'): Act => (state, ctx) => decideDeclareImpartiality(state, { connection }, ctx);
/** Lise, who leads what is classified here, leaves or is away. */
export const handOverLead = (change: Partial<HandOverLead> = {}): Act => (state, ctx) => decideHandOverLead(state, { lead: omar.userId, from: state.lead ?? lise.userId, ...change }, ctx);
export const deputise = (change: Partial<DeputyContent> = {}): Act => (state, ctx) =>
  decideDeputiseLead(state, { deputy: omar.userId, standsInFor: state.lead ?? lise.userId, awayFrom: osloDay(ctx.now), awayUntil: addDays(osloDay(ctx.now), 7), ...change }, ctx);
/** Kari, who keeps what is strictly confidential here, leaves. */
export const nameKeeper = (change: Partial<NameKeeper> = {}): Act => (state, ctx) => decideNameKeeper(state, { keeper: petter.userId, from: kari.userId, coordinators: [kari.userId, petter.userId], ...change }, ctx);
export const endDeputy: Act = (state, ctx) => decideEndDeputy(state, ctx);
export const SECOND: FileId = REPORT.replace('0001', '0002') as FileId; // an id like the first
export const JOIN: Parameters<typeof decideJoinReport>[1] = { report: SECOND, reference: '2026-B4T9XW', start: { ...START, whatHappened: 'Hun er redd.', reporter: { code: 'NABO_BEKJENT', wantsFeedback: false } }, leftOut: [], connection: 'INGEN' };
export const join = (change: Partial<typeof JOIN> = {}): Act => (state, ctx) => decideJoinReport(state, { ...JOIN, ...change }, ctx);
export const readReport: Act = (state, ctx) => decideReadReport(state, ctx);
export const MEETING = '40000000-0000-4000-8000-000000000001';
export const askForMeeting: Act = (state, ctx) => decideAskForMeeting(state, { meetingAbout: 'Hvem følger opp banken?' }, ctx);
export const minute = (minuteId = 'r1'): Act => (state, ctx) => decideMinute(state, { minuteId, meetingId: MEETING, heldOn: osloDay(ctx.now), present: [{ userId: kari.userId }, { userId: lise.userId, deputyFor: omar.userId }], minutes: 'Lise ringer banken.' }, ctx);
export const nameThem = (change: Partial<NameInMeeting> = {}): Act => (state, ctx) => decideNameInMeeting(state, { meetingId: MEETING, present: [kari.userId, lise.userId], basis: 'FVL_13B_5', grounds: 'Flere kjenner familien.', ...change }, ctx);
export const OTHER: FileId = asId<'file'>('10000000-0000-4000-8000-000000000002');
/** The case ends, and goes on in `into`. */
export const mergeInto = (into: CaseState, change: Partial<MergeCases> = {}): Act => (state, ctx) => {
  const both = decideMerge({ fileId: FILE, state, toldSecret: undefined, followUp: nextFollowUpOn(state, NO_CHANGES) }, { fileId: OTHER, state: into, toldSecret: undefined, followUp: undefined }, { grounds: 'Samme fødselsnummer.', lead: state.lead ?? into.lead, keep: [], ...change }, ctx);
  return both.ok ? done(both.value.ended) : both;
};
/** The case goes on, and takes `ended` in. */
export const takeIn = (ended: CaseState, { toldSecret, ...change }: Partial<MergeCases & { /** here, where the case goes on */ readonly toldSecret: Instant }> = {}): Act => (state, ctx) => {
  const both = decideMerge({ fileId: OTHER, state: ended, toldSecret: undefined, followUp: nextFollowUpOn(ended, NO_CHANGES) }, { fileId: FILE, state, toldSecret, followUp: undefined }, { grounds: 'Samme fødselsnummer.', lead: state.lead ?? ended.lead, keep: [], ...change }, ctx);
  return both.ok ? done(both.value.goesOn) : both;
};
export const raise = (input: Parameters<typeof decideRaiseAkutt>[1] = RAISE): Act => (state, ctx) => decideRaiseAkutt(state, input, ctx);
export const review: Act = (state, ctx) => decideReviewAkutt(state, { danger: 'Fortsatt kniv i huset' }, ctx);
export const lower: Act = (state, ctx) => decideLowerAkutt(state, { grounds: 'Kniven er levert politiet.' }, ctx);
export const handOver: Act = (state, ctx) => decideHandOver(state, { note: 'Ring etter ti' }, ctx);
export const readHandover: Act = (state, ctx) => decideReadHandover(state, ctx);
export const transferWith = (change: Partial<ProposeTransfer> = {}): Act => (state, ctx) => decideProposeTransfer(state, { receiver: 'Nordbø', basis: 'SAMTYKKE', consent: 'GITT_MUNTLIG', sent: 'Bekymringen', grounds: 'Hun bor der nå.', personInformed: 'JA', transferReason: 'UTENFOR_KOMMUNER', ...change }, ctx);
export const transfer: Act = transferWith();
export const confirmTransfer: Act = (state, ctx) => decideConfirmTransfer(state, { proposal: state.proposals, ...(state.akutt === undefined ? {} : CALLED) }, ctx, () => CROSSING);
/** The same to another region of this system, and what it answers. `coming`: of what goes along, something has not arrived. */
export const CROSSING = '70000000-0000-4000-8000-000000000001';
export const SORVIKA = { regionId: asId<'region'>('30000000-0000-4000-8000-000000000002'), name: 'Voksenvern Sørvika' } as const;
export const transferInside: Act = transferWith({ toRegion: SORVIKA.regionId, region: SORVIKA });
export const theyAnswer = (answer: CrossingAnswer = { reference: '2026-THERE1', taken: true }, coming = false): Act => (state, ctx) => (
  done(decideAnswer(state, [{ crossings: [{ transferId: CROSSING, answered: { at: ctx.now, answer } }], follows: [{ to: asId<'file'>(CROSSING), carriedAt: coming ? undefined : ctx.now }] }])));
export const CALLED = { phonedWho: 'Vakthavende i Nordbø', phonedWhen: 'kl. 14.05' } as const;
export const confirmReceipt: Act = (state, ctx) => decideConfirmReceipt(state, { receivedBy: 'Tora Nes, barne- og familievakten' }, ctx);
export const classify = (change: Partial<ProposeClassification> = {}): Act => (state, ctx) => decideProposeClassification(state, { ...CLASSIFY, ...change }, ctx);
export const confirm = (no?: number): Act => (state, ctx) => decideConfirmClassification(state, { proposal: no ?? state.proposals }, ctx);
export const notACase = (change: Partial<ProposeNotACase> = {}): Act => (state, ctx) => decideProposeNotACase(state, { ...NOT_A_CASE, ...change }, ctx);
export const adviseOnly = (change: Partial<AdviseOnly> = {}): Act => (state, ctx) => decideAdviseOnly(state, { advice: 'Ring fastlegen.', ...change }, ctx);
export const confirmNotACase: Act = (state, ctx) => decideConfirmNotACase(state, { proposal: state.proposals }, ctx);
export const changeLead = (lead = omar.userId): Act => (state, ctx) => decideChangeLead(state, { lead }, ctx);
export const investigate: Act = (state, ctx) => decideStartInvestigation(state, PLAN, ctx);
export const awaitPolice = (days = 10): Act => (state, ctx) => decideAwaitPolice(state, { policeContact: 'Vakthavende', policeAgreed: 'Ingen kontakt hjemme.', nextCheck: addDays(osloDay(ctx.now), days) }, ctx);
export const checkPolice: Act = (state, ctx) => decideCheckPolice(state, { policeSaid: 'Avhør neste uke.', nextCheck: addDays(osloDay(ctx.now), 14) }, ctx);
export const resume: Act = (state, ctx) => decideResumeInvestigation(state, { grounds: 'Vitnet er avhørt.' }, ctx);
export const investigateAgain: Act = (state, ctx) => decideInvestigateAgain(state, { incident: 'Nye uttak fra kontoen.' }, ctx);
export const actAgain: Act = (state, ctx) => decideActAgain(state, { incident: 'Kortet er i bruk igjen.' }, ctx);
export const conclude: Act = (state, ctx) => decideConcludeInvestigation(state, FINDINGS, ctx);
export const measure = (measureId = 'm1', kind: Measure = 'OKONOMISIKRING'): Act => (state, ctx) => decideMeasure(state, { measureId, measure: kind, responsible: 'Banken, Lise', due: addDays(osloDay(ctx.now), 14) }, ctx);
export const update = (measureId = 'm1'): Act => (state, ctx) => decideUpdateMeasure(state, { measureId, measureStatus: 'UTFORT', effect: 'Ja' }, ctx);
export const followUpOn = (nextFollowUp?: Day): Act => (state, ctx) => decideStartFollowUp(state, { carriedOut: 'Kortet er sperret.', personView: 'Hun er lettet.', nextFollowUp }, ctx);
export const followUp: Act = followUpOn();
export const followedUp: Act = (state, ctx) => decideRecordFollowUp(state, { found: 'Rolig', personView: 'Fornøyd' }, ctx);
export const proposeClosing = (change: Partial<ProposeClosing> = {}): Act => (state, ctx) => decideProposeClosing(state, { ...CLOSE, correctionId: 'c1', ...change }, ctx);
export const returnClosing: Act = (state, ctx) => decideReturnClosing(state, { grounds: 'Banken har ikke svart.' }, ctx);
export const close = (no?: number, change: Partial<CloseCase> = {}): Act => (state, ctx) => decideCloseCase(state, { ...END, correctionId: 'c2', proposal: no ?? state.proposals, ...change }, ctx);
export const pinNote = (pinned = 'n1'): Act => (state, ctx) => decidePinNote(state, { pinned, grounds: 'Alle må lese dette.' }, ctx);
export const unpinNote = (unpinned = 'n1'): Act => (state, ctx) => decideUnpinNote(state, { unpinned, grounds: 'Gjelder ikke lenger.' }, ctx);
export const warn = (warningId = 'w1', days = 30): Act => (state, ctx) => decideWriteWarning(state, { warningId, warningText: 'Ikke ring før kl. 12', warningReview: addDays(osloDay(ctx.now), days) }, ctx);
export const lookOver = (change: Partial<ReviewWarning> = {}): Act => (state, ctx) => decideReviewWarning(state, { warning: 'w1', warningStands: 'JA', grounds: 'Det gjelder ennå.', warningReview: addDays(osloDay(ctx.now), 30), ...change }, ctx);
export const seeReporter: Act = (state, ctx) => decideSeeReporter(state, { seeReason: 'RING', grounds: 'Vi må spørre om nøkkelen.' }, ctx);
export const grade = (level: ProtectAddress['addressLevel'] = 'FORTROLIG', addressSource: ProtectAddress['addressSource'] = 'FOLKEREGISTERET', keeper = kari): Act => (state, ctx) => decideProtectAddress(state, { addressLevel: level, addressSource, addressSince: osloDay(ctx.now), keeper: level === 'STRENGT' ? keeper.userId : undefined, keeperRoles: keeper.roles }, ctx);
export const proposeLowering = (addressLevel: ProtectAddress['addressLevel'] = 'UGRADERT', addressSource: ProtectAddress['addressSource'] = 'FOLKEREGISTERET', asking: Asking = {}): Act => (state, ctx) => decideProposeLowering(state, { addressLevel, addressSource, grounds: 'Folkeregisteret har opphevet den.', ...asking }, ctx);
export const confirmLowering = (no?: number): Act => (state, ctx) => decideConfirmLowering(state, { proposal: no ?? state.address.proposals }, ctx);
export const COMPARED: PersonCompared = { namesakes: () => [], workmates: () => [], toldSecret: undefined };
export const recordPerson = (change: Partial<RecordPerson> = {}, compared: Partial<PersonCompared> = {}): Act => (state, ctx) => decideRecordPerson(state, { correctionId: 'k1', knownFrom: 'Personen selv, på telefon', personName: 'Borgny Lian', ...change }, ctx, { ...COMPARED, ...compared });
export const closeWay = (unsafeWay = 'Dagsenteret, tirsdag 10–11'): Act => (state, ctx) => decideCloseWay(state, { unsafeWay, knownFrom: 'Dagsenteret: sønnen henter henne nå.' }, ctx);
export const addPerson = (relatedId = 'unni', parts: AddPerson['parts'] = ['PARORENDE'], local: AddPerson['local'] = undefined, namesakes: Namesakes = () => []): Act => (state, ctx) => decideAddPerson(state, { relatedId, relatedName: relatedId, parts, relation: 'BARN', local, guardianScope: parts.includes('VERGE') ? 'OKONOMI' : undefined }, ctx, namesakes);
export const changePerson = (related = 'unni', parts: AddPerson['parts'] = ['PARORENDE', 'MISTENKT'], relation: AddPerson['relation'] = undefined, namesakes: Namesakes = () => []): Act => (state, ctx) => decideChangePerson(state, { related, parts, relation, guardianScope: parts.includes('VERGE') ? 'OKONOMI' : undefined }, ctx, namesakes);
export const assessCapacity = (capacityResult: AssessCapacity['capacityResult'] = 'MANGLER', capacityQuestion: AssessCapacity['capacityQuestion'] = 'OKONOMI', change: Partial<AssessCapacity> = {}): Act => (state, ctx) => decideAssessCapacity(state, { capacityQuestion, assessor: 'Fastlegen', capacityResult, assessedOn: osloDay(ctx.now), ...change }, ctx);
export const consents = (consentId = 'c1', change: Partial<RecordConsent> = {}): Act => (state, ctx) => decideRecordConsent(state, { consentId, consentStatus: 'GITT_MUNTLIG', covers: 'Om pengene, med banken', consentToAll: change.consentTo === undefined ? ['ALLE'] : [], consentPurpose: 'Stanse uttakene', ...change }, ctx);
export const othersConsent = (related = 'unni', consentId = 'c2', consentAbout: RecordConsent['consentAbout'] = 'OKONOMI'): Act => (state, ctx) => decideRecordOthersConsent(state, { related, consentId, consentAbout, consentStatus: 'GITT_MUNTLIG', covers: 'Om pengene, med banken', consentToAll: ['ALLE'], consentPurpose: 'Stanse uttakene' }, ctx);
export const withdraw = (consentGiven = 'c1'): Act => (state, ctx) => decideWithdrawConsent(state, { consentGiven, howWithdrawn: 'I telefonen.' }, ctx);
export const share = (basis: Disclose['basis'] = 'SAMTYKKE', disclosureId = 'd1', change: Partial<Disclose> = {}): Act => (state, ctx) => decideDiscloseOut(state, { disclosureId, organ: 'Banken, kundevern', basis, shared: 'At kontoen tømmes', grounds: 'For å stanse det', personInformed: 'JA', ...change }, ctx);
export const informed = (disclosureId = 'd2'): Act => (state, ctx) => decideDiscloseIn(state, { disclosureId, organ: 'Politiet', basis: 'FVL_13B_7', shared: 'Kjent fra før', grounds: 'Fare', unverified: 'JA' }, ctx);
export const judgeAnew = (change: Partial<ReviewDisclosure> = {}): Act => (state, ctx) => decideReviewDisclosure(state, { disclosure: 'd1', reviewResult: 'NYTT_GRUNNLAG', basis: 'FVL_13B_7', grounds: 'Hun mister alt hun eier.', ...change }, ctx);
export const assessRisk = (change: Partial<AssessRisk> = {}): Act => (state, ctx) => decideAssessRisk(state, { riskId: 'r1', tool: 'SARA_SV', toolVersion: '2', riskAssessor: 'Politiet', riskConclusion: 'HOY', riskOn: osloDay(ctx.now), nextRisk: addDays(osloDay(ctx.now), 30), ...change }, ctx);
export const markFactors = (riskFactors: MarkRiskFactors['riskFactors'] = ['OFTERE', 'KONTROLL'], lookId = 'l1'): Act => (state, ctx) => decideMarkRiskFactors(state, { lookId, riskFactors, lookedOn: osloDay(ctx.now), about_OFTERE: 'Tre ganger i oktober.' }, ctx);
export const SAFETY_PLAN = { planWith: 'Lise', warningSigns: 'Han blir stille.', safePlaces: 'Hos naboen.', whoToCall: '112. Kodeord: vaffel.', planPlace: 'BARE_HOS_OSS' } as const;
export const writePlan = (planId = 'p1', change: Partial<WriteSafetyPlan> = {}): Act => (state, ctx) => decideWriteSafetyPlan(state, { ...SAFETY_PLAN, planId, planVersion: state.safetyPlans.length, ...change }, ctx);
export const reviewPlan = (days = 90): Act => (state, ctx) => decideReviewSafetyPlan(state, { planWith: 'Lise', planReview: addDays(osloDay(ctx.now), days) }, ctx);
export const postponePlan = (askAgain?: Day): Act => (state, ctx) => decidePostponeSafetyPlan(state, { grounds: 'Hun vil ikke snakke om det ennå.', askAgain }, ctx);
export const suspectChanged = (suspectChange: SuspectChanged['suspectChange'] = 'LOSLATT', changedOn?: Day): Act => (state, ctx) => decideSuspectChanged(state, { suspectChange, changedOn: changedOn ?? osloDay(ctx.now) }, ctx);
export const protect = (protectionKind: RecordProtection['protectionKind'] = 'VOLDSALARM', days = 80, protectionId = 'v1'): Act => (state, ctx) => decideRecordProtection(state, { protectionId, protectionKind, protectedFrom: osloDay(ctx.now), protectedUntil: addDays(osloDay(ctx.now), days) }, ctx);
export const renew = (protection = 'v1', days = 89): Act => (state, ctx) => decideRenewProtection(state, { protection, protectedFrom: osloDay(ctx.now), protectedUntil: addDays(osloDay(ctx.now), days) }, ctx);
export const endProtection = (protection = 'v1'): Act => (state, ctx) => decideEndProtection(state, { protection, grounds: 'Levert tilbake.' }, ctx);
export const inform = (change: Partial<Inform> = {}): Act => (state, ctx) => decideInformPerson(state, { isInformed: 'JA', informedHow: 'Lise, på dagsenteret', ...change }, ctx);
export const exempt = (days = 30): Act => (state, ctx) => decideInformPerson(state, { isInformed: 'UNNTATT', notInformedGround: 'P16_C', askAgain: addDays(osloDay(ctx.now), days) }, ctx);
export const informSuspect = (change: Partial<Inform> = {}): Act => (state, ctx) => decideInformSuspect(state, { isInformed: 'UNNTATT', notInformedGround: 'A14_5B', askAgain: addDays(osloDay(ctx.now), 60), ...change }, ctx);
export const wishes = (wishId = 'w1', change: Partial<RecordWish> = {}): Act => (state, ctx) => decideRecordWish(state, { wishId, wishNow: 'Vil bo hjemme.', wishPhase: 'START', askedBy: 'Lise', askedOn: osloDay(ctx.now), askedHow: ['ALENE'], ...change }, ctx);
export const declines = (declinedId = 'no1', change: Partial<RecordDeclined> = {}): Act => (state, ctx) => decideRecordDeclined(state, { declinedId, declinedAlone: 'JA', declinedWhere: 'Dagsenteret', declinedPressure: 'NEI', declinedKnows: 'JA', openDoor: 'Hun kan ringe Lise.', ...change }, ctx);
export const averting = (change: Partial<AnswerAverting> = {}): Act => (state, ctx) => decideAnswerAverting(state, { avertingAnswer: 'IKKE_AKTUELL', ...change }, ctx);
export const childDuty = (change: Partial<RecordChildDuty> = {}): Act => (state, ctx) => decideRecordChildDuty(state, { childDuty: 'SENDT', childWhy: 'Sønnen på seks er alene med ham.', childBy: 'Lise', childOn: osloDay(ctx.now), ...change }, ctx);
export const childAnswer = (days?: number): Act => (state, ctx) => decideRecordChildFeedback(state, { childFeedback: 'De undersøker.', askAgain: days === undefined ? undefined : addDays(osloDay(ctx.now), days) }, ctx);
const SERVICE: RecordServiceDuty = { employerTold: 'JA', supervisionTold: 'IKKE_SA_ALVORLIG', toldDetails: 'Enhetslederen, i dag.' };
export const serviceTold: Act = (state, ctx) => decideRecordServiceDuty(state, SERVICE, ctx);
export const serviceAnswer = (change: Partial<RecordServiceDuty>): Act => (state, ctx) => decideRecordServiceDuty(state, { ...SERVICE, ...change }, ctx);
type Reported = readonly Pick<ReportContent, 'safeContact' | 'livesTogether' | 'childrenInHome' | 'person'>[];
const tell = (state: CaseState, reported: Reported) => told({ state, reports: [{ contents: reported.map((report) => ({ at: state.start.receivedAt, report: report as ReportContent })) }] }); // told reads these four and no other
export const draft = (documentId = 'b1', change: Partial<DraftDocument> = {}, reported: Reported = []): Act => (state, ctx) => decideDraftDocument(state, { documentId, letter: 'INNKALLING', delivery: 'MOTE', ...change }, ctx, tell(state, reported),
  ({ letter, lang, to, consentCovers }) => fill(NATIONAL[lang][letter], { person: state.start.person.name, mottaker: to, samtykke: consentCovers }));
export const edit = (document = 'b1', docText = 'Vi vil gjerne snakke med deg\n\nKom tirsdag kl. 10 til dagsenteret.', revision?: number): Act => (state, ctx) => decideEditDocument(state, { document, docText, revision }, ctx);
export const finalise = (document = 'b1', change: Partial<FinaliseDocument> = {}, reported: Reported = []): Act => (state, ctx) => {
  const decided = mayFinalise(state, { document, delivery: 'MOTE', ...change }, ctx, tell(state, reported));
  return decided.ok ? done([finalised(decided.value, 'ab'.repeat(32), ctx)]) : decided;
};
export const sent = (document = 'b1', sentTo = 'Borghild Lian'): Act => (state, ctx) => decideRecordSending(state, { document, sentHow: 'MOTE', sentTo }, ctx);
export const restrict = (reviewOn?: Day): Act => (state, ctx) => decideRestrictUse(state, { restrictionGround: 'BESTRIDT', grounds: 'Hun sier at beløpet er feil.', reviewOn }, ctx);
export const tellReceiver = (change: Partial<TellReceiver> = {}): Act => (state, ctx) => decideTellReceiver(state, { toldOf: 'd1', receiverTold: 'FORTALT', ...change }, ctx);
export const useRestricted = (change: Partial<UseRestrictedCase> = {}): Act => (state, ctx) => decideUseRestricted(state, { restrictedUse: ['DELE'], restrictedOn: 'SAMFUNNSINTERESSE', grounds: 'Banken må vite det i dag.', ...change }, ctx);
export const liftRestriction: Act = (state, ctx) => decideLiftRestriction(state, { grounds: 'Beløpet er rettet.', toldOfLift: 'JA' }, ctx);
export const keepOut = (figuresWish: 'RESERVERT' | 'MED' = 'RESERVERT'): Act => (state, ctx) => decideRecordFiguresWish(state, { figuresWish }, ctx);
export const reserves = (reservation: RecordReservation['reservation'] = 'HELSEPERSONELL', change: Partial<RecordReservation> = {}): Act => (state, ctx) => decideRecordReservation(state, { reservation, reservationStands: 'GJELDER', ...change }, ctx);
export const coordinates = (change: Partial<RecordCoordination> = {}): Act => (state, ctx) => decideRecordCoordination(state, { coordinatingService: 'Koordinerende enhet', coordinator: 'TILBUDT', individualPlan: 'IKKE_SPURT', ...change }, ctx);
export const interprets = (change: Partial<RecordInterpreter> = {}): Act => (state, ctx) => decideRecordInterpreter(state, { interpreterLanguage: 'Tigrinja', interpreterMode: 'SKJERM', interpreterFrom: 'Tolketjenesten i fylket', interpreterQualified: 'JA', ...change }, ctx);
export const object = (objectionId = 'o1'): Act => (state, ctx) => decideRecordObjection(state, { objectionId, objection: 'Vil ikke at dette står her.', objectionResult: 'DELVIS', grounds: 'Faren er ikke over.' }, ctx);
export const reopen: Act = (state, ctx) => decideReopenCase(state, { grounds: 'Ny bekymring fra banken.' }, ctx);
export const note = (noteId = 'n1', corrects?: string): Act => (state, ctx) => decideWriteNote(state, { noteId, text: 'Snakket med henne.', corrects }, ctx);
export const CARD = { codeWord: 'Blå hest', agreed: 'Ikke ring tilbake. Ring 112 hvis linjen brytes.' } as const;
export const writeCard = (change: Partial<NightCardContent> = {}): Act => (state, ctx) => decideWriteNightCard(state, { ...CARD, ...change }, ctx);
export const removeCard: Act = (state, ctx) => decideRemoveNightCard(state, ctx);
export const grant = (to = omar, days = 90): Act => (state, ctx) => decideGrantAccess(state, { accessTo: to.userId, accessToRoles: to.roles, accessReason: 'UNDERSOKER', until: addDays(osloDay(ctx.now), days) }, ctx);
export const endAccess = (to = omar): Act => (state, ctx) => decideEndAccess(state, { accessTo: to.userId }, ctx);

export const takeEmergency = (emergencyId = 'e1', connection: 'INGEN' | 'TILKNYTTET' = 'INGEN'): Act => (state, ctx) => decideTakeEmergency(state, { emergencyId, connection, emergencyReason: 'Hun ringer og er redd.' }, ctx);
export const reviewEmergency = (emergencyId = 'e1'): Act => (state, ctx) => decideReviewEmergency(state, { emergencyId, emergencyResult: 'GOD_GRUNN', reviewWord: 'Hun var i fare.' }, ctx);

/** A case that came in at night and waits in reception. */
export function received(): Journal {
  return journal(jorunn);
}

/** A case that a coordinator has, with Kari and Lise cleared of any connection. */
export function assessing(opening = OPENING): Journal {
  const file = journal(kari, opening);
  file.by(lise, declare());
  return file;
}

/** Classified by Kari and Lise, who leads it. */
export function classified(change: Partial<ProposeClassification> = {}, opening = OPENING): Journal {
  const file = assessing(opening);
  file.by(kari, classify(change));
  file.by(lise, confirm());
  return file;
}

export function investigating(opening = OPENING): Journal {
  const file = classified({}, opening);
  file.by(lise, investigate);
  return file;
}

export function followingUp(opening = OPENING): Journal {
  const file = investigating(opening);
  file.by(lise, measure());
  file.by(lise, conclude);
  file.by(lise, followUp);
  return file;
}

/** Lise has proposed to close. */
export function closing(): Journal {
  const file = followingUp();
  file.by(lise, proposeClosing());
  return file;
}

export function closed(): Journal {
  const file = closing();
  file.by(petter, declare());
  file.by(petter, close());
  return file;
}

export const ASKS_EXPERT: Omit<AskExpert, 'askId'> = {
  organ: 'Fastlege, Lia legesenter', basis: 'FVL_13B_7', expertShown: 'Vi er bekymret for en pasient hos deg.', grounds: 'Hun kan ha vært slått.', personInformed: 'NEI', expertQuestions: ['HELSE', 'TRYGGHET'], seen: true,
};
export const asksExpert = (basis: AskExpert['basis'] = 'FVL_13B_7', askId = 'x1', change: Partial<AskExpert> = {}): Act => (state, ctx) => decideAskExpert(state, { ...ASKS_EXPERT, basis, askId, ...change }, ctx);
export const newCode = (expertAsk = 'x1', change: Partial<RenewExpertCode> = {}): Act => (state, ctx) => decideRenewExpertCode(state, { expertAsk, ...change }, ctx);
export const takesBack = (expertAsk = 'x1'): Act => (state, ctx) => decideWithdrawExpert(state, { expertAsk, grounds: 'Feil lege' }, ctx);
export const CAME: Omit<CameFromExpert, 'receivedAt'> = {
  askId: 'x1', disclosureId: 'i1', lang: 'nb', name: 'Astrid Holm', role: 'Fastlege', workplace: 'Lia legesenter', can: true, answers: [{ question: 'HELSE', text: 'Blåmerker på armen.' }], seen: 'SETT', basis: 'SAMTYKKE',
};
export const answersBack = (change: Partial<CameFromExpert> = {}): Act => (state, ctx) => decideExpertAnswered(state, { ...CAME, receivedAt: ctx.now, ...change });
export const readsAnswer = (expertAsk = 'x1'): Act => (state, ctx) => decideReadExpertAnswer(state, { expertAsk }, ctx);
