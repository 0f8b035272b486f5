import { z } from 'zod';
import { closedBefore, hiddenAmong, judgeFile, packagesOf, workingFor, type ArchivedKind } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import type { FileId, MunicipalityId } from '../../kernel/ids.ts';
import { listExclusions } from '../../kernel/journal/store.ts';
import { done } from '../../kernel/outcome.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { listColleagues } from '../../staff/public.ts';
import { findRequestYears } from '../../regions/public.ts';
import { mayChooseRequestYears, mayConfirmDisposal, mayHold, mayRecordReceipt, maySeeArchive, mayWithdrawDisposal } from '../access.ts';
import type { Operation, Receiver, Rule } from '../codes.ts';
import { openHold, stayingAmong } from '../commands/holds.ts';
import { isOurs, withoutOutlived } from '../commands/protocol.ts';
import type { Hold } from '../hold.ts';
import { listDisposals, listKinds, listWaitingDisposals, type DisposalRow } from '../store/disposals.ts';
import { listNewestHolds, type HoldRow } from '../store/holds.ts';
import { cameUp, readyCase, type Ready, type ReadyCase, type Stays } from './ready.ts';

export type ReadyIn = { readonly municipality: string | undefined; readonly cases: readonly ReadyCase[] };
export type ProtocolLine = {
  readonly disposalId: string; readonly operation: Operation; readonly kind: ArchivedKind; readonly reference: string; readonly rule: Rule; readonly receiver: Receiver | undefined; readonly municipality: string | undefined;
  readonly closedOn: Day; readonly entries: number; readonly files: number; readonly proposedBy: string; readonly proposedAt: Instant; readonly confirmedBy: string | undefined; readonly confirmedAt: Instant | undefined;
  readonly packed: { readonly pdf: string; readonly json: string; /** how many files go with it */ readonly files: number | undefined; /** the case's file can be fetched by whoever made it */ readonly caseId: FileId | undefined } | undefined; readonly receivedBy: string | undefined; readonly receivedAt: Instant | undefined;
  readonly state: 'WAITING' | 'UNDERWAY' | 'SENT' | 'DONE' | 'WITHDRAWN'; /** why it is not disposed of now */ readonly stays: Stays; readonly mayConfirm: boolean; readonly mayWithdraw: boolean; readonly mayReceive: boolean;
};
/** A case that is held back: why, and by whom since when. */
export type HoldLine = { readonly kind: ArchivedKind; readonly reference: string; readonly hold: Hold; readonly by: string; readonly at: Instant };
export type Archive = { readonly now: Instant; readonly year: number; readonly ready: readonly ReadyIn[]; readonly lines: readonly ProtocolLine[]; readonly mayPropose: boolean; readonly holds: readonly HoldLine[]; readonly mayHold: boolean; /** how many whole years answered access requests without a case are kept; undefined: nobody has decided */ readonly requestYears: number | undefined; readonly mayChoose: boolean };

/** The year's list per municipality, what waits for a second person, and the protocol. A leader sees their own municipality's. */
export const archiveList = query({
  name: 'privacy.archive',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: maySeeArchive,
  run: async (ctx) => {
    const { municipalities, names } = await workingFor(ctx);
    const everything = ctx.actor.kind === 'person' && ctx.actor.roles.some((role) => role === 'ARKIVAR' || role === 'PERSONVERNOMBUD');
    const mine = (owner: MunicipalityId | null | undefined) => everything || owner === undefined || owner === null || municipalities.includes(owner);
    const rows = (await listDisposals(ctx.tx, ctx.regionId)).filter((row) => isOurs(ctx, row));
    const year = Number(osloDay(ctx.now).slice(0, 4));
    const newest = (await listNewestHolds(ctx.tx, ctx.regionId)).filter((row) => row.held);
    const closed = (await closedBefore(ctx, cameUp(osloDay(ctx.now)))).filter((one) => mine(one.owner) && !one.strict);
    const staying = await stayingAmong(ctx, [...closed.map((one) => one.fileId), ...rows.flatMap((row) => row.files)]);
    const whyStays = ({ operation, files }: DisposalRow) => (operation === 'KASSASJON' ? files.map((file) => staying.get(file)).find((why) => why !== undefined) : undefined);
    const counting = await withoutOutlived(ctx, rows);
    const cases = closed.flatMap((one) => readyCase(one, counting, osloDay(ctx.now), staying));
    const hidden = new Set([...await hiddenFrom(ctx, rows), ...await hiddenAmong(ctx, rows.map((row) => row.file_id))]);
    const kinds = await listKinds(ctx.tx, ctx.regionId, rows.map((row) => row.file_id));
    const packed = await packagesOf(ctx, cases.map((one) => one.fileId));
    const archives = ctx.actor.kind === 'person' && ctx.actor.roles.includes('ARKIVAR');
    const staff = new Map((await listColleagues(ctx)).map((one) => [one.userId, one.name]));
    return done<Archive>({
      now: ctx.now, year, ready: byMunicipality(cases.map((one) => ({ ...one, packedAt: packed.get(one.fileId)?.madeAt, beside: packed.get(one.fileId)?.files ?? 0 })), names), mayPropose: archives, mayHold: mayHold(ctx.actor).allow, holds: await holdLines(ctx, newest, staff, mine), requestYears: await findRequestYears(ctx), mayChoose: mayChooseRequestYears(ctx.actor).allow,
      lines: rows.filter((row) => mine(row.owner_municipality_id) && !hidden.has(row.file_id)).map((row) => ({
        disposalId: row.disposal_id, operation: row.operation, kind: kinds.get(row.file_id) ?? 'case', reference: row.reference, rule: row.rule, receiver: row.receiver ?? undefined, municipality: names[row.owner_municipality_id ?? ''],
        closedOn: row.closed_on, entries: row.entries, files: row.files.length, proposedBy: staff.get(row.proposed_by) ?? '', proposedAt: row.proposed_at,
        confirmedBy: row.confirmed_by === null ? undefined : staff.get(row.confirmed_by) ?? '', confirmedAt: row.confirmed_at ?? undefined, state: stateOf(row),
        packed: row.package_pdf === null || row.package_json === null ? undefined : { pdf: row.package_pdf.toString('hex'), json: row.package_json.toString('hex'), files: row.package_files ?? undefined, caseId: archives && row.proposed_by === userOf(ctx) && row.received_at === null && row.withdrawn_at === null ? row.file_id : undefined },
        receivedBy: row.received_by === null ? undefined : staff.get(row.received_by) ?? '', receivedAt: row.received_at ?? undefined, mayReceive: stateOf(row) === 'SENT' && archives,
        stays: whyStays(row),
        mayConfirm: stateOf(row) === 'WAITING' && whyStays(row) === undefined && mayConfirmDisposal(ctx.actor, { row, municipalities, excluded: false, strict: false }).allow && row.proposed_by !== userOf(ctx),
        mayWithdraw: stateOf(row) === 'WAITING' && mayWithdrawDisposal(ctx.actor, { row, municipalities, excluded: false, strict: false }).allow,
      })),
    });
  },
});

export type DisposalsWaiting = readonly Pick<ProtocolLine, 'disposalId' | 'operation' | 'reference' | 'state'>[];

/** What waits for this person as the second of two, and what an archive has not answered yet; part of «Min dag», and no reading of its own. */
export async function disposalsWaiting(ctx: Context): Promise<DisposalsWaiting> {
  const user = userOf(ctx);
  if (user === undefined || !maySeeArchive(ctx.actor).allow) return [];
  const rows = (await listWaitingDisposals(ctx.tx, ctx.regionId)).filter((row) => isOurs(ctx, row));
  if (rows.length === 0) return [];
  const { municipalities } = await workingFor(ctx);
  const files = rows.map((row) => row.file_id);
  const [hidden, staying] = [new Set([...await hiddenFrom(ctx, rows), ...await hiddenAmong(ctx, files)]), await stayingAmong(ctx, rows.flatMap((row) => row.files))];
  const facts = (row: DisposalRow) => ({ row, municipalities, excluded: hidden.has(row.file_id), strict: false });
  return rows.filter((row) => (stateOf(row) === 'WAITING' ? row.proposed_by !== user && !(row.operation === 'KASSASJON' && row.files.some((file) => staying.has(file))) && mayConfirmDisposal(ctx.actor, facts(row)).allow : mayRecordReceipt(ctx.actor, facts(row)).allow))
    .map((row) => ({ disposalId: row.disposal_id, operation: row.operation, reference: row.reference, state: stateOf(row) }));
}

function userOf(ctx: Context): string | undefined {
  return ctx.actor.kind === 'person' ? ctx.actor.userId : undefined;
}

/** Of cases that whoever asks may know of at all. */
async function holdLines(ctx: Context, rows: readonly HoldRow[], staff: ReadonlyMap<string, string>, mine: (owner: MunicipalityId | undefined) => boolean): Promise<HoldLine[]> {
  const lines: HoldLine[] = [];
  for (const row of rows) {
    const found = await judgeFile(ctx, row.case_id);
    if (found === undefined || found.excluded || found.strict || !mine(found.owner)) continue;
    lines.push({ kind: found.kind, reference: found.reference, hold: openHold(ctx, row), by: staff.get(row.written_by) ?? '', at: row.written_at });
  }
  return lines.toSorted((a, b) => a.at.localeCompare(b.at));
}

function byMunicipality(cases: readonly Ready[], names: Readonly<Record<string, string>>): ReadyIn[] {
  const owners = [...new Set(cases.map(({ owner }) => owner))];
  return owners.map((owner) => ({ municipality: owner === undefined ? undefined : names[owner], cases: cases.filter((one) => one.owner === owner) }))
    .toSorted((a, b) => (a.municipality ?? '').localeCompare(b.municipality ?? '', 'nb'));
}

async function hiddenFrom(ctx: Context, rows: readonly DisposalRow[]): Promise<ReadonlySet<FileId>> {
  const user = userOf(ctx);
  if (user === undefined) return new Set();
  const token = exclusionToken(ctx.keys.lookup, user);
  const out = await listExclusions(ctx.tx, ctx.regionId, rows.map((row) => row.file_id));
  return new Set(out.filter((one) => one.token.equals(token)).map((one) => one.file_id));
}

function stateOf(row: DisposalRow): ProtocolLine['state'] {
  if (row.withdrawn_at !== null) return 'WITHDRAWN';
  if (row.confirmed_at === null) return 'WAITING';
  if (row.operation === 'AVLEVERING' && row.received_at === null) return 'SENT';
  return row.done_at === null ? 'UNDERWAY' : 'DONE';
}
