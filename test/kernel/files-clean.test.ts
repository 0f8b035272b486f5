import { randomBytes } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from '../../src/kernel/files/clean.ts';
import { orientation } from '../../src/kernel/files/jpeg.ts';
import { FILE_KIND_NAMES, type FileKind } from '../../src/kernel/files/kinds.ts';
import { kindOf } from '../../src/kernel/files/recognise.ts';
import { zipFits } from '../../src/kernel/files/zip.ts';
import { docx, heic, jpeg, mp3, mp4, pdf, png, TOLD, webp, zip } from '../support/sample-files.ts';

const SAMPLES: Readonly<Partial<Record<FileKind, () => Buffer | Promise<Buffer>>>> = { jpeg, png, webp, heic, mp4, mp3, pdf };

async function cleaned(kind: FileKind, bytes: Buffer) {
  return (await clean(kind, bytes)) ?? expect.fail(`${kind} was not cleaned`);
}

describe('the copy that staff download', () => {
  test.each(Object.keys(SAMPLES) as FileKind[])( // keys of the table above
    'of a %s tells neither place, time nor maker, and is still that kind of file', async (kind) => {
    const bytes = await (SAMPLES[kind] ?? expect.fail(kind))();
    expect(bytes.includes(TOLD), 'a sample that tells nothing proves nothing').toBe(true);
    const copy = await cleaned(kind, bytes);
    expect(copy.bytes.includes(TOLD)).toBe(false);
    expect(copy.bytes.includes(TOLD.slice(0, 7))).toBe(false);
    expect(copy.complete).toBe(true);
    expect(await kindOf(copy.bytes)).toBe(kind);
    if (kind !== 'pdf') expect((await cleaned(kind, copy.bytes)).bytes).toEqual(copy.bytes);
  });

  test('of a photograph shows the same picture, turned the same way', async () => {
    const copy = (await cleaned('jpeg', jpeg(6))).bytes;
    const at = copy.indexOf('Exif\0\0');
    expect(orientation(copy.subarray(at + 6))).toBe(6);
    expect(copy.includes(Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]))).toBe(true);
    expect(copy.includes('ICC_PROFILE')).toBe(true);
    expect((await cleaned('jpeg', jpeg(1))).bytes.includes('Exif')).toBe(false);
  });

  test('of a film has its sound and picture where they were', async () => {
    const film = mp4();
    const { bytes } = await cleaned('mp4', film);
    expect(bytes.length).toBe(film.length);
    expect(bytes.indexOf('lyd og bilde')).toBe(film.indexOf('lyd og bilde'));
    expect(bytes.includes(Buffer.from([0, 0, 0xaa, 0xaa]))).toBe(false);
  });

  test('of a film with a track about place says that not all could be taken out', async () => {
    expect((await cleaned('mp4', mp4(true))).complete).toBe(false);
  });

  test('of a PDF has its page, and nothing of what lay behind', async () => {
    const copy = await cleaned('pdf', await pdf());
    const again = await PDFDocument.load(copy.bytes, { updateMetadata: false });
    expect(again.getPageCount()).toBe(1);
    expect([again.getTitle(), again.getAuthor(), again.getProducer()]).toEqual([undefined, undefined, undefined]);
    expect(copy.bytes.includes('left over')).toBe(false);
    expect(copy.bytes.includes('Exif\0\0MM')).toBe(true); // the photograph's turn
  });
});

test('a file that was cut short or made up is left alone, never half cleaned and never a reason to fall over', async () => {
  for (const kind of FILE_KIND_NAMES) {
    const whole = await SAMPLES[kind]?.() ?? Buffer.from('noe helt annet');
    for (let cut = 0; cut < Math.min(whole.length, 400); cut += 7) await clean(kind, whole.subarray(0, cut));
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(), async (noise, at) => {
      const torn = Buffer.from(whole);
      torn.set(noise.subarray(0, Math.max(0, torn.length - (at % torn.length))), at % torn.length);
      await clean(kind, torn);
    }), { numRuns: 60, seed: 7 });
  }
}, 60_000);

describe('what a file is', () => {
  test('is told by its content, whatever it is called', async () => {
    for (const [kind, make] of Object.entries(SAMPLES)) expect(await kindOf(await make())).toBe(kind);
    expect(await kindOf(Buffer.from('Kjære mottak,\r\nhan kom igjen i går.'))).toBe('text');
    expect(await kindOf(Buffer.from('bl\xe5tt \xf8ye', 'latin1'))).toBe('text');
  });

  test('is no kind of ours for programs, archives, web pages with code in them and what nobody knows', async () => {
    const strange = [Buffer.from('MZ\x90\0\x03\0\0\0'), Buffer.from('PK\x03\x04\x14\0\0\0\0\0'), Buffer.from('\x7fELF\x02\x01\x01\0'), Buffer.alloc(0), Buffer.from([0, 1, 2, 3]), Buffer.from('#!/bin/sh\0')];
    for (const bytes of strange) expect(await kindOf(bytes)).toBeUndefined();
  });
});

describe('a letter of a word processor', () => {
  const limits = { entries: 4, bytes: 10_000 };
  test('fits while it is whole and unpacks to no more than it may, counted over all that lies in it', () => {
    expect(zipFits(docx(), limits)).toBe(true);
    expect(zipFits(zip([['a', Buffer.alloc(10_000)]]), limits)).toBe(true);
    expect(zipFits(zip([['a', Buffer.alloc(10_001)]]), limits)).toBe(false);
    expect(zipFits(zip([['a', Buffer.alloc(6_000)], ['b', Buffer.alloc(6_000)]]), limits)).toBe(false);
    expect(zipFits(docx([['a', ''], ['b', '']]), limits)).toBe(true);
    expect(zipFits(docx([['a', ''], ['b', ''], ['c', '']]), limits)).toBe(false);
  });
  test('is unpacked to find out: a list that says it is small is not believed', () => {
    const lying = zip([['a', Buffer.alloc(20_000)]]);
    for (const [sign, offset] of [[0x04034b50, 22], [0x02014b50, 24]] as const) {
      const name = Buffer.alloc(4);
      name.writeUInt32LE(sign);
      lying.writeUInt32LE(10, lying.indexOf(name) + offset);
    }
    expect(zipFits(lying, limits)).toBe(false);
  });
  test('does not list the same bytes twice: what unpacks to nothing could be unpacked two thousand times', () => {
    const letter = zip([['a', randomBytes(600)], ['b', Buffer.alloc(0)]]);
    const list = letter.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    expect(zipFits(letter, limits)).toBe(true);
    const second = letter.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), list + 1);
    for (const [from, to] of [[10, 28], [42, 46]] as const) letter.copy(letter, second + from, list + from, list + to); // how it is packed, how large it is and where it lies
    expect(zipFits(letter, limits)).toBe(false);
  });
  test('that was cut short or made up does not fit, and nothing falls over', () => {
    const whole = docx();
    for (let cut = 0; cut < whole.length; cut += 5) expect(zipFits(whole.subarray(0, cut), limits)).toBe(false);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(whole.length - 40), (noise, at) => {
      const torn = Buffer.from(whole);
      torn.set(noise, at);
      expect(typeof zipFits(torn, limits)).toBe('boolean');
    }), { numRuns: 200, seed: 7 });
  });
  test('is told from other files without being unpacked: where its first part has no end it is none of ours', async () => {
    expect(await kindOf(docx())).toBe('docx');
    expect(await kindOf(zip([['[Content_Types].xml', Buffer.alloc(64 * 1024 * 1024, ' ')], ['word/document.xml', '']]))).toBeUndefined();
  });
});
