import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** The regions that heads were ever written for; one that is gone from the database shows here. */
export function regionsWithHeads(dir: string): string[] {
  return existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length)).sort() : [];
}

function headFile(dir: string, regionId: string): string {
  return join(dir, `${regionId}${ENDING}`);
}
