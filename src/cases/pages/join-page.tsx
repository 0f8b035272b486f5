import type { ReactElement } from 'react';
import { freshSignIn } from '../../staff/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { LinkButton } from '../../web/ui/buttons.tsx';
import { PageHead, Stack, Written } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { casePageTexts } from '../texts/page.ts';
import { secrecyTexts } from '../texts/secrecy-page.ts';
import { sameTexts } from '../texts/same-page.ts';
import { caseTexts } from '../texts.ts';
import { INBOX } from './paths.ts';
import { ReopenForm } from './same-person-part.tsx';
import { LeavesOut, Question, tellsFirst } from './question-page.tsx';

/** Before a report goes into a case: the one question about both, or why it did not. */
export function JoinPage({ request, refusal }: { request: StaffRequest; refusal: string | undefined }): ReactElement {
  const { lang, form, path } = request;
  const [t, same] = [casePageTexts[lang], sameTexts[lang]];
  const report = form.one('report');
  const grounds = form.one('grounds');
  const signIn = request.refused?.code === 'sign_in_again';
  const why = request.refused?.fields?.['grounds'] !== undefined && request.refused.fields['connection'] === undefined;
  return (
    <StaffPage request={request} title={caseTexts[lang]['step.joinReport']} current="reception">
      <PageHead heading={caseTexts[lang]['step.joinReport']} lead={refusal === undefined ? same.question : undefined} />
      <Stack>
        {refusal === undefined && why ? <ReopenForm action={path} report={report} connection={form.one('connection') || undefined} refused={request.refused} lang={lang} /> : refusal === undefined
          ? <Question action={path} lang={lang} what={[same.yesJoining, t.yesWhy]} hidden={<><input type="hidden" name="report" value={report} />{grounds === '' ? null : <input type="hidden" name="grounds" value={grounds} />}</>} />
          : tellsFirst(request.refused) ? <LeavesOut refused={request.refused} request={request} reports={[report]} /> : <Alert kind="warning"><p>{refusal}</p>{signIn ? <p><LinkButton variant="primary" href={freshSignIn(`${INBOX}/${report}`)}>{secrecyTexts[lang].signInAgain}</LinkButton></p> : null}{grounds === '' ? null : <><p>{t.keptText}</p><Written text={grounds} /></>}</Alert>}
        <p><LinkButton href={`${INBOX}/${report}`}>{same.back}</LinkButton></p>
      </Stack>
    </StaffPage>
  );
}
