import { OPEN_STATUSES } from '../status.ts';
import type { Move, Step, Who } from '../workflow.ts';

export type CoordinationStepKey = 'recordCoordination' | 'recordInterpreter';

const STAY: readonly Move[] = OPEN_STATUSES.map((status) => [status, status]);
const EVERYONE: Who = { roles: ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM'] };

/** Lines of the workflow table about who makes the services work together, and how one talks with the person. Neither waits for the case to come further. */
export const COORDINATION_STEPS: Readonly<Record<CoordinationStepKey, Step>> = {
  recordCoordination: {
    number: '§ 4.2', moves: STAY, who: EVERYONE, conditions: [],
    required: ['coordinatingService', 'coordinator', 'individualPlan'],
    requiredWhen: [{ field: 'coordinator', is: ['HAR'], require: ['coordinatorWho'] }, { field: 'individualPlan', is: ['FINNES', 'BEDT_OM'], require: ['individualPlanWho'] }], optional: [],
    event: 'CoordinationRecorded', source: 'hol §§ 3-4, 7-1, 7-2, 7-3',
  },
  recordInterpreter: {
    number: '§ 4.2', moves: STAY, who: EVERYONE, conditions: [],
    required: ['interpreterLanguage', 'interpreterMode', 'interpreterFrom', 'interpreterQualified'],
    requiredWhen: [{ field: 'interpreterQualified', is: ['NEI'], require: ['interpreterWhy'] }], optional: [], event: 'InterpreterRecorded', source: 'tolkeloven §§ 6, 7',
  },
};
