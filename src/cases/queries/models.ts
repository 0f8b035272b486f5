import type { FileId, MunicipalityId, UserId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { LocalChoice, LocalValue } from '../../regions/codes.ts';
import type { CaseTypeWords } from '../../regions/public.ts';
import type { AfterConsultation, OnItsWay, OtherRegion, Dialogue, DraftLine, ReportContent, WindowState, Workplace } from '../../reports/public.ts';
import type { DecidedSupervision } from '../../staff/public.ts';
import type { Standing } from '../access.ts';
import type { CaseState } from '../case.ts';
import type { RunningClock } from '../clocks.ts';
import type { CaseType } from '../codes.ts';
import type { DayNeed } from '../day.ts';
import type { CaseEvent } from '../events.ts';
import type { LookedAt } from '../looked.ts';
import type { NextStep } from '../next-steps.ts';
import type { Awaited, Besides } from '../projection.ts';
import type { Veils } from '../secrecy.ts';
import type { AskOutside } from '../store/expert.ts';
import type { CaseStatus } from '../status.ts';
import type { LeftText } from './left-texts.ts';

/** Names by id: of the staff by user id, of member municipalities by municipality id. An id that is not there has no name to show. */
export type Names = Readonly<Record<string, string>>;

/** A clock as lists show it; `due` is exclusive. Late is neither red nor statutory: «vår frist». */
export type ListClock = Pick<RunningClock, 'clock' | 'due' | 'late'>;

/** One line of the work list. No name of the person stands in it. */
export type CaseRow = {
  readonly fileId: FileId;
  readonly reference: string;
  /** what the person wants to be called, else initials; undefined where the reader may not read the case, or has not answered the question yet */
  readonly alias: string | undefined;
  readonly status: CaseStatus;
  readonly caseType: CaseType | undefined;
  /** classified by one person, a second one still to confirm */
  readonly provisional: boolean;
  readonly akutt: boolean;
  readonly owner: MunicipalityId | undefined;
  readonly lead: UserId | undefined;
  readonly receivedAt: Instant;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | undefined;
  /** the nearest deadline */
  readonly next: ListClock | undefined;
  readonly awaits: Awaited | undefined;
  readonly besides: Pick<Besides, 'by'> | undefined;
  /** may open the case; false for a leader, who only knows that it exists */
  readonly mayOpen: boolean;
  /** the question about impartiality comes first */
  readonly mustDeclare: boolean;
};

export const LIST_SORTS = ['deadline', 'opened', 'updated'] as const;
export type ListSort = (typeof LIST_SORTS)[number];
export const LIST_SHOWS = ['open', 'closed'] as const;
export type ListShow = (typeof LIST_SHOWS)[number];

/** What the address of the list says; a value that is none of ours counts as not given. */
export type CaseListFilter = {
  readonly show: ListShow;
  readonly status: CaseStatus | undefined;
  readonly caseType: CaseType | undefined;
  /** cases that I lead */
  readonly mine: boolean;
  readonly akutt: boolean;
  /** a deadline has passed */
  readonly late: boolean;
  readonly municipality: MunicipalityId | undefined;
  /** a whole reference, as people read it out */
  readonly reference: string | undefined;
  /** deadline: nearest first, those without last · opened, updated: newest first */
  readonly sort: ListSort;
  /** from 1 */
  readonly page: number;
};

/** Every number here was counted after access: who may see less, counts less. */
export type CaseList = {
  readonly filter: CaseListFilter;
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly pages: number;
  /** of all open cases this person finds, whatever the filter */
  readonly counts: { readonly open: number; readonly mine: number; readonly akutt: number; readonly late: number };
  readonly names: Names;
  readonly municipalities: Names;
  readonly now: Instant;
};

/** One report as the case holds it, additions in the order they came, and the talk with whoever reported. */
export type CaseReport = {
  readonly fileId: FileId; readonly reference: string; readonly contents: readonly { readonly at: Instant; readonly report: ReportContent }[]; /** those it came after, for whoever sees consultations */ readonly consultations: readonly AfterConsultation[]; /** the region's own values in the first of them */ readonly local: readonly LocalChoice[];
  readonly dialogue: Dialogue; readonly window: WindowState; /** how much of all that came had been read before this reading */ readonly readPartsBefore: number;
};

export type AccessInCase = { readonly how: Extract<Standing, 'coordinator' | 'case_lead' | 'restricted' | 'supervision' | 'granted' | 'reception' | 'asked' | 'emergency'>; /** exclusive; undefined: no end set */ readonly until: Instant | undefined };

/** Somebody of the staff who can have a part in a case. */
export type CaseColleague = {
  readonly userId: UserId;
  readonly name: string;
  readonly unit: string;
  readonly municipality: MunicipalityId | undefined;
  readonly roles: readonly string[];
  /** inhabil in this case */
  readonly excluded: boolean;
  readonly canLead: boolean;
  /** today, with somebody who stands in for them; known where somebody may be asked by name */
  readonly away: boolean;
  /** access can be given to them */
  readonly canBeGranted: boolean;
  readonly access: AccessInCase | undefined;
};

export type CaseAsker = { readonly userId: UserId; readonly roles: readonly string[]; readonly standing: Standing; /** of a strictly confidential case: is named for it, or the reserve who steps in; of any other, true */ readonly keeps: boolean };

type Opened = { readonly fileId: FileId; readonly reference: string; readonly asker: CaseAsker; readonly now: Instant };

/** The page before content (fvl § 6): nothing of the case but its reference. `steps`: what may be done without reading. `signIn`: the address is strictly confidential, and it was some time ago that the asker proved who they are; then nothing else is asked. */
export type CaseQuestion = Opened & { readonly mustDeclare: true; readonly signIn: boolean; readonly status: CaseStatus; readonly akutt: boolean; /** of the form on its page */ readonly newId: string; /** asked for apart (workplace.ts) */ readonly workplace?: Workplace | undefined; readonly steps: readonly NextStep[] };

export type CaseContent = Opened & {
  readonly mustDeclare: false;
  readonly state: CaseState;
  /** the whole journal, oldest first: for the time line */
  readonly journal: readonly CaseEvent[];
  readonly alias: string | undefined;
  readonly reports: readonly CaseReport[];
  readonly names: Names;
  /** every municipality of the region, also those that ended */
  readonly municipalities: Names;
  /** their names by number, as a report has them */
  readonly places: Names;
  /** those that a person can live in today, by name */
  readonly members: readonly MunicipalityId[];
  readonly steps: readonly NextStep[];
  readonly clocks: readonly RunningClock[];
  /** follow-ups that the region's rhythm proposes from now on */
  readonly followUps: readonly Day[];
  /** what must, should and may mean in this region */
  readonly caseTypeWords: CaseTypeWords;
  /** the region's own values of code lists that are offered today */
  readonly localValues: readonly LocalValue[];
  /** the members of staff with a role that can have a part in a case, by name */
  readonly colleagues: readonly CaseColleague[];
  /** id for the measure or note that is written on this page: the same form sent twice is one entry */
  readonly newId: string;
  /** what is covered here; it is not in the model either */
  readonly veils: Veils;
  /** how far each question to a professional has come outside */
  readonly experts: readonly AskOutside[];
  /** where a case can go within this system, for whoever may propose it; else empty */
  readonly otherRegions: readonly Pick<OtherRegion, 'regionId' | 'name'>[];
  /** how far it has come to the region that it was sent to; undefined while it is on no way */
  readonly onItsWay: OnItsWay | undefined;
  /** colleagues who are writing in the journal now */
  readonly writing: readonly UserId[];
  /** what colleagues who have lost the case had typed and not sent, for those who answer for it */
  readonly left: readonly LeftText[];
};

export type OpenCase = CaseQuestion | CaseContent;

/** What one person did with a case on one day in Oslo, and by which right. */
export type LookedLine = { readonly who: UserId; readonly day: Day; readonly first: Instant; readonly last: Instant; readonly did: readonly LookedAt[] };

/** «Hvem har sett på saken?», the newest day first. */
export type WhoLooked = {
  readonly fileId: FileId; readonly reference: string; readonly lines: readonly LookedLine[]; readonly names: Names;
  /** from 1 */
  readonly page: number; readonly pages: number; readonly now: Instant;
  /** who supervised, for whom and on what ground: each opening of theirs has it beside it */
  readonly supervisions: readonly Pick<DecidedSupervision, 'userId' | 'supervisor' | 'basis' | 'from' | 'until'>[];
};

/** One line of somebody's day: `reason`, `step` and `clock` as day.ts has them; the words of a reason stand in texts.ts under `day.<reason>`. */
export type DayLine = DayNeed & {
  readonly fileId: FileId;
  readonly reference: string;
  readonly alias: string | undefined;
  /** how somebody who gave a name of their own wants to be met, for whoever gets in touch with them */
  readonly way: string | undefined;
  readonly status: CaseStatus;
  readonly caseType: CaseType | undefined;
  readonly akutt: boolean;
  readonly owner: MunicipalityId | undefined;
  /** false for a leader, who only learns that it is late */
  readonly mayOpen: boolean;
  /** the question about impartiality comes first */
  readonly mustDeclare: boolean;
};

/** Access in an emergency: how many wait for me to go through them, the first by when (exclusive), and what I have myself now. */
export type DayEmergencies = { readonly waiting: number; readonly due: Instant | undefined; readonly mine: readonly { readonly fileId: FileId; readonly reference: string; readonly until: Instant }[] };

/**
 * What is no step of a case, and somebody should know of all the same: a text that waits for whoever has the case (decision 0096), a case that one person closed alone (decision 0092).
 * `count`: of texts; 1 of anything else. `mayOpen`: the page of the case opens for whoever reads the line.
 */
export type DayAside = { readonly kind: 'left_text' | 'closed_alone'; readonly count: number } & Pick<CaseRow, 'fileId' | 'reference' | 'alias' | 'mayOpen'>;

/** Only what needs me, the most urgent first. Empty is the goal. `more`: there is more than is shown. */
/** `review`: what a leader has left to look at, of the oldest month in which something is left. */
export type MyDay = { readonly asides: readonly DayAside[]; /** something waits for too long that they may not see, and they heard of it as a leader or the reserve */ readonly hears: boolean; /** their own at the desk that they have not sent, as after a power cut in the middle of one */ readonly talks: readonly DraftLine[]; readonly review?: { readonly month: string; readonly left: number; readonly due: Instant } | undefined; readonly lines: readonly DayLine[]; readonly more: boolean; readonly municipalities: Names; readonly now: Instant; readonly emergencies: DayEmergencies; /** of whoever supervises: what they may read, each with its last day */ readonly supervises: readonly Pick<DecidedSupervision, 'grantId' | 'municipalities' | 'lastDay'>[] };
