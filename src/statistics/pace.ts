import type { AddressLevel, CaseState } from '../cases/public.ts';
import { daysBetween, osloDay, type Instant } from '../kernel/time.ts';
import type { ReportState } from '../reports/public.ts';
import { OUTSIDE, WAITING } from './blocks.ts';
import { BELOW_FIVE, SMALL, sum } from './suppression-cells.ts';
import type { ShownBlock } from './tally.ts';

/**
 * How long things took, in whole days after what was received. It stands apart from the codes and under another number: months are
 * coarse, but a row of days leads to the one file whose entries were written on those days. Of a strictly confidential address there is none.
 */
export type PaceFact = {
  readonly kind: 'SAK' | 'MELDING';
  /** `YYYY-MM` in Europe/Oslo */
  readonly openedMonth: string;
  readonly owner: string | undefined;
  /** of a report: until somebody had read it */
  readonly seenDays: number | undefined;
  /** of a case: until two people had decided its type, the first measure was decided, it was closed */
  readonly classifiedDays: number | undefined;
  readonly measureDays: number | undefined;
  readonly closedDays: number | undefined;
};

/** @param ownerNumber four digits, or undefined @param protection as in factOf */
export function paceOfCase(state: CaseState, ownerNumber: string | undefined, protection: AddressLevel | undefined): PaceFact {
  const from = state.start.receivedAt;
  const firstMeasure = state.measures.map(({ decided }) => decided.at).toSorted()[0];
  return {
    kind: 'SAK', openedMonth: osloDay(state.opened.at).slice(0, 7), owner: protection === undefined ? ownerNumber : undefined, seenDays: undefined,
    classifiedDays: days(from, state.classification?.confirmed?.at), measureDays: days(from, firstMeasure), closedDays: days(from, state.closedAt),
  };
}

/** undefined before it can be read, and for one that was divided: its parts are counted. */
export function paceOfReport(state: ReportState, ownerNumber: string | undefined): PaceFact | undefined {
  const { receivedAt } = state;
  if (receivedAt === undefined || state.contents.length === 0 || state.split !== undefined) return undefined;
  return {
    kind: 'MELDING', openedMonth: osloDay(receivedAt).slice(0, 7), owner: isSecret(state) ? undefined : ownerNumber,
    seenDays: days(receivedAt, state.firstSeenAt), classifiedDays: undefined, measureDays: undefined, closedDays: undefined,
  };
}

/** A reporter's hint is taken at its word: such a report is counted for the region alone. */
export function isSecret(state: ReportState): boolean {
  return state.contents.at(-1)?.report.person.protectedAddressHint === true;
}

/** Of an even number of values the lower of the two in the middle, so that it is one that was. undefined for none. */
export function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1];
}

/** One person's days would be the median of few. */
export const FEWEST_FOR_MEDIAN = 11;

/** Days to each, as the one in the middle took; null where too few stand behind it, or what stands beside it does not show that they do. */
export type PaceFigures = { readonly seen: number | null; readonly classified: number | null; readonly measure: number | null; readonly closed: number | null };

/**
 * What a reader may know of how many stand behind each median: at the least so many, by the numbers that are shown alone. A median that is there says that eleven do, and one that
 * is not, that ten do at the most; beside a table of twelve cases that told of one who waits that there is one (test/statistics/differencing.test.ts).
 * A region's first year tells of no reports, and so of no median of them: each case has one, and fewer that count than there are cases would tell that somebody's stay out (krisesenterlova § 5 a).
 * @param reports in the same months, as far as they are shown; undefined where no number of them is told at all
 */
export function leastBehind(blocks: readonly ShownBlock[], reports: number | undefined): Readonly<Record<keyof PaceFigures, number>> {
  const least = (key: ShownBlock['key'], isMeant: (code: string) => boolean): number[] => blocks.find((block) => block.key === key)?.rows.flatMap(({ code, cell }) => (isMeant(code) && 'shown' in cell ? [cell.shown] : [])) ?? [];
  const most = (code: string): number => blocks.find(({ key }) => key === 'status')?.rows.flatMap((row) => (row.code === code ? ['shown' in row.cell ? row.cell.shown : row.cell.hidden === BELOW_FIVE ? SMALL : Infinity] : []))[0] ?? 0;
  return {
    seen: reports ?? 0,
    // whoever was found to be no case, or was handed over, may have a type without two people having decided it as one
    classified: sum(least('type', (code) => code !== WAITING)) - most('IKKE_SAK') - most(OUTSIDE),
    measure: Math.max(0, ...least('measure', () => true)),
    closed: sum(least('status', (code) => code === 'AVSLUTTET')),
  };
}

/**
 * That the numbers beside it show eleven decides, and not how many there are by now: of reports that were told by quarters somebody's may have left since, and a median that was missing
 * would say so. None is made of four or fewer. @param rows of all cases and reports of some months @param least as above
 */
export function paceOf(rows: readonly PaceDays[], least: Readonly<Record<keyof PaceFigures, number>>): PaceFigures {
  const middle = (key: keyof PaceFigures, days: (row: PaceDays) => number | null): number | null => {
    const known = rows.map(days).filter((one) => one !== null);
    return known.length <= SMALL || least[key] < FEWEST_FOR_MEDIAN ? null : median(known) ?? null;
  };
  return { seen: middle('seen', (row) => row.seen_days), classified: middle('classified', (row) => row.classified_days), measure: middle('measure', (row) => row.measure_days), closed: middle('closed', (row) => row.closed_days) };
}
type PaceDays = { readonly seen_days: number | null; readonly classified_days: number | null; readonly measure_days: number | null; readonly closed_days: number | null };

function days(from: Instant, to: Instant | undefined): number | undefined {
  return to === undefined ? undefined : Math.max(0, daysBetween(osloDay(from), osloDay(to)));
}
