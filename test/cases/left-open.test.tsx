import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { stepPath } from '../../src/cases/pages/paths.ts';
import { StepPage } from '../../src/cases/pages/step-page.tsx';
import { actAgain, adviseOnly, averting, childDuty, close, confirmNotACase, declare, followingUp, notACase, proposeClosing, protect, serviceTold } from './acts.ts';
import { FILE, journal, kari, lise, OPENING, petter, START } from './journal.ts';
import { contentFor, requestOf } from './pages-case.ts';

describe('a case does not end while a duty that was told of has no answer: nobody would be reminded of it again', () => {
  test('«ikke sak» waits for the answer about children and about the service, and no answer asks for more than one press where none is due', () => {
    const file = journal(kari, { ...OPENING, start: { ...START, children: 'JA', relation: ['ANSATT'] } });
    file.by(kari, notACase());
    file.by(petter, declare());
    expect(file.tries(petter, confirmNotACase)).toBe('duties_unanswered');
    file.by(petter, childDuty({ childDuty: 'IKKE_NODVENDIG' }));
    expect(file.tries(petter, confirmNotACase)).toBe('duties_unanswered');
    file.by(petter, serviceTold);
    expect(file.by(petter, confirmNotACase).status).toBe('IKKE_SAK');
    const advice = journal(kari);
    advice.by(kari, adviseOnly());
    advice.by(petter, declare());
    expect(advice.by(petter, confirmNotACase).status, 'nothing was told that a duty follows from').toBe('IKKE_SAK');
  });

  test('nor is it closed; what is open besides is shown first', () => {
    const file = followingUp();
    file.by(lise, actAgain);
    file.by(lise, protect('VOLDSALARM', 80));
    file.by(lise, childDuty());
    file.by(lise, proposeClosing({ reasons: ['DOD'] }));
    file.by(petter, declare());
    expect(file.tries(petter, close())).toBe('duties_unanswered');
    const shown = renderToStaticMarkup(<StepPage model={contentFor(petter, file)} request={requestOf({ actor: petter, path: stepPath(FILE, 'closeCase') })} />);
    expect(shown).toContain('Mobil voldsalarm til og med');
    expect(shown).toContain('Barnevernet har ikke svart');
    file.by(petter, averting());
    expect(file.by(petter, close()).status).toBe('AVSLUTTET');
  });
});
