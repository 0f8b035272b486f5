import { describe, expect, test } from 'vitest';
import { caseFacts, mayReadCase, mayTakeStep, standing, type AccessActor } from '../../src/cases/access.ts';
import type { CaseActor } from '../../src/cases/conditions.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { addMs, DAY_MS } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { adviseOnly, assessing, classify, close, confirm, confirmLowering, confirmNotACase, confirmTransfer, declare, followingUp, grade, mergeInto, notACase, proposeClosing, proposeLowering, raise, received, restrict, returnClosing, transfer } from './acts.ts';
import { FILE, hilde, jorunn, journal, kari, lise, omar, petter, type Journal } from './journal.ts';

const who = (actor: CaseActor): AccessActor => ({ ...actor, municipalities: [] });
const stands = (file: Journal, actor: CaseActor) => standing(who(actor), caseFacts(FILE, file.state(), actor.userId, file.now()), file.now());
const may = (file: Journal, actor: CaseActor, step: 'confirmNotACase' | 'decideMeasure' | 'grantAccess' | 'writeNote') => mayTakeStep(step, who(actor), caseFacts(FILE, file.state(), actor.userId, file.now()), file.now());
const asks = (colleague: CaseActor) => ({ confirmer: colleague.userId, confirmerRoles: colleague.roles });

describe('advice only', () => {
  test('is proposed by reception in one form, which hands the case over as well, and a coordinator confirms it', () => {
    const file = received();
    file.by(jorunn, adviseOnly());
    expect(file.events.slice(-2).map(({ type }) => type)).toEqual(['HandedOver', 'NotACaseProposed']);
    expect(file.tries(jorunn, confirmNotACase)).toBe('not_your_role');
    file.by(lise, declare());
    expect(file.tries(lise, confirmNotACase), 'a team member is not enough beside reception').toBe('coordinator_missing');
    file.by(petter, declare());
    expect(file.by(petter, confirmNotACase)).toMatchObject({ status: 'IKKE_SAK', notACase: { reason: 'KUN_RADGIVNING', advice: 'Ring fastlegen.', caseType: 'IKKE_VURDERT' }, handover: { read: { by: petter.userId } } });
  });

  test('still takes two people, whoever proposes', () => {
    const file = assessing();
    file.by(kari, adviseOnly());
    expect(file.tries(kari, confirmNotACase)).toBe('another_must_confirm');
    expect(file.tries(kari, adviseOnly()), 'and a proposal that waits is not covered by another in passing').toBe('proposal_waits');
  });

  test('never ends a case in which somebody is in danger', () => {
    const file = assessing();
    file.by(kari, raise());
    expect(file.tries(kari, adviseOnly())).toBe('akutt_still_raised');
  });

  test('lies on the coordinator’s day as something to confirm, not as a hand-over to read first', () => {
    const file = received();
    file.by(jorunn, adviseOnly());
    const line = projectCase(file.state(), NO_CHANGES);
    expect(dayNeed(line, { userId: petter.userId, roles: petter.roles, standing: 'coordinator', mustDeclare: true }, file.now())).toMatchObject({ reason: 'confirm_not_a_case', step: 'confirmNotACase' });
    expect(dayNeed(line, { userId: jorunn.userId, roles: jorunn.roles, standing: 'reception', mustDeclare: false }, file.now())).toBeUndefined();
  });
});

describe('whoever is asked by name to confirm', () => {
  test.each([
    ['that it is no case', notACase(asks(lise)), confirmNotACase], ['advice only', adviseOnly(asks(lise)), confirmNotACase], ['a classification', classify({ ...asks(lise), lead: omar.userId }), confirm()],
  ])('has the case for %s without being let in by anybody, and no longer once it is answered', (_what, propose, answer) => {
    const file = journal(kari);
    expect(stands(file, lise)).toBe('not_granted');
    file.by(kari, propose);
    expect([stands(file, lise), stands(file, omar), stands(file, hilde)], 'nobody else').toEqual(['asked', 'not_granted', 'not_granted']);
    expect(mayReadCase(who(lise), caseFacts(FILE, file.state(), lise.userId, file.now()), file.now()), 'the question stands in front of content').toMatchObject({ allow: false, because: 'impartiality_first' });
    expect(dayNeed(projectCase(file.state(), NO_CHANGES), { userId: lise.userId, roles: lise.roles, standing: 'asked', mustDeclare: true }, file.now())?.reason).toMatch(/^confirm_/);
    file.by(lise, declare());
    expect(mayReadCase(who(lise), caseFacts(FILE, file.state(), lise.userId, file.now()), file.now()).allow).toBe(true);
    file.by(lise, answer);
    expect(stands(file, lise)).toBe('not_granted');
    expect(projectCase(file.state(), NO_CHANGES).awaits?.asked).toBeUndefined();
  });

  test('may answer, write a note and raise the alarm, and nothing more', () => {
    const file = journal(kari);
    file.by(kari, notACase(asks(lise)));
    file.by(lise, declare());
    expect(may(file, lise, 'confirmNotACase').allow).toBe(true);
    expect(may(file, lise, 'writeNote').allow).toBe(true);
    expect(may(file, lise, 'decideMeasure')).toMatchObject({ allow: false, because: 'only_to_confirm' });
    expect(may(file, lise, 'grantAccess').allow).toBe(false);
  });

  test('never sees the case when they are inhabil (fvl § 6), also when they say so afterwards', () => {
    const file = journal(kari);
    file.by(lise, declare('TILKNYTTET'));
    expect(file.tries(kari, notACase(asks(lise))), 'is not asked').toBe('bad_input');
    file.by(kari, notACase(asks(omar)));
    file.by(omar, declare('TILKNYTTET'));
    expect(stands(file, omar)).toBe('excluded');
    expect(file.state().proposal, 'the proposal stands for another').toMatchObject({ kind: 'NOT_A_CASE', asked: undefined });
  });

  test('is one who could be the second of the two: of the team, not oneself, and with a coordinator among the two (T5)', () => {
    const file = journal(kari);
    for (const colleague of [jorunn, hilde, kari]) expect(file.tries(kari, notACase(asks(colleague)))).toBe('bad_input');
    file.by(lise, declare());
    expect(file.tries(lise, notACase(asks(omar)))).toBe('bad_input');
    expect(file.tries(lise, notACase(asks(petter)))).toBeUndefined();
  });

  test('loses the case when another proposal takes the place of the one they were asked about', () => {
    const file = journal(kari);
    file.by(kari, notACase(asks(lise)));
    file.by(kari, transfer);
    expect(stands(file, lise)).toBe('not_granted');
    file.by(petter, declare());
    file.by(petter, confirmTransfer);
    expect(stands(file, lise)).toBe('not_granted');
  });

  test('waits outside a case whose use is restricted (GDPR art. 18), and has one with a secret address because they were named', () => {
    const shut = journal(kari);
    shut.by(kari, notACase(asks(lise)));
    shut.by(kari, restrict());
    expect(stands(shut, lise)).toBe('not_granted');
    const strict = journal(kari);
    strict.by(kari, grade());
    strict.by(kari, notACase(asks(lise)));
    expect([stands(strict, lise), stands(strict, omar)]).toEqual(['asked', 'not_granted']);
  });

  test('is not asked while away: somebody else can answer today', () => {
    const file = journal(kari);
    expect(file.tries(kari, notACase({ ...asks(petter), confirmerAway: true }))).toBe('bad_input');
    expect(file.tries(kari, notACase({ ...asks(petter), confirmerAway: false }))).toBeUndefined();
  });
});

describe('whoever is asked by name to close a case, or to lower the protection of an address', () => {
  const day = (file: Journal, actor: CaseActor) => dayNeed(projectCase(file.state(), NO_CHANGES), { userId: actor.userId, roles: actor.roles, standing: stands(file, actor), mustDeclare: false }, file.now())?.reason;

  test('is a coordinator who did not propose the closing, and another coordinator may close it all the same (T14)', () => {
    const file = followingUp();
    for (const colleague of [lise, omar, jorunn, hilde]) expect(file.tries(lise, proposeClosing(asks(colleague)))).toBe('bad_input');
    file.by(lise, proposeClosing(asks(petter)));
    expect(projectCase(file.state(), NO_CHANGES).awaits).toMatchObject({ kind: 'CLOSING', asked: petter.userId, askedAt: file.state().closingProposal?.at });
    expect([day(file, petter), day(file, kari), day(file, lise)]).toEqual(['close_case', 'close_case', undefined]);
    file.by(kari, close());
    expect(file.state().status).toBe('AVSLUTTET');
    expect(projectCase(file.state(), NO_CHANGES).awaits, 'nobody is asked any more').toBeUndefined();
  });

  test('has a case with a secret address for it, closes it or sends it back, and no longer once it is answered', () => {
    for (const answer of [close(), returnClosing]) {
      const file = followingUp();
      file.by(kari, grade('STRENGT'));
      expect(stands(file, petter)).toBe('not_granted');
      file.by(lise, proposeClosing(asks(petter)));
      expect([stands(file, petter), day(file, petter)]).toEqual(['asked', 'close_case']);
      file.by(petter, declare());
      file.by(petter, answer);
      expect(stands(file, petter)).toBe('not_granted');
    }
  });

  test('finds what they were asked to lower on their day, beside a closing that waits and in a closed case too (domain reference § 5.5)', () => {
    const file = followingUp();
    file.by(kari, grade());
    file.by(lise, proposeClosing());
    file.by(kari, proposeLowering('UGRADERT', 'FOLKEREGISTERET', asks(omar)));
    const line = projectCase(file.state(), NO_CHANGES);
    expect([line.awaits?.kind, line.besides]).toEqual(['CLOSING', { by: kari.userId, asked: omar.userId, askedAt: file.state().address.lowering?.at }]);
    expect([stands(file, omar), day(file, omar)]).toEqual(['asked', 'confirm_lowering']);
    file.by(petter, declare());
    file.by(petter, close());
    expect([stands(file, omar), day(file, omar), day(file, petter), day(file, kari)], 'whoever proposed it does not decide it').toEqual(['asked', 'confirm_lowering', 'confirm_lowering', undefined]);
    file.by(omar, declare());
    file.by(omar, confirmLowering());
    expect([stands(file, omar), projectCase(file.state(), NO_CHANGES).besides]).toEqual(['not_granted', undefined]);
  });

  test('keeps no way into a case that went on in another, where nobody can answer what they were asked', () => {
    const file = followingUp();
    file.by(kari, grade('STRENGT'));
    file.by(kari, proposeLowering('UGRADERT', 'FOLKEREGISTERET', asks(omar)));
    expect(stands(file, omar)).toBe('asked');
    file.by(kari, mergeInto(followingUp().state()));
    expect([file.state().status, stands(file, omar), day(file, omar), projectCase(file.state(), NO_CHANGES).besides]).toEqual(['SAMMENSLATT', 'not_granted', undefined, undefined]);
  });

  test('is let in for two weeks, or a question that nobody answers keeps a strictly confidential case open for good (domain reference § 5.5)', () => {
    const file = followingUp();
    file.by(kari, grade('STRENGT'));
    file.by(kari, proposeLowering('UGRADERT', 'FOLKEREGISTERET', asks(omar)));
    const at = file.state().address.lowering?.at ?? expect.fail('nothing waits');
    const then = (ms: number) => standing(who(omar), caseFacts(FILE, file.state(), omar.userId, addMs(at, ms)), addMs(at, ms));
    expect([then(14 * DAY_MS - 1), then(14 * DAY_MS)]).toEqual(['asked', 'not_granted']);
    file.wait(20 * DAY_MS);
    expect(stands(file, omar)).toBe('not_granted');
    file.by(kari, proposeLowering('UGRADERT', 'FOLKEREGISTERET', asks(omar)));
    expect(stands(file, omar), 'a new proposal asks anew').toBe('asked');
  });

  test('is out of it as soon as they are inhabil, and it waits for another (fvl § 6)', () => {
    const file = followingUp();
    file.by(kari, grade());
    file.by(lise, proposeClosing(asks(petter)));
    file.by(kari, proposeLowering('UGRADERT', 'FOLKEREGISTERET', asks(petter)));
    file.by(petter, declare('TILKNYTTET'));
    expect(stands(file, petter)).toBe('excluded');
    const line = projectCase(file.state(), NO_CHANGES);
    expect([line.awaits?.kind, line.awaits?.asked, line.besides?.by, line.besides?.asked]).toEqual(['CLOSING', undefined, kari.userId, undefined]);
    expect(file.tries(kari, proposeLowering('UGRADERT', 'FOLKEREGISTERET', asks(petter))), 'is not asked again').toBe('bad_input');
  });
});
