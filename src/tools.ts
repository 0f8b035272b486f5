import { join, resolve } from 'node:path';
import { loadSettings } from './launch/environment.ts';
import { watchStarter } from './launch/starter.ts';
import { StartProblem } from './kernel/start-problem.ts';
import { verifyAuditOf } from './tools/audit.ts';
import { migrateDatabase } from './tools/migrations.ts';
import { checkKeys } from './tools/keys.ts';
import { backUpKeys, restoreKeys } from './tools/keys-backup.ts';
import { rotateKeys } from './tools/keys-rotate.ts';
import { changeSeenKeys } from './tools/keys-seen.ts';
import { checkLedger } from './tools/ledger.ts';
import { newServerSql } from './tools/new-server.ts';
import type { Report } from './tools/report.ts';

const MIGRATIONS = join(import.meta.dirname, '../db/migrations');

/** What somebody who runs the product may ask of it: `npm run <name>`. Each answers lines to print and whether all is well. */
const TOOLS: Readonly<Record<string, (words: readonly string[]) => Promise<Report>>> = {
  'db:roles': async () => newServerSql(),
  'db:migrate': () => migrateDatabase(loadSettings(), MIGRATIONS),
  'audit:verify': () => verifyAuditOf(loadSettings()),
  'ledger:check': () => checkLedger(loadSettings()),
  'keys:check': () => checkKeys(loadSettings()),
  'keys:backup': (words) => backUpKeys(loadSettings(), words.map(fromThere)),
  'keys:restore': (words) => restoreKeys(loadSettings(), words.map(fromThere)),
  'keys:rotate': changeKeys,
};

/** A word that nobody knows must not pass for a change that was not asked for. */
async function changeKeys(words: readonly string[]): Promise<Report> {
  if (words.length === 0) return rotateKeys(loadSettings());
  if (words.length > 1 || words[0] !== '--compromised') throw new StartProblem('Skriv npm run keys:rotate, eller npm run keys:rotate -- --compromised når noen kan ha sett en nøkkel.');
  return changeSeenKeys(loadSettings(), (line) => process.stdout.write(`${line}\n`));
}

/** npm changes to the package's folder before it runs a script, and tells where somebody typed it. */
function fromThere(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}

const FAULT = 1;
const NOT_RUN = 2;

async function main(name: string, words: readonly string[]): Promise<number> {
  const tool = TOOLS[name];
  if (tool === undefined) {
    process.stderr.write(`Verktøyet ${name} finnes ikke. Verktøyene er: ${Object.keys(TOOLS).join(', ')}.\n`);
    return NOT_RUN;
  }
  const report = await tool(words);
  process.stdout.write(`${report.lines.join('\n')}\n`);
  return report.well ? 0 : FAULT;
}

/** A problem has its sentence; anything else is a bug and shows where it happened. */
function explain(error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

watchStarter(() => process.exit(NOT_RUN));
process.exitCode = await main(process.argv[2] ?? '', process.argv.slice(3)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  return NOT_RUN;
});
