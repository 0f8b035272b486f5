import type { Context } from '../../kernel/context.ts';
import { openFile } from '../../kernel/journal/file.ts';
import type { FileId, MunicipalityId, UserId } from '../../kernel/ids.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { allow, deny, type Verdict } from '../../kernel/verdict.ts';
import { mayReadCase, maySeeInList } from '../access.ts';
import type { Retention } from '../choices.ts';
import { askedCase, askedLine, loadAsker, type AskedCase } from '../commands/asked.ts';
import { askedUncased, meOf } from '../commands/asked-uncased.ts';
import { CASE_FILE } from '../file.ts';
import { retentionOf } from '../retention.ts';
import { findByReference } from '../store/looked.ts';
import { listClosedAmong, listClosedBefore, listHeldAmong, listMergedWith, listStrictAmong, type MergedWith } from '../store/read.ts';
import { hasOutgrown, findUncasedByReference, listGoesAlong, listUncased, listUncasedBefore, listUnreadAmong, type GoesAlong, type Copy } from '../store/uncased.ts';
import type { ArchivedKind, UncasedLine } from '../uncased.ts';
import { municipalityNames } from './rows.ts';

/** A case as later modules meet it, or what never became one: in clear, and with what its own rules say about whoever asks. Opens nothing. */
export type JudgedCase = {
  readonly kind: ArchivedKind;
  readonly fileId: FileId;
  readonly reference: string;
  readonly owner: MunicipalityId | undefined;
  /** undefined while it is open; of a case that was merged, while what it went into is */
  readonly closedOn: Day | undefined;
  readonly retention: Retention | undefined;
  /** its use is restricted (GDPR art. 18) */
  readonly restricted: boolean;
  /** whoever asks is left out of it (fvl § 6): for them it does not exist */
  readonly excluded: boolean;
  /** the address is strictly confidential, and whoever asks does not have the case: for them, too, it does not exist (domain reference §5.5) */
  readonly unknown: boolean;
  /** the address is strictly confidential: no file is made of it and no list has it */
  readonly strict: boolean;
  /** whether whoever asks may read it, and which files that opens: its own and those of its reports */
  readonly reads: Verdict;
  readonly reports: readonly FileId[];
  readonly leftOut: readonly UserId[];
};

/** undefined for a case that does not exist, and for the system: cases are for people. */
export async function judgeCase(ctx: Context, fileId: FileId): Promise<JudgedCase | undefined> {
  const asked = await askedCase(ctx, fileId);
  return asked === undefined ? undefined : judged(asked);
}

/** A case, a report that no case holds, or a consultation. The same statements whichever it is, and where there is none. */
export async function judgeFile(ctx: Context, fileId: FileId): Promise<JudgedCase | undefined> {
  const asked = await askedCase(ctx, fileId);
  const line = await askedUncased(ctx, fileId);
  if (asked !== undefined) return judged(asked);
  return line === undefined ? undefined : judgedUncased(line);
}

/** The case with this reference, or that holds the report with it; what may be seen of it, `judgeCase` says. */
export async function caseByReference(ctx: Context, reference: string): Promise<FileId | undefined> {
  return findByReference(ctx.tx, ctx.regionId, reference);
}

/** The case with this reference, or what never became one; what may be seen of it, `judgeFile` says. */
export async function fileByReference(ctx: Context, reference: string): Promise<FileId | undefined> {
  const inCase = await findByReference(ctx.tx, ctx.regionId, reference);
  const uncased = await findUncasedByReference(ctx.tx, ctx.regionId, reference);
  return inCase ?? uncased;
}

/** Cases that were closed before this moment, and what never became one and had ended by then, each the oldest first, but for those that whoever asks is left out of. */
export async function closedBefore(ctx: Context, before: Instant): Promise<JudgedCase[]> {
  const asker = await loadAsker(ctx);
  if (asker === undefined) return [];
  const cases = (await listClosedBefore(ctx.tx, ctx.regionId, before, asker)).map((line) => judged(askedLine(asker, line)));
  const uncased = (await listUncasedBefore(ctx.tx, ctx.regionId, before, asker)).map(judgedUncased);
  return [...cases, ...uncased].filter(({ excluded }) => !excluded);
}

/** Reports that go when this case, report or consultation does, and what they were divided from of which nothing else is left. */
export async function goesAlong(ctx: Context, fileId: FileId): Promise<readonly GoesAlong[]> {
  return listGoesAlong(ctx.tx, ctx.regionId, fileId);
}

/** Those of these files in which something is unread or on its way. @param since only what came after this moment */
export async function unreadAmong(ctx: Context, files: readonly FileId[], since?: Instant): Promise<readonly FileId[]> {
  return listUnreadAmong(ctx.tx, ctx.regionId, files, since);
}

/** Whether a case that is none of these holds one of them. */
export async function heldByAnother(ctx: Context, files: readonly FileId[]): Promise<boolean> {
  return (await listHeldAmong(ctx.tx, ctx.regionId, files)).some(({ file_id: holds, report_id: report }) => files.includes(report) && !files.includes(holds));
}

/** Whether there is more in a file than in the copy that somebody has of it. */
export async function outgrown(ctx: Context, copy: Copy): Promise<boolean> {
  return hasOutgrown(ctx.tx, ctx.regionId, copy);
}

/** Each of these files with itself and with the cases that it is one with: merged with it in whichever direction, or holding it or a part of it. */
export async function mergedWith(ctx: Context, files: readonly FileId[]): Promise<readonly MergedWith[]> {
  return listMergedWith(ctx.tx, ctx.regionId, files);
}

/** Those of these files that are closed now, and whose use is not restricted (GDPR art. 18); for the system's own work. */
export async function stillClosed(ctx: Context, files: readonly FileId[]): Promise<Pick<JudgedCase, 'fileId' | 'closedOn' | 'retention'>[]> {
  const rows = await listClosedAmong(ctx.tx, ctx.regionId, files);
  const uncased = (await listUncased(ctx.tx, ctx.regionId, files)).filter((line) => line.over_at !== null && !line.restricted);
  return [...rows.map(({ file_id: fileId, over_at: overAt, retention }) => ({ fileId, closedOn: overAt === null ? undefined : osloDay(overAt), retention: retention ?? undefined })), ...uncased.map(judgedUncased)];
}

/** How long a case is kept by what its journal says, whatever stands in clear; the caller's verdict has opened it. */
export async function retentionInJournal(ctx: Context, fileId: FileId): Promise<Retention | undefined> {
  return retentionOf((await openFile(ctx, CASE_FILE, fileId)).state);
}

/** Those of these files that no list has for whoever asks: the address is strictly confidential now (domain reference §5.5), or they are left out of what never became a case. */
export async function hiddenAmong(ctx: Context, files: readonly FileId[]): Promise<FileId[]> {
  const uncased = ctx.actor.kind === 'person' ? await listUncased(ctx.tx, ctx.regionId, files, meOf(ctx, ctx.actor)) : [];
  return [...await listStrictAmong(ctx.tx, ctx.regionId, files), ...uncased.filter((line) => line.strict || line.excluded).map((line) => line.file_id)];
}

/** The municipalities whoever asks works for, and the names of all. */
export async function workingFor(ctx: Context): Promise<{ readonly municipalities: readonly MunicipalityId[]; readonly names: Readonly<Record<string, string>> }> {
  const asker = await loadAsker(ctx);
  return asker === undefined ? { municipalities: [], names: {} } : { municipalities: asker.municipalities, names: municipalityNames(asker) };
}

function judged({ line, facts, actor, leftOut, asker, reports = [] }: AskedCase & { readonly reports?: readonly FileId[] }): JudgedCase {
  const reads = mayReadCase(actor, facts, asker.now);
  return {
    kind: 'case', fileId: facts.fileId, reference: line.reference, owner: facts.owner, closedOn: line.over_at === null ? undefined : osloDay(line.over_at), retention: line.retention ?? undefined, restricted: facts.restricted,
    excluded: facts.excluded, unknown: facts.strict && !maySeeInList(actor, facts, asker.now).allow, strict: facts.strict, reads: reads.allow ? allow(reads.because, [facts.fileId, ...reports]) : reads, reports, leftOut,
  };
}

/** What never became a case is a task that the rules do not list, and is kept until Nasjonalarkivet decides (bevaringsforskrifta § 3). Nobody reads it by this. */
function judgedUncased(line: UncasedLine): JudgedCase {
  return {
    kind: line.kind, fileId: line.file_id, reference: line.reference, owner: line.owner_municipality_id ?? undefined, closedOn: line.over_at === null ? undefined : osloDay(line.over_at), retention: 'BEVARES', restricted: line.restricted,
    excluded: line.excluded, unknown: line.strict, strict: line.strict, reads: deny('no_case'), reports: [], leftOut: [],
  };
}
