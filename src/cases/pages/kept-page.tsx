import type { ReactElement } from 'react';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { PageHead, Prose } from '../../web/ui/layout.tsx';
import { casePageTexts } from '../page-texts.ts';
import { DAY, stepIn } from './paths.ts';
import { typedWords } from './step-page.tsx';

/**
 * When a case went out of reach, or the database did, under somebody who was writing: their own words and nothing of the case, so it
 * is the same whether the case ended, never existed, or may not be seen.
 */
export function KeptPage({ request, why }: { request: StaffRequest; why: 'gone' | 'lost' }): ReactElement {
  const t = casePageTexts[request.lang];
  return (
    <StaffPage request={request} title={t.keptHeading} current="cases">
      <PageHead heading={t.keptHeading} lead={why === 'gone' ? t.keptGone : t.keptLost} />
      <Prose>
        <p>{t.keptText}</p>
        <DescriptionList items={keptWords(request)} />
        <p><TextLink href={DAY}>{t.toDay}</TextLink></p>
      </Prose>
    </StaffPage>
  );
}

function keptWords(request: StaffRequest) {
  const step = stepIn(request.path);
  return step === undefined ? [] : typedWords(step, request);
}

export function hasTyped(request: StaffRequest): boolean {
  return keptWords(request).length > 0;
}
