import { randomUUID, type KeyObject } from 'node:crypto';
import type { ReactElement } from 'react';
import { errorCode } from '../../kernel/database/connect.ts';
import { asId, isUuid, systemChance } from '../../kernel/ids.ts';
import { mintFormToken, readFormToken, type FormToken } from '../../kernel/sealing/form-token.ts';
import { formatReceiptCode, newReceiptCode, parseReceiptCode } from '../../kernel/sealing/receipt-code.ts';
import { MINUTE, toMs, type Clock } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';
import { plan, type Submission } from '../../reports/form/plan.ts';
import { readForm } from '../../reports/form/read.ts';
import type { Intake, Submitted } from '../../reports/intake.ts';
import { FollowUpPage } from '../../reports/pages/public/follow-up-page.tsx';
import { MeldPage, UnknownOutcomePage, type MeldPageProps } from '../../reports/pages/public/meld-page.tsx';
import type { PublicPage } from '../../reports/pages/public/page.tsx';
import { ClosedFormPage } from '../../reports/pages/public/plain-pages.tsx';
import { ReceiptPage, type ShownCode } from '../../reports/pages/public/receipt-page.tsx';
import { logFault } from '../http/serve.ts';
import { Form, readPairs } from '../http/form-body.ts';
import { NEUTRAL_PATH } from '../ui/quick-exit.tsx';
import { html } from './html.ts';
import type { KnownSite, Sites } from './sites.ts';

export type PublicParts = {
  readonly intake: Intake;
  readonly sites: Sites;
  readonly formTokenKey: KeyObject;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly https: boolean;
  /** set where this process serves one region only */
  readonly onlyHost: string | undefined;
  readonly health: () => Promise<Response>;
  readonly slowly: <T>(work: () => Promise<T>) => Promise<T>;
};

export type PublicRequest = { readonly parts: PublicParts; readonly raw: Request; readonly host: string; readonly site: KnownSite; readonly lang: Lang; readonly frame: PublicPage };

const CODE_SHOWN_MS = 10 * MINUTE;
const LEAVE_WITHIN_MS = 250;

function mint({ parts, site }: PublicRequest): string {
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
  const planned = plan(read.answers, { region: site.regionId, draftId: asId<'file'>(token.draftId), receivedAt: parts.clock(), lang, channel: 'NETTSKJEMA' });
  if (!planned.ok) return again({ problems: planned.fields ?? {} });
  try {
    const submitted = await parts.intake.submit(planned.value, token.receiptCode, site.intake, parts.clock());
    return receipt(request, token, planned.value, submitted, text);
  } catch (error) {
    logFault('submit', errorCode(error), randomUUID());
    return html(<UnknownOutcomePage {...frame} token={text} written={read.written} />, 503);
  }
}

/** What was refused is shown again with every word kept, unless the form was left with «Forlat siden». */
async function answerAgain(request: PublicRequest, draftId: string, page: ReactElement): Promise<Response> {
  const spent = await request.parts.intake.draftSpent(request.site.regionId, draftId).catch(() => false);
  return spent ? leaveFor(request.parts.https) : html(page, 422);
}

function receipt(request: PublicRequest, token: FormToken, submission: Submission, submitted: Submitted, text: string): Response {
  if (!submitted.shown) return leaveFor(request.parts.https);
  const { content } = submission;
  const late = toMs(request.parts.clock()) - toMs(submitted.receivedAt) > CODE_SHOWN_MS;
  const code: ShownCode = !submission.wantsCode ? { state: 'declined' } : late ? { state: 'late' } : { state: 'shown', code: formatReceiptCode(token.receiptCode) };
  return html(<ReceiptPage {...request.frame} receivedAt={submitted.receivedAt} code={code} added={submitted.outcome === 'added'} danger={content.danger === 'ja'}
    child={content.adult === 'nei'} self={content.mode === 'D'} host={request.host} token={text} />);
}

/**
 * «Forlat siden»: a neutral page opens at once, whatever state the database is in; the draft's id is spent behind it.
 * The token names its own region, so nothing has to be looked up first.
 */
export async function leave(parts: PublicParts, raw: Request): Promise<Response> {
  const token = readFormToken(parts.formTokenKey, new Form(await readPairs(raw)).one('token'), parts.clock());
  if (token.state !== 'forged' && isUuid(token.region)) {
    const spent = parts.intake.spendDraft(asId<'region'>(token.region), token.draftId, parts.clock())
      .catch((error: unknown) => logFault('leave', errorCode(error), randomUUID()));
    await Promise.race([spent, new Promise((resolve) => setTimeout(resolve, LEAVE_WITHIN_MS))]);
  }
  return leaveFor(parts.https);
}

/**
 * To the neutral page. The cookie says nothing and is gone after a second: its change is what makes Chromium throw away
 * the page it keeps for «Back», which no-store alone does not (test: journeys/public-exit; decision 0004).
 */
function leaveFor(https: boolean): Response {
  const cookie = `d=1; Path=/; Max-Age=1; HttpOnly; SameSite=Strict${https ? '; Secure' : ''}`;
  return new Response(null, { status: 303, headers: { location: NEUTRAL_PATH, 'set-cookie': cookie } });
}

/** `/kvittering`: the code leads to one word of status; a wrong code looks the same and takes as long. */
export async function followUp(request: PublicRequest): Promise<Response> {
  const { parts, site, frame } = request;
  if (request.raw.method === 'GET') return html(<FollowUpPage {...frame} />);
  const typed = new Form(await readPairs(request.raw)).one('kode').slice(0, 100);
  const code = parseReceiptCode(typed);
  const status = await parts.slowly(async () => (code === undefined ? undefined : parts.intake.findWindow(site.regionId, code)));
  return html(<FollowUpPage {...frame} status={status ?? 'none'} typed={status === undefined ? typed : undefined} />);
}
