import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { CaseState } from '../../src/cases/case.ts';
import type { CaseActor, DecisionContext } from '../../src/cases/conditions.ts';
import type { CaseEvent } from '../../src/cases/events.ts';
import { evolve } from '../../src/cases/evolve.ts';
import type { Decision } from '../../src/cases/guard.ts';
import { nextSteps } from '../../src/cases/next-steps.ts';
import { stepPath } from '../../src/cases/pages/paths.ts';
import { StepPage } from '../../src/cases/pages/step-page.tsx';
import { isClosed } from '../../src/cases/status.ts';
import { addMs, HOUR, type Instant } from '../../src/kernel/time.ts';
import { lastInTeam } from '../../src/staff/roles.ts';
import * as act from './acts.ts';
import { FILE, hilde, jorunn, journal, kari, lise, MONDAY, omar, petter, TEAM, written, type Journal } from './journal.ts';
import { contentFor, requestOf } from './pages-case.ts';

type Act = (state: CaseState, ctx: DecisionContext) => Decision;

const ROLES = ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM', 'LEDER'] as const;

/** Everything one person can do, with themselves as the case lead and with another. */
function everything(me: CaseActor): readonly Act[] {
  return [
    act.declare(), act.declare('TILKNYTTET'), act.raise(), act.review, act.lower, act.handOver, act.readHandover, act.transfer, act.confirmTransfer,
    act.classify({ lead: me.userId }), act.classify({ lead: omar.userId, caseType: 'KAN' }), act.classify({ lead: me.userId, provisional: true }), act.confirm(), act.notACase(), act.adviseOnly(), act.confirmNotACase,
    act.changeLead(me.userId), act.changeLead(lise.userId), act.investigate, act.measure(), act.update(), act.conclude, act.followUp, act.followedUp,
    act.classify({ again: true, lead: me.userId, caseType: 'KAN' }), act.awaitPolice(), act.resume, act.investigateAgain, act.actAgain, act.reopen,
    act.proposeClosing(), act.proposeClosing({ reasons: ['DOD'] }), act.returnClosing, act.close(), act.note(), act.note('n2', 'n1'), act.grant(omar), act.endAccess(omar),
  ];
}

/** What the ending steps read of a case. What only grows (notes, follow-ups, numbers), and who was let in, is left out, so that the search comes to an end. */
function shape(state: CaseState): string {
  const { status, proposal, classification, closingProposal, akutt, handover, lead, excluded, impartial, measures } = state;
  return JSON.stringify([
    status, proposal?.kind, proposal?.by, proposal?.byTeam, proposal?.byCoordinator, proposal?.kind === 'CLASSIFICATION' ? proposal.classification.lead : undefined, classification?.caseType, classification?.confirmed?.by, closingProposal?.by, closingProposal?.from,
    akutt?.raisedBy, handover?.read === undefined, lead, excluded, impartial, measures.length > 0,
  ]);
}

function carriedOut(state: CaseState, actor: CaseActor, one: Act, team: DecisionContext['team']): readonly [before: CaseState, after: CaseState][] {
  const now = addMs(state.updatedAt, HOUR);
  const decision = one(state, { actor, now, team });
  if (!decision.ok) return [];
  const steps: [CaseState, CaseState][] = [];
  let before = state;
  for (const event of written(decision.value, actor, now)) {
    const after = evolve(before, event);
    steps.push([before, after]);
    before = after;
  }
  return steps;
}

/** Whether one person's steps ended the case, or made a classification one that two have confirmed. */
function takesTwo(before: CaseState, after: CaseState): boolean {
  const ended = isClosed(after.status) && !isClosed(before.status);
  return ended || (after.classification?.confirmed !== undefined && (before.classification?.confirmed === undefined || before.classification.caseType !== after.classification.caseType));
}

/** Every state that this person reaches alone, whatever roles they are given or take on the way, however small the team gets. */
function reachedAlone(from: CaseState, me: CaseActor): { readonly states: number; readonly wrong: readonly string[] } {
  const roles = [ROLES, ['MOTTAK'], ['TEAMMEDLEM']];
  const teams = [[me.userId], TEAM];
  const seen = new Map([[shape(from), from]]);
  const wrong: string[] = [];
  const waiting = [from];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const held of roles) for (const team of teams) for (const one of everything(me)) {
      const steps = carriedOut(state, { ...me, roles: held }, one, team);
      wrong.push(...steps.filter(([before, after]) => takesTwo(before, after)).map(([before, after]) => `${before.status} → ${after.status}, ${held.join('+')}, team of ${team.length}`));
      const last = steps.at(-1)?.[1];
      if (last === undefined || seen.has(shape(last))) continue;
      seen.set(shape(last), last);
      waiting.push(last);
    }
  }
  return { states: seen.size, wrong };
}

/** Where others have brought the case before somebody is alone with it: nothing waits for a second person. */
const PLACES: readonly (readonly [string, () => Journal])[] = [
  ['opened by reception', act.received],
  ['opened by a coordinator', () => journal(kari)],
  ['classified by two others', () => act.classified()],
  ['under inquiry', act.investigating],
  ['followed up', act.followingUp],
  ['dangerous, with the alarm raised by another', () => { const file = act.assessing(); file.by(petter, act.raise()); return file; }],
  ['classified at night by reception', () => {
    const file = act.received();
    file.by(jorunn, act.raise());
    file.by(jorunn, act.handOver);
    return file;
  }],
];

describe('one person alone, with every role and every order of steps, never closes, transfers, ends or classifies a case that is', () => {
  test.each(PLACES)('%s', (_, place) => {
    for (const me of [kari, lise, jorunn, hilde]) {
      const { states, wrong } = reachedAlone(place().state(), me);
      expect(wrong, me.roles.join()).toEqual([]);
      expect(states, 'the search goes somewhere').toBeGreaterThan(5);
    }
  });
});

test('the search above would have found a closing by one person: with a second one, it is reached', () => {
  const from = act.followingUp().state();
  const mine = carriedOut(from, lise, act.proposeClosing(), TEAM).at(-1)?.[1];
  if (mine === undefined) throw new Error('not proposed');
  expect(reachedAlone(mine, kari).wrong).not.toEqual([]);
  expect(reachedAlone(mine, lise).wrong).toEqual([]);
});

test('nor does any long random life of one person, with the roles and the team changing at each step', () => {
  const tries = fc.array(fc.record({ pick: fc.nat(999), roles: fc.subarray([...ROLES]), team: fc.subarray([...TEAM]) }), { minLength: 10, maxLength: 60, size: 'max' });
  fc.assert(fc.property(fc.constantFrom(...PLACES), fc.constantFrom(kari, lise, jorunn), tries, ([, place], me, all) => {
    let state = place().state();
    for (const { pick, roles, team } of all) {
      const acts = everything(me);
      const steps = carriedOut(state, { ...me, roles }, acts[pick % acts.length] ?? act.review, team);
      expect(steps.some(([before, after]) => takesTwo(before, after))).toBe(false);
      state = steps.at(-1)?.[1] ?? state;
    }
  }), { numRuns: 300, seed: 20260105 });
});

test('each ending that two people made names two different people of the team in the journal', () => {
  const file = act.closed();
  const closing = file.events.findLast((event) => event.type === 'ClosingProposed') as CaseEvent; // closed() wrote one
  expect([closing.actor, file.state().closing?.by]).toEqual([lise.userId, petter.userId]);
  expect(TEAM).toEqual(expect.arrayContaining([closing.actor, file.state().closing?.by]));
});

describe('T14 in a region where few have been of the team: whoever proposed the closing may decide it, and the trick of making the team small for a day does not open it', () => {
  const DAY = 24 * HOUR;
  const months = (n: number) => n * 30 * DAY;
  type Held = Parameters<typeof lastInTeam>[0][number];
  const held = (role: string, change: Partial<Held> = {}): Held => ({ role, confirmed_at: addMs(MONDAY, -months(24)), ended_at: null, until: null, ...change });
  const HERE = { disabled_at: null };

  /** Kari leads the case and has proposed to close it. */
  function proposed(): Journal {
    const file = act.assessing();
    file.by(kari, act.classify({ lead: kari.userId }));
    file.by(lise, act.confirm());
    file.by(kari, act.proposeClosing({ reasons: ['DOD'] }));
    return file;
  }
  const closes = (file: Journal, team: readonly (Instant | undefined)[] | undefined, change: Parameters<typeof act.close>[1] = { aloneWhy: 'Kollegaen er inhabil.' }) => {
    const decision = act.close(undefined, change)(file.state(), { actor: kari, now: file.now(), team: [kari.userId], lastInTeam: team?.flatMap((at) => at ?? []) });
    return decision.ok ? decision.value.at(-1) : decision.fields ?? decision.code;
  };

  test('two have been of it: closed, with why in the entry; without why it is asked for, and what one person decided is never kept for a short time', () => {
    const file = proposed();
    const two = [file.now(), file.now()];
    expect(closes(file, two)).toMatchObject({ type: 'CaseClosed', content: { alone: true, aloneWhy: 'Kollegaen er inhabil.' } });
    expect(closes(file, two, {})).toEqual({ aloneWhy: 'missing' });
    const mistake = act.assessing();
    mistake.by(kari, act.classify({ lead: kari.userId }));
    mistake.by(lise, act.confirm());
    mistake.by(kari, act.proposeClosing({ reasons: ['FEILREGISTRERT'] }));
    expect(closes(mistake, two, { aloneWhy: 'Alene.', retention: 'KORT' })).toEqual({ retention: 'not_short' });
  });

  test('a role ended in the morning, an account shut at noon, both given back the next day: all of them count for as long as the case is open and for 90 days', () => {
    const file = proposed();
    file.wait(10 * DAY);
    const yesterday = addMs(file.now(), -DAY);
    const trick = [lastInTeam([held('KOORDINATOR')], HERE, file.now()), lastInTeam([held('TEAMMEDLEM', { ended_at: yesterday })], HERE, file.now()), lastInTeam([held('TEAMMEDLEM')], { disabled_at: yesterday }, file.now())];
    expect(closes(file, trick)).toBe('another_must_close');
    file.wait(months(4));
    expect(closes(file, trick), 'the case was opened while they were of the team').toBe('another_must_close');
  });

  test('nor does ending them first and opening the case after: 90 days have to go by', () => {
    const file = proposed();
    const before = (days: number) => [file.now(), file.now(), lastInTeam([held('TEAMMEDLEM', { ended_at: addMs(MONDAY, -days * DAY) })], HERE, file.now())];
    expect(closes(file, before(80))).toBe('another_must_close');
    expect(closes(file, before(91))).toMatchObject({ type: 'CaseClosed' });
  });

  test('what was only proposed, and other roles, make no team; a role that was taken up again counts as held now', () => {
    const now = MONDAY;
    expect(lastInTeam([held('TEAMMEDLEM', { confirmed_at: null }), held('MOTTAK'), held('LEDER')], HERE, now)).toBeUndefined();
    expect(lastInTeam([held('TEAMMEDLEM', { ended_at: addMs(now, -months(6)) }), held('TEAMMEDLEM', { confirmed_at: addMs(now, -DAY) })], HERE, now)).toBe(now);
    expect(lastInTeam([held('TEAMMEDLEM', { confirmed_at: addMs(now, -DAY) })], { disabled_at: addMs(now, -months(1)) }, now), 'given while the account was shut').toBeUndefined();
  });

  test('never with a strictly confidential address, never where nobody looked who was of the team, and danger, duties and the question stand in the way as before', () => {
    const strict = proposed();
    strict.by(kari, act.grade('STRENGT'));
    expect(closes(strict, [strict.now()])).toBe('another_must_close');
    expect(closes(proposed(), undefined)).toBe('another_must_close');
    expect(closes(proposed(), [])).toBe('another_must_close');
    const danger = proposed();
    danger.by(kari, act.raise());
    expect(closes(danger, [danger.now()])).toBe('akutt_still_raised');
  });

  test('the form says plainly what it is and asks why; whoever is not alone is asked nothing more', () => {
    const file = proposed();
    const shown = (lastInTeam: readonly Instant[]) => {
      const model = contentFor(kari, file);
      return renderToStaticMarkup(createElement(StepPage, { model: { ...model, steps: nextSteps(file.state(), { actor: kari, now: file.now(), team: TEAM, lastInTeam }) }, request: requestOf({ actor: kari, path: stepPath(FILE, 'closeCase') }) }));
    };
    expect(shown([file.now(), file.now()])).toMatch(/Du lukker saken alene.*Lukket alene, fordi/s);
    expect(shown([file.now(), file.now(), file.now()])).toContain('En annen må avslutte saken');
    file.by(petter, act.declare());
    expect(renderToStaticMarkup(createElement(StepPage, { model: contentFor(petter, file), request: requestOf({ actor: petter, path: stepPath(FILE, 'closeCase') }) }))).not.toContain('alene');
  });
});
