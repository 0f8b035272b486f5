import { fold, nearWord } from '../kernel/likeness.ts';
import { done } from '../kernel/outcome.ts';
import type { Day } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import type { DecisionContext } from './conditions.ts';
import { entry } from './events.ts';
import { check, type Decision } from './guard.ts';
import { isClosedWay } from './person.ts';
import { refuseCase } from './refusals.ts';
import { suspectNames, suspectOnWay, wayFault } from './ways.ts';

/** What somebody on the phone at night must know of a case, and nothing more. `codeWord` is what the person says who they are by. */
export type NightCardContent = {
  readonly cardAlias?: string | undefined;
  readonly codeWord: string;
  readonly agreed: string;
  readonly safeContact?: string | undefined;
  readonly warnings?: string | undefined;
  /** when the warnings are to be looked over */
  readonly reviewOn?: Day | undefined;
  readonly wake?: string | undefined;
};

/** Fewer characters are guessed by whoever tries. */
const SHORTEST_WORD = 4;

/** The card for the desk at night, written or written anew by whoever leads the case. `bad_input` for a code word that is too short, for a way that is closed (a safety plan alone opens it again), and for one that leads through somebody suspected. */
export function decideWriteNightCard(state: CaseState, input: NightCardContent, ctx: DecisionContext): Decision {
  const no = check('writeNightCard', state, input, ctx);
  if (no !== undefined) return no;
  if (wordOf(input.codeWord).length < SHORTEST_WORD) return refuseCase('bad_input', { codeWord: 'code_word_short' });
  if (input.safeContact !== undefined && isClosedWay(state, input.safeContact)) return refuseCase('bad_input', { safeContact: 'way_closed' });
  const through = wayFault(state, input.safeContact);
  if (through !== undefined) return through;
  const { cardAlias, codeWord, agreed, safeContact, warnings, reviewOn, wake } = input;
  const card = { cardAlias, codeWord, agreed, safeContact, warnings, reviewOn, wake };
  return done(sameCard(state.nightCard, card) ? [] : [entry('NightCardWritten', ctx.now, card)]);
}

/** The case is no longer known at the desk at night. */
export function decideRemoveNightCard(state: CaseState, ctx: DecisionContext): Decision {
  return check('removeNightCard', state, {}, ctx) ?? done([entry('NightCardRemoved', ctx.now, {})]);
}

function sameCard(before: CaseState['nightCard'], card: NightCardContent): boolean {
  if (before === undefined) return false;
  const { by: _by, at: _at, ...now } = before;
  const said = (one: NightCardContent) => JSON.stringify(Object.entries(one).filter(([, value]) => value !== undefined).toSorted());
  return said(now) === said(card);
}

/**
 * The same as it was given, without the code word wherever it stands: on the card, in the journal, in what another case brought along. It is empty there, so
 * that all is shaped as before.
 */
export function wordCovered<T>(model: T): T {
  return cover(model) as T; // the same shape: only a text has become another
}

function cover(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cover);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]: [string, unknown]) => [name, name === 'codeWord' ? '' : cover(one)]));
}

/** A card as the desk finds it: `names` are what the person may say they are called, `neverThrough` whoever is suspected (absent in older cards). */
export type NightCard = NightCardContent & { readonly reference: string; readonly names: readonly string[]; readonly neverThrough?: readonly string[] };

/** What is kept of a case for the desk at night; undefined where nobody wrote a card. A way that leads through somebody suspected by now is not on it. */
export function nightCardOf(state: CaseState): NightCard | undefined {
  const { reference, nightCard, start: { person } } = state;
  if (nightCard === undefined) return undefined;
  const { by: _by, at: _at, safeContact, ...card } = nightCard;
  const open = safeContact !== undefined && suspectOnWay(state, safeContact) === undefined;
  return { ...card, ...(open ? { safeContact } : {}), neverThrough: suspectNames(state), reference, names: [person.name, person.alias, nightCard.cardAlias].filter((name) => name !== undefined) };
}

/** As it was typed while somebody waited on the line. */
export type CardAsked = { readonly reference: string; readonly name: string; readonly codeWord: string };

/**
 * The one card that is asked for: by the case's reference, else by name and code word. The code word must be right but for case,
 * accents and spaces; each word of the name must stand in one of the person's names, a slip forgiven. Every card is looked at,
 * whatever is found on the way. undefined too where two people answer to it: their cards are told apart by the reference.
 */
export function findNightCard<Card extends NightCard>(cards: readonly Card[], asked: CardAsked): Card | undefined {
  const reference = asked.reference.trim().toUpperCase();
  const fits = reference === '' ? cards.filter((card) => isCalled(card, asked.name) && wordOf(card.codeWord) === wordOf(asked.codeWord)) : cards.filter((card) => card.reference === reference);
  return fits.length === 1 ? fits[0] : undefined;
}

function isCalled({ names }: NightCard, asked: string): boolean {
  const known = names.map(wordsOf);
  const said = wordsOf(asked);
  return said.length > 0 && known.some((name) => said.every((word) => name.some((one) => nearWord(one, word))));
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).map(fold).filter((word) => word !== '');
}

function wordOf(codeWord: string): string {
  return wordsOf(codeWord).join('');
}
