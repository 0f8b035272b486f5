import type { Writer } from '../kernel/journal/event.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';

export const ENDINGS = ['CLOSING', 'NOT_A_CASE', 'TRANSFER'] as const;
/** A proposal that would end the case, and whose it was. */
export type Ending = { readonly kind: (typeof ENDINGS)[number]; readonly by: Writer };

export type VoidedPart = {
  /** the last one that fell because something came into the case, until whoever proposed it has written in the case again or something else is proposed */
  readonly voided: (Ending & { readonly at: Instant }) | undefined;
};
export const NO_VOIDED: VoidedPart = { voided: undefined };

/** The proposal to end the case that whatever comes into it makes void: nobody had read it when they proposed. */
export function endingProposed({ status, proposal, closingProposal }: Pick<CaseState, 'status' | 'proposal' | 'closingProposal'>): { readonly voids?: Ending } {
  if (status === 'TIL_AVSLUTNING' && closingProposal !== undefined) return { voids: { kind: 'CLOSING', by: closingProposal.by } };
  return proposal === undefined || proposal.kind === 'CLASSIFICATION' ? {} : { voids: { kind: proposal.kind, by: proposal.by } };
}
