import type { ReactElement } from 'react';
import { freshSignIn } from '../../staff/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { PageHead, Prose } from '../../web/ui/layout.tsx';
import { casePageTexts } from '../texts/page.ts';
import type { CaseQuestion } from '../queries/models.ts';
import { secrecyTexts } from '../texts/secrecy-page.ts';
import { DAY } from './paths.ts';
import { keptWords } from './typed-words.tsx';

/** Before a case with a strictly confidential address: nothing of it but its reference, and one's own words where a form was on its way. */
export function SignInPage({ model, request }: { model: CaseQuestion; request: StaffRequest }): ReactElement {
  const { lang, path, query } = request;
  const t = secrecyTexts[lang];
  const typed = keptWords(request);
  return (
    <StaffPage request={request} title={casePageTexts[lang].caseTitle(model.reference)} current="cases">
      <PageHead heading={t.strictHeading} lead={t.strictLead} />
      <Prose>
        <p><LinkButton variant="primary" href={freshSignIn(query.size === 0 ? path : `${path}?${query.toString()}`)}>{t.signInAgain}</LinkButton></p>
        {typed.length === 0 ? null : <><p>{casePageTexts[lang].keptText}</p><DescriptionList items={typed} /></>}
        <p><TextLink href={DAY}>{casePageTexts[lang].toDay}</TextLink></p>
      </Prose>
    </StaffPage>
  );
}
