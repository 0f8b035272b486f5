import { CASE_STATUSES, OPEN_STATUSES } from '../status.ts';
import type { Move, Step, Who } from '../workflow.ts';

/** Pinned notes, warnings, the reporter's vault and the protected address. */
export type SecrecyStep = 'pinNote' | 'unpinNote' | 'writeWarning' | 'reviewWarning' | 'seeReporter' | 'protectAddress' | 'proposeLowering' | 'confirmLowering';

const STAY_WHILE_OPEN: readonly Move[] = OPEN_STATUSES.map((status) => [status, status]);
const STAY_WHEREVER: readonly Move[] = CASE_STATUSES.map((status) => [status, status]);
/** In one that went on in another nobody grades the address: it is graded where the case goes on, and holds here as well (commands/step.ts). */
const WHERE_IT_IS: readonly Move[] = STAY_WHEREVER.filter(([status]) => status !== 'SAMMENSLATT');
const EVERYONE: Who = { roles: ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM'] };
const TEAM: Who = { roles: ['KOORDINATOR', 'TEAMMEDLEM'] };

/** Their lines of the workflow table (workflow.ts). */
export const SECRECY_STEPS: Readonly<Record<SecrecyStep, Step>> = {
  pinNote: {
    number: '–', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: ['NOTE_WRITTEN'],
    required: ['pinned', 'grounds'], optional: [], event: 'NotePinned', source: 'vår regel',
  },
  unpinNote: {
    number: '–', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: ['NOTE_PINNED'],
    required: ['unpinned', 'grounds'], optional: [], event: 'NoteUnpinned', source: 'arkivforskrifta § 11',
  },
  writeWarning: {
    number: '–', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: [],
    required: ['warningText', 'warningReview'], optional: [], clock: 'WARNING_REVIEW', event: 'WarningWritten', source: 'fvl § 13 b nr. 7',
  },
  reviewWarning: {
    number: '–', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: ['WARNING_WRITTEN'],
    required: ['warning', 'warningStands', 'grounds'], requiredWhen: [{ field: 'warningStands', is: ['JA'], require: ['warningReview'] }], optional: [], clock: 'WARNING_REVIEW', event: 'WarningReviewed', source: 'GDPR art. 5',
  },
  // Also in a closed case: whoever answers a request for access, or the police, has to know.
  seeReporter: {
    number: '§ 10', moves: STAY_WHEREVER, who: EVERYONE, conditions: ['REPORTER_KNOWN'],
    required: ['seeReason', 'grounds'], optional: [], event: 'ReporterSeen', source: 'fvl § 13; hpl § 21',
  },
  protectAddress: {
    number: '§ 5.5', moves: WHERE_IT_IS, who: TEAM, conditions: [],
    required: ['addressLevel', 'addressSource', 'addressSince'], requiredWhen: [{ field: 'addressLevel', is: ['STRENGT'], require: ['keeper'] }], optional: [],
    event: 'AddressProtected', source: 'folkeregisterloven §§ 10-2, 10-4',
  },
  proposeLowering: {
    number: '§ 5.5', moves: WHERE_IT_IS, who: TEAM, conditions: ['ADDRESS_PROTECTED'],
    required: ['addressSource', 'addressLevel', 'grounds'], optional: ['confirmer'], inSight: ['confirmer'], event: 'AddressLoweringProposed', source: 'folkeregisterloven § 10-4',
  },
  confirmLowering: {
    number: '§ 5.5', moves: WHERE_IT_IS, who: TEAM, conditions: ['LOWERING_PROPOSED', 'ANOTHER_THAN_LOWERER'],
    required: [], optional: [], event: 'AddressLowered', source: 'folkeregisterloven § 10-4',
  },
};
