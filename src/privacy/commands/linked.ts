import { caseByReference, judgeCase } from '../../cases/public.ts';
import { consultationByReference, meetConsultation } from '../../consultations/public.ts';
import type { Context } from '../../kernel/context.ts';
import { NO_FILE, type FileId } from '../../kernel/ids.ts';
import { allow, type Verdict } from '../../kernel/verdict.ts';
import { meetReport, reportByReference } from '../../reports/public.ts';
import { maySeeRequests, type Linked } from '../access.ts';
import type { Requester } from '../codes.ts';

/** So many files one request can be about; the table says so, too. */
export const MOST_FILES = 5;

/** What a request was found to be about, as whoever asks meets it. `elsewhere`: of some of it they may not know. */
export type Judged = { readonly found: readonly Linked[]; readonly elsewhere: boolean };

/** The same statements whatever it was found to be about, so that the time it takes tells nothing of what one may not know. */
export async function meetFiles(ctx: Context, files: readonly FileId[]): Promise<Judged> {
  const found: Linked[] = [];
  let elsewhere = false;
  for (let at = 0; at < MOST_FILES; at += 1) {
    const one = await meetFile(ctx, files[at] ?? NO_FILE);
    if (one === 'hidden') elsewhere = true;
    else if (one !== undefined) found.push(one);
  }
  return { found, elsewhere };
}

/** As `meetAny`; the reserve, who answers no other request, knows of what is theirs to open alone. */
export async function meetFile(ctx: Context, fileId: FileId): Promise<Linked | 'hidden' | undefined> {
  const one = await meetAny(ctx, fileId);
  return one === undefined || one === 'hidden' || maySeeRequests(ctx.actor).allow || one.reads.allow || one.reads.because === 'impartiality_first' ? one : 'hidden';
}

/** A case, a report or a consultation, wherever it has come, as its own rules show it; what the archive has of it is another question (`judgeFile` of cases). `hidden`: it does not exist for whoever asks. */
async function meetAny(ctx: Context, fileId: FileId): Promise<Linked | 'hidden' | undefined> {
  const [asCase, asReport, asked] = [await judgeCase(ctx, fileId), await meetReport(ctx, fileId), await meetConsultation(ctx, fileId)];
  if (asCase !== undefined) {
    const { reference, owner, strict, reads, reports } = asCase;
    return asCase.excluded || asCase.unknown ? 'hidden' : { kind: 'case', fileId, reference, owner, strict, reads, reports };
  }
  if (asReport !== undefined) {
    const { reference, owner, strict } = asReport;
    return asReport.hidden ? 'hidden' : { kind: 'report', fileId, reference, owner, strict, reads: opening(asReport.reads, [fileId]), reports: [] };
  }
  if (asked === undefined) return undefined;
  const { reference, reads, reportId } = asked;
  return asked.hidden ? 'hidden' : { kind: 'consultation', fileId, reference, owner: undefined, strict: false, reads, reports: reportId === undefined ? [] : [reportId] };
}

function opening(verdict: Verdict, files: readonly FileId[]): Verdict {
  return verdict.allow ? allow(verdict.because, files) : verdict;
}

/**
 * Which file a reference means: the case, also by the reference of a report that it holds; else the report or the consultation itself. For whoever reported it is
 * the report, whatever came of it: a case is never theirs to see.
 */
export async function fileMeant(ctx: Context, reference: string, requester: Requester): Promise<FileId | undefined> {
  const [inCase, report, consultation] = [await caseByReference(ctx, reference), await reportByReference(ctx, reference), await consultationByReference(ctx, reference)];
  return requester === 'MELDER' ? report : inCase ?? consultation ?? report;
}

/** Reports among these that a case has taken in since they were found: they are answered with it. */
export async function becameCases(ctx: Context, found: readonly Linked[]): Promise<FileId[]> {
  const cases: FileId[] = [];
  for (const { kind, reference } of found) {
    const one = kind === 'report' ? await caseByReference(ctx, reference) : undefined;
    if (one !== undefined) cases.push(one);
  }
  return cases;
}
