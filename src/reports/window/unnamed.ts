import { findIdentifying } from '../../kernel/identifying/identifying.ts';

/** stops: pieces that have to come out · marks: words that may be a name, each once, until somebody says that they are none */
export type Telling = { readonly stops: readonly string[]; readonly marks: readonly string[] };

/**
 * What in a message tells who somebody is, where nobody may be named: the window of an anonymous consultation (fvl § 13, hpl § 21).
 * The same look that the form takes; undefined when it may be sent. Pure.
 * @param notNames words that the sender has said are no names
 */
export function tellingIn(text: string, notNames: readonly string[]): Telling | undefined {
  const { stops, marks } = findIdentifying(text);
  const words = [...new Set(marks.map(({ word }) => word))];
  if (stops.length === 0 && words.every((word) => notNames.includes(word))) return undefined;
  return { stops: [...new Set(stops.map(({ at, length }) => text.slice(at, at + length)))], marks: words };
}
