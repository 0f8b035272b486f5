import { ACCOUNT, ATTACHMENT, BUDGET, MEETING, type Account, type Attachment, type Budget, type Meeting } from './codes.ts';
import type { CodeValue } from '../kernel/codes.ts';
import { refuse, type Refusal } from '../kernel/outcome.ts';
import { day, type Day } from '../kernel/time.ts';
import type { ListKind } from './plan.ts';
import { readKroner, type Ore } from './money.ts';

/** Meetings up to a day, `count` of them; themes one to a line. */
export type MeetingLine = { readonly on: Day; readonly group: Meeting; readonly count: number; readonly themes: string };
export type OutreachLine = { readonly on: Day; readonly channel: string; readonly what: string; readonly reached: number | undefined };
export type MaterialLine = { readonly name: string; readonly note: string };
export type CourseLine = { readonly course: string; readonly role: string; readonly count: number | undefined };
export type MilestoneLine = { readonly on: Day; readonly what: string };
export type AccountLine = { readonly row: Account; readonly post: string; readonly budget: Ore | undefined; readonly actual: Ore | undefined };
/** @property percent of a full post, `months` for how long: both or neither */
export type BudgetLine = { readonly row: Budget; readonly post: string; readonly amount: Ore; readonly percent: number | undefined; readonly months: number | undefined };
export type AttachmentLine = { readonly name: string; readonly status: Attachment; readonly place: string };

export type Lines = {
  readonly meetings: readonly MeetingLine[]; readonly outreach: readonly OutreachLine[]; readonly materials: readonly MaterialLine[]; readonly courses: readonly CourseLine[];
  readonly milestones: readonly MilestoneLine[]; readonly accounts: readonly AccountLine[]; readonly budget: readonly BudgetLine[]; readonly attachments: readonly AttachmentLine[];
};

/** How a column of a list is typed and read. */
export type Column = { readonly name: string; readonly type: 'day' | 'line' | 'lines' | 'count' | 'kroner'; readonly required: boolean } | { readonly name: string; readonly type: 'choice'; readonly values: readonly CodeValue<string>[]; readonly required: boolean };

export const COLUMNS: Readonly<Record<ListKind, readonly Column[]>> = {
  meetings: [{ name: 'on', type: 'day', required: true }, { name: 'group', type: 'choice', values: MEETING.values, required: true }, { name: 'count', type: 'count', required: true }, { name: 'themes', type: 'lines', required: false }],
  outreach: [{ name: 'on', type: 'day', required: true }, { name: 'channel', type: 'line', required: true }, { name: 'what', type: 'line', required: false }, { name: 'reached', type: 'count', required: false }],
  materials: [{ name: 'name', type: 'line', required: true }, { name: 'note', type: 'line', required: false }],
  courses: [{ name: 'course', type: 'line', required: true }, { name: 'role', type: 'line', required: false }, { name: 'count', type: 'count', required: false }],
  milestones: [{ name: 'on', type: 'day', required: true }, { name: 'what', type: 'line', required: true }],
  accounts: [{ name: 'row', type: 'choice', values: ACCOUNT.values, required: true }, { name: 'post', type: 'line', required: true }, { name: 'budget', type: 'kroner', required: false }, { name: 'actual', type: 'kroner', required: false }],
  budget: [{ name: 'row', type: 'choice', values: BUDGET.values, required: true }, { name: 'post', type: 'line', required: true }, { name: 'amount', type: 'kroner', required: true }, { name: 'percent', type: 'count', required: false }, { name: 'months', type: 'count', required: false }],
  attachments: [{ name: 'name', type: 'line', required: true }, { name: 'status', type: 'choice', values: ATTACHMENT.values, required: true }, { name: 'place', type: 'line', required: false }],
};

export type Typed = Readonly<Record<string, string>>;

/** What people have written in one part: own text, and lines as they were typed. */
export type Written = { readonly text: string; readonly lines: readonly Typed[]; /** words of which somebody said that they are no names */ readonly notNames?: readonly string[] | undefined };
export const NOTHING: Written = { text: '', lines: [] };
type Value = string | number | undefined;

const MOST_COUNT = 1_000_000;

/**
 * Lines as somebody typed them. One in which nothing stands is left out; the others keep their order. Refuses `bad_input` with the
 * place of each fault, `<line>-<column>`: missing, no_such_day, not_offered, not_a_number, not_kroner.
 */
export function readLines<K extends ListKind>(kind: K, typed: readonly Typed[]): { readonly ok: true; readonly lines: Lines[K] } | Refusal {
  const faults: Record<string, string> = {};
  const lines = typed.map((line, at) => ({ line, at })).filter(({ line }) => COLUMNS[kind].some(({ name, type }) => type !== 'choice' && (line[name] ?? '').trim() !== '')).map(({ line, at }) => Object.fromEntries(COLUMNS[kind].map((column) => {
    const { fault, value } = readValue(column, (line[column.name] ?? '').trim());
    if (fault !== undefined) faults[`${at}-${column.name}`] = fault;
    return [column.name, value];
  })));
  return Object.keys(faults).length === 0 ? { ok: true, lines: lines as unknown as Lines[K] } : refuse('bad_input', faults); // COLUMNS says the same as the types above (test/documents/accounts.test.ts)
}

function readValue(column: Column, text: string): { readonly value: Value; readonly fault?: string } {
  if (text === '') return column.required ? { value: undefined, fault: 'missing' } : { value: column.type === 'line' || column.type === 'lines' ? '' : undefined };
  switch (column.type) {
    case 'day': return orFault(day(text), 'no_such_day');
    case 'choice': return orFault(column.values.some(({ code }) => code === text) ? text : undefined, 'not_offered');
    case 'count': return orFault(/^\d{1,7}$/.test(text) && Number(text) <= MOST_COUNT ? Number(text) : undefined, 'not_a_number');
    case 'kroner': return orFault(readKroner(text), 'not_kroner');
    case 'line': case 'lines': return { value: text };
  }
}

function orFault(value: Value, fault: string): { readonly value: Value; readonly fault?: string } {
  return value === undefined ? { value, fault } : { value };
}
