import { randomUUID, type KeyObject } from 'node:crypto';
import type { ReactElement } from 'react';
import { errorCode } from '../../kernel/database/connect.ts';
import { asId, isUuid, systemChance } from '../../kernel/ids.ts';
import { mintFormToken, mintTurn, readFormToken, waitedFor, type FormToken } from '../../kernel/sealing/form-token.ts';
import { formatReceiptCode, newReceiptCode } from '../../kernel/sealing/receipt-code.ts';
import { readQuestionToken } from '../../kernel/sealing/question-token.ts';
import { readWindowToken } from '../../kernel/sealing/window-token.ts';
import type { Storage } from '../../kernel/storage.ts';
import { MINUTE, SECOND, toMs, type Clock } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';
import { livesOutside, plan, type Submission } from '../../reports/form/plan.ts';
import { readForm } from '../../reports/form/read.ts';
import type { Intake, Submitted } from '../../reports/intake.ts';
import { CrowdPage } from '../../reports/pages/public/crowd-page.tsx';
import { MeldPage, UnknownOutcomePage, type MeldPageProps } from '../../reports/pages/public/meld-page.tsx';
import type { PublicPage } from '../../reports/pages/public/page.tsx';
import { ClosedFormPage } from '../../reports/pages/public/plain-pages.tsx';
import { ReceiptPage, type ShownCode } from '../../reports/pages/public/receipt-page.tsx';
import type { ClientOf } from '../http/client-address.ts';
import { logFault } from '../http/serve.ts';
import { Form, readPairs, type Pairs } from '../http/form-body.ts';
import { NEUTRAL_PATH } from '../ui/quick-exit.tsx';
import type { Crowd } from '../../kernel/crowd.ts';
import { html } from './html.ts';
import type { InLine } from './in-line.ts';
import type { LeftDrafts } from './left-drafts.ts';
import type { KnownSite, Sites } from './sites.ts';
import type { Slowly } from './slowly.ts';

export type PublicParts = {
  readonly intake: Intake;
  readonly sites: Sites;
  readonly formTokenKey: KeyObject;
  /** for record systems: ids, tokens, signed receipts */
  readonly apiKeys: { readonly api: KeyObject; readonly receipt: KeyObject };
  readonly clock: Clock;
  readonly demo: boolean;
  readonly https: boolean;
  /** set where this process serves one region only */
  readonly onlyHost: string | undefined;
  readonly health: () => Promise<Response>;
  readonly slowly: Slowly;
  readonly clientOf: ClientOf;
  readonly left: LeftDrafts;
  readonly crowd: Crowd;
  /** one address's files, a few at a time */
  readonly uploads: InLine;
  /** where files lie, sealed before they come there */
  readonly storage: Storage;
};

export type PublicRequest = { readonly parts: PublicParts; readonly raw: Request; readonly host: string; readonly site: KnownSite; readonly lang: Lang; readonly frame: PublicPage; /** for counting in memory alone */ readonly client: string | undefined };

/** As long as the receipt shows its code, and no longer. */
export const CODE_SHOWN_MS = 10 * MINUTE;
const WORDS_TAKEN = 'VV020';
const LEAVE_WITHIN_MS = 250;
/** As the page says, and its style sheet (form.css). */
const WAIT_MS = 5 * SECOND;

/** A new draft's token, for a form that is shown for the first time. */
export function mint({ parts, site }: PublicRequest): string {
  const token: FormToken = { draftId: randomUUID(), receiptCode: newReceiptCode(systemChance), issuedAt: parts.clock(), region: site.regionId };
  return mintFormToken(parts.formTokenKey, token, systemChance);
}

/** `GET /meld`: an empty form with a new draft. Nothing is stored. */
export function showForm(request: PublicRequest): Response {
  if (!request.site.site.formOpen) return html(<ClosedFormPage {...request.frame} />);
  return html(<MeldPage {...request.frame} token={mint(request)} />);
}

/**
 * `POST /meld`: check everything at once, store, and only then show a receipt. Whoever sees a receipt has a stored report;
 * whoever does not, has everything they wrote in front of them.
 */
export async function send(request: PublicRequest): Promise<Response> {
  const { parts, site, frame, lang } = request;
  const { variety } = frame;
  const pairs = await readPairs(request.raw);
  const text = new Form(pairs).one('skjema');
  const token = readFormToken(parts.formTokenKey, text, parts.clock());
  const read = readForm(pairs);
  // A form that was open when somebody began is still taken: what they wrote must not be lost to a change of settings.
  if (!site.site.formOpen && token.state === 'forged') return html(<ClosedFormPage {...frame} />);
  if (token.state === 'forged' || token.region !== site.regionId) {
    return html(<MeldPage {...frame} token={mint(request)} written={read.written} problems={read.problems} notice="token" />, 422);
  }
  const again = (props: Partial<MeldPageProps>) => answerAgain(request, token.draftId, <MeldPage {...frame} token={text} written={read.written} {...props} />);
  if (read.answers === undefined) return again({ problems: read.problems });
  const turn = turnOf(request, pairs, token.draftId);
  const crowded = turn.state === 'waited' ? true : undefined;
  const planned = plan(read.answers, { region: site.regionId, draftId: asId<'file'>(token.draftId), receivedAt: parts.clock(), lang, variety, channel: 'NETTSKJEMA', crowded });
  if (!planned.ok) return again({ problems: planned.fields ?? {} });
  if (turn.state !== 'waited' && read.answers.fare !== 'ja' && (turn.state === 'early' || parts.crowd(request.client, toMs(parts.clock())))) return wait(request, pairs, token.draftId, text, turn);
  try {
    const submitted = await parts.intake.submit(planned.value, token.receiptCode, site.intake, parts.clock());
    return receipt(request, token, planned.value, submitted, text);
  } catch (error) {
    // the words open somebody else's window: nothing is stored, and the person is asked for others (0020_form.sql)
    if (errorCode(error) === WORDS_TAKEN) return again({ problems: { egneord: 'wordsTaken' } });
    logFault('submit', errorCode(error), randomUUID());
    if (parts.left.has(token.draftId)) return leaveFor(parts.https);
    return html(<UnknownOutcomePage {...frame} token={text} written={read.written} />, 503);
  }
}

/** Where a form stands that was asked to wait. Danger never waits, and is never kept aside. */
type Turn = { readonly state: 'none' } | { readonly state: 'early' | 'waited'; readonly text: string };

function turnOf({ parts }: PublicRequest, pairs: Pairs, draftId: string): Turn {
  const text = new Form(pairs).one('tur');
  const ms = waitedFor(parts.formTokenKey, text, draftId, parts.clock());
  return ms === undefined ? { state: 'none' } : { state: ms < WAIT_MS ? 'early' : 'waited', text };
}

/** Above the limit of one address nothing is refused: the page carries every word, and one button sends it a little later (decision 0028). */
function wait(request: PublicRequest, pairs: Pairs, draftId: string, token: string, turn: Turn): Promise<Response> {
  const { parts, frame } = request;
  const waiting = turn.state === 'none' ? mintTurn(parts.formTokenKey, draftId, parts.clock(), systemChance) : turn.text;
  const page = <CrowdPage {...frame} pairs={pairs.filter(([name]) => name !== 'tur')} token={token} turn={waiting} early={turn.state === 'early'} />;
  return answerAgain(request, draftId, page, 429);
}

/**
 * What was refused is shown again with every word kept, unless the form was left with «Forlat siden». While the database
 * is away this process alone can say whether it was; what it does not know of is shown (decision 0003).
 */
async function answerAgain({ parts, site }: PublicRequest, draftId: string, page: ReactElement, status = 422): Promise<Response> {
  const left = parts.left.has(draftId) || await parts.intake.draftSpent(site.regionId, draftId).catch(() => false);
  return left ? leaveFor(parts.https) : html(page, status);
}

/** What «Forlat siden» spends: a form's draft, or a visit to the window or to a question. The token names its own region, so nothing has to be looked up first. */
function leavable(parts: PublicParts, text: string): { readonly region: string; readonly id: string } | undefined {
  const form = readFormToken(parts.formTokenKey, text, parts.clock());
  if (form.state !== 'forged') return { region: form.region, id: form.draftId };
  const visit = readWindowToken(parts.formTokenKey, text, parts.clock());
  if (visit.state !== 'forged') return { region: visit.region, id: visit.visit };
  const question = readQuestionToken(parts.formTokenKey, text, parts.clock());
  return question.state === 'forged' ? undefined : { region: question.region, id: question.visit };
}

/** The neutral page, where this posted form is one that this process knows was left. */
export function leftMeanwhile(parts: PublicParts, pairs: Pairs): Response | undefined {
  const left = leavable(parts, new Form(pairs).one('skjema'));
  return left !== undefined && parts.left.has(left.id) ? leaveFor(parts.https) : undefined;
}

function receipt(request: PublicRequest, token: FormToken, submission: Submission, submitted: Submitted, text: string): Response {
  if (!submitted.shown || request.parts.left.has(token.draftId)) return leaveFor(request.parts.https);
  const { content } = submission;
  const late = toMs(request.parts.clock()) - toMs(submitted.receivedAt) > CODE_SHOWN_MS;
  const code: ShownCode = content.ownWords === true ? { state: 'words' } : !submission.wantsCode ? { state: 'declined' } : late ? { state: 'late' } : { state: 'shown', code: formatReceiptCode(token.receiptCode) };
  return html(<ReceiptPage {...request.frame} receivedAt={submitted.receivedAt} code={code} added={submitted.outcome === 'added'} danger={content.danger === 'ja'}
    child={content.adult === 'nei'} self={content.mode === 'D'} anon={content.mode === 'C'} outside={livesOutside(content, request.site.site.municipalities)} host={request.host} token={text} />);
}

/**
 * «Forlat siden»: a neutral page opens at once, whatever state the database is in; the draft's id is spent behind it.
 * The token names its own region, so nothing has to be looked up first.
 */
export async function leave(parts: PublicParts, raw: Request): Promise<Response> {
  const left = leavable(parts, new Form(await readPairs(raw)).one('token'));
  if (left !== undefined && isUuid(left.region)) {
    const spent = parts.left.leave(asId<'region'>(left.region), left.id)
      .catch((error: unknown) => logFault('leave', errorCode(error), randomUUID()));
    await Promise.race([spent, new Promise((resolve) => setTimeout(resolve, LEAVE_WITHIN_MS))]);
  }
  return leaveFor(parts.https);
}

/**
 * To the neutral page. The cookie says nothing and is gone after a second: its change is what makes Chromium throw away
 * the page it keeps for «Back», which no-store alone does not (test: journeys/public-exit; decision 0004).
 */
export function leaveFor(https: boolean): Response {
  const cookie = `d=1; Path=/; Max-Age=1; HttpOnly; SameSite=Strict${https ? '; Secure' : ''}`;
  return new Response(null, { status: 303, headers: { location: NEUTRAL_PATH, 'set-cookie': cookie } });
}
