import type { MunicipalityId, UserId } from '../kernel/ids.ts';
import { refuse, type Refusal } from '../kernel/outcome.ts';
import { addMs, DAY_MS, type Day, type Instant } from '../kernel/time.ts';
import type { Openness } from '../reports/codes.ts';
import { closedFrom, overlaps, periodOf, type Period } from './period.ts';
import type { Form, ReturnSchema } from './schema.ts';
import { schemaOf } from './schemas.ts';

const YEAR_MS = 365 * DAY_MS;

/** One version of a return, as it stands in clear. */
export type ReturnRow = {
  readonly return_id: string; readonly schema_id: string; readonly edition: string; readonly form: Form; readonly first_month: string; readonly last_month: string; readonly version: number;
  readonly prepared_by: UserId; readonly prepared_at: Instant; readonly confirmed_by: UserId | null; readonly confirmed_at: Instant | null; readonly withdrawn_at: Instant | null;
};

export const STATES = ['PREPARED', 'LOCKED', 'WITHDRAWN'] as const;
export type ReturnStatus = (typeof STATES)[number];

export function statusOf({ confirmed_at: confirmed, withdrawn_at: withdrawn }: Pick<ReturnRow, 'confirmed_at' | 'withdrawn_at'>): ReturnStatus {
  if (withdrawn !== null) return 'WITHDRAWN';
  return confirmed === null ? 'PREPARED' : 'LOCKED';
}

/** Rows are of single cases (offentleglova § 13); tables with small numbers hidden are public once they are locked, and internal until then (§ 3, § 14). */
export function opennessOf({ form, status }: { readonly form: Form; readonly status: ReturnStatus }): Openness {
  if (form === 'RADER') return 'TAUSHETSPLIKT';
  return status === 'LOCKED' ? 'OFFENTLIG' : 'INTERNT';
}

export function periodOfRow({ first_month: first, last_month: last }: Pick<ReturnRow, 'first_month' | 'last_month'>): Period {
  return { first, last };
}

/** A return is of one year, or was of half of one. */
export function yearOfReturn({ first_month: first }: Pick<ReturnRow, 'first_month'>): number {
  return Number(first.slice(0, 4));
}

/** Others of the region that were not withdrawn. */
export type Standing = Pick<ReturnRow, 'schema_id' | 'edition' | 'form' | 'first_month' | 'last_month' | 'version' | 'confirmed_at' | 'withdrawn_at'>;

/**
 * Why a return may not be prepared now. A year less its first half is its second half (halves have left before), and the same cases counted by
 * other codes are a second table of the same people: so each month leaves in one return only, and again only as its next version (decision 0047).
 */
export function prepareFault(schema: ReturnSchema, form: Form, period: Period, all: readonly Standing[], today: Day): Refusal | undefined {
  if (today < closedFrom(period)) return refuse('period_not_over');
  const near = all.filter((one) => one.withdrawn_at === null && one.form === form && overlaps(periodOfRow(one), period));
  const isSame = (one: Standing): boolean => one.schema_id === schema.id && one.edition === schema.edition && one.first_month === period.first && one.last_month === period.last;
  if (near.some((one) => !isSame(one))) return refuse('period_overlaps');
  return near.some((one) => one.confirmed_at === null) ? refuse('already_prepared') : undefined;
}

/** The years, of these, that may be given out for the first time. Whichever return a year stands in, it is taken for the others (prepareFault); its own next version is made from its page. */
export function untold(years: readonly string[], form: Form, all: readonly Standing[]): string[] {
  return years.filter((key) => {
    const period = periodOf(key);
    return period !== undefined && !all.some((one) => one.withdrawn_at === null && one.form === form && overlaps(periodOfRow(one), period));
  });
}

/** The version that left last, of the same return; undefined for the first. */
export function lastVersion<R extends Standing>(schema: ReturnSchema, form: Form, period: Period, all: readonly R[]): R | undefined {
  return all.filter((one) => one.withdrawn_at === null && one.form === form && one.schema_id === schema.id && one.first_month === period.first && one.last_month === period.last).toSorted((a, b) => b.version - a.version)[0];
}

/** Whether rows can be locked by somebody who reads them: a coordinator, or a leader of the whole region, other than whoever prepared them. By role alone: that somebody is inhabil is told nobody. */
export function anotherReads(staff: readonly { readonly userId: UserId; readonly roles: readonly string[]; readonly municipalityId: MunicipalityId | null }[], preparedBy: UserId): boolean {
  return staff.some(({ userId, roles, municipalityId }) => userId !== preparedBy && (roles.includes('KOORDINATOR') || (roles.includes('LEDER') && municipalityId === null)));
}

/**
 * Locked, and nobody has written down that it was sent: the newest version of each, for a year, since the next year's return comes then. Tables that nobody was to have cannot be taken
 * back, and would else stand for ever.
 */
export function notSent<R extends ReturnRow>(all: readonly R[], sent: ReadonlySet<string>, now: Instant): R[] {
  const locked = all.filter((row) => statusOf(row) === 'LOCKED');
  const isNewest = (row: R): boolean => !locked.some((one) => one.schema_id === row.schema_id && one.form === row.form && one.first_month === row.first_month && one.last_month === row.last_month && one.version > row.version);
  return locked.filter((row) => isNewest(row) && !sent.has(row.return_id) && row.confirmed_at !== null && row.confirmed_at > addMs(now, -YEAR_MS));
}

/** Two people: whoever prepared it does not lock it. What was prepared in an earlier edition was counted by other rules (halves of a year among it), and leaves no more. */
export function lockFault(row: ReturnRow, by: UserId): Refusal | undefined {
  if (statusOf(row) !== 'PREPARED') return refuse('nothing_to_lock');
  if (row.edition !== schemaOf(row.schema_id)?.edition) return refuse('earlier_edition');
  return row.prepared_by === by ? refuse('another_person_locks') : undefined;
}

/**
 * What was locked stands. Rows that still lie in the house, with a case that is in no figure any more, are the exception: as long as nobody outside has them, to make them anew without
 * the case tells nobody anything, and to leave the case in them would let it out (krisesenterlova § 5 a). Refusals: already_locked, already_sent, bad_input.
 * @param nobodyHas whoever takes it back says that nobody has the files: a file that was downloaded can be sent without being written down
 */
export function withdrawFault(row: Pick<ReturnRow, 'form' | 'confirmed_at' | 'withdrawn_at'>, { sent, caseLeft, nobodyHas }: { readonly sent: boolean; readonly caseLeft: boolean; readonly nobodyHas: boolean }): Refusal | undefined {
  if (statusOf(row) !== 'LOCKED') return undefined;
  if (sent) return refuse('already_sent');
  if (row.form !== 'RADER' || !caseLeft) return refuse('already_locked');
  return nobodyHas ? undefined : refuse('bad_input', { nobodyHas: 'say_not_sent' });
}
