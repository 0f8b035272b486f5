import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { instant } from '../../src/kernel/time.ts';
import { SharePage } from '../../src/reports/pages/public/share-page.tsx';
import { ShareResult } from '../../src/reports/pages/public/share-result.tsx';
import { climb, type Advice } from '../../src/reports/share/decide.ts';
import { QUESTIONS, type ShareAnswers } from '../../src/reports/share/questions.ts';
import { RULES } from '../../src/reports/share/rules.ts';
import { path } from '../../src/reports/pages/public/paths.ts';
import { shareWords } from '../../src/reports/share/texts/easy.ts';
import { shareTexts } from '../../src/reports/share/texts.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { wellNested } from '../support/nesting.ts';
import { SITE } from './site-sample.ts';

const NOW = instant('2026-11-20T12:00:00.000Z');
type Way = { readonly asked: ShareAnswers; readonly advice: Advice };

function everyWay(answers: ShareAnswers = {}): Way[] {
  const ladder = climb(answers);
  if (ladder.state === 'advised') return [{ asked: ladder.asked, advice: ladder.advice }];
  return (QUESTIONS.find((one) => one.name === ladder.next)?.values ?? []).flatMap((value) => everyWay({ ...answers, [ladder.next]: value }));
}

/** One way to each kind of answer (the rule, what comes first, what must be noted), and one to each provision of each law. */
const KINDS = [...new Map(everyWay().flatMap((way): [string, Way][] => [
  [JSON.stringify([way.advice.rule, way.advice.first]), way], [JSON.stringify(way.advice.notes), way], [JSON.stringify([way.advice.rule, way.advice.law]), way],
])).values()];

describe.each(LANGUAGES)('«Kan jeg dele?» in %s', (lang) => {
  const t = shareTexts[lang];
  const base = { lang, site: SITE, now: NOW };
  const shown = (way: Way) => wellNested(renderDocument(<ShareResult {...base} {...way} />));

  it('says every kind of answer whole: its basis, what, to whom, the sentence for the record, and that it is help and no ruling', () => {
    expect(new Set(KINDS.map((way) => way.advice.rule)).size).toBe(RULES.length);
    for (const way of KINDS) {
      const html = shown(way);
      const name = JSON.stringify(way.asked);
      expect(html, name).toContain(t[`head_${way.advice.rule}`]);
      expect(html.replaceAll('\u00a0', ' '), name).toContain(way.advice.ground.paragraph);
      expect(html, name).toContain(t.help);
      expect(html.includes('name="setning"'), name).toBe(way.advice.rule !== 'free');
      expect(html, name).not.toMatch(/undefined|\[object|\{\w+\}/);
    }
  });

  it('shows danger and the child before the answer itself', () => {
    for (const way of KINDS.filter(({ advice: { first } }) => first.length > 0)) {
      const html = shown(way);
      const at = way.advice.first.map((id) => html.indexOf(t[`first_${id}_heading`], html.indexOf('<main')));
      expect([...at, html.indexOf('<h1')], JSON.stringify(way.asked)).toEqual([...at, html.indexOf('<h1')].toSorted((a, b) => a - b));
      expect(Math.min(...at)).toBeGreaterThan(0);
    }
  });

  it('leads to the form with answers from its lists alone, hidden in what is posted, and never in an address', () => {
    for (const way of KINDS) {
      const html = shown(way);
      for (const [name, value] of Object.entries(way.asked)) expect(html, name).toMatch(new RegExp(`<input type="hidden"[^>]* name="${name}" value="${value}"`));
      expect([...html.matchAll(/(?:href|action)="([^"]*)"/g)].filter(([, address]) => address?.includes('?') === true)).toEqual([]);
    }
  });

  it('offers no form where the region has not opened its own, only the numbers', () => {
    const [way] = KINDS;
    if (way === undefined) return expect.fail('there are no ways');
    const html = renderDocument(<ShareResult {...base} site={{ ...SITE, formOpen: false }} {...way} />);
    expect(html).not.toContain(t.next_anonymous);
    expect(html).toContain(SITE.talk.number);
  });

  it('asks each question once, with a place of its own that the one before opens, and says to skip where the browser cannot hide', () => {
    const html = wellNested(renderDocument(<SharePage {...base} answers={{ hvor: 'hjemme', fare: 'nei' }} />));
    for (const { name, values } of QUESTIONS) {
      expect([...html.matchAll(new RegExp(`name="${name}"`, 'g'))], name).toHaveLength(values.length);
      if (name !== 'hvor') expect(html, name).toContain(`vr-next-${name}`);
    }
    expect(html).toMatch(/name="hvor"[^>]*checked=""|checked=""[^>]*name="hvor"/);
    expect([...html.matchAll(new RegExp(t.onlyIf, 'g'))]).toHaveLength(QUESTIONS.length - 1);
  });
});

describe.each(LANGUAGES)('«Kan jeg dele?» easy to read in %s', (lang) => {
  const easy = { lang, variety: 'easy' as const, site: SITE, now: NOW };

  it('asks in easy words, and stays in them when the answers are sent and changed', () => {
    const words = shareWords(easy);
    const asked = wellNested(renderDocument(<SharePage {...easy} />));
    for (const key of ['lead', 'help', 'q_spurt', 'alvor_sikkert', 'kan_tvil'] as const) {
      expect(words[key]).not.toBe(shareTexts[lang][key]);
      expect(asked).toContain(words[key]);
      expect(asked).not.toContain(shareTexts[lang][key]);
    }
    const [way] = KINDS.filter(({ advice: { rule } }) => rule === 'serious');
    if (way === undefined) throw new Error('no such way');
    const answer = wellNested(renderDocument(<ShareResult {...easy} {...way} />));
    expect(answer).toContain(words.why_serious);
    for (const html of [asked, answer]) expect([...html.matchAll(/action="([^"]*dele)"/g)].map((hit) => hit[1]).every((to) => to === path(lang, 'share', 'easy'))).toBe(true);
  });

  it('says the law’s own words unchanged: the provision, and the sentence for the record', () => {
    expect(shareWords(easy).record_serious).toBe(shareTexts[lang].record_serious);
  });
});
