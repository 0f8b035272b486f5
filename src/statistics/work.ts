import type { Day } from '../kernel/time.ts';
import { ROUTINE, type CourseGroup, type CourseTheme, type Outreach } from './codes.ts';
import type { DoneLine } from './done.ts';

/** What was done, and is about nobody: it may be told of the smallest region, to the last one (domain reference §11). */
export type Work = {
  /** the team's meetings; what those who came work as */
  readonly meetings: readonly { readonly on: Day; readonly roles: readonly string[] }[];
  readonly outreach: readonly { readonly on: Day; readonly kind: Outreach; readonly reached: number | undefined }[];
  /** those with a theme; what was written down as a course before there were themes is outreach */
  readonly courses: readonly { readonly on: Day; readonly theme: CourseTheme; readonly group: CourseGroup | undefined; readonly reached: number | undefined }[];
  /** by the day on which they were adopted */
  readonly routines: readonly { readonly on: Day }[];
};

/** @param lines of the register, in the order in which they are told */
export function workOf(meetings: Work['meetings'], lines: readonly DoneLine[]): Work {
  return {
    meetings,
    outreach: lines.flatMap(({ on, kind, theme, reached }) => (kind === ROUTINE || theme !== undefined ? [] : [{ on, kind, reached }])),
    courses: lines.flatMap(({ on, theme, group, reached }) => (theme === undefined ? [] : [{ on, theme, group, reached }])),
    routines: lines.flatMap(({ on, kind }) => (kind === ROUTINE ? [{ on }] : [])),
  };
}

/** How many meetings, how often the region told of its help, how many courses it held, how many routines were adopted, and how many people were reached where somebody counted them. */
export type WorkCount = { readonly meetings: number; readonly outreach: number; readonly courses: number; readonly routines: number; readonly reached: number };

export function countWork({ meetings, outreach, courses, routines }: Work): WorkCount {
  return { meetings: meetings.length, outreach: outreach.length, courses: courses.length, routines: routines.length, reached: [...outreach, ...courses].reduce((sum, { reached }) => sum + (reached ?? 0), 0) };
}
