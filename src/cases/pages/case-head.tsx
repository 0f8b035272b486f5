import type { Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import { AGE_BAND } from '../../people/codes.ts';
import { CONSENT } from '../../reports/codes.ts';
import { Tag } from '../../web/ui/surfaces.tsx';
import { Clock, type Phase as ShownPhase } from '../../web/ui/time-line.tsx';
import { FileHeader, Tabs } from '../../web/ui/work.tsx';
import type { CaseState } from '../case.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { underWay } from '../receipt.ts';
import { crossingTexts } from '../texts/crossing.ts';
import { shownConsents, type ShownConsent } from '../shown-consent.ts';
import { isClosed, PHASE_OF, type Phase } from '../status.ts';
import { caseTexts } from '../texts.ts';
import { nameOf } from './answers.tsx';
import { clockProps } from './clock-words.ts';
import { casePath, TABS, type Tab } from './paths.ts';
import { AddressFlag, HeadWarnings } from './secrecy-part.tsx';
import { deadlines } from '../clocks.ts';
import { newestWish } from '../voice.ts';

const SHOWN_PHASE: Readonly<Record<Phase, ShownPhase>> = { MOTTA: 'receive', VURDERE: 'assess', HANDLE: 'act', AVSLUTTE: 'close' };
const FEW_WORDS = 110;

/** What never scrolls away: whom it is about, what they want, who has it, by when. `tab`: the part that is open; undefined on a step's page. */
export function CaseHead({ model, tab, lang }: { model: CaseContent; tab: Tab | undefined; lang: Lang }) {
  const { state, now } = model;
  const t = casePageTexts[lang];
  const [next] = deadlines(model.clocks);
  return (
    <>
      <FileHeader title={titleOf(model, lang)} facts={factsOf(model, lang)} flags={<Flags model={model} lang={lang} />} wants={wishOf(state)}
        responsible={state.lead === undefined ? t.nobodyYet : nameOf(state.lead, { names: model.names, lang })}
        clock={next === undefined ? undefined : <Clock {...clockProps(next, now, lang)} />} phase={SHOWN_PHASE[PHASE_OF[state.status]]} ended={isClosed(state.status)}
        warnings={<HeadWarnings model={model} reading={{ lang, names: model.names, municipalities: model.municipalities }} />} />
      <Tabs label={t.parts} items={TABS.map((one) => ({ label: t[`tab_${one}`], href: casePath(model.fileId, one), current: one === tab, count: countOf(one, state) }))} />
    </>
  );
}

/** What the person is called here: as they asked to be, else by name. */
export function titleOf({ state, alias }: CaseContent, lang: Lang): string {
  return state.start.person.alias ?? state.start.person.name ?? alias ?? casePageTexts[lang].unnamed;
}

function factsOf({ state, municipalities, reference }: CaseContent, lang: Lang): string[] {
  const ageBand = state.classification?.ageBand ?? state.start.ageBand;
  const place = state.owner === undefined ? undefined : municipalities[state.owner];
  return [
    ...(ageBand === undefined || ageBand === 'UKJENT' ? [] : [AGE_BAND.label(ageBand, lang)]), ...(place === undefined ? [] : [place]), reference, caseTexts[lang][`status.${state.status}`],
  ];
}

/** The newest word on what the person wants, short enough for a header; the whole of it stands in the page. */
function wishOf(state: CaseState): string | undefined {
  const wish = newestWish(state)?.replace(/\s+/g, ' ').trim();
  if (wish === undefined || wish === '') return undefined;
  return wish.length <= FEW_WORDS ? wish : `${wish.slice(0, FEW_WORDS).replace(/\s\S*$/, '')} …`;
}

function countOf(tab: Tab, { measures, notes, documents }: CaseState): number | undefined {
  if (tab === 'dokumenter') return documents.length === 0 ? undefined : documents.length;
  if (tab === 'tiltak') return measures.length === 0 ? undefined : measures.length;
  return tab === 'journal' && notes.length > 0 ? notes.length : undefined;
}

function Flags({ model, lang }: { model: CaseContent; lang: Lang }) {
  const t = casePageTexts[lang];
  const { state } = model;
  return (
    <>
      {state.akutt === undefined ? null : <Tag tone="life">{caseTexts[lang].akutt}</Tag>}
      <AddressFlag model={model} reading={{ lang, names: model.names, municipalities: model.municipalities }} />
      {underWay(state) === undefined ? null : <Tag tone="info" symbol="arrow">{crossingTexts[lang].underWayFlag}</Tag>}
      {state.restriction === undefined ? null : <Tag tone="warning" symbol="lock">{t.restrictedFlag}</Tag>}
      {state.classification !== undefined && state.classification.confirmed === undefined ? <Tag tone="info" symbol="half">{t.provisional}</Tag> : null}
      {shownConsents(state, osloDay(model.now)).map((one) => <Tag key={`${one.from}${one.fell}${one.status}`} tone={one.fell ? 'warning' : isWhole(one) ? 'success' : 'neutral'}>{t.consentFlag(consentWords(one, lang))}</Tag>)}
    </>
  );
}

/** The person’s own yes to all that the case needs; anything less is no go-ahead. */
function isWhole({ status, from, some }: ShownConsent): boolean {
  return from === 'PERSON' && !some && (status === 'GITT_SKRIFTLIG' || status === 'GITT_MUNTLIG');
}

function consentWords({ status, from, fell, some }: ShownConsent, lang: Lang): string {
  const t = casePageTexts[lang];
  const label = fell ? t.consentFell : CONSENT.label(status, lang).toLocaleLowerCase(lang);
  const giver = from === 'KIN' ? [t.consentByKin] : from === 'GUARDIAN' ? [t.consentByGuardian] : from === 'REPORT' && status !== 'UKJENT' ? [t.consentAsReported] : [];
  return [label, ...(some && !fell ? [t.consentForSome] : []), ...giver].join(', ');
}
