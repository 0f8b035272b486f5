import type { ReactElement } from 'react';
import type { StaffRequest } from '../../web/route.tsx';
import { Button } from '../../web/ui/buttons.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { RadioGroup } from '../../web/ui/choices.tsx';
import { DateField, Field, Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, Row, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { Reveal, Revealed } from '../../web/ui/reveal.tsx';
import { Alert, Card, Details, Tag } from '../../web/ui/surfaces.tsx';
import { DECISION_KIND } from '../codes.ts';
import type { DecisionLine } from '../queries/decisions.ts';
import type { ReturnList } from '../queries/returns.ts';
import { returnTexts } from '../texts.ts';
import { faultOf, typedIn } from './frame.tsx';
import { receiverOptions, receiverText } from './parts.tsx';
import { CONFIRM_DECISION, DECISION_PART, DECISIONS, END_DECISION } from './paths.ts';
import { dayText, named } from './words.ts';

const OWN_FIELDS = ['kind', 'receiver', 'purpose', 'approval', 'endsOn'];

/** What lets one row per case out of the house: rarely needed, so it is folded. */
export function DecisionPart({ model, request }: { model: ReturnList; request: StaffRequest }): ReactElement {
  const t = returnTexts[request.lang];
  const refusedHere = OWN_FIELDS.some((field) => request.refused?.fields?.[field] !== undefined) || request.refused?.code === 'no_decision_in_force';
  const open = refusedHere || model.decisions.some(({ state }) => state === 'WAITING');
  return (
    <div id={DECISION_PART}><Details summary={t.decisions} open={open}>
      <Stack>
        <p>{t.decisionsLead}</p>
        {model.decisions.length === 0 ? <p>{t.noDecisions}</p> : model.decisions.map((one) => <Decision key={one.decisionId} one={one} request={request} />)}
        {model.prepares ? <Propose model={model} request={request} /> : null}
      </Stack>
    </Details></div>
  );
}

function kindText(kind: string, lang: StaffRequest['lang']): string {
  return DECISION_KIND.is(kind) ? DECISION_KIND.label(kind, lang) : kind;
}

function Decision({ one, request: { lang } }: { one: DecisionLine; request: StaffRequest }) {
  const t = returnTexts[lang];
  const tone = { WAITING: 'accent', IN_FORCE: 'success', OVER: 'neutral' } as const;
  return (
    <Card>
      <DescriptionList beside items={[
        { term: t.kind, value: kindText(one.kind, lang) },
        { term: t.columnState, value: <><Tag tone={tone[one.state]}>{t[one.state]}</Tag>{one.endsOn === null ? null : ` ${t.until(dayText(one.endsOn, lang))}`}</> },
        { term: t.rowsTo, value: receiverText(one.receiver, lang) },
        { term: t.purpose, value: <Written text={one.purpose} /> },
        ...(one.approval === '' ? [] : [{ term: t.approval, value: one.approval }]),
        { term: t.who, value: t.proposedBy(one.proposedBy) },
        ...(one.allowed.length === 0 ? [] : [{ term: t.saidYes, value: <ul>{one.allowed.map(({ municipality, by, on }) => <li key={municipality}>{t.yesFrom(municipality, by, dayText(on, lang))}</li>)}</ul> }]),
        ...(one.missing.length === 0 || one.state === 'OVER' ? [] : [{ term: t.notSaidYes, value: named(one.missing, lang) }]),
      ]} />
      {one.nobody.length === 0 || one.state !== 'WAITING' ? null : <Alert kind="info"><p>{t.nobodyAnswers(named(one.nobody, lang))}</p></Alert>}
      <ScreenOnly>
        <Row>
          {one.mayConfirm.length === 0 ? null : <Form action={CONFIRM_DECISION} hidden={{ decisionId: one.decisionId }} inline><Button>{t.confirmDecision(named(one.mayConfirm, lang))}</Button></Form>}
          {one.state === 'OVER' ? null : <Form action={END_DECISION} hidden={{ decisionId: one.decisionId }} inline><Button variant="tertiary">{one.state === 'WAITING' ? t.rejectDecision : t.endDecision}</Button></Form>}
        </Row>
      </ScreenOnly>
    </Card>
  );
}

function Propose({ model, request }: { model: ReturnList; request: StaffRequest }) {
  const { lang } = request;
  const t = returnTexts[lang];
  const field = (name: 'kind' | 'receiver' | 'purpose' | 'approval' | 'endsOn') => ({ name, label: t[name], value: typedIn(request, name), error: faultOf(request, name) });
  return (
    <ScreenOnly>
      <Section heading={t.proposeHeading} level={3}>
        <Form action={DECISIONS} hidden={{ decisionId: model.newId }}>
          <Reveal>
            <RadioGroup {...field('kind')} required options={DECISION_KIND.codes.map((code) => ({ value: code, label: DECISION_KIND.label(code, lang), ...(code === 'FORSKNING' ? { opens: 'a' as const } : {}) }))} />
            <Revealed when="a"><Field {...field('approval')} description={t.approvalHint} size={24} /></Revealed>
          </Reveal>
          <Select {...field('receiver')} label={t.rowsTo} required options={receiverOptions(lang)} />
          <TextArea {...field('purpose')} description={t.purposeHint} required rows={2} />
          <DateField {...field('endsOn')} description={t.endsOnHint} />
          <FormActions><Button variant="secondary">{t.propose}</Button></FormActions>
        </Form>
      </Section>
    </ScreenOnly>
  );
}
