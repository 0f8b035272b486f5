import { clean } from './kernel/files/clean.ts';
import { FILE_KIND_NAMES, FILE_KINDS } from './kernel/files/kinds.ts';
import { zipFits } from './kernel/files/zip.ts';

/** How this program ends: cleaned, cleaned as far as it goes, not at all, or not safe to unpack. */
const END = { complete: 0, partly: 3, cannot: 4, unsafe: 5 } as const;

/**
 * Cleans one file: its bytes come in by stdin, the copy goes out by stdout, its kind is the one argument. Runs with an empty environment,
 * no keys, no files and no network (src/kernel/files/cleaner.ts): whatever a file does to it, there is nothing here to take.
 */
async function main(): Promise<number> {
  const kind = FILE_KIND_NAMES.find((name) => name === process.argv[2]);
  if (kind === undefined) return END.cannot;
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece as Buffer)); // stdin without an encoding gives buffers
  const bytes = Buffer.concat(pieces);
  if (FILE_KINDS[kind].copy === 'unpacks') return zipFits(bytes) ? END.cannot : END.unsafe;
  const copy = await clean(kind, bytes);
  if (copy === undefined) return END.cannot;
  await new Promise<void>((resolve, reject) => process.stdout.write(copy.bytes, (error) => (error instanceof Error ? reject(error) : resolve())));
  return copy.complete ? END.complete : END.partly;
}

process.exitCode = await main().catch(() => END.cannot);
