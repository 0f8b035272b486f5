import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { openTypesetter, type Typesetter } from '../../src/kernel/typesetting/typesetter.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A typesetter as the product has it, built for this test alone. */
export function builtTypesetter(): Typesetter & { readonly program: string } {
  // below the sources: the program finds its package as it does in dist/
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.vv-typeset-'));
  execFileSync(process.execPath, ['--input-type=module', '-e', `const { bundleTypesetter } = await import(${JSON.stringify(join(ROOT, 'build.mjs'))}); await bundleTypesetter(${JSON.stringify(folder)});`], { cwd: ROOT });
  const program = join(folder, 'typeset.mjs');
  const setter = openTypesetter({ program });
  return { ...setter, program, close: () => { setter.close(); rmSync(folder, { recursive: true }); } };
}

/** What a screen reader finds: how many of each kind of part, walked from the root of the structure. */
export function structure(pdf: PDFDocument): Map<string, number> {
  const found = new Map<string, number>();
  const walk = (object: PDFObject | undefined): void => {
    const value = object instanceof PDFRef ? pdf.context.lookup(object) : object;
    if (value instanceof PDFArray) value.asArray().forEach(walk);
    if (!(value instanceof PDFDict)) return;
    const kind = value.get(PDFName.of('S'));
    if (kind instanceof PDFName) found.set(kind.decodeText(), (found.get(kind.decodeText()) ?? 0) + 1);
    walk(value.get(PDFName.of('K')));
  };
  walk(pdf.catalog.get(PDFName.of('StructTreeRoot')));
  return found;
}

/** Whether a file is tagged from its root, and in which language it says it is. */
export function tagged(pdf: PDFDocument): { readonly marked: boolean; readonly lang: string } {
  return { marked: /\/Marked true/.test(String(pdf.catalog.lookup(PDFName.of('MarkInfo')))), lang: String(pdf.catalog.get(PDFName.of('Lang'))) };
}
