import type { Lang } from '../kernel/texts.ts';
import type { Work } from '../statistics/public.ts';
import type { Count } from './compose-figures.ts';
import type { Block } from './content.ts';
import { reportTexts } from './texts/report.ts';

type Done = { readonly lang: Lang; readonly work: Work; readonly years: readonly { readonly year: number; readonly consultations: Count }[] };

/** What was done, year by year: it is about nobody, and stands first, since it may be told of the smallest region (domain reference §11). */
export function composeWork({ lang, work, years }: Done): Block[] {
  const t = reportTexts[lang];
  const row = (label: string, of: (year: Work) => number): string[] => [label, ...years.map(({ year }) => String(of(workIn(work, year))))];
  const reached = ({ outreach, courses }: Work): number => [...outreach, ...courses].reduce((sum, one) => sum + (one.reached ?? 0), 0);
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

/** What of it was done in a calendar year. */
function workIn({ meetings, outreach, courses, routines }: Work, year: number): Work {
  const of = ({ on }: { readonly on: string }): boolean => on.startsWith(`${year}-`);
  return { meetings: meetings.filter(of), outreach: outreach.filter(of), courses: courses.filter(of), routines: routines.filter(of) };
}
