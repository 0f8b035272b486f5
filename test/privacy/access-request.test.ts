import { describe, expect, test } from 'vitest';
import { decideAnswer, decideExtension, dueOf, dueOn, duesFor, isReserves, keptLongEnough, lettersWaitFor, stillToLook, usualDecision, usualFor, usualLetter, type AccessRequest, type Lookers, type WaitingRequest } from '../../src/privacy/access-request.ts';
import { GROUND, GROUND_LAW, LETTER, REQUESTER } from '../../src/privacy/codes.ts';
import { requestsForYou } from '../../src/privacy/pages/turn.ts';
import { accessLetter, extensionLetter, letterOf, neitherLetter, type Access } from '../../src/privacy/letter.ts';
import { asId } from '../../src/kernel/ids.ts';
import { LANGUAGES, type Lang } from '../../src/kernel/texts.ts';
import { day, instant, type Day } from '../../src/kernel/time.ts';
import { isSameName, piecesFor } from '../../src/privacy/reporter.ts';
import { OPENNESS } from '../../src/reports/codes.ts';

const NOW = instant('2026-03-02T08:00:00.000Z');

const on = (text: string): Day => day(text) ?? (() => { throw new Error(text); })();
const asked = (change: Partial<AccessRequest> = {}): AccessRequest => ({
  requester: 'PERSONEN', name: 'Liv Sande', about: 'Liv Sande', asks: 'Alt', reach: 'Dagsenteret', identity: 'LEGITIMASJON', identityHow: '', nothingFound: false, advice: undefined, answer: undefined, ...change,
});
const READY = { linked: true, decided: true };

test('GDPR art. 12 nr. 3: the answer is due one month after the request came, and the last of January is answered in February', () => {
  expect(dueOn(on('2026-03-02'))).toBe('2026-04-02');
  expect(dueOn(on('2026-01-31'))).toBe('2026-02-28');
  expect(dueOn(on('2025-12-15'))).toBe('2026-01-15');
  expect(dueOf({ received_on: on('2026-03-02') }, { extended: undefined }), 'and a request that waits has that day').toBe('2026-04-02');
});

test('a request that waits stands on the day of those who answer it from a week before its last day; a leader, who was told of it on that day, then finds one line that opens nothing', () => {
  const [me, other] = [asId<'user'>('10000000-0000-4000-8000-000000000001'), asId<'user'>('10000000-0000-4000-8000-000000000002')];
  const caseId = asId<'file'>('20000000-0000-4000-8000-000000000001');
  const waits = (due: string, change: Partial<WaitingRequest> = {}): WaitingRequest => ({ requestId: due, registeredAt: NOW, due: on(due), files: [], named: [], toLook: [], ...change });
  const [soon, far] = [waits('2026-04-02'), waits('2026-04-20')];
  const find = (some: readonly WaitingRequest[], answers: boolean, today: string, out: readonly (typeof caseId)[] = []) => duesFor(some, { userId: me, answers, out }, on(today));
  expect(find([soon, far], true, '2026-03-26')).toEqual({ lines: [{ requestId: '2026-04-02', due: '2026-04-02' }], overdue: undefined });
  expect(find([soon, far], false, '2026-04-01')).toEqual({ lines: [], overdue: undefined });
  expect(find([soon, far], false, '2026-04-02').overdue).toBe('2026-04-02');
  // fvl § 6: nothing of what names them, and a leader nothing of a case they are left out of; for whoever answers, that would tell that there is one (decision 0076)
  expect(find([waits('2026-04-02', { named: [me] })], false, '2026-04-02').overdue).toBeUndefined();
  expect(find([waits('2026-04-02', { named: [me] })], true, '2026-04-02').lines).toEqual([]);
  expect(find([waits('2026-04-02', { named: [other], files: [caseId] })], false, '2026-04-02').overdue).toBe('2026-04-02');
  expect(find([waits('2026-04-02', { files: [caseId] })], false, '2026-04-02', [caseId]).overdue).toBeUndefined();
  expect(find([waits('2026-04-02', { files: [caseId] })], true, '2026-04-02', [caseId]).lines).toHaveLength(1);
  expect(find([waits('2026-04-20', { toLook: [me] })], true, '2026-03-02').lines, 'who has to look before «we found nothing» finds it at once').toHaveLength(1);
  // the reserve, who finds no other: what waits for them to look at once, and of the rest that it waits
  expect(find([far, waits('2026-04-21', { toLook: [me] })], false, '2026-04-20')).toEqual({ lines: [{ requestId: '2026-04-21', due: '2026-04-21' }], overdue: '2026-04-20' });
  const line = requestsForYou({ lines: [], overdue: on('2026-04-02'), today: on('2026-04-03'), now: instant('2026-04-03T08:00:00+02:00') }, 'nb')[0];
  expect([line?.href, line?.reason]).toEqual([undefined, 'Fristen er ute. Spør koordinatoren eller arkivaren om noen svarer.']);
});

test('fvl § 19: the reporter is masked for everybody but themselves, the person too', () => {
  for (const requester of REQUESTER.codes.filter((one) => one !== 'MELDER')) expect(usualDecision(requester, 'REPORTER')).toEqual({ give: false, ground: 'FVL_19_2_B' });
});

test('popplyl § 16: the suspected abuser gets nothing about the person unless somebody decides otherwise, and nor do next of kin', () => {
  for (const requester of ['MISTENKT', 'PARORENDE', 'ANNEN'] as const) {
    for (const kind of ['TOLD', 'WORK', 'SUSPECT', 'POLICE'] as const) expect(usualDecision(requester, kind)).toEqual({ give: false, ground: 'POPPLYL_16_D' });
    expect(usualLetter(asked({ requester }))).toBe('VERKEN_ELLER');
  }
  expect(usualDecision('PERSONEN', 'TOLD')).toEqual({ give: true });
});

test('GDPR art. 12 nr. 6: whoever is not known to be who they say is told neither yes nor no', () => {
  for (const identity of ['IKKE_SJEKKET', 'KUNNE_IKKE'] as const) {
    expect(usualLetter(asked({ identity }))).toBe('VERKEN_ELLER');
    expect(decideAnswer(asked({ identity }), 'INNSYN', READY)).toMatchObject({ code: 'identity_not_checked' });
  }
});

test('that there is nothing is told to nobody but the person, and only where somebody has looked', () => {
  expect(decideAnswer(asked({ requester: 'PARORENDE', nothingFound: true }), 'INGENTING', { linked: false, decided: false })).toMatchObject({ code: 'letter_not_for_them' });
  expect(decideAnswer(asked(), 'INGENTING', { linked: false, decided: false })).toMatchObject({ code: 'nobody_looked' });
  expect(decideAnswer(asked({ nothingFound: true }), 'INGENTING', { linked: false, decided: false })).toMatchObject({ ok: true });
  expect(decideAnswer(asked({ nothingFound: true }), 'INGENTING', READY)).toMatchObject({ code: 'case_was_linked' });
});

test('GDPR art. 15: «we found nothing» waits for every coordinator and last for the reserve, the same ones whatever there is: what is hidden from one of them another has, and nobody is told by who is asked', () => {
  const [one, two, reserve] = [1, 2, 3].map((at) => asId<'user'>(`40000000-0000-4000-8000-00000000000${at}`));
  if (one === undefined || two === undefined || reserve === undefined) throw new Error('three ids');
  const team: Lookers = { coordinators: [one, two], reserve: undefined, named: [], away: [] };
  const waiting = (change: Partial<AccessRequest>, named: readonly (typeof one)[] = [], more: Partial<Lookers> = {}) => stillToLook(asked(change), { ...team, named, ...more });
  expect(waiting({ nothingFound: true, looked: [one] })).toEqual([two]);
  expect(waiting({ nothingFound: true })).toEqual([one, two]); // kept from before anybody was written down
  expect([waiting({}), waiting({ nothingFound: true, looked: [one, two] }), waiting({ nothingFound: true, looked: [one] }, [two]), waiting({ nothingFound: true, requester: 'MELDER' })]).toEqual([[], [], [], []]);
  expect(waiting({ nothingFound: true, looked: [one] }, [], { away: [two] }), 'nor for somebody who is away until after the last day').toEqual([]);
  const last = (change: Partial<AccessRequest>, more: Partial<Lookers> = {}) => waiting({ nothingFound: true, ...change }, [], { reserve, ...more });
  expect([last({ looked: [one] }), last({ looked: [one, two] }), last({ looked: [one] }, { away: [two, reserve] }), last({ looked: [one, two], requester: 'MELDER' })], 'the reserve is not given what another may still find').toEqual([[two], [reserve], [reserve], []]);
  expect([last({ looked: [one, two, reserve] }), last({ looked: [one, two] }, { named: [reserve] })]).toEqual([[], []]);
  const says = (toLook: readonly (typeof one)[], elsewhere = false) => decideAnswer(asked({ nothingFound: true }), 'INGENTING', { linked: false, decided: false, waits: lettersWaitFor(toLook, elsewhere) });
  expect(says([two])).toMatchObject({ code: 'others_look_first' });
  expect(says([])).toMatchObject({ ok: true });
  // whoever found it and linked it has been shut out since, or left out of it: nobody may read or print an untrue letter for that
  expect([says([], true), lettersWaitFor([], true), lettersWaitFor([one, two], true)]).toMatchObject([{ code: 'others_look_first' }, 1, 2]);
});

test('the reserve finds the request that waits for them, or that they have looked in, until another has answered it: every request beside those would be data that they have no need of', () => {
  const [reserve, kari] = [asId<'user'>('40000000-0000-4000-8000-000000000003'), asId<'user'>('40000000-0000-4000-8000-000000000001')];
  const answer = (by: typeof kari) => ({ letter: 'INNSYN', by, how: '', text: undefined }) as const;
  const lookedOn = { [reserve]: on('2026-03-02') };
  expect([isReserves(asked(), [reserve], reserve), isReserves(asked({ lookedOn }), [], reserve), isReserves(asked({ lookedOn, answer: answer(reserve) }), [], reserve)]).toEqual([true, true, true]);
  expect([isReserves(asked(), [kari], reserve), isReserves(asked({ lookedOn, answer: answer(kari) }), [], reserve)]).toEqual([false, false]);
});

test('nothing is given before every piece is decided, and no request is answered twice', () => {
  expect(decideAnswer(asked(), 'INNSYN', { linked: true, decided: false })).toMatchObject({ code: 'passages_undecided' });
  expect(decideAnswer(asked(), 'INNSYN', READY)).toMatchObject({ ok: true });
  const answer = { letter: 'INNSYN', by: asId<'user'>('40000000-0000-4000-8000-000000000001'), how: '', text: undefined } as const;
  expect(decideAnswer(asked({ answer }), 'VERKEN_ELLER', READY)).toMatchObject({ code: 'already_answered' });
});

const about = (change: Partial<Access> = {}): Access => ({ region: 'Voksenvern Nordfjella', lang: 'nb', requester: 'PERSONEN', owner: 'Fjordby', pieces: PIECES, decisions: {}, ...change });
const PIECES = [{ id: '1', words: { title: 'Sak opprettet', lines: ['Hun er redd.'] } }, { id: '1m', words: { title: 'Den som meldte', lines: ['Gro Fjeld'] } }];

test('the letter that neither confirms nor denies has the same words whether or not there is a case', () => {
  for (const lang of LANGUAGES) {
    const none = letterOf('VERKEN_ELLER', { region: 'Voksenvern Nordfjella', lang });
    expect(letterOf('VERKEN_ELLER', about({ lang, decisions: { 1: { give: true } } }))).toBe(none);
    expect(none).toBe(neitherLetter('Voksenvern Nordfjella', lang));
    expect(none).toMatch(/16/);
  }
});

test('every letter says what it is exempt by, and each the same: another mark would tell that there is something to exempt', () => {
  const marks = (lang: Lang) => LETTER.codes.map((kind) => letterOf(kind, about({ lang, decisions: { 1: { give: true } } })).split('\n')[0]);
  for (const lang of LANGUAGES) expect(new Set(marks(lang))).toEqual(new Set([OPENNESS.label('TAUSHETSPLIKT', lang)]));
});

test('popplyl § 16 third paragraph: what is withheld is counted with its precise ground, and not a word of it is told', () => {
  const letter = accessLetter(about({ decisions: { 1: { give: true }, '1m': { give: false, ground: 'FVL_19_2_B' } } }));
  expect(letter).toContain('Hun er redd.');
  expect(letter).not.toContain('Gro Fjeld');
  expect(letter).not.toContain('Den som meldte\n');
  expect(letter).toContain('forvaltningsloven § 19 andre ledd bokstav b');
  expect(letter).toContain('Datatilsynet');
  for (const ground of GROUND.codes) expect(accessLetter(about({ decisions: { 1: { give: false, ground } } }))).toContain(GROUND_LAW[ground]);
});

test('popplyl § 16 second paragraph: what is withheld for the person’s health may be shown to a representative, and the letter says so', () => {
  expect(accessLetter(about({ decisions: { 1: { give: false, ground: 'POPPLYL_16_C' } } }))).toContain('representant');
});

test('a piece that nobody decided about is withheld', () => {
  expect(accessLetter(about())).not.toContain('Hun er redd.');
});

test('arkivforskrifta § 3: an answered request that no case holds is kept for as many whole calendar years as the region has decided, and no longer', () => {
  expect(keptLongEnough(on('2027-12-31'), 1)).toBe('2026-01-01');
  expect(keptLongEnough(on('2028-01-01'), 1), 'what was answered in 2026 goes in 2028').toBe('2027-01-01');
  expect(keptLongEnough(on('2028-01-01'), 3)).toBe('2025-01-01');
});

test('a file that is given goes along with the letter', () => {
  const pieces = [{ id: 'f', words: { title: 'Vedlegg 1', lines: ['Bilde'] }, enclosed: true }];
  expect(accessLetter(about({ pieces, decisions: { f: { give: true } } }))).toContain('Filen følger med dette brevet.');
  expect(accessLetter(about({ pieces, decisions: { f: { give: false, ground: 'FVL_19_2_B' } } }))).not.toContain('Filen følger');
});

test('GDPR art. 4 nr. 7: a letter says which municipality it answers for, or that nobody knows which it is', () => {
  expect(accessLetter(about())).toContain('Fjordby er behandlingsansvarlig');
  expect(accessLetter(about({ owner: undefined }))).toContain('ikke avklart');
});

test('popplyl § 16 d: «we found nothing» is true of whoever is suspected in somebody else’s case, too, and has the same words for all', () => {
  for (const lang of LANGUAGES) {
    const letter = letterOf('INGENTING', { region: 'Voksenvern Nordfjella', lang });
    expect(letter).not.toMatch(/behandler ingen|behandlar ingen|process no/);
    expect(letter).toMatch(/16/);
    const given = accessLetter(about({ lang }));
    expect(letter.split('\n\n').filter((part) => given.includes(part) && part.includes('16')), 'and so in a letter that gives access').toHaveLength(1);
  }
});

describe('GDPR art. 15: whoever reported', () => {
  const reporter = (change: Partial<AccessRequest> = {}) => asked({ requester: 'MELDER', name: 'Mona Kvamme', about: 'Mona Kvamme', ...change });

  test('gets what they gave themselves, and nothing of what came of it is a piece, so that no number tells of it', () => {
    const all = (['TOLD', 'REPORTER', 'SUSPECT', 'THEIRS', 'OURS', 'FILE', 'WORK', 'POLICE'] as const).map((kind) => ({ id: kind, at: NOW, type: 'ReportArrived' as const, kind, said: [] }));
    expect(piecesFor('MELDER', all, false).map(({ kind }) => kind)).toEqual(['TOLD', 'REPORTER', 'SUSPECT', 'THEIRS', 'FILE']);
    expect(usualDecision('MELDER', 'THEIRS')).toEqual({ give: true });
    expect(usualFor('MELDER', { kind: 'REPORTER', covered: true }), 'but a name that is covered').toMatchObject({ give: false });
    expect(piecesFor('PERSONEN', all, true).map(({ kind }) => kind), 'a report of several people is to the person of others, too').not.toContain('TOLD');
  });

  test('is answered with it once we know who they are, and never told that there is nothing', () => {
    expect(usualLetter(reporter())).toBe('INNSYN');
    expect(usualLetter(reporter({ identity: 'KUNNE_IKKE' }))).toBe('VERKEN_ELLER');
    expect(decideAnswer(reporter(), 'INNSYN', READY)).toMatchObject({ ok: true });
    expect(decideAnswer(reporter({ nothingFound: true }), 'INGENTING', { linked: false, decided: false })).toMatchObject({ code: 'letter_not_for_them' });
  });

  test('of a report without a name is whoever has the code, and the code shows nobody else who they are', () => {
    expect(decideAnswer(reporter(), 'INNSYN', { ...READY, nameless: true })).toMatchObject({ code: 'only_by_code' });
    expect(decideAnswer(reporter({ identity: 'KODE' }), 'INNSYN', { ...READY, nameless: true })).toMatchObject({ ok: true });
    expect(decideAnswer(asked({ identity: 'KODE' }), 'INNSYN', READY)).toMatchObject({ code: 'code_not_for_them' });
  });

  test('hears in the letter nothing of the case', () => {
    const letter = accessLetter(about({ requester: 'MELDER', decisions: { 1: { give: true }, '1m': { give: true } } }));
    expect(letter).toContain('det du selv har gitt oss');
    expect(letter).not.toMatch(/vold og overgrep mot deg|får du ikke se/);
  });

  test('is shown to whoever handles it only where it is the name that they have said', () => {
    expect([isSameName('Mona  Kvamme', 'mona kvamme'), isSameName('Mona Kvamme', 'Mona K'), isSameName('', ''), isSameName(undefined, 'Mona')]).toEqual([true, false, false, false]);
  });
});

describe('GDPR art. 12 nr. 3: an answer that takes longer', () => {
  const later = { reason: 'MANGE_KRAV', toldOn: on('2026-03-20'), receivedOn: on('2026-03-02'), today: on('2026-03-20'), linked: false } as const;

  test('is due three months after the request came, once they were told so within the first', () => {
    expect(decideExtension(asked(), later)).toMatchObject({ ok: true });
    const extended = { reason: 'MANGE_KRAV', toldOn: later.toldOn, how: '', by: asId<'user'>('40000000-0000-4000-8000-000000000001'), text: '' } as const;
    expect(dueOf({ received_on: on('2025-11-30') }, {})).toBe('2025-12-30');
    expect(dueOf({ received_on: on('2025-11-30') }, { extended })).toBe('2026-02-28');
    expect(decideExtension(asked({ extended }), later)).toMatchObject({ code: 'already_extended' });
    expect(decideExtension(asked(), { ...later, toldOn: on('2026-04-02'), today: on('2026-04-02') })).toMatchObject({ ok: true });
    expect(decideExtension(asked(), { ...later, toldOn: on('2026-04-03'), today: on('2026-04-03') })).toMatchObject({ code: 'month_is_over' });
    expect(decideExtension(asked(), { ...later, toldOn: on('2026-03-21') })).toMatchObject({ fields: { toldOn: 'not_between' } });
  });

  test('popplyl § 16 d: has a reason that tells of something only for whoever is to be given something', () => {
    expect(decideExtension(asked(), { ...later, reason: 'SAMMENSATT', linked: true })).toMatchObject({ ok: true });
    for (const [request, linked] of [[asked(), false], [asked({ requester: 'MISTENKT' }), true], [asked({ identity: 'KUNNE_IKKE' }), true]] as const) {
      expect(decideExtension(request, { ...later, reason: 'SAMMENSATT', linked })).toMatchObject({ code: 'reason_tells' });
      expect(decideExtension(request, { ...later, linked })).toMatchObject({ ok: true });
    }
    expect(extensionLetter({ region: 'R', lang: 'nb' }, 'MANGE_KRAV', on('2026-06-02'))).toMatch(/2\. juni 2026[^]*mange krav/);
  });
});
