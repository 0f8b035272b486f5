import { Socket } from 'node:net';

/**
 * Loaded before a process of the product (`node --import`): it ends when its starter is gone, however that died. The
 * kernel closes the starter's end of the pipe on descriptor 3. `setpriv --pdeathsig` does the same without Node's
 * event loop, where it exists.
 */
const RUNTIME = 24;
const PIPE = 3;

if (Number(process.versions.node.split('.')[0]) !== RUNTIME) {
  console.error(`Produktet kjører på Node ${RUNTIME}, ikke ${process.versions.node}. Start med npm start.`);
  process.exit(1);
}

const starter = new Socket({ fd: PIPE, readable: true, writable: false });
starter.on('error', () => process.exit(1));
starter.on('close', () => process.exit(1));
starter.resume();
starter.unref();
