import type { CaseState } from './case.ts';
import { suspectsNamed } from './suspects.ts';

/** Whom in a case somebody outside may be, or be kin to. */
export const NAMESAKES = ['SUSPECT', 'COLLEAGUE', 'PERSON', 'RELATED'] as const;
export type Namesake = (typeof NAMESAKES)[number];

/** Whether a name is there, slips forgiven: the comparison of the staff register (staff/recusal.ts). */
type IsMentioned = (name: string, said: { readonly names: readonly string[]; readonly text: string }) => boolean;
type Said = { /** written as somebody's name: the family name alone is enough, since kin are partial too */ readonly names?: readonly string[]; /** written freely: a place may be called what a family is, so it takes two names */ readonly text?: string };

/**
 * Of those whom the case is about, or who are left out of it, the first whose name is this one or nearly so (fvl § 6). A name proves nothing: somebody
 * is asked to look. The reporter is not compared, since the answer would tell who that is. @param leftOut names of colleagues who are inhabil in the case
 */
export function namesakeIn(state: Parameters<typeof suspectsNamed>[0] & Pick<CaseState, 'related'>, leftOut: readonly string[], { names = [], text = '' }: Said, isMentioned: IsMentioned): Namesake | undefined {
  const { start, joined, related } = state;
  const told = [start, ...joined.map((one) => one.start)];
  const suspected = related.filter(({ parts }) => parts.includes('MISTENKT'));
  const who: Readonly<Record<Namesake, readonly (string | undefined)[]>> = {
    SUSPECT: [...suspectsNamed(state).map(({ name }) => name), ...suspected.map(({ name }) => name)],
    COLLEAGUE: leftOut,
    PERSON: told.map(({ person }) => person.name),
    RELATED: related.filter((one) => !suspected.includes(one)).map(({ name }) => name),
  };
  return NAMESAKES.find((kind) => who[kind].some((name) => name !== undefined && isMentioned(name, { names, text })));
}
