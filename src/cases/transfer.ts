import { asId, type RegionId } from '../kernel/ids.ts';
import { done } from '../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../kernel/time.ts';
import type { Basis, Consent } from '../reports/codes.ts';
import { askingFault, type Asking } from './asking.ts';
import type { CaseState } from './case.ts';
import type { Answer, TransferReason } from './choices.ts';
import type { DecisionContext } from './conditions.ts';
import { entry, type TransferContent } from './events.ts';
import type { Numbered } from './two-people.ts';
import { check, type Decision } from './guard.ts';
import { readReceipt } from './opening.ts';
import { personFacts, type PersonFactsInput } from './person-facts.ts';
import { refuseCase } from './refusals.ts';
import { keptGrounds, objectionFault, reachesByBasis, type ToHealthAnswer } from './reservation.ts';
import { earlyConsentFault, isOnConsent } from './resting.ts';
import { shownConsents } from './shown-consent.ts';

export type ProposeTransfer = PersonFactsInput & Asking & ToHealthAnswer & {
  readonly receiver: string;
  readonly basis: Basis;
  readonly sent: string;
  readonly grounds: string;
  readonly personInformed: Answer;
  readonly personToldWhy?: string | undefined;
  /** what is known of it where nobody answers */
  readonly consent?: Consent | undefined;
  readonly transferReason?: TransferReason | undefined;
  /** the region of this system that the case itself goes to, as the database knows it */
  readonly toRegion?: string | undefined;
  readonly region?: { readonly regionId: RegionId; readonly name: string } | undefined;
};

/** What the case says already: what was answered about sharing and still stands, and whether she lives in any municipality of ours. */
export function knownTransfer(state: CaseState, today: Day): { readonly consent: Consent | undefined; readonly transferReason: TransferReason } {
  const said = shownConsents(state, today)[0];
  const given = said === undefined || said.fell ? undefined : said.status === 'AVSLATT' ? said.status : said.from === 'KIN' ? 'PARORENDE' : said.from === 'GUARDIAN' ? 'VERGE' : said.status;
  return { consent: given, transferReason: state.owner === undefined ? 'UTENFOR_KOMMUNER' : 'OVERFORT_KOMMUNE' };
}

/** T4, the first of two people: the case belongs to another municipality. It is to end here as «ikke vurdert». It is the largest disclosure of all, and is asked what each is (domain reference §4.3). Refuses `health_objection` as sharing does (hpl § 29), and `no_consent` (resting.ts). */
export function decideProposeTransfer(state: CaseState, input: ProposeTransfer, ctx: DecisionContext): Decision {
  const { confirmerRoles: _roles, confirmerAway: _away, region, ...filled } = input;
  const known = knownTransfer(state, osloDay(ctx.now));
  const consent = input.consent ?? known.consent ?? (isOnConsent(input.basis) ? 'IKKE_SPURT' : 'IKKE_NODVENDIG');
  const no = check('proposeTransfer', state, filled, ctx) ?? askingFault('proposeTransfer', state, input, ctx) ?? objectionFault(state, input, reachesByBasis(input.basis)) ?? earlyConsentFault(state, { basis: input.basis, consent }, osloDay(ctx.now));
  if (no !== undefined) return no;
  if (input.toRegion !== undefined && region === undefined) return refuseCase('bad_input', { toRegion: 'not_offered' });
  const { receiver, basis, sent, grounds, personInformed, personToldWhy, transferReason: reason = known.transferReason } = input;
  const transfer: TransferContent = { ...personFacts(state, input), receiver, basis, consent, sent, grounds, personInformed, personToldWhy, reason, ...keptGrounds(state, input, reachesByBasis(basis)), caseType: 'IKKE_VURDERT', ...(region === undefined ? {} : { to: { regionId: region.regionId, name: region.name } }) };
  return done([
    ...readReceipt(state, ctx),
    entry('TransferProposed', ctx.now, { proposal: state.proposals + 1, byCoordinator: ctx.actor.roles.includes('KOORDINATOR'), asked: input.confirmer, transfer }),
  ]);
}

export type ConfirmTransfer = Numbered & { readonly phonedWho?: string | undefined; readonly phonedWhen?: string | undefined };

/**
 * T4, the second person. Within this system the case goes there itself, and is ours until they have it. A transfer ends what we do about a danger, so nobody does it alone; the entry says whether somebody was
 * in danger still, and then whom we called and when: nothing that is only sent is enough (`bad_input`). `proposal`: the number of the proposal this person has read. What has changed since is judged anew: `no_consent`, `objected_since`.
 */
export function decideConfirmTransfer(state: CaseState, input: ConfirmTransfer, ctx: DecisionContext, newId: () => string): Decision {
  const { proposal: no, phonedWho, phonedWhen } = input;
  const refused = check('confirmTransfer', state, { phonedWho, phonedWhen }, ctx);
  if (refused !== undefined) return refused;
  const { proposal } = state;
  if (proposal?.kind !== 'TRANSFER' || proposal.no !== no) return refuseCase('proposal_changed');
  const missing = state.akutt === undefined ? [] : Object.entries({ phonedWho, phonedWhen }).filter(([, value]) => value === undefined);
  if (missing.length > 0) return refuseCase('bad_input', Object.fromEntries(missing.map(([field]) => [field, 'missing'])));
  const akutt = state.akutt === undefined ? undefined : true;
  // Who was let in as next of kin may have turned out to be suspected since it was proposed.
  const fell = earlyConsentFault(state, proposal.transfer, osloDay(ctx.now));
  if (fell !== undefined) return fell;
  // What the person has said no to since, nobody has weighed (hpl § 29): it is proposed anew, with an answer to that.
  if (state.reservations.some(({ reservation, at }) => reservation === 'HELSEPERSONELL' && at > proposal.at)) return refuseCase('objected_since');
  const { to } = proposal.transfer;
  return done([...readReceipt(state, ctx), entry('CaseTransferred', ctx.now, { ...proposal.transfer, akutt, phonedWho, phonedWhen, awaitsReceipt: true, proposal: proposal.no, ...(to === undefined ? {} : { to: { ...to, transferId: newId(), as: asId<'file'>(newId()) } }) })]);
}

/** T4: who at the receiver's has said that they have the case. Until then it stands on the coordinators' day. */
export function decideConfirmReceipt(state: CaseState, input: { readonly receivedBy: string; readonly happenedAt?: Instant | undefined }, ctx: DecisionContext): Decision {
  return check('confirmReceipt', state, input, ctx) ?? done([entry('TransferReceived', input.happenedAt ?? ctx.now, { receivedBy: input.receivedBy })]);
}
