import { z } from 'zod';
import { command, query } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { mayChooseForOneself } from '../access.ts';
import { findSingleKeys, saveSingleKeys } from '../store.ts';

/** What somebody has chosen for themselves. */
export const ownSettings = query({
  name: 'staff.own_settings',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: mayChooseForOneself,
  run: async ({ tx, regionId, actor }) => done({ singleKeys: actor.kind !== 'person' || (await findSingleKeys(tx, regionId, actor.userId)) }),
});

/** Turns the keys of one letter on or off for oneself (WCAG 2.1.4): whoever speaks to their machine presses keys they never meant. */
export const chooseKeys = command({
  name: 'staff.choose_keys',
  schema: z.strictObject({ singleKeys: z.boolean('not_offered') }),
  facts: async () => ({}),
  access: mayChooseForOneself,
  run: async ({ tx, regionId, actor }, { singleKeys }) => {
    if (actor.kind !== 'person') return refuse('not_offered');
    await saveSingleKeys(tx, regionId, actor.userId, singleKeys);
    return done({ singleKeys });
  },
});
