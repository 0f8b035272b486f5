import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { asId, isUuid } from '../../kernel/ids.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Day } from '../../kernel/time.ts';
import { regionClocks } from '../../regions/public.ts';
import { mustProve } from '../../staff/public.ts';
import { hasShelterBasis, shielded } from '../../reports/public.ts';
import { deadlines } from '../clocks.ts';
import { mayHoldMeeting, mayOpenMeeting, mayReadCase, maySeeInList, maySeeMeetings } from '../access.ts';
import { agendaOf, type Agenda } from '../agenda.ts';
import type { CaseState } from '../case.ts';
import { clocks } from '../clocks.ts';
import { decisionContext, isAskedIn, loadAsker, type AskedCase, type Asker } from '../commands/asked.ts';
import { isForTheRoom, mayAttend, mayKnow, openNotes, roomOf, wholeRoom, type MeetingFacts } from '../commands/meeting-facts.ts';
import { leaveOut } from '../evolve.ts';
import { CASE_FILE } from '../file.ts';
import { isHeardBy, isNamedFor } from '../meeting.ts';
import { nextSteps } from '../next-steps.ts';
import { standingConsents } from '../sharing.ts';
import { countMeetings, findMeeting, findMeetingBefore, listAnswers, listMeetings, listOpen, listPresent, listTaken, type CaseAnswer } from '../store/meeting.ts';
import type { Attendee, MeetingCase, MeetingList, MeetingPlan, OpenMeeting } from './meeting-models.ts';
import { colleagueNames, doors, finding, judged } from './rows.ts';

/** More open cases than these no team takes up around a table. */
const LOOKED_AT = 500;
const PAGE = 20;
const MOST_PAGES = 10_000;

/** The meetings that were held, the newest first, and what is needed to begin one. */
export const meetingList = query({
  name: 'cases.meetings',
  schema: z.strictObject({ page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1).default(1) }),
  facts: async (ctx: Context) => { const asker = await loadAsker(ctx); return asker && { asker }; },
  access: (actor) => maySeeMeetings(actor),
  run: async (ctx, { page }, { asker }) => {
    const rows = await listMeetings(ctx.tx, ctx.regionId, PAGE, (page - 1) * PAGE);
    const present = await listPresent(ctx.tx, ctx.regionId, rows.map((row) => row.meeting_id));
    const total = await countMeetings(ctx.tx, ctx.regionId);
    return done<MeetingList>({
      meetings: rows.map((row) => ({ meetingId: row.meeting_id, heldOn: row.held_on, over: row.ended_at !== null, present: present.filter((one) => one.meeting_id === row.meeting_id).map((one) => one.user_id), learning: openNotes(ctx, row).learning })),
      mayHold: mayHoldMeeting(ctx.actor).allow, attendees: attendees(asker), names: colleagueNames(asker), page, pages: Math.max(1, Math.ceil(total / PAGE)), newId: ctx.chance.uuid(), now: ctx.now,
    });
  },
});

type Facts = MeetingFacts & { readonly agenda: Agenda; readonly lines: readonly AskedCase[]; readonly taken: AskedCase | undefined; readonly answers: readonly CaseAnswer[] };

/**
 * The screen that all in the room look at. Its agenda is made of the open cases that whoever holds it finds, less those that anybody in the
 * room is left out of: no number, order or gap tells of them. One case is open at a time, so that no more is opened than is talked about.
 */
export const openMeeting = query({
  name: 'cases.meeting',
  schema: z.strictObject({ meetingId: idField(), caseId: z.string().refine(isUuid).transform((id) => asId<'file'>(id)).optional().catch(undefined) }),
  filesAsked: ({ caseId }) => (caseId === undefined ? [] : [caseId]),
  facts: async (ctx: Context, input): Promise<Facts | undefined> => {
    // The same statements whether there is such a meeting or not.
    const asker = await loadAsker(ctx);
    const meeting = await findMeeting(ctx.tx, ctx.regionId, input.meetingId);
    const present = await listPresent(ctx.tx, ctx.regionId, [input.meetingId]);
    if (asker === undefined) return undefined;
    const room = roomOf({ asker, present });
    const inRoom = meeting === undefined ? { users: room, guests: false } : wholeRoom(ctx, { asker, present, meeting });
    const lines = (await openLines(ctx, asker)).filter((one) => isForTheRoom(one, inRoom));
    const taken = await listTaken(ctx.tx, ctx.regionId, input.meetingId);
    const since = await findMeetingBefore(ctx.tx, ctx.regionId, meeting?.opened_at ?? asker.now);
    const agenda = agendaOf(lines.map(({ line }) => ({
      fileId: line.file_id, reference: line.reference, akutt: line.akutt, askedAt: line.meeting_asked_at ?? undefined, due: deadlines(line.clocks)[0]?.due, openedAt: line.opened_at, taken: taken.includes(line.file_id),
    })), since, asker.now);
    const wanted = lines.find(({ line }) => line.file_id === input.caseId)?.line.file_id ?? agenda.items.find((item) => !item.taken)?.fileId;
    const one = meeting?.ended_at === null ? lines.find(({ line }) => line.file_id === wanted) : undefined;
    const answers = await listAnswers(ctx.tx, ctx.regionId, one?.facts.fileId ?? asId<'file'>(input.meetingId), room);
    return meeting && { asker, meeting, present, agenda, lines, taken: one, answers };
  },
  access: (actor, { taken, asker }) => mayOpenMeeting(actor, taken, asker.now),
  run: async (ctx, _input, facts) => {
    const { asker, meeting, present, agenda, lines, taken } = facts;
    const notes = openNotes(ctx, meeting);
    const referenceOf = new Map(lines.map(({ line }) => [line.file_id, line.reference]));
    return done<OpenMeeting>(shielded({
      meetingId: meeting.meeting_id, heldOn: meeting.held_on, over: meeting.ended_at !== null, mayHold: mayHoldMeeting(ctx.actor).allow, guests: notes.guests, learning: notes.learning,
      present: present.map((row) => ({ userId: row.user_id, deputyFor: row.deputy_for ?? undefined, inRoom: row.in_room })),
      agenda: agenda.items.map((item) => ({ ...item, reference: referenceOf.get(item.fileId) ?? '' })), others: agenda.others.map((fileId) => ({ fileId, reference: referenceOf.get(fileId) ?? '' })),
      taken: taken === undefined ? undefined : await takenUp(ctx, facts, taken, notes.guests), attendees: attendees(asker), names: colleagueNames(asker), newId: ctx.chance.uuid(), now: ctx.now,
    }, hasShelterBasis(asker.roles)));
  },
});

/** The case on the screen: whom it is about in two words, unless all in the room may read it anyway or somebody opened the names on a basis. */
async function takenUp(ctx: Context, facts: Facts, asked: AskedCase, guests: string | undefined): Promise<MeetingCase> {
  const { line, asker } = asked;
  const short = { fileId: line.file_id, reference: line.reference, status: line.status, akutt: line.akutt };
  // domain reference §5.5: nothing of a strictly confidential one stands anywhere without a fresh sign-in
  const signIn = mustProve(ctx.actor, asked.facts.strict, asker.now);
  if (signIn || !mayReadCase(asked.actor, asked.facts, asker.now).allow) return { ...short, readable: false, signIn, mustDeclare: doors(asked).mustDeclare };
  const state = leaveOut((await openFile(ctx, CASE_FILE, line.file_id)).state, asked.leftOut, asker.now);
  const [room, meetingId] = [roomOf(facts), facts.meeting.meeting_id];
  const all = guests === undefined && room.every((user) => readsAnyway(user, asked, facts.answers));
  const here = { meetingId, present: room, guests };
  const named = all ? 'everybody' : isNamedFor(state, here) ? 'basis' : undefined;
  const running = clocks(state, await regionClocks(ctx), asker.now);
  const { gender, ageBand } = state.classification ?? state.start;
  return {
    ...short, readable: true, gender, ageBand, caseType: line.case_type ?? undefined, lead: state.lead, clock: running[0], named,
    name: named === undefined ? undefined : state.start.person.alias ?? state.start.person.name, wish: state.meetingWish && { about: named === undefined ? undefined : state.meetingWish.about }, consents: named === undefined ? standing(state, osloDay(asker.now)) : [],
    measures: state.measures.filter(({ status }) => status === 'PLANLAGT' || status === 'PAGAR').map(({ measure, local, due, status }) => ({ measure, local, due, status })),
    steps: nextSteps(state, decisionContext(asked)), written: state.minutes.filter((one) => one.meetingId === meetingId).map((one) => ({ minuteId: one.minuteId, text: named !== undefined || isHeardBy(one, { ...here, present: room.filter((user) => user !== asker.userId) }) ? one.text : undefined })),
    before: state.minutes.filter((one) => one.meetingId !== meetingId).slice(-1).map((one) => (named === undefined ? { heldOn: one.heldOn, text: undefined } : { heldOn: one.heldOn, text: one.text }))[0],
  };
}

function standing(state: CaseState, today: Day): Extract<MeetingCase, { readable: true }>['consents'] {
  return (['PERSON', 'OTHERS'] as const).flatMap((from) => standingConsents(state, from, today)).map(({ consentId, status, toAll, giver, recorded }) => ({ consentId, status, toAll, own: giver === undefined, since: osloDay(recorded.at) }));
}

/** Has a part in the case, and has answered the question, whether there is a meeting or not. */
function readsAnyway(user: Attendee['userId'], { facts, asker, line }: AskedCase, answers: readonly CaseAnswer[]): boolean {
  const member = asker.colleagues.find(({ userId }) => userId === user);
  if (member === undefined) return false;
  const own = answers.find((answer) => answer.user_id === user);
  // of an emergency only that of whoever asks is known here
  const theirs = { ...facts, excluded: false, named: line.named_only?.includes(user) === true, emergencyUntil: undefined, impartial: own?.impartial ?? false, grantedUntil: own?.granted_until ?? undefined, supervisionSince: own?.supervision_since ?? undefined, asked: isAskedIn(line, user, asker.now) };
  return mayReadCase({ userId: user, roles: member.roles, municipalities: [] }, theirs, asker.now).allow;
}

/**
 * Before the meeting, on one's own screen: which cases somebody of the team is left out of, so that they can be asked to go out while one is
 * taken up. Reference and names of colleagues alone; no file is opened.
 */
export const prepareMeeting = query({
  name: 'cases.prepare_meeting',
  schema: z.strictObject({ meetingId: idField() }),
  facts: async (ctx: Context, input): Promise<(MeetingFacts & { readonly lines: readonly AskedCase[] }) | undefined> => {
    const asker = await loadAsker(ctx);
    const lines = asker === undefined ? [] : await openLines(ctx, asker);
    const meeting = await findMeeting(ctx.tx, ctx.regionId, input.meetingId);
    const present = await listPresent(ctx.tx, ctx.regionId, [input.meetingId]);
    return asker && meeting && { asker, meeting, present, lines };
  },
  access: (actor) => mayHoldMeeting(actor),
  run: async (ctx, _input, { asker, meeting, present, lines }) => {
    const came = present.map((row) => row.user_id);
    const invited = [...new Set([...came, ...asker.team])];
    const guests = openNotes(ctx, meeting).guests !== undefined;
    const apart = lines.map((one) => ({ fileId: one.line.file_id, reference: one.line.reference, without: invited.filter((user) => !mayKnow(one, user)), guestsOut: guests && one.facts.strict }))
      .filter(({ without, guestsOut }) => without.length > 0 || guestsOut);
    for (const { fileId } of apart) ctx.touched.set(fileId, { seq: 0, mac: '' });
    const here = ({ without, guestsOut }: (typeof apart)[number]) => guestsOut || without.some((user) => came.includes(user));
    return done<MeetingPlan>({ meetingId: meeting.meeting_id, heldOn: meeting.held_on, apart: apart.toSorted((a, b) => Number(here(b)) - Number(here(a))), here: came, names: colleagueNames(asker), now: ctx.now });
  },
});

/** The open cases this person finds, each judged for them. */
async function openLines(ctx: Context, asker: Asker): Promise<AskedCase[]> {
  const own = finding(asker);
  if (own === undefined) return [];
  return judged(asker, await listOpen(ctx.tx, ctx.regionId, own, LOOKED_AT)).filter(({ actor, facts }) => maySeeInList(actor, facts, asker.now).allow);
}

function attendees({ colleagues }: Asker): Attendee[] {
  return colleagues.filter(mayAttend).map(({ userId, name, unit, roles }) => ({ userId, name, unit, team: roles.includes('KOORDINATOR') || roles.includes('TEAMMEDLEM') }));
}
