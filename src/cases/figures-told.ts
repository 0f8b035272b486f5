import type { AgeBand, Gender } from '../people/codes.ts';
import type { Relation, Violence, Vulnerability } from '../reports/codes.ts';
import type { CaseState } from './case.ts';

/** Each code once; empty and undefined where nobody said anything, `UKJENT` where nobody knew. */
export type FiguresTold = {
  readonly vulnerability: readonly Vulnerability[];
  readonly violence: readonly Violence[];
  readonly relation: readonly Relation[];
  readonly gender: Gender | undefined;
  readonly ageBand: AgeBand | undefined;
};

/**
 * What is known of the person and of what happens to them, whoever told it and whenever: the report the case began with, each that came to it later, what was added to one, what a case that became part of
 * this one knew, and who around the person is suspected. The figures count it and a closing asks for the rest of it (decision 0098).
 */
export function figuresTold({ start, joined, additions, related }: Pick<CaseState, 'start' | 'joined' | 'additions' | 'related'>): FiguresTold {
  const starts = [start, ...joined.map((one) => one.start)];
  const all = [...starts, ...additions];
  const suspects = related.filter(({ suspected }) => suspected !== undefined).flatMap(({ relation }) => relation ?? []);
  return {
    vulnerability: known(starts.flatMap((one) => one.vulnerability)), violence: known(all.flatMap((one) => one.violence ?? [])), relation: known([...all.flatMap((one) => one.relation ?? []), ...suspects]),
    gender: firstKnown(starts.map((one) => one.gender)), ageBand: firstKnown(starts.map((one) => one.ageBand)),
  };
}

/** The first that somebody knew; where nobody did, the first that was said: «ukjent», or nothing. */
export function firstKnown<C extends string>(codes: readonly (C | undefined)[]): C | undefined {
  return codes.find(isKnown) ?? codes.find((code) => code !== undefined);
}

/** «Ukjent» stands alone, or not at all. */
function known<C extends string>(codes: readonly C[]): readonly C[] {
  return [...new Set(codes.some(isKnown) ? codes.filter(isKnown) : codes)];
}

function isKnown(code: string | undefined): boolean {
  return code !== undefined && code !== 'UKJENT';
}
