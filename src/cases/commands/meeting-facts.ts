import type { Context } from '../../kernel/context.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import { openJson, sealJson, type Where } from '../../kernel/sealing/sealed.ts';
import { GRANTABLE } from '../grants.ts';
import type { Present } from '../meeting.ts';
import { findMeeting, listPresent, type MeetingRow, type PresentRow } from '../store/meeting.ts';
import { askedCase, loadAsker, type AskedCase, type Asker, type Known } from './asked.ts';

export type MeetingFacts = { readonly asker: Asker; readonly meeting: MeetingRow; readonly present: readonly PresentRow[] };
export type MeetingCaseFacts = MeetingFacts & { readonly asked: AskedCase };

/** What of a meeting is sealed: guests by organ and role, and what was learnt, which names nobody. */
export type MeetingNotes = { readonly guests?: string | undefined; readonly learning?: string | undefined };

export async function meetingFacts(ctx: Context, meetingId: string): Promise<MeetingFacts | undefined> {
  const asker = await loadAsker(ctx);
  const meeting = await findMeeting(ctx.tx, ctx.regionId, meetingId);
  const present = await listPresent(ctx.tx, ctx.regionId, [meetingId]);
  return asker === undefined || meeting === undefined ? undefined : { asker, meeting, present };
}

export async function meetingCaseFacts(ctx: Context, meetingId: string, caseId: FileId): Promise<MeetingCaseFacts | undefined> {
  const facts = await meetingFacts(ctx, meetingId);
  const asked = await askedCase(ctx, caseId);
  return facts === undefined || asked === undefined ? undefined : { ...facts, asked };
}

/** Who sees the screen now: those in the room, and whoever it is that looks. */
export function roomOf({ asker, present }: Pick<MeetingFacts, 'asker' | 'present'>): UserId[] {
  return [...new Set([asker.userId, ...present.filter((row) => row.in_room).map((row) => row.user_id)])];
}

/** The same with whom each came instead of, as it stands in the minutes. */
export function presentIn(present: readonly PresentRow[]): Present[] {
  return present.filter((row) => row.in_room).map((row) => ({ userId: row.user_id, ...(row.deputy_for === null ? {} : { deputyFor: row.deputy_for }) }));
}

/** The room as a case sees it: who looks at the screen, and whether there are guests among them, who are nobody's named person. */
export type Room = { readonly users: readonly UserId[]; readonly guests: boolean };

/** Those in the room now, with the guests that the meeting wrote down. */
export function wholeRoom(ctx: Context, facts: Pick<MeetingFacts, 'asker' | 'present' | 'meeting'>): Room {
  return { users: roomOf(facts), guests: openNotes(ctx, facts.meeting).guests !== undefined };
}

/** fvl § 6: nobody in the room is left out of this case; domain reference §5.5: of a strictly confidential one, nobody who is not named for it or leads it, and so no guest. */
export function isForTheRoom(asked: Pick<AskedCase, 'leftOut' | 'facts' | 'line' | 'asker'>, { users, guests }: Room): boolean {
  return !(guests && asked.facts.strict) && users.every((user) => mayKnow(asked, user));
}

/** Whether somebody may know that there is this case. Whoever asks has found it already. */
export function mayKnow({ leftOut, facts, line, asker }: Pick<AskedCase, 'leftOut' | 'facts' | 'line' | 'asker'>, user: UserId): boolean {
  if (leftOut.includes(user)) return false;
  return !facts.strict || user === asker.userId || user === facts.lead || line.named_only?.includes(user) === true;
}

/** Those who can be at a meeting: their roles see cases at all. */
export function mayAttend(member: Known): boolean {
  return !member.disabled && GRANTABLE.some((role) => member.roles.includes(role));
}

export function openNotes(ctx: Context, row: Pick<MeetingRow, 'meeting_id' | 'sealed' | 'version'>): MeetingNotes {
  return openJson(ctx.keys.record, row.sealed, place(ctx, row.meeting_id, row.version)) as MeetingNotes; // sealed by sealNotes alone
}

export function sealNotes(ctx: Context, meetingId: string, version: number, notes: MeetingNotes): Buffer {
  const kept = Object.fromEntries(Object.entries(notes).filter(([, text]) => text !== undefined && text !== ''));
  return sealJson(ctx.keys.record, kept, place(ctx, meetingId, version), 'text', ctx.chance);
}

function place(ctx: Context, meetingId: string, version: number): Where {
  return { table: 'app.team_meeting', region: ctx.regionId, row: meetingId, field: 'sealed', version };
}
