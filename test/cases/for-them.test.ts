import { describe, expect, test } from 'vitest';
import { clocks } from '../../src/cases/clocks.ts';
import { fallenMeasures } from '../../src/cases/for-them.ts';
import { decideConcludeInvestigation } from '../../src/cases/investigation.ts';
import { decideMeasure, decideUpdateMeasure, type MeasureAnswers } from '../../src/cases/measure.ts';
import { osloDay } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { addPerson, assessCapacity, assessing, changePerson, classify, confirm, FINDINGS, investigating, measure, othersConsent } from './acts.ts';
import { kari, lise, type Journal } from './journal.ts';

type Act = Parameters<Journal['by']>[1];
const onTheirs = (change: Partial<MeasureAnswers> = {}): Act => (state, ctx) => decideMeasure(state, { measureId: 'm2', measure: 'OKONOMISIKRING', responsible: 'Banken', due: osloDay(ctx.now), measureBasis: 'ANDRE_SAMTYKKER', ...change }, ctx);
const answered = (): Act => (state, ctx) => decideConcludeInvestigation(state, { ...FINDINGS, consent: 'PARORENDE' }, ctx);
const daughter = (file: Journal) => {
  file.by(kari, addPerson('unni', ['PARORENDE']));
  file.by(kari, assessCapacity());
  file.by(kari, othersConsent('unni', 'c2'));
};
const fallen = (file: Journal) => fallenMeasures(file.state(), osloDay(file.now())).map(({ measureId }) => measureId);

describe('somebody else’s word for the person carries a measure, a conclusion or an assessment only where it is written down and stands (hpl § 22)', () => {
  test('never written down: nothing stands on it', () => {
    const file = investigating();
    expect(file.tries(lise, onTheirs())).toBe('no_consent');
    expect(file.tries(lise, onTheirs({ measureBasis: undefined, consent: 'VERGE' }))).toBe('no_consent');
    file.by(lise, measure());
    expect(file.tries(lise, answered())).toBe('no_consent');
    expect(assessing().tries(kari, classify({ consent: 'PARORENDE' }))).toBe('no_consent');
  });

  test('written down, and it stands: each goes through, and the measure says on which', () => {
    const file = investigating();
    daughter(file);
    expect(file.by(lise, onTheirs()).measures[0]).toMatchObject({ consentId: 'c2' });
    expect(file.tries(lise, onTheirs({ measureId: 'm3', consent: 'VERGE' })), 'the daughter is no guardian').toBe('no_consent');
    expect(file.tries(lise, answered())).toBeUndefined();
  });

  test('the second person judges an assessment as it stands now: on the word of somebody who is suspected since, nothing is confirmed', () => {
    const file = assessing();
    daughter(file);
    file.by(kari, classify({ consent: 'PARORENDE' }));
    file.by(kari, changePerson('unni'));
    expect(file.tries(lise, confirm())).toBe('no_consent');
    file.by(kari, classify());
    expect(file.tries(lise, confirm()), 'proposed anew, on the person’s own word').toBeUndefined();
  });

  test('of somebody who is suspected by now: the measure is listed and counted until it is ended or stands on something else', () => {
    const file = investigating();
    daughter(file);
    file.by(lise, onTheirs());
    file.by(lise, onTheirs({ measureId: 'm3' }));
    expect(fallen(file)).toEqual([]);
    file.by(kari, changePerson('unni'));
    expect(file.tries(lise, onTheirs({ measureId: 'm4' }))).toBe('no_consent');
    expect(fallen(file)).toEqual(['m2', 'm3']);
    expect(clocks(file.state(), NO_CHANGES, file.now()).map(({ clock }) => clock)).toContain('SHARING_REVIEW');
    file.by(lise, (state, ctx) => decideUpdateMeasure(state, { measureId: 'm2', measureStatus: 'PAGAR', measureBasis: 'VEDTAK' }, ctx));
    file.by(lise, (state, ctx) => decideUpdateMeasure(state, { measureId: 'm3', measureStatus: 'AVBRUTT' }, ctx));
    expect(fallen(file)).toEqual([]);
    expect(clocks(file.state(), NO_CHANGES, file.now()).map(({ clock }) => clock)).not.toContain('SHARING_REVIEW');
  });
});
