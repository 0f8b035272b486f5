import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { asId, type MunicipalityId, type UserId } from '../../kernel/ids.ts';
import { openJson, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import { addMs, osloDay, type Day, type Instant } from '../../kernel/time.ts';
import type { GrantRow } from '../store.ts';
import { SUPERVISION_BASIS, SUPERVISOR, supervisionState, type SupervisionState, type SupervisionTerms } from '../supervision.ts';
import { listSupervisionGrants } from '../vouched.ts';

const sealedTerms = z.object({ supervisor: z.enum(SUPERVISOR.codes), basis: z.enum(SUPERVISION_BASIS.codes), grounds: z.string(), municipalities: z.array(z.string()) });

function place(ctx: Context, grantId: string): Where {
  return { table: 'app.role_grant', region: ctx.regionId, row: grantId, field: 'terms', version: 1 };
}

export function sealTerms(ctx: Context, grantId: string, terms: SupervisionTerms): Buffer {
  return sealJson(ctx.keys.record, terms, place(ctx, grantId), 'text', ctx.chance);
}

/** undefined for a role that has none. */
export function openTerms(ctx: Context, { grant_id: id, terms }: Pick<GrantRow, 'grant_id' | 'terms'>): SupervisionTerms | undefined {
  if (terms === null) return undefined;
  const opened = sealedTerms.parse(openJson(ctx.keys.record, terms, place(ctx, id)));
  return { ...opened, municipalities: opened.municipalities.map((one) => asId<'municipality'>(one)) };
}

/** One decision that somebody supervises. `until`: exclusive. */
export type DecidedSupervision = SupervisionTerms & {
  readonly grantId: string; readonly userId: UserId; readonly from: Instant; readonly until: Instant; readonly lastDay: Day; readonly state: SupervisionState;
  readonly proposedBy: string; readonly confirmedBy: string | null; readonly endedAt: Instant | null;
};

/** From when until when (exclusive) one decision runs. */
export type SupervisionTerm = { readonly from: Instant; readonly until: Instant };

/** All of them, the newest first: those in force, those that wait, and those that are over. */
export async function listSupervisions(ctx: Context): Promise<DecidedSupervision[]> {
  return (await listSupervisionGrants(ctx)).flatMap((row): DecidedSupervision[] => {
    const terms = openTerms(ctx, row);
    if (terms === undefined || row.until === null) return [];
    return [{
      ...terms, grantId: row.grant_id, userId: row.user_id, from: row.confirmed_at ?? row.proposed_at, until: row.until, lastDay: osloDay(addMs(row.until, -1)), state: supervisionState(row, ctx.now),
      proposedBy: row.proposed_by, confirmedBy: row.confirmed_by, endedAt: row.ended_at,
    }];
  }).toReversed();
}

/** As what somebody supervises now, from what they hold: the municipalities whose cases they read, and from when until when (exclusive) each decision runs. */
export function supervisedNow(ctx: Context, grants: readonly GrantRow[]): { readonly supervises: readonly MunicipalityId[]; readonly supervisions: readonly SupervisionTerm[] } {
  const running = grants.filter((row) => supervisionState(row, ctx.now) === 'IN_FORCE');
  return {
    supervises: [...new Set(running.flatMap((row) => openTerms(ctx, row)?.municipalities ?? []))],
    supervisions: running.flatMap(({ confirmed_at: from, until }) => (from === null || until === null ? [] : [{ from, until }])),
  };
}
