import { defineConfig } from 'vitest/config';

const RUNTIME = 24;
if (Number(process.versions.node.split('.')[0]) !== RUNTIME) {
  throw new Error(`the tests run on Node ${RUNTIME}, not ${process.versions.node}: use npm test`);
}

/** Each worker fills a core; vitest itself would leave one of the two idle. */
const WORKERS = 2;

const MODULES = '{kernel,launch,regions,staff,people,reports,consultations,cases,notices,privacy,statistics,documents,returns,web}';
const database = { globalSetup: ['test/support/global-setup.ts'], testTimeout: 30_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    projects: [
      // Pure rules and views keep nothing between files: loading the house once per worker is half of what they cost.
      { test: { name: 'rules', include: [`test/${MODULES}/**/*.test.{ts,tsx}`], isolate: false, testTimeout: 60_000 } },
      { test: { name: 'walls', include: ['test/walls/**/*.test.{ts,tsx}'], ...database } },
      { test: { name: 'database', include: ['test/database/**/*.test.{ts,tsx}'], ...database } },
      { test: { name: 'access', include: ['test/access/**/*.test.{ts,tsx}'], ...database } },
      // Processes are killed here; two such tests at once would take each other's time for a fault.
      { test: { name: 'faults', include: ['test/faults/**/*.test.{ts,tsx}'], ...database, testTimeout: 600_000, fileParallelism: false } },
    ],
  },
});
