import { inspect } from 'node:util';
import pg from 'pg';

const ONCE = `
create schema made_to_fail;
create table made_to_fail.once (use_case text primary key, times regclass not null);
create function made_to_fail.first() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- a sequence is not taken back with what fails: so the second time it succeeds
  if (select nextval(times) from made_to_fail.once where use_case = new.use_case) = 1 then
    raise exception 'made to fail: %', new using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger made_to_fail before insert on kernel.audit_event for each row when (new.actor like 'system:%') execute function made_to_fail.first();`;

/** Makes each of these use cases of the system's fail once, half way: where its work is done and the audit row of it is to be written. In a test's own database. */
export async function failOnce(url: string, useCases: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const sequences = useCases.map((name, at) => `create sequence made_to_fail.n${at}; insert into made_to_fail.once values ('${name}', 'made_to_fail.n${at}');`);
  await client.query(ONCE + sequences.join('\n')).finally(() => client.end());
}

/** Those that have failed once and been tried again since. */
export async function cameAgain(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ use_case: string }>(`select o.use_case from made_to_fail.once o join pg_sequences s on s.schemaname = 'made_to_fail' and 'made_to_fail.' || s.sequencename = o.times::text where s.last_value > 1`).finally(() => client.end());
  return rows.map((row) => row.use_case);
}

/** Every word of an error, with what the database adds to it, what caused it and what it gathers. */
export function wordsOf(error: unknown): string {
  return inspect(error, { depth: null, showHidden: true, maxArrayLength: null, maxStringLength: null });
}

/** What this says when every change to this table is refused: «done» where nothing was refused. */
export async function refusedBy(url: string, table: string, work: () => Promise<unknown>): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`alter table ${table} add constraint made_to_fail check (false) not valid`);
  try {
    return await work().then(() => 'done', wordsOf);
  } finally {
    await client.query(`alter table ${table} drop constraint made_to_fail`).finally(() => client.end());
  }
}
