import { describe, expect, test } from 'vitest';
import { CasePage } from '../../src/cases/pages/case-page.tsx';
import { shownConsents } from '../../src/cases/shown-consent.ts';
import { osloDay } from '../../src/kernel/time.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { addPerson, assessCapacity, changePerson, classified, consents, othersConsent, received, withdraw } from './acts.ts';
import { kari, type Journal } from './journal.ts';
import { contentFor, requestOf } from './pages-case.ts';

const shown = (file: Journal) => shownConsents(file.state(), osloDay(file.now()));
const kin = (file: Journal, relatedId = 'unni', consentId = 'c2') => {
  file.by(kari, addPerson(relatedId, ['PARORENDE']));
  file.by(kari, assessCapacity());
  file.by(kari, othersConsent(relatedId, consentId));
};

describe('the consent in the head of a case', () => {
  test('is the person’s own no, whoever said yes for them after it', () => {
    const file = classified();
    file.by(kari, consents('c1', { consentStatus: 'AVSLATT' }));
    kin(file);
    expect(shown(file)).toEqual([{ status: 'AVSLATT', from: 'PERSON', fell: false, some: false }]);
  });

  test('is that the person took their own back, whoever said yes for them after it', () => {
    const file = classified();
    file.by(kari, consents('c1'));
    file.by(kari, withdraw('c1'));
    kin(file);
    expect(shown(file)).toMatchObject([{ from: 'PERSON', fell: true }]);
  });

  test('says who gave it where the person gave none', () => {
    const file = classified();
    kin(file);
    expect(shown(file)).toMatchObject([{ status: 'GITT_MUNTLIG', from: 'KIN', fell: false }]);
    file.by(kari, addPerson('verge', ['VERGE']));
    file.by(kari, othersConsent('verge', 'c3'));
    expect(shown(file)).toMatchObject([{ from: 'GUARDIAN' }]);
  });

  test('shows that one’s word fell beside another’s that stands', () => {
    const file = classified();
    kin(file);
    file.by(kari, addPerson('verge', ['VERGE']));
    file.by(kari, othersConsent('verge', 'c3'));
    file.by(kari, changePerson('unni'));
    expect(shown(file)).toMatchObject([{ from: 'KIN', fell: true }, { from: 'GUARDIAN', fell: false }]);
  });

  test('says that it is for some only, where it is not to all that the case needs', () => {
    const file = classified();
    file.by(kari, consents('c1', { consentTo: 'Banken' }));
    expect(shown(file)).toMatchObject([{ from: 'PERSON', some: true }]);
    file.by(kari, consents('c2'));
    expect(shown(file)).toMatchObject([{ some: false }]);
  });

  test('is said to be told by the report where nobody has assessed it: read as an answer, others would be told on it', () => {
    const file = received();
    expect(shown(file)).toEqual([{ status: 'DELVIS', from: 'REPORT', fell: false, some: false }]);
    for (const [lang, words] of [['nb', 'ifølge meldingen'], ['nn', 'ifølgje meldinga'], ['en', 'according to the report']] as const) {
      expect(renderDocument(<CasePage model={contentFor(kari, file)} request={requestOf({ lang })} />)).toContain(words);
      expect(renderDocument(<CasePage model={contentFor(kari, classified())} request={requestOf({ lang })} />)).not.toContain(words);
    }
  });

  test('is nobody’s answer where only the assessment says it', () => {
    expect(shown(classified())).toEqual([{ status: 'DELVIS', from: undefined, fell: false, some: false }]);
  });
});
