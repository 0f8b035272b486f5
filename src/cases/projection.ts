import type { MunicipalityId, UserId } from '../kernel/ids.ts';
import type { Writer } from '../kernel/journal/event.ts';
import type { Instant } from '../kernel/time.ts';
import type { ClockId, RegionClocks } from '../regions/codes.ts';
import { accessEndsAt, caseTypeOf, grantEnd, isImpartial, isInReception, supervisionGrantSince, type CaseState } from './case.ts';
import { clocks } from './clocks.ts';
import { underWay } from './receipt.ts';
import type { CaseType } from './codes.ts';
import { askedAbout, type AskedSince } from './asking.ts';
import { deputyOf, type Deputising } from './deputy.ts';
import { retentionOf } from './retention.ts';
import { isStrict, namedOnly } from './secrecy.ts';
import type { Retention } from './choices.ts';
import { isClosed, type CaseStatus } from './status.ts';

export type AwaitedKind = 'CLASSIFICATION' | 'NOT_A_CASE' | 'TRANSFER' | 'CLOSING' | 'NEW_PROPOSAL' | 'RECEIPT';

/** What waits for a second person, and whose proposal it is. NEW_PROPOSAL: reception's, which the team has to make anew (T5). RECEIPT: nobody here; another region has to take the case (T4). */
export type Awaited = { readonly kind: AwaitedKind; readonly by: Writer; readonly byCoordinator: boolean; /** who was asked by name to confirm it, and is let in for that */ readonly asked?: UserId | undefined; readonly askedAt?: Instant | undefined };

/** What waits for a second person besides, also in a closed case: that the protection of an address is lowered. In clear it does not say what. */
export type Besides = Partial<AskedSince> & { readonly by: Writer };

/** `due` is exclusive; whether it is late depends on when one looks. `raised`: of an Akutt that nobody has looked at again, who raised it and when. */
export type DueClock = { readonly clock: ClockId; readonly due: Instant; readonly raised?: { readonly at: Instant; readonly by: Writer }; /** somebody was in danger when the case was sent, and nobody has said that they have it */ readonly danger?: true };

/** What stands in clear of a case: what a list, a clock or an access rule needs. Made of the journal and the region's clocks alone, so that it can be made again. */
export type CaseProjection = {
  readonly reference: string;
  readonly status: CaseStatus;
  readonly caseType: CaseType | undefined;
  /** classified by one person, a second one still to confirm */
  readonly provisional: boolean;
  readonly akutt: boolean;
  readonly owner: MunicipalityId | undefined;
  readonly lead: UserId | undefined;
  /** stands in for the lead for a time; whether it is that time depends on when one looks */
  readonly deputy: Deputising | undefined;
  readonly inReception: boolean;
  readonly awaits: Awaited | undefined;
  readonly besides: Besides | undefined;
  /** the address is strictly confidential: the coordinators who have the case; undefined for any other */
  readonly namedOnly: readonly UserId[] | undefined;
  /** a report joined the case, and whoever leads it has not read it */
  readonly reportUnread: boolean;
  /** whose proposal to end the case fell because something came into it, and who has not been in the case since */
  readonly voidedBy: Writer | undefined;
  /** since when somebody wants the case taken up in a team meeting */
  readonly meetingAskedAt: Instant | undefined;
  readonly receivedAt: Instant;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | undefined;
  /** when access by lead or grant ends after closing (exclusive) */
  readonly accessEndsAt: Instant | undefined;
  /** its use is restricted (GDPR art. 18) */
  readonly restricted: boolean;
  /** how long the closed case is kept; undefined while it is open */
  readonly retention: Retention | undefined;
  /** there is a card for the desk at night; what stands on it is sealed */
  readonly nightCard: boolean;
  /** those that run, the nearest first */
  readonly clocks: readonly DueClock[];
};

export type AccessRow = { readonly userId: UserId; readonly impartial: boolean; readonly grantedUntil: Instant | undefined; /** where it was given for supervision: when */ readonly supervisionSince: Instant | undefined };

export function projectCase(state: CaseState, region: RegionClocks): CaseProjection {
  return {
    reference: state.reference, status: state.status, caseType: caseTypeOf(state),
    provisional: state.classification !== undefined && state.classification.confirmed === undefined,
    akutt: state.akutt !== undefined, owner: isStrict(state) ? undefined : state.owner, namedOnly: namedOnly(state), lead: state.lead, deputy: deputyOf(state), inReception: isInReception(state), awaits: awaited(state), besides: besides(state), reportUnread: state.reportUnread, voidedBy: state.voided?.by, meetingAskedAt: isClosed(state.status) ? undefined : state.meetingWish?.at,
    receivedAt: state.start.receivedAt, openedAt: state.opened.at, updatedAt: state.updatedAt, closedAt: state.closedAt, accessEndsAt: accessEndsAt(state.closedAt),
    restricted: state.restriction !== undefined, retention: retentionOf(state), nightCard: state.nightCard !== undefined, clocks: clocksOf(state, region),
  };
}

export function clocksOf(state: CaseState, region: RegionClocks): readonly DueClock[] {
  const raised = state.akutt?.reviewedAt === undefined && state.akutt !== undefined ? { raised: { at: state.akutt.raisedAt, by: state.akutt.raisedBy } } : {};
  return clocks(state, region, state.updatedAt).map(({ clock, due }) => ({ clock, due, ...(clock === 'AKUTT_REVIEW' ? raised : {}), ...(clock === 'TRANSFERRED' && state.transfer?.akutt === true ? { danger: true as const } : {}) }));
}

/** Everyone who has answered the question or was let in. Whoever is inhabil is not among them: no list in clear names them. */
export function projectAccess(state: CaseState): readonly AccessRow[] {
  const users = new Set([...state.impartial, ...state.grants.filter(({ endedAt }) => endedAt === undefined).map(({ userId }) => userId)]);
  return [...users].map((userId) => ({ userId, impartial: isImpartial(state, userId), grantedUntil: grantEnd(state, userId), supervisionSince: supervisionGrantSince(state, userId) }));
}

/** The team meetings that wrote minutes in the case, each once. */
export function takenIn({ minutes }: CaseState): readonly string[] {
  return [...new Set(minutes.map(({ meetingId }) => meetingId))];
}

/** What a list may call the person: the alias they chose, else initials; never the name. undefined when nobody is named. */
export function aliasOf({ start: { person } }: CaseState): string | undefined {
  if (person.alias !== undefined) return person.alias;
  const initials = (person.name ?? '').split(/[\s-]+/).flatMap((word) => [...word].slice(0, 1)).map((letter) => `${letter.toUpperCase()}.`).join('');
  return initials === '' ? undefined : initials;
}

/** What `aliasOf` made of a name; else it is what the person is called by their own choice. */
export function isInitials(alias: string): boolean {
  return /^(?:[^.]\.)+$/u.test(alias);
}

function awaited(state: CaseState): Awaited | undefined {
  const { status, proposal, closingProposal } = state;
  if (underWay(state) !== undefined) return { kind: 'RECEIPT', by: 'system', byCoordinator: false };
  if (status === 'TIL_AVSLUTNING' && closingProposal !== undefined) return { kind: 'CLOSING', by: closingProposal.by, byCoordinator: false, ...askedAbout(closingProposal) };
  return proposal === undefined ? undefined : { kind: proposal.byTeam ? proposal.kind : 'NEW_PROPOSAL', by: proposal.by, byCoordinator: proposal.byCoordinator, ...askedAbout(proposal) };
}

function besides({ address: { lowering } }: CaseState): Besides | undefined {
  return lowering && { by: lowering.by, ...askedAbout(lowering) };
}
