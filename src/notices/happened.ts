import { asId, type UserId } from '../kernel/ids.ts';
import { addDays, addMs, DAY_MS, osloDay, osloInstant, weekday, type Instant } from '../kernel/time.ts';
import type { AskedByName, ClosedAlone, LateCase, UnheldCase, UnseenAkutt, WaitingEmergency } from '../cases/public.ts';
import { DAYS_LEFT } from '../privacy/codes.ts';
import type { WaitingBreach, WaitingRequest } from '../privacy/public.ts';
import type { ClockId } from '../regions/codes.ts';
import type { LeftDraft, UnreceivedReport, WaitingReport } from '../reports/public.ts';
import type { Happened } from './who.ts';

type Told = Omit<Happened, 'leftOut'>;

const RECEPTION: readonly string[] = ['MOTTAK', 'KOORDINATOR'];
const COORDINATORS: readonly string[] = ['KOORDINATOR'];
const LEADERS: readonly string[] = ['LEDER'];
/** A report older than this is no news: its clock tells of it. */
const NEWS = DAY_MS;
/** Clocks of the steps that coordinators take, also where the case has a lead (workflow table: T3–T5, T14). */
const FOR_COORDINATORS: readonly ClockId[] = ['SEEN', 'TRANSFERRED', 'ASSESSED', 'CLOSING'];

/** What there is to tell of a report: danger that no coordinator knows of, that it came, or its own clock. */
export function ofReport({ fileId, owner, urgent, unreadSince, clock, only }: WaitingReport, now: Instant): readonly Told[] {
  const one = (why: Told['why'], since: Instant, roles: readonly string[]): Told => ({ fileId, owner, why, since, roles, lead: undefined, only });
  if (urgent && unreadSince !== undefined) return [one('AKUTT', unreadSince, RECEPTION)];
  if (clock.kind === 'at_once' && clock.what === 'assessed') return clock.late ? [one('ASSESSED', clock.due, COORDINATORS)] : [];
  return [
    ...(unreadSince !== undefined && unreadSince > addMs(now, -NEWS) ? [one('NEW', unreadSince, RECEPTION)] : []),
    ...((clock.kind === 'seen' || clock.kind === 'assessed') && clock.state === 'late'
      ? [clock.kind === 'seen' ? one('SEEN', clock.due, RECEPTION) : one('ASSESSED', clock.due, COORDINATORS)] : []),
  ];
}

/** The lane «Mange på én gang» as one line of the digest, however many are late in it (decision 0028): the one that has been so the longest. */
export function ofCrowd(crowded: readonly WaitingReport[], now: Instant): readonly Told[] {
  return crowded.flatMap((one) => ofReport(one, now)).filter(({ why }) => why !== 'NEW').toSorted((a, b) => (a.since < b.since ? -1 : 1)).slice(0, 1);
}

/** T4: sent on, and not confirmed in time: the coordinators ring and ask; where there was danger, now. */
export function ofUnreceived({ fileId, owner, urgent, only, due }: UnreceivedReport): Told {
  return { fileId, owner, only, why: urgent ? 'SENT_IN_DANGER' : 'SENT_ON', since: due, roles: COORDINATORS, lead: undefined };
}

/** A talk that nobody has taken over, as a concern that came; where somebody said that there is danger, as that. The leader when it should have been settled. */
export function ofDraft({ draftId: fileId, urgent, since, oldAt }: LeftDraft): Told {
  return { fileId, owner: undefined, why: urgent ? 'AKUTT' : 'DRAFT', since, due: oldAt, roles: RECEPTION, lead: undefined };
}

/** T2: danger in a case that only whoever raised it knows of yet. @param inTeam whether somebody can lead a case today */
export function ofAkutt({ fileId, owner, lead, only, raisedAt, raisedBy }: UnseenAkutt, inTeam: (userId: UserId) => boolean): Told {
  const leads = lead !== undefined && lead !== raisedBy && inTeam(lead) ? lead : undefined;
  return { fileId, owner, why: 'AKUTT', since: raisedAt, roles: COORDINATORS, lead: leads, by: raisedBy === 'system' ? undefined : raisedBy, only };
}

/** T18: whoever answers for the municipality is told at once, and the coordinators when it is late; where the address became strictly confidential since, those who are named for it. */
export function ofEmergency({ fileId, owner, takenAt, due, only }: WaitingEmergency): Told {
  return { fileId, owner, why: 'EMERGENCY', since: takenAt, due, roles: only === undefined ? LEADERS : COORDINATORS, lead: undefined, only };
}

/** Whoever was asked by name to confirm something, from the morning after; a working day later the coordinators, who may do so as well. */
export function ofAsked({ fileId, owner, only, asked, askedAt }: AskedByName): Told {
  return { fileId, owner, why: 'ASKED', since: osloInstant(addDays(osloDay(askedAt), 1), 0, 0), roles: COORDINATORS, lead: asked, only };
}

/** T14: somebody closed alone what they had proposed: the leader, in whose review of the log it stands, and the reserve. */
export function ofClosedAlone({ fileId, owner, by, at }: ClosedAlone): Told {
  return { fileId, owner, by, why: 'CLOSED_ALONE', since: at, roles: LEADERS, lead: undefined };
}

const ANSWER_FOR_BREACHES: readonly string[] = ['LEDER', 'PERSONVERNOMBUD'];
const ANSWER_REQUESTS: readonly string[] = ['KOORDINATOR', 'ARKIVAR'];

/**
 * GDPR art. 33: those who answer for a breach are told when it is written down, and again before a clock runs out, the 72 hours or one of
 * digitalsikkerhetsforskriften § 17; each time those who stand beside them when that did not help. Of each municipality that it concerns.
 */
export function ofBreach({ breachId, municipalities, discoveredAt, remindAt: last, due }: WaitingBreach): readonly Told[] {
  const owners = municipalities.length === 0 ? [undefined] : municipalities;
  return owners.flatMap((owner) => [[discoveredAt, last], [last, due]].map(([since = discoveredAt, next]) => ({
    fileId: asId<'file'>(breachId), owner, why: 'BREACH' as const, since, due: next, roles: ANSWER_FOR_BREACHES, lead: undefined,
  })));
}

/** GDPR art. 12 no. 3: a week before the month is over, and the leader on its last day. */
export function ofRequest({ requestId, due }: WaitingRequest): Told {
  return { fileId: asId<'file'>(requestId), owner: undefined, why: 'REQUEST', since: osloInstant(addDays(due, -DAYS_LEFT), 0, 0), due: osloInstant(due, 0, 0), roles: ANSWER_REQUESTS, lead: undefined };
}

/** fvl § 6: what no coordinator can take forward is told to the reserve at once; of a closing that waits, not to whoever proposed it (decision 0037). */
export function ofUnheld({ fileId, owner, since, closingBy: by }: UnheldCase): Told {
  return { fileId, owner, why: 'UNHELD', since, roles: [], lead: undefined, by };
}

/** The same of a report that every coordinator is left out of by now, by whatever it was put together with. */
export function ofUnheldReport({ fileId, owner, receivedAt }: Pick<WaitingReport, 'fileId' | 'owner' | 'receivedAt'>): Told {
  return ofUnheld({ fileId, owner, since: receivedAt, closingBy: undefined });
}

/** A request that the reserve alone has not looked for, before «we found nothing» is said: not on their day for a month, unseen, since they seldom sign in. */
export function ofUnlooked({ requestId, registeredAt }: Pick<WaitingRequest, 'requestId' | 'registeredAt'>): Told {
  return ofUnheld({ fileId: asId<'file'>(requestId), owner: undefined, since: registeredAt, closingBy: undefined });
}

/** Told to the coordinators once a week for as long as nobody leads it. */
export function ofLeadless({ fileId, owner, only }: Pick<LateCase, 'fileId' | 'owner' | 'only'>, now: Instant): Told {
  const today = osloDay(now);
  return { fileId, owner, only, why: 'NO_LEAD', since: osloInstant(addDays(today, 1 - weekday(today)), 0, 0), roles: COORDINATORS, lead: undefined };
}

/** A case that was sent in danger and nobody has taken is told at once, as a report is. @param inTeam whether somebody can lead a case today */
export function ofCase({ fileId, owner, lead, only, proposedBy, clocks }: LateCase, inTeam: (userId: UserId) => boolean): readonly Told[] {
  return clocks.map(({ clock, due, danger }) => ({
    fileId, owner, only, why: danger === true ? 'SENT_IN_DANGER' as const : clock, since: due, roles: COORDINATORS, ...(clock === 'CLOSING' ? { by: proposedBy } : {}), lead: lead !== undefined && inTeam(lead) && !FOR_COORDINATORS.includes(clock) ? lead : undefined,
  }));
}
