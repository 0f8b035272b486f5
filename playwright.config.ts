import { defineConfig } from '@playwright/test';
import { chromiumPath } from './test/support/chromium.ts';

const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1280, height: 900 } };

/** Journeys in Debian's Chromium, each as its person would: on a phone or at a desk, with and without JavaScript. */
export default defineConfig({
  testDir: 'test/journeys',
  globalSetup: './test/journeys/global-setup.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 40_000 }, // guards against hanging; a busy machine is no fault
  use: {
    locale: 'nb-NO', timezoneId: 'Europe/Oslo',
    launchOptions: {
      executablePath: chromiumPath(),
      ignoreDefaultArgs: ['--disable-back-forward-cache'], // people's browsers keep pages for «Back»; so must this one
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    { name: 'phone', use: phone },
    { name: 'phone-nojs', use: { ...phone, javaScriptEnabled: false }, testMatch: /public.*\.spec\.ts/ },
    { name: 'desk', use: desk },
    { name: 'desk-nojs', use: { ...desk, javaScriptEnabled: false }, testMatch: /staff-(consultation|paper|desk).*\.spec\.ts/ },
  ],
});
