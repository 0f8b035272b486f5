import { DEMO_NEIGHBOUR } from './demo-municipalities.ts';
import { distinctName, MUNICIPALITIES } from './municipalities.ts';

/** The region's own deadlines and the table that they begin from. */
export {
  UNSEEN_LEADER, CLOCK_IDS, clockRule, CLOCKS, countedBy, isReminder, NO_CHANGES, type ClockChanges, type ClockId, type ClockRule, type RegionClocks, type Unit,
} from './clock-table.ts';
export { clockName } from './texts/clock.ts';
/** The national list of municipalities, for other modules: numbers and names that hold for everybody. */
export { MUNICIPALITIES } from './municipalities.ts';
/** The region's own values of the code lists. */
export { chosenAs, isLocalChoice, isOfferedOn, localOf, localWords, nationalOf, parted, rejoined, type LocalChoice, type LocalValue } from './local-values.ts';
export { DEMO_NEIGHBOUR } from './demo-municipalities.ts';

/** All municipalities of Norway by the name that tells them apart, in the order of the alphabet. */
export const MUNICIPALITY_NAMES: readonly string[] = MUNICIPALITIES.map(distinctName).toSorted((a, b) => a.localeCompare(b, 'nb'));
// the invented neighbour is offered in the demo alone; elsewhere nobody can choose it
const NUMBER_OF: ReadonlyMap<string, string> = new Map([...MUNICIPALITIES, DEMO_NEIGHBOUR].map((one): [string, string] => [distinctName(one), one.number]));

/** The four digits of a municipality that was chosen by its name; undefined for a name that is not offered. */
export function municipalityNumber(name: string): string | undefined {
  return NUMBER_OF.get(name);
}

const FOLDED: ReadonlyMap<string, string> = new Map([...NUMBER_OF.keys()].map((name): [string, string] => [folded(name), name]));

function folded(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('nb').replace(/\s+kommune$/, '').replace(/[\s-]+/g, ' ').trim();
}

/** A municipality's name as the list has it, however it was typed («BERGEN», «bergen kommune»); undefined where it is none, or one of two. */
export function municipalityTyped(typed: string): string | undefined {
  return FOLDED.get(folded(typed));
}

/** The name that tells a municipality apart, by its four digits; undefined for digits that no municipality has. */
export function municipalityName(number: string): string | undefined {
  return [...NUMBER_OF].find(([, own]) => own === number)?.[0];
}
