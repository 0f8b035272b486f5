import { describe, expect, test } from 'vitest';
import { grantedUntil } from '../../src/cases/case.ts';
import { clocks } from '../../src/cases/clocks.ts';
import { homeRefusal, safeWays } from '../../src/cases/documents.ts';
import { decideMerge, leftOutTogether, whichGoesOn } from '../../src/cases/merging.ts';
import { namesWritten } from '../../src/cases/namesakes.ts';
import { waysGiven } from '../../src/cases/pages/contact-card.tsx';
import { passageWords } from '../../src/cases/pages/passage-words.ts';
import { passagesOf } from '../../src/cases/passages.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { protectionOf } from '../../src/cases/secrecy.ts';
import { told } from '../../src/cases/told.ts';
import { asId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { factOf } from '../../src/statistics/fact.ts';
import {
  askForMeeting, assessing, awaitPolice, classified, closing, confirm, confirmLowering, consents, classify, closeWay, declare, draft, edit, finalise, followedUp, followingUp, grade, investigating, grant, measure, mergeInto, note, object, OTHER, pinNote, PLAN, proposeLowering, recordPerson, restrict, resume, takeIn, warn, writeCard, writePlan,
} from './acts.ts';
import { FILE, HAVNES, journal, kari, LIA, lise, omar, OPENING, petter, START, TEAM, type Journal } from './journal.ts';

const NEIGHBOUR = { ...START, receivedAt: addMs(START.receivedAt, -3 * DAY_MS), reporter: { code: 'NABO_BEKJENT', wantsFeedback: false } } as const;
const SECOND = { ...OPENING, reference: '2026-XXXXX2', reports: [asId<'file'>('20000000-0000-4000-8000-000000000002')], start: NEIGHBOUR };

const [LATER, THIRD] = [asId<'file'>('10000000-0000-4000-8000-000000000003'), asId<'file'>('20000000-0000-4000-8000-000000000003')];

/** A second case about Borghild, from a neighbour, that came three days before the first. */
function second(opening: typeof OPENING = SECOND) {
  const file = journal(kari, opening);
  file.by(kari, note('n9'));
  return file;
}

describe('a case that ended in another', () => {
  test('shows no way as safe: one that was closed where the case went on would be used from here', () => {
    const file = second();
    file.by(kari, writePlan('p1', { safeContact: 'Ring naboen' }));
    const report = { contents: [{ at: START.receivedAt, report: { safeContact: 'Dagsenteret, tirsdag 10–11', person: { protectedAddressHint: false } } as never }] } as never; // of a report only what is asked of it here
    const ways = () => [...waysGiven({ state: file.state(), reports: [report] }), ...safeWays(file.state(), told({ state: file.state(), reports: [report] }))];
    expect(ways()).toContain('Ring naboen');
    const ended = file.by(kari, mergeInto(assessing().state()));
    expect(ways()).toEqual([]);
    expect(JSON.stringify([ended.start, ended.joined, ended.plan, ended.safetyPlans])).not.toMatch(/Ring naboen|Dagsenteret/);
  });
});

describe('two cases about the same person become one (T16)', () => {
  test('both ids and both reporters are kept, and the one that ends points to the other', () => {
    const [file, other] = [assessing(), second()];
    const after = file.by(kari, takeIn(other.state()));
    expect(after.reports).toEqual([...OPENING.reports, ...SECOND.reports]);
    expect(after.takenIn).toMatchObject([{ from: OTHER, reference: SECOND.reference, grounds: 'Samme fødselsnummer.' }]);
    expect([after.start.reporter.code, ...after.joined.map(({ start }) => start.reporter.code)]).toEqual(['HJEMMETJENESTE', 'NABO_BEKJENT']);
    expect(after.notes.map(({ noteId }) => noteId)).toEqual(['n9']);
    const ended = other.by(kari, mergeInto(assessing().state()));
    expect(ended).toMatchObject({ status: 'SAMMENSLATT', closedAt: expect.any(String), merged: { into: OTHER, intoReference: OPENING.reference } });
    expect(clocks(ended, NO_CHANGES, other.now())).toEqual([]);
    expect(other.tries(kari, note('n10'))).toBe('case_closed');
  });

  test('in an answer to an access request it says in words what came along: a count of ours, alone on a line, would tell nobody anything', () => {
    const file = assessing();
    file.by(kari, takeIn(second().state()));
    const lines = passagesOf(file.events).flatMap((one) => passageWords(one, 'nb').lines);
    expect(lines).toContain('Hvorfor? Samme fødselsnummer.');
    expect(lines.filter((line) => /^\d+$/.test(line))).toEqual([]);
  });

  test('the one that has come furthest goes on: what two people decided in it would be begun anew, and its deadlines would be nowhere', () => {
    const [fresh, waiting, followed] = [second(), investigating(), followingUp()];
    waiting.by(lise, awaitPolice(10));
    expect(fresh.tries(kari, takeIn(waiting.state()))).toBe('further_goes_on');
    expect(fresh.tries(kari, takeIn(followed.state()))).toBe('further_goes_on');
    expect(followed.tries(kari, takeIn(waiting.state())), 'an agreement with the police holds whatever else is under way').toBe('further_goes_on');
    expect(closing().tries(kari, mergeInto(classified().state())), 'one that may be sent back to follow-up').toBe('further_goes_on');
  });

  test('the page proposes the one that the rule lets go on, also where it came last; of two that have come as far, the first', () => {
    const side = (n: number, file: Journal) => ({ fileId: asId<'file'>(`10000000-0000-4000-8000-00000000000${n}`), state: file.state() });
    const [older, further, furthest] = [side(1, second()), side(2, classified()), side(3, investigating())];
    for (const [one, other, goesOn] of [[older, further, further], [further, furthest, furthest], [older, side(4, assessing()), older]] as const) {
      expect([whichGoesOn(one, other), whichGoesOn(other, one)]).toEqual([goesOn.fileId, goesOn.fileId]);
    }
  });

  test('what was agreed with the police, what the team is to speak of and the next talk with the person come along', () => {
    const due = (file: Journal) => clocks(file.state(), NO_CHANGES, file.now()).map(({ clock, due: at }) => [clock, osloDay(addMs(at, -1))]);
    const [goesOn, waiting, followed] = [investigating(), investigating(), followingUp()];
    goesOn.by(lise, awaitPolice(10));
    waiting.by(lise, awaitPolice(4));
    waiting.by(lise, askForMeeting);
    const asked = goesOn.by(kari, takeIn(waiting.state()));
    expect(due(goesOn)).toContainEqual(['POLICE_CHECK', waiting.state().police?.nextCheck]);
    expect(asked.meetingWish?.about).toBe('Hvem følger opp banken?');
    const next = due(followed).find(([clock]) => clock === 'FOLLOW_UP');
    goesOn.by(kari, takeIn(followed.state()));
    expect(due(goesOn)).toContainEqual(next);
    goesOn.by(lise, followedUp);
    expect(due(goesOn).map(([clock]) => clock)).not.toContain('FOLLOW_UP');
    const after = goesOn.by(lise, resume);
    expect([after.status, after.police]).toEqual(['UNDERSOKES', undefined]);
  });

  test('of two that wait for an investigation the nearer deadline holds', () => {
    const [goesOn, older] = [assessing(), classified()];
    goesOn.wait(4 * DAY_MS);
    goesOn.by(kari, classify());
    goesOn.by(lise, confirm());
    const due = (file: Journal) => clocks(file.state(), { ...NO_CHANGES, changes: { INVESTIGATION: { on: true } } }, file.now()).find(({ clock }) => clock === 'INVESTIGATION')?.due;
    const first = due(older);
    expect(due(goesOn)).not.toBe(first);
    goesOn.by(kari, takeIn(older.state()));
    expect(due(goesOn)).toBe(first);
  });

  test('deadlines run from the case that came first, and what was still to be done comes along', () => {
    const [file, other] = [classified(), second()];
    other.by(kari, measure('m9'));
    const after = file.by(kari, takeIn(other.state()));
    expect(after.start.receivedAt).toBe(NEIGHBOUR.receivedAt);
    expect(after.measures.map(({ measureId }) => measureId)).toEqual(['m9']);
  });

  test('whoever is inhabil in one is so in both, and leads neither (fvl § 6)', () => {
    const [file, other] = [classified(), second({ ...SECOND, leftOut: [lise.userId] })];
    expect(file.state().lead).toBe(lise.userId);
    expect(file.tries(kari, takeIn(other.state(), { lead: lise.userId }))).toBe('lead_cannot_lead');
    expect(other.tries(kari, mergeInto(file.state(), { lead: undefined })), 'somebody has to say who leads it').toBe('bad_input');
  });

  test('fvl § 6: whoever is left out of one of the two later on is left out of the other, and of what became part of it before', () => {
    const [third, middle] = [second({ ...SECOND, reference: '2026-XXXXX3', reports: [THIRD] }), second()];
    const between = middle.by(kari, takeIn(third.state()));
    const last = assessing().by(kari, (state, ctx) => {
      const both = decideMerge({ fileId: LATER, state: between, toldSecret: undefined, followUp: undefined }, { fileId: FILE, state, toldSecret: undefined, followUp: undefined }, { grounds: 'Samme.', lead: state.lead, keep: [] }, ctx);
      return both.ok ? { ...both, value: both.value.goesOn } : both;
    });
    expect([...leftOutTogether(FILE, last)].sort()).toEqual([FILE, OTHER, LATER, THIRD, ...OPENING.reports, ...SECOND.reports].sort());
    expect(leftOutTogether(FILE, second().by(kari, mergeInto(assessing().state())))).toEqual([FILE, ...SECOND.reports, OTHER]);
  });

  test('fvl § 6: a name that was put right before the two became one is among those that a colleague is compared with', () => {
    const [file, other] = [assessing(), second()];
    other.by(kari, recordPerson({ suspectName: 'Geir Ranum' }));
    expect(namesWritten(file.by(kari, takeIn(other.state())))).toContain('Geir Ranum');
    expect(namesWritten(assessing().state()), 'a report is compared with itself').toEqual([]);
  });

  test('nobody sees more than before: an access is kept by those who are named, and the others lose theirs (fvl § 13 c)', () => {
    const [file, other] = [assessing(), second()];
    file.by(kari, grant(omar));
    other.by(kari, grant(lise));
    const none = decideMerge({ fileId: OTHER, state: other.state(), toldSecret: undefined, followUp: undefined }, { fileId: FILE, state: file.state(), toldSecret: undefined, followUp: undefined }, { grounds: 'Samme.', keep: [] }, { actor: kari, now: file.now(), team: TEAM });
    expect(none.ok && none.value.goesOn[0]?.content).toMatchObject({ keepers: { grants: [] } });
    const chosen = file.by(kari, takeIn(other.state(), { keep: [lise.userId, petter.userId] }));
    expect(chosen.grants.filter(({ endedAt }) => endedAt === undefined).map(({ userId }) => userId), 'and nobody who had none').toEqual([lise.userId]);
  });

  test('who is kept keeps the access that lasts longest: one that is over in the other case ends nothing', () => {
    const [file, other] = [assessing(), second()];
    file.by(kari, grant(omar, 2));
    other.by(kari, grant(omar, 90));
    file.wait(5 * DAY_MS);
    const [own, theirs] = [grantedUntil(file.state(), omar.userId, file.now()), grantedUntil(other.state(), omar.userId, file.now())];
    expect([own, theirs === undefined]).toEqual([undefined, false]);
    expect(grantedUntil(file.by(kari, takeIn(other.state(), { keep: [omar.userId] })), omar.userId, file.now())).toBe(theirs);
  });

  test('a no that was said in either case takes back the yes before it', () => {
    const [file, other] = [assessing(), second()];
    file.by(kari, consents('c1'));
    other.wait(2 * DAY_MS);
    other.by(kari, consents('c2', { consentStatus: 'AVSLATT' }));
    expect(file.by(kari, takeIn(other.state())).consents.map(({ consentId }) => consentId)).toEqual(['c1', 'c2']);
  });

  test('cases of two municipalities stay two: each is its own controller (GDPR art. 4 nr. 7)', () => {
    const file = assessing();
    expect(file.tries(kari, takeIn(second({ ...SECOND, start: { ...NEIGHBOUR, owner: HAVNES } }).state()))).toBe('owners_differ');
    expect(file.tries(kari, takeIn(second({ ...SECOND, start: { ...NEIGHBOUR, owner: undefined } }).state())), 'one whose municipality nobody knew').toBeUndefined();
  });

  test('a strictly confidential address is so in both, with those who are named for it: one person does not lower what two have to (folkeregisterloven § 10-4)', () => {
    for (const [first, then] of [[assessing(), second()], [second(), assessing()]] as const) {
      first.by(kari, grade('STRENGT', 'POLITI', petter));
      const [into, ended] = [then.by(kari, takeIn(first.state())), first.by(kari, mergeInto(then.state()))];
      for (const one of [into, ended]) expect([protectionOf(one)?.level, [...one.address.named].sort(), projectCase(one, NO_CHANGES).owner]).toEqual(['STRENGT', [kari.userId, petter.userId], undefined]);
      expect(into.nightCard, 'nor is it known at the desk at night').toBeUndefined();
    }
    const [plain, strict] = [second(), assessing()];
    strict.by(kari, grade('STRENGT', 'POLITI', petter));
    expect(protectionOf(plain.by(kari, mergeInto(strict.state())))?.level, 'the case that ends tells the same address').toBe('STRENGT');
  });

  test('what was reported of somebody whose address was strictly confidential once is never counted again, in whichever case (folkeregisterloven § 10-4)', () => {
    for (const [first, then] of [[assessing(), second()], [second(), assessing()]] as const) {
      first.by(kari, grade('STRENGT', 'POLITI', petter));
      first.by(lise, declare());
      first.by(kari, proposeLowering('UGRADERT', 'POLITI'));
      first.by(lise, confirmLowering());
      expect([first.state().keptOut, then.state().keptOut]).toEqual([true, false]);
      const after = then.by(kari, takeIn(first.state()));
      expect([protectionOf(after), after.keptOut]).toEqual([undefined, true]);
    }
  });

  test('whoever turned out to be connected in one is named in neither', () => {
    const [file, other] = [assessing(), second({ ...SECOND, leftOut: [petter.userId] })];
    file.by(kari, grade('STRENGT', 'POLITI', petter));
    const [into, ended] = [file.by(kari, takeIn(other.state())), other.by(kari, mergeInto(file.state()))];
    for (const one of [into, ended]) expect(one.address.named).toEqual([kari.userId]);
  });

  test('what two people decided about one reporter’s word still holds, and the other reporter’s word counts', () => {
    const said = (start: typeof START) => journal(kari, { ...SECOND, start: { ...start, person: { ...start.person, protectedAddressHint: true } } });
    const lowered = said(START);
    lowered.by(lise, declare());
    lowered.by(kari, proposeLowering('UGRADERT', 'MELDER'));
    lowered.by(lise, confirmLowering());
    expect(protectionOf(assessing().by(kari, takeIn(lowered.state())))).toBeUndefined();
    expect(protectionOf(assessing().by(kari, takeIn(said(START).state())))).toMatchObject({ level: 'FORTROLIG', source: 'MELDER' });
    expect(protectionOf(lowered.by(kari, mergeInto(said(START).state())))?.level).toBe('FORTROLIG');
  });

  test('use that is restricted stays so in both, and objections come along (GDPR art. 18 and 21)', () => {
    const [file, other] = [assessing(), second()];
    other.by(kari, restrict());
    other.by(kari, object());
    expect(file.by(kari, takeIn(other.state()))).toMatchObject({ restriction: { ground: 'BESTRIDT' }, objections: [{ objectionId: 'o1' }] });
    const [plain, restricted] = [second(), assessing()];
    restricted.by(kari, restrict());
    expect(plain.by(kari, mergeInto(restricted.state())).restriction).toMatchObject({ ground: 'BESTRIDT' });
  });

  test('what whoever meets the person must know first is not lost: warnings, pinned notes, the card for the night, the way that was agreed as safe, whose case it is', () => {
    const [file, other] = [journal(kari, { ...OPENING, start: { ...START, owner: undefined } }), second()];
    other.by(kari, warn());
    other.by(kari, pinNote('n9'));
    other.by(kari, writeCard());
    const state = file.by(kari, takeIn({ ...other.state(), plan: PLAN }));
    expect(state).toMatchObject({ warnings: [{ warningId: 'w1' }], pins: [{ noteId: 'n9' }], nightCard: { codeWord: 'Blå hest' }, plan: { safeContact: 'Dagsenteret' }, owner: LIA });
    expect(homeRefusal(state, { safeWays: [], wayTakenBack: false, together: 'NEI', children: undefined, addressSecret: false }), 'and no letter goes home past it').toBe('other_way_given');
    const own = assessing();
    own.by(kari, writeCard({ codeWord: 'Rød bil' }));
    expect(own.by(kari, takeIn(other.state())).nightCard?.codeWord, 'its own card stands').toBe('Rød bil');
  });

  test('a way that was closed in one is offered by nothing the other brought: neither plan, card nor safety plan, and no form begins with it', () => {
    const way = START.person.safeContact;
    for (const closing of ['here', 'there'] as const) {
      const [file, other] = [assessing(), second()];
      (closing === 'here' ? file : other).by(kari, closeWay(way));
      const held = { plan: { ...PLAN, safeContact: way }, nightCard: { by: kari.userId, at: file.now(), codeWord: 'Blå hest', agreed: 'Ring', safeContact: way } };
      const [into, from] = closing === 'here' ? [file, { ...other.state(), ...held }] : [journal(kari), other.state()];
      const state = into.by(kari, takeIn(from));
      expect([state.plan?.safeContact, state.nightCard?.safeContact, ...[state.start, ...state.joined.map(({ start }) => start)].map(({ person }) => person.safeContact)].filter((one) => one !== undefined)).toEqual([]);
      expect(waysGiven({ state, reports: [] })).toEqual([]);
      expect(waysGiven({ state: { ...state, plan: held.plan }, reports: [] }), 'nor by a plan that still holds it').toEqual([]);
    }
  });

  test('no letter is written in the case that ended: what is known of the home is known in the other', () => {
    const other = second();
    other.by(kari, draft('b1'));
    other.by(kari, mergeInto(assessing().state()));
    expect([other.tries(kari, draft('b2')), other.tries(kari, edit('b1')), other.tries(kari, finalise('b1'))]).toEqual(['case_closed', 'case_closed', 'case_closed']);
  });

  test('takes a coordinator who has answered for both', () => {
    const other = second().state();
    expect(assessing().tries(lise, takeIn(other))).toBe('not_your_role');
    const file = assessing();
    file.by(petter, declare());
    expect(file.tries(petter, takeIn(other)), 'and not for one alone').toBe('impartiality_first');
  });

  test('a case that has ended in another is not merged again', () => {
    const other = second();
    other.by(kari, mergeInto(assessing().state()));
    expect(other.tries(kari, mergeInto(assessing().state()))).toBe('case_closed');
    expect(assessing().tries(kari, takeIn(other.state()))).toBe('case_closed');
  });

  test('the person stays one person in the figures, with the measures of both', () => {
    const [file, other] = [classified(), second()];
    other.by(kari, measure('m9'));
    const before = factOf(file.state(), '9901', undefined);
    const after = factOf(file.by(kari, takeIn(other.state())), '9901', undefined);
    expect(after).toEqual({ ...before, measures: ['OKONOMISIKRING'] });
  });

  test('a classification that was proposed waits for its second person still', () => {
    const file = assessing();
    file.by(kari, classify());
    file.by(kari, takeIn(second().state()));
    expect(file.by(lise, confirm()).status).toBe('KLASSIFISERT');
  });
});
