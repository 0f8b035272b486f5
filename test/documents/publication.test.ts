import { describe, expect, test } from 'vitest';
import { mayFetch, mayRead, mayWrite } from '../../src/documents/access.ts';
import { KIND } from '../../src/documents/codes.ts';
import { barPicture } from '../../src/documents/bar-picture.ts';
import { passagesIn } from '../../src/documents/content.ts';
import { lastDay, month, nextMonth, yearsOf, type Month } from '../../src/documents/months.ts';
import { placeholdersIn, spellingsIn } from '../../src/documents/placeholders.ts';
import { planOf, type PartCode } from '../../src/documents/plan.ts';
import { carriedOn, decideApproval, isAfter, lacks, lastWriters, readHead, type Written, type WrittenPart } from '../../src/documents/publication.ts';
import type { Person } from '../../src/kernel/actor.ts';
import { asId, type UserId } from '../../src/kernel/ids.ts';
import { day, instant, type Day } from '../../src/kernel/time.ts';
import { NORDFJELLA } from '../support/world.ts';

const NOW = instant('2027-05-15T10:00:00.000Z');
const on = (text: string): Day => day(text) ?? expect.fail(text);
const at = (text: string): Month => month(text) ?? expect.fail(text);
const user = (n: number): UserId => asId<'user'>(`40000000-0000-4000-8000-00000000000${n}`);
const person = (n: number, ...roles: string[]): Person => ({ kind: 'person', regionId: NORDFJELLA, userId: user(n), roles, municipalityId: undefined, signedInAt: NOW });

function parts(written: Partial<Record<PartCode, Partial<Written> & { carried?: boolean; by?: UserId; at?: string }>>): Map<PartCode, WrittenPart> {
  return new Map(Object.entries(written).map(([code, one]): [PartCode, WrittenPart] => [code as PartCode, { // the keys of a record of parts
    written: { text: one.text ?? '', lines: one.lines ?? [] }, revision: 1, carried: one.carried === true, by: one.by ?? user(1), at: instant(one.at ?? '2027-05-01T08:00:00.000Z'),
  }]));
}
const FULL = { KORT: { text: 'Vi har nådd flere.' }, UTFORDRINGER: { text: 'Få melder.' }, PLAN: { text: 'Flere møter.' } } as const;

describe('what stops a report from being published', () => {
  test.each([
    ['Vi fikk [Sett inn tall] saker.', '[Sett inn tall]'], ['Leder: XX', 'XX'], ['Se vedlegg xxx.', 'xxx'], [`Skriv mer. ${'TO'}${'DO'}`, `${'TO'}${'DO'}`], ['Plan:\n…', '…'], ['- ...', '- ...'], ['Dato: ____', '____'], ['Kjære [navn]', '[navn]'], ['Se [[hva]]', '[[hva]]'], ['Her: []', '[]'],
  ])('«%s» was left by a template (I14)', (text, found) => {
    expect(placeholdersIn(text)).toContain(found);
  });

  test.each(['Vi venter … og ser.', 'Plan for mai 2019 →', 'Se [1] og (XIX) i Xxenia.', 'Alle gjør sitt todo-møte'.replace('todo-', 'to '), 'Etter kl. 20.00 ... da ringer de.'])('«%s» was not', (text) => {
    expect(placeholdersIn(text)).toEqual([]);
  });

  test('is named with its part: a placeholder also in a line, what is empty, what nobody has read through, what happened after the cut-off (I10)', () => {
    const written = parts({ KORT: { text: 'Vi har XX saker.' }, UTVIKLING: { lines: [{ on: '2027-06-01', channel: 'Avis', what: '[sett inn]', reached: '' }] }, UTFORDRINGER: { text: 'Få melder.', carried: true } });
    expect(lacks('R11', written, on('2027-05-15'))).toEqual([
      { part: 'KORT', code: 'PLACEHOLDER', found: 'XX' }, { part: 'UTVIKLING', code: 'PLACEHOLDER', found: '[sett inn]' }, { part: 'UTVIKLING', code: 'AFTER_CUT_OFF', found: '2027-06-01' },
      { part: 'UTFORDRINGER', code: 'CARRIED' }, { part: 'PLAN', code: 'EMPTY' },
    ]);
    expect(lacks('R11', parts(FULL), on('2027-05-15'))).toEqual([]);
  });

  test('is not how a name is spelled: that is told of alone, and not in an address (I17)', () => {
    expect(spellingsIn('Tryggest og BUFdir, TryggEst og Bufdir, www.tryggest.no/bufdir')).toEqual([{ found: 'Tryggest', right: 'TryggEst' }, { found: 'BUFdir', right: 'Bufdir' }]);
    expect(lacks('R11', parts({ ...FULL, KORT: { text: 'Tryggest.' } }), on('2027-05-15'))).toEqual([]);
  });
});

describe('who approves', () => {
  test('is not whoever wrote last, and nobody before it was sent, or while something is missing, or once more', () => {
    expect(decideApproval('TIL_GODKJENNING', [], [user(1)], user(2))).toBeUndefined();
    expect(decideApproval('TIL_GODKJENNING', [], [user(1)], user(1))?.code).toBe('another_person_approves');
    expect(decideApproval('UNDER_ARBEID', [], [user(1)], user(2))?.code).toBe('not_sent');
    expect(decideApproval('TIL_GODKJENNING', [{ part: 'PLAN', code: 'EMPTY' }], [user(1)], user(2))?.code).toBe('not_ready');
    expect(decideApproval('FROSSET', [], [user(1)], user(2))?.code).toBe('already_frozen');
  });

  test('is found over all parts: two who wrote at the same moment are both the last', () => {
    expect(lastWriters(parts({ KORT: { at: '2027-05-02T08:00:00.000Z', by: user(1) }, PLAN: { at: '2027-05-02T08:00:00.000Z', by: user(2) }, UTFORDRINGER: { by: user(3) } }))).toEqual([user(1), user(2)]);
  });

  test('coordinators and leaders write; the steering group reads what was approved and nothing else; a file is its asker’s alone', () => {
    const roles = ['KOORDINATOR', 'LEDER', 'STYRINGSGRUPPE', 'TEAMMEDLEM', 'MOTTAK', 'PERSONVERNOMBUD', 'SYSTEMADMIN', 'ARKIVAR'];
    expect(roles.filter((role) => mayWrite(person(1, role)).allow)).toEqual(['KOORDINATOR', 'LEDER']);
    expect(roles.filter((role) => mayRead(person(1, role), { state: 'FROSSET' }).allow)).toEqual(['KOORDINATOR', 'LEDER', 'STYRINGSGRUPPE']);
    expect(roles.filter((role) => mayRead(person(1, role), { state: 'TIL_GODKJENNING' }).allow)).toEqual(['KOORDINATOR', 'LEDER']);
    const own = { state: 'UNDER_ARBEID', edition: 'INTERN', kept: false, askedBy: user(1) } as const;
    expect([mayFetch(person(1, 'LEDER'), own), mayFetch(person(2, 'LEDER'), own), mayFetch(person(1, 'STYRINGSGRUPPE'), own)].map(({ allow }) => allow)).toEqual([true, false, false]);
    expect(mayFetch(person(3, 'STYRINGSGRUPPE'), { state: 'FROSSET', edition: 'YTRE', kept: true, askedBy: user(1) }).allow).toBe(true);
  });
});

describe('a report of the next year', () => {
  test('begins with last year’s texts, its attachments not ready, and none of its meetings and sums', () => {
    const before = parts({ ORGANISASJON: { text: 'Fire kommuner.' }, STYRINGSGRUPPEN: { lines: [{ on: '2026-05-01', group: 'STYRINGSGRUPPE', count: '6', themes: '' }] }, VEDLEGG: { lines: [{ name: 'Deltakere', status: 'FERDIG', place: 'Perm 1' }] }, PLAN: { text: '' } });
    expect([...carriedOn('R1', before)]).toEqual([['ORGANISASJON', { text: 'Fire kommuner.', lines: [] }], ['VEDLEGG', { text: '', lines: [{ name: 'Deltakere', status: 'KOMMER', place: 'Perm 1' }] }]]);
  });

  test('covers whole months and is told up to a day that has come', () => {
    const head = (from: string, to: string, cutOff: string) => readHead(from, to, cutOff, day(cutOff), NOW);
    expect(head('2026-03', '2027-04', '2027-05-15')).toEqual({ ok: true, head: { from: '2026-03', to: '2027-04', cutOff: '2027-05-15' } });
    expect(head('2026-13', '2027-04', '2027-05-15')).toMatchObject({ fields: { from: 'no_such_month' } });
    expect(head('2027-04', '2026-03', '2027-05-15')).toMatchObject({ fields: { to: 'period_backwards' } });
    expect(head('2026-03', '2027-04', '2027-05-16')).toMatchObject({ fields: { cutOff: 'cut_off_outside' } });
    expect(head('2026-03', '2027-04', '2027-02-30')).toMatchObject({ fields: { cutOff: 'no_such_day' } });
  });

  test('knows its years, the last day of its months, and what came after it (I10)', () => {
    const period = { from: at('2026-03'), to: at('2028-02') };
    expect([yearsOf(period), lastDay(period.to), nextMonth(at('2026-12'))]).toEqual([[2026, 2027, 2028], '2028-02-29', '2027-01']);
    expect([isAfter(period, on('2028-02-29')), isAfter(period, on('2028-03-01'))]).toEqual([false, true]);
  });
});

test('every part of every report stands once in its plan', () => {
  for (const kind of KIND.codes) expect(new Set(planOf(kind).map(({ code }) => code)).size).toBe(planOf(kind).length);
});

test('running text keeps its paragraphs and its points', () => {
  expect(passagesIn('Først.\nSå.\n\n- en\n- to\nEtterpå.')).toEqual([{ kind: 'paragraph', text: 'Først.\nSå.' }, { kind: 'points', items: ['en', 'to'] }, { kind: 'paragraph', text: 'Etterpå.' }]);
});

test('a hidden row has its word in the picture and no bar that could be measured', () => {
  const { svg, png } = barPicture([{ label: 'Psykisk & <vold>', value: 30, shown: '30' }, { label: 'Fysisk vold', value: null, shown: 'færre enn 5' }], 600);
  expect(svg.toString()).toContain('width="300"');
  expect(svg.toString()).toContain('Psykisk &#38; &#60;vold&#62;');
  expect(svg.toString().match(/width="0"/g)).toHaveLength(1);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});
