import type { Context } from '../../kernel/context.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/time.ts';
import type { LocalValue } from '../local-values.ts';
import { endLocalCode, insertLocalCode, listLocalCodes, lockLocalCodes } from '../store.ts';

/** Every local value of the region's code lists, also those that have ended and those of a day to come; by name. */
export async function localValues(ctx: Context): Promise<readonly LocalValue[]> {
  const rows = await listLocalCodes(ctx.tx, ctx.regionId);
  return rows.map(({ local_id: id, list, parent, nb, nn, en, synonyms, from_day: from, ends_day: ends }) => ({ id, list, parent, nb, nn, en, synonyms, from, ends: ends ?? undefined }));
}

/** The same, and nobody else changes them before this transaction has ended. */
export async function localValuesToChange(ctx: Context): Promise<readonly LocalValue[]> {
  await lockLocalCodes(ctx.tx, ctx.regionId);
  return localValues(ctx);
}

/** Keeps a new local value. That it may stand under its national one, whoever knows the lists has checked (cases/code-lists.ts). */
export async function addLocalValue(ctx: Context, by: UserId, { id, from, ends: _ends, synonyms, ...words }: LocalValue): Promise<void> {
  await insertLocalCode(ctx.tx, ctx.regionId, { local_id: id, ...words, synonyms: [...synonyms], from_day: from, ends_day: null, added_by: by, added_at: ctx.now });
}

/** From this day it is no longer offered. What was written with it stays as it is. */
export async function endLocalValue(ctx: Context, by: UserId, id: string, from: Day): Promise<void> {
  await endLocalCode(ctx.tx, ctx.regionId, id, { ends_day: from, ended_by: by, ended_at: ctx.now });
}
