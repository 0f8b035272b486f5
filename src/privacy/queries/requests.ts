import { z } from 'zod';
import { coveredFor, type Passage } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done } from '../../kernel/outcome.ts';
import { LANGUAGES } from '../../kernel/texts.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { isFresh, listColleagues } from '../../staff/public.ts';
import { mayDecidePassages, mayHandleRequest, mayReadRequest, mayRegisterRequest, maySeeRequests } from '../access.ts';
import { dueOn, usualDecision, usualLetter, type AccessRequest, type Decision, type Decisions } from '../access-request.ts';
import type { LetterKind, Requester } from '../codes.ts';
import { allDecided, writeLetter } from '../commands/requests.ts';
import { askedRequest, judgedRequest, openDecided, type Asked } from '../commands/kept-request.ts';
import { openPieces } from '../commands/pieces.ts';
import { listRequests } from '../store/requests.ts';

/** One line of the list: when it came, by when it is to be answered, who asks in one word. Not about whom, and not whether there is anything. */
export type RequestLine = { readonly requestId: string; readonly requester: Requester; readonly receivedOn: Day; readonly due: Day; readonly answeredOn: Day | undefined };
export type RequestList = { readonly now: Instant; readonly today: Day; readonly newId: string; readonly mayRegister: boolean; readonly lines: readonly RequestLine[] };

/** Everybody who has asked to see what is written, less what names the asker. */
export const requestList = query({
  name: 'privacy.requests',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: maySeeRequests,
  run: async (ctx) => {
    const colleagues = await listColleagues(ctx);
    const lines: RequestLine[] = [];
    for (const row of await listRequests(ctx.tx, ctx.regionId)) {
      const asked = judgedRequest(ctx, row, colleagues, undefined);
      if (!mayReadRequest(ctx.actor, asked).allow) continue;
      lines.push({ requestId: row.request_id, requester: asked.request.requester, receivedOn: row.received_on, due: dueOn(row.received_on), answeredOn: row.answered_on ?? undefined });
    }
    return done<RequestList>({ now: ctx.now, today: osloDay(ctx.now), newId: ctx.chance.uuid(), mayRegister: mayRegisterRequest(ctx.actor).allow, lines });
  },
});

/** A piece of the case with what was decided about it, or what is decided where nobody says otherwise. */
export type PieceLine = { readonly passage: Passage; readonly decision: Decision; readonly decided: boolean };

export type OpenRequest = {
  readonly requestId: string; readonly version: number; readonly now: Instant; readonly today: Day; readonly receivedOn: Day; readonly due: Day; readonly answeredOn: Day | undefined;
  /** undefined for the data-protection officer: how it is handled is theirs to see, and nothing of anybody */
  readonly request: AccessRequest | undefined;
  readonly requester: Requester; readonly identity: AccessRequest['identity']; readonly advice: AccessRequest['advice']; readonly adviceBy: string | undefined;
  /** the case, for those who may read it; `closed`: there is one that they may not read */
  readonly found: { readonly fileId: string; readonly reference: string } | 'closed' | undefined;
  readonly pieces: readonly PieceLine[]; readonly decided: boolean;
  /** undefined for whoever neither answered it nor may read the case: which letter it was tells whether there is one */
  readonly letter: LetterKind | undefined; readonly preview: string | undefined; readonly sent: string | undefined;
  readonly mayHandle: boolean; readonly mayAdvise: boolean;
};

/** One request. `letter`: the letter to look at, else the one that is usual. */
export const openRequestPage = query({
  name: 'privacy.request',
  schema: z.strictObject({ requestId: idField(), lang: z.enum(LANGUAGES) }),
  facts: (ctx: Context, input) => askedRequest(ctx, input.requestId),
  access: mayReadRequest,
  run: async (ctx, { lang }, asked) => {
    const { row, request, found } = asked;
    const handles = mayHandleRequest(ctx.actor, asked).allow;
    const tells = request.answer === undefined || !handles || found?.reads.allow === true || (ctx.actor.kind === 'person' && request.answer.by === ctx.actor.userId);
    const content = handles ? await ofCase(ctx, asked) : undefined;
    const kind = request.answer?.letter ?? usualLetter(request);
    const shown = kind !== 'INNSYN' || content?.decided === true;
    const colleagues = await listColleagues(ctx);
    return done<OpenRequest>({
      requestId: row.request_id, version: row.version, now: ctx.now, today: osloDay(ctx.now), receivedOn: row.received_on, due: dueOn(row.received_on), answeredOn: row.answered_on ?? undefined,
      request: handles ? { ...request, answer: tells ? request.answer : undefined } : undefined, requester: request.requester, identity: request.identity, advice: request.advice,
      adviceBy: colleagues.find(({ userId }) => userId === request.advice?.by)?.name,
      found: !handles || found === undefined ? undefined : found.reads.allow ? { fileId: found.fileId, reference: found.reference } : 'closed',
      pieces: content?.pieces ?? [], decided: content?.decided === true, letter: tells ? kind : undefined,
      preview: handles && request.answer === undefined && shown ? await writeLetter(ctx, asked, kind, lang) : undefined,
      sent: handles && tells ? request.answer?.text ?? content?.text : undefined,
      mayHandle: handles, mayAdvise: ctx.actor.kind === 'person' && ctx.actor.roles.includes('PERSONVERNOMBUD'),
    });
  },
});

type OfCase = { readonly pieces: readonly PieceLine[]; readonly decided: boolean; readonly text: string | undefined };

async function ofCase(ctx: Context, asked: Asked): Promise<OfCase | undefined> {
  const { found, request, row } = asked;
  if (found === undefined || ctx.actor.kind !== 'person' || !mayDecidePassages(ctx.actor, asked).allow) return undefined;
  // domain reference §5.5: a strictly confidential case is read after a fresh sign-in; its own page asks for it
  if (found.strict && !isFresh(ctx.actor, ctx.now)) return undefined;
  const { passages, state, seal } = await openPieces(ctx, found);
  const kept = await openDecided(ctx, found.fileId, row.request_id, seal);
  const decisions: Decisions = kept?.decisions ?? {};
  const pieces = coveredFor(passages, state, ctx.actor.userId, ctx.now).map((passage): PieceLine => {
    const decision = decisions[passage.id];
    return { passage, decision: decision ?? usualDecision(request.requester, passage.kind), decided: decision !== undefined };
  });
  return { pieces, decided: await allDecided(ctx, found, row.request_id), text: kept?.text };
}
