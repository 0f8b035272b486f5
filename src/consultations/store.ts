import { sql } from 'kysely';
import type { Tx } from '../kernel/database/connect.ts';
import type { FileId, MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { isShut } from '../reports/public.ts';
import type { ConsultationProgress } from './consultation.ts';

/** The line of the list, in clear. */
export type ConsultationLine = {
  readonly region_id: RegionId; readonly file_id: FileId; readonly reference: string; readonly report_id: FileId | null; readonly state: ConsultationProgress; readonly urgent: boolean;
  readonly owner_municipality_id: MunicipalityId | null; readonly received_at: Instant; readonly answered_at: Instant | null; readonly version: number;
};
export type ConsultationRow = Omit<ConsultationLine, 'region_id' | 'owner_municipality_id'> & {
  /** the asker is left out of the report that it came as */
  readonly excluded: boolean;
  /** a case with a strictly confidential address holds that report, and the asker is not named for it */
  readonly shut: boolean;
  /** somebody is named in that report by now: it is followed up as one, and not here */
  readonly named: boolean;
  /** the asker wrote something that nobody has read */
  readonly unread: boolean;
};

/** Whoever asks: `token` is the keyed hash that stands for them where they are left out. */
export type Me = { readonly userId: UserId; readonly token: Buffer };

/** The line, and its sealed codes beside it. */
export async function saveConsultation(tx: Tx, line: ConsultationLine, sealed: Buffer): Promise<void> {
  const { region_id: _region, file_id: _file, ...values } = line;
  await tx.insertInto('app.consultation').values(line).onConflict((c) => c.columns(['region_id', 'file_id']).doUpdateSet(values)).execute();
  await tx.insertInto('app.consultation_codes').values({ region_id: line.region_id, file_id: line.file_id, sealed }).onConflict((c) => c.columns(['region_id', 'file_id']).doUpdateSet({ sealed })).execute();
}

const NAMED = sql<boolean>`(r.file_id is not null and not r.consultation)`;

function rows(tx: Tx, region: RegionId, { userId, token }: Me) {
  return tx.selectFrom('app.consultation as c')
    .leftJoin('app.report as r', (join) => join.onRef('r.region_id', '=', 'c.region_id').onRef('r.file_id', '=', 'c.report_id'))
    .select([
      'c.file_id', 'c.reference', 'c.report_id', 'c.state', 'c.urgent', 'c.received_at', 'c.answered_at', 'c.version',
      sql<boolean>`coalesce(r.consultation and r.seen_at is null, false)`.as('unread'), NAMED.as('named'), isShut(userId).as('shut'),
      sql<boolean>`exists (select 1 from kernel.file_exclusion x where x.region_id = c.region_id and x.file_id in (c.file_id, c.report_id) and x.token = ${token})`.as('excluded'),
    ]).where('c.region_id', '=', region);
}

/** By its own id, or by that of the report that it came as: all that the inbox knows. */
export async function findConsultation(tx: Tx, region: RegionId, id: FileId, me: Me): Promise<ConsultationRow | undefined> {
  return rows(tx, region, me).where((e) => e.or([e('c.file_id', '=', id), e('c.report_id', '=', id)])).executeTakeFirst();
}

/** The one with this reference: random, and so no two have the same. Also by that of the report it came as, which is what the inbox shows of it, while nobody is named there. */
export async function findByReference(tx: Tx, region: RegionId, reference: string): Promise<FileId | undefined> {
  return (await tx.selectFrom('app.consultation as c').leftJoin('app.report as r', (join) => join.onRef('r.region_id', '=', 'c.region_id').onRef('r.file_id', '=', 'c.report_id')).select('c.file_id')
    .where('c.region_id', '=', region).where((e) => e.or([e('c.reference', '=', reference), e.and([e('r.reference', '=', reference), e('r.consultation', '=', true)])])).executeTakeFirst())?.file_id;
}

/** Those that wait first, urgent before all, then the newest. */
export async function listConsultations(tx: Tx, region: RegionId, me: Me, limit: number): Promise<ConsultationRow[]> {
  return rows(tx, region, me).orderBy(sql`(not ${NAMED} and (c.state = 'ASKED' or (r.file_id is not null and r.seen_at is null))) desc`).orderBy(sql`(not ${NAMED} and c.state = 'ASKED' and c.urgent) desc`)
    .orderBy('c.received_at', 'desc').orderBy('c.file_id').limit(limit).execute();
}

export type SealedLine = Pick<ConsultationLine, 'file_id' | 'version'> & { readonly sealed: Buffer };

/** The sealed codes of these, as far as the door has opened them. */
export async function listSealed(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<SealedLine[]> {
  if (files.length === 0) return [];
  return tx.selectFrom('app.consultation as c').innerJoin('app.consultation_codes as s', (join) => join.onRef('s.region_id', '=', 'c.region_id').onRef('s.file_id', '=', 'c.file_id'))
    .select(['c.file_id', 's.sealed', 'c.version']).where('c.region_id', '=', region).where('c.file_id', 'in', [...files]).execute();
}
