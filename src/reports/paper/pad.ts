import type { Id } from '../../kernel/ids.ts';
import { sheetNumber } from './number.ts';

export type PadId = Id<'pad'>;

/** What became of a sheet that was never written on, or cannot be found. */
export const OUTCOMES = ['MAKULERT', 'SAVNET'] as const;
export type SheetOutcome = (typeof OUTCOMES)[number];

/** What is kept of one sheet. A sheet that was missed and then turned up is entered all the same. */
export type SheetFacts = { readonly sheet: number; readonly used: boolean; readonly settled: SheetOutcome | undefined };

/**
 * out: printed, and still in the pad for all we know · gap: printed, and a later one has come back, so somebody has taken it out ·
 * used: entered as a report · spoilt: shredded unwritten · missing: looked for and not found
 */
export const STANDINGS = ['gap', 'missing', 'out', 'used', 'spoilt'] as const;
export type SheetStanding = (typeof STANDINGS)[number];

/** Where each sheet of one pad is. A pad is torn from the top, so what lies above one that came back has left the pad. */
export function standings(sheets: readonly SheetFacts[]): ReadonlyMap<number, SheetStanding> {
  const reached = Math.max(0, ...sheets.filter((one) => one.used || one.settled === 'MAKULERT').map((one) => one.sheet));
  return new Map(sheets.map((one): [number, SheetStanding] => [one.sheet, standingOf(one, reached)]));
}

function standingOf({ sheet, used, settled }: SheetFacts, reached: number): SheetStanding {
  if (used) return 'used';
  if (settled !== undefined) return settled === 'MAKULERT' ? 'spoilt' : 'missing';
  return sheet < reached ? 'gap' : 'out';
}

/** How many of a pad's sheets stand where. */
export type PadCount = Readonly<Record<SheetStanding, number>>;

export function countPad(sheets: readonly SheetFacts[]): PadCount {
  const count: Record<SheetStanding, number> = { gap: 0, missing: 0, out: 0, used: 0, spoilt: 0 };
  for (const standing of standings(sheets).values()) count[standing] += 1;
  return count;
}

/** The numbers that should have come back, and have not. */
export function gapsOf(pad: number, sheets: readonly SheetFacts[]): string[] {
  return [...standings(sheets)].filter(([, standing]) => standing === 'gap' || standing === 'missing').map(([sheet]) => sheetNumber({ pad, sheet }));
}
