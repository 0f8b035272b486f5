import type { UserId } from '../../kernel/ids.ts';
import { recused, type StaffName } from '../../staff/public.ts';
import type { TypedIn } from '../desk/typed.ts';
import type { ReportContent } from '../form/content.ts';
import type { UrgentRecord } from '../urgent-record.ts';

/** fvl § 6: who of these is named, or nearly named, in what was sent, and so never sees it. */
export function namedIn(staff: readonly StaffName[], report: ReportContent): UserId[] {
  const names = [report.person.name, report.person.alias, report.suspectName, report.reporter.name].filter((name) => name !== undefined);
  return recused(staff, { names, text: everyText(report).join('\n') });
}

/** The same for what was written or sent later, in which nothing says what is a name. */
export function namedInWords(staff: readonly StaffName[], words: string): UserId[] {
  return recused(staff, { names: [], text: words });
}

/**
 * What staff wrote beside the form while somebody spoke. Not who called for help: a colleague who rang 112 is no party to the case,
 * and must be able to go on with what they have begun.
 */
export function wordsOnThePhone(typedIn: Pick<TypedIn, 'call'> | undefined, urgent: readonly Pick<UrgentRecord, 'danger'>[]): string {
  return [...Object.values(typedIn?.call ?? {}), ...urgent.map(({ danger }) => danger)].join('\n');
}

function everyText(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(everyText);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyText) : [];
}
