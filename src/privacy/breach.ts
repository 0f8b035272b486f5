import type { MunicipalityId } from '../kernel/ids.ts';
import { refuse, type Refusal } from '../kernel/outcome.ts';
import { addMs, DAY_MS, HOUR, osloDay, osloInstant, osloTime, toMs, type Instant } from '../kernel/time.ts';
import { dueOn } from './access-request.ts';
import type { Authority, Digital, Told } from './codes.ts';

/** A breach of personal data security (GDPR art. 4 nr. 12), as it is known now. */
export type Breach = {
  readonly what: string;
  /** whose personal data it is about: each municipality is its own controller (GDPR art. 4 no. 7). None: the joint reception, the shelter or all of them */
  readonly municipalities: readonly MunicipalityId[];
  readonly discoveredAt: Instant;
  /** how many people, as far as is known */
  readonly affected: number;
  /** which groups of people, which kinds of data; never who */
  readonly kinds: string;
  readonly consequences: string;
  readonly measures: string;
  readonly authority: Authority;
  readonly authorityAt: Instant | undefined;
  readonly authorityWhy: string;
  readonly told: Told;
  readonly toldWhy: string;
  /** an incident in a service that digitalsikkerhetsloven covers, and when each notice of § 17 was sent; absent in what was written before this was asked */
  readonly digital?: Digital | undefined;
  readonly digitalWarnedAt?: Instant | undefined;
  readonly digitalUpdatedAt?: Instant | undefined;
  readonly digitalReportAt?: Instant | undefined;
  /** what the notice holds beside what every breach says (digitalsikkerhetsforskriften § 17 first paragraph) */
  readonly digitalService?: string | undefined;
  readonly digitalCause?: string | undefined;
  readonly digitalUsers?: string | undefined;
  readonly digitalAbroad?: string | undefined;
};

const HOURS = 72;

/** When Datatilsynet is to be told at the latest: 72 hours after it was discovered, by the clock, also at night and at Easter (GDPR art. 33 nr. 1). */
export function tellBy(discoveredAt: Instant): Instant {
  return addMs(discoveredAt, HOURS * HOUR);
}

const DIGITAL_STEPS = ['digitalWarnedAt', 'digitalUpdatedAt', 'digitalReportAt'] as const;
export type DigitalStep = (typeof DIGITAL_STEPS)[number];

/**
 * The clocks of digitalsikkerhetsforskriften § 17: a notice within 24 hours after the provider learned of the incident (first paragraph), brought up to date
 * within 72 hours (second; from when it does not say, so we count from the same moment, the earliest), and an incident report within a month after
 * the notice was sent (third): undefined until it was. None where the act does not cover the service.
 */
export function digitalSteps(breach: Pick<Breach, 'digital' | 'discoveredAt' | DigitalStep>): readonly { readonly step: DigitalStep; readonly due: Instant | undefined; readonly at: Instant | undefined }[] {
  if (breach.digital !== 'JA') return [];
  const due: Readonly<Record<DigitalStep, Instant | undefined>> = {
    digitalWarnedAt: addMs(breach.discoveredAt, 24 * HOUR), digitalUpdatedAt: tellBy(breach.discoveredAt), digitalReportAt: breach.digitalWarnedAt === undefined ? undefined : monthAfter(breach.digitalWarnedAt),
  };
  return DIGITAL_STEPS.map((step) => ({ step, due: due[step], at: breach[step] }));
}

function monthAfter(moment: Instant): Instant {
  const { hour, minute } = osloTime(moment);
  return osloInstant(dueOn(osloDay(moment)), hour, minute);
}

type Clocks = Pick<Breach, 'authority' | 'digital' | 'discoveredAt' | DigitalStep>;

/** Every clock of it that still runs, each moment once, the first first: the notice of § 17 must not keep quiet that Datatilsynet waits. */
export function runningClocks(breach: Clocks): readonly Instant[] {
  const open = [...(breach.authority === 'IKKE_AVGJORT' ? [tellBy(breach.discoveredAt)] : []), ...digitalSteps(breach).flatMap(({ at, due }) => (at === undefined && due !== undefined ? [due] : []))];
  return [...new Set(open)].toSorted();
}

/** Those that whoever answers for it is told of: where none runs, that of Datatilsynet. */
export function openClocks(breach: Clocks): readonly Instant[] {
  const running = runningClocks(breach);
  return running.length === 0 ? [tellBy(breach.discoveredAt)] : running;
}

/**
 * When whoever answers for a breach is told once more that a clock runs out: a day before; of a clock that is no longer than a day, when half of it is left,
 * since a day before that is the moment in which they were told first.
 */
export function remindAt(discoveredAt: Instant, due: Instant): Instant {
  const [dayBefore, half] = [addMs(due, -DAY_MS), addMs(due, (toMs(discoveredAt) - toMs(due)) / 2)];
  return dayBefore > half ? dayBefore : half;
}

/** Both questions are answered: whether the authority was told, and whether those it concerns were; and whether the act on digital security covers it is considered, with all three notices given where it does. */
export function isSettled(breach: Pick<Breach, 'authority' | 'told' | 'digital' | 'discoveredAt' | DigitalStep>): boolean {
  return breach.authority !== 'IKKE_AVGJORT' && breach.told !== 'IKKE_AVGJORT' && breach.digital !== 'IKKE_VURDERT' && digitalSteps(breach).every(({ at }) => at !== undefined);
}

/**
 * What is missing: a no has to have its reason (art. 33 nr. 5, art. 34 nr. 3), and so has telling late (art. 33 nr. 1). Nothing was
 * discovered, and nobody told, in the future.
 */
export function breachFault(breach: Breach, now: Instant): Refusal | undefined {
  const { discoveredAt, authority, authorityAt, authorityWhy, told, toldWhy } = breach;
  const late = authority === 'MELDT' && authorityAt !== undefined && authorityAt > tellBy(discoveredAt);
  const faults: Record<string, string> = {
    ...(breach.what === '' ? { what: 'missing' } : {}),
    ...(breach.measures === '' ? { measures: 'missing' } : {}),
    ...(discoveredAt > now ? { discoveredAt: 'in_future' } : {}),
    ...(authority === 'MELDT' && authorityAt === undefined ? { authorityAt: 'missing' } : {}),
    ...(authorityAt !== undefined && (authorityAt > now || authorityAt < discoveredAt) ? { authorityAt: 'not_between' } : {}),
    ...Object.fromEntries(DIGITAL_STEPS.filter((step) => breach[step] !== undefined && (breach[step] > now || breach[step] < discoveredAt)).map((step) => [step, 'not_between'])),
    ...Object.fromEntries((['digitalUpdatedAt', 'digitalReportAt'] as const).filter((step) => breach[step] !== undefined && (breach.digitalWarnedAt === undefined || breach[step] < breach.digitalWarnedAt)).map((step) => [step, 'warn_first'])),
    ...(authorityWhy === '' && authority === 'IKKE_MELDT' ? { authorityWhy: 'why_not' } : late && authorityWhy === '' ? { authorityWhy: 'why_late' } : {}),
    ...(toldWhy === '' && told === 'IKKE_VARSLET' ? { toldWhy: 'why_not' } : {}),
  };
  return Object.keys(faults).length === 0 ? undefined : refuse('bad_input', faults);
}

/** A breach that is not one municipality's. In a form it stands beside the municipalities. */
export const WHOLE_REGION = 'REGION';

/** What the boxes of the form say, in an order of its own, so that the same form twice is the same; undefined: nothing was said, or somewhere that is not here. */
export function concernsOf(ticked: readonly string[], region: readonly MunicipalityId[]): readonly MunicipalityId[] | undefined {
  if (ticked.includes(WHOLE_REGION)) return [];
  const found = region.filter((one) => ticked.includes(one));
  return found.length === 0 || found.length < new Set(ticked).size ? undefined : found.toSorted();
}

/** Whether somebody who had a breach to handle would have it no more. */
export function leavesOut(before: readonly MunicipalityId[], after: readonly MunicipalityId[]): boolean {
  if (after.length === 0) return false;
  return before.length === 0 || before.some((one) => !after.includes(one));
}

/** Whether a breach is also these municipalities' to handle. */
export function isTheirs({ municipalities }: Pick<Breach, 'municipalities'>, own: readonly MunicipalityId[]): boolean {
  return municipalities.length === 0 || municipalities.some((one) => own.includes(one));
}
