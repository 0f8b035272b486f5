import { COMING_DAY, DAY, USER, type FieldRule } from './rule.ts';

/** What is asked when somebody stands in for a case lead; fields.ts takes them in with the others. */
export const DEPUTY_FIELDS = {
  deputy: USER,
  awayFrom: DAY,
  awayUntil: COMING_DAY,
} as const satisfies Readonly<Record<string, FieldRule>>;
