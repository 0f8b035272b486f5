import { z } from 'zod';
import { command, query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { mayShareMachine } from '../access.ts';

/** Whether this machine is one that several people use is between it and whoever looks after it: the machine itself carries the answer. */
export const machine = query({ name: 'staff.machine', schema: z.strictObject({}), facts: async () => ({}), access: mayShareMachine, run: async () => done({}) });

/** Says that several people use this machine, or that one does. The reply to it marks the machine (web/staff/app.tsx). */
export const shareMachine = command({
  name: 'staff.share_machine',
  schema: z.strictObject({ shared: z.boolean('not_offered') }),
  facts: async () => ({}),
  access: mayShareMachine,
  run: async (_ctx, { shared }) => done({ shared }),
});
