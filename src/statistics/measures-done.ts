import { isPolice, MEASURE, PROTECTS, type Measure } from '../cases/codes.ts';
import type { CaseState } from '../cases/public.ts';
import { inOrder } from './in-order.ts';

/**
 * What was done counts as the measure that it is, wherever in the case it is written (domain reference §8.10, §11 R3): nobody has to write a safety plan twice for it to be seen. A measure that was stopped
 * before it began was not done. The police were told when somebody called them, when the case waited for them, and when something left it for them.
 */
export function doneIn(state: CaseState): readonly Measure[] {
  const { measures, protections, safetyPlans, risks, childDuties } = state;
  const decided = measures.filter(({ status, began }) => status !== 'AVBRUTT' || began === true).map(({ measure }) => measure);
  const elsewhere: readonly (Measure | false)[] = [
    safetyPlans.length > 0 && 'SIKKERHETSPLAN', risks.length > 0 && 'RISIKOVURDERING', childDuties.some(({ answer }) => answer === 'SENDT') && 'BARNEVERN_MELDT', policeKnow(state) && 'POLITIVARSEL',
  ];
  return inOrder(MEASURE.values, [...decided, ...protections.map(({ kind }) => PROTECTS[kind]), ...elsewhere.filter((one) => one !== false)]);
}

function policeKnow({ policeCalled, reached, disclosures }: CaseState): boolean {
  return policeCalled || reached.VENTER_POLITI !== undefined || disclosures.some(({ direction, organ }) => direction === 'UT' && isPolice(organ));
}
