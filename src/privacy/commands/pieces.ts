import { CASE_FILE, consultationPassages, coveredFor, openReports, passagesIn, reportPassages, type Passage } from '../../cases/public.ts';
import { CONSULTATION_FILE } from '../../consultations/public.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { openFile } from '../../kernel/journal/file.ts';
import type { SealingKey } from '../../kernel/sealing/aead.ts';
import { isConsultation, REPORT_FILE, veiled } from '../../reports/public.ts';
import type { Linked } from '../access.ts';
import type { AccessRequest } from '../access-request.ts';
import { isSameName, piecesFor } from '../reporter.ts';

/** A file that whoever asks may read, with every piece of it. */
export type Pieces = {
  readonly passages: readonly Passage[];
  /** the same as whoever asks may see them: who reported only once they have said why */
  readonly shown: readonly Passage[];
  readonly seal: SealingKey;
};

/** The verdict has opened the file; nothing counts as read by it. */
export async function openPieces(ctx: Context, request: AccessRequest, one: Linked): Promise<Pieces> {
  switch (one.kind) {
    case 'case': return ofCase(ctx, request, one);
    case 'report': return ofReport(ctx, request, one);
    case 'consultation': return ofConsultation(ctx, request, one);
  }
}

async function ofCase(ctx: Context, { requester }: AccessRequest, { fileId, reports }: Linked): Promise<Pieces> {
  const { state, events, key } = await openFile(ctx, CASE_FILE, fileId);
  const passages = requester === 'MELDER' ? [] : passagesIn({ state, events, reports: await openReports(ctx, reports) });
  return { passages, shown: ctx.actor.kind === 'person' ? coveredFor(passages, state, ctx.actor.userId, ctx.now) : [], seal: key.seal };
}

async function ofReport(ctx: Context, request: AccessRequest, { fileId, strict }: Linked): Promise<Pieces> {
  const { state, events, key } = await openFile(ctx, REPORT_FILE, fileId);
  // As on its page (decision 0032): once a case has it, or those it was divided into, who reported is told there.
  const vault = state.outcome === 'SAK' || state.outcome === 'DELT';
  const address = vault || state.contents.some(({ report }) => report.person.protectedAddressHint);
  const all = reportPassages(veiled({ fileId, state, events }, { reporter: false, address, place: strict }));
  const passages = piecesFor(request.requester, all, state.split !== undefined);
  const named = state.contents.some(({ report }) => isSameName(report.reporter.name, request.name));
  const covered = vault && !(request.requester === 'MELDER' && named);
  return { passages, shown: covered ? passages.map((one) => (one.kind === 'REPORTER' ? { ...one, said: [], covered } : one)) : passages, seal: key.seal };
}

/** What was asked stands in the report that it came as; where that names somebody by now, it is a report of its own, and found by its own reference. */
async function ofConsultation(ctx: Context, { requester }: AccessRequest, { fileId, reports }: Linked): Promise<Pieces> {
  const { events, key } = await openFile(ctx, CONSULTATION_FILE, fileId);
  const passages = requester === 'MELDER' ? [] : [...consultationPassages(events), ...await asked(ctx, reports)];
  return { passages, shown: passages, seal: key.seal };
}

async function asked(ctx: Context, reports: readonly FileId[]): Promise<Passage[]> {
  return (await openReports(ctx, reports)).filter(({ state }) => isConsultation(state)).flatMap((one) => reportPassages(one));
}

/** Whether the report says no name of whoever reported: then only their code tells who they are. */
export async function namesNoReporter(ctx: Context, found: readonly Linked[]): Promise<boolean> {
  const reports = await openReports(ctx, found.flatMap(({ kind, fileId, reads }) => (kind === 'report' && reads.allow ? [fileId] : [])));
  return reports.some(({ state }) => state.contents.every(({ report }) => (report.reporter.name ?? '').trim() === ''));
}
