import type { UserId } from '../kernel/ids.ts';
import { addMs, DAY_MS, type Instant } from '../kernel/time.ts';
import type { LateCase, WaitingEmergency } from '../cases/public.ts';
import type { ClockId } from '../regions/codes.ts';
import type { WaitingReport } from '../reports/public.ts';
import type { Happened } from './who.ts';

type Told = Omit<Happened, 'leftOut'>;

const RECEPTION: readonly string[] = ['MOTTAK', 'KOORDINATOR'];
const COORDINATORS: readonly string[] = ['KOORDINATOR'];
const LEADERS: readonly string[] = ['LEDER'];
/** A report older than this is no news: its clock tells of it. */
const NEWS = DAY_MS;
/** Clocks of the steps that coordinators take, also where the case has a lead (workflow table: T3–T5, T14). */
const FOR_COORDINATORS: readonly ClockId[] = ['SEEN', 'TRANSFERRED', 'ASSESSED', 'CLOSING'];

/** What there is to tell of a report: danger that nobody has seen, that it came, or its own clock. */
export function ofReport({ fileId, owner, urgent, unreadSince, clock }: WaitingReport, now: Instant): readonly Told[] {
  const one = (why: Told['why'], since: Instant, roles: readonly string[]): Told => ({ fileId, owner, why, since, roles, lead: undefined });
  if (urgent && unreadSince !== undefined) return [one('AKUTT', unreadSince, RECEPTION)];
  if (clock.kind === 'at_once' && clock.what === 'assessed') return clock.late ? [one('ASSESSED', clock.due, COORDINATORS)] : [];
  return [
    ...(unreadSince !== undefined && unreadSince > addMs(now, -NEWS) ? [one('NEW', unreadSince, RECEPTION)] : []),
    ...((clock.kind === 'seen' || clock.kind === 'assessed') && clock.state === 'late'
      ? [clock.kind === 'seen' ? one('SEEN', clock.due, RECEPTION) : one('ASSESSED', clock.due, COORDINATORS)] : []),
  ];
}

/** T18: whoever answers for the municipality is told at once, and the coordinators when it is late. */
export function ofEmergency({ fileId, owner, takenAt, due }: WaitingEmergency): Told {
  return { fileId, owner, why: 'EMERGENCY', since: takenAt, due, roles: LEADERS, lead: undefined };
}

/** @param inTeam whether somebody can lead a case today */
export function ofCase({ fileId, owner, lead, clocks }: LateCase, inTeam: (userId: UserId) => boolean): readonly Told[] {
  return clocks.map(({ clock, due }) => ({
    fileId, owner, why: clock, since: due, roles: COORDINATORS, lead: lead !== undefined && inTeam(lead) && !FOR_COORDINATORS.includes(clock) ? lead : undefined,
  }));
}
