import { describe, expect, test } from 'vitest';
import { renderToStaticMarkup } from 'react-dom/server';
import { asId } from '../../src/kernel/ids.ts';
import { refuse, type Refusal } from '../../src/kernel/outcome.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { addMs, instant, MINUTE, SECOND, type Instant } from '../../src/kernel/time.ts';
import { nextCheck } from '../../src/reports/commands/check-file.ts';
import { closedFile, decideAsk, decideChecked, decideClose, evolveDialogue, mayTell, NO_DIALOGUE, wordsOf, type Asked, type Attachment, type Dialogue, type DialogueEvent } from '../../src/reports/dialogue.ts';
import { reportLog } from '../../src/reports/log.ts';
import { DIALOGUE_DONE, DialoguePart, DialogueSummary, sizeWords } from '../../src/reports/pages/dialogue-part.tsx';
import { DONE } from '../../src/reports/pages/reception/paths.ts';
import { Form } from '../../src/web/http/form-body.ts';

const NOW: Instant = instant('2026-03-02T08:00:00.000Z');
const KARI = asId<'user'>('40000000-0000-4000-8000-000000000001');
const ASKED: Asked = { messageId: '90000000-0000-4000-8000-000000000001', what: 'SPORSMAL', text: 'Bor noen sammen med henne?', consent: '', decision: '' };
const OBJECT = '50000000-0000-4000-8000-000000000001';
const FILE: Attachment = { object: OBJECT, key: '', name: 'IMG_1.jpg', type: 'jpeg', bytes: 2_130_000, sha256: '', at: NOW, order: 1, check: undefined, cleaned: undefined };

function event<E extends DialogueEvent>(type: E['type'], content: E['content']): DialogueEvent {
  return { type, version: 1, actor: KARI, happenedAt: NOW, writtenAt: NOW, content } as DialogueEvent; // the pair is the caller's
}

describe('writing to whoever reported', () => {
  test('is a question with words in it, to an open window, once', () => {
    const first = decideAsk(NO_DIALOGUE, 'open', ASKED, NOW);
    expect(first).toMatchObject({ ok: true, value: [{ type: 'ReporterAsked', content: { what: 'SPORSMAL', text: ASKED.text } }] });
    const said = evolveDialogue(NO_DIALOGUE, event('ReporterAsked', { messageId: ASKED.messageId, what: 'SPORSMAL', text: ASKED.text }), 0);
    expect(decideAsk(said, 'open', ASKED, NOW)).toEqual({ ok: true, value: [] });
    expect(decideAsk(NO_DIALOGUE, 'open', { ...ASKED, text: ' ' }, NOW)).toMatchObject({ fields: { text: 'text_missing' } });
    expect(decideAsk(NO_DIALOGUE, 'open', { ...ASKED, what: 'x' }, NOW)).toMatchObject({ fields: { what: 'what_missing' } });
    expect(decideAsk(NO_DIALOGUE, 'none', ASKED, NOW)).toMatchObject({ code: 'no_window' });
    expect(decideAsk(NO_DIALOGUE, 'closed', ASKED, NOW)).toMatchObject({ code: 'window_closed' });
  });

  test('says more than that only with a consent that was given and a decision; what was left in a hidden box was not said', () => {
    const told = { ...ASKED, what: 'TILBAKEMELDING' };
    expect(decideAsk(NO_DIALOGUE, 'open', told, NOW)).toMatchObject({ fields: { consent: 'consent_missing', decision: 'decision_missing' } });
    for (const consent of ['AVSLATT', 'TRUKKET', 'IKKE_TRYGT', 'UKJENT']) expect(decideAsk(NO_DIALOGUE, 'open', { ...told, consent, decision: 'x' }, NOW)).toMatchObject({ fields: { consent: 'consent_not_given' } });
    expect(decideAsk(NO_DIALOGUE, 'open', { ...told, consent: 'GITT_SKRIFTLIG', decision: 'Besluttet.' }, NOW)).toMatchObject({ value: [{ content: { consent: 'GITT_SKRIFTLIG', decision: 'Besluttet.' } }] });
    const asked = decideAsk(NO_DIALOGUE, 'open', { ...ASKED, consent: 'GITT_SKRIFTLIG', decision: 'Besluttet.' }, NOW);
    expect(asked.ok && asked.value[0]?.content).not.toHaveProperty('consent');
  });

  test('ends with the window, which is closed once', () => {
    expect(decideClose('open', NOW)).toMatchObject({ value: [{ type: 'WindowClosed' }] });
    expect(decideClose('closed', NOW)).toEqual({ ok: true, value: [] });
    expect(decideClose('none', NOW)).toMatchObject({ code: 'no_window' });
  });
});

describe('a file', () => {
  const having = (check: Attachment['check']): Dialogue => ({ ...NO_DIALOGUE, attachments: [{ ...FILE, check }] });

  test('is closed until it was looked at, and for good where harm was found', () => {
    expect(closedFile(FILE)).toBe('file_waits');
    expect(closedFile({ check: 'INFECTED' })).toBe('file_infected');
    expect(closedFile({ check: 'UNSAFE' }), 'a damaged letter accuses nobody').toBe('file_unsafe');
    for (const check of ['CLEANED', 'PARTLY', 'KEPT', 'NOTHING'] as const) expect(closedFile({ check })).toBeUndefined();
  });

  test('is marked where it may tell of place and time', () => {
    expect((['CLEANED', 'NOTHING'] as const).some((check) => mayTell({ check }))).toBe(false);
    expect((['PARTLY', 'KEPT'] as const).every((check) => mayTell({ check }))).toBe(true);
  });

  test('keeps the first answer that it was given', () => {
    expect(decideChecked(having(undefined), { object: OBJECT, result: 'CLEANED', cleaned: ASKED.messageId }, NOW)).toMatchObject({ value: [{ type: 'AttachmentChecked' }] });
    expect(decideChecked(having('INFECTED'), { object: OBJECT, result: 'CLEANED' }, NOW)).toEqual({ ok: true, value: [] });
    expect(decideChecked(NO_DIALOGUE, { object: OBJECT, result: 'KEPT' }, NOW)).toMatchObject({ code: 'unknown_file' });
  });

  test('that could not be looked at is asked for again soon, and then every five minutes', () => {
    expect([1, 2, 5, 6, 100].map((attempts) => nextCheck(attempts, NOW))).toEqual([15 * SECOND, 30 * SECOND, 4 * MINUTE, 5 * MINUTE, 5 * MINUTE].map((ms) => addMs(NOW, ms)));
  });
});

test('every word and file name is there for the comparison with the staff register', () => {
  const dialogue: Dialogue = { ...NO_DIALOGUE, theirs: [{ at: NOW, order: 1, feels: undefined, text: 'Jorunn vet det.' }], attachments: [{ ...FILE, name: 'Kari.pdf' }] };
  expect(wordsOf(dialogue)).toContain('Jorunn vet det.');
  expect(wordsOf(dialogue)).toContain('Kari.pdf');
});

test('the log tells what came and what was sent, and nothing of how a file was looked at', () => {
  const log = reportLog([
    event('ReporterWrote', { part: 1, receivedAt: NOW, leftOut: [], forReserve: false, message: { feels: 'VERRE' } }), event('AttachmentChecked', { object: OBJECT, result: 'KEPT' }),
    event('ReporterAsked', { messageId: ASKED.messageId, what: 'TILBAKEMELDING', text: 'x' }), event('WindowClosed', {}),
  ]);
  expect(log.map(({ what }) => what)).toEqual(['worse', 'told', 'window_closed']);
});

describe('the page shows staff', () => {
  const DIALOGUE: Dialogue = {
    theirs: [{ at: NOW, order: 1, feels: 'VERRE', text: 'Han kom igjen.' }, { at: addMs(NOW, MINUTE), order: 4, feels: 'TRYGG', text: undefined }],
    ours: [{ messageId: ASKED.messageId, what: 'TILBAKEMELDING', text: 'Vi følger opp.', consent: 'GITT_MUNTLIG', decision: 'Besluttet av Kari.', at: addMs(NOW, SECOND), by: KARI }],
    attachments: [FILE, { ...FILE, object: 'b', order: 2, check: 'CLEANED', cleaned: 'c', type: 'pdf' }, { ...FILE, object: 'd', order: 3, check: 'INFECTED' }, { ...FILE, object: 'e', order: 5, check: 'KEPT' }],
    awaited: [],
    closedAt: undefined,
  };
  const part = (more: { readonly window?: 'open' | 'closed' | 'none'; readonly refused?: Refusal; readonly form?: readonly (readonly [string, string])[]; readonly lang?: 'nb' | 'nn' | 'en' } = {}) => renderToStaticMarkup(
    <DialoguePart dialogue={DIALOGUE} window={more.window ?? 'open'} messageId={ASKED.messageId} readBefore={3} names={{ [KARI]: 'Kari Nordmo' }} lang={more.lang ?? 'nb'} level={2} refused={more.refused}
      typed={new Form(more.form ?? [])} paths={{ ask: '/a', close: '/b', file: (no, original) => `/f/${no}${original ? '?original=ja' : ''}` }} />,
  );

  test('who said what, what is new, and with which consent we told more', () => {
    for (const words of ['Han kom igjen.', 'Trykket «Det er blitt verre»', 'Trykket «Jeg er trygg»', 'Vi følger opp.', 'Gitt muntlig', 'Besluttet av Kari.', 'Kari Nordmo']) expect(part()).toContain(words);
    expect(part().split('Ikke lest før')).toHaveLength(4);
  });

  test('each file by its number, closed where it must be, with the original beside a cleaned copy', () => {
    const html = part();
    expect(html).toContain('Venter på kontroll');
    expect(html).toContain('skadelig kode');
    expect(html).toContain('Kan inneholde opplysninger om sted og tid');
    expect(html).not.toContain('href="/f/1"');
    expect(html).toContain('href="/f/2"');
    expect(html).toContain('href="/f/2?original=ja"');
    expect(html).not.toContain('href="/f/3"');
    expect(html).toContain('href="/f/4"');
    expect(html).not.toContain('href="/f/4?original=ja"');
  });

  test('no form where nobody can read the answer, and after a fault the same form with every word and the same message', () => {
    expect(part({ window: 'none' })).not.toContain('<form');
    expect(part({ window: 'closed' })).not.toContain('<form');
    const again = part({ refused: refuse('bad_input', { consent: 'consent_missing' }), form: [['messageId', 'den-samme'], ['slag', 'TILBAKEMELDING'], ['tilmelder', 'Skrevet tekst'], ['beslutning', 'Besluttet']] });
    for (const kept of ['value="den-samme"', 'Skrevet tekst', 'Besluttet', 'Velg hvilket samtykke']) expect(again).toContain(kept);
  });

  test('the same in every language', () => {
    for (const lang of LANGUAGES) expect(part({ lang }).length).toBeGreaterThan(2000);
    expect(renderToStaticMarkup(<DialogueSummary dialogue={DIALOGUE} window="open" readBefore={3} href="/x" lang="nb" />)).toContain('3 meldinger, 4 vedlegg');
    expect(renderToStaticMarkup(<DialogueSummary dialogue={NO_DIALOGUE} window="none" readBefore={1} href="/x" lang="nb" />)).toBe('');
  });

  test('a size in words that people use', () => {
    expect([sizeWords(12, 'nb'), sizeWords(820_400, 'nb'), sizeWords(2_130_000, 'nb'), sizeWords(2_130_000, 'en')]).toEqual(['1 kB', '820 kB', '2,1 MB', '2.1 MB']);
  });

  test('whoever asked is told that alone, and not that the report was sent on: nothing else done on its page has the same name in the address', () => {
    const done = [...Object.values(DONE), ...Object.values(DIALOGUE_DONE)];
    expect(done.filter((one, at) => done.indexOf(one) !== at)).toEqual([]);
  });
});
