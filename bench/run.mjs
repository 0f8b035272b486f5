// `npm run bench -- submit`: bundles one benchmark and runs it on the pinned Node. Prints figures, decides nothing.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from '../build.mjs';

const name = process.argv[2] ?? 'submit';
const out = join(import.meta.dirname, '../dist/bench');
await bundle({ [name]: join(import.meta.dirname, `${name}.ts`) }, out);
process.exit(spawnSync(process.execPath, [join(out, `${name}.js`), ...process.argv.slice(3)], {
  stdio: 'inherit', cwd: join(import.meta.dirname, '..'), env: { ...process.env, NODE_ENV: 'production' },
}).status ?? 1);
