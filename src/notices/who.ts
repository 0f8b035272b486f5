import { addWorkingDays, isWorkingDay } from '../kernel/calendar.ts';
import { asId, type FileId, type MunicipalityId, type UserId } from '../kernel/ids.ts';
import { addMs, HOUR, MINUTE, osloDay, osloInstant, osloTime, type Day, type Instant } from '../kernel/time.ts';
import { UNSEEN_LEADER } from '../regions/codes.ts';
import type { Channel, NoticeStep, Occasion, Why } from './codes.ts';

/** Something that ought to be told, and who may not know of it. */
export type Happened = {
  readonly fileId: FileId;
  readonly why: Why;
  /** when the clock ran out, the danger came in, the report arrived */
  readonly since: Instant;
  /** of access in an emergency, a breach, a request and a talk that was left: when (exclusive) the next ones are told as well */
  readonly due?: Instant | undefined;
  /** whose municipality; undefined where it is nobody's yet */
  readonly owner: MunicipalityId | undefined;
  /** who has it; undefined: everybody with one of `roles` */
  readonly lead: UserId | undefined;
  readonly roles: readonly string[];
  /** inhabil in this file: never told, in whatever part (fvl § 6) */
  readonly leftOut: ReadonlySet<UserId>;
  /** did it, and is not told of it; another has to know */
  readonly by?: UserId | undefined;
  /** the address is strictly confidential: of those who would have it by role only these. The leaders and the reserve hear that there is something, and find nothing of it */
  readonly only?: readonly UserId[] | undefined;
};

export type Colleague = {
  readonly userId: UserId;
  readonly roles: readonly string[];
  /** null: the whole region */
  readonly municipalityId: MunicipalityId | null;
  readonly hasMail: boolean;
  /** has given a duty phone, and wants to be told there */
  readonly hasSms: boolean;
  /** nobody chooses not to be told of an emergency or a breach that they answer for, or of their own account */
  readonly wants: Readonly<Record<Exclude<Occasion, 'EMERGENCY' | 'ACCOUNT'>, boolean>>;
  /** who gets what would have come to them today */
  readonly standIn: UserId | undefined;
};

export type Around = {
  readonly people: readonly Colleague[];
  readonly reserve: UserId | undefined;
  /** days on which the office is closed besides */
  readonly closed: ReadonlySet<Day>;
  readonly channels: { readonly mail: boolean; readonly sms: boolean };
  readonly now: Instant;
};

/** One person to be told of one thing in one way. */
export type Notice = Pick<Happened, 'fileId' | 'why' | 'since'> & { readonly userId: UserId; readonly channel: Channel; readonly occasion: Occasion; readonly step: NoticeStep };

/** `unreached`: files of which nobody can be told. */
export type Plan = { readonly notices: readonly Notice[]; readonly unreached: readonly FileId[] };

/** When the digest goes out, on working days. */
const DIGEST_HOUR = 7;
/** An Akutt that nobody has seen: text messages after this long, then the leader (UNSEEN_LEADER). */
export const UNSEEN_SMS = 15 * MINUTE;
/** A review of an Akutt that is late. */
const REVIEW_DEPUTY = HOUR;
const REVIEW_LEADER = 4 * HOUR;

const STEPS: readonly NoticeStep[] = ['OWN', 'DEPUTY', 'LEADER', 'RESERVE', 'EXECUTIVE'];

/** Who answers for it without anybody being inhabil: the reserve and the chief executive would find nothing. */
const ANSWER = STEPS.slice(0, STEPS.indexOf('LEADER') + 1);

export function occasionOf(why: Why): Occasion {
  if (why === 'NEW' || why === 'EMERGENCY') return why;
  if (why === 'DRAFT' || why === 'UNHELD') return 'NEW';
  if (why === 'BREACH') return 'EMERGENCY';
  if (why === 'DORMANT') return 'ACCOUNT';
  return why === 'AKUTT' || why === 'AKUTT_REVIEW' || why === 'SENT_IN_DANGER' ? 'AKUTT' : 'DIGEST';
}

/** Who is to be told what now. What was told before is not known here: the same notice comes again until it stops being true. @param when any_time: also what waits for the morning */
export function whoIsTold(happened: readonly Happened[], around: Around, when: 'now' | 'any_time' = 'now'): Plan {
  if (!around.channels.mail && !around.channels.sms) return { notices: [], unreached: [] };
  const plans = happened.filter((one) => (when === 'now' ? isTime(one, around) : one.since <= around.now)).map((one) => tell(one, around));
  return { notices: plans.flatMap(({ notices }) => notices), unreached: [...new Set(plans.flatMap(({ unreached }) => unreached))] };
}

/** A digest is for the morning of a working day; the rest goes at once. */
function isTime(one: Happened, { now, closed }: Around): boolean {
  if (one.since > now) return false;
  return occasionOf(one.why) !== 'DIGEST' || (isWorkingDay(osloDay(now), closed) && osloTime(now).hour >= DIGEST_HOUR);
}

function tell(happened: Happened, around: Around): Plan {
  const one = proposerToo(happened, around);
  const occasion = occasionOf(one.why);
  const chain = chainOf(one, around);
  const due = stepsNow(one, around);
  const upTo = (steps: readonly NoticeStep[], counts: (person: Colleague) => boolean) => steps.findIndex((_, at) => at >= due - 1 && steps.slice(0, at + 1).some((below) => (chain.get(below) ?? []).some(counts)));
  // Where nobody at a step may know or can be reached, the next one has it at once; so, too, where all of them are away, and whoever stands in for them is.
  const present = upTo(ANSWER, ({ standIn }) => standIn === undefined);
  const last = present >= 0 ? present : upTo(STEPS, () => true);
  if (last < 0) return { notices: [], unreached: [one.fileId] };
  const told = new Set<UserId>();
  const notices: Notice[] = [];
  for (const step of STEPS.slice(0, last + 1)) {
    for (const person of chain.get(step) ?? []) {
      if (told.has(person.userId)) continue;
      told.add(person.userId);
      for (const channel of channelsFor(one, person, around, step)) notices.push({ fileId: one.fileId, why: one.why, since: one.since, userId: person.userId, channel, occasion, step });
    }
  }
  return { notices, unreached: [] };
}

function channelsFor(one: Happened, person: Colleague, { channels, now }: Around, step: NoticeStep): Channel[] {
  const occasion = occasionOf(one.why);
  // Whoever steps in for others has not chosen what it is about: they are told whatever they get themselves.
  if (occasion !== 'EMERGENCY' && occasion !== 'ACCOUNT' && one.why !== 'UNHELD' && one.why !== 'CLOSED_ALONE' && !person.wants[occasion] && (step === 'OWN' || step === 'DEPUTY')) return [];
  const sms = one.why === 'AKUTT' && now >= addMs(one.since, UNSEEN_SMS);
  return [...(channels.mail && person.hasMail ? ['MAIL' as const] : []), ...(channels.sms && person.hasSms && sms ? ['SMS' as const] : [])];
}

/** Told to those whose it is, and no further up while they are here. */
const ONCE: readonly Why[] = ['CLOSED_ALONE', 'NEW', 'UNHELD', 'NO_LEAD', 'SENT_ON', 'SENT_IN_DANGER'];

/** How many steps of the chain have their time now; at least one. */
function stepsNow({ why, since, due = since }: Happened, { now, closed }: Around): number {
  if (ONCE.includes(why)) return 1;
  if (why === 'REQUEST' || why === 'DRAFT') return now >= due ? 3 : 1;
  if (why === 'EMERGENCY' || why === 'BREACH') return now >= due ? 2 : 1;
  const [deputy, leader] = why === 'AKUTT' ? [addMs(since, UNSEEN_SMS), addMs(since, UNSEEN_LEADER)]
    : why === 'AKUTT_REVIEW' ? [addMs(since, REVIEW_DEPUTY), addMs(since, REVIEW_LEADER)] : workingDaysAfter(since, closed);
  return 1 + (now >= deputy ? 1 : 0) + (now >= leader ? 1 : 0);
}

/** The morning after the one on which it was first told, and the morning after that. */
function workingDaysAfter(since: Instant, closed: ReadonlySet<Day>): [Instant, Instant] {
  const first = addWorkingDays(osloDay(since), 0, closed);
  const morning = (days: number) => osloInstant(addWorkingDays(first, days, closed), DIGEST_HOUR, 0);
  return [morning(1), morning(2)];
}

/** The leader is not asked after these: has them anyway, or may not see them. */
const WITHOUT_LEADER: readonly Why[] = ['CLOSED_ALONE', 'NEW', 'EMERGENCY', 'ASKED', 'BREACH', 'UNHELD', 'SENT_ON', 'SENT_IN_DANGER'];

/** Who stands at each step, of those who may know and can be reached. */
function chainOf(one: Happened, around: Around): ReadonlyMap<NoticeStep, readonly Colleague[]> {
  const { reserve } = around;
  const { only } = one;
  const people = withReserve(one, around);
  const inside = (some: readonly Colleague[]) => some.filter(({ userId }) => only?.includes(userId) ?? true);
  const own = ownPeople(one, inside(people));
  const has = (role: string, among = people) => among.filter(({ roles }) => roles.includes(role));
  const ofTheirOwn = (some: readonly Colleague[]) => some.filter(({ municipalityId }) => municipalityId === null || one.owner === undefined || municipalityId === one.owner);
  const reserves = people.filter(({ userId }) => userId === reserve);
  // of the whole region, so that it does not say where
  const leaders = only === undefined ? ofTheirOwn(has('LEDER')) : [...has('LEDER'), ...reserves];
  const ready = (some: readonly Colleague[], among?: readonly UserId[]) => unique(some.flatMap((person) => inStead(person, one, around, among))).filter((person) => reached(person, one, around));
  return new Map<NoticeStep, readonly Colleague[]>([
    // the reserve's own: in the list of what was sent, a step of its own would say that every coordinator is left out of something
    ['OWN', ready(one.why === 'UNHELD' ? reserves : one.why === 'CLOSED_ALONE' ? [...leaders, ...reserves] : one.why === 'EMERGENCY' && only === undefined ? leaders : one.why === 'BREACH' ? ofTheirOwn(own) : own, only)],
    ['DEPUTY', one.why === 'NEW' || one.why === 'UNHELD' ? [] : ready(has('KOORDINATOR', inside(people)), only)],
    ['LEADER', WITHOUT_LEADER.includes(one.why) ? [] : ready(leaders)],
    ['RESERVE', ready(reserves)],
    ['EXECUTIVE', ready(ofTheirOwn(has('KOMMUNEDIREKTOR')))],
  ]);
}

/** fvl § 6: where no coordinator may know of a file, the reserve in another municipality is its coordinator; so, too, of a closing that every other coordinator proposed (decision 0037). */
function withReserve(one: Happened, { people, reserve }: Around): readonly Colleague[] {
  return people.every((person) => !person.roles.includes('KOORDINATOR') || !canTake(one, person.userId)) ? people.map((person) => (person.userId === reserve ? { ...person, roles: [...person.roles, 'KOORDINATOR'] } : person)) : people;
}

function canTake({ leftOut, why, by }: Happened, userId: UserId): boolean {
  return !leftOut.has(userId) && !(why === 'CLOSING' && by === userId);
}

/** A closing that nobody else can decide is on the day of whoever proposed it, and so it is told to them, too. */
function proposerToo(one: Happened, { people, reserve }: Around): Happened {
  const another = people.some(({ userId, roles }) => (roles.includes('KOORDINATOR') || userId === reserve) && canTake(one, userId));
  return one.why !== 'CLOSING' || another ? one : { ...one, by: undefined };
}

/** A lead who may not know of it any more leads it no more. */
function ownPeople({ lead, roles, leftOut }: Happened, people: readonly Colleague[]): readonly Colleague[] {
  const leads = people.filter(({ userId }) => userId === lead && !leftOut.has(userId));
  return leads.length > 0 ? leads : people.filter((person) => person.roles.some((role) => roles.includes(role)));
}

/** Whoever gets what is meant for this person: who stands in for them today, where that one may know of it and can be reached; else they themselves. Nothing comes to anybody through one who may not know. */
function inStead(person: Colleague, happened: Happened, around: Around, among: readonly UserId[] | undefined): readonly Colleague[] {
  const not = (userId: UserId) => happened.leftOut.has(userId) || userId === happened.by;
  if (not(person.userId)) return [];
  const other = around.people.find((one) => one.userId === person.standIn && !not(one.userId) && (among?.includes(one.userId) ?? true) && reached(one, happened, around));
  return [other ?? person];
}

/** Only danger is told by text message (channelsFor): whoever has a duty phone and no e-mail is reached by nothing else. */
function reached({ hasMail, hasSms }: Colleague, { why }: Happened, { channels }: Around): boolean {
  return (channels.mail && hasMail) || (channels.sms && hasSms && why === 'AKUTT');
}

function unique(people: readonly Colleague[]): readonly Colleague[] {
  return [...new Map(people.map((person) => [person.userId, person])).values()];
}

/** That an account is about to be shut is told to the one whose it is, by mail, whatever they chose, and to nobody in their place. */
export function ofAccount({ userId, since }: { readonly userId: UserId; readonly since: Instant }): Notice {
  return { fileId: asId<'file'>(userId), why: 'DORMANT', since, userId, channel: 'MAIL', occasion: 'ACCOUNT', step: 'OWN' };
}

/** Which message a notice becomes part of: one digest a day, one word of new reports in a quarter of an hour, Akutt and access in an emergency at once and by themselves. */
export function slotOf({ occasion, fileId, why, since, step }: Notice, now: Instant): string {
  switch (occasion) {
    case 'DIGEST': return `DIGEST ${osloDay(now)}`;
    case 'NEW': return `NEW ${now.slice(0, 14)}${String(Math.floor(Number(now.slice(14, 16)) / 15) * 15).padStart(2, '0')}`;
    case 'ACCOUNT': return `ACCOUNT ${since}`;
    // the day: what was given up is told in a message of its own
    case 'AKUTT': case 'EMERGENCY': return `${occasion} ${fileId} ${why} ${since} ${step} ${osloDay(now)}`;
  }
}
