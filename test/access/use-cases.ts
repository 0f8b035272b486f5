import { join } from 'node:path';
import type { Outcome } from '../../src/kernel/outcome.ts';
import type { Context } from '../../src/kernel/context.ts';
import type { InputSchema } from '../../src/kernel/door.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import type { Verdict } from '../../src/kernel/verdict.ts';
import { child, children, importsOf, lineOf, ROOT, sourceOf, sourcePaths, walk, type Node, type Source } from '../walls/sources.ts';

/** A use case of which nothing is known but that it is one. */
export type AnyUseCase = {
  readonly name: string;
  readonly kind: 'command' | 'query';
  readonly schema: InputSchema<unknown>;
  readonly facts: (ctx: Context, input: unknown) => Promise<unknown>;
  readonly access: (actor: Actor, facts: unknown, input: unknown) => Verdict;
  readonly run: (ctx: Context, input: unknown, facts: unknown) => Promise<Outcome<unknown>>;
};

const STEPS_ARE_MADE_IN = 'src/cases/commands/step.ts';
/** An object with all of these is a use case, whatever is called with it. */
const PARTS = ['name', 'schema', 'facts', 'access', 'run'];

/** Files with one use case that is made inside a function, so that no import can find it: its name, or where what was made is found. */
const MADE_INSIDE: Readonly<Record<string, string>> = {
  // Each line of the workflow table; those made stand in STEPS, which is exported.
  'src/cases/commands/step.ts': 'STEPS',
  'src/cases/commands/documents.ts': 'STEPS',
  'src/cases/commands/expert.ts': 'STEPS',
  // Needs what the ten questions answered. Has a door of its own, and one caller.
  'src/setup/first-region.ts': 'setup.first_region',
};

type Made = { readonly name: string | undefined; readonly exported: boolean; readonly line: number };

/** Every use case that is written in a file, with the name where it is a literal. */
export function madeIn(source: Source): Made[] {
  const made: Made[] = [];
  walk(source.ast, (node, parents) => {
    if (node.type !== 'ObjectExpression' || !PARTS.every((part) => property(node, part) !== undefined)) return;
    const name = child(property(node, 'name'), 'value')?.['value'];
    const chain = parents.map((parent) => parent.type).join(' ');
    const exported = chain === 'Program ExportNamedDeclaration VariableDeclaration VariableDeclarator CallExpression';
    made.push({ name: typeof name === 'string' ? name : undefined, exported, line: lineOf(source, node.start) });
  });
  return made;
}

function property(object: Node, name: string): Node | undefined {
  return children(object, 'properties').find((one) => child(one, 'key')?.['name'] === name);
}

function isUseCase(value: unknown): value is AnyUseCase {
  return typeof value === 'object' && value !== null && 'name' in value && 'schema' in value && 'access' in value && 'run' in value && 'facts' in value;
}

/** What a module exports, and one level into what it exports (STEPS). */
function exportedFrom(module: object): AnyUseCase[] {
  return Object.values(module).flatMap((value: unknown) => (isUseCase(value) ? [value] : typeof value === 'object' && value !== null ? Object.values(value).filter(isUseCase) : []));
}

export type Found = {
  /** sorted by name */
  readonly useCases: readonly AnyUseCase[];
  /** names of those that have no value to import */
  readonly inside: readonly string[];
  /** places where one is made so that nobody can find it */
  readonly lost: readonly string[];
};

/** Reads the source for every use case there is: whoever adds one cannot forget to tell the matrix. */
export async function findUseCases(): Promise<Found> {
  const byName = new Map<string, AnyUseCase>();
  const lost: string[] = [];
  const inside = Object.values(MADE_INSIDE).filter((name) => name.includes('.'));
  for (const source of sourcePaths('src').map(sourceOf)) {
    const made = madeIn(source);
    if (made.length === 0 && !importsOf(source).some(({ to }) => to === STEPS_ARE_MADE_IN)) continue;
    // eslint-disable-next-line no-unsanitized/method -- a path below src/, found by reading the folder
    const exported = exportedFrom(await import(join(ROOT, source.path)) as object); // a module is an object
    for (const useCase of exported) byName.set(useCase.name, useCase);
    const unseen = made.filter((one) => !one.exported || !exported.some((useCase) => useCase.name === one.name));
    lost.push(...unseen.slice(MADE_INSIDE[source.path] === undefined ? 0 : 1).map(({ name, line }) => `${source.path}:${line} ${name ?? 'a use case without a literal name'}`));
  }
  return { useCases: [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)), inside, lost };
}
