import type { UserId } from '../kernel/ids.ts';
import type { Writer } from '../kernel/journal/event.ts';
import { done } from '../kernel/outcome.ts';
import { osloDay, type Day, type Instant } from '../kernel/time.ts';
import type { Basis } from '../reports/codes.ts';
import type { CaseState } from './case.ts';
import type { DecisionContext } from './conditions.ts';
import { entry } from './events.ts';
import { check, type Decision } from './guard.ts';
import { restingOn, type Resting } from './resting.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** Somebody of the staff in the room; `deputyFor`: whom they came instead of. */
export type Present = { readonly userId: UserId; readonly deputyFor?: UserId | undefined };

/** What a team meeting said about one case: it stands in that case alone. */
export type MinutesContent = {
  readonly minuteId: string;
  readonly meetingId: string;
  readonly heldOn: Day;
  readonly present: readonly Present[];
  /** people who do not sign in here, as the meeting wrote them down: by organ and role */
  readonly guests?: string | undefined;
  readonly text: string;
};

/** On what ground those in the room were told who the case is about (fvl §§ 13 a, 13 b). */
export type NamingContent = {
  readonly meetingId: string;
  readonly present: readonly UserId[];
  readonly guests?: string | undefined;
  readonly basis: Basis;
  /** the consent it stands on, where the basis is one */
  readonly consentId?: string | undefined;
  readonly grounds: string;
};

export type MeetingPart = {
  /** somebody asked that the team takes the case up; gone once it has */
  readonly meetingWish: (Signed & { readonly about: string }) | undefined;
  readonly minutes: readonly (Signed & MinutesContent)[];
  readonly namings: readonly (Signed & NamingContent)[];
};

export const NO_MEETINGS: MeetingPart = { meetingWish: undefined, minutes: [], namings: [] };

/** «Be om å ta opp i teammøte». A newer wish takes the place of an older one. */
export function decideAskForMeeting(state: CaseState, input: { readonly meetingAbout: string }, ctx: DecisionContext): Decision {
  return check('askForMeeting', state, input, ctx) ?? done([entry('MeetingAsked', ctx.now, { about: input.meetingAbout })]);
}

export type Minute = Omit<MinutesContent, 'text'> & { readonly minutes: string };

/** The meeting's words about this case, with its date and those who were there. The same page sent twice is one entry. */
export function decideMinute(state: CaseState, { minutes: text, ...input }: Minute, ctx: DecisionContext): Decision {
  const no = check('minuteMeeting', state, { minutes: text }, ctx);
  if (no !== undefined) return no;
  if (state.minutes.some(({ minuteId }) => minuteId === input.minuteId)) return done([]);
  return done([entry('MeetingMinuted', ctx.now, { ...input, text })]);
}

export type NameInMeeting = Omit<NamingContent, 'consentId'> & Pick<Resting, 'restsOn' | 'withinConsent'>;

/** Names are opened by choice, on a ground that is written down before they stand on the screen. Refusals of restingOn (resting.ts) where it is a consent; only guests are receivers that one has to name. */
export function decideNameInMeeting(state: CaseState, { restsOn, withinConsent, ...input }: NameInMeeting, ctx: DecisionContext): Decision {
  const { basis, grounds } = input;
  const no = check('nameInMeeting', state, { basis, grounds, restsOn, withinConsent }, ctx);
  if (no !== undefined) return no;
  if (isNamedFor(state, input)) return done([]);
  const consent = restingOn(state, { basis, organ: input.guests, restsOn, withinConsent }, osloDay(ctx.now));
  return consent.ok ? done([entry('NamedInMeeting', ctx.now, { ...input, consentId: consent.value })]) : consent;
}

/** Whether everybody who is in this room now was there when it was written: minutes say what was said while names were open, too. @param room without whoever reads the case anyway */
export function isHeardBy(minute: Pick<MinutesContent, 'present' | 'guests' | 'meetingId'>, room: Pick<NamingContent, 'meetingId' | 'present' | 'guests'>): boolean {
  return minute.meetingId === room.meetingId && room.present.every((one) => minute.present.some(({ userId }) => userId === one)) && (room.guests === undefined || room.guests === minute.guests);
}

/** Whether the names were opened for everybody who is in this room now. Who came in afterwards closes them again. */
export function isNamedFor({ namings }: MeetingPart, room: Pick<NamingContent, 'meetingId' | 'present' | 'guests'>): boolean {
  return namings.some(({ meetingId, present, guests }) => meetingId === room.meetingId && room.present.every((one) => present.includes(one)) && (room.guests === undefined || room.guests === guests));
}
