import type { CaseFact } from '../../src/statistics/fact.ts';
import { movementOf, type Movement } from '../../src/statistics/movement.ts';
import { leastBehind } from '../../src/statistics/pace.ts';
import { BELOW_FIVE, type Cell } from '../../src/statistics/suppression-cells.ts';
import { columnOf, type PublishedBlock, type ShownBlock } from '../../src/statistics/tally.ts';
import type { Told } from './attacker.ts';

const ELEVEN = 11;
type Medians = Readonly<Record<'classified' | 'closed', boolean>>;
type AtEnd = { readonly facts: readonly CaseFact[]; readonly fromYear: number; readonly year: number; readonly before: Cell | undefined };

/** What may stand beside a year's tables: how many were open, and which medians. `nullTells`: one that is missing says that ten or fewer stand behind it. */
export type BesideRules = { readonly movement: (at: AtEnd, status: ShownBlock) => Movement; readonly medians: (ofYears: readonly CaseFact[], blocks: readonly ShownBlock[]) => Medians; readonly nullTells: boolean };

export const OURS_BESIDE: BesideRules = {
  movement: ({ facts, fromYear, year, before }, status) => movementOf(facts, { from: `${fromYear}-01`, through: `${year}-12` }, true, before, status),
  medians: (ofYears, blocks) => {
    const [known, least] = [behind(ofYears), leastBehind(blocks, undefined)];
    return { classified: known.classified >= ELEVEN && least.classified >= ELEVEN, closed: known.closed >= ELEVEN && least.closed >= ELEVEN };
  },
  nullTells: false,
};

/** As it was: by what was counted, whatever the tables beside it hide. */
export const COUNTED_BESIDE: BesideRules = {
  movement: (at, status) => OURS_BESIDE.movement(at, { ...status, rows: [] }),
  medians: (ofYears) => ({ classified: behind(ofYears).classified >= ELEVEN, closed: behind(ofYears).closed >= ELEVEN }), nullTells: true,
};

/** How many have the time that a median is made of. */
function behind(ofYears: readonly CaseFact[]): Readonly<Record<'classified' | 'closed', number>> {
  return { classified: ofYears.filter(({ caseType, status }) => caseType !== undefined && status !== 'IKKE_SAK').length, closed: ofYears.filter(({ closedMonth }) => closedMonth !== undefined).length };
}

export type BesideTold = { readonly movement: Movement; readonly told: readonly Told[] };

/** What a reader of the tables concludes of their rows from what stands beside them, and the numbers that follow from the tables and the movement. */
export function besideOf(rules: BesideRules, ofYears: readonly CaseFact[], at: AtEnd, blocks: readonly PublishedBlock[]): BesideTold {
  const shown = blocks.map((block) => columnOf(block, undefined));
  const status = shown.find(({ key }) => key === 'status');
  if (status === undefined) throw new RangeError('there is always one');
  const [movement, medians, all] = [rules.movement(at, status), rules.medians(ofYears, shown), ofYears.length];
  const end = movement.end !== undefined && 'shown' in movement.end ? movement.end.shown : undefined;
  const [ended, notAssessed] = [['status AVSLUTTET', 'status IKKE_SAK', 'status UTENFOR_SAMARBEIDET'], ['type VENTER', 'status IKKE_SAK', 'status UTENFOR_SAMARBEIDET']];
  return {
    movement,
    told: [
      ...(end === undefined ? [] : [{ name: 'no more open than at the end', rows: ['status APEN'], low: 0, high: end }]),
      ...(medians.closed ? [{ name: 'the others are open', rows: ['status APEN'], low: 0, high: all - ELEVEN }] : rules.nullTells ? [{ name: 'ten ended at the most', rows: ended, low: 0, high: ELEVEN - 1 }] : []),
      ...(medians.classified ? [{ name: 'the others wait', rows: ['type VENTER'], low: 0, high: all - ELEVEN }] : rules.nullTells ? [{ name: 'so many are not assessed', rows: notAssessed, low: all - ELEVEN + 1, high: Infinity }] : []),
    ],
  };
}

/** A quarter of reports as it is shown, in bounds. */
export function quarterBounds(cell: Cell): readonly [low: number, high: number] {
  if ('shown' in cell) return [cell.shown, cell.shown];
  return cell.hidden === BELOW_FIVE ? [1, 4] : [0, Infinity];
}
