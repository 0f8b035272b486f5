import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedYears, yearIn, type Span } from '../../src/statistics/closed-years.ts';
import { countedCase, cross, monthsBetween } from '../../src/statistics/explore.ts';
import { fact } from './facts.ts';

const MONTHS = monthsBetween('2023-01', '2027-12');
const THROUGH = '2026-04';

describe('the years of which somebody who is left out sees the public tables only', () => {
  test('are all in which it stands in a figure that others are told, from its first month to its last, and none while its first month runs', () => {
    expect(closedYears([{ from: '2024-11', until: '2025-02' }], THROUGH)).toEqual([2024, 2025]);
    expect(closedYears([{ from: '2025-12', until: undefined }], THROUGH)).toEqual([2025, 2026]);
    expect(closedYears([{ from: '2024-03', until: '2026-05' }], '2025-12'), 'what comes later is told to nobody yet').toEqual([2024, 2025]);
    expect(closedYears([{ from: '2026-05', until: undefined }], THROUGH), 'nobody is told the day after it came').toEqual([]);
    expect(closedYears([], THROUGH)).toEqual([]);
  });

  test('leave nothing to subtract: of every other year, what they see one by one and what others are told is the same, by whatever it is counted', () => {
    const month = fc.nat({ max: MONTHS.length - 1 });
    const one = fc.record({ opened: month, lasts: fc.option(fc.nat({ max: 20 }), { nil: undefined }), owner: fc.constantFrom('9901', '9902', undefined), violence: fc.subarray(['FYSISK', 'PSYKISK', 'OKONOMISK'] as const), leftOut: fc.boolean() });
    fc.assert(fc.property(fc.array(one, { maxLength: 25 }), (cases) => {
      const known = cases.map(({ opened, lasts, owner, violence, leftOut }) => {
        const closed = lasts === undefined ? undefined : MONTHS[opened + lasts];
        return { leftOut, span: { from: MONTHS[opened] ?? '', until: closed } satisfies Span, fact: fact({ openedMonth: MONTHS[opened] ?? '', owner, violence }) };
      });
      const closed = closedYears(known.filter(({ leftOut }) => leftOut).map(({ span }) => span), THROUGH);
      const own = known.filter(({ leftOut, span }) => !leftOut && !closed.includes(yearIn(span.from)));
      for (const year of [2023, 2024, 2025, 2026]) {
        const [from, through] = [`${year}-01`, `${year}-12` < THROUGH ? `${year}-12` : THROUGH];
        const told = (some: typeof known) => (['violence', 'owner', 'month'] as const).map((by) => cross(some.map((each) => countedCase(each.fact)), { by, across: undefined, from, through, owner: undefined }));
        const openThen = (some: typeof known, at: string) => some.filter(({ span }) => span.from < at && (span.until === undefined || span.until >= at)).length;
        if (closed.includes(year)) {
          expect(told(own).every(({ counted }) => counted === 0), `${year}: nothing but the public tables`).toBe(true);
          continue;
        }
        expect(told(own), `${year}: nothing is missing`).toEqual(told(known));
        // how many were open when the year began stands in the public tables too; a case of a year that is closed still counts here for others
        expect(openThen(known.filter(({ leftOut }) => leftOut), from), `${year}: none of theirs was open then`).toBe(0);
      }
    }), { numRuns: 300 });
  });
});
