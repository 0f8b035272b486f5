import { describe, expect, test } from 'vitest';
import { refuse } from '../../src/kernel/outcome.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { addMs, MINUTE } from '../../src/kernel/time.ts';
import { QuestionPage } from '../../src/reports/pages/reception/question-page.tsx';
import { connectionPath, urgentPath } from '../../src/reports/pages/reception/paths.ts';
import { ReportPage } from '../../src/reports/pages/reception/report-page.tsx';
import type { Workplace } from '../../src/reports/workplace.ts';
import type { ReportQuestion } from '../../src/reports/queries.ts';
import { receptionTexts } from '../../src/reports/texts/reception.ts';
import { asking, Journal, MONDAY, opened, REPORT, shown, told, type Asking } from './reception-fixtures.tsx';

const QUESTION: ReportQuestion = {
  mustAnswer: true, signIn: false, fileId: REPORT, reference: '2026-K7QF3M', channel: 'NETTSKJEMA', urgent: false, received_at: addMs(MONDAY, -20 * MINUTE), place: 'Lia', mayRaise: true, now: MONDAY,
};
const page = (changes: Partial<ReportQuestion> = {}, ask: Asking = {}, workplace?: Workplace) => shown(<QuestionPage model={{ ...QUESTION, ...changes }} request={asking(ask)} workplace={workplace} />);
const buttons = (html: string) => [...html.matchAll(/<button[^>]*>/g)].flatMap(([tag]) => (tag.includes('name="connection"') ? [/value="(\w+)"/.exec(tag)?.[1]] : []));

describe('the question before a report', () => {
  test('shows what one needs to know whether one may judge it: reference, age, where, how it came', () => {
    const { text } = page();
    for (const word of ['2026-K7QF3M', '20 minutter siden', 'Lia', 'Nettskjema', 'Forvaltningsloven § 6']) expect(text).toContain(word);
  });

  test('tells where somebody works before it is answered, so that a colleague answers yes unread (fvl § 6)', () => {
    expect(page().text).not.toContain('Noen det gjelder, jobber');
    expect(page({}, {}, { where: [] }).text).toContain('Vi vet ikke hvor');
    const { text } = page({}, {}, { where: ['Hjemmetjenesten i Lia'] });
    expect(text.indexOf('jobber her: Hjemmetjenesten i Lia')).toBeGreaterThan(-1);
    expect(text.indexOf('jobber her')).toBeLessThan(text.indexOf('Forvaltningsloven § 6'));
    for (const who of ['nabo', 'kollega', 'leder']) expect(text).toContain(who);
  });

  test('is two answers, the one that reads first in the form and ready for Enter', () => {
    const { html } = page();
    expect(buttons(html)).toEqual(['INGEN', 'TILKNYTTET']);
    expect(html).toMatch(/<button[^>]*value="INGEN"[^>]*data-keys="first"/);
    expect(html.match(/data-keys="first"/g)).toHaveLength(1);
    expect(html).toContain(`action="${connectionPath(REPORT)}"`);
  });

  test('in danger has a third: open now, answer afterwards', () => {
    const { html, text } = page({ urgent: true, mayRaise: false });
    expect(buttons(html)).toEqual(['INGEN', 'TILKNYTTET', 'SENERE']);
    expect(text).toContain('ring 112 eller 113');
  });

  test('lets the alarm be raised without an answer, and keeps what was typed when that is refused', () => {
    expect(page().html).toContain(`action="${urgentPath(REPORT)}"`);
    expect(page({ mayRaise: false }).html).not.toContain(urgentPath(REPORT));
    const refused = page({}, { form: { danger: 'Han har kniv' }, path: urgentPath(REPORT), refused: refuse('bad_input', { called: 'called_missing' }) });
    expect(refused.html).toContain('Han har kniv');
    expect(refused.html).toMatch(/<details[^>]* open/);
  });

  test('says why when somebody asks to answer afterwards and nothing is in danger', () => {
    expect(page({}, { refused: refuse('not_urgent') }).text).toContain(receptionTexts.nb.refused_not_urgent);
  });

  test.each(LANGUAGES)('is whole in %s', (lang) => {
    expect(page({ urgent: true }, { lang }).html).toContain(`<html lang="${lang}">`);
    expect(page({ place: undefined }, { lang }).text).toContain(receptionTexts[lang].placeUnknown);
  });
});

describe('after the question', () => {
  const read = opened(new Journal().arrives(told({ danger: 'ja' })));

  test('whoever opened it in danger is asked again on top of the page until they have answered', () => {
    expect(shown(<ReportPage model={read} request={asking()} />).text).not.toContain('Du har ikke svart');
    const { html, text } = shown(<ReportPage model={{ ...read, owes: true }} request={asking()} />);
    expect(text).toContain('Du har ikke svart om du er inhabil');
    expect(buttons(html)).toEqual(expect.arrayContaining(['INGEN', 'TILKNYTTET']));
  });

  test('a no can become a yes from the page itself', () => {
    const { html, text } = shown(<ReportPage model={read} request={asking()} />);
    expect(text).toContain('Er du inhabil likevel?');
    expect(buttons(html)).toEqual(['TILKNYTTET']);
  });
});
