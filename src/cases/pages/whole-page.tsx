import type { ReactElement } from 'react';
import { freshSignIn } from '../../staff/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { RadioGroup } from '../../web/ui/choices.tsx';
import { Field } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Row, Section, Stack } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Alert, Card, EmptyState } from '../../web/ui/surfaces.tsx';
import type { WholePage } from '../queries/whole.ts';
import type { Lang } from '../../kernel/texts.ts';
import { wholeTexts } from '../whole/texts.ts';
import { uncasedTexts } from '../whole/uncased-texts.ts';
import { FORM_ID, refusalWords } from './faults.ts';
import { ARCHIVE, besidePath, casePath, wholeFilePath, wholePath } from './paths.ts';

/** Where a whole case is taken out: who one is first, then the file, and the files one has. Nothing of the case stands here but its reference. */
export function WholeFilePage({ model, request }: { model: WholePage; request: StaffRequest }): ReactElement {
  const { lang, refused, query } = request;
  const t = wordsFor(model.kind, lang);
  const code = refused?.code;
  const fault = code === undefined ? undefined : code === 'bad_input' ? t.answerFirst : code === 'sign_in_again' || code === 'gone' || code === 'cannot_typeset' ? t[`refusal_${code}`] : refusalWords(code, lang);
  const faults = fault === undefined ? [] : [{ field: FORM_ID, text: fault }];
  return (
    <StaffPage request={request} title={t.title(model.reference)} current={model.kind === 'case' ? 'cases' : undefined} more={model.kind === 'case' ? undefined : 'archive'} faults={faults}>
      <PageHead heading={t.heading} lead={t.title(model.reference)} action={model.kind !== 'case' && model.archives ? <TextLink href={ARCHIVE}>{t.back}</TextLink> : model.readsCase ? <TextLink href={casePath(model.fileId, 'dokumenter')}>{t.back}</TextLink> : undefined} />
      <Stack>
        {query.get('gjort') === null ? null : <Alert kind="success"><p>{t.saved}</p></Alert>}
        {model.mustDeclare ? <Connection model={model} request={request} /> : <Make model={model} request={request} />}
        {model.mustDeclare ? null : <Yours model={model} request={request} />}
      </Stack>
    </StaffPage>
  );
}

/** The same page, in the words of what is taken out. */
function wordsFor(kind: WholePage['kind'], lang: Lang) {
  const t = wholeTexts[lang];
  if (kind === 'case') return t;
  const { connection, lead2, confirmLead, withheld, withheldArchive, format, back, ...u } = uncasedTexts[lang];
  return { ...t, connection, lead2, confirmLead, withheld, withheldArchive, format, back, heading: u[`heading_${kind}`], title: u[`title_${kind}`] };
}

type Props = { model: WholePage; request: StaffRequest };

function Make({ model, request: { lang } }: Props) {
  const t = wordsFor(model.kind, lang);
  if (!model.fresh) {
    return (
      <Card heading={t.confirm} symbol="lock" id={FORM_ID}>
        <p>{t.confirmLead}</p>
        <p><LinkButton href={freshSignIn(wholePath(model.fileId))} variant="primary">{t.confirmButton}</LinkButton></p>
      </Card>
    );
  }
  return (
    <Form action={wholePath(model.fileId)} id={FORM_ID} hidden={{ newId: model.newId, sprak: lang }}>
      <p>{t.lead2}</p>
      <p><Quiet>{model.edition === 'archive' ? t.withheldArchive : t.withheld} {t.print}</Quiet></p>
      <FormActions><Button>{t.make}</Button></FormActions>
    </Form>
  );
}

function Connection({ model, request: { lang } }: Props) {
  const t = wordsFor(model.kind, lang);
  return (
    <Form action={`${wholePath(model.fileId)}/inhabil`} id={FORM_ID}>
      <RadioGroup name="connection" label={t.connection} required options={[{ value: 'INGEN', label: t.connectionNo }, { value: 'TILKNYTTET', label: t.connectionYes }]} />
      <FormActions><Button>{t.confirm}</Button></FormActions>
    </Form>
  );
}

function Yours({ model, request: { lang } }: Props) {
  const t = wordsFor(model.kind, lang);
  return (
    <Section heading={t.yours}>
      {model.files.length === 0 ? <p><Quiet>{t.none}</Quiet></p> : (
        <Stack gap="s">{model.files.map((one) => (
          <Card key={one.wholeId} heading={momentWords(one.madeAt, lang)} level={3} symbol="doc">
            <Row>
              <LinkButton small download href={wholeFilePath(model.fileId, one.wholeId, 'pdf')} label={`${t.pdf}, ${momentWords(one.madeAt, lang)}`}>{t.pdf}</LinkButton>
              <LinkButton small download href={wholeFilePath(model.fileId, one.wholeId, 'json')} label={`${t.json}, ${momentWords(one.madeAt, lang)}`}>{t.json}</LinkButton>
            </Row>
            <Beside model={model} one={one} lang={lang} />
            <p><Quiet>{t.until(momentWords(one.until, lang))}</Quiet></p>
          </Card>
        ))}</Stack>
      )}
      <p><Quiet>{t.format}</Quiet></p>
    </Section>
  );
}

/** What else the archive is to have: until each is fetched, the package is not whole. */
function Beside({ model, one: { wholeId, beside = 0 }, lang }: { model: WholePage; one: WholePage['files'][number]; lang: Lang }) {
  const t = wholeTexts[lang];
  if (beside === 0 || model.edition !== 'archive') return null;
  return (
    <Stack gap="xs">
      <p>{t.notWhole(beside)}</p>
      <Row>{Array.from({ length: beside }, (_, index) => <LinkButton key={index} small download variant="secondary" href={besidePath(model.fileId, wholeId, index + 1)}>{t.besideNo(index + 1)}</LinkButton>)}</Row>
    </Stack>
  );
}

/** For whoever keeps the archive: a case by its reference, and nothing else. */
export function ArchivePage({ reference, known, request }: { reference: string; known: boolean; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = wholeTexts[lang];
  return (
    <StaffPage request={request} title={t.archive} more="archive">
      <PageHead heading={t.archive} lead={t.archiveLead} />
      <Stack>
        <Form action={ARCHIVE} method="get" inline>
          <Field name="ref" label={t.referenceLabel} value={reference} size={14} />
          <FormActions><Button variant="secondary">{t.find}</Button></FormActions>
        </Form>
        {reference === '' || known ? null : <EmptyState heading={t.unknown} symbol="ring" />}
      </Stack>
    </StaffPage>
  );
}
