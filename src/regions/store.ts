import { sql } from 'kysely';
import type { Tx } from '../kernel/database/connect.ts';
import type { MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Day, Instant } from '../kernel/time.ts';

export type ProfileRow = {
  readonly name: string; readonly draft_site: unknown; readonly settings: unknown; readonly changed_at: Instant;
  /** under a MAC of their own: commands/reserve.ts reads them */
  readonly reserve_user_id: UserId | null; readonly reserve_revision: number; readonly reserve_mac: Buffer;
};

/** @param why `to_change`: whoever else wants to change it waits until this transaction has ended */
export async function findProfile(tx: Tx, region: RegionId, why?: 'to_change'): Promise<ProfileRow | undefined> {
  const found = tx.selectFrom('app.region_profile').select(['name', 'draft_site', 'settings', 'changed_at', 'reserve_user_id', 'reserve_revision', 'reserve_mac']).where('region_id', '=', region);
  return (why === undefined ? found : found.forUpdate()).executeTakeFirst();
}

export type ReserveRow = Pick<ProfileRow, 'reserve_user_id' | 'reserve_revision' | 'reserve_mac'>;

/** Answers whether it was still as it was read. */
export async function saveReserve(tx: Tx, region: RegionId, row: ReserveRow): Promise<boolean> {
  const hit = await tx.updateTable('app.region_profile').set(row).where('region_id', '=', region).where('reserve_revision', '=', row.reserve_revision - 1).executeTakeFirst();
  return hit.numUpdatedRows === 1n;
}

/** The reserve stays who it was; a new region has none. */
export async function saveProfile(tx: Tx, region: RegionId, row: { name: string; draftSite: unknown; settings: unknown; at: Instant }): Promise<void> {
  const values = { name: row.name, draft_site: JSON.stringify(row.draftSite), settings: JSON.stringify(row.settings), changed_at: row.at };
  await tx.insertInto('app.region_profile').values({ region_id: region, ...values, clocks_version: 0, reserve_user_id: null, reserve_revision: 0, reserve_mac: Buffer.alloc(0) })
    .onConflict((c) => c.column('region_id').doUpdateSet(values)).execute();
}

export type ClocksRow = { readonly changes: unknown; readonly closed: readonly Day[]; readonly version: number };

/** @param why `to_change`: whoever else wants to change it waits until this transaction has ended */
export async function findClocks(tx: Tx, region: RegionId, why?: 'to_change'): Promise<ClocksRow | undefined> {
  const found = tx.selectFrom('app.region_profile').where('region_id', '=', region)
    .select([sql<unknown>`coalesce(settings -> 'clocks', '{}')`.as('changes'), sql<readonly Day[]>`coalesce(settings -> 'closed', '[]')`.as('closed'), 'clocks_version as version']);
  return (why === undefined ? found : found.forUpdate()).executeTakeFirst();
}

/** Keeps what is named beside what else the region has set; the draft of its site is not touched. */
export async function saveClocks(tx: Tx, region: RegionId, settings: { readonly clocks: unknown } | { readonly closed: readonly Day[] }): Promise<void> {
  await tx.updateTable('app.region_profile').where('region_id', '=', region)
    .set({ settings: sql<string>`settings || ${JSON.stringify(settings)}::jsonb`, clocks_version: sql<number>`clocks_version + 1` }).execute();
}

export type SendersRow = { readonly senders: unknown };

/** @param why `to_change`: whoever else wants to change it waits until this transaction has ended */
export async function findSenders(tx: Tx, region: RegionId, why?: 'to_change'): Promise<SendersRow | undefined> {
  const found = tx.selectFrom('app.region_profile').where('region_id', '=', region).select(sql<unknown>`coalesce(settings -> 'senders', '[]')`.as('senders'));
  return (why === undefined ? found : found.forUpdate()).executeTakeFirst();
}

export async function saveSenders(tx: Tx, region: RegionId, senders: unknown): Promise<void> {
  await tx.updateTable('app.region_profile').where('region_id', '=', region).set({ settings: sql<string>`settings || ${JSON.stringify({ senders })}::jsonb` }).execute();
}

/** Numbers that the region sets: days without a sign-in until an account is shut; whole calendar years that an answered access request without a case is kept. */
export type NumberSetting = 'dormantDays' | 'requestYears';

/** undefined where the region has not said. */
export async function selectNumber(tx: Tx, region: RegionId, key: NumberSetting): Promise<number | undefined> {
  const found = await tx.selectFrom('app.region_profile').where('region_id', '=', region).select(sql<number | null>`(settings ->> ${key})::int`.as('number')).executeTakeFirst();
  return found?.number ?? undefined;
}

export async function updateNumber(tx: Tx, region: RegionId, key: NumberSetting, number: number | null): Promise<void> {
  await tx.updateTable('app.region_profile').where('region_id', '=', region).set({ settings: sql<string>`settings || ${JSON.stringify({ [key]: number })}::jsonb` }).execute();
}

/** Whoever else publishes waits until this transaction has ended: what is published is read after that, so that nothing comes back that was ended meanwhile. */
export async function lockPublishing(tx: Tx, region: RegionId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publish ${region}`}, 0))`.execute(tx);
}

export async function insertPublishedSite(tx: Tx, region: RegionId, row: { host: string; bundle: string; signature: Buffer; at: Instant }): Promise<number> {
  const found = await sql<{ version: number }>`insert into app.published_site (region_id, version, host, bundle, signature, published_at)
    select ${region}, coalesce(max(version), 0) + 1, ${row.host}, ${row.bundle}, ${row.signature}, ${row.at} from app.published_site where region_id = ${region}
    returning version`.execute(tx);
  return found.rows[0]?.version ?? 0;
}

export async function getHost(tx: Tx, region: RegionId): Promise<string> {
  const row = await tx.selectFrom('kernel.region_register').select('host').where('region_id', '=', region).executeTakeFirstOrThrow();
  return row.host;
}

export type MunicipalityRow = { readonly municipality_id: MunicipalityId; readonly number: string; readonly name: string; readonly from_day: Day; readonly to_day: Day | null; readonly merged_into: MunicipalityId | null };

export async function listMunicipalities(tx: Tx, region: RegionId): Promise<MunicipalityRow[]> {
  return tx.selectFrom('app.municipality').select(['municipality_id', 'number', 'name', 'from_day', 'to_day', 'merged_into']).where('region_id', '=', region).orderBy('name').execute();
}

export async function insertMunicipality(tx: Tx, region: RegionId, row: MunicipalityRow): Promise<void> {
  await tx.insertInto('app.municipality').values({ region_id: region, ...row }).execute();
}

/** A municipality ends, and its cases go on under the one it became part of. */
export async function endMunicipality(tx: Tx, region: RegionId, id: MunicipalityId, to: Day, into: MunicipalityId | null): Promise<void> {
  await tx.updateTable('app.municipality').set({ to_day: to, merged_into: into }).where('region_id', '=', region).where('municipality_id', '=', id).execute();
}

export type AgreementRow = {
  readonly agreement_id: string; readonly municipality_id: MunicipalityId; readonly organisation: string; readonly agreement: string;
  readonly controller: string; readonly legal_basis: string; readonly from_day: Day; readonly to_day: Day | null;
};

export async function listAgreements(tx: Tx, region: RegionId): Promise<AgreementRow[]> {
  return tx.selectFrom('app.reception_agreement').select(['agreement_id', 'municipality_id', 'organisation', 'agreement', 'controller', 'legal_basis', 'from_day', 'to_day'])
    .where('region_id', '=', region).orderBy('from_day').execute();
}

export async function insertAgreement(tx: Tx, region: RegionId, row: AgreementRow): Promise<void> {
  await tx.insertInto('app.reception_agreement').values({ region_id: region, ...row }).execute();
}

/** An agreement ends with the municipality it was made for. */
export async function endAgreements(tx: Tx, region: RegionId, municipality: MunicipalityId, to: Day): Promise<void> {
  await tx.updateTable('app.reception_agreement').set({ to_day: to }).where('region_id', '=', region).where('municipality_id', '=', municipality)
    .where((all) => all.or([all('to_day', 'is', null), all('to_day', '>', to)])).execute();
}

/** The newest published site. */
export async function findPublishedSite(tx: Tx, region: RegionId): Promise<{ version: number; bundle: string; published_at: Instant } | undefined> {
  return tx.selectFrom('app.published_site').select(['version', 'bundle', 'published_at']).where('region_id', '=', region).orderBy('version', 'desc').limit(1).executeTakeFirst();
}

export type LocalCodeRow = {
  readonly local_id: string; readonly list: string; readonly parent: string; readonly nb: string; readonly nn: string; readonly en: string; readonly synonyms: string[];
  readonly from_day: Day; readonly ends_day: Day | null;
};

/** By name; of the same name the older first. */
export async function listLocalCodes(tx: Tx, region: RegionId): Promise<LocalCodeRow[]> {
  return tx.selectFrom('app.local_code').select(['local_id', 'list', 'parent', 'nb', 'nn', 'en', 'synonyms', 'from_day', 'ends_day']).where('region_id', '=', region).orderBy('nb').orderBy('added_at').orderBy('local_id').execute();
}

/** Whoever else wants to change the region's code lists waits until this transaction has ended. */
export async function lockLocalCodes(tx: Tx, region: RegionId): Promise<void> {
  await tx.selectFrom('app.region_profile').select('region_id').where('region_id', '=', region).forUpdate().execute();
}

export async function insertLocalCode(tx: Tx, region: RegionId, row: LocalCodeRow & { readonly added_by: UserId; readonly added_at: Instant }): Promise<void> {
  await tx.insertInto('app.local_code').values({ region_id: region, ...row, ended_by: null, ended_at: null }).execute();
}

export async function endLocalCode(tx: Tx, region: RegionId, id: string, row: { readonly ends_day: Day; readonly ended_by: UserId; readonly ended_at: Instant }): Promise<void> {
  await tx.updateTable('app.local_code').set(row).where('region_id', '=', region).where('local_id', '=', id).where('ends_day', 'is', null).execute();
}
