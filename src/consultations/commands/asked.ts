import type { Context } from '../../kernel/context.ts';
import { asId, isUuid, reference, type FileId } from '../../kernel/ids.ts';
import { createFile } from '../../kernel/journal/file.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { deny, type Verdict } from '../../kernel/verdict.ts';
import { osloDay } from '../../kernel/time.ts';
import type { ReportEvent } from '../../reports/public.ts';
import { mayReadConsultation, type ConsultationFacts } from '../access.ts';
import { CONSULTATION_FILE } from '../file.ts';
import { findByReference, findConsultation, type ConsultationRow } from '../store.ts';

type Arrived = Extract<ReportEvent, { type: 'ReportArrived' }>;

/** An employee asked in mode C: the consultation is there as soon as the report is, in the same transaction. Codes alone go over. */
export async function askedInReport(ctx: Context, reportId: FileId, { content }: Arrived): Promise<void> {
  const { report, receivedAt } = content;
  if (report.mode !== 'C') return;
  const { municipality, ageBand } = report.person;
  await createFile(ctx, CONSULTATION_FILE, asId<'file'>(ctx.chance.uuid()), [{
    type: 'ConsultationAsked', version: 1, happenedAt: receivedAt,
    content: {
      reference: newReference(ctx), reportId, receivedAt, urgent: report.danger === 'ja', service: report.reporter.code,
      municipality: /^\d{4}$/.test(municipality) ? municipality : '', violence: report.violence, ageBand,
    },
  }]);
}

export function newReference(ctx: Context): string {
  return reference(Number(osloDay(ctx.now).slice(0, 4)), ctx.chance);
}

export function factsOf(row: ConsultationRow): ConsultationFacts {
  return { fileId: row.file_id, reportId: row.report_id ?? undefined, excluded: row.excluded, shut: row.shut };
}

/** A consultation as a later module meets it: in clear, and with what its own rules say. Opens nothing. */
export type MetConsultation = { readonly fileId: FileId; readonly reference: string; /** the report that it came as */ readonly reportId: FileId | undefined; /** it does not exist for whoever asks */ readonly hidden: boolean; readonly reads: Verdict };

export async function meetConsultation(ctx: Context, fileId: FileId): Promise<MetConsultation | undefined> {
  if (ctx.actor.kind !== 'person') return undefined;
  const row = await findConsultation(ctx.tx, ctx.regionId, fileId, { userId: ctx.actor.userId, token: exclusionToken(ctx.keys.lookup, ctx.actor.userId) });
  if (row === undefined || row.file_id !== fileId) return undefined;
  const facts = factsOf(row);
  return { fileId, reference: row.reference, reportId: facts.reportId, hidden: facts.excluded || facts.shut, reads: mayReadConsultation(ctx.actor, facts) };
}

/** The consultation with this reference, or with that of the report it came as; what may be seen of it, `meetConsultation` says. */
export async function consultationByReference(ctx: Context, asked: string): Promise<FileId | undefined> {
  return findByReference(ctx.tx, ctx.regionId, asked);
}

/** What access.ts asks about one consultation, by its own id or its report's. */
export async function consultationFacts(ctx: Context, id: string): Promise<ConsultationFacts | undefined> {
  if (ctx.actor.kind !== 'person' || !isUuid(id)) return undefined;
  const row = await findConsultation(ctx.tx, ctx.regionId, asId<'file'>(id), { userId: ctx.actor.userId, token: exclusionToken(ctx.keys.lookup, ctx.actor.userId) });
  return row === undefined ? undefined : factsOf(row);
}

/** Whether whoever asks may read the consultation, by its own id or its report's. Opens nothing. */
export async function readsConsultation(ctx: Context, id: string): Promise<Verdict> {
  const facts = await consultationFacts(ctx, id);
  return facts === undefined ? deny('unknown') : mayReadConsultation(ctx.actor, facts);
}
