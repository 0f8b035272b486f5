import { defineConfig } from 'vitest/config';

const RUNTIME = 24;
if (Number(process.versions.node.split('.')[0]) !== RUNTIME) {
  throw new Error(`the tests run on Node ${RUNTIME}, not ${process.versions.node}: use npm test`);
}

/** Each worker fills a core; vitest itself would leave one of the two idle. */
const WORKERS = 2;

const MODULES = '{kernel,launch,regions,staff,people,reports,consultations,cases,notices,privacy,statistics,documents,returns,web}';
const database = { globalSetup: ['test/support/global-setup.ts'], testTimeout: 60_000, hookTimeout: 600_000 };
/** Pages and programs as they are delivered. */
const product = { ...database, globalSetup: [...database.globalSetup, 'test/support/build-setup.ts'] };

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    projects: [
      // Nothing is kept in a module from one file to the next: loading the house once per worker is half of what the rules cost, and a fifth of what the database does.
      { test: { name: 'rules', include: [`test/${MODULES}/**/*.test.{ts,tsx}`], isolate: false, testTimeout: 60_000 } },
      { test: { name: 'walls', include: ['test/walls/**/*.test.{ts,tsx}'], ...database } },
      { test: { name: 'database', include: ['test/database/**/*.test.{ts,tsx}'], isolate: false, ...product } },
      { test: { name: 'access', include: ['test/access/**/*.test.{ts,tsx}'], ...product } },
      // Each file has a product, ports and databases of its own, and kills nobody else's; most of the time it waits for what it killed.
      { test: { name: 'faults', include: ['test/faults/**/*.test.{ts,tsx}'], ...product, testTimeout: 600_000 } },
    ],
  },
});
