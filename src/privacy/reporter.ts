import type { Passage, PassageKind } from '../cases/public.ts';
import { fold } from '../kernel/likeness.ts';
import type { Requester } from './codes.ts';

/** What whoever reported gave themselves: their own words, their name, their messages and files. Nothing of what we wrote or did. */
const THEIR_OWN: readonly PassageKind[] = ['TOLD', 'OTHERS', 'REPORTER', 'SUSPECT', 'THEIRS', 'FILE'];

/**
 * The pieces of a report for whoever asks: for the reporter their own and no other, so that not even the number tells what came of it. @param divided it told of
 * several people: to the person it is about, its words may be about somebody else.
 */
export function piecesFor(requester: Requester, all: readonly Passage[], divided: boolean): Passage[] {
  if (requester === 'MELDER') return all.filter(({ kind }) => THEIR_OWN.includes(kind));
  return all.map((one) => (divided && one.kind === 'TOLD' ? { ...one, kind: 'OTHERS' } : one));
}

/** The very same words, whatever the letters: whoever asks has said the name already, so that showing it tells nothing new. */
export function isSameName(given: string | undefined, asks: string): boolean {
  const plain = (text: string) => fold(text).replace(/[^a-z]+/g, ' ').trim();
  return given !== undefined && plain(given) !== '' && plain(given) === plain(asks);
}
