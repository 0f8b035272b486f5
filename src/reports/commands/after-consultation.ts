import type { Context } from '../../kernel/context.ts';
import { asId, type FileId } from '../../kernel/ids.ts';
import { changeFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { decideAfter, tellsOf, type AfterConsultation } from '../after-consultation.ts';
import { REPORT_FILE } from '../file.ts';
import type { ReportEvent, ReportState } from '../report.ts';
import { listClosedTo } from '../store/named.ts';
import { meOf } from './handle.ts';

/** The report refers to the consultation it was made after, in the same transaction as the consultation refers to it. The verdict has opened the file. */
export async function referToConsultation(ctx: Context, reportId: FileId, one: AfterConsultation): Promise<void> {
  await changeFile(ctx, REPORT_FILE, reportId, ({ consultations }) => done(decideAfter(consultations, one, ctx.now)));
}

/** For whoever may not know of a consultation, as if there were none, in the state and in the journal. The same statement whether there is one. */
export async function withoutClosed<T extends { readonly state: ReportState; readonly events: readonly ReportEvent[] }>(ctx: Context, file: T): Promise<T> {
  const { consultations } = file.state;
  const asked = [...consultations.flatMap(({ consultation, report }) => (report === undefined ? [consultation] : [consultation, report])), asId<'file'>(ctx.chance.uuid())];
  const closed = new Set(ctx.actor.kind === 'person' ? await listClosedTo(ctx.tx, ctx.regionId, asked, meOf(ctx, ctx.actor.userId)) : asked);
  return {
    ...file, state: { ...file.state, consultations: consultations.filter((one) => !tellsOf(one, closed)) },
    events: file.events.filter((event) => event.type !== 'ReportAfterConsultation' || !tellsOf(event.content, closed)),
  };
}
