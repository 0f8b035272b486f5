import type { Lang } from '../../kernel/texts.ts';
import type { Fact } from '../../web/ui/facts.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { Written } from '../../web/ui/layout.tsx';
import { Card } from '../../web/ui/surfaces.tsx';
import type { CaseState } from '../case.ts';
import { ANSWER } from '../choices.ts';
import { casePageTexts } from '../page-texts.ts';

/** The silence rule with all it needs, on every part of the case: nobody is reached by a way that was not given as safe. */
export function ContactCard({ state, lang }: { state: CaseState; lang: Lang }) {
  const t = casePageTexts[lang];
  return (
    <Card heading={t.beforeContact} symbol="shield">
      <p><strong>{t.silence}</strong></p>
      <DescriptionList items={contactFacts(state, lang)} />
    </Card>
  );
}

/** What must be known before anybody calls, writes or knocks. The plan of the inquiry knows more than the report did. */
export function contactFacts(state: CaseState, lang: Lang): Fact[] {
  const t = casePageTexts[lang];
  const { start, plan, classification } = state;
  const safe = plan?.safeContact ?? start.person.safeContact;
  const together = start.livesTogether;
  const children = classification?.children ?? start.children;
  return [
    { term: t.safeWay, value: safe === undefined ? t.noSafeWay : <Written text={safe} /> },
    ...(plan === undefined ? [] : [{ term: t.mayKnow, value: <Written text={plan.suspectMayKnow} /> }]),
    { term: t.together, value: together === 'JA' ? <strong>{t.togetherYes}</strong> : together === 'NEI' ? ANSWER.label('NEI', lang) : t.togetherUnknown },
    ...(children === undefined ? [] : [{ term: t.childrenAtHome, value: children === 'JA' ? <strong>{t.childrenYes}</strong> : ANSWER.label(children, lang) }]),
  ];
}
