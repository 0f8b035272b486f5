import { z } from 'zod';
import { workingFor, type Passage } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done } from '../../kernel/outcome.ts';
import { LANGUAGES, type Lang } from '../../kernel/texts.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { listColleagues, mustProve } from '../../staff/public.ts';
import { mayHandleRequest, mayReadRequest, mayRegisterRequest, maySeeRequests, type Linked } from '../access.ts';
import { decideExtension, dueOf, dueOn, usualFor, usualLetter, type AccessRequest, type Decision } from '../access-request.ts';
import { EXTENSION, LETTER, type ExtensionReason, type LetterKind, type Requester } from '../codes.ts';
import { extensionLetter } from '../letter.ts';
import { regionName } from '../../regions/public.ts';
import { mayGoOut, writeLetters } from '../commands/answers.ts';
import { askedRequest, judgedRequest, openDecided, staffAround, type Asked } from '../commands/kept-request.ts';
import { openPieces } from '../commands/pieces.ts';
import { listRequests } from '../store/requests.ts';

/** One line of the list: when it came, by when it is to be answered, who asks in one word. Not about whom, and not whether there is anything. */
export type RequestLine = { readonly requestId: string; readonly requester: Requester; readonly receivedOn: Day; readonly due: Day; readonly answeredOn: Day | undefined };
export type RequestList = { readonly now: Instant; readonly today: Day; readonly newId: string; readonly mayRegister: boolean; readonly lines: readonly RequestLine[] };

/** A list tells nothing of what a request is about. */
const NOT_JUDGED = { found: [], elsewhere: false };

/** Everybody who has asked to see what is written, less what names the asker. */
export const requestList = query({
  name: 'privacy.requests',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: maySeeRequests,
  run: async (ctx) => {
    const staff = await staffAround(ctx);
    const lines: RequestLine[] = [];
    for (const row of await listRequests(ctx.tx, ctx.regionId)) {
      const asked = judgedRequest(ctx, row, staff, NOT_JUDGED);
      if (!mayReadRequest(ctx.actor, asked).allow) continue;
      lines.push({ requestId: row.request_id, requester: asked.request.requester, receivedOn: row.received_on, due: dueOf(row, asked.request), answeredOn: row.answered_on ?? undefined });
    }
    return done<RequestList>({ now: ctx.now, today: osloDay(ctx.now), newId: ctx.chance.uuid(), mayRegister: mayRegisterRequest(ctx.actor).allow, lines });
  },
});

/** A piece with what was decided about it, or what is decided where nobody says otherwise. */
export type PieceLine = { readonly passage: Passage; readonly decision: Decision; readonly decided: boolean };

/** A file that the request is about, for those who may read it. `answersFor`: the municipality that is its controller. */
export type FileLine = Pick<Linked, 'kind' | 'fileId' | 'reference'> & { readonly answersFor: string | undefined; readonly pieces: readonly PieceLine[]; readonly decided: boolean; /** strictly confidential: read after a fresh sign-in alone, so there are no pieces */ readonly mustSignIn: boolean };

export type OpenRequest = {
  readonly requestId: string; readonly version: number; readonly now: Instant; readonly today: Day; readonly receivedOn: Day; readonly due: Day; /** by two months, as the day itself says to everybody; why, `request` says to whoever may know */ readonly isExtended: boolean; readonly answeredOn: Day | undefined;
  /** undefined for the data-protection officer: how it is handled is theirs to see, and nothing of anybody */
  readonly request: AccessRequest | undefined;
  readonly requester: Requester; readonly identity: AccessRequest['identity']; readonly advice: AccessRequest['advice']; readonly adviceBy: string | undefined;
  /** what it is about, for those who may read it */
  readonly files: readonly FileLine[];
  /** there is something, too, that they may know of and not read */
  readonly closed: readonly Pick<Linked, 'kind' | 'fileId' | 'reference'>[];
  /** whoever asks keeps the archive, and has the pages of no case, report or consultation */
  readonly inArchive: boolean;
  /** undefined for whoever neither answered it nor may read what it is about: which letter it was tells whether there is something */
  readonly letter: LetterKind | undefined; readonly sent: string | undefined;
  /** the letters that may go out now, the usual one first */
  readonly previews: readonly { readonly letter: LetterKind; readonly text: string }[];
  /** the letters that tell that the answer takes longer, while that may still be told */
  readonly extension: readonly { readonly reason: ExtensionReason; readonly text: string }[];
  /** undefined: nobody has said that they found nothing. `mine`: the asker has; `waits`: so many coordinators have not looked yet */
  readonly looked: { readonly mine: boolean; /** the day on which the asker last looked, where it is known */ readonly on: Day | undefined; readonly waits: number } | undefined;
  readonly mayHandle: boolean; readonly mayAdvise: boolean;
};

/** Between two letters of one answer. */
const NEXT_LETTER = '\n\n* * *\n\n';

/** One request, with the letters that may go out. */
export const openRequestPage = query({
  name: 'privacy.request',
  schema: z.strictObject({ requestId: idField(), lang: z.enum(LANGUAGES) }),
  facts: (ctx: Context, input) => askedRequest(ctx, input.requestId),
  access: mayReadRequest,
  run: async (ctx, { lang }, asked) => {
    const { row, request, found } = asked;
    // who looked, and when, is told as a number: a list that somebody has left would tell that they found something
    const { looked, lookedOn, ...said } = request;
    const handles = mayHandleRequest(ctx.actor, asked).allow;
    const reads = found.length > 0 && found.every((one) => one.reads.allow);
    const tells = request.answer === undefined || !handles || reads || (ctx.actor.kind === 'person' && request.answer.by === ctx.actor.userId);
    const open = handles ? await filesOf(ctx, asked) : [];
    const colleagues = await listColleagues(ctx);
    const sent = open.flatMap(({ text }) => text ?? []);
    return done<OpenRequest>({
      requestId: row.request_id, version: row.version, now: ctx.now, today: osloDay(ctx.now), receivedOn: row.received_on, due: dueOf(row, request), isExtended: request.extended !== undefined, answeredOn: row.answered_on ?? undefined,
      request: handles ? { ...said, answer: tells ? request.answer : undefined, extended: mayTell(asked) ? request.extended : undefined } : undefined,
      extension: handles && request.answer === undefined && request.extended === undefined && osloDay(ctx.now) <= dueOn(row.received_on) ? await extensionsOf(ctx, asked, lang) : [], requester: request.requester, identity: request.identity, advice: request.advice,
      adviceBy: colleagues.find(({ userId }) => userId === request.advice?.by)?.name, files: open.map(({ line }) => line), closed: handles ? found.filter(({ reads }) => !reads.allow).map(({ kind, fileId, reference }) => ({ kind, fileId, reference })) : [],
      letter: tells ? request.answer?.letter ?? usualLetter(usual(asked)) : undefined, sent: handles && tells ? request.answer?.text ?? (sent.length === 0 ? undefined : sent.join(NEXT_LETTER)) : undefined,
      previews: handles && request.answer === undefined ? await previewsOf(ctx, asked, open.length === found.length && open.every(({ line }) => !line.mustSignIn), lang) : [],
      looked: handles && request.nothingFound && ctx.actor.kind === 'person' ? { mine: looked?.includes(ctx.actor.userId) === true, on: lookedOn?.[ctx.actor.userId], waits: asked.waits } : undefined,
      inArchive: ctx.actor.kind === 'person' && !ctx.actor.roles.includes('KOORDINATOR') && ctx.actor.roles.includes('ARKIVAR'), mayHandle: handles, mayAdvise: ctx.actor.kind === 'person' && ctx.actor.roles.includes('PERSONVERNOMBUD'),
    });
  },
});

/** @param all everything that it is about may be read now; a letter that gives access is shown to nobody who may not */
async function previewsOf(ctx: Context, asked: Asked, all: boolean, lang: Lang): Promise<OpenRequest['previews']> {
  const first = usualLetter(usual(asked));
  const previews: { letter: LetterKind; text: string }[] = [];
  for (const letter of [first, ...LETTER.codes.filter((one) => one !== first)]) {
    if ((letter !== 'INNSYN' || all) && (await mayGoOut(ctx, asked, letter)).ok) previews.push({ letter, text: (await writeLetters(ctx, asked, letter, lang)).map(({ text }) => text).join(NEXT_LETTER) });
  }
  return previews;
}

/** «Nothing» is what one found who may know of nothing that it is about. */
function usual({ request, found }: Asked): AccessRequest {
  return { ...request, nothingFound: request.nothingFound && found.length === 0 };
}

/** Why it takes longer may tell that there is something: nothing for whoever may not know of all of it. */
function mayTell({ elsewhere, request: { extended } }: Asked): boolean {
  return !elsewhere || extended?.reason === 'MANGE_KRAV';
}

async function extensionsOf(ctx: Context, { request, row, found }: Asked, lang: Lang): Promise<OpenRequest['extension']> {
  const region = await regionName(ctx);
  const [today, receivedOn] = [osloDay(ctx.now), row.received_on];
  const linked = found.length > 0 && found.every(({ reads }) => reads.allow);
  return EXTENSION.codes.filter((reason) => decideExtension(request, { reason, toldOn: today, receivedOn, today, linked }).ok).map((reason) => ({ reason, text: extensionLetter({ region, lang }, reason, dueOn(receivedOn, 3)) }));
}

type OpenLine = { readonly line: FileLine; /** the letter that was given of it */ readonly text: string | undefined };

async function filesOf(ctx: Context, { found, request, row }: Asked): Promise<OpenLine[]> {
  const { names } = await workingFor(ctx);
  const lines: OpenLine[] = [];
  for (const of of found) {
    if (!of.reads.allow || ctx.actor.kind !== 'person') continue;
    const { kind, fileId, reference, owner } = of;
    const about = { kind, fileId, reference, answersFor: owner === undefined ? undefined : names[owner] };
    // domain reference §5.5: a strictly confidential case is read after a fresh sign-in; its own page asks for it
    if (mustProve(ctx.actor, of.strict, ctx.now)) {
      lines.push({ line: { ...about, pieces: [], decided: false, mustSignIn: true }, text: undefined });
      continue;
    }
    const { shown, seal } = await openPieces(ctx, request, of);
    const kept = await openDecided(ctx, of.fileId, row.request_id, seal);
    const pieces = shown.map((passage): PieceLine => {
      const decision = kept?.decisions[passage.id];
      return { passage, decision: decision ?? usualFor(request.requester, passage), decided: decision !== undefined };
    });
    lines.push({ line: { ...about, pieces, decided: kept !== undefined && pieces.every(({ decided }) => decided), mustSignIn: false }, text: kept?.text });
  }
  return lines;
}
