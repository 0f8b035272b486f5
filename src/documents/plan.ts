import type { Kind } from './codes.ts';

/** What people fill in by lines. */
export const LISTS = ['meetings', 'outreach', 'materials', 'courses', 'milestones', 'accounts', 'budget', 'attachments'] as const;
export type ListKind = (typeof LISTS)[number];

/** `head` only gathers those below it. `results`, `years`, `control` and `work` fill themselves; people may write beside `results` and `control`. */
export type PartKind = 'head' | 'text' | ListKind | 'results' | 'years' | 'control' | 'work';

/** One part of a report, in the order in which it stands. No level is skipped on the way down: a screen reader would look for it. */
export type Part = { readonly code: PartCode; readonly kind: PartKind; readonly level: 1 | 2; readonly required: boolean; /** stands in the contents page */ readonly listed: boolean };

export const PART_CODES = [
  'OM', 'ORGANISASJON', 'FREMDRIFT', 'GJORT', 'STYRINGSGRUPPEN', 'TEAMET', 'PROMOTERING', 'MATERIELL', 'MELDESYSTEM', 'JOURNALSYSTEM', 'INFORMASJON', 'FAGKONFERANSE', 'KRISESENTER', 'KOMPETANSE', 'RESULTATER', 'STATISTIKK',
  'UTFORDRINGER', 'IDEER', 'OKONOMI', 'PLAN', 'BUDSJETT', 'VEDLEGG', 'KORT', 'UTVIKLING', 'KONTROLL', 'RUTINER', 'RISIKO', 'FORBEDRING', 'ARBEIDET',
] as const;
export type PartCode = (typeof PART_CODES)[number];

const part = (code: PartCode, kind: PartKind, level: 1 | 2, required = false): Part => ({ code, kind, level, required, listed: code !== 'BUDSJETT' });

/** R1: the source's contents page, line by line (S3). */
const R1: readonly Part[] = [
  part('OM', 'head', 1), part('ORGANISASJON', 'text', 2, true), part('FREMDRIFT', 'milestones', 2),
  part('GJORT', 'head', 1), part('STYRINGSGRUPPEN', 'meetings', 2, true), part('TEAMET', 'meetings', 2, true), part('PROMOTERING', 'outreach', 2), part('MATERIELL', 'materials', 2), part('MELDESYSTEM', 'text', 2), part('JOURNALSYSTEM', 'text', 2),
  part('INFORMASJON', 'outreach', 2), part('FAGKONFERANSE', 'outreach', 2),
  part('KRISESENTER', 'text', 1), part('KOMPETANSE', 'courses', 1),
  part('RESULTATER', 'results', 1), part('STATISTIKK', 'years', 2), part('UTFORDRINGER', 'text', 2, true), part('IDEER', 'text', 2),
  part('OKONOMI', 'accounts', 1, true), part('PLAN', 'text', 1, true), part('BUDSJETT', 'budget', 2), part('VEDLEGG', 'attachments', 1),
];

/** R11: so short that it fits two pages (room.ts). What is about nobody stands first: a small region has that to show (domain reference §11). */
const R11: readonly Part[] = [
  part('ARBEIDET', 'work', 1), part('KORT', 'text', 1, true), part('RESULTATER', 'results', 1), part('UTVIKLING', 'outreach', 1), part('UTFORDRINGER', 'text', 1, true), part('PLAN', 'text', 1, true),
];

/** R10 (kommuneloven § 25-1). */
const R10: readonly Part[] = [
  part('KORT', 'text', 1, true), part('KONTROLL', 'control', 1), part('RUTINER', 'text', 1, true), part('RISIKO', 'text', 1, true), part('FORBEDRING', 'text', 1, true), part('VEDLEGG', 'attachments', 1),
];

const PLANS: Readonly<Record<Kind, readonly Part[]>> = { R1, R10, R11 };

export function planOf(kind: Kind): readonly Part[] {
  return PLANS[kind];
}

export function partOf(kind: Kind, code: string): Part | undefined {
  return planOf(kind).find((one) => one.code === code);
}

/** Whether people write in it. */
export function isWritten({ kind }: Pick<Part, 'kind'>): boolean {
  return kind !== 'head' && kind !== 'years' && kind !== 'work';
}

export function listOf({ kind }: Pick<Part, 'kind'>): ListKind | undefined {
  return LISTS.find((one) => one === kind);
}
