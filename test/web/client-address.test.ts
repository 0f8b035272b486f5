import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { clientAddress } from '../../src/web/http/client-address.ts';

/** Whom a request is counted as. @param peer who opened the connection */
async function counted(trusted: readonly string[], proxied: boolean, peer: string | undefined, forwarded?: string): Promise<string | undefined> {
  const app = new Hono();
  const clientOf = clientAddress(trusted, proxied);
  let client: string | undefined;
  app.get('/', (c) => {
    client = clientOf(c);
    return c.text('');
  });
  await app.request('/', forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } }, peer === undefined ? {} : { incoming: { socket: { remoteAddress: peer } } });
  return client;
}

describe('an address to count by', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'], ['203.0.113.7:4711', '203.0.113.7'], ['198.51.100.1, 203.0.113.7', '203.0.113.7'], ['203.0.113.7, 10.1.2.3', '203.0.113.7'],
    ['198.51.100.1,  203.0.113.7 ,10.1.2.3,10.0.0.5', '203.0.113.7'], ['::ffff:203.0.113.7', '203.0.113.7'],
  ])('is the last one in «%s» that no trusted proxy has', async (forwarded, client) => {
    expect(await counted(['10.0.0.5', '10.1.0.0/16'], true, '10.0.0.5', forwarded)).toBe(client);
  });

  test('cannot be chosen by whoever sends: what stands further left was written by them', async () => {
    for (const made of ['1.1.1.1', '10.0.0.5', '1.1.1.1, 10.0.0.5']) expect(await counted(['10.0.0.5'], true, '10.0.0.5', `${made}, 203.0.113.7`)).toBe('203.0.113.7');
    expect(await counted([], false, '203.0.113.7', '1.1.1.1')).toBe('203.0.113.7');
  });

  test('of IPv6 is the household’s network: the rest a visitor changes at will', async () => {
    const spelled = ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff:0:0:9', '[2001:db8:1:2:3::4]:443', '2001:DB8:1:2::'];
    for (const address of spelled) expect(await counted(['10.0.0.5'], true, '10.0.0.5', address)).toBe('2001:db8:1:2');
    expect(await counted(['fd00::/8'], true, 'fd00::1', '2001:db8:1:2::1')).toBe('2001:db8:1:2');
    expect(await counted([], false, '::1')).toBe('0:0:0:0');
  });

  test.each([
    ['a proxy that nobody named', [], true, '10.0.0.9', '203.0.113.7'], ['a proxy that wrote no address', ['10.0.0.5'], true, '10.0.0.5', 'unknown'],
    ['no connection at all', [], false, undefined, undefined],
  ])('is unknown behind %s, and then nobody is counted as somebody else', async (_what, trusted, proxied, peer, forwarded) => {
    expect(await counted(trusted, proxied, peer, forwarded)).toBeUndefined();
  });
});
