import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CannotClean, openCleaner, Unsafe, type Cleaner } from '../../src/kernel/files/cleaner.ts';
import { ZIP_LIMITS } from '../../src/kernel/files/zip.ts';
import type { FileKind } from '../../src/kernel/files/kinds.ts';
import { docx, jpeg, mp4, pdf, TOLD } from '../support/sample-files.ts';

const ROOT = join(import.meta.dirname, '../..');
let folder: string;
let cleaner: Cleaner;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vv-cleaner-'));
  execFileSync(process.execPath, ['--input-type=module', '-e', `const { bundleAlone } = await import(${JSON.stringify(join(ROOT, 'build.mjs'))}); await bundleAlone(${JSON.stringify(folder)});`], { cwd: ROOT });
  cleaner = openCleaner({ program: join(folder, 'clean-file.mjs') });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function* inPieces(bytes: Buffer, size = 1000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function copyOf(by: Cleaner, kind: FileKind, bytes: Buffer): Promise<{ bytes: Buffer; complete: boolean }> {
  const copy = by.clean(kind, inPieces(bytes));
  const all: Buffer[] = [];
  for await (const piece of copy.pieces) all.push(piece);
  return { bytes: Buffer.concat(all), complete: copy.complete() };
}

test('a photograph, a letter and a film come back without what they tell', async () => {
  for (const [kind, bytes] of [['jpeg', jpeg()], ['pdf', await pdf()], ['mp4', mp4()]] as const) {
    const copy = await copyOf(cleaner, kind, bytes);
    expect(copy.complete).toBe(true);
    expect(copy.bytes.includes(TOLD)).toBe(false);
  }
  expect((await copyOf(cleaner, 'mp4', mp4(true))).complete).toBe(false);
});

test('what cannot be cleaned gives no copy, and a source that fails gives none either', async () => {
  await expect(copyOf(cleaner, 'pdf', Buffer.from('%PDF-1.7 og så ingenting'))).rejects.toThrow(CannotClean);
  const failing = (async function* () { yield jpeg().subarray(0, 20); throw new Error('the seal is broken'); })();
  await expect((async () => { for await (const piece of cleaner.clean('jpeg', failing).pieces) expect(piece).toBeDefined(); })()).rejects.toThrow('the seal is broken');
});

test('a letter that unpacks to more than a machine should take in is told as unsafe, and an ordinary one stays as it was sent', async () => {
  await expect(copyOf(cleaner, 'docx', docx())).rejects.toThrow(CannotClean);
  const bomb = docx([['word/media/image1.bmp', Buffer.alloc(ZIP_LIMITS.bytes)]]);
  expect(bomb.length).toBeLessThan(400_000);
  await expect(copyOf(cleaner, 'docx', bomb)).rejects.toThrow(Unsafe);
});

test('a PDF that unpacks without end takes down the child that reads it, and nothing else', async () => {
  const packed = deflateSync(Buffer.alloc(700 * 1024 * 1024));
  const bomb = Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n3 0 obj\n<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`),
    packed, Buffer.from('\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);
  await expect(copyOf(cleaner, 'pdf', bomb)).rejects.toThrow(Unsafe);
  expect((await copyOf(cleaner, 'jpeg', jpeg())).complete).toBe(true);
}, 60_000);

describe('a file that takes over the program which reads it finds', () => {
  async function inside(code: string, more: Partial<Parameters<typeof openCleaner>[0]> = {}, kind: 'pdf' | 'docx' = 'pdf'): Promise<string> {
    const program = join(folder, `evil-${Math.abs(code.length)}.mjs`);
    writeFileSync(program, `process.stdin.resume(); const say = (text) => process.stdout.write(text + '\\n');\n${code}`);
    return (await copyOf(openCleaner({ program, ...more }), kind, Buffer.from('x'))).bytes.toString();
  }

  test('no environment and no argument but the kind', async () => {
    expect(await inside("say(JSON.stringify([process.env, process.argv.slice(2), process.cwd()]));")).toBe('[{},["pdf"],"/"]\n');
  });

  test('no file to read or write, and no program to start', async () => {
    const said = await inside("import fs from 'node:fs'; import child from 'node:child_process';\nfor (const work of [() => fs.readFileSync('/etc/passwd'), () => fs.writeFileSync('/tmp/x', 'x'), () => child.execFileSync('true')]) { try { work(); say('did it'); } catch (error) { say(error.code); } }");
    expect(said).toBe('ERR_ACCESS_DENIED\nERR_ACCESS_DENIED\nERR_ACCESS_DENIED\n');
  });

  test('no network, where this machine can take it away', async ({ skip }) => {
    skip(!cleaner.withoutNetwork, 'this machine lets nobody start a program without network');
    const server = await import('node:net').then((net) => new Promise<{ port: number; close: () => void }>((resolve) => {
      const one = net.createServer((socket) => socket.end('reached')).listen(0, '127.0.0.1', () => {
        const address = one.address();
        resolve({ port: typeof address === 'object' && address !== null ? address.port : 0, close: () => one.close() });
      });
    }));
    const said = await inside(`import net from 'node:net';\nnet.connect(${server.port}, '127.0.0.1').on('data', (text) => say(String(text))).on('error', (error) => say(error.code));`);
    server.close();
    expect(said).toMatch(/^(ENETUNREACH|ECONNREFUSED|ENETDOWN|EADDRNOTAVAIL)\n$/);
  });

  test('no time without end, and no room without end', async () => {
    await expect(inside('setInterval(() => undefined, 1000);', { timeMs: 500 })).rejects.toThrow(CannotClean);
    await expect(inside("const more = () => process.stdout.write('x'.repeat(65536), more); more();", { mostBytes: 1_000_000 })).rejects.toThrow(CannotClean);
    const hoards = "const all = []; setInterval(() => all.length < 30 && all.push(Buffer.alloc(20_000_000, 1)), 20); setTimeout(() => process.exit(0), 5_000);";
    await expect(inside(hoards, { mostMemory: 300_000_000 }), 'Node bounds no buffer').rejects.toThrow(Unsafe);
  });

  test('no way to pass for a sound letter: a control that was stopped, fell over or said anything but its own word leaves the letter closed', async () => {
    await expect(inside('setInterval(() => undefined, 1000);', { timeMs: 500 }, 'docx')).rejects.toThrow(Unsafe);
    for (const end of ["process.kill(process.pid, 'SIGKILL')", 'process.exit(0)', 'process.exit(1)', 'process.exit(3)']) await expect(inside(end, {}, 'docx'), end).rejects.toThrow(Unsafe);
    await expect(inside('process.exit(4)', {}, 'docx')).rejects.toThrow(CannotClean);
  });
});
