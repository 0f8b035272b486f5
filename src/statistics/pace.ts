import type { AddressLevel, CaseState } from '../cases/public.ts';
import { daysBetween, osloDay, type Instant } from '../kernel/time.ts';
import type { ReportState } from '../reports/public.ts';

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

function days(from: Instant, to: Instant | undefined): number | undefined {
  return to === undefined ? undefined : Math.max(0, daysBetween(osloDay(from), osloDay(to)));
}
