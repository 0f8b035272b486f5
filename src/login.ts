import { startLocalProvider } from './local-provider/provider.ts';
import { settingsFrom } from './local-provider/settings.ts';
import { startSentence } from './local-provider/texts.ts';
import type { Outcome } from './kernel/outcome.ts';

/** The local sign-in service: a process of its own, for the demo and for tests. No other process imports it. */
async function main(): Promise<void> {
  const settings = orStop(settingsFrom(process.env));
  const provider = orStop(await startLocalProvider(settings));
  const stop = (): void => void provider.close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  // A launcher that is killed outright closes its channel; without it this process would live on as an orphan.
  process.once('disconnect', stop);
  console.log('{"ready":true}');
}

function orStop<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  console.error(startSentence(outcome.code));
  process.exit(1);
}

await main();
