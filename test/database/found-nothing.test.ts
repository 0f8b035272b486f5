import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayWith } from '../../src/cases/queries/day.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { answerRequest } from '../../src/privacy/commands/answers.ts';
import { linkFile } from '../../src/privacy/commands/link.ts';
import { registerRequest } from '../../src/privacy/commands/requests.ts';
import { requestsDue } from '../../src/privacy/public.ts';
import { openRequestPage, type OpenRequest } from '../../src/privacy/queries/requests.ts';
import { entered } from '../support/door.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { lives, type Lives } from './cases-support.ts';

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
const saysNothing = async (requestId: string) => does('arne', answerRequest, { ...await at('arne', requestId), letter: 'INGENTING', answeredOn: '2026-03-02', how: 'Brev', lang: 'nb' });

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
  expect([await looks('kari', bare), await saysNothing(bare)]).toEqual(['ok', 'ok']);
  expect(await sees('kari', hidden)).toMatchObject({ files: [{ reference }], letter: 'INNSYN' });
});
