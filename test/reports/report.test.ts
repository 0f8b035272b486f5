import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type Chance } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, HOUR, MINUTE, type Instant } from '../../src/kernel/time.ts';
import { mayHandleReport } from '../../src/reports/access.ts';
import { factsOf } from '../../src/reports/commands/handle.ts';
import { reportLog } from '../../src/reports/log.ts';
import {
  closedBecause, decideConsulted, decideDecided, decideHandOver, decideSeen, evolveReport, NO_REPORT, type ReportState,
} from '../../src/reports/report.ts';
import { decideSendOn, OUTSIDE } from '../../src/reports/send-on.ts';
import { decidePassedOn } from '../../src/reports/split.ts';
import { decideUrgent, type UrgentAsked } from '../../src/reports/urgent.ts';
import { asking, Journal, JORUNN, KARI, MONDAY, REPORT, told, toldBySelf } from './reception-fixtures.tsx';

const later = (ms: number): Instant => addMs(MONDAY, ms);
const DANGER: UrgentAsked = { danger: 'Han står utenfor døra.', called: '112', calledBy: 'Jorunn', calledWhen: '08.01' };
const CHANCE: Chance = { uuid: () => '99999999-0000-4000-8000-000000000001', bytes: (n) => Buffer.alloc(n) };
const NOBODY: UrgentAsked = { danger: 'Han står utenfor døra.', called: 'nei', calledBy: '', calledWhen: '' };

const arrived = () => new Journal().arrives(told());
const read = () => arrived().does(JORUNN, later(MINUTE), decideSeen(arrived().state, 'reception', later(MINUTE)));
const decided = () => {
  const journal = read();
  return journal.does(KARI, later(HOUR), decideDecided(journal.state, 'coordinator', later(HOUR)));
};

describe('a report that arrives', () => {
  test('is new, unread, and remembers where and when it came', () => {
    expect(arrived().state).toMatchObject({ progress: 'RECEIVED', reference: '2026-K7QF3M', channel: 'NETTSKJEMA', receivedAt: MONDAY, seenAt: undefined, urgent: false });
  });
  test('is urgent at once when the one who wrote says that somebody is in danger', () => {
    expect(new Journal().arrives(toldBySelf({ danger: 'ja' })).state.urgent).toBe(true);
  });
  test('keeps its first time of receipt, its reference and every earlier word when more is added', () => {
    const { state } = arrived().arrives(told({ whatHappened: 'Han tok bankkortet også.' }), later(DAY_MS));
    expect(state).toMatchObject({ receivedAt: MONDAY, reference: '2026-K7QF3M' });
    expect(state.contents.map((part) => [part.at, part.report.whatHappened])).toEqual([[MONDAY, 'Broren min tar pensjonen hennes.'], [later(DAY_MS), 'Han tok bankkortet også.']]);
  });
  test('stays urgent when a later part no longer says so', () => {
    expect(new Journal().arrives(told({ danger: 'ja' })).arrives(told({ danger: 'nei' }), later(1)).state.urgent).toBe(true);
  });
  test('leaves out for good everybody whom any part names, once each', () => {
    const { state } = new Journal().arrives(told(), MONDAY, { leftOut: [KARI] }).arrives(told(), later(1), { leftOut: [KARI, JORUNN], forReserve: true }).arrives(told(), later(2));
    expect(state.leftOut).toEqual([KARI, JORUNN]);
    expect(state.forReserve).toBe(true);
  });
});

describe('reading', () => {
  test('marks a report seen once, and not again', () => {
    const first = decideSeen(arrived().state, 'reception', later(MINUTE));
    expect(first.ok && first.value.map((event) => event.type)).toEqual(['ReportSeen']);
    expect(read().state).toMatchObject({ progress: 'SEEN', seenAt: later(MINUTE), seenContents: 1 });
    expect(decideSeen(read().state, 'reception', later(HOUR))).toEqual({ ok: true, value: [] });
  });
  test('of a report that is not there marks nothing', () => {
    expect(decideSeen(NO_REPORT, 'coordinator', MONDAY)).toEqual({ ok: true, value: [] });
  });
  test('an addition makes it unread again, and the count tells which part is new', () => {
    const { state } = read().arrives(told(), later(HOUR));
    expect(state).toMatchObject({ seenAt: undefined, seenContents: 1 });
    const again = decideSeen(state, 'reception', later(2 * HOUR));
    expect(again.ok && again.value).toHaveLength(1);
  });
  test('reading an addition does not take back a hand-over', () => {
    const journal = read();
    journal.does(JORUNN, later(HOUR), decideHandOver(journal.state, '', later(HOUR))).arrives(told(), later(2 * HOUR));
    expect(journal.does(KARI, later(3 * HOUR), decideSeen(journal.state, 'coordinator', later(3 * HOUR))).state.progress).toBe('HANDED_OVER');
  });
});

describe('raising Akutt', () => {
  test('keeps the danger, who called whom, and when, and makes the report urgent', () => {
    const journal = read();
    const { state } = journal.does(JORUNN, later(HOUR), decideUrgent(journal.state, DANGER, later(HOUR)));
    expect(state.urgent).toBe(true);
    expect(state.urgentRecords).toEqual([{ at: later(HOUR), by: JORUNN, record: DANGER }]);
  });
  test('is possible before anybody has read the report', () => {
    expect(decideUrgent(arrived().state, NOBODY, MONDAY).ok).toBe(true);
  });
  test('tells every missing answer at once, so that nobody in a hurry is sent back twice', () => {
    expect(decideUrgent(read().state, { danger: ' ', called: '', calledBy: '', calledWhen: '' }, MONDAY)).toEqual({ ok: false, code: 'bad_input', fields: { danger: 'danger_missing', called: 'called_missing' } });
    expect(decideUrgent(read().state, { danger: '', called: '113', calledBy: ' ', calledWhen: '' }, MONDAY))
      .toEqual({ ok: false, code: 'bad_input', fields: { danger: 'danger_missing', calledBy: 'who_called', calledWhen: 'when_called' } });
  });
  test('refuses a number that is not one of ours', () => {
    expect(decideUrgent(read().state, { ...DANGER, called: '911' }, MONDAY)).toMatchObject({ ok: false, fields: { called: 'called_missing' } });
  });
  test('with «nei» keeps nothing that was left in the hidden boxes', () => {
    const outcome = decideUrgent(read().state, { ...DANGER, called: 'nei' }, MONDAY);
    expect(outcome.ok && outcome.value[0]?.content).toEqual({ danger: DANGER.danger, called: 'nei', calledBy: '', calledWhen: '' });
  });
  test('pressed twice is one entry; other words, or the same an hour later, are another', () => {
    const journal = read();
    journal.does(JORUNN, later(HOUR), decideUrgent(journal.state, DANGER, later(HOUR)));
    expect(decideUrgent(journal.state, DANGER, later(HOUR + MINUTE))).toEqual({ ok: true, value: [] });
    expect(decideUrgent(journal.state, { ...DANGER, calledWhen: '09.00' }, later(HOUR + MINUTE))).toMatchObject({ value: [{ type: 'ReportMadeUrgent' }] });
    expect(decideUrgent(journal.state, DANGER, later(2 * HOUR))).toMatchObject({ value: [{ type: 'ReportMadeUrgent' }] });
  });
  test('of a decided report is refused: it is raised on the case', () => {
    expect(decideUrgent(decided().state, DANGER, later(DAY_MS))).toEqual({ ok: false, code: 'already_decided' });
  });
});

describe('handing over', () => {
  test('keeps the note and who wrote it', () => {
    const journal = read();
    const { state } = journal.does(JORUNN, later(HOUR), decideHandOver(journal.state, 'Ring fastlegen.', later(HOUR)));
    expect(state).toMatchObject({ progress: 'HANDED_OVER', handedOverAt: later(HOUR), handOvers: [{ by: JORUNN, note: 'Ring fastlegen.' }] });
  });
  test('a second time is refused, but the same button pressed twice is not a fault', () => {
    const journal = read();
    journal.does(JORUNN, later(HOUR), decideHandOver(journal.state, 'Ring fastlegen.', later(HOUR)));
    expect(decideHandOver(journal.state, 'Ring fastlegen.', later(HOUR + MINUTE))).toEqual({ ok: true, value: [] });
    expect(decideHandOver(journal.state, 'Noe annet.', later(HOUR + MINUTE))).toEqual({ ok: false, code: 'already_handed_over' });
    expect(decideHandOver(journal.state, 'Ring fastlegen.', later(DAY_MS))).toEqual({ ok: false, code: 'already_handed_over' });
  });
  test('is open again when more has arrived', () => {
    const journal = read();
    journal.does(JORUNN, later(HOUR), decideHandOver(journal.state, '', later(HOUR))).arrives(told(), later(2 * HOUR));
    expect(decideHandOver(journal.state, 'Nytt tillegg.', later(3 * HOUR)).ok).toBe(true);
  });
  test('of a decided report is refused', () => {
    expect(decideHandOver(decided().state, '', later(DAY_MS))).toEqual({ ok: false, code: 'already_decided' });
  });
});

describe('a case takes the report in', () => {
  test('and with it everything that had arrived', () => {
    expect(decided().state).toMatchObject({ progress: 'DECIDED', decidedAt: later(HOUR), decidedContents: 1 });
  });
  test('unread: then opening the case is the reading', () => {
    const outcome = decideDecided(arrived().state, 'coordinator', MONDAY);
    expect(outcome.ok && outcome.value.map((event) => event.type)).toEqual(['ReportSeen', 'ReportDecided']);
  });
  test('only once', () => {
    expect(decideDecided(decided().state, 'coordinator', later(DAY_MS))).toEqual({ ok: false, code: 'already_decided' });
  });
});

describe('an addition that came between the page and the step', () => {
  const WORSE = { type: 'ReporterWrote', version: 1, happenedAt: later(HOUR), content: { receivedAt: later(HOUR), part: 1, leftOut: [], forReserve: false, message: { feels: 'VERRE', text: 'Nå slo han.' } } } as const;
  const grown = () => read().add('system', later(HOUR), WORSE);
  const split = (parts: number | undefined) => ({ type: 'ReportSplit', version: 1, happenedAt: later(2 * HOUR), content: { formId: 'f', into: [REPORT], ...(parts === undefined ? {} : { parts }) } } as const);
  const told_on = { parts: 2, into: [REPORT], told: 'Nå slo han.', worse: true, files: [] };
  const sentOn = (typed: { scope: string; to?: string; parts: number }) => {
    const region = { regionId: asId<'region'>('cccccccc-0000-4000-8000-000000000001'), name: 'Sørvika', municipalities: [] };
    const asked = { to: region.regionId, place: 'Nordbø', spokeWith: 'Vakten', basis: 'FVL_13B_5', phonedWho: 'Vakten', phonedWhen: '09.00', grounds: 'Hun bor der.', text: 'Hun er redd.', files: [], ...typed };
    const journal = grown();
    return journal.does(KARI, later(2 * HOUR), decideSendOn(journal.state, asked, { transferId: 't', regions: [region], outcome: 'OVERFORT', now: later(2 * HOUR), chance: CHANCE })).state;
  };

  test('is not taken in when the report is divided: it waits until it is told on', () => {
    const journal = grown().add(KARI, later(2 * HOUR), split(1));
    expect(journal.state).toMatchObject({ progress: 'DECIDED', outcome: 'DELT', seenAt: undefined, seenParts: 1, decidedParts: 1, decidedContents: 1 });
    expect(journal.does(KARI, later(3 * HOUR), decidePassedOn(journal.state, told_on, { now: later(3 * HOUR), chance: CHANCE })).state).toMatchObject({ seenAt: later(3 * HOUR), decidedParts: 2 });
  });
  test('waits also where a colleague read it in reception meanwhile, for none of the parts has it', () => {
    const journal = grown();
    journal.does(JORUNN, later(HOUR + 1), decideSeen(journal.state, 'reception', later(HOUR + 1))).add(KARI, later(2 * HOUR), split(1));
    expect(journal.state).toMatchObject({ seenAt: undefined, seenParts: 2, decidedParts: 1 });
    expect(decidePassedOn(journal.state, told_on, { now: later(3 * HOUR), chance: CHANCE })).toMatchObject({ value: [{ type: 'ReportPassedOn' }] });
  });
  test('is taken in where the form had it, and in entries from before this was counted', () => {
    for (const parts of [2, undefined]) expect(grown().add(KARI, later(2 * HOUR), split(parts)).state).toMatchObject({ seenAt: later(2 * HOUR), seenParts: 2, decidedParts: 2 });
  });
  test('waits when an excerpt was sent on, or somebody outside was told; the whole to another region takes it along', () => {
    for (const typed of [{ scope: 'UTDRAG' }, { scope: 'HELE', to: OUTSIDE }]) expect(sentOn({ ...typed, parts: 1 })).toMatchObject({ progress: 'DECIDED', seenAt: undefined, decidedParts: 1 });
    expect(sentOn({ scope: 'UTDRAG', parts: 2 })).toMatchObject({ seenAt: later(2 * HOUR), decidedParts: 2 });
    expect(sentOn({ scope: 'HELE', parts: 1 })).toMatchObject({ seenAt: later(2 * HOUR), decidedParts: 2 });
  });
  test('to a consultation is a question that nobody has answered, and the report does not end with the advice', () => {
    const { name: _, ...nobody } = told().person;
    const question = told({ mode: 'C', person: nobody, reporter: { code: 'HJEMMETJENESTE', wantsFeedback: false } });
    const { state } = new Journal().arrives(question).arrives(question, later(HOUR));
    expect(decideConsulted(state, 1, 'coordinator', later(2 * HOUR))).toEqual({ ok: true, value: [] });
    expect(decideConsulted(state, 2, 'coordinator', later(2 * HOUR))).toMatchObject({ value: [{ type: 'ReportSeen' }, { type: 'ReportDecided' }] });
  });
});

describe('an addition to a report that is already a case', () => {
  const added = () => decided().arrives(told({ danger: 'ja', whatHappened: 'Nå har han truet henne med kniv.' }), later(DAY_MS));

  test('is not hidden from those who follow the case because reception read it at night', () => {
    expect(decideSeen(added().state, 'reception', later(DAY_MS))).toEqual({ ok: true, value: [] });
    const taken = added().does(KARI, later(2 * DAY_MS), decideSeen(added().state, 'coordinator', later(2 * DAY_MS)));
    expect(taken.state).toMatchObject({ progress: 'DECIDED', seenAt: later(2 * DAY_MS), decidedContents: 2 });
  });
  test('can be raised to Akutt here until somebody on the case has read it, and not after', () => {
    expect(closedBecause(added().state, 'urgent')).toBeUndefined();
    expect(decideUrgent(added().state, DANGER, later(DAY_MS)).ok).toBe(true);
    const taken = added().does(KARI, later(2 * DAY_MS), decideSeen(added().state, 'coordinator', later(2 * DAY_MS)));
    expect(closedBecause(taken.state, 'urgent')).toBe('already_decided');
  });
  test('is reception’s to see for as long as nobody on the case has', () => {
    const facts = (seen: Instant | null) => factsOf({ file_id: REPORT, excluded: false, shut: false, strict: false, decided_at: MONDAY, seen_at: seen, answer: null }, { askerIsReserve: false, uncoordinated: new Set() });
    const reception = asking({ roles: ['MOTTAK'] }).person;
    expect(mayHandleReport(reception, facts(null)).allow).toBe(true);
    expect(mayHandleReport(reception, facts(MONDAY))).toEqual({ allow: false, because: 'decided' });
  });
});

test('the log tells who did what and when, in the order it was written', () => {
  const journal = read();
  journal.does(JORUNN, later(HOUR), decideUrgent(journal.state, DANGER, later(HOUR)));
  journal.does(JORUNN, later(2 * HOUR), decideHandOver(journal.state, 'Ring fastlegen.', later(2 * HOUR))).arrives(told(), later(3 * HOUR));
  journal.does(KARI, later(4 * HOUR), decideDecided(journal.state, 'coordinator', later(4 * HOUR)));
  expect(reportLog(journal.events)).toEqual([
    { what: 'arrived', at: MONDAY, by: 'system' },
    { what: 'seen', at: later(MINUTE), by: JORUNN },
    { what: 'urgent', at: later(HOUR), by: JORUNN, record: DANGER },
    { what: 'handed_over', at: later(2 * HOUR), by: JORUNN, note: 'Ring fastlegen.' },
    { what: 'added', at: later(3 * HOUR), by: 'system' },
    { what: 'seen', at: later(4 * HOUR), by: KARI },
    { what: 'hand_over_read', at: later(4 * HOUR), by: KARI },
    { what: 'decided', at: later(4 * HOUR), by: KARI },
  ]);
});

/** Anything anybody might do, in any order; a refusal changes nothing. */
function act(journal: Journal, step: number, at: Instant): void {
  const { state } = journal;
  const decisions = [
    () => decideSeen(state, 'reception', at), () => decideSeen(state, 'coordinator', at), () => decideUrgent(state, NOBODY, at), () => decideHandOver(state, 'x', at), () => decideDecided(state, 'coordinator', at),
  ];
  const decision = decisions[step]?.();
  if (decision === undefined) journal.arrives(told({ danger: step % 2 === 0 ? 'ja' : 'nei' }), at, { leftOut: [asId<'user'>(`aaaaaaaa-0000-4000-8000-00000000000${step}`)] });
  else if (decision.ok) journal.does(JORUNN, at, decision);
}

test('whatever is done in whatever order, no word, no danger and no recusal is ever lost', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 40 }), (steps) => {
    const journal = new Journal().arrives(told());
    let before: ReportState = journal.state;
    steps.forEach((step, i) => {
      act(journal, step, later(i * MINUTE));
      const after = journal.state;
      expect(after.contents.slice(0, before.contents.length)).toEqual(before.contents);
      expect(after.leftOut).toEqual(expect.arrayContaining([...before.leftOut]));
      expect(after.urgent || !before.urgent).toBe(true);
      expect(after.seenContents).toBeLessThanOrEqual(after.contents.length);
      expect(after.seenAt === undefined).toBe(after.seenContents < after.contents.length);
      expect(before.progress === 'DECIDED' && after.progress !== 'DECIDED').toBe(false);
      before = after;
    });
    expect(journal.events.reduce(evolveReport, NO_REPORT)).toEqual(journal.state);
  }));
});
