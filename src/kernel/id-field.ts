import { z } from 'zod';
import { asId, isUuid, type Id } from './ids.ts';

/** An id as it came from a form or an address: exactly the shape that we hand out, anything else is «not_offered». */
export function idField<Of extends string>() {
  return z.string('not_offered').refine(isUuid, 'not_offered').transform((text): Id<Of> => asId<Of>(text));
}
