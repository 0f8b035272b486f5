import { z } from 'zod';

/** What we wrote, as it is sealed to whoever holds the code. */
export const reply = z.strictObject({ version: z.literal(1), text: z.string() });
export type Reply = z.infer<typeof reply>;
