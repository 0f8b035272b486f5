import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId } from '../../kernel/ids.ts';
import { allow, type Verdict } from '../../kernel/verdict.ts';
import { ASKED_FIELDS, closeReporterWindow, FILE_FIELDS, openAttachment, writeToReporter } from '../../reports/public.ts';
import { mayReadCase, mayWriteJournal } from '../access.ts';
import { mustProve } from '../../staff/public.ts';
import { refuseCase } from '../refusals.ts';
import { askedCase } from './asked.ts';

type Held = NonNullable<Awaited<ReturnType<typeof askedCase>>> & { readonly report: FileId };
type Which = { readonly caseId: FileId; readonly reportId: FileId };

const which = { caseId: idField<'file'>(), reportId: idField<'file'>() };
const theCase = ({ caseId }: Which): FileId[] => [caseId];

/** A report that the case holds; one that it does not hold is as little there as one that does not exist. */
async function heldReport(ctx: Context, { caseId, reportId }: Which): Promise<Held | undefined> {
  const asked = await askedCase(ctx, caseId);
  return asked === undefined || !asked.reports.includes(reportId) ? undefined : { ...asked, report: reportId };
}

/** Who reads the case reads what came with its reports. */
function withReport(verdict: Verdict, { report }: Held): Verdict {
  return verdict.allow ? allow(verdict.because, [...(verdict.files ?? []), report]) : verdict;
}

/** From the case's list of reports, by whoever may write in the case; what is written stands in the report's own journal. */
export const askReporterInCase = command({
  name: 'cases.ask_reporter',
  schema: z.strictObject({ ...which, ...ASKED_FIELDS }),
  filesAsked: theCase,
  facts: heldReport,
  access: (_actor, held) => withReport(mayWriteJournal(held.actor, held.facts, held.asker.now), held),
  run: async (ctx, { caseId: _case, reportId: _report, ...asked }, { report, facts }) => (mustProve(ctx.actor, facts.strict, ctx.now, 'writes') ? refuseCase('sign_in_again') : writeToReporter(ctx, report, asked)),
});

export const closeWindowInCase = command({
  name: 'cases.close_window',
  schema: z.strictObject(which),
  filesAsked: theCase,
  facts: heldReport,
  access: (_actor, held) => withReport(mayWriteJournal(held.actor, held.facts, held.asker.now), held),
  run: async (ctx, _input, { report, facts }) => (mustProve(ctx.actor, facts.strict, ctx.now, 'writes') ? refuseCase('sign_in_again') : closeReporterWindow(ctx, report)),
});

/** A file that came with one of the case's reports. */
export const attachmentInCase = query({
  name: 'cases.attachment',
  schema: z.strictObject({ ...which, ...FILE_FIELDS }),
  filesAsked: theCase,
  facts: heldReport,
  access: (_actor, held) => withReport(mayReadCase(held.actor, held.facts, held.asker.now), held),
  run: async (ctx, input, { report, facts }) => (mustProve(ctx.actor, facts.strict, ctx.now) ? refuseCase('sign_in_again') : openAttachment(ctx, report, input)),
});
