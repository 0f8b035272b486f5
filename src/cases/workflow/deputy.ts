import { CASE_STATUSES, OPEN_STATUSES } from '../status.ts';
import type { Move, Step } from '../workflow.ts';

export type DeputyStepKey = 'handOverLead' | 'nameKeeper' | 'deputiseLead' | 'endDeputy';

const STAY: readonly Move[] = OPEN_STATUSES.map((status) => [status, status]);

/**
 * When a case lead leaves, or is away for a time. Taken from a page of its own for all of somebody's cases at once, where nothing of
 * a case is shown: so the question about impartiality does not come first. Whoever takes over is asked it. A strictly confidential case is given away, in whatever
 * part, by those who have it: whoever was let in for a time would else make it their own.
 */
export const DEPUTY_STEPS: Readonly<Record<DeputyStepKey, Step>> = {
  handOverLead: {
    number: 'T5', moves: STAY, who: { roles: ['KOORDINATOR'] }, conditions: ['HAS_CASE'], beforeContent: true,
    required: ['lead'], optional: [], event: 'CaseLeadChanged', source: 'vår regel',
  },
  // Also in a closed case: whoever is named is the only one who finds it again.
  nameKeeper: {
    number: '§ 5.5', moves: CASE_STATUSES.map((status) => [status, status]), who: { roles: ['KOORDINATOR'] }, conditions: ['HAS_CASE'], beforeContent: true,
    required: [], optional: ['keeper'], event: 'KeeperNamed', source: 'fvl § 13 c; GDPR art. 32',
  },
  deputiseLead: {
    number: 'T17', moves: STAY, who: { roles: ['KOORDINATOR'], lead: true }, conditions: ['HAS_CASE'], beforeContent: true,
    required: ['deputy', 'awayFrom', 'awayUntil'], optional: [], event: 'LeadDeputised', source: 'fvl § 13 c; GDPR art. 32',
  },
  endDeputy: {
    number: 'T17', moves: STAY, who: { roles: ['KOORDINATOR'], lead: true }, conditions: [], beforeContent: true,
    required: [], optional: [], event: 'DeputyEnded', source: 'fvl § 13 c; GDPR art. 32',
  },
};
