import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { DEFINITIONS, standingRules } from '../../src/statistics/definitions.ts';
import { statisticsTexts } from '../../src/statistics/texts.ts';
import { columnOf, tally } from '../../src/statistics/tally.ts';
import { outwardYear } from '../../src/statistics/year-words.ts';
import { facts } from './facts.ts';

const nb = statisticsTexts.nb;
const LATER = { howStrict: 3, howTold: 5, howDone: 5, howAsTold: 6, howOpen: 7 } as const;
const later = Object.keys(LATER) as (keyof typeof LATER)[]; // LATER has no other keys

describe('the words under tables that stand', () => {
  test('are those of the edition they were counted in: what was changed later is not said of them', () => {
    for (let edition = 1; edition <= Number(DEFINITIONS); edition += 1) {
      const said = standingRules([String(edition)], 'nb');
      for (const rule of later) expect(said.includes(nb[rule]), `${rule} under edition ${edition}`).toBe(edition >= LATER[rule]);
      expect(said).toEqual(expect.arrayContaining([nb.howYear, nb.howOwn, nb.howSecret, nb.howShelter, nb.howStanding]));
    }
  });

  test('say of which years a rule holds, where years of several editions stand beside each other', () => {
    expect(standingRules(['4', '6', '6', DEFINITIONS], 'nb')).toEqual(expect.arrayContaining([nb.howStrict, `Utgave 6 og ${DEFINITIONS}: ${nb.howAsTold}`, `Utgave ${DEFINITIONS}: ${nb.howOpen}`]));
  });

  test('tell of the newest edition what is new in it, in each language, so that nobody raises the number alone', () => {
    for (const lang of LANGUAGES) expect(standingRules([DEFINITIONS], lang).length).toBeGreaterThan(standingRules([String(Number(DEFINITIONS) - 1)], lang).length);
    expect(standingRules([], 'nb'), 'where nothing is counted yet, what would be').toEqual(standingRules([DEFINITIONS], 'nb'));
  });

  test('are the same in a report as on the page', () => {
    const blocks = tally(facts(40), ['9901']).blocks.map((block) => columnOf(block, undefined));
    const breakdown = { fromYear: 2025, year: 2025, pace: undefined, overdue: undefined, movement: undefined, definitions: '4', received: { shown: 40 }, own: { shown: 40 }, blocks };
    expect(outwardYear({ year: 2025, waitsToBeCounted: false, breakdown }, '1. februar 2026', 'nb').told?.rules).toEqual(standingRules(['4'], 'nb'));
  });
});
