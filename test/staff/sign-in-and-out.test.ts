import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../src/kernel/time.ts';
import { signInLink } from '../../src/staff/sign-in/pages/views.tsx';
import { disable, invite, must } from './sign-in-support.ts';
import { userAgent } from './sign-in-user-agent.ts';
import { HOST, signInAs, signInOver, w, walkWithTwoIssuers, who } from './sign-in-walks.ts';

walkWithTwoIssuers();

describe('a session', () => {
  it('gets a new id at each sign-in, and the old one is dead, whoever it belonged to', async () => {
    const kari = invite(w.register, w.provider.issuer, 'kari');
    const even = invite(w.register, w.provider.issuer, 'even');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    const before = agent.cookie(HOST, '__Host-s') ?? '';
    await signInOver(agent, 'even');
    expect(await who(agent)).toBe(even);
    const old = userAgent();
    old.plant(HOST, '__Host-s', before);
    expect(await who(old)).toBe('session.none');
    expect(w.events.findLast((e) => e.kind === 'ended')).toMatchObject({ userId: kari, because: 'replaced' });
  });

  it('cannot be planted: an id that the browser came with is never the one it gets', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    const planted = `${'A'.repeat(43)}.11111111-1111-4111-8111-111111111111`;
    agent.plant(HOST, '__Host-s', planted);
    await signInAs(agent, 'kari');
    expect(agent.cookie(HOST, '__Host-s')).not.toBe(planted);
  });

  it('is over after half an hour without a request, and a request before that prolongs it', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    w.time.pass(29 * MINUTE);
    expect(await who(agent)).not.toMatch(/^session/);
    w.time.pass(29 * MINUTE);
    expect(await who(agent)).not.toMatch(/^session/);
    w.time.pass(30 * MINUTE);
    expect(await who(agent)).toBe('session.idle');
    expect(w.register.open.size).toBe(0);
  });

  it('is over after ten hours however busy the person is', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    for (let quarter = 0; quarter < 39; quarter += 1) {
      w.time.pass(15 * MINUTE);
      expect(await who(agent)).not.toMatch(/^session/);
    }
    w.time.pass(15 * MINUTE);
    expect(await who(agent)).toBe('session.expired');
  });

  it('says why it ended when the person comes back to sign in, by a fixed word in the address that holds nothing of them', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    for (const [code, because] of [['session.idle', 'en halv time'], ['session.expired', 'ti timer'], ['session.disabled', 'slått av']] as const) {
      const address = signInLink({ returnTo: '/saker', because: code });
      expect(address).toMatch(/^\/inn\?ut=[a-z]+&til=%2Fsaker$/);
      const page = await agent.open(w.houseUrl + address);
      expect(page.status).toBe(200);
      expect(page.text).toMatch(new RegExp(`Du ble logget ut fordi [^<]*${because}`));
      expect(page.text).toMatch(/href="\/inn\?(ny=1&amp;)?til=%2Fsaker"/);
    }
    expect(signInLink({ returnTo: '/saker', because: 'session.none' })).toBe('/inn?til=%2Fsaker');
    expect((await agent.open(`${w.houseUrl}/inn?hos=en&ut=noe-annet`)).text).toContain('Hvem vil du være?');
    await signInAs(agent, 'kari');
    expect((await agent.open(`${w.houseUrl}/inn?ut=pause&til=/saker`)).url).toBe(`${w.houseUrl}/saker`);
  });

  it('is written to at most once a minute', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    const seen = (): string => [...w.register.open.values()][0]?.lastSeenAt ?? '';
    const opened = seen();
    w.time.pass(50 * SECOND);
    await who(agent);
    expect(seen()).toBe(opened);
    w.time.pass(15 * SECOND);
    await who(agent);
    expect(seen()).not.toBe(opened);
  });

  it('locks on a machine that several people use, and goes on when the same person has proved anew who they are', async () => {
    const kari = invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    const mark = async (shared: boolean): Promise<void> => {
      for (const cookie of await w.signIn.machine.share(agent.header(new URL(w.houseUrl)), shared)) {
        const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
        agent.plant(HOST, name, value);
      }
    };
    await mark(true);
    w.time.pass(4 * MINUTE);
    expect(await who(agent)).toBe(kari);
    w.time.pass(5 * MINUTE);
    expect(await who(agent)).toBe('session.locked');
    expect(await who(agent)).toBe('session.locked');
    const asked = await agent.open(`${w.houseUrl}/inn?hos=en`);
    expect(asked.text).toContain('Hvem vil du være?'); // the provider still knows Kari, and asks all the same
    await agent.send(asked, { person: 'kari' });
    expect(await who(agent)).toBe(kari);
    expect(w.register.open.size).toBe(1);
    expect([...w.register.open.values()][0]?.lockMs).toBe(5 * MINUTE);
    await w.signIn.machine.lock(agent.header(new URL(w.houseUrl)));
    expect(await who(agent)).toBe('session.locked');
    // The mark is taken away behind our back: the lock is in the session, and opens no sooner.
    agent.plant(HOST, '__Host-m', 'x');
    expect(await who(agent)).toBe('session.locked');
    expect((await agent.open(`${w.houseUrl}/inn?hos=en`)).text).toContain('Hvem vil du være?');
  });

  it('ends at the next request when the person is disabled, and when they are gone from the region', async () => {
    const kari = invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    disable(w.register, kari);
    expect(await who(agent)).toBe('session.disabled');
    expect(await who(agent)).toBe('session.none');
    invite(w.register, w.provider.issuer, 'kari');
    await signInOver(agent, 'kari');
    w.register.invited.clear();
    expect(await who(agent)).toBe('session.disabled');
  });

  it('is found in its own region only', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    const [token] = (agent.cookie(HOST, '__Host-s') ?? '').split('.');
    agent.plant(HOST, '__Host-s', `${token}.22222222-2222-4222-8222-222222222222`);
    expect(await who(agent)).toBe('session.none');
  });
});

describe('a step that asks who you are once more', () => {
  it('makes the issuer ask again and gives a session with a new time of proof', async () => {
    const kari = invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    const before = must(await w.signIn.whoIs(agent.header(new URL(w.houseUrl)))).session.authTime;
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await agent.open(`${w.houseUrl}/inn?hos=en`)).url).toBe(`${w.houseUrl}/`);
    const choice = await agent.open(`${w.houseUrl}/inn?hos=en&ny=1&til=/vis`);
    expect(choice.text).toContain('Hvem vil du være?');
    expect((await agent.send(choice, { person: 'kari' })).url).toBe(`${w.houseUrl}/vis`);
    const after = must(await w.signIn.whoIs(agent.header(new URL(w.houseUrl))));
    expect(after.person.userId).toBe(kari);
    expect(after.session.authTime > before).toBe(true);
  });

  it('puts the expected person forward when asked to', async () => {
    const { outcome } = await w.signIn.startSignIn({ cookieHeader: undefined, lang: 'en', fresh: true, loginHint: 'even' });
    const page = await userAgent().open(must(outcome).location);
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toMatch(/value="even".*?Suggested/);
  });
});

describe('signing out', () => {
  it('ends it at both ends: the old cookie is dead, and the issuer asks who you are next time', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    const cookie = agent.cookie(HOST, '__Host-s') ?? '';
    const out = await agent.post(`${w.houseUrl}/ut`);
    expect(out.status).toBe(200);
    expect(agent.cookie(HOST, '__Host-s')).toBeUndefined();
    const replay = userAgent();
    replay.plant(HOST, '__Host-s', cookie);
    expect(await who(replay)).toBe('session.none');
    const next = /url=(.*)$/.exec(out.headers.get('refresh') ?? '')?.[1] ?? '';
    expect(out.text).toContain(`href="${next.replaceAll('&', '&amp;')}"`);
    const page = await agent.open(next);
    expect(page.text).toContain('/ut/front?iss=');
    const end = await agent.send(page);
    expect(end.url).toBe(`${w.houseUrl}/ut`);
    expect(end.text).toContain('Du er logget ut');
    expect((await agent.open(`${w.houseUrl}/inn?hos=en`)).text).toContain('Hvem vil du være?');
  });

  it('puts nothing about the person into the address that leads on', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    const next = new URL(/url=(.*)$/.exec((await agent.post(`${w.houseUrl}/ut`)).headers.get('refresh') ?? '')?.[1] ?? '');
    expect([...next.searchParams.keys()].toSorted()).toEqual(['client_id', 'post_logout_redirect_uri']);
  });

  it('can carry an ID token as a hint where an issuer demands one', async () => {
    const issuer = must(await w.sources[0].get());
    const { url, pending } = must(await issuer.beginSignIn());
    const agent = userAgent();
    const choice = await agent.open(url);
    const answer = await agent.send(choice, { person: 'kari' }, (to) => to.startsWith(w.houseUrl));
    const proof = must(await issuer.finishSignIn(new URL(answer.url), pending));
    const out = issuer.signOutUrl(proof.idToken, `${w.houseUrl}/ut`, 'stat') ?? '';
    expect((await agent.send(await agent.open(out))).url).toBe(`${w.houseUrl}/ut?state=stat`);
  });

  it('does no harm to somebody who is signed out already, at either end', async () => {
    const agent = userAgent();
    const out = await agent.post(`${w.houseUrl}/ut`);
    expect(out.headers.get('refresh')).toBeNull();
    const issuer = must(await w.sources[0].get());
    const page = await agent.open(issuer.signOutUrl(undefined, `${w.houseUrl}/ut`) ?? '');
    expect(page.text).not.toMatch(/<script>/);
    expect((await agent.send(page)).url).toBe(`${w.houseUrl}/ut`);
  });
});

describe('sign-out that begins elsewhere', () => {
  it('ends the session by issuer and sid, without any cookie', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    const { issuer, sid = '' } = must(await w.signIn.whoIs(agent.header(new URL(w.houseUrl)))).session;
    const frame = await userAgent().open(`${w.houseUrl}/ut/front?${new URLSearchParams({ iss: issuer, sid })}`);
    expect(frame.headers.get('content-security-policy')).toContain(`frame-ancestors ${w.provider.issuer}`);
    expect(frame.setCookies).toEqual([]);
    expect(await who(agent)).toBe('session.none');
    expect(w.events.at(-1)).toMatchObject({ kind: 'ended-by-issuer', sessions: 1 });
  });

  it('touches nobody when the sid, the issuer or both are another, and answers the same', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    const { issuer, sid = '' } = must(await w.signIn.whoIs(agent.header(new URL(w.houseUrl)))).session;
    const other = w.sources[1]?.settings.issuer ?? '';
    const asks: readonly Record<string, string>[] = [{ iss: issuer, sid: 'x' }, { iss: other, sid }, { iss: 'https://evil.example', sid }, { sid }, { iss: issuer }, {}];
    const answers = await Promise.all(asks.map((ask) => userAgent().open(`${w.houseUrl}/ut/front?${new URLSearchParams(ask)}`)));
    expect(new Set(answers.map((a) => `${a.status} ${a.text}`)).size).toBe(1);
    expect(await who(agent)).not.toMatch(/^session/);
  });
});
