import { z } from 'zod';
import { asId, isUuid, type Chance, type RegionId, type UserId } from '../kernel/ids.ts';
import { openBytes, sealBytes, type SealingKey } from '../kernel/sealing/aead.ts';
import { instant, toMs, type Instant } from '../kernel/time.ts';
import { KEPT_FOR_MS } from './kept.ts';

/** The field that every form of a staff page carries: whose page it is. */
export const MARK_FIELD = 'side';

/** Which page was shown to whom. `page`: this one showing of it, kept when a form is refused and shown again. */
export type PageMark = { readonly userId: UserId; readonly regionId: RegionId; readonly path: string; readonly page: string; readonly at: Instant };

// bound to its use, so that no other sealed value under the same key opens as one of these
const ADDRESS = Buffer.from('staff page');

const written = z.strictObject({
  userId: z.string().refine(isUuid).transform((id) => asId<'user'>(id)), regionId: z.string().refine(isUuid).transform((id) => asId<'region'>(id)),
  path: z.string(), page: z.string().refine(isUuid), at: z.string().transform(instant),
});

export function sealMark(key: SealingKey, mark: PageMark, chance: Pick<Chance, 'bytes'>): string {
  return sealBytes(key, Buffer.from(JSON.stringify(mark)), ADDRESS, chance).toString('base64url');
}

/**
 * undefined for what we did not seal, or sealed longer ago than this: a page that is older was forgotten in a tab, and what it posts is judged by the session alone. As long as
 * what was typed on it is kept. Never throws on what a browser sends.
 */
export function openMark(key: SealingKey, sealed: string, now: Instant, goodForMs = KEPT_FOR_MS): PageMark | undefined {
  try {
    const mark = written.parse(JSON.parse(openBytes(key, Buffer.from(sealed, 'base64url'), ADDRESS).toString('utf8')));
    return toMs(now) - toMs(mark.at) < goodForMs ? mark : undefined;
  } catch {
    return undefined;
  }
}
