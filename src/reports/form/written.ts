import type { FieldName } from './fields.ts';

/** The form as the person wrote it, cleaned but never cut, by field name: what a page needs to show it again. */
export type Written = Readonly<Partial<Record<FieldName, readonly string[]>>>;

/** The text of a one-answer field; empty when it was not answered. */
export function one(written: Written, name: FieldName): string {
  return written[name]?.[0] ?? '';
}

/** All chosen values of a field. */
export function many(written: Written, name: FieldName): readonly string[] {
  return written[name] ?? [];
}
