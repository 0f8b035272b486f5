import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeNext } from '../beside.ts';
import type { Block } from './blocks.ts';

/** A block as it was told to the world outside the database. `mac` in hexadecimal digits. */
export type OutsideHead = { readonly block: number; readonly mac: string };

const ENDING = '.log';

/** Appends a block's head to the region's file outside the database; an administrator of the database alone cannot reach it. */
export function writeHead(dir: string, block: Block): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  appendFileSync(headFile(dir, block.region_id), `${block.block_no} ${block.mac.toString('hex')} ${block.closed_at}\n`, { mode: 0o600 });
}

/**
 * Every head that was written for a region, oldest first. All of them count: after a roll-back new blocks get the numbers
 * of the lost ones, and only the older lines tell.
 */
export function readHeads(dir: string, regionId: string): OutsideHead[] {
  const file = headFile(dir, regionId);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    const [block, mac] = line.split(' ');
    return block === undefined || mac === undefined ? [] : [{ block: Number(block), mac }];
  });
}

/** The same heads with the MACs that the blocks have now, beside the file. They were held against the database before; one that fits no block is not told again. */
export function rekeyHeads(dir: string, regionId: string, macs: ReadonlyMap<number, string>): void {
  const file = headFile(dir, regionId);
  if (!existsSync(file)) return;
  const lines = readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    const [block = '', , closedAt = ''] = line.split(' ');
    const mac = macs.get(Number(block));
    return mac === undefined ? [] : [`${block} ${mac} ${closedAt}\n`];
  });
  writeNext(dir, `${regionId}${ENDING}`, lines.join(''));
}

/** The regions that heads were ever written for; one that is gone from the database shows here. */
export function regionsWithHeads(dir: string): string[] {
  return existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length)).sort() : [];
}

function headFile(dir: string, regionId: string): string {
  return join(dir, `${regionId}${ENDING}`);
}
