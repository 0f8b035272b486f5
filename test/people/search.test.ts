import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import { agreement, findable, nameWords, wordOf } from '../../src/people/matching.ts';
import { Memory } from '../../src/people/memory.ts';
import { NameIndex } from '../../src/people/name-index.ts';
import { readTerm } from '../../src/people/search-term.ts';
import { tracedOf, type SaidOfPerson } from '../../src/people/trace.ts';

describe('what is typed into the one box is told apart, so that nobody chooses a field while somebody waits:', () => {
  test.each([
    ['2026-K7QF3M', { kind: 'reference', reference: '2026-K7QF3M' }], [' 2026-k7qf3m ', { kind: 'reference', reference: '2026-K7QF3M' }],
    ['55 55 01 23', { kind: 'phone', phone: '55550123' }], ['+47 55550123', { kind: 'phone', phone: '55550123' }], ['0047 55 55 01 23', { kind: 'phone', phone: '55550123' }],
    ['Kvamme, Borghild', { kind: 'person', words: ['kvamme', 'borghild'], birthYear: undefined }], ['Borghild Kvamme 1939', { kind: 'person', words: ['borghild', 'kvamme'], birthYear: 1939 }],
    ['12.03.1939', { kind: 'person', words: [], birthYear: 1939 }], ['1939-03-12', { kind: 'person', words: [], birthYear: 1939 }], ['Kvamme 12/3/1939', { kind: 'person', words: ['kvamme'], birthYear: 1939 }],
    ['  ', { kind: 'nothing' }], ['.-', { kind: 'nothing' }],
  ])('«%s»', (typed, sought) => {
    expect(readTerm(typed)).toEqual(sought);
  });

  test('of a national number nothing is read: neither a birth date nor an age (popplyl § 12)', () => {
    for (const typed of ['12885512340', '128855 12340', '128855-12340']) expect(readTerm(typed)).toEqual({ kind: 'number' });
  });
});

test('whom a search meets is whoever trying every word of every name would meet, as well as that would', () => {
  const letters = fc.constantFrom('kari', 'kåre', 'anne', 'grete', 'annegrete', 'solli', 'sollid', 'olsen', 'olssen', 'hansen', 'hanssen', 'christiansen', 'kristiansen', 'bo', 'k', 'b');
  const name = fc.array(letters, { minLength: 1, maxLength: 4 });
  const idAt = (at: number): FileId => asId<'file'>(`60000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
  const rank = (sought: string, words: readonly string[]): number => Math.min(...words.map((text, at) => {
    const how = agreement(wordOf(sought), wordOf(text));
    const best = how === 'exact' ? 0 : how === 'initial' ? 2 : sought.length >= 3 && text.startsWith(sought) ? 1 : how === 'near' ? 3 : Infinity;
    return at + 1 < words.length && text + (words[at + 1] ?? '') === sought ? 0 : best;
  }));
  fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), name, (names, sought) => {
    const index = new NameIndex();
    const folded = names.map((words) => words.flatMap(nameWords));
    const asked = sought.flatMap(nameWords);
    folded.forEach((words, at) => index.put(idAt(at), [words.map(wordOf)], []));
    const pairs = asked.slice(0, -1).map((one, at) => ({ rest: asked.filter((_, i) => i !== at && i !== at + 1), pair: one + (asked[at + 1] ?? '') }));
    const expected = folded.map((words) => Math.min(
      asked.reduce((all, one) => all + rank(one, words), 0), ...pairs.map(({ rest, pair }) => (words.includes(pair) ? rest.reduce((all, one) => all + rank(one, words), 0) : Infinity)),
    ));
    const found = new Map(index.find(asked).map((hit) => [hit.file, hit.rank]));
    if (asked.length > 0) expect(folded.map((_, at) => found.get(idAt(at)) ?? Infinity)).toEqual(expected);
  }), { numRuns: 300 });
});

let numbered = 0;
function file(): FileId {
  numbered += 1;
  return asId<'file'>(`50000000-0000-4000-8000-${String(numbered).padStart(12, '0')}`);
}

/** A region in memory: each file with what is said of its person, and who is around them. */
function region(people: Readonly<Record<string, readonly [said: Partial<SaidOfPerson>, around?: readonly string[], phones?: readonly string[]]>>) {
  const memory = new Memory();
  const names = new Map<FileId, string>();
  const put = (name: string, said: Partial<SaidOfPerson>, around: readonly string[] = [], phones: readonly string[] = [], id = file(), version = 1) => {
    const { trace } = tracedOf([{ protectedAddressHint: false, ...said }], around);
    memory.put(id, { version, hidden: trace.hidden, who: undefined, found: findable(trace, phones) });
    names.set(id, name);
    return id;
  };
  for (const [name, [said, around, phones]] of Object.entries(people)) put(name, said, around, phones);
  const finds = (typed: string, hash = ''): string[] => {
    const sought = readTerm(typed);
    if (sought.kind === 'phone') return memory.search({ kind: 'phone', hash }).map((hit) => names.get(hit.file) ?? '?');
    return sought.kind === 'person' ? memory.search(sought).map((hit) => `${names.get(hit.file)}${hit.around ? ' (around)' : ''}`) : [];
  };
  return { finds, put, memory };
}

describe('a person is found', () => {
  const { finds } = region({
    borghild: [{ name: 'Borghild Marie Kvamme', birthYear: 1939 }], annegrete: [{ name: 'Annegrete Solli' }], bjorg: [{ name: 'Bjørg Sæther' }], aila: [{ name: 'Áila Njállá' }],
    red: [{ alias: 'Rød' }], hidden: [{ name: 'Torbjørg Havnes', protectedAddressHint: true }, ['Roar Havnes'], ['aa']], young: [{ name: 'Borghild Kvamme', birthYear: 1971 }, [], ['bb']], nephew: [{ name: 'Ragnhild Tveit' }, ['Kåre Kvamme']],
  });
  test.each([
    ['Borghild Kvamme', ['borghild', 'young']], ['kvamme borghild', ['borghild', 'young']], ['Borghild Kvamme 1940', ['borghild']], ['Borgild Kvame', ['borghild', 'young']], ['Borgh', ['borghild', 'young']],
    ['B. M. Kvamme', ['borghild']], ['Anne Grete Solli', ['annegrete']], ['BJOERG SAETHER', ['bjorg']], ['Aila Njalla', ['aila']], ['rød', ['red']], ['1971', ['young']],
    ['Kåre Kvamme', ['nephew (around)']], ['Borghild Solli', []], ['Per', []], ['min mor', []],
  ])('by «%s»', (typed, wanted) => {
    expect(finds(typed).toSorted()).toEqual([...wanted].toSorted());
  });

  test('those who are meant first: the person before somebody around another, the right spelling before a slip', () => {
    expect(finds('Kvamme')).toEqual([expect.stringMatching(/^(borghild|young)$/), expect.stringMatching(/^(borghild|young)$/), 'nephew (around)']);
  });

  test('by telephone, of which only the keyed hash is compared', () => {
    expect(finds('55 55 01 23', 'bb')).toEqual(['young']);
    expect(finds('55 55 01 23', 'cc')).toEqual([]);
  });

  test('never where the address is secret: neither by name, by telephone, nor by a relative (folkeregisterloven § 10-4)', () => {
    for (const typed of ['Torbjørg Havnes', 'Havnes', 'Roar Havnes']) expect(finds(typed)).toEqual([]);
    expect(finds('55 55 01 23', 'aa')).toEqual([]);
  });

  test('under the name they have now, and no longer under the one that turned out to be another’s', () => {
    const { finds: now, put } = region({});
    const id = put('late', { name: 'Ukjent Myrdal' });
    expect(now('Myrdal')).toEqual(['late']);
    for (let version = 2; version < 2300; version += 1) put('late', { name: 'Astrid Fjeld' }, [], [], id, version);
    expect(now('Myrdal')).toEqual([]);
    expect(now('Astrid Fjeld')).toEqual(['late']);
  });
});

test('memory asks for what was written since it looked last, and for nothing twice', () => {
  const { memory } = region({});
  const [one, two] = [file(), file()];
  memory.note({ lines: [{ file_id: one, version: 1 }, { file_id: two, version: 3 }], until: '70' });
  expect([memory.until, memory.unread(10).map((line) => line.file_id)]).toEqual(['70', [one, two]]);
  memory.put(one, { version: 1, hidden: false, who: undefined, found: undefined });
  memory.note({ lines: [{ file_id: one, version: 1 }, { file_id: two, version: 4 }], until: '90' });
  expect(memory.unread(10)).toEqual([{ file_id: two, version: 4 }]);
  expect(memory.now({ file_id: one, version: 2 })).toBeUndefined();
});
