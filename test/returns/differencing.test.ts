import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseFact } from '../../src/statistics/fact.ts';
import { FEW, HIDDEN, type CellValue } from '../../src/returns/content.ts';
import { makeTables } from '../../src/returns/make.ts';
import { rounded } from '../../src/returns/rounding.ts';
import { ALL, variableOf, type ReturnSchema } from '../../src/returns/schema.ts';
import { SCHEMAS } from '../../src/returns/schemas.ts';
import { REPORTER } from '../../src/reports/codes.ts';
import { COUNTED, type BlockKey } from '../../src/statistics/blocks.ts';
import { suppress } from '../../src/statistics/suppression.ts';
import { tally } from '../../src/statistics/tally.ts';
import { pinned, type Told } from '../statistics/attacker.ts';
import { askedOf, fact, facts, someFacts } from './random.ts';

/** Which block of «Tall» tells the same of the same cases. */
const BLOCK_OF: Readonly<Record<string, BlockKey>> = { ANTALL: 'status', MELDER: 'reporter', VOLDSTYPE: 'violence', KJONN: 'gender', ALDERSGRUPPE: 'age', SARBARHET: 'vulnerability', RELASJON: 'relation', SAKSTYPE: 'type', SG1B: 'gender', SG1F: 'type', SG4A: 'wish' };

/** What a rounded number can have been, as a reader knows it. */
function window(value: CellValue): readonly [number, number] {
  if (value === HIDDEN) return [0, Infinity];
  if (value === FEW) return [1, 4];
  return value === 0 ? [0, 0] : [Math.max(5, value - 4), value + 4];
}

function told(schema: ReturnSchema, cases: readonly CaseFact[]): Told[] {
  const of = cases.map(fact);
  const { content } = makeTables(askedOf(of, schema), of, undefined);
  return content.tabeller.flatMap(({ tabell, celler }) => {
    const [key, spec] = [BLOCK_OF[tabell], schema.tables.find(({ id }) => id === tabell)];
    if (key === undefined || spec === undefined) return [];
    const { map, otherwise } = variableOf(schema, spec.rows);
    return celler.filter(({ rad }) => rad !== ALL).map(({ rad, antall }): Told => {
      const [low, high] = window(antall);
      return { name: `${tabell} ${rad}`, rows: COUNTED[key].rows.filter((row) => (map[row] ?? otherwise) === rad).map((row) => `${key} ${row}`), low, high };
    });
  });
}

function found(cases: readonly CaseFact[], also: readonly Told[]): string[] {
  return pinned([{ name: '2025', cases: cases.length, blocks: tally(cases, []).blocks, many: (key) => COUNTED[key].many, also }]);
}

/** Few kinds and many of each: what is folded into one row here stands in two there. */
const alike = fc.array(fc.tuple(fc.constantFrom('KRISESENTER', 'ANNEN_OFFENTLIG', 'NAV', 'HJEMMETJENESTE'), fc.constantFrom('KVINNE', 'MANN', 'ANNET', 'UKJENT'), fc.constantFrom('MA', 'BOR', 'KAN', undefined)), { minLength: 11, maxLength: 45 })
  .map((all) => all.flatMap(([reporter, gender, caseType]) => facts(1, { reporter, gender, caseType })));

/** Who reported, as «Tall» would have them if a shelter were a row of its own. */
const APART = { rows: ['ANNEN_OFFENTLIG', 'KRISESENTER', 'NAV', 'HJEMMETJENESTE'], counts: [7, 4, 6, 6] };

describe('somebody who lays a return beside «Tall»', () => {
  test.each(SCHEMAS.map((schema) => [schema.id, schema] as const))('finds of no «<5» which number it is, whatever codes the return has: %s', (_id, schema) => {
    fc.assert(fc.property(fc.oneof(someFacts(60), alike), (cases) => {
      expect(found(cases, told(schema, cases))).toEqual([]);
    }), { numRuns: 200, seed: 5 });
  });

  test('would find a shelter if it were a row here and folded there (krl. § 5): it is a row nowhere', () => {
    const here = suppress({ rows: APART.rows, columns: [''], counts: APART.counts.map((n) => [n]) });
    const there = rounded(suppress({ rows: ['ANNEN_OFFENTLIG', 'NAV', 'HJEMMETJENESTE'], counts: [[11], [6], [6]] }), { manyRows: false, manyColumns: false });
    const cell = there.cells[0]?.[0];
    const [low, high] = window(cell !== undefined && 'shown' in cell ? cell.shown : HIDDEN);
    expect(pinned([{ name: '2025', cases: 23, blocks: [{ key: 'reporter', ...here }], many: () => false, also: [{ name: 'folded', rows: ['reporter ANNEN_OFFENTLIG', 'reporter KRISESENTER'], low, high }] }])).toContain('2025 reporter KRISESENTER');
    const cases = APART.rows.flatMap((reporter, at) => facts(APART.counts[at] ?? 0, { reporter: REPORTER.codes.find((code) => code === reporter) ?? 'UKJENT' }));
    expect(tally(cases, []).blocks.find(({ key }) => key === 'reporter')?.rows).not.toContain('KRISESENTER');
    expect(found(cases, SCHEMAS.flatMap((schema) => told(schema, cases)))).toEqual([]);
  });

  test('would find it in half a year, since the other half is the rest: no half-year leaves', () => {
    const cases = [...facts(20), ...facts(12, { openedMonth: '2025-09' }), ...facts(5, { openedMonth: '2025-08', relation: ['BARNEBARN'] }), ...facts(1, { relation: ['BARNEBARN'] })];
    const halves = [cases.filter(({ openedMonth }) => openedMonth < '2025-07'), cases.filter(({ openedMonth }) => openedMonth >= '2025-07')];
    const rows = halves.map((half) => tally(half, []).blocks.find(({ key }) => key === 'relation')?.rowTotals ?? []);
    const both = COUNTED.relation.rows.map((row, at): Told => {
      const parts = rows.map((line): Told => {
        const cell = line[at];
        const [low, high] = window(cell === undefined ? HIDDEN : 'shown' in cell ? cell.shown : cell.hidden === FEW ? FEW : HIDDEN);
        return { name: row, rows: [], low, high };
      });
      return { name: row, rows: [`relation ${row}`], low: 0, high: Infinity, parts };
    });
    expect(found(cases, both)).toContain('2025 BARNEBARN');
  });
});
