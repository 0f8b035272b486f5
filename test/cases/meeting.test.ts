import { describe, expect, test } from 'vitest';
import { agendaOf, type AgendaLine } from '../../src/cases/agenda.ts';
import { isForTheRoom } from '../../src/cases/commands/meeting-facts.ts';
import { isHeardBy, isNamedFor } from '../../src/cases/meeting.ts';
import type { UserId } from '../../src/kernel/ids.ts';
import { projectCase, takenIn } from '../../src/cases/projection.ts';
import { asId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, instant, osloDay } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { askForMeeting, assessing, classified, consents, MEETING, minute, nameThem } from './acts.ts';
import { jorunn, kari, lise, MONDAY, omar, petter } from './journal.ts';

const NOW = instant('2026-03-02T08:00:00.000Z');
const SINCE = addMs(NOW, -14 * DAY_MS);
const line = (n: number, change: Partial<AgendaLine> = {}): AgendaLine => ({
  fileId: asId<'file'>(`10000000-0000-4000-8000-00000000000${n}`), reference: `2026-00000${n}`, akutt: false, askedAt: undefined, due: addMs(NOW, DAY_MS), openedAt: addMs(SINCE, -DAY_MS), taken: false, ...change,
});
const order = (lines: readonly AgendaLine[], since = SINCE) => agendaOf(lines, since, NOW).items.map(({ fileId, reasons }) => `${fileId.at(-1)}:${reasons.join('+')}`);

describe('the agenda of a team meeting', () => {
  test('begins with danger, then what somebody asked for, what is late and what is new; the one that has waited longest first', () => {
    const lines = [
      line(1, { openedAt: addMs(NOW, -DAY_MS) }), line(2, { due: addMs(NOW, -DAY_MS) }), line(3, { due: addMs(NOW, -3 * DAY_MS) }), line(4, { askedAt: addMs(NOW, -DAY_MS) }), line(5, { askedAt: addMs(NOW, -2 * DAY_MS), due: NOW }), line(6, { akutt: true }), line(7),
    ];
    expect(order(lines)).toEqual(['6:AKUTT', '5:ASKED+LATE', '4:ASKED', '3:LATE', '2:LATE', '1:NEW']);
    expect(order(lines.toReversed()), 'in whichever order they come').toEqual(order(lines));
    expect(agendaOf(lines, SINCE, NOW).others, 'an open case that nothing puts there is one click away').toEqual([line(7).fileId]);
  });

  test('of the first meeting has every case on it, since none was talked about before', () => {
    expect(agendaOf([line(1), line(2)], undefined, NOW).items).toHaveLength(2);
  });

  test('keeps what was taken up, last, so that nobody takes it up twice', () => {
    expect(order([line(1, { taken: true, akutt: true }), line(2, { due: NOW })])).toEqual(['2:LATE', '1:AKUTT']);
  });
});

describe('who is in the room (domain reference §5.5; fvl § 6)', () => {
  const asker = { userId: kari.userId } as Parameters<typeof isForTheRoom>[0]['asker']; // nothing else of it is asked for
  const about = (strict: boolean, leftOut: readonly typeof kari.userId[] = []) => ({ asker, leftOut, facts: { strict, lead: lise.userId }, line: { named_only: strict ? [petter.userId] : null } }) as Parameters<typeof isForTheRoom>[0]; // the same
  const room = (users: readonly typeof kari.userId[], guests = false) => ({ users, guests });

  test('a guest sees an ordinary case, which is shown without a name, and never a strictly confidential one', () => {
    expect(isForTheRoom(about(false), room([kari.userId], true))).toBe(true);
    expect(isForTheRoom(about(true), room([kari.userId], true))).toBe(false);
    expect(isForTheRoom(about(true), room([kari.userId, lise.userId, petter.userId]))).toBe(true);
  });
  test('somebody who is neither named for it nor leads it takes a strictly confidential case off the screen, whatever their role', () => {
    expect(isForTheRoom(about(true), room([kari.userId, omar.userId]))).toBe(false);
  });
  test('whoever is disqualified takes any case off the screen', () => {
    expect(isForTheRoom(about(false, [omar.userId]), room([kari.userId, omar.userId]))).toBe(false);
    expect(isForTheRoom(about(false, [omar.userId]), room([kari.userId, lise.userId]))).toBe(true);
  });
});

describe('a case in a team meeting', () => {
  test('stands on the agenda from when somebody asks until minutes are written, and no longer', () => {
    const file = classified();
    const asked = file.by(lise, askForMeeting);
    expect(projectCase(asked, NO_CHANGES).meetingAskedAt).toBe(asked.meetingWish?.at);
    const minuted = file.by(kari, minute());
    expect(projectCase(minuted, NO_CHANGES).meetingAskedAt).toBeUndefined();
    expect(takenIn(minuted)).toEqual([MEETING]);
  });

  test('keeps the minutes with the date and those who were there, and for whom; the same page sent twice is one entry (fvl § 11 d)', () => {
    const file = classified();
    file.by(kari, minute('r1'));
    file.by(kari, minute('r1'));
    expect(file.state().minutes).toMatchObject([{ heldOn: osloDay(MONDAY), text: 'Lise ringer banken.', present: [{ userId: kari.userId }, { userId: lise.userId, deputyFor: omar.userId }] }]);
  });

  test('is minuted by a coordinator who has answered whether they are inhabil, and by nobody else (fvl § 6)', () => {
    const file = classified();
    expect(file.tries(lise, minute())).toBe('not_your_role');
    expect(file.tries(jorunn, minute())).toBe('not_your_role');
    expect(file.tries(petter, minute())).toBe('impartiality_first');
  });

  test('names are opened on a basis that is written down, for those in the room and no others (fvl §§ 13 a, 13 b)', () => {
    const file = assessing();
    const room = { meetingId: MEETING, present: [kari.userId, lise.userId] };
    expect(isNamedFor(file.state(), room)).toBe(false);
    expect(file.tries(kari, nameThem({ basis: 'SAMTYKKE' })), 'a consent that nobody has given').toBe('no_consent');
    const named = file.by(kari, nameThem());
    expect(named.namings).toMatchObject([{ basis: 'FVL_13B_5', present: room.present, by: kari.userId }]);
    expect(isNamedFor(named, room)).toBe(true);
    expect(isNamedFor(named, { ...room, present: [kari.userId] }), 'somebody went out').toBe(true);
    expect(isNamedFor(named, { ...room, present: [...room.present, omar.userId] }), 'somebody came in').toBe(false);
    expect(isNamedFor(named, { ...room, guests: 'Politiet, etterforsker' }), 'a guest came in').toBe(false);
    expect(isNamedFor(named, { ...room, meetingId: '40000000-0000-4000-8000-000000000002' }), 'the next meeting').toBe(false);
    file.by(kari, nameThem());
    expect(file.state().namings).toHaveLength(1);
  });

  test('minutes are read by those who heard them: whoever came in afterwards reads no name in them', () => {
    const said = { meetingId: MEETING, present: [{ userId: kari.userId }, { userId: lise.userId }] };
    const hears = (present: readonly UserId[], more: { guests?: string; meetingId?: string } = {}) => isHeardBy(said, { meetingId: MEETING, present, ...more });
    expect([hears([lise.userId]), hears([kari.userId, lise.userId]), hears([])]).toEqual([true, true, true]);
    expect([hears([lise.userId, omar.userId]), hears([lise.userId], { guests: 'Politiet' }), hears([lise.userId], { meetingId: '40000000-0000-4000-8000-000000000002' })]).toEqual([false, false, false]);
    expect(isHeardBy({ ...said, guests: 'Politiet' }, { meetingId: MEETING, present: [lise.userId], guests: 'Politiet' })).toBe(true);
  });

  test('a consent that stands is a basis, and its id stands in the entry', () => {
    const file = assessing();
    file.by(kari, consents('c1'));
    expect(file.by(kari, nameThem({ basis: 'SAMTYKKE' })).namings).toMatchObject([{ consentId: 'c1' }]);
  });

  test('of two consents the chair says which, and of guests whether one that is for some of it covers them', () => {
    const file = assessing();
    file.by(kari, consents('c1'));
    file.by(kari, consents('c2', { consentStatus: 'DELVIS', covers: 'Om pengene', consentTo: 'Banken' }));
    expect(file.tries(kari, nameThem({ basis: 'SAMTYKKE' })), 'the newest is not taken for them').toBe('bad_input');
    expect(file.tries(kari, nameThem({ basis: 'SAMTYKKE', restsOn: 'c2', guests: 'Politiet', withinConsent: ['INNENFOR'] })), 'not among those it names').toBe('bad_input');
    expect(file.by(kari, nameThem({ basis: 'SAMTYKKE', restsOn: 'c2', withinConsent: ['INNENFOR'] })).namings, 'no guest, nobody outside').toMatchObject([{ consentId: 'c2' }]);
  });
});
