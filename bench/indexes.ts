import type pg from 'pg';

/** One step down and the way up again. */
type Step = { readonly drop: string; readonly make: string };

/** References first, then keys (which carry references), then plain indexes: what leans on nothing goes last and comes first. */
const STEPS = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make,
    case contype when 'f' then 1 else 2 end as rank
  from pg_constraint where contype in ('f', 'p', 'u') and (conrelid = any ($1::regclass[]) or (contype = 'f' and confrelid = any ($1::regclass[])))
  union all
  select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 3
  from pg_index i where i.indrelid = any ($1::regclass[]) and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by rank, make`;

/** Does `work` while these tables have neither indexes nor references, and builds them anew at the end: sorted once instead of a million single insertions in random places. */
export async function without(client: pg.Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<Step>(STEPS, [tables]);
  for (const { drop } of rows) await client.query(drop);
  await work();
  for (const { make } of rows.toReversed()) await client.query(make);
}
