import type { ReactElement } from 'react';
import { freshSignIn } from '../../staff/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { CheckboxGroup, RadioGroup } from '../../web/ui/choices.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { Field, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, Grid, PageHead, Quiet, Stack } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Alert, Card } from '../../web/ui/surfaces.tsx';
import { casePageTexts } from '../texts/page.ts';
import { secrecyTexts } from '../texts/secrecy-page.ts';
import { mergeTexts } from '../texts/merge-page.ts';
import type { MergePlan, MergeSide } from '../queries/merge.ts';
import type { SameCase } from '../queries/same-person.ts';
import { caseTexts } from '../texts.ts';
import { faultAt, faultLinks } from './faults.ts';
import { casePath, mergePath } from './paths.ts';

type Both = NonNullable<MergePlan['both']>;
type Props = { readonly plan: MergePlan; readonly request: StaffRequest; /** open cases that may be about the same person */ readonly suggested?: readonly SameCase[] | undefined };

/** Two cases side by side, and what becomes of access when they are one. */
export function MergePage({ plan, request, suggested = [] }: Props): ReactElement {
  const { lang, refused } = request;
  const t = mergeTexts[lang];
  const { both, mustDeclare } = plan;
  return (
    <StaffPage request={request} title={t.heading} current="cases" faults={faultLinks(refused, ['goesOn', 'lead', 'keep', 'grounds'], lang, { goesOn: t.goesOn, lead: t.lead_, keep: t.keep, grounds: t.grounds })}>
      <PageHead heading={t.heading} lead={t.lead} action={<LinkButton href={casePath(plan.fileId)}>{t.toCase(plan.reference)}</LinkButton>} />
      <Stack>
        {both !== undefined || suggested.length === 0 ? null : (
          <Card tone="tinted"><p>{t.suggested}</p><ul>{suggested.map(({ fileId, reference }) => <li key={fileId}><TextLink href={mergePath(plan.fileId, fileId)}>{t.side(reference)}</TextLink></li>)}</ul></Card>
        )}
        {plan.signIn ? <Alert kind="info" heading={secrecyTexts[lang].strictHeading}><p>{secrecyTexts[lang].strictLead}</p><p><LinkButton href={freshSignIn(mergePath(plan.fileId, plan.wanted === undefined ? undefined : encodeURIComponent(plan.wanted)))}>{secrecyTexts[lang].signInAgain}</LinkButton></p></Alert> : null}
        {both === undefined && !plan.signIn ? <Find plan={plan} request={request} /> : null}
        {mustDeclare === undefined ? null : <Alert kind="info"><p>{t.declareFirst(mustDeclare.reference)}</p><p><LinkButton href={casePath(mustDeclare.fileId)}>{t.toCase(mustDeclare.reference)}</LinkButton></p></Alert>}
        {both === undefined ? null : <Grid columns="wide"><Side side={both.own} plan={plan} request={request} /><Side side={both.other} plan={plan} request={request} /></Grid>}
        {both === undefined ? null : both.ownersDiffer ? <Alert kind="warning"><p>{t.ownersDiffer}</p></Alert> : <Merge both={both} plan={plan} request={request} />}
      </Stack>
    </StaffPage>
  );
}

function Find({ plan, request: { lang } }: Props) {
  const t = mergeTexts[lang];
  const missed = plan.wanted !== undefined && plan.mustDeclare === undefined;
  return (
    <Form action={mergePath(plan.fileId)} method="get">
      <Field name="med" label={t.find} description={t.findHint} value={plan.wanted ?? ''} size={14} error={missed ? t.notFound : undefined} />
      <FormActions><Button>{t.look}</Button></FormActions>
    </Form>
  );
}

function Side({ side, plan, request: { lang } }: Props & { side: MergeSide }) {
  const t = mergeTexts[lang];
  return (
    <Card heading={t.side(side.reference)}>
      <DescriptionList items={[
        { term: t.person, value: side.name ?? t.unnamed }, { term: t.standing, value: caseTexts[lang][`status.${side.status}`] },
        { term: t.owner, value: side.owner === undefined ? t.unknown : plan.municipalities[side.owner] ?? t.unknown },
        { term: t.caseLead, value: side.lead === undefined ? t.nobodyYet : plan.names[side.lead] ?? t.unknown },
        { term: t.received, value: momentWords(side.receivedAt, lang) }, { term: t.reports, value: String(side.reports) }, { term: t.measures, value: String(side.measures) }, { term: t.notes, value: String(side.notes) },
      ]} />
    </Card>
  );
}

function Merge({ both, plan, request }: Props & { both: Both }) {
  const { lang, refused, form } = request;
  const t = mergeTexts[lang];
  const { own, other, goesOn, granted } = both;
  const leads = [...new Set([own.lead, other.lead])].filter((lead) => lead !== undefined);
  const again = refused !== undefined;
  return (
    <Form action={mergePath(plan.fileId)} hidden={{ otherId: other.fileId }} id="skjema">
      <RadioGroup name="goesOn" label={t.goesOn} description={t.goesOnHint} required options={[own, other].map((side) => ({ value: side.fileId, label: t.side(side.reference) }))} value={again ? form.one('goesOn') : goesOn} error={faultAt(refused, 'goesOn', lang)} />
      {leads.length === 0 ? null : <RadioGroup name="lead" label={t.lead_} description={t.leadHint} required options={leads.map((lead) => ({ value: lead, label: plan.names[lead] ?? t.unknown }))} value={again ? form.one('lead') : own.lead === other.lead ? own.lead : ''} error={faultAt(refused, 'lead', lang)} />}
      {granted.length === 0 ? <p><Quiet>{t.nobody}</Quiet></p> : (
        <CheckboxGroup name="keep" label={t.keep} description={t.keepHint} optional options={granted.map(({ userId, inBoth }) => ({ value: userId, label: plan.names[userId] ?? t.unknown, description: inBoth ? t.both : t.onlyOne }))}
          values={again ? form.all('keep') : granted.filter(({ inBoth }) => inBoth).map(({ userId }) => userId)} error={faultAt(refused, 'keep', lang)} />
      )}
      <TextArea name="grounds" label={t.grounds} rows={3} required value={again ? form.one('grounds') : ''} error={faultAt(refused, 'grounds', lang)} />
      {both.leavesOut.length === 0 ? null : <Alert kind="warning"><p>{casePageTexts[lang].losesLead}</p><ul>{both.leavesOut.map((name) => <li key={name}>{name}</li>)}</ul></Alert>}
      <p><Quiet>{t.excluded} {t.undo}</Quiet></p>
      <FormActions><Button>{t.merge}</Button></FormActions>
    </Form>
  );
}
