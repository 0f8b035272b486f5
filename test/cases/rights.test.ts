import { expect, test } from 'vitest';
import { caseFacts, mayReadCase, maySeeInList, mayTakeStep } from '../../src/cases/access.ts';
import { passagesOf } from '../../src/cases/passages.ts';
import { passageWords } from '../../src/cases/pages/passage-words.ts';
import { addPerson, awaitPolice, classified, declare, grant, investigating, keepOut, liftRestriction, measure, note, object, restrict } from './acts.ts';
import { FILE, kari, LIA, lise, omar } from './journal.ts';

const at = (file: ReturnType<typeof classified>, actor: typeof kari) => {
  const facts = caseFacts(FILE, file.state(), actor.userId, file.now());
  return { reads: mayReadCase({ ...actor, municipalities: [LIA] }, facts, file.now()), lists: maySeeInList({ ...actor, municipalities: [LIA] }, facts, file.now()), writes: mayTakeStep('writeNote', { ...actor, municipalities: [LIA] }, facts, file.now()) };
};

test('GDPR art. 18: while the use is restricted, those who were let in wait outside, and whoever has to act still reads', () => {
  const file = classified();
  file.by(kari, grant(omar));
  file.by(omar, declare());
  expect(at(file, omar).reads.allow).toBe(true);
  file.by(kari, restrict);
  expect(at(file, omar)).toMatchObject({ reads: { allow: false, because: 'restricted' }, lists: { allow: true }, writes: { allow: false } });
  for (const one of [kari, lise]) expect(at(file, one).reads.allow).toBe(true);
  file.by(kari, liftRestriction);
  expect(at(file, omar).reads.allow).toBe(true);
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

test('a piece that is a list of answers is told answer by answer, and ids never', () => {
  const file = classified();
  const event = { type: 'UseRestricted', version: 1, actor: kari.userId, happenedAt: file.now(), writtenAt: file.now(), content: { ground: 'BESTRIDT', grounds: 'x', places: [{ place: 'Dagsenteret', ref: FILE }], who: FILE } } as unknown as (typeof file.events)[number]; // of a shape that may come later
  expect(passagesOf([event])[0]?.said.flatMap(({ values }) => values)).toEqual(['BESTRIDT', 'x', 'Dagsenteret']);
});
