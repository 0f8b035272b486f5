import type { UserId } from '../kernel/ids.ts';
import { refuse, type Refusal } from '../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../kernel/time.ts';
import type { Kind, State } from './codes.ts';
import { firstDay, lastDay, month, type Month, type Period } from './months.ts';
import { COLUMNS, NOTHING, type Written } from './lines.ts';
import { stopsIn, unansweredNames } from './naming.ts';
import { isWritten, listOf, planOf, type Part, type PartCode } from './plan.ts';
import { placeholdersIn } from './placeholders.ts';

export { NOTHING, type Written } from './lines.ts';

/** One part as it stands now. `carried`: it is last year's, and nobody has read it through yet. */
export type WrittenPart = { readonly written: Written; readonly revision: number; readonly carried: boolean; readonly by: UserId; readonly at: Instant };
export type WrittenParts = ReadonlyMap<PartCode, WrittenPart>;

/** Why a report cannot be sent for approval yet, with the place. */
export type Lack = { readonly part: PartCode; readonly code: 'PLACEHOLDER' | 'EMPTY' | 'CARRIED' | 'AFTER_CUT_OFF' | 'NUMBER' | 'NAME'; readonly found?: string };

/** Everything that stops publication (domain reference §12.4, I14, I10), in the order of the report. @param known words that are nobody's name here @param filled parts that fill themselves */
export function lacks(kind: Kind, parts: WrittenParts, cutOff: Day, known: ReadonlySet<string>, filled: ReadonlySet<PartCode> = NONE): Lack[] {
  return planOf(kind).filter(isWritten).flatMap((part) => lacksOf({ ...part, required: part.required && !filled.has(part.code) }, parts.get(part.code), cutOff, known));
}

const NONE: ReadonlySet<PartCode> = new Set();

function lacksOf(part: Part, one: WrittenPart | undefined, cutOff: Day, known: ReadonlySet<string>): Lack[] {
  const written = one?.written ?? NOTHING;
  const { text, lines } = written;
  const empty = text.trim() === '' && lines.length === 0;
  if (empty) return part.required ? [{ part: part.code, code: 'EMPTY' }] : [];
  const all = [text, ...lines.flatMap((line) => Object.values(line))];
  const list = listOf(part);
  const days = list === undefined ? [] : COLUMNS[list].filter(({ type }) => type === 'day').flatMap(({ name }) => lines.map((line) => line[name] ?? ''));
  return [
    ...all.flatMap(placeholdersIn).map((found): Lack => ({ part: part.code, code: 'PLACEHOLDER', found })),
    ...(one?.carried === true ? [{ part: part.code, code: 'CARRIED' } as const] : []),
    ...days.filter((on) => on > cutOff).map((found): Lack => ({ part: part.code, code: 'AFTER_CUT_OFF', found })),
    ...(Object.keys(stopsIn(part, written)).length > 0 ? [{ part: part.code, code: 'NUMBER' } as const] : []),
    ...unansweredNames(part, written, known).map((found): Lack => ({ part: part.code, code: 'NAME', found })),
  ];
}

export type Head = Period & { readonly cutOff: Day };

/** Period and cut-off as somebody typed them: the period has ended or runs, and what is told comes after it began and is not of the future. */
export function readHead(from: string, to: string, cutOff: string, on: Day | undefined, now: Instant): { readonly ok: true; readonly head: Head } | Refusal {
  const [first, last] = [month(from), month(to)];
  if (first === undefined || last === undefined) return refuse('bad_input', { ...(first === undefined ? { from: 'no_such_month' } : {}), ...(last === undefined ? { to: 'no_such_month' } : {}) });
  if (last < first || monthsIn({ from: first, to: last }) > MOST_MONTHS) return refuse('bad_input', { to: 'period_backwards' });
  if (cutOff === '' || on === undefined) return refuse('bad_input', { cutOff: cutOff === '' ? 'missing' : 'no_such_day' });
  if (on < firstDay(first) || on > osloDay(now)) return refuse('bad_input', { cutOff: 'cut_off_outside' });
  return { ok: true, head: { from: first, to: last, cutOff: on } };
}

const MOST_MONTHS = 36;

function monthsIn({ from, to }: Period): number {
  const count = (one: Month): number => Number(one.slice(0, 4)) * 12 + Number(one.slice(5));
  return count(to) - count(from) + 1;
}

/** What happened after the period, and is told all the same (I10). */
export function isAfter({ to }: Period, on: Day): boolean {
  return on > lastDay(to);
}

/** Refuses: already_frozen, not_sent, not_ready, another_person_approves. @param barred those of `notApproving` */
export function decideApproval(state: State, missing: readonly Lack[], barred: readonly UserId[], by: UserId): Refusal | undefined {
  if (state === 'FROSSET') return refuse('already_frozen');
  if (state !== 'TIL_GODKJENNING') return refuse('not_sent');
  if (missing.length > 0) return refuse('not_ready');
  return barred.includes(by) ? refuse('another_person_approves') : undefined;
}

/** That somebody wrote in this version, in whichever part. */
export type Writing = { readonly by: UserId; readonly at: Instant };

/**
 * Who may not approve: everybody who wrote in this version, or all but a comma could be approved by whoever wrote it. Where nobody would be left, those who
 * wrote last (two who wrote at the same moment are both). @param able everybody who could approve a report
 */
export function notApproving(writings: readonly Writing[], able: readonly UserId[]): UserId[] {
  const wrote = new Set(writings.map(({ by }) => by));
  if (able.some((userId) => !wrote.has(userId))) return [...wrote];
  const last = writings.map(({ at }) => at).toSorted().at(-1);
  return [...new Set(writings.filter(({ at }) => at === last).map(({ by }) => by))];
}
