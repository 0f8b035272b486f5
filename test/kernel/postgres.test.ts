import { mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { clusterAddress, runningCluster } from '../../src/kernel/postgres/address.ts';
import { findBinaries } from '../../src/kernel/postgres/binaries.ts';
import { readPostmasterFile } from '../../src/kernel/postgres/postmaster-file.ts';
import { isAlive, processMark } from '../../src/kernel/postgres/processes.ts';
import { clusterSecret, readSecret, rolePassword } from '../../src/kernel/postgres/secret.ts';
import { makeSocketDirectory, removeSocketDirectory } from '../../src/kernel/postgres/socket-directory.ts';

const folder = mkdtempSync(join(tmpdir(), 'vv-rules-'));
const me = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('passwords of the embedded database', () => {
  const file = join(folder, 'secret');
  test('nobody but the owner can read where they come from', () => {
    clusterSecret(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
  test('they stay the same from start to start and differ from role to role and cluster to cluster', () => {
    const secret = clusterSecret(file);
    expect(clusterSecret(file)).toEqual(secret);
    const others = ['vv_public', 'vv_house', 'vv_worker'].map((role) => rolePassword(secret, role));
    expect(new Set(others).size).toBe(3);
    expect(rolePassword(clusterSecret(join(folder, 'another')), 'vv_public')).not.toBe(others[0]);
  });
  test('a damaged secret is not taken for one', () => {
    writeFileSync(join(folder, 'damaged'), 'abc\n');
    expect(() => readSecret(join(folder, 'damaged'))).toThrow(/damaged/);
  });
});

describe('addresses of the embedded database', () => {
  test('pg and the URL standard read the same from them, whatever the directory is called', () => {
    for (const socketDir of ['/tmp/a', '/home/kari nordmann/år 2026/data/socket', '/tmp/100%/x?y#z']) {
      const address = clusterAddress(socketDir, 5432, Buffer.alloc(32, 7));
      const client = new pg.Client({ connectionString: address.urlOf('vv_house', 'voksenvern') });
      expect([client.host, client.port, client.user, client.database, client.password], socketDir)
        .toEqual([socketDir, 5432, 'vv_house', 'voksenvern', address.passwordOf('vv_house')]);
      expect(new URL(address.superuserUrl).pathname).toBe('/postgres');
    }
  });
  test('a directory without a server has none', () => {
    expect(runningCluster(folder)).toBeUndefined();
  });
});

describe('the directory of the socket', () => {
  test('what a killed server left in it does not stop the next one', () => {
    const wanted = join(folder, 'socket');
    makeSocketDirectory(wanted, 5432, me);
    writeFileSync(join(wanted, '.s.PGSQL.5432.lock'), `${process.pid}\n`);
    expect(makeSocketDirectory(wanted, 5432, me)).toBe(wanted);
    expect(() => statSync(join(wanted, '.s.PGSQL.5432.lock'))).toThrow(/ENOENT/);
    expect(statSync(wanted).mode & 0o777).toBe(0o700);
  });
  test('a path too long for a socket moves it to a short one, which is removed with the next and with the last', () => {
    const wanted = join(folder, 'x'.repeat(100), 'socket');
    mkdirSync(join(folder, 'x'.repeat(100)));
    const first = makeSocketDirectory(wanted, 5432, me);
    const second = makeSocketDirectory(wanted, 5432, me);
    expect(first.length).toBeLessThan(80);
    expect(() => statSync(first)).toThrow(/ENOENT/);
    expect(statSync(second).mode & 0o777).toBe(0o700);
    removeSocketDirectory(wanted);
    expect(() => statSync(second)).toThrow(/ENOENT/);
  });
});

describe('who is running', () => {
  test('a process is told from a later one with the same number', () => {
    const mark = processMark(process.pid);
    expect(mark !== undefined && isAlive(mark)).toBe(true);
    expect(isAlive({ pid: process.pid, started: 'another boot/1' })).toBe(false);
    expect(processMark(2 ** 22 + 1)).toBeUndefined();
  });
  test('a server file that names a process which is no server of this cluster counts as left behind', () => {
    const cluster = join(folder, 'cluster');
    mkdirSync(cluster);
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n/tmp/s\n\n1 2\nready   \n`);
    expect(readPostmasterFile(cluster)).toEqual({ pid: process.pid, port: 5432, socketDir: '/tmp/s', ready: true, alive: false });
  });
});

describe('the programs', () => {
  test('the installed package is left as it was: its library links are made in our own folder', () => {
    const libraries = join(folder, 'libraries');
    const found = findBinaries(undefined, libraries);
    expect(found.major).toBeGreaterThanOrEqual(15);
    expect(found.env['LD_LIBRARY_PATH']).toContain(libraries);
    expect(readFileSync(join(libraries, 'libicuuc.so.60')).length).toBeGreaterThan(1_000_000);
  });
  test('a PG_BIN without the programs is named', () => {
    expect(() => findBinaries(folder, join(folder, 'libraries'))).toThrow(/^PG_BIN må peke på/);
  });
});
