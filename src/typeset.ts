import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { frame, frames } from './kernel/typesetting/frames.ts';
import { ANSWER, readOrder } from './kernel/typesetting/order.ts';

/**
 * Sets documents, one after the other, until nobody asks any more: orders come in by stdin, PDFs go out by stdout. Runs with an
 * empty environment, no keys and no network (src/kernel/typesetting/typesetter.ts). What a document says comes in as data and
 * never as markup, so no text can become an instruction.
 */
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [] }], workspace: '/proc/self/task/none' }); // a root that is not there: no program can read a file

function answerTo(bytes: Buffer): Buffer {
  const { source, data, standard } = readOrder(bytes);
  const document = { mainFileContent: source, inputs: { data } };
  try {
    return frame(ANSWER.done, compiler.pdf(document, { pdfStandard: standard }));
  } catch (error) {
    // the compiler says nothing of a fault in the program itself; asked again, it tells
    const faults = compiler.compile(document).takeDiagnostics()?.shortDiagnostics;
    return frame(ANSWER.refused, Buffer.from(faults === undefined ? String(error) : JSON.stringify(faults), 'utf8'));
  } finally {
    compiler.evictCache(0); // kept, a document would stay in memory for good: 5 MB each
  }
}

for await (const { bytes } of frames(process.stdin)) {
  const answer = answerTo(bytes);
  await new Promise<void>((resolve, reject) => process.stdout.write(answer, (error) => (error instanceof Error ? reject(error) : resolve())));
}
