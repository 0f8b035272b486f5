import { describe, expect, test } from 'vitest';
import { asId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, instant } from '../../src/kernel/time.ts';
import { planDesk } from '../../src/reports/desk/plan.ts';
import type { Entries } from '../../src/reports/desk/typed.ts';
import { FIELDS } from '../../src/reports/form/fields.ts';

const NOW = instant('2026-03-03T01:12:00.000Z');
const facts = { region: asId<'region'>('11111111-1111-4111-8111-111111111111'), draftId: asId<'file'>('22222222-2222-4222-8222-222222222222'), lang: 'nb', now: NOW, local: [] } as const;
const typed = (answers: Readonly<Record<string, string>>) => planDesk(Object.entries(answers), facts);
const faults = (answers: Readonly<Record<string, string>>) => { const out = typed(answers); return out.ok ? {} : out.fields; };
const value = (answers: Readonly<Record<string, string>>) => { const out = typed(answers); if (!out.ok) throw new Error(JSON.stringify(out.fields)); return out.value; };

/** As a neighbour tells it, in the order it is typed. */
const NEIGHBOUR = { kanal: 'TELEFON', hvor: 'Granveien 3, andre etasje', tryggnaa: 'ja', brutt: 'Ring tilbake', fare: 'ja', called: '112', calledBy: 'Arne', calledWhen: '02:12', sett: 'Skrik, og noen med kniv.', hvem: 'NABO_BEKJENT', navn: 'Solveig', lest: 'ja' };

describe('a talk', () => {
  test('that breaks off after the address is enough: it becomes a report, and what nobody said is not known', () => {
    const { content, typedIn, channel } = value({ kanal: 'TELEFON', hvor: 'Granveien 3' });
    expect(content).toMatchObject({ mode: 'A', channel: 'TELEFON', whatHappened: 'Granveien 3', violence: ['UKJENT'], danger: 'nei', adult: 'usikker', childrenInHome: 'vet-ikke', person: { municipality: 'ukjent' }, reporter: { code: 'IKKE_OPPGITT' } });
    expect(value({ kanal: 'TELEFON', hvor: 'Granveien 3', alder: 'A67_79' }).content.adult, 'said by how old').toBe('ja');
    expect(value({ kanal: 'TELEFON', hvor: 'Granveien 3', alder: 'UKJENT' }).content.adult).toBe('usikker');
    expect(content.person.name).toBeUndefined();
    expect(JSON.stringify(content)).not.toContain('\u2014');
    expect([channel, typedIn]).toEqual(['TELEFON', { readBack: false, call: { where: 'Granveien 3', safeNow: '', ifCut: '' } }]);
  });

  test('in which nothing was said is no report', () => {
    expect(faults({ kanal: 'TELEFON' })).toEqual({ sett: 'descriptionMissing' });
  });

  test('in danger keeps who rang 112 and when, and raises Akutt in the same form', () => {
    const { content, urgent, typedIn } = value(NEIGHBOUR);
    expect(content).toMatchObject({ danger: 'ja', whatHappened: 'Skrik, og noen med kniv.', person: { name: 'Solveig' } });
    expect(urgent).toMatchObject([{ type: 'ReportMadeUrgent', content: { danger: 'Skrik, og noen med kniv.', called: '112', calledBy: 'Arne', calledWhen: '02:12' } }]);
    expect(typedIn).toEqual({ readBack: true, call: { where: 'Granveien 3, andre etasje', safeNow: 'ja', ifCut: 'Ring tilbake' } });
  });

  test('in danger must say whether anybody was called, and by whom and when', () => {
    expect(faults({ kanal: 'TELEFON', fare: 'ja', sett: 'Skrik.' })).toEqual({ called: 'called_missing' });
    expect(faults({ kanal: 'TELEFON', fare: 'ja', sett: 'Skrik.', called: '112' })).toEqual({ calledBy: 'who_called', calledWhen: 'when_called' });
    expect(faults({ kanal: 'TELEFON', sett: 'Skrik.', called: 'nei' })).toEqual({});
    expect(value({ kanal: 'TELEFON', sett: 'Skrik.', called: 'nei' }).urgent).toHaveLength(1);
  });

  test('does not lose a danger that was written beside a no', () => {
    expect(faults({ kanal: 'TELEFON', fare: 'nei', danger: 'Han har kniv.', sett: 'Krangel.' })).toEqual({ danger: 'danger_written' });
  });

  test('with the person self needs no more than they will say', () => {
    const { content } = value({ kanal: 'TELEFON', hvem: 'UTSATT_SELV', sett: 'Han slår.' });
    expect(content).toMatchObject({ mode: 'D', whatHappened: 'Han slår.' });
    expect([content.wish, content.safeContact, content.person.alias]).toEqual([undefined, undefined, undefined]);
  });

  test('with a colleague who may name nobody stops what tells where the person is', () => {
    const asks = { kanal: 'TELEFON', hvem: 'ansatt', sted: 'FASTLEGE', spurt: 'AVSLATT', grunn: 'ingen', situasjon: 'DEMENS', sett: 'en pasient virker redd' };
    expect(faults({ ...asks, hvor: 'Granveien 3' })).toMatchObject({ hvor: 'names_somebody' });
    expect(value(asks).content).toMatchObject({ mode: 'C', person: {} });
  });
});

test('a text that is too long is told, and never cut', () => {
  expect(faults({ kanal: 'TELEFON', sett: 'x'.repeat(10_001), hvor: 'x'.repeat(201) })).toEqual({ sett: 'longTooLong', hvor: 'too_long' });
});

describe('what came another way', () => {
  const letter = { kanal: 'POST', sett: 'Han tar pengene.', kom: '2026-03-02T10:00' };

  test('has the time it came in, apart from when it is typed', () => {
    expect(value(letter).receivedAt).toBe('2026-03-02T09:00:00.000Z');
    expect(value(letter).content.receivedAt).toBe('2026-03-02T09:00:00.000Z');
  });

  test.each([['', 'received_missing'], ['i går', 'no_such_moment'], ['2026-02-30T10:00', 'no_such_moment'], ['2026-03-02T25:00', 'no_such_moment'], ['2026-03-03T02:13', 'in_future']])('is not dated «%s»', (kom, code) => {
    expect(faults({ ...letter, kom })).toEqual({ kom: code });
  });

  test('is asked in full where it is a colleague who writes, and who can be asked', () => {
    expect(Object.keys(faults({ ...letter, kanal: 'EGET_ARBEID' }) ?? {})).toEqual(expect.arrayContaining(['fare', 'voksen', 'kommune', 'hva', 'barn', 'hvem']));
  });

  test('says how it came', () => {
    expect(faults({ ...letter, kanal: 'NETTSKJEMA' })).toEqual({ kanal: 'channel_missing' });
    expect(faults({ ...letter, kanal: '' })).toEqual({ kanal: 'channel_missing' });
  });
});

test('whatever is typed or sent, the rule answers and never throws', () => {
  const names = [...FIELDS.map(({ name }) => name), 'kanal', 'kom', 'hvor', 'called', 'lest', 'ark', '__proto__', 'toString'];
  let seed = 7;
  const next = (most: number) => { seed = (seed * 48271) % 2147483647; return seed % most; };
  const values = ['', 'ja', 'nei', 'TELEFON', 'POST', 'UTSATT_SELV', 'ansatt', 'annen', 'x'.repeat(20_000), '2026-03-02T10:00', '\u0000', '—'];
  for (let round = 0; round < 100; round += 1) {
    const entries: Entries = Array.from({ length: next(30) }, () => [names[next(names.length)] ?? '', values[next(values.length)] ?? '']);
    const out = planDesk(entries, { ...facts, now: addMs(NOW, next(10) * DAY_MS) });
    if (!out.ok) expect([out.code, Object.keys(out.fields ?? {}).length > 0]).toEqual(['form_problems', true]);
  }
});
