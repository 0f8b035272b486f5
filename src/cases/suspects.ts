import type { CaseState } from './case.ts';
import type { CaseEvent } from './events.ts';
import { likeName } from './namesakes.ts';
import type { KnownAs, Related } from './sharing.ts';

type Named = Pick<CaseState, 'reports' | 'start' | 'joined' | 'additions'>;

/** Whom the reports name as the suspected abuser, as it is known by now: told from the start, put right by the team, in a report that joined, or added to one later. */
export function suspectsNamed({ reports, start, joined, additions }: Named): readonly KnownAs[] {
  const told = [{ of: reports[0], name: start.suspectName }, ...joined.map((one) => ({ of: one.report, name: one.start.suspectName })), ...additions.map((one) => ({ of: one.report, name: one.suspectName }))];
  return told.flatMap(({ of, name }) => (of === undefined || name === undefined ? [] : [{ of, name }]));
}

/** Those with a like name who are in the case already: around the person, or named by a report as the suspected abuser. */
export function likeOnes(state: Named & Pick<CaseState, 'related'>, name: string, self?: string): readonly KnownAs[] {
  const around = state.related.filter(({ relatedId }) => relatedId !== self).map((one) => ({ of: one.relatedId, name: one.name }));
  return [...around, ...suspectsNamed(state)].filter((one) => likeName(one.name, name));
}

/** Whether somebody who is written down around the person, or whom a report suspects, may be called that. */
export function isAround(state: Parameters<typeof likeOnes>[0], said: string): boolean {
  return likeOnes(state, said).length > 0;
}

/**
 * Whoever around the person is called as somebody suspected is suspected, too, from the entry that made it so: whichever way a suspect becomes known, what they consented to
 * falls at once (hpl § 22). Not one of whom somebody has said that it is another of the same name. Run on the state after each entry (evolve.ts), and computed, so that it falls away with its cause.
 */
export function afterNaming(before: CaseState, after: CaseState, event: CaseEvent): CaseState {
  if (after.related === before.related && after.start === before.start && after.joined === before.joined && after.additions === before.additions) return after;
  const since = (one: Related): Related['suspected'] => before.related.find(({ relatedId }) => relatedId === one.relatedId)?.suspected ?? one.suspected ?? { by: event.actor, at: event.happenedAt };
  return { ...after, related: after.related.map((one) => (one.parts.includes('MISTENKT') ? one : { ...one, suspected: isCalledSo(one, after) ? since(one) : undefined })) };
}

/** One of these is whoever a report names, unless somebody has said that it is another of that name. */
export function isWrittenDown({ of, name }: KnownAs, among: readonly Pick<Related, 'name' | 'otherThan'>[]): boolean {
  return among.some((one) => likeName(name, one.name) && one.otherThan?.some((other) => other.of === of && other.name === name) !== true);
}

function isCalledSo(one: Related, state: CaseState): boolean {
  const others = state.related.filter(({ relatedId, parts, otherThan = [] }) => relatedId !== one.relatedId && parts.includes('MISTENKT') && !otherThan.some(({ of }) => of === one.relatedId));
  return [...suspectsNamed(state), ...others.map(({ relatedId, name }) => ({ of: relatedId, name }))]
    .some((other) => isWrittenDown(other, [one]));
}
