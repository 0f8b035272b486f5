import { describe, expect, test } from 'vitest';
import { caseFacts, mayReadCase, maySeeInList, standing } from '../../src/cases/access.ts';
import type { CaseActor } from '../../src/cases/conditions.ts';
import { clocks } from '../../src/cases/clocks.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { tracedIn } from '../../src/cases/file.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { protectionOf, veilsFor } from '../../src/cases/secrecy.ts';
import { addDays, DAY_MS, osloDay, type Instant } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { veiled } from '../../src/reports/public.ts';
import { saidSecret } from '../../src/cases/told.ts';
import { isFresh } from '../../src/staff/public.ts';
import { assessing, classified, confirmLowering, declare, grant, join, lookOver, note, pinNote, proposeLowering, grade, received, seeReporter, takeIn, unpinNote, warn, writeCard } from './acts.ts';
import { FILE, jorunn, journal, kari, LIA, lise, MONDAY, omar, OPENING, petter, START, type Journal } from './journal.ts';

const veils = (file: Journal, actor: CaseActor, fresh = true, told?: Instant) => veilsFor(file.state(), { userId: actor.userId, fresh }, told, file.now());
const stands = (file: Journal, actor: CaseActor) => standing({ ...actor, municipalities: [LIA] }, caseFacts(FILE, file.state(), actor.userId, file.now()), file.now());

describe('what must be seen first', () => {
  test('a pinned note stays on top until somebody says why it no longer has to, and both reasons are kept', () => {
    const file = classified();
    file.by(lise, note('n1'));
    file.by(lise, note('n2'));
    expect(file.by(lise, pinNote('n1')).pins).toMatchObject([{ noteId: 'n1', grounds: 'Alle må lese dette.' }]);
    expect(file.by(kari, pinNote('n2')).pins.map(({ noteId }) => noteId)).toEqual(['n2', 'n1']);
    expect(file.by(kari, unpinNote('n1')).pins.map(({ noteId }) => noteId)).toEqual(['n2']);
    expect(file.events.filter(({ type }) => type === 'NotePinned' || type === 'NoteUnpinned').map(({ content }) => 'grounds' in content && content.grounds)).toEqual(['Alle må lese dette.', 'Alle må lese dette.', 'Gjelder ikke lenger.']);
  });

  test('pinned twice it is pinned once, and what is no note of the case cannot be pinned', () => {
    const file = classified();
    file.by(lise, note('n1'));
    file.by(lise, pinNote());
    const { length } = file.events;
    file.by(kari, pinNote());
    expect(file.events).toHaveLength(length);
    expect(file.tries(lise, pinNote('n9'))).toBe('bad_input');
  });

  test('a warning is asked about again on its day, on the day of whoever leads the case, until somebody has looked it over', () => {
    const file = classified();
    const before = file.by(lise, warn('w1', 10));
    const lead = { userId: lise.userId, roles: lise.roles, standing: 'case_lead', mustDeclare: false } as const;
    expect(before.warnings).toMatchObject([{ text: 'Ikke ring før kl. 12', reviewOn: addDays(osloDay(before.updatedAt), 10) }]);
    const due = () => clocks(file.state(), NO_CHANGES, file.now()).find(({ clock }) => clock === 'WARNING_REVIEW');
    expect(due()?.late).toBe(false);
    file.wait(10 * DAY_MS);
    expect(due()?.late).toBe(true);
    expect(dayNeed(projectCase(file.state(), NO_CHANGES), lead, file.now())).toMatchObject({ reason: 'review_warning', step: 'reviewWarning' });
    file.by(kari, lookOver());
    expect(due()?.late).toBe(false);
    expect(file.by(kari, lookOver({ warningStands: 'NEI', warningReview: undefined, grounds: 'Våpenet er levert inn.' })).warnings).toEqual([]);
    expect(due()).toBeUndefined();
  });

  test('whoever says that it still holds says until when, and whoever takes it away says why', () => {
    const file = classified();
    file.by(lise, warn());
    expect(file.tries(lise, lookOver({ warningReview: undefined }))).toBe('bad_input');
    expect(file.tries(lise, lookOver({ warningStands: 'NEI', grounds: '' }))).toBe('bad_input');
    expect(file.tries(lise, lookOver({ warning: 'w9' }))).toBe('bad_input');
  });
});

describe('who reported (fvl § 13, hpl § 21)', () => {
  test('is covered everywhere in the case until one has said why, for an hour, and for nobody else', () => {
    const file = classified();
    expect(veils(file, kari).reporter).toBe(true);
    file.by(kari, seeReporter);
    file.wait(-1); // the clock of a journal goes on one hour with each act
    expect([veils(file, kari).reporter, veils(file, lise).reporter]).toEqual([false, true]);
    file.wait(1);
    expect(veils(file, kari).reporter).toBe(true);
    expect(file.state().reporterSeen).toMatchObject([{ by: kari.userId, reason: 'RING', grounds: 'Vi må spørre om nøkkelen.' }]);
  });

  test('stands nowhere in what a page is made of, while everything else stays readable', () => {
    const file = classified();
    const shown = veiled({ state: file.state(), journal: file.events }, { reporter: true, address: false, place: false });
    const text = JSON.stringify(shown);
    for (const word of ['Ingunn Moen', '55 55 01 23', 'Hjemmetjenesten i Lia']) expect([JSON.stringify(file.state()).includes(word), text.includes(word)]).toEqual([true, false]);
    for (const word of ['Borghild Lian', 'Hun mangler penger.', 'HJEMMETJENESTE', LIA]) expect(text).toContain(word);
  });

  test('is nobody’s secret where the person reported themselves, and none is asked about where nobody said a name', () => {
    const self = journal(kari, { ...OPENING, start: { ...START, mode: 'D', reporter: { code: 'UTSATT_SELV', wantsFeedback: false } } });
    self.by(kari, declare());
    expect(veils(self, kari).reporter).toBe(false);
    expect(self.tries(kari, seeReporter)).toBe('no_reporter_named');
  });
});

describe('a protected address (folkeregisterloven §§ 10-2, 10-4)', () => {
  test('has the level of its strictest source', () => {
    const file = classified();
    expect(protectionOf(file.state())).toBeUndefined();
    file.by(kari, grade('FORTROLIG', 'FOLKEREGISTERET'));
    file.by(kari, grade('SPERRET', 'SKJERMET_OPPHOLD'));
    file.by(kari, grade('UGRADERT', 'PERSONEN'));
    expect(protectionOf(file.state())).toMatchObject({ level: 'SPERRET', source: 'SKJERMET_OPPHOLD' });
    file.by(kari, grade('STRENGT', 'POLITI'));
    expect(protectionOf(file.state())).toMatchObject({ level: 'STRENGT', source: 'POLITI' });
  });

  test('is made stricter by one, and lowered by two', () => {
    const file = classified();
    file.by(kari, grade('STRENGT', 'POLITI'));
    expect(file.tries(kari, grade('UGRADERT', 'POLITI'))).toBe('two_must_lower');
    file.by(kari, proposeLowering('FORTROLIG', 'POLITI'));
    expect(file.tries(kari, confirmLowering())).toBe('another_must_confirm');
    expect(file.tries(lise, confirmLowering(9))).toBe('proposal_changed');
    expect(protectionOf(file.state())?.level).toBe('STRENGT');
    expect(protectionOf(file.by(lise, confirmLowering()))?.level).toBe('FORTROLIG');
    expect(file.tries(lise, confirmLowering())).toBe('nothing_proposed');
  });

  test('a proposal to lower falls when the same source says anything new, and when its writer turns out to be connected', () => {
    const file = classified();
    file.by(kari, grade());
    file.by(kari, proposeLowering());
    file.by(lise, grade('STRENGT'));
    expect(file.tries(lise, confirmLowering())).toBe('nothing_proposed');
    file.by(lise, proposeLowering());
    expect(file.by(lise, declare('TILKNYTTET')).address.lowering).toBeUndefined();
  });

  test('a reporter’s word that it is secret counts until two people have said otherwise', () => {
    const file = journal(kari, { ...OPENING, start: { ...START, person: { ...START.person, protectedAddressHint: true } } });
    file.by(kari, declare());
    file.by(lise, declare());
    expect(protectionOf(file.state())).toMatchObject({ level: 'FORTROLIG', source: 'MELDER' });
    expect(file.tries(kari, grade('UGRADERT', 'MELDER'))).toBe('two_must_lower');
    file.by(kari, proposeLowering('UGRADERT', 'MELDER'));
    expect(protectionOf(file.by(lise, confirmLowering()))).toBeUndefined();
  });

  test('the next reporter’s word counts anew: two people decided about those who had told by then', () => {
    const file = journal(kari, { ...OPENING, start: { ...START, person: { ...START.person, protectedAddressHint: true } } });
    file.by(kari, declare());
    file.by(lise, declare());
    file.by(kari, proposeLowering('UGRADERT', 'MELDER'));
    file.by(lise, confirmLowering());
    const secret = { ...START, person: { ...START.person, protectedAddressHint: true } };
    expect(protectionOf(file.by(kari, join({ start: secret })))).toMatchObject({ level: 'FORTROLIG', source: 'MELDER' });
    expect(veils(file, kari, true, file.now()).address).toBe('hidden');
    file.by(kari, proposeLowering('UGRADERT', 'MELDER'));
    expect(protectionOf(file.by(lise, confirmLowering())), 'and two may decide about that as well').toBeUndefined();
  });

  test('what somebody adds to a report counts as a report does: until two have said otherwise, and anew when it is said after that', () => {
    const file = classified();
    const added = file.now();
    expect(veils(file, kari, true, added).address).toBe('hidden');
    expect(file.tries(kari, grade('UGRADERT', 'MELDER')), 'a word may stand in an addition alone: one person never says that none does').toBe('two_must_lower');
    file.by(kari, grade('FORTROLIG', 'MELDER'));
    file.by(kari, proposeLowering('UGRADERT', 'MELDER'));
    file.by(lise, confirmLowering());
    expect(veils(file, kari, true, added).address, 'two knew of it when they decided').toBe('open');
    expect(veils(file, kari, true, file.now()).address).toBe('hidden');
  });

  test('a word that comes after a lowering was proposed counts although it is confirmed afterwards: neither of the two had weighed it', () => {
    const file = classified();
    file.by(kari, grade('FORTROLIG', 'MELDER'));
    file.by(kari, proposeLowering('UGRADERT', 'MELDER'));
    const between = file.now();
    file.by(petter, declare());
    file.by(petter, confirmLowering());
    expect(veils(file, kari, true, between).address).toBe('hidden');
    const joined = classified();
    joined.by(kari, grade('FORTROLIG', 'MELDER'));
    joined.by(kari, proposeLowering('UGRADERT', 'MELDER'));
    joined.by(kari, join({ start: { ...START, person: { ...START.person, protectedAddressHint: true } } }));
    expect(protectionOf(joined.by(lise, confirmLowering()))).toMatchObject({ level: 'FORTROLIG', source: 'MELDER' });
  });

  test('a word counts from when anybody could read it: received before the decision, and opened after it, it hides the address', () => {
    const said = (readableAt: Instant) => saidSecret([{ contents: [{ at: MONDAY, readableAt, report: { person: { protectedAddressHint: true } } as never }] }]); // of a report only what is asked of it here
    const file = classified();
    const before = file.now();
    file.by(kari, grade('FORTROLIG', 'MELDER'));
    file.by(kari, proposeLowering('UGRADERT', 'MELDER'));
    file.by(lise, confirmLowering());
    expect([said(before), said(file.now())].map((told) => veils(file, kari, true, told).address)).toEqual(['open', 'hidden']);
  });

  test('a merge does not open an address that an addition said is secret, on whichever side two had lowered it before', () => {
    const lowered = () => {
      const file = classified();
      file.by(kari, grade('FORTROLIG', 'MELDER'));
      file.by(kari, proposeLowering('UGRADERT', 'MELDER'));
      file.by(lise, confirmLowering());
      return file;
    };
    const file = lowered();
    const toldSecret = file.now();
    file.by(kari, note('n7'));
    expect(veils(file, kari, true, toldSecret).address).toBe('hidden');
    expect(protectionOf(file.by(kari, takeIn(classified().state(), { toldSecret })))).toMatchObject({ level: 'FORTROLIG', source: 'MELDER' });
    expect(veils(file, kari, true, toldSecret).address).toBe('hidden');
    const known = lowered();
    expect(protectionOf(known.by(kari, takeIn(classified().state(), { toldSecret: MONDAY }))), 'what two knew of stays decided').toBeUndefined();
    expect(veils(known, kari, true, MONDAY).address).toBe('open');
  });

  test('is shown after a fresh sign-in at most, and never when it is blocked, strictly confidential or said to be secret', () => {
    const file = classified();
    expect(veils(file, kari, false).address).toBe('open');
    expect(veils(file, kari, true, file.now()).address).toBe('hidden');
    file.by(kari, grade());
    expect([veils(file, kari, false).address, veils(file, kari).address]).toEqual(['sign_in', 'open']);
    for (const fresh of [false, true]) expect(veilsFor(file.state(), { userId: omar.userId, fresh, supervises: true }, undefined, file.now()).address, 'supervision is not about where somebody lives').toBe('hidden');
    file.by(kari, grade('SPERRET', 'SKJERMET_OPPHOLD'));
    expect(veils(file, kari).address).toBe('hidden');
    const shown = JSON.stringify(veiled({ person: { name: 'Borghild', address: 'Bakken 2', protectedAddressHint: false } }, { reporter: false, address: true, place: false }));
    expect(shown).not.toContain('Bakken');
  });

  test('whoever signed in a quarter of an hour ago signs in again', () => {
    const now = classified().now();
    expect(isFresh({ signedInAt: now }, now)).toBe(true);
    const file = classified();
    const signedInAt = file.now();
    file.wait(15 * 60_000);
    expect(isFresh({ signedInAt }, file.now())).toBe(false);
  });
});

describe('a strictly confidential address (domain reference §5.5)', () => {
  const strict = () => {
    const file = classified();
    file.by(lise, writeCard());
    file.by(kari, grant(omar));
    file.by(kari, grade('STRENGT', 'POLITI', kari));
    return file;
  };

  test('leaves the case with those who are named, lead it or were let in; no coordinator, reception or leader has it by role', () => {
    const file = strict();
    expect([kari, lise, omar, petter, jorunn].map((who) => stands(file, who))).toEqual(['coordinator', 'case_lead', 'granted', 'not_granted', 'not_granted']);
    const leader = { userId: petter.userId, roles: ['LEDER'], municipalities: [LIA] };
    expect(maySeeInList(leader, caseFacts(FILE, file.state(), leader.userId, file.now()), file.now()).allow).toBe(false);
    file.by(kari, grant(petter));
    expect(stands(file, petter)).toBe('coordinator');
    expect(mayReadCase({ ...petter, municipalities: [] }, caseFacts(FILE, file.state(), petter.userId, file.now()), file.now())).toMatchObject({ because: 'impartiality_first' });
  });

  test('reception, which has every other case until the hand-over is read, does not have this one', () => {
    const file = received();
    expect(stands(file, jorunn)).toBe('reception');
    file.by(kari, declare());
    file.by(kari, grade('STRENGT', 'POLITI', kari));
    expect(stands(file, jorunn)).toBe('not_granted');
  });

  test('names a coordinator, and a coordinator who writes it down keeps the case', () => {
    const file = classified();
    expect(file.tries(kari, grade('STRENGT', 'POLITI', lise))).toBe('bad_input');
    file.by(kari, grade('STRENGT', 'POLITI', petter));
    expect([...file.state().address.named].sort()).toEqual([kari.userId, petter.userId].sort());
    const byLead = classified();
    expect(byLead.by(lise, grade('STRENGT', 'POLITI', petter)).address.named).toEqual([petter.userId]);
  });

  test('whoever is named and turns out to be connected is named no more', () => {
    const file = strict();
    expect(file.by(kari, declare('TILKNYTTET')).address.named).toEqual([]);
    expect(stands(file, kari)).toBe('excluded');
  });

  test('has no municipality in lists, no card at the desk at night, and is not found by a name that is like it', () => {
    const file = strict();
    expect(projectCase(file.state(), NO_CHANGES)).toMatchObject({ owner: undefined, nightCard: false, namedOnly: [kari.userId] });
    expect(file.tries(lise, writeCard())).toBe('strictly_confidential');
    expect(tracedIn(file.state()).trace.hidden).toBe(true);
  });

  test('shows neither municipality nor services to those who have the case either', () => {
    const file = strict();
    expect(veils(file, kari).place).toBe(true);
    const shown = JSON.stringify(veiled({ state: file.state(), journal: file.events, report: { person: { municipality: '9903' }, contacted: ['FASTLEGE'], worksWhere: 'Skolen' } }, { reporter: false, address: true, place: true }));
    for (const word of [`"owner":"${LIA}"`, '9903', 'FASTLEGE', 'Skolen', '"services":["']) expect(shown).not.toContain(word);
  });

  test('one that two people have lowered is every coordinator’s again, and nobody is named in it', () => {
    const file = strict();
    file.by(kari, proposeLowering('FORTROLIG', 'POLITI'));
    file.by(lise, confirmLowering());
    expect(stands(file, petter)).toBe('coordinator');
    expect(file.state().address.named).toEqual([]);
    expect(projectCase(file.state(), NO_CHANGES)).toMatchObject({ owner: LIA, namedOnly: undefined });
  });

  test('assessing is no exception: it can be written down before anything is classified', () => {
    const file = assessing();
    file.by(kari, grade('STRENGT', 'POLITI', kari));
    expect(stands(file, petter)).toBe('not_granted');
  });
});
