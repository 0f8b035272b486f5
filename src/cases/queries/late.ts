import type { Context } from '../../kernel/context.ts';
import type { FileId, MunicipalityId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { ClockId } from '../../regions/codes.ts';
import { listLate } from '../store/clocks.ts';

/** A case of which a deadline has passed. Nothing of what it says. */
export type LateCase = {
  readonly fileId: FileId;
  readonly owner: MunicipalityId | undefined;
  /** who has it: whoever stands in for the lead, else the lead */
  readonly lead: UserId | undefined;
  readonly clocks: readonly { readonly clock: ClockId; readonly due: Instant }[];
};

const MOST = 500;

/** What has run out in a region's open cases, some hundreds at most. For the rounds, not for a person. */
export async function lateCases(ctx: Context): Promise<LateCase[]> {
  return (await listLate(ctx.tx, ctx.regionId, ctx.now, MOST)).map((row) => ({
    fileId: row.file_id, owner: row.owner_municipality_id ?? undefined, lead: row.standing_in ?? row.lead_user_id ?? undefined, clocks: row.clocks.filter(({ due }) => due <= ctx.now),
  }));
}
