import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import { caseLines, type CaseLine, type Me } from './read.ts';

/** Every open case that somebody leads or has a proposal in, every strictly confidential one that they are named for, and those the form names, open or not. The same statement whatever there is. */
export async function listInHand(tx: Tx, region: RegionId, about: UserId, besides: readonly FileId[], me: Me): Promise<CaseLine[]> {
  return caseLines(tx, region, me)
    .where((e) => e.or([
      e.and([e('c.closed_at', 'is', null), e.or([e('c.lead_user_id', '=', about), e('c.awaits_by', '=', about), e('c.besides_by', '=', about)])]),
      sql<boolean>`${about} = any (c.named_only)`,
      e('c.file_id', '=', e.fn.any(e.val([...besides]))),
    ]))
    .orderBy('c.next_due_at', (order) => order.asc().nullsLast()).orderBy('c.opened_at').orderBy('c.file_id').execute();
}
