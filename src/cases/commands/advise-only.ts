import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { UserId } from '../../kernel/ids.ts';
import { changeFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { mayReadReport } from '../../reports/public.ts';
import { mayAdviseOn, mayOpenCaseFrom } from '../access.ts';
import { decideAdviseOnly, type AdviseOnly } from '../steps/advice.ts';
import { canBeSecond } from '../asking.ts';
import { CASE_FILE } from '../file.ts';
import { awayToday } from './asked.ts';
import { refuseCase } from '../refusals.ts';
import { stepFields } from './fields.ts';
import { openingFacts, openingOf, putOpened, type Opening } from './open.ts';

/** The form beside a report: whom one may ask to confirm. Nothing of the report. */
export type AdviceForm = { readonly colleagues: readonly { readonly userId: UserId; readonly name: string; readonly unit: string }[] };

const about = { reportId: idField<'file'>() };
const factsOf = (ctx: Context, input: { readonly reportId: Opening['reports'][number]['facts']['fileId'] }) => openingFacts(ctx, [input.reportId], mayReadReport);

/** For whoever reads a report and could open a case from it. `not_found` for everybody else. */
export const adviceForm = query({
  name: 'cases.advice_form',
  schema: z.strictObject(about),
  filesAsked: ({ reportId }) => [reportId],
  facts: factsOf,
  access: (_actor, { opener, reports }: Opening) => mayAdviseOn(opener, reports.map(({ verdict }) => verdict)),
  run: async (ctx, _input, { asker, opener }: Opening) => {
    const away = await awayToday(ctx);
    return done<AdviceForm>({
    colleagues: asker.colleagues.filter((one) => !one.disabled && one.userId !== asker.userId && !away.includes(one.userId) && canBeSecond('adviseOnly', opener.roles, one)).map(({ userId, name, unit }) => ({ userId, name, unit })),
    });
  },
});

/**
 * T1, T3 and T6 in one form: the report becomes a case that waits for its second person to say that advice was enough. Refusals: those of
 * openCaseFromReports and decideAdviseOnly; `akutt_still_raised` where somebody is in danger; nothing is written then.
 */
export const adviseOnReport = command({
  name: 'cases.advise_on_report',
  schema: z.strictObject({ ...about, ...stepFields('adviseOnly') }),
  filesAsked: ({ reportId }) => [reportId],
  facts: factsOf,
  access: (_actor, { opener, reports }: Opening) => mayOpenCaseFrom(opener, reports.map(({ verdict }) => verdict)),
  run: async (ctx: Context, input, facts: Opening) => {
    const { reportId: _report, ...given }: Record<string, unknown> = input;
    const answers = given as AdviseOnly; // the rule's own check refuses what is missing or not offered before it is read
    const { asker, opener: actor, reports } = facts;
    const opening = await openingOf(ctx, facts, 'INGEN');
    if (!opening.ok) return opening;
    if (opening.value.akutt !== undefined) return refuseCase('akutt_still_raised');
    if (reports.some((one) => one.facts.answer !== 'INGEN')) return refuseCase('impartiality_first');
    const opened = await putOpened(ctx, facts, opening.value);
    if (!opened.ok) return opened;
    const confirmerRoles = asker.colleagues.find(({ userId }) => userId === answers.confirmer)?.roles ?? [];
    const confirmerAway = answers.confirmer !== undefined && (await awayToday(ctx)).includes(answers.confirmer);
    const proposed = await changeFile(ctx, CASE_FILE, opened.value.fileId, (state) => decideAdviseOnly(state, { ...answers, confirmerRoles, confirmerAway }, { actor, now: ctx.now, team: asker.team }));
    return proposed.ok ? opened : proposed;
  },
});
