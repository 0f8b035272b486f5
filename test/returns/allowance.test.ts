import { describe, expect, test } from 'vitest';
import { asId, type MunicipalityId } from '../../src/kernel/ids.ts';
import { day, type Day } from '../../src/kernel/time.ts';
import type { MunicipalityRow } from '../../src/regions/public.ts';
import { answeredByNobody, answersFor, controllersIn, missingIn } from '../../src/returns/allowance.ts';

const on = (text: string): Day => day(text) ?? expect.fail(text);
const id = (n: number): MunicipalityId => asId<'municipality'>(`30000000-0000-4000-8000-00000000000${n}`);

function member(n: number, name: string, more: Partial<MunicipalityRow> = {}): MunicipalityRow {
  return { municipality_id: id(n), number: `990${n}`, name, from_day: on('2020-01-01'), to_day: null, merged_into: null, ...more };
}

const [FJORDBY, HAVNES, TJERNAS] = [member(1, 'Fjordby'), member(2, 'Havnes'), member(3, 'Tjernås')];
const ALL = [FJORDBY, HAVNES, TJERNAS];
const names = (places: readonly { readonly name: string }[]): string[] => places.map(({ name }) => name);

describe('whose yes rows take (GDPR art. 4 no. 7: each municipality is a controller)', () => {
  test('every municipality’s that may have cases in them: one that left since, and one that came later; not one that had left before', () => {
    const members = [FJORDBY, { ...HAVNES, to_day: on('2025-03-01') }, { ...TJERNAS, from_day: on('2026-01-01') }, member(4, 'Skarvøy', { to_day: on('2024-12-31') })];
    expect(names(controllersIn(members, '2025-01'))).toEqual(['Fjordby', 'Havnes', 'Tjernås']);
    expect(names(controllersIn(members, '2024-01'))).toEqual(['Fjordby', 'Havnes', 'Tjernås', 'Skarvøy']);
  });

  test('what became part of another has not spoken for it: the new municipality decides anew', () => {
    const members = [FJORDBY, { ...HAVNES, to_day: on('2025-12-31'), merged_into: id(3) }, TJERNAS];
    const controllers = controllersIn(members, '2025-01');
    expect(names(missingIn(controllers, members, [id(1), id(2)]))).toEqual(['Tjernås']);
    expect(names(missingIn(controllers, members, [id(1), id(3)]))).toEqual([]);
  });

  test('of a region where each decides, one leader’s yes is for their own municipality, and a missing one keeps all rows here', () => {
    const controllers = controllersIn(ALL, '2025-01');
    expect(names(answersFor('9901', controllers, ['9901', '9902', '9903']))).toEqual(['Fjordby']);
    expect(names(missingIn(controllers, ALL, [id(1), id(2)]))).toEqual(['Tjernås']);
  });

  test('of a region that one leader answers for, one yes is for all of them; but never over the head of a municipality’s own leader', () => {
    const controllers = controllersIn(ALL, '2025-01');
    expect(names(answersFor('region', controllers, []))).toEqual(['Fjordby', 'Havnes', 'Tjernås']);
    expect(names(answersFor('region', controllers, ['9902']))).toEqual(['Fjordby', 'Tjernås']);
    const one = { today: ['9902'], led: ['9902'] };
    expect([names(answeredByNobody(controllers, one, false)), answeredByNobody(controllers, one, true)], 'where there is no such leader, the page names those that nobody answers for').toEqual([['Fjordby', 'Tjernås'], []]);
    expect(names(answeredByNobody(controllers, { today: [], led: ['9902'] }, true)), 'the only leader of one was shut out: it waits, and falls to nobody else').toEqual(['Havnes']);
    expect(answersFor(undefined, controllers, []), 'a leader of a municipality that nobody knows answers for none').toEqual([]);
  });
});
