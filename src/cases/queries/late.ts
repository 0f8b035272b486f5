import type { Context } from '../../kernel/context.ts';
import { lastDone, lastOpened } from '../../kernel/audit/opened.ts';
import type { FileId, MunicipalityId, UserId } from '../../kernel/ids.ts';
import type { Writer } from '../../kernel/journal/event.ts';
import { listExclusions } from '../../kernel/journal/store.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import type { Instant } from '../../kernel/time.ts';
import type { ClockId } from '../../regions/codes.ts';
import { listColleagues, trustedReserve } from '../../staff/public.ts';
import { deadlines } from '../clocks.ts';
import { askedAfter } from '../asking.ts';
import { listAkutt, listAskedByName, listLate, listLeadless, listNamedOnly, listUnheld, type LateRow } from '../store/clocks.ts';

/** A case that waits for somebody. Nothing of what it says. */
type Waiting = {
  readonly fileId: FileId;
  readonly owner: MunicipalityId | undefined;
  /** who has it: whoever stands in for the lead, else the lead */
  readonly lead: UserId | undefined;
  /** the address is strictly confidential: those whose case it is; undefined for any other */
  readonly only: readonly UserId[] | undefined;
};

/** A case of which a deadline has passed. */
export type LateCase = Waiting & { /** whoever proposed what waits for a second person */ readonly proposedBy: UserId | undefined; readonly clocks: readonly { readonly clock: ClockId; readonly due: Instant; readonly danger?: true }[] };

const MOST = 500;

/** What has run out in a region's open cases, and in closed ones what waits for somebody; some hundreds at most. For the rounds, not for a person. */
export async function lateCases(ctx: Context): Promise<LateCase[]> {
  return late(ctx, MOST);
}

/** All of them, for figures: none with a strictly confidential address. */
export async function everyLateCase(ctx: Context): Promise<LateCase[]> {
  return (await late(ctx, undefined)).filter(({ only }) => only === undefined);
}

async function late(ctx: Context, most: number | undefined): Promise<LateCase[]> {
  return (await listLate(ctx.tx, ctx.regionId, ctx.now, most)).map((row) => ({ ...waiting(row), proposedBy: personOf(row.awaits_by), clocks: deadlines(row.clocks).filter(({ due }) => due <= ctx.now) }));
}

/** A closed case has no lead any more: what waits in it is the coordinators'. */
function waiting({ file_id: fileId, owner_municipality_id: owner, lead_user_id: lead, standing_in: deputy, named_only: named, closed_at: closed }: LateRow): Waiting {
  const has = closed === null ? deputy ?? lead ?? undefined : undefined;
  return { fileId, owner: owner ?? undefined, lead: has, only: named === null ? undefined : [...named, ...(has === undefined ? [] : [has])] };
}

function personOf(writer: Writer | null): UserId | undefined {
  return writer === null || writer === 'system' ? undefined : writer;
}

/** An open case that no coordinator can take forward, so that it is the reserve's. `closingBy`: they proposed to close it, and that waits. */
export type UnheldCase = Pick<Waiting, 'fileId' | 'owner'> & { readonly since: Instant; readonly closingBy: UserId | undefined };

/**
 * fvl § 6, decision 0037: cases that every coordinator is left out of, is not named for, or has proposed to close. For the rounds, not for a person.
 * `since`: of a closing when it was proposed, as the log has it; else when the case was opened. @param coordinators those of today
 */
export async function unheldCases(ctx: Context, coordinators: readonly UserId[]): Promise<UnheldCase[]> {
  const rows = await listUnheld(ctx.tx, ctx.regionId, tokensOf(ctx, coordinators), MOST);
  const proposed = await lastDone(ctx.tx, ctx.regionId, rows.filter(({ closing_by: by }) => by !== null).map((row) => row.file_id), ['cases.propose_closing']);
  return rows.map((row) => ({ fileId: row.file_id, owner: row.owner_municipality_id ?? undefined, since: proposed.get(row.file_id) ?? row.opened_at, closingBy: personOf(row.closing_by) }));
}

/** Open cases that nobody of today can take forward: every coordinator is left out, not named or gone, and so is the reserve (fvl § 6). Health turns red. A closing that its only coordinator proposed is on that one's day. */
export async function strandedCases(ctx: Context): Promise<FileId[]> {
  const colleagues = await listColleagues(ctx);
  const rows = await listUnheld(ctx.tx, ctx.regionId, tokensOf(ctx, colleagues.filter(({ roles }) => roles.includes('KOORDINATOR')).map(({ userId }) => userId)), MOST);
  const unheld = rows.filter(({ closing_by: by }) => by === null).map((row) => row.file_id);
  const reserve = await trustedReserve(ctx);
  if (reserve === undefined || unheld.length === 0) return unheld;
  const token = exclusionToken(ctx.keys.lookup, reserve);
  const out = new Set((await listExclusions(ctx.tx, ctx.regionId, unheld)).filter((one) => one.token.equals(token)).map((one) => one.file_id));
  return unheld.filter((fileId) => out.has(fileId));
}

/** Open cases that nobody leads: the lead is inhabil, has left, or was never chosen. For the rounds, not for a person. @param team who can lead a case today */
export async function leadlessCases(ctx: Context, team: readonly UserId[]): Promise<Omit<Waiting, 'lead'>[]> {
  return (await listLeadless(ctx.tx, ctx.regionId, tokensOf(ctx, team), ctx.now, MOST)).map((row) => ({ fileId: row.file_id, owner: row.owner_municipality_id ?? undefined, only: row.named_only ?? undefined }));
}

function tokensOf(ctx: Context, people: readonly UserId[]): { readonly userId: UserId; readonly token: Buffer }[] {
  return people.map((userId) => ({ userId, token: exclusionToken(ctx.keys.lookup, userId) }));
}

/** Danger in a case that nobody but whoever raised it knows of yet, as far as can be seen. */
export type UnseenAkutt = Waiting & { readonly raisedAt: Instant; readonly raisedBy: Writer };

/**
 * Akutt that no coordinator, and nobody who leads the case, has opened the case for since it was raised, nor looked at again; whoever raised it does
 * not count. For the rounds, not for a person. @param coordinators those of today, and the reserve
 */
export async function unseenAkutt(ctx: Context, coordinators: readonly UserId[]): Promise<UnseenAkutt[]> {
  const raised = (await listAkutt(ctx.tx, ctx.regionId, ctx.now, MOST)).flatMap((row) => {
    const found = row.clocks.find(({ raised: one }) => one !== undefined)?.raised;
    return found === undefined ? [] : [{ ...waiting(row), raisedAt: found.at, raisedBy: found.by }];
  });
  const leads = raised.flatMap(({ lead }) => lead ?? []);
  const opened = await lastOpened(ctx.tx, ctx.regionId, raised.map(({ fileId }) => fileId), [...coordinators, ...leads], ['cases.open']);
  return raised.filter(({ fileId, lead, raisedAt, raisedBy }) => !opened.some((one) => one.file_id === fileId && one.at >= raisedAt && one.actor !== raisedBy && (one.actor === lead || coordinators.includes(one.actor))));
}

/** Something in a case that one colleague was asked by name to confirm, and since when. Not what it is. */
export type AskedByName = Omit<Waiting, 'lead'> & { readonly asked: UserId; readonly askedAt: Instant };

/** Who was asked by name and has not answered while the question stands. For the rounds, not for a person. */
export async function askedByName(ctx: Context): Promise<AskedByName[]> {
  return (await listAskedByName(ctx.tx, ctx.regionId, askedAfter(ctx.now), MOST)).map((row) => ({
    fileId: row.file_id, owner: row.owner_municipality_id ?? undefined, only: row.named_only === null ? undefined : [...row.named_only, row.asked], asked: row.asked, askedAt: row.asked_at,
  }));
}

/** Who may be told of these cases, of those with a strictly confidential address. */
export async function namedOnlyOf(ctx: Context, files: readonly FileId[]): Promise<ReadonlyMap<FileId, readonly UserId[]>> {
  return new Map((await listNamedOnly(ctx.tx, ctx.regionId, files)).map((row) => [row.file_id, row.only]));
}
