import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField, ticked } from '../../kernel/id-field.ts';
import type { UserId } from '../../kernel/ids.ts';
import { changeFile, openFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { allow, type Verdict } from '../../kernel/verdict.ts';
import { regionClocks } from '../../regions/public.ts';
import { holdArrivals } from '../../staff/public.ts';
import { mayMergeCases } from '../access.ts';
import { nextFollowUpOn } from '../clocks.ts';
import { leaveOut } from '../evolve.ts';
import { CASE_FILE } from '../file.ts';
import { decideMerge, type MergingSide } from '../merging.ts';
import { namesWritten, type Namesakes } from '../namesakes.ts';
import { refuseCase } from '../refusals.ts';
import { saidSecret } from '../told.ts';
import { isAnswerUnderWay } from '../store/expert.ts';
import { askedCase, decisionContext, waitsForSignIn, type FoundCase } from './asked.ts';
import { heldRegister } from './compare.ts';
import { stepFields } from './fields.ts';
import { heldReports } from './held.ts';

export type MergeFacts = { readonly ended: FoundCase; readonly goesOn: FoundCase };

/** More than can have been let in. */
const MOST_PEOPLE = 200;

/**
 * T16: two cases about the same person become one, in one transaction; `goesOn` is the one of the two that does. Refusals: those of
 * decideMerge; `expert_under_way` where an answer to the case that ends is being taken in; `changed_meanwhile` where somebody wrote in either of them at the same moment. The same form sent twice is one merging.
 */
export const mergeCases = command({
  name: 'cases.merge_case',
  schema: z.strictObject({ caseId: idField<'file'>(), otherId: idField<'file'>(), goesOn: idField<'file'>(), keep: ticked<'user'>(MOST_PEOPLE), ...stepFields('mergeCase') }),
  filesAsked: ({ caseId, otherId }) => [caseId, otherId],
  facts: async (ctx: Context, { caseId, otherId, goesOn }): Promise<MergeFacts | undefined> => {
    // fvl § 6: an addition that arrives now leaves somebody out of the one case that holds the report, or of both once they are one; never of a case that was read before.
    await holdArrivals(ctx);
    const [one, other] = [await askedCase(ctx, caseId), await askedCase(ctx, otherId)];
    if (one === undefined || other === undefined || (goesOn !== caseId && goesOn !== otherId)) return undefined;
    return goesOn === caseId ? { ended: other, goesOn: one } : { ended: one, goesOn: other };
  },
  access: (_actor, { ended, goesOn }): Verdict => {
    const verdict = mayMergeCases(ended, goesOn, goesOn.asker.now);
    return verdict.allow ? allow(verdict.because, [...new Set([...(verdict.files ?? []), ...ended.reports, ...goesOn.reports])]) : verdict;
  },
  run: async (ctx, input, facts) => {
    const answers: Record<string, unknown> = input;
    if ([facts.ended, facts.goesOn].some((one) => waitsForSignIn(ctx, one.facts, 'mergeCase'))) return refuseCase('sign_in_again');
    // fvl § 6: a colleague who is being compared may have been met in one of the two, and not yet in the other.
    const { namesakes } = await heldRegister(ctx);
    const [ended, goesOn] = [await side(ctx, facts.ended, namesakes), await side(ctx, facts.goesOn, namesakes)];
    if (ended.state.merged?.into === goesOn.fileId) return done({ fileId: goesOn.fileId });
    if (ended.fileId === goesOn.fileId) return refuseCase('bad_input', { goesOn: 'not_offered' });
    const said = { grounds: answers['grounds'] as string, lead: answers['lead'] as UserId | undefined, keep: answers['keep'] as UserId[] }; // the rule's own check refuses what is missing before it is read
    const decision = decideMerge(ended, goesOn, said, decisionContext(facts.goesOn));
    if (!decision.ok) return decision;
    // Always in the same order, so that two who merge the same two cases the other way round wait for each other and do not lock.
    for (const one of [{ ...ended, events: decision.value.ended }, { ...goesOn, events: decision.value.goesOn }].toSorted((a, b) => (a.fileId < b.fileId ? -1 : 1))) {
      const outcome = await changeFile(ctx, CASE_FILE, one.fileId, () => done(one.events));
      if (!outcome.ok) return outcome;
    }
    if (await isAnswerUnderWay(ctx.tx, ctx.regionId, ended.fileId)) return refuseCase('expert_under_way');
    return done({ fileId: goesOn.fileId });
  },
});

async function side(ctx: Context, { facts: { fileId }, leftOut, reports }: FoundCase, namesakes: Namesakes): Promise<MergingSide> {
  const { state } = await openFile(ctx, CASE_FILE, fileId);
  return { fileId, state: leaveOut(state, [...leftOut, ...namesWritten(state).flatMap(namesakes)], ctx.now), toldSecret: saidSecret(await heldReports(ctx, reports)), followUp: nextFollowUpOn(state, await regionClocks(ctx)) };
}
