import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { addMs, HOUR, instant } from '../../src/kernel/time.ts';
import type { Breach } from '../../src/privacy/breach.ts';
import { digitalClocks, DigitalNotice } from '../../src/privacy/pages/digital-part.tsx';
import { digitalTexts } from '../../src/privacy/texts/digital.ts';

const FOUND = instant('2026-04-03T14:00:00.000Z');
const breach: Breach = {
  municipalities: [], what: 'Tjenesten var nede.', discoveredAt: FOUND, affected: 1, kinds: '', consequences: 'Ingen fikk meldt fra.', measures: 'Startet på nytt.', authority: 'IKKE_AVGJORT', authorityAt: undefined, authorityWhy: '',
  told: 'IKKE_AVGJORT', toldWhy: '', digital: 'JA', digitalService: 'Mottaket', digitalCause: 'En full disk.', digitalUsers: '40', digitalAbroad: '',
};
const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ');

describe('the notice of an incident that digitalsikkerhetsloven covers', () => {
  test('holds what § 17 asks for, with what is written down of it, and says what lacks', () => {
    const page = words(renderToStaticMarkup(<DigitalNotice breach={breach} lang="nb" />));
    for (const part of ['Tilbyderens navn og kontaktinformasjon', 'Mottaket', 'Tjenesten var nede.', 'En full disk.', 'Ingen fikk meldt fra.', '40', 'Startet på nytt.']) expect(page).toContain(part);
    expect(page, 'effects in other countries were not considered').toMatch(/andre land\s+Mangler/);
    expect(page, 'to whom').toMatch(/tilsynsmyndigheten med kopi til Nasjonalt kontaktpunkt/);
    expect(renderToStaticMarkup(<DigitalNotice breach={{ ...breach, digital: 'NEI' }} lang="nb" />)).toBe('');
  });

  test.each(LANGUAGES)('tells at once that it is to be sent now, as its warning is as long as its clock, and not when it was sent or is late (%s)', (lang) => {
    const shown = (one: Breach, hours: number) => words(digitalClocks({ breach: one, now: addMs(FOUND, hours * HOUR), lang }).map(({ value }) => renderToStaticMarkup(<>{value}</>)).join(' '));
    const { warnNow, afterWarning } = digitalTexts[lang];
    expect([shown(breach, 0).includes(warnNow), shown(breach, 25).includes(warnNow), shown({ ...breach, digitalWarnedAt: FOUND }, 0).includes(warnNow)]).toEqual([true, false, false]);
    expect([shown(breach, 0).includes(afterWarning), shown({ ...breach, digitalWarnedAt: FOUND }, 0).includes(afterWarning)]).toEqual([true, false]);
  });
});
