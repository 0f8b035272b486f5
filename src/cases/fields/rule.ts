import type { Day } from '../../kernel/time.ts';

/**
 * text: written, at most `max` characters (UTF-16 units) · code, codes: one or several of a list · user, municipality, region, link: an id ·
 * way: a way to the person, in the words in which somebody gave it · day: a calendar day · comingDay: today or later · pastMoment: a moment that is not still to come
 */
export type FieldRule = TextRule | CodeRule | CodesRule | LinkRule | WayRule | PlainRule<'user' | 'municipality' | 'region' | 'day' | 'comingDay' | 'pastMoment'>;

type TextRule = { readonly kind: 'text'; readonly max: number };
type CodeRule = { readonly kind: 'code'; readonly codes: readonly string[]; /** those that may be chosen that day, where a law comes into force and goes out of it; absent: all */ readonly on?: (today: Day) => readonly string[] };
type CodesRule = { readonly kind: 'codes'; readonly codes: readonly string[] };
type LinkRule = { readonly kind: 'link'; readonly of: 'note' | 'related' | 'consent' | 'disclosure' | 'toldOf' | 'pinned' | 'warning' | 'protection' | 'document' | 'expert' | 'report' | 'minute' };
type WayRule = { readonly kind: 'way'; readonly max: number };
type PlainRule<Kind extends string> = { readonly kind: Kind };

export const LINE: TextRule = { kind: 'text', max: 200 };
export const LONG: TextRule = { kind: 'text', max: 10_000 };
export const USER: PlainRule<'user'> = { kind: 'user' };
export const MUNICIPALITY: PlainRule<'municipality'> = { kind: 'municipality' };
/** One of the others in this system. */
export const REGION: PlainRule<'region'> = { kind: 'region' };
export const DAY: PlainRule<'day'> = { kind: 'day' };
export const COMING_DAY: PlainRule<'comingDay'> = { kind: 'comingDay' };
export const PAST_MOMENT: PlainRule<'pastMoment'> = { kind: 'pastMoment' };

/** @param max the most characters, in UTF-16 units */
export function words(max: number): TextRule {
  return { kind: 'text', max };
}

export function oneOf(codes: readonly string[]): CodeRule {
  return { kind: 'code', codes };
}

export function someOf(codes: readonly string[]): CodesRule {
  return { kind: 'codes', codes };
}

/** The id of something that stands in the case. */
export function linkTo(of: LinkRule['of']): LinkRule {
  return { kind: 'link', of };
}

/** Chosen among the ways that are known, or written where none is. */
export function oneWay(): WayRule {
  return { kind: 'way', max: LONG.max };
}
