import { z } from 'zod';
import { caseByReference, CASE_FILE, coveredFor, judgeCase, passageWords, type JudgedCase } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { LANGUAGES, type Lang } from '../../kernel/texts.ts';
import { lineField, textField } from '../../kernel/text-field.ts';
import { day, osloDay, type Day } from '../../kernel/time.ts';
import { regionName } from '../../regions/public.ts';
import { mayAdvise, mayDecidePassages, mayHandleRequest, mayRegisterRequest } from '../access.ts';
import { decideAnswer, type AccessRequest, type Decision, type Decisions } from '../access-request.ts';
import { GROUND, IDENTITY, LETTER, REQUESTER } from '../codes.ts';
import { letterOf, type LetterPiece } from '../letter.ts';
import { insertRequest, findRequest } from '../store/requests.ts';
import { askedRequest, changeRequest, keepDecided, openDecided, openRequest, sealRequest, type Asked } from './kept-request.ts';
import { openPieces } from './pieces.ts';

const LINE = 200;
const TEXT = 4000;
const line = lineField(LINE);
const written = line.pipe(z.string().min(1, 'missing'));
const onDay = z.string('missing').transform((text, ctx): Day => {
  const found = day(text);
  if (found === undefined) ctx.addIssue({ code: 'custom', message: text === '' ? 'missing' : 'no_such_day' });
  return found ?? ('' as Day); // refused one line above
});
const requestId = idField();
const version = z.coerce.number('not_offered').int().positive();

const identityFields = { identity: z.enum(IDENTITY.codes, 'missing'), identityHow: textField(TEXT) };

/** T20: somebody asks for access. Looks nothing up: the same whoever is named. The same form sent twice is one request. */
export const registerRequest = command({
  name: 'privacy.register_request',
  schema: z.strictObject({ requestId, requester: z.enum(REQUESTER.codes, 'missing'), name: written, about: written, asks: textField(TEXT), reach: textField(TEXT), receivedOn: onDay, ...identityFields }),
  facts: async () => ({}),
  access: mayRegisterRequest,
  run: async (ctx, { requestId: id, receivedOn, ...said }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    if (receivedOn > osloDay(ctx.now)) return refuse('bad_input', { receivedOn: 'in_future' });
    const request: AccessRequest = { ...said, nothingFound: false, advice: undefined, answer: undefined };
    const row = { request_id: id, received_on: receivedOn, answered_on: null, case_id: null, registered_by: ctx.actor.userId, registered_at: ctx.now, version: 1, sealed: sealRequest(ctx, id, 1, request) };
    if (await insertRequest(ctx.tx, ctx.regionId, row)) return done({ requestId: id });
    const before = await findRequest(ctx.tx, ctx.regionId, id);
    const known = before?.registered_by === ctx.actor.userId ? openRequest(ctx, before) : undefined;
    return known?.name === request.name && known.about === request.about ? done({ requestId: id }) : refuse('already_registered');
  },
});

/** Whoever may not know of the case it is about is told what is always told when a colleague has been at it: somebody is. */
function changing(ctx: Context, asked: Asked, at: number): Outcome<true> {
  if (asked.request.answer !== undefined) return refuse('already_answered');
  return asked.row.version === at && !(asked.elsewhere && mayHandleRequest(ctx.actor, asked).allow) ? done(true) : refuse('changed_meanwhile');
}

async function change(ctx: Context, asked: Asked, at: number, request: AccessRequest, columns: Parameters<typeof changeRequest>[3] = {}) {
  const may = changing(ctx, asked, at);
  if (!may.ok) return may;
  return await changeRequest(ctx, asked.row, request, columns) ? done({ requestId: asked.row.request_id }) : refuse('changed_meanwhile');
}

/** How we know who asks (GDPR art. 12 nr. 6). */
export const checkIdentity = command({
  name: 'privacy.check_identity',
  schema: z.strictObject({ requestId, version, ...identityFields }),
  facts: (ctx, input) => askedRequest(ctx, input.requestId),
  access: mayHandleRequest,
  run: async (ctx, { version: at, identity, identityHow }, asked) => change(ctx, asked, at, { ...asked.request, identity, identityHow }),
});

/**
 * Whether there is a case about the person, and which. Left empty: looked for, and none was found. A case that whoever searches is left out
 * of, or that does not exist, is `no_such_case`.
 */
export const linkCase = command({
  name: 'privacy.link_case',
  schema: z.strictObject({ requestId, version, reference: z.string().transform((text) => plainLine(text).trim().toUpperCase().slice(0, 40)) }),
  facts: (ctx, input) => askedRequest(ctx, input.requestId),
  access: mayHandleRequest,
  run: async (ctx, { version: at, reference }, asked) => {
    if (reference === '') return change(ctx, asked, at, { ...asked.request, nothingFound: true }, { case_id: null });
    const fileId = await caseByReference(ctx, reference);
    const found = fileId === undefined ? undefined : await judgeCase(ctx, fileId);
    if (found === undefined || found.excluded || found.unknown) return refuse('bad_input', { reference: 'no_such_case' });
    return change(ctx, asked, at, { ...asked.request, nothingFound: false }, { case_id: found.fileId });
  },
});

const verdicts = z.record(z.string().max(20), z.union([z.literal('GI'), z.enum(GROUND.codes)], 'not_offered'));

/** Piece by piece: given, or withheld on which ground (popplyl § 16, fvl § 19). Whoever decides may read the case. */
export const decidePassages = command({
  name: 'privacy.decide_passages',
  schema: z.strictObject({ requestId, version, decisions: verdicts }),
  filesAsked: () => [],
  facts: (ctx, input) => askedRequest(ctx, input.requestId),
  access: mayDecidePassages,
  run: async (ctx, { version: at, decisions: chosen }, asked) => {
    if (asked.found === undefined || ctx.actor.kind !== 'person') return refuse('not_found');
    const { passages, state, seal } = await openPieces(ctx, asked.found);
    const pieces = coveredFor(passages, state, ctx.actor.userId, ctx.now);
    // Nobody gives away a name that they have not asked for with a reason; what somebody who had decided stands.
    const before = (await openDecided(ctx, asked.found.fileId, asked.row.request_id, seal))?.decisions ?? {};
    if (pieces.some(({ id, covered, file }) => chosen[id] === 'GI' && (file?.closed === true || (covered === true && before[id]?.give !== true)))) return refuse('bad_input', { decisions: 'not_offered' });
    const missing = pieces.filter(({ id }) => chosen[id] === undefined);
    if (missing.length > 0) return refuse('passages_undecided');
    const decisions: Decisions = Object.fromEntries(pieces.map(({ id }) => [id, verdictOf(chosen[id])]));
    const changed = await change(ctx, asked, at, asked.request);
    if (changed.ok) await keepDecided(ctx, asked.found.fileId, asked.row.request_id, seal, { decisions });
    return changed;
  },
});

function verdictOf(chosen: string | undefined): Decision {
  return chosen === 'GI' ? { give: true } : { give: false, ground: chosen !== undefined && GROUND.is(chosen) ? chosen : 'POPPLYL_16_D' };
}

/** The words of a letter about this request, made of what was decided. Without a case that may be read there are no pieces. */
export async function writeLetter(ctx: Context, asked: Asked, letter: (typeof LETTER)['codes'][number], lang: Lang): Promise<string> {
  const region = await regionName(ctx);
  const { pieces, decisions } = await decidedPieces(ctx, asked, lang);
  return letterOf(letter, region, lang, pieces, decisions);
}

async function decidedPieces(ctx: Context, { found, row }: Asked, lang: Lang): Promise<{ pieces: LetterPiece[]; decisions: Decisions }> {
  if (found === undefined || !found.reads.allow) return { pieces: [], decisions: {} };
  const { passages, seal } = await openPieces(ctx, found);
  const decided = await openDecided(ctx, found.fileId, row.request_id, seal);
  return { pieces: passages.map((one) => ({ id: one.id, words: passageWords(one, lang), enclosed: one.file !== undefined })), decisions: decided?.decisions ?? {} };
}

/** Whether every piece of the case as it is now has its decision: what was written afterwards is not given unread. */
export async function allDecided(ctx: Context, found: Pick<JudgedCase, 'fileId' | 'reports'>, id: string): Promise<boolean> {
  const { passages, seal } = await openPieces(ctx, found);
  const decided = await openDecided(ctx, found.fileId, id, seal);
  return decided !== undefined && passages.every((one) => decided.decisions[one.id] !== undefined);
}

/** The answer is given, outside of the product, in the way that is safe. What was sent is kept. */
export const answerRequest = command({
  name: 'privacy.answer_request',
  schema: z.strictObject({ requestId, version, letter: z.enum(LETTER.codes, 'missing'), answeredOn: onDay, how: written, lang: z.enum(LANGUAGES) }),
  facts: (ctx, input) => askedRequest(ctx, input.requestId),
  access: mayHandleRequest,
  run: async (ctx, { version: at, letter, answeredOn, how, lang }, asked) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const { found, request, row } = asked;
    if (answeredOn > osloDay(ctx.now) || answeredOn < row.received_on) return refuse('bad_input', { answeredOn: 'not_between' });
    const reads = found?.reads.allow === true;
    const may = decideAnswer(request, letter, { linked: found !== undefined && reads, decided: reads && await allDecided(ctx, found, row.request_id) });
    if (!may.ok) return may;
    const text = await writeLetter(ctx, asked, letter, lang);
    const ofCase = letter === 'INNSYN' && found !== undefined;
    const changed = await change(ctx, asked, at, { ...request, answer: { letter, by: ctx.actor.userId, how, text: ofCase ? undefined : text } }, { answered_on: answeredOn });
    if (!changed.ok || !ofCase) return changed;
    const { key } = await openFile(ctx, CASE_FILE, found.fileId);
    const decided = await openDecided(ctx, found.fileId, row.request_id, key.seal);
    await keepDecided(ctx, found.fileId, row.request_id, key.seal, { decisions: decided?.decisions ?? {}, text });
    return changed;
  },
});

/** The data-protection officer's advice on how it is handled (GDPR art. 39). The newest stands. */
export const adviseRequest = command({
  name: 'privacy.advise_request',
  schema: z.strictObject({ requestId, version, advice: textField(TEXT).pipe(z.string().min(1, 'missing')) }),
  facts: (ctx, input) => askedRequest(ctx, input.requestId),
  access: mayAdvise,
  run: async (ctx, { version: at, advice }, asked) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    return change(ctx, asked, at, { ...asked.request, advice: { by: ctx.actor.userId, at: ctx.now, text: advice } });
  },
});
