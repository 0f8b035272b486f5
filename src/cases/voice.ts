import { osloDay, type Day, type Instant } from '../kernel/time.ts';
import type { CaseState, Signed } from './case.ts';
import type { Answer } from './choices.ts';
import type { Achieved } from './codes.ts';
import type { CaseRefusal } from './refusals.ts';
import { isSuspect, type Related } from './sharing.ts';
import type { AskedHow, InformedAnswer, NotInformedGround, WishPhase } from './choices/voice.ts';

/** Who is to know of the case: the person, and the suspected abuser, who is also somebody that data is kept about (GDPR art. 14). */
export type ToInform = 'PERSON' | 'SUSPECT';

export type InformedContent = {
  readonly who: ToInform;
  readonly informed: InformedAnswer;
  /** how, and by whom */
  readonly how?: string | undefined;
  /** why not, and the day on which it is asked again; both with UNNTATT */
  readonly ground?: NotInformedGround | undefined;
  readonly askAgain?: Day | undefined;
};
export type Informed = InformedContent & { readonly recorded: Signed };

/** What the person wants, in their own words: who asked, when, and who was there (pbrl § 3-1). */
export type WishContent = {
  readonly wishId: string;
  readonly phase: WishPhase;
  readonly wish: string;
  readonly askedBy: string;
  readonly askedOn: Day;
  readonly how: readonly AskedHow[];
};
export type Wish = WishContent & { readonly recorded: Signed };

/** The person does not want help: how they were asked, and what stays open for them. */
export type DeclinedContent = {
  readonly declinedId: string;
  readonly alone: Answer;
  readonly where: string;
  readonly pressure: Answer;
  /** knows which help there is */
  readonly knows: Answer;
  readonly openDoor: string;
};
export type Declined = DeclinedContent & { readonly saidOn: Day; readonly recorded: Signed };

export type Voice = { readonly informings: readonly Informed[]; readonly wishes: readonly Wish[]; readonly declined: readonly Declined[] };

export const NO_VOICE: Voice = { informings: [], wishes: [], declined: [] };

export function lastInformed({ informings }: Pick<Voice, 'informings'>, who: ToInform): Informed | undefined {
  return informings.findLast((one) => one.who === who);
}

/**
 * Whether it is to be asked now. The person: until they are informed, or there is a ground; then again on the day that was set.
 * A suspect is exempt until somebody says otherwise: to tell them can put the person in danger (GDPR art. 14 (5) b).
 */
export function mustAskInformed(voice: Pick<Voice, 'informings'>, who: ToInform, today: Day): boolean {
  const last = lastInformed(voice, who);
  if (last === undefined) return who === 'PERSON';
  return last.informed === 'UNNTATT' && last.askAgain !== undefined && last.askAgain <= today;
}

/** The nearest day on which an exemption is looked at again. */
export function informAgainOn(voice: Pick<Voice, 'informings'>): Day | undefined {
  const days = (['PERSON', 'SUSPECT'] as const).map((who) => lastInformed(voice, who)?.askAgain);
  return days.flatMap((on) => (on === undefined ? [] : [on])).sort()[0];
}

/** What the person wanted when it began: their own words before anybody else's account of them. */
export function firstWish({ wishes, classification, start }: Pick<CaseState, 'wishes' | 'classification' | 'start'>): string | undefined {
  return wishes.find(({ phase }) => phase === 'START')?.wish ?? classification?.wish ?? start.wish;
}

/** The newest word on what the person wants. */
export function newestWish({ wishes, classification, start }: Pick<CaseState, 'wishes' | 'classification' | 'start'>): string | undefined {
  const said = wishes.at(-1);
  const classified = classification?.proposed.at;
  return said !== undefined && (classified === undefined || said.recorded.at >= classified) ? said.wish : classification?.wish ?? said?.wish ?? start.wish;
}

/** What became of it, as it was proposed to close the case; undefined until then, and in older entries. */
export function achieved({ closingProposal }: Pick<CaseState, 'closingProposal'>): Achieved | undefined {
  return closingProposal?.wishAchieved;
}

/** Those who support the person or speak for them. Whoever is suspected does neither. */
export function advocates(state: Pick<CaseState, 'related'>): readonly Related[] {
  return state.related.filter(({ relatedId, parts }) => parts.includes('STOTTE') && !isSuspect(state, relatedId));
}

/** Days on which somebody talked with the person, as the journal has them. */
function contactDays({ wishes, declined, notes }: Pick<CaseState, 'wishes' | 'declined' | 'notes'>): ReadonlySet<Day> {
  const talks = notes.filter(({ kind }) => kind === 'SAMTALE').map(({ at }: { readonly at: Instant }) => osloDay(at));
  return new Set([...wishes.map(({ askedOn }) => askedOn), ...declined.map(({ saidOn }) => saidOn), ...talks]);
}

/** The first of them; undefined while nobody has. */
export function firstTalk(state: Parameters<typeof contactDays>[0]): Day | undefined {
  return [...contactDays(state)].sort()[0];
}

/**
 * Why «personen ønsker ikke hjelp» cannot be what the case comes to yet: nobody has written down how the person was asked,
 * or the no came at the first contact, and nobody has talked with them on another day before it (decision 0030).
 */
export function declinedFault(state: Pick<CaseState, 'wishes' | 'declined' | 'notes'>): Extract<CaseRefusal, 'declined_not_asked' | 'declined_first_contact'> | undefined {
  const last = state.declined.map(({ saidOn }) => saidOn).sort().at(-1);
  if (last === undefined) return 'declined_not_asked';
  return [...contactDays(state)].some((on) => on < last) ? undefined : 'declined_first_contact';
}
