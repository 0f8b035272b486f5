import type { Instant } from '../../../kernel/time.ts';
import type { ReportContent } from '../../form/content.ts';
import type { ReportState } from '../../report.ts';

type Part = ReportState['contents'][number];

/** What a report and its additions say about one thing. */
export type Said<T> = {
  /** what the newest part says; undefined when it says nothing */
  readonly now: T | undefined;
  /** what earlier parts said otherwise, newest first */
  readonly before: readonly { readonly at: Instant; readonly value: T }[];
};

/** An addition never replaces: whoever is to be kept safe by an answer must see that there were others. */
export function said<T>(parts: readonly Part[], pick: (report: ReportContent) => T | undefined): Said<T> {
  const values = parts.map((part) => ({ at: part.at, value: pick(part.report) })).toReversed();
  const now = values[0]?.value;
  const seen = new Set<T | undefined>([now]);
  const before: { at: Instant; value: T }[] = [];
  for (const { at, value } of values.slice(1)) {
    if (value !== undefined && !seen.has(value)) before.push({ at, value });
    seen.add(value);
  }
  return { now, before };
}

/** Whether any part says so: a danger once told of does not go away because a later part is silent. */
export function anyPart(parts: readonly Part[], test: (report: ReportContent) => boolean): boolean {
  return parts.some((part) => test(part.report));
}

/** The newest part; a report has at least the one it came with. */
export function newest(parts: readonly Part[]): ReportContent {
  const last = parts.at(-1);
  if (last === undefined) throw new RangeError('a report without content');
  return last.report;
}
