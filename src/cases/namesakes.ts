import type { UserId } from '../kernel/ids.ts';
import { fold, nearWord } from '../kernel/likeness.ts';
import type { CaseState } from './case.ts';

/** Whoever of the staff is called, or nearly called, as somebody around the person. */
export type Namesakes = (name: string) => readonly UserId[];

/** What stands in the field where no name is needed («sønnen»), and would else be a slip for a family name. */
const WHO_IT_IS = new Set([
  'mor', 'moren', 'mora', 'far', 'faren', 'foreldre', 'sønn', 'sønnen', 'son', 'sonen', 'datter', 'datteren', 'dattera', 'dotter', 'dottera', 'bror', 'broren', 'søster', 'søsteren', 'søstera', 'syster', 'systera',
  'mann', 'mannen', 'kone', 'kona', 'konen', 'ektefelle', 'ektefellen', 'ektemann', 'ektemannen', 'samboer', 'samboeren', 'sambuar', 'sambuaren', 'kjæreste', 'kjæresten', 'barn', 'barnet', 'barna', 'barnebarn', 'barnebarnet',
  'nevø', 'nevøen', 'niese', 'niesen', 'svigersønn', 'svigersønnen', 'svigerdatter', 'svigerdatteren', 'svoger', 'svogeren', 'svigerinne', 'svigerinnen', 'onkel', 'onkelen', 'tante', 'tanten', 'tanta', 'fetter', 'fetteren', 'kusine', 'kusinen', 'slektning', 'slektningen', 'pårørende', 'pårørande', 'nabo', 'naboen', 'venn', 'vennen', 'venninne', 'venninnen', 'verge', 'vergen', 'verje', 'verja',
  'mother', 'father', 'daughter', 'brother', 'sister', 'husband', 'wife', 'partner', 'neighbour', 'friend', 'guardian', 'uncle', 'aunt', 'cousin', 'relative',
]);
/** Says of nobody who it is. */
const FILLING = 'the';

/** «Moren Unni» is called Unni. */
export function nameIn(said: string): string[] {
  return said.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '' && word.toLowerCase() !== FILLING && !saysWhoItIs(word));
}

/** «Datteren Mona», «naboen»: somebody around the person, whether or not they are written down. */
export function saysWhoItIs(said: string): boolean {
  return said.toLowerCase().split(/[^\p{L}\p{M}]+/u).some((word) => WHO_IT_IS.has(word));
}

/** Whether both may be one: every word of the shorter name meets one of the other, slips forgiven. «Sønnen» meets «sønnen», and «Unni» meets «Unni Lie». */
export function likeName(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length > 0 && short.every((word) => long.some((met) => nearWord(word, met)));
}

function wordsOf(said: string): string[] {
  const named = nameIn(said);
  return (named.length > 0 ? named : said.split(/\s+/)).map(fold).filter((word) => word !== '');
}

/** Whom the team has written down; what a report said is compared with the report. What a case that was taken in had put right stands as it was put right there. */
export function namesWritten({ related, corrections, start, joined, takenIn }: Pick<CaseState, 'related' | 'corrections' | 'start' | 'joined' | 'takenIn'>): readonly string[] {
  const right = (report?: string) => corrections.some(({ reportId }) => reportId === report);
  const told = [...(right() ? [start] : []), ...joined.filter(({ report }) => takenIn.length > 0 || right(report)).map((one) => one.start)];
  return [...related.map(({ name }) => name), ...told.flatMap(({ person, suspectName }) => [person.name, suspectName]).filter((name) => name !== undefined)];
}
