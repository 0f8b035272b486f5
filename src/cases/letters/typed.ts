import type { Lang } from '../../kernel/texts.ts';
import type { Day } from '../../kernel/time.ts';

/** What a document says, as its layout reads it. */
export type LetterSheet = {
  readonly lang: Lang;
  /** what the file calls itself, in a browser’s tab and a printer’s queue: never what somebody wrote */
  readonly title: string;
  readonly sender: string;
  readonly date: string;
  /** the same day as year, month and day, for the file itself */
  readonly on: readonly [number, number, number];
  /** what it is exempt from public access by, on each page */
  readonly mark: string;
  readonly heading: string;
  /** each of its lines */
  readonly paragraphs: readonly (readonly string[])[];
  readonly footer: string;
  readonly page: string;
};

/** A day as the file’s own date. */
export function dateParts(on: Day): readonly [number, number, number] {
  return [Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8))];
}

/** The first line is the heading; what an empty line parts is a paragraph. */
export function sheetOf(text: string, about: Omit<LetterSheet, 'heading' | 'paragraphs'>): LetterSheet {
  const [heading = '', ...rest] = text.trim().split('\n');
  const paragraphs = rest.join('\n').split(/\n[ \t]*\n/).map((one) => one.split('\n').map((line) => line.trimEnd()).filter((line) => line.trim() !== '')).filter((lines) => lines.length > 0);
  return { ...about, heading: heading.trim(), paragraphs };
}
