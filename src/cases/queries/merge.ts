import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { asId, isUuid, type FileId, type MunicipalityId, type UserId } from '../../kernel/ids.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import type { Instant } from '../../kernel/time.ts';
import { mayMergeCases, mayTakeStep, standing } from '../access.ts';
import { askedCase, type AskedCase } from '../commands/asked.ts';
import { leaveOut } from '../evolve.ts';
import { mustProve } from '../../staff/public.ts';
import { CASE_FILE } from '../file.ts';
import { leftOutBefore } from '../left-out.ts';
import { grantedInEither, whichGoesOn, type Side } from '../merging.ts';
import { aliasOf } from '../projection.ts';
import { isStrict } from '../secrecy.ts';
import type { CaseStatus } from '../status.ts';
import { findByReference } from '../store/looked.ts';
import type { Names } from './models.ts';
import { colleagueNames, municipalityNames } from './rows.ts';

export type MergeSide = {
  readonly fileId: FileId; readonly reference: string; readonly status: CaseStatus; readonly owner: MunicipalityId | undefined; readonly lead: UserId | undefined;
  readonly name: string | undefined; readonly receivedAt: Instant; readonly reports: number; readonly measures: number; readonly notes: number;
};

/** Before two cases become one: both side by side, and who would see what. */
export type MergePlan = {
  readonly fileId: FileId;
  readonly reference: string;
  /** the reports it has: by them somebody may be suggested */
  readonly reports: readonly FileId[];
  /** what was asked for; undefined: nothing yet */
  readonly wanted: string | undefined;
  /** undefined: there is none that this person may merge with */
  readonly both: { readonly own: MergeSide; readonly other: MergeSide; /** the one that may go on, chosen beforehand */ readonly goesOn: FileId; readonly ownersDiffer: boolean; /** colleagues who may see one of them today and neither afterwards, by name */ readonly leavesOut: readonly string[]; readonly granted: readonly { readonly userId: UserId; readonly inBoth: boolean }[] } | undefined;
  /** one of them is strictly confidential, and it was some time ago that the asker proved who they are: then neither is shown */
  readonly signIn: boolean;
  /** the question has to be answered there first */
  readonly mustDeclare: { readonly fileId: FileId; readonly reference: string } | undefined;
  readonly names: Names; readonly municipalities: Names; readonly now: Instant;
};

type Facts = { readonly own: NonNullable<Awaited<ReturnType<typeof askedCase>>>; readonly other: AskedCase | undefined; readonly wanted: string | undefined };

/** What cannot be merged with answers as what does not exist. */
export const mergePlan = query({
  name: 'cases.merge_plan',
  schema: z.strictObject({ caseId: idField<'file'>(), other: z.string().transform((text) => plainLine(text).trim().slice(0, 40)).default('') }),
  filesAsked: ({ caseId }) => [caseId],
  facts: async (ctx: Context, { caseId, other }): Promise<Facts | undefined> => {
    const own = await askedCase(ctx, caseId);
    const found = isUuid(other) ? asId<'file'>(other) : await findByReference(ctx.tx, ctx.regionId, other.toUpperCase());
    const asked = await askedCase(ctx, found ?? caseId);
    return own && { own, other: found === undefined || found === caseId ? undefined : asked, wanted: other === '' ? undefined : other };
  },
  access: (_actor, { own, other }) => {
    const reads = mayTakeStep('mergeCase', own.actor, own.facts, own.asker.now);
    if (!reads.allow || other === undefined) return reads;
    const both = mayMergeCases(own, other, own.asker.now);
    return both.allow ? both : reads;
  },
  run: async (ctx, _input, { own, other, wanted }) => {
    const { asker, line } = own;
    const signIn = mustProve(ctx.actor, [own, other].some((one) => one?.facts.strict === true), asker.now);
    const model = { signIn: false, fileId: line.file_id, reference: line.reference, reports: own.reports, wanted, names: colleagueNames(asker), municipalities: municipalityNames(asker), now: asker.now };
    if (other === undefined || other.line.closed_at !== null || line.closed_at !== null || standing(other.actor, other.facts, asker.now) !== 'coordinator') return done<MergePlan>({ ...model, both: undefined, mustDeclare: undefined });
    if (!other.facts.impartial) return done<MergePlan>({ ...model, both: undefined, mustDeclare: { fileId: other.line.file_id, reference: other.line.reference } });
    if (signIn) return done<MergePlan>({ ...model, signIn, both: undefined, mustDeclare: undefined });
    const [a, b] = [await sideOf(ctx, own), await sideOf(ctx, other)];
    const ownersDiffer = a.state.owner !== undefined && b.state.owner !== undefined && a.state.owner !== b.state.owner;
    return done<MergePlan>({ ...model, mustDeclare: undefined, both: { own: shown(a), other: shown(b), goesOn: whichGoesOn(a, b), ownersDiffer, leavesOut: leftOutBefore([a.state.excluded, b.state.excluded], asker.colleagues).adds.map(({ name }) => name), granted: grantedInEither(a.state, b.state, asker.now) } });
  },
});

async function sideOf(ctx: Context, { facts: { fileId }, leftOut }: AskedCase): Promise<Side> {
  return { fileId, state: leaveOut((await openFile(ctx, CASE_FILE, fileId)).state, leftOut, ctx.now) };
}

function shown({ fileId, state }: Side): MergeSide {
  const { reference, status, owner, lead, start, reports, measures, notes } = state;
  return { fileId, reference, status, owner: isStrict(state) ? undefined : owner, lead, name: start.person.name ?? aliasOf(state), receivedAt: start.receivedAt, reports: reports.length, measures: measures.length, notes: notes.length };
}
