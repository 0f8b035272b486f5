import { describe, expect, test } from 'vitest';
import { askingFault } from '../../src/cases/asking.ts';
import type { CaseActor } from '../../src/cases/conditions.ts';
import { decideCloseCase } from '../../src/cases/closing.ts';
import { guard } from '../../src/cases/guard.ts';
import { nextSteps } from '../../src/cases/next-steps.ts';
import { receiversToTell } from '../../src/cases/receivers.ts';
import { groundsNow, WHEN_RESTRICTED } from '../../src/cases/restriction.ts';
import { STEP_KEYS, type StepKey } from '../../src/cases/workflow.ts';
import { addDays, DAY_MS, HOUR, osloDay, osloInstant } from '../../src/kernel/time.ts';
import { isCounted } from '../../src/statistics/fact.ts';
import {
  adviseOnly, assessing, classified, classify, closing, confirmNotACase, confirmTransfer, consents, declare, draft, edit, END, finalise, investigate, investigating, liftRestriction, measure, nameThem, notACase, note, raise, restrict, share, takeIn, tellReceiver, transferWith, useRestricted, withdraw, writePlan,
} from './acts.ts';
import { journal, kari, lise, omar, petter, TEAM, type Journal } from './journal.ts';

/** The person says that an amount is wrong, and wants nothing done with the case until it is looked into (GDPR art. 18 no. 1 a). */
function restricted(file: Journal = classified()): Journal {
  file.by(kari, restrict());
  return file;
}
const shares = share('FVL_13B_5', 'd1');
const closedFor = (file: Journal, because: string) => nextSteps(file.state(), { actor: kari, now: file.now(), team: TEAM }).flatMap((one) => (!one.allowed && one.because === because ? [one.step] : []));

describe('while the use of a case is restricted (GDPR art. 18 no. 2)', () => {
  test('nothing of it is shared, transferred, said in a meeting, assessed or decided until a ground stands in the journal', () => {
    const file = restricted();
    for (const act of [shares, nameThem(), measure(), investigate, draft('b1', { letter: 'ANMODNING', basis: 'FVL_13B_5', docTo: 'Banken' })]) expect(file.tries(lise, act)).toMatch(/^(use_asks_ground|not_your_role)$/);
    expect(file.tries(kari, nameThem())).toBe('use_asks_ground');
    const early = restricted(assessing());
    for (const act of [transferWith(), classify()]) expect(early.tries(kari, act)).toBe('use_asks_ground');
  });

  test('what is written down, what protects, and what the person asks for goes on', () => {
    const file = restricted();
    for (const act of [note('n1'), writePlan(), consents(), raise(), draft('b1', { letter: 'BREV', delivery: 'MOTE' })]) expect(file.tries(lise, act)).toBeUndefined();
    const asked = STEP_KEYS.filter((key) => typeof WHEN_RESTRICTED[key] !== 'string');
    expect(STEP_KEYS.filter((key) => WHEN_RESTRICTED[key] === 'STOPPED')).toEqual(['askExpert', 'renewExpertCode']);
    expect(asked).toEqual<StepKey[]>(['nameInMeeting', 'proposeTransfer', 'confirmTransfer', 'proposeClassification', 'classifyProvisionally', 'confirmClassification', 'proposeReclassification', 'startInvestigation', 'concludeInvestigation', 'draftDocument', 'finaliseDocument', 'decideMeasure', 'discloseOut']);
  });

  test('a ground opens what it was written for, by whoever leads, and nothing else', () => {
    const file = restricted();
    file.by(lise, useRestricted());
    expect(file.tries(lise, shares)).toBeUndefined();
    expect(file.tries(lise, measure())).toBe('use_asks_ground');
    expect(file.tries(kari, nameThem())).toBe('use_asks_ground');
    file.by(kari, useRestricted({ restrictedUse: ['MOTE', 'VURDERE'] }));
    expect([file.tries(lise, measure()), file.tries(kari, nameThem())]).toEqual([undefined, undefined]);
  });

  test('and for some days: danger to life is said anew each day, and a lifted restriction leaves nothing of it', () => {
    const days = (file: Journal) => {
      const from = osloDay(file.now());
      return Array.from({ length: 30 }, (_, day) => day).findLast((day) => groundsNow(file.state(), osloInstant(addDays(from, day), 12, 0)).length > 0);
    };
    const [danger, bank] = [restricted(), restricted()];
    danger.by(lise, useRestricted({ restrictedOn: 'FARE_FOR_LIV' }));
    bank.by(lise, useRestricted());
    expect([days(danger), days(bank)]).toEqual([1, 7]);
    bank.by(kari, liftRestriction);
    bank.by(kari, restrict());
    expect(bank.tries(lise, shares), 'restricted anew, it is asked anew').toBe('use_asks_ground');
  });

  test('a consent is a ground only where the person gave it since, and while it stands', () => {
    const file = classified();
    file.by(kari, consents());
    restricted(file);
    expect(file.tries(lise, useRestricted({ restrictedOn: 'SAMTYKKE' }))).toBe('no_consent_since');
    file.by(kari, consents('c2'));
    file.by(lise, useRestricted({ restrictedOn: 'SAMTYKKE' }));
    expect(file.tries(lise, shares)).toBeUndefined();
    file.by(kari, withdraw('c2'));
    expect(file.tries(lise, shares)).toBe('use_asks_ground');
  });

  test('danger: while the case is Akutt we assess and decide as before; what is told outside has its ground', () => {
    const file = restricted();
    file.by(lise, raise());
    expect(file.tries(lise, measure())).toBeUndefined();
    expect(file.tries(lise, shares)).toBe('use_asks_ground');
  });

  test('both people of a transfer need it, and a letter to others is not finalised on one whose time is over', () => {
    const early = restricted(assessing());
    early.by(kari, useRestricted({ restrictedUse: ['OVERFORE'] }));
    early.by(kari, transferWith());
    early.wait(8 * 24 * HOUR);
    expect(early.tries(lise, confirmTransfer)).toBe('use_asks_ground');
    early.by(kari, useRestricted({ restrictedUse: ['OVERFORE'] }));
    expect(early.tries(lise, confirmTransfer)).toBeUndefined();
    const file = restricted();
    file.by(lise, useRestricted());
    file.by(lise, draft('b1', { letter: 'ANMODNING', basis: 'FVL_13B_5', docTo: 'Banken' }));
    file.by(lise, edit('b1', 'Til banken\n\nHva vet dere?'));
    file.wait(8 * 24 * HOUR);
    expect(file.tries(lise, finalise('b1', { delivery: 'POST' }))).toBe('use_asks_ground');
  });

  test('that whoever reported was told more than that it arrived has its ground as every telling has, whichever step ends the case; so has the second of two people', () => {
    const told = { reporterFeedback: 'GITT' } as const;
    for (const act of [notACase(told), adviseOnly(told)]) {
      const file = assessing();
      file.by(kari, consents());
      restricted(file);
      expect(file.tries(kari, act)).toBe('use_asks_ground');
      file.by(kari, useRestricted());
      file.by(kari, act);
      file.wait(8 * DAY_MS);
      expect(file.tries(lise, confirmNotACase), 'its days are over').toBe('use_asks_ground');
      file.by(kari, useRestricted());
      expect(file.tries(lise, confirmNotACase)).toBeUndefined();
    }
    expect(restricted(assessing()).tries(kari, notACase({ reporterFeedback: 'BARE_MOTTATT' })), 'that it arrived tells nothing of the case').toBeUndefined();
    const ending = closing();
    ending.by(petter, declare());
    ending.by(kari, consents());
    const ends: Parameters<Journal['by']>[1] = (state, ctx) => decideCloseCase(state, { ...END, ...told, correctionId: 'k1', proposal: state.proposals }, ctx);
    restricted(ending);
    expect(ending.tries(petter, ends)).toBe('use_asks_ground');
    ending.by(kari, useRestricted());
    expect(ending.tries(petter, ends)).toBeUndefined();
  });

  test('two restricted cases that become one are restricted since the newer, for what both were, and looked over on the nearer day: a consent from between the two, or a ground from before, opens nothing', () => {
    const on = (days: number) => addDays(osloDay(journal(kari).now()), days);
    const both = () => {
      const [older, newer] = [assessing(), assessing()];
      older.by(kari, restrict(on(30)));
      older.by(kari, consents());
      older.by(kari, useRestricted({ restrictedUse: ['OVERFORE'] }));
      newer.wait(2 * DAY_MS);
      newer.by(kari, restrict(on(60)));
      older.wait(3 * DAY_MS);
      newer.wait(3 * DAY_MS);
      return { older, newer, since: newer.state().restriction?.at };
    };
    for (const [one, other] of [['older', 'newer'], ['newer', 'older']] as const) {
      const cases = both();
      const file = cases[one];
      expect(file.by(kari, takeIn(cases[other].state()))).toMatchObject({ restriction: { at: cases.since, reviewOn: on(30) }, uses: [] });
      expect(file.tries(kari, useRestricted({ restrictedOn: 'SAMTYKKE' }))).toBe('no_consent_since');
      file.by(kari, liftRestriction);
      expect(file.state().restriction, 'lifted, it is lifted for both').toBeUndefined();
    }
  });

  test('nobody is asked by name to be the second who would wait outside: whom a question lets in, a restriction keeps out', () => {
    const early = restricted(assessing());
    early.by(kari, useRestricted({ restrictedUse: ['OVERFORE'] }));
    const asks = (one: CaseActor) => early.tries(kari, transferWith({ confirmer: one.userId, confirmerRoles: one.roles }));
    expect([asks(omar), asks(petter)]).toEqual(['bad_input', undefined]);
    const file = restricted();
    const may = (one: CaseActor) => askingFault('proposeReclassification', file.state(), { confirmer: one.userId, confirmerRoles: one.roles }, { actor: kari, now: file.now() }) === undefined;
    expect([may(lise), may(omar)], 'whoever leads it has it').toEqual([true, false]);
  });

  test('it stands in no figure until it is lifted', () => {
    const file = restricted(investigating());
    expect(isCounted(file.state(), undefined)).toBe(false);
    file.by(kari, liftRestriction);
    expect(isCounted(file.state(), undefined)).toBe(true);
  });
});

describe('those who were given something hear what has become of it (GDPR art. 19)', () => {
  const waiting = (file: Journal) => receiversToTell(file.state()).map(({ disclosureId }) => disclosureId);

  test('that the use was restricted, or something put right, after it was shared; each has an answer, and a new change asks anew', () => {
    const file = classified();
    file.by(lise, shares);
    expect([waiting(file), file.tries(kari, tellReceiver())], 'nothing has changed since').toEqual([[], 'no_receiver_to_tell']);
    restricted(file);
    file.by(lise, useRestricted());
    file.by(lise, share('FVL_13B_5', 'd2'));
    expect([waiting(file), file.tries(kari, tellReceiver({ toldOf: 'd2' }))], 'whoever got it after that knew').toEqual([['d1'], 'bad_input']);
    expect(file.tries(kari, tellReceiver({ receiverTold: 'IKKE_MULIG' })), 'not possible, because …').toBe('bad_input');
    file.by(kari, tellReceiver({ receiverTold: 'IKKE_MULIG', grounds: 'Kontoret er lagt ned.' }));
    expect([waiting(file), file.state().disclosures[0]?.told]).toMatchObject([[], { result: 'IKKE_MULIG', why: 'Kontoret er lagt ned.' }]);
    file.by(lise, note('n1'));
    file.by(lise, note('n2', 'n1'));
    expect(waiting(file)).toEqual(['d1', 'd2']);
    expect(file.tries(omar, tellReceiver()), 'by whoever leads, or coordinates').toBe('not_your_role');
    file.by(lise, tellReceiver());
    file.by(kari, tellReceiver({ toldOf: 'd2', receiverTold: 'IKKE_BERORT' }));
    expect(waiting(file)).toEqual([]);
  });

  test('the region that the whole case went to is one of them', () => {
    const file = assessing();
    file.by(kari, transferWith());
    file.by(lise, confirmTransfer);
    restricted(file);
    expect(receiversToTell(file.state())).toMatchObject([{ ofCase: true }]);
  });
});

test('a case whose use is not restricted meets none of it: no step is closed by it, and no ground can be written', () => {
  for (const file of [assessing(), classified(), investigating()]) {
    expect([...closedFor(file, 'use_asks_ground'), ...closedFor(file, 'use_restricted')]).toEqual([]);
    expect(guard('useRestricted', file.state(), { actor: kari, now: file.now(), team: TEAM })?.code).toBe('not_restricted');
  }
});
