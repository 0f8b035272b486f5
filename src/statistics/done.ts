import { findIdentifying } from '../kernel/identifying/identifying.ts';
import { day, type Day } from '../kernel/time.ts';
import { ADOPTED_BY, COURSE_GROUP, COURSE_THEME, OUTREACH, ROUTINE, type AdoptedBy, type CourseGroup, type CourseTheme, type Done } from './codes.ts';

/** What was done on a day: outreach; a course, with its theme and for whom; a routine, with its name, who adopted it, and when another took its place. */
export type DoneLine = {
  readonly on: Day; readonly kind: Done; readonly reached: number | undefined;
  /** of a course; absent in courses from before there were themes */ readonly theme: CourseTheme | undefined; readonly group: CourseGroup | undefined;
  /** of a routine */ readonly name: string | undefined; readonly adoptedBy: AdoptedBy | undefined; readonly replacedOn: Day | undefined;
};

/** As it was typed: text in each field, empty where nothing was. */
export type DoneTyped = Readonly<Record<'on' | 'kind' | 'reached' | 'theme' | 'group' | 'name' | 'adoptedBy' | 'replacedOn', string>>;

const MOST_REACHED = 1_000_000;

/** Faults by field: no_such_day, day_to_come, not_offered, not_a_number, missing, not_a_name (a number or an address of somebody's), replaced_before. */
export function doneFrom(typed: DoneTyped, today: Day): { readonly line: DoneLine } | { readonly faults: Readonly<Record<string, string>> } {
  const { kind, theme, group, adoptedBy } = typed;
  const [on, replacedOn, name, isRoutine, isCourse] = [day(typed.on), day(typed.replacedOn), typed.name.trim(), kind === ROUTINE, kind === 'KURS'];
  const reached = typed.reached.trim() === '' ? undefined : Number(typed.reached);
  const faults = {
    ...(on === undefined ? { on: 'no_such_day' } : on > today ? { on: 'day_to_come' } : {}),
    ...(isRoutine || OUTREACH.is(kind) ? {} : { kind: 'not_offered' }),
    ...(reached !== undefined && (!/^\d{1,7}$/.test(typed.reached.trim()) || reached > MOST_REACHED) ? { reached: 'not_a_number' } : {}),
    ...(isCourse && !COURSE_THEME.is(theme) ? { theme: theme === '' ? 'missing' : 'not_offered' } : {}),
    ...(isCourse && !COURSE_GROUP.is(group) ? { group: group === '' ? 'missing' : 'not_offered' } : {}),
    ...(isRoutine ? routineFaults(name, adoptedBy, typed.replacedOn, replacedOn, on) : {}),
  };
  if (on === undefined || Object.keys(faults).length > 0) return { faults };
  return {
    line: {
      on, kind: isRoutine ? ROUTINE : OUTREACH.is(kind) ? kind : 'ANNET', reached: isRoutine ? undefined : reached, theme: isCourse && COURSE_THEME.is(theme) ? theme : undefined, group: isCourse && COURSE_GROUP.is(group) ? group : undefined,
      name: isRoutine ? name : undefined, adoptedBy: isRoutine && ADOPTED_BY.is(adoptedBy) ? adoptedBy : undefined, replacedOn: isRoutine ? replacedOn : undefined,
    },
  };
}

function routineFaults(name: string, adoptedBy: string, typedReplaced: string, replacedOn: Day | undefined, on: Day | undefined): Record<string, string> {
  return {
    ...(name === '' ? { name: 'missing' } : findIdentifying(name).stops.length > 0 ? { name: 'not_a_name' } : {}),
    ...(ADOPTED_BY.is(adoptedBy) ? {} : { adoptedBy: adoptedBy === '' ? 'missing' : 'not_offered' }),
    ...(typedReplaced === '' ? {} : replacedOn === undefined ? { replacedOn: 'no_such_day' } : on !== undefined && replacedOn < on ? { replacedOn: 'replaced_before' } : {}),
  };
}
