import { Button } from '../../../web/ui/buttons.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { FormStep, FormSteps } from '../../../web/ui/form-steps.tsx';
import { Form } from '../../../web/ui/layout.tsx';
import { Alert, Details } from '../../../web/ui/surfaces.tsx';
import { FIELDS, GROUPS, type FieldName } from '../../form/fields.ts';
import type { Problems } from '../../form/problems.ts';
import type { Written } from '../../form/written.ts';
import { offered } from './answers.ts';
import { Around, First, Happened, Last, Person, Wish } from './form-parts.tsx';
import { PrivacyNotice } from './about-pages.tsx';
import { Page, WithPhone, type PublicPage } from './page.tsx';
import { path } from './paths.ts';
import { Asking, fieldId, problemWording, type FormState } from './question.tsx';
import { groupOf, wordsOf, type Voice } from './voice.ts';

/** unknown: nobody knows whether it was stored (503) · token: the token was not ours, this is a new one · busy: not even tried */
export type Notice = 'unknown' | 'token' | 'busy';

export type MeldPageProps = PublicPage & {
  /** sealed token of the draft, posted as `skjema` */
  readonly token: string;
  /** what was sent, to be shown again */
  readonly written?: Written | undefined;
  readonly problems?: Problems | undefined;
  readonly notice?: Notice | undefined;
};

const FORM_ID = 'skjemaet';
const PARTS = { 'del-1': First, 'del-2': Wish, 'del-3': Person, 'del-4': Happened, 'del-5': Around, 'del-6': Last };

/** The whole report form as one document: parts shown by the address's `#del-n`, nothing stored or sent before «Send». */
export function MeldPage(props: MeldPageProps) {
  const { lang, variety, token } = props;
  const t = wordsOf(props);
  const state: FormState = { lang, variety, written: props.written ?? {}, problems: props.problems ?? {} };
  const faults = faultLinks(state);
  return (
    <Page {...props} name="form" title={t.formTitle} exitToken={token} faults={faults.length} writing>
      <ErrorSummary faults={faults} />
      <NoticeBox notice={props.notice} voice={props} />
      <div className={faults.length > 0 || props.notice !== undefined ? 'vr-form vr-again' : 'vr-form'}>
        <Form action={path(lang, 'form', variety)} id={FORM_ID} hidden={{ skjema: token }}>
          {/* The first button of a form is what Enter presses. A disabled one makes Enter in a text line send nothing. */}
          <button type="submit" disabled hidden />
          <Asking state={state}><AllParts {...props} /></Asking>
        </Form>
      </div>
    </Page>
  );
}

/** In the order of the form, not of the rules. */
function faultLinks(state: FormState) {
  return FIELDS.flatMap(({ name }: { name: FieldName }) => {
    const text = problemWording(state, name);
    return text === undefined ? [] : [{ field: fieldId(name), text }];
  });
}

function AllParts(props: MeldPageProps) {
  const { lang, variety, site, demo } = props;
  const answers = offered(props, site, demo === true);
  return (
    <FormSteps heading={wordsOf(props).formHeading}>
      {GROUPS.map((group, index) => {
        const Part = PARTS[group];
        const { heading, lead } = groupOf(props, group);
        const last = index === GROUPS.length - 1;
        return (
          <FormStep key={group} id={group} n={index + 1} of={GROUPS.length} heading={heading} lead={lead === undefined ? undefined : <WithPhone text={lead} number={site.phone.number} />}
            back={GROUPS[index - 1]} next={GROUPS[index + 1]} send={last ? <div className="vr-send"><Button>{wordsOf(props).send}</Button></div> : undefined}>
            <Part lang={lang} variety={variety} site={site} answers={answers} />
            {last ? <BeforeSending {...props} /> : null}
          </FormStep>
        );
      })}
    </FormSteps>
  );
}

/** Who answers for it, what for, on what ground, who reads, how long it is kept, and one's rights (GDPR art. 13), before anything is sent. */
function BeforeSending(props: MeldPageProps) {
  const t = wordsOf(props);
  return (
    <div className="vr-send">
      <p>{t.beforeSending} {t.sendHint}</p>
      {/* The script takes this away: with it, the form stays until the network is back. */}
      <p id="for-hand">{t.reloadUnsent}</p>
      <Details summary={t.moreAboutData}><PrivacyNotice {...props} level={3} /></Details>
    </div>
  );
}

function NoticeBox({ notice, voice }: { notice: Notice | undefined; voice: Voice }) {
  const t = wordsOf(voice);
  if (notice === undefined) return null;
  const [heading, text] = {
    unknown: [t.noticeUnknownHeading, t.noticeUnknown], token: [t.noticeTokenHeading, t.noticeToken], busy: [t.noticeBusyHeading, t.noticeBusy],
  }[notice];
  return (
    <div className="vr-notice" role="alert">
      <Alert kind="warning" heading={heading}>
        <p>{text}</p>
        <p><Button form={FORM_ID}>{t.sendAgain}</Button></p>
      </Alert>
    </div>
  );
}

/** 503: the database did not answer in time. The form stands there with every word, and may safely be sent again. */
export function UnknownOutcomePage(props: MeldPageProps & { readonly written: Written }) {
  return <MeldPage {...props} notice="unknown" />;
}
