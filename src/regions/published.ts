import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { RegionId } from '../kernel/ids.ts';
import { encode } from '../kernel/sealing/encoding.ts';
import { verifyStatement } from '../kernel/sealing/intake.ts';
import type { Instant } from '../kernel/time.ts';
import { senders, type Sender } from './senders.ts';
import { publishedSite, type PublishedSite } from './site.ts';

/**
 * What the public process knows of a region: the site as the coordinator published it and the key to seal reports to.
 * One signed text: whoever changes a number or a key in the database cannot sign it.
 */
export type SiteBundle = { readonly site: PublishedSite; readonly intake: { readonly version: number; readonly publicKey: Buffer }; /** record systems that may send reports */ readonly senders: readonly Sender[]; readonly publishedAt: Instant };

const bundleSchema = z.strictObject({
  site: publishedSite,
  intake: z.strictObject({ version: z.int().positive(), publicKey: z.string() }),
  // sites that were published before there were any have none
  senders: senders.default([]),
  publishedAt: z.string(),
});

export function bundleText(bundle: SiteBundle): string {
  return JSON.stringify({ site: bundle.site, intake: { version: bundle.intake.version, publicKey: bundle.intake.publicKey.toString('base64') }, senders: bundle.senders, publishedAt: bundle.publishedAt });
}

/** The bytes that the root signs: the text, tied to the region and the host it is for. */
export function siteStatement(region: RegionId, host: string, text: string): Buffer {
  return encode('published site', [region, host, text]);
}

/** Undefined when the signature is not the root's or the text is not a bundle: the caller then shows the numbers to call and no form. */
export function readBundle(rootPublic: KeyObject, row: { regionId: RegionId; bundle: string; signature: Buffer }, host: string): SiteBundle | undefined {
  if (!verifyStatement(rootPublic, siteStatement(row.regionId, host, row.bundle), row.signature)) return undefined;
  const parsed = bundleSchema.safeParse(JSON.parse(row.bundle));
  if (!parsed.success) return undefined;
  const { site, intake, senders: allowed, publishedAt } = parsed.data;
  return { site, intake: { version: intake.version, publicKey: Buffer.from(intake.publicKey, 'base64') }, senders: allowed, publishedAt: publishedAt as Instant }; // signed by us: our own text
}

/** The site in a bundle that this house signed itself; undefined when it no longer fits today's shape. */
export function publishedBundleSite(bundle: string): PublishedSite | undefined {
  const parsed = bundleSchema.safeParse(JSON.parse(bundle));
  return parsed.success ? parsed.data.site : undefined;
}
