import { migrate } from '../kernel/database/migrate.ts';
import type { Settings } from '../kernel/settings.ts';
import { shiftedClock, systemClock, type Clock } from '../kernel/time.ts';
import { afterwards } from '../vouch.ts';
import { withDatabase } from './database.ts';
import type { Report } from './report.ts';

/** `npm run db:migrate`: brings the database to the newest shape without starting the product. @param folder with the steps */
export async function migrateDatabase(settings: Settings, folder: string): Promise<Report> {
  const clock: Clock = settings.clock === undefined ? systemClock : shiftedClock(settings.clock);
  const ran = await withDatabase(settings, (url) => migrate({ migrator: url('migrator'), worker: url('worker') }, folder, afterwards(settings.keysDir, clock)));
  return { lines: ran.length === 0 ? ['Databasen er oppdatert fra før.'] : ['Databasen er oppdatert. Steg som ble kjørt:', ...ran.map((name) => `  ${name}`)], well: true };
}
