import type { KeyObject } from 'node:crypto';
import type { RegionId } from '../../kernel/ids.ts';
import { readBundle, type SiteBundle } from '../../regions/published.ts';
import type { Intake } from '../../reports/intake.ts';

export type KnownSite = SiteBundle & { readonly regionId: RegionId };
export type Sites = { readonly find: (host: string) => Promise<KnownSite | undefined> };

const FRESH_MS = 5_000;
const MOST_HOSTS = 2_000;

/**
 * The published sites by host, each checked against the root's signature. When the database is away the last one known
 * is used: somebody who is writing must still get the form and the numbers to call.
 */
export function knownSites(intake: Intake, rootPublic: KeyObject, onForged: () => void): Sites {
  const known: Known = new Map();
  return {
    find: async (host) => {
      const last = known.get(host);
      if (last !== undefined && performance.now() - last.at < FRESH_MS) return last.site;
      try {
        const row = await intake.publishedSite(host);
        const bundle = row === undefined ? undefined : readBundle(rootPublic, row, host);
        if (row !== undefined && bundle === undefined) onForged();
        const site = row === undefined || bundle === undefined ? undefined : { ...bundle, regionId: row.regionId };
        if (site !== undefined) remember(known, host, site);
        return site;
      } catch (error) {
        if (last !== undefined) return last.site;
        throw error;
      }
    },
  };
}

type Known = Map<string, { readonly site: KnownSite; readonly at: number }>;

/** Only hosts that exist are kept: made-up ones must not push out the one that people use. */
function remember(known: Known, host: string, site: KnownSite): void {
  known.delete(host);
  known.set(host, { site, at: performance.now() });
  const oldest = known.keys().next().value;
  if (known.size > MOST_HOSTS && oldest !== undefined) known.delete(oldest);
}
