import type { FileId, MunicipalityId, UserId } from '../kernel/ids.ts';
import { fold, standsIn } from '../kernel/likeness.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { addDays, day, daysBetween, osloDay, osloInstant, type Day, type Instant } from '../kernel/time.ts';
import type { LookedAt } from './looked.ts';

/**
 * What may make a leader ask why somebody opened a case. None of them is a fault: each has good reasons most of the time. In the order in
 * which they are shown; those of name and place are looked at before the others. `closed_alone` is not drawn: its line is there from the moment it was done (commands/closed-alone.ts).
 */
export const LOG_SIGNS = ['closed_alone', 'same_name', 'same_place', 'tried', 'many', 'night', 'no_act'] as const;
export type LogSign = (typeof LOG_SIGNS)[number];

export const REVIEW_VERDICTS = ['I_ORDEN', 'FOLGES_OPP'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** What one person did on one day with one case, or with one report that no case holds. */
export type LookedDay = {
  readonly actor: UserId; readonly fileId: FileId; readonly municipality: MunicipalityId | undefined;
  readonly day: Day; readonly first: Instant; readonly last: Instant;
  /** how often something of it was opened or written */
  readonly times: number;
  /** hours of the day in Oslo, 0–23, in which that was */
  readonly hours: readonly number[];
  readonly did: readonly LookedAt[];
  /** drawn by lot: any text, no two the same */
  readonly lot: string;
};

/** What is compared; nothing of it goes into what the leader is shown. */
export type Around = {
  readonly staff: ReadonlyMap<UserId, { readonly names: readonly string[]; readonly unit: string; readonly nightWork: boolean }>;
  readonly files: ReadonlyMap<FileId, { readonly names: readonly string[]; readonly addresses: readonly string[] }>;
};

/**
 * Whether what a leader says of a line is to be stored. `revision`: of the line as the page had it; a colleague who marked it since is read first.
 * `same`: it says so already. Refusals: `review_changed`; `bad_input` with `review_word`.
 */
export function decideMarked(line: { readonly verdict: ReviewVerdict | null; readonly word: string | undefined; readonly revision: number }, said: { readonly verdict: ReviewVerdict; readonly word: string; readonly revision: number }): Outcome<'same' | 'changed'> {
  if (said.verdict === 'FOLGES_OPP' && said.word === '') return refuse('bad_input', { word: 'review_word' });
  if (line.verdict === said.verdict && line.word === said.word) return done('same');
  return line.revision === said.revision ? done('changed') : refuse('review_changed');
}

/** A line to look at. */
export type Drawn = LookedDay & { readonly signs: readonly LogSign[] };

/** Opened so often on one day, or so many cases on one day. */
const MANY_TIMES = 15;
const MANY_CASES = 12;
const NIGHT_FROM = 22;
const NIGHT_TO = 6;
const ACTS_WITHIN_DAYS = 7;
/** For each municipality: a leader has to get through it in half an hour. */
export const MOST_SIGNS = 10;
export const BY_LOT = 3;

function words(text: string): string[] {
  return text.split(/[^\p{L}\p{M}]+/u).map(fold).filter((word) => word.length > 1);
}

function surnames(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => words(name).slice(-1)));
}

function sharesName(own: readonly string[], theirs: readonly string[]): boolean {
  const known = surnames(theirs);
  return [...surnames(own)].some((name) => known.has(name));
}

/** The person lives where this colleague works, or beside it: every word of the workplace's name stands in the address. Where a colleague lives is not in the register, so it is not asked. */
function sharesPlace(unit: string, addresses: readonly string[]): boolean {
  return addresses.some((address) => standsIn(unit, address));
}

function opened({ did }: LookedDay): boolean {
  return did.some(({ kind }) => kind === 'opened' || kind === 'taken_out' || kind === 'taken_out_reporter' || kind === 'report' || kind === 'night_card' || kind === 'emergency');
}

/** Was not let in: somebody who is left out, or who followed an address that is not theirs. */
function tried({ did }: LookedDay): boolean {
  return did.some(({ kind }) => kind === 'tried');
}

/** Whoever takes in what comes reads many in a day. */
function onlyReceived({ did }: LookedDay): boolean {
  return did.every(({ right }) => right === 'reception');
}

function acted({ did }: LookedDay): boolean {
  return did.some(({ kind }) => kind === 'worked');
}

/** Coordinators and case leads read to know where a case stands; of somebody who was let in, something is expected. */
function isLetIn({ did }: LookedDay): boolean {
  return did.some(({ right }) => right === 'granted');
}

export function signsOf(one: LookedDay, all: readonly LookedDay[], { staff, files }: Around): readonly LogSign[] {
  const who = staff.get(one.actor);
  const about = files.get(one.fileId);
  const ofDay = all.filter((other) => other.actor === one.actor && other.day === one.day && !onlyReceived(other));
  const later = all.some((other) => other.actor === one.actor && other.fileId === one.fileId && acted(other) && other.day >= one.day && daysBetween(one.day, other.day) <= ACTS_WITHIN_DAYS);
  const found: Readonly<Record<LogSign, boolean>> = {
    closed_alone: false,
    same_name: who !== undefined && about !== undefined && sharesName(who.names, about.names),
    same_place: who !== undefined && about !== undefined && sharesPlace(who.unit, about.addresses),
    tried: tried(one),
    many: one.times >= MANY_TIMES || ofDay.length >= MANY_CASES,
    night: who?.nightWork !== true && one.hours.some((hour) => hour >= NIGHT_FROM || hour < NIGHT_TO),
    no_act: isLetIn(one) && !later,
  };
  return LOG_SIGNS.filter((sign) => found[sign]);
}

/** The same surname, or a workplace that stands in the address, before anything else, then whoever has more signs, then by lot. */
function weight({ signs }: Drawn): number {
  const near = signs.some((sign) => sign === 'same_name' || sign === 'same_place') ? 10 : 0;
  return near + signs.length;
}

/**
 * What a leader is to look at of one month: for each municipality those that stand out, and some by lot, so that nobody can know which.
 * @param all the month's lines, and those of the week after it, which tell whether something was done later
 */
export function drawReview(all: readonly LookedDay[], month: string, around: Around): readonly Drawn[] {
  const ofMonth = all.filter((one) => one.day.startsWith(month) && (opened(one) || tried(one))).map((one): Drawn => ({ ...one, signs: signsOf(one, all, around) }));
  const places = [...new Set(ofMonth.map(({ municipality }) => municipality))];
  return places.flatMap((place) => {
    const here = ofMonth.filter(({ municipality }) => municipality === place).toSorted((a, b) => (a.lot < b.lot ? -1 : 1));
    const standOut = here.filter(({ signs }) => signs.length > 0).toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST_SIGNS);
    return [...standOut, ...here.filter((one) => !standOut.includes(one)).slice(0, BY_LOT)];
  });
}

const DUE_DAY = 21;

/** The month after the last that was drawn, where it is known what was done in the week after it; where none was, the newest such month. `YYYY-MM`, with its first moment and the first moment after it, in Oslo. @param drawn `YYYY-MM` each */
export function monthToDraw(now: Instant, drawn: readonly string[]): { readonly month: string; readonly from: Instant; readonly to: Instant } | undefined {
  const over = firstOf(addDays(firstOf(addDays(osloDay(now), -ACTS_WITHIN_DAYS)), -1));
  const last = drawn.toSorted().at(-1);
  const month = last === undefined ? over : after(day(`${last}-01`) ?? over);
  return month > over ? undefined : { month: month.slice(0, 7), from: osloInstant(month, 0, 0), to: osloInstant(after(month), 0, 0) };
}

/** The first day of the month after the one that begins on this day. */
function after(first: Day): Day {
  return firstOf(addDays(first, 31));
}

function firstOf(on: Day): Day {
  return addDays(on, 1 - Number(on.slice(8)));
}

/** When a month's log should have been looked at (exclusive): our own, the 21st of the month after. */
export function reviewDue(month: string): Instant {
  const first = firstOf(addDays(`${month}-01` as Day, 31)); // the first of a month that was drawn
  return osloInstant(addDays(first, DUE_DAY), 0, 0);
}
