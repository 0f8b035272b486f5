import { decideReviewAkutt } from '../../src/cases/akutt.ts';
import { describe, expect, test } from 'vitest';
import { decideAdditionsTold } from '../../src/cases/added.ts';
import { clocks } from '../../src/cases/clocks.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { childrenUnanswered, coercionTold, feedbackAwaited, serviceUnanswered, timesTold } from '../../src/cases/duties.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { decideAddPerson } from '../../src/cases/steps/share.ts';
import { done } from '../../src/kernel/outcome.ts';
import { addDays, addMs, DAY_MS, HOUR, osloDay, type Instant } from '../../src/kernel/time.ts';
import type { FileEvent } from '../../src/kernel/journal/event.ts';
import { evolveReport, NO_REPORT, type ReportEvent } from '../../src/reports/report.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { actAgain, averting, childAnswer, childDuty, classified, followingUp, investigateAgain, JOIN, join, mergeInto, raise, RAISE, recordPerson, serviceAnswer, serviceTold, takeIn } from './acts.ts';
import { journal, kari, lise, OPENING, REPORT, START, type Journal } from './journal.ts';

const running = (file: Journal) => clocks(file.state(), NO_CHANGES, file.now()).map(({ clock }) => clock).filter((clock) => clock !== 'QUIET');
const dayOf = (file: Journal, who = lise) => dayNeed(projectCase(file.state(), NO_CHANGES), { userId: who.userId, roles: who.roles, standing: who === lise ? 'case_lead' : 'coordinator', mustDeclare: false }, file.now());
const staff: Parameters<Journal['by']>[1] = (state, ctx) => decideAddPerson(state, { relatedId: 'nattevakt', relatedName: 'En nattevakt', parts: ['MISTENKT'], relation: 'ANSATT' }, ctx, () => []);

/** Children, a colleague under suspicion and danger, as somebody adds them to a report. */
const MORE = { type: 'AdditionTold', version: 1, happenedAt: addMs(classified().now(), HOUR), content: { report: REPORT, order: 1, children: 'JA', relation: ['ANSATT'], worse: true } } as const;

describe('what was told while somebody answered for a duty', () => {
  test.each([
    ['answerAverting', averting, (file: Journal) => file.state().avertingAsked], ['recordChildDuty', childDuty, (file: Journal) => childrenUnanswered(file.state())], ['recordServiceDuty', serviceAnswer, (file: Journal) => serviceUnanswered(file.state())],
  ] as const)('is not settled unread by %s: the answer is refused until the page has it', (step, answer, unanswered) => {
    const file = classified();
    const toldTimes = timesTold(file.state(), step);
    file.by(kari, () => done([MORE]));
    expect(file.tries(lise, answer({ toldTimes }))).toBe('told_meanwhile');
    expect(unanswered(file)).toBeDefined();
    file.by(lise, answer({ toldTimes: timesTold(file.state(), step) }));
    expect(unanswered(file)).toBeUndefined();
  });

  test('is counted also where it came with a report that joined, or with a case that became one with this', () => {
    const counts = (act: Parameters<Journal['by']>[1]) => {
      const file = followingUp();
      const before = timesTold(file.state(), 'answerAverting');
      file.by(kari, act);
      return timesTold(file.state(), 'answerAverting') - before;
    };
    expect(counts(join())).toBe(1);
    expect(counts(raise())).toBe(1);
    expect(counts(takeIn(classified().state()))).toBe(1);
  });
});

describe('the duty to avert (strl. § 196)', () => {
  test('is asked again at every new incident, and stands on the case lead’s day until somebody answers', () => {
    for (const again of [investigateAgain, actAgain, join(), raise()]) {
      const file = followingUp();
      file.by(lise, averting());
      expect(file.state().avertingAsked).toBeUndefined();
      file.by(kari, again);
      expect(file.state().avertingAsked, again.toString()).toBeDefined();
      expect(running(file)).toContain('DUTIES');
      file.by(lise, averting());
      expect(running(file)).not.toContain('DUTIES');
    }
    const file = followingUp();
    file.by(lise, investigateAgain);
    expect(dayOf(file)).toMatchObject({ reason: 'duties', clock: { clock: 'DUTIES' } });
    expect(dayOf(file, kari)?.reason, 'whoever leads the case answers').not.toBe('duties');
  });

  test('three answers: not in question, considered with grounds, met with what was done, by whom and when', () => {
    const file = classified();
    expect(file.tries(lise, averting({ avertingAnswer: 'IKKE_OPPFYLT' })), 'grounds').toBe('bad_input');
    expect(file.tries(lise, averting({ avertingAnswer: 'OPPFYLT', avertedHow: 'Politiet er ringt.', avertedBy: 'Lise' })), 'when').toBe('bad_input');
    file.by(lise, averting());
    file.by(lise, averting({ avertingAnswer: 'IKKE_OPPFYLT', avertingGrounds: 'Han er fengslet.' }));
    file.by(lise, averting({ avertingAnswer: 'OPPFYLT', avertedHow: 'Politiet er ringt.', avertedBy: 'Lise', avertedWhen: 'kl. 10' }));
    expect(file.state().avertings).toMatchObject([{ answer: 'IKKE_AKTUELL' }, { answer: 'IKKE_OPPFYLT', grounds: 'Han er fengslet.' }, { answer: 'OPPFYLT', by: 'Lise', when: 'kl. 10' }]);
  });

  test('an alarm that brings the answer along is not asked about; one that does not, is', () => {
    const file = classified();
    file.by(kari, raise({ ...RAISE, avertingDuty: 'OPPFYLT', avertedBy: 'Naboen', avertedWhen: 'kl. 02:12' }));
    expect(file.state()).toMatchObject({ avertingAsked: undefined, avertings: [{ answer: 'OPPFYLT', by: 'Naboen' }] });
    const later = classified();
    later.by(kari, raise());
    expect(later.state().avertingAsked).toBeDefined();
  });

  test('an alarm, or its 24-hour review, that brings the answer along settles its own danger and no earlier or other incident: nobody would have answered for that one', () => {
    const file = followingUp();
    file.by(lise, investigateAgain);
    const since = file.state().avertingAsked;
    file.by(kari, raise({ ...RAISE, avertingDuty: 'OPPFYLT', avertedBy: 'Naboen', avertedWhen: 'kl. 02:12' }));
    expect(file.state().avertingAsked, 'the new incident came before the alarm').toBe(since);
    file.by(lise, (state, ctx) => decideReviewAkutt(state, { danger: 'Han er ute igjen.', avertingDuty: 'IKKE_AKTUELL' }, ctx));
    expect(file.state().avertingAsked).toBe(since);
    file.by(lise, averting());
    expect(file.state().avertingAsked).toBeUndefined();
    file.by(kari, join());
    file.by(lise, (state, ctx) => decideReviewAkutt(state, { danger: 'Han er ute igjen.', avertingDuty: 'IKKE_AKTUELL' }, ctx));
    expect(file.state().avertingAsked, 'what was told while the alarm stands').toBeDefined();
    const alarm = classified();
    alarm.by(kari, raise());
    alarm.by(lise, (state, ctx) => decideReviewAkutt(state, { danger: 'Han er ute igjen.', avertingDuty: 'IKKE_AKTUELL' }, ctx));
    expect(alarm.state().avertingAsked, 'the alarm’s own').toBeUndefined();
  });

  test('a case in which nothing new has happened has no such clock', () => {
    expect(running(classified())).toEqual([]);
  });
});

describe('child protection (barnevernsloven § 13-2, hpl § 33)', () => {
  const withChildren = () => journal(kari, { ...OPENING, start: { ...START, children: 'JA' } });

  test('a report that tells of children asks for an answer from the first day, and a later one asks anew', () => {
    const file = withChildren();
    expect(childrenUnanswered(file.state())).toBeDefined();
    expect(running(file)).toContain('DUTIES');
    file.by(kari, childDuty({ childDuty: 'IKKE_NODVENDIG' }));
    expect(childrenUnanswered(file.state())).toBeUndefined();
    file.by(kari, join({ start: { ...JOIN.start, children: 'JA' } }));
    expect(childrenUnanswered(file.state())).toBeDefined();
  });

  test('who told, why and when are all written down, and nobody tells on a day to come', () => {
    const file = withChildren();
    expect(file.tries(kari, childDuty({ childWhy: ' ' }))).toBe('bad_input');
    expect(file.tries(kari, childDuty({ childOn: addDays(osloDay(file.now()), 1) }))).toBe('bad_input');
    expect(file.by(kari, childDuty()).childDuties).toMatchObject([{ answer: 'SENDT', by: 'Lise' }]);
  });

  test('three weeks later the answer is asked for, and one that is late has a new day (bvl § 13-3)', () => {
    const file = followingUp();
    file.by(lise, childDuty());
    const due = clocks(file.state(), NO_CHANGES, file.now()).find(({ clock }) => clock === 'CHILD_FEEDBACK')?.due;
    expect(due).toBe('2026-01-26T23:00:00.000Z');
    expect(dayOf(file)?.reason).not.toBe('child_feedback');
    file.wait(21 * DAY_MS);
    expect(dayOf(file)).toMatchObject({ reason: 'child_feedback', clock: { clock: 'CHILD_FEEDBACK' } });
    file.by(lise, childAnswer(7));
    expect(dayOf(file)?.reason, 'we ask again in a week').not.toBe('child_feedback');
    file.wait(8 * DAY_MS);
    expect(dayOf(file)?.reason).toBe('child_feedback');
    file.by(lise, childAnswer());
    expect([running(file).includes('CHILD_FEEDBACK'), feedbackAwaited(file.state())]).toEqual([false, undefined]);
    expect(file.tries(lise, childAnswer()), 'nothing is awaited').toBe('no_child_report');
  });
});

describe('somebody suspected in a service (hol § 12-3 a)', () => {
  test('staff or a co-resident, in a report or added later: who in the service knows is asked, and only then', () => {
    const file = classified();
    expect(file.tries(lise, serviceTold)).toBe('no_suspect_in_service');
    file.by(lise, staff);
    expect(serviceUnanswered(file.state())).toBeDefined();
    expect(dayOf(file)?.reason).toBe('duties');
    file.by(lise, serviceTold);
    expect([serviceUnanswered(file.state()), file.state().serviceDuties]).toMatchObject([undefined, [{ employer: 'JA', supervision: 'IKKE_SA_ALVORLIG' }]]);
    expect(serviceUnanswered(journal(kari, { ...OPENING, start: { ...START, relation: ['MEDBEBOER'] } }).state())).toBeDefined();
  });

  test('staff who are no suspects ask for nothing', () => {
    const file = classified();
    file.by(lise, (state, ctx) => decideAddPerson(state, { relatedId: 'pleier', relatedName: 'En pleier', parts: ['STOTTE'], relation: 'ANSATT' }, ctx, () => []));
    expect(serviceUnanswered(file.state())).toBeUndefined();
  });
});

describe('what is added to a report after the case took it in', () => {
  const says = (more: object = {}) => ({ childrenInHome: 'nei', relation: [], violence: [], danger: 'nei', ...more });
  const event = (type: ReportEvent['type'], at: Instant, content: object): ReportEvent => ({ type, version: 2, actor: 'system', happenedAt: at, writtenAt: addMs(at, HOUR), content: { receivedAt: at, leftOut: [], forReserve: false, ...content } }) as FileEvent as ReportEvent; // of a report only what is asked of it here
  const FIRST = event('ReportArrived', START.receivedAt, { part: 0, reference: '2026-M0LD01', channel: 'NETTSKJEMA', report: says({ childrenInHome: 'ja' }) });
  const decided = event('ReportDecided', START.receivedAt, { outcome: 'SAK' });
  const seen = event('ReportSeen', START.receivedAt, {});
  const again = (at: Instant, more: object, part = 1) => event('ReportAdded', at, { part, report: says(more) });
  const wrote = (at: Instant, part = 1) => event('ReporterWrote', at, { part, message: { feels: 'VERRE', text: 'Han slår igjen.' } });
  const told = (file: Journal, ...events: ReportEvent[]) => file.by(kari, (state) => decideAdditionsTold(state, REPORT, [FIRST, decided, ...events].reduce(evolveReport, NO_REPORT)));
  const AFTER = (file: Journal) => addMs(file.now(), -2 * HOUR);

  test('asks what it would have asked from the start: of children, of coercion, of staff and of danger, counted from when it came', () => {
    for (const [more, asked] of [[{ childrenInHome: 'ja' }, childrenUnanswered], [{ violence: ['ULOVLIG_TVANG'] }, serviceUnanswered], [{ relation: ['ANSATT'] }, serviceUnanswered], [{ danger: 'ja' }, ({ avertingAsked }: ReturnType<Journal['state']>) => avertingAsked]] as const) {
      const file = classified();
      const came = AFTER(file);
      expect([asked(file.state()), running(file)], JSON.stringify(more)).toEqual([undefined, []]);
      told(file, again(came, { childrenInHome: 'nei' }), again(came, more, 2));
      expect(asked(file.state())).toBe(came);
      expect(running(file)).toContain('DUTIES');
      expect(dayOf(file)?.reason).toBe('duties');
    }
  });

  test('«det er blitt verre» in the window asks for the duty to avert, also where it was read before the case was told', () => {
    const file = classified();
    const came = AFTER(file);
    told(file, wrote(came), seen);
    expect(file.state().avertingAsked).toBe(came);
  });

  test('what an answer could not know of it did not answer: one that was given while the addition lay unread is asked for anew', () => {
    const file = journal(kari, { ...OPENING, start: { ...START, children: 'JA' } });
    const came = file.now();
    file.by(kari, childDuty({ childDuty: 'IKKE_NODVENDIG' }));
    expect(childrenUnanswered(told(file, again(came, {}), again(came, { childrenInHome: 'ja' }, 2)))).toBe(came);
    expect(childrenUnanswered(file.by(kari, childDuty()))).toBeUndefined();
  });

  test('the same report sent again, what stood there before the case, and what the case was told already ask for nothing', () => {
    const file = classified();
    const at = AFTER(file);
    const events = file.events.length;
    told(file, again(at, { childrenInHome: 'ja' }));
    expect(file.by(kari, (state) => decideAdditionsTold(state, REPORT, [FIRST, again(at, { violence: ['ULOVLIG_TVANG'] }), decided].reduce(evolveReport, NO_REPORT))).additions).toEqual([]);
    expect(file.events.length).toBe(events);
    told(file, again(at, { violence: ['ULOVLIG_TVANG'] }), wrote(at, 2));
    told(file, again(at, { violence: ['ULOVLIG_TVANG'] }), wrote(at, 2));
    expect(file.state().additions.map(({ order }) => order)).toEqual([1, 2]);
    expect(coercionTold(file.state())).toBe(true);
    expect(file.tries(lise, serviceTold), 'and can be answered').toBeUndefined();
  });
});

describe('a correction', () => {
  test('that adds that the suspected works in a service counts from when it was written, and is not taken as answered before it', () => {
    const file = classified();
    file.by(lise, staff);
    file.by(lise, serviceTold);
    file.wait(30 * DAY_MS);
    const at = file.now();
    expect(serviceUnanswered(file.by(kari, recordPerson({ relations: ['ANSATT'] })))).toBe(at);
    expect(serviceUnanswered(file.by(lise, serviceTold))).toBeUndefined();
    expect(serviceUnanswered(file.by(kari, recordPerson({ correctionId: 'k2', relations: ['ANSATT', 'BARN'] }))), 'it stood there').toBeUndefined();
  });
});

describe('two cases that become one', () => {
  const told = () => journal(kari, { ...OPENING, start: { ...START, children: 'JA', relation: ['ANSATT'] } });

  test('what had no answer in one of them still has none, whatever the other had answered, and its clock goes on', () => {
    const [goesOn, ended] = [classified(), told()];
    const since = ended.state().opened.at;
    ended.wait(DAY_MS);
    goesOn.by(lise, childDuty());
    const after = goesOn.by(kari, takeIn(ended.state()));
    expect([childrenUnanswered(after), serviceUnanswered(after)]).toEqual([since, since]);
    expect(childrenUnanswered(goesOn.by(lise, childDuty()))).toBeUndefined();
  });

  test('what was answered in the one that ended is not asked again', () => {
    const [goesOn, ended] = [classified(), told()];
    ended.by(kari, childDuty());
    ended.by(kari, serviceTold);
    const after = goesOn.by(kari, takeIn(ended.state()));
    expect([childrenUnanswered(after), serviceUnanswered(after)]).toEqual([undefined, undefined]);
    expect(goesOn.tries(lise, serviceTold), 'and can be answered anew').toBeUndefined();
  });

  test('what is added later is told where the case goes on, and not in the one that ended', () => {
    const ended = told();
    ended.by(kari, mergeInto(classified().state()));
    expect(decideAdditionsTold(ended.state(), REPORT, NO_REPORT)).toMatchObject({ ok: false, code: 'changed_meanwhile' });
  });
});
