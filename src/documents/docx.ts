import { AlignmentType, BorderStyle, Document, Footer, Header, HeadingLevel, ImageRun, LevelFormat, Packer, PageNumber, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableOfContents, TableRow, TextRun, WidthType, type ParagraphChild } from 'docx';
import { barPicture } from './bar-picture.ts';
import { footOf, passagesIn, type Block, type Content } from './content.ts';
import { onPaper } from './layout.ts';
import { reportTexts } from './texts/report.ts';

type Piece = Paragraph | Table | TableOfContents;
type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

const LEVEL = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const LOCALE = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const;
const WARM = '8A4B14';
const GREY = '505050';
const POINTS = 'points';
/** English Metric Units are the library's own matter; it takes pixels. */
const PICTURE_WIDTH = 600;
/** A4 between its margins, in twentieths of a point. A text program does not find widths by itself: without these each column is as wide as the next. */
const PAPER_WIDTH = 9026;
const NUMBER_WIDTH = 1500;
/** «Nr.» before the words */
const COUNT_WIDTH = 700;
/** Air above a heading, and its own words dark as in the PDF: a text program's own are blue, and close to what stands above. */
const HEADINGS = {
  heading1: { run: { size: 32, bold: true, color: '1F1F1F' }, paragraph: { keepNext: true, spacing: { before: 360, after: 120 } } },
  heading2: { run: { size: 27, bold: true, color: '1F1F1F' }, paragraph: { keepNext: true, spacing: { before: 280, after: 100 } } },
  heading3: { run: { size: 23, bold: true, color: '1F1F1F' }, paragraph: { keepNext: true, spacing: { before: 200, after: 80 } } },
} as const;

/** The report as a Word file for editing: real headings, lists and tables, and words for each chart. */
export async function docxOf(content: Content): Promise<Buffer> {
  const { lang, mark, title, subtitle } = content;
  const t = reportTexts[lang];
  const document = new Document({
    title: `${title}, ${subtitle}`, creator: content.place, description: mark ?? '', features: { updateFields: contentsPage(content) !== null },
    styles: { default: { ...HEADINGS, document: { run: { font: 'Calibri', size: 22, language: { value: LOCALE[lang] } }, paragraph: { spacing: { after: 120 } } } } },
    numbering: { config: [{ reference: POINTS, levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 500, hanging: 250 } } } }] }] },
    sections: [{
      ...(mark === null ? {} : { headers: { default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: mark, bold: true, color: WARM })] })] }) } }),
      footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: [`${footOf(content)}. ${t.page} `, PageNumber.CURRENT, ` ${t.of} `, PageNumber.TOTAL_PAGES], size: 17, color: GREY })] })] }) },
      children: [...front(content), ...onPaper(content.blocks).flatMap(drawn)],
    }],
  });
  return Packer.toBuffer(document);
}

function front(content: Content): Piece[] {
  const contents = contentsPage(content);
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(content.title)] }), new Paragraph({ children: [new TextRun({ text: content.subtitle, size: 28 })] }),
    ...content.about.map(({ term, value }) => new Paragraph({ children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(value)] })),
    ...(contents === null ? [] : [new Paragraph({ spacing: { before: 400 }, children: [new TextRun({ text: contents, bold: true, size: 28 })] }), new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-2' }), new Paragraph({ pageBreakBefore: true })]),
  ];
}

/** Two pages of A4 between their margins, of 11 points with the air between paragraphs, and as many letters as a line has. */
const TWO_PAGES = 92;
const LINE_LETTERS = 95;

/** What is one page in the PDF has no page of contents there (layout.ts), and is two here at the most: nor has it one here. Nobody sets a Word file before it is opened, so its length is reckoned. */
export function contentsPage({ contents, blocks }: Pick<Content, 'contents' | 'blocks'>): string | null {
  return onPaper(blocks).reduce((sum, block) => sum + linesOf(block), 0) > TWO_PAGES ? contents : null;
}

function linesOf(block: Block): number {
  const wrapped = (text: string, letters = LINE_LETTERS): number => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
  const paragraphs = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + wrapped(text) + 0.5, 0);
  const cells = (rows: readonly (readonly string[])[]): number => rows.reduce((sum, row) => sum + 0.4 + Math.max(...row.map((text) => wrapped(text, LINE_LETTERS / row.length))), 0);
  switch (block.kind) {
    case 'heading': return 3;
    case 'text': return paragraphs(passagesIn(block.text).flatMap((one) => (one.kind === 'points' ? one.items : [one.text])));
    case 'list': return paragraphs(block.items);
    case 'facts': return paragraphs(block.items.flatMap(({ term, values }) => (values.length === 1 ? [`${term}: ${values[0] ?? ''}`] : [term, ...values])));
    case 'table': return 3 + cells([...block.rows, ...block.sums]);
    case 'bars': return 4 + paragraphs([block.note]) + 2 * cells(block.rows.map(({ label, shown }) => [label, shown]));
    case 'remark': case 'note': return paragraphs([block.text]);
  }
}

function drawn(block: Block): Piece[] {
  switch (block.kind) {
    case 'heading': return [new Paragraph({ heading: block.listed ? LEVEL[block.level] : HeadingLevel.HEADING_3, children: [new TextRun(block.text)] })];
    case 'text': return passagesIn(block.text).flatMap((one) => (one.kind === 'points' ? one.items.map(point) : [paragraph(one.text)]));
    case 'list': return block.items.map(point);
    case 'facts': return block.items.flatMap(({ term, values }) => (values.length === 1 ? [new Paragraph({ children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(values[0] ?? '')] })] : [new Paragraph({ keepNext: true, children: [new TextRun({ text: term, bold: true })] }), ...values.map(point)]));
    case 'table': return [...(block.caption === '' ? [] : [caption(block.caption)]), tableOf(block), new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: '', size: 12 })] })];
    case 'bars': return bars(block);
    case 'remark': return [new Paragraph({ border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: WARM } }, children: [new TextRun(block.text)] })];
    case 'note': return [note(block.text)];
  }
}

function paragraph(text: string): Paragraph {
  return new Paragraph({ children: text.split('\n').flatMap((line, at): ParagraphChild[] => [new TextRun({ text: line, break: at === 0 ? 0 : 1 })]) });
}

function point(text: string): Paragraph {
  return new Paragraph({ numbering: { reference: POINTS, level: 0 }, children: [new TextRun(text)] });
}

function caption(text: string): Paragraph {
  return new Paragraph({ keepNext: true, children: [new TextRun({ text, italics: true, color: GREY })] });
}

function note(text: string): Paragraph {
  return new Paragraph({ spacing: { before: 80 }, children: [new TextRun({ text, size: 18, color: GREY })] });
}

type Look = { readonly number: boolean; readonly bold: boolean; readonly shaded?: boolean; /** twentieths of a point */ readonly width: number };

function cell(text: string, { number, bold, shaded = false, width }: Look): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: 'EEEEEE' } } : {}), margins: { top: 60, bottom: 60, left: 90, right: 90 },
    children: text.split('\n').map((line) => new Paragraph({ alignment: number ? AlignmentType.RIGHT : AlignmentType.LEFT, spacing: { after: 0 }, children: [new TextRun({ text: line, bold })] })),
  });
}

/** Numbers take what they need, and words share the rest; the first column is a little wider, and names after «Nr.» more so. */
function widthsOf(heads: Of<'table'>['heads']): number[] {
  const numberAt = (at: number): number => (at === 0 ? COUNT_WIDTH : NUMBER_WIDTH);
  const left = PAPER_WIDTH - heads.reduce((sum, { number }, at) => sum + (number ? numberAt(at) : 0), 0);
  const shares = heads.map(({ number }, at) => (number ? 0 : at === 0 ? 1.2 : at === 1 && heads[0]?.number === true ? 1.8 : 1));
  const all = Math.max(1, shares.reduce<number>((a, b) => a + b, 0));
  return heads.map(({ number }, at) => (number ? numberAt(at) : Math.floor((left * (shares[at] ?? 1)) / all)));
}

function tableOf({ heads, rows, sums }: Pick<Of<'table'>, 'heads' | 'rows' | 'sums'>): Table {
  const widths = widthsOf(heads);
  const row = (cells: readonly string[], bold: boolean): TableRow => new TableRow({ cantSplit: true, children: cells.map((text, at) => cell(text, { number: heads[at]?.number ?? false, bold, width: widths[at] ?? NUMBER_WIDTH })) });
  return new Table({
    width: { size: PAPER_WIDTH, type: WidthType.DXA }, columnWidths: widthsOf(heads), layout: TableLayoutType.FIXED,
    rows: [new TableRow({ tableHeader: true, children: heads.map(({ text, number }, at) => cell(text, { number, bold: true, shaded: true, width: widths[at] ?? NUMBER_WIDTH })) }), ...rows.map((one) => row(one, false)), ...sums.map((one) => row(one, true))],
  });
}

/** What is hidden has no bar, and so no place in the picture: it stands in the table alone. */
function bars({ title, heads, rows, note: words }: Of<'bars'>): Piece[] {
  const drawnRows = rows.filter(({ value }) => value !== null);
  const { svg, png, height } = barPicture(drawnRows, PICTURE_WIDTH);
  const name = `${title}: ${rows.map(({ label, shown }) => `${label} ${shown}`).join(', ')}`;
  const picture = new ImageRun({ type: 'svg', data: svg, transformation: { width: PICTURE_WIDTH, height }, fallback: { type: 'png', data: png }, altText: { name: title, title, description: name } });
  return [
    caption(title), ...(drawnRows.length === 0 ? [] : [new Paragraph({ keepNext: true, children: [picture] })]),
    tableOf({ heads: [{ text: heads[0], number: false }, { text: heads[1], number: true }], rows: rows.map(({ label, shown }) => [label, shown]), sums: [] }), note(words),
  ];
}
