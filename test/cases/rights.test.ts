import { expect, test } from 'vitest';
import { caseFacts, mayReadCase, maySeeInList, mayTakeStep } from '../../src/cases/access.ts';
import { coveredFor, passagesOf } from '../../src/cases/passages.ts';
import { passagesIn } from '../../src/cases/queries/passages.ts';
import { passageWords } from '../../src/cases/pages/passage-words.ts';
import { addPerson, awaitPolice, classified, consents, declare, draft, edit, finalise, followingUp, grade, grant, informed, investigating, join, keepOut, liftRestriction, markFactors, measure, mergeInto, note, object, restrict, SECOND, seeReporter, sent, share, takeIn, writeCard } from './acts.ts';
import { decideMeasure, decideUpdateMeasure } from '../../src/cases/measure.ts';
import { decideDiscloseIn } from '../../src/cases/steps/share.ts';
import { addMs, osloDay } from '../../src/kernel/time.ts';
import { FILE, journal, kari, LIA, lise, omar, OPENING, petter, REPORT, type Journal } from './journal.ts';

const at = (file: ReturnType<typeof classified>, actor: typeof kari) => {
  const facts = caseFacts(FILE, file.state(), actor.userId, file.now());
  return { reads: mayReadCase({ ...actor, municipalities: [LIA] }, facts, file.now()), lists: maySeeInList({ ...actor, municipalities: [LIA] }, facts, file.now()), writes: mayTakeStep('writeNote', { ...actor, municipalities: [LIA] }, facts, file.now()) };
};

test('GDPR art. 18: while the use is restricted, those who were let in wait outside, and whoever has to act still reads', () => {
  const file = classified();
  file.by(kari, grant(omar));
  file.by(omar, declare());
  expect(at(file, omar).reads.allow).toBe(true);
  file.by(kari, restrict());
  expect(at(file, omar)).toMatchObject({ reads: { allow: false, because: 'restricted' }, lists: { allow: true }, writes: { allow: false } });
  for (const one of [kari, lise]) expect(at(file, one).reads.allow).toBe(true);
  file.by(kari, liftRestriction);
  expect(at(file, omar).reads.allow).toBe(true);
});

test('GDPR art. 18: a coordinator who was only let into a hidden case waits outside like others, and whoever is named for it reads', () => {
  const file = classified();
  file.by(kari, grade('STRENGT'));
  file.by(kari, grant(petter));
  file.by(petter, declare());
  expect(at(file, petter).reads.allow).toBe(true);
  file.by(kari, restrict());
  expect(at(file, petter)).toMatchObject({ reads: { allow: false, because: 'restricted' }, lists: { allow: true }, writes: { allow: false } });
  expect(at(file, kari).reads.allow).toBe(true);
});

test('GDPR art. 21: an objection stands in the journal with what was decided, once however often its form is sent', () => {
  const file = classified();
  file.by(kari, object('o1'));
  file.by(kari, object('o1'));
  expect(file.state().objections).toMatchObject([{ result: 'DELVIS', by: kari.userId }]);
});

test('krisesenterlova § 5 a: that the person keeps out of figures needs no grounds, is written once, and can be taken back', () => {
  const file = classified();
  for (const wish of ['RESERVERT', 'RESERVERT', 'MED'] as const) file.by(kari, keepOut(wish));
  expect(file.events.filter(({ type }) => type === 'FiguresWishRecorded')).toHaveLength(2);
  expect(file.state().keepsOut).toBe(false);
});

test('krisesenterlova § 5 a: of a case that became part of another it is written where the case goes on, or nobody would heed it', () => {
  const file = classified();
  file.by(kari, mergeInto(classified().state()));
  expect(file.tries(kari, keepOut())).toBe('case_closed');
});

test('popplyl § 16 b: what the police gave or were given, and what is done with them, is never proposed to be given as if it were ours', () => {
  const file = followingUp();
  const from = (organ: string, disclosureId: string, unverified?: 'JA' | 'NEI'): Parameters<Journal['by']>[1] => (state, ctx) => decideDiscloseIn(state, { disclosureId, organ, basis: 'FVL_13B_7', shared: `fra ${organ}`, grounds: 'Fare', unverified }, ctx);
  expect(file.tries(kari, from('Politiet i Fjordby', 'd1'))).toBe('bad_input');
  file.by(kari, from('Politiet i Fjordby', 'd1', 'NEI'));
  file.by(kari, from('Fastlegen', 'd2'));
  file.by(kari, from('Hjemmetjenesten', 'd3', 'JA'));
  file.by(lise, share('FVL_13B_7', 'd4', { organ: 'Lensmannen', shared: 'til Lensmannen' }));
  file.by(lise, (state, ctx) => decideMeasure(state, { measureId: 'm7', measure: 'ANMELDELSE', responsible: 'Lise', due: osloDay(ctx.now) }, ctx));
  file.by(lise, (state, ctx) => decideUpdateMeasure(state, { measureId: 'm7', measureStatus: 'UTFORT', effect: 'Anmeldt fredag' }, ctx));
  const words = (of: Journal, kind: string) => passagesOf(of.events).filter((one) => one.kind === kind).flatMap((one) => passageWords(one, 'nb').lines).join('\n');
  for (const said of ['fra Politiet i Fjordby', 'fra Hjemmetjenesten', 'til Lensmannen', 'Anmeldt fredag']) expect([words(file, 'POLICE').includes(said), words(file, 'WORK').includes(said)], said).toEqual([true, false]);
  expect(words(file, 'WORK')).toContain('fra Fastlegen');
  const other = followingUp();
  other.by(kari, takeIn(file.state()));
  for (const said of ['fra Politiet i Fjordby', 'Anmeldt fredag']) expect([words(other, 'POLICE').includes(said), words(other, 'WORK').includes(said)], `${said}, taken in`).toEqual([true, false]);
  expect(words(other, 'WORK')).toContain('fra Fastlegen');
});

test('fvl § 18: every piece of a journal that says something can be given or withheld by itself, the reporter apart', () => {
  const file = investigating();
  file.by(lise, awaitPolice());
  file.by(kari, addPerson('unni', ['MISTENKT']));
  file.by(lise, measure());
  file.by(lise, note('n1'));
  const pieces = passagesOf(file.events);
  const kinds = new Map(pieces.map((one) => [one.id, one.kind]));
  expect(new Set(kinds.values())).toEqual(new Set(['TOLD', 'REPORTER', 'WORK', 'POLICE', 'SUSPECT']));
  expect(new Set(pieces.map((one) => one.id)).size).toBe(pieces.length);
  const text = (kind: string) => pieces.filter((one) => one.kind === kind).flatMap((one) => passageWords(one, 'nb').lines).join('\n');
  expect(text('WORK')).toContain('Snakket med henne.');
  expect(text('TOLD')).not.toBe('');
  const reporter = file.state().start.reporter.name ?? '';
  if (reporter !== '') for (const kind of ['TOLD', 'WORK', 'POLICE', 'SUSPECT']) expect(text(kind)).not.toContain(reporter);
  expect(pieces.flatMap((one) => passageWords(one, 'nb').lines).filter((line) => line.includes('[object'))).toEqual([]);
  // No id and no bare code of a list stands where words should.
  expect(pieces.flatMap((one) => passageWords(one, 'nb').lines).filter((line) => /[0-9a-f]{8}-[0-9a-f]{4}-/.test(line))).toEqual([]);
});

test('fvl § 19: who reported stands in no other piece: not what a merged case brought along, nor a letter to them, nor why somebody asked who it was', () => {
  const told = { ...OPENING.start, suspectName: 'Rolf Nesse', helper: { who: 'Anne Moen' } };
  const other = journal(kari, { ...OPENING, reference: '2026-XXXXX2', reports: [SECOND], start: told });
  other.by(kari, join({ report: REPORT, start: { ...told, reporter: { ...told.reporter, name: 'Bjarne Moen' } } }));
  other.by(kari, informed());
  other.by(kari, addPerson('Rolf Nesse', ['MISTENKT']));
  const file = classified();
  file.by(kari, takeIn(other.state(), { lead: lise.userId }));
  file.by(kari, consents('c9'));
  file.by(kari, draft('b1', { letter: 'TILBAKEMELDING', docTo: 'Ingunn Moen' }));
  file.by(kari, seeReporter);
  file.wait(-1); // within the hour
  file.by(kari, edit('b1', 'Hei Ingunn Moen\n\nVi har mottatt bekymringen.'));
  file.by(kari, seeReporter);
  file.wait(-1); // within the hour
  file.by(kari, finalise('b1'));
  file.by(kari, sent('b1', 'Ingunn Moen'));
  file.by(kari, seeReporter);
  const pieces = passagesOf(file.events);
  const of = (kind: string) => pieces.filter((one) => one.kind === kind).map((one) => JSON.stringify(one)).join('\n');
  expect(of('REPORTER')).toMatch(/Ingunn Moen[^]*Bjarne Moen/);
  expect(of('REPORTER')).toContain('Vi må spørre om nøkkelen.');
  for (const kind of ['TOLD', 'WORK', 'POLICE', 'SUSPECT']) expect(of(kind)).not.toMatch(/ Moen/);
  for (const kind of ['TOLD', 'WORK', 'REPORTER']) expect(of(kind)).not.toContain('Rolf Nesse');
  expect(of('POLICE')).toContain('Kjent fra før');
  expect(new Set(pieces.map((one) => one.id)).size).toBe(pieces.length);
  expect(pieces.every(({ id }) => id.length <= 20)).toBe(true);
});

test('who reported is covered until one has said why, and an address that is protected is in no piece', () => {
  const file = journal(kari, { ...OPENING, start: { ...OPENING.start, person: { ...OPENING.start.person, address: 'Bakken 2' } } });
  file.by(kari, declare());
  const pieces = () => coveredFor(passagesIn({ state: file.state(), events: file.events, reports: [] }), file.state(), kari.userId, addMs(file.now(), -1));
  const text = () => JSON.stringify(pieces());
  expect(pieces().find(({ kind }) => kind === 'REPORTER')).toMatchObject({ covered: true, said: [] });
  expect(text()).toContain('Bakken 2');
  file.by(kari, seeReporter);
  expect(text()).toContain('Ingunn Moen');
  file.by(kari, grade('FORTROLIG'));
  expect(text()).not.toContain('Bakken 2');
});

test('the word that opens the card at night stands in no letter', () => {
  const file = classified();
  file.by(lise, writeCard());
  expect(JSON.stringify(passagesOf(file.events))).not.toContain('Blå hest');
});

test('what was noted of a risk factor is never read as a word to the coordinator, which the same name is elsewhere', () => {
  const file = investigating();
  file.by(lise, markFactors());
  const lines = passagesOf(file.events.filter(({ type }) => type === 'RiskFactorsMarked')).flatMap((one) => passageWords(one, 'nb').lines);
  expect(lines).toContain('Tre ganger i oktober.');
  expect(lines.some((line) => line.includes('koordinator'))).toBe(false);
});

test('a piece that is a list of answers is told answer by answer, and ids never', () => {
  const file = classified();
  const event = { type: 'UseRestricted', version: 1, actor: kari.userId, happenedAt: file.now(), writtenAt: file.now(), content: { ground: 'BESTRIDT', grounds: 'x', places: [{ place: 'Dagsenteret', ref: FILE }], who: FILE } } as unknown as (typeof file.events)[number]; // of a shape that may come later
  expect(passagesOf([event])[0]?.said.flatMap(({ values }) => values)).toEqual(['BESTRIDT', 'x', 'Dagsenteret']);
});
