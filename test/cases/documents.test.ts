import { isInVault, lettersCovered } from '../../src/cases/reporter-letters.ts';
import { describe, expect, test } from 'vitest';
import { CASE_OPENNESS, LETTER } from '../../src/cases/choices/document.ts';
import { opennessOf, unfilled } from '../../src/cases/documents.ts';
import { BY_HAND, fill, FROM_CASE, NATIONAL, unknownFields } from '../../src/cases/letters/fill.ts';
import { sheetOf } from '../../src/cases/letters/typed.ts';
import { decideAddPerson } from '../../src/cases/steps/share.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { OPENNESS } from '../../src/reports/codes.ts';
import type { ReportContent } from '../../src/reports/public.ts';
import { addPerson, classified, closed, consents, declare, draft, edit, finalise, seeReporter, sent, withdraw } from './acts.ts';
import { journal, kari, lise, omar, OPENING, START, type Journal } from './journal.ts';

const HOME = { delivery: 'HJEM', homeSafe: 'Hun sa det selv 2. mars.' } as const;
type Said = Pick<ReportContent, 'safeContact' | 'livesTogether' | 'childrenInHome' | 'person'>;
const said = (change: Partial<Said> = {}): readonly Said[] => [{ person: { protectedAddressHint: false }, ...change } as Said]; // exactOptionalPropertyTypes: what is not said is not there

/** Lise leads it; of the home is known only what the test says. */
function plain(person: Partial<typeof START.person> = {}): Journal {
  const { safeContact: _way, ...rest } = START.person;
  const file = journal(kari, { ...OPENING, start: { ...START, person: { ...rest, ...person } } });
  file.by(lise, declare());
  return file;
}
const suspect = (livesWith: 'JA' | 'NEI' | 'VET_IKKE' | undefined, relatedId = 'unni') => (file: Journal) => file.by(kari, (state, ctx) => decideAddPerson(state, { relatedId, relatedName: relatedId, parts: ['MISTENKT'], livesWith }, ctx, () => []));

describe('a letter to the home', () => {
  test('cannot be made when the suspect lives there, whoever said so', () => {
    const added = plain();
    suspect('JA')(added);
    expect(added.tries(kari, draft('b1', HOME))).toBe('suspect_at_home');
    expect(plain().tries(kari, draft('b1', HOME, said({ livesTogether: 'ja' })))).toBe('suspect_at_home');
    const two = plain();
    suspect('NEI', 'a')(two);
    suspect('JA', 'b')(two);
    expect(two.tries(kari, draft('b1', HOME))).toBe('suspect_at_home');
  });

  test('nor while nobody knows whether it is safe: where the suspect lives, or a safe way that was taken back', () => {
    expect(plain().tries(kari, draft('b1', HOME))).toBe('home_not_known_safe');
    expect(plain().tries(kari, draft('b1', HOME, said({ livesTogether: 'vet-ikke' })))).toBe('home_not_known_safe');
    const unknown = plain();
    suspect(undefined)(unknown);
    expect(unknown.tries(kari, draft('b1', HOME, said({ livesTogether: 'nei' })))).toBe('home_not_known_safe');
    const takenBack = [...said({ livesTogether: 'nei', safeContact: 'Ring arbeidet' }), ...said({ livesTogether: 'nei' })];
    expect(plain().tries(kari, draft('b1', HOME, takenBack))).toBe('home_not_known_safe');
  });

  test('nor to a secret address, nor past the way that was given as safe', () => {
    const file = plain();
    suspect('NEI')(file);
    expect(file.tries(kari, draft('b1', HOME, said({ person: { municipality: '9903', protectedAddressHint: true } })))).toBe('address_hidden');
    expect(file.tries(kari, draft('b1', HOME, said({ safeContact: 'Dagsenteret' })))).toBe('other_way_given');
    expect(file.tries(kari, draft('b1', { delivery: 'TRYGG' }))).toBe('no_safe_way');
    expect(file.by(kari, draft('b1', { delivery: 'TRYGG' }, said({ safeContact: 'Dagsenteret' }))).documents).toHaveLength(1);
  });

  test('is made where nobody suspected lives there and somebody says how they know that it is safe', () => {
    const file = plain();
    suspect('NEI')(file);
    expect(file.tries(kari, draft('b1', { delivery: 'HJEM' }))).toBe('bad_input');
    expect(file.by(kari, draft('b1', HOME, said({ livesTogether: 'ja' }))).documents, 'what the case knows counts before what a report said').toMatchObject([{ delivery: 'HJEM', homeSafe: HOME.homeSafe }]);
    expect(file.tries(kari, draft('b2', { ...HOME, letter: 'ANMODNING', basis: 'FVL_13B_7' })), 'what is for others never goes there').toBe('not_to_home');
  });

  test('that was begun before the suspect moved in is not finalised; handed over it is', () => {
    const file = plain();
    suspect('NEI')(file);
    file.by(kari, draft('b1', HOME));
    file.by(kari, edit());
    suspect('JA', 'kaare')(file);
    expect(file.tries(kari, finalise('b1', HOME))).toBe('suspect_at_home');
    expect(file.by(kari, finalise('b1', { delivery: 'MOTE' })).documents[0]).toMatchObject({ delivery: 'MOTE', homeSafe: undefined, versions: [{ version: 1 }] });
  });
});

describe('a document', () => {
  test('is not finalised while a field stands open, nor over what somebody else wrote meanwhile', () => {
    const file = classified();
    file.by(lise, draft());
    expect(unfilled(file.state().documents[0]?.draft?.text ?? '')).toEqual(['[[region]]', '[[tid]]', '[[sted]]', '[[telefon]]', '[[saksansvarlig]]']);
    expect(file.tries(lise, finalise())).toBe('field_unfilled');
    file.by(lise, edit('b1', 'Kom tirsdag\n\nHilsen [['));
    expect(file.tries(lise, finalise()), 'half a field is one, too').toBe('field_unfilled');
    expect(file.tries(kari, edit('b1', 'Min tekst', 1)), 'Kari opened it before Lise kept hers').toBe('document_changed');
    file.by(kari, edit('b1', 'Min tekst', 2));
    expect(file.tries(lise, finalise('b1', { revision: 2 }))).toBe('document_changed');
    expect(file.by(lise, finalise('b1', { revision: 3 })).documents[0]).toMatchObject({ draft: undefined, versions: [{ version: 1, text: 'Min tekst', by: lise.userId }] });
  });

  test('that stands is never altered: a new version is a new text beside it', () => {
    const file = classified();
    file.by(lise, draft());
    file.by(lise, edit());
    file.by(lise, finalise());
    expect(file.tries(lise, finalise())).toBe('no_draft');
    file.by(lise, edit('b1', 'Rettet tid: onsdag'));
    const first = file.state().documents[0]?.versions[0]?.text;
    file.by(lise, finalise());
    expect(file.state().documents[0]?.versions.map(({ version, text }) => [version, text])).toEqual([[1, first], [2, 'Rettet tid: onsdag']]);
  });

  test('the same form sent twice keeps and records one', () => {
    const file = classified();
    file.by(lise, draft());
    file.by(lise, edit());
    const before = file.events.length;
    file.by(lise, edit('b1', file.state().documents[0]?.draft?.text, 1));
    expect([file.state().documents.length, file.events.length]).toEqual([1, before]);
  });

  test('is sent by nobody but people: it stands as sent when somebody says how, to whom and when, with who said so (eForvaltningsforskriften § 8)', () => {
    const file = classified();
    expect(file.tries(lise, sent())).toBe('no_final_document');
    file.by(lise, draft());
    file.by(lise, edit());
    file.by(lise, finalise());
    expect(file.state().documents[0]?.sent).toEqual([]);
    expect(file.by(lise, sent()).documents[0]?.sent).toEqual([{ version: 1, how: 'MOTE', to: 'Borghild Lian', by: lise.userId, at: expect.any(String) }]);
  });

  test('is written by the one who leads the case or a coordinator, also when the case has ended', () => {
    const file = classified();
    file.by(omar, declare());
    expect(file.tries(omar, draft())).toBe('not_your_role');
    expect(closed().tries(kari, draft())).toBeUndefined();
  });
});

describe('what tells others of the person', () => {
  test('fvl § 13 a nr. 1: feedback to whoever reported is written within a consent that stands, and finalised only while it does', () => {
    const file = classified();
    expect(file.tries(lise, draft('b1', { letter: 'TILBAKEMELDING', delivery: 'POST' }))).toBe('no_consent');
    file.by(lise, consents('c1'));
    const state = file.by(lise, draft('b1', { letter: 'TILBAKEMELDING', delivery: 'POST', docTo: 'Ingunn Moen' }));
    expect(state.documents[0]).toMatchObject({ consentId: 'c1', draft: { text: expect.stringContaining('Om pengene, med banken') } });
    file.by(lise, seeReporter);
    file.wait(-1); // within the hour
    file.by(lise, edit());
    file.by(lise, withdraw('c1'));
    file.by(lise, seeReporter);
    file.wait(-1); // within the hour
    expect(file.tries(lise, finalise('b1', { delivery: 'POST' }))).toBe('no_consent');
  });

  test('of several consents nobody chooses for whoever writes, a partial one is read first, and one that fell is chosen anew before the letter is finished', () => {
    const file = classified();
    const request = (id: string, change: object = {}) => draft(id, { letter: 'ANMODNING', delivery: 'POST', basis: 'SAMTYKKE', docTo: 'Legesenteret', ...change });
    file.by(lise, consents('c1'));
    file.by(lise, consents('c2', { consentStatus: 'DELVIS', covers: 'Om helsa', consentTo: 'Legesenteret' }));
    expect(file.tries(lise, request('b1')), 'the newest is not taken for them').toBe('bad_input');
    expect(file.tries(lise, request('b1', { restsOn: 'c2' })), 'is it within?').toBe('bad_input');
    file.by(lise, request('b1', { restsOn: 'c1' }));
    file.by(lise, edit('b1'));
    file.by(lise, withdraw('c1'));
    expect(file.tries(lise, finalise('b1', { delivery: 'POST' })), 'what is left is for some of it').toBe('bad_input');
    expect(file.by(lise, finalise('b1', { delivery: 'POST', withinConsent: ['INNENFOR'] })).documents).toMatchObject([{ consentId: 'c2', versions: [{ consentId: 'c2' }] }]);
  });

  test('fvl § 13; hpl § 21: a letter to whoever reported tells of them neither in the list nor in the time-line, before one has said why one must know', () => {
    const file = classified();
    file.by(lise, consents('c1'));
    file.by(lise, draft('b1', { letter: 'TILBAKEMELDING', delivery: 'POST', docTo: 'Ingunn Moen' }));
    for (const blind of [edit('b1', 'Noe annet.'), finalise('b1', { delivery: 'POST' })]) expect(file.tries(lise, blind), 'nobody writes over what they cannot read').toBe('reporter_covered');
    file.by(lise, seeReporter);
    file.wait(-1); // within the hour
    file.by(lise, edit('b1', 'Hei Ingunn Moen\n\nVi har mottatt bekymringen.'));
    file.by(lise, seeReporter);
    file.wait(-1); // within the hour
    file.by(lise, finalise('b1', { delivery: 'POST' }));
    file.by(lise, sent('b1', 'Ingunn Moen'));
    file.by(lise, seeReporter);
    file.wait(-1); // within the hour
    file.by(lise, edit('b1', 'Hei igjen, Ingunn Moen\n\nVi er i gang.'));
    const whole: Parameters<typeof lettersCovered>[0] = { state: file.state(), journal: file.events };
    const letters = ({ state, journal }: typeof whole) => JSON.stringify([state.documents, journal.filter(({ type }) => type.startsWith('Document'))]);
    expect(letters(whole)).toContain('Ingunn Moen');
    expect(letters(lettersCovered(whole))).not.toMatch(/Ingunn|Moen|Hei/);
    expect(lettersCovered(whole).state.documents).toMatchObject([{ no: 1, letter: 'TILBAKEMELDING', versions: [{ version: 1 }], sent: [{ how: 'MOTE' }] }]);
    expect(lettersCovered({ ...whole, state: { ...whole.state, documents: whole.state.documents.map((one) => ({ ...one, letter: 'BREV' as const })) } }).state.documents[0], 'any other letter is as it was').toMatchObject({ to: 'Ingunn Moen' });
    const [letter] = file.state().documents;
    expect(letter && [lise, kari].map((who) => isInVault(file.state(), letter, who.userId, file.events.at(-1)?.happenedAt ?? file.now()))).toEqual([false, true]);
  });

  test('fvl §§ 13 a, 13 b: a request for information says on which ground it stands, and a consent that nobody gave is none', () => {
    const file = classified();
    expect(file.tries(lise, draft('b1', { letter: 'ANMODNING', delivery: 'POST' }))).toBe('bad_input');
    expect(file.tries(lise, draft('b1', { letter: 'ANMODNING', delivery: 'POST', basis: 'SAMTYKKE' }))).toBe('no_consent');
    expect(file.by(lise, draft('b1', { letter: 'ANMODNING', delivery: 'POST', basis: 'FVL_13B_7' })).documents).toMatchObject([{ basis: 'FVL_13B_7', consentId: undefined }]);
  });

  test('a suspect’s word is no consent for a letter either', () => {
    const file = classified();
    file.by(kari, addPerson('unni', ['PARORENDE', 'MISTENKT']));
    expect(file.tries(lise, draft('b1', { letter: 'ANMODNING', delivery: 'POST', basis: 'SAMTYKKE_PARORENDE' }))).toBe('no_consent');
  });
});

describe('templates', () => {
  test.each(LANGUAGES.flatMap((lang) => LETTER.codes.map((letter) => [lang, letter] as const)))('%s %s has a heading, only fields that somebody can fill in, and the same ones in every language', (lang, letter) => {
    const text = NATIONAL[lang][letter];
    const fields = (one: string) => [...new Set(one.match(/\[\[[^\]]+\]\]/g))].sort();
    expect(unknownFields(text)).toEqual([]);
    expect(sheetOf(text, { lang, title: '', sender: '', date: '', on: [2026, 3, 2], mark: '', footer: '', page: '' })).toMatchObject({ heading: expect.stringMatching(/^\S.{4,60}$/) });
    expect(fields(text)).toEqual(fields(NATIONAL.nb[letter]));
  });

  test('a field that nobody knows, or that never closes, is refused', () => {
    expect(unknownFields('[[person]] [[ tid ]] [[personnummer]] [[hjemmel')).toEqual(['[[personnummer]]', '[[']);
    expect(unknownFields([...FROM_CASE, ...BY_HAND].map((name) => `[[${name}]]`).join(' '))).toEqual([]);
  });

  test('what is not known stays open, and brackets in what people wrote are no field', () => {
    expect(fill('[[person]], [[kommune]], [[mottaker]]', { person: 'Borghild', kommune: ' ', mottaker: 'Banken [[x]]' })).toBe('Borghild, [[kommune]], Banken [x]');
  });

  test('no letter writes who is suspected, who reported, or who is responsible for a measure', () => {
    for (const lang of LANGUAGES) expect(Object.values(NATIONAL[lang]).join(' ')).not.toMatch(/overgriper|overgripar|abuser|mistenk/i);
  });
});

describe('offentleglova § 13, § 14, § 24, § 26: what a document is exempt by', () => {
  test('stands on it without anybody having to choose: the duty of secrecy, and what stays in the case is internal too', () => {
    const file = plain();
    file.by(kari, draft('b1', { delivery: 'MOTE' }));
    file.by(kari, edit('b1'));
    expect(file.by(kari, finalise('b1', { delivery: 'MOTE' })).documents[0]?.versions.map(opennessOf)).toEqual(['TAUSHETSPLIKT']);
    file.by(kari, draft('b2', { letter: 'REFERAT', delivery: 'INTERNT' }));
    file.by(kari, edit('b2'));
    expect(file.by(kari, finalise('b2', { delivery: 'INTERNT' })).documents[1]?.versions.map(opennessOf)).toEqual(['INTERNT_TAUSHETSPLIKT']);
    expect(opennessOf({ delivery: 'MOTE' }), 'one that was finalised before there were marks').toBe('TAUSHETSPLIKT');
  });
  test('may be another provision, but never none, and never less than the duty of secrecy', () => {
    const file = plain();
    file.by(kari, draft('b1', { delivery: 'MOTE' }));
    file.by(kari, edit('b1'));
    expect(file.tries(kari, finalise('b1', { delivery: 'MOTE', openness: 'OFFENTLIG' as 'FARE' }))).toBe('bad_input'); // what a form may send, and the type forbids
    expect(file.tries(kari, finalise('b1', { delivery: 'MOTE', openness: 'INTERNT' as 'FARE' }))).toBe('bad_input'); // the same
    expect(file.by(kari, finalise('b1', { delivery: 'MOTE', openness: 'FARE' })).documents[0]?.versions[0]?.openness).toBe('FARE');
    for (const code of CASE_OPENNESS) for (const lang of LANGUAGES) expect(OPENNESS.label(code, lang)).toContain('offl. § 13');
  });
  test('never names the shelter’s own paragraph: the mark alone would tell of it (krl § 5)', () => {
    for (const value of OPENNESS.values) expect(`${value.nb} ${value.nn} ${value.en}`).not.toMatch(/krl|krisesenter|shelter/i);
  });
});
