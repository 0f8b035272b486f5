import type { Lang } from '../../../kernel/texts.ts';
import { osloDay } from '../../../kernel/time.ts';
import { dateWords } from '../../../web/ui/moments.ts';
import type { WorkItem } from '../../../web/ui/work.tsx';
import type { SendingsLate } from '../../queries/settle.ts';
import { settleTexts } from '../../texts/settle.ts';
import { reportPath } from './paths.ts';

/** For «Min dag» (web/routes.ts): what was sent on, and nobody there has said in time that they have it. */
export function sendingsForYou({ lines }: SendingsLate, lang: Lang): WorkItem[] {
  const t = settleTexts[lang];
  return lines.map(({ fileId, reference, sentAt, inside }) => ({ id: `${fileId} ${sentAt}`, href: reportPath(fileId), title: reference, reason: t.notReceived(dateWords(osloDay(sentAt), lang), inside ? t.toOther : t.toOutside), symbol: 'flag' }));
}
