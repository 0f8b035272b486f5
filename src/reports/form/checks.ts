import { municipalityNumber } from '../../regions/codes.ts';
import { chooseOwnWords, type WordsFault } from '../../kernel/sealing/window-secret.ts';
import { FIELDS, LONGEST, type FieldName } from './fields.ts';
import { findIdentifying, type Mark, type Stop } from '../../kernel/identifying/identifying.ts';
import type { ProblemCode, Problems } from './problems.ts';
import type { Situation } from './situation.ts';
import { one, type Written } from './written.ts';

type Found = { -readonly [K in FieldName]?: ProblemCode };

/** Rules that weigh answers against each other, or look into a text. */
export function crossProblems(written: Written, facts: Situation): Problems {
  const found: Found = facts.consulting ? identifyingProblems(written) : {};
  const { mode } = facts;
  if ((mode === 'A' || mode === 'B') && one(written, 'skjult') === 'ja' && one(written, 'adresse') !== '') found.adresse = 'hiddenAddressGiven';
  if (mode === 'D' && one(written, 'ring') === '' && one(written, 'telefon') !== '') found.ring = 'phoneWithoutWish';
  if (facts.outside && municipalityNumber(one(written, 'annenkommune')) === undefined) found.annenkommune = 'otherMunicipalityMissing';
  const words = mode === 'D' && usesOwnWords(written) ? wordsFault(one(written, 'egneord')) : undefined;
  if (words !== undefined) found.egneord = words;
  return found;
}

/** The person comes back with words of their own: said so, or written where the browser could not hide the box. */
export function usesOwnWords(written: Written): boolean {
  const way = one(written, 'kode');
  return way === 'egne' || (way === '' && one(written, 'egneord') !== '');
}

const WORDS: Readonly<Record<WordsFault, ProblemCode>> = { few: 'wordsFew', same: 'wordsSame', code: 'wordsCode' };

function wordsFault(text: string): ProblemCode | undefined {
  if (text.length > LONGEST.short) return 'shortTooLong';
  const chosen = chooseOwnWords(text);
  return 'fault' in chosen ? WORDS[chosen.fault] : undefined;
}

const STOPS: Readonly<Record<Stop['kind'], ProblemCode>> = { number: 'holdsNumber', phone: 'holdsPhone', email: 'holdsEmail', address: 'holdsAddress' };
/** What is written in one's own words in mode C. */
const LOOKED_THROUGH = FIELDS.filter((field) => field.modes.includes('C') && (field.kind === 'short' || field.kind === 'long')).map((field) => field.name);

function identifyingProblems(written: Written): Found {
  const found: Found = {};
  for (const name of LOOKED_THROUGH) {
    const stop = stopsIn(written, name)[0];
    if (stop !== undefined) found[name] = STOPS[stop.kind];
  }
  if (Object.keys(found).length === 0 && unconfirmed(written).length > 0) found.ikkenavn = 'maybeNames';
  return found;
}

/** The pieces of an answer that must be taken out before it is sent without names, as they stand. */
export function stopsIn(written: Written, name: FieldName): (Stop & { readonly text: string })[] {
  const text = one(written, name);
  // what is too long is told so first, and looked through when it has been shortened
  if (text.length > LONGEST.long) return [];
  return findIdentifying(text).stops.map((stop) => ({ ...stop, text: text.slice(stop.at, stop.at + stop.length) }));
}

/** Between two words in the value of the box «Det er ikke et navn». */
const BETWEEN = ', ';

/** Words that may tell who it is, each once, in the order of the form. */
export function wordsToConfirm(written: Written): string[] {
  const marks = LOOKED_THROUGH.flatMap((name): readonly Mark[] => {
    const text = one(written, name);
    return text.length > LONGEST.long ? [] : findIdentifying(text).marks;
  });
  return [...new Set(marks.map(({ word }) => word.replaceAll(BETWEEN, ' ')))];
}

/** What the box posts when it is ticked: a tick stands for these words, and not for one that is written later. */
export function confirmation(words: readonly string[]): string {
  return words.join(BETWEEN);
}

function unconfirmed(written: Written): string[] {
  const said = new Set(one(written, 'ikkenavn').split(BETWEEN));
  return wordsToConfirm(written).filter((word) => !said.has(word));
}
