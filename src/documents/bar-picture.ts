import { scaleLinear } from 'd3-scale';
import { crc32, deflateSync } from 'node:zlib';

type Row = { readonly label: string; readonly value: number | null; readonly shown: string };

const ROW = 26;
const BAR = 16;
const LABELS = 240;
const NUMBERS = 60;
const COLOUR = [0x8a, 0x4b, 0x14] as const;

/** Bars as a picture for a text program: SVG with its words, and the bars alone as PNG for programs that know no SVG. A hidden row has its word and no bar. @param width pixels */
export function barPicture(rows: readonly Row[], width: number): { readonly svg: Buffer; readonly png: Buffer; readonly height: number } {
  const height = Math.max(1, rows.length) * ROW;
  const x = scaleLinear([0, Math.max(1, ...rows.map(({ value }) => value ?? 0))], [0, width - LABELS - NUMBERS]);
  const bars = rows.map(({ value }, at) => ({ top: at * ROW + (ROW - BAR) / 2, length: value === null ? 0 : Math.round(x(value)) }));
  const lines = rows.map(({ label, shown }, at) => {
    const { top = 0, length = 0 } = bars[at] ?? {};
    const base = top + BAR - 4;
    return `<text x="0" y="${base}">${escaped(label)}</text><rect x="${LABELS}" y="${top}" width="${length}" height="${BAR}" fill="#8a4b14"/><text x="${LABELS + length + 6}" y="${base}">${escaped(shown)}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">${lines.join('')}</svg>`;
  return { svg: Buffer.from(svg, 'utf8'), png: pngOf(bars, width, height), height };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** One colour and nothing behind it: a palette of two, a byte to each pixel. */
function pngOf(bars: readonly { readonly top: number; readonly length: number }[], width: number, height: number): Buffer {
  const pixels = Buffer.alloc((width + 1) * height);
  for (const { top, length } of bars) for (let y = top; y < top + BAR; y += 1) pixels.fill(1, y * (width + 1) + 1 + LABELS, y * (width + 1) + 1 + LABELS + length);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('PLTE', Buffer.from([255, 255, 255, ...COLOUR])), chunk('tRNS', Buffer.from([0, 255])), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, bytes: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), bytes]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(bytes.length, 0);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named), 0);
  return Buffer.concat([size, named, sum]);
}
