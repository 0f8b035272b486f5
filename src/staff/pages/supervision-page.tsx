import type { ReactElement } from 'react';
import { osloDay } from '../../kernel/time.ts';
import { refusalText } from '../../web/refusals.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { CheckboxGroup } from '../../web/ui/choices.tsx';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { DescriptionList, Face } from '../../web/ui/facts.tsx';
import { DateField, Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Row, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Alert, Card, Tag, Tags } from '../../web/ui/surfaces.tsx';
import type { SupervisionLine, SupervisionList } from '../commands/supervision.ts';
import { SUPERVISION_BASIS, SUPERVISOR } from '../supervision.ts';
import { supervisionTexts } from '../supervision-texts.ts';
import { SUPERVISION, SUPERVISION_DONE, STAFF, supervisionConfirmPath, supervisionEndPath } from './paths.ts';

type Props = { readonly model: SupervisionList; readonly request: StaffRequest };

const FORM_ID = 'slipp-inn';
const FIELDS = ['userId', 'supervisor', 'basis', 'grounds', 'municipalities', 'lastDay'] as const;

/** Who supervises now and until when, who waits for a second person, and who did before; a leader lets somebody in at the bottom. */
export function SupervisionPage({ model, request }: Props): ReactElement {
  const { lang } = request;
  const t = supervisionTexts[lang];
  const [now, waiting, earlier] = (['IN_FORCE', 'WAITING', 'OVER'] as const).map((state) => model.lines.filter((one) => one.state === state));
  return (
    <StaffPage request={request} title={t.heading} more="staff" faults={faultLinks(request)}>
      <PageHead heading={t.heading} lead={t.lead} action={<LinkButton href={STAFF} small>{t.toStaff}</LinkButton>} />
      <Stack gap="l">
        <Done request={request} />
        {waiting === undefined || waiting.length === 0 ? null : (
          <Card heading={t.waiting} tone="tinted"><Stack gap="s"><p>{t.waitingLead}</p>{waiting.map((one) => <Line key={one.grantId} one={one} model={model} request={request} />)}</Stack></Card>
        )}
        <Section heading={t.now}>{now === undefined || now.length === 0 ? <p><Quiet>{t.nobody}</Quiet></p> : <Stack gap="s">{now.map((one) => <Card key={one.grantId}><Line one={one} model={model} request={request} /></Card>)}</Stack>}</Section>
        {model.proposes === undefined ? null : <ScreenOnly><Section heading={t.newHeading} id={FORM_ID}><Propose model={model} request={request} /></Section></ScreenOnly>}
        {earlier === undefined || earlier.length === 0 ? null : <Section heading={t.earlier}><Stack gap="s">{earlier.map((one) => <Card key={one.grantId}><Line one={one} model={model} request={request} /></Card>)}</Stack></Section>}
      </Stack>
    </StaffPage>
  );
}

function Line({ one, model, request: { lang } }: Props & { one: SupervisionLine }) {
  const t = supervisionTexts[lang];
  const name = model.names[one.userId] ?? '';
  const nameOf = (id: string) => model.names[id] ?? '';
  const scope = one.municipalities.length === 0 ? t.oneByOne : one.municipalities.map((id) => model.places[id] ?? '').join(', ');
  const over = one.state === 'OVER';
  return (
    <Stack gap="s">
      <Face name={name} role={model.units[one.userId] ?? ''} />
      {over ? null : <Tags><Tag tone={one.state === 'IN_FORCE' ? 'success' : 'neutral'} symbol="clock">{t.until(dateWords(one.lastDay, lang))}</Tag></Tags>}
      <DescriptionList beside items={[
        { term: t.supervisor, value: SUPERVISOR.label(one.supervisor, lang) },
        { term: t.ground, value: SUPERVISION_BASIS.label(one.basis, lang) },
        { term: t.grounds, value: <Written text={one.grounds} /> },
        { term: t.scope, value: scope },
        ...(over ? [{ term: t.period, value: overWords(one, lang) }] : []),
        { term: t.who, value: one.confirmedBy === null ? t.proposedBy(nameOf(one.proposedBy)) : t.decidedBy(nameOf(one.proposedBy), nameOf(one.confirmedBy)) },
      ]} />
      {over ? null : (
        <ScreenOnly>
          <Row>
            {one.mayConfirm ? <Form action={supervisionConfirmPath(one.grantId)} inline><Button small label={t.confirmFor(name)}>{t.confirm}</Button></Form> : null}
            {!model.mayEnd ? null : (
              <Form action={supervisionEndPath(one.grantId)} inline>
                <Button small variant="secondary" label={one.state === 'WAITING' ? t.withdrawFor(name) : t.endFor(name)}>{one.state === 'WAITING' ? t.withdraw : t.end}</Button>
              </Form>
            )}
          </Row>
        </ScreenOnly>
      )}
    </Stack>
  );
}

function overWords(one: SupervisionLine, lang: StaffRequest['lang']): string {
  const t = supervisionTexts[lang];
  if (one.confirmedBy === null) return t.neverConfirmed;
  const days = t.through(dateWords(osloDay(one.from), lang), dateWords(one.lastDay, lang));
  return one.endedAt === null || one.endedAt >= one.until ? days : `${days}. ${t.endedEarly(dateWords(osloDay(one.endedAt), lang))}`;
}

function Propose({ model, request }: Props) {
  const { lang, refused, form } = request;
  const t = supervisionTexts[lang];
  const { people = [], places = [] } = model.proposes ?? {};
  if (people.length === 0) return <p>{t.nobodyToChoose} <TextLink href={STAFF}>{t.toStaff}</TextLink></p>;
  const typed = (name: string, usual = '') => (refused !== undefined && form.has(name) ? form.one(name) : usual);
  const field = (name: (typeof FIELDS)[number]) => ({ name, label: t[name], error: faultOf(request, name) });
  const [only] = places;
  const ticked = refused !== undefined ? form.all('municipalities') : places.length === 1 && only !== undefined ? [only.id] : [];
  return (
    <Form action={SUPERVISION} hidden={{ grantId: refused === undefined ? model.newId : form.one('grantId') }}>
      <p>{t.newLead}</p>
      <Select {...field('userId')} value={typed('userId')} required options={people.map((one) => ({ value: one.userId, label: one.unit === '' ? one.name : `${one.name}, ${one.unit}` }))} />
      <Select {...field('supervisor')} value={typed('supervisor')} required options={SUPERVISOR.codes.map((code) => ({ value: code, label: SUPERVISOR.label(code, lang) }))} />
      <Select {...field('basis')} value={typed('basis')} required options={SUPERVISION_BASIS.codes.map((code) => ({ value: code, label: SUPERVISION_BASIS.label(code, lang) }))} />
      <TextArea {...field('grounds')} value={typed('grounds')} description={t.groundsHint} required rows={3} />
      <CheckboxGroup {...field('municipalities')} description={t.municipalitiesHint} values={ticked} options={places.map((one) => ({ value: one.id, label: one.name }))} />
      <DateField {...field('lastDay')} value={typed('lastDay')} description={t.lastDayHint(dateWords(model.lastDayPossible, lang))} min={osloDay(model.now)} max={model.lastDayPossible} required />
      <FormActions><Button>{t.propose}</Button></FormActions>
    </Form>
  );
}

function Done({ request: { refused, query, lang } }: Pick<Props, 'request'>) {
  const t = supervisionTexts[lang];
  const words: Readonly<Record<string, string>> = { [SUPERVISION_DONE.proposed]: t.doneProposed, [SUPERVISION_DONE.confirmed]: t.doneConfirmed, [SUPERVISION_DONE.ended]: t.doneEnded };
  const said = words[query.get('gjort') ?? ''];
  return refused !== undefined || said === undefined ? null : <Alert kind="success"><p>{said}</p></Alert>;
}

function faultOf({ refused, lang }: StaffRequest, field: string): string | undefined {
  const code = refused?.fields?.[field];
  return code === undefined ? undefined : refusalText(lang, code, supervisionTexts[lang]);
}

function faultLinks(request: StaffRequest): FaultLink[] {
  const { refused, lang } = request;
  if (refused === undefined) return [];
  const t = supervisionTexts[lang];
  const links = FIELDS.flatMap((field): FaultLink[] => {
    const fault = faultOf(request, field);
    return fault === undefined ? [] : [{ field, text: t.faultAt(t[field], fault) }];
  });
  return links.length > 0 ? links : [{ field: FORM_ID, text: refusalText(lang, refused.code, t) }];
}
