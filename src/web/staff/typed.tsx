import type { Context } from 'hono';
import { isUuid, systemChance, type RegionId, type UserId } from '../../kernel/ids.ts';
import { DECLARATION, DECLARE, findColleague, hasWords, keepForm, keptId, letGoSame, MARK_FIELD, openMark, safeReturnPath, sealMark, spendForm, unsentOf, type KeptForm, type PageMark } from '../../staff/public.ts';
import { signInLink } from '../../staff/sign-in/pages/views.tsx';
import { Form, readPairs, type Pairs } from '../http/form-body.ts';
import { ACTION_FIELD, DROP_TEXT, KEEP_TEXT, keptPath } from '../kept-paths.ts';
import type { StaffRequest } from '../route.tsx';
import { renderDocument } from '../ui/document.tsx';
import { GIVEN_FIELD } from '../ui/page-mark.tsx';
import type { StaffParts } from './app.tsx';
import { languageOf } from './language.ts';
import { AnothersPage, EndedPage, LockPage } from './lock-page.tsx';

/** Said in the address by what a page does by itself, without anybody touching it: it keeps the session and not the screen open. */
export const RESTING = 'hvile';
/** The same by a page that only looks: the session ends as if it had not. */
export const UNSEEN = 'usett';

/** A form as it came, without the mark of the page it was on. `typed`: what somebody filled in, and not only a button that they pressed. */
export type Sent = { readonly pairs: Pairs; readonly typed: Pairs; readonly mark: PageMark | undefined; readonly action: string };
type Parts = Pick<StaffParts, 'door' | 'clock' | 'markKey' | 'signIn'>;

/** What somebody filled in of a form as it was posted: without what it carries unseen (ui/page-mark.tsx), without ids, and without what is empty. */
export function filledIn(pairs: Pairs): Pairs {
  const unseen = new Set([MARK_FIELD, GIVEN_FIELD, ACTION_FIELD, ...pairs.filter(([name]) => name === GIVEN_FIELD).flatMap(([, names]) => names.split(' '))]);
  return pairs.filter(([name, value]) => !unseen.has(name) && value.trim() !== '' && !isUuid(value));
}

export async function readSent(c: Context, parts: Pick<Parts, 'clock' | 'markKey'>): Promise<Sent> {
  const all = c.req.method === 'POST' ? await readPairs(c.req.raw) : [];
  const sealed = all.find(([name]) => name === MARK_FIELD)?.[1];
  const own = all.filter(([name]) => name !== MARK_FIELD && name !== GIVEN_FIELD);
  // A page that keeps what is typed, and a form with several buttons, say which form it was; any other form is the one it was sent as.
  const action = own.find(([name]) => name === ACTION_FIELD)?.[1] ?? (c.req.path === KEEP_TEXT ? '' : new URL(c.req.url).pathname + new URL(c.req.url).search);
  return { pairs: own, typed: filledIn(all), action, mark: sealed === undefined ? undefined : openMark(parts.markKey, sealed, parts.clock()) };
}

/** The mark of the page that answers: a form that comes back to be corrected is still the one that was begun. */
export function marking(c: Context, parts: Pick<Parts, 'clock' | 'markKey'>, person: { readonly userId: UserId; readonly regionId: RegionId }, sent: Sent): Pick<StaffRequest, 'marked' | 'remark'> {
  const { userId, regionId } = person;
  const seal = (page: string, path: string): string => sealMark(parts.markKey, { userId, regionId, page, path, at: parts.clock() }, systemChance);
  const url = new URL(c.req.url);
  return {
    marked: sent.mark === undefined ? seal(systemChance.uuid(), url.pathname + url.search) : seal(sent.mark.page, sent.mark.path),
    remark: (kept: KeptForm) => ({ marked: seal(kept.page, kept.path) }),
  };
}

/** Keeps a form for whoever's page it was on; answers its id, undefined where there is nothing to keep or nobody to keep it for. */
async function keep(parts: Parts, { mark, pairs, typed, action }: Sent): Promise<string | undefined> {
  if (mark === undefined || !hasWords(typed) || action.startsWith(DROP_TEXT)) return undefined;
  const { userId, regionId, page, path } = mark;
  const form = { page, path, action, pairs: pairs.filter(([name]) => name !== ACTION_FIELD).map(([name, value]): [string, string] => [name, value]) };
  return parts.door.unaudited(regionId, 'keep_text', (ctx) => keepForm(ctx, userId, form));
}

const CODE = /^(?:[A-Z][A-Z0-9_]*|[a-z_]+|.{1,3})$/;

/** What a person wrote in a form: not its codes, ids and addresses. */
export function wordsIn(pairs: Pairs): readonly string[] {
  return pairs.filter(([name]) => name !== ACTION_FIELD).map(([, value]) => value.trim()).filter((value) => !CODE.test(value) && value !== '' && !isUuid(value));
}

/** Nobody is signed in, or the screen is locked: what was typed is kept first, and waits behind a new sign-in. */
export async function turnedAway(c: Context, parts: Parts, sent: Sent, code: string): Promise<Response> {
  const id = await keep(parts, sent);
  const here = new URL(c.req.url);
  here.searchParams.delete(RESTING); // said by a page, not by whoever comes back to it
  const page = c.req.method === 'GET' ? here.pathname + here.search : '/';
  const returnTo = id === undefined ? sent.mark?.path ?? page : keptPath(id);
  if (code === 'session.locked') return locked(c, parts, c.req.method === 'GET' ? page : returnTo, id !== undefined);
  const on = signInLink({ returnTo, because: code });
  if (c.req.method === 'GET') return c.redirect(on, 303);
  // A redirect out of a form would be held against form-action 'self' at the provider, so a page leads on; the header works without JavaScript.
  c.header('refresh', `0; url=${on}`);
  return c.html(renderDocument(<EndedPage lang={languageOf(c)} on={on} kept={id !== undefined} />), 403);
}

async function locked(c: Context, parts: Parts, returnTo: string, kept: boolean): Promise<Response> {
  const session = await parts.signIn.machine.whose(c.req.header('cookie'));
  const name = session === undefined ? '' : await parts.door.unaudited(session.regionId, 'lock_page', async (ctx) => (await findColleague(ctx, session.userId))?.name ?? '');
  return c.html(renderDocument(<LockPage lang={languageOf(c)} name={name} returnTo={returnTo} kept={kept} />), 403);
}

/** «Lås nå», or nobody has touched the page for a while: what its island kept a moment ago is what one comes back to. */
export async function lockNow(c: Context, parts: Parts): Promise<Response> {
  const cookies = c.req.header('cookie');
  const session = await parts.signIn.machine.whose(cookies);
  if (session?.lockMs === undefined) return c.redirect('/', 303);
  await parts.signIn.machine.lock(cookies);
  const here = safeReturnPath(new Form(await readPairs(c.req.raw)).one('til'));
  const [text] = await parts.door.unaudited(session.regionId, 'lock_page', async (ctx) => (await unsentOf(ctx, session.userId)).filter((one) => one.path.split('?')[0] === here));
  return locked(c, parts, text === undefined ? here : keptPath(text.keptId), text !== undefined);
}

/** The page was somebody else's, who sat here before. Its words are theirs; whoever is signed in now sent nothing, and sees nothing of it. */
export async function fromAnothers(c: Context, parts: Parts, sent: Sent): Promise<Response> {
  return c.html(renderDocument(<AnothersPage lang={languageOf(c)} kept={await keep(parts, sent) !== undefined} />), 403);
}

/** Where one says that one knows the duty of confidentiality, and where a page keeps what is typed in it. */
const BEFORE_DECLARING: readonly string[] = [DECLARATION, DECLARE, KEEP_TEXT];

/** Whether this address waits until whoever signed in has said that they know the duty of confidentiality (fvl § 13 c). */
export function waitsForDeclaration(path: string): boolean {
  return !BEFORE_DECLARING.includes(path);
}

/** Asked first, and then back to where they were going; what they had typed waits there. */
export async function declareFirst(c: Context, parts: Parts, sent: Sent): Promise<Response> {
  const id = await keep(parts, sent);
  const here = new URL(c.req.url);
  const on = id !== undefined ? keptPath(id) : c.req.method === 'GET' ? here.pathname + here.search : sent.mark?.path ?? '/';
  return c.redirect(`${DECLARATION}?til=${encodeURIComponent(on)}`, 303);
}

/** The form was sent: what was kept of it is forgotten, also where the same words wait from another showing of the page. */
export async function settled(parts: Parts, { mark, pairs, action }: Sent): Promise<void> {
  if (mark === undefined || !hasWords(pairs)) return;
  await parts.door.unaudited(mark.regionId, 'text_sent', async (ctx) => {
    await spendForm(ctx, mark.userId, keptId(mark.page, action));
    await letGoSame(ctx, mark.userId, { action, pairs });
  });
}
