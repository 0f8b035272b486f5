import type { CaseState } from '../cases/public.ts';
import { osloDay } from '../kernel/time.ts';
import { BASIS, type Basis } from '../reports/codes.ts';
import { isSmall, LESS, type Cell } from './suppression-cells.ts';

/** What left a case, by basis: `YYYY-MM HJEMMEL` each, in order. Internal control counts them; who got what stands in the case alone. */
export type DisclosureFact = { readonly told: readonly string[] };

/** undefined where nothing left it. A review that found another basis counts; the case itself is among them, where it went to another municipality (T4). */
export function disclosuresOf({ disclosures }: Pick<CaseState, 'disclosures'>): DisclosureFact | undefined {
  const out = disclosures.filter(({ direction }) => direction === 'UT').map(({ happenedAt: at, basis, review }) => `${osloDay(at).slice(0, 7)} ${review?.basis ?? basis}`);
  return out.length === 0 ? undefined : { told: out.toSorted() };
}

export type BasisCount = { readonly basis: Basis; readonly disclosures: number };

/** As anybody may see it. There is no sum beside these, so nothing more has to be hidden. */
export type BasisCell = { readonly basis: Basis; readonly cell: Cell };

export function shownByBasis(counts: readonly BasisCount[]): BasisCell[] {
  return counts.map(({ basis, disclosures }) => ({ basis, cell: isSmall(disclosures) ? LESS : { shown: disclosures } }));
}

/** The calendar years that lie wholly in these months, and whether they are all of the period. Months `YYYY-MM`, the first and the last included. */
export function wholeYears(from: string, to: string): { readonly years: readonly number[]; readonly all: boolean } {
  const [first, last] = [Number(from.slice(0, 4)) + (from.endsWith('-01') ? 0 : 1), Number(to.slice(0, 4)) - (to.endsWith('-12') ? 0 : 1)];
  return { years: Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at), all: from.endsWith('-01') && to.endsWith('-12') };
}

/** How many of each basis in these months, the first and the last included, in the order of the list; those of which there are none are left out. */
export function countBases(facts: readonly DisclosureFact[], from: string, to: string): BasisCount[] {
  const inside = facts.flatMap(({ told }) => told).map((one) => one.split(' ')).filter(([month = '']) => from <= month && month <= to);
  return BASIS.codes.map((basis) => ({ basis, disclosures: inside.filter(([, code]) => code === basis).length })).filter(({ disclosures }) => disclosures > 0);
}
