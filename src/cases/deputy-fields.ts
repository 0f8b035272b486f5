import type { FieldRule } from './fields.ts';

/** What is asked when somebody stands in for a case lead; fields.ts takes them in with the others. */
export const DEPUTY_FIELDS = {
  deputy: { kind: 'user' },
  awayFrom: { kind: 'day' },
  awayUntil: { kind: 'comingDay' },
} as const satisfies Readonly<Record<string, FieldRule>>;
