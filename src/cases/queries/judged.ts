import type { Context } from '../../kernel/context.ts';
import { openFile } from '../../kernel/journal/file.ts';
import type { FileId, MunicipalityId, UserId } from '../../kernel/ids.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { allow, type Verdict } from '../../kernel/verdict.ts';
import { mayReadCase, maySeeInList } from '../access.ts';
import type { Retention } from '../choices.ts';
import { askedCase, askedLine, loadAsker, type AskedCase } from '../commands/asked.ts';
import { CASE_FILE } from '../file.ts';
import { retentionOf } from '../retention.ts';
import { findByReference } from '../store/looked.ts';
import { listClosedAmong, listClosedBefore, listMergedWith, listOnlyHere, listStrictAmong, type MergedWith } from '../store/read.ts';
import { municipalityNames } from './rows.ts';

/** A case as later modules meet it: in clear, and with what the case's own rules say about whoever asks. Opens nothing. */
export type JudgedCase = {
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

/** The case with this reference, or that holds the report with it; what may be seen of it, `judgeCase` says. */
export async function caseByReference(ctx: Context, reference: string): Promise<FileId | undefined> {
  return findByReference(ctx.tx, ctx.regionId, reference);
}

/** Cases that were closed before this moment, the oldest first, but for those that whoever asks is left out of. */
export async function closedBefore(ctx: Context, before: Instant): Promise<JudgedCase[]> {
  const asker = await loadAsker(ctx);
  if (asker === undefined) return [];
  return (await listClosedBefore(ctx.tx, ctx.regionId, before, asker)).map((line) => judged(askedLine(asker, line))).filter(({ excluded }) => !excluded);
}

/** Reports that this case holds and no other does. */
export async function onlyHere(ctx: Context, fileId: FileId): Promise<FileId[]> {
  return listOnlyHere(ctx.tx, ctx.regionId, fileId);
}

/** Each of these cases with itself and with those it was merged with, in whichever direction. */
export async function mergedWith(ctx: Context, files: readonly FileId[]): Promise<readonly MergedWith[]> {
  return listMergedWith(ctx.tx, ctx.regionId, files);
}

/** Those of these cases that are closed now, and whose use is not restricted (GDPR art. 18); for the system's own work. */
export async function stillClosed(ctx: Context, files: readonly FileId[]): Promise<Pick<JudgedCase, 'fileId' | 'closedOn' | 'retention'>[]> {
  const rows = await listClosedAmong(ctx.tx, ctx.regionId, files);
  return rows.map(({ file_id: fileId, over_at: overAt, retention }) => ({ fileId, closedOn: overAt === null ? undefined : osloDay(overAt), retention: retention ?? undefined }));
}

/** How long a case is kept by what its journal says, whatever stands in clear; the caller's verdict has opened it. */
export async function retentionInJournal(ctx: Context, fileId: FileId): Promise<Retention | undefined> {
  return retentionOf((await openFile(ctx, CASE_FILE, fileId)).state);
}

/** Those of these cases whose address is strictly confidential now: no list has them (domain reference §5.5). */
export async function strictAmong(ctx: Context, files: readonly FileId[]): Promise<FileId[]> {
  return listStrictAmong(ctx.tx, ctx.regionId, files);
}

/** The municipalities whoever asks works for, and the names of all. */
export async function workingFor(ctx: Context): Promise<{ readonly municipalities: readonly MunicipalityId[]; readonly names: Readonly<Record<string, string>> }> {
  const asker = await loadAsker(ctx);
  return asker === undefined ? { municipalities: [], names: {} } : { municipalities: asker.municipalities, names: municipalityNames(asker) };
}

function judged({ line, facts, actor, leftOut, asker, reports = [] }: AskedCase & { readonly reports?: readonly FileId[] }): JudgedCase {
  const reads = mayReadCase(actor, facts, asker.now);
  return {
    fileId: facts.fileId, reference: line.reference, owner: facts.owner, closedOn: line.over_at === null ? undefined : osloDay(line.over_at), retention: line.retention ?? undefined, restricted: facts.restricted,
    excluded: facts.excluded, unknown: facts.strict && !maySeeInList(actor, facts, asker.now).allow, strict: facts.strict, reads: reads.allow ? allow(reads.because, [facts.fileId, ...reports]) : reads, reports, leftOut,
  };
}
