import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { addMs, MINUTE } from '../../src/kernel/time.ts';
import { done, type Outcome } from '../../src/kernel/outcome.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { saveDraft, takeDraft } from '../../src/reports/commands/drafts.ts';
import { inbox, openReport, type OpenReport } from '../../src/reports/queries.ts';
import { lookupId } from '../../src/kernel/sealing/receipt-code.ts';
import { inboxOf } from '../support/door.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { newWorld, NORDFJELLA, type World } from '../support/world.ts';
import { confirmRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { beginComparison } from '../../src/staff/public.ts';

let world: World;
let from: Sender;

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
});
afterAll(async () => {
  await from.close();
  await world.close();
});

async function waiting(subject: string): Promise<string[]> {
  const outcome = await world.house.door.enter(inbox, await world.person(subject), {});
  return outcome.ok ? outcome.value.waiting.map((row) => row.file_id) : [outcome.code];
}

/** Answers the question before content, if it is open still, and reads. */
async function open(subject: string, reportId: string): Promise<Outcome<OpenReport>> {
  const me = await world.person(subject);
  await world.house.door.enter(declareConnection, me, { reportId, connection: 'INGEN' });
  const outcome = await world.house.door.enter(openReport, me, { reportId });
  if (!outcome.ok) return outcome;
  if (outcome.value.mustAnswer) throw new Error('the question is answered');
  return done(outcome.value);
}

test('a report that was sent lies in the inbox with every word of it, and is marked seen by the one who opened it', async () => {
  const { draft, submitted } = await from.send({ ...DAUGHTER, sett: 'Hun gråter når han går. 😢 «Ikke si det til noen», sa hun.' });
  expect(submitted.outcome).toBe('stored');
  expect(await openAll(world)).toEqual({ opened: 1, unreadable: 0 });
  expect(await waiting('jorunn')).toContain(draft);
  const outcome = await open('jorunn', draft);
  expect(outcome.ok && outcome.value.report.contents[0]?.report.whatHappened).toBe('Hun gråter når han går. 😢 «Ikke si det til noen», sa hun.');
  expect(outcome.ok && outcome.value.report.seenAt).toBeDefined();
});

test('a report sent twice is one report with the same receipt time; an edited one is an addition nobody has seen yet', async () => {
  const first = await from.send(DAUGHTER);
  const again = await from.send(DAUGHTER, first.draft, first.code);
  expect(again.submitted).toEqual({ outcome: 'repeated', receivedAt: first.submitted.receivedAt, shown: true });
  await openAll(world);
  await open('jorunn', first.draft);
  const edited = await from.send({ ...DAUGHTER, sett: 'Han tok bankkortet også.' }, first.draft, first.code);
  expect(edited.submitted.outcome).toBe('added');
  await openAll(world);
  const row = await world.house.door.enter(inbox, await world.person('kari'), {});
  expect(row.ok && row.value.waiting.find((one) => one.file_id === first.draft)?.seen_at).toBeNull();
  const outcome = await open('kari', first.draft);
  expect(outcome.ok && outcome.value.report.contents.map((part) => part.report.whatHappened)).toEqual([DAUGHTER['sett'], 'Han tok bankkortet også.']);
});

test('two sendings at the same moment are one report, whoever wins', async () => {
  const first = await from.send(DAUGHTER);
  const results = await Promise.all(Array.from({ length: 6 }, () => from.send({ ...DAUGHTER, sett: 'Samtidig.' }, first.draft, first.code)));
  expect(results.map((one) => one.submitted.outcome).sort()).toEqual(['added', 'repeated', 'repeated', 'repeated', 'repeated', 'repeated']);
});

test('whoever is named in a report never sees it, and it looks to them as if it did not exist', async () => {
  const { draft } = await from.send({ ...DAUGHTER, annen: 'Jorun Vatne' });
  await openAll(world);
  expect(await waiting('jorunn')).not.toContain(draft);
  expect(await open('jorunn', draft)).toEqual({ ok: false, code: 'not_found' });
  expect(await waiting('kari')).toContain(draft);
});

test('when everybody in reception is named, only the reserve in another municipality gets the report', async () => {
  const { draft } = await from.send({ ...DAUGHTER, sett: 'Kari Nordmo og Jorunn Vatne vet om det, men gjør ingenting.' });
  await openAll(world);
  expect(await waiting('kari')).not.toContain(draft);
  expect(await waiting('jorunn')).not.toContain(draft);
  expect((await open('reidun', draft)).ok).toBe(true);
  expect(await open('even', draft)).toEqual({ ok: false, code: 'not_found' });
});

test('a report that arrives while somebody comes to the register waits until they are in it, and meets them there', async () => {
  const { draft } = await from.send(DAUGHTER);
  let opened = false;
  let arrival: Promise<unknown> = Promise.resolve();
  const even = await world.person('even');
  await world.house.door.unaudited(NORDFJELLA, 'somebody is invited slowly', async (ctx) => {
    await beginComparison(ctx, even.userId);
    arrival = openAll(world).then(() => { opened = true; });
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    expect(opened).toBe(false);
  });
  await arrival;
  expect(await waiting('kari')).toContain(draft);
});

test('another region never sees a report, not even that it exists', async () => {
  const { draft } = await from.send(DAUGHTER);
  await openAll(world);
  expect(await waiting('anders')).not.toContain(draft);
  expect(await open('anders', draft)).toEqual({ ok: false, code: 'not_found' });
});

test('what cannot be opened is kept, stands in the inbox as unreadable, and is opened when it can be', async () => {
  const { draft } = await from.send(DAUGHTER);
  const owner = await import('pg').then(({ default: pg }) => new pg.Client({ connectionString: world.url('superuser') }));
  await owner.connect();
  await owner.query('update app.report_envelope set key_version = 7 where report_id = $1', [draft]);
  expect(await openAll(world)).toEqual({ opened: 0, unreadable: 1 });
  const seen = await world.house.door.enter(inbox, await world.person('jorunn'), {});
  expect(seen.ok && seen.value.unreadable.map((row) => row.report_id)).toEqual([draft]);
  await owner.query('update app.report_envelope set key_version = 1 where report_id = $1', [draft]);
  expect(await openAll(world)).toEqual({ opened: 1, unreadable: 0 });
  expect((await open('jorunn', draft)).ok).toBe(true);
  await owner.end();
});

test('a draft that was left with «Forlat siden» is never shown again, and what was sent in the same moment is not lost', async () => {
  const first = await from.send(DAUGHTER);
  await from.intake.spendDraft(NORDFJELLA, first.draft, world.clock.now);
  const again = await from.send(DAUGHTER, first.draft, first.code);
  expect(again.submitted).toMatchObject({ outcome: 'repeated', shown: false });
  expect(await openAll(world)).toMatchObject({ opened: 1 });
});

test('the code leads to one word of status and never to what was written', async () => {
  const { draft, code } = await from.send(DAUGHTER);
  const regionId = NORDFJELLA;
  expect((await from.intake.findWindow(regionId, lookupId(code, regionId)))?.status).toBe('received');
  await openAll(world);
  await open('kari', draft);
  expect((await from.intake.findWindow(regionId, lookupId(code, regionId)))?.status).toBe('read');
});

test('places of work that are added one after the other never take a report away from everybody: a coordinator is left, and so is the reserve (fvl § 6)', async () => {
  for (const [who, role] of [['even', 'KOORDINATOR'], ['signe', 'MOTTAK']] as const) {
    const { userId } = await world.person(who);
    const proposed = await world.house.door.enter(proposeRole, await world.person('kari'), { userId, role });
    expect(await world.house.door.enter(confirmRole, await world.person('leif'), { grantId: proposed.ok ? proposed.value.grantId : '' })).toMatchObject({ ok: true });
  }
  const { draft, code } = await from.send(DAUGHTER);
  for (const jobbhvor of ['Mottaket', 'Hjemmetjenesten', 'Rus og psykisk helse', 'Helse']) {
    await openAll(world);
    await from.send({ ...DAUGHTER, jobber: 'ja', jobbhvor }, draft, code);
  }
  await openAll(world);
  const meets = async (who: string) => (await world.house.door.enter(openReport, await world.person(who), { reportId: draft })).ok;
  expect([await meets('kari'), await meets('jorunn')], 'those of the first place').toEqual([false, false]);
  expect([await meets('even'), await meets('signe')], 'the last who coordinates, and the last who takes reports in').toEqual([true, true]);
  await from.send({ ...DAUGHTER, annen: 'Even Strand, Signe Haugland' }, draft, code);
  await openAll(world);
  expect([await meets('even'), await meets('signe'), await meets('reidun')], 'the reserve, whose unit was named, too').toEqual([false, false, true]);
  const row = await world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.report').select('for_reserve').where('file_id', '=', draft).executeTakeFirst());
  expect(row?.for_reserve).toBe(true);
});

test('nor does a left talk that says where somebody works lie open to whoever works there; where nobody else would be left, it is everybody’s', async () => {
  const save = async (jobber: string, jobbhvor: string) => {
    const draftId = randomUUID();
    await world.house.door.enter(saveDraft, await world.person('jorunn'), { draftId, entries: Object.entries({ kanal: 'TELEFON', sett: 'Skrik.', jobber, jobbhvor }) });
    return draftId;
  };
  const [talk, whole, none] = [await save('ja', 'Rus og psykisk helse i Lia'), await save('ja', 'Mottaket, Hjemmetjenesten, Rus og psykisk helse'), await save('nei', 'Rus og psykisk helse')];
  world.clock.now = addMs(world.clock.now, 31 * MINUTE);
  const left = async (who: string) => (await inboxOf(world, who)).drafts.left.map((one) => String(one.draft_id)).toSorted();
  expect(await left('kari')).toEqual([talk, whole, none].toSorted());
  expect(await left('signe')).toEqual([whole, none].toSorted());
  expect(await world.house.door.enter(takeDraft, await world.person('signe'), { draftId: talk })).toMatchObject({ ok: false, code: 'not_found' });
});
