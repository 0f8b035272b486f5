import type { Lang } from '../../kernel/texts.ts';
import type { Day } from '../../kernel/time.ts';
import type { WorkItem } from '../../web/ui/work.tsx';
import { shortDayWords } from '../../web/ui/moments.ts';
import type { RequestsDue } from '../queries/waiting.ts';
import { privacyTexts } from '../texts/page.ts';
import { requestPath } from './paths.ts';

/** For «Min dag» (web/routes.ts): requests whose month is nearly over, for those who answer them (GDPR art. 12 no. 3), and for a leader or the reserve that one waits. */
export function requestsForYou({ lines, overdue, today, now }: RequestsDue, lang: Lang): WorkItem[] {
  const t = privacyTexts[lang];
  const reason = (due: Day) => (today > due ? t.late : `${t.due}: ${shortDayWords(due, now, lang)}`);
  const symbol = (due: Day): WorkItem['symbol'] => (today > due ? 'flag' : 'arrow');
  return [
    ...lines.map(({ requestId, due }) => ({ id: requestId, href: requestPath(requestId), title: t.one, reason: reason(due), symbol: symbol(due) })),
    ...(overdue === undefined ? [] : [{ id: 'innsyn', title: t.one, reason: `${reason(overdue)}. ${t.othersAnswer}`, symbol: symbol(overdue) }]),
  ];
}
