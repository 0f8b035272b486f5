import { R3 } from './codes/r3.ts';
import { SAC } from './codes/sac.ts';
import type { ReturnSchema } from './schema.ts';

/** The returns that there are, the usual one first. */
export const SCHEMAS: readonly ReturnSchema[] = [R3, SAC];

/** What has left in an edition before today's is read by that one: age and gender were crossed, and the cases counted anew for each table. */
const EARLIER: readonly ReturnSchema[] = [
  { ...R3, edition: '1', tables: [...R3.tables.filter(({ id }) => id !== 'KJONN' && id !== 'ALDERSGRUPPE'), { id: 'KJONN_ALDER', counts: 'OWN', rows: 'ALDERSGRUPPE', columns: 'KJONN', name: { nb: 'Alder og kjønn', nn: 'Alder og kjønn', en: 'Age and gender' } }] },
  { ...SAC, edition: '1' },
];

/** As it is today, or as it was in an edition; undefined for an unknown one. */
export function schemaOf(id: string, edition?: string): ReturnSchema | undefined {
  return [...SCHEMAS, ...(edition === undefined ? [] : EARLIER)].find((one) => one.id === id && (edition === undefined || one.edition === edition));
}
