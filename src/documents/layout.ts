import { footOf, passagesIn, type Block, type Content, type Passage } from './content.ts';

type Sheet = Omit<Content, 'blocks'> & { readonly foot: string; readonly blocks: readonly (Exclude<Content['blocks'][number], { kind: 'text' }> | { readonly kind: 'text'; readonly passages: readonly Passage[] })[]; readonly words: Readonly<Record<'page' | 'of', string>> };

/** A report as the program below reads it. */
export function sheetOf(content: Content, words: Sheet['words']): Sheet {
  return { ...content, foot: footOf(content), words: { page: words.page, of: words.of }, blocks: onPaper(content.blocks).map((block) => (block.kind === 'text' ? { kind: 'text', passages: passagesIn(block.text) } : block)) };
}

/** A table whose heading, or whose first column, says what it is has no line that says so once more. */
export function onPaper(blocks: readonly Block[]): Block[] {
  let heading = '';
  return blocks.map((block) => {
    if (block.kind === 'heading') heading = block.text;
    return block.kind === 'table' && (block.caption === heading || block.caption === block.heads[0]?.text) ? { ...block, caption: '' } : block;
  });
}

/**
 * How a report looks on paper: a Typst program. All it says comes as data (`sys.inputs.data`, the shape of sheetOf). Headings, lists and
 * tables are real ones; bars are decoration, and their numbers stand beside them (PDF/UA-1).
 */
export const REPORT_LAYOUT = String.raw`
#let d = json(bytes(sys.inputs.data))
#let grey = luma(80)
#let warm = rgb("#8a4b14")
#set document(title: d.title + ", " + d.subtitle, date: none)
#set text(font: "Libertinus Serif", lang: d.lang, size: if d.contents == none { 10pt } else { 11pt }, hyphenate: false)
#let short = d.contents == none
#set par(leading: 0.6em, spacing: if short { 0.75em } else { 0.9em })
#set page(paper: "a4", margin: (left: 22mm, right: 22mm, top: if d.mark != none { 28mm } else if short { 16mm } else { 20mm }, bottom: if short { 17mm } else { 20mm }),
  header: if d.mark != none { block(width: 100%, stroke: 0.8pt + warm, inset: 2mm, align(center, text(size: 10pt, weight: "bold", fill: warm, d.mark))) },
  footer: { set text(size: 8.5pt, fill: grey); grid(columns: (1fr, auto), d.foot, context [#d.words.page #counter(page).display() #d.words.of #counter(page).final().first()]) })
#show heading.where(level: 1): it => block(above: if short { 5mm } else { 9mm }, below: 3mm, sticky: true, text(size: if short { 13pt } else { 16pt }, it.body))
#show heading.where(level: 2): it => block(above: 6mm, below: 2.5mm, sticky: true, text(size: 13pt, it.body))
#show heading.where(level: 3): it => block(above: 4.5mm, below: 1.5mm, sticky: true, text(size: 11pt, it.body))
#show outline.entry.where(level: 1): set block(above: 3mm)
#show outline.entry.where(level: 1): set text(weight: "bold")
#set table(stroke: (x, y) => (bottom: 0.4pt + luma(170)), inset: (x: 1.5mm, y: 1.6mm))
#show table.cell.where(y: 0): set text(weight: "bold", size: 9.5pt)
#let broken(value) = value.split("\n").join(linebreak())
#let side(heads) = heads.map(one => if one.number { right } else { left })
// what stands after «Nr.» are names and sentences
#let widths(heads) = heads.enumerate().map(((at, one)) => if one.number { auto } else { if at == 0 { 1.2fr } else if at == 1 and heads.at(0).number { 1.8fr } else { 1fr } })
#let caption(words) = block(above: 5mm, below: 1.5mm, sticky: true, text(size: 9.5pt, fill: grey, words))
#let drawn(rows) = {
  let most = calc.max(1, ..rows.map(one => if one.value == none { 0 } else { one.value }))
  rows.map(one => (one.label, if one.value == none { [] } else { pdf.artifact(rect(width: one.value / most * 100%, height: 3mm, fill: warm, stroke: none)) }, one.shown)).flatten()
}
// a table or a list of a dozen rows is not left with its last one on the next page, nor with its heading on the one before
#let kept(rows, body) = block(width: 100%, breakable: rows.len() > 12, body)
#let draw(one, next) = {
  if one.kind == "heading" { heading(level: one.level, outlined: one.listed, one.text) }
  // a line that leads to a table stays with it, and so does the heading above it
  else if one.kind == "text" and one.passages.len() == 1 and one.passages.first().kind != "points" and next in ("table", "bars") { block(sticky: true, spacing: if short { 0.75em } else { 0.9em }, broken(one.passages.first().text)) }
  else if one.kind == "text" { for p in one.passages { if p.kind == "points" { list(..p.items) } else { par(broken(p.text)) } } }
  else if one.kind == "list" { list(..one.items) }
  else if one.kind == "facts" {
    for f in one.items { if f.values.len() == 1 { par(strong(f.term + ": ") + f.values.at(0)) } else { kept(f.values, { par(strong(f.term)); list(..f.values) }) } }
  }
  else if one.kind == "table" {
    if one.caption != "" { caption(one.caption) }
    kept(one.rows, table(columns: widths(one.heads), align: side(one.heads), table.header(..one.heads.map(h => h.text)),
      ..one.rows.flatten().map(broken), ..one.sums.map(row => row.map(cell => strong(cell))).flatten()))
  }
  else if one.kind == "bars" {
    if one.title != one.heads.at(0) { caption(one.title) }
    kept(one.rows, table(columns: (1.2fr, 1fr, auto), align: (left, left + horizon, right), table.header(one.heads.at(0), table.cell(colspan: 2, align: right, one.heads.at(1))), ..drawn(one.rows)))
    text(size: 9pt, fill: grey, one.note)
  }
  else if one.kind == "remark" { block(width: 100%, inset: (left: 3mm, y: 1mm), stroke: (left: 1.2pt + warm), one.text) }
  else { par(text(size: 9pt, fill: grey, one.text)) }
}
#let body = for (at, one) in d.blocks.enumerate() { draw(one, d.blocks.at(at + 1, default: (kind: none)).kind) }
// one page of text needs no page of contents; what is measured is the text alone, so that leaving it out cannot change the answer
#let long() = not short and measure(body, width: page.width - page.margin.left.length - page.margin.right.length).height > page.height - page.margin.top.length - page.margin.bottom.length
#context if long() { v(24mm) }
#text(size: if short { 18pt } else { 24pt }, weight: "bold", d.title)

#text(size: 14pt, d.subtitle)
#context if long() { v(6mm) }
#for a in d.about { par(spacing: 0.5em, strong(a.term + ": ") + a.value) }
#context if long() {
  v(8mm)
  outline(title: d.contents, depth: 2, indent: 5mm)
  pagebreak()
}
#body
`;
