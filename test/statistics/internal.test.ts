import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/kernel/actor.ts';
import { asId } from '../../src/kernel/ids.ts';
import { instant } from '../../src/kernel/time.ts';
import { maySeeFigures, maySeeInternal, seesOwnCasesOnly, seesWholeRegion } from '../../src/statistics/access.ts';
import { caseload, internalRows, monthsOfPage } from '../../src/statistics/internal.ts';
import { countedUnder, placesOf } from '../../src/statistics/places.ts';
import { ROLE } from '../../src/staff/codes.ts';
import { fact, facts } from './facts.ts';

const LIA = asId<'municipality'>('30000000-0000-4000-8000-000000000001');

function person(roles: readonly string[], municipalityId = undefined as typeof LIA | undefined): Actor { // undefined is one of the two
  return { kind: 'person', regionId: asId<'region'>('11111111-1111-4111-8111-111111111111'), userId: asId<'user'>('00000000-0000-4000-8000-000000000001'), roles, municipalityId, signedInAt: instant('2026-03-02T07:00:00.000Z') };
}

describe('who may see figures', () => {
  test('reception and the administrator see none; the system reads none', () => {
    expect(ROLE.codes.filter((role) => maySeeFigures(person([role])).allow)).toEqual(['KOORDINATOR', 'TEAMMEDLEM', 'LEDER', 'STYRINGSGRUPPE', 'PERSONVERNOMBUD']);
    expect(maySeeFigures({ kind: 'system', regionId: asId<'region'>('11111111-1111-4111-8111-111111111111'), task: 'reconcile' }).allow).toBe(false);
  });

  test('the list that can identify people is the coordinator’s and the leader’s, and of each of the team over their own cases', () => {
    expect(ROLE.codes.filter((role) => maySeeInternal(person([role])).allow)).toEqual(['KOORDINATOR', 'TEAMMEDLEM', 'LEDER']);
    expect(ROLE.codes.filter((role) => seesOwnCasesOnly(person([role])))).toEqual(['TEAMMEDLEM']);
  });

  test('a leader of one municipality sees its cases, one of the whole region all of them', () => {
    expect(seesWholeRegion(person(['LEDER'], LIA))).toBe(false);
    expect(seesWholeRegion(person(['LEDER']))).toBe(true);
    expect(seesWholeRegion(person(['KOORDINATOR', 'LEDER'], LIA))).toBe(true);
  });
});

describe('the list case by case', () => {
  test('numbers begin anew each year and follow the order of opening', () => {
    const rows = internalRows([...facts(2, { openedMonth: '2024-11' }), ...facts(3)]);
    expect(rows.map(({ year, no }) => `${year}-${no}`)).toEqual(['2024-1', '2024-2', '2025-1', '2025-2', '2025-3']);
  });

  test('nothing but the nine columns stands in a row, and beside the reporter whether they said who they are', () => {
    expect(Object.keys(internalRows([fact()])[0] ?? {})).toEqual(['no', 'year', 'caseType', 'reporter', 'anonymous', 'vulnerability', 'relation', 'gender', 'violence', 'services']);
  });

  test('age from 67 stands among the vulnerabilities, where the source has it, and not as «ukjent»', () => {
    const of = (change: Parameters<typeof fact>[0]) => internalRows([fact(change)])[0]?.vulnerability;
    expect(of({ ageBand: 'A80' })).toEqual(['DEMENS', 'OVER_67']);
    expect(of({ ageBand: 'A67_79', vulnerability: ['UKJENT'] })).toEqual(['OVER_67']);
    expect(of({ ageBand: 'A55_66', vulnerability: ['UKJENT'] })).toEqual(['UKJENT']);
  });

  test('what belongs to a municipality outside is received and not own', () => {
    const outside = fact({ status: 'IKKE_SAK', closingReasons: ['UTENFOR_KOMMUNER'], closedMonth: '2025-04' });
    expect(caseload([{ fact: fact(), times: 4 }, { fact: outside, times: 1 }])).toEqual({ received: 5, own: 4 });
  });
});

describe('a page of the list', () => {
  test('made of its months alone shows the same rows with the same numbers as when all were read', () => {
    const counts = fc.array(fc.nat(7), { minLength: 1, maxLength: 40 }).map((all) => all.map((times, i) => ({ month: `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`, times })));
    fc.assert(fc.property(counts, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }), (months, page, rows) => {
      const all = months.flatMap(({ month, times }) => facts(times, { openedMonth: month }));
      const whole = internalRows(all).slice((page - 1) * rows, page * rows);
      const near = monthsOfPage(months, page, rows);
      const read = near === undefined ? [] : all.filter(({ openedMonth }) => near.from <= openedMonth && openedMonth <= near.through);
      expect(internalRows(read, near?.before).slice(near?.skip ?? 0, (near?.skip ?? 0) + rows)).toEqual(whole);
      expect(read.length).toBeLessThanOrEqual(whole.length + 14);
    }));
  });
});

describe('municipalities that change', () => {
  const row = (n: number, number: string, into: number | null) => ({
    municipality_id: asId<'municipality'>(`30000000-0000-4000-8000-00000000000${n}`), number, name: `Sted ${n}`, from_day: null as never, to_day: null, // days play no part here
    merged_into: into === null ? null : asId<'municipality'>(`30000000-0000-4000-8000-00000000000${into}`),
  });

  test('one that became part of another is counted there, and is no choice of its own', () => {
    const members = [row(1, '9901', 2), row(2, '9902', 3), row(3, '9903', null)];
    expect(placesOf(members)).toEqual([{ number: '9903', name: 'Sted 3' }]);
    expect(['9901', '9902', '9903', '9999', undefined].map((number) => countedUnder(members, number))).toEqual(['9903', '9903', '9903', undefined, undefined]);
  });

  test('two that were entered as parts of each other do not hang a page', () => {
    expect(countedUnder([row(1, '9901', 2), row(2, '9902', 1)], '9901')).toBeDefined();
  });
});
