import type { UserId } from '../kernel/ids.ts';
import type { Writer } from '../kernel/journal/event.ts';
import { addMs, HOUR, osloDay, type Day, type Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import type { CaseStart, NewCaseEvent } from './events.ts';
import { ADDRESS_LEVEL, type AddressLevel, type AddressSource, type SeeReason } from './choices/secrecy.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** What one source says of the address, and since when. */
export type AddressSaid = { readonly level: AddressLevel; readonly since: Day };

/** One person's proposal to lower what a source says; a second one decides. */
export type Lowering = Signed & { readonly no: number; readonly source: AddressSource; readonly level: AddressLevel; readonly grounds: string; /** by name, to decide */ readonly asked?: UserId | undefined };

export type Secrecy = {
  readonly address: {
    readonly said: Readonly<Partial<Record<AddressSource, AddressSaid & { readonly recorded: Signed; /** of MELDER, where two lowered it: what was told up to then they had before them; absent in older entries of a merging */ readonly heardUntil?: Instant | undefined }>>>;
    readonly proposals: number;
    readonly lowering: Lowering | undefined;
    /** the coordinators who are named while the address is strictly confidential; no other has the case by role */
    readonly named: readonly UserId[];
  };
  /** who asked to know who reported, and why */
  readonly reporterSeen: readonly (Signed & { readonly reason: SeeReason; readonly grounds: string })[];
};

export const NO_SECRECY: Secrecy = { address: { said: {}, proposals: 0, lowering: undefined, named: [] }, reporterSeen: [] };

type Protected = Pick<Secrecy, 'address'> & { readonly start: CaseStart; readonly joined: readonly { readonly start: CaseStart; readonly at: Instant }[] };

function rank(level: AddressLevel): number {
  return ADDRESS_LEVEL.codes.indexOf(level);
}

export function isStricter(level: AddressLevel, than: AddressLevel): boolean {
  return rank(level) > rank(than);
}

/**
 * What a source says now. A reporter's word that the address is secret counts until two people have said otherwise (folkeregisterloven § 10-4), and so does
 * that of the next reporter: what two people decided was about those who had told by then.
 */
export function saidBy({ address, start, joined }: Protected, source: AddressSource): AddressSaid | undefined {
  const said = address.said[source];
  if (source !== 'MELDER') return said;
  const heard = said === undefined ? [start, ...joined.map((one) => one.start)] : joined.filter(({ at }) => at > heardOf(said)).map((one) => one.start);
  const told = heard.find(({ person }) => person.protectedAddressHint);
  return told === undefined || (said !== undefined && !isStricter('FORTROLIG', said.level)) ? said : { level: 'FORTROLIG', since: osloDay(told.receivedAt) };
}

/** What came after this is not among what the word was about. */
function heardOf({ recorded, heardUntil }: NonNullable<Secrecy['address']['said'][AddressSource]>): Instant {
  return heardUntil ?? recorded.at;
}

const SOURCES: readonly AddressSource[] = ['FOLKEREGISTERET', 'POLITI', 'SKJERMET_OPPHOLD', 'PERSONEN', 'MELDER'];

/** How the address is protected: of several sources the strictest wins. undefined: nobody says that it is. */
export function protectionOf(state: Protected): (AddressSaid & { readonly source: AddressSource }) | undefined {
  const all = SOURCES.flatMap((source) => {
    const said = saidBy(state, source);
    return said === undefined || said.level === 'UGRADERT' ? [] : [{ ...said, source }];
  });
  return all.toSorted((a, b) => rank(b.level) - rank(a.level))[0];
}

/**
 * The protection of two cases about one person: of each source the stricter word, and everybody who is named in either. A proposal to lower stands where
 * what it would lower is as it was. What stands only in the reports wins where it counts in its own case: after the merging nobody could say when it came.
 */
export function strictestOf(own: Telling, other: Telling, merging: Signed): Secrecy['address'] {
  const said = Object.fromEntries(SOURCES.flatMap((source) => {
    const [ours, theirs] = [withTold(own, source), withTold(other, source)];
    const from = ours === undefined || (theirs !== undefined && isStricter(theirs.level, ours.level)) ? other : own;
    const word = from === own ? ours : theirs;
    // of reporters: from here on it is known what all of them have said
    const recorded = source === 'MELDER' ? merging : from.state.address.said[source]?.recorded ?? merging;
    return word === undefined ? [] : [[source, { level: word.level, since: word.since, recorded }]];
  })) as Secrecy['address']['said']; // by source, as it was walked through
  const { proposals, lowering } = own.state.address;
  const stands = lowering !== undefined && said[lowering.source]?.level === saidBy(own.state, lowering.source)?.level;
  return { said, proposals, lowering: stands ? lowering : undefined, named: [...new Set([...own.state.address.named, ...other.state.address.named])] };
}

/** A case, and when one of its reports last said that the address is secret (isToldSecret). */
type Telling = { readonly state: Protected; readonly toldSecret: Instant | undefined };

function withTold({ state, toldSecret }: Telling, source: AddressSource): AddressSaid | undefined {
  const said = saidBy(state, source);
  if (source !== 'MELDER' || toldSecret === undefined || !isToldSecret(state, toldSecret) || (said !== undefined && !isStricter('FORTROLIG', said.level))) return said;
  return { level: 'FORTROLIG', since: osloDay(toldSecret) };
}

export function isStrict(state: Protected): boolean {
  return protectionOf(state)?.level === 'STRENGT';
}

/** Whose the case is while the address is strictly confidential; undefined while it is not. */
export function namedOnly(state: Protected): readonly UserId[] | undefined {
  return isStrict(state) ? [...state.address.named].sort() : undefined;
}

/** The same for the reports it holds: what was merged leaves them to the case it went into, where another may be named since. */
export function reportsNamed(state: Protected & { readonly merged?: unknown }): readonly UserId[] | undefined {
  return state.merged === undefined ? namedOnly(state) : undefined;
}

/** Whoever has said why sees who reported for so long: enough to call and to write it down. */
const SEEN_FOR_MS = HOUR;

export function seesReporter({ reporterSeen }: Pick<Secrecy, 'reporterSeen'>, userId: UserId, now: Instant): boolean {
  return reporterSeen.some(({ by, at }) => by === userId && now < addMs(at, SEEN_FOR_MS));
}

/** Somebody reported for another, and said who they are: that is kept apart. Whoever reports for themselves is the person the case is about. */
export function hasReporter({ start, joined }: Pick<Protected, 'start' | 'joined'>): boolean {
  return [start, ...joined.map((one) => one.start)].some(({ mode, reporter }) => mode !== 'D' && (reporter.name !== undefined || reporter.phone !== undefined || reporter.service !== undefined));
}

/** What of a case's page is covered for whoever reads it now. `address`: sign_in: shown after a fresh sign-in; hidden: not at all. */
export type Veils = { readonly reporter: boolean; readonly address: 'open' | 'sign_in' | 'hidden'; readonly place: boolean };

/** As a report's word counts: until two people have said otherwise, who then knew of all that had been told (saidBy). @param told when it was last said in a report, or in what was added to one */
export function isToldSecret({ address: { said } }: Pick<Secrecy, 'address'>, told: Instant | undefined): boolean {
  return told !== undefined && (said.MELDER === undefined || told > heardOf(said.MELDER));
}

/** Nobody is shown the address, however lately they signed in: it is blocked, or somebody has said that it is secret. @param told as isToldSecret has it */
export function isAddressHidden(state: Protected & { readonly merged?: unknown }, told: Instant | undefined): boolean {
  // What is said of the address after a merging is said in the case that goes on, and shown there.
  if (state.merged !== undefined) return true;
  const level = protectionOf(state)?.level;
  if (isToldSecret(state, told)) return true;
  return level !== undefined && (level !== 'FORTROLIG' || saidBy(state, 'MELDER')?.level === 'FORTROLIG');
}

/** @param told as isToldSecret has it */
export function veilsFor(state: Protected & Secrecy & { readonly merged?: unknown }, asker: { readonly userId: UserId; readonly fresh: boolean; /** whoever supervises the work needs nobody's address for it */ readonly supervises?: boolean; /** as access has it: the case that this one went into may be strictly confidential, too */ readonly strict?: boolean }, told: Instant | undefined, now: Instant): Veils {
  const level = protectionOf(state)?.level;
  const address = isAddressHidden(state, told) || (level !== undefined && asker.supervises === true) ? 'hidden' : level === undefined || asker.fresh ? 'open' : 'sign_in';
  return { reporter: hasReporter(state) && !seesReporter(state, asker.userId, now), address, place: level === 'STRENGT' || asker.strict === true };
}

/** Of what was decided in one case, what holds in every case that became one with it: how the address is graded, and that its use is restricted. What holds there already is not written again. */
export function heldAlso({ restriction }: Pick<CaseState, 'restriction'>, entries: readonly NewCaseEvent[]): NewCaseEvent[] {
  return entries.filter(({ type }) => type === 'AddressProtected' || type === 'AddressLowered' || (restriction === undefined ? type === 'UseRestricted' : type === 'RestrictionLifted'));
}
