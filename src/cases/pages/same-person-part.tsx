import type { ReactNode } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { FileId } from '../../kernel/ids.ts';
import { readAllTraces } from '../../people/public.ts';
import { CHANNEL } from '../../reports/codes.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import type { Refusal } from '../../kernel/outcome.ts';
import { CheckboxGroup } from '../../web/ui/choices.tsx';
import { TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Details, Tag } from '../../web/ui/surfaces.tsx';
import { mergeTexts } from '../texts/merge-page.ts';
import { samePerson, type SameCase, type SamePerson, type SameReport } from '../queries/same-person.ts';
import { sameTexts } from '../texts/same-page.ts';
import { caseTexts } from '../texts.ts';
import { faultAt } from './faults.ts';
import { casePath, INBOX, joinPath, mergePath, NEW_CASE } from './paths.ts';

/** For the page of a report that a coordinator reads (web/routes.ts): what else may be about the same person. For anybody else there is no such part. */
export async function besideReport({ door, person, lang }: StaffRequest, reportId: FileId): Promise<ReactNode> {
  await readAllTraces(door, person.regionId);
  const found = await door.enter(samePerson, person, { reportId });
  return found.ok ? <SamePersonPart model={found.value} lang={lang} /> : null;
}

type Part = { readonly model: SamePerson; readonly lang: Lang };

export function SamePersonPart({ model, lang }: Part) {
  const t = sameTexts[lang];
  const { cases, reports, hidden } = model;
  if (hidden) return <p><Quiet>{t.hidden}</Quiet></p>;
  if (cases.length + reports.length === 0) return <p><Quiet>{t.none}</Quiet></p>;
  return (
    <Section heading={t.heading} id="samme-person">
      <Stack gap="s">
        <p>{t.about}</p>
        {cases.map((one) => <OneCase key={one.fileId} one={one} model={model} lang={lang} />)}
        <Reports model={model} lang={lang} />
      </Stack>
    </Section>
  );
}

function OneCase({ one, model, lang }: Part & { one: SameCase }) {
  const t = sameTexts[lang];
  return (
    <div>
      <p><TextLink href={casePath(one.fileId)}>{t.caseOf(one.reference)}</TextLink> <Tag>{caseTexts[lang][`status.${one.status}`]}</Tag></p>
      {one.closed && model.open ? <p><Quiet>{t.closedCase}</Quiet></p> : null}
      {one.status !== 'AVSLUTTET' || !model.open ? null : (
        <ScreenOnly><Details summary={t.reopenOf(one.reference)}><ReopenForm action={joinPath(one.fileId)} report={model.fileId} lang={lang} /></Details></ScreenOnly>
      )}
      {one.closed || model.own === undefined ? null : <ScreenOnly><LinkButton small href={mergePath(model.own.fileId, one.fileId)}>{mergeTexts[lang].offer(model.own.reference, one.reference)}</LinkButton></ScreenOnly>}
      {one.closed || !model.open ? null : (
        <ScreenOnly><Form action={joinPath(one.fileId)} hidden={{ report: model.fileId }}><Button variant="secondary" small label={t.joinOf(one.reference)}>{t.join}</Button></Form></ScreenOnly>
      )}
    </div>
  );
}

/** T15: why the closed case is taken up again for this report, which goes into it by the same press. */
export function ReopenForm({ action, report, refused, connection, lang }: { action: string; report: string; refused?: Refusal | undefined; connection?: string | undefined; lang: Lang }) {
  const words = caseTexts[lang];
  return (
    <Form action={action} hidden={{ report, ...(connection === undefined ? {} : { connection }) }}>
      <TextArea name="grounds" label={words['field.grounds']} required rows={3} error={faultAt(refused, 'grounds', lang)} />
      <FormActions><Button variant="secondary">{sameTexts[lang].reopen}</Button></FormActions>
    </Form>
  );
}

/** Those that can be taken into one case are ticked; what a case has already, and what is read alone, is only to be looked at. */
function Reports({ model, lang }: Part) {
  const t = sameTexts[lang];
  const undecided = model.open ? model.reports.filter(({ decided }) => !decided) : [];
  const options = undecided.map((one) => ({ value: one.fileId, label: t.reportOf(one.reference), description: factsOf(one, lang) }));
  return (
    <>
      {model.reports.map((one) => <p key={one.fileId}><TextLink href={`${INBOX}/${one.fileId}`}>{t.reportOf(one.reference)}</TextLink> <Quiet>{factsOf(one, lang)}</Quiet></p>)}
      {options.length === 0 ? null : (
        <ScreenOnly>
          <Details summary={t.tick}>
            <Form action={NEW_CASE} hidden={{ report: model.fileId }}>
              <CheckboxGroup name="report" label={t.reports} description={t.tickAbout} options={options} />
              <FormActions><Button variant="secondary">{t.open}</Button></FormActions>
            </Form>
          </Details>
        </ScreenOnly>
      )}
    </>
  );
}

function factsOf({ channel, receivedAt, state }: SameReport, lang: Lang): string {
  const t = sameTexts[lang];
  return [momentWords(receivedAt, lang), CHANNEL.is(channel) ? CHANNEL.label(channel, lang) : channel, STATES.some((one) => one === state) ? t[`state_${state as (typeof STATES)[number]}`] : state].join(' · '); // just looked up
}

const STATES = ['RECEIVED', 'SEEN', 'HANDED_OVER', 'DECIDED', 'SPLIT', 'SENT_ON'] as const;
