import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDirectoryPath, readSettings, type DataDirectory, type Settings } from '../kernel/settings.ts';
import { StartProblem } from '../kernel/start-problem.ts';

const MARK = 'made-for';

/** Adds the settings of a file `.env` in the working directory; what the environment already says wins. */
function loadEnvFile(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch {
    throw new StartProblem('Filen .env kan ikke leses.');
  }
}

/** What a data directory was made for. One that holds anything but has no mark is in real use: never fill it with demo people. */
export function dataDirectory(path: string): DataDirectory {
  const mark = join(path, MARK);
  if (!existsSync(mark)) return existsSync(join(path, 'postgres')) || existsSync(join(path, 'keys')) ? 'real' : 'new';
  return readFileSync(mark, 'utf8').trim() === 'demo' ? 'demo' : 'real';
}

/** Makes the data directory (mode 0700) and marks for good what it is for. */
export function markDataDirectory(settings: Settings): void {
  try {
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
    if (!statSync(settings.dataDir).isDirectory()) throw new Error('no directory');
    if (dataDirectory(settings.dataDir) !== 'new') return;
    const mark = join(settings.dataDir, MARK);
    writeFileSync(`${mark}.new`, settings.demo ? 'demo\n' : 'real\n', { mode: 0o600 });
    renameSync(`${mark}.new`, mark);
  } catch {
    throw new StartProblem(`Kan ikke skrive i datamappen ${settings.dataDir}.`);
  }
}

/** The settings of this process: environment, file `.env` and what the data directory is for. @throws StartProblem */
export function loadSettings(): Settings {
  loadEnvFile();
  const workingDirectory = process.cwd();
  const made = dataDirectory(dataDirectoryPath(process.env, workingDirectory));
  const read = readSettings(process.env, { workingDirectory, dataDirectory: made });
  if ('problem' in read) throw new StartProblem(read.problem);
  return read.settings;
}
