import { describe, expect, test } from 'vitest';
import { accountMismatches, accountSums, budgetMismatches } from '../../src/documents/accounts.ts';
import { mismatchWords } from '../../src/documents/compose-lists.ts';
import { COLUMNS, readLines, type Lines, type Typed } from '../../src/documents/lines.ts';
import { kroner, readKroner } from '../../src/documents/money.ts';
import { LISTS, type ListKind } from '../../src/documents/plan.ts';
import { documentTexts } from '../../src/documents/texts/page.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';

function read<K extends ListKind>(kind: K, typed: readonly Typed[]): Lines[K] {
  const found = readLines(kind, typed);
  if (!found.ok) throw new Error(JSON.stringify(found.fields));
  return found.lines;
}

/** The accounts of the source (domain reference §12.2), line by line. */
const ACCOUNTS = read('accounts', [
  { row: 'TILSKUDD', post: 'Midler', actual: '860 000' }, { row: 'PERSONAL', post: 'Prosjektledelse 14 md.', actual: '626 297' }, { row: 'SUM_PERSONAL', post: 'Sum personal', actual: '730 880' },
  { row: 'ANDRE', post: 'Fagdag', actual: '44 236' }, { row: 'ANDRE', post: 'Reise', actual: '11 470' }, { row: 'ANDRE', post: 'Inventar', actual: '35 598' }, { row: 'ANDRE', post: 'Informasjon', actual: '41 187' },
  { row: 'SUM_ANDRE', post: 'Sum andre', actual: '132 490' }, { row: 'SUM_FORBRUK', post: 'Sum forbruk', actual: '863 370' }, { row: 'OVERFORT', post: 'Neste periode', actual: '3370' },
]);
const BUDGET = read('budget', [
  { row: 'TILSKUDD', post: 'Midler', amount: '860 000' }, { row: 'KOSTNAD', post: 'Koordinator', amount: '410 000', percent: '100', months: '8' }, { row: 'KOSTNAD', post: 'Kommunene', amount: '160 000', percent: '40', months: '8' },
  { row: 'KOSTNAD', post: 'Reserve', amount: '200 000', percent: '50', months: '8' }, { row: 'KOSTNAD', post: 'Trykk', amount: '50 000' }, { row: 'KOSTNAD', post: 'Annonser', amount: '40 000' }, { row: 'SUM', post: 'Sum', amount: '860 000' },
]);
const without = (row: string) => ACCOUNTS.filter((line) => line.row !== row);

describe('accounts that somebody typed', () => {
  test('name the 104 583 kroner that no line explains, and let it stand (I5)', () => {
    expect(accountMismatches(ACCOUNTS)).toContainEqual({ code: 'SUM_DIFFERS', what: 'PERSONAL', stated: 73_088_000, computed: 62_629_700, by: 10_458_300 });
  });

  test('are not blamed for one krone of rounding (I6), but for two', () => {
    expect(accountSums(ACCOUNTS).other).toBe(13_249_100);
    expect(accountMismatches(ACCOUNTS).filter((one) => one.code === 'SUM_DIFFERS' && one.what === 'ANDRE')).toEqual([]);
    const two = [...without('SUM_ANDRE'), ...read('accounts', [{ row: 'SUM_ANDRE', post: 'Sum', actual: '132 489' }])];
    expect(accountMismatches(two)).toContainEqual({ code: 'SUM_DIFFERS', what: 'ANDRE', stated: 13_248_900, computed: 13_249_100, by: -200 });
  });

  test('carry what was used beyond the grant to the next period, and say so where somebody says another number (I4)', () => {
    expect(accountMismatches(ACCOUNTS)).toContainEqual({ code: 'OVERSPENT', by: 337_000 });
    expect(accountMismatches(ACCOUNTS).map(({ code }) => code)).not.toContain('CARRIED_DIFFERS');
    const other = [...without('OVERFORT'), ...read('accounts', [{ row: 'OVERFORT', post: 'Neste', actual: '3 000' }])];
    expect(accountMismatches(other)).toContainEqual({ code: 'CARRIED_DIFFERS', stated: 300_000, computed: 337_000 });
  });

  test('that add up are told nothing of', () => {
    expect(accountMismatches(read('accounts', [{ row: 'TILSKUDD', post: 'Midler', actual: '100' }, { row: 'ANDRE', post: 'Trykk', actual: '60,50' }, { row: 'SUM_FORBRUK', post: 'Sum', actual: '60,50' }]))).toEqual([]);
  });
});

describe('a budget', () => {
  test('that spends the whole grant although something is charged to it already is warned of, and so is a post that is not its part (I7)', () => {
    expect(budgetMismatches(BUDGET, 337_000)).toEqual([
      { code: 'CARRIED_NOT_IN_BUDGET', by: 337_000 },
      { code: 'NOT_PRO_RATA', post: 'Kommunene', stated: 16_000_000, computed: 16_400_000 }, { code: 'NOT_PRO_RATA', post: 'Reserve', stated: 20_000_000, computed: 20_500_000 },
    ]);
  });

  test('that costs more than the grant is named by how much', () => {
    expect(budgetMismatches(read('budget', [{ row: 'TILSKUDD', post: 'Midler', amount: '100' }, { row: 'KOSTNAD', post: 'Alt', amount: '150' }]), 0)).toEqual([{ code: 'OVER_BUDGET', by: 5_000 }]);
  });

  test('is told of in words with its numbers, in each language', () => {
    for (const lang of LANGUAGES) for (const one of [...accountMismatches(ACCOUNTS), ...budgetMismatches(BUDGET, 337_000)]) expect(mismatchWords(one, lang)).toMatch(/\d{1,3}\u00a0\d{3} kr/);
  });
});

describe('kroner', () => {
  test.each([['626 297', 62_629_700], ['1.250,50', 125_050], ['kr 12,5', 1_250], ['-3 370', -337_000], ['0', 0], ['40 000,-', 4_000_000]])('written as «%s» are whole øre', (text, ore) => {
    expect(readKroner(text)).toBe(ore);
  });

  test.each(['', 'mange', '1,234', '12.34', '1e5', '99999999999999'])('«%s» is no sum of money', (text) => {
    expect(readKroner(text)).toBeUndefined();
  });

  test('come back as they were written', () => {
    expect([62_629_700, 125_050, -337_000, 0].map((ore) => readKroner(kroner(ore)))).toEqual([62_629_700, 125_050, -337_000, 0]);
  });
});

describe('lines', () => {
  test('name the place of each fault, and leave out what is empty', () => {
    expect(readLines('meetings', [{ on: '', group: 'TEAM', count: '', themes: '' }, { on: '2026-02-30', group: 'INGEN', count: 'to', themes: '' }])).toEqual({ ok: false, code: 'bad_input', fields: { '1-on': 'no_such_day', '1-group': 'not_offered', '1-count': 'not_a_number' } });
  });

  test('have a word for each column, in each language', () => {
    for (const lang of LANGUAGES) for (const kind of LISTS) for (const { name } of COLUMNS[kind]) expect([kind, name, Object.keys(documentTexts[lang]).includes(`col_${name}`)]).toEqual([kind, name, true]);
  });
});
