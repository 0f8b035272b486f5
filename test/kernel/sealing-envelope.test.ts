import { createCipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SealBroken } from '../../src/kernel/sealing/broken.ts';
import { boxPair, boxSeal, boxOpen } from '../../src/kernel/sealing/hpke.ts';
import { newIntakePair, openEnvelope, openIntakePair, sealEnvelope, signStatement, verifyStatement } from '../../src/kernel/sealing/intake.ts';
import { regionKeys } from '../../src/kernel/sealing/region-keys.ts';

const region = regionKeys('r1', randomBytes(32));
const stored = await newIntakePair(region, 7);
const pair = await openIntakePair(region, stored);
const facts = { region: 'r1', draft: 'd1', part: 'body', keyVersion: 7 };

describe('an envelope', () => {
  it('gives back every byte that was put into it', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 9000 }), fc.string(), fc.string(), async (plain, draft, part) => {
      const at = { ...facts, draft, part };
      const opened = await openEnvelope(pair, await sealEnvelope(stored.publicKey, Buffer.from(plain), at), at);
      expect(opened.equals(Buffer.from(plain))).toBe(true);
    }), { numRuns: 40 });
  });

  it('does not open for another region, draft, part or key version', async () => {
    const sealed = await sealEnvelope(stored.publicKey, Buffer.from('innhold'), facts);
    for (const other of [{ region: 'r2' }, { draft: 'd2' }, { part: 'other' }, { keyVersion: 8 }]) {
      await expect(openEnvelope(pair, sealed, { ...facts, ...other })).rejects.toThrow(SealBroken);
    }
  });

  it('does not open changed, cut or with another pair, and tells nothing of its content', async () => {
    const sealed = await sealEnvelope(stored.publicKey, Buffer.from('hemmelig innhold'), facts);
    await fc.assert(fc.asyncProperty(fc.nat({ max: sealed.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ change;
      await expect(openEnvelope(pair, changed, facts)).rejects.toThrow(/^a sealed value does not open \((format|altered)\)$/);
      await expect(openEnvelope(pair, sealed.subarray(0, at), facts)).rejects.toThrow(SealBroken);
    }), { numRuns: 60 });
    const other = await openIntakePair(region, await newIntakePair(region, 7)).catch(() => expect.unreachable());
    await expect(openEnvelope(other, sealed, facts)).rejects.toThrow(SealBroken);
  });

  it('hides how long it is in steps of 4 KiB', async () => {
    const lengths = await Promise.all([0, 1, 500, 4095].map(async (n) => (await sealEnvelope(stored.publicKey, Buffer.alloc(n), facts)).length));
    expect(new Set(lengths).size).toBe(1);
  });

  it('looks different each time, also for the same content', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => sealEnvelope(stored.publicKey, Buffer.from('likt'), facts)));
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(false);
  });

  it('opens when many are sealed and opened at once', async () => {
    const opened = await Promise.all(Array.from({ length: 32 }, async (_, i) => {
      const at = { ...facts, draft: `d${i}` };
      return (await openEnvelope(pair, await sealEnvelope(stored.publicKey, Buffer.from(`nr ${i}`), at), at)).toString();
    }));
    expect(opened).toEqual(Array.from({ length: 32 }, (_, i) => `nr ${i}`));
  });

  it('is never sealed to a key that is no key', async () => {
    await expect(sealEnvelope(Buffer.alloc(31), Buffer.from('x'), facts)).rejects.toThrow();
    await expect(sealEnvelope(Buffer.alloc(32), Buffer.from('x'), facts)).rejects.toThrow();
  });
});

describe('an intake pair', () => {
  it('opens only as the whole that was made: version, public half, region and private half', async () => {
    const other = await newIntakePair(region, 8);
    await expect(openIntakePair(region, { ...stored, keyVersion: 8 })).rejects.toThrow(SealBroken);
    await expect(openIntakePair(region, { ...stored, publicKey: other.publicKey })).rejects.toThrow(SealBroken);
    await expect(openIntakePair(regionKeys('r1', randomBytes(32)), stored)).rejects.toThrow(SealBroken);
  });

  it('is published in a statement that is trusted only with the signature of the root over exactly these bytes', () => {
    const root = generateKeyPairSync('ed25519');
    const stranger = generateKeyPairSync('ed25519');
    const bytes = Buffer.from('a statement');
    const signature = signStatement(root.privateKey, bytes);
    expect(verifyStatement(root.publicKey, bytes, signature)).toBe(true);
    expect(verifyStatement(stranger.publicKey, bytes, signature)).toBe(false);
    expect(verifyStatement(root.publicKey, bytes, signature.subarray(1))).toBe(false);
    expect(verifyStatement(root.publicKey, Buffer.from('another statement'), signature)).toBe(false);
  });
});

describe('the envelope format', () => {
  it('is RFC 9180 to the letter: what an independent sender seals by the standard opens here', async () => {
    const recipient = generateKeyPairSync('x25519');
    const publicHalf = rawPublic(recipient.publicKey);
    const privateHalf = recipient.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
    const [info, aad] = [Buffer.from('info'), Buffer.from('aad')];
    const sealed = standardSeal(recipient.publicKey, Buffer.from('etter standarden'), info, aad);
    const box = await boxPair(privateHalf, publicHalf);
    expect((await boxOpen(box, sealed, info, aad)).toString()).toBe('etter standarden');
    expect((await boxOpen(box, await boxSeal(publicHalf, Buffer.from('hit'), info, aad), info, aad)).toString()).toBe('hit');
    expect(createPublicKey(createPrivateKey(recipient.privateKey.export({ format: 'pem', type: 'pkcs8' }))).equals(recipient.publicKey)).toBe(true);
  });
});

function rawPublic(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32);
}

function hmac(key: Uint8Array, ...parts: (string | Uint8Array)[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/** HPKE base mode by hand after RFC 9180 §§ 4.1, 5.1, with node:crypto only. */
function standardSeal(recipient: KeyObject, plain: Buffer, info: Buffer, aad: Buffer): Buffer {
  const ephemeral = generateKeyPairSync('x25519');
  const enc = rawPublic(ephemeral.publicKey);
  const kem = Buffer.from('KEM\x00\x20', 'latin1');
  const suite = Buffer.from('HPKE\x00\x20\x00\x01\x00\x02', 'latin1');
  const extract = (id: Buffer, salt: Uint8Array, label: string, ikm: Uint8Array) => hmac(salt, 'HPKE-v1', id, label, ikm);
  const expand = (id: Buffer, prk: Uint8Array, label: string, context: Uint8Array, length: number) =>
    hmac(prk, Buffer.of(0, length), 'HPKE-v1', id, label, context, Buffer.of(1)).subarray(0, length);
  const none = Buffer.alloc(0);
  const dh = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: recipient });
  const shared = expand(kem, extract(kem, none, 'eae_prk', dh), 'shared_secret', Buffer.concat([enc, rawPublic(recipient)]), 32);
  const context = Buffer.concat([Buffer.of(0), extract(suite, none, 'psk_id_hash', none), extract(suite, none, 'info_hash', info)]);
  const secret = extract(suite, shared, 'secret', none);
  const cipher = createCipheriv('aes-256-gcm', expand(suite, secret, 'key', context, 32), expand(suite, secret, 'base_nonce', context, 12));
  cipher.setAAD(aad);
  return Buffer.concat([Buffer.of(1), enc, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}
