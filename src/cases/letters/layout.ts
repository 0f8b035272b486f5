/**
 * How a document looks: a Typst program. It holds no word and no name; all that comes as data (`sys.inputs.data`, the shape of
 * letters/typed.ts). The heading is a real one, so that a screen reader finds it (PDF/A-2a).
 */
export const LETTER_LAYOUT = String.raw`
#let d = json(bytes(sys.inputs.data))
#let grey = luma(80)
#set document(title: d.title, date: datetime(year: d.on.at(0), month: d.on.at(1), day: d.on.at(2)))
#set text(font: "Libertinus Serif", lang: d.lang, size: 11.5pt, hyphenate: false)
#set par(leading: 0.62em, spacing: 1.05em)
#set page(paper: "a4", margin: (left: 25mm, right: 25mm, top: 30mm, bottom: 25mm),
  header: context grid(columns: (auto, 1fr), column-gutter: 6mm, text(size: 10pt, fill: grey, if counter(page).get().first() == 1 { d.sender }), align(right, text(size: 9pt, fill: grey, d.mark))),
  footer: { set text(size: 9pt, fill: grey); grid(columns: (1fr, auto), d.footer, context [#d.page #counter(page).display()]) })
#show heading.where(level: 1): set text(size: 17pt)
#align(right, d.date)
#v(4mm)
#if d.heading != "" { heading(level: 1, d.heading) }
#v(3mm)
#for one in d.paragraphs { par(one.join(linebreak())) }
`;
