import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { instant, addMs, DAY_MS, HOUR } from '../../src/kernel/time.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { systemChance } from '../../src/kernel/ids.ts';
import { questionKey, questionKeys } from '../../src/kernel/sealing/question-code.ts';
import { mintQuestionToken, readQuestionToken } from '../../src/kernel/sealing/question-token.ts';
import { readWindowToken } from '../../src/kernel/sealing/window-token.ts';
import { newReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { openJson, sealJson } from '../../src/kernel/sealing/sealed.ts';
import { askedIn, box, planAnswer, typedAnswer } from '../../src/reports/expert/answer.ts';
import { expertAnswer, LONGEST_ANSWER, questionPlace, shownQuestion, type ShownQuestion } from '../../src/reports/expert/content.ts';
import { ExpertCodePage, ExpertPage, ExpertReceiptPage } from '../../src/reports/pages/public/expert-page.tsx';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { wellNested } from '../support/nesting.ts';
import { SITE } from './site-sample.ts';

const NOW = instant('2026-03-02T08:00:00.000Z');
const SHOWN: ShownQuestion = { version: 1, text: 'Vi er bekymret for Borghild Lian.', questions: ['HELSE', 'TRYGGHET'], free: 'Har hun fått nye medisiner?' };
const GIVEN: Readonly<Record<string, string>> = { kan: 'ja', navn: 'Astrid Holm', rolle: 'Fastlege', arbeidssted: 'Lia legesenter', [box('HELSE')]: 'Blåmerker.', sett: 'SETT', grunnlag: 'SAMTYKKE' };
const typed = (change: Readonly<Record<string, string>> = {}) => typedAnswer((name) => ({ ...GIVEN, ...change })[name] ?? '');
const plan = (change: Readonly<Record<string, string>> = {}, asked: readonly string[] | undefined = askedIn(SHOWN)) => planAnswer(typed(change), asked, NOW, 'nb');
const faults = (change: Readonly<Record<string, string>>) => { const planned = plan(change); return planned.ok ? undefined : planned.faults; };

describe('the answer of a professional outside', () => {
  test('is whole: what is said to be received is what arrival takes', () => {
    const planned = plan();
    expect(planned).toMatchObject({ ok: true, value: { can: true, answers: [{ question: 'HELSE', text: 'Blåmerker.' }], seen: 'SETT', basis: 'SAMTYKKE', name: 'Astrid Holm' } });
    if (planned.ok) expect(expertAnswer.parse(JSON.parse(JSON.stringify(planned.value)))).toEqual(planned.value);
  });

  test('«kan ikke svare» asks for no more than who it is, and sends nothing else that was typed (hpl § 21)', () => {
    const planned = plan({ kan: 'nei', sett: '', grunnlag: '' });
    expect(planned).toMatchObject({ ok: true, value: { can: false, answers: [] } });
    expect(JSON.stringify(planned)).not.toContain('Blåmerker');
  });

  test('says every fault at once, and a text that is too long is not cut', () => {
    expect(faults({ kan: '', navn: '', rolle: ' ' })).toMatchObject({ kan: 'missing', navn: 'missing', rolle: 'missing' });
    expect(faults({ [box('HELSE')]: '', sett: '', grunnlag: 'NOE' })).toEqual({ [box('HELSE')]: 'noAnswer', sett: 'missing', grunnlag: 'missing' });
    expect(faults({ [box('HELSE')]: 'x'.repeat(LONGEST_ANSWER + 1) })).toEqual({ [box('HELSE')]: 'tooLong' });
    expect(plan({ [box('HELSE')]: '', [box('KONTAKT')]: 'Det spurte ingen om.' }).ok, 'a question that was not asked').toBe(false);
  });
});

describe('a code', () => {
  test('gives other keys for each code and region, and the number alone gives nothing', async () => {
    const code = newReceiptCode(systemChance);
    const [one, again, there, other] = await Promise.all([questionKeys(code, 'r1'), questionKeys(code, 'r1'), questionKeys(code, 'r2'), questionKeys(newReceiptCode(systemChance), 'r1')]);
    expect(again).toEqual(one);
    expect(new Set([one, there, other].map(({ key }) => key.toString('hex'))).size).toBe(3);
    expect(new Set([one, there, other].map(({ check }) => check.toString('hex'))).size).toBe(3);
    expect([one.number, one.number.length]).toEqual([code.slice(0, 4), 4]);
  });

  test('opens what was sealed to it, and no other code does', async () => {
    const [one, other] = await Promise.all([questionKeys(newReceiptCode(systemChance), 'r1'), questionKeys(newReceiptCode(systemChance), 'r1')]);
    const place = questionPlace('r1', 'ask', 1);
    const sealed = sealJson(questionKey(one.key), SHOWN, place, 'text', systemChance);
    expect(shownQuestion.parse(openJson(questionKey(one.key), sealed, place))).toEqual(SHOWN);
    expect(() => openJson(questionKey(other.key), sealed, place)).toThrow();
    expect(() => openJson(questionKey(one.key), sealed, questionPlace('r1', 'ask', 2))).toThrow();
    expect(sealed.includes('Borghild')).toBe(false);
  });

  test('the page carries what opens the question, sealed: fresh for an hour, taken for as long as an answer is, and never as a page of another kind', () => {
    const key = createSecretKey(randomBytes(32));
    const token = { region: randomUUID(), visit: randomUUID(), issuedAt: NOW, open: { ask: randomUUID(), key: randomBytes(32), codeNo: 3, until: addMs(NOW, 14 * DAY_MS) } };
    const text = mintQuestionToken(key, token, systemChance);
    expect(readQuestionToken(key, text, addMs(NOW, HOUR))).toEqual({ state: 'fresh', ...token });
    expect(readQuestionToken(key, text, addMs(NOW, 2 * HOUR)).state).toBe('expired');
    // fourteen days, and a day longer for what was begun in time: a question that stands is never a page whose words are thrown away
    expect(readQuestionToken(key, text, addMs(NOW, 15 * DAY_MS)).state).toBe('expired');
    expect(readQuestionToken(key, text, addMs(NOW, 17 * DAY_MS))).toEqual({ state: 'forged' });
    expect(readWindowToken(key, text, NOW)).toEqual({ state: 'forged' });
    expect(readQuestionToken(key, mintQuestionToken(key, { ...token, open: undefined }, systemChance), NOW)).toMatchObject({ open: undefined });
  });
});

describe('the page', () => {
  const frame = { variety: 'plain', site: SITE, now: NOW } as const;

  test.each(LANGUAGES)('is whole in %s, and its title tells nobody what it is for', (lang) => {
    const pages = [
      <ExpertCodePage key="1" {...frame} lang={lang} token="t" />, <ExpertCodePage key="2" {...frame} lang={lang} token="t" notice="missing" typed="ABCD" />,
      <ExpertPage key="3" {...frame} lang={lang} token="t" sealed="s" until={addMs(NOW, DAY_MS)} shown={SHOWN} />,
      <ExpertPage key="4" {...frame} lang={lang} token="t" sealed="s" until={NOW} shown={undefined} typed={typed()} notice="closed" />,
      <ExpertReceiptPage key="5" {...frame} lang={lang} at={NOW} again={false} />,
    ].map((page) => wellNested(renderDocument(page)));
    for (const html of pages) {
      expect(html).not.toMatch(/undefined|\[object|NaN/);
      expect(/<title>([^<]*)/.exec(html)?.[1]).not.toMatch(/vold|vald|violence|abuse|krise|TryggEst/i);
    }
    expect(pages[2]).toContain('Borghild Lian');
    expect(pages[2]).toContain('Har hun fått nye medisiner?');
    expect(pages[3], 'what was typed is never thrown away').toContain('Blåmerker.');
  });

  test('open for too long it shows what was typed, and not what was asked', () => {
    const html = renderDocument(<ExpertPage {...frame} lang="nb" token="t" sealed="s" until={NOW} shown={undefined} typed={typed()} faults={{ kan: 'missing' }} />);
    expect(html).toContain('Blåmerker.');
    expect(html).not.toContain('Borghild');
    expect(html).toContain('Send svaret');
  });

  test('open for too long it still has a box for each question, and a page that is taken no more shows every word that was on it', () => {
    const late = renderDocument(<ExpertPage {...frame} lang="nb" token="t" sealed="s" until={NOW} shown={undefined} asked={['HELSE', 'FRI']} typed={{ ...typed(), answers: {} }} faults={{ [box('HELSE')]: 'noAnswer' }} />);
    for (const question of ['HELSE', 'FRI']) expect(late).toContain(`name="${box(question)}"`);
    expect(late).not.toContain('nye medisiner');
    expect(renderDocument(<ExpertCodePage {...frame} lang="nb" token="t" notice="stale" answers={typed().answers} />)).toContain('Blåmerker.');
  });
});
