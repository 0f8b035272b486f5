import type { FieldName } from '../form/fields.ts';

/** What is asked on the web alone: a code to come back with is no part of a talk, and names are looked for as they are written. */
export const WEB_ONLY = ['kode', 'egneord', 'ikkenavn'] as const satisfies readonly FieldName[];
export type SpokenField = Exclude<FieldName, (typeof WEB_ONLY)[number]>;
