import type { MunicipalityId } from '../kernel/ids.ts';
import type { MunicipalityRow } from '../regions/public.ts';
import type { Place } from '../statistics/public.ts';

/**
 * The municipalities whose cases may stand in rows from this month on, as they are today: also one that has left since, and one that came later, since a case may have been moved to it.
 * It asks for no case, so that nobody learns from the list where there were any. @param since `YYYY-MM`
 */
export function controllersIn(members: readonly MunicipalityRow[], since: string): MunicipalityRow[] {
  return members.filter(({ merged_into: into, to_day: to }) => into === null && (to === null || to >= `${since}-01`));
}

/** Those of them that have not said yes. What became part of another has not spoken for it. @param allowed the municipalities that have */
export function missingIn(controllers: readonly Place[], members: readonly MunicipalityRow[], allowed: readonly MunicipalityId[]): Place[] {
  const numbers = new Set(members.filter((row) => row.merged_into === null && allowed.includes(row.municipality_id)).map(({ number }) => number));
  return controllers.filter(({ number }) => !numbers.has(number));
}

/**
 * For which municipalities a leader answers (GDPR art. 4 no. 7; kommuneloven § 13-1): their own, and one of the whole region for each that has never had a leader of its own. A municipality whose
 * leader has left waits for the next one (decision 0104).
 * @param own `region` for a leader of the whole region, else the four digits of today; undefined: none that is known @param led the four digits of those that have or have had a leader of their own
 */
export function answersFor(own: string | undefined, all: readonly Place[], led: readonly string[]): Place[] {
  return all.filter(({ number }) => (own === 'region' ? !led.includes(number) : number === own));
}

/** Those for which nobody can say yes today: they have no leader of their own, and had one before, or there is none of the whole region. @param today the four digits of those that have a leader of their own now @param led as answersFor has it */
export function answeredByNobody(missing: readonly Place[], { today, led }: { readonly today: readonly string[]; readonly led: readonly string[] }, hasRegionLeader: boolean): Place[] {
  return missing.filter(({ number }) => !today.includes(number) && (led.includes(number) || !hasRegionLeader));
}
