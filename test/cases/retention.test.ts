import { expect, test } from 'vitest';
import { projectCase } from '../../src/cases/projection.ts';
import { retentionOf, retentionsFor } from '../../src/cases/retention.ts';
import { decideCloseCase } from '../../src/cases/closing.ts';
import { decideConfirmNotACase } from '../../src/cases/not-a-case.ts';
import { CLOSING_REASON } from '../../src/cases/codes.ts';
import { entry } from '../../src/cases/events.ts';
import { foldCase } from '../../src/cases/evolve.ts';
import type { Retention } from '../../src/cases/choices.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { assessing, classified, declare, END, followingUp, mergeInto, note, notACase, proposeClosing, takeIn } from './acts.ts';
import { kari, lise, petter, written, type Journal } from './journal.ts';

const closeAs = (retention?: Retention) => (state: Parameters<typeof decideCloseCase>[0], ctx: Parameters<typeof decideCloseCase>[2]) => decideCloseCase(state, { ...END, proposal: state.proposals, retention }, ctx);
const noCaseAs = (retention?: Retention) => (state: Parameters<typeof decideCloseCase>[0], ctx: Parameters<typeof decideCloseCase>[2]) => decideConfirmNotACase(state, { proposal: state.proposals, retention }, ctx);

/** A case that Lise proposed to close for these reasons, and that Petter may close. */
function toClose(reasons: Parameters<typeof proposeClosing>[0]): Journal {
  const file = followingUp();
  file.by(lise, proposeClosing(reasons));
  file.by(petter, declare());
  return file;
}

test('bevaringsforskrifta § 3: whatever a case is closed for, it is kept, unless it was registered by mistake and for nothing else', () => {
  for (const reason of CLOSING_REASON.codes.filter((code) => code !== 'FEILREGISTRERT' && code !== 'PERSON_ONSKER_IKKE')) {
    const file = toClose({ reasons: [reason] });
    expect(retentionsFor(file.state()), reason).toEqual(['BEVARES']);
    expect(file.tries(petter, closeAs('KORT')), reason).toBe('not_short');
  }
  expect(toClose({ reasons: ['FEILREGISTRERT', 'DUBLETT'] }).tries(petter, closeAs('KORT'))).toBe('not_short');
  const mistake = toClose({ reasons: ['FEILREGISTRERT'] });
  expect(retentionsFor(mistake.state())).toEqual(['BEVARES', 'KORT']);
  expect(retentionOf(mistake.state()), 'an open case has no class').toBeUndefined();
  expect(retentionOf(mistake.by(petter, closeAs('KORT')))).toBe('KORT');
});

test('what is not chosen is kept: nobody disposes of a case because a field was left alone', () => {
  expect(retentionOf(toClose({ reasons: ['FEILREGISTRERT'] }).by(petter, closeAs()))).toBe('BEVARES');
});

test('arkivforskrifta § 3: a report that became no case, and was a mistake, is kept for a short time when the second person says so; no other is', () => {
  const mistake = assessing();
  mistake.by(kari, notACase({ notACaseReason: 'FEILREGISTRERT' }));
  expect(retentionsFor(mistake.state())).toContain('KORT');
  expect(retentionOf(mistake.by(lise, noCaseAs('KORT')))).toBe('KORT');
  const advice = assessing();
  advice.by(kari, notACase());
  expect(advice.tries(lise, noCaseAs('KORT'))).toBe('not_short');
  expect(retentionOf(advice.by(lise, noCaseAs()))).toBe('BEVARES');
});

test('a case that was merged is kept whatever was chosen before: its journal may be the only place of its notes', () => {
  const file = classified();
  file.by(kari, note('n1'));
  const state = file.by(kari, mergeInto(classified().state()));
  expect(state.status).toBe('SAMMENSLATT');
  expect(retentionOf(state)).toBe('BEVARES');
  expect(projectCase(state, NO_CHANGES).retention).toBe('BEVARES');
});

test('a case that took in another is no mistake: with it would go what the other one knew', () => {
  const file = followingUp();
  file.by(kari, takeIn(classified().state()));
  file.by(lise, proposeClosing({ reasons: ['FEILREGISTRERT'] }));
  file.by(petter, declare());
  expect(retentionsFor(file.state())).toEqual(['BEVARES']);
  expect(file.tries(petter, closeAs('KORT'))).toBe('not_short');
});

test('an entry from before the rule still opens, and is read by the stricter one: no list for disposal has it', () => {
  const file = toClose({ reasons: ['DUBLETT'] });
  const old = written([entry('CaseClosed', file.now(), { ...END, proposal: 1, reasons: ['DUBLETT'], retention: 'KORT' })], petter, file.now());
  const state = foldCase([...file.events, ...old]);
  expect(state.closing?.retention, 'the journal says what was chosen').toBe('KORT');
  expect(projectCase(state, NO_CHANGES).retention).toBe('BEVARES');
  expect(projectCase(foldCase([...file.events, ...written([entry('CaseClosed', file.now(), { ...END, proposal: 1, reasons: ['FEILREGISTRERT'], retention: 'KORT' })], petter, file.now())]), NO_CHANGES).retention).toBe('KORT');
});
