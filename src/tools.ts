import { join } from 'node:path';
import { loadSettings } from './launch/environment.ts';
import { watchStarter } from './launch/starter.ts';
import { KeysRefused } from './kernel/sealing/key-files.ts';
import { StartProblem } from './kernel/start-problem.ts';
import { verifyAuditOf } from './tools/audit.ts';
import { migrateDatabase } from './tools/migrations.ts';
import { checkKeys } from './tools/keys.ts';
import { checkLedger } from './tools/ledger.ts';
import { newServerSql } from './tools/new-server.ts';
import type { Report } from './tools/report.ts';

const MIGRATIONS = join(import.meta.dirname, '../db/migrations');

/** What somebody who runs the product may ask of it: `npm run <name>`. Each answers lines to print and whether all is well. */
const TOOLS: Readonly<Record<string, () => Promise<Report>>> = {
  'db:roles': async () => newServerSql(),
  'db:migrate': () => migrateDatabase(loadSettings(), MIGRATIONS),
  'audit:verify': () => verifyAuditOf(loadSettings()),
  'ledger:check': () => checkLedger(loadSettings()),
  'keys:check': () => checkKeys(loadSettings()),
};

const FAULT = 1;
const NOT_RUN = 2;

async function main(name: string): Promise<number> {
  const tool = TOOLS[name];
  if (tool === undefined) {
    process.stderr.write(`Verktøyet ${name} finnes ikke. Verktøyene er: ${Object.keys(TOOLS).join(', ')}.\n`);
    return NOT_RUN;
  }
  const report = await tool();
  process.stdout.write(`${report.lines.join('\n')}\n`);
  return report.well ? 0 : FAULT;
}

/** A problem has its sentence; anything else is a bug and shows where it happened. */
function explain(error: unknown): string {
  if (error instanceof StartProblem || error instanceof KeysRefused) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

watchStarter(() => process.exit(NOT_RUN));
process.exitCode = await main(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  return NOT_RUN;
});
