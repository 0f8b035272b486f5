import type { Context } from '../../kernel/context.ts';
import type { FileId, MunicipalityId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { ClockId } from '../../regions/codes.ts';
import { askedAfter } from '../asking.ts';
import { listAskedByName, listLate } from '../store/clocks.ts';

/** A case of which a deadline has passed. Nothing of what it says. */
export type LateCase = {
  readonly fileId: FileId;
  readonly owner: MunicipalityId | undefined;
  /** who has it: whoever stands in for the lead, else the lead */
  readonly lead: UserId | undefined;
  readonly clocks: readonly { readonly clock: ClockId; readonly due: Instant }[];
};

const MOST = 500;

/** What has run out in a region's open cases, and answers that lie unread in closed ones; some hundreds at most. For the rounds, not for a person. */
export async function lateCases(ctx: Context): Promise<LateCase[]> {
  return late(ctx, MOST);
}

/** All of the open ones, for figures. */
export async function everyLateCase(ctx: Context): Promise<LateCase[]> {
  return late(ctx, undefined);
}

async function late(ctx: Context, most: number | undefined): Promise<LateCase[]> {
  return (await listLate(ctx.tx, ctx.regionId, ctx.now, most)).map((row) => ({
    fileId: row.file_id, owner: row.owner_municipality_id ?? undefined, lead: row.standing_in ?? row.lead_user_id ?? undefined, clocks: row.clocks.filter(({ due }) => due <= ctx.now),
  }));
}

/** Something in a case that one colleague was asked by name to confirm, and since when. Not what it is. */
export type AskedByName = Pick<LateCase, 'fileId' | 'owner'> & { readonly asked: UserId; readonly askedAt: Instant };

/** Who was asked by name and has not answered while the question stands, but for cases with a strictly confidential address: of those nobody is told by a notice. For the rounds, not for a person. */
export async function askedByName(ctx: Context): Promise<AskedByName[]> {
  return (await listAskedByName(ctx.tx, ctx.regionId, askedAfter(ctx.now), MOST)).map((row) => ({ fileId: row.file_id, owner: row.owner_municipality_id ?? undefined, asked: row.asked, askedAt: row.asked_at }));
}
