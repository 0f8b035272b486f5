import { z } from 'zod';
import { asId, isUuid, type Id } from './ids.ts';

/** An id as it came from a form or an address: exactly the shape that we hand out, anything else is «not_offered». */
export function idField<Of extends string>() {
  return z.string('not_offered').refine(isUuid, 'not_offered').transform((text): Id<Of> => asId<Of>(text));
}

/** Ids that were ticked: a form sends one as a text, several as a list, and none as nothing. */
export function ticked<Of extends string>(most: number) {
  return z.union([z.string(), z.array(z.string()).max(most)], 'not_offered').transform((given) => (typeof given === 'string' ? [given] : given).filter((id) => id !== '')).pipe(z.array(idField<Of>()));
}
