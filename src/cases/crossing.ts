import type { Lang } from '../kernel/texts.ts';
import { osloDay, type Day, type Instant } from '../kernel/time.ts';
import type { protectedContent, ProtectionSent, ReportContent, ReportState } from '../reports/public.ts';
import { CALLED, RESTRICTION_GROUND, type Answer } from './choices.ts';
import { ADDRESS_SOURCE, type AddressLevel, type AddressSource } from './choices/secrecy.ts';
import type { CaseState } from './case.ts';
import { dangerWords } from './danger-words.ts';
import { safeWays } from './documents.ts';
import { hasChildren } from './duties.ts';
import { suspectLivesThere } from './lives-there.ts';
import { RESERVATION } from './choices/reservation.ts';
import { toldBesides, type ReservationContent } from './reservation.ts';
import { crossingTexts } from './texts/crossing.ts';
import { entry, type EventOf, type NewCaseEvent } from './events.ts';
import type { RestrictionContent } from './rights.ts';
import { isStricter, isToldSecret, protectionOf, saidBy } from './secrecy.ts';
import { saidSecret, told, type Told } from './told.ts';
import { newestWish } from './voice.ts';
import type { DecisionContext } from './conditions.ts';

/** What a source says of the address, as it goes along. */
export type Said = { readonly source: AddressSource; readonly level: Exclude<AddressLevel, 'UGRADERT'>; readonly since: Day };

/** Of each source its word as it stands: where the case comes to, it counts from the first second. */
export function protectionSent(state: CaseState, toldSecret: Instant | undefined): Said[] {
  const said = ADDRESS_SOURCE.codes.flatMap((source): Said[] => {
    const one = saidBy(state, source);
    return one === undefined || one.level === 'UGRADERT' ? [] : [{ source, level: one.level, since: one.since }];
  });
  // what was added to a report stands in the report alone
  return toldSecret !== undefined && isToldSecret(state, toldSecret) && !said.some(({ source }) => source === 'MELDER') ? [...said, { source: 'MELDER', level: 'FORTROLIG', since: osloDay(toldSecret) }] : said;
}

/** The same as it comes out of a report that came as a case; a source that this version does not know is the person's own. */
export function protectionFrom(reports: readonly ReportState[]): Said[] {
  return reports.flatMap(({ contents }) => contents.flatMap(({ report }) => report.sentFrom?.case?.protection ?? [])).map(({ source, level, since }) => ({
    source: ADDRESS_SOURCE.is(source) ? source : 'PERSONEN', level, since: since as Day, // as the region that sent it wrote it, in the shape that the contract of a report asks for
  }));
}

/** What came along and is stricter than what the case knows, written by whoever takes it in; strictly confidential, they are named, or those who are so already. @param before undefined: a new case */
export function protectionEntries(before: CaseState | undefined, said: readonly Said[], { actor, now }: Pick<DecisionContext, 'actor' | 'now'>): NewCaseEvent[] {
  const named = before !== undefined && protectionOf(before)?.level === 'STRENGT' ? before.address.named : [actor.userId];
  return said.filter(({ source, level }) => {
    const known = before === undefined ? undefined : saidBy(before, source);
    return known === undefined || isStricter(level, known.level);
  }).map(({ source, level, since }) => entry('AddressProtected', now, { source, level, since, named: level === 'STRENGT' ? named : [] }));
}

/** What the person has said no to, which is their right wherever the case is (krl § 5 a, eForvaltningsforskriften § 9, hpl § 29), and why its use was restricted there (GDPR art. 18): kept here, too, and not used until somebody has looked into it. */
export type RightsSent = { readonly keepsOut: boolean; readonly reservations: readonly ReservationContent[]; readonly restriction: RestrictionContent | undefined };

/** As it comes out of a report that came as a case. Of a reservation that this version does not know, nothing; a restriction of an unknown ground is that something is disputed. */
export function rightsFrom(reports: readonly ReportState[]): RightsSent {
  const cases = reports.flatMap(({ contents }) => contents.flatMap(({ report: { sentFrom } }) => (sentFrom?.case === undefined ? [] : [{ name: sentFrom.name, ...sentFrom.case }])));
  return {
    keepsOut: cases.some(({ keepsOut }) => keepsOut === true),
    reservations: cases.flatMap(({ reservations = [] }) => reservations.flatMap(({ reservation, about }) => (RESERVATION.is(reservation) ? [{ reservation, stands: 'GJELDER' as const, ...(about === undefined ? {} : { about }) }] : []))),
    restriction: cases.flatMap(({ name, restriction }) => (restriction === undefined ? [] : [{
      ground: RESTRICTION_GROUND.is(restriction.ground) ? restriction.ground : 'BESTRIDT' as const, grounds: `${name}: ${restriction.grounds}`, // whose word it was stands before why
      reviewOn: restriction.reviewOn as Day | undefined, // as the region that sent it wrote it, in the shape that the contract of a report asks for
    }])).at(-1),
  };
}

/** Of what came along, what the case does not know; as where two cases are merged. */
export function rightsEntries(before: Pick<CaseState, 'keepsOut' | 'reservations' | 'restriction'>, { keepsOut, reservations, restriction }: RightsSent, now: Instant): NewCaseEvent[] {
  return [
    ...(keepsOut && !before.keepsOut ? [entry('FiguresWishRecorded', now, { figuresWish: 'RESERVERT' })] : []),
    ...reservations.flatMap((said) => toldBesides(before, said)).map((said) => entry('ReservationRecorded', now, said)),
    ...(restriction === undefined || before.restriction !== undefined ? [] : [entry('UseRestricted', now, restriction)]),
  ];
}

/** Graded, or graded more strictly, after two had sent it and before it was carried over: all that its sources say now. undefined: it goes as they sent it. */
export function protectionSince({ transfer }: Pick<CaseState, 'transfer'>, { crossings }: Pick<ReportState, 'crossings'>, said: readonly Said[]): { readonly transferId: string; readonly protection: ProtectionSent } | undefined {
  const crossing = crossings.find(({ transferId, carriedAt }) => transferId === transfer?.to?.transferId && carriedAt === undefined);
  const sent = crossing?.content.sentFrom?.case?.protection ?? [];
  const more = said.filter(({ source, level }) => !sent.some((one) => one.source === source && !isStricter(level, one.level)));
  return crossing === undefined || more.length === 0 ? undefined : { transferId: crossing.transferId, protection: [...sent.filter((one) => !more.some(({ source }) => source === one.source)), ...more] };
}

const MOST = 10_000;
/** In a report a person's municipality is four digits, or this. */
const NOT_KNOWN = 'ukjent';

type Sender = { readonly region: string; readonly name: string; readonly slots: readonly string[]; /** numbers of the receiver's members */ readonly theirs: readonly string[]; /** names of the colleagues who are left out of the case here, and may work there as well */ readonly leftOut: readonly string[] };
type Sending = { readonly state: CaseState; readonly transfer: EventOf<'CaseTransferred'>['content']; /** the first is the one that the case was opened from */ readonly reports: readonly ReportState[] };

/**
 * What arrives in the other region: a report as any other, so that whoever opens a case from it types nothing anew. The person as the case knows her by now, all that was reported,
 * why the case comes and what the danger is; the whole of it is in the case file beside it. Of who reported it has the first one's words; others stay here, and the text says so.
 * Why it comes is free words that may say where somebody moved to: where an address is graded they stay, and the sender is asked.
 * undefined: a case without a report that says anything. @param protect what hides an address
 */
export function contentOfCase({ state, transfer, reports }: Sending, from: Sender, protect: typeof protectedContent): ReportContent | undefined {
  const base = reports[0]?.contents.at(-1)?.report;
  if (base === undefined) return undefined;
  const t = crossingTexts[base.lang];
  const { ownWords: _words, crowded: _crowded, sender: _sender, sentFrom: _from, others: _others, ...whole } = base;
  const { akutt, restriction, start: { person } } = state;
  const others = reports.length - 1;
  const protection = protectionSent(state, saidSecret(reports));
  const story = [
    t.opening(state.reference, from.name), ...(akutt === undefined ? [] : [t.danger(dangerWords(akutt.danger, base.lang)), ...called(akutt, base.lang)]), ...(protection.length > 0 || transfer.grounds === undefined ? [] : [t.why(transfer.grounds)]), t.sent(transfer.sent), ...(others > 0 ? [t.otherReporters(others)] : []),
    ...(restriction === undefined ? [] : [t.restricted]), ...named(t.around, [...state.related.map(({ name }) => name), ...suspects(reports)]), ...reported(reports),
  ].join('\n\n');
  const said = told({ state, reports });
  const ways = safeWays(state, said);
  return protect({
    ...whole, ...answersOf(state, base, said), mode: whole.mode === 'C' ? 'A' : whole.mode, danger: akutt === undefined ? 'nei' : 'ja', noCode: false,
    whatHappened: cut(story, t.rest), doneSoFar: base.doneSoFar,
    safeContact: ways.length === 0 ? undefined : cut(ways.join('\n'), t.rest), wish: newestWish(state) ?? base.wish,
    consent: base.mode === 'D' ? undefined : { code: transfer.consent, basis: transfer.basis },
    person: { ...base.person, name: person.name, alias: person.alias, birthYear: person.birthYear, phone: person.phone, address: person.address, municipality: livesThere(base.person.municipality, from.theirs) },
    sentFrom: { region: from.region, name: from.name, channel: state.start.channel, receivedAt: state.start.receivedAt, files: [...from.slots], case: { reference: state.reference, protection: [], ...(from.leftOut.length === 0 ? {} : { leftOut: [...from.leftOut] }), ...rightsOf(state) } },
  }, protection);
}

function rightsOf({ keepsOut, reservations, restriction }: CaseState) {
  return {
    ...(keepsOut ? { keepsOut: true as const } : {}), ...(reservations.length === 0 ? {} : { reservations: reservations.map(({ reservation, about }) => ({ reservation, about })) }),
    ...(restriction === undefined ? {} : { restriction: { ground: restriction.ground, grounds: restriction.grounds, reviewOn: restriction.reviewOn } }),
  };
}

const SAID = { JA: 'ja', NEI: 'nei', VET_IKKE: 'vet-ikke' } as const satisfies Readonly<Record<Answer, string>>;

/** What each of its reports said, with what was added and put right since: from some of it a duty follows there as here (bvl § 13-2, hol § 12-3 a). */
function answersOf(state: CaseState, base: ReportContent, said: Told): Pick<ReportContent, 'vulnerability' | 'violence' | 'relation' | 'contacted' | 'livesTogether' | 'childrenInHome'> {
  const starts = [state.start, ...state.joined.map(({ start }) => start)];
  const together = suspectLivesThere(state, said);
  const violence = [...new Set([...starts, ...state.additions].flatMap((one) => one.violence ?? []))];
  return {
    vulnerability: [...new Set(starts.flatMap((one) => one.vulnerability))], violence: violence.length === 0 ? base.violence : violence, contacted: [...new Set(starts.flatMap(({ services }) => services))],
    relation: [...new Set([...[...starts, ...state.additions].flatMap((one) => one.relation ?? []), ...state.related.flatMap(({ relation, suspected }) => (suspected === undefined ? [] : relation ?? []))])],
    livesTogether: together === undefined ? base.livesTogether : SAID[together], childrenInHome: hasChildren(state) ? 'ja' : said.children === undefined ? base.childrenInHome : SAID[said.children],
  };
}

/** Whom somebody has called for help already, so that nobody there has to ask. */
function called({ called: whom, calledBy, calledWhen }: NonNullable<CaseState['akutt']>, lang: Lang): string[] {
  return whom === 'NEI' || whom === 'VET_IKKE' ? [] : [`${crossingTexts[lang].called} ${[CALLED.label(whom, lang), calledBy, calledWhen].filter((one) => one !== undefined && one !== '').join(', ')}`];
}

/** One of theirs, as the report says it or because they have but one. */
function livesThere(said: string, theirs: readonly string[]): string {
  return theirs.includes(said) ? said : theirs.length === 1 ? theirs[0] ?? NOT_KNOWN : NOT_KNOWN;
}

/** By name, so that a colleague there who is one of them is left out before anybody can read it (fvl § 6). */
function named(heading: string, names: readonly string[]): string[] {
  const said = [...new Set(names)].filter((name) => name !== '');
  return said.length === 0 ? [] : [`${heading} ${said.join(', ')}.`];
}

/** Whom each report names; the first one's is an answer of its own in what arrives. */
function suspects(reports: readonly ReportState[]): string[] {
  return reports.flatMap(({ contents }) => contents.flatMap(({ report }) => report.suspectName ?? []));
}

function reported(reports: readonly ReportState[]): string[] {
  return [...new Set(reports.flatMap(({ contents, dialogue }) => [...contents.map(({ report }) => report.whatHappened), ...dialogue.theirs.map(({ text }) => text ?? '')]))].filter((text) => text !== '');
}

/** What does not fit stands in the case file, and the text says so. */
function cut(text: string, rest: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST - rest.length - 2)}… ${rest}`;
}

/** A report of the case, and what it took along. */
export type Went = { readonly crossings: readonly Pick<ReportState['crossings'][number], 'transferId' | 'answered'>[]; readonly follows: readonly Pick<ReportState['follows'][number], 'to' | 'carriedAt'>[] };

/** What the receiver answered, as it stands in the journal of the report that went. undefined: nothing yet, or files are on their way. */
export function answerTo({ transfer }: Pick<CaseState, 'transfer'>, reports: readonly Went[]) {
  const to = transfer?.received === undefined ? transfer?.to : undefined;
  if (to === undefined) return undefined;
  const answered = reports.flatMap(({ crossings }) => crossings).find(({ transferId }) => transferId === to.transferId)?.answered;
  const coming = reports.some(({ follows }) => follows.some((one) => one.to === to.as && one.carriedAt === undefined));
  return answered?.answer.taken === true && coming ? undefined : answered;
}

/** The receiver has the case, and it is theirs; or it comes back, and is as it was. Said once. */
export function decideAnswer(state: CaseState, reports: readonly Went[]): NewCaseEvent[] {
  const answered = answerTo(state, reports);
  const { transfer } = state;
  if (answered === undefined || transfer?.to === undefined) return [];
  const { answer, at } = answered;
  return [answer.taken ? entry('TransferTaken', at, { receivedBy: transfer.to.name, reference: answer.reference }) : entry('TransferReturned', at, { receivedBy: transfer.to.name, grounds: answer.grounds })];
}
