import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { asId } from '../../src/kernel/ids.ts';
import { LANGUAGES, type Lang } from '../../src/kernel/texts.ts';
import { instant } from '../../src/kernel/time.ts';
import { FIELDS, GROUPS } from '../../src/reports/form/fields.ts';
import { groupTexts } from '../../src/reports/texts/form-groups.ts';
import { questionTexts } from '../../src/reports/texts/form-questions.ts';
import { MeldPage } from '../../src/reports/pages/public/meld-page.tsx';
import { OutagePack } from '../../src/reports/pages/paper/outage-pack.tsx';
import { NOT_ON_PAPER, sheetForm, type PaperField, type SheetForm } from '../../src/reports/pages/paper/sheet-form.ts';
import { MOST_SHEETS, readSheetNumber, sheetNumber, sheetsOf } from '../../src/reports/paper/number.ts';
import { countPad, gapsOf, standings, type SheetFacts } from '../../src/reports/paper/pad.ts';
import { paperHints } from '../../src/reports/paper/texts.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { SITE } from './site-sample.ts';

const NOW = instant('2026-03-02T07:00:00.000Z');

describe('the number on a sheet', () => {
  it('is read as it was printed, in small letters and with spaces too', () => {
    for (const number of sheetsOf(12, MOST_SHEETS)) expect(readSheetNumber(sheetNumber(number))).toEqual(number);
    const [pad, sheet, letter = ''] = sheetNumber({ pad: 12, sheet: 7 }).split('-');
    for (const typed of [` ${pad}-${sheet}-${letter.toLowerCase()} `, `${pad} ${sheet} ${letter}`, `${pad}-7-${letter}`, `${pad}–${sheet}–${letter}`]) expect(readSheetNumber(typed), typed).toEqual({ pad: 12, sheet: 7 });
  });

  it('shows a slip: one wrong digit, or two that changed places, is no number, so that no other sheet is marked as come back', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: MOST_SHEETS }), fc.nat(9), fc.nat(30), (pad, sheet, digit, at) => {
      const written = sheetNumber({ pad, sheet });
      const places = [...written].map((sign, index) => (/\d/.test(sign) ? index : -1)).filter((index) => index >= 0);
      const place = places[at % places.length] ?? 0;
      const wrong = written.slice(0, place) + String(digit) + written.slice(place + 1);
      if (wrong !== written) expect(readSheetNumber(wrong)).toBeUndefined();
      const next = places[(at % places.length) + 1];
      if (next !== place + 1) return;
      const swapped = written.slice(0, place) + written.slice(next, next + 1) + written.slice(place, place + 1) + written.slice(next + 1);
      if (swapped !== written) expect(readSheetNumber(swapped)).toBeUndefined();
    }));
  });

  it('is nothing that somebody writes by chance', () => {
    for (const text of ['', '12', '12-07', 'Kari', '12-00-A', '0-01-A', '2026-03-02', "12-07-K'; drop"]) expect(readSheetNumber(text), text).toBeUndefined();
  });
});

describe('a pad', () => {
  const sheet = (number: number, facts: Partial<SheetFacts> = {}): SheetFacts => ({ sheet: number, used: false, settled: undefined, ...facts });

  it('has no gap while nothing has come back: the sheets lie in the pad', () => {
    expect(countPad([sheet(1), sheet(2), sheet(3)])).toEqual({ gap: 0, missing: 0, out: 3, used: 0, spoilt: 0 });
  });

  it('shows as a gap each number before one that came back: somebody has taken it out and may have written on it', () => {
    const sheets = [sheet(1, { used: true }), sheet(2), sheet(3, { settled: 'MAKULERT' }), sheet(4), sheet(5, { used: true }), sheet(6)];
    expect([...standings(sheets).values()]).toEqual(['used', 'gap', 'spoilt', 'gap', 'used', 'out']);
    expect(gapsOf(12, sheets)).toEqual([sheetNumber({ pad: 12, sheet: 2 }), sheetNumber({ pad: 12, sheet: 4 })]);
  });

  it('goes on telling of a sheet that was looked for and not found, until it turns up', () => {
    expect(gapsOf(3, [sheet(1, { settled: 'SAVNET' }), sheet(2)])).toEqual([sheetNumber({ pad: 3, sheet: 1 })]);
    expect(gapsOf(3, [sheet(1, { settled: 'SAVNET', used: true }), sheet(2)])).toEqual([]);
  });
});

function fieldsIn(form: SheetForm): PaperField[] {
  return form.parts.flatMap((part) => part.blocks.flatMap((block) => block.fields));
}

/** Every word that stands on the sheet for a field: its labels, and its boxes. */
function saidOn(form: SheetForm): Set<string> {
  return new Set(fieldsIn(form).flatMap((field) => [field.label, ...field.also, ...field.options.map((one) => one.label)]));
}

/** What the web form offers in a field: the words beside each box, or in each line of a list. */
function offeredOnWeb(html: string, name: string): string[] {
  const list = new RegExp(`<select[^>]* name="${name}"[^>]*>(.*?)</select>`, 's').exec(html)?.[1];
  if (list !== undefined) return [...list.matchAll(/<option[^>]* value="[^"]+"[^>]*>(.*?)<\/option>/gs)].map((hit) => plain(hit[1] ?? ''));
  return [...html.matchAll(new RegExp(`<input[^>]* name="${name}"[^>]*>(.*?)</label>`, 'gs'))].map((hit) => plain(hit[1] ?? ''));
}

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"');
}

describe.each(LANGUAGES)('the paper form in %s', (lang: Lang) => {
  const form = sheetForm(lang, SITE, [''], NOW);
  const said = saidOn(form);
  const web = renderDocument(<MeldPage lang={lang} site={SITE} now={NOW} demo={false} token="tok" />);

  it('asks everything that the form on the web asks, in the same words: no field can be added to one of them alone', () => {
    for (const { name } of FIELDS) {
      const { label } = questionTexts[lang][name];
      const words = typeof label === 'string' ? [label] : [label.open, ...(label.self === undefined ? [] : [label.self])];
      const own = FIELDS.find((field) => field.name === name)?.modes === 'D';
      if (NOT_ON_PAPER[name] === undefined) expect(own ? words.some((one) => said.has(one)) : words.every((one) => said.has(one)), name).toBe(true);
      else expect(words.some((one) => said.has(one)), `${name} is said not to be on paper`).toBe(false);
    }
    expect(fieldsIn(form)).toHaveLength(FIELDS.length - Object.keys(NOT_ON_PAPER).length);
  });

  it('offers the same answers in the same order as the web, but for lists that no paper has room for', () => {
    const onPaper = fieldsIn(form);
    for (const { name, kind } of FIELDS) {
      if (NOT_ON_PAPER[name] !== undefined || name === 'annenkommune' || (kind !== 'choice' && kind !== 'many')) continue;
      const { label } = questionTexts[lang][name];
      const field = onPaper.find((one) => one.label === (typeof label === 'string' ? label : label.open));
      const offered = offeredOnWeb(web, name);
      expect(offered.length, name).toBeGreaterThan(1);
      expect(field?.options.map((one) => one.label), name).toEqual(offered);
    }
  });

  it('leaves room to write wherever there is nothing to tick', () => {
    expect(fieldsIn(form).filter((field) => field.options.length === 0 && field.lines === 0)).toEqual([]);
    expect(fieldsIn(form).find((field) => field.lines > 10)?.label).toBe(fieldsIn(form).find((field) => field.lines === Math.max(...fieldsIn(form).map((one) => one.lines)))?.label);
  });

  it('has the parts of the web form, in order, numbered as the hints name them', () => {
    expect(form.parts.map((part) => part.heading)).toEqual(GROUPS.map((group, index) => `${index + 1}. ${groupTexts[lang][group].heading}`));
  });

  it('begins with what to do in danger, and tells the region’s own name and numbers', () => {
    expect(form.urgent.lines.join(' ')).toMatch(/112.*113.*55 55 01 00/s);
    expect(form.region).toBe('Voksenvern Nordfjella');
    expect(form.intro.join(' ')).toContain('55 55 01 12');
    expect(form.send.lines.join(' ')).toContain('Torget 1, Fjordby');
  });

  it('speaks of no button, screen or code: nobody can press anything on paper', () => {
    const all = JSON.stringify({ ...form, privacy: undefined });
    expect(/trykk|Send»|“Send”|skjerm|screen|koden|the code/i.exec(all)?.[0]).toBeUndefined();
  });

  it('has hints of its own only for fields that there are', () => {
    expect(Object.keys(paperHints[lang]).filter((name) => !FIELDS.some((field) => field.name === name))).toEqual([]);
  });
});

describe.each(LANGUAGES)('the sheet for an outage in %s', (lang) => {
  const wake = [{ userId: asId<'user'>('40000000-0000-4000-8000-000000000001'), name: 'Kari Vik', unit: 'Mottaket' }, { userId: asId<'user'>('40000000-0000-4000-8000-000000000002'), name: 'Leif Moen', unit: 'Helse' }];
  const html = renderToStaticMarkup(<OutagePack pads={{ pads: [], gaps: [], mayKeep: true, mayType: true, site: SITE, wake }} lang={lang} />);
  const tables = [...html.matchAll(/<tbody.*?<\/tbody>/gs)].map(([table]) => [...table.matchAll(/112|113|02800|55 55 01 \d\d|Kari Vik|Leif Moen/g)].map(([word]) => word));

  it('has the colleagues whom a report is read to in a table of their own: whoever calls the first who answers never tells the police', () => {
    expect(tables).toEqual([['112', '113'], ['Kari Vik', 'Leif Moen'], ['02800', '55 55 01 00', '55 55 01 12']]);
    expect(html).toMatch(/øverste kollegaen|øvste kollegaen|first colleague/);
  });

  it('sends nobody to a colleague whom the report names', () => {
    expect(html).toMatch(/Ring ikke noen som er nevnt på arket|Ikkje ring nokon som er nemnde på arket|Do not call anybody who is named on the sheet/);
  });
});
