/**
 * How a whole case looks on paper: a Typst program. All it says comes as data (`sys.inputs.data`, the shape of pages/whole-sheet.ts).
 * Who made it and when stands on each page; headings, lists and paragraphs are real ones (PDF/A-2a).
 */
export const WHOLE_LAYOUT = String.raw`
#let d = json(bytes(sys.inputs.data))
#let grey = luma(80)
#set document(title: d.title, date: datetime(year: d.on.at(0), month: d.on.at(1), day: d.on.at(2)))
#set text(font: "Libertinus Serif", lang: d.lang, size: 10.5pt, hyphenate: false)
#set par(leading: 0.55em, spacing: 0.75em)
#set page(paper: "a4", margin: (left: 22mm, right: 22mm, top: 22mm, bottom: 22mm),
  header: align(right, text(size: 8.5pt, fill: grey, d.mark)),
  footer: { set text(size: 8.5pt, fill: grey); grid(columns: (1fr, auto), column-gutter: 6mm, d.footer, context [#d.page #counter(page).display() #d.of #counter(page).final().first()]) })
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 2): it => block(above: 7mm, below: 3mm, sticky: true, text(size: 14pt, it.body))
#show heading.where(level: 3): it => block(above: 4.5mm, below: 1.5mm, sticky: true, text(size: 11pt, it.body))
#let facts(lines) = for one in lines { par(strong(one.term + if one.term.ends-with("?") { " " } else { ": " }) + one.text.join(linebreak())) }
#heading(level: 1, d.title)
#for one in d.lead { par(one) }
#facts(d.facts)
#for part in d.parts {
  heading(level: 2, part.heading)
  for item in part.items {
    heading(level: 3, item.heading)
    if item.about != "" { par(text(fill: grey, size: 9.5pt, item.about)) }
    facts(item.lines)
  }
}
`;
