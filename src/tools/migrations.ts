import { join } from 'node:path';
import { migrate } from '../kernel/database/migrate.ts';
import type { Settings } from '../kernel/settings.ts';
import { withDatabase } from './database.ts';
import type { Report } from './report.ts';

/** Below the root both from the sources and from the bundle. */
const MIGRATIONS = ['../db/migrations', '../../db/migrations'];

/** `npm run db:migrate`: brings the database to the newest shape without starting the product. */
export async function migrateDatabase(settings: Settings): Promise<Report> {
  const folder = join(import.meta.dirname, MIGRATIONS[import.meta.dirname.endsWith('tools') ? 1 : 0] ?? '');
  const ran = await withDatabase(settings, (url) => migrate({ migrator: url('migrator'), worker: url('worker') }, folder));
  return { lines: ran.length === 0 ? ['Databasen er oppdatert fra før.'] : ['Databasen er oppdatert. Steg som ble kjørt:', ...ran.map((name) => `  ${name}`)], well: true };
}
