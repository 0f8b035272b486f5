import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compose, type Material } from '../../src/documents/compose.ts';
import { footOf, type Block, type Content } from '../../src/documents/content.ts';
import { contentsPage } from '../../src/documents/docx.ts';
import { REPORT_LAYOUT, sheetOf } from '../../src/documents/layout.ts';
import { month, type Month } from '../../src/documents/months.ts';
import { isWritten, listOf, planOf, type PartCode } from '../../src/documents/plan.ts';
import type { WrittenPart } from '../../src/documents/publication.ts';
import { roomOf, tooMuch } from '../../src/documents/room.ts';
import { reportTexts } from '../../src/documents/texts/report.ts';
import { asId } from '../../src/kernel/ids.ts';
import { LANGUAGES, type Lang } from '../../src/kernel/texts.ts';
import { day, instant, type Day } from '../../src/kernel/time.ts';
import type { Typesetter } from '../../src/kernel/typesetting/typesetter.ts';
import { outwardYear } from '../../src/statistics/year-words.ts';
import { builtTypesetter, structure, tagged } from '../support/typesetting.ts';

let setter: Typesetter;
beforeAll(() => { setter = builtTypesetter(); }, 60_000);
afterAll(() => setter.close());

const on = (text: string): Day => day(text) ?? expect.fail(text);
const at = (text: string): Month => month(text) ?? expect.fail(text);
const { text: most, rows, cell, lines } = roomOf('R11');

/** As much as anybody may write: paragraphs of broad words, and as many of them as there is room for. */
const LONG = Array.from({ length: rows }, () => 'Kommunene møtes om samarbeidet vårt. '.repeat(9).slice(0, Math.floor(most / rows) - 2)).join('\n\n');
const WORDS = 'Samarbeidsmøte med kommunene '.repeat(4).slice(0, cell);

function longest(kind: 'R10' | 'R11', lang: Lang): Material {
  const written = (code: PartCode): WrittenPart => {
    const part = planOf(kind).find((one) => one.code === code);
    const outreach = part !== undefined && listOf(part) === 'outreach';
    return { written: { text: LONG, lines: outreach ? Array.from({ length: lines }, (_, n) => ({ on: `2027-0${n + 1}-28`, channel: WORDS, what: WORDS, reached: '1000000' })) : [] }, revision: 1, carried: false, by: asId<'user'>('40000000-0000-4000-8000-000000000001'), at: instant('2028-02-20T08:00:00.000Z') };
  };
  const years = [2025, 2026, 2027, 2028].map((year) => ({ ...toldYear(year, lang), consultations: { few: true } as const }));
  const work: Material['work'] = { meetings: [{ on: on('2027-01-04'), roles: ['LEDER'] }], outreach: [{ on: on('2027-01-05'), kind: 'MOTE', reached: 1_000_000 }], courses: [{ on: on('2027-01-05'), theme: 'MELDE', group: 'LEGER', reached: 1_000_000 }], routines: [{ on: on('2027-01-05') }] };
  return {
    kind, lang, period: { from: at('2025-02'), to: at('2028-01') }, cutOff: on('2028-02-20'), version: 2, edition: 'YTRE', region: 'Nordfjella og Indre Sørvika', approved: { by: 'Sunniva Alexandra Nordmo-Brekken', on: on('2028-02-20') },
    parts: new Map(planOf(kind).filter(isWritten).map(({ code }) => [code, written(code)])), years, work, hours: [], internal: undefined, control: CONTROL,
  };
}

const CONTROL: readonly Block[] = [{ kind: 'table', caption: 'Internkontroll', heads: [{ text: 'Internkontroll', number: false }, { text: 'Antall', number: true }], rows: [['Avvik', '7']], sums: [] }];
const block = (key: 'status' | 'violence', codes: readonly string[]) => ({ key, total: { shown: 120 }, rows: codes.map((code, n) => ({ code, cell: { shown: 40 - n } })) });

/** A year of which everything may be shown. */
function toldYear(year: number, lang: Lang) {
  const cell = { shown: 120 };
  const breakdown = {
    fromYear: year, year, pace: undefined, overdue: undefined, movement: { start: { shown: 12 }, end: { shown: 18 } }, definitions: '2', received: cell, own: cell,
    blocks: [block('status', ['APEN', 'AVSLUTTET']), block('violence', ['FYSISK', 'PSYKISK', 'TRUSLER', 'LATENT', 'SEKSUELL', 'OKONOMISK', 'MATERIELL', 'OMSORGSSVIKT', 'NETT', 'PERSONFORFOLGELSE', 'AERESRELATERT', 'SOSIAL_KONTROLL'])],
  };
  return outwardYear({ year, waitsToBeCounted: false, breakdown }, '1. februar 2028', lang);
}

test('offentleglova § 3, § 14: a report is internal until it is approved, then public, and says so at the foot of each page', () => {
  const approved = compose(longest('R11', 'nb'));
  expect([approved.openness, compose({ ...longest('R11', 'nb'), approved: undefined }).openness]).toEqual(['OFFENTLIG', 'INTERNT']);
  expect(footOf(approved)).toMatch(/ · Offentlig$/);
  expect(footOf({ lang: 'nb', title: 'A', subtitle: 'B' }), 'one that was composed before reports were marked').toBe('A, B');
});

const pdfOf = async (kind: 'R10' | 'R11', lang: Lang) => setter.typeset({ source: REPORT_LAYOUT, data: JSON.stringify(sheetOf(compose(longest(kind, lang)), reportTexts[lang])), standard: 'ua-1' });

describe.each(LANGUAGES)('the two pages for steering group and council, in %s', (lang) => {
  test('are two, however much somebody writes and however many years they cover, and can be read by everybody', async () => {
    const bytes = await pdfOf('R11', lang);
    const pdf = await PDFDocument.load(bytes);
    expect(pdf.getPageCount()).toBeLessThanOrEqual(2);
    expect(structure(pdf).get('Table')).toBe(4);
    expect([tagged(pdf).marked, bytes.includes('pdfuaid')]).toEqual([true, true]);
  });
});

test('the internal edition that falls back to the public tables says so, and not why: whoever reads it would take them for the list (decision 0071)', () => {
  const note = (edition: 'INTERN' | 'YTRE', lang: Lang) => JSON.stringify(compose({ ...longest('R11', lang), edition }).blocks).includes(reportTexts[lang].publicInstead);
  for (const lang of LANGUAGES) expect([note('INTERN', lang), note('YTRE', lang)]).toEqual([true, false]);
  expect(JSON.stringify(compose({ ...longest('R10', 'nb'), edition: 'INTERN', years: [] }).blocks)).not.toContain(reportTexts.nb.publicInstead);
});

test('internal control can be read by everybody: it claims PDF/UA', async () => {
  const bytes = await pdfOf('R10', 'nb');
  expect([tagged(await PDFDocument.load(bytes)).marked, bytes.includes('pdfuaid')]).toEqual([true, true]);
});

test('a report of one page of text is one page: contents stand before the longer ones only', async () => {
  const pages = async (content: Content) => (await PDFDocument.load(await setter.typeset({ source: REPORT_LAYOUT, data: JSON.stringify(sheetOf(content, reportTexts.nb)), standard: 'ua-1' }))).getPageCount();
  const content = compose(longest('R10', 'nb'));
  const some = (n: number): Content => ({ ...content, blocks: Array.from({ length: n }, (_, at): Block => (at % 8 === 0 ? { kind: 'heading', level: 1, text: `Del ${at}`, listed: true } : { kind: 'text', text: 'Kommunene møtes om samarbeidet.' })) });
  expect([await pages(some(8)), await pages(some(90))]).toEqual([1, 4]);
  expect([some(8), some(90), { ...some(90), contents: null }].map(contentsPage), 'nor in Word, where one page is two at the most').toEqual([null, 'Innhold', null]);
});

test('more than two pages have room for is refused where it stands: too long, too many lines, too much in a cell', () => {
  expect(tooMuch('R11', { text: LONG, lines: [{ channel: WORDS }] })).toEqual({});
  expect(tooMuch('R11', { text: 'a'.repeat(most + 1), lines: [{ on: '2027-01-01' }, { channel: `${WORDS}!` }] })).toEqual({ text: 'too_long', '1-channel': 'too_long' });
  expect(tooMuch('R11', { text: 'a\n\n'.repeat(rows + 1), lines: [] })).toEqual({ text: 'too_many_lines' });
  expect(tooMuch('R1', { text: 'a'.repeat(most + 1), lines: [{ channel: `${WORDS}!` }] })).toEqual({});
});
