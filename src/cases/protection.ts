import type { CaseMeasure, CaseState } from './case.ts';
import { PROTECTS } from './codes.ts';
import { addMonths } from './months.ts';
import type { Writer } from '../kernel/journal/event.ts';
import { daysBetween, type Day, type Instant } from '../kernel/time.ts';
import type { ProtectionKind } from './safety-codes.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** Both days count: the last one is the last on which it protects. */
export type ProtectionPeriod = { readonly from: Day; readonly until: Day };
export type ProtectionContent = ProtectionPeriod & { readonly protectionId: string; readonly kind: ProtectionKind; readonly decidedBy?: string | undefined; readonly note?: string | undefined };
/** `periods`: the first, and one for each time it was renewed; `from` and `until` are the newest one's */
export type Protection = ProtectionContent & { readonly recorded: Signed; readonly periods: readonly (ProtectionPeriod & Signed)[]; readonly ended: (Signed & { readonly grounds: string }) | undefined };

export type PeriodFault = 'ends_before_start' | 'alarm_too_long' | 'ban_too_long' | 'home_ban_too_long';

/**
 * The longest that one period can last, in months. A period in months ends on the date with the same number.
 * VOLDSALARM: the police lend it for three months at a time. Besøksforbud: strpl. § 222 a, a year at most, in one's own home three
 * months. A ban by judgment (strl. § 57) and electronic control end when the judgment or decision says.
 */
export const LONGEST: Readonly<Partial<Record<ProtectionKind, { readonly months: number; readonly fault: PeriodFault }>>> = {
  VOLDSALARM: { months: 3, fault: 'alarm_too_long' },
  BESOKSFORBUD: { months: 12, fault: 'ban_too_long' },
  BESOKSFORBUD_HJEM: { months: 3, fault: 'home_ban_too_long' },
};

/** Why a period cannot be as it was written; undefined when it can. */
export function periodFault(kind: ProtectionKind, { from, until }: ProtectionPeriod): PeriodFault | undefined {
  if (until < from) return 'ends_before_start';
  const longest = LONGEST[kind];
  return longest !== undefined && until > addMonths(from, longest.months) ? longest.fault : undefined;
}

/** The last day that a period beginning on `from` can have; undefined where a judgment or decision says it. */
export function longestUntil(kind: ProtectionKind, from: Day): Day | undefined {
  const longest = LONGEST[kind];
  return longest && addMonths(from, longest.months);
}

/** Runs, or ran out without anybody saying what became of it. */
export function runs({ ended }: Pick<Protection, 'ended'>): boolean {
  return ended === undefined;
}

/** Days before the last one on which somebody is reminded: in time to apply anew, and when it is urgent. */
export const REMIND_DAYS = { first: 14, last: 3 } as const;

/** How near the end is: «now» also when it has passed; undefined while it is far away. */
export function endsSoon(until: Day, today: Day): 'soon' | 'now' | undefined {
  const left = daysBetween(today, until);
  if (left <= REMIND_DAYS.last) return 'now';
  return left <= REMIND_DAYS.first ? 'soon' : undefined;
}

/** Measures that protect for a time and that are given or under way, of which nobody has written a last day: nobody would be reminded of it (domain reference §5.5). */
export function withoutLastDay({ measures, protections }: Pick<CaseState, 'measures' | 'protections'>): readonly CaseMeasure[] {
  return measures.filter(({ measure, status }) => (status === 'PAGAR' || status === 'UTFORT') && Object.values(PROTECTS).includes(measure) && !protections.some(({ kind }) => PROTECTS[kind] === measure));
}
