import type { Reporter } from '../reports/codes.ts';
import { OUTCOME, type ConsultationOutcome, type Direction } from './codes.ts';

type Counted = { readonly on: string; readonly direction: Direction; readonly service: Reporter; readonly outcome: ConsultationOutcome | null; readonly minutes: number };
export type MonthCount = {
  /** YYYY-MM */
  readonly month: string; readonly all: number; readonly byUs: number; readonly minutes: number;
  readonly outcomes: Readonly<Record<ConsultationOutcome, number>>;
};
/** How many consultations there were: R2's row «drøftinger» (domain reference §11). Newest month first, the most frequent service first. */
export type Tally = { readonly months: readonly MonthCount[]; readonly services: readonly { readonly service: Reporter; readonly count: number }[] };

export function tally(consultations: readonly Counted[]): Tally {
  const months = [...new Set(consultations.map(({ on }) => on.slice(0, 7)))].toSorted().toReversed();
  const services = [...new Set(consultations.map(({ service }) => service))];
  return {
    months: months.map((month) => monthOf(month, consultations.filter(({ on }) => on.startsWith(month)))),
    services: services.map((service) => ({ service, count: consultations.filter((one) => one.service === service).length })).toSorted((a, b) => b.count - a.count || (a.service < b.service ? -1 : 1)),
  };
}

function monthOf(month: string, of: readonly Counted[]): MonthCount {
  const outcomes: Record<ConsultationOutcome, number> = { RAD: 0, SAMTYKKE_INNHENTES: 0, MELDT: 0, POLITI: 0 };
  for (const code of OUTCOME.codes) outcomes[code] = of.filter(({ outcome }) => outcome === code).length;
  return { month, all: of.length, byUs: of.filter(({ direction }) => direction === 'FRA_OSS').length, minutes: of.reduce((sum, { minutes }) => sum + minutes, 0), outcomes };
}
