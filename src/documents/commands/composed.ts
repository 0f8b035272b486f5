import type { Context } from '../../kernel/context.ts';
import { osloDay } from '../../kernel/time.ts';
import { countConsultations } from '../../consultations/public.ts';
import { regionName } from '../../regions/public.ts';
import { findColleague } from '../../staff/public.ts';
import { internalPeriod, yearForReport } from '../../statistics/public.ts';
import type { Edition } from '../codes.ts';
import { compose, type Material } from '../compose.ts';
import { countOf } from '../compose-figures.ts';
import type { Content } from '../content.ts';
import { yearsOf } from '../months.ts';
import { planOf } from '../plan.ts';
import type { WrittenParts } from '../publication.ts';
import type { PublicationRow } from '../rows.ts';
import { controlBlocks } from './control.ts';

type Approved = Pick<PublicationRow, 'approved_by' | 'approved_at'>;

/**
 * The report as it stands now. The outer edition shows what anybody may see, whoever asks; for the inner one the caller has asked whether
 * they may read R2, and each case in it is noted as read.
 */
export async function composeNow(ctx: Context, row: PublicationRow, parts: WrittenParts, edition: Edition, approved: Approved = row): Promise<Content> {
  const period = { from: row.from_month, to: row.to_month };
  const counts = planOf(row.kind).some(({ kind }) => kind === 'results');
  const years: Material['years'][number][] = [];
  for (const year of counts ? yearsOf(period) : []) years.push({ ...await yearForReport(ctx, year, row.lang), consultations: countOf(await countConsultations(ctx, year)) });
  const approver = approved.approved_by === null ? undefined : await findColleague(ctx, approved.approved_by);
  return compose({
    kind: row.kind, lang: row.lang, period, cutOff: row.cut_off, version: row.version, edition, region: await regionName(ctx), parts, years,
    approved: approved.approved_at === null ? undefined : { by: approver?.name ?? '', on: osloDay(approved.approved_at) },
    internal: edition === 'INTERN' && counts ? await internalPeriod(ctx, period, row.lang) : undefined,
    control: row.kind === 'R10' ? await controlBlocks(ctx, period, row.lang) : [],
  });
}
