import { describe, expect, test } from 'vitest';
import { leftBehind } from '../../src/cases/pages/left-open.tsx';
import { feedbackFault } from '../../src/cases/reporter-told.ts';
import { adviseOnly, assessRisk, confirmNotACase, consents, closing, declare, END, followingUp, notACase, assessing, measure, protect, suspectChanged, update, warn, withdraw, writePlan } from './acts.ts';
import { decideCloseCase } from '../../src/cases/closing.ts';
import { kari, lise, petter, type Journal } from './journal.ts';

const left = (file: Journal) => leftBehind(file.state(), 'nb').join('\n');

describe('before a case ends it says what nobody will be reminded of', () => {
  test('a measure that is not over, the suspect let out, a risk to be assessed anew, a warning, and that there is no safety plan', () => {
    const file = followingUp();
    expect(left(file)).toMatch(/Tiltak planlagt: .*Banken, Lise/);
    expect(left(file)).toContain('ikke laget noen sikkerhetsplan');
    file.by(lise, writePlan());
    file.by(lise, suspectChanged());
    file.by(lise, assessRisk());
    file.by(kari, warn());
    expect(left(file)).toMatch(/overgriperen: «Er løslatt[^]*Risikoen skulle vurderes[^]*Ikke ring før kl\. 12/);
    expect(left(file)).not.toContain('ikke laget noen sikkerhetsplan');
  });

  test('an alarm that the person has and whose last day nobody wrote', () => {
    const file = followingUp();
    file.by(lise, measure('m9', 'VOLDSALARM'));
    file.by(lise, update('m9'));
    expect(left(file)).toContain('Voldsalarm: Ingen siste dag er skrevet inn');
    expect(left(file), 'nobody is reminded once the case has ended').not.toContain('minnet på');
    file.by(lise, protect('VOLDSALARM', 80, 'v9'));
    expect(left(file)).not.toContain('Ingen siste dag');
  });

  test('nothing of a measure that was carried out', () => {
    const file = followingUp();
    file.by(lise, update());
    file.by(lise, writePlan());
    expect(left(file)).toBe('');
  });
});

describe('«told within the consent» (fvl § 13 a nr. 1)', () => {
  test('is no answer where nobody consented, or the person took it back', () => {
    const file = closing();
    file.by(petter, declare());
    const told: Parameters<Journal['by']>[1] = (state, ctx) => decideCloseCase(state, { ...END, reporterFeedback: 'GITT', correctionId: 'k1', proposal: state.proposals }, ctx);
    expect(file.tries(petter, told)).toBe('no_consent');
    file.by(kari, consents());
    expect(feedbackFault(file.state(), 'GITT', file.now())).toBeUndefined();
    file.by(kari, withdraw());
    expect(file.tries(petter, told)).toBe('no_consent');
    for (const act of [notACase, adviseOnly]) expect(assessing().tries(kari, act({ reporterFeedback: 'GITT' }))).toBe('no_consent');
    const taken = assessing();
    taken.by(kari, consents());
    taken.by(kari, notACase({ reporterFeedback: 'GITT' }));
    taken.by(kari, withdraw());
    expect(taken.tries(lise, confirmNotACase), 'nor where it was taken back between the two').toBe('no_consent');
    expect(assessing().tries(kari, notACase({ reporterFeedback: 'BARE_MOTTATT' }))).toBeUndefined();
  });
});
