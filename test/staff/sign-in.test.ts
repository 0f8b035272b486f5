import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/kernel/time.ts';
import { DEMO, invite } from './sign-in-support.ts';
import { userAgent, type UserAgent } from './sign-in-user-agent.ts';
import { HOST, signInAs, w, walkWithTwoIssuers, who } from './sign-in-walks.ts';

walkWithTwoIssuers();

describe('signing in', () => {
  it('takes an invited person from the link to the page they wanted', async () => {
    const kari = invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    const end = await signInAs(agent, 'kari', '/inn?hos=en&til=/saker%3Fside=2');
    expect(end.url).toBe(`${w.houseUrl}/saker?side=2`);
    expect(end.text).toContain(kari);
    expect(w.events.at(-1)).toMatchObject({ kind: 'signed-in', userId: kari, acr: 'idporten-loa-high', fresh: false });
  });

  it('keeps only a hash of the cookie, and nothing of the national number, anywhere it stores or notes', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    const secret = agent.cookie(HOST, '__Host-s')?.split('.')[0] ?? 'missing';
    const kept = JSON.stringify([...w.register.open.values(), ...w.events]);
    expect(kept).not.toContain(secret);
    for (const { pid } of DEMO) expect(kept).not.toContain(pid);
  });

  it('does not let in somebody who was never invited, though they can prove who they are', async () => {
    const end = await signInAs(userAgent(), 'fremmed');
    expect(end.status).toBe(403);
    expect(end.text).toContain('Du har ikke tilgang her');
    expect(w.register.open.size).toBe(0);
  });

  it('does not let in somebody whose access was closed', async () => {
    invite(w.register, w.provider.issuer, 'kari', { disabled: true });
    const end = await signInAs(userAgent(), 'kari');
    expect(end.status).toBe(403);
    expect(end.text).toContain('Tilgangen din er avsluttet');
    expect(w.events.at(-1)).toMatchObject({ kind: 'refused', code: 'signin.disabled' });
  });

  it('does not let in on too low a level, even when invited', async () => {
    invite(w.register, w.provider.issuer, 'lav');
    const end = await signInAs(userAgent(), 'lav');
    expect(end.status).toBe(403);
    expect(end.text).toContain('/inn?ny=1');
    expect(w.register.open.size).toBe(0);
  });

  it('takes the same subject from another issuer for another person', async () => {
    const first = invite(w.register, w.provider.issuer, 'kari');
    const other = await signInAs(userAgent(), 'kari', '/inn?hos=to');
    expect(other.status).toBe(403);
    const second = invite(w.register, w.sources[1]?.settings.issuer ?? '', 'kari');
    const [one, two] = [userAgent(), userAgent()];
    await signInAs(one, 'kari', '/inn?hos=en');
    await signInAs(two, 'kari', '/inn?hos=to');
    expect([await who(one), await who(two)]).toEqual([first, second]);
    expect(first).not.toBe(second);
  });

  it('comes back with a way to try again when the person cancels', async () => {
    const agent = userAgent();
    const choice = await agent.open(`${w.houseUrl}/inn?hos=en`);
    const end = await agent.send(choice, { cancel: 'yes' });
    expect(end.url).toContain('/inn/tilbake');
    expect(end.text).toContain('Du avbrøt innloggingen');
  });

  it('asks where to sign in when there is more than one place, and refuses one that is not on the list', async () => {
    const agent = userAgent();
    expect((await agent.open(`${w.houseUrl}/inn`)).text).toContain('/inn?hos=to');
    expect((await agent.open(`${w.houseUrl}/inn?hos=tre`)).status).toBe(400);
  });

  it('lets two tabs sign in at the same time', async () => {
    const kari = invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    const [one, two] = [await agent.open(`${w.houseUrl}/inn?hos=en&til=/en`), await agent.open(`${w.houseUrl}/inn?hos=en&til=/to`)];
    expect((await agent.send(one, { person: 'kari' })).url).toBe(`${w.houseUrl}/en`);
    expect((await agent.send(two, { person: 'kari' })).url).toBe(`${w.houseUrl}/to`);
    expect(await who(agent)).toBe(kari);
  });

  it('never lets unfinished sign-ins fill the browser with cookies', async () => {
    const agent = userAgent();
    for (let tries = 0; tries < 9; tries += 1) await agent.open(`${w.houseUrl}/inn?hos=en`, (url) => url.startsWith(w.provider.issuer));
    expect(agent.names(HOST).filter((name) => name.startsWith('__Host-p-'))).toHaveLength(4);
  });

  it('leads no further than the house, whatever address the link asks for', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    for (const evil of ['//evil.example', 'https://evil.example', '/%5Cevil.example', '/inn', '/ut/front']) {
      const end = await signInAs(userAgent(), 'kari', `/inn?hos=en&til=${evil.includes('%') ? evil : encodeURIComponent(evil)}`);
      expect(end.url).toBe(`${w.houseUrl}/`);
    }
  });

  it('sets every cookie with __Host-, Secure, HttpOnly, SameSite=Lax and Path=/', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    await signInAs(agent, 'kari');
    const out = await agent.post(`${w.houseUrl}/ut`);
    const begun = await userAgent().open(`${w.houseUrl}/inn?hos=en`, (url) => url.startsWith(w.provider.issuer));
    const ours = [...begun.setCookies, ...out.setCookies];
    expect(ours.length).toBeGreaterThanOrEqual(2);
    for (const line of ours) expect(line).toMatch(/^__Host-[sp][\w-]*=[\w.-]*; Path=\/; Secure; HttpOnly; SameSite=Lax(; Max-Age=\d+)?$/);
  });
});

describe('an answer that is not ours to take', () => {
  async function answerFor(agent: UserAgent): Promise<string> {
    const choice = await agent.open(`${w.houseUrl}/inn?hos=en`);
    return (await agent.send(choice, { person: 'kari' }, (url) => url.startsWith(w.houseUrl))).url;
  }

  it('is worth nothing in another browser than the one that asked (sign-in slipped to a victim)', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const answer = await answerFor(userAgent());
    const victim = userAgent();
    expect((await victim.open(answer)).status).toBe(400);
    expect(victim.cookie(HOST, '__Host-s')).toBeUndefined();
  });

  it('is refused when the state is another', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    const answer = new URL(await answerFor(agent));
    answer.searchParams.set('state', 'another');
    expect((await agent.open(answer.href)).text).toContain('Innloggingen ble avbrutt');
  });

  it('is refused when it says it comes from another issuer (mix-up)', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    const answer = new URL(await answerFor(agent));
    answer.searchParams.set('iss', w.sources[1]?.settings.issuer ?? '');
    expect((await agent.open(answer.href)).text).toContain('Innloggingen ble ikke godtatt');
    expect(w.register.open.size).toBe(0);
  });

  it('is refused when it does not say where it comes from', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    const answer = new URL(await answerFor(agent));
    answer.searchParams.delete('iss');
    expect((await agent.open(answer.href)).status).toBe(400);
  });

  it('opens one session only: the code, used again with everything else right, is refused', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    const answer = await answerFor(agent);
    const thief = userAgent();
    for (const name of agent.names(HOST)) thief.plant(HOST, name, agent.cookie(HOST, name) ?? '');
    expect((await agent.open(answer)).status).toBe(200);
    expect((await thief.open(answer)).text).toContain('Innloggingen ble ikke godtatt');
    expect(w.register.open.size).toBe(1);
  });

  it('leads quietly on when a person who is in already presses Back', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    const answer = await answerFor(agent);
    await agent.open(answer);
    expect((await agent.open(answer)).url).toBe(`${w.houseUrl}/`);
  });

  it('comes too late after ten minutes', async () => {
    invite(w.register, w.provider.issuer, 'kari');
    const agent = userAgent();
    const answer = await answerFor(agent);
    w.time.pass(10 * MINUTE);
    expect((await agent.open(answer)).status).toBe(400);
    w.time.pass(-10 * MINUTE);
  });
});
