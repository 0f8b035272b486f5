import type { ReactElement } from 'react';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList, type Fact } from '../../web/ui/facts.tsx';
import { DateField, Field, Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { momentWords, shortDayWords } from '../../web/ui/moments.ts';
import { Alert, Card, Tag } from '../../web/ui/surfaces.tsx';
import { passageWords } from '../../cases/public.ts';
import { dialogueTexts } from '../../reports/public.ts';
import { asksForThemselves, type Decision } from '../access-request.ts';
import { GROUND, GROUND_LAW, IDENTITY, LETTER, REQUESTER } from '../codes.ts';
import type { OpenRequest, PieceLine } from '../queries/requests.ts';
import { privacyTexts } from '../texts/page.ts';
import { faultOf, PrivacyPage, valueOf } from './frame.tsx';
import { filePath, partPath, REQUESTS } from './paths.ts';
import { DueTag, IdentityFields } from './request-list.tsx';

type PartProps = { model: OpenRequest; request: StaffRequest };

/** One request, from who it is to the letter: four steps down the page. */
export function RequestPage({ model, request }: PartProps): ReactElement {
  const { lang } = request;
  const t = privacyTexts[lang];
  const labels = { identity: t.identity, identityHow: t.identityHow, reference: t.reference, letter: t.letter, answeredOn: t.answeredOn, how: t.how, advice: t.adviceField };
  const open = model.answeredOn === undefined;
  return (
    <PrivacyPage request={request} title={t.one} part="requests" labels={labels} action={<LinkButton href={REQUESTS} small>{t.back}</LinkButton>}>
      <About model={model} request={request} />
      {model.mayHandle && open ? <Steps model={model} request={request} /> : null}
      {model.sent === undefined || open ? null : <Section heading={t.sentLetter}><Card><Written text={model.sent} /></Card></Section>}
      <Advice model={model} request={request} />
    </PrivacyPage>
  );
}

function About({ model, request: { lang } }: PartProps) {
  const t = privacyTexts[lang];
  const { request: said } = model;
  const due = <>{shortDayWords(model.due, model.now, lang)} {model.answeredOn === undefined ? <DueTag due={model.due} today={model.today} lang={lang} /> : null}<br /><Quiet>{t.dueSource}</Quiet></>;
  const facts: Fact[] = [
    { term: t.whoAsks, value: REQUESTER.label(model.requester, lang) }, { term: t.received, value: shortDayWords(model.receivedOn, model.now, lang) }, { term: t.due, value: due },
    ...(model.answeredOn === undefined ? [] : [{ term: t.answered, value: shortDayWords(model.answeredOn, model.now, lang) }, { term: t.letter, value: model.letter === undefined ? t.letterElsewhere : LETTER.label(model.letter, lang) }]),
    { term: t.identity, value: IDENTITY.label(model.identity, lang) },
    ...(said === undefined ? [] : [{ term: t.name, value: said.name }, { term: t.about, value: said.about }, ...(['asks', 'reach', 'identityHow'] as const).filter((key) => said[key] !== '').map((key) => ({ term: t[key], value: <Written text={said[key]} /> }))]),
    ...(said?.answer === undefined ? [] : [{ term: t.how, value: said.answer.how }]),
  ];
  return <>{said === undefined ? <Alert kind="info"><p>{t.onlyHow}</p></Alert> : null}<DescriptionList items={facts} /></>;
}

function Steps({ model, request }: PartProps) {
  const { lang } = request;
  const t = privacyTexts[lang];
  const { request: said } = model;
  if (said === undefined) return null;
  const version = { version: String(model.version) };
  return (
    <ScreenOnly><Stack>
      <Section heading={t.stepIdentity}>
        <Form action={partPath(model.requestId, 'identitet')} hidden={version}>
          <IdentityFields request={request} identity={said.identity} how={said.identityHow} />
          <FormActions><Button variant="secondary">{t.save}</Button></FormActions>
        </Form>
      </Section>
      <Section heading={t.stepCase}>
        <p><Found model={model} request={request} /></p>
        <Form action={partPath(model.requestId, 'sak')} hidden={version}>
          <Field name="reference" label={t.reference} description={t.caseLead} size={14} value={valueOf(request, 'reference', typeof model.found === 'object' ? model.found.reference : '')} error={faultOf(request, 'reference')} />
          <FormActions><Button variant="secondary">{t.saveCase}</Button></FormActions>
        </Form>
        <p><Quiet>{t.rectify}</Quiet></p>
      </Section>
      <Section heading={t.stepPieces}><Pieces model={model} request={request} /></Section>
      <Section heading={t.stepLetter}><Letter model={model} request={request} /></Section>
    </Stack></ScreenOnly>
  );
}

function Found({ model, request: { lang } }: PartProps) {
  const t = privacyTexts[lang];
  if (model.found === 'closed') return t.linkedClosed;
  if (model.found !== undefined) return <Tag symbol="doc">{t.linkedTo(model.found.reference)}</Tag>;
  return model.request?.nothingFound === true ? t.lookedNothing : t.notLooked;
}

function Pieces({ model, request }: PartProps) {
  const { lang } = request;
  const t = privacyTexts[lang];
  if (model.pieces.length === 0) return <p><Quiet>{t.noPieces}</Quiet></p>;
  return (
    <Form action={partPath(model.requestId, 'stykker')} hidden={{ version: String(model.version) }}>
      <p>{t.piecesLead}</p>
      {asksForThemselves(model.requester) ? null : <Alert kind="warning"><p>{t.nothingByUsual}</p></Alert>}
      <p>{model.decided ? <Tag tone="success">{t.allPieces}</Tag> : <Tag tone="warning" symbol="half">{t.somePieces}</Tag>}</p>
      <Stack gap="s">{model.pieces.map((piece) => <Piece key={piece.passage.id} piece={piece} caseId={typeof model.found === 'object' ? model.found.fileId : ''} request={request} />)}</Stack>
      <FormActions><Button>{t.savePieces}</Button></FormActions>
    </Form>
  );
}

const chosen = (decision: Decision): string => (decision.give ? 'GI' : decision.ground);

function Piece({ piece: { passage, decision }, caseId, request }: { piece: PieceLine; caseId: string; request: StaffRequest }) {
  const { lang } = request;
  const t = privacyTexts[lang];
  const { title, lines } = passageWords(passage, lang);
  const name = `stykke-${passage.id}`;
  return (
    <Card heading={title} level={3}>
      <Written text={lines.join('\n')} />
      {passage.file === undefined || passage.file.closed ? null : <p><TextLink href={filePath(caseId, passage.file.report, passage.file.no)}>{dialogueTexts[lang].download(passage.file.no)}</TextLink></p>}
      <Select name={name} label={t.verdict} empty={false} value={valueOf(request, name, chosen(decision))}
        options={[...(passage.covered === true || passage.file?.closed === true ? [] : [{ value: 'GI', label: t.give }]), ...GROUND.codes.map((code) => ({ value: code, label: t.withhold(`${GROUND.label(code, lang)} (${GROUND_LAW[code]})`) }))]} />
    </Card>
  );
}

function Letter({ model, request }: PartProps) {
  const { lang } = request;
  const t = privacyTexts[lang];
  return (
    <Form action={partPath(model.requestId, 'svar')} hidden={{ version: String(model.version) }}>
      <p>{t.letterLead}</p>
      <Select name="letter" label={t.letter} required empty={false} value={valueOf(request, 'letter', model.letter ?? '')} error={faultOf(request, 'letter')} options={LETTER.codes.map((code) => ({ value: code, label: LETTER.label(code, lang) }))} />
      {model.preview === undefined ? <p><Quiet>{t.letterAfter}</Quiet></p> : <Card heading={t.letterText} level={3}><Written text={model.preview} /></Card>}
      <DateField name="answeredOn" label={t.answeredOn} required max={model.today} value={valueOf(request, 'answeredOn', model.today)} error={faultOf(request, 'answeredOn')} />
      <Field name="how" label={t.how} required value={valueOf(request, 'how')} error={faultOf(request, 'how')} />
      <FormActions><Button>{t.answer}</Button></FormActions>
    </Form>
  );
}

function Advice({ model, request }: PartProps) {
  const { lang } = request;
  const t = privacyTexts[lang];
  return (
    <Section heading={t.advice}>
      {model.advice === undefined ? <p><Quiet>{t.noAdvice}</Quiet></p> : <Card><Written text={model.advice.text} /><p><Quiet>{t.adviceBy(model.adviceBy ?? t.someone, momentWords(model.advice.at, lang))}</Quiet></p></Card>}
      {model.mayAdvise && model.answeredOn === undefined ? (
        <Form action={partPath(model.requestId, 'rad')} hidden={{ version: String(model.version) }}>
          <TextArea name="advice" label={t.adviceField} required rows={4} value={valueOf(request, 'advice')} error={faultOf(request, 'advice')} />
          <FormActions><Button>{t.giveAdvice}</Button></FormActions>
        </Form>
      ) : null}
    </Section>
  );
}
