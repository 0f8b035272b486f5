import { expect, test } from 'vitest';
import { askedLine, type Asker, type Known } from '../../src/cases/commands/asked.ts';
import type { CaseActor } from '../../src/cases/conditions.ts';
import { hasLost, hearsOfIt, takesIn } from '../../src/cases/queries/asides.ts';
import type { CaseLine } from '../../src/cases/store/read.ts';
import { instant } from '../../src/kernel/time.ts';
import { FILE, hilde, kari, lise, MONDAY, omar, petter } from './journal.ts';

const token = ({ userId }: CaseActor) => Buffer.from(userId);
const known = (one: CaseActor): Known => ({ ...one, token: token(one), municipalityId: undefined, supervises: [], supervisions: [] }) as unknown as Known; // what is asked for of a colleague here
const asker = (actor: CaseActor): Asker => ({
  userId: actor.userId, token: token(actor), roles: actor.roles, isReserve: actor.userId === hilde.userId, reserve: hilde.userId, municipalities: [], supervisions: [], region: [], now: MONDAY,
  team: [kari, petter, lise].map(({ userId }) => userId), colleagues: [kari, petter, lise, omar, hilde].map(known),
}) as unknown as Asker; // nor of whoever asks
const CASE = { file_id: FILE, status: 'KLASSIFISERT', clocks: [], lead_user_id: lise.userId, awaits: null, awaits_by: null, named_only: null, impartial: true, left_out: [], deputy_user_id: null, deputy_from: null, deputy_until: null, granted_until: null, closed_at: null, restricted: false };
const line = (change: Partial<CaseLine> = {}) => ({ ...CASE, ...change }) as unknown as CaseLine; // nor of a line
const closed = (change: Partial<CaseLine> = {}) => line({ status: 'AVSLUTTET', closed_at: MONDAY, ...change });

test('a text that waits is on the day of whoever leads the case, of the coordinators where nobody does, and of nobody who may not read it', () => {
  const on = (actor: CaseActor, change?: Partial<CaseLine>) => takesIn(askedLine(asker(actor), line(change)));
  expect([on(lise), on(kari), on(omar), on(hilde)]).toEqual([true, false, false, false]);
  expect([on(kari, { lead_user_id: null }), on(kari, { lead_user_id: null, left_out: [token(kari)] }), on(kari, { lead_user_id: null, named_only: [petter.userId] })]).toEqual([true, false, false]);
  expect([on(lise, { impartial: false }), on(lise, { left_out: [token(lise)] })], 'who has not answered the question, and who is inhabil').toEqual([false, false]);
  expect(on(lise, { status: 'SAMMENSLATT' }), 'it waits in the case that this one went into').toBe(false);
});

test('it is its writer’s alone while they may read the case, the reserve too where no coordinator may', () => {
  const lost = (writer: CaseActor, change?: Partial<CaseLine>) => hasLost(known(writer), line(change), asker(kari));
  expect([lost(lise), lost(petter), lost(omar, { impartial: false, granted_until: instant('2027-01-01T00:00:00.000Z') })]).toEqual([false, false, false]);
  expect([lost(omar), lost(lise, { left_out: [token(lise)] }), lost(petter, { named_only: [kari.userId] })]).toEqual([true, true, true]);
  expect([lost(hilde), lost(hilde, { left_out: [token(kari), token(petter)] })]).toEqual([true, false]);
});

test('that somebody closed a case alone is told to the reserve and to the coordinators, and to nobody who must not know that it exists', () => {
  const hears = (actor: CaseActor, change?: Partial<CaseLine>) => hearsOfIt(askedLine(asker(actor), closed(change)));
  expect([hears(petter), hears(hilde), hears(omar)]).toEqual([true, true, false]);
  expect([hears(petter, { left_out: [token(petter)] }), hears(hilde, { left_out: [token(hilde)] })]).toEqual([false, false]);
  expect([hears(petter, { named_only: [kari.userId] }), hears(hilde, { named_only: [kari.userId] })]).toEqual([false, false]);
});
