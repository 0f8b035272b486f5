import { describe, expect, test } from 'vitest';
import { caseFacts, mayTakeStep, standing } from '../../src/cases/access.ts';
import type { CaseActor } from '../../src/cases/conditions.ts';
import { decideGrantAccess } from '../../src/cases/grants.ts';
import { countsUntil, type Term } from '../../src/cases/supervision.ts';
import { addDays, addMs, DAY_MS, osloDay, type Instant } from '../../src/kernel/time.ts';
import { classified, grade, grant } from './acts.ts';
import { FILE, HAVNES, kari, omar, type Journal } from './journal.ts';

/** Omar, who came to supervise; by default since yesterday. */
const supervisor: CaseActor = { ...omar, roles: ['TILSYN'] };
const term = (from: Instant, days = 30): Term => ({ from, until: addMs(from, days * DAY_MS) });
const stands = (file: Journal, actor: CaseActor, supervisions: readonly Term[] = [term(addMs(file.now(), -DAY_MS))], now = file.now()) =>
  standing({ ...actor, municipalities: [HAVNES], supervisions }, caseFacts(FILE, file.state(), actor.userId, now), now);
const opens = (file: Journal, days = 90) => file.by(kari, (state, ctx) => decideGrantAccess(state, { accessTo: omar.userId, accessToRoles: ['TILSYN'], accessReason: 'TILSYN', until: addDays(osloDay(ctx.now), days) }, ctx));

describe('what is opened for whoever supervises (krisesenterlova § 9: for a time)', () => {
  test('is not what they were let into as a colleague, nor a strictly confidential case among it', () => {
    for (const strict of [false, true]) {
      const file = classified();
      if (strict) file.by(kari, grade('STRENGT'));
      file.by(kari, grant(omar));
      expect([stands(file, omar), stands(file, supervisor)]).toEqual(['granted', 'not_granted']);
    }
  });

  test('does not come back with a later decision about another municipality', () => {
    const file = classified();
    opens(file);
    expect(stands(file, supervisor)).toBe('supervision');
    const later = addMs(file.now(), 40 * DAY_MS);
    expect(stands(file, supervisor, [], later)).toBe('not_granted');
    expect(stands(file, supervisor, [term(addMs(later, -DAY_MS))], later)).toBe('not_granted');
  });

  test('ends with the decision that ran when it was opened, also while a newer one runs on', () => {
    const file = classified();
    const first = term(addMs(file.now(), -DAY_MS), 5);
    opens(file);
    const second = term(addMs(file.now(), DAY_MS), 30);
    const facts = caseFacts(FILE, file.state(), omar.userId, file.now());
    expect(countsUntil({ roles: ['TILSYN'], supervisions: [first, second] }, facts)).toBe(first.until);
    expect(stands(file, supervisor, [second], first.until)).toBe('not_granted');
  });

  test('ends on the day the coordinator chose, where that comes first', () => {
    const file = classified();
    opens(file, 2);
    const facts = caseFacts(FILE, file.state(), omar.userId, file.now());
    expect(countsUntil({ roles: ['TILSYN'], supervisions: [term(addMs(file.now(), -DAY_MS))] }, facts)).toBe(facts.grantedUntil);
  });

  test('lets nobody take steps who is hired afterwards', () => {
    const file = classified();
    opens(file);
    expect(stands(file, omar)).toBe('not_granted');
    expect(mayTakeStep('writeNote', { ...omar, municipalities: [] }, { ...caseFacts(FILE, file.state(), omar.userId, file.now()), impartial: true }, file.now()).allow).toBe(false);
    file.by(kari, grant(omar));
    expect([stands(file, omar), stands(file, supervisor)], 'let in anew, as a colleague').toEqual(['granted', 'not_granted']);
  });
});
