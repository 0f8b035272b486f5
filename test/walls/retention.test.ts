import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENDINGS, RETENTION_TABLE } from '../../src/privacy/codes/retention.ts';
import { retentionDocument } from '../../src/privacy/retention-document.ts';
import { ROOT, sourcePaths, textOf } from './sources.ts';

const TABLES = [...textOf('db/schema.txt').matchAll(/^table ([a-z]+\.[a-z_]+) /gm)].map(([, table = '']) => table);

describe('arkivforskrifta § 3, bevaringsforskrifta § 3: how long everything is kept', () => {
  test('every table belongs to exactly one row: nothing new is stored before somebody has said how it ends', () => {
    expect(TABLES.length).toBeGreaterThan(80);
    expect(RETENTION_TABLE.flatMap(({ tables }) => tables).toSorted()).toEqual(TABLES.toSorted());
  });
  test('what is said to do it is there', () => {
    expect(RETENTION_TABLE.flatMap(({ by }) => by).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(RETENTION_TABLE.filter(({ by, ends }) => by.length === 0 && ends !== 'BLIR').map(({ record }) => record)).toEqual([]);
  });
  test('nothing deletes what is said to stay, but what its row names', () => {
    const deletes = sourcePaths('src').flatMap((path) => [...textOf(path).matchAll(/(?:deleteFrom\('|delete from )([a-z]+\.[a-z_]+)/g)].map(([, table = '']) => ({ path, table })));
    expect(deletes.length).toBeGreaterThan(20);
    const stays = RETENTION_TABLE.filter(({ ends }) => ends === 'BLIR');
    expect(deletes.filter(({ path, table }) => stays.some(({ tables, by }) => tables.includes(table) && !by.includes(path)))).toEqual([]);
  });
  test('what goes by itself is no documentation, or is told of elsewhere: no concern, case, advice or log is among it', () => {
    const alone = RETENTION_TABLE.filter(({ ends }) => ends === 'SELV').flatMap(({ tables }) => tables);
    for (const kept of ['kernel.file_event', 'app.report', 'app.case_file', 'app.consultation', 'app.report_file', 'app.desk_enquiry', 'app.report_ledger', 'kernel.audit_event', 'app.disposal', 'app.publication', 'app.return_version']) expect(alone).not.toContain(kept);
    expect(Object.keys(ENDINGS).filter((ending) => !RETENTION_TABLE.some(({ ends }) => ends === ending))).toEqual([]);
  });
  test('GDPR art. 30: the record of processing has every row, and names none that is not there, so that nothing is kept that it does not tell of', () => {
    const told = textOf('docs/personvern/behandlingsprotokoll.md').split('\n').filter((line) => line.startsWith('| ')).slice(2).flatMap((line) => (line.slice(2, -2).split(' | ').at(-1) ?? '').split('<br>'));
    expect([...new Set(told)].toSorted()).toEqual(RETENTION_TABLE.map(({ record }) => record).toSorted());
  });
  test('docs/retention.md prints it (-u or WRITE_DOCS=1 writes it anew)', async () => {
    await expect(retentionDocument()).toMatchFileSnapshot('../../docs/retention.md');
  });
});
