import type { Actor } from '../../kernel/actor.ts';
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

/** Whoever had just done so when a form was shown to them has so long to fill it in. Milliseconds. */
const WRITING_MS = 15 * MINUTE;

/** The same of a form that comes back: whether they had when it was shown. */
export function wasFresh({ signedInAt }: { readonly signedInAt: Instant }, now: Instant): boolean {
  return toMs(now) - toMs(signedInAt) < FRESH_FOR_MS + WRITING_MS;
}

/**
 * The one rule for what a strictly confidential address keeps (domain reference §5.5, decision 0078): on a sign-in of some time ago nothing of its reports, its
 * papers and its page is shown, and nothing is written in its reports or sent to whoever reported. @param does `writes`: a form comes back
 */
export function mustProve(actor: Actor, strict: boolean, now: Instant, does: 'shows' | 'writes' = 'shows'): boolean {
  return strict && actor.kind === 'person' && !(does === 'shows' ? isFresh : wasFresh)(actor, now);
}
