import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { day, osloDay } from '../../kernel/time.ts';
import { regionName } from '../../regions/public.ts';
import { DEFINITIONS, isOutside, listFacts, publicOnlyYears, suppress, yearAlone, type Place } from '../../statistics/public.ts';
import { mayHandleReturn, mayLockReturn, mayPrepareReturn } from '../access.ts';
import { RECEIVER } from '../codes.ts';
import { shapeOf } from '../content.ts';
import { isToldBy } from '../count.ts';
import { filesOf } from '../files.ts';
import { makeRows, makeTables, type Asked } from '../make.ts';
import { periodOf, type Period } from '../period.ts';
import { lastVersion, lockFault, prepareFault, statusOf, withdrawFault, type ReturnRow } from '../return.ts';
import { FORMS, type Form, type ReturnSchema } from '../schema.ts';
import { schemaOf } from '../schemas.ts';
import { confirmReturnRow, findReturn, insertReturn, insertSending, listReturns, listSendings, lockReturns, withdrawReturnRow } from '../store.ts';
import { allowedSo, decisionsInForce } from './allowed.ts';
import { askedReturn } from './asked.ts';
import { release } from './release.ts';
import { caseHasLeft, openBody, sealBody, type Body, type MadeBody } from './sealed.ts';
import { faultsIn } from '../validate.ts';

type Chosen = { readonly schema: ReturnSchema; readonly form: Form; readonly period: Period };

function chosen(schemaId: string, form: string, key: string): Outcome<Chosen> {
  const [schema, period, known] = [schemaOf(schemaId), periodOf(key), FORMS.find((one) => one === form)];
  if (schema === undefined || period === undefined || known === undefined) {
    return refuse('bad_input', { ...(schema === undefined ? { schema: 'not_offered' } : {}), ...(period === undefined ? { period: 'not_offered' } : {}), ...(known === undefined ? { form: 'not_offered' } : {}) });
  }
  return known === 'RADER' && schema.rows === undefined ? refuse('bad_input', { form: 'no_rows_in_return' }) : done({ schema, form: known, period });
}

/**
 * Counts a closed period and seals the bytes: from here on, what is shown is what leaves. Nothing is sent. A correction is the next version,
 * and only where enough has changed that nobody can subtract one from the other.
 */
export const prepareReturn = command({
  name: 'returns.prepare',
  schema: z.strictObject({ returnId: idField(), schema: z.string().max(20), period: z.string().max(20), form: z.string().max(20) }),
  facts: async () => ({}),
  access: mayPrepareReturn,
  run: async (ctx, { returnId, ...asked }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const what = chosen(asked.schema, asked.form, asked.period);
    if (!what.ok) return what;
    await lockReturns(ctx.tx, ctx.regionId);
    const all = await listReturns(ctx.tx, ctx.regionId);
    const again = all.find((one) => one.return_id === returnId);
    if (again !== undefined) return again.prepared_by === ctx.actor.userId ? done({ returnId }) : refuse('changed_meanwhile');
    return prepare(ctx, returnId, what.value, all, ctx.actor.userId);
  },
});

async function prepare(ctx: Context, returnId: string, what: Chosen, all: readonly ReturnRow[], by: ReturnRow['prepared_by']): Promise<Outcome<{ returnId: string }>> {
  const { schema, form, period } = what;
  const fault = prepareFault(schema, form, period, all, osloDay(ctx.now));
  if (fault !== undefined) return fault;
  if (form === 'RADER' && (await publicOnlyYears(ctx)).includes(Number(period.first.slice(0, 4)))) return refuse('public_tables_only');
  if (form === 'RADER' && (await decisionsInForce(ctx, period.first)).length === 0) return refuse('no_decision_in_force');
  const year = await yearAlone(ctx, Number(period.first.slice(0, 4)));
  // rows of a year that stands together with others would tell what those tables hide
  if (form === 'RADER' && year === undefined) return refuse('year_not_told');
  const last = lastVersion(schema, form, period, all);
  const before = last === undefined ? undefined : await findReturn(ctx.tx, ctx.regionId, last.return_id);
  const version = (last?.version ?? 0) + 1;
  const made = await counted(ctx, what, year, version, before === undefined ? undefined : openBody(ctx, before));
  if (made === undefined) return refuse('too_few_changed');
  const faults = faultsIn(schema, form, period, made.files);
  if (faults.length > 0) throw new RangeError(`a return of ours has faults: ${faults.map(({ code }) => code).join(' ')}`);
  await insertReturn(ctx.tx, ctx.regionId, {
    return_id: returnId, schema_id: schema.id, edition: schema.edition, form, first_month: period.first, last_month: period.last, version, prepared_by: by, prepared_at: ctx.now,
    confirmed_by: null, confirmed_at: null, withdrawn_at: null, sealed: sealBody(ctx, returnId, made),
  });
  return done({ returnId });
}

/** undefined: nothing may be given anew. */
async function counted(ctx: Context, { schema, form, period }: Chosen, year: Asked['year'], version: number, before: Body | undefined): Promise<MadeBody | undefined> {
  const known = (await listFacts(ctx.tx, ctx.regionId, undefined)).map(({ factId, fact }) => ({ factId, fact: { ...fact, outside: isOutside(fact) } }));
  const facts = known.map(({ fact }) => fact);
  const of = known.filter(({ fact }) => isToldBy(schema, form, fact, period)).map(({ factId }) => factId);
  const asked: Asked = { year, suppress, schema, period, version, region: await regionName(ctx), definitions: DEFINITIONS, on: osloDay(ctx.now) };
  if (form === 'RADER') {
    const rows = makeRows({ ...asked, municipalities: await allowing(ctx, period) }, facts, before?.basis, ctx.chance.bytes(32));
    return rows === undefined || rows.changed.length === 0 ? undefined : { files: filesOf(schema, rows.content), basis: rows.basis, of };
  }
  const left = before === undefined ? undefined : shapeOf(schema, 'TABELLER')?.parse(JSON.parse(before.files.json));
  const tables = makeTables(asked, facts, left?.form === 'TABELLER' ? left : undefined);
  return tables.changed.length === 0 ? undefined : { files: filesOf(schema, tables.content), of };
}

async function allowing(ctx: Context, { first }: Period): Promise<readonly Place[]> {
  return (await allowedSo(ctx, first)).controllers;
}

/** The second person locks what the first one prepared. Nothing can change it from then on. Whoever locks rows unread relies on what the municipalities decided, so it is in force then. */
export const lockReturn = command({
  name: 'returns.lock',
  schema: z.strictObject({ returnId: idField() }),
  facts: askedReturn,
  access: (actor, facts) => mayLockReturn(actor, facts),
  run: async (ctx, { returnId }, { row, nobodyElse }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    if (row.confirmed_by === ctx.actor.userId) return done({ returnId });
    const fault = lockFault(row, ctx.actor.userId);
    if (fault !== undefined) return fault;
    if (nobodyElse && (await decisionsInForce(ctx, row.first_month)).length === 0) return refuse('no_decision_in_force');
    if (await caseHasLeft(ctx, row.form, openBody(ctx, row))) return refuse('case_left_figures');
    return await confirmReturnRow(ctx.tx, ctx.regionId, returnId, ctx.actor.userId, ctx.now) ? done({ returnId }) : refuse('changed_meanwhile');
  },
});

/**
 * What nobody has locked may be taken back, by either of the two; and locked rows that have not left the house, where a case in them is in no figure any more:
 * whoever takes them back says (`nobodyHas`: «ja») that nobody has the files. What was sent is not undone by that, and keeps the rule of eleven (decision 0072).
 */
export const withdrawReturn = command({
  name: 'returns.withdraw',
  schema: z.strictObject({ returnId: idField(), nobodyHas: z.string().max(20).default('') }),
  facts: askedReturn,
  access: (actor, facts) => mayHandleReturn(actor, facts),
  run: async (ctx, { returnId, nobodyHas }, { row }) => {
    if (statusOf(row) === 'WITHDRAWN') return done({ returnId });
    await lockReturns(ctx.tx, ctx.regionId);
    const fault = withdrawFault(row, { sent: (await listSendings(ctx.tx, ctx.regionId, returnId)).length > 0, caseLeft: statusOf(row) === 'LOCKED' && await caseHasLeft(ctx, row.form, openBody(ctx, row)), nobodyHas: nobodyHas === 'ja' });
    if (fault !== undefined) return fault;
    return await withdrawReturnRow(ctx.tx, ctx.regionId, returnId, row.confirmed_at !== null, ctx.now) ? done({ returnId }) : refuse('changed_meanwhile');
  },
});

/** Written down by whoever sent it: to whom, and on which day. Rows go to a receiver that a decision in force names. */
export const recordSending = command({
  name: 'returns.record_sending',
  schema: z.strictObject({ returnId: idField(), sendingId: idField(), receiver: z.string().max(20), sentOn: z.string().max(20) }),
  facts: askedReturn,
  access: (actor, facts) => mayHandleReturn(actor, facts),
  run: async (ctx, { returnId, sendingId, receiver, sentOn }, { row }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    if (statusOf(row) !== 'LOCKED' || row.confirmed_at === null) return refuse('lock_first');
    const on = day(sentOn);
    const faults = {
      ...(RECEIVER.is(receiver) ? {} : { receiver: receiver === '' ? 'missing' : 'not_offered' }),
      ...(sentOn === '' ? { sentOn: 'missing' } : on === undefined ? { sentOn: 'no_such_day' } : on > osloDay(ctx.now) || on < osloDay(row.confirmed_at) ? { sentOn: 'sent_before_locked' } : {}),
    };
    if (on === undefined || Object.keys(faults).length > 0) return refuse('bad_input', faults);
    await lockReturns(ctx.tx, ctx.regionId);
    if ((await findReturn(ctx.tx, ctx.regionId, returnId))?.withdrawn_at !== null) return refuse('was_withdrawn');
    const decision = row.form === 'RADER' ? (await decisionsInForce(ctx, row.first_month)).find((one) => one.receiver === receiver) : undefined;
    if (row.form === 'RADER' && decision === undefined) return refuse('no_decision_in_force');
    const before = (await listSendings(ctx.tx, ctx.regionId, returnId)).find((one) => one.receiver === receiver && one.sent_on === on);
    if (before === undefined) await insertSending(ctx.tx, ctx.regionId, { sending_id: sendingId, return_id: returnId, receiver, sent_on: on, decision_id: decision?.decision_id ?? null, recorded_by: ctx.actor.userId, recorded_at: ctx.now });
    await release(ctx, row);
    return done({ returnId });
  },
});
