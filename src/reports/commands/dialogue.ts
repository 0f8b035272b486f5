import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { FILE_KINDS } from '../../kernel/files/kinds.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId } from '../../kernel/ids.ts';
import { changeFile, openFile } from '../../kernel/journal/file.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { objectKey, type SealedObject } from '../../kernel/sealing/object-key.ts';
import { sealReply } from '../../kernel/sealing/receipt-code.ts';
import { mayReadReport } from '../access.ts';
import { closedFile, decideAdvise, decideAsk, decideClose, LONGEST_DECISION, LONGEST_TO_REPORTER, type Asked, type Dialogue, type WindowState } from '../dialogue.ts';
import { REPORT_FILE } from '../file.ts';
import { textField } from '../../kernel/text-field.ts';
import { insertReplies, listWindows, type WindowRow } from '../store/window.ts';
import type { Reply } from '../window/reply.ts';
import { reportFacts, writesContent } from './handle.ts';


/** What the form «Skriv til den som meldte» posts, wherever it stands. */
export const ASKED_FIELDS = { messageId: idField<'message'>(), what: z.string().max(20), text: textField(LONGEST_TO_REPORTER), consent: z.string().max(40), decision: textField(LONGEST_DECISION) } as const;

/** To whoever holds the code: a question, or by consent and decision more than that. Refusals: those of decideAsk; `sign_in_again`. */
export const askReporter = command({
  name: 'reports.ask_reporter',
  schema: z.strictObject({ reportId: idField<'file'>(), ...ASKED_FIELDS }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayReadReport,
  run: writesContent((ctx, { reportId: _report, ...asked }, facts) => writeToReporter(ctx, facts.fileId, asked)),
});

/** No message comes in any more by the code. */
export const closeWindow = command({
  name: 'reports.close_window',
  schema: z.strictObject({ reportId: idField<'file'>() }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayReadReport,
  run: writesContent((ctx, _input, facts) => closeReporterWindow(ctx, facts.fileId)),
});

/**
 * Written into the report's journal, and sealed once more so that only whoever holds the code can open it: two locks, since the one who asks
 * and the one who answers have no key in common. The verdict has opened the file.
 */
export async function writeToReporter(ctx: Context, reportId: FileId, asked: Asked): Promise<Outcome<unknown>> {
  return write(ctx, reportId, { ...asked, asks: asked.what === 'SPORSMAL' }, (dialogue, window) => decideAsk(dialogue, window, asked, ctx.now));
}

/** Advice to whoever asked for it without naming anybody, sealed to the code in the same way. Refusals: those of decideAdvise. */
export async function adviseReporter(ctx: Context, reportId: FileId, advice: { readonly messageId: string; readonly text: string }): Promise<Outcome<unknown>> {
  return write(ctx, reportId, { ...advice, asks: false }, (dialogue, window) => decideAdvise(dialogue, window, advice, ctx.now));
}

type ToReporter = { readonly messageId: string; readonly text: string; /** shown as a question that waits for an answer */ readonly asks: boolean };

async function write(ctx: Context, reportId: FileId, asked: ToReporter, decide: (dialogue: Dialogue, window: WindowState) => ReturnType<typeof decideAsk>): Promise<Outcome<unknown>> {
  const windows = await listWindows(ctx.tx, ctx.regionId, reportId);
  let written = false;
  const outcome = await changeFile(ctx, REPORT_FILE, reportId, (state) => {
    const decision = decide(state.dialogue, stateOf(windows));
    written = decision.ok && decision.value.length > 0;
    return decision;
  });
  if (!outcome.ok || !written) return outcome.ok ? done({}) : outcome;
  const reply: Reply = { version: 1, text: asked.text };
  const rows = await Promise.all(windows.filter(({ closed_at: closed }) => closed === null).map(async ({ lookup, reply_public_key: key }) => ({
    lookup, message_id: asked.messageId, asks: asked.asks, written_at: ctx.now,
    sealed: await sealReply(key, Buffer.from(JSON.stringify(reply), 'utf8'), { region: ctx.regionId, thread: reportId, message: asked.messageId }),
  })));
  await insertReplies(ctx.tx, ctx.regionId, rows);
  return done({});
}

export async function closeReporterWindow(ctx: Context, reportId: FileId): Promise<Outcome<unknown>> {
  const window = await windowOf(ctx, reportId);
  const outcome = await changeFile(ctx, REPORT_FILE, reportId, () => decideClose(window, ctx.now));
  return outcome.ok ? done({}) : outcome;
}

/** Whether somebody can be written to by a code. */
export async function windowOf(ctx: Context, reportId: FileId): Promise<WindowState> {
  return stateOf(await listWindows(ctx.tx, ctx.regionId, reportId));
}

function stateOf(windows: readonly WindowRow[]): WindowState {
  if (windows.length === 0) return 'none';
  return windows.some(({ closed_at: closed }) => closed === null) ? 'open' : 'closed';
}

/** What the link to a file says: its number on the page from 1, and whether it is the file as it was sent that is wanted. */
export const FILE_FIELDS = { no: z.string().regex(/^[1-9]\d{0,2}$/, 'not_offered'), original: z.boolean() } as const;
export type WantedFile = { readonly no: string; readonly original: boolean };

/** A file for download, under a name that tells nothing of it. */
export type OpenedFile = SealedObject & { readonly name: string; readonly type: string };

/**
 * What opens a file that came with a report: the cleaned copy where there is one, unless the original is asked for. The verdict has opened the
 * report's file. Refusals: `file_waits` as long as nobody has looked at it, `file_infected`, `file_unsafe`, `unknown_file`.
 */
export async function openAttachment(ctx: Context, reportId: FileId, wanted: WantedFile): Promise<Outcome<OpenedFile>> {
  const { state } = await openFile(ctx, REPORT_FILE, reportId);
  const file = state.dialogue.attachments[Number(wanted.no) - 1];
  if (file === undefined) return refuse('unknown_file');
  const closed = closedFile(file);
  if (closed !== undefined) return refuse(closed);
  const original = wanted.original && file.cleaned !== undefined;
  const { ending, type } = FILE_KINDS[file.type];
  return done({
    facts: { region: ctx.regionId, file: reportId, object: original ? file.object : file.cleaned ?? file.object }, key: objectKey(file.key),
    name: `vedlegg-${wanted.no}${original ? '-original' : ''}.${ending}`, type,
  });
}
