import { describe, expect, test } from 'vitest';
import { caseTypeOf, isImpartial } from '../../src/cases/case.ts';

import { decideOpenCase } from '../../src/cases/opening.ts';
import { foldCase } from '../../src/cases/evolve.ts';
import { assessing, classified, classify, conclude, confirm, confirmNotACase, confirmTransfer, declare, handOver, investigate, measure, notACase, raise, readHandover, received, transfer } from './acts.ts';

import { hilde, journal, jorunn, kari, lise, LIA, MONDAY, omar, OPENING, petter, START, TEAM, written } from './journal.ts';

describe('opening', () => {
  test('a case knows the reports it was opened from, each once', () => {
    const file = journal(jorunn, { ...OPENING, reports: [...OPENING.reports, ...OPENING.reports] });
    expect(file.state()).toMatchObject({ reference: '2026-K7QF3M', reports: OPENING.reports, status: 'MOTTATT', start: START, owner: LIA });
  });

  test('a case is never opened from nothing, by somebody connected to it, by somebody left out, or by a team member', () => {
    const open = (change: object, actor = jorunn) => decideOpenCase({ ...OPENING, ...change }, { actor, now: MONDAY, team: TEAM });
    expect(open({ reports: [] })).toMatchObject({ code: 'no_report' });
    expect(open({ connection: 'TILKNYTTET' })).toMatchObject({ code: 'opener_connected' });
    expect(open({ leftOut: [jorunn.userId] })).toMatchObject({ code: 'excluded' });
    expect(open({}, lise)).toMatchObject({ code: 'not_your_role' });
  });

  test('the opener has answered the question, and a coordinator who opens has the case at once', () => {
    expect(isImpartial(received().state(), jorunn.userId)).toBe(true);
    expect(journal(kari).state()).toMatchObject({ status: 'TIL_VURDERING', handover: { by: kari.userId, read: { by: kari.userId } } });
  });

  test('Akutt that was raised on the report comes along with the one who raised it', () => {
    const record = { danger: 'Kniv', called: 'N112', calledBy: 'Naboen', calledWhen: 'kl. 02:12', avertingDuty: 'IKKE_VURDERT' } as const;
    const file = journal(kari, { ...OPENING, akutt: { record, raisedBy: jorunn.userId, raisedAt: MONDAY } });
    expect(file.state().akutt).toMatchObject({ ...record, raisedBy: jorunn.userId, raisedAt: MONDAY });
  });

  test('a hand-over is unread until a coordinator answers the question or confirms', () => {
    const file = received();
    file.by(jorunn, handOver);
    expect(file.state().handover?.read).toBeUndefined();
    file.by(kari, declare());
    expect(file.state().handover?.read?.by).toBe(kari.userId);
    expect(file.tries(kari, readHandover)).toBe('no_handover_to_read');
    const early = received();
    early.by(petter, declare());
    early.by(jorunn, handOver);
    early.by(petter, readHandover);
    expect(early.state().handover?.read?.by).toBe(petter.userId);
  });

  test('a case of another municipality ends as transferred and counts as not assessed', () => {
    const file = assessing();
    file.by(kari, transfer);
    expect(file.state()).toMatchObject({ status: 'TIL_VURDERING', proposal: { kind: 'TRANSFER', by: kari.userId } });
    expect(file.tries(kari, confirmTransfer)).toBe('another_must_confirm');
    file.by(lise, confirmTransfer);
    expect(file.state()).toMatchObject({ status: 'OVERFORT', closedAt: expect.any(String), proposal: undefined, transfer: { receiver: 'Nordbø', reason: 'UTENFOR_KOMMUNER', gender: 'KVINNE' } });
    expect(caseTypeOf(file.state())).toBe('IKKE_VURDERT');
  });

  test('two team members do not transfer a case without a coordinator, and a proposal to transfer is not confirmed as anything else', () => {
    const file = assessing();
    file.by(omar, declare());
    file.by(omar, transfer);
    expect(file.tries(lise, confirmTransfer)).toBe('coordinator_missing');
    expect(file.tries(kari, confirm())).toBe('nothing_proposed');
    expect(file.by(kari, confirmTransfer).status).toBe('OVERFORT');
  });

  test('a case that one coordinator transferred alone, before two were required, is still read as transferred', () => {
    const file = assessing();
    const { reason, ...rest } = { receiver: 'Nordbø', basis: 'SAMTYKKE', consent: 'GITT_MUNTLIG', sent: 'Bekymringen', reason: 'UTENFOR_KOMMUNER', caseType: 'IKKE_VURDERT', gender: 'KVINNE', ageBand: 'A80', services: [] } as const;
    const old = written([{ type: 'CaseTransferred', version: 1, happenedAt: MONDAY, content: { ...rest, reason } }], kari, MONDAY);
    expect(foldCase([...file.events, ...old])).toMatchObject({ status: 'OVERFORT', transfer: { receiver: 'Nordbø' } });
  });
});

describe('two people classify', () => {
  test('the one who proposed never confirms, whatever roles they hold', () => {
    const file = assessing();
    file.by(kari, classify());
    expect(file.tries(kari, confirm())).toBe('another_must_confirm');
    expect(file.tries({ ...kari, roles: ['KOORDINATOR', 'TEAMMEDLEM'] }, confirm())).toBe('another_must_confirm');
    expect(file.by(lise, confirm())).toMatchObject({ status: 'KLASSIFISERT', lead: lise.userId, classification: { caseType: 'MA', confirmed: { by: lise.userId } } });
  });

  test('two team members without a coordinator do not classify', () => {
    const file = assessing();
    file.by(omar, declare());
    file.by(omar, classify());
    expect(file.tries(lise, confirm())).toBe('coordinator_missing');
    expect(file.by(kari, confirm()).status).toBe('KLASSIFISERT');
  });

  test('who disagrees proposes anew, and the first person may confirm that', () => {
    const file = assessing();
    file.by(kari, classify());
    file.by(lise, classify({ caseType: 'BOR' }));
    expect(file.tries(lise, confirm())).toBe('another_must_confirm');
    expect(file.by(kari, confirm()).classification).toMatchObject({ caseType: 'BOR', proposed: { by: lise.userId }, confirmed: { by: kari.userId } });
  });

  test('nobody confirms something else than what they read', () => {
    const file = assessing();
    file.by(kari, classify());
    file.by(kari, classify({ caseType: 'KAN' }));
    expect(file.tries(lise, confirm(1))).toBe('proposal_changed');
    expect(file.by(lise, confirm(2)).classification?.caseType).toBe('KAN');
  });

  test('gender, age and services are there even if nobody touched them, from the report or as unknown', () => {
    expect(classified().state().classification).toMatchObject({ gender: 'KVINNE', ageBand: 'A80', services: ['HJEMMETJENESTE'], children: 'NEI', animals: 'VET_IKKE', capacity: 'VET_IKKE' });
    const bare = journal(kari, { ...OPENING, start: { ...START, gender: undefined, ageBand: undefined, services: [] } });
    bare.by(kari, classify());
    bare.by(lise, declare());
    expect(bare.by(lise, confirm()).classification).toMatchObject({ gender: 'UKJENT', ageBand: 'UKJENT', services: [] });
  });

  test('the case type is what people said, also when the criteria point elsewhere', () => {
    const file = assessing();
    file.by(kari, classify({ caseType: 'MA', criteria: [] }));
    expect(file.by(lise, confirm()).classification?.caseType).toBe('MA');
  });

  test('nobody leads a case who is not in the team or is inhabil, not even when it turns out between the two steps', () => {
    const file = assessing();
    expect(file.tries(kari, classify({ lead: hilde.userId }))).toBe('lead_cannot_lead');
    file.by(kari, classify({ lead: omar.userId }));
    file.by(omar, declare('TILKNYTTET'));
    expect(file.tries(lise, confirm())).toBe('lead_cannot_lead');
    expect(file.tries(kari, classify({ lead: omar.userId }))).toBe('lead_cannot_lead');
  });

  test('a confirmed classification stands', () => {
    const file = classified();
    expect(file.tries(kari, classify({ caseType: 'KAN' }))).toBe('already_classified');
    expect(file.tries(kari, notACase())).toBe('already_classified');
  });
});

describe('classified by one person at night', () => {
  test('the case goes on only in Akutt, and waits for a second person', () => {
    const file = assessing();
    file.by(lise, classify({ provisional: true }));
    expect(file.state()).toMatchObject({ status: 'KLASSIFISERT', classification: { confirmed: undefined }, proposal: { by: lise.userId } });
    expect(file.tries(lise, investigate)).toBe('not_confirmed_nor_akutt');
    file.by(kari, raise());
    file.by(lise, investigate);
    file.by(lise, measure());
    expect(file.tries(lise, conclude)).toBe('not_confirmed');
    expect(file.tries(lise, confirm())).toBe('another_must_confirm');
    expect(file.by(kari, confirm())).toMatchObject({ status: 'UNDERSOKES', classification: { confirmed: { by: kari.userId } } });
    expect(file.by(lise, conclude).status).toBe('TILTAK');
  });

  test('reception does it only in Akutt, and never confirms', () => {
    const file = received();
    file.by(jorunn, handOver);
    expect(file.tries(jorunn, classify({ provisional: true }))).toBe('reception_only_in_akutt');
    expect(file.tries(jorunn, classify())).toBe('not_your_role');
  });

  test('reception never counts as one of the two: the team proposes anew, and then confirms', () => {
    const file = received();
    file.by(jorunn, raise());
    file.by(jorunn, handOver);
    file.by(jorunn, classify({ provisional: true }));
    file.by(kari, declare());
    expect(file.tries(kari, confirm())).toBe('proposer_not_in_team');
    file.by(kari, classify({ caseType: 'BOR' }));
    file.by(lise, declare());
    expect(file.by(lise, confirm()).classification).toMatchObject({ caseType: 'BOR', proposed: { by: kari.userId }, confirmed: { by: lise.userId } });
  });

  test('the second person may also find that it is no case', () => {
    const file = assessing();
    file.by(lise, classify({ provisional: true }));
    file.by(kari, notACase({ notACaseReason: 'IKKE_MALGRUPPE', referredTo: 'NAV' }));
    file.by(lise, confirmNotACase);
    expect(file.state().status).toBe('IKKE_SAK');
    expect(caseTypeOf(file.state())).toBe('UTENFOR');
  });

  test('the second person may classify otherwise, and the first one confirms', () => {
    const file = assessing();
    file.by(lise, classify({ provisional: true }));
    file.by(kari, classify({ caseType: 'KAN', lead: omar.userId }));
    expect(file.state().classification?.caseType).toBe('MA');
    expect(file.by(lise, confirm())).toMatchObject({ lead: omar.userId, classification: { caseType: 'KAN', confirmed: { by: lise.userId } } });
  });
});

describe('no case', () => {
  test('advice only goes from receipt to closed with two people and keeps the advice', () => {
    const file = received();
    file.by(jorunn, handOver);
    file.by(kari, declare());
    file.by(kari, notACase());
    expect(file.tries(kari, confirmNotACase)).toBe('another_must_confirm');
    file.by(lise, declare());
    expect(file.by(lise, confirmNotACase)).toMatchObject({ status: 'IKKE_SAK', notACase: { reason: 'KUN_RADGIVNING', advice: 'Snakk med henne alene.', caseType: 'IKKE_VURDERT' } });
  });

  test('who is not in the target group is always shown on to somebody', () => {
    const file = assessing();
    expect(file.tries(kari, notACase({ notACaseReason: 'IKKE_MALGRUPPE' }))).toBe('bad_input');
    expect(file.tries(kari, notACase({ notACaseType: 'UTENFOR' }))).toBe('bad_input');
  });

  test('a proposal of one kind is not confirmed as the other', () => {
    const file = assessing();
    file.by(kari, notACase());
    expect(file.tries(lise, confirm())).toBe('nothing_proposed');
    file.by(kari, classify());
    expect(file.tries(lise, confirmNotACase)).toBe('nothing_proposed');
  });
});
