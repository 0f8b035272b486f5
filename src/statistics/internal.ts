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

export function internalRows(inOrder: readonly CaseFact[]): InternalRow[] {
  const last = new Map<number, number>();
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

/** Received and own: a case that belongs outside the co-operation is received, and is not one of its own (§12.4, I9). */
export function caseload(facts: readonly CaseFact[]): { readonly received: number; readonly own: number } {
  return { received: facts.length, own: facts.filter((fact) => !isOutside(fact)).length };
}

function withAge(fact: CaseFact): readonly Vulnerability67[] {
  const known = fact.vulnerability.filter((code) => code !== 'UKJENT');
  return FROM_67.includes(fact.ageBand) ? [...known, 'OVER_67'] : fact.vulnerability;
}
