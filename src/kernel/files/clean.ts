import { cleanHeic, cleanMovie } from './boxes.ts';
import { cleanFrames, cleanPng, cleanWebp } from './chunks.ts';
import { cleanJpeg } from './jpeg.ts';
import type { FileKind } from './kinds.ts';
import { cleanPdf } from './pdf.ts';

/** A copy without what tells of place, time and maker; `complete` false: something of it may be left. */
export type CleanCopy = { readonly bytes: Buffer; readonly complete: boolean };

/** Takes out what a file tells beside what it shows. undefined for what cannot be cleaned: another kind, locked, or not whole. */
export async function clean(kind: FileKind, bytes: Buffer): Promise<CleanCopy | undefined> {
  switch (kind) {
    case 'jpeg': return whole(cleanJpeg(bytes));
    case 'png': return whole(cleanPng(bytes));
    case 'webp': return whole(cleanWebp(bytes));
    case 'heic': return whole(cleanHeic(bytes));
    case 'mp3': case 'aac': return whole(cleanFrames(bytes));
    case 'mp4': case 'mov': case 'm4a': return cleanMovie(bytes);
    case 'pdf': return cleanPdf(bytes);
    case 'ogg': case 'docx': case 'text': return undefined;
  }
}

function whole(bytes: Buffer | undefined): CleanCopy | undefined {
  return bytes === undefined ? undefined : { bytes, complete: true };
}
