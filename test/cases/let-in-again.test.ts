import { expect, test } from 'vitest';
import { caseFacts, mayReadCase, standing } from '../../src/cases/access.ts';
import type { CaseActor } from '../../src/cases/conditions.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { lapsedWith } from '../../src/cases/grants.ts';
import { projectAccess, projectCase } from '../../src/cases/projection.ts';
import { projectEmergencies } from '../../src/cases/emergency.ts';
import { MINUTE } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { assessing, changeLead, classified, closed, declare, deputise, grade, grant, notACase, reopen, takeEmergency } from './acts.ts';
import { FILE, kari, LIA, lise, omar, petter, written, type Journal } from './journal.ts';

/** What the worker writes while this person waits to be compared. */
function letInAgain(file: Journal, { userId }: CaseActor): number {
  const entries = lapsedWith(file.state(), userId, file.now());
  file.events.push(...written(entries, kari, file.now()).map((event) => ({ ...event, actor: 'system' as const })));
  file.wait(MINUTE);
  return entries.length;
}

const stands = (file: Journal, actor: CaseActor) => standing({ ...actor, municipalities: [LIA] }, caseFacts(FILE, file.state(), actor.userId, file.now()), file.now());
const reads = (file: Journal, actor: CaseActor) => mayReadCase({ ...actor, municipalities: [] }, caseFacts(FILE, file.state(), actor.userId, file.now()), file.now()).allow;

test('whoever led a case and was shut out leads nothing when they are let in again; the coordinators’ day says that nobody does, and who they let in anew is in', () => {
  const file = classified();
  file.by(lise, declare());
  file.by(kari, deputise());
  expect([stands(file, lise), reads(file, lise), reads(file, omar)]).toEqual(['case_lead', true, false]);
  expect(letInAgain(file, lise)).toBe(1);
  expect([stands(file, lise), projectCase(file.state(), NO_CHANGES).lead, projectCase(file.state(), NO_CHANGES).deputy]).toEqual(['not_granted', undefined, undefined]);
  const person = { userId: kari.userId, roles: kari.roles, standing: stands(file, kari), mustDeclare: false };
  expect(dayNeed({ ...projectCase(file.state(), NO_CHANGES), clocks: [] }, person, file.now())?.reason).toBe('no_lead');
  expect(letInAgain(file, lise), 'there is nothing left to end').toBe(0);
  file.by(kari, changeLead(lise.userId));
  expect(stands(file, lise)).toBe('case_lead');
});

test('nobody who was let in for a time, stands in for somebody, is asked by name or took access in an emergency has it afterwards, in the journal and in what stands in clear', () => {
  const file = classified();
  file.by(kari, grant(omar));
  file.by(omar, declare());
  expect(reads(file, omar)).toBe(true);
  letInAgain(file, omar);
  expect([stands(file, omar), projectAccess(file.state()).find(({ userId }) => userId === omar.userId)]).toEqual(['not_granted', { userId: omar.userId, impartial: true, grantedUntil: undefined, supervisionSince: undefined }]);

  file.by(kari, deputise({ deputy: omar.userId }));
  expect(stands(file, omar)).toBe('case_lead');
  letInAgain(file, omar);
  expect([stands(file, omar), projectCase(file.state(), NO_CHANGES).deputy]).toEqual(['not_granted', undefined]);

  file.by(omar, takeEmergency());
  expect(stands(file, omar)).toBe('emergency');
  const now = file.now();
  letInAgain(file, omar);
  expect([stands(file, omar), projectEmergencies(file.state()).map(({ until }) => until)], 'it is still gone through').toEqual(['not_granted', [now]]);

  const other = assessing();
  other.by(kari, notACase({ confirmer: omar.userId, confirmerRoles: omar.roles }));
  expect(stands(other, omar)).toBe('asked');
  letInAgain(other, omar);
  const { awaits } = projectCase(other.state(), NO_CHANGES);
  expect([stands(other, omar), awaits?.kind, awaits?.asked], 'the proposal waits for somebody else').toEqual(['not_granted', 'NOT_A_CASE', undefined]);
});

test('the coordinator who was named for a strictly confidential case is not named any more, and does not find it', () => {
  const file = classified();
  file.by(kari, grade('STRENGT', 'POLITI', kari));
  expect(stands(file, kari)).toBe('coordinator');
  letInAgain(file, kari);
  expect([stands(file, kari), projectCase(file.state(), NO_CHANGES).namedOnly]).toEqual(['not_granted', []]);
});

test('a case that was closed while they led it is not theirs again when it is opened', () => {
  const file = closed();
  expect(letInAgain(file, lise)).toBe(1);
  file.by(kari, reopen);
  expect([file.state().lead, stands(file, lise)]).toEqual([undefined, 'not_granted']);
});

test('nothing is written in a case of which they had nothing, nor where it had ended by itself; an answer to the question stands', () => {
  const file = classified();
  file.by(petter, declare());
  expect(letInAgain(file, petter)).toBe(0);
  file.by(kari, grant(omar, 3));
  file.wait(5 * 24 * 60 * MINUTE);
  expect(letInAgain(file, omar)).toBe(0);
});

test('whoever stood in for a lead who lost the case meanwhile does not stand in again when that one gets it back', () => {
  const file = classified();
  file.by(kari, deputise());
  file.by(kari, changeLead(petter.userId));
  expect(letInAgain(file, omar)).toBe(1);
  file.by(kari, changeLead(lise.userId));
  expect(stands(file, omar)).toBe('not_granted');
});
