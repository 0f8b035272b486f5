import { expect, test } from 'vitest';
import { asId, type UserId } from '../../src/kernel/ids.ts';
import { easyTexts } from '../../src/reports/texts/easy.ts';
import { questionTexts } from '../../src/reports/texts/form-questions.ts';
import { colleaguesAt, workplaceIn } from '../../src/reports/workplace.ts';

const id = (n: number) => asId<'user'>(`00000000-0000-4000-8000-00000000000${n}`);
const STAFF = [
  { userId: id(1), unit: 'Felles mottak', roles: ['KOORDINATOR'] },
  { userId: id(2), unit: 'Felles mottak', roles: ['MOTTAK'] },
  { userId: id(3), unit: 'Legevakten', roles: ['MOTTAK'] },
  { userId: id(4), unit: 'Hjemmetjenesten', roles: ['TEAMMEDLEM'] },
  { userId: id(5), unit: 'Hjemmetjenesten', roles: ['KOORDINATOR'] },
  { userId: id(6), unit: '', roles: ['LEDER'] },
];
const at = (out: UserId[], place: string | undefined, reserve?: UserId) => colleaguesAt(STAFF, { out, reserve }, place);

test('whoever works where the suspect works reads nothing, by every word of their unit (fvl § 6)', () => {
  expect(at([], 'hjemmetjenesten i Lia')).toEqual([id(4), id(5)]);
  expect(at([], 'hjemmesykepleien')).toEqual([]);
  expect(at([], 'et mottak')).toEqual([]);
  expect(at([], undefined)).toEqual([]);
});

test('a place that would leave nobody in reception, or no coordinator, leaves out nobody: the report is read', () => {
  expect(at([id(1)], 'Hjemmetjenesten'), 'the other coordinator is named in it').toEqual([]);
  expect(at([], 'felles mottak, legevakten og hjemmetjenesten')).toEqual([]);
  expect(at([id(3)], 'Felles mottak'), 'nobody would be left to take it in').toEqual([]);
  expect(at([], 'Felles mottak')).toEqual([id(1), id(2)]);
});

test('the reserve, who reads where nobody else may, is left out by no place: only by name', () => {
  expect(at([], 'hjemmetjenesten i Lia', id(4))).toEqual([id(5)]);
  expect(at([id(1), id(2), id(3)], 'hjemmetjenesten', id(4)), 'one coordinator is left, and the reserve').toEqual([]);
});

test('what is told before the question is where somebody works, never where it would give away a hidden address', () => {
  const told = { works: true, where: undefined, hidden: false };
  expect(workplaceIn([{ works: false, where: undefined, hidden: true }])).toBeUndefined();
  expect(workplaceIn([told])).toEqual({ where: [] });
  expect(workplaceIn([told, { ...told, where: 'NAV ' }, { ...told, where: 'NAV' }])).toEqual({ where: ['NAV'] });
  expect(workplaceIn([{ ...told, where: 'NAV' }, { ...told, hidden: true }])).toEqual({ where: [] });
});

test.each([['nb', 'passer vi på'], ['nn', 'passar vi på'], ['en', 'make sure']] as const)('the form promises in %s no more than we do: the reader is told first', (lang, promise) => {
  const words = JSON.stringify([questionTexts[lang].jobber, easyTexts[lang].questions.jobber]);
  expect(words).not.toContain(promise);
  expect(words).toMatch(/vite det først|told first/);
});
