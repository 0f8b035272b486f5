import fc from 'fast-check';
import { CASE_TYPE, CLOSING_REASON, MEASURE } from '../../src/cases/codes.ts';
import { AGE_BAND, GENDER } from '../../src/people/codes.ts';
import { RELATION, REPORTER, VIOLENCE, VULNERABILITY } from '../../src/reports/codes.ts';
import { R3 } from '../../src/returns/codes/r3.ts';
import type { ReturnFact } from '../../src/returns/count.ts';
import type { Asked } from '../../src/returns/make.ts';
import type { Period } from '../../src/returns/period.ts';
import type { ReturnSchema } from '../../src/returns/schema.ts';
import { isEnoughToBreakDown } from '../../src/statistics/release.ts';
import { suppress } from '../../src/statistics/suppression.ts';
import { tally } from '../../src/statistics/tally.ts';
import { isOutside, type CaseFact } from '../../src/statistics/fact.ts';
import { fact as figureFact } from '../statistics/facts.ts';

export const YEAR: Period = { first: '2025-01', last: '2025-12' };

/** What a return of 2025 is made of where the region has these cases, and «Tall» has counted them. */
export function askedOf(cases: readonly ReturnFact[], schema: ReturnSchema = R3, version = 1, period = YEAR): Asked {
  const year = period.first.slice(0, 4);
  const opened = cases.filter(({ openedMonth }) => openedMonth.startsWith(year));
  return { year: isEnoughToBreakDown(opened.length) ? { blocks: tally(opened, []).blocks, countedOn: '2026-02-01', definitions: '1' } : undefined, suppress, schema, period, version, region: 'Nordfjella', definitions: '1', on: '2026-02-01' };
}

/** An invented case as a return sees it. */
export function fact(change: Partial<CaseFact> = {}): ReturnFact {
  const one = figureFact(change);
  return { ...one, outside: isOutside(one) };
}

/** `n` of the same. */
export function facts(n: number, change: Partial<CaseFact> = {}): ReturnFact[] {
  return Array.from({ length: n }, () => fact(change));
}

const some = <C extends string>(codes: readonly C[], most = 3) => fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: most });
/** Some are common, as they are: a table of nothing but ones proves little. */
const mostly = <C extends string>(common: C, codes: readonly C[]) => fc.oneof({ weight: 3, arbitrary: fc.constant(common) }, { weight: 2, arbitrary: fc.constantFrom(...codes) });

/** A case of 2025, open or closed, ours or somebody else's. */
export const someFact: fc.Arbitrary<ReturnFact> = fc.record({
  month: fc.integer({ min: 1, max: 12 }), gender: mostly('KVINNE', GENDER.codes), ageBand: mostly('A80', AGE_BAND.codes), reporter: mostly('HJEMMETJENESTE', REPORTER.codes), violence: some(VIOLENCE.codes),
  vulnerability: some(VULNERABILITY.codes), relation: fc.oneof(fc.constant<readonly ['BARN']>(['BARN']), some(RELATION.codes, 2)), caseType: fc.option(fc.constantFrom(...CASE_TYPE.codes), { nil: undefined }),
  measures: fc.oneof(fc.constant([]), some(MEASURE.codes)), reasons: some(CLOSING_REASON.codes, 2), closed: fc.boolean(),
}).map(({ month, reasons, closed, ...one }) => {
  const opened = `2025-${String(month).padStart(2, '0')}`;
  return fact({ ...one, openedMonth: opened, status: closed ? 'AVSLUTTET' : 'APEN', closedMonth: closed ? opened : undefined, closingReasons: closed ? reasons : [] });
});

export const someFacts = (most: number) => fc.array(someFact, { maxLength: most });
