import { randomUUID } from 'node:crypto';
import { errorCode } from '../../kernel/database/connect.ts';
import { readFormToken, type FormToken } from '../../kernel/sealing/form-token.ts';
import { formatReceiptCode, lookupId } from '../../kernel/sealing/receipt-code.ts';
import { toMs, type Instant } from '../../kernel/time.ts';
import type { Added, FileTarget, ReceiptFacts } from '../../reports/intake.ts';
import type { FileOutcome } from '../../reports/pages/public/add-file.tsx';
import { FilePage } from '../../reports/pages/public/file-page.tsx';
import { path } from '../../reports/pages/public/paths.ts';
import { LARGEST_FILE, type FileContent } from '../../reports/window/content.ts';
import { logFault } from '../http/serve.ts';
import { CODE_SHOWN_MS, leaveFor, type PublicRequest } from './form.tsx';
import { html } from './html.ts';
import { takeFile, type Destination, type Stored } from './upload.ts';
import { readVisit, wasLeft, type Visit } from './visit.ts';
import { again } from './window.tsx';

/** Whose file it is: that of the receipt somebody looks at, or of the window that a code opened. */
type Owner = { readonly kind: 'receipt'; readonly token: FormToken } | { readonly kind: 'window'; readonly visit: Visit & { readonly open: NonNullable<Visit['open']> } };

/** `GET /kvittering/fil`: only ever the answer to a file; somebody who comes by it again begins with the code. */
export function noFile({ lang }: PublicRequest): Response {
  return new Response(null, { status: 303, headers: { location: path(lang, 'followUp') } });
}

/** What is known of one upload by now. */
type Sending = { token: string; owner: Owner | undefined; receipt: ReceiptFacts | undefined };

/** `POST /kvittering/fil`: one file, stored before it is called added. A file that is refused takes nothing else with it. */
export function addFile(request: PublicRequest): Promise<Response> {
  return request.parts.uploads(request.client, () => takeOne(request));
}

async function takeOne(request: PublicRequest): Promise<Response> {
  const sending: Sending = { token: '', owner: undefined, receipt: undefined };
  try {
    const upload = await takeFile<FileOutcome>(request.raw, { storage: request.parts.storage, most: LARGEST_FILE, admit: (token) => admit(request, sending, token) });
    if (upload.state === 'stored') return await answer(request, sending, await keep(request, sending, upload.file));
    return await answer(request, sending, upload.state === 'refused' ? upload.why : upload.state);
  } catch (error) {
    logFault('file', errorCode(error), randomUUID());
    return answer(request, sending, 'unknown').catch(() => html(<FilePage {...request.frame} outcome="unknown" token={undefined} />, 503));
  }
}

/** Asked before a byte of the file is kept, and again when it is stored. */
async function admit(request: PublicRequest, sending: Sending, token: string): Promise<Destination | { readonly no: FileOutcome }> {
  const { parts, site } = request;
  sending.token = token;
  sending.owner = ownerOf(request, token);
  if (sending.owner === undefined) return { no: 'token' };
  const { to, thread } = targetOf(sending.owner, site.regionId);
  const { may, receipt } = await parts.intake.mayAddFile(site.regionId, to);
  sending.receipt = receipt;
  return may === 'yes' ? { region: site.regionId, thread } : { no: may === 'advice' ? may : OUTCOMES[may] };
}

/** Written down beside the object that lies in the store already. What is known before, or not taken, leaves none there. */
async function keep({ parts, site }: PublicRequest, { owner }: Sending, file: Stored): Promise<FileOutcome> {
  if (owner === undefined) return 'token';
  const content: FileContent = { kind: 'file', version: 1, receivedAt: parts.clock(), ...file };
  const added = await parts.intake.addFile({ region: site.regionId, ...targetOf(owner, site.regionId), content }, site.intake, parts.clock());
  if (added !== 'added') await parts.storage.remove({ region: site.regionId, object: file.object }).catch(() => undefined); // the sweep finds it
  return OUTCOMES[added];
}

const OUTCOMES: Readonly<Record<Added, FileOutcome>> = { added: 'added', repeated: 'added', too_many: 'many', closed: 'closed', unknown: 'notYet' };

function ownerOf(request: PublicRequest, token: string): Owner | undefined {
  const { parts, site } = request;
  const receipt = readFormToken(parts.formTokenKey, token, parts.clock());
  if (receipt.state !== 'forged' && receipt.region === site.regionId) return { kind: 'receipt', token: receipt };
  const visit = readVisit(request, token);
  return visit?.open === undefined ? undefined : { kind: 'window', visit: { ...visit, open: visit.open } };
}

function targetOf(owner: Owner, region: string): { readonly to: FileTarget; readonly thread: string } {
  if (owner.kind === 'receipt') return { to: { draft: owner.token.draftId, lookup: lookupId(owner.token.receiptCode, region) }, thread: owner.token.draftId };
  return { to: { draft: undefined, lookup: owner.visit.open.keys.lookup }, thread: owner.visit.open.thread };
}

/** The page that the file came from, with what became of it. */
async function answer(request: PublicRequest, { owner, token, receipt }: Sending, outcome: FileOutcome): Promise<Response> {
  const { parts, frame } = request;
  if (owner === undefined) return html(<FilePage {...frame} outcome={outcome === 'none' ? 'token' : outcome} token={undefined} />, 422);
  if (owner.kind === 'window' && outcome !== 'unknown') return again(request, owner.visit, owner.visit.open, { file: outcome });
  if (receipt?.shown === false || await wasLeft(request, owner.kind === 'receipt' ? owner.token.draftId : owner.visit.visit)) return leaveFor(parts.https);
  const code = owner.kind === 'receipt' && receipt !== undefined && mayShowCode(receipt, parts.clock()) ? formatReceiptCode(owner.token.receiptCode) : undefined;
  return html(<FilePage {...frame} outcome={outcome} token={token} code={code} />, outcome === 'added' ? 200 : outcome === 'unknown' ? 503 : 422);
}

/** The page with the code is gone when this one comes; as long as it may be shown, it stands here, too. */
function mayShowCode({ receivedAt, coded }: ReceiptFacts, now: Instant): boolean {
  return coded && toMs(now) - toMs(receivedAt) <= CODE_SHOWN_MS;
}
