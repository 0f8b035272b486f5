import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Whose request this is. For counting in memory alone: never logged, never stored, gone with the process. */
export type ClientOf = (c: Context) => string | undefined;

/**
 * The address that a request came from, with the network of 64 bits for IPv6, which is what one household has. A hop in
 * X-Forwarded-For is believed when a trusted proxy wrote it, read from the last one backwards.
 * undefined where nobody can tell: then everybody would have the address of a proxy, and be counted as one.
 * @param trusted addresses and networks, as TRUST_PROXY has them
 * @param proxied people reach the site over TLS, which this process does not speak: some proxy stands in front
 */
export function clientAddress(trusted: readonly string[], proxied: boolean): ClientOf {
  const proxies = blockList(trusted);
  return (c) => {
    const hops = [...(c.req.header('x-forwarded-for') ?? '').split(','), peerOf(c)].map(bareAddress);
    const peer = hops.at(-1);
    if (peer === undefined || (proxied && !has(proxies, peer))) return undefined;
    let at = hops.length - 1;
    for (let hop = hops[at]; at > 0 && hop !== undefined && has(proxies, hop); hop = hops[at]) at -= 1;
    const client = hops[at];
    return client === undefined ? undefined : network(client);
  };
}

function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    return ''; // not over a socket
  }
}

/** `10.0.0.1`, `10.0.0.1:443`, `[2001:db8::1]:443` and `::ffff:10.0.0.1` as plain addresses; undefined for what is none. */
function bareAddress(text: string): string | undefined {
  const bare = text.trim().replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(bare) === 0 ? undefined : bare;
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const one of networks) {
    const [address = '', bits] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function has(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function network(address: string): string {
  if (isIP(address) === 4) return address;
  // The URL parser writes every spelling of an address in one way.
  const [head = '', tail = ''] = (URL.parse(`http://[${address}]`)?.hostname ?? '').slice(1, -1).split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === '' ? [] : tail.split(':');
  return [...front, ...Array.from({ length: 8 - front.length - back.length }, () => '0'), ...back].slice(0, 4).join(':');
}
