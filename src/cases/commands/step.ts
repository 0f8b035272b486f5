import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { changeFile } from '../../kernel/journal/file.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { allow, type Verdict } from '../../kernel/verdict.ts';
import { hasShelterBasis, listOtherRegions, unshielded, type OtherRegion } from '../../reports/public.ts';
import { caseFacts, mayTakeStep, standing, type AccessActor, type CaseFacts } from '../access.ts';
import { isExcluded, type CaseState } from '../case.ts';
import type { DecisionContext } from '../conditions.ts';
import type { NewCaseEvent } from '../events.ts';
import { leaveOut } from '../evolve.ts';
import { CASE_FILE } from '../file.ts';
import type { Decision } from '../guard.ts';
import { refuseCase } from '../refusals.ts';
import { heldAlso } from '../secrecy.ts';
import { once } from '../sent-forms.ts';
import { isClosed } from '../status.ts';
import type { PersonCompared } from '../steps/person.ts';
import { saidSecret } from '../told.ts';
import { isAnswerUnderWay } from '../store/expert.ts';
import { listOneWith } from '../store/read.ts';
import type { FROM_ELSEWHERE, StepKey } from '../workflow.ts';
import { askedCase, awayToday, decisionContext, memberMunicipalities, waitsForSignIn, type AskedCase, type FoundCase } from './asked.ts';
import { heldRegister } from './compare.ts';
import { heldReports } from './held.ts';
import { idField } from '../../kernel/id-field.ts';
import { stepFields } from './fields.ts';
import { markOf } from './form-mark.ts';
import { withoutLocal } from './local-answers.ts';

export type CaseStep = Exclude<StepKey, (typeof FROM_ELSEWHERE)[number]>;

/** What a rule is given besides state and answers, where it needs more. */
export type StepFacts = { readonly asked: AskedCase; /** colleagues who are away today; loaded where one of them is asked by name */ readonly away: readonly UserId[]; /** what is compared with whoever is written down; nothing in other steps */ readonly compared: PersonCompared; /** the others of this system; loaded where one of them was chosen */ readonly regions: readonly OtherRegion[]; readonly newId: () => string };

/** The steps that write down somebody who may be a colleague. */
const NAMES_SOMEBODY: readonly CaseStep[] = ['addPerson', 'changePerson', 'recordPerson'];
/** Those that ask what the reports, with all that was added to them, say, or take them along: their files are opened as well. */
const ASKS_REPORTS: readonly CaseStep[] = ['recordPerson', 'confirmTransfer'];
/** What keeps the person safe from those who may not see: it holds in every case that became one with this, too, whose journals tell the same. */
const HOLDS_IN_ALL: readonly CaseStep[] = ['protectAddress', 'confirmLowering', 'restrictUse', 'liftRestriction'];
const NOBODY: PersonCompared = { namesakes: () => [], workmates: () => [], toldSecret: undefined };

type Asked = FoundCase & { /** the cases that became one with this; only where the step holds in them as well */ readonly oneWith?: readonly FileId[] };
type Rule<I> = (state: CaseState, input: I, ctx: DecisionContext, facts: StepFacts) => Decision;

/**
 * One line of the workflow table as a command: `cases.<step>`, with the table's fields, the table's access, and its rule.
 * Input: caseId, the step's fields by name (blank is not answered), `more` where the rule asks for it, and the id of the form: what was sent twice is written once. Answers the case's status; `over`: whoever was asked to confirm, or stepped in to decide, has answered, or is left out by what they wrote, and the case is closed to them.
 * Refusals: those of the rule (refusals.ts); `sign_in_again`; `changed_meanwhile`; `not_found` for whoever has no part in it.
 */
export function step<I>(key: CaseStep, rule: Rule<I>, more: Record<string, z.ZodType> = {}) {
  return command({
    name: `cases.${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
    schema: z.strictObject({ caseId: idField<'file'>(), ...stepFields(key), ...more, formId: idField().optional() }),
    filesAsked: ({ caseId }) => [caseId],
    facts: async (ctx: Context, input): Promise<Asked | undefined> => {
      const oneWith = HOLDS_IN_ALL.includes(key) ? await listOneWith(ctx.tx, ctx.regionId, input.caseId) : [];
      const asked = await askedCase(ctx, input.caseId);
      return asked && { ...asked, oneWith };
    },
    access: (_actor, asked: Asked): Verdict => {
      const verdict = mayTakeStep(key, asked.actor, asked.facts, asked.asker.now);
      return verdict.allow ? allow(verdict.because, [...(verdict.files ?? []), ...(ASKS_REPORTS.includes(key) ? asked.reports : []), ...asked.oneWith ?? []]) : verdict;
    },
    run: async (ctx: Context, input, asked: Asked) => {
      if (waitsForSignIn(ctx, asked.facts, key)) return refuseCase('sign_in_again');
      const { caseId: _caseId, formId, ...given }: Record<string, unknown> = input;
      const national = await withoutLocal(ctx, unshielded(given, hasShelterBasis(asked.actor.roles)));
      if (!national.ok) return national;
      const answers = national.value;
      if (answers['owner'] !== undefined && !memberMunicipalities(asked.asker).some((row) => row.municipality_id === answers['owner'])) return refuseCase('bad_input', { owner: 'not_offered' });
      const away = answers['confirmer'] === undefined ? [] : await awayToday(ctx);
      const regions = answers['toRegion'] === undefined ? [] : await listOtherRegions(ctx.tx, ctx.regionId, osloDay(ctx.now));
      const compared = NAMES_SOMEBODY.includes(key) ? { ...await heldRegister(ctx), toldSecret: ASKS_REPORTS.includes(key) ? saidSecret(await heldReports(ctx, asked.reports)) : undefined } : NOBODY;
      const mark = markOf(ctx, asked.facts.fileId, formId, key, answers);
      let entries: readonly NewCaseEvent[] = [];
      const outcome = await changeFile(ctx, CASE_FILE, asked.facts.fileId, (state) => {
        const today = leaveOut(state, asked.leftOut, ctx.now);
        const decision = once(today, mark, () => rule(today, answers as I, decisionContext(asked), { asked, away, compared, regions, newId: ctx.chance.uuid })); // the rule's own check refuses what is missing or not offered before it is read
        entries = decision.ok ? decision.value : [];
        return decision;
      });
      if (!outcome.ok) return outcome;
      const { fileId } = asked.facts;
      for (const other of asked.oneWith ?? []) await changeFile(ctx, CASE_FILE, other, (state) => done(heldAlso(state, entries)));
      // Asked after the entry, which holds the questions: none is answered between here and the end of the transaction.
      if (isClosed(outcome.value.status) && !isClosed(asked.facts.status) && await isAnswerUnderWay(ctx.tx, ctx.regionId, fileId)) return refuseCase('expert_under_way');
      return done({ fileId, status: outcome.value.status, over: isExcluded(outcome.value, asked.actor.userId) || (asked.untilDecided && outcome.value.status !== 'TIL_AVSLUTNING') || (standing(asked.actor, asked.facts, ctx.now) === 'asked' && asksNoMore(asked.actor, caseFacts(fileId, outcome.value, asked.actor.userId, ctx.now), ctx.now)) });
    },
  });
}

/** The answer was given, and with it the access ended. */
function asksNoMore(actor: AccessActor, after: CaseFacts, now: Instant): boolean {
  return !after.excluded && !mayTakeStep('declareImpartiality', actor, after, now).allow;
}
