import { expect, test } from 'vitest';
import * as caseChoices from '../../src/cases/choices.ts';
import * as dutyChoices from '../../src/cases/choices/duty.ts';
import * as voiceChoices from '../../src/cases/choices/voice.ts';
import { CASE_REFUSALS } from '../../src/cases/refusals.ts';
import { caseTexts } from '../../src/cases/texts.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';

const words = LANGUAGES.flatMap((lang) => Object.entries(caseTexts[lang]).map(([key, word]) => ({ lang, key, word })));

test('no word is empty, and nobody is met with «ugyldig»', () => {
  expect(words.filter(({ word }) => word.trim() === '' || word !== word.trim())).toEqual([]);
  expect(words.filter(({ word }) => /ugyldig|invalid|illegal/i.test(word))).toEqual([]);
});

test('nynorsk is not bokmål: none of bokmål’s own words stands in it', () => {
  const bokmal = /\b(ikke|hva|hvem|hvorfor|hvordan|hvilken|hvilke|noen|saken|ditt notatet|fra|lest|skrevet|velg|gjør|hjemmet|fortsatt|trenger)\b/i;
  expect(words.filter(({ lang, word }) => lang === 'nn' && bokmal.test(word))).toEqual([]);
});

test('sentences are short: no help or refusal is longer than two lines on a phone can be read in', () => {
  expect(words.filter(({ key, word }) => /^(help|refusal|fault)/.test(key) && word.length > 160)).toEqual([]);
});

test('every refusal says what happened in a full sentence', () => {
  for (const lang of LANGUAGES) for (const code of CASE_REFUSALS) expect(caseTexts[lang][`refusal.${code}`], `${lang} ${code}`).toMatch(/\.$/);
});

test('every choice has its words in three languages', () => {
  const lists = Object.values({ ...caseChoices, ...dutyChoices, ...voiceChoices }).filter((list) => !Array.isArray(list)) as readonly { values: readonly { nb: string; nn: string; en: string }[] }[]; // what is no array there is a code list
  expect(lists.length).toBeGreaterThan(8);
  for (const { values } of lists) for (const { nb, nn, en } of values) expect([nb, nn, en].every((word) => word.trim() !== '')).toBe(true);
});
