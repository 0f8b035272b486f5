import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { regionsOf, type House } from '../../src/open-house.ts';
import { regionMembers } from '../../src/regions/queries.ts';
import { correct } from '../../src/staff/commands/correct.ts';
import { disable, invite, reopen } from '../../src/staff/commands/invite.ts';
import { chooseReserve } from '../../src/staff/commands/reserve.ts';
import { confirmRole, endRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { staffRegister, type RegisterEntry, type StaffRegister } from '../../src/staff/queries.ts';
import { peopleIn } from '../../src/staff/sign-in/register.ts';
import { mayManageStaff } from '../../src/staff/access.ts';
import { ROLE, takesTwo } from '../../src/staff/codes.ts';
import { ISSUER } from '../support/people.ts';
import { newWorld, type World } from '../support/world.ts';
import { houseWithIssuer } from './staff-house.ts';

let world: World;
let house: House;
beforeAll(async () => {
  world = await newWorld();
  house = await houseWithIssuer(world);
});
afterAll(async () => {
  await house.close();
  await world.close();
});

async function as<I, F, R>(subject: string, useCase: UseCase<I, F, R>, input: unknown) {
  return house.door.enter(useCase, await world.person(subject), input);
}

async function register(subject = 'kari'): Promise<StaffRegister> {
  const outcome = await as(subject, staffRegister, {});
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function entry(name: string, reader = 'kari'): Promise<RegisterEntry> {
  const { people, disabled } = await register(reader);
  const found = [...people, ...disabled].find((one) => one.name === name);
  if (found === undefined) throw new Error(`${name} is not in the register`);
  return found;
}

async function place(name: string): Promise<string> {
  return (await register()).places.find((one) => one.name === name)?.id ?? '';
}

const people = () => peopleIn(house.door, regionsOf(house), house.deployment.identityKey);
const NOT_FOUND = { ok: false, code: 'not_found' };
const MANAGERS = ['kari', 'leif', 'ida'];
const OTHERS = ['jorunn', 'even', 'stine', 'per'];

describe('an invitation', () => {
  test('lets exactly the one whom the sign-in provider means sign in, with no role', async () => {
    expect(await as('ida', invite, { name: 'Bjørg Åsen', unit: 'Hjemmetjenesten', municipalityId: await place('Lia'), subject: 'bjorg' })).toMatchObject({ ok: true });
    expect(await people().findBySubject(ISSUER, 'bjorg')).toMatchObject({ roles: [], disabled: false });
    expect(await people().findBySubject('http://another.example', 'bjorg')).toBeUndefined();
    expect(await people().findBySubject(ISSUER, 'Bjorg')).toBeUndefined();
    expect(await entry('Bjørg Åsen')).toMatchObject({ unit: 'Hjemmetjenesten', municipality: 'Lia', roles: [], proposed: [] });
  });

  test('is not given twice, nor to a municipality that is not there', async () => {
    expect(await as('kari', invite, { name: 'Bjørg igjen', unit: '', municipalityId: null, subject: ' bjorg ' })).toEqual({ ok: false, code: 'bad_input', fields: { subject: 'already_invited' } });
    expect(await as('kari', invite, { name: 'Noen', unit: '', municipalityId: '33333333-3333-4333-8333-333333333333', subject: 'noen' })).toEqual({ ok: false, code: 'bad_input', fields: { municipalityId: 'choose_place' } });
    expect(await as('kari', invite, { name: ' ', unit: '', municipalityId: '', subject: '' })).toMatchObject({ code: 'bad_input', fields: { name: 'name_missing', municipalityId: 'choose_place', subject: 'subject_missing' } });
  });

  test('is given once, though three press at the same moment, and so is a role', async () => {
    const given = { name: 'Liv Torp', unit: '', municipalityId: null, subject: 'liv' };
    expect((await Promise.all(MANAGERS.map((who) => as(who, invite, given)))).filter(({ ok }) => ok)).toHaveLength(1);
    const { userId } = await entry(given.name);
    expect((await Promise.all(MANAGERS.map((who) => as(who, proposeRole, { userId, role: 'SYSTEMADMIN' })))).filter(({ ok }) => ok)).toHaveLength(1);
  });

  test.each(OTHERS)('is nothing that %s can give', async (subject) => {
    expect(await as(subject, invite, { name: 'Noen', unit: '', municipalityId: null, subject: 'noen' })).toEqual(NOT_FOUND);
  });

  test('keeps a name that no text may hold as it can be read', async () => {
    expect(await as('kari', invite, { name: 'Null\u0000 Tegn\ud800', unit: '\u0007', municipalityId: null, subject: 'null' })).toMatchObject({ ok: true });
    expect((await entry('Null Tegn\ufffd')).municipality).toBeUndefined();
  });
});

describe('a correction', () => {
  test('changes name, place of work and municipality, and nothing else of the person', async () => {
    const before = await entry('Bjørg Åsen');
    expect(await as('leif', correct, { userId: before.userId, name: ' Bjørg Aasen ', unit: 'Rus', municipalityId: null })).toEqual({ ok: true, value: { compares: false, proposed: 0, reserveEnded: false } });
    expect(await entry('Bjørg Aasen')).toEqual({ ...before, name: 'Bjørg Aasen', unit: 'Rus', municipality: undefined, municipalityId: null });
    expect(await people().findBySubject(ISSUER, 'bjorg')).toMatchObject({ userId: before.userId, disabled: false });
    expect(await as('leif', correct, { userId: before.userId, name: 'Bjørg Åsen', unit: 'Hjemmetjenesten', municipalityId: await place('Lia') })).toMatchObject({ ok: true });
  });

  test('is not made with a name that is none, to a place that is not there, of oneself, or by those who do not manage people', async () => {
    const input = { userId: (await entry('Bjørg Åsen')).userId, name: 'Bjørg Åsen', unit: '', municipalityId: null };
    expect(await as('kari', correct, { ...input, name: ' ' })).toEqual({ ok: false, code: 'bad_input', fields: { name: 'name_missing' } });
    expect(await as('kari', correct, { ...input, municipalityId: '33333333-3333-4333-8333-333333333333' })).toEqual({ ok: false, code: 'bad_input', fields: { municipalityId: 'choose_place' } });
    expect(await as('kari', correct, { ...input, userId: (await world.person('kari')).userId })).toEqual({ ok: false, code: 'not_your_own_name' });
    for (const subject of OTHERS) expect(await as(subject, correct, input), subject).toEqual(NOT_FOUND);
    expect(await as('anders', correct, input)).toEqual(NOT_FOUND);
  });
});

describe('a move to another municipality', () => {
  const moved = async (name: string, by: string, municipalityId: string | null) => {
    const { userId, unit } = await entry(name);
    return as(by, correct, { userId, name, unit, municipalityId });
  };

  test('is not one person’s: what sees content counts there only when another has confirmed it, or one could let a leader into another’s cases', async () => {
    const before = await entry('Leif Brekken');
    const [hers, theirs] = [before.municipalityId, await place('Lia')];
    expect(await moved('Leif Brekken', 'kari', theirs), 'nobody but Kari and Leif could confirm').toMatchObject({ ok: false, fields: { municipalityId: 'nobody_confirms' } });
    expect(await entry('Leif Brekken')).toEqual(before);
    expect(await moved('Leif Brekken', 'ida', theirs)).toEqual({ ok: true, value: { compares: false, proposed: 1, reserveEnded: false } });
    const after = await entry('Leif Brekken');
    expect(after).toMatchObject({ municipality: 'Lia', roles: [], proposed: [{ role: 'LEDER', by: 'Ida Drift' }] });
    expect((await people().findBySubject(ISSUER, 'leif'))?.roles).toEqual([]);
    expect(await as('kari', confirmRole, { grantId: after.proposed[0]?.grantId })).toMatchObject({ ok: true });
    expect(await moved('Leif Brekken', 'ida', hers)).toMatchObject({ ok: true, value: { proposed: 1 } });
    expect(await moved('Leif Brekken', 'ida', theirs), 'what still waits waits for the new place').toMatchObject({ ok: true, value: { proposed: 1 } });
    expect(await moved('Leif Brekken', 'ida', hers)).toMatchObject({ ok: true });
    expect(await as('kari', confirmRole, { grantId: (await entry('Leif Brekken')).proposed[0]?.grantId })).toMatchObject({ ok: true });
    expect(await moved('Stine Moen', 'kari', hers), 'who sees no content is moved at once').toMatchObject({ ok: true, value: { proposed: 0 } });
  });

  test('of somebody for reception to where the reserve sits ends the reserve', async () => {
    const there = (await entry('Reidun Solli')).municipalityId;
    expect(await moved('Jorunn Vatne', 'ida', there)).toMatchObject({ ok: true, value: { proposed: 1, reserveEnded: false } });
    expect(await as('leif', confirmRole, { grantId: (await entry('Jorunn Vatne')).proposed[0]?.grantId })).toEqual({ ok: true, value: { reserveEnded: true } });
    expect((await register()).reserve.now).toBeUndefined();
    expect(await moved('Jorunn Vatne', 'ida', null)).toMatchObject({ ok: true });
    expect(await as('leif', confirmRole, { grantId: (await entry('Jorunn Vatne')).proposed[0]?.grantId })).toMatchObject({ ok: true });
    expect(await as('leif', chooseReserve, { userId: (await entry('Reidun Solli')).userId })).toMatchObject({ ok: true });
    expect(await as('ida', correct, { ...await entry('Reidun Solli').then(({ userId, municipalityId }) => ({ userId, municipalityId })), name: 'Reidun Sollien', unit: 'Helse' }), 'a name alone ends nothing').toMatchObject({ ok: true, value: { reserveEnded: false } });
    expect(await as('ida', correct, { ...await entry('Reidun Sollien').then(({ userId, municipalityId }) => ({ userId, municipalityId })), name: 'Reidun Solli', unit: 'Helse' })).toMatchObject({ ok: true, value: { reserveEnded: false } });
  });
});

describe('the register', () => {
  test.each([...MANAGERS, 'per'])('is there for %s', async (subject) => {
    expect((await register(subject)).mayManage).toBe(MANAGERS.includes(subject));
  });

  test.each(['jorunn', 'even', 'stine'])('does not exist for %s', async (subject) => {
    expect(await as(subject, staffRegister, {})).toEqual(NOT_FOUND);
  });

  test('of one region says nothing of another’s people', async () => {
    expect((await register('anders')).people.map((one) => one.name)).toEqual(['Anders Sund', 'Berit Holm']);
    const { userId } = await entry('Even Strand');
    expect(await as('anders', disable, { userId })).toEqual(NOT_FOUND);
    expect(await as('anders', proposeRole, { userId, role: 'STYRINGSGRUPPE' })).toEqual(NOT_FOUND);
  });
});

describe('a role that can see content', () => {
  test('takes two people: it holds only when another one has confirmed it, and they see why the button is not theirs', async () => {
    const { userId } = await entry('Bjørg Åsen');
    expect(await as('kari', proposeRole, { userId, role: 'MOTTAK' })).toMatchObject({ ok: true, value: { confirmed: false } });
    expect((await people().findBySubject(ISSUER, 'bjorg'))?.roles).toEqual([]);
    const grantId = (await entry('Bjørg Åsen')).proposed[0]?.grantId;
    expect((await entry('Bjørg Åsen', 'kari')).proposed).toMatchObject([{ by: 'Kari Nordmo', byMe: true, closed: 'another_person_confirms' }]);
    expect((await entry('Bjørg Åsen', 'ida')).proposed).toMatchObject([{ byMe: false, closed: 'not_a_confirmer' }]);
    expect((await entry('Bjørg Åsen', 'leif')).proposed).toMatchObject([{ closed: undefined }]);
    expect(await as('kari', confirmRole, { grantId })).toEqual({ ok: false, code: 'another_person_confirms' });
    for (const subject of ['ida', ...OTHERS]) expect(await as(subject, confirmRole, { grantId }), subject).toEqual(NOT_FOUND);
    expect(await as('leif', confirmRole, { grantId })).toMatchObject({ ok: true });
    expect(await as('leif', confirmRole, { grantId })).toEqual({ ok: false, code: 'nothing_to_confirm' });
    expect((await people().findBySubject(ISSUER, 'bjorg'))?.roles).toEqual(['MOTTAK']);
  });

  test('is never given to oneself, neither proposed nor confirmed', async () => {
    const leif = await world.person('leif');
    expect(await as('leif', proposeRole, { userId: leif.userId, role: 'KOORDINATOR' })).toEqual({ ok: false, code: 'not_to_yourself' });
    expect(await as('ida', proposeRole, { userId: leif.userId, role: 'MOTTAK' })).toMatchObject({ ok: true });
    const [proposed] = (await entry('Leif Brekken', 'leif')).proposed;
    expect(proposed?.closed).toBe('not_to_yourself');
    expect(await as('leif', confirmRole, { grantId: proposed?.grantId })).toEqual({ ok: false, code: 'not_to_yourself' });
    expect(await as('leif', endRole, { grantId: proposed?.grantId })).toMatchObject({ ok: true });
  });

  test.each(['ida', 'kari'])('does not come from %s alone and a second self: no account that they make themselves can propose or confirm', async (subject) => {
    const [name, role] = [`${subject} to`, 'SYSTEMADMIN'];
    expect(await as(subject, invite, { name, unit: 'IT', municipalityId: null, subject: `${subject}2` })).toMatchObject({ ok: true });
    const { userId } = await entry(name);
    expect(await as(subject, proposeRole, { userId, role })).toMatchObject({ ok: true, value: { confirmed: false } });
    const grantId = (await entry(name)).proposed[0]?.grantId;
    expect((await as(subject, confirmRole, { grantId })).ok).toBe(false);
    for (const given of ROLE.codes.filter((one) => !takesTwo(one))) expect(await as(subject, proposeRole, { userId, role: given })).toMatchObject({ ok: true, value: { confirmed: true } });
    const roles = (await people().findBySubject(ISSUER, `${subject}2`))?.roles ?? [];
    const second: Person = { ...(await world.person(subject)), userId, roles };
    expect([roles.toSorted(), mayManageStaff(second).allow]).toEqual([['PERSONVERNOMBUD', 'STYRINGSGRUPPE'], false]);
    expect(await house.door.enter(proposeRole, second, { userId: (await world.person('even')).userId, role: 'KOORDINATOR' })).toEqual(NOT_FOUND);
    expect(await house.door.enter(confirmRole, second, { grantId })).toEqual(NOT_FOUND);
  });

  test.each(OTHERS)('is nothing that %s can propose or take away', async (subject) => {
    const [role] = (await entry('Kari Nordmo')).roles;
    expect(await as(subject, proposeRole, { userId: (await entry('Stine Moen')).userId, role: 'MOTTAK' })).toEqual(NOT_FOUND);
    expect(await as(subject, endRole, { grantId: role?.grantId })).toEqual(NOT_FOUND);
  });

  test('is not proposed twice, and an unknown one not at all', async () => {
    const { userId } = await entry('Even Strand');
    expect(await as('kari', proposeRole, { userId, role: 'TEAMMEDLEM' })).toEqual({ ok: false, code: 'already_has_role' });
    expect(await as('kari', proposeRole, { userId, role: 'GUD' })).toEqual({ ok: false, code: 'bad_input', fields: { role: 'unknown_role' } });
  });
});

test('the last one who can manage people does not go, or nobody could ever let anybody in again', async () => {
  const [role] = (await entry('Anders Sund', 'anders')).roles.filter((one) => one.role === 'KOORDINATOR');
  expect(await as('anders', endRole, { grantId: role?.grantId })).toEqual({ ok: false, code: 'last_manager' });
});

describe('somebody who is shut out (fvl § 13)', () => {
  test('is out at the very next request, and what they held has ended when they are let in again', async () => {
    const { userId } = await entry('Even Strand');
    for (const subject of OTHERS) expect(await as(subject, disable, { userId }), subject).toEqual(NOT_FOUND);
    expect(await as('ida', disable, { userId })).toMatchObject({ ok: true });
    expect(await people().findBySubject(ISSUER, 'even')).toMatchObject({ disabled: true, roles: [] });
    expect(await as('kari', proposeRole, { userId, role: 'TEAMMEDLEM' })).toEqual({ ok: false, code: 'is_disabled' });
    expect(await entry('Even Strand')).toMatchObject({ disabled: true, roles: [] });
    expect(await as('ida', reopen, { userId })).toMatchObject({ ok: true });
    expect(await as('ida', reopen, { userId })).toEqual({ ok: false, code: 'not_disabled' });
    expect(await people().findBySubject(ISSUER, 'even')).toMatchObject({ disabled: false, roles: [] });
  });

  test('is never oneself', async () => {
    expect(await as('ida', disable, { userId: (await world.person('ida')).userId })).toEqual({ ok: false, code: 'not_yourself' });
  });
});

describe('the reserve', () => {
  test('is somebody in another municipality than reception’s whom two people trusted with content already', async () => {
    const { reserve } = await register('leif');
    expect(reserve.now).toMatchObject({ name: 'Reidun Solli', fault: undefined });
    expect(reserve.possible.map((one) => one.name)).toEqual(['Reidun Solli', 'Signe Haugland']);
    expect(await as('leif', chooseReserve, { userId: (await entry('Signe Haugland')).userId })).toMatchObject({ ok: true });
    expect((await register()).reserve.now?.name).toBe('Signe Haugland');
    for (const [name, code] of [['Kari Nordmo', 'reserve_in_reception'], ['Stine Moen', 'reserve_without_role']] as const) {
      expect(await as('leif', chooseReserve, { userId: (await entry(name)).userId }), name).toEqual({ ok: false, code });
    }
  });

  test('is chosen by those who answer for content, and never by the one who becomes it', async () => {
    const { userId } = await entry('Signe Haugland');
    for (const subject of ['ida', ...OTHERS]) expect(await as(subject, chooseReserve, { userId }), subject).toEqual(NOT_FOUND);
    expect(await as('leif', chooseReserve, { userId: (await world.person('leif')).userId })).toEqual({ ok: false, code: 'reserve_yourself' });
  });

  test('is nobody any more when they are shut out, and the region shows it', async () => {
    expect(await as('ida', disable, { userId: (await entry('Signe Haugland')).userId })).toMatchObject({ ok: true });
    expect((await register()).reserve.now).toBeUndefined();
    expect(await as('leif', regionMembers, {})).toMatchObject({ ok: true, value: { hasReserve: false } });
  });

  test('is nobody any more when the last role that sees content ends, or when they come into reception, and whoever did it is told', async () => {
    const role = async (name: string, held: string) => (await entry(name)).roles.find((one) => one.role === held)?.grantId;
    const { userId } = await entry('Reidun Solli');
    expect(await as('leif', chooseReserve, { userId })).toMatchObject({ ok: true });
    expect(await as('kari', proposeRole, { userId, role: 'LEDER' })).toMatchObject({ ok: true });
    expect(await as('leif', confirmRole, { grantId: (await entry('Reidun Solli')).proposed[0]?.grantId })).toEqual({ ok: true, value: { reserveEnded: false } });
    expect(await as('kari', endRole, { grantId: await role('Reidun Solli', 'TEAMMEDLEM') })).toEqual({ ok: true, value: { reserveEnded: false } });
    expect(await as('kari', endRole, { grantId: await role('Reidun Solli', 'LEDER') })).toEqual({ ok: true, value: { reserveEnded: true } });
    expect((await register()).reserve.now).toBeUndefined();
    for (const [again, confirms] of [['TEAMMEDLEM', false], ['MOTTAK', true]] as const) {
      expect(await as('kari', proposeRole, { userId, role: again })).toMatchObject({ ok: true });
      expect(await as('leif', confirmRole, { grantId: (await entry('Reidun Solli')).proposed[0]?.grantId })).toEqual({ ok: true, value: { reserveEnded: confirms } });
      if (!confirms) expect(await as('leif', chooseReserve, { userId })).toMatchObject({ ok: true });
    }
    expect(await as('leif', regionMembers, {})).toMatchObject({ ok: true, value: { hasReserve: false } });
  });

  test('does not sit where a coordinator sits', async () => {
    const { userId } = await entry('Berit Holm', 'anders');
    expect((await register('anders')).reserve.now).toMatchObject({ userId, fault: undefined });
    expect(await as('anders', invite, { name: 'Nina Vik', unit: '', municipalityId: (await register('anders')).places.find((one) => one.name === 'Holm')?.id, subject: 'nina' })).toMatchObject({ ok: true });
    const nina = await entry('Nina Vik', 'anders');
    expect(await as('anders', proposeRole, { userId: nina.userId, role: 'MOTTAK' })).toMatchObject({ ok: true });
    const second: Person = { ...(await world.person('anders')), userId, roles: ['LEDER'] };
    const grantId = (await entry('Nina Vik', 'anders')).proposed[0]?.grantId;
    expect(await house.door.enter(confirmRole, second, { grantId })).toEqual({ ok: true, value: { reserveEnded: true } });
    expect((await register('anders')).reserve.now).toBeUndefined();
  });
});
