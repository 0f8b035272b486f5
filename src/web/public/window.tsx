import { randomUUID } from 'node:crypto';
import { errorCode } from '../../kernel/database/connect.ts';
import { boxPair, privateBytes, type BoxPair } from '../../kernel/sealing/hpke.ts';
import { openReply } from '../../kernel/sealing/receipt-code.ts';
import { readWindowSecret, windowKeys } from '../../kernel/sealing/window-secret.ts';
import type { OpenedWindow } from '../../kernel/sealing/window-token.ts';
import type { FoundWindow } from '../../reports/intake.ts';
import { FollowUpPage } from '../../reports/pages/public/follow-up-page.tsx';
import { WindowPage, type OurWords, type ShownWindow, type WindowPageProps } from '../../reports/pages/public/window-page.tsx';
import { messageText, planMessage } from '../../reports/window/message.ts';
import { tellingIn } from '../../reports/window/unnamed.ts';
import { reply } from '../../reports/window/reply.ts';
import { Form, readPairs } from '../http/form-body.ts';
import { logFault } from '../http/serve.ts';
import { leaveFor, type PublicRequest } from './form.tsx';
import { html } from './html.ts';
import { TooMany } from './slowly.ts';
import { mintVisit, readVisit, wasLeft, type Visit } from './visit.ts';

const LONGEST_TYPED = 200;

/** `GET /kvittering`: a new visit, and the box for the code. */
export function showFollowUp(request: PublicRequest): Response {
  return html(<FollowUpPage {...request.frame} token={mintVisit(request)} />);
}

/**
 * `POST /kvittering`: the code, or what is written in the window that it opened. Which of them it is says the token that the page carries; the
 * code itself is typed once and stands in no page and no address.
 */
export async function followUp(request: PublicRequest): Promise<Response> {
  const form = new Form(await readPairs(request.raw));
  const visit = readVisit(request, form.one('skjema'));
  const typed = form.one('kode').slice(0, LONGEST_TYPED);
  const text = messageText(form.one('svar'));
  if (visit === undefined) {
    return html(<FollowUpPage {...request.frame} token={mintVisit(request)} typed={typed} notice="stale" unsent={text === '' ? undefined : text} />, 422);
  }
  return visit.open === undefined ? openWindow(request, visit, typed, text) : send(request, visit, visit.open, form);
}

/** Right and wrong codes wait equally long, and are answered with the same status. */
async function openWindow(request: PublicRequest, visit: Visit, typed: string, text: string): Promise<Response> {
  const { parts, site, frame, client } = request;
  const secret = readWindowSecret(typed);
  const found = await parts.slowly(async () => {
    if (secret === undefined) return undefined;
    const { lookup, publicKey, pair } = await windowKeys(secret, site.regionId);
    const window = await parts.intake.findWindow(site.regionId, lookup);
    if (window === undefined) return undefined;
    const open: OpenedWindow = { thread: window.thread, keys: { lookup, publicKey, privateKey: await privateBytes(pair) } };
    return { open, shown: await shownWindow(request, window, pair) };
  }, client).catch((error: unknown) => (error instanceof TooMany ? 'busy' as const : Promise.reject(error)));
  if (await wasLeft(request, visit.visit)) return leaveFor(parts.https);
  const token = mintVisit(request, visit.visit, typeof found === 'object' ? found.open : undefined);
  const unsent = text === '' ? undefined : text;
  if (found === 'busy') return html(<FollowUpPage {...frame} token={token} typed={typed} unsent={unsent} busy />, 429);
  if (found === undefined) return html(<FollowUpPage {...frame} token={token} typed={typed} unsent={unsent} missing />);
  return html(<WindowPage {...frame} token={token} window={found.shown} typed={unsent} />);
}

/** A message is stored before anything is called sent. Whoever is told nothing has every word in front of them. */
async function send(request: PublicRequest, visit: Visit, open: OpenedWindow, form: Form): Promise<Response> {
  const { parts, site, lang } = request;
  const typed = messageText(form.one('svar'));
  const planned = planMessage({ text: typed, feels: form.one('tilstand') }, parts.clock(), lang);
  if (!planned.ok) return again(request, visit, open, { typed, problem: planned.code === 'empty' ? 'empty' : 'tooLong' });
  const content = planned.value;
  try {
    const found = await parts.intake.findWindow(site.regionId, open.keys.lookup);
    const telling = found?.advice === true ? tellingIn(typed, form.all('ikkenavn')) : undefined;
    if (telling !== undefined) return await again(request, visit, open, { typed, problem: 'telling', telling, notNames: form.all('ikkenavn') });
    const message = { region: site.regionId, lookup: open.keys.lookup, thread: open.thread, messageId: visit.message, content, answers: content.text !== undefined };
    const did = await parts.intake.addMessage(message, site.intake, parts.clock());
    if (did === 'closed') return await again(request, visit, open, { typed, notice: 'closed' });
    if (did === 'too_many' || did === 'unknown') return await again(request, visit, open, { typed, notice: 'tooMany' });
    return await again(request, visit, open, { notice: content.feels === 'VERRE' ? 'worse' : content.feels === 'TRYGG' ? 'safe' : 'sent' });
  } catch (error) {
    logFault('message', errorCode(error), randomUUID());
    if (parts.left.has(visit.visit)) return leaveFor(parts.https);
    // The same token: sent again, it is not stored twice.
    return html(<WindowPage {...request.frame} token={form.one('skjema')} window={undefined} typed={typed} notice="unknown" />, 503);
  }
}

type Said = Pick<WindowPageProps, 'typed' | 'problem' | 'telling' | 'notNames' | 'notice' | 'file'>;

/**
 * The window once more, as it is now. A page that stood open for half an hour shows it no more: somebody else may sit there. What was refused
 * is 422 and keeps its words.
 */
export async function again(request: PublicRequest, visit: Visit, open: OpenedWindow, said: Said): Promise<Response> {
  const { parts, site, frame } = request;
  if (await wasLeft(request, visit.visit)) return leaveFor(parts.https);
  const kept = said.typed !== undefined && said.typed !== '';
  const refused = said.problem !== undefined || said.notice === 'closed' || said.notice === 'tooMany' || (said.file !== undefined && said.file !== 'added');
  if (visit.state === 'expired') {
    return html(<FollowUpPage {...frame} token={mintVisit(request, visit.visit)} notice={refused ? 'stale' : 'sent'} unsent={kept ? said.typed : undefined} />, refused ? 422 : 200);
  }
  const found = await parts.intake.findWindow(site.regionId, open.keys.lookup);
  const shown = found === undefined ? undefined : await shownWindow(request, found, await boxPair(open.keys.privateKey, open.keys.publicKey));
  return html(<WindowPage {...frame} token={mintVisit(request, visit.visit, open)} window={shown} {...said} />, refused ? 422 : 200);
}

/** What cannot be opened with this code is not shown: an answer of ours that was altered on the way is none. */
async function shownWindow({ site }: PublicRequest, found: FoundWindow, pair: BoxPair): Promise<ShownWindow> {
  const ours = await Promise.all(found.replies.map(async ({ messageId, asks, sealed, writtenAt, answeredAt }): Promise<OurWords[]> => {
    try {
      const plain = await openReply(pair, sealed, { region: site.regionId, thread: found.thread, message: messageId });
      return [{ id: messageId, asks, text: reply.parse(JSON.parse(plain.toString('utf8'))).text, at: writtenAt, answeredAt }];
    } catch {
      logFault('reply', 'broken', randomUUID());
      return [];
    }
  }));
  return { status: found.status, advice: found.advice, ours: ours.flat(), files: found.files, sentAt: found.sentAt };
}
