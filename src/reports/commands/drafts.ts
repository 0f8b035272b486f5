import { z } from 'zod';
import { idField } from '../../kernel/id-field.ts';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import { openJson, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import { addMs, DAY_MS, MINUTE, type Instant } from '../../kernel/time.ts';
import { findReserve } from '../../regions/public.ts';
import { findColleague, listColleagues, signedInNow, type MemberWithRoles } from '../../staff/public.ts';
import { mayKeepDraft, mayPutAwayDraft, mayTakeDraft, mayTypeReports, type DraftFacts } from '../access.ts';
import { AWAY_REASONS, deskChannel, type Entries } from '../desk/typed.ts';
import { takesPlaceBack } from '../form/plan.ts';
import { colleaguesAt } from '../workplace.ts';
import { namedInWords } from './named.ts';
import { findDraft, holdDraft, listDrafts, listOthersDrafts, listOwnDrafts, putAway, saveDraftRow, wasPutAway, wasTyped, type DraftRow } from '../store/desk.ts';

/** After this long without being handed over, a draft is everybody's in reception; at once where its writer is signed in nowhere (decision 0064). */
export const LEFT_AFTER_MS = 30 * MINUTE;
/** After this long a coordinator has to settle it: nothing of it goes away by itself. */
export const OLD_AFTER_MS = 3 * DAY_MS;

const MOST = { name: 64, text: 40_000, entries: 600 } as const;
/** A posted form, whatever stands in it: a draft is kept as it is. */
export const entriesField = z.array(z.tuple([z.string().max(MOST.name), z.string().max(MOST.text)])).max(MOST.entries);

function place(ctx: Context, row: Pick<DraftRow, 'draft_id' | 'version'>): Where {
  return { table: 'app.report_draft', region: ctx.regionId, row: row.draft_id, field: 'sealed', version: row.version };
}

/** What stands in a draft. */
export function openDraftForm(ctx: Context, row: DraftRow): Entries {
  return entriesField.parse(openJson(ctx.keys.record, row.sealed, place(ctx, row)));
}

/** undefined: it does not open, and stands in the lists all the same, by what is in clear of it. */
function tryDraftForm(ctx: Context, row: DraftRow): Entries | undefined {
  try {
    return openDraftForm(ctx, row);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** Whom a draft names, or who works where somebody it is about does; nobody where it does not open. */
function namedInDraft(entries: Entries | undefined, { colleagues, reserve }: Around): readonly UserId[] {
  if (entries === undefined) return [];
  const out = namedInWords(colleagues, entries.map(([, value]) => value).join('\n'));
  return [...out, ...colleaguesAt(colleagues, { out, reserve }, placeIn(entries))];
}

/** What the rules ask about a draft: whose it is, and whether it names whoever asks; undefined where there is none. */
export async function draftFacts(ctx: Context, draftId: FileId): Promise<(DraftFacts & { readonly row: DraftRow }) | undefined> {
  // asked for either way: what is not there costs the same statements as what one may not see
  const around = await aroundDrafts(ctx);
  const row = await findDraft(ctx.tx, ctx.regionId, draftId);
  return row === undefined ? undefined : factsOf(ctx, row, around);
}

/** Who works here, and who is at work: whoever signed out has ended their shift, and so has whoever was away too long. */
type Around = { readonly colleagues: readonly MemberWithRoles[]; readonly present: ReadonlySet<UserId>; readonly reserve: UserId | undefined };

async function aroundDrafts(ctx: Context): Promise<Around> {
  return { colleagues: await listColleagues(ctx), present: await signedInNow(ctx), reserve: await findReserve(ctx) };
}

function factsOf(ctx: Context, row: DraftRow, around: Around): DraftFacts & { readonly row: DraftRow } {
  const { actor } = ctx;
  const mine = actor.kind === 'person' && row.user_id === actor.userId;
  const left = !around.present.has(row.user_id) || addMs(row.started_at, LEFT_AFTER_MS) < ctx.now;
  if (mine || actor.kind !== 'person' || !left) return { row, mine, left: false, named: false };
  return { row, mine, left, named: namedInDraft(tryDraftForm(ctx, row), around).includes(actor.userId) };
}

/** Where somebody it is about works, as far as the form says so: a no, or that nobody knows, takes it back (form/plan.ts). */
function placeIn(entries: Entries): string | undefined {
  const said = new Map(entries);
  return takesPlaceBack(said.get('jobber')) ? undefined : said.get('jobbhvor');
}

/** A talk that somebody began to type in and left. Nothing of what stands in it but that somebody said there is danger. */
export type LeftDraft = { readonly draftId: FileId; readonly urgent: boolean; readonly since: Instant; /** when it must be settled by a coordinator */ readonly oldAt: Instant; /** named in it (fvl § 6) */ readonly named: readonly UserId[] };

/** What nobody in reception has taken over. For the rounds, not for a person. One that does not open is told of too: it must not hold back what else there is to tell. */
export async function leftDrafts(ctx: Context): Promise<LeftDraft[]> {
  const rows = await listDrafts(ctx.tx, ctx.regionId);
  if (rows.length === 0) return [];
  const around = await aroundDrafts(ctx);
  return rows.flatMap((row): LeftDraft[] => {
    const since = around.present.has(row.user_id) ? addMs(row.started_at, LEFT_AFTER_MS) : row.saved_at;
    if (since > ctx.now) return [];
    const entries = tryDraftForm(ctx, row);
    return [{ draftId: row.draft_id, urgent: new Map(entries).get('fare') === 'ja', since, oldAt: addMs(row.saved_at, OLD_AFTER_MS), named: namedInDraft(entries, around) }];
  });
}

/** `whose`: who began it; absent for one's own. Nothing of what is written stands in a list. */
export type DraftLine = Pick<DraftRow, 'draft_id' | 'channel' | 'started_at' | 'saved_at'> & { readonly by: UserId; readonly whose: string | undefined; /** nobody has handed it over for so long that it must be settled */ readonly old: boolean };
export type Drafts = { readonly mine: readonly DraftLine[]; readonly left: readonly DraftLine[] };

/** Unfinished talks: one's own, and those of others that were left, without any that names whoever asks (fvl § 6). */
export async function draftsFor(ctx: Context): Promise<Drafts> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !mayTypeReports(actor).allow) return { mine: [], left: [] };
  const mine = await ownDrafts(ctx);
  const left: DraftLine[] = [];
  const around = await aroundDrafts(ctx);
  for (const row of await listOthersDrafts(ctx.tx, ctx.regionId, actor.userId)) {
    if (mayTakeDraft(actor, factsOf(ctx, row, around)).allow) left.push(line(ctx, row, (await findColleague(ctx, row.user_id))?.name ?? ''));
  }
  return { mine, left };
}

/** One's own unfinished talks, the oldest first; none for whoever types in no reports. */
export async function ownDrafts(ctx: Context): Promise<DraftLine[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !mayTypeReports(actor).allow) return [];
  return (await listOwnDrafts(ctx.tx, ctx.regionId, actor.userId)).map((row) => line(ctx, row, undefined));
}

function line({ now }: Context, { draft_id, channel, started_at, saved_at, user_id: by }: DraftRow, whose: string | undefined): DraftLine {
  return { draft_id, channel, started_at, saved_at, by, whose, old: addMs(saved_at, OLD_AFTER_MS) < now };
}

/** Who a form was shown to. On a shared machine the next one may have signed in under it: then nothing of it becomes theirs. */
export const writerField = idField<'user'>().optional();

/** Whether the form that is sent was shown to whoever is signed in now, at this sign-in or an earlier one of a talk that nobody went on with since. */
export function isOwnPage({ actor }: Context, writer: UserId | undefined, row: DraftRow | undefined): boolean {
  if (actor.kind !== 'person' || (writer !== undefined && writer !== actor.userId)) return false;
  return row === undefined || row.session_at === null || row.session_at <= actor.signedInAt;
}

/**
 * Keeps what somebody is typing. One that was registered or put away meanwhile is not brought back, and a page that an earlier
 * sign-in left open does not save over what its writer went on with.
 * Refusals: `form_problems` where the form has no channel; `already_registered` where it was sent or put away: what stands in it now is not saved.
 */
export const saveDraft = command({
  name: 'reports.save_draft',
  schema: z.strictObject({ draftId: idField<'file'>(), writer: writerField, entries: entriesField }),
  facts: async (ctx, input) => {
    await holdDraft(ctx.tx, ctx.regionId, input.draftId);
    const facts = await draftFacts(ctx, input.draftId);
    return { mine: (facts === undefined || facts.mine) && isOwnPage(ctx, input.writer, facts?.row), row: facts?.row };
  },
  access: mayKeepDraft,
  run: async (ctx, { draftId, entries }, { row }) => {
    const channel = deskChannel(entries.find(([name]) => name === 'kanal')?.[1] ?? '') ?? row?.channel;
    if (channel === undefined) return refuse('form_problems', { kanal: 'channel_missing' });
    if (ctx.actor.kind !== 'person' || await wasTyped(ctx.tx, ctx.regionId, draftId) || await wasPutAway(ctx.tx, ctx.regionId, draftId)) return refuse('already_registered');
    const version = (row?.version ?? 0) + 1;
    const sealed = sealJson(ctx.keys.record, entries, place(ctx, { draft_id: draftId, version }), 'text', ctx.chance);
    await saveDraftRow(ctx.tx, ctx.regionId, { draft_id: draftId, user_id: ctx.actor.userId, channel, sealed, version, started_at: row?.started_at ?? ctx.now, saved_at: ctx.now, session_at: ctx.actor.signedInAt });
    return done({ draftId, channel });
  },
});

/** A colleague goes on with a talk that was left. From now on it is theirs, and the first writer's page can no longer save. */
export const takeDraft = command({
  name: 'reports.take_draft',
  schema: z.strictObject({ draftId: idField<'file'>() }),
  facts: async (ctx, input) => {
    await holdDraft(ctx.tx, ctx.regionId, input.draftId);
    return draftFacts(ctx, input.draftId);
  },
  access: mayTakeDraft,
  run: async (ctx, { draftId }, { row, mine }) => {
    if (mine || ctx.actor.kind !== 'person') return done({ draftId, channel: row.channel });
    const version = row.version + 1;
    const sealed = sealJson(ctx.keys.record, openDraftForm(ctx, row), place(ctx, { draft_id: draftId, version }), 'text', ctx.chance);
    await saveDraftRow(ctx.tx, ctx.regionId, { ...row, user_id: ctx.actor.userId, sealed, version, started_at: ctx.now, session_at: ctx.actor.signedInAt });
    return done({ draftId, channel: row.channel });
  },
});

/** A coordinator settles a talk that became no report: what was written is gone, who did so and why stays. Refusal: `bad_input` (`reason_missing`). */
export const putAwayDraft = command({
  name: 'reports.put_away_draft',
  schema: z.strictObject({ draftId: idField<'file'>(), reason: z.enum(AWAY_REASONS, 'reason_missing') }),
  facts: async (ctx, input) => {
    await holdDraft(ctx.tx, ctx.regionId, input.draftId);
    return draftFacts(ctx, input.draftId);
  },
  access: mayPutAwayDraft,
  run: async (ctx, { reason }, { row }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    await putAway(ctx.tx, ctx.regionId, row, { by: ctx.actor.userId, at: ctx.now, reason });
    return done({});
  },
});
