import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { isFresh } from '../../staff/public.ts';
import { countYears, lastClosedMonth, publicOnlyYears, yearsAlone } from '../../statistics/public.ts';
import { makesReturns, mayLockReturn, mayOpenReturn, mayReadReturn, maySeeReturns } from '../access.ts';
import { RECEIVER, type Receiver } from '../codes.ts';
import { decisionsInForce, stillMissing } from '../commands/allowed.ts';
import { askedReturn, judgedBy, type AskedReturn } from '../commands/asked.ts';
import { caseHasLeft, openBody, type Body } from '../commands/sealed.ts';
import { shapeOf, type Content } from '../content.ts';
import { fileName, FILES, TYPES, type FileKey } from '../files.ts';
import { changedNumbers } from '../make.ts';
import { choosable, periodKey } from '../period.ts';
import { lastVersion, lockFault, periodOfRow, statusOf, untold, type ReturnRow, type ReturnStatus } from '../return.ts';
import type { Form, ReturnSchema } from '../schema.ts';
import { schemaOf } from '../schemas.ts';
import { findReturn, listReturns, listSendings, type SendingRow } from '../store.ts';
import { faultsIn, type Fault } from '../validate.ts';
import { decisionLines, namesOf, type DecisionLine } from './decisions.ts';

export type Sent = { readonly receiver: string; readonly on: Day };
export type ReturnLine = { readonly returnId: string; readonly schemaId: string; readonly period: string; readonly form: Form; readonly version: number; readonly status: ReturnStatus; readonly sent: readonly Sent[]; /** the asker is the one of the two who locks it */ readonly mine: boolean; /** `no_place`: rows, for a leader of one municipality; `public_only`: of their year the asker sees the public tables only */ readonly opens: 'yes' | 'no_place' | 'public_only' };
/**
 * `makes`: prepares, locks and sends; the others read what was locked. `over`: some year is over. `tables`, `rows`: the years that can be prepared, newest first; `rows` undefined: no decision lets
 * rows out. A year that is not told alone in «Tall» is not among `rows` (decision 0059). To look at this list counts no year.
 */
export type ReturnList = {
  readonly makes: boolean; readonly prepares: boolean; readonly newId: string; readonly today: Day; readonly over: boolean; readonly tables: readonly string[]; readonly rows: readonly string[] | undefined; readonly lines: readonly ReturnLine[]; readonly decisions: readonly DecisionLine[];
};

function has(ctx: Context, role: string): boolean {
  return ctx.actor.kind === 'person' && ctx.actor.roles.includes(role);
}

const sentOf = (sendings: readonly SendingRow[], returnId: string): Sent[] => sendings.filter((one) => one.return_id === returnId).map(({ receiver, sent_on: on }) => ({ receiver, on }));

/** Returns of the region. Readers see the tables that were locked, and nothing of what is being prepared. */
export const returnList = query({
  name: 'returns.list',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: maySeeReturns,
  run: async (ctx) => {
    const makes = makesReturns(ctx.actor);
    const sendings = await listSendings(ctx.tx, ctx.regionId, undefined);
    const rows = (await judgedBy(ctx, await listReturns(ctx.tx, ctx.regionId))).filter((one) => makes || mayOpenReturn(ctx.actor, one).allow);
    const today = osloDay(ctx.now);
    const prepares = has(ctx, 'KOORDINATOR');
    const first = prepares ? (await countYears(ctx.tx, ctx.regionId, lastClosedMonth(today))).at(-1)?.year : undefined;
    const years = first === undefined ? [] : choosable(today, first);
    const standing = rows.map(({ row }) => row);
    return done<ReturnList>({
      makes, prepares, newId: ctx.chance.uuid(), today, over: years.length > 0, tables: untold(years, 'TABELLER', standing), rows: await rowYears(ctx, years, standing),
      lines: rows.map((one) => ({ ...lineOf(ctx, one), sent: sentOf(sendings, one.row.return_id) })), decisions: makes ? await decisionLines(ctx) : [],
    });
  },
});

/** @param years those that are over, newest first: the older a year, the more municipalities have to say yes */
async function rowYears(ctx: Context, years: readonly string[], standing: readonly ReturnRow[]): Promise<readonly string[] | undefined> {
  const [newest] = years;
  const isLetOut = async (year: string): Promise<boolean> => (await decisionsInForce(ctx, `${year}-01`)).length > 0;
  if (newest === undefined || !await isLetOut(newest)) return undefined;
  const publicOnly = await publicOnlyYears(ctx);
  const alone = await yearsAlone(ctx, untold(years, 'RADER', standing).map(Number));
  const found: string[] = [];
  for (const year of alone) if (!publicOnly.includes(year) && await isLetOut(String(year))) found.push(String(year));
  return found;
}

/** Whoever makes returns sees of each that it is there, and to whom it went, also where they do not open it. */
function lineOf(ctx: Context, asked: AskedReturn<ReturnRow>): Omit<ReturnLine, 'sent'> {
  const { row, publicOnly } = asked;
  const mine = ctx.actor.kind === 'person' && mayLockReturn(ctx.actor, asked).allow && lockFault(row, ctx.actor.userId) === undefined;
  const opens = mayOpenReturn(ctx.actor, asked).allow ? 'yes' : publicOnly ? 'public_only' : 'no_place';
  return { mine, opens, returnId: row.return_id, schemaId: row.schema_id, period: periodKey(periodOfRow(row)), form: row.form, version: row.version, status: statusOf(row) };
}

export type ReturnFile = { readonly key: FileKey; readonly name: string; readonly bytes: number; readonly sum: string };
export type OpenReturn = {
  readonly line: ReturnLine; readonly schema: ReturnSchema;
  /** rows that this person locks without seeing them */ readonly unread: boolean;
  /** undefined of one that was taken back: of two countings of the same months a reader sees the newest alone (decision 0052); and where `caseLeft` or `unread` */
  readonly content: Content | undefined; /** the CSV as it leaves */ readonly csv: string;
  /** the counting that took its place */ readonly newest: string | undefined;
  /** one was taken back before this was prepared: the tables that read otherwise since; undefined where there was none */ readonly recounted: readonly string[] | undefined;
  /** a case in it is in no figure any more, and this has not left as everybody may read it: so nobody reads it, and it does not leave (decision 0068) */ readonly caseLeft: boolean;
  /** of rows: the municipalities that have not said yes to the decision that comes nearest; empty: rows may leave; undefined: of tables, and where nothing is proposed */ readonly missing: readonly string[] | undefined;
  /** who a sending may be written down of: of rows, those that a decision in force names */ readonly receivers: readonly Receiver[];
  /** rows leave after a sign-in of a moment ago */ readonly fresh: boolean;
  readonly faults: readonly Fault[]; readonly files: readonly ReturnFile[];
  readonly preparedBy: string; readonly preparedAt: Instant; readonly lockedBy: string | undefined; readonly lockedAt: Instant | undefined;
  /** table → how many of its numbers differ from the version before; undefined in the first version and for rows */
  readonly changed: ReadonlyMap<string, number> | undefined;
  readonly makes: boolean; readonly prepares: boolean;
  /** this person prepared it, so another one locks it */
  readonly own: boolean;
  readonly newId: string; readonly today: Day;
};

/** One version: what leaves, read from the sealed bytes themselves and judged anew each time. */
export const openReturn = query({
  name: 'returns.open',
  schema: z.strictObject({ returnId: idField() }),
  facts: askedReturn,
  access: (actor, facts) => mayOpenReturn(actor, facts),
  run: async (ctx, { returnId }, asked) => {
    const { row } = asked;
    const schema = schemaOf(row.schema_id, row.edition);
    if (schema === undefined || ctx.actor.kind !== 'person') return refuse('not_found');
    const [body, period, names] = [openBody(ctx, row), periodOfRow(row), await namesOf(ctx)];
    const content = shapeOf(schema, row.form)?.parse(JSON.parse(body.files.json));
    if (content === undefined) return refuse('not_found');
    const all = await listReturns(ctx.tx, ctx.regionId);
    const caseLeft = await isClosed(ctx, row, body);
    const unread = !mayReadReturn(ctx.actor, asked).allow;
    const isOver = statusOf(row) === 'WITHDRAWN' || caseLeft;
    const seen = isOver || unread ? undefined : content;
    const line = { ...lineOf(ctx, asked), sent: sentOf(await listSendings(ctx.tx, ctx.regionId, returnId), returnId) };
    return done<OpenReturn>({
      line, schema, content: seen, csv: seen === undefined ? '' : body.files.csv, newest: seen === undefined ? newestOf(row, all) : undefined, recounted: seen === undefined ? undefined : await recountedSince(ctx, row, schema, seen, all),
      caseLeft, unread, missing: row.form === 'RADER' ? (await stillMissing(ctx, row.first_month))?.map(({ name }) => name) : undefined, receivers: await receiversOf(ctx, row), fresh: isFresh(ctx.actor, ctx.now), faults: isOver ? [] : unread ? faultsIn(schema, row.form, period, body.files).slice(0, 1).map(({ code }) => ({ code })) : faultsIn(schema, row.form, period, body.files), changed: seen === undefined ? undefined : await changedSince(ctx, row, schema, seen, all),
      files: unread ? [] : FILES.map((key) => ({ key, name: fileName(row.schema_id, period, row.version, key), bytes: Buffer.byteLength(body.files[key]), sum: body.sums[key] })),
      preparedBy: names.get(row.prepared_by) ?? '', preparedAt: row.prepared_at, lockedBy: row.confirmed_by === null ? undefined : names.get(row.confirmed_by) ?? '', lockedAt: row.confirmed_at ?? undefined,
      makes: makesReturns(ctx.actor), prepares: has(ctx, 'KOORDINATOR'), own: row.prepared_by === ctx.actor.userId, newId: ctx.chance.uuid(), today: osloDay(ctx.now),
    });
  },
});

async function receiversOf(ctx: Context, { form, first_month: since }: ReturnRow): Promise<readonly Receiver[]> {
  if (form === 'TABELLER') return RECEIVER.codes;
  const named = (await decisionsInForce(ctx, since)).map(({ receiver }) => receiver);
  return RECEIVER.codes.filter((code) => named.includes(code));
}

/** Tables that were locked are read by people without any file, and stand: a change would tell whose case it was. Rows, and what nobody has locked, are closed. */
async function isClosed(ctx: Context, row: ReturnRow, body: Body): Promise<boolean> {
  return statusOf(row) !== 'WITHDRAWN' && (row.form === 'RADER' || statusOf(row) === 'PREPARED') && caseHasLeft(ctx, row.form, body);
}

async function changedSince(ctx: Context, row: ReturnRow, schema: ReturnSchema, content: Content, all: readonly ReturnRow[]): Promise<ReadonlyMap<string, number> | undefined> {
  const earlier = all.filter((one) => one.version < row.version);
  const last = lastVersion(schema, row.form, periodOfRow(row), earlier);
  const changes = last === undefined ? undefined : await changesFrom(ctx, last.return_id, schema, content);
  return changes === undefined ? undefined : new Map(changes);
}

async function changesFrom(ctx: Context, returnId: string, schema: ReturnSchema, content: Content): Promise<[string, number][] | undefined> {
  const before = await findReturn(ctx.tx, ctx.regionId, returnId);
  if (before === undefined || content.form === 'RADER') return undefined;
  const left = shapeOf(schema, 'TABELLER')?.parse(JSON.parse(openBody(ctx, before).files.json));
  if (left?.form !== 'TABELLER') return undefined;
  return content.tabeller.map((table) => [table.tabell, changedNumbers(left.tabeller.find((one) => one.tabell === table.tabell), table)]);
}

const ofTheSame = (row: ReturnRow) => (one: ReturnRow): boolean => one.schema_id === row.schema_id && one.form === row.form && one.first_month === row.first_month && one.last_month === row.last_month && one.return_id !== row.return_id;

/** The counting of the same months that stands now. */
function newestOf(row: ReturnRow, all: readonly ReturnRow[]): string | undefined {
  return all.filter(ofTheSame(row)).filter((one) => statusOf(one) !== 'WITHDRAWN').toSorted((a, b) => b.version - a.version)[0]?.return_id;
}

/** Which tables read otherwise than in the counting that was taken back last: which, and not how, so that whoever locks has one counting before them. */
async function recountedSince(ctx: Context, row: ReturnRow, schema: ReturnSchema, content: Content, all: readonly ReturnRow[]): Promise<readonly string[] | undefined> {
  const taken = all.filter(ofTheSame(row)).filter((one) => one.withdrawn_at !== null && one.version === row.version && one.withdrawn_at <= row.prepared_at).toSorted((a, b) => ((a.withdrawn_at ?? '') < (b.withdrawn_at ?? '') ? 1 : -1))[0];
  if (taken === undefined || statusOf(row) !== 'PREPARED') return undefined;
  return (await changesFrom(ctx, taken.return_id, schema, content) ?? []).filter(([, numbers]) => numbers > 0).map(([table]) => table);
}

export type FileOut = { readonly name: string; readonly type: string; readonly bytes: Buffer };

/** Of rows these are the cases themselves; the codebook and the schema are of nobody. */
const OF_CASES: readonly FileKey[] = ['csv', 'json'];

/** The bytes as they were sealed. Judged again, and logged, each time; rows only while a decision lets them out, and to somebody who signed in a moment ago. */
export const returnFile = query({
  name: 'returns.file',
  schema: z.strictObject({ returnId: idField(), file: z.string().max(20) }),
  facts: askedReturn,
  access: (actor, facts) => mayReadReturn(actor, facts),
  run: async (ctx, { file }, { row }) => {
    const key = FILES.find((one) => one === file);
    if (key === undefined) return refuse('not_found');
    if (statusOf(row) === 'WITHDRAWN') return refuse('was_withdrawn');
    if (row.form === 'RADER' && statusOf(row) !== 'LOCKED') return refuse('lock_first');
    if (row.form === 'RADER' && (await decisionsInForce(ctx, row.first_month)).length === 0) return refuse('no_decision_in_force');
    const body = openBody(ctx, row);
    if (await isClosed(ctx, row, body)) return refuse('case_left_figures');
    if (row.form === 'RADER' && OF_CASES.includes(key) && !(ctx.actor.kind === 'person' && isFresh(ctx.actor, ctx.now))) return refuse('sign_in_again');
    return done<FileOut>({ name: fileName(row.schema_id, periodOfRow(row), row.version, key), type: TYPES[key], bytes: Buffer.from(body.files[key], 'utf8') });
  },
});

