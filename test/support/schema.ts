import type pg from 'pg';

/** Schemas that are ours; the queue's own tables belong to graphile-worker. */
const OURS = "('app', 'kernel', 'intake', 'queue', 'stats')";

export type TableShape = {
  readonly name: string;
  readonly owner: string;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly notNull: boolean; readonly default: string | null }[];
  /** column names in order; `kind` as in pg_constraint (p, u, f, c) */
  readonly constraints: readonly { readonly kind: string; readonly columns: readonly string[]; readonly text: string }[];
  readonly indexes: readonly { readonly unique: boolean; readonly columns: readonly (string | null)[]; readonly text: string }[];
  readonly policies: readonly { readonly name: string; readonly command: string; readonly roles: readonly string[]; readonly using: string | null; readonly check: string | null }[];
  readonly triggers: readonly string[];
  readonly grants: readonly Grant[];
};

/** `column` undefined where the whole table is meant; `role` PUBLIC for everybody. The owner's own rights are left out. */
export type Grant = { readonly role: string; readonly right: string; readonly column?: string | undefined };

export type RoutineShape = {
  readonly name: string;
  readonly result: string;
  readonly owner: string;
  readonly language: string;
  readonly definer: boolean;
  readonly settings: readonly string[];
  readonly body: string;
  readonly execute: readonly string[];
};

export type SchemaShape = { readonly tables: readonly TableShape[]; readonly routines: readonly RoutineShape[]; readonly schemas: readonly { readonly name: string; readonly owner: string; readonly grants: readonly Grant[] }[]; readonly others: readonly string[] };

const TABLES = `
select n.nspname || '.' || c.relname as name, pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
  (select coalesce(jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull,
      'default', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum), '[]')
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  -- 18 keeps NOT NULL as constraints of kind n; they stand with the columns
  (select coalesce(jsonb_agg(jsonb_build_object('kind', k.contype, 'text', pg_get_constraintdef(k.oid),
      'columns', (select coalesce(jsonb_agg(a.attname order by u.at), '[]') from unnest(k.conkey) with ordinality u(num, at) join pg_attribute a on a.attrelid = c.oid and a.attnum = u.num))
      order by k.contype, pg_get_constraintdef(k.oid)), '[]')
    from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')) as constraints,
  (select coalesce(jsonb_agg(jsonb_build_object('unique', i.indisunique, 'text', pg_get_indexdef(i.indexrelid),
      'columns', (select jsonb_agg(a.attname order by u.at) from unnest(i.indkey::int2[]) with ordinality u(num, at) left join pg_attribute a on a.attrelid = c.oid and a.attnum = u.num))
      order by pg_get_indexdef(i.indexrelid)), '[]')
    from pg_index i where i.indrelid = c.oid and not i.indisprimary) as indexes,
  (select coalesce(jsonb_agg(jsonb_build_object('name', p.polname, 'command', p.polcmd, 'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid),
      'roles', (select jsonb_agg(case r when 0 then 'PUBLIC' else pg_get_userbyid(r) end order by 1) from unnest(p.polroles) r)) order by p.polname), '[]')
    from pg_policy p where p.polrelid = c.oid) as policies,
  (select coalesce(jsonb_agg(pg_get_triggerdef(t.oid) || case t.tgenabled when 'O' then '' else ' (not enabled)' end order by t.tgname), '[]')
    from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers,
  (select coalesce(jsonb_agg(x.given order by x.given->>'role', x.given->>'right', x.given->>'column'), '[]') from (
      select jsonb_build_object('role', case acl.grantee when 0 then 'PUBLIC' else pg_get_userbyid(acl.grantee) end, 'right', lower(acl.privilege_type)) as given
      from aclexplode(c.relacl) acl where acl.grantee <> c.relowner
      union all
      select jsonb_build_object('role', case acl.grantee when 0 then 'PUBLIC' else pg_get_userbyid(acl.grantee) end, 'right', lower(acl.privilege_type), 'column', a.attname)
      from pg_attribute a, aclexplode(a.attacl) acl where a.attrelid = c.oid and acl.grantee <> c.relowner) x) as grants
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ${OURS} and c.relkind in ('r', 'p') order by 1`;

const ROUTINES = `
select n.nspname || '.' || p.proname || '(' || pg_get_function_arguments(p.oid) || ')' as name,
  case p.prokind when 'p' then 'procedure' else pg_get_function_result(p.oid) end as result, pg_get_userbyid(p.proowner) as owner, l.lanname as language,
  p.prosecdef as definer, to_jsonb(coalesce(p.proconfig, '{}')) as settings, md5(p.prosrc) as body,
  (select coalesce(jsonb_agg(case acl.grantee when 0 then 'PUBLIC' else pg_get_userbyid(acl.grantee) end order by 1), '[]')
    from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl where acl.grantee <> p.proowner) as execute
from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
where n.nspname in ${OURS} order by 1`;

const SCHEMAS = `
select n.nspname as name, pg_get_userbyid(n.nspowner) as owner,
  (select coalesce(jsonb_agg(jsonb_build_object('role', case acl.grantee when 0 then 'PUBLIC' else pg_get_userbyid(acl.grantee) end, 'right', lower(acl.privilege_type))
      order by pg_get_userbyid(acl.grantee), acl.privilege_type), '[]')
    from aclexplode(n.nspacl) acl where acl.grantee <> n.nspowner) as grants
from pg_namespace n where n.nspname in ${OURS} order by 1`;

/** Views, sequences and whatever else a table is not. */
const OTHERS = `
select c.relkind::text || ' ' || n.nspname || '.' || c.relname || coalesce(' ' || array_to_string(c.reloptions, ' '), '') as name
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ${OURS} and c.relkind not in ('r', 'p', 'i', 'I', 't', 'c') order by 1`;

/** Reads the shape of the database out of PostgreSQL's own catalogue; the same words on 15 and on 18. */
export async function readSchema(client: pg.Client): Promise<SchemaShape> {
  await client.query('set search_path = pg_catalog');
  const tables = await client.query<TableShape>(TABLES);
  const routines = await client.query<RoutineShape>(ROUTINES);
  const schemas = await client.query<SchemaShape['schemas'][number]>(SCHEMAS);
  const others = await client.query<{ name: string }>(OTHERS);
  return { tables: tables.rows, routines: routines.rows, schemas: schemas.rows, others: others.rows.map((row) => row.name) };
}

function grantLines(grants: readonly Grant[]): string[] {
  const roles = [...new Set(grants.map((grant) => grant.role))];
  return roles.map((role) => {
    const own = grants.filter((grant) => grant.role === role);
    return `  ${role} may ${rightsText(own)}`;
  });
}

/** `select, update (seen_at, decided_at)`. */
export function rightsText(grants: readonly Grant[]): string {
  return [...new Set(grants.map((grant) => grant.right))].map((right) => {
    const columns = grants.filter((grant) => grant.right === right).flatMap((grant) => grant.column ?? []);
    const whole = grants.some((grant) => grant.right === right && grant.column === undefined);
    return whole ? right : `${right} (${columns.join(', ')})`;
  }).join(', ');
}

/** The whole catalogue as text: db/schema.txt. */
export function schemaText(shape: SchemaShape): string {
  const security = (table: TableShape): string => (table.forced ? 'row security forced' : table.secured ? 'row security, not for the owner' : 'no row security');
  const sections = [
    ...shape.schemas.map((schema) => [`schema ${schema.name} (${schema.owner})`, ...grantLines(schema.grants)]),
    ...shape.tables.map((table) => [
      `table ${table.name} (${table.owner}, ${security(table)})`,
      ...table.columns.map((column) => `  ${column.name} ${column.type}${column.notNull ? ' not null' : ''}${column.default === null ? '' : ` default ${column.default}`}`),
      ...table.constraints.map((constraint) => `  ${constraint.text}`),
      ...table.indexes.map((index) => `  ${index.text}`),
      ...table.policies.map((policy) => `  policy ${policy.name} for ${policy.command} to ${policy.roles.join(', ')} using ${policy.using ?? '–'} check ${policy.check ?? '–'}`),
      ...table.triggers.map((trigger) => `  ${trigger}`),
      ...grantLines(table.grants),
    ]),
    ...shape.routines.map((routine) => [
      `routine ${routine.name}`,
      `  ${routine.result}, ${routine.language}${routine.definer ? ', security definer' : ''} (${routine.owner})`,
      ...routine.settings.map((setting) => `  ${setting}`),
      `  body ${routine.body}`,
      ...(routine.execute.length === 0 ? [] : [`  ${routine.execute.join(', ')} may execute`]),
    ]),
    ...shape.others.map((other) => [`other ${other}`]),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const LOGINS = ['vv_public', 'vv_house', 'vv_worker', 'vv_statistics', 'vv_backup'] as const;

/** Who may do what, for people to read: docs/grants.md. */
export function grantsText(shape: SchemaShape): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rights = (grants: readonly Grant[]): string[] => LOGINS.map((login) => rightsText(grants.filter((grant) => grant.role === login)) || '–');
  return `${[
    '# What each database login may do',
    '',
    'Written from the catalogue of a migrated database by `test/walls/database.test.ts`, which fails when they differ',
    '(`npx vitest run --project walls -u` writes it anew; read the difference before you commit it).',
    'The migrator (`vv_migrator`) owns the tables and runs at start only; the worker owns the queue. Row security is on in every',
    'table but the three without a region, and holds for the owner as well: a right below is a right to the rows of one region.',
    '',
    row(['table', ...LOGINS.map((login) => login.slice(3))]),
    row(['---', ...LOGINS.map(() => '---')]),
    ...shape.tables.map((table) => row([`\`${table.name}\``, ...rights(table.grants)])),
    '',
    row(['function', 'may call it', 'runs as']),
    row(['---', '---', '---']),
    ...shape.routines.filter((routine) => routine.definer).map((routine) => (
      row([`\`${routine.name.replace(/\(.*/s, '')}\``, routine.execute.map((role) => role.replace('vv_', '')).join(', '), routine.owner.replace('vv_', '')])
    )),
  ].join('\n')}\n`;
}
