import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { asId, reference, type FileId, type UserId } from '../../kernel/ids.ts';
import { findIntakePair } from '../../kernel/intake-keys.ts';
import type { NewEvent } from '../../kernel/journal/event.ts';
import { changeFile, createFile, exclude, fileExists } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { openEnvelope } from '../../kernel/sealing/intake.ts';
import { instant, osloDay, type Instant } from '../../kernel/time.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { findReserve } from '../../regions/public.ts';
import { holdRegister, listColleagues, type MemberWithRoles } from '../../staff/public.ts';
import { nextAttempt } from '../envelope.ts';
import { REPORT_FILE } from '../file.ts';
import { isStrictContent, withoutLeftOut } from '../crossing.ts';
import { FROM_REGION, readArrived, type Arrived } from '../arrived.ts';
import { namedIn, namedInWords } from './named.ts';
import { leftOutOf } from './standing.ts';
import { deleteEnvelope, findEnvelopes, markReadable, markUnreadable, type EnvelopeRow } from '../store.ts';
import { enqueueFiles } from '../store/follow.ts';
import { enqueueCheck } from '../store/window.ts';
import type { ReportEvent } from '../report.ts';
import { colleaguesAt } from '../workplace.ts';

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
      if (content === undefined || !(await takeIn(ctx, envelope, content))) {
        const attempts = (envelope.attempts ?? 0) + 1;
        await markUnreadable(ctx.tx, ctx.regionId, envelope, { code: content === undefined ? 'cannot_open' : 'report_missing', at: ctx.now, attempts, next: nextAttempt(attempts, ctx.now) });
        continue;
      }
      await markReadable(ctx.tx, ctx.regionId, envelope.report_id, envelope.part, ctx.now);
      await deleteEnvelope(ctx.tx, ctx.regionId, envelope.envelope_id);
      opened += 1;
    }
    return done({ opened, unreadable: facts.waiting.length - opened });
  },
});

async function contentOf(ctx: Context, envelope: EnvelopeRow): Promise<Arrived | undefined> {
  try {
    const pair = await findIntakePair(ctx, envelope.key_version);
    if (pair === undefined) return undefined;
    const plain = await openEnvelope(pair, envelope.sealed, { region: ctx.regionId, draft: envelope.report_id, part: envelope.kind, keyVersion: envelope.key_version });
    const content = readArrived(envelope.kind, JSON.parse(plain.toString('utf8')));
    const sentOn = content?.kind === 'report' && content.sentFrom !== undefined;
    return sentOn && envelope.channel !== FROM_REGION ? undefined : content;
  } catch {
    return undefined; // the code is kept on the envelope; a message could quote what somebody wrote
  }
}

/** Answers false where the report itself cannot be read yet: what belongs to it waits. */
async function takeIn(ctx: Context, envelope: EnvelopeRow, content: Arrived): Promise<boolean> {
  const known = await fileExists(ctx, envelope.report_id);
  if (!known && content.kind !== 'report') return false;
  const judged = await judgeStaff(ctx, (staff) => (content.kind === 'report' ? namedIn(staff, content) : namedInWords(staff, content.kind === 'file' ? content.name : content.text ?? '')), { place: content.kind === 'report' ? content.worksWhere : undefined, addedTo: known ? envelope.report_id : undefined });
  const came = { receivedAt: receivedAt(envelope, content), part: envelope.part, ...judged };
  if (known) await changeFile(ctx, REPORT_FILE, envelope.report_id, () => done([additionOf(came, content)]));
  else if (content.kind === 'report') {
    const arrived: NewEvent<ReportEvent> = {
      type: 'ReportArrived', version: 2, happenedAt: came.receivedAt,
      content: { ...came, report: withoutLeftOut(content), channel: envelope.channel, ...(isStrictContent(content) ? { named: await namedHere(ctx, judged.leftOut) } : {}), reference: reference(Number(osloDay(came.receivedAt).slice(0, 4)), ctx.chance) },
    };
    await createFile(ctx, REPORT_FILE, envelope.report_id, [arrived]);
  }
  await exclude(ctx, envelope.report_id, judged.leftOut);
  if (content.kind === 'file') await enqueueCheck(ctx.tx, ctx.regionId, content.object);
  if (content.kind === 'report' && content.sentFrom !== undefined) await enqueueFiles(ctx.tx, asId<'region'>(content.sentFrom.region), (content.sentFrom.files ?? []).map((slot) => ({ slot })));
  return true;
}

/** A case that was strictly confidential where it came from (decision 0090) is the coordinators' of today alone, or the reserve's, until one of them takes it. */
async function namedHere(ctx: Context, leftOut: readonly UserId[]): Promise<UserId[]> {
  const coordinators = (await listColleagues(ctx)).filter(({ userId, roles }) => roles.includes('KOORDINATOR') && !leftOut.includes(userId)).map(({ userId }) => userId);
  const reserve = await findReserve(ctx);
  return coordinators.length > 0 || reserve === undefined ? coordinators : [reserve];
}

/** What another region sent on keeps the time when it first came there; a case of theirs has a clock of its own from now on. Nobody outside can say such a thing (contentOf). */
function receivedAt(envelope: EnvelopeRow, content: Arrived): Instant {
  return content.kind === 'report' && content.sentFrom !== undefined && content.sentFrom.case === undefined ? instant(content.sentFrom.receivedAt) : envelope.received_at;
}

type Came = { readonly receivedAt: Instant; readonly part: number; readonly leftOut: UserId[]; readonly forReserve: boolean };

function additionOf(came: Came, content: Arrived): NewEvent<ReportEvent> {
  const happenedAt = came.receivedAt;
  if (content.kind === 'report') return { type: 'ReportAdded', version: 2, happenedAt, content: { ...came, report: withoutLeftOut(content) } };
  if (content.kind === 'message') return { type: 'ReporterWrote', version: 1, happenedAt, content: { ...came, message: { feels: content.feels, text: content.text } } };
  const { object, key, name, type, bytes, sha256 } = content;
  return { type: 'AttachmentArrived', version: 1, happenedAt, content: { ...came, attachment: { object, key, name, type, bytes, sha256 } } };
}

/** What else is known when something arrives: where it says that somebody it is about works, and to which report it is added. */
type Besides = { readonly place?: string | undefined; readonly addedTo?: FileId | undefined };

/**
 * fvl § 6: whoever is named never sees it; when that is everybody in reception, the reserve in another municipality does. Nor do those who work at the
 * place, as far as others are left (colleaguesAt): of an addition, others than those whom the report before it and its cases have left out already.
 */
export async function judgeStaff(ctx: Context, named: (staff: readonly MemberWithRoles[]) => UserId[], { place, addedTo }: Besides = {}): Promise<{ leftOut: UserId[]; forReserve: boolean }> {
  await holdRegister(ctx); // whoever comes to it after this is compared with this report, too
  const staff = await listColleagues(ctx); // those who were closed out, too: they may be let in again
  const byName = named(staff);
  const out = [...byName, ...(addedTo === undefined ? [] : await leftOutOf(ctx, addedTo, staff))];
  const there = colleaguesAt(staff, { out, reserve: await findReserve(ctx) }, place);
  const reception = staff.filter((member) => member.roles.some((role) => role === 'MOTTAK' || role === 'KOORDINATOR'));
  return { leftOut: [...byName, ...there], forReserve: reception.every(({ userId }) => out.includes(userId) || there.includes(userId)) };
}
