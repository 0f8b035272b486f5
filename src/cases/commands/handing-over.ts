import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { changeFile } from '../../kernel/journal/file.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import { done, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { day, osloDay, type Day } from '../../kernel/time.ts';
import { contactOf, keepContact, mayManageStaff, mustProve, shutOut } from '../../staff/public.ts';
import { mayChooseStandIn, mayHandOver } from '../access/handing-over.ts';
import type { CaseState } from '../case.ts';
import { decideDeputiseLead, decideEndDeputy, decideHandOverLead, decideNameKeeper } from '../steps/deputy.ts';
import { leaveOut } from '../evolve.ts';
import type { DecisionContext } from '../conditions.ts';
import { CASE_FILE } from '../file.ts';
import type { Decision } from '../guard.ts';
import { whoKeeps, whoTakes, type Naming, type Taken } from '../handing-over.ts';
import { refuseCase } from '../refusals.ts';
import { coordinators, decisionContext, type AskedCase } from './asked.ts';
import { givable, handingOf, keepsOf, namable, possibleFor, type Giving, type Handing } from './handing.ts';

const somebody = { userId: idField<'user'>() };
const code = z.string('not_offered').max(60, 'not_offered');
/** Somebody for everything, and for each case by itself; either may be empty. */
const choosing = { ...somebody, everything: code, cases: z.array(z.strictObject({ caseId: idField<'file'>(), to: code })).max(500, 'not_offered') };
/** Who is named for each strictly confidential case instead; may be empty. */
const keepers = z.array(z.strictObject({ caseId: idField<'file'>(), to: code })).max(500, 'not_offered');
type Choosing = { readonly userId: UserId; readonly everything: string; readonly cases: readonly { readonly caseId: FileId; readonly to: string }[] };

type Chosen = Choosing['cases'];
const asOne = (chosen: Chosen): ReadonlyMap<FileId, string> => new Map(chosen.map(({ caseId, to }) => [caseId, to]));

const filesAsked = ({ cases, keepers: named = [] }: Pick<Choosing, 'cases'> & { readonly keepers?: Chosen }): FileId[] => [...new Set([...cases, ...named].map(({ caseId }) => caseId))];
const facts = (ctx: Context, input: Choosing) => handingOf(ctx, input.userId, filesAsked(input));

/**
 * All that the form can be about: each of them is judged. undefined where it names a case that does not exist. Whoever hands over their own work may have
 * lost a case by this very form: sent twice, it is about what is theirs still, and whatever else it names is passed over, be it there or not.
 */
function judgedFor(handed: Handing, step: Giving): readonly AskedCase[] | undefined {
  const theirs = [...givable(handed, step), ...(step === 'handOverLead' ? namable(handed) : [])];
  if (handed.about.userId === handed.asker.userId) return theirs;
  return handed.named && [...theirs, ...handed.named];
}

function chosen(handed: Handing, { everything, cases }: Choosing, step: Giving, besides = false): Outcome<readonly Taken[]> {
  const inHand = givable(handed, step).map((asked) => ({ fileId: asked.facts.fileId, possible: possibleFor(asked, handed) }));
  return whoTakes(inHand, { everything, one: asOne(cases), besides }, handed.asker.team);
}

/**
 * Whoever takes over a strictly confidential case, or is named for it, sees where somebody hides: given away as access is granted, on a sign-in of a moment ago (decision 0096).
 * One such case stops the form, with every choice in it.
 */
function waitsForSignIn(ctx: Context, { led, kept }: Handing, all: readonly { readonly fileId: FileId }[]): boolean {
  return mustProve(ctx.actor, [...led, ...kept].some(({ facts: { fileId, strict } }) => strict && all.some((one) => one.fileId === fileId)), ctx.now, 'writes');
}

/** All of it or nothing; always in the same order, so that two who do this at the same moment wait for each other. */
async function inEach<One extends { readonly fileId: FileId }>(ctx: Context, { led, kept }: Handing, all: readonly One[], decide: (state: CaseState, one: One, asked: AskedCase) => Decision): Promise<Refusal | undefined> {
  for (const one of all.toSorted((a, b) => (a.fileId < b.fileId ? -1 : 1))) {
    const asked = [...led, ...kept].find(({ facts: { fileId } }) => fileId === one.fileId);
    if (asked === undefined) continue;
    const outcome = await changeFile(ctx, CASE_FILE, one.fileId, (state) => decide(leaveOut(state, asked.leftOut, ctx.now), one, asked));
    if (!outcome.ok) return outcome;
  }
  return undefined;
}

type Given = { readonly fileId: FileId; readonly by?: UserId; readonly naming?: Naming };

/** What becomes of each case: who leads it, and who is named for it where few people may see it. */
function given(taken: readonly Taken[], namings: readonly Naming[]): Given[] {
  const files = new Set([...taken, ...namings].map(({ fileId }) => fileId));
  return [...files].map((fileId) => {
    const [led, naming] = [taken.find((one) => one.fileId === fileId), namings.find((one) => one.fileId === fileId)];
    return { fileId, ...(led && { by: led.by }), ...(naming && { naming }) };
  });
}

/**
 * Gives the open cases that somebody leads to others, for good, and says who sees their strictly confidential ones, in one transaction. Sent twice, they are
 * handed over once. `left`: how many still are theirs, of those whoever asks knows of. Refusals: `bad_input` by box; those of the rule; `sign_in_again` (a strictly confidential case is among them); `not_found` for a case that is not theirs to give.
 */
export const handOverCases = command({
  name: 'cases.hand_over_cases',
  schema: z.strictObject({ ...choosing, keepers }),
  filesAsked, facts,
  access: (actor, handed) => mayHandOver(actor, judgedFor(handed, 'handOverLead'), handed.asker.now),
  run: async (ctx, input, handed) => {
    const taken = chosen(handed, input, 'handOverLead', input.keepers.some(({ to }) => to !== ''));
    const named = whoKeeps(namable(handed).map((asked) => keepsOf(asked, handed)), { everything: input.everything, one: asOne(input.keepers) });
    if (!taken.ok || !named.ok) return refuse('bad_input', { ...(taken.ok ? {} : taken.fields), ...(named.ok ? {} : named.fields) });
    const all = given(taken.value, named.value);
    if (waitsForSignIn(ctx, handed, all)) return refuseCase('sign_in_again');
    const no = await inEach(ctx, handed, all, (state, one, asked) => decideGiven(state, one, handed, decisionContext(asked)));
    return no ?? done({ handed: taken.value.length, left: handed.led.length - taken.value.length, named: named.value.length });
  },
});

function decideGiven(state: CaseState, { by: lead, naming }: Given, { about: { userId: from }, asker }: Handing, ctx: DecisionContext): Decision {
  const led = lead === undefined ? done([]) : decideHandOverLead(state, { lead, from }, ctx);
  const kept = naming === undefined ? done([]) : decideNameKeeper(state, { keeper: naming.keeper, from, coordinators: coordinators(asker).map(({ userId }) => userId) }, ctx);
  return led.ok && kept.ok ? done([...led.value, ...kept.value]) : led.ok ? kept : led;
}

/**
 * Says who stands in while somebody is away: in each case as its lead does, and for the messages where one person takes everything. It begins and
 * ends by itself. One transaction. Refusals: `bad_input` by box; those of the rule; `sign_in_again` (a strictly confidential case is among them); `not_found` for a case that is not theirs to give.
 */
export const standIn = command({
  name: 'cases.stand_in',
  schema: z.strictObject({ ...choosing, awayFrom: code, awayUntil: code }),
  filesAsked, facts,
  access: (actor, handed) => mayChooseStandIn(actor, handed.about.userId, judgedFor(handed, 'deputiseLead'), handed.asker.now),
  run: async (ctx, input, handed) => {
    const { userId: standsInFor } = handed.about;
    const period = periodOf(input, osloDay(ctx.now));
    const taken = chosen(handed, input, 'deputiseLead');
    if (!period.ok || !taken.ok) return refuse('bad_input', { ...(period.ok ? {} : period.fields), ...(taken.ok ? {} : taken.fields) });
    if (waitsForSignIn(ctx, handed, taken.value)) return refuseCase('sign_in_again');
    const no = await inEach(ctx, handed, taken.value, (state, { by: deputy }, asked) => decideDeputiseLead(state, { deputy, standsInFor, ...period.value }, decisionContext(asked)));
    if (no !== undefined) return no;
    const messages = handed.asker.team.find((one) => one === input.everything);
    if (messages !== undefined && messages !== standsInFor) await keepContact(ctx, standsInFor, { standIn: { userId: messages, from: period.value.awayFrom, to: period.value.awayUntil } });
    return done({ handed: taken.value.length });
  },
});

type Period = { readonly awayFrom: Day; readonly awayUntil: Day };

function periodOf({ awayFrom, awayUntil }: { readonly awayFrom: string; readonly awayUntil: string }, today: Day): Outcome<Period> {
  const [from, until] = [day(awayFrom), day(awayUntil)];
  const lacks = (text: string) => (text === '' ? 'missing' : 'no_such_day');
  if (from === undefined || until === undefined) return refuse('bad_input', { ...(from === undefined ? { awayFrom: lacks(awayFrom) } : {}), ...(until === undefined ? { awayUntil: lacks(awayUntil) } : {}) });
  if (until < from) return refuse('bad_input', { awayUntil: 'ends_before_start' });
  return until < today ? refuse('bad_input', { awayUntil: 'in_past' }) : done({ awayFrom: from, awayUntil: until });
}

/** Whoever was away is back before the day, or will not be away after all: nobody stands in from now on. */
export const backAgain = command({
  name: 'cases.back_again',
  schema: z.strictObject(somebody),
  facts: (ctx: Context, { userId }) => handingOf(ctx, userId),
  access: (actor, handed) => mayChooseStandIn(actor, handed.about.userId, givable(handed, 'endDeputy'), handed.asker.now),
  run: async (ctx, _input, handed) => {
    const { userId } = handed.about;
    const stoodIn = givable(handed, 'endDeputy').filter(({ line }) => line.deputy_user_id !== null).map(({ facts: { fileId } }) => ({ fileId, by: userId }));
    const no = await inEach(ctx, handed, stoodIn, (state, _one, asked) => decideEndDeputy(state, decisionContext(asked)));
    if (no !== undefined) return no;
    if ((await contactOf(ctx, userId)).standIn !== undefined) await keepContact(ctx, userId, { standIn: undefined });
    return done({});
  },
});

/**
 * Ends the account of somebody who leaves. Refuses `leads_open_cases` while they lead an open case that nobody took over; of what whoever asks may
 * not know of, nothing is said, and it stands as without a lead for those who may. Whoever must be out at once is shut out (staff.disable).
 */
export const endAccount = command({
  name: 'cases.end_account',
  schema: z.strictObject(somebody),
  facts: (ctx: Context, { userId }) => handingOf(ctx, userId),
  access: (actor) => mayManageStaff(actor),
  run: async (ctx, { userId }, { leads }) => (leads ? refuse('leads_open_cases') : shutOut(ctx, userId)),
});
