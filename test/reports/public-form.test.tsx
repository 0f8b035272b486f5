import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Lang } from '../../src/kernel/texts.ts';
import { instant } from '../../src/kernel/time.ts';
import { FIELDS } from '../../src/reports/form/fields.ts';
import { PROBLEM_CODES } from '../../src/reports/form/problems.ts';
import { readForm } from '../../src/reports/form/read.ts';
import { MeldPage } from '../../src/reports/pages/public/meld-page.tsx';
import { ANONYMOUS, CONSULTING, OTHER, SELF, SERVICE_WITH_BASIS, without } from './form-samples.ts';
import { count, escaped, shown, values } from './html.ts';
import { SITE } from './site-sample.ts';

const NOW = instant('2026-11-20T22:40:00.000Z');
const base = (lang: Lang) => ({ lang, site: SITE, now: NOW, demo: true });

describe('the form', () => {
  const html = shown(<MeldPage {...base('nb')} token="tok" />);
  const form = html.slice(html.indexOf('id="skjemaet"'));

  it('asks exactly the fields of the table: one more would be dropped, one less never asked', () => {
    const names = new Set(values(form.slice(0, form.indexOf('</form>')), 'name'));
    // «Det er ikke et navn» stands there only where a text holds words that may be names
    expect([...names].toSorted()).toEqual([...FIELDS.map((f): string => f.name).filter((name) => name !== 'ikkenavn'), 'skjema'].toSorted());
  });

  it('is one document with one way to send, and Enter in a line sends nothing', () => {
    expect(count(form, 'type="submit"')).toBe(2);
    expect(form.indexOf('disabled=""')).toBeGreaterThan(0);
    expect(form.indexOf('disabled=""')).toBeLessThan(form.indexOf('name="fare"'));
    expect(form.slice(0, form.indexOf('</form>'))).not.toMatch(/formaction|maxlength/i);
    expect(html).toMatch(/<form[^>]*noValidate[^>]*autoComplete="off"[^>]*>|<form[^>]*novalidate[^>]*autocomplete="off"[^>]*>/i);
  });

  it('shows again whatever was written, in every kind of box', () => {
    const named = [...without(CONSULTING, 'sett'), ['sett', 'Jeg så Borghild.'], ['ikkenavn', 'Borghild']] as const;
    for (const sample of [OTHER, ANONYMOUS, named, [...SELF, ['hjelper', 'ja'], ['kode', 'egne'], ['egneord', 'katten min liker blå tepper']] as const, SERVICE_WITH_BASIS, [...without(OTHER, 'kommune'), ['kommune', 'annen'], ['annenkommune', 'Bergen']] as const]) {
      const { written } = readForm(sample);
      const again = shown(<MeldPage {...base('nb')} token="tok" written={written} />);
      const back = readForm(posted(again));
      expect(back.written).toEqual(written);
    }
  });

  it('never loses or runs a text, whatever is in it', () => {
    const texts = fc.record({ sett: fc.string({ unit: 'binary' }), onske: fc.string({ unit: 'grapheme' }), navn: fc.string({ unit: 'binary' }), grunntekst: fc.string(), trygg: fc.string({ unit: 'binary' }) });
    fc.assert(fc.property(texts, (typed) => {
      const { written } = readForm(Object.entries(typed));
      const again = shown(<MeldPage {...base('nb')} token="tok" written={written} />);
      for (const kept of Object.values(written)) expect(again).toContain(escaped(kept[0] ?? ''));
    }), { numRuns: 20 });
  }, 30_000);

  it('names each fault in the summary and at its question, in words', () => {
    for (const lang of LANGUAGES) {
      const { written, problems } = readForm([['hvem', 'UTSATT_SELV'], ['telefon', '1'], ['sett', 'x'.repeat(10_001)]]);
      const page = shown(<MeldPage {...base(lang)} token="tok" written={written} problems={problems} />);
      const main = page.slice(page.indexOf('<main'));
      for (const name of Object.keys(problems)) expect(main, name).toContain(`href="#f-${name}"`);
      for (const address of values(main, 'href').filter((one) => one.startsWith('#'))) expect(page, address).toContain(`id="${address.slice(1)}"`);
      expect(PROBLEM_CODES.filter((code) => page.includes(`>${code}<`))).toEqual([]);
    }
  });

  it('meets an employee without consent with three sentences and the number for a talk without names', () => {
    const { written, problems } = readForm(without(without(SERVICE_WITH_BASIS, 'grunn'), 'grunntekst'));
    const page = shown(<MeldPage {...base('nb')} token="tok" written={written} problems={problems} />);
    expect(problems).toEqual({ grunn: 'basisMissing' });
    expect(page).toContain(`tel:${SITE.talk.number.replaceAll(' ', '')}`);
    expect(page).toContain('value="Borghild Testesen"');
  });

  it('says what has to come out of a consultation, and names the words that may be names', () => {
    const { written, problems } = readForm([...without(CONSULTING, 'sett'), ['sett', 'Ring Borghild på 55 55 01 33.']]);
    expect(shown(<MeldPage {...base('nb')} token="tok" written={written} problems={problems} />)).toContain('Her står et telefonnummer: 55 55 01 33.');
    const asked = readForm([...without(CONSULTING, 'sett'), ['sett', 'Jeg så Borghild gråte.']]);
    const page = shown(<MeldPage {...base('nb')} token="tok" written={asked.written} problems={asked.problems} />);
    expect(page).toContain('Det er ikke et navn');
    expect(page).toContain('Disse ordene kan røpe hvem det er: Borghild.');
  });

  it('takes the name of any municipality by hand, and offers all of Norway to whoever wrote another, with what they wrote', () => {
    expect(html).toMatch(/<input[^>]*name="annenkommune"/);
    const { written, problems } = readForm([...without(OTHER, 'kommune'), ['kommune', 'annen'], ['annenkommune', 'Atlantis']]);
    const again = shown(<MeldPage {...base('nb')} token="tok" written={written} problems={problems} />);
    const list = /<select[^>]*name="annenkommune".*?<\/select>/.exec(again)?.[0] ?? '';
    expect(list).toContain('>Atlantis</option>');
    const names = [...list.matchAll(/<option(?: [^>]*)?>([^<]*)</g)].map((hit) => hit[1] ?? '').slice(1);
    expect(names).toHaveLength(358);
    expect(new Set(names).size).toBe(358);
    expect(names[0]).toBe('Nordbø'); // the invented neighbour, in the demo alone
    expect(shown(<MeldPage {...base('nb')} demo={false} token="tok" written={written} problems={problems} />)).not.toContain('Nordbø');
  });

  it('tells before anything is sent who answers for it, what for, on what ground, who reads, for how long, and one’s rights (GDPR art. 13)', () => {
    const before = form.slice(form.indexOf('id="del-6"'), form.indexOf('>Send<'));
    for (const text of ['Fjordby kommune', SITE.purpose.nb, SITE.legalBasis.nb, SITE.whoReads.nb, SITE.retention.nb, 'Du kan klage til Datatilsynet.']) expect(before).toContain(escaped(text.split('\n')[0] ?? ''));
  });

  it('gives the draft to «Forlat siden», so that leaving spends it', () => {
    expect(html.slice(html.indexOf('id="forlat"'), html.indexOf('</form>'))).toContain('value="tok"');
  });
});

/** What a browser would post from the form of a page: enough of HTML for our own markup. */
function posted(html: string): [string, string][] {
  const form = html.slice(html.indexOf('id="skjemaet"'));
  const body = form.slice(0, form.indexOf('</form>'));
  const read = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&amp;/g, '&');
  const of = (tag: string, name: string) => read(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  const inputs = [...body.matchAll(/<input[^>]*>/g)].map(([tag]) => tag)
    .filter((tag) => !/type="(radio|checkbox)"/.test(tag) || / checked=/.test(tag)).map((tag): [string, string] => [of(tag, 'name'), of(tag, 'value')]);
  const areas = [...body.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/g)].map((hit): [string, string] => [of(hit[1] ?? '', 'name'), read(hit[2] ?? '')]);
  const lists = [...body.matchAll(/<select([^>]*)>(.*?)<\/select>/g)].map((hit): [string, string] => [of(hit[1] ?? '', 'name'), chosenOf(hit[2] ?? '')]);
  return [...inputs, ...areas, ...lists];

  /** An option without a value of its own posts its text. */
  function chosenOf(options: string): string {
    const [tag = '', text = ''] = /<option[^>]*selected=[^>]*>([^<]*)/.exec(options) ?? [];
    return / value="/.test(tag) ? of(tag.slice(0, tag.indexOf('>') + 1), 'value') : read(text);
  }
}
