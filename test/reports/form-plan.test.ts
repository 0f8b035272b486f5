import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, systemChance } from '../../src/kernel/ids.ts';
import { instant } from '../../src/kernel/time.ts';
import { newReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { liftContent, reportContent } from '../../src/reports/form/content.ts';
import { FIELDS, type FieldName } from '../../src/reports/form/fields.ts';
import { AGES, CONCERNS, CONTACTED, GENDERS, RELATIONS, SITUATIONS, WORKPLACES } from '../../src/reports/form/options.ts';
import { canonical, livesOutside, opensWith, plan, type SubmissionFacts } from '../../src/reports/form/plan.ts';
import { readForm } from '../../src/reports/form/read.ts';
import { ANONYMOUS, CONSULTING, OTHER, SELF, SERVICE_WITH_BASIS, without, type Pair } from './form-samples.ts';

const FACTS: SubmissionFacts = {
  region: asId<'region'>('0b6c1f6e-9d5a-4c53-8e0b-2f5b8a3e1c01'), draftId: asId<'file'>('3d0f7c52-54f5-4f0e-9a35-0c6a7a8a2b02'),
  receivedAt: instant('2026-11-20T22:40:00.000Z'), lang: 'nb', channel: 'NETTSKJEMA',
};

function answersOf(pairs: readonly Pair[]) {
  const { answers, problems } = readForm(pairs);
  if (answers === undefined) throw new Error(JSON.stringify(problems));
  return answers;
}

function planned(pairs: readonly Pair[], facts: SubmissionFacts = FACTS) {
  const outcome = plan(answersOf(pairs), facts);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

describe('what is sealed', () => {
  it('says everything that was written about another person', () => {
    const { content, wantsCode } = planned([...SERVICE_WITH_BASIS, ['aar', '1940'], ['telefon', '55 55 01 44'], ['annen', 'Jonas'], ['omsorg', 'ja'], ['svar', 'ja']]);
    expect(wantsCode).toBe(true);
    expect(content).toEqual({
      kind: 'report', version: 2, mode: 'A', channel: 'NETTSKJEMA', receivedAt: FACTS.receivedAt, lang: 'nb', danger: 'nei', adult: 'ja',
      reporter: { code: 'HJEMMETJENESTE', name: 'Ingunn Prøve', service: 'Lia hjemmetjeneste', phone: '55 55 01 33', wantsFeedback: true },
      person: { name: 'Borghild Testesen', birthYear: 1940, municipality: '9903', phone: '55 55 01 44', protectedAddressHint: false },
      consent: { code: 'IKKE_TRYGT', basis: 'FVL_13B_7', basisText: 'Hun får ikke mat. Jeg deler bare det om penger.' },
      vulnerability: [], violence: ['OKONOMISK', 'OMSORGSSVIKT'], whatHappened: 'Hun mangler penger.', relation: [], suspectName: 'Jonas', hasCareOrGuardian: 'ja',
      childrenInHome: 'vet-ikke', contacted: [], noCode: false,
    });
  });

  it('of the person self holds alias, wish and safe contact, and no phone that may not be called', () => {
    const { content, wantsCode } = planned([...SELF, ['kode', 'nei'], ['navn', 'Sanja']]);
    expect(wantsCode).toBe(false);
    expect(content).toMatchObject({ mode: 'D', person: { alias: 'Rød' }, wish: 'Jeg vil bo alene.', safeContact: 'Aktivitetssenteret tirsdag 10–11, aldri telefon', noCode: true });
    expect(content.consent).toBeUndefined();
    expect(JSON.stringify(content)).not.toContain('Sanja');
  });

  it('leaves out a reason that was chosen before consent was given', () => {
    const { content } = planned([...without(SERVICE_WITH_BASIS, 'spurt'), ['spurt', 'DELVIS']]);
    expect(content.consent).toEqual({ code: 'DELVIS' });
  });

  it('is refused when the year of birth has not come yet in Oslo, which only the clock can tell', () => {
    const facts = { ...FACTS, receivedAt: instant('2026-12-31T22:59:59.999Z') };
    expect(plan(answersOf([...OTHER, ['aar', '2027']]), facts)).toEqual({ ok: false, code: 'form_problems', fields: { aar: 'yearInFuture' } });
    expect(plan(answersOf([...OTHER, ['aar', '2027']]), { ...FACTS, receivedAt: instant('2026-12-31T23:00:00.000Z') }).ok).toBe(true);
  });
});

describe('what is sealed in each mode', () => {
  it('B names the person and not the reporter, who stays what they are for the figures', () => {
    const { content } = planned([...ANONYMOUS, ['dittnavn', 'Mona Kvamme'], ['dittnummer', '55 55 01 77'], ['svar', 'ja']]);
    expect(content).toMatchObject({ mode: 'B', reporter: { code: 'FAMILIE', wantsFeedback: true }, person: { name: 'Borghild Testesen' } });
    expect(JSON.stringify(content)).not.toMatch(/Mona|55 55/);
  });

  it('C names nobody, and arrival would refuse one that did', () => {
    const { content, wantsCode } = planned([...CONSULTING, ['navn', 'Borghild Testesen'], ['dittnavn', 'Ingunn'], ['sprak', 'TOLK'], ['sprakhva', 'somali'], ['flere', 'ja'], ['flereom', 'Søsteren også.']]);
    expect(wantsCode).toBe(true);
    expect(content).toMatchObject({ mode: 'C', reporter: { code: 'HJEMMETJENESTE', wantsFeedback: false }, person: { ageBand: 'A80', municipality: '9903', needs: ['TOLK'] }, consent: { code: 'IKKE_TRYGT' }, doneSoFar: 'Snakket med leder.', others: { answer: 'ja', about: 'Søsteren også.' } });
    expect(JSON.stringify(content)).not.toMatch(/Testesen|Ingunn|somali/);
    for (const named of [{ person: { ...content.person, name: 'x' } }, { person: { ...content.person, birthYear: 1940 } }, { reporter: { ...content.reporter, name: 'x' } }, { suspectName: 'x' }, { safeContact: 'x' }]) {
      expect(reportContent.safeParse({ ...content, ...named }).success).toBe(false);
    }
    expect(reportContent.safeParse({ ...planned(ANONYMOUS).content, reporter: { code: 'FAMILIE', name: 'x', wantsFeedback: false } }).success).toBe(false);
  });

  it('D tells of whoever helps to write, and in which words the form was read', () => {
    const { content } = planned([...SELF, ['hjelper', 'ja'], ['hjelperhvem', 'en på dagsenteret'], ['fortsatt', 'ja']], { ...FACTS, variety: 'easy' });
    expect(content).toMatchObject({ mode: 'D', helper: { who: 'en på dagsenteret' }, variety: 'easy', stillHappening: 'ja' });
    expect(planned([...SELF, ['hjelperhvem', 'ingen']]).content.helper).toBeUndefined();
  });

  it('holds a person’s own words nowhere: they open the window and are gone', () => {
    const { content, ownWords, wantsCode } = planned([...SELF, ['kode', 'egne'], ['egneord', 'Katten min liker blå tepper!']]);
    expect([content.ownWords, content.noCode, wantsCode, ownWords]).toEqual([true, false, false, 'katten min liker blå tepper']);
    expect(JSON.stringify(content)).not.toContain('tepper');
    const code = newReceiptCode(systemChance);
    expect(opensWith(planned(SELF), code)).toEqual({ kind: 'code', code });
    expect(opensWith({ wantsCode, ownWords }, code)).toEqual({ kind: 'words', words: ownWords });
    expect(opensWith(planned([...SELF, ['kode', 'nei']]), code)).toBeUndefined();
  });

  it('leaves out what was typed in a box that a later answer closed', () => {
    const { content } = planned([...OTHER, ['flere', 'nei'], ['flereom', 'søsteren'], ['jobber', 'nei'], ['jobbhvor', 'NAV']]);
    expect(content.others).toEqual({ answer: 'nei' });
    expect(content.worksWhere).toBeUndefined();
    expect(planned([...OTHER, ['flereom', 'søsteren']]).content.others).toEqual({ answer: 'ja', about: 'søsteren' });
  });

  it('knows every municipality by its number, and which are outside', () => {
    const { content } = planned([...without(OTHER, 'kommune'), ['kommune', 'annen'], ['annenkommune', 'Våler (Østfold)']]);
    expect(content.person.municipality).toBe('3114');
    expect(livesOutside(content, [{ number: '9903' }])).toBe(true);
    expect(livesOutside(content, [{ number: '3114' }])).toBe(false);
    expect(livesOutside(planned([...without(OTHER, 'kommune'), ['kommune', 'ukjent']]).content, [])).toBe(false);
  });
});

describe('a report of version 1', () => {
  const { kind: _, ...today } = planned(SERVICE_WITH_BASIS).content;
  const first = { ...today, version: 1 };

  it('is read as it was meant: journals and envelopes from before must open as before', () => {
    expect(reportContent.safeParse(first).success).toBe(false);
    expect(reportContent.parse(liftContent(first))).toEqual({ ...today, kind: 'report' });
    expect(reportContent.parse(liftContent({ ...first, person: { ...today.person, municipality: 'annen' } })).person.municipality).toBe('annen');
  });

  it('is the only thing that is lifted: what is no report is not made one', () => {
    for (const other of [{ ...first, version: 3 }, { kind: 'message', version: 1, text: 'x' }, { version: 1, kind: 'file' }, null, 'x', 7]) expect(liftContent(other)).toEqual(other);
    expect(reportContent.safeParse(liftContent({ ...first, extra: 1 })).success).toBe(false);
  });
});

describe('the text for the fingerprint', () => {
  it('is the same when the same answers are sent again, later, in another order or from another keyboard', () => {
    const again = [...OTHER, ['hva', 'TRUSLER'] as const].toReversed();
    expect(canonical(answersOf([...OTHER, ['hva', 'TRUSLER']]))).toBe(canonical(answersOf(again)));
    expect(planned(OTHER).canonical).toBe(planned(OTHER, { ...FACTS, lang: 'en', receivedAt: instant('2026-11-21T08:00:00.000Z') }).canonical);
    expect(canonical(answersOf([...without(OTHER, 'navn'), ['navn', 'A\u030Ase']]))).toBe(canonical(answersOf([...without(OTHER, 'navn'), ['navn', 'Åse']])));
  });

  it('differs as soon as one answer does, or an addition would be taken for a repeat and lost', () => {
    const first = canonical(answersOf(OTHER));
    for (const [name] of OTHER.filter(([field]) => field === 'sett' || field === 'onske' || field === 'navn')) {
      expect(canonical(answersOf(OTHER.map(([field, value]): Pair => [field, field === name ? `${value} mer` : value])))).not.toBe(first);
    }
    expect(canonical(answersOf([...OTHER, ['dyr', 'ja']]))).not.toBe(first);
  });
});

// a random year or an unwanted number is a fault of its own, and would leave nothing to look at here
const TEXTS = FIELDS.filter((f) => (f.kind === 'long' || f.kind === 'short') && !['aar', 'telefon', 'egneord'].includes(f.name)).map((f) => f.name);
const some = (name: FieldName, values: readonly string[]) => fc.subarray([...values]).map((chosen) => chosen.map((value): Pair => [name, value]));

describe('a property of every form that is accepted', () => {
  const base = fc.constantFrom(OTHER, ANONYMOUS, CONSULTING, SELF, SERVICE_WITH_BASIS, [...without(SERVICE_WITH_BASIS, 'sted'), ['sted', WORKPLACES[0] ?? ''] as const]);
  const texts = fc.array(fc.tuple(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 300 })));
  const codes = fc.tuple(some('hva', CONCERNS), some('situasjon', SITUATIONS), some('tilknytning', RELATIONS), some('kontakt', CONTACTED)).map((all) => all.flat());
  const age = fc.tuple(fc.constantFrom(...AGES), fc.constantFrom(...GENDERS)).map(([a, g]): Pair[] => [['alder', a], ['kjonn', g]]);

  it('the worker opens exactly what was sent: a receipt is never given for something that cannot be read', () => {
    fc.assert(fc.property(base, texts, codes, age, (pairs, extra, chosen, aged) => {
      const { answers } = readForm([...pairs, ...extra, ...chosen, ...aged]);
      if (answers === undefined) return;
      const outcome = plan(answers, FACTS);
      if (!outcome.ok) {
        expect(outcome.code).toBe('form_problems');
        return;
      }
      const opened = reportContent.parse(JSON.parse(JSON.stringify(outcome.value.content)));
      expect(opened).toEqual(outcome.value.content);
      const said = JSON.stringify(opened);
      for (const text of [answers.sett, answers.onske, 'trygg' in answers ? answers.trygg : undefined]) {
        if (text !== undefined) expect(said).toContain(JSON.stringify(text).slice(1, -1));
      }
    }), { numRuns: 300 });
  });

  it('the worker refuses content that our form could not have made', () => {
    const { content } = planned(OTHER);
    expect(reportContent.safeParse({ ...content, extra: 1 }).success).toBe(false);
    expect(reportContent.safeParse({ ...content, violence: ['FYSISK', 'NOE'] }).success).toBe(false);
    expect(reportContent.safeParse({ ...content, whatHappened: 'x'.repeat(10_001) }).success).toBe(false);
    expect(reportContent.safeParse({ ...content, person: { ...content.person, municipality: '99' } }).success).toBe(false);
  });
});
