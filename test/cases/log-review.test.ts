import { describe, expect, test } from 'vitest';
import { BY_LOT, decideMarked, drawReview, monthToDraw, MOST_SIGNS, reviewDue, signsOf, type Around, type LookedDay } from '../../src/cases/log-review.ts';
import { compared } from '../../src/cases/commands/log-review.ts';
import { declare, grade } from './acts.ts';
import { journal, kari, OPENING, START } from './journal.ts';
import { asId, type FileId, type UserId } from '../../src/kernel/ids.ts';
import { day, instant, osloDay } from '../../src/kernel/time.ts';

const user = (n: number): UserId => asId<'user'>(`40000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`);
const file = (n: number): FileId => asId<'file'>(`10000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`);
const PLACE = asId<'municipality'>('30000000-0000-4000-8000-000000000001');
const KARI = user(1);
const EVEN = user(2);
const JORUNN = user(3);
const on = (text: string) => day(text) ?? expect.fail(text);

const AROUND: Around = {
  staff: new Map([
    [KARI, { names: ['Kari Nordmo'], unit: 'Mottaket', nightWork: false }], [EVEN, { names: ['Even Strand', 'Even Dahl'], unit: 'Solbakken omsorgssenter', nightWork: false }],
    [JORUNN, { names: ['Jorunn Vatne'], unit: '', nightWork: true }],
  ]),
  files: new Map([
    [file(1), { names: ['Aud Strand', 'Per Lie'], addresses: ['Bakken 3, 9990 Fjordby'] }], [file(2), { names: ['Ragnhild Dahl'], addresses: ['Solbakken omsorgssenter, rom 12'] }],
    [file(3), { names: [], addresses: [] }],
  ]),
};

function looked(change: Partial<LookedDay> = {}): LookedDay {
  return {
    actor: EVEN, fileId: file(3), municipality: PLACE, day: on('2026-02-10'), first: instant('2026-02-10T09:00:00Z'), last: instant('2026-02-10T09:30:00Z'), times: 2, hours: [10],
    did: [{ kind: 'opened', right: 'coordinator' }], lot: 'a', ...change,
  };
}
const signs = (one: LookedDay, others: readonly LookedDay[] = []) => signsOf(one, [one, ...others], AROUND);

describe('what stands out in the log (GDPR art. 32, hpl § 21)', () => {
  test('the same surname as anybody in the case is seen, also under a former name, and a first name is none', () => {
    expect(signs(looked({ fileId: file(1) }))).toEqual(['same_name']);
    expect(signs(looked({ fileId: file(2) }))).toContain('same_name');
    expect(signs(looked({ actor: KARI, fileId: file(1) }))).toEqual([]);
  });

  test('a colleague who works where the person lives is seen; who works nowhere in particular is not', () => {
    expect(signs(looked({ fileId: file(2) }))).toContain('same_place');
    expect(signs(looked({ actor: JORUNN, fileId: file(2) }))).toEqual([]);
  });

  test('where an address is protected it is not compared: beside a colleague’s workplace the sign would tell where the person is', () => {
    const file = journal(kari, { ...OPENING, start: { ...START, person: { ...START.person, address: 'Solbakken omsorgssenter, rom 12' } } });
    file.by(kari, declare());
    expect(compared(file.state())).toEqual({ names: ['Borghild Lian', 'Ingunn Moen'], addresses: ['Solbakken omsorgssenter, rom 12'] });
    expect(compared(file.by(kari, grade('FORTROLIG'))).addresses).toEqual([]);
  });

  test('at night is seen, and not of those who work at night', () => {
    expect(signs(looked({ hours: [10, 23] }))).toEqual(['night']);
    expect(signs(looked({ hours: [6, 21] }))).toEqual([]);
    expect(signs(looked({ actor: JORUNN, hours: [3] }))).toEqual([]);
  });

  test('somebody who tried and was not let in is seen', () => {
    expect(signs(looked({ did: [{ kind: 'tried', right: 'none' }] }))).toEqual(['tried']);
  });

  test('whoever takes in what comes reads many in a day, and that is no sign', () => {
    const received = (n: number) => looked({ fileId: file(20 + n), did: [{ kind: 'report', right: 'reception' }] });
    expect(signs(received(0), Array.from({ length: 30 }, (_, n) => received(n + 1)))).toEqual([]);
  });

  test('much in one day is seen: one case again and again, or one case after the other', () => {
    expect(signs(looked({ times: 14 }))).toEqual([]);
    expect(signs(looked({ times: 15 }))).toEqual(['many']);
    expect(signs(looked(), Array.from({ length: 11 }, (_, n) => looked({ fileId: file(20 + n) })))).toEqual(['many']);
  });

  test('somebody who was let in and then did nothing is seen; a week is given, and a coordinator reads to follow up', () => {
    const letIn = looked({ did: [{ kind: 'opened', right: 'granted' }] });
    const act = (text: string) => looked({ day: on(text), did: [{ kind: 'worked', right: 'granted' }] });
    expect(signs(letIn)).toEqual(['no_act']);
    expect(signs(letIn, [act('2026-02-17')])).toEqual([]);
    expect(signs(letIn, [act('2026-02-18')])).toEqual(['no_act']);
    expect(signs(letIn, [act('2026-02-09')]), 'before is not later').toEqual(['no_act']);
    expect(signs(looked())).toEqual([]);
  });
});

describe('what a leader gets to look at', () => {
  const many = Array.from({ length: 40 }, (_, n) => looked({ actor: KARI, fileId: file(40 + n), day: on(`2026-02-${String(1 + (n % 28)).padStart(2, '0')}`), lot: String(n).padStart(2, '0'), hours: n < 20 ? [23] : [10] }));

  test('is no more than can be gone through in half an hour, for each municipality, with some that nobody could foresee', () => {
    const drawn = drawReview([...many, looked({ municipality: undefined, lot: 'z' })], '2026-02', AROUND);
    const here = drawn.filter(({ municipality }) => municipality === PLACE);
    expect(here).toHaveLength(MOST_SIGNS + BY_LOT);
    expect(here.filter((one) => one.signs.length > 0).length).toBeGreaterThanOrEqual(MOST_SIGNS);
    expect(drawn.filter(({ municipality }) => municipality === undefined), 'a case without a municipality is not forgotten').toHaveLength(1);
  });

  test('a surname is never crowded out by those who only worked late', () => {
    const drawn = drawReview([...many, looked({ fileId: file(1), lot: '99' })], '2026-02', AROUND);
    expect(drawn[0]).toMatchObject({ fileId: file(1), signs: ['same_name'] });
  });

  test('another month, and work without opening anything, is not in it', () => {
    expect(drawReview([looked({ day: on('2026-03-01') }), looked({ did: [{ kind: 'worked', right: 'granted' }] }), looked({ did: [{ kind: 'figures', right: 'leader' }] })], '2026-02', AROUND)).toEqual([]);
  });

  test('is of the month before once a week has passed, in Oslo, also across a year and a change of the clock, and due by the 21st', () => {
    expect(monthToDraw(instant('2026-01-07T22:59:00.000Z'), [])).toMatchObject({ month: '2025-11' });
    expect(monthToDraw(instant('2026-01-07T23:00:00.000Z'), [])).toEqual({ month: '2025-12', from: '2025-11-30T23:00:00.000Z', to: '2025-12-31T23:00:00.000Z' });
    expect(monthToDraw(instant('2026-04-09T08:00:00.000Z'), [])).toMatchObject({ month: '2026-03', from: '2026-02-28T23:00:00.000Z', to: '2026-03-31T22:00:00.000Z' });
  });

  test('a month in which the worker stood still is drawn before the next, and none twice: nobody’s looking is left out of the review', () => {
    const now = instant('2026-04-09T08:00:00.000Z');
    expect(['2025-12', '2026-02', '2026-03'].map((last) => monthToDraw(now, [last, '2025-11'])?.month)).toEqual(['2026-01', '2026-03', undefined]);
    expect(osloDay(reviewDue('2025-12'))).toBe('2026-01-22');
    expect(reviewDue('2026-02')).toBe('2026-03-21T23:00:00.000Z');
  });
});

describe('a leader’s word of a line', () => {
  const line = { verdict: 'FOLGES_OPP' as const, word: 'Snakker med enheten.', revision: 2 };
  test('is not written over by another leader who has not read it', () => {
    expect(decideMarked(line, { verdict: 'I_ORDEN', word: '', revision: 1 })).toMatchObject({ ok: false, code: 'review_changed' });
    expect(decideMarked(line, { verdict: 'I_ORDEN', word: '', revision: 2 })).toEqual({ ok: true, value: 'changed' });
  });
  test('sent twice, or said alike by two, is stored once', () => {
    expect(decideMarked(line, { verdict: 'FOLGES_OPP', word: 'Snakker med enheten.', revision: 1 })).toEqual({ ok: true, value: 'same' });
  });
  test('is asked for where somebody is to look into it', () => {
    expect(decideMarked({ verdict: null, word: undefined, revision: 1 }, { verdict: 'FOLGES_OPP', word: '', revision: 1 })).toMatchObject({ ok: false, fields: { word: 'review_word' } });
  });
});
