import type { ReactNode } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import { AGE_BAND, GENDER } from '../../people/codes.ts';
import { freshSignIn } from '../../staff/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton } from '../../web/ui/buttons.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { CheckboxGroup, RadioGroup } from '../../web/ui/choices.tsx';
import { Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, Row, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { dateWords, dayWords, shortDayWords } from '../../web/ui/moments.ts';
import { Details, Tag, Tags } from '../../web/ui/surfaces.tsx';
import { Clock } from '../../web/ui/time-line.tsx';
import { CASE_TYPE } from '../codes.ts';
import type { CaseStep } from '../commands/step.ts';
import { FIELDS } from '../fields.ts';
import { meetingTexts } from '../texts/meeting-page.ts';
import type { MeetingCase, OpenMeeting } from '../queries/meeting-models.ts';
import { isBounded } from '../resting.ts';
import { caseTexts } from '../texts.ts';
import { endingTexts } from '../texts/ending.ts';
import { casePageTexts } from '../texts/page.ts';
import { clockProps } from './clock-words.ts';
import { faultAt, FORM_ID } from './faults.ts';
import { codeLabel, codesOffered, ownLabel } from './field-codes.ts';
import { FIRST } from './next-parts.tsx';
import { casePath, MEETINGS, meetingPath, MINUTE_NEXT, stepPath } from './paths.ts';

type Readable = Extract<MeetingCase, { readable: true }>;
type Props<Taken = MeetingCase> = { readonly model: OpenMeeting; readonly taken: Taken; readonly request: StaffRequest };

/** The case that is taken up: whom it is about in two words, what is due, the minutes, and the case's own buttons. */
export function TakenBox({ model, taken, request }: Props) {
  const { lang } = request;
  const t = meetingTexts[lang];
  return (
    <Section heading={`${taken.readable ? whoIsIt(taken, lang) : t.itemOf(taken.reference)}`} id={FORM_ID}>
      <Stack>
        <Tags>{taken.akutt ? <Tag tone="life">{caseTexts[lang].akutt}</Tag> : null}<Tag>{caseTexts[lang][`status.${taken.status}`]}</Tag><Tag>{taken.reference}</Tag></Tags>
        {taken.readable ? <ReadableBox model={model} taken={taken} request={request} />
          : taken.signIn ? <><p>{t.strictFirst}</p><p><LinkButton href={freshSignIn(meetingPath(model.meetingId, taken.fileId))}>{t.signInAgain}</LinkButton></p></>
          : taken.mustDeclare ? <><p>{t.questionFirst}</p><p><LinkButton href={casePath(taken.fileId)}>{t.answer}</LinkButton></p></> : <p>{t.notReadable}</p>}
      </Stack>
    </Section>
  );
}

function ReadableBox({ model, taken, request }: Props<Readable>) {
  const { lang } = request;
  const t = meetingTexts[lang];
  return (
    <>
      <p><Quiet>{taken.named === 'everybody' ? t.nameShown : taken.named === 'basis' ? t.nameOpened : t.unnamed}</Quiet></p>
      <DescriptionList items={factsOf(model, taken, lang)} beside />
      {taken.written.length === 0 ? null : <Section heading={t.written} level={3}>{taken.written.map(({ minuteId, text }) => (text === undefined ? <p key={minuteId}><Quiet>{t.writtenHidden}</Quiet></p> : <Written key={minuteId} text={text} />))}</Section>}
      {model.mayHold ? <ScreenOnly><Stack><MinutesForm model={model} taken={taken} request={request} />{taken.named === undefined ? <NamesForm model={model} taken={taken} request={request} /> : null}</Stack></ScreenOnly> : null}
      <ScreenOnly><Buttons taken={taken} lang={lang} /></ScreenOnly>
    </>
  );
}

/** «Kvinne 80+», or the name where it may stand here. */
function whoIsIt({ name, gender, ageBand }: Readable, lang: Lang): string {
  if (name !== undefined) return name;
  const words = [gender === undefined || gender === 'UKJENT' ? undefined : GENDER.label(gender, lang), ageBand === undefined || ageBand === 'UKJENT' ? undefined : AGE_BAND.label(ageBand, lang)].filter((word) => word !== undefined);
  return words.length === 0 ? meetingTexts[lang].person : words.join(' ');
}

function factsOf(model: OpenMeeting, taken: Readable, lang: Lang): { term: string; value: ReactNode }[] {
  const t = meetingTexts[lang];
  const { wish, clock, measures, before } = taken;
  return [
    ...(wish === undefined ? [] : [{ term: t.wants, value: wish.about === undefined ? <Quiet>{endingTexts[lang].wishHidden}</Quiet> : <Written text={wish.about} /> }]),
    { term: t.lead, value: taken.lead === undefined ? t.nobodyYet : model.names[taken.lead] ?? t.someone },
    ...(taken.caseType === undefined ? [] : [{ term: t.caseType, value: CASE_TYPE.label(taken.caseType, lang) }]),
    ...(clock === undefined ? [] : [{ term: t.clock, value: <Clock {...clockProps(clock, model.now, lang)} /> }]),
    ...(measures.length === 0 ? [] : [{ term: t.measures, value: measures.map(({ measure, local, due }) => `${ownLabel('measure', measure, local, lang)} (${due === undefined ? t.noDay : shortDayWords(due, model.now, lang)})`).join(' · ') }]),
    ...(before === undefined ? [] : [{ term: t.last(dayWords(before.heldOn, model.now, lang)), value: before.text === undefined ? <Quiet>{endingTexts[lang].wishHidden}</Quiet> : <Written text={before.text} /> }]),
  ];
}

function MinutesForm({ model, taken, request: { lang, refused, form, path } }: Props<Readable>) {
  const t = meetingTexts[lang];
  const words = caseTexts[lang];
  const mine = refused !== undefined && path.endsWith('/referat');
  return (
    <Form action={`${MEETINGS}/${model.meetingId}/sak/${taken.fileId}/referat`} hidden={{ newId: mine ? form.one('newId') : model.newId }}>
      <TextArea name="minutes" label={words['field.minutes']} description={words['help.minutes']} rows={5} required value={mine ? form.one('minutes') : ''} error={mine ? faultAt(refused, 'minutes', lang) : undefined} />
      <FormActions>
        {model.agenda.some((item) => !item.taken && item.fileId !== taken.fileId) ? <Button name={MINUTE_NEXT} value="ja">{t.minuteNext}</Button> : null}
        <Button variant="secondary">{t.minute}</Button>
      </FormActions>
    </Form>
  );
}

/** An active choice, with the basis in law; it stands in the case before the name stands on the screen. */
function NamesForm({ model, taken, request }: Props<Readable>) {
  const { lang, refused, form, path } = request;
  const t = meetingTexts[lang];
  const words = caseTexts[lang];
  const mine = refused !== undefined && path.endsWith('/navn');
  const bases = codesOffered('basis', 'any', osloDay(model.now)).map((code) => ({ value: code, label: codeLabel('basis', code, lang) }));
  return (
    <Details summary={t.showName} open={mine}>
      <Form action={`${MEETINGS}/${model.meetingId}/sak/${taken.fileId}/navn`}>
        <p>{t.showNameLead}</p>
        <Select name="basis" label={words['field.basis']} required options={bases} value={mine ? form.one('basis') : ''} error={mine ? faultAt(refused, 'basis', lang) : undefined} />
        <ConsentFields taken={taken} request={mine ? request : undefined} lang={lang} />
        <TextArea name="grounds" label={words['field.grounds']} required rows={2} value={mine ? form.one('grounds') : ''} error={mine ? faultAt(refused, 'grounds', lang) : undefined} />
        <FormActions><Button variant="secondary">{t.open}</Button></FormActions>
      </Form>
    </Details>
  );
}

/** Which consent it is opened on, where more than one stands or one is bounded. The words of a consent may tell the name, and everybody looks at this screen. */
function ConsentFields({ taken, request, lang }: { readonly taken: Readable; readonly request: StaffRequest | undefined; readonly lang: Lang }) {
  const t = meetingTexts[lang];
  const words = caseTexts[lang];
  const { consents } = taken;
  const bounded = consents.some(isBounded);
  if (consents.length < 2 && !bounded) return null;
  const options = consents.map(({ consentId, own, status, since }) => ({ value: consentId, label: own ? t.theirOwn : t.ofAnother, description: `${codeLabel('consentStatus', status, lang)} · ${casePageTexts[lang].consentSince(dateWords(since, lang))}` }));
  return (
    <>
      <RadioGroup name="restsOn" label={words['field.restsOn']} description={t.consentHint} optional options={options} value={request?.form.one('restsOn') ?? (consents.length === 1 ? consents[0]?.consentId : undefined)} error={faultAt(request?.refused, 'restsOn', lang)} />
      {bounded ? <CheckboxGroup name="withinConsent" label={words['field.withinConsent']} optional options={FIELDS.withinConsent.codes.map((code) => ({ value: code, label: codeLabel('withinConsent', code, lang) }))} values={request?.form.all('withinConsent') ?? []} error={faultAt(request?.refused, 'withinConsent', lang)} /> : null}
    </>
  );
}

/** The case's own buttons. Their pages show the name, so they stand folded while the name is not open. */
function Buttons({ taken, lang }: { taken: Readable; lang: Lang }) {
  const t = meetingTexts[lang];
  const steps = FIRST.filter((step) => taken.steps.some((one) => one.step === step && one.allowed));
  const buttons = <Row>{steps.map((step: CaseStep) => <LinkButton key={step} small href={stepPath(taken.fileId, step)}>{caseTexts[lang][`step.${step}`]}</LinkButton>)}<LinkButton small variant="tertiary" href={casePath(taken.fileId)}>{t.openCase}</LinkButton></Row>;
  return <Details summary={taken.named === undefined ? t.stepsNamed : t.steps} open={taken.named !== undefined}>{buttons}</Details>;
}
