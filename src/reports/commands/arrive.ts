import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { reference, type UserId } from '../../kernel/ids.ts';
import { findIntakePair } from '../../kernel/intake-keys.ts';
import type { NewEvent } from '../../kernel/journal/event.ts';
import { changeFile, createFile, exclude, fileExists } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { openEnvelope } from '../../kernel/sealing/intake.ts';
import { osloDay } from '../../kernel/time.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { listColleagues, recused } from '../../staff/public.ts';
import { REPORT_FILE } from '../file.ts';
import { reportContent, type ReportContent } from '../form/content.ts';
import { deleteEnvelope, findEnvelopes, markReadable, markUnreadable, type EnvelopeRow } from '../store.ts';
import type { ReportEvent } from '../report.ts';

/**
 * Opens what lies in envelopes: same schema again (the sender is not trusted), compared with the staff register before
 * anybody can see it, sealed anew under the file's own key, marked readable, the envelope deleted: all in one transaction.
 * What cannot be opened stays, is marked, and stands in the inbox as «Kan ikke leses». Nothing is dropped.
 */
export const openEnvelopes = command({
  name: 'reports.arrive',
  schema: z.strictObject({ envelopeId: z.uuid() }),
  facts: async (ctx, input) => ({ waiting: await findEnvelopes(ctx.tx, ctx.regionId, input.envelopeId) }),
  access: (actor, facts) => actor.kind === 'system' && actor.task === 'open_envelope'
    ? allow('system', facts.waiting.slice(0, 1).map((row) => row.report_id)) : deny('only_system'),
  run: async (ctx, _input, facts) => {
    let opened = 0;
    for (const envelope of facts.waiting) {
      const content = await contentOf(ctx, envelope);
      if (content === undefined) {
        await markUnreadable(ctx.tx, ctx.regionId, envelope, 'cannot_open', ctx.now);
        continue;
      }
      await takeIn(ctx, envelope, content);
      await markReadable(ctx.tx, ctx.regionId, envelope.report_id, envelope.part, ctx.now);
      await deleteEnvelope(ctx.tx, ctx.regionId, envelope.envelope_id);
      opened += 1;
    }
    return done({ opened, unreadable: facts.waiting.length - opened });
  },
});

async function contentOf(ctx: Context, envelope: EnvelopeRow): Promise<ReportContent | undefined> {
  try {
    const pair = await findIntakePair(ctx, envelope.key_version);
    if (pair === undefined) return undefined;
    const plain = await openEnvelope(pair, envelope.sealed, { region: ctx.regionId, draft: envelope.report_id, part: 'report', keyVersion: envelope.key_version });
    const parsed = reportContent.safeParse(JSON.parse(plain.toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // the code is kept on the envelope; a message could quote what somebody wrote
  }
}

async function takeIn(ctx: Context, envelope: EnvelopeRow, report: ReportContent): Promise<void> {
  const { leftOut, forReserve } = await judgeStaff(ctx, report);
  const facts = { receivedAt: envelope.received_at, report, leftOut, forReserve };
  if (!(await fileExists(ctx, envelope.report_id))) {
    const arrived: NewEvent<ReportEvent> = {
      type: 'ReportArrived', version: 1, happenedAt: envelope.received_at,
      content: { ...facts, channel: envelope.channel, reference: reference(Number(osloDay(envelope.received_at).slice(0, 4)), ctx.chance) },
    };
    await createFile(ctx, REPORT_FILE, envelope.report_id, [arrived]);
  } else {
    const added: NewEvent<ReportEvent> = { type: 'ReportAdded', version: 1, happenedAt: envelope.received_at, content: facts };
    await changeFile(ctx, REPORT_FILE, envelope.report_id, () => done([added]));
  }
  await exclude(ctx, envelope.report_id, leftOut);
}

/** fvl § 6: whoever is named never sees it; when that is everybody in reception, the reserve in another municipality does. */
async function judgeStaff(ctx: Context, report: ReportContent): Promise<{ leftOut: UserId[]; forReserve: boolean }> {
  const staff = await listColleagues(ctx); // those who were closed out, too: they may be let in again
  const names = [report.person.name, report.person.alias, report.suspectName, report.reporter.name].filter((name) => name !== undefined);
  const leftOut = recused(staff, { names, text: everyText(report).join('\n') });
  const reception = staff.filter((member) => member.roles.some((role) => role === 'MOTTAK' || role === 'KOORDINATOR'));
  return { leftOut, forReserve: reception.every((member) => leftOut.includes(member.userId)) };
}

function everyText(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(everyText);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyText) : [];
}
