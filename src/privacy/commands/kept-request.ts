import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { openJson, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import type { SealingKey } from '../../kernel/sealing/aead.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { contactsOf, listColleagues, recused, standInOn, trustedReserve, type Contact, type MemberWithRoles } from '../../staff/public.ts';
import { mayHandleRequest, type Linked, type RequestFacts } from '../access.ts';
import { dueOf, isReserves, lettersWaitFor, stillToLook, type AccessRequest, type Decisions } from '../access-request.ts';
import { EXTENSION, GROUND, IDENTITY, LETTER, REQUESTER } from '../codes.ts';
import { findDecision, findRequest, saveDecision, saveRequest, type RequestRow } from '../store/requests.ts';
import { meetFiles, type Judged } from './linked.ts';

const user = z.string().transform((text) => text as UserId); // written by us, vouched for by the seal
const moment = z.string().transform((text) => text as Instant); // the same

const onSomeDay = z.string().transform((text) => text as Day); // the same

const kept = z.object({
  requester: z.enum(REQUESTER.codes), name: z.string(), about: z.string(), asks: z.string(), reach: z.string(), identity: z.enum(IDENTITY.codes), identityHow: z.string(), nothingFound: z.boolean(), looked: z.array(user).optional(), lookedOn: z.record(user, onSomeDay).optional(),
  advice: z.object({ by: user, at: moment, text: z.string() }).optional(),
  answer: z.object({ letter: z.enum(LETTER.codes), by: user, how: z.string(), text: z.string().optional() }).optional(),
  extended: z.object({ reason: z.enum(EXTENSION.codes), toldOn: onSomeDay, how: z.string(), by: user, text: z.string() }).optional(),
});

const decision = z.union([z.object({ give: z.literal(true) }), z.object({ give: z.literal(false), ground: z.enum(GROUND.codes) })]);
const decided = z.object({ decisions: z.record(z.string(), decision), text: z.string().optional() });
export type Decided = { readonly decisions: Decisions; /** the letter as it was sent */ readonly text?: string | undefined };

function place(ctx: Context, requestId: string, version: number): Where {
  return { table: 'app.access_request', region: ctx.regionId, row: requestId, field: 'sealed', version };
}

function decisionPlace(ctx: Context, fileId: FileId, requestId: string, version: number): Where {
  return { table: 'app.access_decision', region: ctx.regionId, row: `${fileId}/${requestId}`, field: 'sealed', version };
}

export function openRequest(ctx: Context, row: RequestRow): AccessRequest {
  const { advice, answer, ...rest } = kept.parse(openJson(ctx.keys.record, row.sealed, place(ctx, row.request_id, row.version)));
  return { ...rest, advice, answer: answer === undefined ? undefined : { ...answer, text: answer.text } };
}

export function sealRequest(ctx: Context, requestId: string, version: number, request: AccessRequest): Buffer {
  return sealJson(ctx.keys.record, request, place(ctx, requestId, version), 'text', ctx.chance);
}

/** Writes a request as it is now, if nobody else did in between. */
export async function changeRequest(ctx: Context, row: RequestRow, request: AccessRequest, change: Partial<Pick<RequestRow, 'answered_on' | 'files'>> = {}): Promise<boolean> {
  const version = row.version + 1;
  const { request_id, answered_on, files } = row;
  return saveRequest(ctx.tx, ctx.regionId, { request_id, answered_on, files, ...change, version, sealed: sealRequest(ctx, request_id, version, request) });
}

/** Under the file's own key, so that it goes with the file. */
export async function openDecided(ctx: Context, fileId: FileId, requestId: string, key: SealingKey): Promise<Decided | undefined> {
  const row = await findDecision(ctx.tx, ctx.regionId, fileId, requestId);
  return row === undefined ? undefined : decided.parse(openJson(key, row.sealed, decisionPlace(ctx, fileId, requestId, row.version)));
}

export async function keepDecided(ctx: Context, fileId: FileId, requestId: string, key: SealingKey, value: Decided): Promise<void> {
  const version = ((await findDecision(ctx.tx, ctx.regionId, fileId, requestId))?.version ?? 0) + 1;
  await saveDecision(ctx.tx, ctx.regionId, fileId, requestId, { version, sealed: sealJson(key, value, decisionPlace(ctx, fileId, requestId, version), 'text', ctx.chance) });
}

/** `elsewhere`: it is about something, too, that does not exist for whoever asks, and is handled by somebody for whom it does. */
export type Asked = RequestFacts & { readonly row: RequestRow; readonly request: AccessRequest; readonly elsewhere: boolean; /** for how many the letter «we found nothing» waits */ readonly waits: number };

/** One request with what access to it is judged by. The same statements whether there is anything or not. */
export async function askedRequest(ctx: Context, requestId: string): Promise<Asked | undefined> {
  const row = await findRequest(ctx.tx, ctx.regionId, requestId);
  const staff = await staffAround(ctx);
  const judged = await meetFiles(ctx, row?.files ?? []);
  return row === undefined ? undefined : judgedRequest(ctx, row, staff, judged);
}

/** The same, and which of its files is asked for. */
export async function askedFile(ctx: Context, requestId: string, fileId: string): Promise<(Asked & { readonly of: Linked | undefined }) | undefined> {
  const asked = await askedRequest(ctx, requestId);
  return asked === undefined ? undefined : { ...asked, of: asked.found.find((one) => one.fileId === fileId) };
}

/** Whoever is away now, and still on the last day for the answer; somebody who is back before it looks then. */
function awayThrough(contacts: ReadonlyMap<UserId, Contact>, due: Day, now: Instant): readonly UserId[] {
  return [...contacts].flatMap(([userId, contact]) => (standInOn(contact, osloDay(now)) === undefined || standInOn(contact, due) === undefined ? [] : [userId]));
}

/** Whom a request can name, and who looks in what they have. */
export type Staff = { readonly colleagues: readonly MemberWithRoles[]; readonly contacts: ReadonlyMap<UserId, Contact>; readonly reserve: UserId | undefined };

export async function staffAround(ctx: Context): Promise<Staff> {
  return { colleagues: await listColleagues(ctx), contacts: await contactsOf(ctx), reserve: await trustedReserve(ctx) };
}

/** Who is named in it, and who has to look before «we found nothing». */
export function around(ctx: Context, row: RequestRow, request: AccessRequest, { colleagues, contacts, reserve }: Staff): { readonly due: Day; readonly named: readonly UserId[]; readonly toLook: readonly UserId[] } {
  const named = recused(colleagues, { names: [request.name, request.about], text: request.asks });
  const due = dueOf(row, request);
  const coordinators = colleagues.filter(({ roles }) => roles.includes('KOORDINATOR')).map(({ userId }) => userId);
  return { due, named, toLook: stillToLook(request, { coordinators, reserve, named, away: awayThrough(contacts, due, ctx.now) }) };
}

export function judgedRequest(ctx: Context, row: RequestRow, staff: Staff, { found, elsewhere }: Judged): Asked {
  const request = openRequest(ctx, row);
  const { named, toLook } = around(ctx, row, request, staff);
  const me = ctx.actor.kind === 'person' ? ctx.actor.userId : undefined;
  // beside a name, a request that is gone, or «a case that you may not read», would tell of whom there is one
  return { row, request, named: me !== undefined && named.includes(me), reserves: me !== undefined && me === staff.reserve && isReserves(request, toLook, me), found, elsewhere, waits: lettersWaitFor(toLook, elsewhere) };
}

/** Whoever may not know of something it is about is told what is always told when a colleague has been at it: somebody is. That they looked is taken down all the same: they were asked to, as everybody is. */
function changing(ctx: Context, asked: Asked, at: number, looks: boolean): Outcome<true> {
  if (asked.request.answer !== undefined) return refuse('already_answered');
  return asked.row.version === at && !(asked.elsewhere && !looks && mayHandleRequest(ctx.actor, asked).allow) ? done(true) : refuse('changed_meanwhile');
}

export async function change(ctx: Context, asked: Asked, at: number, request: AccessRequest, columns: Parameters<typeof changeRequest>[3] = {}, looks = false) {
  const may = changing(ctx, asked, at, looks);
  if (!may.ok) return may;
  return await changeRequest(ctx, asked.row, request, columns) ? done({ requestId: asked.row.request_id }) : refuse('changed_meanwhile');
}
