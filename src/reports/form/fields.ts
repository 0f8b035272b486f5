/**
 * The report form as one table (domain reference §10): which fields there are, in which group they stand, who is asked and who must answer.
 * Field names are what the browser sees. They are short, neutral Norwegian words: a name can end up in a saved form or a log,
 * and must not tell what the page is about. Attachments (no. 23) are sent from the receipt and the window, not from here.
 */
export const GROUPS = ['del-1', 'del-2', 'del-3', 'del-4', 'del-5', 'del-6'] as const;
export type Group = (typeof GROUPS)[number];

/** choice: one of a list · many: any of a list · short: one line · long: several lines · tick: a single box */
export type FieldKind = 'choice' | 'many' | 'short' | 'long' | 'tick';
/** A: reporter and person named · B: the reporter says no name (private persons only) · C: nobody is named, an anonymous consultation · D: the person self */
export type Mode = 'A' | 'B' | 'C' | 'D';

type FieldRow = {
  /** number in the form of domain reference §10; «+» for what we ask besides */
  readonly no: string;
  readonly name: string;
  readonly group: Group;
  readonly kind: FieldKind;
  /** the letters of the modes in which it is asked */
  readonly modes: string;
  /** asked only of those who write in a job, or only of the others */
  readonly only?: 'job' | 'private';
  /** the letters of the modes that must answer */
  readonly required: string;
  /** an answer before it decides whether it is required (situation.ts) */
  readonly when?: true;
};

export const FIELDS = [
  { no: '1', name: 'fare', group: 'del-1', kind: 'choice', modes: 'ABCD', required: 'ABCD' },
  { no: '2', name: 'hvem', group: 'del-1', kind: 'choice', modes: 'ABCD', required: 'ABCD' },
  { no: '2', name: 'sted', group: 'del-1', kind: 'choice', modes: 'AC', only: 'job', required: 'AC', when: true },
  { no: '+', name: 'hjelper', group: 'del-1', kind: 'tick', modes: 'D', required: '' },
  { no: '+', name: 'hjelperhvem', group: 'del-1', kind: 'short', modes: 'D', required: '' },
  { no: '3', name: 'voksen', group: 'del-1', kind: 'choice', modes: 'ABCD', required: 'ABCD' },

  { no: '4', name: 'spurt', group: 'del-2', kind: 'choice', modes: 'ABC', required: 'ABC' },
  { no: '4b', name: 'grunn', group: 'del-2', kind: 'choice', modes: 'AC', only: 'job', required: 'AC', when: true },
  { no: '4b', name: 'grunntekst', group: 'del-2', kind: 'long', modes: 'A', only: 'job', required: 'A', when: true },
  { no: '19', name: 'onske', group: 'del-2', kind: 'long', modes: 'ABCD', required: 'D' },

  { no: '5', name: 'navn', group: 'del-3', kind: 'short', modes: 'AB', required: 'AB' },
  { no: '5', name: 'kallenavn', group: 'del-3', kind: 'short', modes: 'D', required: 'D' },
  { no: '7', name: 'kommune', group: 'del-3', kind: 'choice', modes: 'ABCD', required: 'ABCD' },
  { no: '7', name: 'annenkommune', group: 'del-3', kind: 'choice', modes: 'ABCD', required: 'ABCD', when: true },
  { no: '9', name: 'trygg', group: 'del-3', kind: 'long', modes: 'ABD', required: 'D' },
  { no: '9', name: 'ring', group: 'del-3', kind: 'tick', modes: 'D', required: '' },
  { no: '8', name: 'telefon', group: 'del-3', kind: 'short', modes: 'ABD', required: '' },
  { no: '6', name: 'alder', group: 'del-3', kind: 'choice', modes: 'ABCD', required: '' },
  { no: '10', name: 'sprak', group: 'del-3', kind: 'many', modes: 'ABCD', required: '' },
  { no: '10', name: 'sprakhva', group: 'del-3', kind: 'short', modes: 'ABD', required: '' },
  { no: '6', name: 'aar', group: 'del-3', kind: 'short', modes: 'AB', required: '' },
  { no: '6', name: 'kjonn', group: 'del-3', kind: 'choice', modes: 'ABC', required: '' },
  { no: '8', name: 'skjult', group: 'del-3', kind: 'tick', modes: 'AB', required: '' },
  { no: '8', name: 'adresse', group: 'del-3', kind: 'short', modes: 'AB', required: '' },
  { no: '+', name: 'flere', group: 'del-3', kind: 'choice', modes: 'ABC', required: '' },
  { no: '+', name: 'flereantall', group: 'del-3', kind: 'short', modes: 'ABC', required: '' },
  { no: '+', name: 'flereom', group: 'del-3', kind: 'long', modes: 'ABC', required: '' },

  { no: '12', name: 'hva', group: 'del-4', kind: 'many', modes: 'ABCD', required: 'ABCD' },
  { no: '13', name: 'sett', group: 'del-4', kind: 'long', modes: 'ABCD', required: 'ABCD' },
  { no: '14', name: 'sist', group: 'del-4', kind: 'short', modes: 'ABC', required: '' },
  { no: '14', name: 'fortsatt', group: 'del-4', kind: 'choice', modes: 'ABCD', required: '' },
  { no: '11', name: 'situasjon', group: 'del-4', kind: 'many', modes: 'ABCD', required: 'C' },

  { no: '15', name: 'tilknytning', group: 'del-5', kind: 'many', modes: 'ABCD', required: '' },
  { no: '15', name: 'annen', group: 'del-5', kind: 'short', modes: 'AB', required: '' },
  { no: '16', name: 'sammen', group: 'del-5', kind: 'choice', modes: 'ABCD', required: '' },
  { no: '16', name: 'omsorg', group: 'del-5', kind: 'choice', modes: 'ABC', required: '' },
  { no: '+', name: 'jobber', group: 'del-5', kind: 'choice', modes: 'ABCD', required: '' },
  { no: '+', name: 'jobbhvor', group: 'del-5', kind: 'short', modes: 'ABD', required: '' },
  { no: '17', name: 'barn', group: 'del-5', kind: 'choice', modes: 'ABCD', required: 'ABCD' },
  { no: '17', name: 'dyr', group: 'del-5', kind: 'choice', modes: 'ABCD', required: '' },

  { no: '18', name: 'kontakt', group: 'del-6', kind: 'many', modes: 'ABC', required: '' },
  { no: '18', name: 'kontaktnaar', group: 'del-6', kind: 'short', modes: 'ABC', required: '' },
  { no: '20', name: 'gjort', group: 'del-6', kind: 'long', modes: 'AC', only: 'job', required: '' },
  { no: '21', name: 'anonym', group: 'del-6', kind: 'tick', modes: 'AB', only: 'private', required: '' },
  { no: '21', name: 'dittnavn', group: 'del-6', kind: 'short', modes: 'A', required: 'A', when: true },
  { no: '21', name: 'tjeneste', group: 'del-6', kind: 'short', modes: 'A', only: 'job', required: 'A', when: true },
  { no: '21', name: 'dittnummer', group: 'del-6', kind: 'short', modes: 'A', required: 'A', when: true },
  { no: '22', name: 'svar', group: 'del-6', kind: 'choice', modes: 'AB', required: '' },
  { no: '+', name: 'kode', group: 'del-6', kind: 'choice', modes: 'D', required: '' },
  { no: '+', name: 'egneord', group: 'del-6', kind: 'short', modes: 'D', required: 'D', when: true },
  { no: '+', name: 'ikkenavn', group: 'del-6', kind: 'tick', modes: 'C', required: '' },
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
