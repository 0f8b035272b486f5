import { z } from 'zod';
import { LANGUAGES } from '../kernel/texts.ts';
import { OPENNESS } from '../reports/codes.ts';

const text = z.string();

/** One piece of a report, in words: page, PDF and DOCX are made of the same. */
const block = z.discriminatedUnion('kind', [
  /** `listed`: stands in the contents page */
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), text, listed: z.boolean() }),
  /** running text; a line that begins with a dash is a point of a list */
  z.strictObject({ kind: z.literal('text'), text }),
  z.strictObject({ kind: z.literal('list'), items: z.array(text) }),
  z.strictObject({ kind: z.literal('facts'), items: z.array(z.strictObject({ term: text, values: z.array(text) })) }),
  z.strictObject({ kind: z.literal('table'), caption: text, heads: z.array(z.strictObject({ text, number: z.boolean() })), rows: z.array(z.array(text)), sums: z.array(z.array(text)) }),
  /** a chart, and the same rows as a table; a row without a value is hidden and has no bar */
  z.strictObject({ kind: z.literal('bars'), title: text, heads: z.tuple([text, text]), rows: z.array(z.strictObject({ label: text, value: z.number().nullable(), shown: text })), note: text }),
  /** something that does not add up, or that the reader is to know */
  z.strictObject({ kind: z.literal('remark'), text }),
  /** how something is counted */
  z.strictObject({ kind: z.literal('note'), text }),
]);
export type Block = z.infer<typeof block>;

/** A whole report in words, as it is shown and frozen. */
export const content = z.strictObject({
  lang: z.enum(LANGUAGES), title: text, subtitle: text, place: text,
  /** what each page says of itself: set where single people can be recognised */
  mark: z.string().nullable(),
  /** whether it is open to everybody (offentleglova); absent in what was composed before reports were marked */
  openness: z.enum(OPENNESS.codes).optional(),
  about: z.array(z.strictObject({ term: text, value: text })),
  /** the contents page; absent in a report of two pages */
  contents: z.string().nullable(),
  blocks: z.array(block),
});
export type Content = z.infer<typeof content>;

/** What stands at the foot of each page: which report it is, and whether it is open to everybody. */
export function footOf({ lang, title, subtitle, openness }: Pick<Content, 'lang' | 'title' | 'subtitle' | 'openness'>): string {
  return `${title}, ${subtitle}${openness === undefined ? '' : ` · ${OPENNESS.label(openness, lang)}`}`;
}

/** A paragraph, or the points of a list, out of what somebody wrote. */
export type Passage = { readonly kind: 'paragraph'; readonly text: string } | { readonly kind: 'points'; readonly items: readonly string[] };

const POINT = /^\s*[-•*–]\s+/;

/** Splits running text at empty lines, and gathers lines that begin with a dash into a list. */
export function passagesIn(written: string): Passage[] {
  return written.split(/\n\s*\n/).flatMap((piece): Passage[] => {
    const passages: Passage[] = [];
    for (const line of piece.split('\n').filter((one) => one.trim() !== '')) {
      const last = passages.at(-1);
      const point = POINT.test(line);
      const said = line.replace(POINT, '').trim();
      if (point && last?.kind === 'points') passages[passages.length - 1] = { kind: 'points', items: [...last.items, said] };
      else if (point) passages.push({ kind: 'points', items: [said] });
      else if (last?.kind === 'paragraph') passages[passages.length - 1] = { kind: 'paragraph', text: `${last.text}\n${said}` };
      else passages.push({ kind: 'paragraph', text: said });
    }
    return passages;
  });
}

/** Headings that stand in the contents page. */
export function contentsOf({ blocks }: Pick<Content, 'blocks'>): { readonly level: 1 | 2 | 3; readonly text: string }[] {
  return blocks.flatMap((one) => (one.kind === 'heading' && one.listed ? [{ level: one.level, text: one.text }] : []));
}
