import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { changeFile } from '../../kernel/journal/file.ts';
import { lineField, textField } from '../../kernel/text-field.ts';
import { osloDay } from '../../kernel/time.ts';
import { listMunicipalities } from '../../regions/public.ts';
import { coordinatesReport } from '../access.ts';
import { decideSendBack } from '../crossing.ts';
import { REPORT_FILE } from '../file.ts';
import { LONGEST } from '../form/fields.ts';
import { livesOutside } from '../outside.ts';
import { decideConfirmed, decideSendOn } from '../send-on.ts';
import type { SentOutcome } from '../settled.ts';
import type { ReportState } from '../report.ts';
import { listOtherRegions } from '../store/transfer.ts';
import { reportFacts, writesContent } from './handle.ts';

const line = lineField(LONGEST.short);

/**
 * T4: a report that belongs elsewhere goes on. What is for another region of this system is carried over by the worker
 * (commands/transfer.ts); nothing is ever sent out of the system. Refusals: those of decideSendOn.
 */
export const sendOn = command({
  name: 'reports.send_on',
  schema: z.strictObject({
    reportId: idField<'file'>(), transferId: z.uuid(), parts: z.int().min(0).max(32_000), to: line, place: line, spokeWith: line, basis: line, scope: line, phonedWho: line, phonedWhen: line,
    grounds: textField(LONGEST.long), text: textField(LONGEST.long), files: z.array(z.string().max(3)).max(60),
  }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: coordinatesReport,
  run: writesContent(async (ctx, { reportId: _report, transferId, ...typed }, facts) => {
    const regions = await listOtherRegions(ctx.tx, ctx.regionId, osloDay(ctx.now));
    const places = await memberNumbers(ctx);
    return changeFile(ctx, REPORT_FILE, facts.fileId, (state) => decideSendOn(state, typed, { transferId, regions, outcome: outcomeOf(state, places), now: ctx.now, chance: ctx.chance }));
  }),
});

/** Where the person lives decides what the figures call it. */
function outcomeOf({ contents }: ReportState, places: ReadonlySet<string>): SentOutcome {
  const report = contents.at(-1)?.report;
  return report !== undefined && livesOutside(report, places) ? 'UTENFOR_KOMMUNER' : 'OVERFORT';
}

async function memberNumbers(ctx: Context): Promise<ReadonlySet<string>> {
  return new Set((await listMunicipalities(ctx.tx, ctx.regionId)).map((row) => row.number));
}

/** What came from another region as a case, and is not for us: it goes back to them. Refusals: those of decideSendBack. */
export const sendBack = command({
  name: 'reports.send_back',
  schema: z.strictObject({ reportId: idField<'file'>(), grounds: textField(LONGEST.long), phonedWho: line, phonedWhen: line }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: coordinatesReport,
  run: writesContent((ctx, { reportId: _report, ...typed }, facts) => changeFile(ctx, REPORT_FILE, facts.fileId, (state) => decideSendBack(state, typed, ctx.now))),
});

/** Who received it outside, when and how they said so. Until then it stays on the coordinators' list. Refusals: those of decideConfirmed. */
export const confirmSending = command({
  name: 'reports.confirm_sending',
  schema: z.strictObject({ reportId: idField<'file'>(), transferId: z.uuid(), by: line, how: line, when: line }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: coordinatesReport,
  run: writesContent((ctx, { reportId: _report, ...told }, facts) => changeFile(ctx, REPORT_FILE, facts.fileId, (state) => decideConfirmed(state, told, ctx.now))),
});
