import { loginName, ROLES, type DatabaseRole } from './connect.ts';

/** SQL identifiers here are ours; a password is quoted as a literal all the same. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * The SQL that a superuser runs once on a new server: six login roles, of which none is superuser, may bypass row
 * security or take another's role. `npm run db:roles` prints it for a server that the municipality runs itself.
 */
export function rolesSql(passwordOf: (role: DatabaseRole) => string): string {
  return ROLES.map((role) => {
    const name = loginName(role);
    const options = 'login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls';
    return [
      `do $$ begin create role ${name}; exception when duplicate_object then null; end $$;`,
      `alter role ${name} with ${options} password ${literal(passwordOf(role))};`,
    ].join('\n');
  }).join('\n');
}

/** The SQL, per statement, that makes the product's database: owned by the migrator, open to the six roles only. */
export function databaseSql(database: string): readonly string[] {
  return [
    `create database ${database} owner ${loginName('migrator')} encoding 'UTF8' locale_provider 'libc' locale 'C' template template0`,
    `revoke all on database ${database} from public`,
    ...ROLES.map((role) => `grant connect on database ${database} to ${loginName(role)}`),
    `grant create on database ${database} to ${loginName('worker')}`,
  ];
}
