import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleKeys, readBundle, restoreBundle, type KeyBundle } from '../../src/kernel/sealing/key-backup.ts';
import { createKeyDirectory, createPublicKeyDirectory, openKeyDirectory, openPublicKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { day } from '../../src/kernel/time.ts';
import { joined, writeShares } from '../../src/tools/keys-backup.ts';
import { newShareSet, readShare, shareText } from '../../src/tools/share-text.ts';

const base = mkdtempSync(join(tmpdir(), 'vv-shares-'));
afterAll(() => rmSync(base, { recursive: true }));
let count = 0;
const fresh = () => join(base, `d${(count += 1)}`);
const MADE = day('2026-03-02') ?? never();

function never(): never {
  throw new Error('a literal is wrong');
}

function newKeys(): { dir: string; open: string; bundle: KeyBundle } {
  const [dir, open] = [fresh(), fresh()];
  createKeyDirectory(dir);
  createPublicKeyDirectory(open, openKeyDirectory(dir).rootPublic);
  return { dir, open, bundle: bundleKeys(dir, open) };
}

function shared(bundle: KeyBundle): [string, string, string] {
  const [one = '', two = '', three = ''] = writeShares(bundle, fresh(), { bytes: randomBytes }, MADE);
  return [one, two, three];
}

/** All files of a directory with what stands in them. */
function contents(dir: string): Record<string, string> {
  return Object.fromEntries(readdirSync(dir).sort().map((name) => [name, readFileSync(join(dir, name), 'utf8')]));
}

describe('a backup in shares', () => {
  test('gives back the very files that were lost, from any two of the three', () => {
    const { dir, open, bundle } = newKeys();
    const files = shared(bundle);
    for (const two of [[files[0], files[1]], [files[2], files[0]], [files[1], files[2]], [...files]]) {
      const [to, toOpen] = [fresh(), fresh()];
      expect(restoreBundle(joined(two), to, toOpen)).toBe('restored');
      expect(contents(to)).toEqual(contents(dir));
      expect(contents(toOpen)).toEqual(contents(open));
      expect(openKeyDirectory(to).provider.keyCheck().equals(openKeyDirectory(dir).provider.keyCheck())).toBe(true);
      expect(openPublicKeyDirectory(toOpen).formToken.equals(openPublicKeyDirectory(open).formToken)).toBe(true);
      expect(statSync(to).mode & 0o777).toBe(0o700);
    }
  });

  test('no share holds a key or a part of one, in any writing, and only its owner can read it', () => {
    const { bundle } = newKeys();
    for (const file of shared(bundle)) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const { bytes } = readShare(readFileSync(file, 'utf8'), file).share;
      for (let at = 1; at + 6 <= bundle.length; at += 1) expect(bytes.includes(bundle.subarray(at, at + 6))).toBe(false);
    }
  });

  test('can be typed off paper: case, spaces, dashes and the letters that look like numbers do not matter', () => {
    const share = { set: newShareSet(randomBytes(5)), share: { x: 2, bytes: randomBytes(105) } };
    const text = shareText(share, MADE);
    const rows = text.split('\n').filter((row) => /^ ?\d/.test(row));
    expect(rows).toHaveLength(7);
    expect(rows.every((row) => row.length <= 60)).toBe(true);
    const typed = text.split('\n').map((line) => (/^ ?\d/.test(line) ? line.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace(/^\s*(\S+)/, (number) => number.replaceAll('l', '1')).replaceAll(' ', '  ') : line)).join('\r\n');
    expect(readShare(typed, 'ark')).toEqual(share);
  });

  test('a slip of the pen is found, and the sentence says in which row', () => {
    fc.assert(fc.property(fc.nat(6), fc.nat(23), fc.integer({ min: 1, max: 31 }), (row, column, by) => {
      const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
      const text = shareText({ set: newShareSet(Buffer.from('12345')), share: { x: 1, bytes: Buffer.from(Array.from({ length: 120 }, (_, n) => (n * 37) % 256)) } }, MADE);
      const lines = text.split('\n');
      const at = lines.findIndex((line) => line.startsWith(' 1  ')) + row;
      const place = 4 + column + Math.floor(column / 4);
      const line = lines[at] ?? never();
      lines[at] = `${line.slice(0, place)}${alphabet[(alphabet.indexOf(line[place] ?? never()) + by) % 32]}${line.slice(place + 1)}`;
      try {
        readShare(lines.join('\n'), 'ark');
        return false;
      } catch (error) {
        return error instanceof Error && error.message === `ark: rad ${row + 1} er ikke som den skal. Se etter en skrivefeil der.`;
      }
    }), { seed: 7, numRuns: 300 }); // two letters let one slip in a thousand through; the shares' own check finds that one
  });
});

describe('one clear sentence, and nothing is written, where', () => {
  const sentence = (files: readonly string[]): string => {
    try {
      joined(files);
      return 'accepted';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };

  test('the shares are of two backups, the same twice, alone, or no shares', () => {
    const { bundle } = newKeys();
    const [mine, other] = [shared(bundle), shared(bundle)];
    expect(sentence([mine[0], other[1]])).toBe('Andelene er fra forskjellige sikkerhetskopier. Bruk to der det står samme sett.');
    expect(sentence([mine[0], mine[0]])).toBe('Samme andel er oppgitt to ganger. To forskjellige må til.');
    expect(sentence([mine[0]])).toBe('To andeler må til.');
    expect(sentence([mine[0], join(base, 'nothing')])).toMatch(/^Filen .* kan ikke leses\.$/);
    const letter = join(base, 'brev.txt');
    writeFileSync(letter, 'Kjære deg');
    expect(sentence([mine[0], letter])).toMatch(/er ikke en nøkkelandel/);
    writeFileSync(letter, readFileSync(mine[1], 'utf8').split('\n').filter((row) => !row.startsWith(' 7')).join('\n'));
    expect(sentence([mine[0], letter])).toBe('En av andelene mangler rader.');
  });

  test('a share was forged with all its checks right; the third then helps', () => {
    const { bundle } = newKeys();
    const files = shared(bundle);
    const real = readShare(readFileSync(files[1], 'utf8'), 'x');
    const forged = join(base, 'forged.txt');
    writeFileSync(forged, shareText({ ...real, share: { x: 2, bytes: Buffer.from(real.share.bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte))) } }, MADE));
    expect(sentence([files[0], forged])).toBe('Andelene gir ikke nøklene tilbake: en av dem er endret. Prøv med den tredje.');
    expect(joined([files[0], forged, files[2]]).equals(bundle)).toBe(true);
  });

  test('other keys lie in the way, in either directory', () => {
    const [mine, other] = [newKeys(), newKeys()];
    const before = [contents(other.dir), contents(other.open)];
    expect(() => restoreBundle(mine.bundle, other.dir, fresh())).toThrow(/ligger andre nøkler/);
    const empty = fresh();
    expect(() => restoreBundle(mine.bundle, empty, other.open)).toThrow(/hører til andre nøkler/);
    expect(existsSync(empty)).toBe(false);
    expect([contents(other.dir), contents(other.open)]).toEqual(before);
  });

  test('what is restored is no bundle', () => {
    const { bundle } = newKeys();
    expect(readBundle(Buffer.from(bundle.subarray(1)))).toBeUndefined();
    for (let at = 0; at < bundle.length; at += 1) expect(readBundle(Buffer.from(bundle.map((byte, n) => (n === at ? byte ^ 0x10 : byte))))).toBeUndefined();
  });
});

test('half of the keys that is left is completed, and a form-token key that lies there stays', () => {
  const { dir, open, bundle } = newKeys();
  const [kept, whole] = [contents(open), contents(dir)];
  rmSync(join(dir, 'provider.key'));
  expect(restoreBundle(bundle, dir, open)).toBe('restored');
  expect(contents(dir)).toEqual(whole);
  expect(contents(open)).toEqual(kept);
  expect(restoreBundle(bundle, dir, open)).toBe('complete');
  chmodSync(dir, 0o755);
  expect(() => restoreBundle(bundle, dir, open)).toThrow(/Andre kan komme til/);
});
