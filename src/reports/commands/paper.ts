import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { asId, type FileId } from '../../kernel/ids.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { lineField } from '../../kernel/text-field.ts';
import { openText, seal, type Where } from '../../kernel/sealing/sealed.ts';
import { LANGUAGES } from '../../kernel/texts.ts';
import { mayKeepPads } from '../access.ts';
import { MOST_SHEETS, readSheetNumber, sheetNumber } from '../paper/number.ts';
import { OUTCOMES, type PadId } from '../paper/pad.ts';
import { findPad, holdSheet, insertPad, nextPadNumber, settleSheets, useSheet, type PadRow } from '../store/paper.ts';

function place(ctx: Context, padId: PadId): Where {
  return { table: 'app.paper_pad', region: ctx.regionId, row: padId, field: 'sealed', version: 1 };
}

/** Where a pad lies, as staff wrote it. */
export function openWhere(ctx: Context, pad: Pick<PadRow, 'pad_id' | 'sealed'>): string {
  return openText(ctx.keys.record, pad.sealed, place(ctx, pad.pad_id));
}

const count = z.string().regex(/^\s*\d{1,3}\s*$/, 'sheets_count').transform(Number).pipe(z.int().min(1, 'sheets_count').max(MOST_SHEETS, 'sheets_count'));

/** A new pad with its numbers; from now on each of its sheets is counted. Printing it is another step, and can be done again. */
export const makePad = command({
  name: 'reports.make_pad',
  schema: z.strictObject({ sheets: count, lang: z.enum(LANGUAGES, 'not_offered'), where: lineField(200) }),
  facts: async () => ({}),
  access: mayKeepPads,
  run: async (ctx, input) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const padId: PadId = asId<'pad'>(ctx.chance.uuid());
    const pad = {
      pad_id: padId, pad_number: await nextPadNumber(ctx.tx, ctx.regionId), lang: input.lang, made_by: ctx.actor.userId, made_at: ctx.now,
      sealed: seal(ctx.keys.record, input.where, place(ctx, padId), 'short', ctx.chance),
    };
    await insertPad(ctx.tx, ctx.regionId, pad, Array.from({ length: input.sheets }, (_, index) => index + 1));
    return done({ padId });
  },
});

const sheet = z.string().regex(/^\d{1,2}$/, 'sheets_some').transform(Number);

/** Sheets that will not come back as reports: shredded unwritten, or looked for and not found. One that is entered is left as it is. */
export const settlePad = command({
  name: 'reports.settle_sheets',
  schema: z.strictObject({ padId: idField<'pad'>(), sheets: z.array(sheet).min(1, 'sheets_some').max(MOST_SHEETS), outcome: z.enum(OUTCOMES, 'not_offered') }),
  facts: async (ctx, input) => findPad(ctx.tx, ctx.regionId, input.padId),
  access: mayKeepPads,
  run: async (ctx, input) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const settled = await settleSheets(ctx.tx, ctx.regionId, input.padId, input.sheets, { outcome: input.outcome, by: ctx.actor.userId, at: ctx.now });
    return settled === 0 ? refuse('bad_input', { sheets: 'sheets_some' }) : done({ settled });
  },
});

/**
 * A sheet came back and was entered as this report. Part of the command that registers it, in the same transaction.
 * Refusals: sheet_number (no number of ours) · sheet_unknown (never printed here) · sheet_used (entered as another report).
 * @param typed the number as somebody wrote it off the sheet, e.g. `12-07-K`
 */
export async function markUsed(ctx: Context, typed: string, reportId: FileId): Promise<Outcome<{ readonly number: string }>> {
  const number = readSheetNumber(typed);
  if (number === undefined) return refuse('bad_input', { sheet: 'sheet_number' });
  const row = await holdSheet(ctx.tx, ctx.regionId, number.pad, number.sheet);
  if (row === undefined) return refuse('bad_input', { sheet: 'sheet_unknown' });
  if (row.report_id !== null && row.report_id !== reportId) return refuse('bad_input', { sheet: 'sheet_used' });
  if (row.report_id === null) await useSheet(ctx.tx, ctx.regionId, row, reportId, ctx.now);
  return done({ number: sheetNumber(number) });
}
