import { osloDay } from '../../kernel/time.ts';
import type { CaseStep } from '../commands/step.ts';
import { childrenUnanswered, feedbackAwaited, serviceUnanswered } from '../duties.ts';
import type { CaseContent } from '../queries/models.ts';
import { mustAskInformed } from '../voice.ts';

/** The steps about duties that something in the case asks for. */
export function dutiesAsked({ state, clocks }: CaseContent): readonly CaseStep[] {
  const late = clocks.some(({ clock, late: over }) => clock === 'CHILD_FEEDBACK' && over);
  return [
    ...(state.avertingAsked === undefined ? [] : ['answerAverting' as const]),
    ...(childrenUnanswered(state) === undefined ? [] : ['recordChildDuty' as const]),
    ...(serviceUnanswered(state) === undefined ? [] : ['recordServiceDuty' as const]),
    ...(late && feedbackAwaited(state) !== undefined ? ['recordChildFeedback' as const] : []),
  ];
}

/** Whom it is to be asked about now whether they know of the case. Before two people have looked at it, nobody. */
export function informingAsked({ state, now }: CaseContent): readonly CaseStep[] {
  if (state.classification === undefined) return [];
  const today = osloDay(now);
  return [...(mustAskInformed(state, 'PERSON', today) ? ['informPerson' as const] : []), ...(mustAskInformed(state, 'SUSPECT', today) ? ['informSuspect' as const] : [])];
}
