import { findIdentifying, type Stop } from '../kernel/identifying/identifying.ts';
import { COLUMNS, type Written } from './lines.ts';
import { placeholdersIn } from './placeholders.ts';
import { listOf, type Part } from './plan.ts';

type Piece = { /** as the form names it */ readonly field: string; readonly text: string };

/** What somebody wrote in words, piece by piece: a name first in a cell is first in a sentence. Days, codes, counts and kroner are none. */
function piecesOf(part: Part, { text, lines }: Written): Piece[] {
  const list = listOf(part);
  const worded = list === undefined ? [] : COLUMNS[list].filter(({ type }) => type === 'line' || type === 'lines').map(({ name }) => name);
  return [{ field: 'text', text }, ...lines.flatMap((line, at) => worded.map((name): Piece => ({ field: `${at}-${name}`, text: line[name] ?? '' })))];
}

const STOPS = ['number', 'phone', 'email'] as const satisfies readonly Stop['kind'][];
export type StopCode = `stop_${(typeof STOPS)[number]}`;

/** What no report that others read may hold, by field: a national number, a phone number, an e-mail address. */
export function stopsIn(part: Part, written: Written): Record<string, StopCode> {
  return Object.fromEntries(piecesOf(part, written).flatMap(({ field, text }) => {
    const kind = STOPS.find((one) => findIdentifying(text).stops.some((stop) => stop.kind === one));
    return kind === undefined ? [] : [[field, `stop_${kind}`] as const];
  }));
}

/**
 * Words that may be a name or an address, or tell who somebody is, each once. Somebody says «Det er ikke et navn» of each before the report
 * is approved; what was said of last year's text holds for this year's. A word of a placeholder is none: that has to go as it stands (placeholders.ts).
 * @param known names of the region and its municipalities, in small letters
 */
export function namesIn(part: Part, written: Written, known: ReadonlySet<string>): string[] {
  const found = piecesOf(part, written).flatMap((piece) => {
    const text = placeholdersIn(piece.text).reduce((rest, one) => rest.replaceAll(one, ' '), piece.text);
    const { stops, marks } = findIdentifying(text);
    return [...marks.map(({ word }) => word), ...stops.filter(({ kind }) => kind === 'address').map(({ at, length }) => text.slice(at, at + length))];
  });
  return [...new Set(found)].filter((word) => !known.has(word.toLowerCase()));
}

/** Those that nobody has answered for yet. */
export function unansweredNames(part: Part, written: Written, known: ReadonlySet<string>): string[] {
  return namesIn(part, written, known).filter((word) => written.notNames?.includes(word) !== true);
}

/** What a place is called by before its name: first in a sentence it looks like a first name. */
const BEFORE_A_PLACE = ['region', 'regionen', 'kommune', 'kommunen'];

/** The single words of names that everybody here knows, with their genitive. */
export function wordsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set([...BEFORE_A_PLACE, ...names].flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{M}-]+/u)).filter((word) => word !== '').flatMap((word) => [word, `${word}s`]));
}
