import type { Writer } from '../kernel/journal/event.ts';
import { done } from '../kernel/outcome.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import type { ReceiverTold } from './choices.ts';
import type { DecisionContext } from './conditions.ts';
import { entry } from './events.ts';
import { check, type Decision } from './guard.ts';
import { refuseCase } from './refusals.ts';
import type { Disclosure } from './sharing.ts';

/** Whether whoever was given something knows what has become of it since. */
export type ReceiverToldContent = { readonly disclosureId: string; readonly result: ReceiverTold; readonly why?: string | undefined };
export type ToldReceiver = ReceiverToldContent & { readonly by: Writer; readonly at: Instant };

/** When something was last put right here, or its use was restricted; undefined where nothing was. */
function changedAt({ restriction, notes, corrections }: Pick<CaseState, 'restriction' | 'notes' | 'corrections'>): Instant | undefined {
  return [restriction?.at, ...notes.flatMap(({ corrects, writtenAt }) => (corrects === undefined ? [] : [writtenAt])), ...corrections.map(({ at }) => at)].filter((at) => at !== undefined).toSorted().at(-1);
}

/** GDPR art. 19: what left the case before something in it was put right or its use restricted, and of which nobody has answered since whether whoever has it knows. */
export function receiversToTell(state: Pick<CaseState, 'disclosures' | 'restriction' | 'notes' | 'corrections'>): readonly Disclosure[] {
  const since = changedAt(state);
  return since === undefined ? [] : state.disclosures.filter(({ direction, happenedAt, told }) => direction === 'UT' && happenedAt < since && (told === undefined || told.at < since));
}

export type TellReceiver = { readonly toldOf: string; readonly receiverTold: ReceiverTold; readonly grounds?: string | undefined };

/** T20, GDPR art. 19: one of them was told, or it was not possible, or they never got what was changed. `bad_input` for one who is not to be told now. */
export function decideTellReceiver(state: CaseState, input: TellReceiver, ctx: DecisionContext): Decision {
  const { toldOf: disclosureId, receiverTold: result, grounds: why } = input;
  const no = check('tellReceiver', state, input, ctx);
  if (no !== undefined) return no;
  if (!receiversToTell(state).some((one) => one.disclosureId === disclosureId)) return refuseCase('bad_input', { toldOf: 'not_offered' });
  return done([entry('ReceiverTold', ctx.now, { disclosureId, result, why })]);
}
