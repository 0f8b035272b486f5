import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { changeFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { wasFresh } from '../../staff/public.ts';
import { mayDeclareImpartiality } from '../access.ts';
import { mayAskForEmergency, mayReviewEmergency, mayTakeEmergency } from '../access/emergency.ts';
import type { Connection, EmergencyResult } from '../choices.ts';
import { decideReviewEmergency, decideTakeEmergency } from '../steps/emergency.ts';
import { leaveOut } from '../evolve.ts';
import { CASE_FILE } from '../file.ts';
import { refuseCase } from '../refusals.ts';
import { findByReference } from '../store/looked.ts';
import { askedCase, decisionContext, type AskedCase } from './asked.ts';
import { stepFields } from './fields.ts';

/** Which case a reference means, its own or that of a report it holds. Tells only whether there is one; whether it may be known of, takeEmergency says. */
export const findForEmergency = query({
  name: 'cases.find_for_emergency',
  schema: z.strictObject({ reference: z.string().transform((text) => plainLine(text).trim().toUpperCase().slice(0, 40)).default('') }),
  facts: async () => ({}),
  access: (actor) => mayAskForEmergency(actor),
  run: async (ctx, { reference }) => done({ caseId: await findByReference(ctx.tx, ctx.regionId, reference) }),
});

/**
 * T18: opens a case for three hours. `left`: the answer to the question was yes, and the case is closed to this person from now on. Whoever comes to it
 * anyway is led there, and nothing is written. Refusals: those of the rule; `sign_in_again` where they did not prove just now who they are;
 * `not_found` for a case that one may not know of.
 */
export const takeEmergency = command({
  name: 'cases.take_emergency',
  schema: z.strictObject({ caseId: idField<'file'>(), emergencyId: idField().optional(), ...stepFields('takeEmergency') }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input) => askedCase(ctx, input.caseId),
  access: (_actor, { actor, facts, asker }: AskedCase) => mayTakeEmergency(actor, facts, asker.now),
  run: async (ctx: Context, input, asked: AskedCase) => {
    const { facts: { fileId }, actor, asker } = asked;
    if (mayDeclareImpartiality(actor, asked.facts, asker.now).allow) return done({ fileId, left: false });
    if (ctx.actor.kind !== 'person' || !wasFresh(ctx.actor, ctx.now)) return refuseCase('sign_in_again');
    const answers: unknown = input;
    const { connection, emergencyReason } = answers as { connection: Connection; emergencyReason: string }; // the rule's own check refuses what is missing or not offered before it is read
    const taken = await changeFile(ctx, CASE_FILE, fileId, (state) =>
      decideTakeEmergency(leaveOut(state, asked.leftOut, ctx.now), { emergencyId: input.emergencyId ?? ctx.chance.uuid(), connection, emergencyReason }, decisionContext(asked)));
    return taken.ok ? done({ fileId, left: connection === 'TILKNYTTET' }) : taken;
  },
});

/** T18: goes through one. A leader is shown its reason and nothing else of the case. Refusals: those of the rule; `not_found` for whoever does not answer for it. */
export const reviewEmergency = command({
  name: 'cases.review_emergency',
  schema: z.strictObject({ caseId: idField<'file'>(), emergencyId: idField().optional(), ...stepFields('reviewEmergency') }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input) => askedCase(ctx, input.caseId),
  access: (_actor, { actor, facts }: AskedCase) => mayReviewEmergency(actor, facts),
  run: async (ctx: Context, input, asked: AskedCase) => {
    const answers: unknown = input;
    const { emergencyResult, reviewWord } = answers as { emergencyResult: EmergencyResult; reviewWord: string }; // as above
    const reviewed = await changeFile(ctx, CASE_FILE, asked.facts.fileId, (state) =>
      decideReviewEmergency(leaveOut(state, asked.leftOut, ctx.now), { emergencyId: input.emergencyId ?? '', emergencyResult, reviewWord }, decisionContext(asked)));
    return reviewed.ok ? done({ fileId: asked.facts.fileId }) : reviewed;
  },
});
