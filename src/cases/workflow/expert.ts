import { OPEN_STATUSES } from '../status.ts';
import type { Move, Step, Who } from '../workflow.ts';

export type ExpertStepKey = 'askExpert' | 'renewExpertCode' | 'withdrawExpert' | 'readExpertAnswer' | 'answerExpert';

const STAY: readonly Move[] = OPEN_STATUSES.map((status) => [status, status]);
const STAY_WHEREVER: readonly Move[] = [...STAY, ['AVSLUTTET', 'AVSLUTTET'], ['IKKE_SAK', 'IKKE_SAK'], ['OVERFORT', 'OVERFORT'], ['SAMMENSLATT', 'SAMMENSLATT']];
const COORDINATOR_OR_LEAD: Who = { roles: ['KOORDINATOR'], lead: true };

/** One question to one professional outside, opened by a code that is read out on the phone (docs/decisions/0048-one-question-outside.md). */
export const EXPERT_STEPS: Readonly<Record<ExpertStepKey, Step>> = {
  askExpert: {
    number: 'T19', moves: STAY, who: COORDINATOR_OR_LEAD, conditions: [],
    required: ['organ', 'basis', 'expertShown', 'grounds', 'personInformed'], optional: ['restsOn', 'withinConsent', 'toHealth', 'despiteObjection', 'expertQuestions', 'expertFree', 'personToldWhy'], inSight: ['toHealth', 'despiteObjection', 'expertQuestions', 'expertFree'],
    clock: 'EXPERT_ANSWER', event: 'ExpertAsked', source: 'fvl §§ 13 a, 13 b; hpl §§ 22, 23, 29; pbrl § 3-6',
  },
  renewExpertCode: {
    number: 'T19', moves: STAY, who: COORDINATOR_OR_LEAD, conditions: ['EXPERT_WAITS'],
    required: ['expertAsk'], optional: ['restsOn', 'withinConsent', 'toHealth', 'despiteObjection'], inSight: ['restsOn', 'withinConsent', 'toHealth', 'despiteObjection'], clock: 'EXPERT_ANSWER', event: 'ExpertCodeRenewed', source: 'fvl §§ 13 a, 13 b; hpl §§ 22, 29',
  },
  withdrawExpert: {
    number: 'T19', moves: STAY, who: COORDINATOR_OR_LEAD, conditions: ['EXPERT_WAITS'],
    required: ['expertAsk'], optional: ['grounds'], clock: 'EXPERT_ANSWER', event: 'ExpertAskWithdrawn', source: 'fvl § 13',
  },
  // By the system alone, when the answer has come: whoever answers has no part in the case.
  answerExpert: {
    number: 'T19', moves: STAY_WHEREVER, who: { roles: [] }, conditions: [],
    required: ['expertCan', 'expertName', 'expertRole', 'expertWorkplace'], optional: ['expertSeen'], event: 'ExpertAnswered', source: 'fvl § 11 d; politiregisterloven § 27',
  },
  readExpertAnswer: {
    number: 'T19', moves: STAY_WHEREVER, who: COORDINATOR_OR_LEAD, conditions: ['EXPERT_ANSWERED'],
    required: ['expertAsk'], optional: [], clock: 'EXPERT_ANSWER', event: 'ExpertAnswerRead', source: 'fvl § 11 a',
  },
};
