import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Instant } from '../../kernel/time.ts';
import { findReserve, publishedSite, type PublishedSite } from '../../regions/public.ts';
import { listColleagues } from '../../staff/public.ts';
import { mayKeepPads, maySeePads, mayTypeReports } from '../access.ts';
import { openWhere } from '../commands/paper.ts';
import { sheetNumber } from '../paper/number.ts';
import { countPad, gapsOf, standings, type PadCount, type PadId, type SheetFacts, type SheetStanding } from '../paper/pad.ts';
import { findPad, listPads, listSheets, type PadRow, type SheetRow } from '../store/paper.ts';

export type PadLine = { readonly padId: PadId; readonly number: number; readonly lang: Lang; readonly where: string; readonly madeAt: Instant; readonly count: PadCount };
export type Pads = {
  readonly pads: readonly PadLine[];
  /** numbers that should have come back and have not, newest pad first */
  readonly gaps: readonly string[];
  readonly mayKeep: boolean;
  /** whether whoever reads it types reports, and is led to where that is done */
  readonly mayType: boolean;
  /** undefined while nothing of the region is published */
  readonly site: PublishedSite | undefined;
  /** who is woken in an outage: coordinators, then leaders and the reserve; their numbers are written by hand (decision 0064) */
  readonly wake: readonly { readonly userId: UserId; readonly name: string; readonly unit: string }[];
};

const MOST_PADS = 200;

function factsOf(row: SheetRow): SheetFacts {
  return { sheet: row.sheet, used: row.report_id !== null, settled: row.settled ?? undefined };
}

function lineOf(ctx: Context, pad: PadRow, sheets: readonly SheetFacts[]): PadLine {
  return { padId: pad.pad_id, number: pad.pad_number, lang: pad.lang, where: openWhere(ctx, pad), madeAt: pad.made_at, count: countPad(sheets) };
}

/** All pads with what has come back of each. Which report a sheet became is not among it: whoever is inhabil there would learn of it. */
export const padList = query({
  name: 'reports.pads',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: maySeePads,
  run: async (ctx) => {
    const rows = await listPads(ctx.tx, ctx.regionId, MOST_PADS);
    const sheets = await listSheets(ctx.tx, ctx.regionId, rows.map((row) => row.pad_id));
    const of = (pad: PadRow) => sheets.filter((row) => row.pad_id === pad.pad_id).map(factsOf);
    return done<Pads>({
      pads: rows.map((row) => lineOf(ctx, row, of(row))), gaps: rows.flatMap((row) => gapsOf(row.pad_number, of(row))), mayKeep: mayKeepPads(ctx.actor).allow, mayType: mayTypeReports(ctx.actor).allow,
      site: await publishedSite(ctx), wake: await toWake(ctx),
    });
  },
});

async function toWake(ctx: Context): Promise<Pads['wake']> {
  const [colleagues, reserve] = [await listColleagues(ctx), await findReserve(ctx)];
  const first = colleagues.filter(({ roles }) => roles.includes('KOORDINATOR'));
  const then = colleagues.filter((one) => !first.includes(one) && (one.roles.includes('LEDER') || one.userId === reserve));
  return [...first, ...then].filter(({ disabled }) => !disabled).map(({ userId, name, unit }) => ({ userId, name, unit }));
}

export type PadSheet = { readonly sheet: number; readonly number: string; readonly standing: SheetStanding; readonly at: Instant | undefined };
export type OpenPad = PadLine & { readonly sheets: readonly PadSheet[]; readonly mayKeep: boolean };

export const openPad = query({
  name: 'reports.pad',
  schema: z.strictObject({ padId: idField<'pad'>() }),
  facts: async (ctx, input) => findPad(ctx.tx, ctx.regionId, input.padId),
  access: maySeePads,
  run: async (ctx, _input, pad) => {
    const rows = await listSheets(ctx.tx, ctx.regionId, [pad.pad_id]);
    const standing = standings(rows.map(factsOf));
    return done<OpenPad>({
      ...lineOf(ctx, pad, rows.map(factsOf)), mayKeep: mayKeepPads(ctx.actor).allow,
      sheets: rows.map((row) => ({
        sheet: row.sheet, number: sheetNumber({ pad: pad.pad_number, sheet: row.sheet }), standing: standing.get(row.sheet) ?? 'out', at: row.used_at ?? row.settled_at ?? undefined,
      })),
    });
  },
});

/** What is printed: the region as it is published now, and the numbers. */
export type Printing = { readonly site: PublishedSite; readonly lang: Lang; readonly pad: number | undefined; readonly numbers: readonly string[]; readonly now: Instant };

/** A pad for the printer. Asked for again, it is the same numbers again: the log keeps who printed it and when. */
export const printPad = query({
  name: 'reports.print_pad',
  schema: z.strictObject({ padId: idField<'pad'>() }),
  facts: async (ctx, input) => findPad(ctx.tx, ctx.regionId, input.padId),
  access: mayKeepPads,
  run: async (ctx, _input, pad) => {
    const site = await publishedSite(ctx);
    if (site === undefined) return refuse('not_published');
    const rows = await listSheets(ctx.tx, ctx.regionId, [pad.pad_id]);
    const numbers = rows.map((row) => sheetNumber({ pad: pad.pad_number, sheet: row.sheet }));
    return done<Printing>({ site, lang: pad.lang, pad: pad.pad_number, numbers, now: ctx.now });
  },
});

/** One form without a number, to copy and hand out. */
export const printBlank = query({
  name: 'reports.print_blank',
  schema: z.strictObject({ lang: z.enum(['nb', 'nn', 'en'], 'not_offered') }),
  facts: async () => ({}),
  access: maySeePads,
  run: async (ctx, { lang }) => {
    const site = await publishedSite(ctx);
    return site === undefined ? refuse('not_published') : done<Printing>({ site, lang, pad: undefined, numbers: [''], now: ctx.now });
  },
});
