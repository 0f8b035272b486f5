import type { ReactElement } from 'react';
import { refuse } from '../kernel/outcome.ts';
import { dropText, freshSignIn, hasWords, keepText, keptTextWith, type KeptForm } from '../staff/public.ts';
import { Form } from './http/form-body.ts';
import { Kept } from './kept-page.tsx';
import { isOfFile, keptReach } from './kept-reach.ts';
import { keptTexts } from './kept-texts.ts';
import { NotHere, type Reply, type StaffRequest, type StaffRoute } from './route.tsx';
import { StaffPage } from './staff-page.tsx';
import { LinkButton, TextLink } from './ui/buttons.tsx';
import { PageHead, Prose, Written } from './ui/layout.tsx';
import { ACTION_FIELD, DROP_TEXT, KEEP_TEXT, keptPath } from './kept-paths.ts';

/** With this «refusal» a page is shown with what somebody had typed and not sent; nothing is at fault. */
export const TEXT_KEPT = 'text_kept';

const keptText = keptTextWith(keptReach);

/** The route that an address leads to, with its parameters; the first that fits, as the application does it. */
export function routeTo(routes: readonly StaffRoute[], method: 'GET' | 'POST', path: string): { readonly route: StaffRoute; readonly params: Readonly<Record<string, string>> } | undefined {
  const parts = path.split('/');
  for (const route of routes.filter((one) => one.method === method)) {
    const pattern = route.path.split('/');
    if (pattern.length !== parts.length || !pattern.every((part, n) => part.startsWith(':') ? parts[n] !== '' : part === parts[n])) continue;
    return { route, params: Object.fromEntries(pattern.flatMap((part, n) => (part.startsWith(':') ? [[part.slice(1), parts[n] ?? '']] : []))) };
  }
  return undefined;
}

/**
 * One mechanism for what was typed and not sent, whatever the form: kept while it is written (islands/draft.ts), when the screen
 * locks and when a session ends; fetched back onto the form it was written in; thrown away.
 */
export function keptRoutes(routes: readonly StaffRoute[]): readonly StaffRoute[] {
  return [
    { maker: 'save', method: 'POST', path: KEEP_TEXT, access: keepText.name, handle: keep },
    { maker: 'show', method: 'GET', path: keptPath(':id'), access: keptText.name, handle: (request) => fetchText(routes, request) },
    { maker: 'submit', method: 'POST', path: DROP_TEXT, access: dropText.name, handle: drop },
  ];
}

/** What a page keeps by itself says which form it was. Without a page's mark nobody knows whose it is. */
async function keep({ door, person, form, mark }: StaffRequest): Promise<Reply> {
  if (mark === undefined) throw new NotHere('unmarked');
  const pairs = form.pairs.filter(([name]) => name !== ACTION_FIELD);
  const outcome = await door.enter(keepText, person, { page: mark.page, path: mark.path, action: form.one(ACTION_FIELD), pairs });
  if (!outcome.ok) throw new NotHere(outcome.code);
  return { kind: 'saved' };
}

async function drop({ door, person, form, mark }: StaffRequest): Promise<Reply> {
  const outcome = await door.enter(dropText, person, { keptId: form.one('tekst') });
  if (!outcome.ok) throw new NotHere(outcome.code);
  return { kind: 'go', to: mark?.path ?? '/' };
}

async function fetchText(routes: readonly StaffRoute[], request: StaffRequest): Promise<Reply> {
  const outcome = await request.door.enter(keptText, request.person, { keptId: request.params['id'] ?? '' });
  if (!outcome.ok && (outcome.code === 'text_closed' || outcome.code === 'sign_in_again')) return { kind: 'page', status: 200, page: <Closed request={request} signIn={outcome.code === 'sign_in_again'} /> };
  if (!outcome.ok) throw new NotHere(outcome.code);
  const { form, at } = outcome.value;
  if (!isOfFile(form.path) && !(await opens(routes, request, form.path))) return { kind: 'page', status: 200, page: <Closed request={request} signIn={false} /> };
  try {
    return await onItsForm(routes, { ...request, fetched: at }, form);
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    return { kind: 'page', status: 404, page: <OwnWords form={form} request={request} routes={routes} /> };
  }
}

/** Whether the page that a form stood on opens today for whoever typed in it, by its own rule: a request for access, a breach, a report, a colleague. A page that the house no longer has closes nothing. */
async function opens(routes: readonly StaffRoute[], request: StaffRequest, address: string): Promise<boolean> {
  const [path = '', search = ''] = address.split('?');
  // a page that was shown again, since something in it was refused, has the address to which it was sent
  const [shown, sent] = [routeTo(routes, 'GET', path), routeTo(routes, 'POST', path)];
  const page = shown?.route ?? sent?.route.again;
  if (page === undefined) return true;
  try {
    await page.handle({ ...request, path, params: { ...sent?.params, ...shown?.params }, query: new URLSearchParams(search), form: new Form([]) });
    return true;
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    return false;
  }
}

/** The form is shown as if it had been sent and had to be looked at again: that is how every form knows to keep what was typed. */
async function onItsForm(routes: readonly StaffRoute[], request: StaffRequest, kept: KeptForm): Promise<Reply> {
  const [path = '', search = ''] = kept.action.split('?');
  const sent = routeTo(routes, 'POST', path);
  const shown = routeTo(routes, 'GET', kept.path.split('?')[0] ?? '');
  const page = sent?.route.again ?? shown?.route;
  if (page === undefined) throw new NotHere('unknown');
  const reply = await page.handle({
    ...request, path, params: { ...shown?.params, ...sent?.params }, query: new URLSearchParams(search), form: new Form(kept.pairs), refused: refuse(TEXT_KEPT), ...request.remark?.(kept),
  });
  return reply.kind === 'page' ? { ...reply, status: 200 } : reply;
}

/** What the page had filled in stands in the text, too: it is not shown before a fresh sign-in, or to whoever has lost what it is about. The same words where that is gone. */
function Closed({ request, signIn }: { request: StaffRequest; signIn: boolean }): ReactElement {
  const t = keptTexts[request.lang];
  return (
    <StaffPage request={request} title={t.unsentHeading} current="today">
      <PageHead heading={t.unsentHeading} lead={signIn ? t.signInLead : t.closedLead} />
      <Prose>
        {signIn ? <p><LinkButton variant="primary" href={freshSignIn(request.path)}>{t.signInAgain}</LinkButton></p> : <p>{t.closedKept}</p>}
        <p><TextLink href="/">{t.home}</TextLink></p>
      </Prose>
    </StaffPage>
  );
}

/** The page that the form stood on is gone: one's own words, and nothing of the thing. */
function OwnWords({ form, request, routes }: { form: KeptForm; request: StaffRequest; routes: readonly StaffRoute[] }): ReactElement {
  const t = keptTexts[request.lang];
  const path = form.action.split('?')[0] ?? '';
  const own = routeTo(routes, 'POST', path)?.route.keptPage?.({ ...request, path, form: new Form(form.pairs) }, 'gone');
  const typed = form.pairs.filter((pair) => hasWords([pair])).map(([, text], n) => ({ term: `${n + 1}`, value: <Written text={text} /> }));
  return own ?? <Kept request={request} why="gone" current="today" words={t} typed={typed} on={<TextLink href="/">{t.home}</TextLink>} />;
}
