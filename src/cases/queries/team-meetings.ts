import type { Context } from '../../kernel/context.ts';
import type { Day } from '../../kernel/time.ts';
import { listColleagues } from '../../staff/public.ts';
import { listMeetingsBetween, listPresent } from '../store/meeting.ts';

/** A meeting as it may be told of: the day, and what those who came work as. Nobody's name, and no case. */
export type TeamMeeting = { readonly on: Day; readonly roles: readonly string[] };

/** The team's meetings from one day through another, the first ones first. Opens no file, and nothing that was written in a meeting. */
export async function teamMeetings(ctx: Context, from: Day, through: Day): Promise<TeamMeeting[]> {
  const meetings = await listMeetingsBetween(ctx.tx, ctx.regionId, from, through);
  const present = await listPresent(ctx.tx, ctx.regionId, meetings.map((one) => one.meeting_id));
  const rolesOf = new Map((meetings.length === 0 ? [] : await listColleagues(ctx)).map(({ userId, roles }) => [userId, roles]));
  return meetings.map((one) => ({ on: one.held_on, roles: [...new Set(present.filter((row) => row.meeting_id === one.meeting_id).flatMap((row) => rolesOf.get(row.user_id) ?? []))] }));
}
