/**
 * The report form as one table (domain reference §10): which fields there are, in which group they stand, and who must answer.
 * Field names are what the browser sees. They are short, neutral Norwegian words: a name can end up in a saved form or a log,
 * and must not tell what the page is about.
 */
export const GROUPS = ['del-1', 'del-2', 'del-3', 'del-4', 'del-5', 'del-6'] as const;
export type Group = (typeof GROUPS)[number];

/** choice: one of a list · many: any of a list · short: one line · long: several lines · tick: a single box */
export type FieldKind = 'choice' | 'many' | 'short' | 'long' | 'tick';
/** open: about another person (mode A) · self: about oneself (mode D) */
export type Side = 'open' | 'self';

type FieldRow = {
  readonly name: string;
  readonly group: Group;
  readonly kind: FieldKind;
  readonly sides: readonly Side[];
  /** who must answer; `when` means that a rule in situation.ts decides */
  readonly required: 'always' | 'when' | 'never';
};

const BOTH = ['open', 'self'] as const;
const OPEN = ['open'] as const;
const SELF = ['self'] as const;

export const FIELDS = [
  { name: 'fare', group: 'del-1', kind: 'choice', sides: BOTH, required: 'always' },
  { name: 'hvem', group: 'del-1', kind: 'choice', sides: BOTH, required: 'always' },
  { name: 'sted', group: 'del-1', kind: 'choice', sides: OPEN, required: 'when' },
  { name: 'voksen', group: 'del-1', kind: 'choice', sides: BOTH, required: 'always' },

  { name: 'spurt', group: 'del-2', kind: 'choice', sides: OPEN, required: 'always' },
  { name: 'grunn', group: 'del-2', kind: 'choice', sides: OPEN, required: 'when' },
  { name: 'grunntekst', group: 'del-2', kind: 'long', sides: OPEN, required: 'when' },
  { name: 'onske', group: 'del-2', kind: 'long', sides: BOTH, required: 'when' },

  { name: 'navn', group: 'del-3', kind: 'short', sides: OPEN, required: 'when' },
  { name: 'kallenavn', group: 'del-3', kind: 'short', sides: SELF, required: 'always' },
  { name: 'trygg', group: 'del-3', kind: 'long', sides: BOTH, required: 'when' },
  { name: 'ring', group: 'del-3', kind: 'tick', sides: SELF, required: 'never' },
  { name: 'telefon', group: 'del-3', kind: 'short', sides: BOTH, required: 'never' },
  { name: 'kommune', group: 'del-3', kind: 'choice', sides: BOTH, required: 'always' },
  { name: 'aar', group: 'del-3', kind: 'short', sides: OPEN, required: 'never' },
  { name: 'alder', group: 'del-3', kind: 'choice', sides: BOTH, required: 'never' },
  { name: 'kjonn', group: 'del-3', kind: 'choice', sides: OPEN, required: 'never' },
  { name: 'adresse', group: 'del-3', kind: 'short', sides: OPEN, required: 'never' },
  { name: 'skjult', group: 'del-3', kind: 'tick', sides: OPEN, required: 'never' },

  { name: 'hva', group: 'del-4', kind: 'many', sides: BOTH, required: 'always' },
  { name: 'sett', group: 'del-4', kind: 'long', sides: BOTH, required: 'always' },
  { name: 'situasjon', group: 'del-4', kind: 'many', sides: BOTH, required: 'never' },

  { name: 'tilknytning', group: 'del-5', kind: 'many', sides: BOTH, required: 'never' },
  { name: 'annen', group: 'del-5', kind: 'short', sides: OPEN, required: 'never' },
  { name: 'sammen', group: 'del-5', kind: 'choice', sides: BOTH, required: 'never' },
  { name: 'omsorg', group: 'del-5', kind: 'choice', sides: OPEN, required: 'never' },
  { name: 'barn', group: 'del-5', kind: 'choice', sides: BOTH, required: 'always' },
  { name: 'dyr', group: 'del-5', kind: 'choice', sides: BOTH, required: 'never' },

  { name: 'kontakt', group: 'del-6', kind: 'many', sides: OPEN, required: 'never' },
  { name: 'kontaktnaar', group: 'del-6', kind: 'short', sides: OPEN, required: 'never' },
  { name: 'dittnavn', group: 'del-6', kind: 'short', sides: OPEN, required: 'when' },
  { name: 'tjeneste', group: 'del-6', kind: 'short', sides: OPEN, required: 'when' },
  { name: 'dittnummer', group: 'del-6', kind: 'short', sides: OPEN, required: 'when' },
  { name: 'svar', group: 'del-6', kind: 'choice', sides: OPEN, required: 'never' },
  { name: 'kode', group: 'del-6', kind: 'tick', sides: SELF, required: 'never' },
] as const satisfies readonly FieldRow[];

export type FieldName = (typeof FIELDS)[number]['name'];
export type Field = FieldRow & { readonly name: FieldName };

const byName: ReadonlyMap<string, Field> = new Map(FIELDS.map((f): [string, Field] => [f.name, f]));

/** The row of a field, or undefined for a name that the form does not have. */
export function findField(name: string): Field | undefined {
  return byName.get(name);
}

/** Most characters (UTF-16 units) of an answer; longer ones are kept and reported, never cut. */
export const LONGEST: Readonly<Record<'short' | 'long', number>> = { short: 200, long: 10_000 };
