import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/reports/form/fields.ts';
import { messageSchema, openApi } from '../../src/reports/api/documents.ts';
import { formEntries, apiMessage, pointerOf } from '../../src/reports/api/message.ts';
import { readMessage } from '../../src/reports/api/read.ts';
import { NURSE_MESSAGE } from './api-sample.ts';

const read = (message: unknown) => readMessage(message, ['9903']);

describe('a report from a record system', () => {
  it('reads a whole message as the form would, so that nothing said in it is lost', () => {
    const found = read(NURSE_MESSAGE);
    expect(found).toMatchObject({ ok: true, answers: { mode: 'A', navn: 'Borghild Eksempel', kommune: '9903' } });
    const said = new Set(formEntries(apiMessage.parse(NURSE_MESSAGE)).map(([field]) => field));
    expect([...said].filter((name) => found.ok && !(name in found.answers) && !['sted', 'hvem'].includes(name))).toEqual([]);
  });

  it('has a place for every question that somebody in a job is asked, so that the two ways in never drift apart', () => {
    const asked = FIELDS.filter((field) => /[AC]/.test(field.modes) && !('only' in field && field.only === 'private') && field.name !== 'annenkommune').map((field) => field.name);
    expect(asked.filter((name) => pointerOf(name) === '')).toEqual([]);
  });

  it('refuses a key it does not know instead of losing what it says', () => {
    expect(read({ ...NURSE_MESSAGE, merknad: 'viktig' })).toMatchObject({ ok: false, problems: [{ code: 'unrecognized_keys' }] });
  });

  it('names nobody without consent or exception: a name is refused, not dropped in silence', () => {
    const found = read({ ...NURSE_MESSAGE, samtykke: { status: 'IKKE_SPURT', grunnlag: 'ingen' } });
    expect(found.ok).toBe(false);
    expect(found.ok ? [] : found.problems.map((one) => one.pointer)).toContain('/person/navn');
  });

  it('answers every fault at once, each with its place, and quotes nothing that was written', () => {
    const found = read({ ...NURSE_MESSAGE, avsender: { tjeneste: 'HJEMMETJENESTE' }, person: { ...NURSE_MESSAGE.person, kommunenummer: '0001' } });
    expect(found.ok ? [] : found.problems.map((one) => one.pointer).toSorted()).toEqual(['/avsender/enhet', '/avsender/navn', '/avsender/telefon', '/person/kommunenummer']);
    expect(JSON.stringify(found)).not.toContain('Borghild');
  });

  it.each([undefined, null, 7, 'text', [], {}, { skjemaversjon: '1' }])('never throws on %j', (raw) => {
    expect(read(raw)).toMatchObject({ ok: false });
  });

  it('publishes the very schema it judges by', () => {
    const schema = messageSchema('https://nordfjella.test');
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', additionalProperties: false });
    expect(Object.keys(apiMessage.shape).toSorted()).toEqual(Object.keys(Object(schema['properties'])).toSorted());
    expect(openApi('https://nordfjella.test')).toMatchObject({ openapi: '3.1.0', paths: { '/api/v1/bekymringsmeldinger': { post: {} } } });
  });
});
