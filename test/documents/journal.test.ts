import { describe, expect, test } from 'vitest';
import { headsOf, inOrder, journalCsv, JOURNALED, journalJson, periodFault, publicEntries, wordsOf, type JournalEntry } from '../../src/documents/journal.ts';
import { mayTakeJournal } from '../../src/documents/access.ts';
import { asId } from '../../src/kernel/ids.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { day, instant, type Day } from '../../src/kernel/time.ts';
import { OPENNESS } from '../../src/reports/codes.ts';
import { ROLE } from '../../src/staff/codes.ts';
import { NORDFJELLA } from '../support/world.ts';

const on = (text: string): Day => day(text) ?? expect.fail(text);

function journaled(change: Partial<JournalEntry> = {}): JournalEntry {
  return { id: '2026-K7QF3M/J12', belongsTo: '2026-K7QF3M', what: 'BREV', title: 'Innkalling til samtale', party: 'Borghild Lian', on: on('2026-03-02'), registeredAt: instant('2026-03-03T08:00:00.000Z'), openness: 'TAUSHETSPLIKT', ...change };
}
const REPORT = journaled({ id: 'R1-2025-01-2025-12-v1', belongsTo: '', what: 'RAPPORT', title: 'Årsrapport', party: 'Nordfjella', openness: 'OFFENTLIG' });
const FILE = { lang: 'nb', region: 'Nordfjella', municipality: 'Fjordby', from: on('2026-03-01'), to: on('2026-03-31'), madeAt: instant('2026-04-01T08:00:00.000Z') } as const;

describe('arkivforskrifta § 15: an entry of the journal', () => {
  test('has an identifier that people read, what it belongs to, what it is, the other party, its day and when it was registered', () => {
    expect(wordsOf(journaled(), 'nb')).toEqual(['2026-K7QF3M/J12', 'Ut', '2026-K7QF3M', 'Dokument fra sak: Innkalling til samtale', 'Borghild Lian', '2026-03-02', '2026-03-03T08:00:00.000Z', OPENNESS.label('TAUSHETSPLIKT', 'nb')]);
    expect(wordsOf(journaled({ what: 'MELDING', title: undefined, party: undefined }), 'nb').slice(1, 5)).toEqual(['Inn', '2026-K7QF3M', 'Bekymringsmelding', 'Står i saken']);
    for (const lang of LANGUAGES) for (const what of JOURNALED) expect(wordsOf(journaled({ what }), lang)).toHaveLength(headsOf(lang).length);
  });
  test('stands in the order in which it was registered', () => {
    expect(inOrder([journaled({ id: 'b' }), journaled({ id: 'c', registeredAt: instant('2026-03-01T08:00:00.000Z') }), journaled({ id: 'a' })]).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
  test('is in a file that a machine reads (RFC 4180, JSON), and no cell of it is run as a formula', () => {
    expect(journalCsv({ lang: 'nb', entries: [journaled({ party: '=HYPERLINK("http://x")', title: 'A, "B"' })] })).toBe(`${headsOf('nb').join(',')}\r\n2026-K7QF3M/J12,Ut,2026-K7QF3M,"Dokument fra sak: A, ""B""","'=HYPERLINK(""http://x"")",2026-03-02,2026-03-03T08:00:00.000Z,"${OPENNESS.label('TAUSHETSPLIKT', 'nb')}"\r\n`);
    expect(JSON.parse(journalJson({ ...FILE, edition: 'intern', entries: [journaled()] }))).toMatchObject({ format: 'voksenvern-journal', municipality: 'Fjordby', openness: OPENNESS.label('TAUSHETSPLIKT', 'nb'), entries: [{ id: '2026-K7QF3M/J12', party: 'Borghild Lian' }] });
  });
});

describe('arkivforskrifta § 14, § 15: the public journal', () => {
  test('leaves out whole every entry that is exempt, and what stays is what is public', () => {
    const exempt = OPENNESS.codes.filter((code) => code !== 'OFFENTLIG').map((openness) => journaled({ openness }));
    expect(publicEntries([...exempt, REPORT])).toEqual([REPORT]);
  });
  test('reads the same whether one was left out, or a hundred, or none: of a small municipality the number alone would tell', () => {
    const file = (left: number) => journalJson({ ...FILE, edition: 'offentlig', entries: publicEntries([...Array.from({ length: left }, () => journaled()), REPORT]) });
    expect(new Set([0, 1, 100].map(file)).size).toBe(1);
    expect(file(1)).not.toMatch(/K7QF3M|Borghild/);
  });
});

test('a period is at most a year, from one day to a later one', () => {
  expect(periodFault(on('2026-01-01'), on('2026-12-31'))).toBeUndefined();
  expect(periodFault(on('2026-03-01'), on('2027-02-28'))).toBeUndefined();
  expect(periodFault(on('2026-03-01'), on('2027-03-01'))).toBe('journal_long');
  expect(periodFault(on('2026-03-02'), on('2026-03-01'))).toBe('journal_order');
});

test('whoever keeps the archive takes it out, and nobody else', () => {
  const may = ROLE.codes.filter((role) => mayTakeJournal({ kind: 'person', regionId: NORDFJELLA, userId: asId<'user'>('20000000-0000-4000-8000-000000000001'), roles: [role], municipalityId: undefined, signedInAt: instant('2026-01-05T08:00:00.000Z') }, []).allow);
  expect(may).toEqual(['ARKIVAR']);
});
