import type { Refusal } from '../kernel/outcome.ts';
import { osloDay, type Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import type { ReporterFeedback } from './choices.ts';
import { refuseCase } from './refusals.ts';
import { tellingRestricted } from './restriction.ts';
import { standingConsents } from './sharing.ts';

/**
 * Why «within the consent» is no answer now (fvl § 13 a nr. 1): `use_asks_ground` where the use is restricted and nobody has written on what ground it is told (restriction.ts), `no_consent` where no consent stands.
 * A letter to them that was sent has been asked both.
 */
export function feedbackRefusal(state: CaseState, answer: ReporterFeedback | undefined, now: Instant): 'use_asks_ground' | 'no_consent' | undefined {
  if (answer !== 'GITT' || state.documents.some(({ letter, sent }) => letter === 'TILBAKEMELDING' && sent.length > 0)) return undefined;
  const stands = (['PERSON', 'OTHERS'] as const).some((from) => standingConsents(state, from, osloDay(now)).length > 0);
  return tellingRestricted(state, now) ?? (stands ? undefined : 'no_consent');
}

/** The same, at the field that asks for it. */
export function feedbackFault(state: CaseState, answer: ReporterFeedback | undefined, now: Instant): Refusal | undefined {
  const why = feedbackRefusal(state, answer, now);
  return why && refuseCase(why, { reporterFeedback: why });
}
