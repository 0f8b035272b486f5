import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Checkbox, CheckboxGroup, DatePartsField, RadioGroup } from '../../src/web/ui/choices.tsx';
import { ErrorSummary } from '../../src/web/ui/error-summary.tsx';
import { DateField, Field, Select, TextArea } from '../../src/web/ui/fields.tsx';
import { filledIn } from '../../src/web/staff/typed.tsx';
import { Button } from '../../src/web/ui/buttons.tsx';
import { Form } from '../../src/web/ui/layout.tsx';
import { Marked } from '../../src/web/ui/page-mark.tsx';
import { InLanguage } from '../../src/web/ui/words.tsx';

const SENTENCE = 'Skriv hva du er bekymret for. Noen få ord er nok.';
const options = [{ value: 'a', label: 'Første' }, { value: 'b', label: 'Andre' }];

const fields = {
  Field: <Field name="felt" label="Spørsmål" description="Forklaring" error={SENTENCE} value="det jeg skrev" />,
  TextArea: <TextArea name="felt" label="Spørsmål" description="Forklaring" error={SENTENCE} value="det jeg skrev" />,
  Select: <Select name="felt" label="Spørsmål" description="Forklaring" error={SENTENCE} options={options} value="b" />,
  DateField: <DateField name="felt" label="Spørsmål" description="Forklaring" error={SENTENCE} value="2026-11-22" />,
  RadioGroup: <RadioGroup name="felt" label="Spørsmål" description="Forklaring" error={SENTENCE} options={options} value="b" />,
  CheckboxGroup: <CheckboxGroup name="felt" label="Spørsmål" description="Forklaring" error={SENTENCE} options={options} values={['b']} />,
  DatePartsField: <DatePartsField name="felt" label="Spørsmål" description="Forklaring" error={SENTENCE} value={{ year: '2026' }} />,
};

function idsIn(html: string): string[] {
  return [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
}

describe.each(Object.entries(fields))('%s', (_, field) => {
  const html = renderToStaticMarkup(field);

  test('somebody who hears the page is told the explanation and the fault, without any script', () => {
    const described = /aria-describedby="([^"]+)"/.exec(html)?.[1]?.split(' ') ?? [];
    expect(described).toEqual(['felt-om', 'felt-feil']);
    expect(idsIn(html)).toEqual(expect.arrayContaining(described));
  });

  test('a link in the summary lands on something one can write in or press', () => {
    expect(html).toMatch(/<(input|textarea|select)[^>]* id="felt"/);
  });

  test('every label belongs to a control that exists, and no id is used twice', () => {
    const ids = idsIn(html);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/<label[^>]* for="([^"]+)"/g)) expect(ids).toContain(target);
  });

  test('what was written before the fault still stands there', () => {
    expect(html).toMatch(/det jeg skrev|value="b"[^>]*(checked|selected)|(checked|selected)[^>]*value="b"|value="2026/);
  });

  test('the browser neither remembers nor corrects what is written', () => {
    const controls = html.match(/<(input|textarea|select)[^>]*>/g) ?? [];
    for (const control of controls) expect(control.toLowerCase()).toContain('autocomplete="off"');
  });
});

test('what somebody wrote cannot become part of the page', () => {
  const evil = '"><script>alert(1)</script></textarea>';
  for (const field of [<Field key="1" name="a" label="x" value={evil} />, <TextArea key="2" name="b" label="x" value={evil} />]) {
    expect(renderToStaticMarkup(field)).not.toContain('<script>');
  }
});

test('a fault is a word too, not only a colour and a mark', () => {
  expect(renderToStaticMarkup(fields.Field)).toMatch(/<span class="ds-sr-only">Feil: <\/span>/);
});

test('a field that must be filled in says so in the label and to those who listen', () => {
  const html = renderToStaticMarkup(<Field name="a" label="Navn" required />);
  expect(html).toContain('må fylles ut');
  expect(html).toContain('aria-required="true"');
});

test('a single tick posts a yes and keeps it', () => {
  expect(renderToStaticMarkup(<Checkbox name="ring" label="Dere kan ringe" checked />)).toMatch(/value="ja"|checked=""/);
});

describe('the summary of faults', () => {
  test('takes the focus by itself, so that it is read without a script', () => {
    const html = renderToStaticMarkup(<ErrorSummary faults={[{ field: 'felt', text: SENTENCE }]} />);
    expect(html).toMatch(/<section[^>]*tabindex="-1"/i);
    expect(html).toMatch(/<section[^>]*autofocus/i);
    expect(html).toContain('href="#felt"');
    expect(html).toContain('Én ting må rettes');
  });

  test('is silent when nothing is wrong', () => {
    expect(renderToStaticMarkup(<ErrorSummary faults={[]} />)).toBe('');
  });

  test('says that what somebody wrote is kept where they did, and not where they only pressed a button: a form tells which of its fields nobody fills in', () => {
    const html = renderToStaticMarkup(<Marked value={{ name: 'side', mark: 'merke' }}><Form action="/las" hidden={{ said: 'a1b2', revision: '3' }}><Field name="hours" label="Timer" /><Button>Lås</Button></Form></Marked>);
    const posted = (hours: string) => [...html.matchAll(/<input[^>]* name="([^"]+)"(?:[^>]* value="([^"]*)")?/g)].map(([, name = '', value = '']): [string, string] => [name, name === 'hours' ? hours : value]);
    expect(posted('').map(([name]) => name)).toEqual(['side', 'gitt', 'said', 'revision', 'hours']);
    expect(filledIn(posted(''))).toEqual([]);
    expect(filledIn(posted('-1'))).toEqual([['hours', '-1']]);
    const told = (kept: boolean) => renderToStaticMarkup(<ErrorSummary faults={[{ field: 'a', text: 'x' }]} kept={kept} />).includes('står her fortsatt');
    expect([told(true), told(false)]).toEqual([true, false]);
  });

  test('speaks the language of the page', () => {
    const html = renderToStaticMarkup(<InLanguage lang="en"><ErrorSummary faults={[{ field: 'a', text: 'x' }, { field: 'b', text: 'y' }]} /></InLanguage>);
    expect(html).toContain('2 things need fixing');
  });
});
