import { describe, expect, test } from 'vitest';
import { approvedWords, catalogue, LANGUAGES } from '../../src/kernel/texts.ts';
import { easyTexts } from '../../src/reports/texts/easy.ts';
import { easyWindowTexts } from '../../src/reports/texts/easy-window.ts';
import { AddFile } from '../../src/reports/pages/public/add-file.tsx';
import { MeldPage } from '../../src/reports/pages/public/meld-page.tsx';
import { OFFERED_VARIETIES, problemOf, questionOf, wordsOf } from '../../src/reports/pages/public/voice.ts';
import { samiQuestions } from '../../src/reports/texts/sami.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { instant } from '../../src/kernel/time.ts';
import { SITE } from './site-sample.ts';

const WORDS = { hello: 'hei', leave: 'forlat' };
const SAMI = { hello: 'bures' };

describe('Northern Sámi', () => {
  test('that nobody has approved is not in the catalogue at all, so that no page can show it by mistake', () => {
    const unread = catalogue({ nb: WORDS, nn: WORDS, en: WORDS, se: { approved: false, words: SAMI } });
    expect(unread.se).toBeUndefined();
    expect(JSON.stringify(unread)).not.toContain('bures');
  });
  test('is there once somebody has read it, with bokmål for what is missing', () => {
    const read = catalogue({ nb: WORDS, nn: WORDS, en: WORDS, se: { approved: { by: 'Språksenteret', on: '2026-03-02' }, words: SAMI } });
    expect({ ...read.nb, ...read.se }).toEqual({ hello: 'bures', leave: 'forlat' });
    expect(approvedWords({ approved: { by: 'x', on: '2026-03-02' }, words: SAMI })).toEqual(SAMI);
  });
  test('of today is unread, so there is no page in it, no link to one, and not a word on any other', () => {
    expect(approvedWords(samiQuestions)).toBeUndefined();
    expect(OFFERED_VARIETIES).toEqual(['plain', 'easy']);
    expect(wordsOf({ lang: 'nb', variety: 'sami' })).toEqual(wordsOf({ lang: 'nb' }));
    const html = renderDocument(<MeldPage lang="nb" site={SITE} now={instant('2026-11-20T22:40:00.000Z')} token="tok" />);
    for (const question of Object.values(samiQuestions.words)) expect(html).not.toContain(question?.label);
    expect(html).not.toMatch(/href="\/se(\/|")|Davvisámegiella/);
  });
});

describe('easy words', () => {
  const keysOf = (lang: (typeof LANGUAGES)[number]) => Object.entries({ ...easyTexts[lang], window: easyWindowTexts[lang] }).map(([part, words]) => [part, typeof words === 'string' ? '' : Object.keys(words).toSorted().join(' ')]);
  test('are the same set in each language, so that nobody meets half of them', () => {
    expect(keysOf('nn')).toEqual(keysOf('nb'));
    expect(keysOf('en')).toEqual(keysOf('nb'));
  });
  test('come in short sentences', () => {
    const long = LANGUAGES.flatMap((lang) => strings([easyTexts[lang], easyWindowTexts[lang]])).flatMap((text) => text.split(/[.?!:\n]/)).filter((sentence) => sentence.trim().split(/\s+/).length > 15);
    expect(long).toEqual([]);
  });
  test('stand in place of the everyday ones, and leave what they do not change as it was', () => {
    expect(questionOf({ lang: 'nb', variety: 'easy' }, 'kallenavn').label).toBe('Hva skal vi kalle deg?');
    expect(questionOf({ lang: 'nb', variety: 'easy' }, 'grunn')).toEqual(questionOf({ lang: 'nb' }, 'grunn'));
    expect(problemOf({ lang: 'en', variety: 'easy' }, 'concernMissing')).toBe('Choose at least one.');
  });
  test('are those of the file that is added to the receipt as well, so that who wrote in easy words is not met by megabytes there', () => {
    const html = renderDocument(<AddFile lang="nb" variety="easy" token="tok" />);
    expect(html).toContain('Send én om gangen. Du kan sende ti.');
    expect(html).not.toMatch(/MB|PDF|originalen|intime/);
  });
});

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
