import type { UserId } from '../kernel/ids.ts';
import { addMs, DAY_MS, osloDay, type Instant } from '../kernel/time.ts';
import { isReminder, type ClockId } from '../regions/codes.ts';
import type { Standing } from './access.ts';
import { isInTeam } from './conditions.ts';
import { deadlines } from './clocks.ts';
import type { CaseProjection, DueClock } from './projection.ts';
import { endsSoon } from './protection.ts';
import { isClosed, LED_STATUSES } from './status.ts';
import { isSupervisor } from './supervision.ts';
import type { StepKey } from './workflow.ts';

/** Why a case is on somebody's day, in the order of urgency. */
export const DAY_REASONS = [
  'akutt_review', 'akutt', 'answer_question', 'read_report', 'proposal_voided', 'read_handover', 'confirm_classification', 'confirm_not_a_case', 'confirm_transfer', 'confirm_receipt', 'close_case', 'nobody_closes', 'confirm_lowering', 'hand_over', 'plan_prompt', 'protection_ends', 'review_sharing', 'expert_answer', 'review_warning', 'review_day', 'duties', 'assess', 'late',
  'protection_soon', 'assess_risk', 'review_plan', 'write_plan', 'no_lead', 'child_feedback', 'inform_again', 'start_investigation', 'check_police', 'conclude_investigation', 'start_follow_up', 'follow_up', 'propose_closing', 'measure',
] as const;
export type DayReason = (typeof DAY_REASONS)[number];

/** Whose day it is, and how they stand to this case. */
export type DayPerson = {
  readonly userId: UserId;
  readonly roles: readonly string[];
  readonly standing: Standing;
  readonly mustDeclare: boolean;
  /** nobody else can decide the closing that waits */
  readonly nobodyDecides?: boolean | undefined;
  /** the team has been so small that they may decide their own (alone.ts) */
  readonly closesAlone?: boolean | undefined;
};

/** `step`: what the reason asks for; undefined where the case is to be looked at. `due` is exclusive. */
export type DayNeed = { readonly reason: DayReason; readonly step: StepKey | undefined; readonly clock: (DueClock & { readonly late: boolean }) | undefined };

/** A follow-up or a measure's day is nobody's business today until it is this near. */
const SOON = 7 * DAY_MS;

type Case = Pick<CaseProjection, 'status' | 'provisional' | 'akutt' | 'lead' | 'inReception' | 'awaits' | 'clocks' | 'reportUnread' | 'voidedBy'> & { readonly besides: Pick<NonNullable<CaseProjection['besides']>, 'by'> | undefined };
type Ask = { readonly reason: DayReason; readonly step?: StepKey; readonly clock?: ClockId };

/** The one thing a case needs of a person today, or undefined: nothing. A case that waits for somebody else is not on my day until it is late. */
export function dayNeed(file: Case, person: DayPerson, now: Instant): DayNeed | undefined {
  if (isSupervisor(person)) return undefined;
  const clock = (id: ClockId | undefined) => {
    const found = id === undefined ? undefined : file.clocks.find((one) => one.clock === id);
    return found && { ...found, late: now >= found.due && !isReminder(found.clock) };
  };
  const [nearest] = deadlines(file.clocks);
  const asked = dangerLate(file, person, now) ?? question(person) ?? joined(file, person) ?? fell(file, person) ?? handOver(file, person) ?? unsafe(file, person, now) ?? sharing(file, person) ?? receipt(file, person) ?? expert(file, person, now) ?? warning(file, person, now) ?? reviewDay(file, person, now) ?? duties(file, person) ?? second(file, person) ?? assess(file, person) ?? safety(file, person, now) ?? noPlan(file, person, now) ?? asksAgain(file, person, now)
    ?? leading(file, person, now) ?? overdue(file, person, now) ?? (file.akutt && reads(person) ? { reason: 'akutt', clock: 'AKUTT_REVIEW' } satisfies Ask : undefined);
  if (asked === undefined) return undefined;
  return { reason: asked.reason, step: asked.step, clock: clock(asked.clock) ?? (nearest && { ...nearest, late: now >= nearest.due }) };
}

/** Danger first, then what is late, then by reason, then by deadline. */
export function moreUrgent(a: DayNeed & { readonly akutt: boolean }, b: DayNeed & { readonly akutt: boolean }): number {
  const rank = (need: typeof a) => [need.akutt ? 0 : 1, need.clock?.late === true ? 0 : 1, DAY_REASONS.indexOf(need.reason)] as const;
  const [first, second_] = [rank(a), rank(b)];
  const at = first.findIndex((value, index) => value !== second_[index]);
  if (at >= 0) return (first[at] ?? 0) - (second_[at] ?? 0);
  return (a.clock?.due ?? '9999') < (b.clock?.due ?? '9999') ? -1 : 1;
}

function reads({ standing }: DayPerson): boolean {
  return standing === 'coordinator' || standing === 'case_lead' || standing === 'granted' || standing === 'reception' || standing === 'asked';
}

function dangerLate(file: Case, person: DayPerson, now: Instant): Ask | undefined {
  const late = file.clocks.some(({ clock, due }) => clock === 'AKUTT_REVIEW' && now >= due);
  return late && reads(person) ? { reason: 'akutt_review', step: 'reviewAkutt', clock: 'AKUTT_REVIEW' } : undefined;
}

/** Somebody let me in, or made me case lead. A coordinator is asked when the case needs a coordinator. */
function question({ standing, mustDeclare }: DayPerson): Ask | undefined {
  return mustDeclare && (standing === 'case_lead' || standing === 'granted') ? { reason: 'answer_question', step: 'declareImpartiality' } : undefined;
}

/** Something new came to a case that I lead, and I did not take it in myself. */
function joined({ reportUnread, lead }: Case, person: DayPerson): Ask | undefined {
  return reportUnread && lead === person.userId && isInTeam(person) ? { reason: 'read_report', step: 'readReport' } : undefined;
}

/** What I proposed would have ended the case, and fell since something came into it that I had not read. */
function fell({ voidedBy }: Case, person: DayPerson): Ask | undefined {
  return voidedBy === person.userId && reads(person) ? { reason: 'proposal_voided' } : undefined;
}

function handOver(file: Case, person: DayPerson): Ask | undefined {
  if (!file.inReception) return undefined;
  if (file.status === 'MOTTATT') return person.roles.includes('MOTTAK') && reads(person) ? { reason: 'hand_over', step: 'handOver', clock: 'SEEN' } : undefined;
  // who confirms has read it by that: one press, not two
  return person.standing === 'coordinator' && second(file, person) === undefined ? { reason: 'read_handover', step: 'readHandover', clock: 'SEEN' } : undefined;
}

/** What was shared, or is done, on a consent that fell: the page of the case has the form for each. */
function sharing(file: Case, { userId, standing }: DayPerson): Ask | undefined {
  const fell = file.clocks.some(({ clock }) => clock === 'SHARING_REVIEW');
  return fell && (standing === 'coordinator' || (standing === 'case_lead' && file.lead === userId)) ? { reason: 'review_sharing', clock: 'SHARING_REVIEW' } : undefined;
}

/** A professional outside has answered, or their time is up. In a closed case nobody leads any more: every coordinator is told too. */
function expert(file: Case, person: DayPerson, now: Instant): Ask | undefined {
  return file.clocks.some(({ clock, due }) => clock === 'EXPERT_ANSWER' && now >= due) && (answers(file, person) || (isClosed(file.status) && person.standing === 'coordinator')) ? { reason: 'expert_answer', clock: 'EXPERT_ANSWER' } : undefined;
}

/** Nobody knows whether what was transferred arrived. */
function receipt({ status, clocks }: Case, { standing }: DayPerson): Ask | undefined {
  return status === 'OVERFORT' && standing === 'coordinator' && clocks.some(({ clock }) => clock === 'TRANSFERRED') ? { reason: 'confirm_receipt', step: 'confirmReceipt', clock: 'TRANSFERRED' } : undefined;
}

/** The day on which a warning is looked over has come. */
function warning(file: Case, { userId, standing }: DayPerson, now: Instant): Ask | undefined {
  const due = file.clocks.some(({ clock, due: at }) => clock === 'WARNING_REVIEW' && now >= at);
  return due && (standing === 'coordinator' || (standing === 'case_lead' && file.lead === userId)) ? { reason: 'review_warning', step: 'reviewWarning', clock: 'WARNING_REVIEW' } : undefined;
}

/** The day has come on which somebody wanted to look over a restriction or the card for the night; a restriction also stands in a closed case. */
function reviewDay(file: Case, person: DayPerson, now: Instant): Ask | undefined {
  return file.clocks.some(({ clock, due }) => clock === 'REVIEW_DAY' && now >= due) && (answers(file, person) || (isClosed(file.status) && person.standing === 'coordinator')) ? { reason: 'review_day', clock: 'REVIEW_DAY' } : undefined;
}

/** What protects ends within days, or the suspected abuser is somewhere else now: this comes before the ordinary steps. */
function unsafe(file: Case, person: DayPerson, now: Instant): Ask | undefined {
  if (!answers(file, person)) return undefined;
  if (file.clocks.some(({ clock, due }) => clock === 'PLAN_PROMPT' && addMs(due, -SOON) <= now)) return { reason: 'plan_prompt', clock: 'PLAN_PROMPT' };
  return protectionEnds(file, now) === 'now' ? { reason: 'protection_ends', step: 'renewProtection', clock: 'PROTECTION_END' } : undefined;
}

/** The first reminder of what ends, a risk to be assessed anew, a plan to be gone through: on the day, and not before. */
function safety(file: Case, person: DayPerson, now: Instant): Ask | undefined {
  if (!answers(file, person)) return undefined;
  const today = (id: ClockId) => file.clocks.some(({ clock, due }) => clock === id && addMs(due, -DAY_MS) <= now);
  if (protectionEnds(file, now) === 'soon') return { reason: 'protection_soon', step: 'renewProtection', clock: 'PROTECTION_END' };
  if (today('RISK_REVIEW')) return { reason: 'assess_risk', step: 'assessRisk', clock: 'RISK_REVIEW' };
  return today('PLAN_REVIEW') ? { reason: 'review_plan', step: 'reviewSafetyPlan', clock: 'PLAN_REVIEW' } : undefined;
}

/** A reminder, grey: it takes the place of an ordinary step, and of nothing that is late. */
function noPlan(file: Case, person: DayPerson, now: Instant): Ask | undefined {
  if (!answers(file, person) || deadlines(file.clocks).some(({ due }) => now >= due)) return undefined;
  return file.clocks.some(({ clock, due }) => clock === 'PLAN_MISSING' && addMs(due, -DAY_MS) <= now) ? { reason: 'write_plan', clock: 'PLAN_MISSING' } : undefined;
}

function protectionEnds({ clocks }: Case, now: Instant): 'soon' | 'now' | undefined {
  const next = clocks.find(({ clock }) => clock === 'PROTECTION_END');
  return next && endsSoon(osloDay(addMs(next.due, -1)), osloDay(now));
}

/** Something was told that a duty may follow from: whoever leads the case answers, or the coordinator where nobody leads it. */
function duties(file: Case, person: DayPerson): Ask | undefined {
  return file.clocks.some(({ clock }) => clock === 'DUTIES') && answers(file, person) ? { reason: 'duties', clock: 'DUTIES' } : undefined;
}

/** A day that somebody set, or that child protection has, is nobody's business before it has come. */
function asksAgain(file: Case, person: DayPerson, now: Instant): Ask | undefined {
  if (!answers(file, person)) return undefined;
  const today = (id: ClockId) => file.clocks.some(({ clock, due }) => clock === id && addMs(due, -DAY_MS) <= now);
  if (today('CHILD_FEEDBACK')) return { reason: 'child_feedback', step: 'recordChildFeedback', clock: 'CHILD_FEEDBACK' };
  if (file.status !== 'OPPFOLGING' && today('FOLLOW_UP')) return { reason: 'follow_up', step: 'recordFollowUp', clock: 'FOLLOW_UP' };
  return today('INFORM_AGAIN') ? { reason: 'inform_again', clock: 'INFORM_AGAIN' } : undefined;
}

function answers({ lead }: Case, { userId, standing }: DayPerson): boolean {
  return (standing === 'case_lead' && lead === userId) || (standing === 'coordinator' && (lead === undefined || lead === userId));
}

const CONFIRMING = {
  CLASSIFICATION: { reason: 'confirm_classification', step: 'confirmClassification', clock: 'ASSESSED' },
  NOT_A_CASE: { reason: 'confirm_not_a_case', step: 'confirmNotACase', clock: 'ASSESSED' },
  TRANSFER: { reason: 'confirm_transfer', step: 'confirmTransfer', clock: 'TRANSFERRED' },
  NEW_PROPOSAL: { reason: 'assess', step: 'proposeClassification', clock: 'ASSESSED' },
} as const satisfies Readonly<Record<string, Ask>>;

function second(file: Case, person: DayPerson): Ask | undefined {
  if (!reads(person)) return undefined;
  const { besides } = file;
  return toConfirm(file, person) ?? (besides !== undefined && besides.by !== person.userId && isInTeam(person) ? { reason: 'confirm_lowering', step: 'confirmLowering' } : undefined);
}

function toConfirm({ awaits }: Case, person: DayPerson): Ask | undefined {
  // Another region has to take it: nobody here can, and once its time is out it is late.
  if (awaits === undefined || awaits.kind === 'RECEIPT') return undefined;
  const coordinator = person.standing === 'coordinator' || (person.standing === 'asked' && person.roles.includes('KOORDINATOR'));
  const another = awaits.by !== person.userId;
  if (awaits.kind === 'CLOSING' && person.nobodyDecides === true && !another) return { reason: 'nobody_closes', step: 'returnClosing', clock: 'CLOSING' };
  if (awaits.kind === 'CLOSING') return coordinator && (another || person.closesAlone === true) ? { reason: 'close_case', step: 'closeCase', clock: 'CLOSING' } : undefined;
  if (!another || !isInTeam(person) || !(awaits.byCoordinator || coordinator)) return undefined;
  return CONFIRMING[awaits.kind];
}

function assess(file: Case, { standing }: DayPerson): Ask | undefined {
  return standing === 'coordinator' && file.status === 'TIL_VURDERING' && file.awaits === undefined ? { reason: 'assess', step: 'proposeClassification', clock: 'ASSESSED' } : undefined;
}

function leading(file: Case, person: DayPerson, now: Instant): Ask | undefined {
  if (file.lead !== person.userId || !isInTeam(person)) return undefined;
  const near = (id: ClockId) => file.clocks.some(({ clock, due }) => clock === id && addMs(due, -SOON) <= now);
  switch (file.status) {
    case 'KLASSIFISERT': return file.provisional && !file.akutt ? undefined : { reason: 'start_investigation', step: 'startInvestigation', clock: 'INVESTIGATION' };
    case 'UNDERSOKES': return file.provisional ? undefined : { reason: 'conclude_investigation', step: 'concludeInvestigation', clock: 'CONCLUSION' };
    case 'VENTER_POLITI': return near('POLICE_CHECK') ? { reason: 'check_police', step: 'checkPolice', clock: 'POLICE_CHECK' } : undefined;
    case 'TILTAK': return { reason: 'start_follow_up', step: 'startFollowUp' };
    case 'OPPFOLGING':
      if (near('FOLLOW_UP')) return { reason: 'follow_up', step: 'recordFollowUp', clock: 'FOLLOW_UP' };
      if (!file.clocks.some(({ clock }) => clock === 'FOLLOW_UP')) return { reason: 'propose_closing', step: 'proposeClosing' };
      return near('MEASURE') ? { reason: 'measure', step: 'updateMeasure', clock: 'MEASURE' } : undefined;
    default: return undefined;
  }
}

/** What is late, for those who answer for the region or the municipality; and a case that nobody leads. */
function overdue(file: Case, { standing }: DayPerson, now: Instant): Ask | undefined {
  if (standing !== 'coordinator' && standing !== 'leader_of_municipality' && standing !== 'case_lead') return undefined;
  const late = deadlines(file.clocks).find(({ due }) => now >= due);
  if (late !== undefined) return { reason: 'late', clock: late.clock };
  const led = LED_STATUSES.some((status) => status === file.status);
  return led && file.lead === undefined && standing === 'coordinator' ? { reason: 'no_lead', step: 'changeLead' } : undefined;
}
