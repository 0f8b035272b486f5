import type { ReactElement } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import { CHANNEL } from '../../codes.ts';
import type { ReportQuestion } from '../../queries.ts';
import { receptionTexts } from '../../texts/reception.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { Button, TextLink } from '../../../web/ui/buttons.tsx';
import { Form, FormActions, PageHead, Prose, Quiet, Stack } from '../../../web/ui/layout.tsx';
import { ageWords, momentWords } from '../../../web/ui/moments.ts';
import { Alert, Card, Details } from '../../../web/ui/surfaces.tsx';
import { ToPhone } from '../desk/to-phone.tsx';
import { boxFaults, faultLinks, STEPS_ID } from './faults.ts';
import { connectionPath, DONE, INBOX, urgentPath } from './paths.ts';
import { Raise } from './report-actions.tsx';
import { SignInFirst } from './sign-in-first.tsx';
import type { Workplace } from '../../workplace.ts';
import { WorksThere } from '../works-there.tsx';

/**
 * The one question before a word of the report is shown (fvl § 6): what the inbox says of it, where it happened, where somebody it is about works, and two answers.
 * «Nei» has the focus, so that Enter on the list and Enter here read the report. Akutt is opened at once and answered afterwards.
 */
export function QuestionPage({ model, request, workplace }: { model: ReportQuestion; request: StaffRequest; workplace: Workplace | undefined }): ReactElement {
  const { lang } = request;
  const t = receptionTexts[lang];
  if (model.signIn) return <SignInFirst request={request} fileId={model.fileId} reference={model.reference} />;
  return (
    <StaffPage request={request} title={t.report(model.reference)} current="reception" faults={faultLinks(request.refused, lang)}>
      <PageHead heading={t.report(model.reference)} lead={t.questionLead} />
      <Stack>
        {request.query.get('gjort') === DONE.urgent ? <Alert kind="success" heading={t.doneUrgent} /> : null}
        {model.urgent ? <Alert kind="life" heading={t.urgentHeading}><p>{t.urgentUnread}</p></Alert> : null}
        <p>{factsOf(model, lang).join(' · ')}</p>
        <WorksThere workplace={workplace} lang={lang} />
        <Card heading={t.connection} symbol="shield">
          <Prose>
            <Form action={connectionPath(model.fileId)}>
              <FormActions>
                <Button name="connection" value="INGEN" label={`${t.answerNo}. ${t.connection}`} first>{t.answerNo}</Button>
                <Button name="connection" value="TILKNYTTET" variant="secondary">{t.answerYes}</Button>
                {model.urgent ? <Button name="connection" value="SENERE" variant="secondary" symbol="bell">{t.answerLater}</Button> : null}
              </FormActions>
            </Form>
            <ul><li>{t.connectionMeans}</li><li>{t.connectionLater}</li><li>{t.connectionYes}</li></ul>
            <p><Quiet>{t.connectionLaw}</Quiet></p>
          </Prose>
        </Card>
        {model.mayRaise ? <RaiseFirst model={model} request={request} /> : null}
        <p><TextLink href={INBOX}>{t.toInbox}</TextLink> <ToPhone lang={lang} quiet /></p>
      </Stack>
    </StaffPage>
  );
}

/** As much as one needs to know whether one may judge it; whom it names stands behind the answer. */
function factsOf({ received_at: received, channel, place, now }: ReportQuestion, lang: Lang): string[] {
  const t = receptionTexts[lang];
  return [
    `${t.came(momentWords(received, lang))} (${ageWords(received, now, lang)})`, `${t.municipality}: ${place ?? t.placeUnknown}`, CHANNEL.is(channel) ? CHANNEL.label(channel, lang) : channel,
  ];
}

/** Danger does not wait for the answer (fvl § 7). */
function RaiseFirst({ model, request: { lang, form, refused, path } }: { model: ReportQuestion; request: StaffRequest }) {
  const t = receptionTexts[lang];
  return (
    <div id={STEPS_ID}>
      <Details summary={t.raise} open={refused !== undefined && path === urgentPath(model.fileId)}>
        <Raise parts={{ fileId: model.fileId, urgent: model.urgent, typed: form, faults: boxFaults(refused, lang), lang }} />
      </Details>
    </div>
  );
}

/** The answer that is owed by whoever opened it in danger, and the yes of whoever sees first now that they know somebody. */
export function OwedAnswer({ fileId, lang }: { fileId: ReportQuestion['fileId']; lang: Lang }) {
  const t = receptionTexts[lang];
  return (
    <Alert kind="warning" heading={t.owedHeading}>
      <p>{t.owed} {t.connection}</p>
      <Form action={connectionPath(fileId)}>
        <FormActions>
          <Button name="connection" value="INGEN" small>{t.owedNo}</Button>
          <Button name="connection" value="TILKNYTTET" variant="secondary" small>{t.answerYes}</Button>
        </FormActions>
      </Form>
    </Alert>
  );
}
