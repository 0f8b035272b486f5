import { z } from 'zod';
import { idField } from '../../kernel/id-field.ts';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { asId, isUuid, type FileId, type UserId } from '../../kernel/ids.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { changeFile } from '../../kernel/journal/file.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { mayHandleReport, mayReadReport, type ReportFacts } from '../access.ts';
import { REPORT_FILE } from '../file.ts';
import { lineField, textField } from '../../kernel/text-field.ts';
import { decideHandOver, decideMovedOut, isConsultation } from '../report.ts';
import { decideUrgent } from '../urgent.ts';
import { mustProve } from '../../staff/public.ts';
import { standingOf, type Standing } from './standing.ts';
import { findReport, findReportByReference, findReportsByReference, type Me, type ReportRow } from '../store.ts';

/** Most characters (UTF-16 units) of what is typed on a report's page. */
export const TYPED_MOST = { line: 200, text: 2000 } as const;
const line = lineField(TYPED_MOST.line);
const text = textField(TYPED_MOST.text);

/** What access.ts asks about one report, for whoever asks. */
export async function reportFacts(ctx: Context, reportId: string): Promise<ReportFacts | undefined> {
  if (ctx.actor.kind !== 'person' || !isUuid(reportId)) return undefined;
  const fileId: FileId = asId<'file'>(reportId);
  const row = await findReport(ctx.tx, ctx.regionId, fileId, meOf(ctx, ctx.actor.userId));
  const standing = await standingOf(ctx, [fileId]);
  return row === undefined ? undefined : factsOf(row, standing);
}

/** A case with a strictly confidential address has it: as on the case's own page, whoever is named proves anew who they are before anything of it is shown. */
export function mustSignIn({ actor, now }: Context, { strict }: Pick<ReportFacts, 'strict'>): boolean {
  return mustProve(actor, strict, now);
}

type Run<I, F, R> = (ctx: Context, input: I, facts: F) => Promise<Outcome<R>>;

/** A step that shows what a report says. Refusal: `sign_in_again`. */
export function showsContent<I, F extends Pick<ReportFacts, 'strict'>, R>(run: Run<I, F, R>): Run<I, F, R> {
  return async (ctx, input, facts) => (mustSignIn(ctx, facts) ? refuse('sign_in_again') : run(ctx, input, facts));
}

/** A step that writes in a report, or sends on what it says; all but raising the alarm and the answer before content, which wait for nothing. Refusal: `sign_in_again`. */
export function writesContent<I, F extends Pick<ReportFacts, 'strict'>, R>(run: Run<I, F, R>): Run<I, F, R> {
  return async (ctx, input, facts) => (mustProve(ctx.actor, facts.strict, ctx.now, 'writes') ? refuse('sign_in_again') : run(ctx, input, facts));
}

/** Which report a reference means, for whoever may handle it; undefined too for one that itself names nobody. */
export async function findReferred(ctx: Context, reference: string): Promise<FileId | undefined> {
  if (ctx.actor.kind !== 'person') return undefined;
  const row = await findReportByReference(ctx.tx, ctx.regionId, reference, meOf(ctx, ctx.actor.userId));
  return row !== undefined && isReferable(row) ? row.file_id : undefined;
}

/** Those of these references that `findReferred` would answer, whatever they are many of. */
export async function referredAmong(ctx: Context, references: readonly string[]): Promise<ReadonlySet<string>> {
  if (ctx.actor.kind !== 'person') return new Set();
  const rows = await findReportsByReference(ctx.tx, ctx.regionId, references, meOf(ctx, ctx.actor.userId));
  return new Set(rows.filter(isReferable).map((row) => row.reference));
}

function isReferable({ consultation, excluded, shut }: ReportRow): boolean {
  return !consultation && !excluded && !shut;
}

/** Who asks, as the store wants to know them. */
export function meOf(ctx: Context, userId: UserId): Me {
  return { userId, token: exclusionToken(ctx.keys.lookup, userId) };
}

export function factsOf(row: Pick<ReportRow, 'file_id' | 'excluded' | 'shut' | 'strict' | 'decided_at' | 'seen_at' | 'answer'>, { askerIsReserve, uncoordinated }: Standing): ReportFacts {
  const forReserve = uncoordinated.has(row.file_id);
  return { fileId: row.file_id, excluded: row.excluded, shut: row.shut && !(forReserve && askerIsReserve), strict: row.strict, forReserve, askerIsReserve, answer: row.answer ?? undefined, decided: row.decided_at !== null && row.seen_at !== null };
}

/** T2: Akutt is raised in any state, by whoever sees the danger, also before they have answered anything. */
export const raiseUrgent = command({
  name: 'reports.raise_urgent',
  schema: z.strictObject({ reportId: idField<'file'>(), danger: text, called: line, calledBy: line, calledWhen: line }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayHandleReport,
  run: (ctx, input, facts) => {
    const { reportId: _, ...asked } = input;
    return changeFile(ctx, REPORT_FILE, facts.fileId, (state) => decideUrgent(state, asked, ctx.now));
  },
});

/** T3: from reception to the coordinators. */
export const handOver = command({
  name: 'reports.hand_over',
  schema: z.strictObject({ reportId: idField<'file'>(), note: text }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayReadReport,
  run: writesContent((ctx, input, facts) => changeFile(ctx, REPORT_FILE, facts.fileId, (state) => decideHandOver(state, input.note, ctx.now))),
});

/** Out of «Mange på én gang», by whoever may handle it, also before they have answered anything. Answers whether it asks for advice. */
export const moveOut = command({
  name: 'reports.move_out',
  schema: z.strictObject({ reportId: idField<'file'>() }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayHandleReport,
  run: async (ctx, _input, facts) => {
    let consultation = false;
    const moved = await changeFile(ctx, REPORT_FILE, facts.fileId, (state) => {
      consultation = isConsultation(state);
      return decideMovedOut(state, ctx.now);
    });
    return moved.ok ? done({ consultation }) : moved;
  },
});
