import type { FileId, UserId } from '../kernel/ids.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';

/** One case that somebody leads, and who may take it: of the team, and not left out of it (fvl § 6). */
export type InHand = { readonly fileId: FileId; readonly possible: readonly UserId[] };

/** `everything`: who takes what nobody was named for; each field may be empty. `besides`: somebody was chosen in another box of the same form. */
export type Choices = { readonly everything: string; readonly one: ReadonlyMap<FileId, string>; readonly besides?: boolean };

export type Taken = { readonly fileId: FileId; readonly by: UserId };

/** The name of the box in which somebody is chosen for one case. */
export function boxFor(fileId: FileId | string): string {
  return `til-${fileId}`;
}

/** The name of the box in which a coordinator is named for one strictly confidential case. */
export function keepBoxFor(fileId: FileId | string): string {
  return `navngitt-${fileId}`;
}

/**
 * Who takes which. A case that the one named for everything may not take stays, without a word of why; whoever is named for one case and
 * may not take it is a fault of that box. Refuses `bad_input`: missing, where nobody is named; not_offered.
 */
export function whoTakes(cases: readonly InHand[], { everything, one, besides = false }: Choices, team: readonly UserId[]): Outcome<readonly Taken[]> {
  const faults: Record<string, string> = {};
  const taken = cases.flatMap(({ fileId, possible }): Taken[] => {
    const named = one.get(fileId) ?? '';
    const by = possible.find((userId) => userId === (named === '' ? everything : named));
    if (named !== '' && by === undefined) faults[boxFor(fileId)] = 'not_offered';
    return by === undefined ? [] : [{ fileId, by }];
  });
  if (everything !== '' && !team.some((userId) => userId === everything)) faults['til'] = 'not_offered';
  if (everything === '' && !besides && [...one.values()].every((named) => named === '')) faults['til'] = 'missing';
  return Object.keys(faults).length > 0 ? refuse('bad_input', faults) : done(taken);
}

/**
 * One case with a strictly confidential address that somebody is named for (domain reference §5.5). `others`: coordinators who are named for it
 * besides; `possible`: those who could be. Nobody who is left out of it stands in either (fvl § 6).
 */
export type Kept = { readonly fileId: FileId; readonly others: readonly UserId[]; readonly possible: readonly UserId[] };

/** Who is named for a case in somebody's place; nobody new where `keeper` is undefined. */
export type Naming = { readonly fileId: FileId; readonly keeper: UserId | undefined };

/**
 * Who sees the strictly confidential cases of somebody who leaves. Nobody new does where others are named for it, unless somebody is chosen for that one
 * case: whoever takes over everything else need not know of it. A case that nobody else is named for never stays behind. One that the form says nothing
 * of stays as it is. Refuses `bad_input`: not_offered; keeper_missing, where nobody would be named.
 */
export function whoKeeps(cases: readonly Kept[], { everything, one }: Choices): Outcome<readonly Naming[]> {
  const faults: Record<string, string> = {};
  const namings = cases.flatMap(({ fileId, others, possible }): Naming[] => {
    const named = one.get(fileId) ?? '';
    if (named === '' && everything === '') return [];
    if (named === '' && others.length > 0) return [{ fileId, keeper: undefined }];
    const keeper = possible.find((userId) => userId === (named === '' ? everything : named));
    if (keeper === undefined) faults[keepBoxFor(fileId)] = named === '' ? 'keeper_missing' : 'not_offered';
    return [{ fileId, keeper }];
  });
  return Object.keys(faults).length > 0 ? refuse('bad_input', faults) : done(namings);
}
