import { ROLE } from '../staff/codes.ts';
import type { Lang } from '../kernel/texts.ts';
import { COURSE_GROUP, COURSE_THEME, OUTREACH } from '../statistics/codes.ts';
import type { Work } from '../statistics/public.ts';
import type { Block } from './content.ts';
import type { Typed } from './lines.ts';
import { dayWords } from './months.ts';
import { planOf, type Part, type PartCode } from './plan.ts';
import { NOTHING, type WrittenParts } from './publication.ts';
import type { Kind } from './codes.ts';
import { reportTexts } from './texts/report.ts';

/** @property work what the product knows was done in the period of the report */
export type Known = { readonly kind: Kind; readonly lang: Lang; readonly parts: WrittenParts; readonly work: Work };

/** The parts that what was done outwards may stand in: what somebody wrote in one of them is not told once more in another. */
const OUTWARDS: readonly PartCode[] = ['PROMOTERING', 'INFORMASJON', 'FAGKONFERANSE'];

/**
 * The lines of a part that nobody has to type: the team's meetings year by year, what was done outwards, and the courses that were held. What somebody
 * wrote goes first: their own number of the team's meetings in a year, their own line for a day, and their own course of the same name.
 */
export function knownLines(part: Pick<Part, 'code'>, known: Known): Typed[] {
  if (part.code === 'TEAMET') return knownMeetings(known);
  if (part.code === 'KOMPETANSE') return knownCourses(known);
  return part.code === 'PROMOTERING' ? knownOutreach(known) : [];
}

function linesOf({ parts }: Pick<Known, 'parts'>, code: PartCode): readonly Typed[] {
  return (parts.get(code)?.written ?? NOTHING).lines;
}

function untoldMeetings(known: Known): Work['meetings'] {
  const told = new Set(linesOf(known, 'TEAMET').filter((line) => line['group'] === 'TEAM').map((line) => (line['on'] ?? '').slice(0, 4)));
  return known.work.meetings.filter(({ on }) => !told.has(on.slice(0, 4)));
}

function knownMeetings(known: Known): Typed[] {
  const byYear = Object.entries(Object.groupBy(untoldMeetings(known), ({ on }) => on.slice(0, 4)));
  return byYear.map(([, held = []]) => ({ on: held.at(-1)?.on ?? '', group: 'TEAM', count: String(held.length), themes: '' }));
}

function knownOutreach(known: Known): Typed[] {
  const told = new Set(OUTWARDS.flatMap((code) => linesOf(known, code).map((line) => line['on'])));
  return known.work.outreach.filter(({ on }) => !told.has(on)).map(({ on, kind, reached }) => ({ on, channel: OUTREACH.label(kind, known.lang), what: '', reached: reached === undefined ? '' : String(reached) }));
}

function knownCourses(known: Known): Typed[] {
  const told = new Set(linesOf(known, 'KOMPETANSE').map((line) => (line['course'] ?? '').trim().toLowerCase()));
  return known.work.courses.map(({ theme, group, reached }) => ({
    course: COURSE_THEME.label(theme, known.lang), role: group === undefined ? '' : COURSE_GROUP.label(group, known.lang), count: reached === undefined ? '' : String(reached),
  })).filter(({ course }) => !told.has(course.toLowerCase()));
}

/** Parts in which something stands although nobody has written there. */
export function filledParts(known: Known): ReadonlySet<PartCode> {
  return new Set(planOf(known.kind).filter((part) => knownLines(part, known).length > 0).map(({ code }) => code));
}

/** Of meetings that nobody typed: the days, and who came, by what they work as. Nobody's name, and nothing of what was talked about. */
export function composeMeetingDays(known: Known): Block[] {
  const t = reportTexts[known.lang];
  const held = untoldMeetings(known);
  if (held.length === 0) return [];
  const roles = ROLE.codes.filter((role) => held.some((one) => one.roles.includes(role))).map((role) => ROLE.label(role, known.lang));
  const days = held.map(({ on }) => dayWords(on, known.lang));
  return [{ kind: 'facts', items: [{ term: t.meetingDays, values: days }, ...(roles.length === 0 ? [] : [{ term: t.who, values: roles }])] }];
}
