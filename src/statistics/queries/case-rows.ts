import { CASE_FILE } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import { addDays, day, osloInstant, type Day, type Instant } from '../../kernel/time.ts';
import { REPORT_FILE } from '../../reports/public.ts';
import type { CaseFact } from '../fact.ts';
import { idInFigures } from '../fact-ids.ts';
import type { Months } from '../store.ts';
import { listFacts } from '../store.ts';
import { countedUnder } from '../places.ts';
import { idsAmong, isOpen, isWithin, openings, type Sight, type VisibleCase } from './visible.ts';

/** A report may be sent on some months after it came; the row stands in the month of the sending. */
const REPORTS_BEFORE = 92;

/**
 * Cases that were counted in these months, by month and in the order in which they were opened. Pseudonyms are made of the files of these
 * months alone; of reports, only where a row is no case's; of all files, only where a row is none of those.
 * @param isWanted of what one reader may see @param without the pseudonyms of what the reader is left out of
 */
export async function casesIn(ctx: Context, sight: Sight, months: Months, without: readonly Buffer[], isWanted: (fact: CaseFact) => boolean): Promise<VisibleCase[]> {
  const out = new Set(without.map((id) => id.toString('hex')));
  const known = (await listFacts(ctx.tx, ctx.regionId, months)).map(({ factId, fact }) => ({ factId, fact: { ...fact, owner: countedUnder(sight.members, fact.owner) } }));
  const own = idsAmong(ctx, sight, 'case');
  const alone = own === undefined ? undefined : new Set(own.map((id) => id.toString('hex')));
  const waiting = new Map(known.filter(({ factId, fact }) => !out.has(factId) && alone?.has(factId) !== false && isWithin(sight, fact.owner) && isOpen(sight, fact.openedMonth) && isWanted(fact)).map(({ factId, fact }) => [factId, fact]));
  const [from, until] = [firstDay(months.from), firstDay(months.through, 1)];
  const found: (VisibleCase & { readonly openedAt: Instant })[] = [];
  for (const { kind, between } of [
    { kind: CASE_FILE.kind, between: { from: start(from), until: start(until) } },
    { kind: REPORT_FILE.kind, between: { from: start(addDays(from, -REPORTS_BEFORE)), until: start(until) } },
    { kind: CASE_FILE.kind, between: undefined }, { kind: REPORT_FILE.kind, between: undefined },
  ]) {
    if (waiting.size === 0) break;
    for (const { fileId, openedAt } of await openings(ctx, kind, between)) {
      const id = idInFigures(ctx.keys.stats, 'case', fileId).toString('hex');
      const fact = waiting.get(id);
      if (fact !== undefined && waiting.delete(id)) found.push({ fileId, isCase: kind === CASE_FILE.kind, fact, openedAt });
    }
  }
  const place = ({ fact, openedAt, fileId }: (typeof found)[number]): string => `${fact.openedMonth} ${openedAt} ${fileId}`;
  return found.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

const start = (on: Day): Instant => osloInstant(on, 0, 0);

/** The first day of a month, or of the one after it. @param month `YYYY-MM` */
function firstDay(month: string, later: 0 | 1 = 0): Day {
  const [year, at] = [Number(month.slice(0, 4)), Number(month.slice(5)) + later];
  const found = day(at > 12 ? `${year + 1}-01-01` : `${year}-${String(at).padStart(2, '0')}-01`);
  if (found === undefined) throw new RangeError('no such month');
  return found;
}
