import { createHash } from 'node:crypto';
import { CROCKFORD } from '../kernel/ids.ts';
import { encode } from '../kernel/sealing/encoding.ts';
import { SHARES, type Share } from '../kernel/sealing/shares.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import type { Day } from '../kernel/time.ts';

/** Which backup a share belongs to: 40 random bits, the same on all three. */
export type ShareSet = string & { readonly __shareSet: true };
export type NamedShare = { readonly set: ShareSet; readonly share: Share };

/** To be printed, read out and typed again: rows of six groups of four, each row with two characters that find a slip. */
const ROW = 24;
const ROW_CHECK = 2;
const SET_BYTES = 5;

export function newShareSet(random: Buffer): ShareSet {
  if (random.length !== SET_BYTES) throw new RangeError('a set has five bytes');
  return letters(random) as ShareSet; // eight letters of forty bits
}

/** The text of one share, for a file or a sheet of paper. It says nothing about the keys. */
export function shareText({ set, share }: NamedShare, made: Day): string {
  const rows = rowsOf(letters(share.bytes)).map((row, at) => `${String(at + 1).padStart(2)}  ${[...grouped(row), rowCheck(set, share.x, at, row)].join(' ')}`);
  return [
    `Nøkkelandel ${share.x} av ${SHARES}`, '',
    'To av de tre andelene gir nøklene tilbake: npm run keys:restore -- FIL FIL',
    'Én alene sier ingenting. Oppbevar den der ingen av de to andre ligger.', '',
    `Sett: ${grouped(set).join('-')}`, `Laget: ${made}`, '', ...rows, '',
  ].join('\n');
}

/** Reads what shareText wrote, also when it was typed: case, spaces and dashes do not matter, O is 0, I and L are 1. @throws StartProblem that names the row */
export function readShare(text: string, file: string): NamedShare {
  const x = Number(/^\s*n\S*andel\s+(\d)\s+av/im.exec(text)?.[1] ?? 0);
  const set = plain(/^\s*sett\s*:\s*(.+)$/im.exec(text)?.[1] ?? '');
  if (x < 1 || x > SHARES || set.length !== 8) throw new StartProblem(`${file} er ikke en nøkkelandel: linjene «Nøkkelandel … av ${SHARES}» og «Sett: …» må stå der.`);
  const rows = [...text.matchAll(/^\s*(\d+)\s{2,}(\S.*)$/gm)].map(([, number, row]) => ({ number: Number(number), row: plain(row ?? '') }));
  const wrong = rows.find(({ number, row }, at) => number !== at + 1 || rowCheck(set, x, at, row.slice(0, -ROW_CHECK)) !== row.slice(-ROW_CHECK));
  if (wrong !== undefined || rows.length === 0) throw new StartProblem(`${file}: rad ${wrong?.number ?? 1} er ikke som den skal. Se etter en skrivefeil der.`);
  return { set: set as ShareSet, share: { x, bytes: bytesOf(rows.map(({ row }) => row.slice(0, -ROW_CHECK)).join('')) } }; // eight letters were just counted
}

function rowsOf(text: string): string[] {
  return text.match(new RegExp(`.{1,${ROW}}`, 'g')) ?? [];
}

function grouped(text: string): string[] {
  return text.match(/.{1,4}/g) ?? [];
}

function plain(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

function rowCheck(set: string, x: number, row: number, text: string): string {
  return letters(createHash('sha256').update(encode('share row', [set, x, row, text])).digest()).slice(0, ROW_CHECK);
}

/** Five bits a letter, the last one filled up with zeros. */
function letters(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => CROCKFORD[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function bytesOf(text: string): Buffer {
  const bits = [...text].map((letter) => Math.max(0, CROCKFORD.indexOf(letter)).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
