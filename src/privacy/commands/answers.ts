import { z } from 'zod';
import { passageWords, workingFor } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { LANGUAGES, type Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import { regionName } from '../../regions/public.ts';
import { mayDecidePassages, mayHandleRequest, type Linked } from '../access.ts';
import { decideAnswer, groundField, type AccessRequest, type Decision, type Decisions } from '../access-request.ts';
import { GROUND, LETTER, type LetterKind } from '../codes.ts';
import { letterOf } from '../letter.ts';
import { askedFile, askedRequest, change, keepDecided, openDecided, type Asked } from './kept-request.ts';
import { becameCases } from './linked.ts';
import { namesNoReporter, openPieces } from './pieces.ts';
import { onDay, requestId, version, written } from './request-fields.ts';

/** `HOLD`: withheld, and the ground is not chosen yet. */
const verdicts = z.record(z.string().max(20), z.union([z.literal('GI'), z.literal('HOLD'), z.enum(GROUND.codes)], 'not_offered'));

/** Piece by piece of one file: given, or withheld on which ground (popplyl § 16, fvl § 19). Whoever decides may read it. */
export const decidePassages = command({
  name: 'privacy.decide_passages',
  schema: z.strictObject({ requestId, version, file: idField<'file'>(), decisions: verdicts }),
  filesAsked: () => [],
  facts: (ctx, input) => askedFile(ctx, input.requestId, input.file),
  access: mayDecidePassages,
  run: async (ctx, { version: at, decisions: chosen }, { of, ...asked }) => {
    if (of === undefined || ctx.actor.kind !== 'person') return refuse('not_found');
    const { shown, seal } = await openPieces(ctx, asked.request, of);
    // Nobody gives away a name that they have not asked for with a reason; what somebody who had decided stands.
    const before = (await openDecided(ctx, of.fileId, asked.row.request_id, seal))?.decisions ?? {};
    if (shown.some(({ id, covered, file }) => chosen[id] === 'GI' && (file?.closed === true || (covered === true && before[id]?.give !== true)))) return refuse('bad_input', { decisions: 'not_offered' });
    if (shown.some(({ id }) => chosen[id] === undefined)) return refuse('passages_undecided');
    const groundless = shown.filter(({ id }) => chosen[id] === 'HOLD');
    if (groundless.length > 0) return refuse('ground_missing', Object.fromEntries(groundless.map(({ id }) => [groundField(id), 'ground_missing'])));
    const decisions: Decisions = Object.fromEntries(shown.map(({ id }) => [id, verdictOf(chosen[id])]));
    const changed = await change(ctx, asked, at, asked.request);
    if (changed.ok) await keepDecided(ctx, of.fileId, asked.row.request_id, seal, { decisions });
    return changed;
  },
});

function verdictOf(chosen: string | undefined): Decision {
  return chosen === 'GI' ? { give: true } : { give: false, ground: chosen !== undefined && GROUND.is(chosen) ? chosen : 'POPPLYL_16_D' };
}

/** A letter to be given. `of`: the file that it tells of, where it tells of one. */
export type WrittenLetter = { readonly of: Linked | undefined; readonly text: string };

/**
 * The letters about this request, made of what was decided. One that gives access is written for each file by itself: each municipality answers for its own, and each letter
 * is kept with what it tells of. Without a file that may be read there are none.
 */
export async function writeLetters(ctx: Context, { found, request, row }: Asked, letter: LetterKind, lang: Lang): Promise<WrittenLetter[]> {
  const region = await regionName(ctx);
  if (letter !== 'INNSYN') return [{ of: undefined, text: letterOf(letter, { region, lang }) }];
  const { names } = await workingFor(ctx);
  const letters: WrittenLetter[] = [];
  for (const of of found.filter(({ reads }) => reads.allow)) {
    const { passages, seal } = await openPieces(ctx, request, of);
    const decisions = (await openDecided(ctx, of.fileId, row.request_id, seal))?.decisions ?? {};
    const pieces = passages.map((one) => ({ id: one.id, words: passageWords(one, lang), enclosed: one.file !== undefined }));
    letters.push({ of, text: letterOf(letter, { region, lang, requester: request.requester, owner: of.owner === undefined ? undefined : names[of.owner], pieces, decisions }) });
  }
  return letters;
}

/** Whether every piece of the file as it is now has its decision: what was written afterwards is not given unread. */
export async function allDecided(ctx: Context, request: AccessRequest, of: Linked, id: string): Promise<boolean> {
  const { passages, seal } = await openPieces(ctx, request, of);
  const decided = await openDecided(ctx, of.fileId, id, seal);
  return decided !== undefined && passages.every((one) => decided.decisions[one.id] !== undefined);
}

/** Whether this letter may go out now, with what has to be known of the files. Refuses as `decideAnswer`, and `report_became_case`. */
export async function mayGoOut(ctx: Context, { found, request, row, waits }: Asked, letter: LetterKind): Promise<Outcome<LetterKind>> {
  const all = found.length > 0 && found.every(({ reads }) => reads.allow);
  let decided = all;
  for (const of of all && letter === 'INNSYN' ? found : []) decided = decided && await allDecided(ctx, request, of, row.request_id);
  const reporter = request.requester === 'MELDER';
  const nameless = reporter && all && await namesNoReporter(ctx, found);
  const may = decideAnswer(request, letter, { linked: letter === 'INNSYN' ? all : found.length > 0, decided, nameless, waits });
  if (!may.ok || letter !== 'INNSYN' || reporter) return may;
  return (await becameCases(ctx, found)).every((one) => row.files.includes(one)) ? may : refuse('report_became_case', { letter: 'report_became_case' });
}

/** The answer is given, outside of the product, in the way that is safe. What was sent is kept. */
export const answerRequest = command({
  name: 'privacy.answer_request',
  schema: z.strictObject({ requestId, version, letter: z.enum(LETTER.codes, 'missing'), answeredOn: onDay, how: written, lang: z.enum(LANGUAGES) }),
  facts: (ctx, input) => askedRequest(ctx, input.requestId),
  access: mayHandleRequest,
  run: async (ctx, { version: at, letter, answeredOn, how, lang }, asked) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const { request, row } = asked;
    if (answeredOn > osloDay(ctx.now) || answeredOn < row.received_on) return refuse('bad_input', { answeredOn: 'not_between' });
    const may = await mayGoOut(ctx, asked, letter);
    if (!may.ok) return may;
    const letters = await writeLetters(ctx, asked, letter, lang);
    const changed = await change(ctx, asked, at, { ...request, answer: { letter, by: ctx.actor.userId, how, text: letters.find(({ of }) => of === undefined)?.text } }, { answered_on: answeredOn });
    for (const { of, text } of changed.ok ? letters : []) {
      if (of === undefined) continue;
      const { seal } = await openPieces(ctx, request, of);
      await keepDecided(ctx, of.fileId, row.request_id, seal, { decisions: (await openDecided(ctx, of.fileId, row.request_id, seal))?.decisions ?? {}, text });
    }
    return changed.ok ? done({ requestId: row.request_id }) : changed;
  },
});
