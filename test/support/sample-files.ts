import { deflateRawSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

/** A word that a camera or a program wrote into a file, and that no clean copy may hold. */
export const TOLD = 'Fjordgata7Kamera';

function u16(n: number): Buffer {
  const out = Buffer.alloc(2);
  out.writeUInt16BE(n);
  return out;
}

function u32(n: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(n);
  return out;
}

function segment(marker: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0xff, marker), u16(body.length + 2), body]);
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** EXIF as a telephone writes it: turned by 90°, and much else. */
export function exif(turned = 6): Buffer {
  const entry = Buffer.concat([u16(0x0112), u16(3), u32(1), u16(turned), u16(0)]);
  const maker = Buffer.concat([u16(0x010f), u16(2), u32(TOLD.length), u32(38)]);
  return Buffer.concat([latin('MM\0*'), u32(8), u16(2), maker, entry, u32(0), latin(TOLD)]);
}

/** The lines of a picture: tables, frame, and coded data with a stuffed byte and a restart in it. */
const PICTURE = Buffer.concat([
  segment(0xdb, Buffer.alloc(65)), segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])), segment(0xc4, Buffer.alloc(20)),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
]);

/** A photograph with place, preview, comment, and a film hung on behind its end. */
export function jpeg(turned = 6): Buffer {
  const jfif = Buffer.concat([latin('JFIF\0'), Buffer.from([1, 1, 0, 0, 72, 0, 72, 1, 1]), latin(TOLD.slice(0, 3))]);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8), segment(0xe0, jfif), segment(0xe1, Buffer.concat([latin('Exif\0\0'), exif(turned)])), segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0<x>${TOLD}</x>`)),
    segment(0xed, latin(`Photoshop 3.0\0${TOLD}`)), segment(0xfe, latin(TOLD)), segment(0xe2, latin('ICC_PROFILE\0\u0001\u0001farger')), PICTURE, Buffer.of(0xff, 0xd9), latin(`motion ${TOLD}`),
  ]);
}

function pngChunk(name: string, body: Buffer): Buffer {
  return Buffer.concat([u32(body.length), latin(name), body, u32(0)]);
}

export function png(): Buffer {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), pngChunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])), pngChunk('tEXt', latin(`Author\0${TOLD}`)),
    pngChunk('eXIf', exif()), pngChunk('IDAT', latin('billede')), pngChunk('tIME', latin(TOLD.slice(0, 7))), pngChunk('IEND', Buffer.alloc(0)), latin(TOLD),
  ]);
}

function riffChunk(name: string, body: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([latin(name), size, body, Buffer.alloc(body.length % 2)]);
}

export function webp(): Buffer {
  const body = Buffer.concat([latin('WEBP'), riffChunk('VP8X', Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])), riffChunk('VP8 ', latin('bilde')), riffChunk('EXIF', exif(3)), riffChunk('XMP ', latin(TOLD))]);
  return Buffer.concat([riffChunk('RIFF', body), latin(TOLD)]);
}

function box(name: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), latin(name), body]);
}

/** A film whose camera told where and when; `tracked`: also in a track of its own. */
export function mp4(tracked = false): Buffer {
  const times = Buffer.concat([u32(0), u32(0xaaaa), u32(0xbbbb), Buffer.alloc(80)]);
  const track = (kind: string) => box('trak', box('tkhd', times), box('mdia', box('mdhd', times), box('hdlr', u32(0), u32(0), latin(kind), Buffer.alloc(12), latin(TOLD))));
  return Buffer.concat([
    box('ftyp', latin('isom'), u32(0), latin('isommp42')), box('mdat', latin('lyd og bilde')),
    box('moov', box('mvhd', times), track('vide'), ...(tracked ? [track('meta')] : []), box('udta', box('\u00a9xyz', latin(TOLD)))), box('uuid', Buffer.alloc(16), latin(TOLD)), box('free', latin(TOLD)),
  ]);
}

/** A HEIC picture whose EXIF lies in the file's data. */
export function heic(): Buffer {
  const made = (exifAt: number): Buffer => Buffer.concat([
    box('ftyp', latin('heic'), u32(0), latin('mif1heic')),
    box('meta', u32(0), box('hdlr', u32(0), u32(0), latin('pict'), Buffer.alloc(13)),
      box('iinf', u32(0), u16(2), box('infe', Buffer.from([2, 0, 0, 0]), u16(1), u16(0), latin('hvc1\0')), box('infe', Buffer.from([2, 0, 0, 0]), u16(2), u16(0), latin('Exif\0'))),
      box('iloc', u32(0), Buffer.from([0x44, 0x00]), u16(2), u16(1), u16(0), u16(1), u32(exifAt - 5), u32(5), u16(2), u16(0), u16(1), u32(exifAt), u32(TOLD.length))),
    box('mdat', latin('bilde'), latin(TOLD)),
  ]);
  return made(made(5).indexOf(TOLD));
}

export function mp3(): Buffer {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
  return Buffer.concat([latin('ID3\u0003\0\0\0\0\0\u0010'), latin(TOLD), frame, frame, frame, latin('TAG'), latin(TOLD), Buffer.alloc(125 - TOLD.length)]);
}

/** A scanned letter: title, author, XMP, a photograph with EXIF, and a page that was taken out again. */
export async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setTitle(TOLD);
  document.setAuthor(TOLD);
  const page = document.addPage([200, 200]);
  const { context } = document;
  document.catalog.set(PDFName.of('Metadata'), context.register(context.stream(`<x>${TOLD}</x>`)));
  const picture = PDFRawStream.of(context.obj({ Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1, ColorSpace: 'DeviceGray', BitsPerComponent: 8, Filter: 'DCTDecode' }), jpeg());
  page.node.setXObject(PDFName.of('Bilde'), context.register(picture));
  context.register(context.stream(`left over ${TOLD}`));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** A zip file of these entries, each packed. */
export function zip(entries: readonly (readonly [name: string, text: string | Buffer])[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, text] of entries) {
    const packed = deflateRawSync(text);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(Buffer.byteLength(text), 22);
    head.writeUInt16LE(name.length, 26);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50, 0);
    head.copy(line, 6, 4, 30);
    line.writeUInt32LE(at, 42);
    parts.push(head, Buffer.from(name), packed);
    list.push(line, Buffer.from(name));
    at += head.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...list, end]);
}

/** A letter of a word processor with more in it. */
export function docx(more: readonly (readonly [name: string, text: string | Buffer])[] = []): Buffer {
  const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  return zip([['[Content_Types].xml', types], ['word/document.xml', '<w:document/>'], ...more]);
}
