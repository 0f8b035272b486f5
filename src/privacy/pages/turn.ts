import type { Lang } from '../../kernel/texts.ts';
import type { WorkItem } from '../../web/ui/work.tsx';
import { shortDayWords } from '../../web/ui/moments.ts';
import type { RequestsDue } from '../queries/waiting.ts';
import { privacyTexts } from '../texts/page.ts';
import { requestPath } from './paths.ts';

/** For «Min dag» (web/routes.ts): requests whose month is nearly over, for those who answer them (GDPR art. 12 no. 3). */
export function requestsForYou({ lines, today, now }: RequestsDue, lang: Lang): WorkItem[] {
  const t = privacyTexts[lang];
  return lines.map(({ requestId, due }) => ({ id: requestId, href: requestPath(requestId), title: t.one, reason: today > due ? t.late : `${t.due}: ${shortDayWords(due, now, lang)}`, symbol: today > due ? 'flag' : 'arrow' }));
}
