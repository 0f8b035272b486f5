import { describe, expect, test } from 'vitest';
import { asId } from '../../src/kernel/ids.ts';
import { addMs, day, DAY_MS, instant, type Day } from '../../src/kernel/time.ts';
import { isInForce, waitsForMore } from '../../src/returns/decision.ts';
import { anotherReads, notSent, withdrawFault, type ReturnRow } from '../../src/returns/return.ts';

const AT = instant('2026-03-02T08:00:00.000Z');
const on = (text: string): Day => day(text) ?? expect.fail(text);
const TODAY = on('2026-03-02');

describe('a return is taken back', () => {
  const left = { sent: false, caseLeft: true, nobodyHas: true };
  const locked = { form: 'RADER', confirmed_at: AT, withdrawn_at: null } as const;

  test.each([
    ['what nobody locked, always', { ...locked, confirmed_at: null }, { ...left, caseLeft: false, nobodyHas: false }, undefined],
    ['locked rows that lie in the house, with a person who keeps out since (krl. § 5 a)', locked, left, undefined],
    ['not while nobody says that the files went nowhere', locked, { ...left, nobodyHas: false }, 'bad_input'],
    ['not once it was sent: whoever has both could find the case', locked, { ...left, sent: true }, 'already_sent'],
    ['not where nobody has left: two countings of the same rows tell what is between them', locked, { ...left, caseLeft: false }, 'already_locked'],
    ['not tables that everybody reads', { ...locked, form: 'TABELLER' as const }, left, 'already_locked'],
  ])('%s', (_, row, how, code) => {
    expect(withdrawFault(row, how)?.code).toBe(code);
  });
});

test('a leader is asked to decide what is proposed until its last day, and neither what every municipality allowed nor what was ended; it is in force when none is missing', () => {
  const proposed = { missing: 1, endedAt: null, endsOn: TODAY };
  expect([waitsForMore(proposed, TODAY), isInForce(proposed, TODAY)]).toEqual([true, false]);
  expect([waitsForMore({ ...proposed, missing: 0 }, TODAY), isInForce({ ...proposed, missing: 0 }, TODAY)]).toEqual([false, true]);
  for (const other of [{ endedAt: AT }, { endsOn: on('2026-03-01') }]) expect([0, 1].map((missing) => waitsForMore({ ...proposed, ...other, missing }, TODAY) || isInForce({ ...proposed, ...other, missing }, TODAY))).toEqual([false, false]);
});

test('rows are locked unread where nobody reads them but whoever prepared them: not while there is another coordinator, or a leader of the whole region, who is not shut out', () => {
  const user = (n: number) => asId<'user'>(`40000000-0000-4000-8000-00000000000${n}`);
  const place = asId<'municipality'>('50000000-0000-4000-8000-000000000001');
  const colleague = (n: number, role: string, more: object = {}) => ({ userId: user(n), roles: [role], municipalityId: null, ...more });
  const alone = [colleague(1, 'KOORDINATOR'), colleague(2, 'LEDER', { municipalityId: place }), colleague(3, 'STYRINGSGRUPPE'), colleague(4, 'KOORDINATOR', { roles: [] })];
  expect(anotherReads(alone, user(1))).toBe(false);
  expect([colleague(5, 'KOORDINATOR', { municipalityId: place }), colleague(5, 'LEDER')].map((one) => anotherReads([...alone, one], user(1)))).toEqual([true, true]);
  expect(anotherReads(alone, user(5)), 'another coordinator reads them').toBe(true);
});

test('what was locked and not sent stands on somebody’s day for a year: the newest version of each, and not what was sent, taken back or nobody locked', () => {
  const row = (id: string, more: Partial<ReturnRow> = {}): ReturnRow => ({
    return_id: id, schema_id: 'R3', edition: '2', form: 'TABELLER', first_month: '2025-01', last_month: '2025-12', version: 1, prepared_by: asId<'user'>('40000000-0000-4000-8000-000000000001'), prepared_at: AT,
    confirmed_by: asId<'user'>('40000000-0000-4000-8000-000000000002'), confirmed_at: AT, withdrawn_at: null, ...more,
  });
  const of = (rows: readonly ReturnRow[], days = 1) => notSent(rows, new Set(['sent']), addMs(AT, days * DAY_MS)).map((one) => one.return_id);
  expect(of([row('sent'), row('b', { form: 'RADER' }), row('c', { first_month: '2024-01', last_month: '2024-12', withdrawn_at: AT }), row('d', { schema_id: 'SAC', confirmed_at: null })])).toEqual(['b']);
  expect(of([row('a'), row('b', { version: 2 })])).toEqual(['b']);
  expect(of([row('a'), row('sent', { version: 2 })]), 'a correction that was sent takes its place').toEqual([]);
  expect([of([row('a')], 364), of([row('a')], 366)]).toEqual([['a'], []]);
});
