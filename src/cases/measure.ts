import { done } from '../kernel/outcome.ts';
import type { CaseState } from './case.ts';
import type { MeasureStatus } from './codes.ts';
import type { DecisionContext } from './conditions.ts';
import { entry, type MeasureContent } from './events.ts';
import { check, type Decision } from './guard.ts';
import { keptLocal } from './local-answers.ts';
import { refuseCase } from './refusals.ts';
import type { OtherPrinciples } from './fields/safety.ts';
import { declinedFault } from './voice.ts';

/** A measure may be decided whenever the case is open: what protects does not wait for a form. `measureId` is new and random. */
export function decideMeasure(state: CaseState, input: MeasureContent, ctx: DecisionContext): Decision {
  const no = check('decideMeasure', state, input, ctx);
  if (no !== undefined) return no;
  if (state.measures.some((measure) => measure.measureId === input.measureId)) return refuseCase('measure_exists');
  const { measureId, measure, responsible, start, due, what, consent, measureBasis, freedom, proportionality } = input;
  const declined = measure === 'TAKKET_NEI' ? declinedFault(state) : undefined;
  if (declined !== undefined) return refuseCase(declined, { measure: declined });
  return done([entry('MeasureDecided', ctx.now, { measureId, measure, responsible, start, due, what, consent, measureBasis, freedom, proportionality, ...otherPrinciples(input), ...keptLocal('TILTAK', input.local) })]);
}

/** The grounds by the other five of the seven principles (S0), where somebody wrote them. */
export function otherPrinciples({ principleCare, principleProtection, principleTrust, principlePrevention, principleTogether }: OtherPrinciples): OtherPrinciples {
  return { principleCare, principleProtection, principleTrust, principlePrevention, principleTogether };
}

export type UpdateMeasure = { readonly measureId: string; readonly measureStatus: MeasureStatus; readonly effect?: string | undefined };

/** How far a measure has come, and whether it helped. */
export function decideUpdateMeasure(state: CaseState, input: UpdateMeasure, ctx: DecisionContext): Decision {
  const { measureId, measureStatus, effect } = input;
  const no = check('updateMeasure', state, { measureStatus, effect }, ctx);
  if (no !== undefined) return no;
  if (!state.measures.some((measure) => measure.measureId === measureId)) return refuseCase('measure_unknown');
  return done([entry('MeasureUpdated', ctx.now, { measureId, status: measureStatus, effect })]);
}
