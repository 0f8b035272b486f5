import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { systemChance } from '../../src/kernel/ids.ts';
import { SealBroken } from '../../src/kernel/sealing/broken.ts';
import { createKeyDirectory, openKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { newFileKey, newRegionKey, openRegionKeys, regionKeys, unwrapFileKey, wrapFileKey } from '../../src/kernel/sealing/region-keys.ts';
import { open, seal } from '../../src/kernel/sealing/sealed.ts';

const base = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => rmSync(base, { recursive: true }));

describe('region and file keys', () => {
  const dir = join(base, 'own');
  createKeyDirectory(dir);
  const { provider } = openKeyDirectory(dir);

  it('open again after a restart, and only for their own region and provider', async () => {
    const wrapped = await newRegionKey(provider, 'r1');
    const first = await openRegionKeys(provider, wrapped, 'r1');
    const again = await openRegionKeys(openKeyDirectory(dir).provider, wrapped, 'r1');
    expect(again.lookup.equals(first.lookup)).toBe(true);
    await expect(openRegionKeys(provider, wrapped, 'r2')).rejects.toThrow(SealBroken);
    const stranger = join(base, 'stranger');
    createKeyDirectory(stranger);
    await expect(openRegionKeys(openKeyDirectory(stranger).provider, wrapped, 'r1')).rejects.toThrow(SealBroken);
  });

  it('are all different, so that one handed out opens nothing else', () => {
    const bytes = randomBytes(32);
    const one = regionKeys('r1', Buffer.from(bytes));
    const two = regionKeys('r2', Buffer.from(bytes));
    const file = newFileKey();
    const all = [one, two].flatMap((r) => [r.lookup, r.audit, r.stats, r.register, r.wrap.cipher, r.wrap.nonce, r.record.cipher, r.record.nonce]);
    all.push(file.secret, file.mac, file.stream, file.seal.cipher, file.seal.nonce);
    expect(new Set(all.map((key) => key.export().toString('hex'))).size).toBe(all.length);
  });

  it('never change from one version of this program to the next: what is sealed today opens in ten years', () => {
    const keys = regionKeys('0b7c1d7e-3f0c-4b1e-9a57-0d3c5f1f2a10', Buffer.alloc(32, 1));
    expect(keys.lookup.export().toString('hex')).toMatchInlineSnapshot(`"2d191fddc4336ae7b05320e138503c008c0641b05593d890235bf8c7c8709714"`);
    expect(keys.wrap.id.toString('hex')).toMatchInlineSnapshot(`"d146b86a"`);
  });

  it('a wrapped file key opens for its own file only', () => {
    const region = regionKeys('r1', randomBytes(32));
    const key = newFileKey();
    const wrapped = wrapFileKey(region, key, 'f1');
    const where = { table: 't', region: 'r1', row: 'x', field: 'y', version: 1 };
    const sealed = seal(key.seal, 'innhold', where, 'short', systemChance);
    expect(open(unwrapFileKey(region, wrapped, 'f1').seal, sealed, where).toString()).toBe('innhold');
    expect(() => unwrapFileKey(region, wrapped, 'f2')).toThrow(SealBroken);
    expect(() => unwrapFileKey(regionKeys('r1', randomBytes(32)), wrapped, 'f1')).toThrow(SealBroken);
  });

  it('wipes the bytes it was handed and shows no key to a careless log line', () => {
    const bytes = randomBytes(32);
    const hex = bytes.toString('hex');
    const region = regionKeys('r1', bytes);
    expect(bytes.equals(Buffer.alloc(32))).toBe(true);
    const shown = inspect([region, newFileKey(), provider], { depth: 9, showHidden: true }) + JSON.stringify(region);
    expect(shown).not.toContain(hex);
    expect(shown).not.toContain(region.lookup.export().toString('hex'));
  });
});
