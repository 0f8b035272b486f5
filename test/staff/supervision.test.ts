import { describe, expect, test } from 'vitest';
import { asId, type MunicipalityId, type UserId } from '../../src/kernel/ids.ts';
import { day, instant } from '../../src/kernel/time.ts';
import { rolesInForce } from '../../src/staff/roles.ts';
import { decideSupervision, lastDayPossible, supervisionState, type Supervision } from '../../src/staff/supervision.ts';

const LEIF: UserId = asId<'user'>('aaaaaaaa-0000-4000-8000-000000000001');
const RAGNHILD: UserId = asId<'user'>('aaaaaaaa-0000-4000-8000-000000000002');
const FJORDBY: MunicipalityId = asId<'municipality'>('bbbbbbbb-0000-4000-8000-000000000001');
const HAVNES: MunicipalityId = asId<'municipality'>('bbbbbbbb-0000-4000-8000-000000000002');
const NOW = instant('2026-03-02T08:00:00.000Z');
const on = (text: string) => day(text) ?? expect.fail(text);
const said = { supervisor: 'STATSFORVALTER', basis: 'KSL_9', grounds: 'Tilsyn med tilbudet.', municipalities: [FJORDBY], lastDay: on('2026-03-20') } satisfies Supervision;
const decide = (change: Partial<Supervision> = {}, about: { readonly forUser?: UserId; readonly otherRoles?: readonly string[] } = {}) =>
  decideSupervision({ ...said, ...change }, { forUser: RAGNHILD, by: LEIF, now: NOW, otherRoles: [], own: [FJORDBY], ...about });

describe('supervision is let in (krisesenterlova § 9: read-only, for a time)', () => {
  test('with its ground, in the leader’s own municipality, to the end of the day that was chosen', () => {
    expect(decide()).toEqual({ ok: true, value: { terms: { supervisor: 'STATSFORVALTER', basis: 'KSL_9', grounds: 'Tilsyn med tilbudet.', municipalities: [FJORDBY] }, until: '2026-03-20T23:00:00.000Z' } });
  });
  test('never without grounds or a law, or it could not be told to the person why somebody read', () => {
    expect(decide({ grounds: '' })).toMatchObject({ fields: { grounds: 'missing' } });
    for (const basis of ['', 'KONGE', '__proto__']) expect(decide({ basis }), basis).toMatchObject({ fields: { basis: 'not_offered' } });
    for (const supervisor of ['', 'KONGE']) expect(decide({ supervisor }), supervisor).toMatchObject({ fields: { supervisor: 'not_offered' } });
  });
  test('never to oneself, nor to somebody who works here: who supervises the work may not be doing it', () => {
    expect(decide({}, { forUser: LEIF })).toEqual({ ok: false, code: 'not_to_yourself' });
    expect(decide({}, { otherRoles: ['STYRINGSGRUPPE'] })).toMatchObject({ fields: { userId: 'supervisor_has_roles' } });
    expect(decide({}, { otherRoles: ['TILSYN'] }).ok, 'again, by a new decision').toBe(true);
  });
  test('never in another municipality, which is a controller of its own (GDPR art. 4 no. 7)', () => {
    expect(decide({ municipalities: [FJORDBY, HAVNES] })).toMatchObject({ fields: { municipalities: 'not_your_municipality' } });
    expect(decide({ municipalities: [] }).ok, 'only what is opened one by one').toBe(true);
  });
  test('for thirty days at most, so that nobody forgets that it lasts', () => {
    expect(lastDayPossible(NOW)).toBe('2026-04-01');
    expect(decide({ lastDay: lastDayPossible(NOW) }).ok).toBe(true);
    expect(decide({ lastDay: on('2026-04-02') })).toMatchObject({ fields: { lastDay: 'too_long_supervision' } });
    expect(decide({ lastDay: on('2026-03-01') })).toMatchObject({ fields: { lastDay: 'day_over' } });
  });
});

describe('supervision ends by itself', () => {
  const until = instant('2026-03-20T23:00:00.000Z');
  const grant = { role: 'TILSYN', confirmed_at: NOW, ended_at: null, until };
  const here = { disabled_at: null, compared_at: NOW };
  test('at midnight after the last day, with no job that could fail to end it', () => {
    expect(rolesInForce([grant], here, instant('2026-03-20T22:59:59.999Z'))).toEqual(['TILSYN']);
    expect(rolesInForce([grant], here, until)).toEqual([]);
    expect(supervisionState(grant, until)).toBe('OVER');
  });
  test('and while it lasts nothing else that was given counts, or a reader could also write', () => {
    expect(rolesInForce([{ ...grant, role: 'KOORDINATOR', until: null }, grant], here, NOW)).toEqual(['TILSYN']);
  });
  test('and what nobody confirmed in time is over as well', () => {
    const waits = { ...grant, confirmed_at: null };
    expect([supervisionState(waits, NOW), supervisionState(waits, until)]).toEqual(['WAITING', 'OVER']);
    expect(rolesInForce([waits], here, NOW)).toEqual([]);
  });
  test('and sees nothing before the person was compared with what had arrived (fvl § 6)', () => {
    expect(rolesInForce([grant], { ...here, compared_at: null }, NOW)).toEqual([]);
  });
});
