import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { listMunicipalities, regionClocks } from '../../regions/public.ts';
import { mayHandleReport, coordinatesReport } from '../access.ts';
import { confirmedBy } from '../clocks.ts';
import type { Basis } from '../codes.ts';
import { factsOf, meOf, reportFacts, showsContent } from '../commands/handle.ts';
import { standingOf } from '../commands/standing.ts';
import { caseFrom } from '../crossing.ts';
import { REPORT_FILE } from '../file.ts';
import { offeredFiles, type Offered } from '../follow.ts';
import { livesOutside } from '../outside.ts';
import { closedBecause, type ReportState, type StepClosed } from '../report.ts';
import { basesToSendOn, type OtherRegion } from '../send-on.ts';
import { personToBegin, type PersonPart } from '../split.ts';
import { findReport } from '../store.ts';
import { veiled } from '../veiled.ts';
import { listOtherRegions, listUnconfirmed } from '../store/transfer.ts';

export type SplitForm = {
  readonly fileId: FileId; readonly reference: string;
  /** of the form, so that it divides the report once */
  readonly formId: string;
  /** how much had come when this was shown */
  readonly parts: number;
  readonly closed: StepClosed | undefined;
  /** what the first person begins with, and each of the others */
  readonly first: PersonPart; readonly other: PersonPart;
  readonly urgent: boolean; readonly files: readonly Offered[];
  readonly places: Readonly<Record<string, string>>;
};

/** What a coordinator begins with who divides a report between the people it is about. Nothing is changed by looking. */
export const splitForm = query({
  name: 'reports.split_form',
  schema: z.strictObject({ reportId: idField<'file'>() }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: coordinatesReport,
  run: showsContent(async (ctx, _input, { fileId, strict }) => {
    const { state: told } = await openFile(ctx, REPORT_FILE, fileId);
    const closed = closedBecause(told, 'split');
    const state = closed === undefined ? told : veiled(told, { reporter: true, address: true, place: strict });
    return done<SplitForm>({
      fileId, reference: state.reference, formId: ctx.chance.uuid(), parts: state.parts.length, closed, first: personToBegin(state, true), other: personToBegin(state, false),
      urgent: state.urgent, files: offeredFiles(state.dialogue), places: await placesNow(ctx),
    });
  }),
});

export type SendForm = {
  readonly fileId: FileId; readonly reference: string; readonly transferId: string; /** how much had come when this was shown */ readonly parts: number; readonly closed: StepClosed | undefined;
  readonly regions: readonly OtherRegion[];
  /** the region that the person's municipality is a member of */
  readonly likely: RegionId | undefined;
  readonly bases: readonly Basis[];
  readonly urgent: boolean; readonly outside: boolean; readonly files: readonly Offered[]; readonly again: boolean;
  /** what an excerpt begins with */
  readonly story: string;
};

/** What a coordinator begins with who sends a report on. */
export const sendForm = query({
  name: 'reports.send_form',
  schema: z.strictObject({ reportId: idField<'file'>() }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: coordinatesReport,
  run: showsContent(async (ctx, _input, { fileId }) => {
    const { state } = await openFile(ctx, REPORT_FILE, fileId);
    const regions = await listOtherRegions(ctx.tx, ctx.regionId, osloDay(ctx.now));
    const lives = state.contents.at(-1)?.report.person.municipality ?? '';
    return done<SendForm>({
      fileId, reference: state.reference, transferId: ctx.chance.uuid(), parts: state.parts.length, closed: closedBecause(state, 'send_on'), regions, likely: regions.find(({ municipalities }) => municipalities.includes(lives))?.regionId,
      bases: basesToSendOn(ctx.now), urgent: state.urgent, outside: await isOutsideHere(ctx, state), files: offeredFiles(state.dialogue), again: state.sendings.length > 0, story: personToBegin(state, true).story,
    });
  }),
});

export type BackForm = Pick<SendForm, 'fileId' | 'reference' | 'urgent'> & { /** why it can go back no more; undefined: it can */ readonly closed: 'not_transferred' | 'already_decided' | undefined };

/** What a coordinator begins with who sends another region's case back to them. */
export const backForm = query({
  name: 'reports.back_form',
  schema: z.strictObject({ reportId: idField<'file'>() }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: coordinatesReport,
  run: showsContent(async (ctx, _input, { fileId }) => {
    const { state } = await openFile(ctx, REPORT_FILE, fileId);
    return done<BackForm>({ fileId, reference: state.reference, urgent: state.urgent, closed: caseFrom(state) === undefined ? 'not_transferred' : state.progress === 'DECIDED' ? 'already_decided' : undefined });
  }),
});

async function isOutsideHere(ctx: Context, { contents }: ReportState): Promise<boolean> {
  const report = contents.at(-1)?.report;
  return report !== undefined && livesOutside(report, new Set(Object.keys(await placesNow(ctx))));
}

async function placesNow(ctx: Context): Promise<Record<string, string>> {
  return Object.fromEntries((await listMunicipalities(ctx.tx, ctx.regionId)).map((row) => [row.number, row.name]));
}

/** A report that a divided one became, by what tells whoever may settle both which it is. */
export type Part = { readonly fileId: FileId; readonly reference: string };

/** Those of the reports it became that the asker may handle; the others do not exist for them. */
export async function partsOf(ctx: Context, { split }: ReportState): Promise<Part[]> {
  if (split === undefined || ctx.actor.kind !== 'person') return [];
  const parts: Part[] = [];
  for (const fileId of split.into) {
    const row = await findReport(ctx.tx, ctx.regionId, fileId, meOf(ctx, ctx.actor.userId));
    if (row !== undefined && mayHandleReport(ctx.actor, factsOf(row, await standingOf(ctx, [fileId]))).allow) parts.push({ fileId, reference: row.reference });
  }
  return parts;
}

/** Sent on, and not confirmed yet: one line of the coordinators' list. */
export type Unconfirmed = { readonly fileId: FileId; readonly reference: string; readonly sentAt: Instant; /** when (exclusive) somebody there should have said that they have it */ readonly due: Instant; /** to another region of this system */ readonly inside: boolean; readonly carried: boolean };

/** What a coordinator still waits for; empty for whoever is none, and without what they may not handle. */
export async function unconfirmedFor(ctx: Context): Promise<Unconfirmed[]> {
  if (ctx.actor.kind !== 'person') return [];
  const { actor } = ctx;
  const waiting = (await listUnconfirmed(ctx.tx, ctx.regionId)).filter((row) => !row.of_case);
  const region = await regionClocks(ctx);
  const standing = await standingOf(ctx, [...new Set(waiting.map((row) => row.file_id))]);
  const lines: Unconfirmed[] = [];
  for (const { file_id: fileId, sent_at: sentAt, to_region: to, carried_at: carried } of waiting) {
    const row = await findReport(ctx.tx, ctx.regionId, fileId, meOf(ctx, actor.userId));
    const verdict = row === undefined ? undefined : mayHandleReport(actor, factsOf(row, standing));
    if (row === undefined || verdict?.allow !== true || verdict.because === 'reception') continue;
    lines.push({ fileId, reference: row.reference, sentAt, due: confirmedBy(sentAt, row.urgent, region), inside: to !== null, carried: carried !== null });
  }
  return lines;
}

export type SendingsLate = { readonly now: Instant; readonly lines: readonly Unconfirmed[] };

/** Those that should have been confirmed by now; part of «Min dag», and no reading of its own. */
export async function sendingsLate(ctx: Context): Promise<SendingsLate> {
  return { now: ctx.now, lines: (await unconfirmedFor(ctx)).filter(({ due }) => due <= ctx.now) };
}
