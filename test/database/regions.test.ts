import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { House } from '../../src/open-house.ts';
import { addMunicipality, mergeMunicipality, newAgreement } from '../../src/regions/commands/members.ts';
import { publish, publishSite, renewKeys, saveSite, setUpRegion } from '../../src/regions/commands/site.ts';
import { siteForm } from '../../src/regions/form.ts';
import { caseTypeWords } from '../../src/regions/public.ts';
import { regionMembers, siteDraft, type RegionMembers, type SiteDraft } from '../../src/regions/queries.ts';
import { houseWithIssuer } from './staff-house.ts';
import { HOST, newWorld, NORDFJELLA, type World } from '../support/world.ts';

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

async function draft(subject = 'kari'): Promise<SiteDraft> {
  const outcome = await house.door.enter(siteDraft, await world.person(subject), {});
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function members(subject = 'leif'): Promise<RegionMembers> {
  const outcome = await house.door.enter(regionMembers, await world.person(subject), {});
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

const NORDBO = { number: '9905', name: 'Nordbø', from: '2026-01-01', organisation: 'Nordfjella krisesenter IKS', agreement: 'Tilleggsavtale, 2026', controller: 'Nordbø kommune', legalBasis: 'Artikkel 6 nr. 1 bokstav e' };

describe('the public site', () => {
  let before: SiteDraft;
  beforeEach(async () => {
    before = await draft();
  });

  const edit = async (changes: Readonly<Record<string, string>>, subject = 'kari') =>
    house.door.enter(saveSite, await world.person(subject), { typed: { ...siteForm(before.site), ...changes }, changedAt: before.changedAt });

  test('is saved as a draft that nobody outside sees before it is published', async () => {
    expect(await edit({ 'phone-number': '55 55 01 77' })).toMatchObject({ ok: true });
    expect(await draft()).toMatchObject({ unpublished: true, host: HOST, site: { phone: { number: '55 55 01 77' } } });
    const published = await publishedPhone();
    expect(published).toBe('55 55 01 10');
    expect(await house.door.enter(publishSite, await world.person('kari'), {})).toMatchObject({ ok: true });
    expect(await publishedPhone()).toBe('55 55 01 77');
    expect((await draft()).unpublished).toBe(false);
  });

  test.each(['jorunn', 'even', 'leif', 'stine', 'per', 'ida'])('%s, who is no coordinator, can neither see, edit nor publish the draft', async (subject) => {
    const person = await world.person(subject);
    expect(await house.door.enter(siteDraft, person, {})).toEqual({ ok: false, code: 'not_found' });
    expect(await edit({}, subject)).toEqual({ ok: false, code: 'not_found' });
    expect(await house.door.enter(publishSite, person, {})).toEqual({ ok: false, code: 'not_found' });
  });

  test('says of every field what is wrong with it, and keeps the draft as it was', async () => {
    const outcome = await edit({ name: '', 'phone-number': 'ring oss', 'phone-kind': 'weekly', 'phone-1': '15–8', 'intro-nn': ' ', 'child-9902': '', 'officer-email': 'ombud', 'purpose-en': 'x'.repeat(4001) });
    expect(outcome).toMatchObject({ ok: false, code: 'bad_input', fields: {
      name: 'missing', 'phone-number': 'phone_shape', 'phone-1': 'hours-backwards', 'intro-nn': 'missing', 'child-9902': 'missing', 'officer-email': 'email_shape', 'purpose-en': 'too_long',
    } });
    expect((await draft()).changedAt).toBe(before.changedAt);
  });

  test('does not let a second coordinator overwrite what the first one saved meanwhile', async () => {
    expect(await edit({ name: 'Voksenvern i fjella' })).toMatchObject({ ok: true });
    expect(await edit({ name: 'Noe annet' })).toEqual({ ok: false, code: 'changed_meanwhile' });
    expect((await draft()).site.name).toBe('Voksenvern i fjella');
  });

  test('cannot be published with an open form while anything is missing, and says exactly what', async () => {
    expect(await edit({ formOpen: 'ja', 'controller-address': '', 'basis-nn': '', 'officer-phone': '' })).toMatchObject({ ok: true });
    const missing = { 'controller-address': 'missing', 'officer-phone': 'missing', 'basis-nn': 'missing' };
    expect((await draft()).missing).toEqual(Object.keys(missing));
    expect(await house.door.enter(publishSite, await world.person('kari'), {})).toEqual({ ok: false, code: 'not_ready_to_open', fields: missing });
    const { site } = await draft();
    await house.door.enter(setUpRegion, { kind: 'system', regionId: NORDFJELLA, task: 'set_up' }, { site: before.site, reserveUserId: null });
    expect(await house.door.enter(publishSite, await world.person('kari'), {})).toEqual({ ok: false, code: 'not_ready_to_open', fields: { reserve: 'missing' } });
    expect(site.controller.address).toBe('');
  });

  test('what must, should and may mean holds for those who classify from when it is published, and no sooner', async () => {
    const shown = () => house.door.unaudited(NORDFJELLA, 'test', async (ctx) => (await caseTypeWords(ctx)).KAN.nb);
    const usual = await shown();
    expect(await edit({ 'caseType-KAN-nb': 'Hos oss: bare råd.', 'caseType-MA-en': ' ' })).toMatchObject({ code: 'bad_input', fields: { 'caseType-MA-en': 'missing' } });
    expect(await edit({ 'caseType-KAN-nb': 'Hos oss: bare råd.', formOpen: '' })).toMatchObject({ ok: true });
    expect(await shown()).toBe(usual);
    await house.door.enter(publishSite, await world.person('kari'), {});
    expect(await shown()).toBe('Hos oss: bare råd.');
  });

  test('can be published closed whatever is missing: the public then sees the numbers', async () => {
    expect(await edit({ formOpen: '', 'basis-nn': '' })).toMatchObject({ ok: true });
    expect(await house.door.enter(publishSite, await world.person('kari'), {})).toMatchObject({ ok: true });
    expect(await draft()).toMatchObject({ publishedOpen: false, unpublished: false });
  });

  test('survives what no database text may hold: null bytes, half characters, control characters', async () => {
    expect(await edit({ 'intro-nb': 'a\u0000b\ud800c\u0007d\r\ne', name: 'N\u0000avn\n', 'phone-exceptions': '\u0000', formOpen: '\ud800' })).toMatchObject({ ok: true });
    expect((await draft()).site).toMatchObject({ name: 'Navn', intro: { nb: 'ab\ufffdc d\ne' } });
  });

  test('is not put back to what it was by new keys that are made in the moment it is published', async () => {
    const system = { kind: 'system', regionId: NORDFJELLA, task: 'reconcile' } as const;
    const watcher = new pg.Client({ connectionString: world.url('superuser') });
    await watcher.connect();
    const renewed = await house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
      await publish(ctx, { ...before.site, phone: { ...before.site.phone, number: '55 55 01 88' } });
      const renewing = house.door.enter(renewKeys, system, {});
      await expect.poll(async () => (await watcher.query("select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")).rowCount).toBe(1);
      return { renewing };
    });
    expect(await renewed.renewing).toMatchObject({ ok: true });
    expect(await publishedPhone()).toBe('55 55 01 88');
    await watcher.end();
  });

  async function publishedPhone(): Promise<string | undefined> {
    const found = await house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.published_site').select('bundle').where('region_id', '=', NORDFJELLA).orderBy('version', 'desc').limit(1).executeTakeFirst());
    return /"number":"([^"]+)"/.exec(found?.bundle ?? '')?.[1];
  }
});

describe('the municipalities of a region', () => {
  test.each(['kari', 'jorunn', 'even', 'leif', 'stine', 'per', 'ida'])('are there for %s to see', async (subject) => {
    const seen = await members(subject);
    expect(seen.members.map((one) => one.municipality.name)).toEqual(expect.arrayContaining(['Fjordby', 'Havnes', 'Lia', 'Tjernås']));
    expect(seen.reception).toEqual([{ organisation: 'Nordfjella krisesenter IKS', from: '2020-01-01' }]);
    expect(seen.mayChange).toBe(['leif', 'ida'].includes(subject));
  });

  test('are another region’s own affair', async () => {
    expect((await members('anders')).members.map((one) => one.municipality.name)).toEqual(['Holm', 'Sundby']);
    const foreign = (await members()).members[0]?.municipality.municipality_id ?? '';
    const own = (await members('anders')).members[0]?.municipality.municipality_id ?? '';
    expect(await house.door.enter(mergeMunicipality, { ...(await world.person('anders')), roles: ['LEDER'] }, { ends: foreign, into: own, from: '2026-04-01' }))
      .toEqual({ ok: false, code: 'bad_input', fields: { ends: 'unknown_municipality' } });
  });

  test.each(['kari', 'jorunn', 'even', 'stine', 'per'])('cannot be added to or merged by %s', async (subject) => {
    const person = await world.person(subject);
    expect(await house.door.enter(addMunicipality, person, NORDBO)).toEqual({ ok: false, code: 'not_found' });
    const [one, two] = (await members()).members.map(({ municipality }) => municipality.municipality_id);
    expect(await house.door.enter(mergeMunicipality, person, { ends: one, into: two, from: '2026-04-01' })).toEqual({ ok: false, code: 'not_found' });
  });

  test('grow by one with its agreement, once; the site is then behind', async () => {
    const ida = await world.person('ida');
    const pressedTwice = await Promise.all([1, 2].map(() => house.door.enter(addMunicipality, ida, NORDBO)));
    expect(pressedTwice.toSorted((one) => (one.ok ? -1 : 1))).toEqual([{ ok: true, value: expect.anything() }, { ok: false, code: 'already_member' }]);
    const seen = await members();
    expect(seen.siteIsBehind).toBe(true);
    expect(seen.members.find((one) => one.municipality.name === 'Nordbø')?.agreements).toMatchObject([{ agreement: 'Tilleggsavtale, 2026', from_day: '2026-01-01', to_day: null }]);
    expect((await draft()).members.map((one) => one.name)).toContain('Nordbø');
  });

  test('get a new agreement from a day: the one before ends the day before and stays to be seen', async () => {
    const leif = await world.person('leif');
    const idOf = async (name: string) => (await members()).members.find((one) => one.municipality.name === name)?.municipality.municipality_id;
    const terms = { municipalityId: await idOf('Havnes'), from: '2026-07-01', organisation: 'Havnes kommune', agreement: 'Vertskommuneavtale, 2026', controller: '', legalBasis: 'Artikkel 6 nr. 1 bokstav e' };
    for (const subject of ['kari', 'jorunn', 'stine', 'per']) expect(await house.door.enter(newAgreement, await world.person(subject), terms)).toEqual({ ok: false, code: 'not_found' });
    expect(await house.door.enter(newAgreement, leif, { ...terms, municipalityId: 'x' })).toMatchObject({ fields: { municipalityId: 'not_offered' } });
    expect(await house.door.enter(newAgreement, await world.person('anders').then((one) => ({ ...one, roles: ['LEDER'] })), terms)).toMatchObject({ fields: { municipalityId: 'unknown_municipality' } });
    expect(await house.door.enter(newAgreement, leif, { ...terms, from: '2019-12-31' })).toMatchObject({ fields: { from: 'agreement_not_member' } });
    expect(await house.door.enter(newAgreement, leif, terms)).toMatchObject({ ok: true });
    expect(await house.door.enter(newAgreement, leif, terms)).toMatchObject({ fields: { from: 'agreement_later' } });
    const seen = await members();
    expect(seen.members.find((one) => one.municipality.name === 'Havnes')?.agreements).toMatchObject([
      { organisation: 'Havnes kommune', controller: 'Havnes kommune', from_day: '2026-07-01', to_day: null },
      { organisation: 'Nordfjella krisesenter IKS', from_day: '2020-01-01', to_day: '2026-06-30' },
    ]);
    expect(seen.reception.map((one) => one.organisation)).toEqual(['Nordfjella krisesenter IKS']);
  });

  test('become one: the one that ends keeps its history and its agreement ends the day before', async () => {
    const leif = await world.person('leif');
    const { members: all } = await members();
    const id = (name: string) => all.find((one) => one.municipality.name === name)?.municipality.municipality_id;
    expect(await house.door.enter(mergeMunicipality, leif, { ends: id('Lia'), into: id('Lia'), from: '2026-02-01' })).toMatchObject({ fields: { into: 'into_itself' } });
    expect(await house.door.enter(mergeMunicipality, leif, { ends: id('Lia'), into: id('Fjordby'), from: '2019-01-01' })).toMatchObject({ fields: { from: 'into_later' } });
    expect(await house.door.enter(mergeMunicipality, leif, { ends: id('Lia'), into: id('Fjordby'), from: '2026-02-01' })).toMatchObject({ ok: true });
    expect(await house.door.enter(mergeMunicipality, leif, { ends: id('Lia'), into: id('Havnes'), from: '2026-02-01' })).toMatchObject({ fields: { ends: 'already_ended' } });
    expect(await house.door.enter(mergeMunicipality, leif, { ends: id('Havnes'), into: id('Lia'), from: '2026-05-01' })).toMatchObject({ fields: { into: 'already_ended' } });
    expect((await members()).former).toMatchObject([{ mergedInto: 'Fjordby', municipality: { name: 'Lia', to_day: '2026-01-31' }, agreements: [{ to_day: '2026-01-31' }] }]);
  });

  test('are still there until the day they merge, when that day is yet to come', async () => {
    const { members: all } = await members();
    const id = (name: string) => all.find((one) => one.municipality.name === name)?.municipality.municipality_id;
    expect(await house.door.enter(mergeMunicipality, await world.person('ida'), { ends: id('Tjernås'), into: id('Havnes'), from: '2027-01-01' })).toMatchObject({ ok: true });
    expect((await members()).members.find((one) => one.municipality.name === 'Tjernås')).toMatchObject({ mergedInto: 'Havnes', municipality: { to_day: '2026-12-31' } });
    expect((await draft()).members.map((one) => one.name)).toContain('Tjernås');
  });
});
