import type { CaseType } from '../cases/codes.ts';
import type { Gender } from '../people/codes.ts';
import type { Relation, Reporter, Service, Violence, Vulnerability } from '../reports/codes.ts';
import { isOutside, type CaseFact } from './fact.ts';

/** R2 «Intern statistikk per sak»: the nine columns of domain reference §11, by code. It can identify people, and is restricted. */
export type InternalRow = {
  /** counted from 1 each year, in the order in which the cases were opened, over the cases that the reader may see */
  readonly no: number;
  readonly year: number;
  /** absent until two people have decided */
  readonly caseType: CaseType | undefined;
  readonly reporter: Reporter;
  /** beside the reporter: somebody in the family may be one, and still not have said who they are */
  readonly anonymous: boolean;
  /** with OVER_67 for those of that age: R2 has no column for it, and the source lists it here (§12.4, I8) */
  readonly vulnerability: readonly Vulnerability67[];
  readonly relation: readonly Relation[];
  readonly gender: Gender;
  readonly violence: readonly Violence[];
  readonly services: readonly Service[];
};
export type Vulnerability67 = Vulnerability | 'OVER_67';

const FROM_67 = ['A67_79', 'A80', 'OVER_67'];

/** @param before how many of the first one's year stand before it, on other pages */
export function internalRows(inOrder: readonly CaseFact[], before = 0): InternalRow[] {
  const [first] = inOrder;
  const last = new Map<number, number>(first === undefined ? [] : [[yearOf(first), before]]);
  return inOrder.map((fact) => {
    const year = yearOf(fact);
    const no = (last.get(year) ?? 0) + 1;
    last.set(year, no);
    const { caseType, reporter, anonymous, relation, gender, violence, services } = fact;
    return { no, year, caseType, reporter, anonymous, vulnerability: withAge(fact), relation, gender, violence, services };
  });
}

export function yearOf(fact: Pick<CaseFact, 'openedMonth'>): number {
  return Number(fact.openedMonth.slice(0, 4));
}

/** So many cases of a month. */
export type MonthCount = { readonly month: string; readonly times: number };

/** Which months a page shows, how many rows of the first of them stand on pages before, and how many of its year. @param counts in the order of the months */
export function monthsOfPage(counts: readonly MonthCount[], page: number, rows: number): { readonly from: string; readonly through: string; readonly skip: number; readonly before: number } | undefined {
  const [start, end] = [(page - 1) * rows, page * rows];
  let passed = 0;
  const placed = counts.map(({ month, times }) => {
    passed += times;
    return { month, first: passed - times, last: passed - 1 };
  });
  const here = placed.filter(({ first, last }) => last >= start && first < end);
  const [from, through] = [here[0], here.at(-1)];
  if (from === undefined || through === undefined) return undefined;
  const yearBegins = placed.find(({ month }) => month.slice(0, 4) === from.month.slice(0, 4))?.first ?? from.first;
  return { from: from.month, through: through.month, skip: start - from.first, before: from.first - yearBegins };
}

/** Received and own: a case that belongs outside the co-operation is received, and is not one of its own (§12.4, I9). */
export function caseload(all: readonly { readonly fact: Pick<CaseFact, 'status' | 'closingReasons'>; readonly times: number }[]): { readonly received: number; readonly own: number } {
  const sum = (some: typeof all): number => some.reduce((n, { times }) => n + times, 0);
  return { received: sum(all), own: sum(all.filter(({ fact }) => !isOutside(fact))) };
}

function withAge(fact: CaseFact): readonly Vulnerability67[] {
  const known = fact.vulnerability.filter((code) => code !== 'UKJENT');
  return FROM_67.includes(fact.ageBand) ? [...known, 'OVER_67'] : fact.vulnerability;
}
