import { z } from 'zod';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Day } from '../../kernel/time.ts';
import { listColleagues } from '../../staff/public.ts';
import { mayRead, maySeeList, mayWrite } from '../access.ts';
import type { PublicationRow } from '../rows.ts';
import { listPublications } from '../store.ts';
import { waitsForAsker } from './waiting.ts';

/** `mine`: it waits for approval, and this person may give it. */
export type PublicationLine = PublicationRow & { readonly mine: boolean };
export type PublicationList = { readonly lines: readonly PublicationLine[]; readonly names: Readonly<Record<string, string>>; readonly mayBegin: boolean; readonly newId: string; readonly today: Day };

/** The reports that this person may read; those that are being written are for those who write. */
export const publicationList = query({
  name: 'documents.list',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: (actor) => maySeeList(actor),
  run: async (ctx) => {
    const names = Object.fromEntries((await listColleagues(ctx)).map(({ userId, name }): [string, string] => [userId, name]));
    const lines: PublicationLine[] = [];
    for (const row of await listPublications(ctx.tx, ctx.regionId)) if (mayRead(ctx.actor, row).allow) lines.push({ ...row, mine: await waitsForAsker(ctx, row) });
    return done<PublicationList>({ lines, names, mayBegin: mayWrite(ctx.actor).allow, newId: ctx.chance.uuid(), today: osloDay(ctx.now) });
  },
});
