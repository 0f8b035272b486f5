import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { UserId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { openJson, openText, seal, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import { lineField, textField } from '../../kernel/text-field.ts';
import type { Instant } from '../../kernel/time.ts';
import { findColleague, listColleagues, type MemberWithRoles } from '../../staff/public.ts';
import { mayNoteEnquiry, mayReadEnquiry, type EnquiryFacts } from '../access.ts';
import { emptyEnquiry, enquiryWords, type Enquiry } from '../enquiry.ts';
import { findEnquiry, insertEnquiry, listReadEnquiries, listUnreadEnquiries, settleEnquiry, type EnquiryRow } from '../store/enquiry.ts';
import { namedInWords } from './named.ts';
import { standingOf } from './standing.ts';

const MOST = { line: 200, text: 4000 } as const;
const line = lineField(MOST.line);
const schema = z.object({ who: z.string(), from: z.string(), number: z.string(), about: z.string(), said: z.string() });

function place(ctx: Context, enquiryId: string, field: 'sealed' | 'sealed_done'): Where {
  return { table: 'app.desk_enquiry', region: ctx.regionId, row: enquiryId, field, version: 1 };
}

function contentOf(ctx: Context, row: EnquiryRow): Enquiry {
  return schema.parse(openJson(ctx.keys.record, row.sealed, place(ctx, row.enquiry_id, 'sealed')));
}

/** The form, with an id of its own. Nothing is asked of anybody's name, here or when it is sent. */
export const newEnquiry = query({
  name: 'reports.new_enquiry',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: mayNoteEnquiry,
  run: async (ctx) => done({ enquiryId: ctx.chance.uuid() }),
});

/**
 * Writes down that somebody asked about a person. Looks nothing up: the same whatever name is written. The same form sent twice is
 * one enquiry. Refusals: `bad_input` (`nothing_written`, `too_long`), `already_noted` (something else was sent from this form).
 */
export const noteEnquiry = command({
  name: 'reports.note_enquiry',
  schema: z.strictObject({ enquiryId: idField(), who: line, from: line, number: line, about: line, said: textField(MOST.text) }),
  facts: async () => ({}),
  access: mayNoteEnquiry,
  run: async (ctx, { enquiryId, who, from, number, about, said }) => {
    const enquiry: Enquiry = { who, from, number, about, said };
    const empty = emptyEnquiry(enquiry);
    if (empty !== undefined) return empty;
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const sealed = sealJson(ctx.keys.record, enquiry, place(ctx, enquiryId, 'sealed'), 'text', ctx.chance);
    if (await insertEnquiry(ctx.tx, ctx.regionId, { enquiry_id: enquiryId, written_by: ctx.actor.userId, written_at: ctx.now, sealed })) return done({});
    const before = await findEnquiry(ctx.tx, ctx.regionId, enquiryId);
    const same = before?.written_by === ctx.actor.userId && enquiryWords(contentOf(ctx, before)) === enquiryWords(enquiry);
    return same ? done({}) : refuse('already_noted');
  },
});

async function enquiryFacts(ctx: Context, enquiryId: string): Promise<(EnquiryFacts & { readonly row: EnquiryRow }) | undefined> {
  const { askerIsReserve } = await standingOf(ctx, []);
  const colleagues = await listColleagues(ctx);
  const row = await findEnquiry(ctx.tx, ctx.regionId, enquiryId);
  return row === undefined ? undefined : { row, askerIsReserve, named: named(ctx, row, colleagues) };
}

/** fvl § 6: whoever is named in it leaves it to another. */
function named(ctx: Context, row: EnquiryRow, colleagues: readonly MemberWithRoles[]): boolean {
  return ctx.actor.kind === 'person' && namedInWords(colleagues, enquiryWords(contentOf(ctx, row))).includes(ctx.actor.userId);
}

export type OpenEnquiry = {
  readonly enquiryId: string; readonly writtenAt: Instant; readonly writtenBy: string | undefined; readonly enquiry: Enquiry;
  /** undefined: nobody has read it and said so */
  readonly read: { readonly by: string | undefined; readonly at: Instant; readonly done: string } | undefined;
};

/** One enquiry as it was noted, for the coordinators. */
export const openEnquiry = query({
  name: 'reports.open_enquiry',
  schema: z.strictObject({ enquiryId: idField() }),
  facts: (ctx, input) => enquiryFacts(ctx, input.enquiryId),
  access: mayReadEnquiry,
  run: async (ctx, { enquiryId }, { row }) => done<OpenEnquiry>({
    enquiryId, writtenAt: row.written_at, writtenBy: await nameOf(ctx, row.written_by), enquiry: contentOf(ctx, row),
    read: row.read_at === null || row.sealed_done === null || row.read_by === null ? undefined
      : { by: await nameOf(ctx, row.read_by), at: row.read_at, done: openText(ctx.keys.record, row.sealed_done, place(ctx, enquiryId, 'sealed_done')) },
  }),
});

async function nameOf(ctx: Context, user: UserId): Promise<string | undefined> {
  return (await findColleague(ctx, user))?.name;
}

/** Read, with a line of what was done. Refusals: `bad_input` (`missing`), `already_read`. */
export const readEnquiry = command({
  name: 'reports.read_enquiry',
  schema: z.strictObject({ enquiryId: idField(), done: line }),
  facts: (ctx, input) => enquiryFacts(ctx, input.enquiryId),
  access: mayReadEnquiry,
  run: async (ctx, { enquiryId, done: what }) => {
    if (what === '') return refuse('bad_input', { done: 'missing' });
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const sealed = seal(ctx.keys.record, what, place(ctx, enquiryId, 'sealed_done'), 'text', ctx.chance);
    return (await settleEnquiry(ctx.tx, ctx.regionId, enquiryId, { by: ctx.actor.userId, at: ctx.now, done: sealed })) ? done({}) : refuse('already_read');
  },
});

/** When it was noted and by whom; nothing of what was said stands in a list. */
export type EnquiryLine = { readonly enquiryId: string; readonly at: Instant; readonly by: string | undefined };
export type Enquiries = { readonly unread: readonly EnquiryLine[]; readonly read: readonly EnquiryLine[] };

const RECENT = 10;

/** What the coordinators have to read, and the newest of what they have, without any that names whoever asks. */
export async function enquiriesFor(ctx: Context, askerIsReserve: boolean): Promise<Enquiries> {
  if (!mayReadEnquiry(ctx.actor, { askerIsReserve, named: false }).allow) return { unread: [], read: [] };
  const colleagues = await listColleagues(ctx);
  const names = new Map(colleagues.map((member) => [member.userId, member.name]));
  const lines = (rows: readonly EnquiryRow[]) => rows.filter((row) => !named(ctx, row, colleagues)).map((row): EnquiryLine => ({ enquiryId: row.enquiry_id, at: row.written_at, by: names.get(row.written_by) }));
  return { unread: lines(await listUnreadEnquiries(ctx.tx, ctx.regionId)), read: lines(await listReadEnquiries(ctx.tx, ctx.regionId, RECENT)) };
}
