import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clocks, followUpDays } from '../../src/cases/clocks.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { MEASURE } from '../../src/cases/codes.ts';
import { addMonths } from '../../src/cases/months.ts';
import { lately, LANES, pattern } from '../../src/cases/pattern.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { endsSoon, longestUntil, periodFault } from '../../src/cases/protection.ts';
import { decideRecordProtection, decideRenewProtection } from '../../src/cases/steps/protection.ts';
import { decideSuspectChanged } from '../../src/cases/steps/safety.ts';
import { PROTECTION, RISK_FACTOR, RISK_TOOL } from '../../src/cases/safety-codes.ts';
import { factorChange } from '../../src/cases/safety.ts';
import { addDays, addMs, day, DAY_MS, instant, osloDay, type Day } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { assessRisk, classified, conclude, endProtection, followingUp, investigating, markFactors, measure, note, protect, raise, renew, reviewPlan, suspectChanged, writePlan } from './acts.ts';
import { kari, lise, TEAM, type Journal } from './journal.ts';

const on = (text: string): Day => day(text) ?? expect.fail(text);
const LEAD = { userId: lise.userId, roles: lise.roles, standing: 'case_lead', mustDeclare: false } as const;
const need = (file: Journal, days = 0) => dayNeed(projectCase(file.state(), NO_CHANGES), LEAD, addMs(file.now(), days * DAY_MS));
const running = (file: Journal) => clocks(file.state(), NO_CHANGES, file.now()).map(({ clock }) => clock).filter((clock) => clock !== 'QUIET');

describe('what protects for a time, and how long the law lets it last', () => {
  test.each([
    ['VOLDSALARM', '2026-01-15', '2026-04-15', '2026-04-16', 'alarm_too_long'],
    ['BESOKSFORBUD', '2026-01-15', '2027-01-15', '2027-01-16', 'ban_too_long'],
    ['BESOKSFORBUD_HJEM', '2026-11-30', '2027-02-28', '2027-03-01', 'home_ban_too_long'],
  ] as const)('straffeprosessloven § 222 a: %s from %s lasts to %s at most', (kind, from, last, over, fault) => {
    expect(longestUntil(kind, on(from))).toBe(last);
    expect(periodFault(kind, { from: on(from), until: on(last) })).toBeUndefined();
    expect(periodFault(kind, { from: on(from), until: on(over) })).toBe(fault);
  });

  test('straffeloven § 57: a ban by judgment ends on the day the judgment says, however far away, and so does straffeprosessloven § 222 g', () => {
    for (const kind of ['KONTAKTFORBUD', 'OMVENDT_VOLDSALARM'] as const) expect(periodFault(kind, { from: on('2026-01-15'), until: on('2031-01-15') })).toBeUndefined();
  });

  test('none ends before it begins', () => {
    for (const kind of PROTECTION.codes) expect(periodFault(kind, { from: on('2026-01-15'), until: on('2026-01-14') })).toBe('ends_before_start');
  });

  test('a day beyond the law is refused at the day itself, and nothing is written', () => {
    const file = classified();
    const ctx = { actor: lise, now: file.now(), team: TEAM };
    const today = osloDay(file.now());
    expect(decideRecordProtection(file.state(), { protectionId: 'v1', protectionKind: 'BESOKSFORBUD', protectedFrom: today, protectedUntil: addDays(today, 400) }, ctx)).toMatchObject({ ok: false, fields: { protectedUntil: 'ban_too_long' } });
    file.by(lise, protect());
    const again = { ...ctx, now: file.now() };
    expect(decideRenewProtection(file.state(), { protection: 'v1', protectedFrom: today, protectedUntil: addDays(today, 30) }, again)).toMatchObject({ ok: false, fields: { protectedUntil: 'renewal_not_longer' } });
    expect(decideRenewProtection(file.state(), { protection: 'v1', protectedFrom: today, protectedUntil: addDays(today, 120) }, again)).toMatchObject({ ok: false, fields: { protectedUntil: 'alarm_too_long' } });
  });

  test('straffeprosessloven § 222 a: somebody is reminded fourteen days and three days before it ends, and until somebody says what became of it', () => {
    const file = classified();
    file.by(lise, protect('BESOKSFORBUD', 40));
    const reasons = [25, 26, 36, 37, 41, 60].map((days) => need(file, days)?.reason);
    expect(reasons).toEqual(['start_investigation', 'protection_soon', 'protection_soon', 'protection_ends', 'protection_ends', 'protection_ends']);
    expect(need(file, 41)).toMatchObject({ clock: { clock: 'PROTECTION_END', late: true } });
    expect(endsSoon(on('2026-03-29'), on('2026-03-15')), 'summer time takes no day').toBe('soon');
    file.by(lise, renew('v1', 300));
    expect(need(file, 41)?.reason).toBe('start_investigation');
    expect(file.state().protections[0]?.periods).toHaveLength(2);
    file.by(lise, endProtection());
    expect(running(file)).toEqual([]);
    expect(file.tries(lise, renew())).toBe('no_protection');
  });

  test('the same form sent twice is one', () => {
    const file = classified();
    for (const act of [protect(), protect(), renew('v1', 85), assessRisk(), assessRisk(), markFactors(), markFactors()]) file.by(lise, act);
    const { protections, risks, factorLooks } = file.state();
    expect([protections.length, protections[0]?.periods.length, risks.length, factorLooks.length]).toEqual([1, 2, 1, 1]);
  });

  test('a period in months ends on the same date, or on the last of a shorter month', () => {
    expect(['2026-11-30', '2027-11-30', '2026-12-31'].map((from) => addMonths(on(from), 3))).toEqual(['2027-02-28', '2028-02-29', '2027-03-31']);
    fc.assert(fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 24 }), (days, months) => {
      const from = addDays(on('2020-01-01'), days);
      const until = addMonths(from, months);
      expect(Number(until.slice(0, 4)) * 12 + Number(until.slice(5, 7))).toBe(Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) + months);
      expect(until.slice(8) === from.slice(8) || addDays(until, 1).endsWith('-01')).toBe(true);
    }));
  });
});

describe('the safety plan', () => {
  test.each(['INNLAGT', 'UTSKREVET', 'LOSLATT', 'FLYTTET'] as const)('is asked for again when the suspected abuser is somewhere else (%s), until somebody has gone through it', (change) => {
    const file = classified();
    file.by(lise, suspectChanged(change));
    expect(need(file)).toMatchObject({ reason: 'plan_prompt', clock: { clock: 'PLAN_PROMPT' } });
    expect(need(file, 5)).toMatchObject({ reason: 'plan_prompt', clock: { late: true } });
    expect(file.tries(lise, reviewPlan()), 'nothing to go through').toBe('no_safety_plan');
    file.by(lise, writePlan());
    expect(running(file)).not.toContain('PLAN_PROMPT');
    file.by(lise, suspectChanged(change === 'LOSLATT' ? 'FLYTTET' : 'LOSLATT'));
    file.by(lise, reviewPlan());
    expect(file.state().planPrompts).toEqual([]);
    expect(file.state().suspectChanges).toHaveLength(2);
  });

  test('is asked for when he is let out, however early it was known and whatever was gone through before that day', () => {
    const file = classified();
    file.by(lise, writePlan());
    const out = addDays(osloDay(file.now()), 30);
    file.by(lise, (state, ctx) => decideSuspectChanged(state, { suspectChange: 'LOSLATT', changedOn: out }, ctx));
    file.by(lise, suspectChanged('FLYTTET'));
    expect(file.state().planPrompts, 'the later change does not take the place of the first').toHaveLength(2);
    file.by(lise, reviewPlan());
    expect(file.state().planPrompts).toMatchObject([{ change: 'LOSLATT', on: out }]);
    expect(need(file)?.reason, 'not a month ahead').not.toBe('plan_prompt');
    expect(need(file, 28)).toMatchObject({ reason: 'plan_prompt', clock: { late: false } });
    expect(need(file, 40)).toMatchObject({ reason: 'plan_prompt', clock: { late: true } });
    file.wait(31 * DAY_MS);
    file.by(lise, reviewPlan());
    expect(file.state().planPrompts).toEqual([]);
  });

  test('may be written before anybody has classified the case, and keeps every version', () => {
    const file = classified();
    file.by(kari, writePlan('p1'));
    file.by(lise, writePlan('p2', { warningSigns: 'Han drikker.', planPlace: 'HJEMME' }));
    expect(file.state().safetyPlans).toMatchObject([{ warningSigns: 'Han blir stille.', written: { by: kari.userId } }, { warningSigns: 'Han drikker.', written: { by: lise.userId } }]);
  });

  test('what a colleague wrote meanwhile is never written over unread', () => {
    const file = classified();
    file.by(kari, writePlan('p1'));
    expect(file.tries(lise, writePlan('p2', { planVersion: 0 }))).toBe('plan_changed');
    expect(file.state().safetyPlans).toHaveLength(1);
    file.by(kari, writePlan('p1', { planVersion: 0 }));
    expect(file.state().safetyPlans, 'the same form once more is no new version').toHaveLength(1);
  });

  test('is gone through on the day that was agreed, and not before', () => {
    const file = classified();
    file.by(lise, writePlan());
    file.by(lise, reviewPlan(30));
    expect([29, 30].map((days) => need(file, days)?.reason)).toEqual(['start_investigation', 'review_plan']);
    expect(file.state().safetyPlans[0]?.reviewed).toMatchObject({ with: 'Lise', by: lise.userId });
  });
});

describe('risk', () => {
  test('a new assessment stands on the day of whoever leads the case when its date comes', () => {
    const file = classified();
    file.by(lise, assessRisk());
    expect([29, 30, 35].map((days) => need(file, days)?.reason)).toEqual(['start_investigation', 'assess_risk', 'assess_risk']);
    file.by(lise, assessRisk({ riskId: 'r2', nextRisk: undefined }));
    expect(running(file)).toEqual([]);
  });

  test('names its tool and version: two versions of a tool do not answer alike, and what is on no list is named, or nobody can weigh it later (0097)', () => {
    const file = classified();
    expect([undefined, '', ' '].map((toolVersion) => file.tries(lise, assessRisk({ tool: 'ANNET', toolVersion })))).toEqual(['bad_input', 'bad_input', 'bad_input']);
    file.by(lise, assessRisk({ toolVersion: '3' }));
    file.by(lise, assessRisk({ riskId: 'r2', toolVersion: undefined }));
    file.by(lise, assessRisk({ riskId: 'r3', tool: 'ANNET', toolVersion: 'DASH 2009' }));
    expect(file.state().risks.map(({ tool, version }) => [tool, version])).toEqual([['SARA_SV', '3'], ['SARA_SV', undefined], ['ANNET', 'DASH 2009']]);
  });

  test('none is dated after today', () => {
    const file = classified();
    expect(file.tries(lise, assessRisk({ riskOn: addDays(osloDay(file.now()), 1) }))).toBe('bad_input');
  });

  test('what came and what went is told from one look to the next', () => {
    const file = classified();
    file.by(lise, markFactors(['OFTERE', 'KONTROLL'], 'l1'));
    file.by(lise, markFactors(['OFTERE', 'DREPSTRUSLER'], 'l2'));
    file.by(lise, markFactors(['INGEN'], 'l3'));
    const { factorLooks } = file.state();
    expect(factorLooks[0]?.factors).toEqual([{ factor: 'OFTERE', note: 'Tre ganger i oktober.' }, { factor: 'KONTROLL', note: undefined }]);
    expect([0, 1, 2].map((at) => factorChange(factorLooks, at))).toEqual([undefined, { came: ['DREPSTRUSLER'], went: ['KONTROLL'] }, { came: [], went: ['DREPSTRUSLER', 'OFTERE'] }]);
    expect(file.tries(lise, markFactors(['INGEN', 'OFTERE'], 'l4'))).toBe('bad_input');
  });

  test('the lists hold names and our own words, and nothing that could be summed into a score', () => {
    for (const { code, nb } of [...RISK_TOOL.values, ...RISK_FACTOR.values]) expect(`${code} ${nb}`).not.toMatch(/poeng|score|vekt/i);
  });

  test('hol kap. 9 and pbrl kap. 4 A: no measure here is a decision on coercion', () => {
    const codes: readonly string[] = MEASURE.codes;
    expect(codes.filter((code) => /TVANG|VEDTAK_4A|INNLEGGELSE/.test(code))).toEqual([]);
  });
});

describe('over time', () => {
  const report = (at: string, channel: 'TELEFON' | 'NETTSKJEMA' = 'NETTSKJEMA') => ({ channel, contents: [{ at: instant(at) }], dialogue: { theirs: [], ours: [{ at: instant('2026-01-06T09:00:00.000Z') }] } });

  test('reports, calls at night, incidents, police and contact stand on lines of their own, in the order they came', () => {
    const file = investigating();
    file.by(kari, raise());
    file.by(lise, suspectChanged());
    file.by(lise, note());
    const marks = pattern(file.events, [report('2026-01-05T08:00:00.000Z'), report('2026-01-05T23:30:00.000Z', 'TELEFON')]);
    expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).toSorted());
    expect(LANES.map((lane) => marks.filter((mark) => mark.lane === lane).length)).toEqual([1, 2, 1, 2, 1, 0, 0]);
    expect(marks.filter(({ of }) => of === 'JournalNoteWritten'), 'a note of no kind says nothing about contact').toEqual([]);
  });

  test('thirty days are set beside the thirty before them, and what we did ourselves is not counted as danger', () => {
    const now = instant('2026-03-31T12:00:00.000Z');
    const marks = pattern([], [report('2026-03-30T08:00:00.000Z'), report('2026-03-01T12:00:00.000Z'), report('2026-02-10T08:00:00.000Z'), report('2025-12-01T08:00:00.000Z')]);
    expect(lately(marks, now)).toEqual({ last: 1, before: 2 });
  });
});

describe('follow-up', () => {
  test('is proposed after one, three and six months, and what is over is not proposed again', () => {
    const file = investigating();
    file.by(lise, measure());
    expect(followUpDays(file.state(), NO_CHANGES, file.now())).toEqual([]);
    file.by(lise, conclude);
    const today = osloDay(file.now());
    expect(followUpDays(file.state(), NO_CHANGES, file.now())).toEqual([1, 3, 6].map((months) => addMonths(today, months)));
    const followed = followingUp();
    expect(followUpDays(followed.state(), NO_CHANGES, addMs(followed.now(), 45 * DAY_MS))).toEqual([3, 6].map((months) => addMonths(osloDay(followed.now()), months)));
    expect(followUpDays(followed.state(), { ...NO_CHANGES, changes: { FOLLOW_UP: { amount: 2, later: [4, 8] } } }, followed.now())[0], 'the region’s own rhythm').toBe(addMonths(osloDay(followed.now()), 2));
  });
});
