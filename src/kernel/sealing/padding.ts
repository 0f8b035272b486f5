import { SealBroken } from './broken.ts';

/** `short`: names, numbers, codes (64-byte steps). `text`: what people write (1 KiB). `envelope`: a whole form (4 KiB). `none`: keys, whose length is known. */
export type Pad = 'none' | 'short' | 'text' | 'envelope';

const STEP: Readonly<Record<Exclude<Pad, 'none'>, number>> = { short: 64, text: 1024, envelope: 4096 };
const MARK = 0x80;

/** One mark and zeros up to the next step (ISO/IEC 7816-4): always at least one byte, so that the end is never in doubt. */
export function pad(plain: Buffer, kind: Exclude<Pad, 'none'>): Buffer {
  const step = STEP[kind];
  const out = Buffer.alloc((Math.floor(plain.length / step) + 1) * step);
  plain.copy(out);
  out[plain.length] = MARK;
  return out;
}

/** Takes the padding off. Throws SealBroken where there is none; what is opened was authenticated before, so this is a mistake and no attack. */
export function unpad(padded: Buffer): Buffer {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end -= 1;
  if (end < 0 || padded[end] !== MARK) throw new SealBroken('padding');
  return padded.subarray(0, end);
}
