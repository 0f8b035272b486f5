import { plainLine, wholeText } from '../../kernel/plain-text.ts';
import { municipalityTyped } from '../../regions/codes.ts';
import { findField, type Field, type FieldName } from './fields.ts';
import { isOffered } from './options.ts';
import type { Problems } from './problems.ts';
import { checkAnswers, type Answers } from './schema.ts';
import type { Written } from './written.ts';

export type ReadForm = {
  /** every text and choice that belongs to the form, also when something is wrong with it */
  readonly written: Written;
  /** the typed answers; undefined as long as there are problems */
  readonly answers: Answers | undefined;
  /** field name → stable code of what is wrong; words in texts/form-problems.ts */
  readonly problems: Problems;
  /** how many names or values did not come from our form; never their content */
  readonly unknown: number;
};

/**
 * Reads a posted form. Never throws, whatever is sent: foreign names and values are counted and left, known texts are kept whole.
 * @param entries name and value in the order of the request; values that are no text (files) count as unknown
 */
export function readForm(entries: Iterable<readonly [string, unknown]>): ReadForm {
  const { written, unknown } = collect(entries);
  const { answers, problems } = checkAnswers(written);
  return { written, answers, problems, unknown };
}

/** Names beside the questions that our own pages send: the sealed token and the button. */
const OWN_NAMES: ReadonlySet<string> = new Set(['skjema', 'send']);

function collect(entries: Iterable<readonly [string, unknown]>): { written: Written; unknown: number } {
  const texts = new Map<FieldName, string[]>();
  let unknown = 0;
  for (const [name, value] of entries) {
    if (OWN_NAMES.has(name)) continue;
    const field = findField(name);
    const kept = field === undefined || typeof value !== 'string' ? undefined : keep(field, value);
    if (field === undefined || kept === undefined) unknown += 1;
    else add(texts, field, kept);
  }
  return { written: Object.fromEntries([...texts].map(([name, list]) => [name, join(name, list)])), unknown };
}

function keep(field: Field, value: string): string | undefined {
  if (field.kind === 'long') return wholeText(value);
  const line = plainLine(value);
  // typed by hand: one that we do not know is kept, and asked about with the whole list
  if (field.name === 'annenkommune') return municipalityTyped(line) ?? line;
  if (field.kind === 'short' || line === '') return line;
  return isOffered(field.name, line) ? line : undefined;
}

function add(texts: Map<FieldName, string[]>, field: Field, value: string): void {
  if (value.trim() === '') return;
  const before = texts.get(field.name);
  if (before === undefined) texts.set(field.name, [value]);
  else if (!chosenAlready(field, before, value)) before.push(value);
}

// Offered values are few, so the list stays short however often a value is repeated; repeated texts may differ and are all kept.
function chosenAlready(field: Field, before: readonly string[], value: string): boolean {
  if (field.kind === 'choice' || field.kind === 'tick') return true;
  return field.kind === 'many' && before.includes(value);
}

// Our form sends each text once. If one comes twice, both are kept: losing words is worse than showing a line too many.
function join(name: FieldName, list: string[]): readonly string[] {
  const kind = findField(name)?.kind;
  if (kind === 'long') return [list.join('\n')];
  return kind === 'short' ? [list.join(' ')] : list;
}
