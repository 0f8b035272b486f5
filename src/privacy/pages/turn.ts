import type { Lang } from '../../kernel/texts.ts';
import { HOUR, toMs, type Day } from '../../kernel/time.ts';
import type { WorkItem } from '../../web/ui/work.tsx';
import { nearMomentWords, shortDayWords } from '../../web/ui/moments.ts';
import { OPERATION } from '../codes.ts';
import type { DisposalsWaiting } from '../queries/archive.ts';
import type { ReadyToPropose } from '../queries/ready.ts';
import type { BreachesDue, RequestsDue } from '../queries/waiting.ts';
import { privacyTexts } from '../texts/page.ts';
import { ARCHIVE, breachPath, requestPath } from './paths.ts';

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

/** Breaches that are not settled: 72 hours run also for whoever was not at their mail (GDPR art. 33 no. 1). */
export function breachesForYou({ lines, now }: BreachesDue, lang: Lang): WorkItem[] {
  const t = privacyTexts[lang];
  return lines.map(({ breachId, discoveredAt, due }) => {
    const late = due !== undefined && now > due;
    const left = due === undefined ? t.unsettled : late ? t.late : t.tellLeft(Math.floor((toMs(due) - toMs(now)) / HOUR));
    return { id: breachId, href: breachPath(breachId), title: t.breach, reason: `${t.discovered} ${nearMomentWords(discoveredAt, now, lang)} · ${left}`, symbol: late ? 'flag' : 'shield' };
  });
}

/** What somebody proposed for the archive, for whoever confirms it, and what an archive has not answered. */
export function disposalsForYou(waiting: DisposalsWaiting, lang: Lang): WorkItem[] {
  const t = privacyTexts[lang];
  return waiting.map(({ disposalId, operation, reference, state }) => ({ id: disposalId, href: ARCHIVE, title: `${OPERATION.label(operation, lang)}: ${reference}`, reason: state === 'WAITING' ? t.yoursToConfirm : t.state_SENT, symbol: 'half' }));
}

/** One line for the year's list: it is done in one sitting, and there may be hundreds on it. */
export function archiveForYou(ready: ReadyToPropose, lang: Lang): WorkItem[] {
  const t = privacyTexts[lang];
  return ready === undefined ? [] : [{ id: 'arkiv', href: ARCHIVE, title: t.archive, reason: t.readyToPropose(ready.count, ready.year), symbol: 'arrow' }];
}
