import { fold } from '../kernel/likeness.ts';
import type { Refusal } from '../kernel/outcome.ts';
import { likeName, nameIn, saysWhoItIs } from './namesakes.ts';
import { isClosedWay, type Corrections } from './person.ts';
import { refuseCase } from './refusals.ts';
import type { KnownAs, Related } from './sharing.ts';
import { suspectsNamed } from './suspects.ts';

type Around = Parameters<typeof suspectsNamed>[0] & { readonly related: readonly Related[] };

/** Whoever is suspected by now, by the part they have or as a report names them, each name once. Nobody reaches the person through one of them. */
export function suspectNames(state: Around): readonly string[] {
  return [...new Set(suspects(state).map(({ name }) => name))];
}

/** A way to the person that the team has not closed, and that leads through nobody who is suspected. */
export function isOpenWay(state: Around & Pick<Corrections, 'closedWays'>, way: string): boolean {
  return !isClosedWay(state, way) && suspectOnWay(state, way) === undefined;
}

/**
 * Who is suspected and stands on the way, under the name they are suspected by (suspects.ts); undefined where nobody does, or where somebody has said of whoever
 * around the person is called so that it is another. A name after «når» or «ikke» is when and past whom, and no way. Errs towards closing: the team writes the way anew without the name.
 */
export function suspectOnWay(state: Around, way: string): string | undefined {
  const others = state.related.filter(({ suspected }) => suspected === undefined);
  return suspects(state).find((one) => leadsThrough(way, one.name) && !others.some(({ name, otherThan = [] }) => leadsThrough(way, name) && otherThan.some(({ of }) => of === one.of)))?.name;
}

/** Why a way that somebody writes as safe is none; undefined where none is written. */
export function wayFault(state: Around, way: string | undefined): Refusal | undefined {
  return way === undefined || suspectOnWay(state, way) === undefined ? undefined : refuseCase('bad_input', { safeContact: 'way_through_suspect' });
}

function suspects(state: Around): readonly KnownAs[] {
  const around = state.related.filter(({ suspected }) => suspected !== undefined).map(({ relatedId, name }) => ({ of: relatedId, name }));
  return [...around, ...suspectsNamed(state)];
}

const PART = /[.;:!?,\n()]+|\s[–-]\s|(?<!\p{L})(?:men|but)(?!\p{L})/iu;
/** Words that begin a sentence with a capital, and titles: no part of a name. */
const NO_NAME = new Set(['ring', 'send', 'kontakt', 'skriv', 'mot', 'snakk', 'bruk', 'bare', 'berre', 'kun', 'via', 'gjennom', 'fru', 'herr', 'hos', 'pa', 'til', 'tlf', 'telefon', 'mobil', 'sms', 'call', 'write', 'text', 'only', 'through', 'phone', 'mrs', 'mr', 'ms']);
const WHEN = new Set(['nar', 'mens', 'medan', 'hvis', 'viss', 'dersom', 'fordi', 'when', 'while', 'if', 'because']);
const NOT = new Set(['ikke', 'ikkje', 'aldri', 'uten', 'utan', 'not', 'never', 'without']);
const MUST = new Set(['ma', 'skal', 'kan', 'bor', 'far', 'vet', 'veit', 'must', 'should', 'can', 'may']);

type Word = { readonly raw: string; readonly folded: string; readonly capital: boolean };

function leadsThrough(way: string, name: string): boolean {
  return way.split(PART).some((part) => {
    const words = part.split(/[^\p{L}\p{M}]+/u).filter((raw) => raw !== '').map((raw) => ({ raw, folded: fold(raw), capital: raw !== raw.toLowerCase() }));
    return words.some((_, at) => isCalledAt(words, at, name) && !isBeside(words, at));
  });
}

/** Whether somebody of that name is meant here: what stands together with capitals is one name, and so «Unni Berg» is not Unni Lie, and «sønnen Per» not the son Tor. */
function isCalledAt(words: readonly Word[], at: number, name: string): boolean {
  const here = words[at];
  if (here === undefined) return false;
  const isName = (one: Word | undefined) => one !== undefined && one.capital && !NO_NAME.has(one.folded);
  if (!isName(here)) return isWordOf(here, name) && !(saysWhoItIs(here.raw) && isName(words[at + 1]) && nameIn(name).length > 0);
  const from = words.slice(0, at).findLastIndex((one) => !isName(one)) + 1;
  const after = words.slice(at).findIndex((one) => !isName(one));
  return likeName(words.slice(from, after === -1 ? undefined : at + after).map(({ raw }) => raw).join(' '), name);
}

/** In small letters a word is a name only where it is the very same. */
function isWordOf({ folded }: Word, name: string): boolean {
  const own = name.split(/[^\p{L}\p{M}]+/u);
  const marked = own.some((word) => word !== word.toLowerCase());
  return own.some((word) => fold(word) === folded && (saysWhoItIs(word) || (marked ? word !== word.toLowerCase() : word.length > 2)));
}

/** «Når datteren Unni er ute», «ikke til Unni», «Unni må ikke vite det». */
function isBeside(words: readonly Word[], at: number): boolean {
  const before = (count: number, set: ReadonlySet<string>) => words.slice(Math.max(0, at - count), at).some(({ folded }) => set.has(folded));
  const [next, then] = words.slice(at + 1, at + 3);
  return before(2, WHEN) || before(3, NOT) || (next !== undefined && then !== undefined && MUST.has(next.folded) && NOT.has(then.folded));
}
