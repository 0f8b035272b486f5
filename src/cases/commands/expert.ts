import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId } from '../../kernel/ids.ts';
import { changeFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { questionKey, questionKeys, questionNumber } from '../../kernel/sealing/question-code.ts';
import { formatReceiptCode, newReceiptCode } from '../../kernel/sealing/receipt-code.ts';
import { sealJson } from '../../kernel/sealing/sealed.ts';
import { publicHost } from '../../regions/public.ts';
import { hasShelterBasis, questionPlace, unshielded, type ShownQuestion } from '../../reports/public.ts';
import { mayTakeStep } from '../access.ts';
import type { CaseState } from '../case.ts';
import type { DecisionContext } from '../conditions.ts';
import { leaveOut } from '../evolve.ts';
import { isMentioned } from '../../staff/public.ts';
import { namesakeIn } from '../expert-namesake.ts';
import { decideAskExpert, decideRenewExpertCode, type AskExpert, type RenewExpertCode } from '../steps/expert.ts';
import { CASE_FILE } from '../file.ts';
import type { Decision } from '../guard.ts';
import { refuseCase } from '../refusals.ts';
import { giveCode, isNumberTaken } from '../store/expert.ts';
import { askedCase, decisionContext, waitsForSignIn, type FoundCase } from './asked.ts';
import { stepFields } from './fields.ts';

/** Shown once: `code` is kept nowhere. undefined where the same form was sent before. `host`: where the professional writes it. */
export type GivenCode = { readonly code: string | undefined; readonly host: string | undefined };

type CodeStep = 'askExpert' | 'renewExpertCode';
type Rule<I> = (state: CaseState, input: I, ctx: DecisionContext, newId: string, leftOut: readonly string[]) => { readonly askId: string; readonly decision: Decision };

/** As step.ts, and a code for the question that was made or is to be opened anew, in the same transaction. */
function codeStep<I>(key: CodeStep, more: Record<string, z.ZodType>, rule: Rule<I>) {
  return command({
    name: `cases.${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
    schema: z.strictObject({ caseId: idField<'file'>(), ...stepFields(key), ...more }),
    filesAsked: ({ caseId }) => [caseId],
    facts: (ctx: Context, input): Promise<FoundCase | undefined> => askedCase(ctx, input.caseId),
    access: (_actor, asked: FoundCase) => mayTakeStep(key, asked.actor, asked.facts, asked.asker.now),
    run: async (ctx: Context, input, asked: FoundCase) => {
      if (waitsForSignIn(ctx, asked.facts, key)) return refuseCase('sign_in_again');
      const { caseId: _case, ...given }: Record<string, unknown> = input;
      const answers = unshielded(given, hasShelterBasis(asked.actor.roles)) as I; // the rule's own check refuses what is missing or not offered before it is read
      const { fileId } = asked.facts;
      const leftOut = asked.asker.colleagues.filter(({ userId }) => asked.leftOut.includes(userId)).map(({ name }) => name);
      let made: string | undefined;
      const outcome = await changeFile(ctx, CASE_FILE, fileId, (state) => {
        const { askId, decision } = rule(leaveOut(state, asked.leftOut, ctx.now), answers, decisionContext(asked), ctx.chance.uuid(), leftOut);
        made = decision.ok && decision.value.length > 0 ? askId : undefined;
        return decision;
      });
      if (!outcome.ok) return outcome;
      const code = made === undefined ? undefined : await codeFor(ctx, fileId, outcome.value, made);
      // No row of this case took the code: the id of a new question is another's, or the old one is answered already.
      if (code === 'none') return key === 'askExpert' ? refuseCase('expert_exists') : refuseCase('expert_under_way');
      return done({ fileId, status: outcome.value.status, code, host: await publicHost(ctx) });
    },
  });
}

/** Draws a code, seals to it what the professional is to see, and keeps what tells a right one from a wrong one. `none` where there is no question that takes a code. */
async function codeFor(ctx: Context, caseId: FileId, state: CaseState, askId: string): Promise<string | 'none'> {
  const ask = state.experts.find((one) => one.askId === askId);
  const told = state.disclosures.find(({ disclosureId }) => disclosureId === askId);
  if (ask === undefined || told === undefined) return 'none';
  let code = newReceiptCode(ctx.chance);
  while (await isNumberTaken(ctx.tx, ctx.regionId, questionNumber(code))) code = newReceiptCode(ctx.chance);
  const { number, check, key } = await questionKeys(code, ctx.regionId);
  const shown: ShownQuestion = { version: 1, text: told.shared, questions: [...ask.expertQuestions], ...(ask.expertFree === undefined ? {} : { free: ask.expertFree }) };
  const forCode = sealJson(questionKey(key), shown, questionPlace(ctx.regionId, askId, ask.codeNo), 'text', ctx.chance);
  return await giveCode(ctx.tx, ctx.regionId, { caseId, askId }, { number, check, forCode }) ? formatReceiptCode(code) : 'none';
}

type Asked = Omit<AskExpert, 'askId' | 'seen' | 'like'> & { readonly newId?: string; readonly seen?: string };

/** Refusals as decideAskExpert. The same form sent twice is one question, and its code is not shown again. */
export const askExpert = codeStep<Asked>('askExpert', { newId: idField().optional(), seen: z.string().optional() }, (state, { newId, seen, ...input }, ctx, otherId, leftOut) => {
  const askId = newId ?? otherId;
  return { askId, decision: decideAskExpert(state, { ...input, askId, like: namesakeIn(state, leftOut, { text: input.organ }, isMentioned), seen: seen === 'JA' }, ctx) };
});

/** Refusals as decideRenewExpertCode; `expert_under_way` where an answer has come and is not taken in yet. The same form sent twice makes one code: the first is not shut by the second press. */
export const renewExpertCode = codeStep<RenewExpertCode>('renewExpertCode', { codesGiven: z.coerce.number('not_offered').int('not_offered').min(0, 'not_offered').optional() }, (state, input, ctx) => ({ askId: input.expertAsk, decision: decideRenewExpertCode(state, input, ctx) }));
