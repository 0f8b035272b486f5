import type { Refusal } from '../kernel/outcome.ts';
import type { Day } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import type { ReporterFeedback } from './choices.ts';
import { refuseCase } from './refusals.ts';
import { standingConsents } from './sharing.ts';

/** fvl § 13 a nr. 1: nobody told whoever reported «within the consent» where no consent stands, and no letter to them was sent on one. `no_consent`. */
export function feedbackFault(state: CaseState, answer: ReporterFeedback | undefined, today: Day): Refusal | undefined {
  if (answer !== 'GITT') return undefined;
  const stands = (['PERSON', 'OTHERS'] as const).some((from) => standingConsents(state, from, today).length > 0);
  const written = state.documents.some(({ letter, sent }) => letter === 'TILBAKEMELDING' && sent.length > 0);
  return stands || written ? undefined : refuseCase('no_consent', { reporterFeedback: 'no_consent' });
}
