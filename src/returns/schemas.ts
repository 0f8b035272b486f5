import { R3 } from './codes/r3.ts';
import { SAC } from './codes/sac.ts';
import type { ReturnSchema } from './schema.ts';

/** The returns that there are, the usual one first. */
export const SCHEMAS: readonly ReturnSchema[] = [R3, SAC];

/** As it is today; undefined for an unknown one. */
export function schemaOf(id: string): ReturnSchema | undefined {
  return SCHEMAS.find((one) => one.id === id);
}
