import type { StaffRequest } from '../../web/route.tsx';
import type { WorkItem } from '../../web/ui/work.tsx';
import { makesReturns } from '../access.ts';
import { returnList } from '../queries/returns.ts';
import { returnTexts } from '../texts.ts';
import { returnPath } from './paths.ts';
import { returnTitle } from './words.ts';

/** For «Min dag» (web/routes.ts): the returns that somebody else prepared, and this person may lock. Others are asked for nothing. */
export async function returnsForYou({ door, person, lang }: StaffRequest): Promise<WorkItem[]> {
  if (!makesReturns(person)) return [];
  const found = await door.enter(returnList, person, {});
  return found.ok ? found.value.lines.filter(({ mine }) => mine).map((line) => ({ id: line.returnId, href: returnPath(line.returnId), title: returnTitle(line, lang), reason: returnTexts[lang].yourTurn, symbol: 'lock' })) : [];
}
