import type { Step } from '../workflow.ts';

export type DutyStep = 'answerAverting' | 'recordChildDuty' | 'recordChildFeedback' | 'recordServiceDuty';
type Shared = Pick<Step, 'moves' | 'who'>;

/** The steps about duties that no confidentiality lifts, as workflow.ts takes them in. @param shared while the case is open, by everyone who works on it */
export function dutySteps(shared: Shared): Readonly<Record<DutyStep, Step>> {
  return {
    answerAverting: {
      number: 'T2', ...shared, conditions: [], required: ['avertingAnswer'],
      requiredWhen: [{ field: 'avertingAnswer', is: ['IKKE_OPPFYLT'], require: ['avertingGrounds'] }, { field: 'avertingAnswer', is: ['OPPFYLT'], require: ['avertedHow', 'avertedBy', 'avertedWhen'] }],
      optional: [], clock: 'DUTIES', event: 'AvertingAnswered', source: 'strl. § 196',
    },
    recordChildDuty: {
      number: '§ 4.2', ...shared, conditions: [],
      required: ['childDuty', 'childWhy', 'childBy', 'childOn'], optional: [], clock: 'DUTIES', event: 'ChildDutyAnswered', source: 'barnevernsloven § 13-2; hpl § 33; krisesenterlova § 6',
    },
    recordChildFeedback: {
      number: '§ 4.2', ...shared, conditions: ['CHILD_REPORTED'],
      required: ['childFeedback'], optional: ['askAgain'], clock: 'CHILD_FEEDBACK', event: 'ChildFeedbackCame', source: 'barnevernsloven § 13-3',
    },
    recordServiceDuty: {
      number: '§ 4.2', ...shared, conditions: ['SUSPECT_IN_SERVICE'],
      required: ['employerTold', 'supervisionTold', 'toldDetails'], optional: [], clock: 'DUTIES', event: 'ServiceDutyAnswered', source: 'hol § 12-3 a',
    },
  };
}
