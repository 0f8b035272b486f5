import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, isUuid, systemChance } from '../../src/kernel/ids.ts';
import { sealingKey } from '../../src/kernel/sealing/aead.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { addMs, HOUR, instant, MINUTE, SECOND } from '../../src/kernel/time.ts';
import { hasWords, isWithin, KEPT_FOR_MS, keptId } from '../../src/staff/kept.ts';
import { openMark, sealMark } from '../../src/staff/page-mark.ts';
import { LOCK_AFTER_MS } from '../../src/web/ui/staff-shell.tsx';
import { houseAddresses, safeReturnPath, safeScheme, sameIssuer } from '../../src/staff/sign-in/addresses.ts';
import { pendingName, readCookies, surplusPending } from '../../src/staff/sign-in/cookies.ts';
import { levelReached } from '../../src/staff/sign-in/levels.ts';
import { openPending, sealPending } from '../../src/staff/sign-in/pending.ts';
import { hashOfToken, judgeSession, LOCK_MS, newSessionToken, openedSession, SESSION_LIMITS, sessionCookieValue, sessionKey, worthTouching } from '../../src/staff/sign-in/session.ts';
import { refusalHeadings, refusalTexts, refusalWords } from '../../src/staff/sign-in/texts.ts';

const NINE = instant('2026-03-02T08:00:00.000Z');
const REGION = asId<'region'>('11111111-1111-4111-8111-111111111111');
const session = openedSession({
  idHash: 'a'.repeat(64), userId: asId<'user'>('22222222-2222-4222-8222-222222222222'), regionId: REGION, ...SESSION_LIMITS, authTime: NINE, issuer: 'https://a', sid: 's',
}, NINE);

describe('the life of a session', () => {
  it('ends to the millisecond when its idle time is full', () => {
    expect(judgeSession(session, addMs(NINE, 30 * MINUTE - 1))).toBe('live');
    expect(judgeSession(session, addMs(NINE, 30 * MINUTE))).toBe('idle');
  });

  it('ends to the millisecond at ten hours, also when it was used a moment ago', () => {
    const busy = { ...session, lastSeenAt: addMs(NINE, 10 * HOUR - SECOND) };
    expect(judgeSession(busy, addMs(NINE, 10 * HOUR - 1))).toBe('live');
    expect(judgeSession(busy, addMs(NINE, 10 * HOUR))).toBe('expired');
  });

  it('lives through a clock that is set back', () => {
    expect(judgeSession(session, addMs(NINE, -HOUR))).toBe('live');
    expect(worthTouching(session, addMs(NINE, -HOUR))).toBe(false);
  });

  it('is worth writing down once a minute', () => {
    expect(worthTouching(session, addMs(NINE, MINUTE - 1))).toBe(false);
    expect(worthTouching(session, addMs(NINE, MINUTE))).toBe(true);
  });
});

describe('the name of a session', () => {
  it('is 32 random bytes, and only its hash is looked up', () => {
    const [one, two] = [newSessionToken(systemChance), newSessionToken(systemChance)];
    expect(Buffer.from(one, 'base64url')).toHaveLength(32);
    expect(one).not.toBe(two);
    expect(sessionKey(sessionCookieValue(one, REGION))).toEqual({ regionId: REGION, idHash: hashOfToken(one) });
    expect(hashOfToken(one)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is never taken from what we did not write, and nothing that a browser sends makes it fall over', () => {
    for (const value of ['', 'x', `${'A'.repeat(43)}`, `${'A'.repeat(43)}.x`, `${'A'.repeat(42)}.${REGION}`, `${'A'.repeat(43)}.${REGION}.x`, `${'å'.repeat(43)}.${REGION}`]) {
      expect(sessionKey(value)).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), (text) => {
      sessionKey(text);
      readCookies(text);
    }));
  });
});

describe('cookies', () => {
  it('are read by name, the first of two counts, and broken ones are passed over', () => {
    const cookies = readCookies('a=1; __Host-s=x=y; broken; a=2; =z;; b=');
    expect([...cookies]).toEqual([['a', '1'], ['__Host-s', 'x=y'], ['b', '']]);
    expect(readCookies(undefined).size).toBe(0);
  });

  it('of sign-ins under way make room for the next by letting the oldest go', () => {
    const names = ['a', 'b', 'c', 'd', 'e'].map((state) => pendingName(state));
    const cookies = new Map([['__Host-s', 'x'], ...names.map((name): [string, string] => [name, 'y'])]);
    expect(surplusPending(cookies)).toEqual(names.slice(0, 2));
    expect(surplusPending(new Map([['__Host-s', 'x']]))).toEqual([]);
  });

  it('get no strange characters into their name from a strange state', () => {
    fc.assert(fc.property(fc.string(), (state) => {
      expect(pendingName(state)).toMatch(/^__Host-p-[\w-]{0,16}$/);
    }));
  });
});

describe('a sign-in under way', () => {
  const key = sealingKey(createSecretKey(randomBytes(32)));
  const pending = { proof: { state: 's', nonce: 'n', codeVerifier: 'v', startedAt: NINE, fresh: false }, issuerName: 'en', returnTo: '/' };

  it('opens for ten minutes, and says nothing in the browser', () => {
    const sealed = sealPending(key, pending, systemChance);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('codeVerifier');
    expect(openPending(key, sealed, addMs(NINE, 10 * MINUTE - 1))).toEqual(pending);
    expect(openPending(key, sealed, addMs(NINE, 10 * MINUTE))).toBeUndefined();
    expect(openPending(key, sealed, addMs(NINE, -2 * MINUTE))).toBeUndefined();
  });

  it('does not open when it was changed, cut or made elsewhere', () => {
    const bytes = Buffer.from(sealPending(key, pending, systemChance), 'base64url');
    for (let at = 0; at < bytes.length; at += 7) {
      const spoilt = Buffer.from(bytes);
      spoilt[at] = (spoilt[at] ?? 0) ^ 1;
      expect(openPending(key, spoilt.toString('base64url'), NINE)).toBeUndefined();
    }
    expect(openPending(key, bytes.subarray(0, 20).toString('base64url'), NINE)).toBeUndefined();
    expect(openPending(sealingKey(createSecretKey(randomBytes(32))), bytes.toString('base64url'), NINE)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => {
      expect(openPending(key, text, NINE)).toBeUndefined();
    }));
  });
});

describe('the page to return to', () => {
  it('is a path of the house', () => {
    for (const path of ['/', '/saker', '/saker/1?side=2&x=%2F', '/inne', '/utvalg#a']) expect(safeReturnPath(path)).toBe(path);
  });

  it('is never another host, a route of sign-in, or something a header could be broken with', () => {
    const bad = [undefined, '', 'saker', '//evil', '/\\evil', '/a\\b', 'https://evil', 'javascript:1', '/a\r\nset-cookie: x', '/å', '/ a', '/inn', '/inn?til=/inn', '/inn/tilbake', '/ut', '/ut#x', '/ut/front', `/${'a'.repeat(500)}`];
    for (const path of bad) expect(safeReturnPath(path)).toBe('/');
  });

  it('stays on the house whatever is asked', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      for (const asked of [text, `/${text}`, `//${text}`, `/\\${text}`]) expect(new URL(safeReturnPath(asked), 'https://house.example').origin).toBe('https://house.example');
    }));
  });
});

describe('addresses', () => {
  it('are registered with the issuer as the house has them', () => {
    expect(houseAddresses('https://intern.eksempel.no')).toEqual({
      redirectUri: 'https://intern.eksempel.no/inn/tilbake', postLogoutRedirectUri: 'https://intern.eksempel.no/ut', frontChannelLogoutUri: 'https://intern.eksempel.no/ut/front',
    });
  });

  it('may be plain http on this machine only', () => {
    expect(['https://a.no', 'http://127.0.0.1:1', 'http://localhost', 'http://[::1]:2', 'http://a.localhost'].every((a) => safeScheme(new URL(a)))).toBe(true);
    expect(['http://a.no', 'http://10.0.0.1', 'http://127.0.0.1.a.no', 'file:///x'].some((a) => safeScheme(new URL(a)))).toBe(false);
  });

  it('name the same issuer with or without a last slash, and no other', () => {
    expect(sameIssuer('https://a.no', 'https://a.no/')).toBe(true);
    expect(sameIssuer('https://a.no', 'https://a.no.evil')).toBe(false);
    expect(sameIssuer('', 'nonsense')).toBe(false);
  });
});

describe('a level', () => {
  it('is reached by itself and by those above it on the same ladder', () => {
    expect(levelReached('idporten-loa-high', 'idporten-loa-high')).toBe(true);
    expect(levelReached('idporten-loa-high', 'idporten-loa-substantial')).toBe(true);
    expect(levelReached('high', 'substantial')).toBe(true);
    expect(levelReached('c1', 'c1')).toBe(true);
  });

  it('is not reached from below, from another ladder, or by something unknown', () => {
    for (const acr of ['idporten-loa-substantial', 'idporten-loa-low', 'high', 'Level4', '', undefined, 4, ['idporten-loa-high']]) {
      expect(levelReached(acr, 'idporten-loa-high')).toBe(false);
    }
    expect(levelReached('c2', 'c1')).toBe(false);
  });
});

describe('words', () => {
  it('say what happened and what to do, for each refusal, in each language', () => {
    expect(Object.keys(refusalHeadings.nb)).toEqual(Object.keys(refusalTexts.nb));
    for (const lang of LANGUAGES) {
      for (const code of Object.keys(refusalTexts.nb)) {
        const { heading, text } = refusalWords(code, lang);
        expect(heading.length).toBeGreaterThan(5);
        expect(text.length).toBeGreaterThan(10);
      }
      expect(refusalWords('toString', lang)).toEqual(refusalWords('signin.answer', lang));
    }
  });
});

describe('a session on a machine that several people use', () => {
  const shared = { ...session, lockMs: LOCK_MS, touchedAt: NINE };

  it('locks five minutes after somebody last did something there, to the millisecond, and ends like any other', () => {
    expect(judgeSession(shared, addMs(NINE, 5 * MINUTE - 1))).toBe('live');
    expect(judgeSession(shared, addMs(NINE, 5 * MINUTE))).toBe('locked');
    expect(judgeSession(shared, addMs(NINE, 30 * MINUTE))).toBe('idle');
  });

  it('is not kept open by what a page does by itself', () => {
    expect(judgeSession({ ...shared, lastSeenAt: addMs(NINE, 4 * MINUTE) }, addMs(NINE, 5 * MINUTE))).toBe('locked');
    expect(worthTouching(shared, addMs(NINE, 10 * SECOND))).toBe(true);
  });

  it('is covered by the page itself after as long as the server waits', () => {
    expect(LOCK_AFTER_MS).toBe(LOCK_MS);
  });
});

describe('the mark of a page', () => {
  const mark = { userId: session.userId, regionId: REGION, path: '/saker?vis=journal', page: '33333333-3333-4333-8333-333333333333', at: NINE };
  const key = sealingKey(createSecretKey(randomBytes(32)));

  it('says whose page it was for as long as what was typed on it is kept, and nothing that a browser sends makes it fall over', () => {
    const sealed = sealMark(key, mark, systemChance);
    expect(openMark(key, sealed, addMs(NINE, HOUR))).toEqual(mark);
    expect(openMark(key, sealed, addMs(NINE, 3 * 24 * HOUR)), 'typed on a Friday, sent on Monday').toEqual(mark);
    expect(openMark(key, sealed, addMs(NINE, KEPT_FOR_MS))).toBeUndefined();
    expect(openMark(key, sealed, addMs(NINE, 24 * HOUR), 24 * HOUR), 'a watch screen is good for a day').toBeUndefined();
    expect(openMark(sealingKey(createSecretKey(randomBytes(32))), sealed, NINE)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => openMark(key, text, NINE) === undefined));
  });

  it('a form of it is kept under one id, whatever stands behind the question mark, and another form under another', () => {
    expect(keptId(mark.page, '/saker/x/steg/writeNote?notat=1')).toBe(keptId(mark.page, '/saker/x/steg/writeNote'));
    expect(keptId(mark.page, '/saker/x/steg/decideMeasure')).not.toBe(keptId(mark.page, '/saker/x/steg/writeNote'));
    expect(isUuid(keptId(mark.page, '/'))).toBe(true);
  });

  it('words are worth keeping; codes, ids, days and empty boxes are not', () => {
    expect(hasWords([['text', 'Hun sa at hun er redd.']])).toBe(true);
    for (const text of ['HUN ER REDD. RING 112', 'HJELP!', 'هي خائفة', 'ፈሪሃ ኣላ', '她害怕']) expect(hasWords([['text', text]]), text).toBe(true);
    expect(hasWords([['until', '2026-03-01T08:00'], ['reference', '2026-K7QF3M'], ['phone', '+47 55 55 01 02']])).toBe(false);
    expect(hasWords([['newId', mark.page], ['noteKind', 'SAMTALE'], ['on', '2026-03-02'], ['text', ' ']])).toBe(false);
  });

  it('a text that waits is gone once all its words were sent in the same form, from whichever tab, and stays where a word of it was not', () => {
    const note = '/saker/x/steg/writeNote';
    const waits = { action: `${note}?notat=1`, pairs: [['text', 'Hun er redd.'], ['noteKind', ''], ['formId', mark.page]] } as const;
    const sent = (text: string, action = note) => isWithin(waits, { action, pairs: [['noteKind', 'TELEFON'], ['text', text]] });
    expect(sent('Hun er redd. ')).toBe(true);
    expect(sent('Hun er trygg.'), 'another text').toBe(false);
    expect(sent('Hun er redd.', '/saker/y/steg/writeNote'), 'in another case').toBe(false);
    expect(isWithin({ ...waits, pairs: [...waits.pairs, ['grounds', 'Hun ba om det.']] }, { action: note, pairs: waits.pairs }), 'one of two boxes').toBe(false);
  });
});
