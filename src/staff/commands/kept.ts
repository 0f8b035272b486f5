import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { isUuid, type FileId, type UserId } from '../../kernel/ids.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { openJson, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import type { Instant } from '../../kernel/time.ts';
import { mayChooseForOneself } from '../access.ts';
import { aboutOf, caseInMeeting, hasWords, isWithin, keptId, MOST_KEPT, type KeptForm } from '../kept.ts';
import { deleteKept, findKept, holdKept, listKept, listKeptAbout, listKeptElse, saveKept, type KeptRow } from '../store/kept.ts';

const keptForm = z.strictObject({
  page: z.string('not_offered').refine(isUuid, 'not_offered'), path: z.string('not_offered').max(1000, 'too_long'), action: z.string('not_offered').max(1000, 'too_long'),
  pairs: z.array(z.tuple([z.string(), z.string()]), 'not_offered'),
});

function place(ctx: Context, userId: UserId, row: Pick<KeptRow, 'kept_id' | 'version'>): Where {
  return { table: 'app.kept_text', region: ctx.regionId, row: `${userId} ${row.kept_id}`, field: 'sealed', version: row.version };
}

function openForm(ctx: Context, userId: UserId, row: Pick<KeptRow, 'kept_id' | 'version' | 'sealed'>): KeptForm | undefined {
  return row.sealed === null ? undefined : keptForm.parse(openJson(ctx.keys.record, row.sealed, place(ctx, userId, row)));
}

/**
 * Keeps a form as it stands, for its writer alone; answers its id, undefined where nothing is written in it or it was sent already
 * (a save that comes late). Also for somebody whose session has ended: the page itself says whose it was.
 */
export async function keepForm(ctx: Context, userId: UserId, form: KeptForm): Promise<string | undefined> {
  const id = keptId(form.page, form.action);
  const { row, fresh } = await holdKept(ctx.tx, ctx.regionId, userId, id, ctx.now);
  if (!fresh && row.sealed === null) return undefined;
  if (!hasWords(form.pairs)) {
    await deleteKept(ctx.tx, ctx.regionId, userId, [id]);
    return undefined;
  }
  const next = { kept_id: id, version: row.version + 1 };
  await saveKept(ctx.tx, ctx.regionId, userId, { ...next, kept_at: ctx.now, about_id: aboutOf(form.path) ?? null, sealed: sealJson(ctx.keys.record, form, place(ctx, userId, next), 'text', ctx.chance) });
  const all = await listKept(ctx.tx, ctx.regionId, userId);
  await deleteKept(ctx.tx, ctx.regionId, userId, all.slice(MOST_KEPT).map((old) => old.kept_id));
  return id;
}

/** The form was sent, or thrown away: its words are gone, and a save that is still on its way keeps nothing. */
export async function spendForm(ctx: Context, userId: UserId, id: string): Promise<void> {
  const { row } = await holdKept(ctx.tx, ctx.regionId, userId, id, ctx.now);
  await saveKept(ctx.tx, ctx.regionId, userId, { ...row, sealed: null, version: row.version + 1, kept_at: ctx.now });
}

/**
 * The same words were sent in the same form from another showing of its page, another tab or another machine: what still waits of them here
 * is sent by now. Let go and not spent, so that whoever writes on where it stood is kept anew. What has a word that was not sent stays.
 */
export async function letGoSame(ctx: Context, userId: UserId, sent: Pick<KeptForm, 'action' | 'pairs'>): Promise<void> {
  const same = (await listKept(ctx.tx, ctx.regionId, userId)).filter((row) => {
    const form = openForm(ctx, userId, row);
    return form !== undefined && isWithin(form, sent);
  });
  await deleteKept(ctx.tx, ctx.regionId, userId, same.map((row) => row.kept_id));
}

/** A text that waits for its writer, and on which page. */
export type Unsent = { readonly keptId: string; readonly path: string; readonly at: Instant };

/** What somebody has typed and not sent, newest first. */
export async function unsentOf(ctx: Context, userId: UserId): Promise<Unsent[]> {
  return (await listKept(ctx.tx, ctx.regionId, userId)).flatMap((row) => {
    const form = openForm(ctx, userId, row);
    return form === undefined ? [] : [{ keptId: row.kept_id, path: form.path, at: row.kept_at }];
  });
}

/** What a colleague typed about a file and has not sent. `words`: what stood in the form, with what the page had filled in; without its codes, days and ids. */
export type KeptAbout = { readonly keptId: string; readonly userId: UserId; readonly at: Instant; readonly words: readonly string[] };

/** What everybody has typed about these files and not sent, the oldest first. Whose it is shown to, the caller's rule says: nobody, while its writer may read it (decision 0096). */
export async function keptAbout(ctx: Context, files: readonly FileId[]): Promise<KeptAbout[]> {
  return (await listKeptAbout(ctx.tx, ctx.regionId, files)).flatMap((row) => {
    const form = openForm(ctx, row.user_id, row);
    return form === undefined ? [] : [{ keptId: row.kept_id, userId: row.user_id, at: row.kept_at, words: form.pairs.filter((pair) => hasWords([pair])).map(([, text]) => text) }];
  });
}

/** Whose text about which file waits, and not what it says. */
export type KeptElse = { readonly userId: UserId; readonly fileId: FileId };

/** As many as are looked at for one person's day. */
const MOST_ELSE = 500;

/** What others than this person have typed about files and not sent. Nothing is opened, and who may know of it the caller's rule says. */
export async function keptElse(ctx: Context, userId: UserId): Promise<KeptElse[]> {
  return (await listKeptElse(ctx.tx, ctx.regionId, userId, MOST_ELSE)).map((row) => ({ userId: row.user_id, fileId: row.about_id }));
}

/** A text about one of these files was taken in under its own id: it is in the file, and the copy goes, as if its writer had sent it. Any other id is none of a text. */
export async function spendTakenIn(ctx: Context, files: readonly FileId[], id: string): Promise<void> {
  for (const row of await listKeptAbout(ctx.tx, ctx.regionId, files)) if (row.kept_id === id) await spendForm(ctx, row.user_id, id);
}

/** While somebody writes, every few seconds. */
export const keepText = command({
  name: 'staff.keep_text',
  schema: keptForm,
  facts: async () => ({}),
  access: mayChooseForOneself,
  run: async (ctx, form) => (ctx.actor.kind === 'person' ? done({ keptId: await keepForm(ctx, ctx.actor.userId, form) }) : refuse('not_found')),
});

const one = z.strictObject({ keptId: idField<'kept'>() });

async function own(ctx: Context, { keptId: id }: { readonly keptId: string }): Promise<{ readonly row: KeptRow } | undefined> {
  const row = ctx.actor.kind === 'person' ? await findKept(ctx.tx, ctx.regionId, ctx.actor.userId, id) : undefined;
  return row === undefined ? undefined : { row };
}

/** How whoever typed on a page stands today to what it is of: `closed`, out of their reach; `sign_in`, in reach, and shown after a fresh sign-in only. */
export type Reach = 'reads' | 'sign_in' | 'closed';
type JudgeForm = (ctx: Context, form: Pick<KeptForm, 'path' | 'action'>) => Promise<Reach>;

const fetch = (reach: JudgeForm) => async (ctx: Context, _input: unknown, { row }: { readonly row: KeptRow }): Promise<Outcome<{ readonly form: KeptForm; readonly at: Instant }>> => {
  const form = ctx.actor.kind === 'person' ? openForm(ctx, ctx.actor.userId, row) : undefined;
  if (form === undefined) return refuse('not_found');
  const how = await reach(ctx, form);
  return how === 'reads' ? done({ form, at: row.kept_at }) : refuse(how === 'closed' ? 'text_closed' : 'sign_in_again');
};

/**
 * One's own words, back. Another's do not exist. With them stands what the page had filled in, so what the page is of must still be the writer's to read: by itself it
 * gives back nothing that is about a file. Refusals: `text_closed`, `sign_in_again`.
 */
export const keptText = query({ name: 'staff.kept_text', schema: one, facts: own, access: mayChooseForOneself, run: fetch(async (_ctx, { path, action }) => ((caseInMeeting(action) ?? aboutOf(path)) === undefined ? 'reads' : 'closed')) });

/** The same where the rules of the modules that come after this one are known. @param reach by the addresses of the page and of the form */
export function keptTextWith(reach: JudgeForm) {
  return query({ ...keptText, run: fetch(reach) });
}

/** Throws one's own words away. */
export const dropText = command({
  name: 'staff.drop_text',
  schema: one,
  facts: own,
  access: mayChooseForOneself,
  run: async (ctx, { keptId: id }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    await spendForm(ctx, ctx.actor.userId, id);
    return done({});
  },
});
