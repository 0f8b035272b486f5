import { describe, expect, test } from 'vitest';
import { decideAdditionsTold } from '../../src/cases/added.ts';
import type { CaseStart } from '../../src/cases/events.ts';
import { homeRefusal } from '../../src/cases/documents.ts';
import { suspectLivesThere } from '../../src/cases/lives-there.ts';
import { contactFacts } from '../../src/cases/pages/contact-card.tsx';
import { decideAddPerson, decideChangePerson } from '../../src/cases/steps/share.ts';
import { told } from '../../src/cases/told.ts';
import { asId } from '../../src/kernel/ids.ts';
import { NO_DIALOGUE } from '../../src/reports/dialogue.ts';
import type { ReportContent } from '../../src/reports/public.ts';
import { join, JOIN, recordPerson, suspectChanged, takeIn } from './acts.ts';
import { contentFor, REPORTED } from './pages-case.ts';
import { journal, kari, OPENING, REPORT, START, type Journal } from './journal.ts';

const { safeContact: _way, ...PERSON } = START.person;
type Answer = 'JA' | 'NEI' | 'VET_IKKE' | undefined;

/** Of the home is known only what the test says. */
function reported(start: Partial<CaseStart> = {}): Journal {
  return journal(kari, { ...OPENING, start: { ...START, person: PERSON, ...start } });
}
const suspect = (relatedName: string, livesWith: Answer): Parameters<Journal['by']>[1] => (state, ctx) => decideAddPerson(state, { relatedId: relatedName, relatedName, parts: ['MISTENKT'], livesWith }, ctx, () => []);
const again = (related: string, livesWith: Answer): Parameters<Journal['by']>[1] => (state, ctx) => decideChangePerson(state, { related, parts: ['MISTENKT'], livesWith }, ctx, () => []);
const home = (file: Journal) => homeRefusal(file.state(), told({ state: file.state(), reports: [] }));
/** Tor lives elsewhere, as the team found out. */
function elsewhere(start: Partial<CaseStart> = {}): Journal {
  const file = reported(start);
  file.by(kari, suspect('Tor Lian', 'NEI'));
  expect(home(file), 'a letter to the home can be made').toBeUndefined();
  return file;
}
/** The same report once more, with this in it. */
const added = (more: Partial<ReportContent>): Parameters<Journal['by']>[1] => (state) => decideAdditionsTold(state, REPORT, {
  contents: [{ at: START.receivedAt, order: 0, report: REPORTED }, { at: START.receivedAt, order: 1, report: { ...REPORTED, ...more } }], dialogue: NO_DIALOGUE, partsThen: 1,
});

describe('that the suspected abuser lives elsewhere is true no longer, and no letter goes home,', () => {
  const since: readonly (readonly [string, Parameters<Journal['by']>[1], string])[] = [
    ['when he has moved, or is back', suspectChanged('FLYTTET'), 'home_not_known_safe'],
    ['when he is let out', suspectChanged('LOSLATT'), 'home_not_known_safe'],
    ['when he is discharged', suspectChanged('UTSKREVET'), 'home_not_known_safe'],
    ['when a report comes that says they live together', join({ start: { ...JOIN.start, person: PERSON, livesTogether: 'JA' } }), 'suspect_at_home'],
    ['when an addition to a report says so', added({ livesTogether: 'ja' }), 'home_not_known_safe'],
    ['when a report of a case that becomes part of this one says so', (state, ctx) => takeIn(journal(kari, { ...OPENING, reports: [asId<'file'>('20000000-0000-4000-8000-000000000008')], start: { ...START, person: PERSON, livesTogether: 'JA' } }).state())(state, ctx), 'suspect_at_home'],
  ];
  test.each(since)('%s; until somebody says it anew', (_, happens, refusal) => {
    const file = elsewhere();
    file.by(kari, happens);
    expect(home(file)).toBe(refusal);
    file.by(kari, again('Tor Lian', 'NEI'));
    expect(home(file)).toBeUndefined();
  });

  test('also where only the report said so; but not when he is admitted', () => {
    const file = reported({ livesTogether: 'NEI' });
    file.by(kari, suspectChanged('INNLAGT'));
    expect(home(file)).toBeUndefined();
    file.by(kari, suspectChanged('FLYTTET'));
    expect(home(file)).toBe('home_not_known_safe');
    const known = elsewhere();
    known.by(kari, suspectChanged('INNLAGT'));
    expect(home(known)).toBeUndefined();
  });
});

describe('what the team knows of one suspect says nothing of another:', () => {
  const other = 'Mona Berg';
  test('one whom a report names and nobody has written down lives where the report says', () => {
    const file = reported({ suspectName: other, livesTogether: 'JA' });
    file.by(kari, suspect('Tor Lian', 'NEI'));
    expect(home(file)).toBe('suspect_at_home');
    file.by(kari, suspect(other, 'NEI'));
    expect(home(file), 'until the team knows better').toBeUndefined();
  });

  test('nor where the report did not know; «sønnen» is no name of another', () => {
    const file = elsewhere({ suspectName: 'sønnen', livesTogether: 'JA' });
    file.by(kari, recordPerson({ personName: undefined, suspectName: other }));
    expect(home(file)).toBe('suspect_at_home');
    const unknown = reported({ suspectName: other });
    unknown.by(kari, suspect('Tor Lian', 'NEI'));
    expect(home(unknown)).toBe('home_not_known_safe');
  });
});

test('whoever is about to call reads what the case knows by now, and not only what was reported', () => {
  const file = reported({ livesTogether: 'NEI' });
  const together = () => JSON.stringify(contactFacts(contentFor(kari, file, [REPORTED]), 'nb').find(({ term }) => term === 'Bor sammen med antatt overgriper')?.value);
  expect(together()).toBe('"Nei"');
  file.by(kari, suspect('Tor Lian', 'JA'));
  expect(together()).toContain('kan se telefon og post');
  file.by(kari, again('Tor Lian', 'NEI'));
  file.by(kari, suspectChanged('FLYTTET'));
  expect(together()).toContain('Regn med at de bor sammen');
});

test('nobody has said anything: nothing is known', () => {
  expect(suspectLivesThere(reported().state(), { together: undefined })).toBeUndefined();
});
