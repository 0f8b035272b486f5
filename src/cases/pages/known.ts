import type { Lang } from '../../kernel/texts.ts';
import { addDays, osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { CLOCKS, rejoined } from '../../regions/codes.ts';
import { EXPERT_QUESTION } from '../../reports/codes.ts';
import { momentBox } from '../../web/ui/moments.ts';
import type { CaseState } from '../case.ts';
import type { CaseStep } from '../commands/step.ts';
import { dangerWords } from '../danger-words.ts';
import { TO_OTHERS } from '../choices/document.ts';
import { textOf } from '../documents.ts';
import type { NotACaseContent } from '../events.ts';
import type { ClosingContent } from '../closing.ts';
import type { FieldName, Filled } from '../fields.ts';
import { figuresTold } from '../figures-told.ts';
import { consentForThem } from '../for-them.ts';
import type { WithLocal } from '../local-answers.ts';
import type { CaseContent } from '../queries/models.ts';
import { isStrict, protectionOf } from '../secrecy.ts';
import { receiversToTell } from '../receivers.ts';
import { fallenDisclosures } from '../sharing.ts';
import { onlyConsent } from './standing-consents.tsx';
import { isOpenWay } from '../ways.ts';
import { knownRisk, knownSafety, plannedWay } from './known-safety.ts';
import type { StepSubject } from './paths.ts';
import { startNow } from '../steps/person.ts';
import { knownTransfer } from '../transfer.ts';
import { lastInformed, type ToInform } from '../voice.ts';
import type { WishPhase } from '../choices/voice.ts';

/** Access that nobody gave an end of its own lasts this long. */
export const USUAL_DAYS = 90;

/** A warning is looked over this often, where nobody chose another day. */
const WARNING_DAYS = 30;

export function usualEnd(now: Instant): Day {
  return addDays(osloDay(now), USUAL_DAYS);
}

/** What a form begins with: nobody writes twice what is known. `fromReport`: nobody here has looked at it yet. */
export type Known = { readonly values: Filled; readonly fromReport: readonly FieldName[] };

/** @param subject what the step is about, as the address says it */
export function knownFor(step: CaseStep, model: CaseContent, subject: StepSubject, lang: Lang): Known {
  const { state, now } = model;
  switch (step) {
    case 'proposeClassification': case 'classifyProvisionally': case 'proposeReclassification': return classifying(state, now);
    case 'proposeNotACase': return notACase(state);
    case 'proposeTransfer': return transferring(model);
    // After something new the duty to avert is asked anew, and not answered by what was answered before (strl. § 196).
    case 'reviewAkutt': return ours({ danger: state.akutt && dangerWords(state.akutt.danger, lang), avertingDuty: state.avertingAsked === undefined ? state.akutt?.avertingDuty : undefined });
    case 'recordWish': return ours({ wishPhase: phaseOf(state), askedOn: osloDay(now) });
    case 'informPerson': case 'informSuspect': return ours(informedBefore(state, step === 'informPerson' ? 'PERSON' : 'SUSPECT'));
    case 'startInvestigation': return withReport({ safeContact: openWay(state) });
    case 'concludeInvestigation': return ours({ consent: state.classification?.consent, ...knownRisk(model) });
    case 'decideMeasure': return ours({ measure: subject.slag, consent: state.classification?.consent });
    case 'draftDocument': return ours({ letter: subject.brev, docLang: state.start.lang, restsOn: onlyConsent(model) });
    case 'editDocument': return editing(state, subject.dokument);
    case 'finaliseDocument': return finalising(model, subject.dokument);
    case 'recordSending': return sending(state, subject.dokument);
    case 'awaitPolice': case 'checkPolice': return ours({ nextCheck: addDays(osloDay(now), CLOCKS.POLICE_CHECK.amount) });
    case 'changeLead': return ours({ lead: state.lead });
    case 'updateMeasure': return ours({ measureStatus: state.measures.find(({ measureId }) => measureId === subject.tiltak)?.status });
    case 'proposeClosing': case 'proposeEarlyClosing': return ours(proposedBefore(model));
    case 'closeCase': return ours({ reporterFeedback: feedback(state), retention: 'BEVARES' });
    case 'confirmNotACase': return ours({ retention: 'BEVARES' });
    case 'correctNote': return correcting(state, subject.notat);
    case 'writeNightCard': return nightCard(model);
    case 'pinNote': return ours({ pinned: subject.notat });
    case 'unpinNote': return ours({ unpinned: subject.notat ?? onlyOne(state.pins)?.noteId });
    case 'writeWarning': return ours({ warningReview: addDays(osloDay(now), WARNING_DAYS) });
    case 'reviewWarning': return ours({ warning: subject.varsel ?? onlyOne(state.warnings)?.warningId, warningReview: addDays(osloDay(now), WARNING_DAYS) });
    case 'protectAddress': return ours({ addressSince: osloDay(now), keeper: isStrict(state) ? state.address.named[0] : model.asker.roles.includes('KOORDINATOR') ? model.asker.userId : undefined });
    case 'proposeLowering': return ours({ addressSource: state.address.lowering?.source ?? protectionOf(state)?.source, addressLevel: state.address.lowering?.level, grounds: state.address.lowering?.grounds });
    case 'grantAccess': return ours({ accessTo: subject.hvem, until: usualEnd(now) });
    case 'startFollowUp': case 'recordFollowUp': return ours({ nextFollowUp: model.followUps[0] });
    case 'assessRisk': case 'markRiskFactors': case 'writeSafetyPlan': case 'reviewSafetyPlan': case 'suspectChanged': case 'recordProtection': case 'renewProtection': case 'endProtection':
      return ours(knownSafety(step, model, subject));
    case 'recordPerson': return reported(state.joined.find(({ report }) => report === subject.melding)?.start ?? startNow(state));
    case 'recordReservation': return ours({ reservationStands: 'GJELDER' });
    case 'recordCoordination': return coordinated(state);
    case 'recordInterpreter': return interpreting(state);
    case 'changePerson': return person(state, subject.person);
    case 'recordOthersConsent': return ours({ related: subject.person });
    case 'withdrawConsent': return ours({ consentGiven: subject.samtykke });
    case 'discloseOut': return ours({ restsOn: onlyConsent(model) });
    case 'askExpert': return ours({ expertQuestions: EXPERT_QUESTION.codes, restsOn: onlyConsent(model) });
    case 'renewExpertCode': case 'withdrawExpert': return ours({ ...(step === 'renewExpertCode' ? { restsOn: onlyConsent(model) } : {}), expertAsk: subject.fagperson ?? onlyOne(state.experts.filter(({ answered, withdrawn }) => answered === undefined && withdrawn === undefined))?.askId });
    case 'readExpertAnswer': return ours({ expertAsk: subject.fagperson ?? onlyOne(state.experts.filter(({ answered, read }) => answered !== undefined && read === undefined))?.askId });
    case 'tellReceiver': return ours({ toldOf: subject.deling ?? onlyOne(receiversToTell(state))?.disclosureId });
    case 'reviewDisclosure': return ours({ restsOn: onlyConsent(model), disclosure: subject.deling ?? onlyOne(fallenDisclosures(state))?.disclosureId });
    case 'assessCapacity': return ours({ assessedOn: osloDay(now) });
    case 'addPerson': return state.related.length === 0 ? withReport({ relatedName: state.start.suspectName, parts: state.start.suspectName === undefined ? undefined : ['MISTENKT'], relation: state.start.relation[0] }) : ours({});
    case 'endAccess': return ours({ accessTo: subject.hvem });
    default: return ours({});
  }
}

/** As it stands; what changes is changed. */
function coordinated({ coordination: one }: CaseState): Known {
  return ours(one === undefined ? {} : { coordinatingService: one.service, coordinator: one.coordinator, coordinatorWho: one.coordinatorWho, individualPlan: one.plan, individualPlanWho: one.planWho });
}

/** The report says which language where it says that an interpreter is needed. */
function interpreting({ interpreter: one, start }: CaseState): Known {
  if (one !== undefined) return ours({ interpreterLanguage: one.language, interpreterMode: one.how, interpreterFrom: one.from, interpreterQualified: one.qualified, interpreterWhy: one.why });
  return start.needs?.includes('TOLK') === true ? withReport({ interpreterLanguage: start.needsWhat }) : ours({});
}

/** The first wish is the one at the start; once measures are at work the case is towards its end. */
function phaseOf({ wishes, status }: CaseState): WishPhase {
  if (status === 'OPPFOLGING' || status === 'TIL_AVSLUTNING') return 'SLUTT';
  return wishes.some(({ phase }) => phase === 'START') || status === 'TILTAK' ? 'UNDERVEIS' : 'START';
}

function informedBefore(state: CaseState, who: ToInform): Filled {
  const last = lastInformed(state, who);
  return last === undefined ? {} : { isInformed: last.informed, informedHow: last.how, notInformedGround: last.ground };
}

function ours(values: Filled): Known {
  return { values, fromReport: [] };
}

/** Where there is nothing to choose between, it is chosen. */
function onlyOne<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

function person({ related }: CaseState, id: string | undefined): Known {
  const one = related.find(({ relatedId }) => relatedId === id) ?? related[0];
  return ours(one === undefined ? {} : { related: one.relatedId, parts: one.parts, relation: one.relation && rejoined('RELASJON', [one.relation], one.local)[0], livesWith: one.livesWith, guardianScope: one.guardianScope });
}

/** What stands of the person; an address that is covered is not here, and stays as it is where nobody writes another. */
function reported({ person: one, suspectName, worksWhere, vulnerability, violence, relation, gender, ageBand, services, local }: CaseState['start']): Known {
  return ours({
    personName: one.name, personAlias: one.alias, birthYear: one.birthYear?.toString(), phone: one.phone, address: one.address, suspectName, worksWhere,
    vulnerability: rejoined('SAARBARHET', vulnerability, local), violence: rejoined('VOLDSTYPE', violence, local), relations: rejoined('RELASJON', relation, local), gender, ageBand, services: rejoined('TJENESTE', services, local),
  });
}

/** The way that the first report gave, unless it is closed by now. */
function openWay(state: CaseState): string | undefined {
  const { safeContact } = state.start.person;
  return safeContact !== undefined && isOpenWay(state, safeContact) ? safeContact : undefined;
}

function editing({ documents }: CaseState, id: string | undefined): Known {
  const one = documents.find(({ documentId }) => documentId === id) ?? onlyOne(documents);
  return ours({ document: one?.documentId, docText: one && textOf(one) });
}

function finalising(model: CaseContent, id: string | undefined): Known {
  const { documents } = model.state;
  const one = documents.find(({ documentId }) => documentId === id) ?? onlyOne(documents.filter(({ draft }) => draft !== undefined));
  return ours({ document: one?.documentId, delivery: one?.delivery, homeSafe: one?.homeSafe, digitalWay: one?.digitalWay, restsOn: onlyConsent(model), toHealth: one?.despiteObjection === undefined ? undefined : 'JA', despiteObjection: one?.despiteObjection });
}

function sending({ documents, start }: CaseState, id: string | undefined): Known {
  const one = documents.find(({ documentId }) => documentId === id) ?? onlyOne(documents.filter(({ versions }) => versions.length > 0));
  return ours({ document: one?.documentId, sentHow: one?.delivery === 'INTERNT' ? undefined : one?.delivery, sentTo: one?.to ?? (one === undefined || TO_OTHERS.includes(one.letter) ? undefined : start.person.name ?? start.person.alias) });
}

function withReport(values: Filled): Known {
  return { values, fromReport: Object.keys(values) as FieldName[] }; // a Filled has no other keys
}

/** The card as it is, or what is known for a first one. */
function nightCard({ alias, state }: CaseContent): Known {
  if (state.nightCard !== undefined) {
    const { by: _by, at: _at, ...card } = state.nightCard;
    return ours(card);
  }
  const planned = plannedWay(state);
  return { values: { cardAlias: alias, safeContact: planned ?? openWay(state) }, fromReport: planned === undefined ? ['safeContact'] : [] };
}

/** Whoever disagrees with a proposal begins from it; a second look begins from the first; else from what the reports said, but for a consent of somebody else for the person that the report tells of and nobody has written down: that one is asked about. */
function classifying(state: CaseState, now: Instant): Known {
  const { proposal, classification, start, owner } = state;
  const before = proposal?.kind === 'CLASSIFICATION' ? proposal.classification : classification;
  if (before !== undefined) return ours(withServices(before));
  const { wish, children, animals } = start;
  const consent = consentForThem(state, { consent: start.consent }, osloDay(now)).ok ? start.consent : undefined;
  const { gender, ageBand } = figuresTold(state);
  return withReport({ wish, consent, children, animals, gender, ageBand, services: withServices(start).services, owner });
}

function transferring({ state, now }: CaseContent): Known {
  if (state.proposal?.kind !== 'TRANSFER') return withPerson(state, { ...knownTransfer(state, osloDay(now)), basis: state.start.basis }, state.consents.length === 0 ? ['consent', 'basis'] : ['basis']);
  const { reason, caseType: _, akutt: __, awaitsReceipt: ___, to, ...rest } = state.proposal.transfer;
  return ours({ ...withServices(rest), transferReason: reason, toRegion: to?.regionId });
}

/** What was noted afterwards happened when the first note says, unless that is what is corrected. */
function correcting({ notes }: CaseState, id: string | undefined): Known {
  const old = notes.find(({ noteId }) => noteId === id);
  return ours({ corrects: id, noteKind: old?.kind, happenedAt: old === undefined || old.at === old.writtenAt ? undefined : momentBox(old.at) });
}

function notACase(state: CaseState): Known {
  if (state.proposal?.kind === 'NOT_A_CASE') return ours(notACaseFields(state.proposal.notACase));
  return withPerson(state, { reporterFeedback: feedback(state) }, []);
}

/** The answers by the names that the form has for them. */
export function notACaseFields({ reason, caseType, ...rest }: NotACaseContent): Filled {
  return { ...withServices(rest), notACaseReason: reason, notACaseType: caseType };
}

/** The services as a form has them chosen, with the region's own among them. */
function withServices<T extends WithLocal & { readonly services: readonly string[] }>({ local, ...rest }: T) {
  return { ...rest, services: rejoined('TJENESTE', rest.services, local) };
}

function withPerson(state: CaseState, more: Filled, moreFromReport: readonly FieldName[]): Known {
  const { gender, ageBand } = figuresTold(state);
  return { values: { ...more, gender, ageBand, services: withServices(state.start).services }, fromReport: [...moreFromReport, 'gender', 'ageBand', 'services'] };
}

/** A reporter who asked to hear nothing is not to be written to. */
function feedback({ start: { mode, reporter } }: CaseState): 'IKKE_ONSKET' | undefined {
  return mode !== 'D' && !reporter.wantsFeedback ? 'IKKE_ONSKET' : undefined;
}

/** A proposal that came back is not written anew. */
function proposedBefore({ journal }: CaseContent): Filled {
  const last = journal.findLast((event) => event.type === 'ClosingProposed');
  if (last === undefined) return {};
  const { reasons, local, remainingRisk, whoHasItNow, personTold, personToldWhy, wishAchieved, wishEnd }: ClosingContent = last.content;
  return { reasons: rejoined('UTFALL', reasons, local), remainingRisk, whoHasItNow, personTold, personToldWhy, wishAchieved, wishEnd };
}
