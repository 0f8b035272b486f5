import { randomUUID } from 'node:crypto';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PDFDocument } from '@cantoo/pdf-lib';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMeeting } from '../../src/cases/commands/meeting.ts';
import { approvePublication, sendForApproval } from '../../src/documents/commands/approve.ts';
import { beginPublication, correctPublication } from '../../src/documents/commands/begin.ts';
import { askForFile, makeDocuments } from '../../src/documents/commands/files.ts';
import { commentPart, writePart } from '../../src/documents/commands/write.ts';
import { sayWritingPart } from '../../src/documents/commands/writing.ts';
import { contentsOf, type Block, type Content } from '../../src/documents/content.ts';
import { publicationList } from '../../src/documents/queries/list.ts';
import { PartPage } from '../../src/documents/pages/part-page.tsx';
import { openPart, openPublication, publicationFile, type OpenPublication } from '../../src/documents/queries/open.ts';
import { openContent } from '../../src/documents/commands/sealed.ts';
import { getSealed } from '../../src/documents/store.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { systemChance } from '../../src/kernel/ids.ts';
import { addMs, instant } from '../../src/kernel/time.ts';
import { typesetter } from '../../src/kernel/typesetting/typesetter.ts';
import { saveHours } from '../../src/statistics/commands/hours.ts';
import { addOutreach, removeOutreach } from '../../src/statistics/commands/outreach.ts';
import { saveFact } from '../../src/statistics/store.ts';
import { keepOverdue } from '../../src/statistics/store/overdue.ts';
import { asking } from '../reports/reception-fixtures.tsx';
import { fact } from '../statistics/facts.ts';
import { sender, type Sender } from '../support/submissions.ts';
import { structure, tagged } from '../support/typesetting.ts';
import { newWorld, NORDFJELLA, type World } from '../support/world.ts';
import { internalControl } from './publications-control.ts';
import { internalEdition } from './publications-internal.ts';
import { tables, under } from './report-parts.ts';
import { does, livesOfTheSource } from './source-cases.ts';
import { EXPECTED, EXPECTED_OUTSIDE } from './source-expected.ts';
import { writesTheReport, WRITTEN } from './source-report.ts';

let world: World;
let from: Sender;
let kari: Person;
let leif: Person;
let stine: Person;
let publicationId: string;
let superuser: pg.Client;

const ok = <I, F, R>(useCase: UseCase<I, F, R>, by: Person, input: unknown): Promise<R> => does(world, useCase, by, input);
const code = async <I, F, R>(useCase: UseCase<I, F, R>, by: Person, input: unknown): Promise<string> => {
  const outcome = await world.house.door.enter(useCase, by, input);
  return outcome.ok ? 'done' : outcome.code;
};
const opened = (by = kari, id = publicationId): Promise<OpenPublication> => ok(openPublication, by, { publicationId: id });
const made = async (): Promise<void> => makeDocuments((await world.worker()).door, NORDFJELLA);

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
  [kari, leif, stine] = [await world.person('kari'), await world.person('leif'), await world.person('stine')];
  superuser = await world.superuser();
  await livesOfTheSource({ world, from, kari, even: await world.person('even') });
  world.clock.now = instant('2027-05-15T10:00:00.000Z');
  publicationId = await writesTheReport(world, kari);
});
afterAll(async () => {
  typesetter().close();
  await from.close();
  await world.close();
});

const facts = (blocks: readonly Block[]) => blocks.flatMap((one) => (one.kind === 'facts' ? one.items : []));

/** What stands under each heading of the contents page, in their order; spaces as one types them. */
function byHeading({ blocks }: Content): Record<string, Block[]> {
  const parts: Record<string, Block[]> = {};
  let own: Block[] = [];
  for (const block of JSON.parse(JSON.stringify(blocks).replaceAll('\u00a0', ' ')) as Block[]) { // the same blocks
    if (block.kind === 'heading' && block.listed) own = parts[block.text] = [];
    else own.push(block);
  }
  return parts;
}

async function internal(): Promise<{ readonly content: Content; readonly outputId: string }> {
  const outputId = randomUUID();
  await ok(askForFile, kari, { publicationId, newId: outputId, edition: 'INTERN', format: 'pdf' });
  const content = await world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => openContent(ctx, outputId, (await getSealed(ctx.tx, NORDFJELLA, outputId)).sealed_content).content);
  return { content, outputId };
}

describe('the report of the source, part by part', () => {
  test('has its contents page, heading by heading', async () => {
    expect(contentsOf((await opened()).content).map(({ level, text }) => `${level} ${text}`)).toEqual([
      '1 Om arbeidet', '2 Organisasjon', '2 Fremdrift', '1 Hva er gjort?', '2 Styringsgruppen', '2 Operativt team', '2 Promotering', '2 Materiell', '2 Meldesystem', '2 Journalsystem', '2 Informasjon til kommunene', '2 Fagkonferanse',
      '1 Krisesentertilbudet til sårbare grupper', '1 Kompetanseheving', '1 Resultater', '2 Statistikk 2026', '2 Statistikk 2027', '2 Utfordringer', '2 Ideer til forbedringer', '1 Økonomisk oversikt mars 2026–april 2027', '1 Plan for mai 2027 →', '1 Vedlegg',
    ]);
  });

  test('says under each heading what the source says: every text, theme, case, count, line of money and attachment, and nothing else', async () => {
    const { content } = await internal();
    expect([content.mark, content.openness]).toEqual(['Internt – enkeltpersoner kan kjennes igjen', 'TAUSHETSPLIKT']);
    expect(byHeading(content)).toEqual(EXPECTED);
  });

  test('says the same to others, but of so few cases one sentence, and shows no table of hidden numbers', async () => {
    const { content } = await opened();
    expect(content.blocks[0]).toEqual({ kind: 'note', text: 'Perioden slutter 30. april 2027. Det som er merket «etter perioden», hendte senere, og er fortalt fram til 15. mai 2027.' });
    expect(byHeading(content)).toEqual(EXPECTED_OUTSIDE);
    expect(JSON.stringify(content)).not.toMatch(/<5|færre enn 5/);
    expect(content.mark).toBeNull();
  });
});

describe('what is written', () => {
  test('is never overwritten by a colleague who had not seen it, and the same form twice is one saving', async () => {
    const part = { publicationId, part: 'MELDESYSTEM', revision: '1', text: 'Ny tekst.', lines: [] };
    expect(await code(writePart, leif, part)).toBe('done');
    expect(await code(writePart, leif, part)).toBe('done');
    expect(await code(writePart, kari, { ...part, text: 'Min tekst.' })).toBe('changed_meanwhile');
    expect(await ok(openPart, kari, { publicationId, part: 'MELDESYSTEM' })).toMatchObject({ revision: 2, written: { text: 'Ny tekst.' } });
    expect(await code(writePart, kari, { ...part, revision: '2', text: 'Begge deler.' })).toBe('done');
  });

  test('may hold no number, phone or address of anybody, and no name that nobody has answered for', async () => {
    const write = (text: string, revision: string, notNames: readonly string[] = []) => world.house.door.enter(writePart, kari, { publicationId, part: 'JOURNALSYSTEM', revision, text, lines: [], notNames });
    expect(await world.house.door.enter(writePart, kari, { publicationId, part: 'PROMOTERING', revision: '9', text: '', lines: [{}, { on: '2026-04-01', channel: 'Avis', what: 'Ring 55 55 01 23' }] }), 'on the line the form has').toMatchObject({ ok: false, code: 'bad_input', fields: { '1-what': 'stop_phone' } });
    expect(await world.house.door.enter(commentPart, kari, { publicationId, commentId: randomUUID(), part: 'JOURNALSYSTEM', comment: 'Spør henne på 55 55 01 23.' }), 'everybody who writes reads it').toMatchObject({ ok: false, code: 'bad_input', fields: { comment: 'stop_phone' } });
    expect(await write('Ring 55 55 01 23.', '1')).toMatchObject({ ok: false, code: 'bad_input', fields: { text: 'stop_phone' } });
    expect((await write('Takk til Sunniva Moe.', '1', ['Takk'])).ok).toBe(true);
    expect((await opened()).workshop?.lacks).toEqual([{ part: 'JOURNALSYSTEM', code: 'NAME', found: 'Sunniva' }, { part: 'JOURNALSYSTEM', code: 'NAME', found: 'Moe' }]);
    expect((await ok(openPart, kari, { publicationId, part: 'JOURNALSYSTEM' })).words).toEqual(['Sunniva', 'Moe']);
    expect((await write('Takk til Sunniva Moe.', '2', ['Sunniva', 'Moe'])).ok).toBe(true);
    expect((await opened()).workshop?.lacks).toEqual([]);
    expect((await write(WRITTEN.JOURNALSYSTEM?.text ?? '', '3')).ok).toBe(true);
  });

  test('shows two who write in the same part each other, until one has saved or a minute has gone', async () => {
    const says = async (by: Person, writing: boolean): Promise<readonly string[]> => (await ok(sayWritingPart, by, { publicationId, part: 'PLAN', writing })).others;
    expect(await says(kari, true)).toEqual([]);
    expect(await says(leif, true)).toEqual(['Kari Nordmo']);
    expect((await ok(openPart, kari, { publicationId, part: 'PLAN' })).writing).toEqual(['Leif Brekken']);
    expect((await ok(openPart, kari, { publicationId, part: 'IDEER' })).writing).toEqual([]);
    await ok(writePart, leif, { publicationId, part: 'PLAN', revision: '1', text: WRITTEN.PLAN?.text, lines: [] });
    expect((await ok(openPart, kari, { publicationId, part: 'PLAN' })).writing).toEqual([]);
    world.clock.now = addMs(world.clock.now, 60_000);
    expect(await says(leif, false)).toEqual([]);
  });

  test('lies sealed: no word of it is in the database', async () => {
    const { rows } = await superuser.query<{ text: string }>(`select encode(sealed, 'escape') as text from app.publication_part union all select encode(sealed_content, 'escape') from app.publication_output`);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ text }) => /Samtykke|samtykke|Fagkonferanse|kommuner/.test(text))).toEqual([]);
  });
});

describe('a year’s tables', () => {
  test('are not fixed by whoever reads a draft: they are counted when it is sent for approval, and stand from then on', async () => {
    await world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
      for (let n = 0; n < 8; n += 1) await keepOverdue(ctx.tx, NORDFJELLA, systemChance.bytes(32), { clock: n < 6 ? 'ASSESSED' : 'SEEN', month: '2024-06' });
      for (let n = 0; n < 30; n += 1) await saveFact(ctx.tx, NORDFJELLA, systemChance.bytes(32), fact({ openedMonth: '2024-05', status: n < 12 ? 'AVSLUTTET' : 'APEN', closedMonth: n < 12 ? '2024-11' : undefined }));
    });
    await superuser.query(`insert into stats.standing_month values ($1, '2024-05', 30, '2024-06-01')`, [NORDFJELLA]); // as it was told when it was over
    const standing = async (): Promise<number> => Number((await superuser.query<{ n: string }>('select count(*) as n from stats.standing_figures where year = 2024')).rows[0]?.n);
    const draft = randomUUID();
    await ok(beginPublication, kari, { newId: draft, kind: 'R11', lang: 'nb', from: '2024-01', to: '2024-12', cutOff: '2025-02-01' });
    for (const [part, text] of [['KORT', 'Flere meldte.'], ['UTFORDRINGER', 'Mange er usikre.'], ['PLAN', 'Flere møter.']]) await ok(writePart, kari, { publicationId: draft, part, revision: '0', text, lines: [] });
    expect(JSON.stringify((await opened(leif, draft)).content.blocks)).toContain('Tallene for 2024 blir talt når rapporten sendes til godkjenning.');
    await ok(askForFile, kari, { publicationId: draft, newId: randomUUID(), edition: 'YTRE', format: 'docx' });
    expect(await standing()).toBe(0);
    await ok(sendForApproval, kari, { publicationId: draft, revision: String((await opened(kari, draft)).row.revision) });
    expect(await standing()).toBe(1);
    const { content } = await opened(leif, draft);
    expect(tables(under(content, 'Resultater'))[0]?.rows.map((row) => row[1])).toEqual(['30', '30', '18', '12']);
    expect(facts(under(content, 'Resultater')).slice(0, 2)).toEqual([{ term: 'Egne saker åpne ved inngangen til 2024', values: ['0'] }, { term: 'Egne saker åpne ved utgangen av 2024', values: ['18'] }]);
    await superuser.query(`delete from stats.case_fact where opened_month = '2024-05'`);
  });
});

describe('an approved report', () => {
  let frozen: Buffer;

  test('is approved by somebody other than its last writer, as they read it, and stands then', async () => {
    const revision = String((await opened()).row.revision);
    expect(await code(writePart, kari, { publicationId, part: 'IDEER', revision: '1', text: 'Vi vil [sett inn]', lines: [] })).toBe('done');
    expect(await code(sendForApproval, kari, { publicationId, revision: String((await opened()).row.revision) })).toBe('not_ready');
    expect((await opened()).workshop?.lacks).toEqual([{ part: 'IDEER', code: 'PLACEHOLDER', found: '[sett inn]' }]);
    await ok(writePart, kari, { publicationId, part: 'IDEER', revision: '2', text: WRITTEN.IDEER?.text, lines: [] });
    expect(await code(sendForApproval, kari, { publicationId, revision })).toBe('changed_since_read');
    await ok(sendForApproval, kari, { publicationId, revision: String((await opened()).row.revision) });
    expect(await code(openPublication, stine, { publicationId })).toBe('not_found');
    const now = String((await opened()).row.revision);
    const { said } = await opened(leif);
    expect(await code(approvePublication, kari, { publicationId, revision: now, said })).toBe('another_person_approves');
    const waitsFor = async (who: Person) => (await ok(publicationList, who, {})).lines.find((row) => row.publication_id === publicationId)?.mine;
    expect([await waitsFor(kari), await waitsFor(leif)], 'who is told on «Min dag» that it waits').toEqual([false, true]);
    expect(await code(approvePublication, leif, { publicationId, revision, said })).toBe('changed_since_read');
    const outreachId = randomUUID();
    await ok(addOutreach, kari, { newId: outreachId, on: '2027-04-02', kind: 'MOTE', reached: '12' });
    expect(await code(approvePublication, leif, { publicationId, revision: now, said }), 'a number that filled itself after they read').toBe('changed_since_read');
    expect(await opened(leif)).toMatchObject({ row: { state: 'TIL_GODKJENNING', revision: Number(now) }, said: expect.not.stringContaining(said) });
    await ok(removeOutreach, kari, { outreachId });
    expect(await code(approvePublication, leif, { publicationId, revision: now, said: (await opened(leif)).said })).toBe('done');
    expect(await code(writePart, kari, { publicationId, part: 'IDEER', revision: '3', text: 'Mer.', lines: [] })).toBe('already_frozen');
    expect((await opened(stine)).content.about).toContainEqual({ term: 'Godkjent av', value: 'Leif Brekken, 15. mai 2027' });
    expect((await ok(publicationList, stine, {})).lines).toHaveLength(1);
    await expect(superuser.query(`update app.publication set cut_off = '2027-05-01' where publication_id = $1`, [publicationId])).rejects.toThrow(/frozen/);
  });

  test('is set into tagged PDF and Word by a worker', async () => {
    const { outputs } = await opened(stine);
    expect(outputs.map(({ format, made_at }) => [format, made_at])).toEqual(expect.arrayContaining([['pdf', null], ['docx', null]]));
    await made();
    const done = (await opened(stine)).outputs;
    expect(done.every((one) => one.made_at !== null)).toBe(true);
    const bytes = async (format: string) => (await ok(publicationFile, stine, { outputId: done.find((one) => one.format === format)?.output_id })).bytes;
    frozen = await bytes('pdf');
    const pdf = await PDFDocument.load(frozen);
    expect([tagged(pdf).marked, frozen.includes('pdfuaid')]).toEqual([true, true]);
    expect(structure(pdf).get('Table')).toBeGreaterThan(9);
    expect((await bytes('docx')).subarray(0, 2).toString()).toBe('PK');
    await expect(superuser.query('update app.publication_output set sealed_file = $1', [Buffer.from('x')])).rejects.toThrow(/made/);
  });

  test('is corrected in a new version, and its own bytes stay what they were', async () => {
    const newId = randomUUID();
    const { publicationId: version2 } = await ok(correctPublication, kari, { publicationId, newId });
    expect(await ok(correctPublication, leif, { publicationId, newId: randomUUID() })).toEqual({ publicationId: version2 });
    await ok(writePart, kari, { publicationId: version2, part: 'KRISESENTER', revision: '1', text: 'Krisesenteret har to skjermede enheter.', lines: [] });
    expect((await opened(kari, version2)).row).toMatchObject({ version: 2, corrects: publicationId, state: 'UNDER_ARBEID' });
    await ok(openPublication, kari, { publicationId });
    await made();
    const pdf = (await opened(stine)).outputs.find((one) => one.format === 'pdf');
    expect((await ok(publicationFile, stine, { outputId: pdf?.output_id })).bytes.equals(frozen)).toBe(true);
  });

  test('gives its texts, materials and what is left to pay to next year’s, marked, to be read through; the team’s meetings and the outreach fill themselves there', async () => {
    world.clock.now = instant('2028-03-01T10:00:00.000Z');
    await ok(startMeeting, kari, { meetingId: randomUUID(), present: [kari.userId], guests: 'Gjesten Ola Dal', deputy: '', deputyFor: '' });
    await ok(addOutreach, kari, { newId: randomUUID(), on: '2028-02-01', kind: 'MOTE', reached: '40' });
    await ok(saveHours, kari, { municipality: '9901', year: 2028, hours: ['30', '41'], seen: [] });
    world.clock.now = instant('2028-05-10T10:00:00.000Z');
    const next = randomUUID();
    await ok(beginPublication, kari, { newId: next, kind: 'R1', lang: 'nb', from: '2027-05', to: '2028-04', cutOff: '2028-05-10' });
    const { workshop, content } = await opened(kari, next);
    expect(workshop?.parts.find(({ part }) => part.code === 'ORGANISASJON')?.written).toMatchObject({ carried: true, written: { text: WRITTEN.ORGANISASJON?.text } });
    expect(workshop?.parts.find(({ part }) => part.code === 'MATERIELL')?.written?.written.lines).toHaveLength(5);
    expect(workshop?.parts.find(({ part }) => part.code === 'OKONOMI')?.written?.written.lines.at(-1)).toEqual({ row: 'ANDRE', post: 'Ført fra forrige periode', budget: '', actual: '3\u00a0370' });
    expect(workshop?.lacks).toContainEqual({ part: 'ORGANISASJON', code: 'CARRIED' });
    await ok(writePart, kari, { publicationId: next, part: 'ORGANISASJON', revision: '1', text: WRITTEN.ORGANISASJON?.text, lines: [] });
    expect((await opened(kari, next)).workshop?.lacks).not.toContainEqual({ part: 'ORGANISASJON', code: 'CARRIED' });
    expect([...workshop?.filled ?? []]).toEqual(['TEAMET', 'PROMOTERING']);
    expect(tables(under(content, 'Operativt team')).map(({ rows }) => rows)).toEqual([[['Operativt team', '1']]]);
    expect(facts(under(content, 'Operativt team'))).toEqual([{ term: 'Møtedager', values: ['1. mars 2028'] }, { term: 'Hvem', values: ['Koordinator'] }]);
    expect(tables(under(content, 'Promotering')).map(({ rows }) => rows)).toEqual([[['1. februar 2028', 'Møte', '', '40']]]);
    expect(tables(under(content, 'Resultater')).filter(({ caption }) => caption === 'Timer i kommunene').map(({ rows, sums }) => [rows, sums])).toEqual([[[['Fjordby', '71 (2 måneder)']], []]]);
    expect(JSON.stringify(content), 'who sat there, or was a guest').not.toMatch(/Kari|Ola Dal/);
  });

  test('fills a part only until somebody has written there, and what they wrote stands', async () => {
    const next = (await ok(publicationList, kari, {})).lines.find((row) => row.to_month === '2028-04')?.publication_id ?? '';
    const model = await ok(openPart, kari, { publicationId: next, part: 'TEAMET' });
    const { known, revision, written } = model;
    expect(known).toEqual([{ on: '2028-03-01', group: 'TEAM', count: '1', themes: '' }]);
    const page = renderToStaticMarkup(createElement(PartPage, { model, request: asking({ roles: ['KOORDINATOR'] }) }));
    expect(page).toContain('2028: 1 møte');
    await ok(addOutreach, kari, { newId: randomUUID(), on: '2028-02-02', kind: 'KURS', reached: '18', theme: 'MELDE', group: 'NAV' });
    const courses = renderToStaticMarkup(createElement(PartPage, { model: await ok(openPart, kari, { publicationId: next, part: 'KOMPETANSE' }), request: asking({ roles: ['KOORDINATOR'] }) }));
    expect(courses, 'the part has a page where the product knows a course').toContain('Å melde en bekymring (Nav), nådde 18');
    expect([...page.matchAll(/name="l\d+-(?:on|count)"[^>]*/g)].map(([field]) => /value="([^"]+)"/.exec(field)?.[1] ?? ''), 'what one saves has none of it').toEqual(['', '', '', '']);
    await ok(writePart, kari, { publicationId: next, part: 'TEAMET', revision: String(revision), text: written.text, lines: [{ ...known[0], count: '3', themes: 'Jus' }] });
    expect((await ok(openPart, kari, { publicationId: next, part: 'TEAMET' })).known).toEqual([]);
    expect(tables(under((await opened(kari, next)).content, 'Operativt team')).map(({ rows }) => rows)).toEqual([[['Operativt team', '3']]]);
  });
});

internalEdition(() => ({ world, superuser, kari, leif, stine, publicationId, made }));
internalControl(() => ({ world, superuser, kari, leif, stine, made }));
