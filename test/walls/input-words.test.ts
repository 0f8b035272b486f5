import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { inputFaults, type InputSchema } from '../../src/kernel/door.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { refusalText } from '../../src/web/refusals.ts';
import { findUseCases, type AnyUseCase } from '../access/use-cases.ts';
import { moduleOf } from './import-rules.ts';
import { wordKeys } from './languages.ts';
import { sourcePaths } from './sources.ts';

const SRC = sourcePaths('src');
const SHARED = 'src/web/refusals.ts';

let useCases: readonly AnyUseCase[];
beforeAll(async () => void ({ useCases } = await findUseCases()));

/** What forms and addresses can hold, and what they cannot. */
const WRONG: readonly unknown[] = [undefined, null, '', ' ', 'x', 'x'.repeat(60_000), '\u0000\ud800', '2026-02-30', 0, -1, 1.5, NaN, true, [], ['x'], {}, { x: 'x' }, [[]], { x: ['x'] }];

/** Every code with which a schema answers forms of nothing, forms of nonsense, and forms in which each field in turn is wrong. */
function codesOf(schema: InputSchema<unknown>): Set<string> {
  const codes = new Set<string>();
  const fields = new Set<string>(['x']);
  const ask = (raw: unknown): void => {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return;
    for (const { path } of parsed.error.issues) if (path[0] !== undefined) fields.add(String(path[0]));
    for (const code of Object.values(inputFaults(parsed.error.issues))) codes.add(code);
  };
  for (const raw of [...WRONG, {}]) ask(raw);
  const known = [...fields]; // asking finds more of them
  for (const field of known) for (const value of WRONG) ask({ [field]: value });
  for (const value of WRONG) ask(Object.fromEntries([...fields].map((field) => [field, value])));
  return codes;
}

describe('no sentence that a schema says by itself, in English and for programmers, reaches anybody:', () => {
  test('the door hands on codes alone, whatever a rule says', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom('Invalid input: expected string, received undefined', 'Too big: expected string to have <=300 characters', 'missing')), (message) => {
      const [code] = Object.values(inputFaults([{ path: ['name'], message }]));
      expect(code).toMatch(/^[\w-]+$/);
    }));
    expect(inputFaults([{ path: ['a', 1], message: 'Invalid input' }, { path: [], message: 'Unrecognized key: "x"' }, { path: ['b'], message: 'too_long' }]))
      .toEqual({ 'a.1': 'not_valid', form: 'not_valid', b: 'too_long' });
  });

  test('every code that a form or an address can be answered with has words', () => {
    const known = new Map<string, readonly string[]>();
    const wordsOf = (module: string): readonly string[] => {
      const found = known.get(module) ?? [...wordKeys([...SRC.filter((path) => moduleOf(path) === module), SHARED])];
      known.set(module, found);
      return found;
    };
    const without = useCases.flatMap(({ name, schema }) => {
      const words = wordsOf(name.split('.')[0] ?? '');
      return [...codesOf(schema)].filter((code) => !words.some((key) => key === code || key.endsWith(`.${code}`) || key.endsWith(`_${code}`))).map((code) => `${name}: ${code}`);
    });
    expect(without).toEqual([]);
    expect(useCases.some(({ schema }) => codesOf(schema).has('not_valid'))).toBe(true);
  });

  test('and those for a fault without a code of its own are words of their own', () => {
    for (const lang of LANGUAGES) expect(refusalText(lang, 'not_valid')).not.toBe(refusalText(lang, 'unknown'));
  });
});
