import type { ReactElement, ReactNode } from 'react';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { RadioGroup } from '../../web/ui/choices.tsx';
import { DescriptionList, type Fact } from '../../web/ui/facts.tsx';
import { DateField, Field, Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { dateWords, momentWords, shortDayWords } from '../../web/ui/moments.ts';
import { Reveal, Revealed } from '../../web/ui/reveal.tsx';
import { Alert, Card, Details, Tag } from '../../web/ui/surfaces.tsx';
import { passageWords } from '../../cases/public.ts';
import { dialogueTexts } from '../../reports/public.ts';
import { asksForThemselves, groundField } from '../access-request.ts';
import { EXTENSION, GROUND, IDENTITY, LETTER, REQUESTER } from '../codes.ts';
import type { FileLine, OpenRequest, PieceLine } from '../queries/requests.ts';
import { privacyTexts } from '../texts/page.ts';
import { faultOf, PrivacyPage, valueOf } from './frame.tsx';
import { filePath, openPath, partPath, reportFilePath, requestsFor } from './paths.ts';
import { DueTag, IdentityFields } from './request-list.tsx';

type PartProps = { model: OpenRequest; request: StaffRequest };

/** One request, from who it is to the letter: four steps down the page. */
export function RequestPage({ model, request }: PartProps): ReactElement {
  const { lang } = request;
  const t = privacyTexts[lang];
  const labels = { identity: t.identity, identityHow: t.identityHow, reference: t.reference, letter: t.letter, answeredOn: t.answeredOn, how: t.how, reason: t.extendWhy, toldOn: t.toldOn, toldHow: t.toldHow, advice: t.adviceField, ...Object.fromEntries(model.files.flatMap(({ pieces }) => pieces.map(({ passage }) => [groundField(passage.id), passageWords(passage, lang).title]))) };
  const open = model.answeredOn === undefined;
  return (
    <PrivacyPage request={request} title={t.one} part="requests" labels={labels} action={<LinkButton href={requestsFor(request.person.roles)} small>{t.back}</LinkButton>}>
      <About model={model} request={request} />
      {isAsked(model) ? <Steps model={model} request={request} /> : null}
      {model.sent === undefined || open ? null : <Section heading={t.sentLetter}><Card><Written text={model.sent} /></Card></Section>}
      <Advice model={model} request={request} />
    </PrivacyPage>
  );
}

/** The four steps stand below: what one of them asks is told there, and not above it as well. */
function isAsked({ mayHandle, answeredOn, request }: OpenRequest): boolean {
  return mayHandle && answeredOn === undefined && request !== undefined;
}

function About({ model, request: { lang } }: PartProps) {
  const t = privacyTexts[lang];
  const { request: said } = model;
  const asked = isAsked(model);
  const due = <>{shortDayWords(model.due, model.now, lang)} {model.answeredOn === undefined ? <DueTag due={model.due} today={model.today} lang={lang} /> : null}<br /><Quiet>{model.isExtended ? t.dueExtended : t.dueSource}</Quiet></>;
  const facts: Fact[] = [
    { term: t.whoAsks, value: REQUESTER.label(model.requester, lang) }, { term: t.received, value: shortDayWords(model.receivedOn, model.now, lang) }, { term: t.due, value: due },
    ...(model.answeredOn === undefined ? [] : [{ term: t.answered, value: shortDayWords(model.answeredOn, model.now, lang) }, { term: t.letter, value: model.letter === undefined ? t.letterElsewhere : LETTER.label(model.letter, lang) }]),
    ...(asked ? [] : [{ term: t.identity, value: IDENTITY.label(model.identity, lang) }]),
    ...(said === undefined ? [] : [{ term: t.name, value: said.name }, ...(said.about === said.name ? [] : [{ term: t.about, value: said.about }]), ...(['asks', 'reach', ...(asked ? [] : ['identityHow' as const])] as const).filter((key) => said[key] !== '').map((key) => ({ term: t[key], value: <Written text={said[key]} /> }))]),
    ...(said?.extended === undefined ? [] : [{ term: t.extended, value: <Written text={`${EXTENSION.label(said.extended.reason, lang)}. ${t.toldWhen(shortDayWords(said.extended.toldOn, model.now, lang))} ${said.extended.how}`} /> }]),
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
        <Found model={model} request={request} />
        <Form action={partPath(model.requestId, 'sak')} hidden={version}>
          <Field name="reference" label={t.reference} description={model.requester === 'MELDER' ? t.reporterLead : t.caseLead} size={14} value={valueOf(request, 'reference')} error={faultOf(request, 'reference')} />
          <FormActions><Button variant="secondary">{t.saveCase}</Button></FormActions>
        </Form>
        <p><Quiet>{t.suspectElsewhere}</Quiet></p>
        <p><Quiet>{t.rectify}</Quiet></p>
      </Section>
      <Section heading={t.stepPieces}><Pieces model={model} request={request} /></Section>
      <Extend model={model} request={request} />
      <Section heading={t.stepLetter}><Letter model={model} request={request} /></Section>
    </Stack></ScreenOnly>
  );
}

function Found({ model, request: { lang } }: PartProps) {
  const t = privacyTexts[lang];
  const none = model.files.length === 0 && model.closed.length === 0;
  return (
    <Stack gap="s">
      {none ? <p>{lookedWords(model, lang).join(' ')}</p> : null}
      {model.files.map((file) => <LinkedTo key={file.fileId} model={model} file={file} lang={lang}><Tag symbol="doc">{t[`linked_${file.kind}`](file.reference)}</Tag> {file.answersFor ?? ''}</LinkedTo>)}
      {model.closed.map((file) => <LinkedTo key={file.fileId} model={model} file={file} lang={lang}><TextLink href={openPath(file, model.inArchive)}>{t[`linked_${file.kind}`](file.reference)}</TextLink> {t.linkedClosed}</LinkedTo>)}
    </Stack>
  );
}

/** Who has looked, and for whom the letter waits. */
function lookedWords({ looked, requester }: OpenRequest, lang: StaffRequest['lang']): readonly string[] {
  const t = privacyTexts[lang];
  if (looked === undefined) return [t.notLooked];
  const waits = looked.waits === 0 ? [t.allLooked] : [...(looked.mine ? [] : [t.lookToo]), t.othersLook(looked.waits)];
  const mine = looked.on === undefined ? t.iLooked : t.iLookedOn(dateWords(looked.on, lang));
  return [looked.mine ? mine : t.lookedNothing, ...(asksForThemselves(requester) ? waits : [])];
}

/** One thing that the request is about, and the way to take it away again: also of what may not be read, or a reference typed by a mistake would stand in the way of the answer for good. */
function LinkedTo({ model, file, lang, children }: { model: OpenRequest; file: OpenRequest['closed'][number]; lang: StaffRequest['lang']; children: ReactNode }) {
  return (
    <Form action={partPath(model.requestId, 'sak')} hidden={{ version: String(model.version), remove: file.fileId }}>
      <p>{children} <Button variant="tertiary">{privacyTexts[lang].unlink(file.reference)}</Button></p>
    </Form>
  );
}

function Pieces({ model, request }: PartProps) {
  const t = privacyTexts[request.lang];
  if (model.files.length === 0) return <p><Quiet>{t.noPieces}</Quiet></p>;
  return <Stack>{model.files.map((file) => <PiecesOf key={file.fileId} file={file} model={model} request={request} />)}</Stack>;
}

/** Each file is decided by itself: each has a letter of its own. */
function PiecesOf({ file, model, request }: PartProps & { file: FileLine }) {
  const { lang } = request;
  const t = privacyTexts[lang];
  if (file.mustSignIn) return <p>{t.signInFirst(file.reference)}</p>;
  const lead = model.requester === 'MELDER' ? t.reporterPieces : t.piecesLead;
  return (
    <Form action={partPath(model.requestId, 'stykker')} hidden={{ version: String(model.version), file: file.fileId }}>
      <h3>{t[`linked_${file.kind}`](file.reference)}</h3>
      <p>{file.pieces.length === 0 ? t.nothingHere : lead}</p>
      {asksForThemselves(model.requester) || model.requester === 'MELDER' ? null : <Alert kind="warning"><p>{t.nothingByUsual}</p></Alert>}
      <p>{file.decided ? <Tag tone="success">{t.allPieces}</Tag> : <Tag tone="warning" symbol="half">{t.somePieces}</Tag>}</p>
      <Stack gap="s">{file.pieces.map((piece) => <Piece key={piece.passage.id} piece={piece} of={file} request={request} />)}</Stack>
      <FormActions><Button>{t.savePieces}</Button></FormActions>
    </Form>
  );
}

function Piece({ piece: { passage, decision }, of, request }: { piece: PieceLine; of: FileLine; request: StaffRequest }) {
  const { lang } = request;
  const t = privacyTexts[lang];
  const { title, lines } = passageWords(passage, lang);
  const [name, ground] = [`stykke-${passage.id}`, groundField(passage.id)];
  return (
    <Card heading={title} level={4}>
      <Written text={lines.join('\n')} />
      {passage.file === undefined || passage.file.closed ? null : <p><TextLink href={of.kind === 'case' ? filePath(of.fileId, passage.file.report, passage.file.no) : reportFilePath(passage.file.report, passage.file.no)}>{dialogueTexts[lang].download(passage.file.no)}</TextLink></p>}
      <Reveal>
        <RadioGroup name={name} label={t.verdict} columns value={valueOf(request, name, decision.give ? 'GI' : 'HOLD')}
          options={[...(passage.covered === true || passage.file?.closed === true ? [] : [{ value: 'GI', label: t.give }]), { value: 'HOLD', label: t.withhold, opens: 'a' }]} />
        <Revealed when="a">
          <Select name={ground} label={t.withholdWhy} value={valueOf(request, ground, decision.give ? '' : decision.ground)} error={faultOf(request, ground)} options={GROUND.values.map((one) => ({ value: one.code, label: `${one[lang]} (${one.source})` }))} />
        </Revealed>
      </Reveal>
    </Card>
  );
}

/** Folded away: most are answered within the month. */
function Extend({ model, request }: PartProps) {
  const { lang, refused } = request;
  const t = privacyTexts[lang];
  if (model.extension.length === 0) return null;
  return (
    <Details summary={t.extend} open={refused?.fields?.['toldOn'] !== undefined || refused?.fields?.['reason'] !== undefined || refused?.fields?.['toldHow'] !== undefined}>
      <Form action={partPath(model.requestId, 'utsett')} hidden={{ version: String(model.version) }}>
        <p>{t.extendLead}</p>
        <Select name="reason" label={t.extendWhy} required empty={false} value={valueOf(request, 'reason', 'MANGE_KRAV')} error={faultOf(request, 'reason')} options={model.extension.map(({ reason }) => ({ value: reason, label: EXTENSION.label(reason, lang) }))} />
        {model.extension.map(({ reason, text }) => <Card key={reason} heading={t.extendLetter(EXTENSION.label(reason, lang))} level={3}><Written text={text} /></Card>)}
        <DateField name="toldOn" label={t.toldOn} required max={model.today} value={valueOf(request, 'toldOn', model.today)} error={faultOf(request, 'toldOn')} />
        <Field name="toldHow" label={t.toldHow} required value={valueOf(request, 'toldHow')} error={faultOf(request, 'toldHow')} />
        <FormActions><Button variant="secondary">{t.extendSave}</Button></FormActions>
      </Form>
    </Details>
  );
}

function Letter({ model, request }: PartProps) {
  const { lang } = request;
  const t = privacyTexts[lang];
  const [usual, ...others] = model.previews.some(({ letter }) => letter === model.letter) ? model.previews : [undefined, ...model.previews];
  return (
    <Form action={partPath(model.requestId, 'svar')} hidden={{ version: String(model.version) }}>
      <p>{t.letterLead}</p>
      <p>{t.sameTime}</p>
      <Select name="letter" label={t.letter} required empty={false} value={valueOf(request, 'letter', model.letter ?? '')} error={faultOf(request, 'letter')} options={LETTER.codes.map((code) => ({ value: code, label: LETTER.label(code, lang) }))} />
      {usual === undefined ? <p><Quiet>{t.letterAfter}</Quiet></p> : <Card heading={t.letterText} level={3}><Written text={usual.text} /></Card>}
      {others.map((one) => (one === undefined ? null : <Details key={one.letter} summary={t.otherLetter(LETTER.label(one.letter, lang))}><Card heading={t.letterText} level={3}><Written text={one.text} /></Card></Details>))}
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
