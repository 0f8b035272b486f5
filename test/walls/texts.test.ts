import { describe, expect, test } from 'vitest';
import { pieces, saidIn, sameKey, threefolds, wordKeys, type Language, type Said } from './languages.ts';
import { moduleOf } from './import-rules.ts';
import { child, children, importsOf, lineOf, parse, sourceOf, sourcePaths, textOf, walk, type Node, type Source } from './sources.ts';

const SRC = sourcePaths('src');

/** Words that belong to bokmål and not to nynorsk. */
const BOKMAL = new Set(`ikke jeg hvordan hvor hva hvem hvilken hvilke hvilket hvis hvorfor hver hvert noen noe noenting noensinne mye fra være vært gjøre gjør sier bare selv mer flere
  siden uten sammen alene hele hjem hjemme uke uker måneder dager timer minutter mandag mandager tirsdag lørdag vold volden voldstype voksen voksne navn navnet fornavn etternavn egen egne
  annen annet trenger gjelder finnes finner vet kommer skriver snakker leser forteller åpne åpner åpent åpen leder lederen saken tjeneste tjenesten tjenester tjenestene opplysninger opplysningene
  ansatt ansatte funksjonsnedsettelse avsluttet mottatt sendte dere deres henvendelse undersøkelse velg bekymret utsatte hjelpen ble ennå istedenfor tillatelse beskyttelse`.split(/\s+/));

/** Words that belong to nynorsk and not to bokmål. */
const NYNORSK = new Set(`ikkje eg korleis kva kven kvifor kvar kvart nokon noko nokre berre sjølv frå vere vore gjere gjer meir fleire heile heim heime veke veker vald valden vaksen vaksne saman utan
  åleine eigen eigne teneste tenesta tenester tenestene opne opnar kjem veit dykk dei òg namn namnet tilsett tilsette treng gjeld finst snakkar fortel leiar leiaren måndag tysdag laurdag dagar
  månader timar opplysningar uroa enno framleis ynskjer ønskjer vart`.split(/\s+/));

const NORWEGIAN = new Set(['og', 'ikke', 'ikkje', 'eller', 'som', 'på', 'til', 'fra', 'frå', 'hva', 'kva', 'jeg', 'eg', 'du', 'det', 'vi']);

/** Short sentences may be alike; of the longer ones only few. */
const A_SENTENCE = 5;
const MOST_ALIKE = 0.05;
const ALIKE_IN_ENGLISH_FROM = 3;

function wordsIn(text: string): string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

function words(said: readonly Said[], wrong: (word: string) => boolean): string[] {
  return said.flatMap(({ where, text }) => wordsIn(text).filter(wrong).map((word) => `${where} «${word}» in «${text.trim().slice(0, 80)}»`));
}

/** A name in quotation marks is a name: «Mottatt» is what the button says. */
function withoutQuoted(said: readonly Said[]): Said[] {
  return said.map((one) => ({ ...one, text: one.text.replace(/«[^»]*»|“[^”]*”/g, '') }));
}

describe('whoever reads nynorsk or English reads all of it (språklova):', () => {
  test('there are words to look at', () => {
    expect(saidIn('nn', SRC).length).toBeGreaterThan(500);
  });

  test.each<Language>(['nb', 'nn', 'en'])('no word of %s is empty', (language) => {
    const empty = SRC.flatMap((path) => threefolds(sourceOf(path)).flatMap((three) => emptyBelow(sourceOf(path), three[language])));
    expect(empty).toEqual([]);
  });

  test('no bokmål in nynorsk', () => {
    expect(words(withoutQuoted(saidIn('nn', SRC)), (word) => BOKMAL.has(word.toLowerCase()))).toEqual([]);
  });

  test('no nynorsk in bokmål', () => {
    expect(words(withoutQuoted(saidIn('nb', SRC)), (word) => NYNORSK.has(word.toLowerCase()))).toEqual([]);
  });

  test('no Norwegian in English but for names', () => {
    const said = withoutQuoted(saidIn('en', SRC));
    expect(words(said, (word) => (/[æøåÆØÅ]/.test(word) && word[0] === word[0]?.toLowerCase()) || NORWEGIAN.has(word))).toEqual([]);
  });

  test('bokmål was not left standing under nynorsk: few sentences are the same in both', () => {
    const sentences = sameKey(SRC, 'nb', 'nn').filter((pair) => wordsIn(pair.one).length >= A_SENTENCE);
    expect(sentences.filter((pair) => pair.one === pair.other).length / sentences.length).toBeLessThan(MOST_ALIKE);
  });

  test('no sentence of bokmål was left standing under English', () => {
    expect(sameKey(SRC, 'nb', 'en').filter((pair) => pair.one === pair.other && wordsIn(pair.one).length >= ALIKE_IN_ENGLISH_FROM).map((pair) => `${pair.where} ${pair.one}`)).toEqual([]);
  });
});

test('the search finds a word of the other language inside a sentence with values in it', () => {
  const source = parse('x.ts', "export const t = catalogue({ nb: { a: 'b' }, nn: { a: (n: number) => `Det er ikke ${n === 1 ? 'noko' : 'mange'} her` }, en: { a: 'c' } });");
  const said = threefolds(source).flatMap((three) => pieces(source, three.nn));
  expect(said.map((one) => one.text)).toEqual(expect.arrayContaining(['Det er ikke ', 'noko', 'mange', ' her']));
  expect(words(said, (word) => BOKMAL.has(word))).toHaveLength(1);
});

function emptyBelow(source: Source, node: Node): string[] {
  return children(node, 'properties').flatMap((property) => {
    const value = child(property, 'value');
    if (value?.type === 'Literal' && typeof value['value'] === 'string' && value['value'].trim() === '') return [`${source.path}:${lineOf(source, value.start)}`];
    return value === undefined ? [] : emptyBelow(source, value);
  });
}

describe('where one map gathers the words of several files,', () => {
  test('no name stands in two of them: the word of the first would never be said', () => {
    expect(SRC.flatMap((path) => threefolds(sourceOf(path)).flatMap((three) => twice(namesIn(sourceOf(path), three.nb)).map((name) => `${path} ${name}`)))).toEqual([]);
  });

  test('and the search follows a map into what it takes in', () => {
    const source = parse('x.ts', "const a = catalogue({ nb: { one: 'a', two: 'b' } }); const b = { nb: { two: 'c' } } as const; const all = { nb: { ...a.nb, ...b.nb } };");
    const map = source.text.lastIndexOf('{ ...');
    const found: string[] = [];
    walk(source.ast, (node) => {
      if (node.type === 'ObjectExpression' && node.start === map) found.push(...twice(namesIn(source, node)));
    });
    expect(found).toEqual(['two']);
  });
});

function twice(names: readonly string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) !== at);
}

/** Every name in a language's words, those of `...words.nb` with them, wherever these are declared. */
function namesIn(source: Source, words: Node): string[] {
  return children(words, 'properties').flatMap((property) => {
    const key = child(property, 'key');
    if (property.type === 'Property') return [String(key?.['name'] ?? key?.['value'])];
    const taken = child(property, 'argument');
    const from = String(child(taken, 'object')?.['name']);
    const home = importsOf(source).map(({ to }) => to).find((to) => to.startsWith('src/') && textOf(to).includes(`export const ${from} =`));
    const there = home === undefined ? source : sourceOf(home);
    const found: string[] = [];
    walk(there.ast, (node) => {
      if (node.type !== 'VariableDeclarator' || child(node, 'id')?.['name'] !== from) return;
      const value = child(node, 'init');
      const object = value?.type === 'CallExpression' ? children(value, 'arguments')[0] : child(value, 'expression') ?? value;
      const nb = children(object, 'properties').find((one) => child(one, 'key')?.['name'] === 'nb');
      const inner = child(nb, 'value');
      if (inner !== undefined) found.push(...namesIn(there, inner));
    });
    return found;
  });
}

describe('every «no» has words:', () => {
  const SHARED = 'src/web/refusals.ts';

  test.each([...new Set(SRC.map(moduleOf))].filter((name) => name !== '' && name !== 'launch'))('%s', (module) => {
    const own = SRC.filter((path) => moduleOf(path) === module);
    const known = [...wordKeys([...own, ...SRC.filter((path) => path === SHARED)])];
    const has = (code: string): boolean => known.some((key) => key === code || key.endsWith(`.${code}`) || key.endsWith(`_${code}`));
    expect(own.flatMap((path) => codesIn(sourceOf(path))).filter(({ code }) => !has(code)).map(({ where, code }) => `${where} ${code}`)).toEqual([]);
  });

  test('and the search finds a code without words, in a refusal, in its fields and in a schema', () => {
    const source = parse('x.ts', "const a = refuse('one', { name: 'two' }); const s = z.string().min(1, 'three').max(9, { message: 'four' }); refuse(other);");
    expect(codesIn(source).map(({ code }) => code)).toEqual(['one', 'two', 'four', 'three']);
  });
});

/** Codes of refusals: what `refuse` is called with, and the messages of zod's rules. */
function codesIn(source: Source): { readonly where: string; readonly code: string }[] {
  const codes: { where: string; code: string }[] = [];
  const add = (node: Node | undefined): void => {
    const value = node?.['value'];
    if (node?.type === 'Literal' && typeof value === 'string') codes.push({ where: `${source.path}:${lineOf(source, node.start)}`, code: value });
  };
  walk(source.ast, (node) => {
    if (node.type !== 'CallExpression') return;
    const callee = child(node, 'callee');
    const [first, second] = children(node, 'arguments');
    if (callee?.type === 'Identifier' && String(callee['name']).startsWith('refuse')) {
      add(first);
      for (const property of children(second, 'properties')) add(child(property, 'value'));
    }
    const method = callee?.type === 'MemberExpression' ? String(child(callee, 'property')?.['name']) : '';
    if (['min', 'max', 'length', 'regex', 'enum', 'refine', 'literal', 'email', 'uuid', 'addIssue'].includes(method)) {
      if (method !== 'literal' && method !== 'addIssue' && children(node, 'arguments').length > 1) add(second);
      for (const property of children(method === 'addIssue' ? first : second, 'properties')) if (child(property, 'key')?.['name'] === 'message') add(child(property, 'value'));
    }
  });
  return codes;
}
