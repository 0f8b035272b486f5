import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantsText, readSchema, schemaText, type SchemaShape, type TableShape } from '../support/schema.ts';
import { newWorld, NORDFJELLA, type World } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Nothing in these is about a person; docs/threat-model.md says what each tells. */
const WITHOUT_REGION = ['kernel.deployment', 'kernel.identity_index', 'kernel.region_register', 'stats.country_sum'];

/** What is written here stays as it was written. */
const APPEND_ONLY = ['app.breach', 'app.case_document_file', 'app.case_letter_template', 'app.municipality_hours', 'app.publication_part', 'app.published_site', 'app.return_allowance', 'app.return_sending', 'kernel.audit_block', 'kernel.audit_event', 'kernel.file', 'kernel.file_disposed', 'kernel.file_event', 'kernel.file_exclusion'];

/** kernel.protect() writes these, and nothing else may. */
const REGION = "(region_id = (NULLIF(current_setting('app.region'::text, true), ''::text))::uuid)";
const OPENED = "(file_id = ANY ((COALESCE(NULLIF(current_setting('app.files'::text, true), ''::text), '{}'::text))::uuid[]))";

let world: World;
let superuser: pg.Client;
let owner: pg.Client;
let shape: SchemaShape;

beforeAll(async () => {
  world = await newWorld();
  superuser = new pg.Client({ connectionString: world.url('superuser') });
  owner = new pg.Client({ connectionString: world.url('migrator') });
  await superuser.connect();
  await owner.connect();
  shape = await readSchema(superuser);
});
afterAll(async () => {
  await superuser.end();
  await owner.end();
  await world.close();
});

async function names(statement: string): Promise<string[]> {
  return (await superuser.query<{ name: string }>(statement)).rows.map((row) => row.name);
}

function withRegion(): readonly TableShape[] {
  return shape.tables.filter((table) => !WITHOUT_REGION.includes(table.name));
}

function isSealed(table: TableShape): boolean {
  return table.columns.some((column) => column.name === 'file_id') && table.columns.some((column) => column.type === 'bytea' && /^(sealed|wrapped)/.test(column.name));
}

test('nobody changes the shape of the database without showing it: it is what db/schema.txt says, on PostgreSQL 15 and 18', async () => {
  await expect(schemaText(shape)).toMatchFileSnapshot('../../db/schema.txt');
});

describe('no row can be read or written without its region:', () => {
  test('only four tables have none', () => {
    expect(shape.tables.filter((table) => table.columns[0]?.name !== 'region_id').map((table) => table.name)).toEqual(WITHOUT_REGION.filter((name) => name !== 'kernel.region_register'));
    expect(shape.tables.map((table) => table.name)).toEqual(expect.arrayContaining(WITHOUT_REGION));
  });

  test('the region is never empty, and comes first in every key, unique index and reference', () => {
    const wrong = withRegion().flatMap((table) => [
      ...(table.columns[0]?.notNull === true ? [] : [`${table.name}: region_id may be null`]),
      ...(table.constraints.some((constraint) => constraint.kind === 'p') ? [] : [`${table.name}: no primary key`]),
      ...table.constraints.filter((constraint) => constraint.kind !== 'c' && constraint.columns[0] !== 'region_id').map((constraint) => `${table.name}: ${constraint.text}`),
      ...table.indexes.filter((index) => index.unique && index.columns[0] !== 'region_id').map((index) => `${table.name}: ${index.text}`),
    ]);
    expect(wrong).toEqual([]);
  });

  test('row security is on and forced, with exactly the two policies that kernel.protect writes', () => {
    const wrong = withRegion().filter((table) => {
      const test_ = isSealed(table) ? `(${REGION} AND ${OPENED})` : REGION;
      const expected = [
        { name: 'backup', command: 'r', roles: ['vv_backup'], using: 'true', check: null },
        { name: 'region', command: '*', roles: ['PUBLIC'], using: test_, check: test_ },
      ];
      return !table.secured || !table.forced || JSON.stringify(table.policies, ['name', 'command', 'roles', 'using', 'check']) !== JSON.stringify(expected, ['name', 'command', 'roles', 'using', 'check']);
    });
    expect(wrong.map((table) => ({ table: table.name, policies: table.policies }))).toEqual([]);
  });

  test('whatever is sealed with a file’s key also asks that the door has opened that file', () => {
    expect(shape.tables.filter(isSealed).map((table) => table.name)).toEqual(expect.arrayContaining(['kernel.file_event', 'kernel.file_key']));
  });

  test('no view shows more than its reader may see, and no sequence tells how many there are', () => {
    expect(shape.others.filter((other) => !/^v .* security_invoker=(true|on)/.test(other))).toEqual([]);
  });
});

describe('nothing that was written can be written over:', () => {
  test('these tables are append-only, and no others are said to be', () => {
    const guarded = shape.tables.filter((table) => table.triggers.some((trigger) => /BEFORE (DELETE OR UPDATE|UPDATE OR DELETE) ON .* FOR EACH ROW EXECUTE FUNCTION kernel\.refuse_change\(\)$/.test(trigger))
      && table.triggers.some((trigger) => /BEFORE TRUNCATE ON .* FOR EACH STATEMENT EXECUTE FUNCTION kernel\.refuse_change\(\)$/.test(trigger)));
    expect(guarded.map((table) => table.name)).toEqual(APPEND_ONLY);
  });

  test('no role may change or delete their rows', () => {
    const rights = shape.tables.filter((table) => APPEND_ONLY.includes(table.name)).flatMap((table) => table.grants.map((grant) => grant.right));
    expect([...new Set(rights)].sort()).toEqual(['insert', 'select']);
  });

  test.each(APPEND_ONLY)('%s refuses UPDATE, DELETE and TRUNCATE even when its owner asks', async (table) => {
    await superuser.query(`insert into kernel.file (region_id, file_id, kind, created_at) select region_id, '33333333-3333-4333-8333-333333333333', 'x', '2026-01-01' from kernel.region_register on conflict do nothing`);
    await superuser.query(`insert into kernel.file_event select region_id, file_id, 1, file_id, 'X', 1, 'system', created_at, created_at, '', '' from kernel.file on conflict do nothing`);
    await superuser.query(`insert into kernel.file_exclusion select region_id, file_id, '' from kernel.file on conflict do nothing`);
    await superuser.query(`insert into app.case_document_file select region_id, file_id, file_id, 1, created_at, '' from kernel.file on conflict do nothing`);
    await superuser.query(`insert into app.case_letter_template select region_id, 'BREV', 'nb', 1, '', user_id, '2026-01-01' from app.staff_member on conflict do nothing`);
    await superuser.query(`insert into kernel.file_disposed select region_id, file_id, created_at from kernel.file on conflict do nothing`);
    await superuser.query(`insert into app.breach select region_id, user_id, 1, '2026-01-01', false, user_id, '2026-01-01', '', '{}' from app.staff_member on conflict do nothing`);
    await superuser.query(`insert into app.publication select region_id, user_id, 'R1', 'nb', '2026-01', '2026-12', '2026-12-31', 1, null, 'UNDER_ARBEID', 1, user_id, '2026-01-01' from app.staff_member on conflict do nothing`);
    await superuser.query(`insert into app.publication_part select region_id, user_id, 'PLAN', 1, false, user_id, '2026-01-01', '' from app.staff_member on conflict do nothing`);
    await superuser.query(`insert into app.return_version select region_id, user_id, 'R3', '1', 'TABELLER', '2025-01', '2025-12', 1, user_id, '2026-02-01', null, null, '2026-02-01', '' from app.staff_member on conflict do nothing`);
    await superuser.query(`insert into app.return_sending select region_id, user_id, user_id, 'BUFDIR', '2026-02-01', null, user_id, '2026-02-01' from app.staff_member on conflict do nothing`);
    await superuser.query(`insert into app.municipality select region_id, user_id, '9901', 'Fjordby', '2026-01-01', null, null from app.staff_member on conflict do nothing`);
    await superuser.query(`insert into app.return_decision select region_id, user_id, 'RETUR', 'BUFDIR', null, user_id, '2026-02-01', null, '' from app.staff_member on conflict do nothing`);
    await superuser.query(`insert into app.return_allowance select region_id, user_id, user_id, user_id, '2026-02-01' from app.staff_member on conflict do nothing`);
    await superuser.query(`insert into app.municipality_hours select region_id, user_id, '2026-01', 1, 37, user_id, '2026-02-01' from app.staff_member on conflict do nothing`);
    await superuser.query(`insert into kernel.audit_block select region_id, 1, '', '0', '0', '{}', '', '', '', created_at from kernel.region_register on conflict do nothing`);
    await owner.query(`select set_config('app.region', $1, false), set_config('app.files', '{33333333-3333-4333-8333-333333333333}', false)`, [NORDFJELLA]);
    for (const statement of [`update ${table} set region_id = region_id`, `delete from ${table}`, `truncate ${table} cascade`]) {
      await expect(owner.query(statement), statement).rejects.toMatchObject({ code: 'VV001' });
    }
  });
});

describe('no role can do more than its work:', () => {
  test('every right of every role stands in docs/grants.md, and a new one shows there', async () => {
    await expect(grantsText(shape)).toMatchFileSnapshot('../../docs/grants.md');
  });

  test('none is superuser, passes by row security, makes roles or databases, or takes another’s place', async () => {
    expect(await names(`select rolname as name from pg_roles where rolname like 'vv\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit or not rolcanlogin)`)).toEqual([]);
    expect(await names(`select pg_get_userbyid(member) || ' in ' || pg_get_userbyid(roleid) as name from pg_auth_members where pg_get_userbyid(member) like 'vv\\_%' or pg_get_userbyid(roleid) like 'vv\\_%'`)).toEqual([]);
  });

  test('public, house, statistics and backup own nothing; the worker owns the queue alone', async () => {
    const owned = await names(`select distinct pg_get_userbyid(owner) || ' ' || schema as name from (
        select relowner as owner, relnamespace::regnamespace::text as schema from pg_class
        union all select proowner, pronamespace::regnamespace::text from pg_proc
        union all select typowner, typnamespace::regnamespace::text from pg_type
        union all select nspowner, nspname::text from pg_namespace) owned
      where pg_get_userbyid(owner) like 'vv\\_%' and schema not like 'pg\\_toast%' order by 1`);
    expect(owned).toEqual(['vv_migrator app', 'vv_migrator intake', 'vv_migrator kernel', 'vv_migrator migration', 'vv_migrator stats', 'vv_worker graphile_worker', 'vv_worker queue']);
  });

  test('TRUNCATE, TRIGGER, REFERENCES and MAINTAIN are granted to nobody, and nothing to everybody', () => {
    const odd = shape.tables.flatMap((table) => table.grants.filter((grant) => grant.role === 'PUBLIC' || !['select', 'insert', 'update', 'delete'].includes(grant.right)).map((grant) => `${table.name}: ${grant.role} ${grant.right}`));
    expect(odd).toEqual([]);
    expect(shape.schemas.flatMap((schema) => schema.grants.filter((grant) => grant.role === 'PUBLIC' || grant.right !== 'usage').map((grant) => `${schema.name}: ${grant.role} ${grant.right}`))).toEqual([]);
  });

  test('no later table is born with grants', async () => {
    expect(await names('select defaclobjtype::text as name from pg_default_acl')).toEqual([]);
  });

  test('no role makes tables or schemas of its own, not even for a moment', async () => {
    expect(await names(`select rolname as name from pg_roles where rolname in ('vv_public', 'vv_house', 'vv_statistics', 'vv_backup')
      and (has_database_privilege(rolname, current_database(), 'create') or has_database_privilege(rolname, current_database(), 'temp')
        or exists (select 1 from pg_namespace n where n.nspname not like 'pg\\_%' and has_schema_privilege(rolname, n.oid, 'create')))`)).toEqual([]);
  });

  test('a function that runs with its owner’s rights looks names up in one place only, and not everybody may call it', () => {
    const definers = shape.routines.filter((routine) => routine.definer);
    expect(definers.length).toBeGreaterThan(3);
    expect(definers.filter((routine) => routine.settings.join() !== 'search_path=pg_catalog, pg_temp' || routine.execute.includes('PUBLIC')).map((routine) => routine.name)).toEqual([]);
  });
});

describe('the public process', () => {
  const OUTSIDE = "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_toast%'";

  test('can call these functions and nothing else', async () => {
    expect(await names(`select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${OUTSIDE} and has_schema_privilege('vv_public', n.oid, 'usage') and has_function_privilege('vv_public', p.oid, 'execute') order by 1`))
      .toEqual(['intake.add_message', 'intake.answer_question', 'intake.draft_spent', 'intake.find_window', 'intake.may_add_file', 'intake.open_question', 'intake.published_site', 'intake.spend_draft', 'intake.submit']);
  });

  test('can read and write no table, view or sequence, not a single column', async () => {
    expect(await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OUTSIDE} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        and (case c.relkind when 'S' then has_sequence_privilege('vv_public', c.oid, 'usage, select, update')
          else has_table_privilege('vv_public', c.oid, 'select, insert, update, delete, truncate') or has_any_column_privilege('vv_public', c.oid, 'select, insert, update') end)
      order by 1`)).toEqual([]);
  });
});

test('the backup login can read everything that a dump holds: what it could not read would be missing on the day it is needed', async () => {
  const outside = "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'";
  const { rows } = await superuser.query<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${outside} and c.relkind in ('r', 'p', 'v', 'S')
      and not (has_schema_privilege('vv_backup', n.oid, 'usage') and case c.relkind when 'S' then has_sequence_privilege('vv_backup', c.oid, 'select') else has_table_privilege('vv_backup', c.oid, 'select') end) order by 1`);
  expect(rows.map((row) => row.name)).toEqual([]);
});

test('no moment comes from the database: no default, no function and no migration asks it for the time', async () => {
  const CLOCKS = /\b(now\s*\(|current_timestamp|current_date|current_time|localtime|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)/i;
  expect(shape.tables.flatMap((table) => table.columns.filter((column) => column.default !== null).map((column) => `${table.name}.${column.name} default ${column.default}`))).toEqual([]);
  const folder = join(ROOT, 'db/migrations');
  expect(readdirSync(folder).filter((file) => CLOCKS.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
});
