import type { Writer } from '../kernel/journal/event.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import type { ReceiverTold } from './choices.ts';
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
