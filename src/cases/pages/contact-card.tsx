import type { Lang } from '../../kernel/texts.ts';
import { DescriptionList, type Fact } from '../../web/ui/facts.tsx';
import { Quiet, Stack, Written } from '../../web/ui/layout.tsx';
import { Card } from '../../web/ui/surfaces.tsx';
import { NEED } from '../../reports/codes.ts';
import { ANSWER } from '../choices.ts';
import { waysThrough } from '../documents.ts';
import { suspectLivesThere } from '../lives-there.ts';
import { isOpenWay, suspectNames } from '../ways.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { told } from '../told.ts';
import { TextLink } from '../../web/ui/buttons.tsx';
import { mergeTexts } from '../texts/merge-page.ts';
import { casePath } from './paths.ts';
import { momentWords } from '../../web/ui/moments.ts';
import { nameOf } from './answers.tsx';
import { interpreterFact, reservationFacts } from './coordination-part.tsx';

/** The silence rule with all it needs, beside every part of the case: nobody is reached by a way that was not given as safe. */
export function ContactCard({ model, lang }: { model: CaseContent; lang: Lang }) {
  const t = casePageTexts[lang];
  return (
    <Card heading={t.beforeContact} symbol="shield">
      <p><strong>{t.silence}</strong></p>
      <DescriptionList items={contactFacts(model, lang)} />
    </Card>
  );
}

/** Every way to the person that counts as safe now: the team's own first. */
export function waysGiven(model: Pick<CaseContent, 'state' | 'reports'>): string[] {
  const { plan, safetyPlans, nightCard } = model.state;
  return [...new Set([safetyPlans.at(-1)?.safeContact, plan?.safeContact, nightCard?.safeContact, ...told(model).safeWays].flatMap((way) => way ?? []))].filter((way) => isOpenWay(model.state, way));
}

/** Whoever knew a way by heart must learn here that it is closed, and why. */
function closedFacts(model: CaseContent, lang: Lang): Fact[] {
  const t = casePageTexts[lang];
  const { state: { closedWays }, names } = model;
  const through = waysThrough(model.state, told(model)).map(({ way, suspect }) => ({ way, because: t.throughSuspect(suspect) }));
  const closed = [...closedWays.map((one) => ({ way: one.way, because: t.closedBecause(momentWords(one.at, lang), nameOf(one.by, { names, lang }), one.knownFrom) })), ...through];
  if (closed.length === 0) return [];
  return [{ term: t.closedWays, value: <Stack gap="xs">{closed.map(({ way, because }) => <div key={way}><Written text={way} /><Quiet>{because}</Quiet></div>)}</Stack> }];
}

/** Whoever is suspected is no way to the person, whatever was said before. */
function neverThrough({ state }: CaseContent, lang: Lang): Fact[] {
  const suspects = suspectNames(state);
  return suspects.length === 0 ? [] : [{ term: casePageTexts[lang].neverThrough, value: <strong>{suspects.join(' · ')}</strong> }];
}

/** What is needed to talk with the person, as it was told. */
function needsFact({ state: { start } }: CaseContent, lang: Lang): Fact[] {
  const words = [...(start.needs ?? []).map((code) => NEED.label(code, lang)), start.needsWhat ?? ''].filter((text) => text !== '');
  return words.length === 0 ? [] : [{ term: casePageTexts[lang].needs, value: words.join(' · ') }];
}

/** What must be known before anybody calls, writes or knocks: what the team planned, and what the reports say. */
export function contactFacts(model: CaseContent, lang: Lang): Fact[] {
  const t = casePageTexts[lang];
  const { classification, plan, merged } = model.state;
  const said = told(model);
  const { safeWays, wayTakenBack, children } = said;
  const together = suspectLivesThere(model.state, said);
  const ways = waysGiven(model);
  const atHome = classification?.children === 'JA' ? 'JA' : children ?? classification?.children;
  return [
    {
      term: t.safeWay,
      value: (
        <Stack gap="xs">
          {ways.map((way) => <Written key={way} text={way} />)}
          {wayTakenBack ? <p><strong>{t.safeWayGone}</strong></p> : null}
          {ways.length > 0 || wayTakenBack ? null : merged === undefined ? <p>{t.noSafeWay}</p> : <p>{t.safeWayElsewhere(merged.intoReference)} <TextLink href={casePath(merged.into, 'personer')}>{mergeTexts[lang].toCase(merged.intoReference)}</TextLink></p>}
          {ways.length > safeWays.filter((way) => isOpenWay(model.state, way)).length && ways.length > 1 ? <p><Quiet>{t.oursFirst}</Quiet></p> : null}
        </Stack>
      ),
    },
    ...closedFacts(model, lang),
    ...neverThrough(model, lang),
    ...reservationFacts(model, lang),
    ...needsFact(model, lang),
    ...interpreterFact(model, lang),
    ...(plan?.suspectMayKnow === undefined ? [] : [{ term: t.mayKnow, value: <Written text={plan.suspectMayKnow} /> }]),
    { term: t.together, value: together === 'JA' ? <strong>{t.togetherYes}</strong> : together === 'NEI' ? ANSWER.label('NEI', lang) : t.togetherUnknown },
    ...(atHome === undefined ? [] : [{ term: t.childrenAtHome, value: atHome === 'JA' ? <strong>{t.childrenYes}</strong> : ANSWER.label(atHome, lang) }]),
  ];
}
