/**
 * How the paper form looks: a Typst program. It holds no word of the form and no name; all that comes as data (`sys.inputs.data`,
 * the shape of pages/paper/sheet-form.ts). Headings, lists and tables are real ones, so that a screen reader finds them (PDF/UA-1);
 * boxes and lines to write on are drawings, which it passes over. Each sheet begins on an odd page: pads are printed on both sides.
 */
export const SHEET_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let grey = luma(95)
#let tick = move(dy: -0.35mm, box(width: 3.4mm, height: 3.4mm, stroke: 0.9pt + black))

#set document(title: d.title, date: none)
#set text(font: "Libertinus Serif", lang: d.lang, size: 9.8pt, hyphenate: false)
#set par(leading: 0.5em, spacing: 0.65em)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): it => block(width: 100%, above: 4.5mm, below: 2.5mm, fill: luma(232), inset: (x: 2.2mm, y: 1.4mm), sticky: true, text(size: 12pt, it.body))
#show heading.where(level: 3): set text(size: 11pt)

#let quiet(body) = text(size: 8.6pt, fill: grey, body)
#let ruled(n) = for _ in range(n) { block(width: 100%, height: 7.6mm, above: 0mm, below: 0mm, stroke: (bottom: 0.5pt + luma(110))) }
#let boxes(options) = list(marker: tick, body-indent: 2mm, spacing: 1.6mm, ..options.map(one => {
  one.label
  if one.about != "" { linebreak(); quiet(one.about) }
}))
// as many columns as were asked for, read downwards
#let choices(options, columns) = if columns == 1 { boxes(options) } else {
  let high = calc.ceil(options.len() / columns)
  grid(columns: (1fr,) * columns, column-gutter: 4mm, ..options.chunks(high).map(boxes))
}
#let field(one) = block(width: 100%, above: 2.8mm, below: 0mm, breakable: one.lines > 6, {
  if one.label != "" { strong(one.label) }
  for also in one.also { quiet(" / ") + text(size: 9.2pt, also) }
  if one.hint != "" { linebreak(); quiet(one.hint) }
  if one.options.len() > 0 { block(above: 2mm, below: 0mm, choices(one.options, one.columns)) }
  if one.lines > 0 { ruled(one.lines) }
})
// two short ones beside each other
#let fields(many) = {
  let at = 0
  while at < many.len() {
    let next = if at + 1 < many.len() { many.at(at + 1) } else { none }
    if many.at(at).half and next != none and next.half and next.lines == many.at(at).lines {
      block(width: 100%, above: 3mm, below: 0mm, breakable: false, grid(columns: (1fr, 1fr), column-gutter: 6mm, align: if next.lines > 0 { bottom } else { top }, field(many.at(at)), field(next)))
      at += 2
    } else {
      field(many.at(at))
      at += 1
    }
  }
}
#let group(those) = if those.only == "" { fields(those.fields) } else {
  block(width: 100%, above: 3.6mm, below: 0mm, inset: (left: 3mm), stroke: (left: 2pt + luma(160)), {
    block(sticky: true, above: 0mm, below: -1mm, emph(those.only + ":"))
    fields(those.fields)
  })
}

#let running-head(number) = {
  set text(size: 10pt)
  grid(columns: (1fr, auto), align: (left + bottom, right + bottom),
    text(weight: "bold", d.region),
    if number == "" [] else { text(size: 9pt, fill: grey, d.words.number + " ") + text(size: 15pt, weight: "bold", number) })
  v(-1.5mm)
  line(length: 100%, stroke: 0.5pt + grey)
}
#let running-foot = {
  set text(size: 8.5pt, fill: grey)
  grid(columns: (1fr, auto), d.words.printed, context [#d.words.page #counter(page).display()])
}

#let sheet(number) = {
  // its own pages, with its own number on each
  set page(paper: "a4", margin: (left: 17mm, right: 17mm, top: 21mm, bottom: 15mm), header-ascent: 6mm, footer-descent: 5mm, header: running-head(number), footer: running-foot)
  counter(page).update(1)
  heading(level: 1, d.heading)
  block(width: 100%, above: 4mm, below: 4mm, stroke: 1.2pt + black, inset: 3mm, {
    strong(d.urgent.heading)
    for one in d.urgent.lines { linebreak(); one }
  })
  for one in d.intro { par(one) }
  for one in d.parts {
    heading(level: 2, one.heading)
    if one.lead != "" { block(sticky: true, quiet(one.lead)) }
    for each in one.blocks { group(each) }
  }
  heading(level: 2, d.send.heading)
  for one in d.send.lines { par(one) }
  heading(level: 2, d.privacy.heading)
  for one in d.privacy.lines { par(quiet(one)) }
  block(breakable: false, width: 100%, {
    heading(level: 2, d.office.heading)
    let blank(words) = { quiet(words); block(width: 100%, height: 6.5mm, above: 0mm, below: 0mm, stroke: (bottom: 0.5pt + luma(110))) }
    grid(columns: (1fr, 1fr), column-gutter: 6mm, row-gutter: 1.5mm, ..d.office.rows.map(blank))
    v(1.5mm)
    choices(d.office.boxes.map(one => (label: one, about: "")), 2)
  })
}

#for (at, number) in d.numbers.enumerate() {
  if at > 0 { pagebreak(to: "odd", weak: true) }
  sheet(number)
}
`;
