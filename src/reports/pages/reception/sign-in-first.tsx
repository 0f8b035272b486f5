import type { ReactElement } from 'react';
import type { FileId } from '../../../kernel/ids.ts';
import { receptionTexts } from '../../texts/reception.ts';
import { freshSignIn } from '../../../staff/public.ts';
import { NotHere, type StaffRequest, type StaffRoute } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { LinkButton, TextLink } from '../../../web/ui/buttons.tsx';
import { DescriptionList } from '../../../web/ui/facts.tsx';
import { PageHead, Prose } from '../../../web/ui/layout.tsx';
import { typedWords } from './kept-page.tsx';
import { INBOX, reportPath } from './paths.ts';

/** A case with a strictly confidential address has the report: nothing of it before a new sign-in but its reference, and one's own words where a form was on its way. */
export function SignInFirst({ request, fileId, reference }: { request: StaffRequest; fileId: FileId | string; reference: string | undefined }): ReactElement {
  const t = receptionTexts[request.lang];
  const heading = reference === undefined ? t.signInAgain : t.report(reference);
  const typed = typedWords(request);
  return (
    <StaffPage request={request} title={heading} current="reception">
      <PageHead heading={heading} lead={t.strictLead} />
      <Prose>
        <p><LinkButton variant="primary" href={freshSignIn(reportPath(fileId))}>{t.signInAgain}</LinkButton></p>
        {typed.length === 0 ? null : <><p>{t.keptText}</p><DescriptionList items={typed} /></>}
        <p><TextLink href={INBOX}>{t.toInbox}</TextLink></p>
      </Prose>
    </StaffPage>
  );
}

/** A page of its own for a step in a report: whoever must prove anew who they are is told so there, and not that it does not exist. */
export function provenFirst(route: StaffRoute): StaffRoute {
  return {
    ...route,
    handle: (request) => route.handle(request).catch((error: unknown) => {
      if (!(error instanceof NotHere) || error.message !== 'sign_in_again') throw error;
      return { kind: 'page', status: request.refused === undefined ? 200 : 422, page: <SignInFirst request={request} fileId={request.params['id'] ?? ''} reference={undefined} /> };
    }),
  };
}
