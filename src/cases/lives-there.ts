import type { CaseState } from './case.ts';
import type { Answer } from './choices.ts';
import type { CaseEvent } from './events.ts';
import { nameIn } from './namesakes.ts';
import type { SuspectChangeContent } from './safety.ts';
import { isWrittenDown, suspectsNamed } from './suspects.ts';
import type { Told } from './told.ts';

type Known = Parameters<typeof suspectsNamed>[0] & Pick<CaseState, 'related' | 'suspectChanges'>;

/**
 * Whether somebody suspected lives with the person, by all that is known now; undefined where nobody has said anything. What the case says of each suspect counts before what a report said, as long as it is about everybody whom a
 * report names; else, and where nobody knows, the most cautious answer does. One answer for a letter to the home, for whoever is about to call, and for the region that a case is sent to.
 */
export function suspectLivesThere({ related, suspectChanges, start, joined, ...state }: Known, told: Pick<Told, 'together'>): Answer | undefined {
  const suspects = related.filter(({ suspected }) => suspected !== undefined);
  if (suspects.some(({ livesWith }) => livesWith === 'JA')) return 'JA';
  const said = mostCautious([told.together, start.livesTogether, ...joined.map((one) => one.start.livesTogether)]);
  const reported = said === 'NEI' && suspectChanges.some(mayBringHome) ? 'VET_IKKE' : said;
  const all = suspectsNamed({ start, joined, ...state }).every((one) => nameIn(one.name).length === 0 || isWrittenDown(one, suspects));
  if (suspects.length > 0 && suspects.every(({ livesWith }) => livesWith === 'NEI') && (all || reported === 'NEI')) return 'NEI';
  return suspects.length === 0 || reported === 'JA' ? reported : 'VET_IKKE';
}

/** Of several answers, the one that puts nobody in danger. */
function mostCautious(answers: readonly (Answer | undefined)[]): Answer | undefined {
  return (['JA', 'VET_IKKE', 'NEI'] as const).find((answer) => answers.includes(answer));
}

/** Discharged, released, moved: may be where the person lives by now. Whoever is admitted is not. */
function mayBringHome({ change }: SuspectChangeContent): boolean {
  return change !== 'INNLAGT';
}

/**
 * That nobody suspected lives there was true when it was said: it is known no longer once one of them may have come back, or a report that came since says that they live together. Somebody says it anew of each, by «Endre hva
 * en person er i saken». Run on the state after each entry (evolve.ts), and computed, so that no entry is changed by it.
 */
export function afterMoving(before: CaseState, after: CaseState, event: CaseEvent): CaseState {
  return mayHaveMoved(before, after, event) ? { ...after, related: after.related.map((one) => (one.suspected !== undefined && one.livesWith === 'NEI' ? { ...one, livesWith: 'VET_IKKE' } : one)) } : after;
}

function mayHaveMoved(before: CaseState, after: CaseState, event: CaseEvent): boolean {
  switch (event.type) {
    case 'SuspectChanged': return mayBringHome(event.content);
    case 'AdditionTold': return event.content.livesTogether === 'JA';
    case 'ReportJoined': case 'CaseTakenIn': return after.joined.slice(before.joined.length).some(({ start }) => start.livesTogether === 'JA') || (event.type === 'CaseTakenIn' && after.suspectChanges.some(mayBringHome));
    default: return false;
  }
}
