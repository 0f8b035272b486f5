import type { FileId } from '../kernel/ids.ts';
import type { FileEvent, Writer } from '../kernel/journal/event.ts';
import type { Instant } from '../kernel/time.ts';
import type { AgeBand, Gender } from '../people/codes.ts';
import type { Relation, Service, Violence, Vulnerability } from '../reports/codes.ts';
import type { PersonGone } from './choices/person.ts';
import type { CasePerson } from './events.ts';
import type { WithLocal } from './local-answers.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** What was put right or completed, and nothing else: what an entry does not name stands as it was. */
export type PersonContent = WithLocal & {
  readonly correctionId: string;
  /** the report that joined the case and said it; absent where it is what the case was opened with */
  readonly reportId?: FileId | undefined;
  /** what that report is called, beside its id */
  readonly reference?: string | undefined;
  /** who said it, or where it stands; absent where it was filled in along with a closing */
  readonly knownFrom?: string | undefined;
  readonly grounds?: string | undefined;
  /** the hint goes along, so that an address written here is covered as the one that was reported (reports/veiled.ts) */
  readonly person: Omit<CasePerson, 'safeContact'>;
  readonly suspectName?: string | undefined;
  /** the service that somebody it is about works in (fvl § 6) */
  readonly worksWhere?: string | undefined;
  readonly vulnerability?: readonly Vulnerability[] | undefined;
  readonly violence?: readonly Violence[] | undefined;
  readonly relation?: readonly Relation[] | undefined;
  readonly gender?: Gender | undefined;
  readonly ageBand?: AgeBand | undefined;
  readonly services?: readonly Service[] | undefined;
  /** what does not hold, with nothing in its place */
  readonly gone: readonly PersonGone[];
};

/** The questions of the minimum figures that somebody answers (domain reference §3.8, R2), in the order in which they are asked. What is left is always there: who reported, the type, the outcome. */
export const FIGURE_FIELDS = ['gender', 'ageBand', 'vulnerability', 'violence', 'relations', 'services'] as const;
export type FigureField = (typeof FIGURE_FIELDS)[number];

/** A way to the person that somebody gave as safe, and that is so no longer. */
export type WayContent = { readonly way: string; readonly knownFrom: string };

export type PersonEvent = FileEvent<'PersonRecorded', PersonContent> | FileEvent<'WayClosed', WayContent>;

/** What the team has put right of what was reported; the newest of it stands in the case's start, or in what the report that joined told (evolve/person.ts). */
export type Corrections = {
  readonly corrections: readonly (Signed & Pick<PersonContent, 'correctionId' | 'reportId'> & { readonly knownFrom: string })[];
  /** of what figures count, what the team has answered here of the case itself, be it «ukjent» */
  readonly figuresSaid: readonly FigureField[];
  readonly closedWays: readonly (Signed & WayContent)[];
  /** when the team added unlawful coercion to what the first report told (a joined one holds its own); undefined where none was added, or it was told from the start */
  readonly coercionAdded: Instant | undefined;
  /** the same of somebody suspected who works in a service or lives in it */
  readonly serviceAdded: Instant | undefined;
};
export const NO_CORRECTIONS: Corrections = { corrections: [], figuresSaid: [], closedWays: [], coercionAdded: undefined, serviceAdded: undefined };

/** The same way, however it is spaced and in whichever letters. */
export function isSameWay(one: string, other: string): boolean {
  const said = (way: string) => way.trim().replace(/\s+/g, ' ').toLowerCase();
  return said(one) === said(other);
}

export function isClosedWay({ closedWays }: Pick<Corrections, 'closedWays'>, way: string): boolean {
  return closedWays.some((closed) => isSameWay(closed.way, way));
}
