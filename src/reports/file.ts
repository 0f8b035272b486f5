import type { Context } from '../kernel/context.ts';
import type { FileId, MunicipalityId, UserId } from '../kernel/ids.ts';
import type { FileEvent } from '../kernel/journal/event.ts';
import { rowsAre } from '../kernel/journal/compare.ts';
import { exclude, leavesOut, type FileKind } from '../kernel/journal/file.ts';
import type { Projection } from '../kernel/journal/replay.ts';
import { saveTrace, tracedOf, traceProjections, type Traced } from '../people/public.ts';
import { listMunicipalities } from '../regions/public.ts';
import { namedFor } from './crossing.ts';
import { liftContent } from './form/content.ts';
import { evolveReport, isConsultation, NO_REPORT, type ReportEvent, type ReportState } from './report.ts';
import { ledgerAgrees, markAgain, markDecided, markSeen, saveAnswers, saveReport, type AnswerRow, type ReportLine } from './store.ts';
import { saveNamed, saveParts } from './store/named.ts';
import { saveFollows, type FollowRow } from './store/follow.ts';
import { saveTransfers, type TransferRow } from './store/transfer.ts';
import { closeWindows, filesAgree, saveFiles, setWindows, windowsAre, type KnownObject } from './store/window.ts';

/** Written by this module alone, vouched for by seal and chain: an older event differs in what is absent, and its report in its version. */
function lift(stored: FileEvent): ReportEvent {
  const content: unknown = stored.content;
  const told = typeof content === 'object' && content !== null && 'report' in content ? { ...content, report: liftContent(content.report) } : content;
  return { ...stored, content: told } as ReportEvent; // as above
}

async function project(ctx: Context, fileId: FileId, state: ReportState, version: number): Promise<void> {
  await saveReport(ctx.tx, await lineOf(ctx, fileId, state, version));
  await saveTrace(ctx, fileId, tracedIn(state), version);
  const { seen, decided } = partsOf(state);
  await markSeen(ctx.tx, ctx.regionId, fileId, seen, state.seenAt ?? ctx.now);
  if (state.decidedAt !== undefined) await markDecided(ctx.tx, ctx.regionId, fileId, decided, state.decidedAt);
  if (state.impartial.length + state.owing.length + state.leftOut.length > 0) await saveAnswers(ctx.tx, ctx.regionId, fileId, answersOf(state));
  if (state.sendings.length + state.crossings.length > 0) await saveTransfers(ctx.tx, ctx.regionId, fileId, transfersOf(fileId, state));
  if (state.follows.length > 0) await saveFollows(ctx.tx, ctx.regionId, fileId, followsOf(fileId, state));
  if (state.split !== undefined) await saveParts(ctx.tx, ctx.regionId, fileId, state.split.into);
  if (state.namedOnArrival !== undefined) await saveNamed(ctx.tx, ctx.regionId, fileId, [fileId], namedFor(state));
  if (state.dialogue.closedAt !== undefined) await closeWindows(ctx.tx, ctx.regionId, fileId, state.dialogue.closedAt);
}

async function lineOf(ctx: Context, fileId: FileId, state: ReportState, version: number): Promise<ReportLine> {
  return {
    region_id: ctx.regionId, file_id: fileId, reference: state.reference, channel: state.channel, state: stateOf(state), urgent: state.urgent,
    for_reserve: state.forReserve, owner_municipality_id: await ownerOf(ctx, state), received_at: state.receivedAt ?? ctx.now, registered_at: state.registeredAt ?? ctx.now,
    seen_at: state.seenAt ?? null, handed_over_at: state.handedOverAt ?? null, handed_over_by: handedOverBy(state), hand_over_read_at: state.handOverReadAt ?? null, decided_at: state.decidedAt ?? null, consultation: isConsultation(state), crowded: state.crowded, version,
  };
}

/** Whoever is to see that it was read. */
function handedOverBy({ handedOverBy: by }: ReportState): UserId | null {
  return by === undefined || by === 'system' ? null : by;
}

/** Where it stands, in clear: that one was divided or sent on is nothing about anybody. */
function stateOf({ progress, outcome }: ReportState): string {
  if (progress !== 'DECIDED' || outcome === undefined || outcome === 'SAK' || outcome === 'DROFTING') return progress;
  return outcome === 'DELT' ? 'SPLIT' : 'SENT_ON';
}

function transfersOf(fileId: FileId, { sendings, crossings }: ReportState): TransferRow[] {
  const sent = sendings.map(({ transferId, to, at, carriedAt, confirmed }) => ({
    transfer_id: transferId, file_id: fileId, to_region: to.kind === 'REGION' ? to.regionId : null, to_report: to.kind === 'REGION' ? to.as : null,
    sent_at: at, carried_at: carriedAt ?? null, confirmed_at: confirmed?.at ?? null, of_case: false,
  }));
  return [...sent, ...crossings.map(({ transferId, to, at, carriedAt, answered }) => ({
    transfer_id: transferId, file_id: fileId, to_region: to.regionId, to_report: to.as, sent_at: at, carried_at: carriedAt ?? null, confirmed_at: answered?.at ?? null, of_case: true,
  }))];
}

function followsOf(fileId: FileId, { follows }: ReportState): FollowRow[] {
  return follows.map(({ slot, at, carriedAt }) => ({ slot, file_id: fileId, asked_at: at, carried_at: carriedAt ?? null }));
}

/** By what the person is found again in other reports. A consultation names nobody, and so nobody is found by it. */
function tracedIn({ contents }: ReportState): Traced {
  const named = contents.filter(({ report }) => report.mode !== 'C').map(({ report }) => report);
  return tracedOf(named.map(({ person }) => person), named.map(({ suspectName }) => suspectName));
}

/** The municipality the person lives in, as the newest part that names one of ours says it. The first that ever had the number, so that it is the same whenever the journal is read. */
async function ownerOf(ctx: Context, { contents }: ReportState): Promise<MunicipalityId | null> {
  const members = (await listMunicipalities(ctx.tx, ctx.regionId)).toSorted((a, b) => (a.from_day < b.from_day ? -1 : 1));
  const owners = contents.map(({ report }) => members.find((row) => row.number === report.person.municipality)?.municipality_id);
  return owners.findLast((owner) => owner !== undefined) ?? null;
}

/** The ledger's parts by number: one that came first and cannot be opened yet is in none of them. */
function partsOf({ parts, seenParts, decidedParts }: ReportState) {
  return { readable: parts, seen: parts.slice(0, seenParts), decided: parts.slice(0, decidedParts) };
}

/** The objects of a report's files, each with its place in the ledger. */
function objectsOf({ parts, dialogue }: ReportState): KnownObject[] {
  return dialogue.attachments.flatMap(({ object, cleaned, order, at, check }): KnownObject[] => {
    const part = parts[order] ?? 0;
    const sent: KnownObject = { object, copy: 'original', part, at, checked: check !== undefined };
    return cleaned === undefined ? [sent] : [sent, { object: cleaned, copy: 'cleaned', part, at, checked: true }];
  });
}

/** Whoever answered, and whoever owes the answer. Who said yes is not among them. */
function answersOf({ impartial, owing }: ReportState): AnswerRow[] {
  return [...impartial.map((user) => ({ user_id: user, answer: 'INGEN' as const })), ...owing.map((user) => ({ user_id: user, answer: 'SENERE' as const }))];
}

/** A report is a file of its own: a journal that is only added to, and one row in the inbox. */
export const REPORT_FILE: FileKind<ReportState, ReportEvent> = { kind: 'report', initial: NO_REPORT, evolve: evolveReport, lift, project };

/** Why a sending did not come through the last time is no part of any journal. */
const FAILURE = ['failure_code', 'failed_at'];

/** What is kept in clear of a report, each to be compared with its journal and written again. */
export const REPORT_PROJECTIONS: readonly Projection<ReportState>[] = [
  {
    name: 'app.report',
    same: async (ctx, fileId, state, version) => rowsAre(ctx.tx, 'app.report', { region_id: ctx.regionId, file_id: fileId }, [await lineOf(ctx, fileId, state, version)]),
    write: async (ctx, fileId, state, version) => saveReport(ctx.tx, await lineOf(ctx, fileId, state, version)),
  },
  {
    name: 'app.report_ledger',
    same: (ctx, fileId, state) => ledgerAgrees(ctx.tx, ctx.regionId, fileId, partsOf(state)),
    write: (ctx, fileId, state) => markAgain(ctx.tx, ctx.regionId, fileId, partsOf(state), { readable: state.registeredAt ?? ctx.now, seen: state.seenAt ?? ctx.now, decided: state.decidedAt ?? ctx.now }),
  },
  {
    name: 'app.report_answer',
    same: (ctx, fileId, state) => rowsAre(ctx.tx, 'app.report_answer', { region_id: ctx.regionId, file_id: fileId }, answersOf(state).map((row) => ({ region_id: ctx.regionId, file_id: fileId, ...row }))),
    write: (ctx, fileId, state) => saveAnswers(ctx.tx, ctx.regionId, fileId, answersOf(state)),
  },
  {
    name: 'app.report_transfer',
    same: (ctx, fileId, state) => rowsAre(ctx.tx, 'app.report_transfer', { region_id: ctx.regionId, file_id: fileId }, transfersOf(fileId, state).map((row) => ({ region_id: ctx.regionId, ...row })), FAILURE),
    write: (ctx, fileId, state) => saveTransfers(ctx.tx, ctx.regionId, fileId, transfersOf(fileId, state)),
  },
  {
    name: 'app.report_named (report)',
    same: (ctx, fileId, state) => rowsAre(ctx.tx, 'app.report_named', { region_id: ctx.regionId, case_id: fileId }, [namedFor(state)].flatMap((named) => (named === undefined ? [] : [{ region_id: ctx.regionId, case_id: fileId, report_id: fileId, named }]))),
    write: (ctx, fileId, state) => saveNamed(ctx.tx, ctx.regionId, fileId, [fileId], namedFor(state)),
  },
  {
    name: 'app.report_part',
    same: (ctx, fileId, state) => rowsAre(ctx.tx, 'app.report_part', { region_id: ctx.regionId, file_id: fileId }, (state.split?.into ?? []).map((part) => ({ region_id: ctx.regionId, file_id: fileId, report_id: part }))),
    write: (ctx, fileId, state) => saveParts(ctx.tx, ctx.regionId, fileId, state.split?.into ?? []),
  },
  {
    name: 'app.report_file_along',
    same: (ctx, fileId, state) => rowsAre(ctx.tx, 'app.report_file_along', { region_id: ctx.regionId, file_id: fileId }, followsOf(fileId, state).map((row) => ({ region_id: ctx.regionId, ...row }))),
    write: (ctx, fileId, state) => saveFollows(ctx.tx, ctx.regionId, fileId, followsOf(fileId, state)),
  },
  {
    name: 'app.report_window',
    same: (ctx, fileId, state) => windowsAre(ctx.tx, ctx.regionId, fileId, state.dialogue.closedAt !== undefined),
    write: (ctx, fileId, state) => setWindows(ctx.tx, ctx.regionId, fileId, state.dialogue.closedAt ?? null),
  },
  {
    name: 'app.report_file',
    same: (ctx, fileId, state) => filesAgree(ctx.tx, ctx.regionId, fileId, objectsOf(state)),
    write: (ctx, fileId, state) => saveFiles(ctx.tx, ctx.regionId, fileId, objectsOf(state), ctx.now),
  },
  {
    name: 'kernel.file_exclusion',
    same: (ctx, fileId, state) => leavesOut(ctx, fileId, state.leftOut),
    write: (ctx, fileId, state) => exclude(ctx, fileId, state.leftOut),
  },
  ...traceProjections(tracedIn),
];
