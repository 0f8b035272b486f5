import type { Lang } from '../../kernel/texts.ts';
import type { WorkItem } from '../../web/ui/work.tsx';
import type { PublicationRow } from '../rows.ts';
import { documentTexts } from '../texts/page.ts';
import { reportPath } from './paths.ts';
import { reportTitle } from './title.ts';

/** For «Min dag» (web/routes.ts): the reports that wait for this person to approve them. */
export function reportsForYou(waiting: readonly PublicationRow[], lang: Lang): WorkItem[] {
  return waiting.map((row) => ({ id: row.publication_id, href: reportPath(row.publication_id), title: reportTitle(row, lang), reason: documentTexts[lang].yourTurn, symbol: 'half' }));
}
