import { describe, expect, test } from 'vitest';
import { begun, ended, GIVES_UP_AFTER, isDue, isTrouble, queued, type Delivery } from '../../src/notices/delivery.ts';
import { mailText, smsText } from '../../src/notices/message.ts';
import { mailBytes } from '../../src/kernel/outward/mail.ts';
import { isMailAddress, mailServer } from '../../src/kernel/outward/mail-settings.ts';
import { asRead } from '../support/mail-server.ts';
import { tracesInText } from '../support/traces.ts';
import { addMs, DAY_MS, HOUR, instant, MINUTE, toMs, type Instant } from '../../src/kernel/time.ts';

const NOW = instant('2026-03-03T08:00:00.000Z');
const fail = { kind: 'failed', code: 'smtp_450' } as const;
const unknown = { kind: 'unknown', code: 'connection_lost' } as const;

/** Tries whenever it is due, at most so often, each time ending the same way. */
function tries(times: number, ending: typeof fail | typeof unknown): { at: Instant[]; left: Delivery } {
  let left = queued(NOW);
  const at: Instant[] = [];
  for (let n = 0; n < times && left.nextAt !== null; n += 1) {
    const now = left.nextAt;
    at.push(now);
    left = ended(begun(left, now), ending, now);
  }
  return { at, left };
}

describe('a message on its way', () => {
  test('that fails is tried again ever more seldom, and is given up after a day, which is said', () => {
    const { at, left } = tries(100, fail);
    const pauses = at.slice(1).map((one, n) => toMs(one) - toMs(at[n] ?? one));
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses[0]).toBe(MINUTE);
    expect(toMs(at.at(-1) ?? NOW) - toMs(NOW)).toBeLessThanOrEqual(GIVES_UP_AFTER);
    expect(left).toMatchObject({ state: 'GIVEN_UP', code: 'smtp_450', nextAt: null });
  });

  test('of which nobody knows whether it arrived is sent once more, and then never', () => {
    const { at, left } = tries(100, unknown);
    expect(at).toHaveLength(2);
    expect(left).toMatchObject({ state: 'UNCERTAIN', attempts: 2, unknowns: 2, nextAt: null });
  });

  test('whose sender was killed is taken up again once, when no attempt can be under way any more', () => {
    const killed = begun(queued(NOW), NOW);
    expect([isDue(killed, addMs(NOW, 4 * MINUTE)), isDue(killed, addMs(NOW, 5 * MINUTE))]).toEqual([false, true]);
    const again = begun(killed, addMs(NOW, 5 * MINUTE));
    expect(again.nextAt).toBeNull();
    expect(ended(again, { kind: 'sent' }, NOW)).toMatchObject({ state: 'SENT', nextAt: null });
  });

  test('is trouble for whoever looks after the machine as long as it waits or fails, and no longer', () => {
    expect(isTrouble(queued(NOW), addMs(NOW, MINUTE))).toBe(false);
    expect(isTrouble(queued(NOW), addMs(NOW, 6 * MINUTE))).toBe(true);
    const during = begun(queued(NOW), NOW);
    expect(isTrouble(during, addMs(NOW, MINUTE))).toBe(false);
    expect(isTrouble(ended(during, fail, NOW), NOW)).toBe(true);
    expect(isTrouble(ended(during, unknown, NOW), NOW)).toBe(true);
    for (const ending of [fail, unknown]) {
      const { left, at } = tries(100, ending);
      const last = at.at(-1) ?? NOW;
      expect([isTrouble(left, addMs(last, HOUR)), isTrouble(left, addMs(last, DAY_MS))], ending.kind).toEqual([true, false]);
    }
    expect(isTrouble(ended(during, { kind: 'sent' }, NOW), addMs(NOW, DAY_MS))).toBe(false);
  });
});

describe('what a mail says', () => {
  const mail = (to: string, lang: 'nb' | 'nn' | 'en', at = NOW) => mailBytes('varsel@voksenvern.example', 'Voksenvern', { to, id: '00000000-0000-4000-8000-000000000001', at, subject: 'Voksenvern', text: mailText(lang, 'https://intern.example') }).toString('ascii');

  test('is the same for everybody, but for address, date and number', () => {
    const one = mail('a@b.example', 'nb').split('\r\n');
    const other = mail('c@d.example', 'nb', addMs(NOW, HOUR)).split('\r\n');
    expect(one.filter((line, n) => line !== other[n]).map((line) => line.split(':')[0])).toEqual(['Date', 'To']);
  });

  test('has these headers and no others, in ASCII and in short lines', () => {
    for (const lang of ['nb', 'nn', 'en'] as const) {
      const [head = '', body = ''] = mail('a@b.example', lang).split('\r\n\r\n');
      expect(head.split('\r\n')).toEqual([
        'Date: Tue, 03 Mar 2026 08:00:00 +0000', 'From: Voksenvern <varsel@voksenvern.example>', 'To: a@b.example', 'Subject: Voksenvern', 'Message-ID: <00000000-0000-4000-8000-000000000001@voksenvern.example>',
        'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', 'Auto-Submitted: auto-generated',
      ]);
      expect(body.split('\r\n').every((line) => line.length <= 76)).toBe(true);
      expect(Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n')).toBe(mailText(lang, 'https://intern.example'));
    }
  });

  test('tells of nobody and nothing: no number, no kind of matter, no link but the front page', () => {
    for (const text of [mailText('nb', 'https://intern.example'), mailText('nn', 'https://intern.example'), mailText('en', 'https://intern.example'), smsText('nb'), smsText('nn'), smsText('en')]) {
      expect(text.match(/https?:\S+/g) ?? []).toEqual(text.includes('http') ? ['https://intern.example/'] : []);
      expect(text).not.toMatch(/\d|vold|sak|case|report|meld|bekym|akutt|frist|krise|kommune|violence|deadline|urgent/i);
    }
  });

  test('never goes to what is no single address, whatever is typed', () => {
    for (const address of ['kari@example.org', 'kari.nordmo+vakt@post.nordfjella.example']) expect(isMailAddress(address)).toBe(true);
    for (const no of ['', 'kari', 'kari@', 'a@b', 'a@b.example, c@d.example', 'Kari <a@b.example>', 'a@b.example\r\nBcc: c@d.example', 'a..b@c.example', '"a b"@c.example', 'a@b.example ']) expect(isMailAddress(no), no).toBe(false);
  });

  test('a server is told by one address, with TLS unless it is this machine', () => {
    expect(mailServer('smtp://post:hemme%40lig@mail.example')).toEqual({ host: 'mail.example', port: 587, secure: false, local: false, user: 'post', password: 'hemme@lig' });
    expect(mailServer('smtps://mail.example')).toMatchObject({ port: 465, secure: true, user: undefined });
    expect(mailServer('smtp://127.0.0.1:2525')).toMatchObject({ local: true, port: 2525 });
    for (const no of ['mail.example', 'https://mail.example', 'smtp://', 'smtp://mail.example/x', 'smtp://mail.example?tls=no']) expect(mailServer(no), no).toBeUndefined();
  });
});

test('the search through mails finds a word in the address, in the subject and in the text: mails that it cannot read prove nothing', () => {
  const words = ['Kvitrefuglemne', 'Kvitrefuglprøve', 'kvitrefugl@example.org'];
  const mail = { to: 'kvitrefugl@example.org', id: 'x', at: NOW, subject: 'Kvitrefuglemne', text: `${'Hei på deg. '.repeat(9)}Kvitrefuglprøve` };
  expect(tracesInText(asRead({ to: '', raw: mailBytes('varsel@voksenvern.example', 'Voksenvern', mail).toString('ascii') }), words)).toEqual(words);
});
