import { describe, expect, test } from 'vitest';
import { mayFetch, mayRead, mayWrite } from '../../src/documents/access.ts';
import { KIND } from '../../src/documents/codes.ts';
import { barPicture } from '../../src/documents/bar-picture.ts';
import { passagesIn, type Content } from '../../src/documents/content.ts';
import { lastDay, month, nextMonth, yearsOf, type Month } from '../../src/documents/months.ts';
import { placeholdersIn, spellingsIn } from '../../src/documents/placeholders.ts';
import { composeControl, type Control } from '../../src/documents/compose-control.ts';
import { withUnresolved } from '../../src/documents/compose.ts';
import { composeWork } from '../../src/documents/compose-work.ts';
import { composeMeetingDays, filledParts, knownLines, type Known } from '../../src/documents/known-lines.ts';
import { readLines } from '../../src/documents/lines.ts';
import { shownOfAll } from '../../src/statistics/control.ts';
import { namesIn, stopsIn, wordsOf } from '../../src/documents/naming.ts';
import { partOf, planOf, type PartCode } from '../../src/documents/plan.ts';
import { carriedOn } from '../../src/documents/next-year.ts';
import { decideApproval, isAfter, lacks, notApproving, readHead, type Written, type WrittenPart } from '../../src/documents/publication.ts';
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
    written: { text: one.text ?? '', lines: one.lines ?? [], notNames: one.notNames }, revision: 1, carried: one.carried === true, by: one.by ?? user(1), at: instant(one.at ?? '2027-05-01T08:00:00.000Z'),
  }]));
}
const NOBODY: ReadonlySet<string> = new Set();
const FULL = { KORT: { text: 'Vi har nådd flere.' }, UTFORDRINGER: { text: 'Få melder.' }, PLAN: { text: 'Flere møter.' } } as const;

describe('what stops a report from being published', () => {
  const [SHORT] = planOf('R11').filter(({ code }) => code === 'KORT');
  test.each([
    ['Vi fikk [Sett inn tall] saker.', '[Sett inn tall]'], ['Leder: XX', 'XX'], ['Se vedlegg xxx.', 'xxx'], [`Skriv mer. ${'TO'}${'DO'}`, `${'TO'}${'DO'}`], ['Plan:\n…', '…'], ['- ...', '- ...'], ['Dato: ____', '____'], ['Kjære [navn]', '[navn]'], ['Se [[hva]]', '[[hva]]'], ['Her: []', '[]'],
  ])('«%s» was left by a template (I14)', (text, found) => {
    expect(placeholdersIn(text)).toContain(found);
  });

  test.each(['Vi venter … og ser.', 'Plan for mai 2019 →', 'Se [1] og (XIX) i Xxenia.', 'Alle gjør sitt todo-møte'.replace('todo-', 'to '), 'Etter kl. 20.00 ... da ringer de.'])('«%s» was not', (text) => {
    expect(placeholdersIn(text)).toEqual([]);
  });

  test('is told of a placeholder once: its words are no names that somebody has to answer for, and a name beside it is', () => {
    expect(SHORT === undefined ? [] : namesIn(SHORT, { text: 'Vi traff [Sett inn dokumenttekst] Ola hjemme.', lines: [] }, new Set())).toEqual(['Ola']);
  });

  test('is named with its part: a placeholder also in a line, what is empty, what nobody has read through, what happened after the cut-off (I10)', () => {
    const written = parts({ KORT: { text: 'Vi har XX saker.' }, UTVIKLING: { lines: [{ on: '2027-06-01', channel: 'Avis', what: '[sett inn]', reached: '' }] }, UTFORDRINGER: { text: 'Få melder.', carried: true } });
    expect(lacks('R11', written, on('2027-05-15'), NOBODY)).toEqual([
      { part: 'KORT', code: 'PLACEHOLDER', found: 'XX' }, { part: 'UTVIKLING', code: 'PLACEHOLDER', found: '[sett inn]' }, { part: 'UTVIKLING', code: 'AFTER_CUT_OFF', found: '2027-06-01' },
      { part: 'UTFORDRINGER', code: 'CARRIED' }, { part: 'PLAN', code: 'EMPTY' },
    ]);
    expect(lacks('R11', parts(FULL), on('2027-05-15'), NOBODY)).toEqual([]);
  });

  test('is not how a name is spelled: that is told of alone, and not in an address (I17)', () => {
    expect(spellingsIn('Tryggest og BUFdir, TryggEst og Bufdir, www.tryggest.no/bufdir')).toEqual([{ found: 'Tryggest', right: 'TryggEst' }, { found: 'BUFdir', right: 'Bufdir' }]);
    expect(lacks('R11', parts({ ...FULL, KORT: { text: 'Tryggest.' } }), on('2027-05-15'), NOBODY)).toEqual([]);
  });
});

describe('own text names nobody', () => {
  const text = 'Vi fikk hjelp av Sunniva Moe i Fjordby. Lensmannen var med.';
  const known = wordsOf(['Fjordby kommune']);

  test('a word that may be a name stops the report until somebody has said that it is none, and names of the municipalities do not', () => {
    const named = parts({ ...FULL, KORT: { text } });
    expect(lacks('R11', named, on('2027-05-15'), known).map(({ code, found }) => [code, found])).toEqual([['NAME', 'Sunniva'], ['NAME', 'Moe'], ['NAME', 'Lensmannen']]);
    expect(lacks('R11', parts({ ...FULL, KORT: { text, notNames: ['Sunniva', 'Moe', 'Lensmannen'] } }), on('2027-05-15'), known)).toEqual([]);
    expect(lacks('R11', parts({ ...FULL, KORT: { text: 'Region Fjordby vokser. Kommunen Fjordby er størst.' } }), on('2027-05-15'), known), 'what a place is called by is no first name').toEqual([]);
    expect(carriedOn('R11', 'nb', parts({ KORT: { text, notNames: ['Moe'] } })).get('KORT')?.notNames).toEqual(['Moe']);
  });

  test('a national number, a phone number and an e-mail address are no words to answer for: they are named by their field, also in a line', () => {
    const [kort, utvikling] = [partOf('R11', 'KORT'), partOf('R11', 'UTVIKLING')];
    if (kort === undefined || utvikling === undefined) return expect.fail('R11 has these parts');
    expect(stopsIn(kort, { text: 'Ring 55 55 01 23.', lines: [] })).toEqual({ text: 'stop_phone' });
    expect(stopsIn(kort, { text: 'Nummer 010182 12345', lines: [] })).toEqual({ text: 'stop_number' });
    expect(stopsIn(utvikling, { text: '', lines: [{ on: '2027-01-01', channel: 'Avis', what: 'Skriv til noen@eksempel.no', reached: '55550123' }] })).toEqual({ '0-what': 'stop_email' });
    expect(lacks('R11', parts({ ...FULL, KORT: { text: 'Ring 55 55 01 23.' } }), on('2027-05-15'), NOBODY)).toEqual([{ part: 'KORT', code: 'NUMBER' }]);
  });
});

describe('internal control (R10)', () => {
  const told = (span: string, overdue: readonly { label: string; shown: string }[]) => ({ span, open: { start: undefined, end: undefined }, pace: [], overdue, countedAt: '1. februar', definitions: '1', later: undefined, numbers: [], tables: [], hidden: undefined, note: '', rules: [] });
  const five = { shown: 5 } as const;
  const few = { hidden: '<5' } as const;
  const NOTHING_COUNTED: Control = { years: [], control: { told: [], waits: [], more: true }, disclosures: { told: [], waits: [], more: true }, routines: { staff: 9, declared: shownOfAll(8, 9), drawn: 3, reviewed: 2 }, on: on('2027-02-03') };

  test('has a column for each year that stands, and says what is told later', () => {
    const blocks = composeControl({
      ...NOTHING_COUNTED, years: [{ year: 2024, waits: false, told: told('2024–2025', [{ label: 'Vurdert', shown: '6' }]) }, { year: 2025, waits: false, told: told('2024–2025', [{ label: 'Vurdert', shown: '6' }]) }, { year: 2026, waits: true, told: undefined }],
      control: { told: [{ year: 2024, of: { emergencies: few, breaches: { shown: 6 }, openBreaches: { hidden: 'for å verne personer' } } }, { year: 2025, of: { emergencies: five, breaches: { shown: 0 }, openBreaches: { shown: 0 } } }], waits: [2026], more: true },
      disclosures: { told: [{ year: 2024, of: [{ basis: 'SAMTYKKE', cell: { shown: 6 } }] }, { year: 2025, of: [{ basis: 'SAMTYKKE', cell: few }, { basis: 'FVL_13B_3', cell: five }] }], waits: [2026], more: true },
    }, 'nb');
    expect(blocks.flatMap((one) => (one.kind === 'table' ? [one.heads.slice(1).map(({ text }) => text), one.rows.map((row) => row.slice(1))] : []))).toEqual([
      ['2024', '2025'], [['færre enn 5', '5'], ['6', '0'], ['skjult for å verne personer', '0']], ['2024–2025'], [['6']], ['2024', '2025'], [['6', 'færre enn 5'], ['0', '5']], ['Antall'], [['3'], ['2'], ['1'], ['9'], ['skjult for å verne personer']],
    ]);
    expect(blocks.flatMap((one) => (one.kind === 'note' ? [one.text] : [])).filter((text) => text.includes('2026'))).toEqual(['Tallene for 2026 blir talt når rapporten sendes til godkjenning.']);
  });

  test('of a period in which no year is over, tells the routines alone, and that the rest comes when the year is over', () => {
    expect(composeControl(NOTHING_COUNTED, 'nb').map((one) => (one.kind === 'table' ? one.caption : one.kind === 'note' ? one.text.slice(0, 10) : one.kind))).toEqual(['Frister, n', 'Rutinene', 'Rutinene e']);
  });

  test('does not tell that one of the staff has not signed beside a sentence that says that such differences are hidden, and tells that all have', () => {
    const row = (declared: number) => composeControl({ ...NOTHING_COUNTED, routines: { ...NOTHING_COUNTED.routines, staff: 15, declared: shownOfAll(declared, 15) } }, 'nb').flatMap((one) => (one.kind === 'table' ? one.rows.slice(3).map((cells) => cells[1]) : []));
    expect([row(14), row(15)]).toEqual([['15', 'skjult for å verne personer'], ['15', '15']]);
  });

  test('says in a sentence that no deadline ran out, or that there are too few cases, and shows no table of hidden numbers', () => {
    const years = [{ year: 2024, waits: false, told: told('2024', []) }, { year: 2025, waits: false, told: undefined }];
    expect(composeControl({ ...NOTHING_COUNTED, years }, 'nb').flatMap((one) => (one.kind === 'text' ? [one.text] : []))).toEqual(['Ingen frister gikk ut i 2024.', 'Det er for få saker i 2025 til å vise tall uten at noen kan kjennes igjen.']);
  });
});

describe('who approves', () => {
  test('is nobody who is barred, and nobody before it was sent, or while something is missing, or once more', () => {
    expect(decideApproval('TIL_GODKJENNING', [], [user(1)], user(2))).toBeUndefined();
    expect(decideApproval('TIL_GODKJENNING', [], [user(1)], user(1))?.code).toBe('another_person_approves');
    expect(decideApproval('UNDER_ARBEID', [], [user(1)], user(2))?.code).toBe('not_sent');
    expect(decideApproval('TIL_GODKJENNING', [{ part: 'PLAN', code: 'EMPTY' }], [user(1)], user(2))?.code).toBe('not_ready');
    expect(decideApproval('FROSSET', [], [user(1)], user(2))?.code).toBe('already_frozen');
  });

  test('is nobody who wrote in it: a comma of a colleague’s makes nobody the reader of their own report', () => {
    const writings = [{ by: user(1), at: instant('2027-05-01T08:00:00.000Z') }, { by: user(2), at: instant('2027-05-02T08:00:00.000Z') }];
    expect(notApproving(writings, [user(1), user(2), user(3)])).toEqual([user(1), user(2)]);
    expect(notApproving(writings, [user(1), user(2)]), 'where nobody else is left, whoever did not write last').toEqual([user(2)]);
    expect(notApproving([...writings, { by: user(3), at: instant('2027-05-02T08:00:00.000Z') }], [user(1), user(2), user(3)]), 'two at the same moment are both the last').toEqual([user(2), user(3)]);
    expect(notApproving([], [user(1)])).toEqual([]);
  });

  test('coordinators and leaders write; the steering group reads what was approved and nothing else; a file is its asker’s alone', () => {
    const roles = ['KOORDINATOR', 'LEDER', 'STYRINGSGRUPPE', 'TEAMMEDLEM', 'MOTTAK', 'PERSONVERNOMBUD', 'SYSTEMADMIN', 'ARKIVAR'];
    expect(roles.filter((role) => mayWrite(person(1, role)).allow)).toEqual(['KOORDINATOR', 'LEDER']);
    expect(roles.filter((role) => mayRead(person(1, role), { state: 'FROSSET' }).allow)).toEqual(['KOORDINATOR', 'LEDER', 'STYRINGSGRUPPE']);
    expect(roles.filter((role) => mayRead(person(1, role), { state: 'TIL_GODKJENNING' }).allow)).toEqual(['KOORDINATOR', 'LEDER']);
    const own = { state: 'UNDER_ARBEID', edition: 'INTERN', kept: false, askedBy: user(1), lasts: true } as const;
    expect(mayFetch(person(1, 'LEDER'), { ...own, lasts: false })).toMatchObject({ allow: false, because: 'not_any_more' });
    expect([mayFetch(person(1, 'LEDER'), own), mayFetch(person(2, 'LEDER'), own), mayFetch(person(1, 'STYRINGSGRUPPE'), own)].map(({ allow }) => allow)).toEqual([true, false, false]);
    expect(mayFetch(person(3, 'STYRINGSGRUPPE'), { state: 'FROSSET', edition: 'YTRE', kept: true, askedBy: user(1), lasts: true }).allow).toBe(true);
  });
});

describe('a report of the next year', () => {
  test('begins with last year’s texts, its attachments not ready, and none of its meetings', () => {
    const before = parts({ ORGANISASJON: { text: 'Fire kommuner.' }, STYRINGSGRUPPEN: { lines: [{ on: '2026-05-01', group: 'STYRINGSGRUPPE', count: '6', themes: '' }] }, VEDLEGG: { lines: [{ name: 'Deltakere', status: 'FERDIG', place: 'Perm 1' }] }, PLAN: { text: '' } });
    expect([...carriedOn('R1', 'nb', before)]).toEqual([['ORGANISASJON', { text: 'Fire kommuner.', lines: [] }], ['VEDLEGG', { text: '', lines: [{ name: 'Deltakere', status: 'KOMMER', place: 'Perm 1' }] }]]);
  });

  test('keeps last year’s materials, courses and milestones, so that nobody types them again', () => {
    const [milestone, material, course] = [{ on: '2026-10-01', what: 'Klar til å ta imot saker' }, { name: 'Tiltakskort', note: '' }, { course: 'Fagdag', role: 'Ansatte', count: '12' }];
    const next = carriedOn('R1', 'nb', parts({ FREMDRIFT: { lines: [milestone] }, MATERIELL: { lines: [material] }, KOMPETANSE: { lines: [course] } }));
    expect([...next].map(([code, { lines }]) => [code, lines])).toEqual([['FREMDRIFT', [milestone]], ['MATERIELL', [material]], ['KOMPETANSE', [course]]]);
  });

  test('has last year’s budget in the column of its accounts, and what was used beyond the grant as a cost of this year (I4)', () => {
    const next = carriedOn('R1', 'nb', parts({
      OKONOMI: { text: 'Se vedlegg.', lines: [{ row: 'TILSKUDD', post: 'Midler', budget: '', actual: '860 000' }, { row: 'ANDRE', post: 'Alt', budget: '', actual: '863 370' }, { row: 'OVERFORT', post: 'Neste', budget: '', actual: '3 370' }] },
      BUDSJETT: { lines: [{ row: 'TILSKUDD', post: 'Midler', amount: '860 000', percent: '', months: '' }, { row: 'KOSTNAD', post: 'Koordinator', amount: '410 000', percent: '100', months: '8' }, { row: 'KOSTNAD', post: 'Annonser', amount: '40 000', percent: '', months: '' }, { row: 'SUM', post: 'Sum', amount: '450 000', percent: '', months: '' }] },
    }));
    expect(next.get('OKONOMI')?.text).toBe('Se vedlegg.');
    const read = readLines('accounts', next.get('OKONOMI')?.lines ?? []);
    expect(read.ok ? read.lines : read).toEqual([
      { row: 'TILSKUDD', post: 'Midler', budget: 86_000_000, actual: undefined }, { row: 'PERSONAL', post: 'Koordinator', budget: 41_000_000, actual: undefined }, { row: 'ANDRE', post: 'Annonser', budget: 4_000_000, actual: undefined },
      { row: 'ANDRE', post: 'Ført fra forrige periode', budget: undefined, actual: 337_000 },
    ]);
    expect(next.has('BUDSJETT')).toBe(false);
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

describe('what the product knows was done', () => {
  const meeting = (day: string, ...roles: string[]) => ({ on: on(day), roles });
  const work: Known['work'] = {
    meetings: [meeting('2026-03-02', 'KOORDINATOR', 'TEAMMEDLEM'), meeting('2026-09-01', 'TEAMMEDLEM', 'LEDER'), meeting('2027-01-11', 'KOORDINATOR')],
    outreach: [{ on: on('2026-04-01'), kind: 'KURS', reached: 40 }, { on: on('2027-02-14'), kind: 'KONFERANSE', reached: undefined }],
    courses: [{ on: on('2027-03-01'), theme: 'MELDE', group: 'HELSE_OMSORG', reached: 18 }], routines: [{ on: on('2027-05-01') }],
  };
  const known = (written: Parameters<typeof parts>[0] = {}): Known => ({ kind: 'R1', lang: 'nb', parts: parts(written), work });

  test('fills the team’s meetings year by year, with no theme, and what was done outwards: nobody types them again', () => {
    expect(knownLines({ code: 'TEAMET' }, known())).toEqual([{ on: '2026-09-01', group: 'TEAM', count: '2', themes: '' }, { on: '2027-01-11', group: 'TEAM', count: '1', themes: '' }]);
    expect(knownLines({ code: 'PROMOTERING' }, known())).toEqual([{ on: '2026-04-01', channel: 'Kurs', what: '', reached: '40' }, { on: '2027-02-14', channel: 'Konferanse', what: '', reached: '' }]);
    expect(knownLines({ code: 'STYRINGSGRUPPEN' }, known())).toEqual([]);
    expect([...filledParts(known())]).toEqual(['TEAMET', 'PROMOTERING', 'KOMPETANSE']);
    expect(knownLines({ code: 'KOMPETANSE' }, known())).toEqual([{ course: 'Å melde en bekymring', role: 'Helse- og omsorgstjenesten', count: '18' }]);
    expect(knownLines({ code: 'KOMPETANSE' }, known({ KOMPETANSE: { lines: [{ course: 'å melde en bekymring', role: '', count: '20' }] } }))).toEqual([]);
  });

  test('never changes what somebody wrote: their number of a year stands, and their line for a day, in whichever part it is', () => {
    const told = known({ TEAMET: { lines: [{ on: '2026-12-15', group: 'TEAM', count: '4', themes: 'Jus' }, { on: '2027-02-20', group: 'NETTVERK', count: '1', themes: '' }] }, FAGKONFERANSE: { lines: [{ on: '2027-02-14', channel: 'Fagkonferanse', what: '', reached: '102' }] } });
    expect(knownLines({ code: 'TEAMET' }, told).map((line) => line['on'])).toEqual(['2027-01-11']);
    expect(knownLines({ code: 'PROMOTERING' }, told).map((line) => line['on'])).toEqual(['2026-04-01']);
  });

  test('names days and what people work as, and nobody', () => {
    expect(composeMeetingDays(known())).toEqual([{ kind: 'facts', items: [{ term: 'Møtedager', values: ['2. mars 2026', '1. september 2026', '11. januar 2027'] }, { term: 'Hvem', values: ['Koordinator', 'Teammedlem', 'Leder'] }] }]);
    expect(composeMeetingDays({ ...known(), work: { meetings: [], outreach: [], courses: [], routines: [] } })).toEqual([]);
  });

  test('is enough for a part that must be filled, and a part that has neither is still missing', () => {
    expect(lacks('R1', new Map(), on('2027-05-15'), NOBODY).map(({ part }) => part)).toContain('TEAMET');
    expect(lacks('R1', new Map(), on('2027-05-15'), NOBODY, filledParts(known())).map(({ part }) => part)).not.toContain('TEAMET');
    expect(lacks('R1', new Map(), on('2027-05-15'), NOBODY, filledParts(known())).map(({ part }) => part)).toContain('STYRINGSGRUPPEN');
  });

  test('stands first in the two pages, year by year, with the consultations, of which few are not told', () => {
    expect(planOf('R11')[0]?.code).toBe('ARBEIDET');
    expect(composeWork({ lang: 'nb', work, told: [], years: [{ year: 2026, consultations: { shown: 7 } }, { year: 2027, consultations: { few: true } }] })[0]).toMatchObject({
      heads: [{}, { text: '2026' }, { text: '2027' }], rows: [['Møter i det operative teamet', '2', '1'], ['Ganger vi fortalte om tilbudet', '1', '1'], ['Kurs vi holdt', '0', '1'], ['Mennesker vi nådde', '40', '18'], ['Drøftinger', '7', 'færre enn 5'], ['Rutiner vedtatt', '0', '1']],
    });
  });

  test('agrees with what the same two pages tell further down: a council does not read «0 nådd» over a list of 336', () => {
    const told = (day: string, reached: number) => ({ on: on(day), channel: 'Stand', what: '', reached });
    const rows = composeWork({ lang: 'nb', work: { meetings: [], outreach: [], courses: [], routines: [] }, told: [told('2026-10-01', 240), told('2026-11-19', 96)], years: [{ year: 2026, consultations: { shown: 7 } }] })[0];
    expect(rows).toMatchObject({ rows: expect.arrayContaining([['Ganger vi fortalte om tilbudet', '2'], ['Mennesker vi nådde', '336']]) });
    // what the register knows of the same day is not counted again
    const both = composeWork({ lang: 'nb', work, told: [...work.outreach, ...work.courses].map((one) => told(one.on, one.reached ?? 0)), years: [{ year: 2026, consultations: { shown: 7 } }, { year: 2027, consultations: { few: true } }] })[0];
    expect(both).toMatchObject({ rows: expect.arrayContaining([['Ganger vi fortalte om tilbudet', '1', '1'], ['Mennesker vi nådde', '40', '18']]) });
  });
});

test('a draft on paper ends with how many comments wait, and in which parts: nobody approves what a colleague asked about without knowing; nothing of what they say stands there', () => {
  const draft: Content = { lang: 'nb', title: 'Rapport', subtitle: '', place: '', mark: null, about: [], contents: null, blocks: [{ kind: 'note', text: 'Ikke fylt ut.' }] };
  const about = { lang: 'nb', period: { from: at('2026-01'), to: at('2026-12') } } as const;
  expect(withUnresolved(draft, [], about)).toBe(draft);
  expect(withUnresolved(draft, ['PLAN', 'VEDLEGG', 'PLAN'], about).blocks.at(-1)).toEqual({ kind: 'remark', text: 'Utkast: 3 kommentarer er ikke løst (Plan for januar 2027 →, Vedlegg).' });
});
