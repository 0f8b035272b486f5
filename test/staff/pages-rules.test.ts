import { describe, expect, test } from 'vitest';
import { leavesAManager } from '../../src/staff/roles.ts';
import { reserveFault, type Candidate } from '../../src/staff/reserve.ts';

const someone = (userId: string, municipality: string | null, roles: readonly string[], disabled = false): Candidate => ({ userId, municipality, roles, disabled });

describe('the reserve', () => {
  const kari = someone('kari', 'havnes', ['KOORDINATOR']);
  const reidun = someone('reidun', 'tjernas', ['TEAMMEDLEM']);

  test('is somebody else than reception, in another municipality, whom two people trusted with content', () => {
    expect(reserveFault(reidun, [kari, reidun])).toBeUndefined();
  });

  test.each([
    ['reserve_disabled', someone('a', 'lia', ['TEAMMEDLEM'], true)],
    ['reserve_in_reception', someone('a', 'lia', ['TEAMMEDLEM', 'MOTTAK'])],
    ['reserve_without_role', someone('a', 'lia', ['STYRINGSGRUPPE', 'SYSTEMADMIN', 'PERSONVERNOMBUD'])],
    ['reserve_without_place', someone('a', null, ['LEDER'])],
    ['reserve_same_place', someone('a', 'havnes', ['LEDER'])],
  ] as const)('is not one with %s', (fault, one) => {
    expect(reserveFault(one, [kari, one])).toBe(fault);
  });

  test('may sit where somebody from reception sat who has been shut out', () => {
    expect(reserveFault(someone('a', 'havnes', ['LEDER']), [{ ...kari, disabled: true }])).toBeUndefined();
  });
});

test('the last who manages people stays, and any other role may end', () => {
  const active = [{ userId: 'kari', role: 'KOORDINATOR' }, { userId: 'even', role: 'TEAMMEDLEM' }];
  expect(leavesAManager({ userId: 'kari', role: 'KOORDINATOR' }, active)).toBe(false);
  expect(leavesAManager({ userId: 'even', role: 'TEAMMEDLEM' }, active)).toBe(true);
  expect(leavesAManager({ userId: 'kari', role: 'KOORDINATOR' }, [...active, { userId: 'ida', role: 'SYSTEMADMIN' }])).toBe(true);
});
