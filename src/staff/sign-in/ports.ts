import type { MunicipalityId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Unsent } from '../commands/kept.ts';
import type { Session } from './session.ts';

/** An invited person as sign-in needs to know them. */
export type StaffMember = {
  readonly userId: UserId;
  readonly regionId: RegionId;
  readonly municipalityId: MunicipalityId | undefined;
  readonly roles: readonly string[];
  readonly disabled: boolean;
};

/** The same with what stands around every page they see. */
export type Visitor = StaffMember & {
  readonly name: string;
  readonly regionName: string;
  /** takes over when everybody in reception is inhabil */
  readonly isReserve: boolean;
  /** keys of one letter act */
  readonly singleKeys: boolean;
  readonly unsent: readonly Unsent[];
  /** has not said that they know the duty of confidentiality, and does so before anything else */
  readonly undeclared: boolean;
};

/** The people who were invited. Nobody becomes one by signing in. */
export type People = {
  /**
   * The person with exactly this issuer and subject; undefined = not invited. Never by subject alone (another issuer may
   * give the same one to somebody else), never by e-mail or national number.
   */
  readonly findBySubject: (issuer: string, subject: string) => Promise<StaffMember | undefined>;
  /** As they are now, so that a lost role or a closed account counts at once. */
  readonly findMember: (regionId: RegionId, userId: UserId) => Promise<StaffMember | undefined>;
};

/** Sessions that are open. All times come from the caller. */
export type Sessions = {
  readonly open: (session: Session) => Promise<void>;
  readonly find: (regionId: RegionId, idHash: string) => Promise<Session | undefined>;
  /** The same with whose it is, as they are now: asked at each request, so that a lost role or a closed account counts at once. */
  readonly visit: (regionId: RegionId, idHash: string) => Promise<{ readonly session: Session; readonly person: Visitor | undefined } | undefined>;
  /** @param touchedAt when a person last did something; the lock of a shared machine goes by it */
  readonly touch: (session: Session, seenAt: Instant, touchedAt: Instant) => Promise<void>;
  /** The machine became shared, or somebody's own: the same session with or without a lock. */
  readonly setLock: (session: Session) => Promise<void>;
  /** Ends one; nothing happens when it is gone already. */
  readonly end: (session: Session) => Promise<void>;
  /** Ends all that the issuer opened under its session `sid`, in any region; answers how many. */
  readonly endBySid: (issuer: string, sid: string) => Promise<number>;
};

/** What happened at the door, for the audit. Holds no name, subject or national number. */
export type SignInEvent =
  | { readonly kind: 'signed-in'; readonly at: Instant; readonly regionId: RegionId; readonly userId: UserId; readonly issuer: string; readonly acr: string; readonly fresh: boolean }
  | { readonly kind: 'signed-out'; readonly at: Instant; readonly regionId: RegionId; readonly userId: UserId }
  | { readonly kind: 'ended'; readonly at: Instant; readonly regionId: RegionId; readonly userId: UserId; readonly because: 'idle' | 'expired' | 'disabled' | 'replaced' }
  | { readonly kind: 'ended-by-issuer'; readonly at: Instant; readonly issuer: string; readonly sessions: number }
  /** `regionId` and `userId` only where the person is known to us */
  | { readonly kind: 'refused'; readonly at: Instant; readonly code: string; readonly issuerName: string; readonly regionId?: RegionId; readonly userId?: UserId };
