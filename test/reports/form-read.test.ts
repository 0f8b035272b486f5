import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, findField, GROUPS, LONGEST, type Field, type FieldName, type Mode } from '../../src/reports/form/fields.ts';
import { isOffered, WORKPLACES, PRIVATE_REPORTERS, WHO } from '../../src/reports/form/options.ts';
import { readForm } from '../../src/reports/form/read.ts';
import { REPORTER } from '../../src/reports/codes.ts';
import { ANONYMOUS, CONSULTING, OTHER, SELF, SERVICE_WITH_BASIS, without, type Pair } from './form-samples.ts';

const problemsOf = (pairs: readonly Pair[]) => readForm(pairs).problems;

describe('a form that is filled in', () => {
  it('about another person is accepted, or worried people would be turned away', () => {
    const { answers, problems, unknown } = readForm(OTHER);
    expect(problems).toEqual({});
    expect(unknown).toBe(0);
    expect(answers).toMatchObject({ mode: 'A', hvem: 'FAMILIE', navn: 'Borghild Testesen', hva: ['OKONOMISK'] });
  });

  it('by the person self is accepted with an alias, a safe contact and a wish, and asks for no name or phone', () => {
    const { answers, problems } = readForm(SELF);
    expect(problems).toEqual({});
    expect(answers).toMatchObject({ mode: 'D', kallenavn: 'Rød' });
    expect(answers).not.toHaveProperty('navn');
  });

  it('does not carry what was hidden from the writer when the role was changed', () => {
    const { answers } = readForm([...SELF, ['navn', 'Mor Testesen'], ['dittnavn', 'Sanja']]);
    expect(JSON.stringify(answers)).not.toContain('Testesen');
    expect(readForm([...SELF, ['navn', 'Mor Testesen']]).written.navn).toEqual(['Mor Testesen']);
  });
});

describe('what must be answered', () => {
  it('is told for all fields at once, so that nobody has to send again and again', () => {
    expect(problemsOf([['hvem', 'FAMILIE']])).toEqual({
      fare: 'dangerMissing', voksen: 'adultMissing', spurt: 'askedMissing', navn: 'nameMissing', kommune: 'municipalityMissing',
      hva: 'concernMissing', sett: 'descriptionMissing', barn: 'childrenMissing',
    });
    expect(problemsOf([['hvem', 'UTSATT_SELV']])).toEqual({
      fare: 'dangerMissing', voksen: 'adultMissing', onske: 'wishMissing', kallenavn: 'aliasMissing', trygg: 'safeContactMissing', kommune: 'municipalityMissing',
      hva: 'concernMissing', sett: 'descriptionMissing', barn: 'childrenMissing',
    });
    expect(problemsOf([])).toMatchObject({ hvem: 'whoMissing', fare: 'dangerMissing' });
  });

  it('is at most five fields in a part, or a part would be too long for one screen', () => {
    expect(GROUPS.length).toBeLessThanOrEqual(7);
    for (const mode of MODES) {
      for (const group of GROUPS) {
        const required = FIELDS.filter((f: Field) => f.group === group && f.required.includes(mode));
        expect(required.length, `${group} ${mode}`).toBeLessThanOrEqual(5);
      }
    }
  });

  it.each([[OTHER, 'A'], [ANONYMOUS, 'B'], [CONSULTING, 'C'], [SELF, 'D'], [SERVICE_WITH_BASIS, 'A']] as const)('agrees with the field table that the pages are made from', (sample, mode) => {
    for (const field of FIELDS.filter((f: Field) => f.when === undefined && f.required.includes(mode))) {
      expect(problemsOf(without(sample, field.name)), field.name).not.toEqual({});
    }
    for (const field of FIELDS.filter((f) => f.required === '')) {
      expect(problemsOf(without(sample, field.name)), field.name).toEqual({});
    }
  });

  it('is least for the person self, who gets fewer questions than anybody', () => {
    const asked = (mode: Mode) => FIELDS.filter((f) => f.modes.includes(mode)).length;
    expect(asked('D')).toBeLessThan(30);
    for (const mode of ['A', 'B', 'C'] as const) expect(asked('D'), mode).toBeLessThan(asked(mode));
  });

  it('follows the form of the domain reference, number by number, attachments apart', () => {
    const numbers = new Set<string>(FIELDS.map((f) => f.no));
    for (const no of ['4b', ...Array.from({ length: 22 }, (_, i) => String(i + 1))]) expect(numbers, no).toContain(no);
  });

  it('never is a name or a number from a private person: that would silence the daughter who does not dare', () => {
    expect(problemsOf(without(without(OTHER, 'dittnavn'), 'dittnummer'))).toEqual({});
  });

  it('is name, workplace and number from somebody in a job, who is no anonymous reporter', () => {
    for (const [name, code] of [['dittnavn', 'ownNameMissing'], ['tjeneste', 'ownServiceMissing'], ['dittnummer', 'ownPhoneMissing'], ['sted', 'workplaceMissing']] as const) {
      expect(problemsOf(without(SERVICE_WITH_BASIS, name))).toEqual({ [name]: code });
    }
  });
});

const MODES = ['A', 'B', 'C', 'D'] as const satisfies readonly Mode[];

describe('for those with confidentiality (fvl § 13, hpl § 21)', () => {
  const noBasis = without(without(SERVICE_WITH_BASIS, 'grunn'), 'grunntekst');

  it('the law’s exceptions are asked about, and nobody’s name as long as none is chosen', () => {
    for (const asked of ['IKKE_SPURT', 'IKKE_TRYGT', 'AVSLATT', 'MANGLER_KOMPETANSE']) {
      const form = readForm([...without(noBasis, 'spurt'), ['spurt', asked], ['situasjon', 'DEMENS']]);
      expect(form.problems, asked).toEqual({ grunn: 'basisMissing' });
      expect(form.answers).toBeUndefined();
      expect(form.written.navn).toEqual(['Borghild Testesen']);
      expect(form.written.sett).toEqual(['Hun mangler penger.']);
    }
  });

  it('without one nobody is stopped: it goes on as a consultation, and what named somebody is not in it', () => {
    const { answers, problems } = readForm([...CONSULTING, ['navn', 'Borghild Testesen'], ['adresse', 'Bakken 3'], ['telefon', '55 55 01 44'], ['aar', '1940'], ['dittnavn', 'Ingunn'], ['dittnummer', '55 55 01 33'], ['annen', 'Jonas'], ['trygg', 'hos naboen']]);
    expect(problems).toEqual({});
    expect(answers).toMatchObject({ mode: 'C', hvem: 'HJEMMETJENESTE', alder: 'A80' });
    expect(JSON.stringify(answers)).not.toMatch(/Testesen|Bakken|5555|55 55|1940|Ingunn|Jonas|naboen/);
  });

  it('asks for a reason in words with the exception', () => {
    expect(problemsOf(without(SERVICE_WITH_BASIS, 'grunntekst'))).toEqual({ grunntekst: 'basisTextMissing' });
  });

  it('is open with a consent, and for everybody without a duty of confidentiality', () => {
    for (const asked of ['GITT_MUNTLIG', 'GITT_SKRIFTLIG', 'DELVIS', 'PARORENDE', 'VERGE']) {
      expect(problemsOf([...without(noBasis, 'spurt'), ['spurt', asked]])).toEqual({});
    }
    expect(problemsOf([...without(OTHER, 'spurt'), ['spurt', 'AVSLATT']])).toEqual({});
  });
});

describe('a consultation without names', () => {
  const asking = (field: FieldName, text: string): readonly Pair[] => [...without(CONSULTING, field), [field, text]];

  it.each([
    ['Hun heter 12813499999 i systemet', 'holdsNumber'], ['Ring datteren på 55 55 01 33', 'holdsPhone'], ['Skriv til borghild@lia.example', 'holdsEmail'], ['Hun bor i Bakkeveien 4', 'holdsAddress'],
  ])('stops at what tells who it is, and keeps every word: %s', (text, code) => {
    for (const field of ['sett', 'onske', 'gjort', 'flereom', 'sist', 'kontaktnaar'] as const) {
      const { written, problems } = readForm(asking(field, text));
      expect(problems, field).toEqual({ [field]: code });
      expect(written[field]).toEqual([text]);
      expect(written.hva).toEqual(['OKONOMISK']);
    }
  });

  it('asks about words that may be names, once, and «Det er ikke et navn» goes on', () => {
    const form = asking('sett', 'Jeg så at Borghild gråt da Furuheim ringte.');
    expect(problemsOf(form)).toEqual({ ikkenavn: 'maybeNames' });
    expect(problemsOf([...form, ['ikkenavn', 'Borghild, Furuheim']])).toEqual({});
    expect(problemsOf([...form, ['ikkenavn', 'Furuheim']])).toEqual({ ikkenavn: 'maybeNames' });
  });

  it('takes a tick for the words that were shown, and not for a name that was written afterwards', () => {
    expect(problemsOf([...asking('sett', 'Jeg så at Borghild gråt, og at Jonas lo.'), ['ikkenavn', 'Borghild']])).toEqual({ ikkenavn: 'maybeNames' });
  });

  it('is never stopped by «Bo», «Dag» or «Liv» in a sentence', () => {
    expect(problemsOf(asking('sett', 'Bo hjemme vil hun. Dag og natt er han der. Liv og helse står på spill.'))).toEqual({});
  });

  it('looks through nothing that is sent with names: a report may hold an address', () => {
    expect(problemsOf([...without(SERVICE_WITH_BASIS, 'sett'), ['sett', 'Hun bor i Bakkeveien 4, ring 55 55 01 33.']])).toEqual({});
    expect(problemsOf([...without(OTHER, 'sett'), ['sett', 'Borghild bor i Bakkeveien 4.']])).toEqual({});
  });
});

describe('a reporter who will not say who they are', () => {
  it('sends no name and no number, also where they were typed', () => {
    const { answers } = readForm([...ANONYMOUS, ['dittnavn', 'Mona Kvamme'], ['dittnummer', '55 55 01 77']]);
    expect(answers).toMatchObject({ mode: 'B', hvem: 'FAMILIE', navn: 'Borghild Testesen' });
    expect(JSON.stringify(answers)).not.toMatch(/Mona|55 55/);
  });

  it('is no one in a job: a public employee who names the person has a name', () => {
    const { answers } = readForm([...SERVICE_WITH_BASIS, ['anonym', 'ja']]);
    expect(answers).toMatchObject({ mode: 'A', dittnavn: 'Ingunn Prøve' });
  });
});

describe('the way back that the person self chooses', () => {
  it('may be words of their own, that nobody guesses and no code looks like', () => {
    const way = (words: string) => problemsOf([...SELF, ['kode', 'egne'], ['egneord', words]]);
    expect(way('katten min liker blå tepper')).toEqual({});
    expect(way('enlangsetningutenmellomrom')).toEqual({});
    expect(way('katten min')).toEqual({ egneord: 'wordsFew' });
    expect(way('')).toEqual({ egneord: 'wordsFew' });
    expect(way('ja ja ja ja ja')).toEqual({ egneord: 'wordsSame' });
    expect(way('7QK2 M9XD 04TB HVRN')).toEqual({ egneord: 'wordsCode' });
    expect(way('x'.repeat(201))).toEqual({ egneord: 'shortTooLong' });
  });

  it('may be nothing at all, and words that were typed before are then not used', () => {
    expect(problemsOf([...SELF, ['kode', 'nei'], ['egneord', 'for kort']])).toEqual({});
    expect(problemsOf([...SELF, ['egneord', 'for kort']])).toEqual({ egneord: 'wordsFew' });
  });
});

describe('where the person lives', () => {
  it('may be anywhere in Norway: a report from outside is taken', () => {
    const elsewhere = [...without(OTHER, 'kommune'), ['kommune', 'annen']] as const;
    expect(problemsOf(elsewhere)).toEqual({ annenkommune: 'otherMunicipalityMissing' });
    expect(problemsOf([...elsewhere, ['annenkommune', 'Våler (Østfold)']])).toEqual({});
    expect(problemsOf([...without(OTHER, 'kommune'), ['annenkommune', 'Bergen']])).toEqual({});
    for (const typed of ['bergen', ' BERGEN kommune ', 'Bergen']) expect(readForm([...elsewhere, ['annenkommune', typed]]).written.annenkommune).toEqual(['Bergen']);
    const unknown = readForm([...elsewhere, ['annenkommune', 'Atlantis']]);
    expect([unknown.problems, unknown.written.annenkommune]).toEqual([{ annenkommune: 'otherMunicipalityMissing' }, ['Atlantis']]);
  });
});

describe('answers that do not go together', () => {
  it('a secret address is not taken in', () => {
    expect(problemsOf([...OTHER, ['skjult', 'ja'], ['adresse', 'Bakken 3']])).toEqual({ adresse: 'hiddenAddressGiven' });
    expect(problemsOf([...OTHER, ['skjult', 'ja']])).toEqual({});
  });

  it('a number is not used by itself: the person must say that we may call', () => {
    expect(problemsOf([...SELF, ['telefon', '55 55 01 99']])).toEqual({ ring: 'phoneWithoutWish' });
    expect(problemsOf([...SELF, ['telefon', '55 55 01 99'], ['ring', 'ja']])).toEqual({});
  });

  it('a child is no reason to refuse: the report is taken and says so', () => {
    expect(readForm([...without(OTHER, 'voksen'), ['voksen', 'nei']]).answers).toMatchObject({ voksen: 'nei' });
  });

  it('a year of birth is four digits or nothing', () => {
    expect(problemsOf([...OTHER, ['aar', '48']])).toEqual({ aar: 'yearUnreadable' });
    expect(problemsOf([...OTHER, ['aar', '1948']])).toEqual({});
  });
});

describe('bad input', () => {
  it('keeps a text that is too long, whole, and says so', () => {
    const long = 'å'.repeat(LONGEST.long + 1);
    const { written, problems } = readForm([...without(OTHER, 'sett'), ['sett', long], ['annen', 'x'.repeat(LONGEST.short + 1)]]);
    expect(written.sett?.[0]).toBe(long);
    expect(problems).toEqual({ sett: 'longTooLong', annen: 'shortTooLong' });
    expect(problemsOf([...without(OTHER, 'sett'), ['sett', 'å'.repeat(LONGEST.long)]])).toEqual({});
  });

  it('takes null bytes out and makes other control characters harmless, and leaves emoji, formulas and markup as they were written', () => {
    const { written } = readForm([['sett', 'a\u0000b\u0007c\u0085d\r\ne\tf'], ['navn', 'Ane\u0000\nMarie\t '], ['onske', '=1+1 <script>alert(1)</script> 👵🏽 \ud800']]);
    expect(written.sett).toEqual(['ab c d\ne\tf']);
    expect(written.navn).toEqual(['Ane Marie']);
    expect(written.onske).toEqual(['=1+1 <script>alert(1)</script> 👵🏽 \ufffd']);
  });

  it('counts what is not from our form and goes on', () => {
    const foreign: Pair[] = [['__proto__', 'x'], ['constructor', 'x'], ['fare', 'kanskje'], ['kommune', '../../etc'], ['hva', 'DROP'], ['Sett', 'x']];
    const { problems, unknown } = readForm([...OTHER, ...foreign, ['skjema', 'token']]);
    expect(problems).toEqual({});
    expect(unknown).toBe(foreign.length);
    expect(readForm([['sett', new Blob(['x'])]]).unknown).toBe(1);
  });

  it('reads ten thousand fields without growing with them', () => {
    const flood = Array.from({ length: 10_000 }, (_, i): Pair => [i % 2 === 0 ? `felt${i}` : 'hva', i % 2 === 0 ? 'x' : 'FYSISK']);
    const { written, problems, unknown } = readForm([...flood, ...OTHER]);
    expect(problems).toEqual({});
    expect(unknown).toBe(5000);
    expect(written.hva).toEqual(['FYSISK', 'OKONOMISK']);
  });

  it('takes the first of two choices, and keeps both of two texts', () => {
    const { written } = readForm([['fare', 'ja'], ['fare', 'nei'], ['sett', 'en'], ['sett', 'to'], ['navn', 'Ane'], ['navn', 'Marie']]);
    expect(written).toMatchObject({ fare: ['ja'], sett: ['en\nto'], navn: ['Ane Marie'] });
  });

  it('never throws and never loses a word, whatever is sent', () => {
    const name = fc.oneof(fc.constantFrom<string>(...FIELDS.map((f) => f.name)), fc.string());
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('ja', 'nei', 'UTSATT_SELV', 'ansatt', 'IKKE_SPURT', '9901', 'FYSISK', '\u0000', ''));
    fc.assert(fc.property(fc.array(fc.tuple(name, value), { maxLength: 60 }), (pairs) => {
      const { written, answers, problems } = readForm(pairs);
      expect(answers === undefined).toBe(Object.keys(problems).length > 0);
      for (const [field, text] of pairs) {
        const kind = findField(field)?.kind;
        if (kind !== 'long' && kind !== 'short') continue;
        for (const word of words(text)) expect(written[field as FieldName]?.join(' ') ?? '').toContain(word); // findField knew it
      }
    }), { numRuns: 300 });
  });
});

/** The pieces of a text between everything that cleaning may change. */
function words(text: string): string[] {
  // eslint-disable-next-line no-control-regex -- control characters are what cleaning is about
  return text.toWellFormed().split(/[\s\u0000-\u001f\u007f-\u009f]+/u).filter((word) => word !== '');
}

describe('the offered reporters', () => {
  it('are every reporter of today but those who would not say it themselves, or some could not report as who they are', () => {
    const offeredCodes = [...PRIVATE_REPORTERS, ...WORKPLACES];
    expect(REPORTER.codes.filter((code) => !offeredCodes.includes(code))).toEqual(['ANONYM', 'UKJENT']);
    expect(WHO.every((code) => isOffered('hvem', code))).toBe(true);
  });
});
