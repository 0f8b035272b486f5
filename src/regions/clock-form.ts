import { plainLine } from '../kernel/plain-text.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { CLOCK_IDS, clockRule, CLOCKS, isAlwaysOn, type ClockChange, type ClockChanges, type ClockId, type ClockRule, type RegionClocks, type Unit } from './clock-table.ts';
import type { Typed } from './hours-form.ts';

const PARTS = ['amount', 'MA', 'BOR', 'KAN', 'second', 'third', 'akutt'] as const;
/** One number of a clock: its length, the length for a type of case, the second and third time, the length in Akutt. */
export type ClockPart = (typeof PARTS)[number];
export type ClockNumber = { readonly part: ClockPart; readonly unit: Unit; readonly most: number };

/**
 * The numbers that a region may change, with the most each can be: a deadline that never comes is one that should be switched off.
 * In danger a day is the longest there is (T2, T5), and «read at once» has no number.
 */
export const CLOCK_NUMBERS: Readonly<Record<ClockId, readonly ClockNumber[]>> = {
  SEEN: [{ part: 'amount', unit: 'workingDays', most: 10 }],
  TRANSFERRED: [{ part: 'amount', unit: 'workingDays', most: 30 }],
  ASSESSED: [{ part: 'amount', unit: 'workingDays', most: 30 }, { part: 'akutt', unit: 'hours', most: 24 }],
  INVESTIGATION: [{ part: 'MA', unit: 'days', most: 90 }, { part: 'BOR', unit: 'days', most: 90 }, { part: 'KAN', unit: 'days', most: 90 }],
  CONCLUSION: [{ part: 'amount', unit: 'weeks', most: 26 }],
  POLICE_CHECK: [],
  SHARING_REVIEW: [{ part: 'amount', unit: 'workingDays', most: 10 }],
  WARNING_REVIEW: [],
  PROTECTION_END: [],
  PLAN_PROMPT: [{ part: 'amount', unit: 'workingDays', most: 5 }],
  PLAN_MISSING: [{ part: 'amount', unit: 'workingDays', most: 30 }],
  RISK_REVIEW: [],
  PLAN_REVIEW: [],
  DUTIES: [{ part: 'amount', unit: 'workingDays', most: 10 }],
  CHILD_FEEDBACK: [{ part: 'amount', unit: 'weeks', most: 8 }],
  INFORM_AGAIN: [],
  EXPERT_ANSWER: [],
  REVIEW_DAY: [],
  MEASURE: [],
  FOLLOW_UP: [{ part: 'amount', unit: 'months', most: 24 }, { part: 'second', unit: 'months', most: 24 }, { part: 'third', unit: 'months', most: 24 }],
  CLOSING: [{ part: 'amount', unit: 'days', most: 90 }],
  AKUTT_REVIEW: [{ part: 'amount', unit: 'hours', most: 24 }],
  EMERGENCY_REVIEW: [{ part: 'amount', unit: 'days', most: 14 }],
  QUIET: [{ part: 'amount', unit: 'days', most: 180 }],
};

export function clockField(clock: ClockId, part: ClockPart | 'on'): string {
  return `${clock}-${part}`;
}

function numberIn(rule: ClockRule, part: ClockPart): number {
  switch (part) {
    case 'amount': return rule.amount;
    case 'MA': case 'BOR': case 'KAN': return rule.byType?.[part] ?? rule.amount;
    case 'second': return rule.later?.[0] ?? rule.amount;
    case 'third': return rule.later?.[1] ?? rule.amount;
    case 'akutt': return rule.akutt?.amount ?? rule.amount;
  }
}

/** A region's clocks as one edits them. `typedClocks` reads them back. */
export function clocksForm(clocks: Pick<RegionClocks, 'changes'>): Typed {
  return Object.fromEntries(CLOCK_IDS.flatMap((clock) => {
    const rule = clockRule(clocks, clock);
    return [[clockField(clock, 'on'), rule.on ? 'ja' : ''], ...CLOCK_NUMBERS[clock].map(({ part }) => [clockField(clock, part), String(numberIn(rule, part))])];
  }));
}

/**
 * What the form says otherwise than the table, or every fault at once: `bad_input` with a code per field. `clock_number`: no
 * whole number from 1; `clock_long`: more than the most; `clock_order`: a follow-up that comes no later than the one before.
 * What stands under a clock that is off does no harm, and is not complained of where nobody sees it.
 */
export function typedClocks(typed: Typed): Outcome<ClockChanges> {
  const faults: Record<string, string> = {};
  const isOn = (clock: ClockId): boolean => isAlwaysOn(clock) || typed[clockField(clock, 'on')] === 'ja';
  const read = (clock: ClockId, { part, most }: ClockNumber): number => {
    const text = plainLine(typed[clockField(clock, part)] ?? '');
    const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
    const fault = number < 1 ? 'clock_number' : number > most ? 'clock_long' : undefined;
    if (fault !== undefined && isOn(clock)) faults[clockField(clock, part)] = fault;
    return fault === undefined ? number : numberIn(CLOCKS[clock], part);
  };
  const changes: Partial<Record<ClockId, ClockChange>> = {};
  for (const clock of CLOCK_IDS) {
    const numbers = new Map(CLOCK_NUMBERS[clock].map((one) => [one.part, read(clock, one)]));
    const change = changeOf(clock, isOn(clock), numbers);
    if (Object.keys(change).length > 0) changes[clock] = change;
    if (isOn(clock)) for (const part of outOfOrder(numbers)) faults[clockField(clock, part)] ??= 'clock_order';
  }
  return Object.keys(faults).length > 0 ? refuse('bad_input', faults) : done(changes);
}

function outOfOrder(numbers: ReadonlyMap<ClockPart, number>): ClockPart[] {
  const { amount = 0, second = Infinity, third = Infinity } = Object.fromEntries(numbers);
  return [...(second <= amount ? ['second' as const] : []), ...(third <= second ? ['third' as const] : [])].filter((part) => numbers.has(part));
}

/** Only what differs is kept, so that a region that changed nothing follows the table when that changes. */
function changeOf(clock: ClockId, on: boolean, numbers: ReadonlyMap<ClockPart, number>): ClockChange {
  const rule: ClockRule = CLOCKS[clock];
  const said = (part: ClockPart): number => numbers.get(part) ?? numberIn(rule, part);
  const differs = (...parts: readonly ClockPart[]): boolean => parts.some((part) => said(part) !== numberIn(rule, part));
  return {
    ...(isAlwaysOn(clock) || on === rule.on ? {} : { on }),
    ...(differs('amount') ? { amount: said('amount') } : {}),
    ...(differs('MA', 'BOR', 'KAN') ? { byType: { MA: said('MA'), BOR: said('BOR'), KAN: said('KAN') } } : {}),
    ...(differs('second', 'third') ? { later: [said('second'), said('third')] } : {}),
    ...(rule.akutt !== undefined && differs('akutt') ? { akutt: { ...rule.akutt, amount: said('akutt') } } : {}),
  };
}
