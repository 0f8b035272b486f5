import type { StaffRequest } from '../../web/route.tsx';
import type { WorkItem } from '../../web/ui/work.tsx';
import { mayWrite } from '../access.ts';
import { publicationList } from '../queries/list.ts';
import { documentTexts } from '../texts/page.ts';
import { reportPath } from './paths.ts';
import { reportTitle } from './title.ts';

/** For «Min dag» (web/routes.ts): the reports that wait for this person to approve them. Others are asked for nothing. */
export async function reportsForYou({ door, person, lang }: StaffRequest): Promise<WorkItem[]> {
  if (!mayWrite(person).allow) return [];
  const found = await door.enter(publicationList, person, {});
  return found.ok ? found.value.lines.filter(({ mine }) => mine).map((row) => ({ id: row.publication_id, href: reportPath(row.publication_id), title: reportTitle(row, lang), reason: documentTexts[lang].yourTurn, symbol: 'half' })) : [];
}
