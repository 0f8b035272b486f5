import { basisWords, CHANNEL, CONSENT } from '../../reports/codes.ts';
import { GIVEN } from '../../reports/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Form as Typed } from '../../web/http/form-body.ts';
import { Button, TextLink } from '../../web/ui/buttons.tsx';
import { Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Stack } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Card, Details } from '../../web/ui/surfaces.tsx';
import type { OpenConsultation } from '../queries.ts';
import { consultationTexts } from '../texts.ts';
import { AdviceBoxes, NotNames } from './advice-boxes.tsx';
import { answerPath, becomePath } from './paths.ts';
import { boxFaults } from './words.ts';

type Parts = { readonly model: OpenConsultation; readonly request: StaffRequest };
const NOTHING = new Typed([]);

/** Advice was given, and more had come while it was written. */
export function waitsAgain({ asked, consultation }: OpenConsultation): boolean {
  return asked !== undefined && !asked.named && consultation.advice.length > 0 && asked.state.progress !== 'DECIDED';
}

/** To answer, and what is left when somebody reports after all. */
export function Steps({ model, request }: Parts) {
  const { lang, path } = request;
  const t = consultationTexts[lang];
  const { asked, consultation } = model;
  const answering = path.endsWith('/svar');
  const answered = consultation.advice.length > 0;
  if (!model.mayAdvise) return answered || asked?.named === true ? null : <Card heading={t.answer} tone="tinted"><p>{t.onlyAdvisers}</p></Card>;
  return (
    <ScreenOnly>
      <Stack>
        {asked === undefined || asked.named ? null : (
          <Card heading={answered ? t.answerAgain : t.answer} tone="tinted">
            {answered ? <Details summary={t.answerAgain} open={answering || waitsAgain(model)}><Answer model={model} request={request} /></Details> : <Answer model={model} request={request} />}
          </Card>
        )}
        {consultation.became.length === 0 ? <Details summary={t.become} open={path.endsWith('/sak')}><Become model={model} request={request} /></Details> : null}
      </Stack>
    </ScreenOnly>
  );
}

function Answer({ model, request: { lang, path, form, refused } }: Parts) {
  const t = consultationTexts[lang];
  const mine = path.endsWith('/svar');
  const sends = model.asked?.window === 'open';
  const typed = mine && form.has('messageId');
  const hidden = { messageId: typed ? form.one('messageId') : model.messageId, parts: typed ? form.one('parts') : String(model.asked?.state.parts.length ?? 0) };
  return (
    <Form action={answerPath(model.fileId)} hidden={hidden}>
      <p><Quiet>{sends ? t.answerLead : t.answerNoWindow}</Quiet></p>
      <AdviceBoxes lang={lang} typed={mine ? form : NOTHING} refused={mine ? refused : undefined} />
      <FormActions><Button>{sends ? t.send : t.save}</Button></FormActions>
    </Form>
  );
}

function Become({ model, request: { lang, path, form, refused } }: Parts) {
  const t = consultationTexts[lang];
  const mine = path.endsWith('/sak');
  const [typed, fault] = mine ? [form, refused] : [NOTHING, undefined];
  const faults = boxFaults(fault, lang);
  const grounds = [
    ...GIVEN.map((code) => ({ value: `SAMTYKKE:${code}`, label: t.groundConsent(CONSENT.label(code, lang)) })),
    ...model.bases.map((code) => ({ value: `HJEMMEL:${code}`, label: t.groundBasis(basisWords(code, lang)) })),
  ];
  const reports = (model.referable ?? []).map(({ reference, receivedAt, channel }) => ({
    value: reference, label: [reference, momentWords(receivedAt, lang), CHANNEL.is(channel) ? CHANNEL.label(channel, lang) : channel].join(' · '),
  }));
  return (
    <Form action={becomePath(model.fileId)}>
      <p>{t.becomeLead}</p>
      <p>{t.becomeFirst} <TextLink href="/mottak/ny">{t.registerNew}</TextLink></p>
      <Stack>
        <Select name="ground" label={t.ground} required options={grounds} value={typed.one('ground')} error={faults['ground']} />
        <TextArea name="grounds" label={t.grounds} description={t.groundsHint} rows={3} required value={typed.one('grounds')} error={faults['grounds']} />
        <NotNames lang={lang} typed={typed} refused={fault} />
        {reports.length === 0 ? <p><Quiet>{t.noReferable}</Quiet></p> : <Select name="reference" label={t.becomeReference} description={t.becomeReferenceHint} required options={reports} value={typed.one('reference')} error={faults['reference']} />}
      </Stack>
      {reports.length === 0 ? null : <FormActions><Button variant="secondary">{t.becomeSave}</Button></FormActions>}
    </Form>
  );
}
