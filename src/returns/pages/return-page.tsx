import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import { OPENNESS } from '../../reports/codes.ts';
import { freshSignIn } from '../../staff/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { Checkbox } from '../../web/ui/choices.tsx';
import { DateField, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { Alert, Card, Details } from '../../web/ui/surfaces.tsx';
import type { OpenReturn } from '../queries/returns.ts';
import { opennessOf } from '../return.ts';
import { POPULATIONS } from '../schema.ts';
import { returnTexts } from '../texts.ts';
import { faultOf, FORM_ID, ReturnFrame, typedIn } from './frame.tsx';
import { receiverOptions, sentText, StateTag } from './parts.tsx';
import { actPath, DECISION_PART, filePath, returnPath, RETURNS } from './paths.ts';
import { ContentPart } from './tables-part.tsx';
import { dayText, faultText, named, returnTitle } from './words.ts';

type Part = (props: { readonly model: OpenReturn; readonly request: StaffRequest }) => ReactElement | null;

/** One version: where it stands, the next step, exactly what leaves, and the files. */
export const ReturnPage: Part = ({ model, request }) => {
  const { lang } = request;
  const t = returnTexts[lang];
  const title = returnTitle(model.line, lang);
  return (
    <ReturnFrame request={request} title={title} lead={model.schema.about[lang]} action={<LinkButton href={RETURNS}>{t.back}</LinkButton>}>
      <Facts model={model} request={request} />
      {model.makes ? <Next model={model} request={request} /> : null}
      {model.content === undefined ? <NotShown model={model} request={request} /> : <ContentPart schema={model.schema} content={model.content} lang={lang} />}
      <Bytes model={model} request={request} />
      <Files model={model} request={request} />
      <How model={model} request={request} />
    </ReturnFrame>
  );
};

const Facts: Part = ({ model, request: { lang } }) => {
  const t = returnTexts[lang];
  const { line, content, changed } = model;
  const anew = model.schema.tables.filter(({ id }) => (changed?.get(id) ?? 0) > 0);
  return (
    <Stack>
      <DescriptionList beside items={[
        { term: t.state, value: <StateTag status={line.status} lang={lang} /> },
        { term: t.columnForm, value: t[line.form] }, { term: t.openness, value: OPENNESS.label(opennessOf(line), lang) },
        { term: t.preparedBy, value: t.by(model.preparedBy, dayText(osloDay(model.preparedAt), lang)) },
        ...(model.lockedBy === undefined || model.lockedAt === undefined ? [] : [{ term: t.lockedBy, value: t.by(model.lockedBy, dayText(osloDay(model.lockedAt), lang)) }]),
        { term: t.columnSent, value: sentText(line.sent, lang) },
        ...(content?.form === 'RADER' && content.kommuner !== undefined ? [{ term: t.municipalities, value: t.allOfThem(named(content.kommuner.map(({ navn }) => navn), lang)) }] : []),
        ...(content === undefined ? [] : [{ term: t.cutOff, value: t.edition(content.utgave, content.definisjoner) }]),
      ]} />
      {content === undefined && (!model.unread || model.caseLeft || line.status === 'WITHDRAWN') ? null : model.faults.length === 0 ? <Alert kind="success" standing heading={t.checked} level={2}><p>{t.noFaults}</p></Alert> : (
        <Alert kind="warning" heading={t.checked} level={2}><p>{t.faults}</p><ul>{model.faults.slice(0, 20).map((fault, i) => <li key={`${fault.code} ${i}`}>{faultText(fault, lang)}</li>)}</ul></Alert>
      )}
      {model.recounted === undefined ? null : <Recounted tables={model.recounted} model={model} lang={lang} />}
      {changed === undefined ? null : (
        <Alert kind="info" heading={t.changes} level={2}>
          <ul>{anew.map(({ id, name }) => <li key={id}>{t.changedIn(name[lang], changed.get(id) ?? 0)}</li>)}</ul>
          <p>{t.unchanged}</p>
        </Alert>
      )}
    </Stack>
  );
};

/** Whoever locks sees one counting, and where it reads otherwise than the one that was taken back. */
function Recounted({ tables, model: { schema, line }, lang }: { readonly tables: readonly string[]; readonly model: OpenReturn; readonly lang: Lang }): ReactElement {
  const t = returnTexts[lang];
  const named = schema.tables.filter(({ id }) => tables.includes(id));
  return (
    <Alert kind="info" heading={t.recounted} level={2}>
      {line.form === 'RADER' ? <p>{t.recountedRows}</p> : named.length === 0 ? <p>{t.recountedSame}</p> : <><p>{t.recountedIn}</p><ul>{named.map(({ id, name }) => <li key={id}>{name[lang]}</li>)}</ul></>}
    </Alert>
  );
}

const NotShown: Part = ({ model: { newest, caseLeft, unread, line }, request: { lang } }) => {
  const t = returnTexts[lang];
  if (caseLeft) return <Alert kind="warning"><p>{t.leftClosed} {line.sent.length > 0 ? t.leftSent : line.status === 'LOCKED' ? t.leftNotSent : t.leftPrepared}</p></Alert>;
  if (unread && line.status === 'LOCKED') return <p>{t.opens_no_place}</p>;
  if (unread && line.status === 'PREPARED') return <p>{t.unread} <TextLink href={`${RETURNS}#${DECISION_PART}`}>{t.decisions}</TextLink></p>;
  return <p>{t.takenBack} {newest === undefined ? null : <TextLink href={returnPath(newest)}>{t.toNewest}</TextLink>}</p>;
};

const MOST_LINES = 300;

/** The file itself, letter by letter, before anybody locks it. */
const Bytes: Part = ({ model: { csv, content }, request: { lang } }) => {
  const t = returnTexts[lang];
  if (content === undefined) return null;
  const lines = csv.split('\r\n');
  return (
    <Details summary={t.bytes}>
      <p>{t.bytesLead(lines.length - 1)} {lines.length > MOST_LINES ? t.bytesFirst(MOST_LINES) : null}</p>
      <Written text={lines.slice(0, MOST_LINES).join('\n')} />
    </Details>
  );
};

const Next: Part = ({ model, request }) => {
  const { lang } = request;
  const t = returnTexts[lang];
  const { returnId, status } = model.line;
  if (status === 'WITHDRAWN' || (model.unread && (status === 'LOCKED' || model.caseLeft))) return null;
  const withdraw = model.unread ? null : <Form action={actPath(returnId, 'trekk')} inline><Button variant="tertiary">{t.withdraw}</Button></Form>;
  return (
    <ScreenOnly>
      <Section heading={t.next} id={FORM_ID}>
        {status === 'LOCKED' ? <Locked model={model} request={request} /> : (
          <Card>
            <Stack>
              {model.caseLeft ? null : <p>{!model.own ? t.lockLead : model.line.form === 'RADER' ? t.lockOtherRows : t.lockOther}</p>}
              {model.own || model.caseLeft ? withdraw : <FormActions><Form action={actPath(returnId, 'las')} inline><Button symbol="lock">{t.lock}</Button></Form>{withdraw}</FormActions>}
            </Stack>
          </Card>
        )}
      </Section>
    </ScreenOnly>
  );
};

const Locked: Part = ({ model, request }) => {
  const { lang } = request;
  const t = returnTexts[lang];
  const { returnId, schemaId, form, period } = model.line;
  return (
    <Stack>
      {model.caseLeft && model.line.sent.length === 0 ? (
        <Card>
          <Form action={actPath(returnId, 'trekk')}>
            <Checkbox name="nobodyHas" value="ja" label={t.nobodyHas} error={faultOf(request, 'nobodyHas')} />
            <FormActions><Button>{t.withdraw}</Button></FormActions>
          </Form>
        </Card>
      ) : null}
      <Sending model={model} request={request} />
      {model.prepares ? (
        <Details summary={t.correct} open={request.refused !== undefined && request.form.has('schema')}>
          <p>{t.correctLead}</p>
          <Form action={actPath(returnId, 'rett')} hidden={{ returnId: model.newId, schema: schemaId, form, period }} inline><Button variant="secondary">{t.correct}</Button></Form>
        </Details>
      ) : null}
    </Stack>
  );
};

/** Only those that will be accepted are offered; of rows there may be none, and then the page says why. */
const Sending: Part = ({ model: { line, receivers, missing, newId, today }, request }) => {
  const { lang } = request;
  const t = returnTexts[lang];
  const [first] = receivers;
  if (first === undefined) return <p>{t.noReceiver} <WhyNotOut missing={missing} lang={lang} /></p>;
  return (
    <Form action={actPath(line.returnId, 'sendt')} hidden={{ sendingId: newId }}>
      <Select name="receiver" label={t.receiver} value={typedIn(request, 'receiver', receivers.length === 1 ? first : '')} error={faultOf(request, 'receiver')} required options={receiverOptions(lang, receivers)} />
      <DateField name="sentOn" label={t.sentOn} value={typedIn(request, 'sentOn', today)} error={faultOf(request, 'sentOn')} required />
      <FormActions><Button>{t.recordSending}</Button></FormActions>
    </Form>
  );
};

function WhyNotOut({ missing, lang }: { readonly missing: readonly string[] | undefined; readonly lang: Lang }): ReactElement {
  const t = returnTexts[lang];
  return <>{missing === undefined ? t.notInForce : t.rowsWait(named(missing, lang))} <TextLink href={`${RETURNS}#${DECISION_PART}`}>{t.decisions}</TextLink></>;
}

const Files: Part = ({ model, request }) => {
  const { lang } = request;
  const t = returnTexts[lang];
  const { returnId, status, form } = model.line;
  if (status === 'WITHDRAWN' || model.caseLeft || model.unread) return null;
  if (form === 'RADER' && status !== 'LOCKED') return <Section heading={t.files}><p>{t.filesAfterLock}</p></Section>;
  if (form === 'RADER' && (model.missing === undefined || model.missing.length > 0)) {
    return <Section heading={t.files}><p>{t.filesWait} <WhyNotOut missing={model.missing} lang={lang} /></p></Section>;
  }
  if (form === 'RADER' && !model.fresh) return <SignIn model={model} request={request} />;
  return (
    <Section heading={t.files}>
      <ul>{model.files.map((file) => (
        <li key={file.key}><TextLink href={filePath(returnId, file.key)}>{t[`file.${file.key}`]}</TextLink><br /><Quiet>{t.sum(file.sum)}</Quiet></li>
      ))}</ul>
    </Section>
  );
};

/** Back here afterwards: nothing is written on this page that could be lost. */
const SignIn: Part = ({ model: { line }, request: { lang } }) => {
  const t = returnTexts[lang];
  return (
    <Section heading={t.files}>
      <ScreenOnly>
        <Card heading={t.confirm} level={3} symbol="lock">
          <p>{t.confirmLead}</p>
          <p><LinkButton href={freshSignIn(returnPath(line.returnId))} variant="primary">{t.confirmButton}</LinkButton></p>
        </Card>
      </ScreenOnly>
    </Section>
  );
};

const How: Part = ({ model: { schema, content, line }, request: { lang } }) => {
  const t = returnTexts[lang];
  const form = content?.form ?? line.form;
  const used = POPULATIONS.filter((one) => (form === 'RADER' ? one === 'OWN' : schema.tables.some(({ counts }) => counts === one)));
  return (
    <Stack>
      {schema.cannotFill.length === 0 || form === 'RADER' ? null : (
        <Section heading={t.cannotFill}><DescriptionList items={schema.cannotFill.map(({ name, why }) => ({ term: name[lang], value: why[lang] }))} /></Section>
      )}
      <Details summary={t.definitions}>
        {used.map((one) => <p key={one}>{t[one]}</p>)}
        <p>{t.secret}</p>
      </Details>
    </Stack>
  );
};
