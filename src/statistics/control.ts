import { isSmall, LESS, PROTECTED, SMALL, type Cell } from './suppression-cells.ts';

/** What internal control counts of a year, and may say something of one person. `openBreaches`: those of the breaches that were not settled when they were counted. */
export type ControlNumbers = { readonly emergencies: number; readonly breaches: number; readonly openBreaches: number };

/** As anybody may see it. */
export type ControlCells = Readonly<Record<keyof ControlNumbers, Cell>>;

/**
 * With all of them beside, the open ones tell how many were settled. So both are hidden where either is a small number: were only the one
 * hidden that is small, six of which five are open would tell of the one.
 */
export function shownControl({ emergencies, breaches, openBreaches }: ControlNumbers): ControlCells {
  const shown = (n: number): Cell => (isSmall(n) ? LESS : { shown: n });
  const tells = !isSmall(breaches) && (isSmall(openBreaches) || isSmall(breaches - openBreaches));
  return { emergencies: shown(emergencies), breaches: shown(breaches), openBreaches: tells ? PROTECTED : shown(openBreaches) };
}

/**
 * How many of all have done what everybody is to do, beside how many they are: the one who has not is a colleague whom others can name. So it is hidden where those who
 * have not, or have, are one to four; and always where all are so few, since «hidden» would else tell of one alone that they have not.
 */
export function shownOfAll(done: number, all: number): Cell {
  return all <= SMALL || isSmall(all - done) || (done < all && isSmall(done)) ? PROTECTED : { shown: done };
}
