import { randomBytes } from 'node:crypto';
import { loginName, ROLES, type DatabaseRole } from '../kernel/database/connect.ts';
import { DATABASE } from '../kernel/database/provision.ts';
import { databaseSql, rolesSql } from '../kernel/database/roles.ts';
import type { Report } from './report.ts';

/**
 * `npm run db:roles`: the SQL that a superuser runs once on a server of the municipality's own (PostgreSQL 15 or later),
 * with new random passwords, and the settings that go with them. Can be run again: roles that exist get new passwords.
 */
export function newServerSql(): Report {
  const passwords = new Map(ROLES.map((role) => [role, randomBytes(24).toString('base64url')]));
  const passwordOf = (role: DatabaseRole): string => passwords.get(role) ?? '';
  return {
    well: true,
    lines: [
      '-- Kjør dette én gang som superbruker på databaseserveren, for eksempel:',
      '--   umask 077; npm run --silent db:roles > roller.sql; psql -f roller.sql',
      '-- Filen inneholder passord. Slett den etterpå. Finnes databasen fra før, hopp over setningen create database.',
      ...rolesSql(passwordOf).split('\n'),
      ...databaseSql(DATABASE).map((statement) => `${statement};`),
      '-- Innstillinger som hører til. Bytt ut VERT (står tjeneren på en annen maskin, legges ?sslmode=verify-full til sist), og legg dem der bare den prosessen som trenger dem, kan lese:',
      `--   DATABASE_URL=${address('migrator', passwordOf)}`,
      ...ROLES.map((role) => `--   DATABASE_URL_${role.toUpperCase()}=${address(role, passwordOf)}`),
    ],
  };
}

function address(role: DatabaseRole, passwordOf: (role: DatabaseRole) => string): string {
  return `postgres://${loginName(role)}:${passwordOf(role)}@VERT:5432/${DATABASE}`;
}
