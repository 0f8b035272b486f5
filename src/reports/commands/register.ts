import { z } from 'zod';
import { idField } from '../../kernel/id-field.ts';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { reference, type FileId } from '../../kernel/ids.ts';
import type { NewEvent } from '../../kernel/journal/event.ts';
import { createFile, exclude, fileExists } from '../../kernel/journal/file.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { fingerprint, sameMac } from '../../kernel/sealing/mac.ts';
import { LANGUAGES } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import { localValues } from '../../regions/public.ts';
import { mayTypeReports } from '../access.ts';
import { planDesk, type DeskPlan } from '../desk/plan.ts';
import type { TypedIn } from '../desk/typed.ts';
import { REPORT_FILE } from '../file.ts';
import { handedOver, type ReportEvent } from '../report.ts';
import { deleteDraft, findDraft, firstFingerprint, holdDraft, insertTypedLedger } from '../store/desk.ts';
import { judgeStaff } from './arrive.ts';
import { entriesField, isOwnPage, writerField } from './drafts.ts';
import { namedIn, namedInWords, wordsOnThePhone } from './named.ts';
import { markUsed } from './paper.ts';

/**
 * What came by phone, letter, walk-in or e-mail, or from a colleague, becomes a report like any other: ledger, file, those who are
 * left out and the paper sheet in one transaction. The same form sent twice is one report. Whoever typed it is told nothing more
 * than that it was sent, and is left out like anybody else when it names them (fvl § 6).
 * Refusals: `form_problems` (field → code), `bad_input` (sheet), `already_registered` (something else was sent from this form).
 */
export const registerReport = command({
  name: 'reports.register',
  schema: z.strictObject({ draftId: idField<'file'>(), writer: writerField, lang: z.enum(LANGUAGES), entries: entriesField }),
  facts: async () => ({}),
  access: mayTypeReports,
  run: async (ctx, { draftId, writer, lang, entries }) => {
    if (ctx.actor.kind !== 'person' || !isOwnPage(ctx, writer, undefined)) return refuse('not_found');
    await holdDraft(ctx.tx, ctx.regionId, draftId);
    const today = osloDay(ctx.now);
    const local = (await localValues(ctx)).filter(({ from }) => from <= today);
    const planned = planDesk(entries, { region: ctx.regionId, draftId, lang, now: ctx.now, local });
    if (!planned.ok) return planned;
    const print = fingerprint(ctx.keys.lookup, draftId, planned.value.canonical);
    const before = await firstFingerprint(ctx.tx, ctx.regionId, draftId);
    if (before !== undefined && sameMac(before, print)) return done({ urgent: planned.value.urgent.length > 0 });
    const draft = await findDraft(ctx.tx, ctx.regionId, draftId);
    if (draft?.user_id === ctx.actor.userId && !isOwnPage(ctx, writer, draft)) return refuse('not_found');
    const others = draft !== undefined && draft.user_id !== ctx.actor.userId;
    if (before !== undefined || others || await fileExists(ctx, draftId)) return refuse('already_registered');
    return store(ctx, draftId, planned.value, print);
  },
});

async function store(ctx: Context, draftId: FileId, planned: DeskPlan, print: Buffer) {
  const { content, channel, receivedAt, typedIn, urgent } = planned;
  await insertTypedLedger(ctx.tx, ctx.regionId, { reportId: draftId, channel, fingerprint: print, receivedAt, at: ctx.now });
  const judged = await judgeStaff(ctx, (staff) => [...new Set([...namedIn(staff, content), ...namedInWords(staff, wordsBeside(planned))])], { place: content.worksWhere });
  const arrived: NewEvent<ReportEvent> = {
    type: 'ReportArrived', version: 2, happenedAt: receivedAt,
    content: { receivedAt, part: 0, ...judged, report: content, channel, reference: reference(Number(osloDay(receivedAt).slice(0, 4)), ctx.chance), typedIn: { ...typedIn, ...sheetOf(planned) } },
  };
  await createFile(ctx, REPORT_FILE, draftId, [arrived, ...urgent, ...handOverOf(ctx)]);
  await exclude(ctx, draftId, judged.leftOut);
  const sheet = planned.sheet === '' ? undefined : await markUsed(ctx, planned.sheet, draftId);
  if (sheet !== undefined && !sheet.ok) return refuse('form_problems', { ark: sheet.fields?.['sheet'] ?? 'sheet_number' });
  await deleteDraft(ctx.tx, ctx.regionId, draftId);
  return done({ urgent: urgent.length > 0 });
}

/** T3: whoever types it in hands it to the coordinators in the same step. A coordinator has it already. */
function handOverOf({ actor, now }: Context): NewEvent<ReportEvent>[] {
  return actor.kind === 'person' && actor.roles.includes('KOORDINATOR') ? [] : [handedOver('', now)];
}

function sheetOf({ sheet }: DeskPlan): Pick<TypedIn, 'sheet'> {
  return sheet === '' ? {} : { sheet };
}

function wordsBeside({ typedIn, urgent }: DeskPlan): string {
  return wordsOnThePhone(typedIn, urgent.flatMap((event) => (event.type === 'ReportMadeUrgent' ? [event.content] : [])));
}
