import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Day } from '../../kernel/time.ts';
import type { LocalValue } from '../../regions/codes.ts';
import { localValues } from '../../regions/public.ts';
import { mayChangeCodeLists, maySeeCodeLists } from '../code-list-access.ts';

export type CodeListPage = {
  /** of this region, also those that ended */
  readonly values: readonly LocalValue[];
  readonly mayChange: boolean;
  readonly today: Day;
  /** id for the value that is written on this page */
  readonly newId: string;
};

/** What a region has added to the national code lists; those are constants that the page has already. */
export const codeLists = query({
  name: 'cases.code_lists',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: (actor) => maySeeCodeLists(actor),
  run: async (ctx) => done<CodeListPage>({ values: await localValues(ctx), mayChange: mayChangeCodeLists(ctx.actor).allow, today: osloDay(ctx.now), newId: ctx.chance.uuid() }),
});
