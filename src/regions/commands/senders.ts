import { z } from 'zod';
import { idField } from '../../kernel/id-field.ts';
import { command } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { mayEditSite } from '../access.ts';
import { publishedBundleSite } from '../published.ts';
import { senders, typedSender, type Sender } from '../senders.ts';
import { findPublishedSite, findSenders, saveSenders } from '../store.ts';
import { publish } from './site.ts';
import type { Context } from '../../kernel/context.ts';

const MOST = 50;

/** Lets a record system send reports, from now on: the public process hears of it in what the root signs, and nowhere else. */
export const addSender = command({
  name: 'regions.add_sender',
  schema: z.strictObject({ name: z.string().max(1000), organisation: z.string().max(100), keys: z.string().max(20_000, 'too_long') }),
  facts: (ctx) => findSenders(ctx.tx, ctx.regionId, 'to_change'),
  access: mayEditSite,
  run: async (ctx, input, kept) => {
    const typed = typedSender(input);
    if (!typed.ok) return typed;
    const before = senders.parse(kept.senders);
    if (before.length >= MOST) return refuse('too_many_senders');
    const added: Sender = { ...typed.value, id: ctx.chance.uuid(), addedAt: ctx.now };
    await change(ctx, [...before, added]);
    return done({ id: added.id });
  },
});

/** Ends a sender's leave, from the public process' next look (within seconds). What it sent stays. */
export const endSender = command({
  name: 'regions.end_sender',
  schema: z.strictObject({ senderId: idField() }),
  facts: (ctx) => findSenders(ctx.tx, ctx.regionId, 'to_change'),
  access: mayEditSite,
  run: async (ctx, input, kept) => {
    const before = senders.parse(kept.senders);
    const after = before.filter((one) => one.id !== input.senderId);
    if (after.length === before.length) return refuse('already_ended');
    await change(ctx, after);
    return done({});
  },
});

/** Published with the site as it was published last: a draft under work stays a draft. */
async function change(ctx: Context, after: readonly Sender[]): Promise<void> {
  await saveSenders(ctx.tx, ctx.regionId, after);
  const published = await findPublishedSite(ctx.tx, ctx.regionId);
  const site = published === undefined ? undefined : publishedBundleSite(published.bundle);
  if (site !== undefined) await publish(ctx, site);
}
