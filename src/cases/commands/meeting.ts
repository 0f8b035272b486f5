import { z } from 'zod';
import { unnamedFaults } from '../../consultations/public.ts';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField, ticked } from '../../kernel/id-field.ts';
import { asId, isUuid, type UserId } from '../../kernel/ids.ts';
import { changeFile } from '../../kernel/journal/file.ts';
import { done, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { lineField, textField } from '../../kernel/text-field.ts';
import { osloDay } from '../../kernel/time.ts';
import { mayHoldMeeting, mayWriteInMeeting } from '../access.ts';
import type { CaseState } from '../case.ts';
import type { DecisionContext } from '../conditions.ts';
import { leaveOut } from '../evolve.ts';
import { CASE_FILE } from '../file.ts';
import type { Decision } from '../guard.ts';
import type { Basis } from '../../reports/codes.ts';
import { mustProve } from '../../staff/public.ts';
import type { WithinConsent } from '../choices/consent.ts';
import { decideMinute, decideNameInMeeting } from '../meeting.ts';
import { refuseCase } from '../refusals.ts';
import { changeMeeting, insertMeeting, savePresent, type PresentRow } from '../store/meeting.ts';
import { decisionContext, loadAsker, type Asker } from './asked.ts';
import { stepFields } from './fields.ts';
import { isForTheRoom, mayAttend, meetingCaseFacts, meetingFacts, openNotes, presentIn, roomOf, sealNotes, wholeRoom, type MeetingCaseFacts, type MeetingFacts, type MeetingNotes } from './meeting-facts.ts';

/** Most characters (UTF-16 units) of what is typed about a meeting. */
export const MEETING_MOST = { guests: 300, learning: 4000 } as const;

/** More than a region has. */
const MOST_PEOPLE = 200;
const oneOrNone = z.string().refine((id) => id === '' || isUuid(id), 'not_offered').transform((id) => (id === '' ? undefined : asId<'user'>(id)));
const ATTENDANCE = { present: ticked<'user'>(MOST_PEOPLE), guests: lineField(MEETING_MOST.guests), deputy: oneOrNone, deputyFor: oneOrNone } as const;
type Attendance = { readonly present: readonly UserId[]; readonly guests: string; readonly deputy: UserId | undefined; readonly deputyFor: UserId | undefined };

/** A team meeting begins. The same page sent twice is one meeting. */
export const startMeeting = command({
  name: 'cases.start_meeting',
  schema: z.strictObject({ meetingId: idField(), ...ATTENDANCE }),
  facts: async (ctx: Context) => { const asker = await loadAsker(ctx); return asker && { asker }; },
  access: (actor) => mayHoldMeeting(actor),
  run: async (ctx, { meetingId, ...attendance }, { asker }) => {
    const rows = attendanceRows(meetingId, attendance, [], asker);
    if (!rows.ok) return rows;
    const isNew = await insertMeeting(ctx.tx, ctx.regionId, {
      meeting_id: meetingId, held_on: osloDay(ctx.now), opened_by: asker.userId, opened_at: ctx.now, ended_at: null, version: 1, sealed: sealNotes(ctx, meetingId, 1, { guests: attendance.guests }),
    });
    if (isNew) await savePresent(ctx.tx, ctx.regionId, rows.value);
    return done({ meetingId });
  },
});

/** Who is in the room now. The agenda on the screen follows: what one of them may not know of is gone from it. */
export const setAttendance = command({
  name: 'cases.set_attendance',
  schema: z.strictObject({ meetingId: idField(), ...ATTENDANCE }),
  facts: (ctx: Context, input) => meetingFacts(ctx, input.meetingId),
  access: (actor) => mayHoldMeeting(actor),
  run: async (ctx, { meetingId, ...attendance }, facts) => {
    if (facts.meeting.ended_at !== null) return refuseCase('meeting_over');
    const rows = attendanceRows(meetingId, attendance, facts.present, facts.asker);
    if (!rows.ok) return rows;
    const saved = await saveNotes(ctx, facts, { ...openNotes(ctx, facts.meeting), guests: attendance.guests }, false);
    if (saved !== undefined) return saved;
    await savePresent(ctx.tx, ctx.regionId, rows.value);
    return done({ meetingId });
  },
});

/** The meeting is over. What was learnt can be read by all who come to the page of meetings, so it may not tell whom it was about. */
export const endMeeting = command({
  name: 'cases.end_meeting',
  schema: z.strictObject({ meetingId: idField(), learning: textField(MEETING_MOST.learning), notNames: z.array(z.string().max(MEETING_MOST.learning)).max(200) }),
  facts: (ctx: Context, input) => meetingFacts(ctx, input.meetingId),
  access: (actor) => mayHoldMeeting(actor),
  run: async (ctx, { meetingId, learning, notNames }, facts) => {
    if (facts.meeting.ended_at !== null) return done({ meetingId });
    const faults = unnamedFaults({ learning }, notNames);
    if (Object.keys(faults).length > 0) return refuse('bad_input', faults);
    return await saveNotes(ctx, facts, { ...openNotes(ctx, facts.meeting), learning }, true) ?? done({ meetingId });
  },
});

/** What the meeting said about one case, written into that case with the date and who was in the room. */
export const minuteMeeting = command({
  name: 'cases.minute_meeting',
  schema: z.strictObject({ meetingId: idField(), caseId: idField<'file'>(), newId: idField(), ...stepFields('minuteMeeting') }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input) => meetingCaseFacts(ctx, input.meetingId, input.caseId),
  access: (actor, { asked }) => mayWriteInMeeting('minuteMeeting', actor, asked, asked.asker.now),
  run: (ctx, input, facts) => {
    const { newId, ...answers }: { readonly newId: string } & Record<string, unknown> = input;
    const { meeting, present } = facts;
    const minutes = answers['minutes'] as string; // the rule's own check refuses what is missing before it is read
    return inTheCase(ctx, facts, (state, { guests }, own) => decideMinute(state, { minuteId: newId, meetingId: meeting.meeting_id, heldOn: meeting.held_on, present: presentIn(present), guests, minutes }, own));
  },
});

/** Names on the screen, by choice: on which basis stands in the case before anybody sees them. */
export const nameInMeeting = command({
  name: 'cases.name_in_meeting',
  schema: z.strictObject({ meetingId: idField(), caseId: idField<'file'>(), ...stepFields('nameInMeeting') }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input) => meetingCaseFacts(ctx, input.meetingId, input.caseId),
  access: (actor, { asked }) => mayWriteInMeeting('nameInMeeting', actor, asked, asked.asker.now),
  run: (ctx, input, facts) => {
    const answers: Record<string, unknown> = input;
    const said = { basis: answers['basis'] as Basis, grounds: answers['grounds'] as string, restsOn: answers['restsOn'] as string | undefined, withinConsent: answers['withinConsent'] as WithinConsent[] | undefined }; // the rule's own check refuses what is missing or not offered before it is read
    return inTheCase(ctx, facts, (state, { guests }, own) => decideNameInMeeting(state, { ...said, meetingId: facts.meeting.meeting_id, present: roomOf(facts), guests }, own));
  },
});

/** While the meeting lasts, and while nobody is in the room who may not know of the case. */
async function inTheCase(ctx: Context, facts: MeetingCaseFacts, decide: (state: CaseState, notes: MeetingNotes, own: DecisionContext) => Decision) {
  const { asked, meeting } = facts;
  if (meeting.ended_at !== null) return refuseCase('meeting_over');
  if (!isForTheRoom(asked, wholeRoom(ctx, facts))) return refuseCase('meeting_changed');
  if (mustProve(ctx.actor, asked.facts.strict, ctx.now, 'writes')) return refuseCase('sign_in_again');
  const notes = openNotes(ctx, meeting);
  const outcome = await changeFile(ctx, CASE_FILE, asked.facts.fileId, (state) => decide(leaveOut(state, asked.leftOut, ctx.now), notes, decisionContext(asked)));
  return outcome.ok ? done({ meetingId: meeting.meeting_id, fileId: asked.facts.fileId }) : outcome;
}

/** Whoever came stays on the list; whoever is not ticked now has gone out. */
function attendanceRows(meetingId: string, { present, deputy, deputyFor }: Attendance, before: readonly PresentRow[], asker: Asker): Outcome<PresentRow[]> {
  if (present.length === 0) return refuse('bad_input', { present: 'missing' });
  const known = (user: UserId) => asker.colleagues.some((member) => member.userId === user && (mayAttend(member) || before.some((row) => row.user_id === user)));
  if (!present.every(known)) return refuse('bad_input', { present: 'not_offered' });
  if (deputy !== undefined && (deputyFor === undefined || deputyFor === deputy || !present.includes(deputy) || !asker.colleagues.some(({ userId }) => userId === deputyFor))) return refuse('bad_input', { deputyFor: 'not_offered' });
  const users = [...new Set([...before.map((row) => row.user_id), ...present])];
  return done(users.map((user) => {
    const old = before.find((row) => row.user_id === user);
    return { meeting_id: meetingId, user_id: user, deputy_for: user === deputy ? deputyFor ?? null : old?.deputy_for ?? null, in_room: present.includes(user) };
  }));
}

async function saveNotes(ctx: Context, { meeting }: MeetingFacts, notes: MeetingNotes, over: boolean): Promise<Refusal | undefined> {
  const sealed = sealNotes(ctx, meeting.meeting_id, meeting.version + 1, notes);
  const kept = await changeMeeting(ctx.tx, ctx.regionId, { meeting_id: meeting.meeting_id, version: meeting.version, sealed, ended_at: over ? ctx.now : null });
  return kept ? undefined : refuse('changed_meanwhile');
}
