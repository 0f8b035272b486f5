import { describe, expect, test } from 'vitest';
import { day, instant, type Day } from '../../src/kernel/time.ts';
import { isInForce, waitsForMore } from '../../src/returns/decision.ts';
import { withdrawFault } from '../../src/returns/return.ts';

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
