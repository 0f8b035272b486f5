import pg from 'pg';
import { errorCode, ROLES, type DatabaseRole } from '../kernel/database/connect.ts';
import type { ServerUrls } from '../kernel/settings.ts';
import { StartProblem } from '../kernel/start-problem.ts';

const OLDEST = 15;
const CONNECT_MS = 5_000;

type Answer = { readonly version: number; readonly powerful: boolean; readonly logs: boolean };

/** Values reach a server's log where statements are logged together with their parameters, or parameters with an error. */
const ASK = `
  select current_setting('server_version_num')::int / 10000 as version, r.rolsuper or r.rolbypassrls or r.rolcreaterole as powerful,
    current_setting('log_parameter_max_length_on_error') <> '0' or (current_setting('log_parameter_max_length') <> '0' and (current_setting('log_statement') <> 'none'
      or current_setting('log_min_duration_statement') <> '-1' or current_setting('log_min_duration_sample') <> '-1' or current_setting('log_transaction_sample_rate')::float > 0)) as logs
  from pg_roles r where r.rolname = current_user`;

/**
 * Before anything is done on a server that is not ours: every login works, none can go round row-level security, and what
 * people write does not end in the server's log. @throws StartProblem naming the setting, never its value
 */
export async function requireServer(database: ServerUrls): Promise<void> {
  for (const role of ROLES) {
    const url = database.roles[role];
    if (url !== undefined) await requireLogin(role, url);
  }
}

async function requireLogin(role: DatabaseRole, url: string): Promise<void> {
  const setting = `DATABASE_URL_${role.toUpperCase()}`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // the query that meets it tells
  try {
    await client.connect();
    const { rows } = await client.query<Answer>(ASK);
    const fault = faultOf(setting, rows[0]);
    if (fault !== undefined) throw new StartProblem(fault);
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw new StartProblem(`Databasen kan ikke nås med ${setting} (${errorCode(error)}): ${reason(errorCode(error))}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function faultOf(setting: string, answer: Answer | undefined): string | undefined {
  if (answer === undefined || answer.powerful) return `Brukeren i ${setting} har for store rettigheter i databasen (superbruker, bypassrls eller createrole). Lag rollene med npm run db:roles.`;
  if (answer.version < OLDEST) return `Databasen i ${setting} er PostgreSQL ${answer.version}, men ${OLDEST} er eldste som virker.`;
  if (!answer.logs) return undefined;
  return `Databasen i ${setting} skriver det folk har skrevet, i loggen sin. Sett log_parameter_max_length og log_parameter_max_length_on_error til 0 på serveren.`;
}

function reason(code: string): string {
  if (code.startsWith('28')) return 'brukernavn eller passord er feil.';
  if (code === '3D000') return 'det finnes ingen database med det navnet.';
  return 'sjekk adressen, og at serveren er oppe.';
}
