/** What a tool answers: lines for the person who ran it, and whether everything is as it should be (exit code 0 or 1). */
export type Report = { readonly lines: readonly string[]; readonly well: boolean };

/** One line per fault below a heading, or the sentence that says there is none. */
export function reportOf(heading: string, faults: readonly string[], none: string): Report {
  return faults.length === 0 ? { lines: [`${heading}: ${none}`], well: true } : { lines: [`${heading}:`, ...faults.map((fault) => `  ${fault}`)], well: false };
}

export function together(reports: readonly Report[]): Report {
  return { lines: reports.flatMap((report) => report.lines), well: reports.every((report) => report.well) };
}
