import type { FileId, UserId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { AgeBand, Gender } from '../../people/codes.ts';
import type { AgendaItem } from '../agenda.ts';
import type { CaseMeasure } from '../case.ts';
import type { RunningClock } from '../clocks.ts';
import type { CaseType } from '../codes.ts';
import type { NextStep } from '../next-steps.ts';
import type { ConsentGiven } from '../sharing.ts';
import type { CaseStatus } from '../status.ts';
import type { Names } from './models.ts';

/** Somebody who can be at a meeting. `team`: of the operative team, and asked first. */
export type Attendee = { readonly userId: UserId; readonly name: string; readonly unit: string; readonly team: boolean };

export type MeetingList = {
  readonly meetings: readonly { readonly meetingId: string; readonly heldOn: Day; readonly over: boolean; readonly present: readonly UserId[]; readonly learning: string | undefined }[];
  readonly mayHold: boolean; readonly attendees: readonly Attendee[]; readonly names: Names;
  /** from 1 */
  readonly page: number; readonly pages: number;
  readonly newId: string; readonly now: Instant;
};

type Short = { readonly fileId: FileId; readonly reference: string; readonly status: CaseStatus; readonly akutt: boolean };

/** The case that is taken up. Nothing here says who it is about, unless `named`. */
export type MeetingCase = Short & (
  | { readonly readable: false; readonly mustDeclare: boolean; /** its address is strictly confidential, and it was some time ago that whoever holds the screen proved who they are */ readonly signIn: boolean }
  | {
    readonly readable: true; readonly gender: Gender | undefined; readonly ageBand: AgeBand | undefined; readonly caseType: CaseType | undefined; readonly lead: UserId | undefined; readonly clock: RunningClock | undefined;
    /** everybody: all in the room may read the case anyway; basis: names were opened for those in the room */
    readonly named: 'everybody' | 'basis' | undefined;
    readonly name: string | undefined;
    /** somebody asked that it is taken up; what about, once the name may be seen here */ readonly wish: { readonly about: string | undefined } | undefined;
    /** those that stand, for whoever opens the names; without a word of what they are about or who gave them, which would tell the name */
    readonly consents: readonly { readonly consentId: string; readonly status: ConsentGiven['status']; readonly toAll: ConsentGiven['toAll']; readonly own: boolean; readonly since: Day }[];
    readonly measures: readonly Pick<CaseMeasure, 'measure' | 'local' | 'due' | 'status'>[];
    readonly steps: readonly NextStep[];
    /** what this meeting has written; its words only where names are open, or everybody here heard them */
    readonly written: readonly { readonly minuteId: string; readonly text: string | undefined }[];
    /** the newest of an earlier meeting; its words only where names are open */
    readonly before: { readonly heldOn: Day; readonly text: string | undefined } | undefined;
  }
);

export type OpenMeeting = {
  readonly meetingId: string; readonly heldOn: Day; readonly over: boolean; readonly mayHold: boolean;
  readonly present: readonly { readonly userId: UserId; readonly deputyFor: UserId | undefined; readonly inRoom: boolean }[];
  readonly guests: string | undefined; readonly learning: string | undefined;
  readonly agenda: readonly (AgendaItem & { readonly reference: string })[];
  readonly others: readonly { readonly fileId: FileId; readonly reference: string }[];
  readonly taken: MeetingCase | undefined;
  readonly attendees: readonly Attendee[]; readonly names: Names; readonly newId: string; readonly now: Instant;
};

/** For one's own screen, before: whom to ask out of the room for which case. `here`: those who came. */
export type MeetingPlan = {
  readonly meetingId: string; readonly heldOn: Day; readonly apart: readonly { readonly fileId: FileId; readonly reference: string; readonly without: readonly UserId[]; /** no guest may be there either (domain reference §5.5) */ readonly guestsOut: boolean }[];
  readonly here: readonly UserId[]; readonly names: Names; readonly now: Instant;
};
