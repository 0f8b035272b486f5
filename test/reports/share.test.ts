import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { BASIS } from '../../src/reports/codes.ts';
import { isOffered } from '../../src/reports/form/options.ts';
import { findField } from '../../src/reports/form/fields.ts';
import { climb, type Advice } from '../../src/reports/share/decide.ts';
import { groundOf, LAW_OF, LAWS } from '../../src/reports/share/laws.ts';
import { QUESTIONS, WORKPLACES, type QuestionName, type ShareAnswers } from '../../src/reports/share/questions.ts';
import { readShare } from '../../src/reports/share/read.ts';
import { ADVICES, FIRST, NOTES, RULES } from '../../src/reports/share/rules.ts';
import { shareTexts } from '../../src/reports/share/texts.ts';
import { toForm } from '../../src/reports/share/to-form.ts';

type Way = { readonly asked: ShareAnswers; readonly advice: Advice; readonly steps: number };

/** Every way through, found by answering each question met with each of its answers. */
function everyWay(answers: ShareAnswers = {}, steps = 0): Way[] {
  const ladder = climb(answers);
  if (ladder.state === 'advised') return [{ asked: ladder.asked, advice: ladder.advice, steps }];
  const values = QUESTIONS.find((one) => one.name === ladder.next)?.values ?? [];
  return values.flatMap((value) => everyWay({ ...answers, [ladder.next]: value }, steps + 1));
}

const WAYS = everyWay();
const seen = (way: Way) => JSON.stringify(way.asked);
const those = (fits: (way: Way) => boolean): Way[] => WAYS.filter(fits);

function advice(answers: ShareAnswers): Advice {
  const ladder = climb(answers);
  if (ladder.state !== 'advised') throw new Error(`${ladder.next} is not answered`);
  return ladder.advice;
}

const CALM = { fare: 'nei', barn: 'nei', alvor: 'annet' } as const;

describe('«Kan jeg dele?», whichever way somebody answers:', () => {
  it('is walked through whole: every workplace, and every row of the ladder is the answer to somebody', () => {
    expect(WAYS.length).toBeGreaterThan(1_000);
    expect([...new Set(WAYS.map((way) => way.asked.hvor))].sort()).toEqual([...WORKPLACES].sort());
    expect([...new Set(WAYS.map((way) => way.advice.rule))].sort()).toEqual(RULES.map((rule) => rule.id).sort());
  });

  it('ends in one of three, after six answers at most: a nurse has three minutes', () => {
    expect(WAYS.filter((way) => way.steps > 6 || !ADVICES.includes(way.advice.kind)).map(seen)).toEqual([]);
    expect(Math.max(...WAYS.map((way) => way.steps))).toBe(6);
  });

  it('never advises to share without a provision that the law which binds really has (fvl § 13 f)', () => {
    for (const way of those(({ advice: { kind } }) => kind === 'share')) {
      const { rule, law, ground } = way.advice;
      const row = RULES.find((one) => one.id === rule);
      expect(ground.paragraph, seen(way)).toMatch(/§ \d/);
      expect(row === undefined ? undefined : groundOf(law, row.ground), seen(way)).toBe(ground);
      expect(LAW_OF[way.asked.hvor ?? 'usikker'], seen(way)).toBe(law);
    }
  });

  it('without consent, a duty or danger, nobody is ever told to share: it is asked about without names', () => {
    const calm = those(({ asked }) => asked.hvor !== 'ingen' && asked.fare === 'nei' && asked.alvor === 'annet');
    const yes = ({ asked }: Way) => asked.forsto === 'ja' || asked.kan === 'parorende' || asked.kan === 'verge';
    expect(calm.filter((way) => !yes(way) && way.advice.kind === 'share').map(seen)).toEqual([]);
    expect(calm.filter((way) => !yes(way) && way.advice.kind === 'anonymous').length).toBeGreaterThan(100);
  });

  it('acute danger and a child come first, whatever else is answered', () => {
    for (const way of WAYS) {
      const [one, two] = way.advice.first;
      expect(way.asked.fare === 'ja' ? one === 'danger' : one !== 'danger', seen(way)).toBe(true);
      const child = way.asked.fare === 'ja' ? two : one;
      expect(way.asked.barn === 'nei' ? child === undefined : child?.startsWith('child'), seen(way)).toBe(true);
    }
    expect(advice({ hvor: 'hjemme', fare: 'ja', barn: 'ja' })).toMatchObject({ rule: 'danger', first: ['danger', 'child'], receivers: ['emergency', 'team'] });
  });

  it('the duty to tell child protection is named where the law has one, and to nobody else', () => {
    for (const way of those(({ asked }) => asked.barn === 'ja')) {
      expect(way.advice.first.includes('child'), seen(way)).toBe('child' in LAWS[way.advice.law]);
    }
  });

  it('the duty to avert a grave crime stands before confidentiality, before consent, and is not met by telling us', () => {
    for (const way of those(({ asked }) => asked.alvor === 'sikkert')) {
      expect(way.advice, seen(way)).toMatchObject({ rule: 'avert', kind: 'share', ground: { paragraph: 'strl. § 196' }, receivers: ['police', 'team'] });
      expect(way.advice.notes, seen(way)).toContain('avert_not_us');
      expect(way.asked.spurt, seen(way)).toBeUndefined();
    }
  });

  it('a suspected relative or guardian never consents for anybody', () => {
    for (const way of those(({ asked }) => asked.kan === 'ingen')) {
      expect(['serious', 'nameless'], seen(way)).toContain(way.advice.rule);
      expect(way.advice.notes, seen(way)).toContain('suspect');
    }
  });

  it('a relative consents only under the act that says so (hpl § 22), and only after an assessment in writing', () => {
    for (const way of those(({ advice: { rule } }) => rule === 'kin')) expect([way.advice.law, way.asked.kan], seen(way)).toEqual(['hpl', 'parorende']);
    expect(advice({ hvor: 'annen', ...CALM, spurt: 'kan-ikke', kan: 'parorende' })).toMatchObject({ rule: 'nameless', notes: ['kin_not_here'] });
  });

  it('a doubt about capacity is no assessment: nobody is told to share because of it, and who may assess is named', () => {
    for (const way of those(({ asked }) => asked.kan === 'tvil')) {
      expect(['serious', 'nameless'], seen(way)).toContain(way.advice.rule);
      expect(way.advice.notes, seen(way)).toContain('assess');
    }
  });

  it('a guardian says yes only within the mandate, and the page says so', () => {
    const guardians = those(({ advice: { rule } }) => rule === 'guardian');
    expect(guardians.length).toBeGreaterThan(10);
    for (const way of guardians) {
      expect(way.advice.ground.paragraph, seen(way)).toContain('vgml. § 31');
      expect(way.advice.notes, seen(way)).toContain('guardian_limits');
    }
  });

  it('who can be asked safely is asked before anything is weighed, and a yes that was not free is asked for again', () => {
    for (const way of those(({ asked }) => asked.spurt === 'kan-sporre')) expect(way.advice.rule, seen(way)).toBe('ask');
    for (const way of those(({ asked }) => asked.forsto === 'usikker')) expect(way.advice.rule, seen(way)).toBe('ask_again');
  });

  it('a yes to some of it is a yes to that alone', () => {
    for (const way of those(({ asked, advice: { rule } }) => asked.spurt === 'delvis' && rule === 'consent')) expect(way.advice.notes, seen(way)).toContain('limits');
  });

  it('answers to questions that are not met change nothing: what a hidden question remembers must not decide', () => {
    const left = { hvor: 'hjemme', fare: 'ja', barn: 'nei', alvor: 'annet', spurt: 'ja', forsto: 'ja', kan: 'ingen' } as const;
    expect(climb(left)).toEqual(climb({ hvor: 'hjemme', fare: 'ja', barn: 'nei' }));
  });
});

describe('the people of the walks', () => {
  it('Ingunn, home care, with a frightened patient with dementia and a suspect in the room, asks without names', () => {
    const given = advice({ hvor: 'hjemme', ...CALM, spurt: 'ikke-trygt', kan: 'tvil' });
    expect(given).toMatchObject({ kind: 'anonymous', law: 'hpl', ground: { paragraph: 'hpl. § 23 nr. 3' }, first: [], notes: ['assess'] });
  });

  it('a week later Borghild says yes to sharing about the money, and only that', () => {
    expect(advice({ hvor: 'hjemme', ...CALM, spurt: 'delvis', forsto: 'ja' })).toMatchObject({ kind: 'share', ground: { paragraph: 'hpl. § 22' }, notes: ['limits'] });
  });

  it('Unni, whom the bank suspects, cannot say yes for her mother', () => {
    expect(advice({ hvor: 'hjemme', ...CALM, spurt: 'kan-ikke', kan: 'ingen' })).toMatchObject({ kind: 'anonymous', notes: ['suspect'] });
  });

  it.each([
    ['hjemme', 'hpl. § 23 nr. 4'], ['nav-sosial', 'fvl. § 13 b nr. 7'], ['nav-stat', 'fvl. § 13 b nr. 7'], ['senter', 'krl. § 5 tredje ledd'], ['annen', 'fvl. § 13 b nr. 7'],
    ['politi', 'politiregisterloven § 27'],
  ] as const)('with a fear for life and no way to ask, %s stands on %s', (hvor, paragraph) => {
    expect(advice({ hvor, fare: 'nei', barn: 'nei', alvor: 'fare', spurt: 'ikke-trygt', kan: 'kan' })).toMatchObject({ rule: 'serious', ground: { paragraph } });
  });

  it.each(['verge', 'bank', 'usikker'] as const)('%s has no such provision: without names, with a warning not to wait', (hvor) => {
    expect(advice({ hvor, fare: 'nei', barn: 'nei', alvor: 'fare', spurt: 'ikke-trygt', kan: 'kan' })).toMatchObject({ kind: 'anonymous', notes: ['no_way'] });
  });
});

describe('the police (politiregisterloven) share on each way through', () => {
  const POLICE = { hvor: 'politi', barn: 'nei' } as const;

  it.each([
    ['in danger now', { fare: 'ja' }, 'danger', 'politiregisterloven § 27'],
    ['to avert a grave crime', { fare: 'nei', alvor: 'sikkert' }, 'avert', 'strl. § 196'],
    ['with consent', { ...CALM, spurt: 'ja', forsto: 'ja' }, 'consent', 'politiregisterloven § 24 nr. 1'],
    ['with consent to some of it', { ...CALM, spurt: 'delvis', forsto: 'ja' }, 'consent', 'politiregisterloven § 24 nr. 1'],
    ['after a yes that was not free', { ...CALM, spurt: 'ja', forsto: 'usikker' }, 'ask_again', 'politiregisterloven § 24 nr. 1'],
    ['when it is safe to ask', { ...CALM, spurt: 'kan-sporre' }, 'ask', 'politiregisterloven § 24 nr. 1'],
    ['with a guardian’s yes', { ...CALM, spurt: 'kan-ikke', kan: 'verge' }, 'guardian', 'politiregisterloven § 24 nr. 1, vgml. § 31'],
    ['with a fear for life and a no', { fare: 'nei', alvor: 'fare', spurt: 'nei', kan: 'kan' }, 'serious', 'politiregisterloven § 27'],
    ['with next of kin, who cannot say yes under this act', { ...CALM, spurt: 'kan-ikke', kan: 'parorende' }, 'nameless', 'politiregisterloven § 24 nr. 2'],
    ['without anything else', { ...CALM, spurt: 'ikke-trygt', kan: 'tvil' }, 'nameless', 'politiregisterloven § 24 nr. 2'],
  ] as const)('%s', (_what, answers, rule, paragraph) => {
    const given = advice({ ...POLICE, ...answers });
    expect(given).toMatchObject({ law: 'polregl', rule, ground: { paragraph } });
    expect(LAWS.polregl.secrecy).toBe('politiregisterloven § 23');
  });

  it('names every way that they can go', () => {
    expect([...new Set(those(({ asked }) => asked.hvor === 'politi').map((way) => way.advice.rule))].sort()).toEqual(['ask', 'ask_again', 'avert', 'consent', 'danger', 'guardian', 'nameless', 'serious']);
  });

  it('tells them of a child by the duty that public bodies have', () => {
    expect(advice({ hvor: 'politi', fare: 'ja', barn: 'ja' }).first).toEqual(['danger', 'child']);
  });
});

describe('what goes on from the page', () => {
  it('is an answer that the report form offers, and never a word about anybody', () => {
    for (const way of WAYS) {
      for (const [name, value] of Object.entries(toForm(way.asked, way.advice))) {
        const field = findField(name);
        expect(field === undefined ? undefined : isOffered(field.name, value), `${name}=${value}`).toBe(true);
      }
    }
  });

  it('names an exception of the form wherever the advice is to share without consent, except for the police, who call', () => {
    for (const way of those(({ advice: { kind, rule } }) => kind === 'share' && ['danger', 'avert', 'serious'].includes(rule))) {
      const needed = way.advice.law !== 'none' && way.advice.ground.basis !== undefined;
      expect(toForm(way.asked, way.advice)['grunn'] !== undefined, seen(way)).toBe(needed);
      expect(needed || ['none', 'polregl'].includes(way.advice.law), seen(way)).toBe(true);
    }
  });

  it('reads what our page offers and nothing else', () => {
    expect(readShare([['hvor', 'hjemme'], ['fare', 'kanskje'], ['navn', 'Kari'], ['barn', 'ja'], ['barn', 'nei']])).toEqual({ hvor: 'hjemme', barn: 'nei' });
  });
});

describe.each(LANGUAGES)('the words in %s', (lang) => {
  const words: Readonly<Record<string, unknown>> = shareTexts[lang];

  it('are there for every question, every answer, every row and every note', () => {
    const keys = [
      ...QUESTIONS.flatMap(({ name, values }: { name: QuestionName; values: readonly string[] }) => [`q_${name}`, ...values.map((value) => `${name}_${value}`)]),
      ...RULES.flatMap(({ id }) => [`head_${id}`, `why_${id}`, ...(id === 'free' ? [] : [`record_${id}`])]),
      ...ADVICES.map((kind) => `answer_${kind}`), ...FIRST.map(({ id }) => `first_${id}`), ...NOTES.map(({ id }) => `note_${id}`),
    ];
    expect(keys.filter((key) => words[key] === undefined)).toEqual([]);
  });

  it('never call consent to share a basis for processing, and name the provision in each sentence for the record', () => {
    const all = Object.values(words).map((word) => (typeof word === 'function' ? String(word('hpl. § 22', 'Voksenvern Nordfjella')) : String(word))).join('\n');
    expect(all).not.toMatch(/behandlingsgrunnlag|GDPR|personvernforordning|legal basis for processing/i);
    for (const { id } of RULES) {
      const record = words[`record_${id}`];
      const sentence = typeof record === 'function' ? String(record('hpl. § 22', 'Voksenvern Nordfjella')) : undefined;
      expect(id === 'free' ? sentence === undefined : sentence?.includes('(hpl. § 22)') === true && sentence.includes('Voksenvern Nordfjella'), id).toBe(true);
    }
  });
});

it('each workplace has the law that binds it: health and care staff are bound as health personnel (hol § 2-1), state and municipal NAV each by its own (Nav-loven § 7, sotjl § 44)', () => {
  expect(WORKPLACES.filter((place) => LAW_OF[place] === 'hpl')).toEqual(['hjemme', 'omsorg', 'helse']);
  expect([LAW_OF['nav-sosial'], LAWS.sotjl.secrecy, LAW_OF['nav-stat'], LAWS.navl.secrecy]).toEqual(['sotjl', 'sotjl. § 44', 'navl', 'Nav-loven § 7']);
});

it('what is weighed, what must be told at once, and what is told of a child stand on the law’s own paragraph (hpl §§ 23, 31, 33, krl §§ 5, 6, sotjl § 45)', () => {
  expect([LAWS.hpl.serious.paragraph, LAWS.hpl.nameless.paragraph, LAWS.hpl.danger.paragraph, LAWS.hpl.child]).toEqual(['hpl. § 23 nr. 4', 'hpl. § 23 nr. 3', 'hpl. § 31', 'hpl. § 33']);
  expect([LAWS.krl.serious.paragraph, LAWS.krl.child, LAWS.sotjl.child]).toEqual(['krl. § 5 tredje ledd', 'krl. § 6', 'sotjl. § 45']);
});

it('each row of the tables has its paragraph, and each code is one of the list', () => {
  for (const [law, row] of Object.entries(LAWS)) {
    for (const [name, ground] of Object.entries(row)) {
      if (typeof ground === 'string') expect(ground, `${law}.${name}`).toMatch(law === 'none' ? /^$/ : /§/);
      else {
        expect(ground.paragraph, `${law}.${name}`).toMatch(/§ \d/);
        expect('basis' in ground && ground.basis !== undefined ? BASIS.is(ground.basis) : true, `${law}.${name}`).toBe(true);
      }
    }
  }
});
