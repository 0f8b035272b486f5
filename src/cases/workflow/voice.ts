import type { Step } from '../workflow.ts';

export type VoiceStep = 'informPerson' | 'informSuspect' | 'recordWish' | 'recordDeclined';
type Shared = Pick<Step, 'moves' | 'who'>;

const INFORMING = {
  required: ['isInformed'],
  requiredWhen: [{ field: 'isInformed', is: ['JA'], require: ['informedHow'] }, { field: 'isInformed', is: ['UNNTATT'], require: ['notInformedGround', 'askAgain'] }],
  optional: [], event: 'InformedAnswered',
} as const satisfies Partial<Step>;

/** The steps about the person's own voice and about being informed, as workflow.ts takes them in. @param shared while the case is open, by everyone who works on it */
export function voiceSteps(shared: Shared): Readonly<Record<VoiceStep, Step>> {
  return {
    informPerson: { number: '§ 8.14', ...shared, conditions: ['PERSON_TO_INFORM'], ...INFORMING, clock: 'INFORM_AGAIN', source: 'GDPR art. 14; popplyl § 16' },
    informSuspect: { number: '§ 8.14', ...shared, conditions: [], ...INFORMING, clock: 'INFORM_AGAIN', source: 'GDPR art. 14 nr. 5 b; popplyl § 16' },
    recordWish: {
      number: '§ 8.14', ...shared, conditions: [],
      required: ['wishNow', 'wishPhase', 'askedBy', 'askedOn', 'askedHow'], optional: [], event: 'WishRecorded', source: 'pbrl §§ 3-1, 3-5; tolkeloven § 6',
    },
    recordDeclined: {
      number: '§ 8.11', ...shared, conditions: [],
      required: ['declinedAlone', 'declinedWhere', 'declinedPressure', 'declinedKnows', 'openDoor'], optional: ['happenedAt'], event: 'HelpDeclined', source: 'pbrl §§ 3-1, 4-1; vår regel',
    },
  };
}
