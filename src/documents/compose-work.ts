import type { Lang } from '../kernel/texts.ts';
import type { Day } from '../kernel/time.ts';
import type { Work } from '../statistics/public.ts';
import type { Count } from './compose-figures.ts';
import type { Block } from './content.ts';
import type { OutreachLine } from './lines.ts';
import { reportTexts } from './texts/report.ts';

/** `told`: what somebody wrote of it in the same report. */
type Done = { readonly lang: Lang; readonly work: Work; readonly told: readonly OutreachLine[]; readonly years: readonly { readonly year: number; readonly consultations: Count }[] };

type Counted = Pick<Work, 'meetings' | 'courses' | 'routines'> & { readonly outreach: readonly { readonly on: Day; readonly reached: number | undefined }[] };

/**
 * What was done, year by year: it is about nobody, and stands first, since it may be told of the smallest region (domain reference §11). What was done
 * outwards is also what the same report tells of it further down, so that its first table and its last agree.
 */
export function composeWork({ lang, work, told, years }: Done): Block[] {
  const t = reportTexts[lang];
  const done: Counted = { ...work, outreach: outwards(work, told) };
  const row = (label: string, of: (year: Counted) => number): string[] => [label, ...years.map(({ year }) => String(of(workIn(done, year))))];
  const reached = ({ outreach, courses }: Counted): number => [...outreach, ...courses].reduce((sum, one) => sum + (one.reached ?? 0), 0);
  return [
    {
      kind: 'table', caption: t.part_ARBEIDET, heads: [{ text: t.what, number: false }, ...years.map(({ year }) => ({ text: String(year), number: true }))],
      rows: [
        row(t.work_MEETINGS, ({ meetings }) => meetings.length), row(t.work_OUTREACH, ({ outreach }) => outreach.length), row(t.work_COURSES, ({ courses }) => courses.length), row(t.work_REACHED, reached),
        [t.consultations, ...years.map(({ consultations: one }) => ('shown' in one ? String(one.shown) : t.few))],
        row(t.work_ROUTINES, ({ routines }) => routines.length),
      ], sums: [],
    },
    { kind: 'note', text: `${t.consultations}: ${t.consultationsNote}.` },
  ];
}

/** Each day's once: somebody's own line for it goes first, and a line about a day on which there was a course is about the course. */
function outwards({ outreach, courses }: Work, told: readonly OutreachLine[]): Counted['outreach'] {
  const [toldOn, taught] = [new Set<Day>(told.map(({ on }) => on)), new Set<Day>(courses.map(({ on }) => on))];
  return [...told.filter(({ on }) => !taught.has(on)), ...outreach.filter(({ on }) => !toldOn.has(on))];
}

/** What of it was done in a calendar year. */
function workIn({ meetings, outreach, courses, routines }: Counted, year: number): Counted {
  const of = ({ on }: { readonly on: string }): boolean => on.startsWith(`${year}-`);
  return { meetings: meetings.filter(of), outreach: outreach.filter(of), courses: courses.filter(of), routines: routines.filter(of) };
}
