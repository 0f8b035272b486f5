import { refuse, type Refusal } from '../kernel/outcome.ts';
import { addMs, HOUR, type Instant } from '../kernel/time.ts';
import type { Authority, Told } from './codes.ts';

/** A breach of personal data security (GDPR art. 4 nr. 12), as it is known now. */
export type Breach = {
  readonly what: string;
  readonly discoveredAt: Instant;
  /** how many people, as far as is known */
  readonly affected: number;
  /** which groups of people, which kinds of data; never who */
  readonly kinds: string;
  readonly consequences: string;
  readonly measures: string;
  readonly authority: Authority;
  readonly authorityAt: Instant | undefined;
  readonly authorityWhy: string;
  readonly told: Told;
  readonly toldWhy: string;
};

const HOURS = 72;

/** When Datatilsynet is to be told at the latest: 72 hours after it was discovered, by the clock, also at night and at Easter (GDPR art. 33 nr. 1). */
export function tellBy(discoveredAt: Instant): Instant {
  return addMs(discoveredAt, HOURS * HOUR);
}

/** Both questions are answered: whether the authority was told, and whether those it concerns were. */
export function isSettled({ authority, told }: Pick<Breach, 'authority' | 'told'>): boolean {
  return authority !== 'IKKE_AVGJORT' && told !== 'IKKE_AVGJORT';
}

/**
 * What is missing: a no has to have its reason (art. 33 nr. 5, art. 34 nr. 3), and so has telling late (art. 33 nr. 1). Nothing was
 * discovered, and nobody told, in the future.
 */
export function breachFault(breach: Breach, now: Instant): Refusal | undefined {
  const { discoveredAt, authority, authorityAt, authorityWhy, told, toldWhy } = breach;
  const late = authority === 'MELDT' && authorityAt !== undefined && authorityAt > tellBy(discoveredAt);
  const faults: Record<string, string> = {
    ...(breach.what === '' ? { what: 'missing' } : {}),
    ...(breach.measures === '' ? { measures: 'missing' } : {}),
    ...(discoveredAt > now ? { discoveredAt: 'in_future' } : {}),
    ...(authority === 'MELDT' && authorityAt === undefined ? { authorityAt: 'missing' } : {}),
    ...(authorityAt !== undefined && (authorityAt > now || authorityAt < discoveredAt) ? { authorityAt: 'not_between' } : {}),
    ...(authorityWhy === '' && authority === 'IKKE_MELDT' ? { authorityWhy: 'why_not' } : late && authorityWhy === '' ? { authorityWhy: 'why_late' } : {}),
    ...(toldWhy === '' && told === 'IKKE_VARSLET' ? { toldWhy: 'why_not' } : {}),
  };
  return Object.keys(faults).length === 0 ? undefined : refuse('bad_input', faults);
}
