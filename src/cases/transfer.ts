import { done } from '../kernel/outcome.ts';
import type { Basis, Consent } from '../reports/codes.ts';
import { askingFault, type Asking } from './asking.ts';
import type { CaseState } from './case.ts';
import type { TransferReason } from './choices.ts';
import type { DecisionContext } from './conditions.ts';
import { entry, type TransferContent } from './events.ts';
import type { Numbered } from './two-people.ts';
import { check, guard, type Decision } from './guard.ts';
import { readReceipt } from './opening.ts';
import { personFacts, type PersonFactsInput } from './person-facts.ts';
import { refuseCase } from './refusals.ts';
import { keptGrounds, objectionFault, reachesByBasis, type ToHealthAnswer } from './reservation.ts';

export type ProposeTransfer = PersonFactsInput & Asking & ToHealthAnswer & {
  readonly receiver: string;
  readonly basis: Basis;
  readonly consent: Consent;
  readonly sent: string;
  readonly transferReason: TransferReason;
};

/** T4, the first of two people: the case belongs to another municipality. It is to end here as «ikke vurdert». Refuses `health_objection` as sharing does (hpl § 29). */
export function decideProposeTransfer(state: CaseState, input: ProposeTransfer, ctx: DecisionContext): Decision {
  const { confirmerRoles: _roles, confirmerAway: _away, ...filled } = input;
  const no = check('proposeTransfer', state, filled, ctx) ?? askingFault('proposeTransfer', state, input, ctx) ?? objectionFault(state, input, reachesByBasis(input.basis));
  if (no !== undefined) return no;
  const { receiver, basis, consent, sent, transferReason: reason } = input;
  const transfer: TransferContent = { ...personFacts(state, input), receiver, basis, consent, sent, reason, ...keptGrounds(state, input, reachesByBasis(basis)), caseType: 'IKKE_VURDERT' };
  return done([
    ...readReceipt(state, ctx),
    entry('TransferProposed', ctx.now, { proposal: state.proposals + 1, byCoordinator: ctx.actor.roles.includes('KOORDINATOR'), asked: input.confirmer, transfer }),
  ]);
}

/**
 * T4, the second person. A transfer ends what we do about a danger, so nobody does it alone; the entry says whether somebody was
 * in danger still. `proposal`: the number of the proposal this person has read.
 */
export function decideConfirmTransfer(state: CaseState, input: Numbered, ctx: DecisionContext): Decision {
  const no = guard('confirmTransfer', state, ctx);
  if (no !== undefined) return no;
  const { proposal } = state;
  if (proposal?.kind !== 'TRANSFER' || proposal.no !== input.proposal) return refuseCase('proposal_changed');
  const akutt = state.akutt === undefined ? undefined : true;
  return done([...readReceipt(state, ctx), entry('CaseTransferred', ctx.now, { ...proposal.transfer, akutt, proposal: proposal.no })]);
}
