import { randomUUID } from 'node:crypto';
import { systemChance } from '../../kernel/ids.ts';
import { mintWindowToken, readWindowToken, type OpenedWindow, type ReadWindowToken } from '../../kernel/sealing/window-token.ts';
import type { PublicRequest } from './form.tsx';

/** What the page of a visit carries that is ours and of this region. */
export type Visit = Exclude<ReadWindowToken, { state: 'forged' }>;

/** A token for the next page; a new visit unless one is given. Each page has a message of its own. */
export function mintVisit({ parts, site }: PublicRequest, visit: string = randomUUID(), open?: OpenedWindow): string {
  return mintWindowToken(parts.formTokenKey, { region: site.regionId, visit, message: randomUUID(), issuedAt: parts.clock(), open }, systemChance);
}

/** undefined for what is not ours, or another region's. */
export function readVisit({ parts, site }: Pick<PublicRequest, 'parts' | 'site'>, text: string): Visit | undefined {
  const token = readWindowToken(parts.formTokenKey, text, parts.clock());
  return token.state === 'forged' || token.region !== site.regionId ? undefined : token;
}

/** Whether the visit was left with «Forlat siden»: then nothing of it is shown again. While the database is away this process alone can say. */
export async function wasLeft({ parts, site }: Pick<PublicRequest, 'parts' | 'site'>, visit: string): Promise<boolean> {
  return parts.left.has(visit) || await parts.intake.draftSpent(site.regionId, visit).catch(() => false);
}
