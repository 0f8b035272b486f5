import { z } from 'zod';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Lang } from '../kernel/texts.ts';

/** Words that are the same in every language, or one per language. */
export type Label = string | Readonly<Record<Lang, string>>;

/**
 * An invented person that can be signed in as. `acr` is the level that the provider vouches for (tests choose one that
 * is too low); `pid` is a synthetic national number (month + 80), so that a real one can never be put here.
 */
export type DemoPerson = {
  readonly sub: string;
  readonly name: string;
  readonly roleLabel: Label;
  readonly place: Label;
  readonly acr: string;
  readonly pid: string;
};

const label = z.union([z.string().min(1), z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) })]);
const person = z.strictObject({
  sub: z.string().min(1).max(255),
  name: z.string().min(1),
  roleLabel: label,
  place: label,
  acr: z.string().min(1),
  pid: z.string().regex(/^\d{2}(8[1-9]|9[0-2])\d{7}$/),
});
const people = z.array(person).min(1).refine((list) => new Set(list.map((p) => p.sub)).size === list.length);

/** Reads a JSON list of demo people. Refuses `login.people` on anything else, also on a national number that could be somebody's. */
export function readDemoPeople(json: string): Outcome<readonly DemoPerson[]> {
  const parsed = people.safeParse(parseJson(json));
  return parsed.success ? done(parsed.data) : refuse('login.people');
}

export function labelIn(words: Label, lang: Lang): string {
  return typeof words === 'string' ? words : words[lang];
}

/** The parsed text, or undefined where it is not JSON (which no schema here accepts). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
