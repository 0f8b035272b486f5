/** One message between the typesetter and its child: a mark of one byte, the length in four, and the bytes. */
export type Frame = { readonly mark: number; readonly bytes: Buffer };

const HEAD = 5;
/** Beyond this something is wrong: a pad of a hundred sheets has some two megabytes. */
const MOST_BYTES = 256 * 1024 * 1024;

export function frame(mark: number, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(mark, 0);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** The messages in a stream, as they become whole. Throws on one that is longer than any of ours. */
export async function* frames(source: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    pieces.push(piece);
    size += piece.length;
    while (size >= HEAD) {
      let all = Buffer.concat(pieces);
      const length = all.readUInt32BE(1);
      if (length > MOST_BYTES) throw new Error('a frame that is none');
      if (all.length < HEAD + length) {
        pieces = [all];
        break;
      }
      yield { mark: all.readUInt8(0), bytes: all.subarray(HEAD, HEAD + length) };
      all = all.subarray(HEAD + length);
      pieces = [all];
      size = all.length;
    }
  }
}
