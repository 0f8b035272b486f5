import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mergeCases } from '../../src/cases/commands/merge.ts';
import { LISTS } from '../../src/cases/looked.ts';
import { logLetter } from '../../src/cases/queries/log-letter.ts';
import { listLookedDays } from '../../src/cases/store/log-review.ts';
import { findForLog, LOOKED_PAGE, whoLooked } from '../../src/cases/queries/looked.ts';
import { caseList } from '../../src/cases/queries/list.ts';
import type { WhoLooked } from '../../src/cases/queries/models.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addDays, addMs, DAY_MS, HOUR, MINUTE, osloDay } from '../../src/kernel/time.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { openReport } from '../../src/reports/queries.ts';
import { chooseKeys, ownSettings } from '../../src/staff/commands/own.ts';
import { confirmRole, endRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { proposeSupervision, supervisionList } from '../../src/staff/commands/supervision.ts';
import { listColleagues } from '../../src/staff/public.ts';
import { staffRegister } from '../../src/staff/queries.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { classified, letIn, lives, YES, type Lives } from './cases-support.ts';

let all: Lives;

beforeAll(async () => {
  all = await lives();
});
afterAll(() => all.close());

async function looked(subject: string, caseId: FileId, page = 1): Promise<WhoLooked | string> {
  const outcome = await all.world.house.door.enter(whoLooked, await all.world.person(subject), { caseId, page: String(page) });
  return outcome.ok ? outcome.value : outcome.code;
}

/** «Kari opened/coordinator worked/coordinator», a line for each person and day. */
async function told(subject: string, caseId: FileId): Promise<string[]> {
  const found = await looked(subject, caseId);
  if (typeof found === 'string') return [found];
  return found.lines.map(({ who, did }) => [found.names[who]?.split(' ')[0], ...did.map(({ kind, right }) => `${kind}/${right}`)].join(' '));
}

describe('«Hvem har sett på saken?»', () => {
  test('names everybody who opened the case or its report, by which right, and nobody who only saw its initials in a list', async () => {
    const { world } = all;
    const report = await all.report({ ...DAUGHTER, kommune: '9901' });
    await world.house.door.enter(declareConnection, await world.person('jorunn'), { reportId: report, connection: 'INGEN' });
    await world.house.door.enter(openReport, await world.person('jorunn'), { reportId: report });
    expect(await all.opens('kari', [report])).toBe('ok');
    const list = await world.house.door.enter(caseList, await world.person('kari'), {});
    const file = (list.ok ? list.value.rows[0]?.fileId : undefined) ?? expect.fail('no case');
    await letIn(all, 'even', file);
    await all.reads('even', file);
    await world.house.door.enter(internalStatistics, await world.person('leif'), {});
    const lines = await told('kari', file);
    expect(lines.toSorted()).toEqual(['Even opened/granted worked/granted', 'Jorunn report/reception', 'Kari worked/coordinator worked/opener', 'Leif figures/leader'].toSorted());
  });

  test('counts those who opened a case that became part of this one, and the letter to the person too: they were not fewer because two cases were one', async () => {
    const [ended, goesOn] = [await all.opened('kari'), await all.opened('kari')];
    await letIn(all, 'even', ended);
    await all.reads('even', ended);
    const merged = await all.world.house.door.enter(mergeCases, await all.world.person('kari'), { caseId: ended, otherId: goesOn, goesOn, keep: [], grounds: 'Samme fødselsnummer.' });
    expect(merged).toMatchObject({ ok: true });
    expect((await told('kari', goesOn)).join()).toContain('Even opened/granted worked/granted');
    const letter = await all.world.house.door.enter(logLetter, await all.world.person('kari'), { caseId: goesOn });
    expect(letter.ok && letter.value.lines.some(({ unit }) => unit === 'Hjemmetjenesten')).toBe(true);
    const days = await all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => listLookedDays(ctx.tx, NORDFJELLA, addMs(all.world.clock.now, -DAY_MS), addMs(all.world.clock.now, DAY_MS), LISTS));
    const even = await all.id('even');
    const report = (await all.reads('kari', goesOn)).state.reports[0];
    await all.world.house.door.enter(openReport, await all.world.person('kari'), { reportId: report });
    expect(days.filter(({ actor, file_id }) => actor === even && (file_id === ended || file_id === goesOn)).map(({ file_id }) => file_id), 'in the review of the log a day with the two is one line').toEqual([goesOn]);
    const after = await all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => listLookedDays(ctx.tx, NORDFJELLA, addMs(all.world.clock.now, -DAY_MS), addMs(all.world.clock.now, DAY_MS), LISTS));
    const opened = (rows: typeof days, file: FileId) => rows.filter(({ file_id, what }) => file_id === file && what.some(([useCase]) => useCase === 'reports.open')).length;
    expect([opened(after, goesOn), opened(after, ended)], 'a report is counted where it is held now, and not twice').toEqual([1, 0]);
  });

  test('keeps the days apart, newest first, with the first and the last time of each', async () => {
    const file = await all.opened('kari');
    const { clock } = all.world;
    await all.reads('kari', file);
    const [first] = [clock.now];
    clock.now = addMs(clock.now, 30 * MINUTE);
    await all.reads('kari', file);
    const last = clock.now;
    clock.now = addMs(clock.now, 3 * DAY_MS);
    await all.reads('kari', file);
    const found = await looked('kari', file);
    if (typeof found === 'string') throw new Error(found);
    expect(found.lines.map(({ day }) => day)).toEqual([osloDay(clock.now), osloDay(first)]);
    expect(found.lines[1]).toMatchObject({ first, last });
  });

  test('tells of having been asked: the next who looks sees who looked before', async () => {
    const file = await all.opened('kari');
    await looked('per', file);
    expect(await told('kari', file)).toContain('Per log/data_protection_officer');
  });

  test('is for the coordinator, the case lead and the data-protection officer alone, and for none of them when they are inhabil', async () => {
    const file = await classified(all);
    for (const subject of ['kari', 'signe', 'per']) expect(typeof (await looked(subject, file)), subject).toBe('object');
    for (const subject of ['even', 'jorunn', 'leif', 'stine', 'ida', 'anders']) expect(await looked(subject, file), subject).toBe('not_found');
    await all.does('signe', 'declareImpartiality', file, YES);
    expect(await looked('signe', file)).toBe('not_found');
    expect(await told('kari', file)).toContain('Leif tried/none');
  });

  test('opens nothing of the case to the data-protection officer: the verdict has no file', async () => {
    const file = await classified(all);
    const found = await looked('per', file);
    expect(JSON.stringify(found)).not.toMatch(/Borghild|Kvamme|B\.K\./);
    expect(await all.sees('per', file)).toBe('not_found');
  });

  test('comes page by page', async () => {
    const file = await all.opened('kari');
    for (let day = 0; day < LOOKED_PAGE + 2; day += 1) {
      all.world.clock.now = addMs(all.world.clock.now, DAY_MS);
      await all.reads('kari', file);
    }
    const [one, two] = [await looked('kari', file), await looked('kari', file, 2)];
    if (typeof one === 'string' || typeof two === 'string') throw new Error('not shown');
    expect([one.lines.length, one.pages, two.lines.length]).toEqual([LOOKED_PAGE, 2, 3]);
  });

  test('is found by the reference of the case, or of a report in it, as people write it', async () => {
    const file = await all.opened('kari');
    const { reference, reports } = await all.reads('kari', file);
    const find = async (subject: string, text: string) => {
      const outcome = await all.world.house.door.enter(findForLog, await all.world.person(subject), { reference: text });
      return outcome.ok ? outcome.value.caseId : outcome.code;
    };
    expect(await find('per', ` ${reference.toLowerCase()} `)).toBe(file);
    expect(await find('per', reports[0]?.reference ?? '')).toBe(file);
    expect(await find('per', '2026-FINNES')).toBeUndefined();
    expect(await find('anders', reference)).not.toBe(file);
    expect(await find('leif', reference)).toBe('not_found');
  });
});

test('a note keeps when it happened beside when it was written, and nobody notes what is still to come', async () => {
  const file = await all.opened('kari');
  const at = addMs(all.world.clock.now, -5 * HOUR);
  const local = (moment: typeof at) => `${osloDay(moment)}T${moment.slice(11, 13)}:${moment.slice(14, 16)}`;
  // Oslo is one hour ahead of UTC in March, two in April: the box speaks Oslo's time.
  const ahead = Number(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', hour: '2-digit' }).format(Date.parse(at))) - Number(at.slice(11, 13));
  expect(await all.tries('kari', 'writeNote', file, { text: 'Naboen ringte.', happenedAt: local(addMs(at, ((ahead + 24) % 24) * HOUR)) })).toBe('ok');
  expect(await all.tries('kari', 'writeNote', file, { text: 'I morgen.', happenedAt: local(addMs(at, 2 * DAY_MS)) })).toContain('"happenedAt":"in_future"');
  expect(await all.tries('kari', 'writeNote', file, { text: 'Når?', happenedAt: '2026-02-30T10:00' })).toContain('"happenedAt":"no_such_moment"');
  const [note] = (await all.reads('kari', file)).state.notes;
  expect(note?.at.slice(0, 16)).toBe(at.slice(0, 16));
  expect(note?.writtenAt).not.toBe(note?.at);
});

test('keys of one letter are turned off for one person, on every machine of theirs and on nobody else’s', async () => {
  const on = async (subject: string) => {
    const outcome = await all.world.house.door.enter(ownSettings, await all.world.person(subject), {});
    return outcome.ok && outcome.value.singleKeys;
  };
  expect([await on('kari'), await on('even')]).toEqual([true, true]);
  await all.world.house.door.enter(chooseKeys, await all.world.person('kari'), { singleKeys: false });
  expect([await on('kari'), await on('even')]).toEqual([false, true]);
  await all.world.house.door.enter(chooseKeys, await all.world.person('kari'), { singleKeys: true });
  expect(await on('kari')).toBe(true);
});

test('supervision is let in by two, reads and changes nothing, is told by its ground, and ends by itself (krisesenterlova § 9)', async () => {
  const { world } = all;
  const enters = async <I, F, R>(subject: string, useCase: UseCase<I, F, R>, input: unknown) => {
    const outcome = await world.house.door.enter(useCase, await world.person(subject), input);
    return outcome.ok ? outcome.value : outcome.code;
  };
  const [file, strict, other] = [await all.opened('kari', { ...DAUGHTER, kommune: '9901' }), await all.opened('kari', { ...DAUGHTER, kommune: '9901' }), await all.opened('kari', { ...DAUGHTER, kommune: '9902' })];
  await all.does('kari', 'protectAddress', strict, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: osloDay(world.clock.now), keeper: await all.id('kari') });
  const { municipalityId: fjordby } = await world.person('leif');
  const said = { grantId: randomUUID(), userId: await all.id('stine'), supervisor: 'STATSFORVALTER', basis: 'KSL_9', grounds: 'Tilsyn.', municipalities: [fjordby], lastDay: addDays(osloDay(world.clock.now), 5) };
  expect(await enters('leif', proposeSupervision, said), 'she has another role').toBe('bad_input');
  const register = await world.house.door.enter(staffRegister, await world.person('kari'), {});
  const held = register.ok ? register.value.people.find(({ userId }) => userId === said.userId)?.roles[0] : undefined;
  await enters('kari', endRole, { grantId: held?.grantId });
  expect(await enters('kari', proposeSupervision, said), 'the leader’s to decide').toBe('not_found');
  expect([await enters('leif', proposeSupervision, said), await enters('leif', proposeSupervision, said)], 'the same form twice').toEqual([{ grantId: said.grantId }, { grantId: said.grantId }]);
  expect(await enters('kari', proposeRole, { userId: said.userId, role: 'TEAMMEDLEM' })).toBe('is_supervisor');
  expect(await all.sees('stine', file), 'nobody has confirmed it').toBe('not_found');
  expect(await enters('leif', confirmRole, { grantId: said.grantId })).toBe('another_person_confirms');
  expect(await enters('kari', confirmRole, { grantId: said.grantId })).toMatchObject({ reserveEnded: false });
  expect(await all.sees('stine', file)).toBe('question');
  expect([await all.sees('stine', strict), await all.sees('stine', other)], 'neither what is strictly confidential nor another municipality').toEqual(['not_found', 'not_found']);
  await all.does('kari', 'writeNightCard', file, { codeWord: 'blåklokke', agreed: 'Spør om hun kan snakke.' });
  await all.does('stine', 'declareImpartiality', file, { connection: 'INGEN' });
  const read = await all.reads('stine', file);
  expect(read.steps.map(({ step }) => step)).toEqual(['declareImpartiality']);
  expect([JSON.stringify(read).includes('blåklokke'), JSON.stringify(await all.reads('kari', file)).includes('blåklokke')], 'the word by which she is known on the phone is not for them').toEqual([false, true]);
  expect(await all.tries('stine', 'writeNote', file, { text: 'Sett på.' })).toBe('not_found');
  expect(await all.tries('kari', 'grantAccess', strict, { accessTo: said.userId, accessReason: 'TILTAK', until: said.lastDay })).toBe('access_reason_role');
  await all.does('kari', 'grantAccess', strict, { accessTo: said.userId, accessReason: 'TILSYN', until: addDays(said.lastDay, 85) });
  expect(await all.sees('stine', strict), 'opened by a coordinator who is named for it').toBe('question');
  expect(await told('kari', file), 'what she tried stands there as well').toContain('Stine opened/supervision tried/none');
  const who = await looked('kari', file);
  expect(typeof who === 'string' ? who : who.supervisions).toMatchObject([{ userId: said.userId, supervisor: 'STATSFORVALTER', basis: 'KSL_9' }]);
  const decided = await enters('per', supervisionList, {});
  expect(typeof decided === 'string' ? decided : decided.lines, 'the data-protection officer sees it, and may not confirm or end it').toMatchObject([{ state: 'IN_FORCE', mayConfirm: false }]);
  world.clock.now = addMs(world.clock.now, 6 * DAY_MS);
  const roles = await world.house.door.unaudited(read.asker.userId === said.userId ? (await world.person('kari')).regionId : expect.fail('not she'), 'test', (ctx) => listColleagues(ctx));
  expect(roles.find(({ userId }) => userId === said.userId)?.roles).toEqual([]);
  expect([await all.sees('stine', file), await all.sees('stine', strict)]).toEqual(['not_found', 'not_found']);
  const again = { ...said, grantId: randomUUID(), municipalities: [], lastDay: addDays(osloDay(world.clock.now), 5) };
  await enters('leif', proposeSupervision, again);
  await enters('kari', confirmRole, { grantId: again.grantId });
  expect(await all.sees('stine', strict), 'what was opened under the first decision does not come back with the next').toBe('not_found');
  const found = await enters('stine', caseList, {});
  expect(typeof found === 'string' ? found : [found.rows.length, found.counts.open], 'neither in the list nor in its numbers').toEqual([0, 0]);
});
