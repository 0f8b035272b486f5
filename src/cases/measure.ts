import { done, type Refusal } from '../kernel/outcome.ts';
import { osloDay, type Day } from '../kernel/time.ts';
import type { Consent } from '../reports/codes.ts';
import type { CaseState } from './case.ts';
import type { Measure, MeasureStatus } from './codes.ts';
import type { DecisionContext } from './conditions.ts';
import type { DecisionLink } from './coordination.ts';
import { entry } from './events.ts';
import { check, type Decision } from './guard.ts';
import { consentForThem } from './for-them.ts';
import { keptLocal, type WithLocal } from './local-answers.ts';
import { refuseCase } from './refusals.ts';
import type { OtherPrinciples } from './fields/safety.ts';
import type { MeasureBasis } from './safety-codes.ts';
import { declinedFault } from './voice.ts';

export type MeasureContent = OtherPrinciples & WithLocal & {
  readonly measureId: string;
  readonly measure: Measure;
  readonly responsible: string;
  readonly start?: Day | undefined;
  readonly due?: Day | undefined;
  readonly what?: string | undefined;
  readonly consent?: Consent | undefined;
  readonly measureBasis?: MeasureBasis | undefined; /** of somebody else for the person, where it stands on that; absent in older entries */ readonly consentId?: string | undefined;
  readonly decision?: DecisionLink | undefined;
  /** grounds by two of the seven principles; the other five above */
  readonly freedom?: string | undefined;
  readonly proportionality?: string | undefined;
};

/** As its form asks: the decision it stands on is answered in fields of its own. */
export type MeasureAnswers = Omit<MeasureContent, 'decision'> & DecisionLink;

/** A measure may be decided whenever the case is open: what protects does not wait for a form. `measureId` is new and random. `no_consent` where it is to stand on the word of somebody else for the person, and none stands (for-them.ts). */
export function decideMeasure(state: CaseState, input: MeasureAnswers, ctx: DecisionContext): Decision {
  const no = check('decideMeasure', state, input, ctx) ?? decisionFault(input, undefined, ctx);
  if (no !== undefined) return no;
  if (state.measures.some((measure) => measure.measureId === input.measureId)) return refuseCase('measure_exists');
  const { measureId, measure, responsible, start, due, what, consent, measureBasis, freedom, proportionality } = input;
  const declined = measure === 'TAKKET_NEI' ? declinedFault(state) : undefined;
  if (declined !== undefined) return refuseCase(declined, { measure: declined });
  const rests = consentForThem(state, { consent, measureBasis }, osloDay(ctx.now));
  if (!rests.ok) return rests;
  return done([entry('MeasureDecided', ctx.now, { measureId, measure, responsible, start, due, what, consent, measureBasis, ...(rests.value === undefined ? {} : { consentId: rests.value }), ...linkIn(input), freedom, proportionality, ...otherPrinciples(input), ...keptLocal('TILTAK', input.local) })]);
}

/** The grounds by the other five of the seven principles (S0), where somebody wrote them. */
export function otherPrinciples({ principleCare, principleProtection, principleTrust, principlePrevention, principleTogether }: OtherPrinciples): OtherPrinciples {
  return { principleCare, principleProtection, principleTrust, principlePrevention, principleTogether };
}

export type UpdateMeasure = { readonly measureId: string; readonly measureStatus: MeasureStatus; readonly effect?: string | undefined; readonly measureBasis?: MeasureBasis | undefined } & DecisionLink;

/** How far a measure has come, whether it helped, and what it stands on by now where that is something else. */
export function decideUpdateMeasure(state: CaseState, input: UpdateMeasure, ctx: DecisionContext): Decision {
  const { measureId, measureStatus, effect, measureBasis, decisionRef, decidedOn, complaintUntil } = input;
  const no = check('updateMeasure', state, { measureStatus, effect, measureBasis, decisionRef, decidedOn, complaintUntil }, ctx);
  if (no !== undefined) return no;
  const found = state.measures.find((measure) => measure.measureId === measureId);
  if (found === undefined) return refuseCase('measure_unknown');
  const wrong = decisionFault(input, found.decision, ctx);
  if (wrong !== undefined) return wrong;
  const rests = consentForThem(state, { measureBasis }, osloDay(ctx.now));
  if (!rests.ok) return rests;
  return done([entry('MeasureUpdated', ctx.now, { measureId, status: measureStatus, effect, ...(measureBasis === undefined ? {} : { measureBasis, consentId: rests.value }), ...linkIn(input) })]);
}

function linkIn({ decisionRef, decidedOn, complaintUntil }: DecisionLink): { readonly decision?: DecisionLink } {
  return decisionRef === undefined && decidedOn === undefined && complaintUntil === undefined ? {} : { decision: { decisionRef, decidedOn, complaintUntil } };
}

/** Nobody complains before the decision was made (fvl § 29: three weeks from when the notice came). */
function decisionFault({ decidedOn, complaintUntil }: DecisionLink, before: DecisionLink | undefined, ctx: Pick<DecisionContext, 'now'>): Refusal | undefined {
  if (decidedOn !== undefined && decidedOn > osloDay(ctx.now)) return refuseCase('bad_input', { decidedOn: 'in_future' });
  const [made, until] = [decidedOn ?? before?.decidedOn, complaintUntil ?? before?.complaintUntil];
  return made !== undefined && until !== undefined && until < made ? refuseCase('bad_input', { complaintUntil: 'before_decision' }) : undefined;
}
