import { findIdentifying } from '../kernel/identifying/identifying.ts';

/** What is wrong with a text that may not identify anybody (domain reference §9.3). */
export type UnnamedFault = 'stop_number' | 'stop_phone' | 'stop_email' | 'stop_address' | 'marked';

/**
 * The faults of free texts that may not tell who they are about, by field. A number, phone, e-mail or street address has to be taken
 * out; a word that may be a name is passed by somebody who says «Det er ikke et navn» of it.
 * @param notNames the words that somebody has said so of
 */
export function unnamedFaults(texts: Readonly<Record<string, string>>, notNames: readonly string[]): Record<string, UnnamedFault> {
  const faults: Record<string, UnnamedFault> = {};
  for (const [field, text] of Object.entries(texts)) {
    const { stops, marks } = findIdentifying(text);
    const stop = stops[0];
    if (stop !== undefined) faults[field] = `stop_${stop.kind}`;
    else if (marks.some(({ word }) => !notNames.includes(word))) faults[field] = 'marked';
  }
  return faults;
}

/** The words in these texts that may be a name or tell who it is, each once: what «Det er ikke et navn» is asked of. */
export function markedWords(texts: Readonly<Record<string, string>>): string[] {
  return [...new Set(Object.values(texts).flatMap((text) => findIdentifying(text).marks.map(({ word }) => word)))];
}

/** Of what somebody ticked, the words that stand in the texts: this is what is kept. */
export function passedWords(texts: Readonly<Record<string, string>>, notNames: readonly string[]): string[] {
  return markedWords(texts).filter((word) => notNames.includes(word));
}
