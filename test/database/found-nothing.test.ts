import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayWith } from '../../src/cases/queries/day.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { planNotices } from '../../src/notices/commands/plan.ts';
import { answerRequest } from '../../src/privacy/commands/answers.ts';
import { linkFile } from '../../src/privacy/commands/link.ts';
import { registerRequest } from '../../src/privacy/commands/requests.ts';
import { requestsDue } from '../../src/privacy/public.ts';
import { openRequestPage, requestList, type OpenRequest } from '../../src/privacy/queries/requests.ts';
import { setContact } from '../../src/staff/commands/contact.ts';
import { entered } from '../support/door.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { declare, lives, YES, type Lives } from './cases-support.ts';

let all: Lives;
beforeAll(async () => { all = await lives(); });
afterAll(() => all.close());

/** «ok», or the code of why not. */
async function does<I, F, R>(who: string, useCase: UseCase<I, F, R>, input: unknown): Promise<string> {
  const outcome = await all.world.house.door.enter(useCase, await all.world.person(who), input);
  return outcome.ok ? 'ok' : outcome.code;
}
const sees = (who: string, requestId: string): Promise<OpenRequest> => entered(all.world, openRequestPage, who, { requestId, lang: 'nb' });
const at = async (who: string, requestId: string) => ({ requestId, version: String((await sees(who, requestId)).version) });
const looks = async (who: string, requestId: string, reference = '') => does(who, linkFile, { ...await at(who, requestId), reference });
const saysNothing = async (requestId: string, who = 'arne') => does(who, answerRequest, { ...await at(who, requestId), letter: 'INGENTING', answeredOn: '2026-03-02', how: 'Brev', lang: 'nb' });

async function registered(): Promise<string> {
  const requestId = randomUUID();
  expect(await does('arne', registerRequest, { requestId, requester: 'PERSONEN', name: 'Liv Sande', about: 'Liv Sande', asks: 'Alt', reach: '', receivedOn: '2026-03-02', identity: 'LEGITIMASJON', identityHow: 'På kontoret' })).toBe('ok');
  return requestId;
}

test('GDPR art. 15: «we found nothing» is not said of a person whose case is strictly confidential: whoever has it looks first, and the page of whoever answers is the same as where there is nothing', async () => {
  const strict = await all.opened('kari', DAUGHTER);
  const { reference } = await all.reads('kari', strict);
  await all.does('kari', 'protectAddress', strict, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: '2026-03-01', keeper: await all.id('kari') });
  const [hidden, bare] = [await registered(), await registered()];
  expect([await looks('arne', hidden), await looks('arne', bare)]).toEqual(['ok', 'ok']);
  const { besides } = await entered(all.world, dayWith(requestsDue), 'kari', {});
  expect(besides.lines.map((line) => line.requestId), 'on the day of the coordinator at once, both of them').toEqual(expect.arrayContaining([hidden, bare]));
  expect(await looks('kari', hidden, reference)).toBe('ok');
  const shown = async (requestId: string) => ({ ...await sees('arne', requestId), requestId: '', version: 0 });
  expect(await shown(hidden)).toEqual(await shown(bare));
  expect([await saysNothing(hidden), await saysNothing(bare)]).toEqual(['others_look_first', 'others_look_first']);
  expect([await looks('arne', hidden), await looks('arne', bare)], 'looked for once more, it is taken down in both').toEqual(['ok', 'ok']);
  expect([await looks('kari', bare), await looks('reidun', bare), await saysNothing(bare)]).toEqual(['ok', 'ok', 'ok']);
  expect(await sees('kari', hidden)).toMatchObject({ files: [{ reference }], letter: 'INNSYN' });
});

let theirs: FileId;
const NOBODYS = { lines: [], overdue: undefined };
/** Of which the reserve is told by mail. */
async function toldReserve(): Promise<readonly string[]> {
  const userId = await all.id('reidun');
  expect(await does('ida', setContact, { userId, email: 'reidun@post.example.org', phone: '' })).toBe('ok');
  const { notices } = await (await all.world.worker()).door.unaudited(NORDFJELLA, 'test', (ctx) => planNotices(ctx, { mail: true, sms: false }));
  return notices.filter((one) => one.why === 'UNHELD' && one.userId === userId).map(({ fileId }) => String(fileId)).filter((id) => id !== theirs).toSorted();
}
const dayOf = async (who: string) => (await entered(all.world, dayWith(requestsDue), who, {})).besides;

test('GDPR art. 15: «we found nothing» is not said of a person whose case every coordinator is left out of: the reserve, who has it, looks last, and the page of a coordinator who is left out is the same as where there is nothing', async () => {
  theirs = await all.opened('kari', DAUGHTER);
  const ordinary = await all.opened('kari', DAUGHTER);
  const [{ reference }, { reference: other }] = [await all.reads('kari', theirs), await all.reads('kari', ordinary)];
  await all.does('kari', 'declareImpartiality', theirs, YES);
  const [hidden, bare, found] = [await registered(), await registered(), await registered()];
  expect([await looks('arne', hidden), await looks('arne', bare), await looks('arne', found)]).toEqual(['ok', 'ok', 'ok']);
  const reads = async (requestId: string) => does('reidun', openRequestPage, { requestId, lang: 'nb' });
  expect([await dayOf('reidun'), await reads(hidden), await does('reidun', requestList, {})], 'not the reserve’s while a coordinator may still find it').toMatchObject([NOBODYS, 'not_found', 'not_found']);
  expect([await looks('kari', hidden, reference), await looks('kari', hidden), await looks('kari', bare), await looks('kari', found, other)], 'for her there is no such case').toEqual(['bad_input', 'ok', 'ok', 'ok']);
  expect([(await dayOf('reidun')).lines.map(({ requestId }) => requestId).toSorted(), await reads(found)], 'and nothing of what a coordinator found').toEqual([[hidden, bare].toSorted(), 'not_found']);
  expect(await toldReserve(), 'who seldom signs in').toEqual([hidden, bare].toSorted());
  expect([await saysNothing(hidden), await saysNothing(bare)]).toEqual(['others_look_first', 'others_look_first']);
  // she knows of her own alone: not of a case that is somebody else's, which she would learn of by its reference
  expect([await looks('reidun', hidden, other), await looks('reidun', hidden, reference)]).toEqual(['bad_input', 'ok']);
  expect((await sees('reidun', hidden)).closed).toMatchObject([{ reference }]);
  await declare(all, 'reidun', theirs);
  expect(await sees('reidun', hidden)).toMatchObject({ files: [{ reference }], letter: 'INNSYN' });
  const shown = async (requestId: string) => ({ ...await sees('kari', requestId), requestId: '', version: 0 });
  expect(await shown(hidden)).toEqual(await shown(bare));
  expect([await saysNothing(hidden, 'kari'), await saysNothing(bare, 'kari')]).toEqual(['others_look_first', 'others_look_first']);
  expect([await saysNothing(hidden), await looks('reidun', bare), await saysNothing(bare)], 'the archivist is not left out, and reads that it is about something').toEqual(['case_was_linked', 'ok', 'ok']);
  expect([await reads(bare), (await dayOf('reidun')).lines.map(({ requestId }) => requestId)], 'what another has answered is the reserve’s no more').toEqual(['not_found', [hidden]]);
});
