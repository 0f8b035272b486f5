import { randomUUID } from 'node:crypto';
import { errorCode } from '../../kernel/database/connect.ts';
import { systemChance } from '../../kernel/ids.ts';
import { questionKey, questionKeys } from '../../kernel/sealing/question-code.ts';
import { mintQuestionToken, readQuestionToken, type OpenedQuestion, type ReadQuestionToken } from '../../kernel/sealing/question-token.ts';
import { parseReceiptCode } from '../../kernel/sealing/receipt-code.ts';
import { openJson } from '../../kernel/sealing/sealed.ts';
import { askedIn, planAnswer, typedAnswer } from '../../reports/expert/answer.ts';
import { questionPlace, shownQuestion, type ShownQuestion } from '../../reports/expert/content.ts';
import { ExpertCodePage, ExpertPage, ExpertReceiptPage, type ExpertPageProps } from '../../reports/pages/public/expert-page.tsx';
import { Form, readPairs } from '../http/form-body.ts';
import { logFault } from '../http/serve.ts';
import { leaveFor, type PublicRequest } from './form.tsx';
import { html } from './html.ts';
import { TooMany } from './slowly.ts';
import { wasLeft } from './visit.ts';

const LONGEST_TYPED = 200;
/** Base64 of the largest text that a question can hold, sealed and padded. */
const LONGEST_SEALED = 100_000;

type Visit = Exclude<ReadQuestionToken, { state: 'forged' }>;

/** `GET /svar`: a new visit, and the box for the code. */
export function showExpert(request: PublicRequest): Response {
  return html(<ExpertCodePage {...request.frame} token={mint(request)} />);
}

/** `POST /svar`: the code, or the answer on the page that it opened; the token says which. */
export async function answerExpert(request: PublicRequest): Promise<Response> {
  const form = new Form(await readPairs(request.raw));
  const visit = readVisit(request, form.one('skjema'));
  if (visit === undefined) return html(<ExpertCodePage {...request.frame} token={mint(request)} notice="stale" answers={typedAnswer((name) => form.one(name)).answers} />, 422);
  return visit.open === undefined ? openWithCode(request, visit, form.one('kode').slice(0, LONGEST_TYPED)) : answer(request, visit, visit.open, form);
}

/** Wrong, used, expired, withdrawn and unknown codes take as long as the right one, and are all answered alike. */
async function openWithCode(request: PublicRequest, { visit }: Visit, typed: string): Promise<Response> {
  const { parts, site, frame, client } = request;
  const code = parseReceiptCode(typed);
  const found = await parts.slowly(async () => {
    if (code === undefined) return undefined;
    const keys = await questionKeys(code, site.regionId);
    const question = await parts.intake.openQuestion(site.regionId, keys, visit, parts.clock());
    if (question === undefined) return undefined;
    const { ask, codeNo, until, forCode } = question;
    return { open: { ask, key: keys.key, codeNo, until }, sealed: forCode.toString('base64') };
  }, client).catch((error: unknown) => (error instanceof TooMany ? 'busy' as const : Promise.reject(error)));
  if (await wasLeft(request, visit)) return leaveFor(parts.https);
  if (found === 'busy') return html(<ExpertCodePage {...frame} token={mint(request, visit)} typed={typed} notice="busy" />, 429);
  if (found === undefined) return html(<ExpertCodePage {...frame} token={mint(request, visit)} typed={typed} notice="missing" />);
  return html(<ExpertPage {...frame} token={mint(request, visit, found.open)} sealed={found.sealed} until={found.open.until} shown={shownIn(request, found.open, found.sealed)} />);
}

/** An answer is stored before anything is called received. Whoever sees no receipt has every word in front of them. */
async function answer(request: PublicRequest, visit: Visit, open: OpenedQuestion, form: Form): Promise<Response> {
  const { parts, site, lang, frame } = request;
  const sealed = form.one('innhold').slice(0, LONGEST_SEALED);
  const asked = shownIn(request, open, sealed);
  const typed = typedAnswer((name) => form.one(name));
  const again = async (more: Pick<ExpertPageProps, 'faults' | 'notice'>, status: number, token = mint(request, visit.visit, open)): Promise<Response> => {
    if (await wasLeft(request, visit.visit)) return leaveFor(parts.https);
    return html(<ExpertPage {...frame} token={token} sealed={sealed} until={open.until} shown={visit.state === 'fresh' ? asked : undefined} asked={asked === undefined ? undefined : askedIn(asked)} typed={typed} {...more} />, status);
  };
  const planned = planAnswer(typed, asked === undefined ? undefined : askedIn(asked), parts.clock(), lang);
  // The same token where it was too old: a page is not made young by being refused.
  const token = visit.state === 'fresh' ? mint(request, visit.visit, open) : form.one('skjema');
  if (!planned.ok) return again({ faults: planned.faults }, 422, token);
  try {
    const did = await parts.intake.answerQuestion(site.regionId, { ask: open.ask, visit: visit.visit }, planned.value, site.intake, parts.clock());
    if (did === 'answered') return await again({ notice: 'answered' }, 422, token);
    if (did === 'closed' || did === 'unknown') return await again({ notice: 'closed' }, 422, token);
    if (await wasLeft(request, visit.visit)) return leaveFor(parts.https);
    return html(<ExpertReceiptPage {...frame} at={parts.clock()} again={did === 'repeated'} />);
  } catch (error) {
    logFault('answer', errorCode(error), randomUUID());
    // The same token: sent again, it is not stored twice.
    return again({ notice: 'unknown' }, 503, form.one('skjema'));
  }
}

/** What the code opens; undefined where the page brought something else along. */
function shownIn({ site }: PublicRequest, { ask, key, codeNo }: OpenedQuestion, sealed: string): ShownQuestion | undefined {
  try {
    return shownQuestion.parse(openJson(questionKey(key), Buffer.from(sealed, 'base64'), questionPlace(site.regionId, ask, codeNo)));
  } catch {
    return undefined; // the page carries what was found, and whoever sends something else sees nothing
  }
}

function mint({ parts, site }: PublicRequest, visit: string = randomUUID(), open?: OpenedQuestion): string {
  return mintQuestionToken(parts.formTokenKey, { region: site.regionId, visit, issuedAt: parts.clock(), open }, systemChance);
}

/** undefined for what is not ours, or another region's. */
function readVisit({ parts, site }: PublicRequest, text: string): Visit | undefined {
  const token = readQuestionToken(parts.formTokenKey, text, parts.clock());
  return token.state === 'forged' || token.region !== site.regionId ? undefined : token;
}
