import type { Lang } from '../../kernel/texts.ts';
import type { WorkItem } from '../../web/ui/work.tsx';
import type { ReturnsWaiting } from '../queries/waiting.ts';
import { returnTexts } from '../texts.ts';
import { DECISION_PART, returnPath, RETURNS } from './paths.ts';
import { named, returnTitle } from './words.ts';

/** For «Min dag» (web/routes.ts): the returns that this person may lock, those that are locked and were sent to nobody, for a leader what somebody proposed to let out, and for coordinators what waits for a municipality without a leader. */
export function returnsForYou({ toLock, toSend, decisions, unanswered }: ReturnsWaiting, lang: Lang): WorkItem[] {
  const t = returnTexts[lang];
  return [
    ...toLock.map((line): WorkItem => ({ id: line.returnId, href: returnPath(line.returnId), title: returnTitle(line, lang), reason: t.yourTurn, symbol: 'lock' })),
    ...toSend.map((line): WorkItem => ({ id: line.returnId, href: returnPath(line.returnId), title: returnTitle(line, lang), reason: t.toSend, symbol: 'arrow' })),
    ...decisions.map((id): WorkItem => ({ id, href: `${RETURNS}#${DECISION_PART}`, title: t.decisions, reason: t.yourDecision, symbol: 'half' })),
    ...unanswered.map(({ id, names }): WorkItem => ({ id, href: `${RETURNS}#${DECISION_PART}`, title: t.decisions, reason: t.nobodyAnswersNow(named(names, lang)), symbol: 'clock' })),
  ];
}
