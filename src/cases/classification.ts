import type { MunicipalityId, UserId } from '../kernel/ids.ts';
import { done } from '../kernel/outcome.ts';
import { osloDay } from '../kernel/time.ts';
import type { Consent } from '../reports/codes.ts';
import { askingFault, type Asking } from './asking.ts';
import type { CaseState } from './case.ts';
import type { Answer, ClassifiedType, Criterion } from './choices.ts';
import { canLead, isInTeam, type DecisionContext } from './conditions.ts';
import { entry, type ClassificationContent } from './events.ts';
import type { Numbered } from './two-people.ts';
import { consentForThem } from './for-them.ts';
import { check, guard, type Decision } from './guard.ts';
import { readReceipt } from './opening.ts';
import { personFacts, type PersonFactsInput } from './person-facts.ts';
import { refuseCase } from './refusals.ts';

export type ProposeClassification = PersonFactsInput & Asking & {
  /** T10: the type that two people confirmed is judged anew; it stands until two have confirmed the new one */
  readonly again?: boolean | undefined;
  /** one person alone at night: in force at once, a second person still confirms */
  readonly provisional?: boolean | undefined;
  readonly caseType: ClassifiedType;
  readonly wish: string;
  readonly consent: Consent;
  readonly grounds: string;
  readonly lead: UserId;
  readonly criteria?: readonly Criterion[] | undefined;
  readonly capacity?: Answer | undefined;
  readonly children?: Answer | undefined;
  readonly animals?: Answer | undefined;
  readonly owner?: MunicipalityId | undefined;
};

/**
 * T5, the first of two people. The case type is theirs to judge and is never computed from the criteria. Whoever disagrees
 * with a proposal makes a new one, which the first person may then confirm.
 */
export function decideProposeClassification(state: CaseState, input: ProposeClassification, ctx: DecisionContext): Decision {
  const { provisional = false, again = false, confirmerRoles: _roles, confirmerAway: _away, ...filled } = input;
  const step = again ? 'proposeReclassification' : provisional ? 'classifyProvisionally' : 'proposeClassification';
  const no = check(step, state, filled, ctx) ?? askingFault(step, state, input, ctx);
  if (no !== undefined) return no;
  if (!canLead(state, input.lead, ctx.team)) return refuseCase('lead_cannot_lead', { lead: 'lead_cannot_lead' });
  const rests = consentForThem(state, { consent: input.consent }, osloDay(ctx.now));
  if (!rests.ok) return rests;
  const classification: ClassificationContent = {
    ...personFacts(state, input),
    caseType: input.caseType, criteria: input.criteria ?? [], wish: input.wish, consent: input.consent, grounds: input.grounds, lead: input.lead,
    capacity: input.capacity ?? 'VET_IKKE', children: input.children ?? state.start.children ?? 'VET_IKKE', animals: input.animals ?? state.start.animals ?? 'VET_IKKE',
    owner: input.owner ?? state.owner,
  };
  return done([
    ...readReceipt(state, ctx),
    entry('ClassificationProposed', ctx.now, { proposal: state.proposals + 1, provisional, byCoordinator: ctx.actor.roles.includes('KOORDINATOR'), byTeam: isInTeam(ctx.actor), asked: input.confirmer, classification }),
  ]);
}

/**
 * T5, the second person: both are of the team, and one of the two is a coordinator. `proposal` is the number of
 * the proposal this person has read: a newer one is refused as `proposal_changed`; one on the word of somebody whose word has fallen since as `no_consent` (hpl § 22).
 */
export function decideConfirmClassification(state: CaseState, input: Numbered, ctx: DecisionContext): Decision {
  const no = guard('confirmClassification', state, ctx);
  if (no !== undefined) return no;
  if (state.proposal?.kind !== 'CLASSIFICATION' || state.proposal.no !== input.proposal) return refuseCase('proposal_changed');
  const rests = consentForThem(state, { consent: state.proposal.classification.consent }, osloDay(ctx.now));
  if (!rests.ok) return rests;
  return done([...readReceipt(state, ctx), entry('ClassificationConfirmed', ctx.now, { proposal: input.proposal })]);
}

/** A new case lead, once the classification is confirmed; until then a new proposal names one. */
export function decideChangeLead(state: CaseState, input: { readonly lead: UserId }, ctx: DecisionContext): Decision {
  const no = check('changeLead', state, input, ctx);
  if (no !== undefined) return no;
  if (!canLead(state, input.lead, ctx.team)) return refuseCase('lead_cannot_lead', { lead: 'lead_cannot_lead' });
  return done([entry('CaseLeadChanged', ctx.now, { lead: input.lead })]);
}
