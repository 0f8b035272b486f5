import { randomUUID } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { approvePublication, sendForApproval } from '../../src/documents/commands/approve.ts';
import { beginPublication, correctPublication } from '../../src/documents/commands/begin.ts';
import { askForFile, makeDocuments, sweepDocuments } from '../../src/documents/commands/files.ts';
import { writePart } from '../../src/documents/commands/write.ts';
import { contentsOf, type Block, type Content } from '../../src/documents/content.ts';
import { publicationList } from '../../src/documents/queries/list.ts';
import { openPart, openPublication, publicationFile, type OpenPublication } from '../../src/documents/queries/open.ts';
import { openContent } from '../../src/documents/commands/sealed.ts';
import { getSealed } from '../../src/documents/store.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { addMs, DAY_MS, instant } from '../../src/kernel/time.ts';
import type { Typesetter } from '../../src/kernel/typesetting/typesetter.ts';
import { sender, type Sender } from '../support/submissions.ts';
import { builtTypesetter, structure, tagged } from '../support/typesetting.ts';
import { newWorld, NORDFJELLA, type World } from '../support/world.ts';
import { does, livesOfTheSource, SOURCE } from './source-cases.ts';
import { writesTheReport, WRITTEN } from './source-report.ts';

const setter = vi.hoisted(() => ({ current: undefined as unknown as Typesetter })); // built before the first test
vi.mock('../../src/kernel/typesetting/typesetter.ts', async (original) => ({ ...await original<object>(), typesetter: () => setter.current }));

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
  setter.current = builtTypesetter();
  from = await sender(world);
  [kari, leif, stine] = [await world.person('kari'), await world.person('leif'), await world.person('stine')];
  superuser = new pg.Client({ connectionString: world.url('superuser') });
  await superuser.connect();
  await livesOfTheSource({ world, from, kari, even: await world.person('even') });
  world.clock.now = instant('2027-05-15T10:00:00.000Z');
  publicationId = await writesTheReport(world, kari);
});
afterAll(async () => {
  setter.current.close();
  await superuser.end();
  await from.close();
  await world.close();
});

/** The blocks under one heading, until the next one of the same level or above. */
function under(content: Content, heading: string): Block[] {
  const at = content.blocks.findIndex((one) => one.kind === 'heading' && one.text === heading);
  const own = content.blocks[at];
  if (own?.kind !== 'heading') throw new Error(`no heading «${heading}»`);
  const rest = content.blocks.slice(at + 1);
  const end = rest.findIndex((one) => one.kind === 'heading' && one.level <= own.level);
  return end < 0 ? rest : rest.slice(0, end);
}
const tables = (blocks: readonly Block[]) => blocks.flatMap((one) => (one.kind === 'table' ? [one] : []));
const remarks = (blocks: readonly Block[]): string[] => blocks.flatMap((one) => (one.kind === 'remark' ? [one.text.replaceAll('\u00a0', ' ')] : []));
const facts = (blocks: readonly Block[]) => blocks.flatMap((one) => (one.kind === 'facts' ? one.items : []));

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

  test('counts its meetings: six and two of the steering group, four and four of the team, and the gatherings, with what they were about', async () => {
    const { content } = await opened();
    expect(tables(under(content, 'Styringsgruppen')).map(({ rows }) => rows)).toEqual([[['Styringsgruppe', '6']], [['Styringsgruppe', '2']]]);
    expect(facts(under(content, 'Styringsgruppen')).map(({ values }) => values.length)).toEqual([9, 2]);
    expect(tables(under(content, 'Operativt team')).map(({ rows, sums }) => [rows, sums])).toEqual([
      [[['Operativt team', '4'], ['Nettverkssamling', '2'], ['Kursdag', '1']], [['Til sammen', '7']]], [[['Operativt team', '4'], ['Nettverkssamling', '1']], [['Til sammen', '5']]],
    ]);
  });

  test('lists outreach, the 102 of the conference, materials, competence, and what is still to come after the period, marked (I10)', async () => {
    const { content } = await opened();
    expect(tables(under(content, 'Promotering'))[0]?.rows.map((row) => row[1])).toEqual(WRITTEN.PROMOTERING?.lines?.map((line) => line['channel']));
    expect(tables(under(content, 'Fagkonferanse'))[0]?.rows).toEqual([['14. februar 2027', 'Fagkonferanse', 'For kommunene', '102']]);
    expect(tables(under(content, 'Materiell'))[0]?.rows).toHaveLength(5);
    expect(tables(under(content, 'Kompetanseheving'))[0]?.rows).toHaveLength(5);
    expect(tables(under(content, 'Fremdrift'))[0]?.rows.map((row) => row[0])).toEqual(['12. februar 2026', '19. april 2026', '3. september 2026', '1. oktober 2026', '10. mai 2027 (etter perioden)']);
    expect(content.blocks[0]).toEqual({ kind: 'note', text: 'Perioden slutter 30. april 2027. Det som er merket «etter perioden», hendte senere, og er fortalt fram til 15. mai 2027.' });
  });

  test('says to others that there are too few cases, in one sentence, and shows no table of hidden numbers', async () => {
    const { content } = await opened();
    expect(under(content, 'Statistikk 2026')).toEqual([{ kind: 'text', text: 'Det er for få saker til å vise tall uten at noen kan kjennes igjen.' }]);
    expect(JSON.stringify(content)).not.toMatch(/<5|færre enn 5/);
    expect(tables(under(content, 'Resultater'))).toEqual([]);
    expect(content.mark).toBeNull();
  });

  test('shows in its internal edition the list case by case as the source has it, received and own, by type', async () => {
    const { content } = await internal();
    expect(content.mark).toBe('Internt – kan kjenne igjen enkeltpersoner');
    const results = tables(under(content, 'Resultater'))[0];
    expect(results?.heads.map(({ text }) => text)).toEqual(['Saker i perioden', '2026', '2027', 'Til sammen']);
    expect(results?.rows).toEqual(expect.arrayContaining([['Mottatt', '3', '2', '5'], ['Våre egne', '2', '2', '4'], ['Hører til en kommune utenfor samarbeidet', '1', '0', '1'], ['Må-sak', '1', '1', '2'], ['Bør-sak', '1', '1', '2'], ['Ikke vurdert', '1', '0', '1']]));
    expect(facts(under(content, 'Resultater')).slice(0, 4).map(({ values }) => values[0])).toEqual(['0', '4', '0', '4']);
    const years = ['2026', '2027'].map((year) => facts(under(content, `Statistikk ${year}`)));
    const column = (term: string) => years.map((year) => year.filter((one) => one.term === term).map(({ values }) => values.length));
    expect(column('Sakstype').map((year) => year.length)).toEqual([3, 2]);
    const counts = (index: number, none: string) => [SOURCE.slice(0, 3), SOURCE.slice(3)].map((year) => year.map((line) => (line[index] === none ? 1 : (line[index] ?? '').split('; ').length)));
    for (const [term, index] of [['Sårbarhet', 3], ['Type vold', 6], ['Involverte tjenester', 7]] as const) expect([term, column(term)]).toEqual([term, counts(index, 'Ikke vurdert')]);
    expect(years.flat().filter(({ term }) => term === 'Melding sendt fra').map(({ values }) => values[0])).toEqual(['Hjemmetjenesten', 'Legevakt', 'Hjemmetjenesten', 'Krisesenter', 'Rustjenesten']);
  });

  test('adds up the accounts and names what does not, and the budget with it (I4–I7)', async () => {
    const { content } = await opened();
    const accounts = under(content, 'Økonomisk oversikt mars 2026–april 2027');
    expect(tables(accounts)[0]?.sums.map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')))).toEqual([['Sum av personallinjene', '626 297'], ['Sum av andre linjer', '132 491'], ['Forbruk ut fra delsummene', '863 370'], ['Brukt mer enn tilskuddet', '3 370']]);
    expect(remarks(accounts)).toEqual(['Oppgitt sum for personalkostnader er 730 880 kr. Linjene gir 626 297 kr. 104 583 kr er ikke forklart.', 'Det er brukt 3 370 kr mer enn tilskuddet. Beløpet føres mot neste periode.']);
    const budget = under(content, 'Plan for mai 2027 →');
    expect(tables(budget)[0]?.sums).toEqual([['Sum av kostnadene', '', '', '860\u00a0000']]);
    expect(remarks(budget)).toEqual(['Budsjettet bruker hele tilskuddet, men 3 370 kr er alt belastet.', '«Kommunenes deltakelse» er satt til 160 000 kr. Etter den største stillingen blir det 164 000 kr.', '«Reserve» er satt til 200 000 kr. Etter den største stillingen blir det 205 000 kr.']);
  });

  test('has its challenges, ideas and plan as they were written, and fifteen numbered attachments with where they stand', async () => {
    const { content } = await opened();
    for (const [heading, part] of [['Utfordringer', 'UTFORDRINGER'], ['Ideer til forbedringer', 'IDEER']] as const) expect(under(content, heading)).toEqual([{ kind: 'text', text: WRITTEN[part]?.text }]);
    const rows = tables(under(content, 'Vedlegg'))[0]?.rows ?? [];
    expect(rows.map((row) => row[0])).toEqual(Array.from({ length: 15 }, (_, at) => String(at + 1)));
    expect([rows[0], rows[8], rows[11]]).toEqual([['1', 'Deltakere', 'Ferdig', 'Perm 1'], ['9', 'Intern statistikk', 'Kommer', 'Perm 9'], ['12', 'Avisutklipp', 'Mangler', '']]);
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

  test('lies sealed: no word of it is in the database', async () => {
    const { rows } = await superuser.query<{ text: string }>(`select encode(sealed, 'escape') as text from app.publication_part union all select encode(sealed_content, 'escape') from app.publication_output`);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ text }) => /Samtykke|samtykke|Fagkonferanse|kommuner/.test(text))).toEqual([]);
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
    expect(await code(sendForApproval, kari, { publicationId, revision })).toBe('changed_meanwhile');
    await ok(sendForApproval, kari, { publicationId, revision: String((await opened()).row.revision) });
    expect(await code(openPublication, stine, { publicationId })).toBe('not_found');
    const now = String((await opened()).row.revision);
    expect(await code(approvePublication, kari, { publicationId, revision: now })).toBe('another_person_approves');
    expect(await code(approvePublication, leif, { publicationId, revision })).toBe('changed_meanwhile');
    expect(await code(approvePublication, leif, { publicationId, revision: now })).toBe('done');
    expect(await code(writePart, kari, { publicationId, part: 'IDEER', revision: '3', text: 'Mer.', lines: [] })).toBe('already_frozen');
    expect((await opened(stine)).content.about).toContainEqual({ term: 'Godkjent av', value: 'Leif Brekken, 15. mai 2027' });
    expect((await ok(publicationList, stine, {})).lines).toHaveLength(1);
    await expect(superuser.query(`update app.publication set cut_off = '2027-05-01' where publication_id = $1`, [publicationId])).rejects.toThrow(/frozen/);
  });

  test('is set into tagged PDF and Word by a worker; one that is killed leaves the rest to another', async () => {
    const { outputs } = await opened(stine);
    expect(outputs.map(({ format, made_at }) => [format, made_at])).toEqual(expect.arrayContaining([['pdf', null], ['docx', null]]));
    const real = setter.current;
    setter.current = { ...real, typeset: () => Promise.reject(new Error('killed')) };
    await expect(made()).rejects.toThrow();
    setter.current = real;
    await made();
    const done = (await opened(stine)).outputs;
    expect(done.every((one) => one.made_at !== null)).toBe(true);
    const bytes = async (format: string) => (await ok(publicationFile, stine, { outputId: done.find((one) => one.format === format)?.output_id })).bytes;
    frozen = await bytes('pdf');
    const pdf = await PDFDocument.load(frozen);
    expect(tagged(pdf)).toMatchObject({ marked: true });
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

  test('gives its texts to next year’s, marked, to be read through', async () => {
    world.clock.now = instant('2028-05-10T10:00:00.000Z');
    const next = randomUUID();
    await ok(beginPublication, kari, { newId: next, kind: 'R1', lang: 'nb', from: '2027-05', to: '2028-04', cutOff: '2028-05-10' });
    const { workshop } = await opened(kari, next);
    expect(workshop?.parts.find(({ part }) => part.code === 'ORGANISASJON')?.written).toMatchObject({ carried: true, written: { text: WRITTEN.ORGANISASJON?.text } });
    expect(workshop?.lacks).toContainEqual({ part: 'ORGANISASJON', code: 'CARRIED' });
    await ok(writePart, kari, { publicationId: next, part: 'ORGANISASJON', revision: '1', text: WRITTEN.ORGANISASJON?.text, lines: [] });
    expect((await opened(kari, next)).workshop?.lacks).not.toContainEqual({ part: 'ORGANISASJON', code: 'CARRIED' });
  });
});

describe('the internal edition', () => {
  test('is its asker’s alone, noted for each case in it when it is made and when it is fetched, and gone after a day', async () => {
    const { outputId } = await internal();
    await made();
    const audited = async (useCase: string) => (await superuser.query<{ n: number }>('select cardinality(files)::int as n from kernel.audit_event where use_case = $1 and outcome like $2 order by xid desc limit 1', [useCase, 'done:%'])).rows[0]?.n;
    expect(await audited('documents.ask_file')).toBe(5);
    const pdf = await PDFDocument.load((await ok(publicationFile, kari, { outputId })).bytes);
    expect(pdf.getPageCount()).toBeGreaterThan(3);
    expect(await audited('documents.file')).toBe(5);
    expect(await code(publicationFile, leif, { outputId })).toBe('not_found');
    expect(await code(publicationFile, stine, { outputId })).toBe('not_found');
    world.clock.now = addMs(world.clock.now, DAY_MS + 1);
    await sweepDocuments((await world.worker()).door, NORDFJELLA);
    expect(await code(publicationFile, kari, { outputId })).toBe('not_found');
    expect((await opened(stine)).outputs).toHaveLength(2);
  });
});
