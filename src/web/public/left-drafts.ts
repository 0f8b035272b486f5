import type { RegionId } from '../../kernel/ids.ts';

export type LeftDrafts = {
  /** Forms left with «Forlat siden» are known here from the moment the button was pressed, whatever state the database is in. */
  readonly leave: (region: RegionId, draftId: string) => Promise<void>;
  readonly has: (draftId: string) => boolean;
};

/** Some hundred bytes each: a few megabytes at most, for as long as the process lives. */
const MOST = 20_000;

/**
 * Remembers in this process which forms were left, beside the database, which other processes ask: what was typed in one of
 * them is not shown again while the database is away, either. The oldest is forgotten first; a draft's id says nothing of anybody.
 * A draft that could not be written down is tried again until it is.
 * @param spend writes it down; may fail
 * @param pauseMs between two attempts
 */
export function leftDrafts(spend: (region: RegionId, draftId: string) => Promise<void>, pauseMs: number): LeftDrafts {
  const left = new Map<string, RegionId>();
  const unwritten = new Map<string, RegionId>();
  let retry: NodeJS.Timeout | undefined;
  const write = async (region: RegionId, draftId: string): Promise<void> => {
    try {
      await spend(region, draftId);
      unwritten.delete(draftId);
    } catch (error) {
      keep(unwritten, draftId, region);
      retry ??= setTimeout(() => void again(), pauseMs).unref();
      throw error;
    }
  };
  const again = async (): Promise<void> => {
    retry = undefined;
    const waiting = [...unwritten];
    for (const [draftId, region] of waiting) {
      // The database is still away: one attempt is enough to know.
      if (!(await write(region, draftId).then(() => true, () => false))) return;
    }
  };
  return {
    leave: (region, draftId) => {
      keep(left, draftId, region);
      return write(region, draftId);
    },
    has: (draftId) => left.has(draftId),
  };
}

function keep(drafts: Map<string, RegionId>, draftId: string, region: RegionId): void {
  drafts.delete(draftId);
  drafts.set(draftId, region);
  const oldest = drafts.keys().next().value;
  if (drafts.size > MOST && oldest !== undefined) drafts.delete(oldest);
}
