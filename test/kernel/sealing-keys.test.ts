import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { KeysRefused } from '../../src/kernel/sealing/key-files.ts';
import { couldReadKeys, createKeyDirectory, createPublicKeyDirectory, openKeyDirectory, openPublicKeyDirectory, sameKeyCheck } from '../../src/kernel/sealing/provider-key.ts';

const base = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => rmSync(base, { recursive: true }));
let count = 0;
const fresh = () => join(base, `d${(count += 1)}`);
const mode = (path: string) => statSync(path).mode & 0o777;

function fault(run: () => unknown): string {
  try {
    run();
    return 'accepted';
  } catch (error) {
    return error instanceof KeysRefused ? error.fault : `threw ${String(error)}`;
  }
}

describe('the key directory', () => {
  it('is made closed to everybody else, whatever the umask', () => {
    const before = process.umask(0);
    const dir = fresh();
    try {
      expect(createKeyDirectory(dir)).toBe('made');
    } finally {
      process.umask(before);
    }
    expect(mode(dir)).toBe(0o700);
    expect(readdirSync(dir).sort()).toEqual(['provider.key', 'root.key']);
    for (const name of readdirSync(dir)) expect(mode(join(dir, name))).toBe(0o600);
  });

  it('is never overwritten: a second start finds the same keys', () => {
    const dir = fresh();
    createKeyDirectory(dir);
    const before = readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8'));
    expect(createKeyDirectory(dir)).toBe('kept');
    expect(readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual(before);
  });

  it('goes on where a first start was killed half way', () => {
    const dir = fresh();
    createKeyDirectory(dir);
    const root = readFileSync(join(dir, 'root.key'), 'utf8');
    rmSync(join(dir, 'provider.key'));
    expect(createKeyDirectory(dir)).toBe('made');
    expect(readFileSync(join(dir, 'root.key'), 'utf8')).toBe(root);
  });

  it('is refused when anybody else could get at it', () => {
    const dir = fresh();
    createKeyDirectory(dir);
    for (const loose of [0o750, 0o705, 0o701, 0o777]) {
      chmodSync(dir, loose);
      expect(fault(() => openKeyDirectory(dir))).toBe('loose');
      expect(fault(() => createKeyDirectory(dir))).toBe('loose');
    }
    chmodSync(dir, 0o700);
    for (const name of ['provider.key', 'root.key']) {
      chmodSync(join(dir, name), 0o640);
      expect(fault(() => openKeyDirectory(dir))).toBe('loose');
      chmodSync(join(dir, name), 0o600);
    }
    expect(fault(() => openKeyDirectory(dir))).toBe('accepted');
  });

  it('is refused when it is missing, a link, or holds no key, and says so without quoting the file', () => {
    const dir = fresh();
    expect(fault(() => openKeyDirectory(dir))).toBe('missing');
    createKeyDirectory(dir);
    const link = fresh();
    symlinkSync(dir, link);
    expect(fault(() => openKeyDirectory(link))).toBe('not-a-directory');
    renameSync(join(dir, 'provider.key'), join(dir, 'elsewhere'));
    expect(fault(() => openKeyDirectory(dir))).toBe('missing');
    symlinkSync(join(dir, 'elsewhere'), join(dir, 'provider.key'));
    expect(fault(() => openKeyDirectory(dir))).toBe('not-a-file');
    rmSync(join(dir, 'provider.key'));
    mkdirSync(join(dir, 'provider.key'), { mode: 0o700 });
    expect(fault(() => openKeyDirectory(dir))).toBe('not-a-file');
    rmSync(join(dir, 'provider.key'), { recursive: true });
    writeFileSync(join(dir, 'provider.key'), 'hemmelig', { mode: 0o600 });
    expect(() => openKeyDirectory(dir)).toThrow(/inneholder ikke en nøkkel/);
    expect(() => openKeyDirectory(dir)).not.toThrow(/hemmelig/);
    rmSync(join(dir, 'provider.key'));
    createKeyDirectory(dir);
    writeFileSync(join(dir, 'root.key'), generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
    expect(fault(() => openKeyDirectory(dir))).toBe('broken');
  });

  it.runIf(process.geteuid?.() === 0)('is refused when a key belongs to another user, who could read and change it', () => {
    const dir = fresh();
    createKeyDirectory(dir);
    chownSync(join(dir, 'provider.key'), 12_345, 12_345);
    expect(fault(() => openKeyDirectory(dir))).toBe('foreign');
    chownSync(dir, 12_345, 12_345);
    expect(fault(() => createKeyDirectory(dir))).toBe('foreign');
  });

  it('shows by its key check that data and keys belong together', () => {
    const [one, two] = [fresh(), fresh()];
    createKeyDirectory(one);
    createKeyDirectory(two);
    const check = (dir: string) => openKeyDirectory(dir).provider.keyCheck();
    expect(check(one)).toHaveLength(16);
    expect(sameKeyCheck(check(one), check(one))).toBe(true);
    expect(sameKeyCheck(check(one), check(two))).toBe(false);
    expect(sameKeyCheck(check(one), Buffer.alloc(0))).toBe(false);
    const whole = check(one);
    writeFileSync(join(one, 'root.key'), readFileSync(join(two, 'root.key')));
    expect(sameKeyCheck(whole, check(one))).toBe(false);
  });
});

describe('the public process', () => {
  it('gets a form-token key and the public half of the root, and no way to sign or unwrap', () => {
    const [house, open] = [fresh(), fresh()];
    createKeyDirectory(house);
    const { rootPublic, rootPrivate } = openKeyDirectory(house);
    expect(createPublicKeyDirectory(open, rootPublic)).toBe('made');
    expect(createPublicKeyDirectory(open, rootPublic)).toBe('kept');
    expect(mode(open)).toBe(0o700);
    expect(readdirSync(open).sort()).toEqual(['form-token.key', 'root.pub']);
    for (const name of readdirSync(open)) {
      expect(mode(join(open, name))).toBe(0o600);
      expect(readFileSync(join(open, name), 'utf8')).not.toMatch(/PRIVATE/);
    }
    const keys = openPublicKeyDirectory(open);
    expect(keys.rootPublic.type).toBe('public');
    expect(keys.rootPublic.equals(createPublicKey(rootPrivate))).toBe(true);
    expect(keys.formToken.equals(keys.fingerprint)).toBe(false);
  });

  it('does not take over a directory that trusts another root', () => {
    const [one, two, open] = [fresh(), fresh(), fresh()];
    createKeyDirectory(one);
    createKeyDirectory(two);
    createPublicKeyDirectory(open, openKeyDirectory(one).rootPublic);
    expect(fault(() => createPublicKeyDirectory(open, openKeyDirectory(two).rootPublic))).toBe('mismatch');
  });

  it('can find out that it could read the house keys', () => {
    const dir = fresh();
    expect(couldReadKeys(dir)).toBe(false);
    createKeyDirectory(dir);
    expect(couldReadKeys(dir)).toBe(true);
  });
});
