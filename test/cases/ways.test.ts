import { describe, expect, test } from 'vitest';
import { homeRefusal, safeWays, waysThrough } from '../../src/cases/documents.ts';
import { nightCardOf } from '../../src/cases/night-card.ts';
import { waysGiven } from '../../src/cases/pages/contact-card.tsx';
import { decideAddPerson } from '../../src/cases/steps/share.ts';
import { told } from '../../src/cases/told.ts';
import { isOpenWay, suspectOnWay } from '../../src/cases/ways.ts';
import { addPerson, changePerson, classified, draft, investigating, investigate, PLAN, recordPerson, writeCard, writePlan } from './acts.ts';
import { decideStartInvestigation } from '../../src/cases/investigation.ts';
import { journal, kari, lise, OPENING, START, TEAM, type Journal } from './journal.ts';

const suspecting = (suspectName: string) => journal(kari, { ...OPENING, start: { ...START, suspectName } }).state();
/** Ragnhild’s daughter, through whom she was reached until the bank saw her emptying the account. */
const WAY = 'Ring datteren Unni, 999 88 777';
const suspect = (file: Journal) => file.by(kari, recordPerson({ personName: undefined, suspectName: 'Unni Lie' }));
const report = { contents: [{ at: START.receivedAt, report: { safeContact: WAY, person: { protectedAddressHint: false } } }] } as never; // of a report only what is asked of it here
const reached = (file: Journal) => ({ safe: safeWays(file.state(), told({ state: file.state(), reports: [report] })), given: waysGiven({ state: file.state(), reports: [report] }) });

describe('whether a way leads through somebody who is suspected', () => {
  test.each([
    ['Unni Lie', WAY], ['Unni Lie', 'ring unni'], ['Unni Lie', 'Unnis mobil'], ['Unni Lie', 'Ring fru Lie'], ['Unni Lie', 'Ring Uni Lie'], ['Datteren Unni', 'Via Unni'], ['datteren Unni', 'Ring datteren'],
    ['sønnen', 'Ring sønnen Tor'], ['Sønnen Tor', 'Ring sønnen på jobb'], ['Unni Lie', 'Ring Unni, men ikke etter 16'], ['Unni Lie', 'Ring Unni ikke etter 16'], ['Unni Lie', 'Når som helst til Unni'], ['Unni Lie', 'Ikke ring hjem, men Unni'],
  ])('of %s: «%s» does', (name, way) => {
    expect(suspectOnWay(suspecting(name), way)).toBe(name);
  });

  test.each([
    ['Unni Lie', 'Ring niesen Berit Lie'], ['Unni Lie', 'Ring Unni Berg på dagsenteret'], ['Sønnen Tor', 'Ring sønnen Per'], ['Unni Lie', 'Ring mobilen når Unni er på jobb'], ['Unni Lie', 'Aldri gjennom Unni'],
    ['Unni Lie', 'Ring jobben. Unni må ikke få vite det.'], ['Unni Lie', 'Dagsenteret, tirsdag 10–11'], ['Unni Lie', 'Ring hjemmetjenesten i Lia'],
  ])('of %s: «%s» does not', (name, way) => {
    expect(suspectOnWay(suspecting(name), way)).toBeUndefined();
  });
});

describe('a safe contact who becomes a suspect', () => {
  test('is offered nowhere from then on: not by the plan, not by the report, not at night', () => {
    const file = classified();
    file.by(lise, (state, ctx) => decideStartInvestigation(state, { ...PLAN, safeContact: WAY }, ctx));
    file.by(lise, writeCard({ safeContact: WAY }));
    expect(reached(file).safe).toContain(WAY);
    expect(nightCardOf(file.state())).toMatchObject({ safeContact: WAY, neverThrough: [] });
    suspect(file);
    expect(reached(file).safe).not.toContain(WAY);
    expect(reached(file).given).not.toContain(WAY);
    expect(waysThrough(file.state(), told({ state: file.state(), reports: [report] }))).toEqual([{ way: WAY, suspect: 'Unni Lie' }]);
    const card = nightCardOf(file.state());
    expect(card?.safeContact).toBeUndefined();
    expect(card?.neverThrough).toEqual(['Unni Lie']);
  });

  test('carries no letter on «the safe way», and no letter goes home since that way fell', () => {
    const file = journal(kari, { ...OPENING, start: { ...START, livesTogether: 'NEI', person: { ...START.person, safeContact: WAY } } });
    expect(file.tries(kari, draft('b1', { delivery: 'TRYGG' }))).toBeUndefined();
    suspect(file);
    expect(file.tries(kari, draft('b2', { delivery: 'TRYGG' }))).toBe('no_safe_way');
    expect(homeRefusal(file.state(), told({ state: file.state(), reports: [] }))).toBe('home_not_known_safe');
  });

  test('is the way again as soon as somebody says that this is another of the same name', () => {
    const file = investigating();
    file.by(kari, addPerson('unni', ['MISTENKT']));
    file.by(kari, changePerson('unni', ['MISTENKT']));
    const name = file.state().related[0]?.name ?? '';
    const way = `Ring ${name}`;
    expect(isOpenWay(file.state(), way)).toBe(false);
    file.by(kari, (state, ctx) => decideAddPerson(state, { relatedId: 'nabo', relatedName: name, parts: ['STOTTE'], namesake: ['EN_ANNEN'] }, ctx, () => []));
    expect(isOpenWay(file.state(), way)).toBe(true);
  });

  test('is written down as safe by nobody: not when it is planned, not on the card, not in the safety plan', () => {
    const file = classified();
    suspect(file);
    const ctx = { actor: lise, now: file.now(), team: TEAM };
    const refused = { ok: false, fields: { safeContact: 'way_through_suspect' } };
    expect(decideStartInvestigation(file.state(), { ...PLAN, safeContact: WAY }, ctx)).toMatchObject(refused);
    file.by(lise, investigate);
    expect(writeCard({ safeContact: WAY })(file.state(), { ...ctx, now: file.now() })).toMatchObject(refused);
    expect(writePlan('p1', { safeContact: WAY })(file.state(), { ...ctx, now: file.now() })).toMatchObject(refused);
  });
});
