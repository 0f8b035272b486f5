import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFStream, type PDFObject } from '@cantoo/pdf-lib';
import { cleanJpeg } from './jpeg.ts';

/** Entries that tell who made something, with what, and when; and small pictures of what it once looked like. */
const TELLING = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'Info'].map((name) => PDFName.of(name));
const FILES = PDFName.of('EF');

/**
 * A PDF without title, author, programs and times, also not in its pictures, written anew so that no earlier version lies behind it.
 * `complete` is false where whole files lie in it. undefined for one that is locked or not whole.
 */
export async function cleanPdf(bytes: Buffer): Promise<{ readonly bytes: Buffer; readonly complete: boolean } | undefined> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }).catch(() => undefined);
  // The library makes a document without pages of what is none.
  if (document === undefined || document.isEncrypted || pagesOf(document) === 0) return undefined;
  const { context } = document;
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  let complete = true;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined;
    if (dict === undefined) continue;
    for (const name of TELLING) dict.delete(name);
    if (dict.has(FILES)) complete = false;
    if (object instanceof PDFRawStream) context.assign(ref, withCleanPicture(object));
  }
  const reached = reachable(document.catalog, (ref) => context.lookup(ref));
  const root = context.trailerInfo.Root;
  for (const [ref] of context.enumerateIndirectObjects()) if (ref !== root && !reached.has(ref.tag)) context.delete(ref);
  return { bytes: Buffer.from(await document.save({ updateFieldAppearances: false, addDefaultPage: false })), complete };
}

function pagesOf(document: PDFDocument): number {
  try {
    return document.getPageCount();
  } catch {
    return 0;
  }
}

/** A photograph in a PDF is a JPEG as it came from the camera. */
function withCleanPicture(stream: PDFRawStream): PDFRawStream {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (only !== PDFName.of('DCTDecode')) return stream;
  const clean = cleanJpeg(Buffer.from(stream.contents));
  return clean === undefined ? stream : PDFRawStream.of(stream.dict, clean);
}

/** Everything that the document leads to; what nothing leads to is left over from earlier. */
function reachable(from: PDFObject, lookup: (ref: PDFRef) => PDFObject | undefined): Set<string> {
  const reached = new Set<string>();
  const open: PDFObject[] = [from];
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object.tag)) continue;
      reached.add(object.tag);
      const target = lookup(object);
      if (target !== undefined) open.push(target);
    } else if (object instanceof PDFArray) open.push(...object.asArray());
    else if (object instanceof PDFDict) open.push(...object.values());
    else if (object instanceof PDFStream) open.push(...object.dict.values());
  }
  return reached;
}
