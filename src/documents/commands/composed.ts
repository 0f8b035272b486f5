import { createHash } from 'node:crypto';
import type { Context } from '../../kernel/context.ts';
import { osloDay } from '../../kernel/time.ts';
import { regionName } from '../../regions/public.ts';
import { findColleague } from '../../staff/public.ts';
import { consultationsIn, hoursInMonths, internalPeriod, lastClosedMonth, yearForReport } from '../../statistics/public.ts';
import type { Edition } from '../codes.ts';
import { compose, type Material } from '../compose.ts';
import { countOf } from '../compose-figures.ts';
import type { Content } from '../content.ts';
import { yearsOf } from '../months.ts';
import { planOf } from '../plan.ts';
import type { WrittenParts } from '../publication.ts';
import type { PublicationRow } from '../rows.ts';
import { workFor } from './work.ts';
import { controlBlocks } from './control.ts';

type Approved = Pick<PublicationRow, 'approved_by' | 'approved_at'>;

/** `counts`: a year that is due is counted now, and stands from then on (decision 0007). Nobody who only reads a draft does that; months that are over are counted by whoever looks first. */
export type Composing = { readonly edition: Edition; readonly approved?: Approved; readonly counts: boolean };

/**
 * The report as it stands now. The outer edition shows what anybody may see, whoever asks; for the inner one the caller has asked whether
 * they may read R2, and each case in it is noted as read.
 */
export async function composeNow(ctx: Context, row: PublicationRow, parts: WrittenParts, { edition, approved = row, counts }: Composing): Promise<Content> {
  const period = { from: row.from_month, to: row.to_month };
  const figures = showsFigures(row);
  const years: Material['years'][number][] = [];
  for (const year of figures ? yearsOf(period) : []) years.push({ ...await yearForReport(ctx, year, row.lang, counts), consultations: countOf(await consultationsIn(ctx.tx, ctx.regionId, year, lastClosedMonth(osloDay(ctx.now)))) });
  const approver = approved.approved_by === null ? undefined : await findColleague(ctx, approved.approved_by);
  return compose({
    kind: row.kind, lang: row.lang, period, cutOff: row.cut_off, version: row.version, edition, region: await regionName(ctx), parts, years, work: await workFor(ctx, row), hours: row.kind === 'R1' ? await hoursInMonths(ctx, period) : [],
    approved: approved.approved_at === null ? undefined : { by: approver?.name ?? '', on: osloDay(approved.approved_at) },
    internal: edition === 'INTERN' && figures ? await internalPeriod(ctx, period, row.lang) : undefined,
    control: row.kind === 'R10' ? await controlBlocks(ctx, period, row.lang, counts) : [],
  });
}

function showsFigures({ kind }: Pick<PublicationRow, 'kind'>): boolean {
  return planOf(kind).some((part) => part.kind === 'results');
}

/** Has the years of a report counted that are due, and of one about internal control what stands there of each. */
export async function settleYears(ctx: Context, row: PublicationRow): Promise<void> {
  for (const year of showsFigures(row) ? yearsOf({ from: row.from_month, to: row.to_month }) : []) await yearForReport(ctx, year, row.lang, true);
  if (row.kind === 'R10') await controlBlocks(ctx, { from: row.from_month, to: row.to_month }, row.lang, true);
}

/** The hash of what a report says, for telling whether somebody has read what stands now: written parts have a revision, numbers that fill themselves have none. 64 hex digits. */
export function hashOf({ blocks }: Content): string {
  return createHash('sha256').update(JSON.stringify(blocks)).digest('hex');
}
