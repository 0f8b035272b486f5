import { minuteMeeting } from '../../src/cases/commands/meeting.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { House } from '../../src/open-house.ts';

export type Meeting = { readonly meetingId: string; readonly at: Instant };

/** What the last meeting before now said of a case that was open when it was held. */
export async function writeMinutes(house: House, by: Person, meetings: readonly Meeting[], one: { readonly caseId: FileId; readonly openedAt: Instant; readonly now: Instant; readonly newId: string; readonly minutes: string }): Promise<void> {
  const meeting = meetings.findLast(({ at }) => at > one.openedAt && at < one.now);
  if (meeting === undefined) return;
  const outcome = await house.door.enter(minuteMeeting, by, { meetingId: meeting.meetingId, caseId: one.caseId, newId: one.newId, minutes: one.minutes });
  // Somebody who was there is named in the case: it was taken up without them, and not in this meeting.
  if (!outcome.ok && outcome.code !== 'meeting_changed') throw new Error(`demo: minutes: ${outcome.code}`);
}
