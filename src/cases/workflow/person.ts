import { CASE_STATUSES, OPEN_STATUSES } from '../status.ts';
import type { Step, Who } from '../workflow.ts';

export type PersonStepKey = 'recordPerson' | 'closeWay';

const EVERYONE: Who = { roles: ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM'] };

/** Their lines of the workflow table (workflow.ts). What was wrong is put right in a closed case, too; of one that was merged, in the case that went on, where it is read. */
export const PERSON_STEPS: Readonly<Record<PersonStepKey, Step>> = {
  recordPerson: {
    number: 'T20', moves: CASE_STATUSES.filter((status) => status !== 'SAMMENSLATT').map((status) => [status, status]), who: EVERYONE, conditions: [],
    required: ['knownFrom'], optional: ['personName', 'personAlias', 'birthYear', 'phone', 'address', 'vulnerability', 'violence', 'relations', 'gender', 'ageBand', 'services', 'suspectName', 'worksWhere', 'personGone', 'grounds', 'saidIn'], inSight: ['personName', 'personAlias', 'birthYear', 'phone'],
    event: 'PersonRecorded', source: 'GDPR art. 5, 16; arkivforskrifta § 11',
  },
  closeWay: {
    number: '§ 8.6', moves: OPEN_STATUSES.map((status) => [status, status]), who: EVERYONE, conditions: [],
    required: ['unsafeWay', 'knownFrom'], optional: [], event: 'WayClosed', source: 'vår regel (trygg kontakt)',
  },
};
