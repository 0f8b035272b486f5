import { z } from 'zod';
import type { System } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { command, type Door } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import { changeFile, exclude, openWhole } from '../../kernel/journal/file.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { findReserve } from '../../regions/public.ts';
import { colleaguesAt } from '../../reports/public.ts';
import { findColleague, holdRegister, listColleagues, recused, type Member, type StaffName } from '../../staff/public.ts';
import type { CaseState } from '../case.ts';
import { CASE_FILE } from '../file.ts';
import { lapsedWith } from '../grants.ts';
import { nameIn, namesWritten, type Namesakes } from '../namesakes.ts';
import type { PersonCompared } from '../steps/person.ts';
import { leftOutWith } from '../steps/share.ts';
import { listCasesAfter } from '../store/read.ts';

const TASK = 'compare_colleague';
/** Cases in one transaction; opened one after the other, none kept. */
const AT_ONCE = 20;

/** fvl § 6: the rule that meets what a report says (staff/recusal.ts), for a name that was added to a case. */
export function namesakesAmong(staff: readonly StaffName[]): Namesakes {
  return (name) => recused(staff, { names: [nameIn(name).join(' ')], text: '' });
}

/** The register, held until the end of the transaction: whoever comes to it after this is compared with the case as it is then. */
export async function heldRegister(ctx: Context): Promise<Omit<PersonCompared, 'toldSecret'>> {
  await holdRegister(ctx);
  const staff = await listColleagues(ctx); // those who were closed out, too: they may be let in again
  const reserve = await findReserve(ctx);
  return { namesakes: namesakesAmong(staff), workmates: (place, out) => colleaguesAt(staff, { out, reserve }, place) };
}

/**
 * fvl § 6: some of the cases, their people compared with one colleague's names, as a person who is added to a case is compared with everybody's.
 * Whoever is named is left out for good, also of the reports that the case holds; whoever was shut out and is let in again has nothing in it by what they had before. Answers from which case to go on; undefined when all are
 * compared, or when the colleague has been corrected meanwhile and waits for the next comparison.
 */
export const compareWithPeople = command({
  name: 'cases.compare_colleague',
  schema: z.strictObject({ userId: idField<'user'>(), version: z.int().min(1), after: idField<'file'>().nullable() }),
  facts: async (ctx: Context, input) => {
    const colleague = await findColleague(ctx, input.userId);
    const batch = await listCasesAfter(ctx.tx, ctx.regionId, input.after, AT_ONCE);
    return colleague === undefined ? undefined : { colleague, batch };
  },
  access: (actor, { batch }) => (actor.kind === 'system' && actor.task === TASK ? allow('system', batch) : deny('only_system')),
  run: async (ctx: Context, input, { colleague, batch }) => {
    if (colleague.version !== input.version || colleague.compared) return done({ next: undefined });
    for (const caseId of batch) await compareOne(ctx, colleague, caseId);
    return done({ next: batch.length === AT_ONCE ? batch.at(-1) : undefined });
  },
});

async function compareOne(ctx: Context, colleague: Member, caseId: FileId): Promise<void> {
  const state = (await openWhole(ctx, CASE_FILE, caseId))?.state;
  // Nobody can read a broken journal. Should it be mended one day, this colleague was not compared with it.
  if (state === undefined) return exclude(ctx, caseId, [colleague.userId]);
  const namesakes = namesakesAmong([colleague]);
  const isNamed = namesWritten(state).some((name) => namesakes(name).length > 0);
  const changes = (now: CaseState) => [...(colleague.letInAgain ? lapsedWith(now, colleague.userId, ctx.now) : []), ...(isNamed ? leftOutWith(now, [colleague.userId], ctx.now) : [])];
  if (changes(state).length > 0) await changeFile(ctx, CASE_FILE, caseId, (now) => done(changes(now)));
}

/** Every case there is, some at a time, with the names that this version of the colleague has. */
export async function compareWithCases(door: Door, regionId: RegionId, userId: UserId, version: number): Promise<Outcome<unknown>> {
  const actor: System = { kind: 'system', regionId, task: TASK };
  for (let after: FileId | undefined; ;) {
    const step: Outcome<{ next: FileId | undefined }> = await door.enter(compareWithPeople, actor, { userId, version, after: after ?? null });
    if (!step.ok || step.value.next === undefined) return step;
    after = step.value.next;
  }
}
