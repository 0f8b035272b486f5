import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../../src/kernel/time.ts';
import { readArrived } from '../../src/reports/arrived.ts';
import { fileContent, LONGEST_MESSAGE, messageContent } from '../../src/reports/window/content.ts';
import { tellingIn } from '../../src/reports/window/unnamed.ts';
import { planMessage } from '../../src/reports/window/message.ts';

const NOW = instant('2026-03-02T08:00:00.000Z');

describe('what may not be said where nobody is named', () => {
  test('a number has to come out whatever is ticked, a word that may be a name until it is said to be none, and the rest is let through', () => {
    expect(tellingIn('Hun er redd for å gå ut. Hva gjør vi?', [])).toBeUndefined();
    expect(tellingIn('Ring 55 55 01 33, og 55 55 01 33 igjen.', ['Ring'])).toMatchObject({ stops: ['55 55 01 33'] });
    expect(tellingIn('Jeg så at Borghild var redd.', [])).toEqual({ stops: [], marks: ['Borghild'] });
    expect(tellingIn('Jeg så at Borghild var redd.', ['Borghild'])).toBeUndefined();
    expect(tellingIn('Jeg så at Borghild og Sverre var redde.', ['Borghild'])).toEqual({ stops: [], marks: ['Borghild', 'Sverre'] });
  });
});

describe('what is written in the window', () => {
  test('becomes words, a button, or both, and never nothing', () => {
    expect(planMessage({ text: ' Han kom igjen. ', feels: '' }, NOW, 'nb')).toMatchObject({ ok: true, value: { text: 'Han kom igjen.' } });
    expect(planMessage({ text: '', feels: 'verre' }, NOW, 'nn')).toMatchObject({ ok: true, value: { feels: 'VERRE' } });
    expect(planMessage({ text: 'Her.', feels: 'trygg' }, NOW, 'en')).toMatchObject({ ok: true, value: { feels: 'TRYGG', text: 'Her.' } });
    expect(planMessage({ text: ' \n ', feels: '' }, NOW, 'nb')).toMatchObject({ code: 'empty' });
    for (const feels of ['toString', '__proto__', 'VERRE', 'x']) expect(planMessage({ text: '', feels }, NOW, 'nb')).toMatchObject({ code: 'empty' });
  });

  test('is never cut: what is too long is refused, what fits is kept', () => {
    expect(planMessage({ text: 'a'.repeat(LONGEST_MESSAGE), feels: '' }, NOW, 'nb').ok).toBe(true);
    expect(planMessage({ text: 'a'.repeat(LONGEST_MESSAGE + 1), feels: '' }, NOW, 'nb')).toMatchObject({ code: 'tooLong' });
  });

  test('is what arrival takes, whatever was written: nothing is called sent that cannot be read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('', 'trygg', 'verre', 'annet'), (text, feels) => {
      const planned = planMessage({ text, feels }, NOW, 'nb');
      if (planned.ok) expect(readArrived('message', JSON.parse(JSON.stringify(planned.value)))).toEqual(planned.value);
      else expect(['empty', 'tooLong']).toContain(planned.code);
    }));
  });
});

describe('what lies in an envelope', () => {
  const message = { kind: 'message', version: 1, receivedAt: NOW, lang: 'nb', text: 'Hei' };
  const file = { kind: 'file', version: 1, receivedAt: NOW, object: '11111111-1111-4111-8111-111111111111', key: Buffer.alloc(32).toString('base64'), name: 'bilde.jpg', type: 'jpeg', bytes: 3, sha256: 'a'.repeat(64) };

  test('is only what its envelope says it is', () => {
    expect(readArrived('message', message)).toEqual(message);
    expect(readArrived('file', file)).toEqual(file);
    for (const kind of ['report', 'file'] as const) expect(readArrived(kind, message)).toBeUndefined();
    for (const kind of ['report', 'message'] as const) expect(readArrived(kind, file)).toBeUndefined();
  });

  test('is refused where the sender made it up: unknown keys, another size, a name that is a path of its own kind', () => {
    expect(messageContent.safeParse({ ...message, urgent: true }).success).toBe(false);
    for (const wrong of [{ key: 'kort' }, { bytes: 0 }, { bytes: 26 * 1024 * 1024 }, { type: 'exe' }, { object: '../x' }, { sha256: 'x' }, { more: 1 }]) expect(fileContent.safeParse({ ...file, ...wrong }).success).toBe(false);
    for (const nothing of [null, undefined, 1, 'x', [], {}]) expect(readArrived('message', nothing)).toBeUndefined();
  });
});
