import type { ReactElement, ReactNode } from 'react';
import type { AssetName } from '../../web/assets.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { Columns, PrintOnly, Stack } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Alert } from '../../web/ui/surfaces.tsx';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent, OpenCase, WhoLooked } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { AccessPart } from './access-part.tsx';
import type { Reading } from './answers.tsx';
import { DocumentsPart } from './documents-part.tsx';
import { AssessmentPart } from './assessment-part.tsx';
import { CaseHead } from './case-head.tsx';
import { ContactCard } from './contact-card.tsx';
import { JournalPart } from './journal-part.tsx';
import { LeftLine } from './left-texts-part.tsx';
import { MeasuresPart } from './measures-part.tsx';
import { AskedLine } from './asked-line.tsx';
import { MergedPart } from './merged-part.tsx';
import { NextParts } from './next-parts.tsx';
import { OverviewPart } from './overview-part.tsx';
import { InEmergency } from './emergency-part.tsx';
import { DutiesPart } from './duties-part.tsx';
import { asksForAll, findTab, isCaseStep, JOINED, MERGED, type Tab } from './paths.ts';
import { PeoplePart } from './people-part.tsx';
import { QuestionPage } from './question-page.tsx';
import { sharedFaultLinks } from './disclosed-part.tsx';

/** One case on one page, or the one question before it. @param looked for the part about access, where this person may know */
export function CasePage({ model, request, looked }: { model: OpenCase; request: StaffRequest; looked?: WhoLooked | undefined }): ReactElement {
  if (model.mustDeclare) return <QuestionPage model={model} request={request} />;
  const { lang, query } = request;
  const tab = findTab(query.get('vis'));
  return (
    <CaseFrame model={model} request={request} tab={tab} saved={<><Saved request={request} /><InEmergency model={model} lang={lang} />{tab === 'journal' ? null : <LeftLine model={model} lang={lang} />}</>} scripts={tab === 'journal' ? ['writing.js'] : undefined} faults={tab === 'personer' ? sharedFaultLinks(query, lang) : undefined}
      aside={<>{tab === 'oversikt' ? <AskedLine model={model} reading={readingOf(model, request)} /> : null}<NextParts model={model} lang={lang} />{tab === 'oversikt' || tab === 'personer' ? null : <ContactCard model={model} lang={lang} />}</>}>
      <Part tab={tab} model={model} reading={readingOf(model, request)} looked={looked} query={query} />
      <PrintOnly><p>{casePageTexts[lang].printed(request.colleague.name, momentWords(model.now, lang))}</p></PrintOnly>
    </CaseFrame>
  );
}

export function readingOf(model: CaseContent, { lang }: StaffRequest): Reading {
  return { lang, names: model.names, municipalities: model.municipalities };
}

/** «Sak 2026-K7QF3M: Tiltak»: whoever has many tabs open, or hears the title read, knows which is which (WCAG 2.4.2). */
export function partTitle(title: string, part: string | undefined): string {
  return part === undefined ? title : `${title}: ${part}`;
}

type FrameProps = { model: CaseContent; request: StaffRequest; tab?: Tab | undefined; what?: string | undefined; aside: ReactNode; scripts?: readonly AssetName[] | undefined; saved?: ReactNode; faults?: readonly FaultLink[] | undefined; children: ReactNode };

/** A case's head over a main column and a smaller one; on a phone the next steps come first on the overview, and after the rest elsewhere. The browser's tab shows the reference and which part or step it is (`what`), and never a name. */
export function CaseFrame({ model, request, tab, what, aside, scripts, saved, faults, children }: FrameProps) {
  const t = casePageTexts[request.lang];
  const part = what ?? (tab === undefined || tab === 'oversikt' ? undefined : t[`tab_${tab}`]);
  return (
    <StaffPage request={request} title={partTitle(t.caseTitle(model.reference), part)} current="cases" fileHead={<CaseHead model={model} tab={tab} lang={request.lang} />} faults={faults} scripts={scripts}>
      <Stack>
        {saved}
        <MergedPart model={model} lang={request.lang} />
        <Columns aside={aside} asideFirst={tab === 'oversikt'}>{children}</Columns>
      </Stack>
    </StaffPage>
  );
}

function Saved({ request: { query, lang } }: { request: StaffRequest }) {
  const did = query.get('gjort');
  return isCaseStep(did) || did === JOINED || did === MERGED ? <Alert kind="success"><p>{casePageTexts[lang].saved(caseTexts[lang][`step.${did}`])}</p></Alert> : null;
}

function Part({ tab, model, reading, looked, query }: { tab: Tab; model: CaseContent; reading: Reading; looked: WhoLooked | undefined; query: URLSearchParams }) {
  switch (tab) {
    case 'oversikt': return <OverviewPart model={model} reading={reading} whole={asksForAll(query)} />;
    case 'vurdering': return <><AssessmentPart model={model} reading={reading} /><DutiesPart model={model} reading={reading} /></>;
    case 'tiltak': return <MeasuresPart model={model} reading={reading} />;
    case 'journal': return <JournalPart model={model} reading={reading} whole={asksForAll(query)} />;
    case 'personer': return <PeoplePart model={model} reading={reading} query={query} />;
    case 'dokumenter': return <DocumentsPart model={model} reading={reading} />;
    case 'tilgang': return <AccessPart model={model} reading={reading} looked={looked} />;
  }
}
