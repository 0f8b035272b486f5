import { MINUTE, toMs, type Instant } from '../../kernel/time.ts';

/**
 * Levels of assurance, lowest first: ID-porten's and Ansattporten's. A level of another ladder, or an unknown one, is
 * never enough, unless it is exactly the one that is asked for.
 */
const LADDERS: readonly (readonly string[])[] = [
  ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'],
  ['low', 'substantial', 'high'],
];

/** Whether the level that the issuer vouches for (`acr`) reaches the one that the house demands. */
export function levelReached(acr: unknown, required: string): boolean {
  if (acr === required) return true;
  const ladder = LADDERS.find((steps) => steps.includes(required));
  if (ladder === undefined || typeof acr !== 'string') return false;
  return ladder.indexOf(acr) > ladder.indexOf(required);
}

/** So long after somebody proved who they are, they have still just done so. Milliseconds. */
const FRESH_FOR_MS = 15 * MINUTE;

/** Whether a person proved who they are just now: asked before what endangers somebody in the wrong hands (GDPR art. 32; folkeregisterloven § 10-4). */
export function isFresh({ signedInAt }: { readonly signedInAt: Instant }, now: Instant): boolean {
  return toMs(now) - toMs(signedInAt) < FRESH_FOR_MS;
}
