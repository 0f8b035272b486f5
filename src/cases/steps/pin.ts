import { done } from '../../kernel/outcome.ts';
import type { Day } from '../../kernel/time.ts';
import type { CaseState } from '../case.ts';
import type { Answer } from '../choices.ts';
import type { DecisionContext } from '../conditions.ts';
import { entry } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import { isPinned } from '../pins.ts';
import { refuseCase } from '../refusals.ts';

/** A note that whoever opens the case must see before the rest. Nothing is written where it is pinned already. */
export function decidePinNote(state: CaseState, input: { readonly pinned: string; readonly grounds: string }, ctx: DecisionContext): Decision {
  const no = check('pinNote', state, input, ctx);
  if (no !== undefined) return no;
  if (!state.notes.some(({ noteId }) => noteId === input.pinned)) return refuseCase('bad_input', { pinned: 'not_offered' });
  return done(isPinned(state, input.pinned) ? [] : [entry('NotePinned', ctx.now, { noteId: input.pinned, grounds: input.grounds })]);
}

/** It goes back to its place among the others; why is kept. */
export function decideUnpinNote(state: CaseState, input: { readonly unpinned: string; readonly grounds: string }, ctx: DecisionContext): Decision {
  const no = check('unpinNote', state, input, ctx);
  if (no !== undefined) return no;
  if (!state.notes.some(({ noteId }) => noteId === input.unpinned)) return refuseCase('bad_input', { unpinned: 'not_offered' });
  return done(isPinned(state, input.unpinned) ? [entry('NoteUnpinned', ctx.now, { noteId: input.unpinned, grounds: input.grounds })] : []);
}

export type WriteWarning = { /** new and random */ readonly warningId: string; readonly warningText: string; readonly warningReview: Day };

/** Short, in sight on every page of the case, and looked over on its day. */
export function decideWriteWarning(state: CaseState, input: WriteWarning, ctx: DecisionContext): Decision {
  const { warningId, warningText: text, warningReview: reviewOn } = input;
  const no = check('writeWarning', state, { warningText: text, warningReview: reviewOn }, ctx);
  if (no !== undefined) return no;
  return done(state.warnings.some((one) => one.warningId === warningId) ? [] : [entry('WarningWritten', ctx.now, { warningId, text, reviewOn })]);
}

export type ReviewWarning = { readonly warning: string; readonly warningStands: Exclude<Answer, 'VET_IKKE'>; readonly warningReview?: Day | undefined; readonly grounds: string };

/** Does it still hold? Why, and until when. */
export function decideReviewWarning(state: CaseState, input: ReviewWarning, ctx: DecisionContext): Decision {
  const no = check('reviewWarning', state, input, ctx);
  if (no !== undefined) return no;
  const { warning: warningId, warningReview: reviewOn, grounds } = input;
  if (!state.warnings.some((one) => one.warningId === warningId)) return refuseCase('bad_input', { warning: 'not_offered' });
  return done([entry('WarningReviewed', ctx.now, { warningId, grounds, reviewOn: input.warningStands === 'JA' ? reviewOn : undefined })]);
}
