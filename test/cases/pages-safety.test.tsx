import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { CasePage } from '../../src/cases/pages/case-page.tsx';
import { planPath, stepPath } from '../../src/cases/pages/paths.ts';
import { SafetyPlanPage } from '../../src/cases/pages/safety-plan-page.tsx';
import { StepPage } from '../../src/cases/pages/step-page.tsx';
import { caseTexts } from '../../src/cases/texts.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { refuse } from '../../src/kernel/outcome.ts';
import { addDays, osloDay } from '../../src/kernel/time.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { wellNested } from '../support/nesting.ts';
import { addPerson, assessRisk, classified, investigating, markFactors, measure, protect, update, renew, suspectChanged, writePlan } from './acts.ts';
import { FILE, kari, lise, type Journal } from './journal.ts';
import { contentFor, requestOf, type Asked } from './pages-case.ts';

const html = (page: ReactElement) => wellNested(renderDocument(page));
const words = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const tab = (file: Journal, query: string, asked: Asked = {}) => html(<CasePage model={contentFor(lise, file)} request={requestOf({ actor: lise, query: `vis=${query}`, ...asked })} />);
const sheet = (file: Journal, asked: Asked = {}) => html(<SafetyPlanPage model={contentFor(lise, file)} request={requestOf({ actor: lise, path: planPath(FILE), ...asked })} />);

function borghild(): Journal {
  const file = investigating();
  file.by(kari, addPerson('sønnen', ['MISTENKT']));
  file.by(lise, assessRisk());
  file.by(lise, markFactors(['OFTERE', 'KONTROLL'], 'l1'));
  file.by(lise, markFactors(['OFTERE', 'DREPSTRUSLER'], 'l2'));
  file.by(lise, writePlan('p1'));
  file.by(lise, writePlan('p2', { warningSigns: 'Han låser døra.' }));
  file.by(lise, protect('BESOKSFORBUD', 10));
  return file;
}

describe('risk and safety on the pages of a case', () => {
  test.each(LANGUAGES)('stand whole in %s', (lang) => {
    const file = borghild();
    file.by(lise, suspectChanged());
    for (const part of ['oversikt', 'vurdering', 'tiltak']) expect(words(tab(file, part, { lang }))).not.toMatch(/undefined|\[object|NaN/);
    expect(words(sheet(file, { lang }))).not.toMatch(/undefined|\[object|NaN/);
  });

  test('the overview says what ends and what has changed, with the way on', () => {
    const file = borghild();
    expect(words(tab(file, 'oversikt'))).toContain('Det som beskytter personen, går ut');
    file.by(lise, suspectChanged('LOSLATT'));
    const page = tab(file, 'oversikt');
    expect(words(page)).toContain('Den antatte overgriperen: er løslatt, eller blir det');
    for (const step of ['reviewSafetyPlan', 'writeSafetyPlan', 'renewProtection'] as const) expect(page).toContain(stepPath(FILE, step));
    file.by(lise, renew('v1', 300));
    expect(words(tab(file, 'oversikt'))).not.toContain('Det som beskytter personen, går ut');
  });

  test('a case in hand without a plan says so, also when they live together', () => {
    expect(words(tab(investigating(), 'oversikt'))).toContain('Det er ikke skrevet noen sikkerhetsplan ennå');
    expect(words(tab(classified(), 'oversikt'))).not.toContain('Det er ikke skrevet noen sikkerhetsplan ennå');
    expect(words(tab(borghild(), 'oversikt'))).not.toContain('Det er ikke skrevet noen sikkerhetsplan ennå');
  });

  test('an alarm that was written as a measure alone runs out unseen: the overview asks for its last day', () => {
    const file = investigating();
    file.by(lise, measure('m9', 'VOLDSALARM'));
    const asks = () => words(tab(file, 'oversikt')).includes('Voldsalarm: Ingen siste dag er skrevet inn');
    expect(asks(), 'nobody has it yet').toBe(false);
    file.by(lise, update('m9'));
    expect(asks()).toBe(true);
    file.by(lise, protect('KONTAKTFORBUD', 10, 'v8'));
    expect(asks(), 'a ban is no alarm').toBe(true);
    file.by(lise, protect('VOLDSALARM', 80, 'v9'));
    expect(asks()).toBe(false);
  });

  test.each(LANGUAGES)('the form of a measure says, in %s, that a personnel case is kept elsewhere', (lang) => {
    const page = html(<StepPage model={contentFor(lise, investigating())} request={requestOf({ actor: lise, lang, path: stepPath(FILE, 'decideMeasure') })} />);
    expect(page).toContain(caseTexts[lang]['help.what']);
  });

  test('what is new in what worries us, and what is no longer so, is marked', () => {
    expect(words(tab(borghild(), 'vurdering'))).toMatch(/drepe eller skade alvorlig Nytt.*bestemmer over eller stenger inne Ikke lenger/);
  });

  test('over time there are marks and the same as a table', () => {
    const page = tab(borghild(), 'vurdering');
    expect(page.match(/<rect class="vv-chart-bar"/g)?.length).toBeGreaterThan(0);
    expect(words(page)).toContain('Bekymringen kom');
  });

  test('the sheet that is printed has neither the name nor the reference nor who is suspected, and shows an older version when asked', () => {
    const file = borghild();
    file.by(lise, writePlan('p3', { warningSigns: 'Han låser døra.', ifSeen: 'Gå inn i en butikk.', livingWith: 'Ta kveldsmaten hos naboen.', money: 'Egen konto.', devices: 'Slått av.', bag: 'Hos naboen.', childRoutines: 'Katten.' }));
    const page = sheet(file);
    expect(words(page)).toContain('Han låser døra.');
    for (const told of ['Borghild', '2026-K7QF3M', 'sønnen', 'overgriper', 'Besøksforbud', 'vold', 'Sikkerhetsplan']) expect(words(page.replace(/<title>.*?<\/title>/, ''))).not.toContain(told);
    expect(/<title>(.*?)<\/title>/.exec(page)?.[1]).not.toMatch(/sikkerhet|2026/i);
    expect(words(sheet(borghild(), { query: 'utgave=1' }))).toContain('Han blir stille.');
    for (const query of ['utgave=3', 'utgave=0', 'utgave=x']) expect(() => sheet(borghild(), { query })).toThrow();
  });

  test('it warns before printing when the person says that it is not safe to have the plan at home', () => {
    expect(words(sheet(borghild()))).toContain('ikke er trygt å ha planen hjemme');
    const file = borghild();
    file.by(lise, writePlan('p3', { planPlace: 'HJEMME' }));
    expect(words(sheet(file))).not.toContain('ikke er trygt å ha planen hjemme');
  });

  test('a renewal begins where the period before ends, for as long as the law allows', () => {
    const file = classified();
    file.by(lise, protect('VOLDSALARM', 30));
    const from = addDays(osloDay(file.now()), 31);
    const page = html(<StepPage model={contentFor(lise, file)} request={requestOf({ actor: lise, path: stepPath(FILE, 'renewProtection'), query: 'vern=v1' })} />);
    expect(page).toMatch(new RegExp(`name="protectedFrom"[^>]*value="${from}"|value="${from}"[^>]*name="protectedFrom"`));
  });

  test('a day beyond the law is refused in words that name the paragraph', () => {
    const refused = refuse('bad_input', { protectedUntil: 'ban_too_long' });
    const page = html(<StepPage model={contentFor(lise, classified())} request={requestOf({ actor: lise, path: stepPath(FILE, 'recordProtection'), refused })} />);
    expect(words(page)).toContain('høyst ett år (straffeprosessloven § 222 a)');
  });
});
