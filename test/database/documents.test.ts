import { randomUUID } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { saveTemplate } from '../../src/cases/commands/letter-templates.ts';
import { documentFile, letterTemplates } from '../../src/cases/queries/documents.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { SealBroken } from '../../src/kernel/sealing/broken.ts';
import { typesetter } from '../../src/kernel/typesetting/typesetter.ts';
import { value } from '../support/door.ts';
import { structure, tagged } from '../support/typesetting.ts';
import { classified, lives, type Lives } from './cases-support.ts';

let all: Lives;
let superuser: pg.Client;

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
}, 120_000);
afterAll(async () => {
  typesetter().close();
  await all.close();
});

const TEXT = 'Velkommen til en samtale\n\nHei Borghild Kvamme\n\nKom tirsdag kl. 10 til dagsenteret.\nTa gjerne med deg noen.';

/** A letter that Signe has begun and written; its id. */
async function written(file: FileId, text = TEXT): Promise<string> {
  const document = randomUUID();
  await all.does('signe', 'draftDocument', file, { letter: 'INNKALLING', delivery: 'MOTE', newId: document });
  await all.does('signe', 'editDocument', file, { document, docText: text });
  return document;
}

const download = async (subject: string, caseId: FileId, documentId: string, version = '1') => all.world.house.door.enter(documentFile, await all.world.person(subject), { caseId, documentId, version });

describe('a finalised letter', () => {
  test('is a tagged file for everybody to read, that says what was written and nothing else, and is the same one each time', async () => {
    const file = await classified(all);
    const document = await written(file);
    await all.does('signe', 'finaliseDocument', file, { document, delivery: 'MOTE' });
    const { name, type, bytes } = value(await download('signe', file, document));
    expect([name, type]).toEqual(['dokument-1.pdf', 'application/pdf']);
    const pdf = await PDFDocument.load(bytes);
    expect(tagged(pdf)).toEqual({ marked: true, lang: expect.stringContaining('nb') });
    expect([pdf.getTitle(), structure(pdf).get('H1'), bytes.includes('<pdfaid:part>2')]).toEqual(['Dokument', 1, true]);
    expect(value(await download('kari', file, document)).bytes.equals(bytes)).toBe(true);
  });

  test('stands: what is written later is a new version beside it, and both can be had', async () => {
    const file = await classified(all);
    const document = await written(file);
    await all.does('signe', 'finaliseDocument', file, { document, delivery: 'MOTE' });
    const first = value(await download('signe', file, document)).bytes;
    await all.does('signe', 'editDocument', file, { document, docText: 'Ny tid\n\nKom onsdag.' });
    await all.does('signe', 'finaliseDocument', file, { document, delivery: 'TELEFON' });
    expect(value(await download('signe', file, document)).bytes.equals(first)).toBe(true);
    expect(value(await download('signe', file, document, '2')).name).toBe('dokument-1-2.pdf');
    expect((await all.reads('signe', file)).state.documents[0]?.versions.map(({ version, text }) => [version, text.split('\n')[0]])).toEqual([[1, 'Velkommen til en samtale'], [2, 'Ny tid']]);
  });

  test('lies sealed, cannot be written over, and another file in its place shows', async () => {
    const file = await classified(all);
    const [one, two] = [await written(file), await written(file, 'Et annet brev\n\nIkke det samme.')];
    for (const document of [one, two]) await all.does('signe', 'finaliseDocument', file, { document, delivery: 'MOTE' });
    const rows = await superuser.query<{ sealed: Buffer }>('select sealed from app.case_document_file where file_id = $1', [file]);
    expect(rows.rows.every(({ sealed }) => !sealed.includes('Borghild') && !sealed.includes('%PDF'))).toBe(true);
    await expect(superuser.query('update app.case_document_file set version = 9 where file_id = $1', [file])).rejects.toMatchObject({ code: 'VV001' });
    await superuser.query('begin');
    await superuser.query('alter table app.case_document_file disable trigger user');
    await superuser.query('update app.case_document_file set sealed = (select sealed from app.case_document_file where document_id = $2) where document_id = $1', [one, two]);
    await superuser.query('alter table app.case_document_file enable trigger user');
    await superuser.query('commit');
    await expect(download('signe', file, one)).rejects.toThrow(SealBroken);
  });

  test('is there for whoever reads the case, and for nobody else', async () => {
    const file = await classified(all);
    const document = await written(file);
    await all.does('signe', 'finaliseDocument', file, { document, delivery: 'MOTE' });
    for (const subject of ['stine', 'ida', 'per', 'jorunn', 'leif', 'anders']) expect(await download(subject, file, document), subject).toEqual({ ok: false, code: 'not_found' });
    const seen = await superuser.query<{ outcome: string }>("select outcome from kernel.audit_event where use_case = 'cases.document' and $1 = any (files)", [file]);
    expect(seen.rows.length, 'each try stands in the log').toBeGreaterThanOrEqual(5);
  });

  test('is not half made: where no file can be set, the text stays a draft', async () => {
    const file = await classified(all);
    const document = await written(file);
    const broken = vi.spyOn(typesetter(), 'typeset').mockRejectedValueOnce(new (class extends Error {})());
    await expect(all.tries('signe', 'finaliseDocument', file, { document, delivery: 'MOTE' })).rejects.toThrow();
    broken.mockRestore();
    const [one] = (await all.reads('signe', file)).state.documents;
    expect([one?.versions.length, one?.draft?.text]).toEqual([0, TEXT]);
    expect((await superuser.query('select 1 from app.case_document_file where file_id = $1', [file])).rowCount).toBe(0);
  });

  test('never goes home where an addition to the report said that the suspect lives there', async () => {
    const file = await classified(all);
    expect(await all.tries('signe', 'draftDocument', file, { letter: 'BREV', delivery: 'HJEM', homeSafe: 'Hun sa det.' })).toMatch(/^(suspect_at_home|home_not_known_safe|other_way_given) /);
  });
});

describe('the region’s templates', () => {
  const save = async (version: number, text: string, subject = 'kari') => all.world.house.door.enter(saveTemplate, await all.world.person(subject), { letter: 'INNKALLING', lang: 'nb', version: String(version), text });
  const mine = async () => value(await all.world.house.door.enter(letterTemplates, await all.world.person('kari'), { lang: 'nb' })).templates.find(({ letter }) => letter === 'INNKALLING');

  test('are its own words in the letters that are begun afterwards, filled in with what the case knows', async () => {
    expect(await mine()).toMatchObject({ own: false, version: 0 });
    expect(await save(0, 'Til [[person]]\n\n[[personnummer]]')).toEqual({ ok: false, code: 'bad_input', fields: { text: 'unknown_field' } });
    value(await save(0, 'Fjellbrev til [[person]]\n\nRing [[telefon]].'));
    value(await save(0, 'Fjellbrev til [[person]]\n\nRing [[telefon]].'));
    expect(await save(0, 'Noe annet'), 'somebody else was first').toEqual({ ok: false, code: 'changed_meanwhile' });
    const file = await classified(all);
    await all.does('signe', 'draftDocument', file, { letter: 'INNKALLING', delivery: 'MOTE' });
    expect((await all.reads('signe', file)).state.documents[0]?.draft?.text).toBe('Fjellbrev til Borghild Kvamme\n\nRing 55 55 01 10.');
    value(await save(1, ''));
    expect(await mine()).toMatchObject({ own: false, version: 2 });
  });

  test('are the coordinators’ to change, each region’s own, and sealed', async () => {
    for (const subject of ['signe', 'leif', 'jorunn', 'ida']) expect(await save(2, 'Hei', subject), subject).toEqual({ ok: false, code: 'not_found' });
    value(await save(2, 'Hemmelig fjellord'));
    const anders = value(await all.world.house.door.enter(letterTemplates, await all.world.person('anders'), { lang: 'nb' })).templates;
    expect(anders.every(({ own }) => !own)).toBe(true);
    const rows = await superuser.query<{ sealed: Buffer }>('select sealed from app.case_letter_template');
    expect(rows.rows.every(({ sealed }) => !sealed.includes('fjellord'))).toBe(true);
  });
});
