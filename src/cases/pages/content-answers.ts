import type { Lang } from '../../kernel/texts.ts';
import type { CaseMeasure, CaseState, ClosingProposal } from '../case.ts';
import type { ClassificationContent, NotACaseContent, TransferContent } from '../events.ts';
import type { Findings, InvestigationPlan, PoliceAgreement } from '../investigation.ts';
import { OTHER_PRINCIPLES, type OtherPrinciples } from '../fields/safety.ts';
import type { CoordinationContent, InterpreterContent } from '../coordination.ts';
import type { RiskContent, SafetyPlanContent } from '../safety.ts';
import type { PersonContent } from '../person.ts';
import type { Answer } from './answers.tsx';
import { dangerWords } from '../danger-words.ts';

type Answers = readonly Answer[];

/** The order in which people read an assessment, and what each part is called in the form. */
export function classificationAnswers(c: ClassificationContent): Answers {
  return [
    ['caseType', c.caseType], ['grounds', c.grounds], ['wish', c.wish], ['consent', c.consent], ['lead', c.lead], ['criteria', c.criteria], ['capacity', c.capacity],
    ['children', c.children], ['animals', c.animals], ...personAnswers(c), ['owner', c.owner],
  ];
}

export function notACaseAnswers(c: NotACaseContent): Answers {
  return [
    ['notACaseReason', c.reason], ['advice', c.advice], ['referredTo', c.referredTo], ['notACaseType', c.caseType], ['reporterFeedback', c.reporterFeedback], ...personAnswers(c),
  ];
}

export function transferAnswers(c: TransferContent): Answers {
  return [['receiver', c.receiver], ['toRegion', c.to?.name], ['transferReason', c.reason], ['basis', c.basis], ['consent', c.consent], ['sent', c.sent], ['grounds', c.grounds], ['personInformed', c.personInformed], ['personToldWhy', c.personToldWhy], ['phonedWho', c.phonedWho], ['phonedWhen', c.phonedWhen], ['despiteObjection', c.despiteObjection], ...personAnswers(c)];
}

function personAnswers(c: Pick<ClassificationContent, 'gender' | 'ageBand' | 'services' | 'local'>): Answers {
  return [['gender', c.gender], ['ageBand', c.ageBand], ['services', c.services, c.local]];
}

export function planAnswers(c: InvestigationPlan): Answers {
  return [['whoTalks', c.whoTalks], ['safeContact', c.safeContact], ['suspectMayKnow', c.suspectMayKnow], ['questions', c.questions], ['sources', c.sources]];
}

export function policeAnswers(c: PoliceAgreement): Answers {
  return [['policeContact', c.policeContact], ['policeAgreed', c.policeAgreed], ['nextCheck', c.nextCheck]];
}

export function findingsAnswers(c: Findings): Answers {
  return [['findings', c.findings], ['freedom', c.freedom], ['proportionality', c.proportionality], ['risk', c.risk], ['concludedIn', c.concludedIn], ['concludedWho', c.concludedWho], ['riskTool', c.riskTool], ['consent', c.consent], ...principleAnswers(c)];
}

export function closingAnswers(c: Pick<ClosingProposal, 'reasons' | 'local' | 'remainingRisk' | 'whoHasItNow' | 'personTold' | 'personToldWhy' | 'wishAchieved' | 'wishEnd'>): Answers {
  return [['reasons', c.reasons, c.local], ['remainingRisk', c.remainingRisk], ['whoHasItNow', c.whoHasItNow], ['personTold', c.personTold], ['personToldWhy', c.personToldWhy], ['wishAchieved', c.wishAchieved], ['wishEnd', c.wishEnd]];
}

export function closedAnswers(c: NonNullable<CaseState['closing']>): Answers {
  return [['reasons', c.reasons, c.local], ['learning', c.learning], ['reporterFeedback', c.reporterFeedback], ['retention', c.retention]];
}

export function measureAnswers(c: CaseMeasure): Answers {
  return [['responsible', c.responsible], ['start', c.start], ['due', c.due], ['what', c.what], ['measureBasis', c.measureBasis], ['decisionRef', c.decision?.decisionRef], ['decidedOn', c.decision?.decidedOn], ['complaintUntil', c.decision?.complaintUntil], ['freedom', c.freedom], ['proportionality', c.proportionality], ...principleAnswers(c), ['consent', c.consent], ['effect', c.effect]];
}

function principleAnswers(c: OtherPrinciples): Answers {
  return OTHER_PRINCIPLES.map((name) => [name, c[name]]);
}

export function riskAnswers(c: RiskContent): Answers {
  return [['riskConclusion', c.conclusion], ['riskGrounds', c.grounds], ['toolVersion', c.version], ['riskAssessor', c.assessor], ['riskOn', c.assessedOn], ['nextRisk', c.next]];
}

/** As the person reads it: where to go and whom to call first. */
export function safetyPlanAnswers(c: SafetyPlanContent): Answers {
  return [
    ['warningSigns', c.warningSigns], ['safePlaces', c.safePlaces], ['whoToCall', c.whoToCall], ['livingWith', c.livingWith], ['ifSeen', c.ifSeen], ['bag', c.bag], ['childRoutines', c.childRoutines],
    ['devices', c.devices], ['money', c.money], ['safeContact', c.safeContact], ['planReview', c.planReview],
  ];
}

/** What was put right of what a report said of the person. */
export function recordedAnswers({ reference, person, suspectName, worksWhere, vulnerability, violence, relation, gender, ageBand, services, local, gone, knownFrom, grounds }: PersonContent): Answers {
  return [
    ['saidIn', reference], ['personName', person.name], ['personAlias', person.alias], ['birthYear', person.birthYear?.toString()], ['phone', person.phone], ['address', person.address], ['suspectName', suspectName], ['worksWhere', worksWhere],
    ['vulnerability', vulnerability, local], ['violence', violence, local], ['relations', relation, local], ['gender', gender], ['ageBand', ageBand], ['services', services, local], ['personGone', gone], ['knownFrom', knownFrom], ['grounds', grounds],
  ];
}

export function akuttAnswers(c: NonNullable<CaseState['akutt']>, lang: Lang): Answers {
  return [['danger', dangerWords(c.danger, lang)], ['called', c.called], ['calledBy', c.calledBy], ['calledWhen', c.calledWhen], ['leaderAlerted', c.leaderAlerted], ['avertingDuty', c.avertingDuty], ['avertedBy', c.avertedBy], ['avertedWhen', c.avertedWhen]];
}

export function coordinationAnswers(c: CoordinationContent): Answers {
  return [['coordinatingService', c.service], ['coordinator', c.coordinator], ['coordinatorWho', c.coordinatorWho], ['individualPlan', c.plan], ['individualPlanWho', c.planWho]];
}

export function interpreterAnswers(c: InterpreterContent): Answers {
  return [['interpreterLanguage', c.language], ['interpreterMode', c.how], ['interpreterFrom', c.from], ['interpreterQualified', c.qualified], ['interpreterWhy', c.why]];
}
