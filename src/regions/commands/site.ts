import { z } from 'zod';
import { idField } from '../../kernel/id-field.ts';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { currentIntakeKey, renewIntakePair } from '../../kernel/intake-keys.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { addMs, osloDay } from '../../kernel/time.ts';
import { mayEditSite, mayRenewKeys, maySetUpRegion } from '../access.ts';
import { typedSite } from '../form.ts';
import { isMember } from '../membership.ts';
import { bundleText, publishedBundleSite, siteStatement } from '../published.ts';
import { closedDays } from '../opening-hours.ts';
import { missingToOpen } from '../readiness.ts';
import { senders } from '../senders.ts';
import { publishedSite, type PublishedSite } from '../site.ts';
import { changeReserve, reserveIn } from './reserve.ts';
import { findClocks, findProfile, findPublishedSite, findSenders, getHost, insertPublishedSite, listMunicipalities, lockPublishing, saveClocks, saveProfile } from '../store.ts';

/** Set-up: what the region is called, its first site, and the reserve coordinator in another municipality. */
export const setUpRegion = command({
  name: 'regions.set_up',
  schema: z.strictObject({ site: publishedSite, reserveUserId: idField<'user'>().nullable() }),
  facts: async () => ({}),
  access: maySetUpRegion,
  run: async (ctx, input) => {
    await saveProfile(ctx.tx, ctx.regionId, { name: input.site.name, draftSite: input.site, settings: {}, at: ctx.now });
    await changeReserve(ctx, input.reserveUserId ?? undefined);
    return done({});
  },
});

/**
 * Keeps an edited site as a draft; nobody outside sees it before it is published. `typed` is the form as `form.ts` names its
 * fields, `changedAt` the draft it began from: somebody else's change meanwhile is never overwritten in silence.
 */
export const saveSite = command({
  name: 'regions.save_site',
  schema: z.strictObject({ typed: z.record(z.string().max(60), z.string().max(20_000, 'too_long')), changedAt: z.string().max(40) }),
  facts: async (ctx) => findProfile(ctx.tx, ctx.regionId, 'to_change'),
  access: mayEditSite,
  run: async (ctx, input, profile) => {
    const members = (await listMunicipalities(ctx.tx, ctx.regionId)).filter((row) => isMember(row, osloDay(ctx.now)));
    const site = typedSite(input.typed, members);
    if (!site.ok) return site;
    if (profile.changed_at !== input.changedAt) return refuse('changed_meanwhile');
    // Each draft has a moment of its own, since it is known by it, whatever the clocks of two houses say.
    const at = ctx.now > profile.changed_at ? ctx.now : addMs(profile.changed_at, 1);
    await saveProfile(ctx.tx, ctx.regionId, { name: site.value.name, draftSite: site.value, settings: profile.settings, at });
    return done({});
  },
});

/** Publishes the draft, signed. The form opens only with controller, legal basis, data-protection officer and a reserve in place. */
export const publishSite = command({
  name: 'regions.publish_site',
  schema: z.strictObject({}),
  facts: async (ctx) => findProfile(ctx.tx, ctx.regionId, 'to_change'),
  access: mayEditSite,
  run: async (ctx, _input, profile) => {
    const site = publishedSite.parse(profile.draft_site);
    const missing = site.formOpen ? missingToOpen(site, reserveIn(ctx, profile) !== undefined) : [];
    if (missing.length > 0) return refuse('not_ready_to_open', Object.fromEntries(missing.map((field) => [field, 'missing'])));
    await closeOffice(ctx, site);
    return done({ version: await publish(ctx, site) });
  },
});

/** The days on which nobody reads are no working days for our own deadlines either, from when they are published. */
async function closeOffice(ctx: Context, site: PublishedSite): Promise<void> {
  const closed = [...closedDays(site.reading)].toSorted();
  const known = (await findClocks(ctx.tx, ctx.regionId))?.closed ?? [];
  if (closed.join() !== known.join()) await saveClocks(ctx.tx, ctx.regionId, { closed });
}

/** A new intake key, published with the site as it was last published: a draft under work stays a draft. */
export const renewKeys = command({
  name: 'regions.renew_keys',
  schema: z.strictObject({}),
  facts: async (ctx) => {
    await lockPublishing(ctx.tx, ctx.regionId);
    return findPublishedSite(ctx.tx, ctx.regionId);
  },
  access: mayRenewKeys,
  run: async (ctx, _input, published) => {
    const site = publishedBundleSite(published.bundle);
    if (site === undefined) return refuse('nothing_published');
    await renewIntakePair(ctx);
    return done({ version: await publish(ctx, site) });
  },
});

/** A new published version, with the senders and the intake key of this moment, signed. */
export async function publish(ctx: Context, site: PublishedSite): Promise<number> {
  await lockPublishing(ctx.tx, ctx.regionId);
  const host = await getHost(ctx.tx, ctx.regionId);
  const intake = (await currentIntakeKey(ctx)) ?? (await renewIntakePair(ctx));
  const allowed = senders.parse((await findSenders(ctx.tx, ctx.regionId))?.senders ?? []);
  const bundle = bundleText({ site, intake, senders: allowed, publishedAt: ctx.now });
  return insertPublishedSite(ctx.tx, ctx.regionId, { host, bundle, signature: ctx.sign(siteStatement(ctx.regionId, host, bundle)), at: ctx.now });
}
