import type { Chance, RegionId, UserId } from '../../kernel/ids.ts';
import { done, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import type { SealingKey } from '../../kernel/sealing/aead.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Clock } from '../../kernel/time.ts';
import { safeReturnPath, sameIssuer } from './addresses.ts';
import { clearedCookie, pendingCookie, pendingName, readCookies, SESSION_COOKIE, sessionCookie, surplusPending } from './cookies.ts';
import type { IssuerSource } from './issuers.ts';
import type { Proof } from './oidc.ts';
import { signInPace, type PaceLimits, type SignInPace } from './pace.ts';
import { openPending, sealPending, type Pending } from './pending.ts';
import type { People, Sessions, SignInEvent, StaffMember, Visitor } from './ports.ts';
import { locksHere, markedShared, sessionIn, sharedMachine, type SharedMachine } from './machine.ts';
import { hashOfToken, judgeSession, LOCK_MS, newSessionToken, openedSession, sessionCookieValue, sessionKey, worthTouching, type Session, type SessionLimits } from './session.ts';

export type SignInParts = {
  /** the allow-list; the first is used when none is named */
  readonly issuers: readonly [IssuerSource, ...IssuerSource[]];
  readonly sessions: Sessions;
  readonly people: People;
  readonly note: (event: SignInEvent) => Promise<void>;
  readonly clock: Clock;
  readonly chance: Chance;
  /** seals the sign-ins under way; the same for all processes of the house */
  readonly pendingKey: SealingKey;
  readonly limits: SessionLimits;
  /** the usual where it is not said */
  readonly pace?: PaceLimits | undefined;
};

/** The same with the counts of this process. */
type Parts = SignInParts & { readonly counts: SignInPace };

export type SignInAsk = {
  readonly cookieHeader: string | undefined;
  readonly lang: Lang;
  /** name of an issuer in the allow-list */
  readonly issuerName?: string | undefined;
  readonly returnTo?: string | undefined;
  readonly fresh?: boolean;
  readonly loginHint?: string | undefined;
};

/** What a page does by itself, without anybody touching it. */
export type Resting = boolean | 'unseen';

export type SignedIn = { readonly session: Session; readonly person: Visitor };
/** `cookies` are Set-Cookie values, to be sent whatever the outcome. */
export type WithCookies<T> = { readonly outcome: Outcome<T>; readonly cookies: readonly string[] };

export type StaffSignIn = {
  /** Counts one who wants to sign in, and answers the turn they have to wait for, where too many come from their address. */
  readonly waits: (client: string | undefined, turn: string | undefined) => string | undefined;
  /** Refuses `signin.unreachable`, `signin.issuer` (not in the allow-list) and what discoverIssuer refuses. */
  readonly startSignIn: (ask: SignInAsk) => Promise<WithCookies<{ location: string }>>;
  /**
   * Takes the issuer's answer (only the query of `url` counts). Refuses what finishSignIn refuses,
   * `signin.not-invited`, `signin.disabled`, and `signin.often` for one person who signs in without end. A session that the browser already had ends when a new one opens.
   */
  readonly completeSignIn: (url: URL, cookieHeader: string | undefined) => Promise<WithCookies<{ returnTo: string }>>;
  /** Ends our session; `location` is where the issuer's session is ended, undefined when it cannot be reached or nobody was signed in. */
  readonly signOut: (cookieHeader: string | undefined) => Promise<{ cookies: readonly string[]; location: string | undefined }>;
  /** The issuer says that its session is over. Answers nothing, so that nobody can ask with it which sessions exist. */
  readonly frontChannelLogout: (issuer: string | undefined, sid: string | undefined) => Promise<void>;
  /**
   * Who asks. Refuses `session.none`, `session.idle`, `session.expired`, `session.disabled`, and `session.locked`, which ends nothing.
   * @param resting the page asks by itself: it stays signed in, and the lock of a shared machine comes all the same; `unseen`: it does not stay signed in by that
   */
  readonly whoIs: (cookieHeader: string | undefined, resting?: Resting) => Promise<Outcome<SignedIn>>;
  /** Somebody who is on the staff today, with today's roles; undefined for everybody else. Asks nothing of a session, and leaves it as it is. */
  readonly findMember: (regionId: RegionId, userId: UserId) => Promise<StaffMember | undefined>;
  readonly machine: SharedMachine;
  /** Origins that may show the front-channel address in a frame. */
  readonly framedBy: () => Promise<readonly string[]>;
};

/** Sign-in and sessions of the staff, apart from the web: cookies in, cookies and places to go out. */
export function staffSignIn(given: SignInParts): StaffSignIn {
  const parts: Parts = { ...given, counts: signInPace({ key: given.pendingKey, chance: given.chance }, given.pace) };
  return {
    waits: (client, turn) => parts.counts.waits(client, turn, parts.clock()),
    startSignIn: (ask) => start(parts, ask),
    completeSignIn: (url, cookieHeader) => complete(parts, url, cookieHeader),
    signOut: (cookieHeader) => signOut(parts, cookieHeader),
    frontChannelLogout: (issuer, sid) => frontChannel(parts, issuer, sid),
    whoIs: (cookieHeader, resting = false) => whoIs(parts, cookieHeader, resting),
    findMember: async (regionId, userId) => {
      const person = await parts.people.findMember(regionId, userId);
      return person === undefined || person.disabled ? undefined : person;
    },
    machine: sharedMachine(parts),
    framedBy: async () => {
      const found = await Promise.all(parts.issuers.map((source) => source.get()));
      return [...new Set(found.flatMap((issuer) => (issuer.ok ? issuer.value.origins : [])))];
    },
  };
}

async function start(parts: SignInParts, ask: SignInAsk): Promise<WithCookies<{ location: string }>> {
  const source = ask.issuerName === undefined ? parts.issuers[0] : parts.issuers.find((s) => s.settings.name === ask.issuerName);
  if (source === undefined) return { outcome: refuse('signin.issuer'), cookies: [] };
  const issuer = await source.get();
  if (!issuer.ok) return { outcome: issuer, cookies: [] };
  const { loginHint, lang } = ask;
  // Whoever sits down at a shared machine proves who they are, although the issuer still knows whoever sat there before.
  const fresh = ask.fresh === true || await locksHere(parts, ask.cookieHeader);
  const begun = await issuer.value.beginSignIn({ fresh, lang, ...(loginHint === undefined ? {} : { loginHint }) });
  if (!begun.ok) return { outcome: begun, cookies: [] };
  const { url: location, pending: proof } = begun.value;
  const pending = { proof, issuerName: source.settings.name, returnTo: safeReturnPath(ask.returnTo) };
  const cookies = surplusPending(readCookies(ask.cookieHeader)).map(clearedCookie);
  return { outcome: done({ location }), cookies: [...cookies, pendingCookie(proof.state, sealPending(parts.pendingKey, pending, parts.chance))] };
}

async function complete(parts: Parts, url: URL, cookieHeader: string | undefined): Promise<WithCookies<{ returnTo: string }>> {
  const cookies = readCookies(cookieHeader);
  const state = url.searchParams.get('state') ?? '';
  const name = pendingName(state);
  const sealed = cookies.get(name);
  const pending = sealed === undefined ? undefined : openPending(parts.pendingKey, sealed, parts.clock());
  if (pending === undefined) return { outcome: refuse('signin.state'), cookies: [] };
  const spent = clearedCookie(name);
  // a code cannot be tried without end on one question, and nothing is asked of the issuer for it
  if (parts.counts.answeredOften(state, parts.clock())) return { outcome: refuse('signin.state'), cookies: [spent] };
  const shared = await locksHere(parts, cookieHeader);
  // The machine became a shared one in the middle of a sign-in that asked nobody anything.
  const outcome = shared && !pending.proof.fresh ? refuse('signin.not-fresh') : await admit(parts, url, pending);
  if (!outcome.ok) return { outcome, cookies: [spent] };
  const value = await replaceSession(parts, outcome.value, cookies, shared);
  return { outcome: done({ returnTo: pending.returnTo }), cookies: [spent, sessionCookie(value), ...(shared ? [markedShared(parts)] : [])] };
}

type Admitted = { readonly proof: Proof; readonly person: StaffMember };

async function admit(parts: Parts, url: URL, pending: Pending): Promise<Outcome<Admitted>> {
  const { issuerName } = pending;
  const refused = async (refusal: Refusal, person?: StaffMember): Promise<Refusal> => {
    const known = person === undefined ? {} : { regionId: person.regionId, userId: person.userId };
    await parts.note({ kind: 'refused', at: parts.clock(), code: refusal.code, issuerName, ...known });
    return refusal;
  };
  const issuer = await parts.issuers.find((s) => s.settings.name === issuerName)?.get() ?? refuse('signin.issuer');
  if (!issuer.ok) return refused(issuer);
  const proof = await issuer.value.finishSignIn(url, pending.proof);
  if (!proof.ok) return refused(proof);
  if (parts.counts.cameOften(proof.value.issuer, proof.value.subject, parts.clock())) return refuse('signin.often');
  const person = await parts.people.findBySubject(proof.value.issuer, proof.value.subject);
  if (person === undefined) return refused(refuse('signin.not-invited'));
  if (person.disabled) return refused(refuse('signin.disabled'), person);
  const { regionId, userId } = person;
  await parts.note({ kind: 'signed-in', at: parts.clock(), regionId, userId, issuer: proof.value.issuer, acr: proof.value.acr, fresh: pending.proof.fresh });
  return done({ proof: proof.value, person });
}

/**
 * Opens a session under a new id and ends the one that the browser came with, also somebody else's: two people never
 * share a browser's session, and an id from before the sign-in is worth nothing after it. Of the proof only issuer, sid
 * and time are kept; the ID token holds the national number and is let go.
 */
async function replaceSession(parts: SignInParts, { proof, person }: Admitted, cookies: ReadonlyMap<string, string>, shared: boolean): Promise<string> {
  const { issuer, sid, authTime } = proof;
  const { userId, regionId } = person;
  const token = newSessionToken(parts.chance);
  await parts.sessions.open(openedSession({ idHash: hashOfToken(token), userId, regionId, ...parts.limits, authTime, issuer, sid, lockMs: shared ? LOCK_MS : undefined }, parts.clock()));
  const earlier = await sessionIn(parts, cookies);
  if (earlier !== undefined) await endBecause(parts, earlier, 'replaced');
  return sessionCookieValue(token, regionId);
}

async function signOut(parts: SignInParts, cookieHeader: string | undefined): Promise<{ cookies: readonly string[]; location: string | undefined }> {
  const cookies = [clearedCookie(SESSION_COOKIE)];
  const session = await sessionIn(parts, readCookies(cookieHeader));
  if (session === undefined) return { cookies, location: undefined };
  await parts.sessions.end(session);
  await parts.note({ kind: 'signed-out', at: parts.clock(), regionId: session.regionId, userId: session.userId });
  const source = parts.issuers.find((s) => sameIssuer(s.settings.issuer, session.issuer));
  const issuer = await source?.get();
  // No ID token as a hint: it holds the national number, and this address ends up in the browser's history. The issuer
  // knows us by client_id and the person by its own cookie (OpenID Connect RP-Initiated Logout 1.0 § 2).
  const location = issuer?.ok === true ? issuer.value.signOutUrl(undefined, issuer.value.settings.postLogoutRedirectUri) : undefined;
  return { cookies, location };
}

async function frontChannel(parts: SignInParts, issuer: string | undefined, sid: string | undefined): Promise<void> {
  if (issuer === undefined || sid === undefined || sid === '' || !parts.issuers.some((s) => sameIssuer(s.settings.issuer, issuer))) return;
  const sessions = await parts.sessions.endBySid(issuer, sid);
  if (sessions > 0) await parts.note({ kind: 'ended-by-issuer', at: parts.clock(), issuer, sessions });
}

async function whoIs(parts: SignInParts, cookieHeader: string | undefined, resting: Resting): Promise<Outcome<SignedIn>> {
  const key = sessionKey(readCookies(cookieHeader).get(SESSION_COOKIE) ?? '');
  const visit = key === undefined ? undefined : await parts.sessions.visit(key.regionId, key.idHash);
  if (visit === undefined) return refuse('session.none');
  const { session, person } = visit;
  const now = parts.clock();
  const state = judgeSession(session, now);
  if (state === 'locked') return refuse('session.locked');
  if (state !== 'live') {
    await endBecause(parts, session, state);
    return refuse(`session.${state}`);
  }
  if (person === undefined || person.disabled) {
    await endBecause(parts, session, 'disabled');
    return refuse('session.disabled');
  }
  if (resting !== 'unseen' && worthTouching(session, now)) await parts.sessions.touch(session, now, resting ? session.touchedAt ?? now : now);
  return done({ session, person });
}

async function endBecause(parts: SignInParts, session: Session, because: 'idle' | 'expired' | 'disabled' | 'replaced'): Promise<void> {
  await parts.sessions.end(session);
  await parts.note({ kind: 'ended', at: parts.clock(), regionId: session.regionId, userId: session.userId, because });
}
