import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeKey } from '../../src/kernel/sealing/aead.ts';
import { auditRowMac, blockMac, blockRoot, contentHash, eventMac, exclusionToken, factId, fingerprint, lookupHash, recordMac, sameMac } from '../../src/kernel/sealing/mac.ts';
import { newFileKey } from '../../src/kernel/sealing/region-keys.ts';

const file = newFileKey();
const key = takeKey(randomBytes(32));
const header = { region: 'r1', file: 'f1', seq: 1, type: 'Opened', version: 1, actor: 'u1', happenedAt: 'a', writtenAt: 'b' };

type Link = { header: Record<string, string | number>; content: Buffer; mac: Buffer };

function chain(contents: readonly Buffer[]): Link[] {
  const links: Link[] = [];
  contents.forEach((content, i) => {
    const own = { ...header, seq: i + 1 };
    links.push({ header: own, content, mac: eventMac(file, own, contentHash(content), links.at(-1)?.mac ?? null) });
  });
  return links;
}

function holds(links: readonly Link[]): boolean {
  return links.every((link, i) => sameMac(link.mac, eventMac(file, link.header, contentHash(link.content), links[i - 1]?.mac ?? null)));
}

describe('the chain of events', () => {
  const contents = fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 }).map((a) => Buffer.from(a)), { minLength: 2, maxLength: 8 });

  it('breaks when an event is changed, taken out of the middle or moved', () => {
    fc.assert(fc.property(contents, fc.nat(), (list, pick) => {
      const links = chain(list);
      const at = pick % links.length;
      expect(holds(links)).toBe(true);
      expect(holds(links.map((link, i) => (i === at ? { ...link, content: Buffer.concat([link.content, Buffer.of(0)]) } : link)))).toBe(false);
      expect(holds(links.map((link, i) => (i === at ? { ...link, header: { ...link.header, actor: 'u2' } } : link)))).toBe(false);
      if (at < links.length - 1) expect(holds(links.filter((_, i) => i !== at))).toBe(false);
      expect(holds([...links].reverse())).toBe(false);
    }));
  });

  it('cannot be written without the key of the file', () => {
    const mac = eventMac(file, header, contentHash(Buffer.from('x')), null);
    expect(sameMac(mac, eventMac(newFileKey(), header, contentHash(Buffer.from('x')), null))).toBe(false);
    expect(sameMac(mac, eventMac(file, header, contentHash(Buffer.from('x')), Buffer.alloc(0)))).toBe(false);
    expect(sameMac(mac, mac.subarray(1))).toBe(false);
  });
});

describe('the audit log', () => {
  it('shows every changed field of a row', () => {
    const row = { id: 'a1', region: 'r1', at: '2026-01-01T00:00:00.000Z', actor: 'u1', action: 'read', files: ['f1', 'f2'], granted: true, note: null };
    const mac = auditRowMac(key, row);
    expect(sameMac(mac, auditRowMac(key, { ...row }))).toBe(true);
    for (const other of [{ actor: 'u2' }, { files: ['f1'] }, { files: ['f2', 'f1'] }, { files: ['f1f2'] }, { granted: false }, { note: '' }, { id: 'a2' }]) {
      expect(sameMac(mac, auditRowMac(key, { ...row, ...other }))).toBe(false);
    }
  });

  it('closes a block over exactly its rows, in whatever order they come', () => {
    const rows = [3, 1, 2].map((n) => ({ id: `a${n}`, mac: auditRowMac(key, { n }) }));
    const root = blockRoot(rows);
    expect(blockRoot([...rows].reverse()).equals(root)).toBe(true);
    expect(blockRoot(rows.slice(1)).equals(root)).toBe(false);
    expect(blockRoot([...rows, { id: 'a4', mac: Buffer.alloc(32) }]).equals(root)).toBe(false);
    expect(rows.map((row) => row.id)).toEqual(['a3', 'a1', 'a2']);
    const block = { region: 'r1', number: 4, count: 3 };
    const mac = blockMac(key, block, root, null);
    expect(sameMac(mac, blockMac(key, block, root, Buffer.alloc(32)))).toBe(false);
    expect(sameMac(mac, blockMac(key, { ...block, count: 2 }, root, null))).toBe(false);
  });
});

describe('a row that decides who gets in', () => {
  it('is another row with any other fact, in another table, or under another key', () => {
    const row = { region: 'r1', user: 'u1', lookup: Buffer.from('abc'), ended: null, revision: 2 };
    const mac = recordMac(key, 'app.role_grant', row);
    expect(sameMac(mac, recordMac(key, 'app.role_grant', { revision: 2, ended: null, lookup: Buffer.from('abc'), user: 'u1', region: 'r1' }))).toBe(true);
    for (const other of [{ region: 'r2' }, { user: 'u2' }, { lookup: Buffer.from('abd') }, { ended: '' }, { revision: 1 }, { more: null }]) {
      expect(sameMac(mac, recordMac(key, 'app.role_grant', { ...row, ...other }))).toBe(false);
    }
    expect(sameMac(mac, recordMac(key, 'app.staff_member', row))).toBe(false);
    expect(sameMac(mac, recordMac(takeKey(randomBytes(32)), 'app.role_grant', row))).toBe(false);
  });
});

describe('keyed hashes', () => {
  const hex = (hash: Buffer | undefined) => hash?.toString('hex');

  it('find a national number again however it is spaced', () => {
    const [first, ...rest] = ['01819012345', '018190 12345', '01 81 90 123 45', '018190-12345', '０１８１９０12345'].map((text) => hex(lookupHash(key, 'national-number', text)));
    expect(first).toHaveLength(64);
    expect(new Set(rest)).toEqual(new Set([first]));
  });

  it('find a telephone again with and without the country code, and keep foreign ones apart', () => {
    const same = ['55550123', '55 55 01 23', '+47 55 55 01 23', '0047 55550123', '(+47) 555-50-123'].map((text) => hex(lookupHash(key, 'phone', text)));
    expect(new Set(same).size).toBe(1);
    expect(hex(lookupHash(key, 'phone', '+46 55550123'))).not.toBe(same[0]);
    expect(hex(lookupHash(key, 'phone', '01819012345'))).not.toBe(hex(lookupHash(key, 'national-number', '01819012345')));
  });

  it('find nothing for what is no number, so that empty fields never match each other', () => {
    for (const text of ['', ' ', '-', 'ukjent', '0181901234', '018190123456', 'x'.repeat(100_000)]) expect(lookupHash(key, 'national-number', text)).toBeUndefined();
    for (const text of ['', '+', '12', 'ring kona', '1'.repeat(16)]) expect(lookupHash(key, 'phone', text)).toBeUndefined();
  });

  it('never agree between purposes, keys or drafts', () => {
    const other = takeKey(randomBytes(32));
    const all = [exclusionToken(key, 'x'), factId(key, 'x'), fingerprint(key, 'x', ''), fingerprint(key, '', 'x'), exclusionToken(other, 'x'), fingerprint(key, 'd1', 'x'), fingerprint(key, 'd2', 'x')];
    expect(new Set(all.map(hex)).size).toBe(all.length);
    expect(fingerprint(key, 'd1', 'samme').equals(fingerprint(key, 'd1', 'samme'))).toBe(true);
  });
});
