import type { MunicipalityId } from '../kernel/ids.ts';
import { refuse, type Refusal } from '../kernel/outcome.ts';
import { addMs, HOUR, type Instant } from '../kernel/time.ts';
import type { Authority, Told } from './codes.ts';

/** A breach of personal data security (GDPR art. 4 nr. 12), as it is known now. */
export type Breach = {
  readonly what: string;
  /** whose personal data it is about: each municipality is its own controller (GDPR art. 4 no. 7). None: the joint reception, the shelter or all of them */
  readonly municipalities: readonly MunicipalityId[];
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

/** A breach that is not one municipality's. In a form it stands beside the municipalities. */
export const WHOLE_REGION = 'REGION';

/** What the boxes of the form say, in an order of its own, so that the same form twice is the same; undefined: nothing was said, or somewhere that is not here. */
export function concernsOf(ticked: readonly string[], region: readonly MunicipalityId[]): readonly MunicipalityId[] | undefined {
  if (ticked.includes(WHOLE_REGION)) return [];
  const found = region.filter((one) => ticked.includes(one));
  return found.length === 0 || found.length < new Set(ticked).size ? undefined : found.toSorted();
}

/** Whether somebody who had a breach to handle would have it no more. */
export function leavesOut(before: readonly MunicipalityId[], after: readonly MunicipalityId[]): boolean {
  if (after.length === 0) return false;
  return before.length === 0 || before.some((one) => !after.includes(one));
}

/** Whether a breach is also these municipalities' to handle. */
export function isTheirs({ municipalities }: Pick<Breach, 'municipalities'>, own: readonly MunicipalityId[]): boolean {
  return municipalities.length === 0 || municipalities.some((one) => own.includes(one));
}
