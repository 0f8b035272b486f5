import type { FileId, UserId } from '../kernel/ids.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';

/** One case that somebody leads, and who may take it: of the team, and not left out of it (fvl § 6). */
export type InHand = { readonly fileId: FileId; readonly possible: readonly UserId[] };

/** `everything`: who takes what nobody was named for; each field may be empty. */
export type Choices = { readonly everything: string; readonly one: ReadonlyMap<FileId, string> };

export type Taken = { readonly fileId: FileId; readonly by: UserId };

/** The name of the box in which somebody is chosen for one case. */
export function boxFor(fileId: FileId | string): string {
  return `til-${fileId}`;
}

/**
 * Who takes which. A case that the one named for everything may not take stays, without a word of why; whoever is named for one case and
 * may not take it is a fault of that box. Refuses `bad_input`: missing, where nobody is named; not_offered.
 */
export function whoTakes(cases: readonly InHand[], { everything, one }: Choices, team: readonly UserId[]): Outcome<readonly Taken[]> {
  const faults: Record<string, string> = {};
  const taken = cases.flatMap(({ fileId, possible }): Taken[] => {
    const named = one.get(fileId) ?? '';
    const by = possible.find((userId) => userId === (named === '' ? everything : named));
    if (named !== '' && by === undefined) faults[boxFor(fileId)] = 'not_offered';
    return by === undefined ? [] : [{ fileId, by }];
  });
  if (everything !== '' && !team.some((userId) => userId === everything)) faults['til'] = 'not_offered';
  if (everything === '' && [...one.values()].every((named) => named === '')) faults['til'] = 'missing';
  return Object.keys(faults).length > 0 ? refuse('bad_input', faults) : done(taken);
}
