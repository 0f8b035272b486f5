import { addDays } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import type { WorkItem } from '../../web/ui/work.tsx';
import { shortDayWords } from '../../web/ui/moments.ts';
import { DAYS_LEFT } from '../codes.ts';
import { mayRegisterRequest } from '../access.ts';
import { requestList } from '../queries/requests.ts';
import { privacyTexts } from '../texts/page.ts';
import { requestPath } from './paths.ts';

/** For «Min dag» (web/routes.ts): requests whose month is nearly over, for those who answer them (GDPR art. 12 no. 3). */
export async function requestsForYou({ door, person, lang }: StaffRequest): Promise<WorkItem[]> {
  if (!mayRegisterRequest(person).allow) return [];
  const found = await door.enter(requestList, person, {});
  if (!found.ok) return [];
  const { lines, today, now } = found.value;
  const t = privacyTexts[lang];
  return lines.filter(({ answeredOn, due }) => answeredOn === undefined && addDays(due, -DAYS_LEFT) <= today)
    .map(({ requestId, due }) => ({ id: requestId, href: requestPath(requestId), title: t.one, reason: today > due ? t.late : `${t.due}: ${shortDayWords(due, now, lang)}`, symbol: today > due ? 'flag' : 'arrow' }));
}
