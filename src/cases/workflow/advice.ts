import type { Step } from '../workflow.ts';

export type AdviceStepKey = 'adviseOnly';

/**
 * The short way to closing: advice was given, and it is to be no case. Reception may propose it, since it gave the advice; a coordinator is then
 * the other of the two (ONE_IS_COORDINATOR in confirmNotACase).
 */
export const ADVICE_STEPS: Readonly<Record<AdviceStepKey, Step>> = {
  adviseOnly: {
    number: 'T6', moves: [['MOTTATT', 'TIL_VURDERING'], ['TIL_VURDERING', 'TIL_VURDERING']], who: { roles: ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM'] }, conditions: ['NOT_CONFIRMED', 'NOT_UNDER_WAY', 'NO_PROPOSAL', 'AKUTT_LOWERED'],
    required: ['advice'], optional: ['confirmer', 'reporterFeedback'], inSight: ['confirmer'], clock: 'ASSESSED', event: 'NotACaseProposed', source: 'fvl § 11 (veiledning)',
  },
};
