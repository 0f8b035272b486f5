import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import { freshSignIn } from '../../staff/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, Chip, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { DateField, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Row, Section, Stack } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Alert, Card, EmptyState, Tags } from '../../web/ui/surfaces.tsx';
import { boxFor, keepBoxFor } from '../handing-over.ts';
import { handingTexts } from '../texts/handing-over-page.ts';
import { secrecyTexts } from '../texts/secrecy-page.ts';
import type { HandingOver } from '../queries/handing-over.ts';
import type { CaseRow } from '../queries/models.ts';
import { faultAt, FORM_ID, refusalWords } from './faults.ts';
import { HandingCases, takersOf } from './handing-over-cases.tsx';
import { awayPath, backPath, DESK, endAccountPath, handingPath, HANDING_AWAY, HANDING_LEAVES } from './handing-over-paths.ts';
import { casePath } from './paths.ts';

type Props = { readonly model: HandingOver; readonly request: StaffRequest };

/** Whether somebody is away for a time, rather than leaving: their own page is about that, unless they ask for the other. */
function isAway({ model, request: { path, query, refused } }: Props): boolean {
  if (!model.mayGive) return true;
  if (refused !== undefined) return path === awayPath(model.userId);
  return model.isMe ? query.get('som') !== HANDING_LEAVES : query.get('som') === HANDING_AWAY;
}

/** Everything that somebody has in hand, who takes it, and one button. */
export function HandingOverPage({ model, request }: Props): ReactElement {
  const { lang } = request;
  const t = handingTexts[lang];
  const away = isAway({ model, request });
  return (
    <StaffPage request={request} title={t.heading} more={model.isMe ? undefined : 'staff'} faults={faultsOf(model, request)}>
      <PageHead heading={!model.isMe ? t.headingOf(model.name) : away ? t.headingMine : t.headingMineLeaves} lead={!model.isMe ? t.lead : away ? t.leadMine : t.leadMineLeaves}
        action={<LinkButton small href={model.isMe ? '/mine-varsler' : '/ansatte'}>{model.isMe ? t.toNotices : t.toStaff}</LinkButton>} />
      <Stack gap="l">
        <Said model={model} request={request} />
        {model.signIn || request.refused?.code === 'sign_in_again' ? <Alert kind="info"><p>{t.signInFirst} <TextLink href={freshSignIn(`${handingPath(model.userId)}?som=${away ? HANDING_AWAY : HANDING_LEAVES}`)}>{secrecyTexts[lang].signInAgain}</TextLink></p></Alert> : null}
        {model.mayGive && !model.ended ? (
          <nav aria-label={t.which}><Tags>
            <Chip href={model.isMe ? `${handingPath(model.userId)}?som=${HANDING_LEAVES}` : handingPath(model.userId)} selected={!away}>{model.isMe ? t.leavesMine : t.leaves}</Chip>
            <Chip href={`${handingPath(model.userId)}?som=${HANDING_AWAY}`} selected={away}>{model.isMe ? t.awayMine : t.away}</Chip>
          </Tags></nav>
        ) : null}
        <StandsIn model={model} request={request} />
        <InHand model={model} request={request} away={away} />
        {model.isMe ? null : <Others model={model} request={request} />}
        {model.mayEnd && !(away && model.mayGive) ? <End model={model} request={request} /> : null}
      </Stack>
    </StaffPage>
  );
}

function faultsOf(model: HandingOver, request: StaffRequest) {
  const { refused, lang } = request;
  if (refused === undefined) return [];
  const t = handingTexts[lang];
  const own: Readonly<Record<string, unknown>> = t;
  const boxes = [
    ['til', isAway({ model, request }) ? t.everythingAway : t.everything], ['awayFrom', t.from], ['awayUntil', t.until],
    ...model.cases.flatMap(({ row }) => [[boxFor(row.fileId), t.takes(row.reference)], [keepBoxFor(row.fileId), t.keeps(row.reference)]] as const),
  ] as const;
  const links = boxes.flatMap(([field, label]) => {
    const fault = faultAt(refused, field, lang);
    return fault === undefined ? [] : [{ field, text: `${label} ${fault}` }];
  });
  const words = own[refused.code];
  return links.length > 0 ? links : [{ field: FORM_ID, text: typeof words === 'string' ? words : refusalWords(refused.code, lang) }];
}

function Said({ model, request: { query, refused, lang } }: Props) {
  const t = handingTexts[lang];
  if (refused !== undefined) return null;
  const number = (name: string) => Number(/^\d{1,4}$/.exec(query.get(name) ?? '')?.[0] ?? '0');
  switch (query.get('gjort')) {
    case 'levert': return <Alert kind="success"><p>{handedWords(t, number('antall'), number('igjen'), number('navngitt'), model.isMe)}</p></Alert>;
    case 'vikar': return <Alert kind="success"><p>{t.stoodIn}</p></Alert>;
    case 'tilbake': return <Alert kind="success"><p>{t.back}</p></Alert>;
    case 'avsluttet': return <Alert kind="success"><p>{t.ended}{query.get('reserve') === 'ingen' ? ` ${t.endedReserve}` : ''}</p></Alert>;
    default: return null;
  }
}

function handedWords(t: (typeof handingTexts)[Lang], given: number, left: number, named: number, isMe: boolean): string {
  if (given + left + named === 0) return t.handedAll;
  return [...(given + left > 0 ? [t.handed(given, left)] : []), ...(named > 0 ? [isMe ? t.namedMine(named) : t.named(named)] : [])].join(' ');
}

/** What was arranged before, with one press to undo it. */
function StandsIn({ model, request: { lang } }: Props) {
  const t = handingTexts[lang];
  const { messages } = model;
  if (messages === undefined && !model.cases.some(({ deputy }) => deputy !== undefined)) return null;
  return (
    <Card tone="tinted">
      {messages === undefined ? null : <p>{t.messages(model.names[messages.userId] ?? '', dateWords(messages.from, lang), dateWords(messages.to, lang))}</p>}
      {model.mayStandIn ? <Form action={backPath(model.userId)}><FormActions><Button small variant="secondary">{t.backAgain}</Button></FormActions></Form> : null}
    </Card>
  );
}

function InHand({ model, request, away }: Props & { away: boolean }) {
  const { lang, refused, form } = request;
  const t = handingTexts[lang];
  const gives = (away ? model.mayStandIn : model.mayGive) && !(away && model.ended);
  const typed = (name: string) => (refused === undefined ? '' : form.one(name));
  const list = model.cases.length === 0
    ? <EmptyState heading={t.noCases} level={3} symbol="check"><p>{t.noCasesLead}</p></EmptyState>
    : <HandingCases model={model} request={request} form={!gives ? undefined : away ? 'AWAY' : 'LEAVES'} />;
  if (!gives || (model.cases.length === 0 && !away)) return <Section heading={t.cases}>{list}</Section>;
  return (
    <Section heading={t.cases}>
      <Form action={away ? awayPath(model.userId) : handingPath(model.userId)} id={FORM_ID}>
        <Stack>
          <Select name="til" label={away ? t.everythingAway : t.everything} description={away ? t.everythingAwayHint : t.everythingHint} empty={t.nobodyForAll} options={takersOf(model)} value={typed('til')} error={faultAt(refused, 'til', lang)} />
          {away ? (
            <Row>
              <DateField name="awayFrom" label={t.from} required value={refused === undefined ? osloDay(model.now) : typed('awayFrom')} error={faultAt(refused, 'awayFrom', lang)} />
              <DateField name="awayUntil" label={t.until} required value={typed('awayUntil')} error={faultAt(refused, 'awayUntil', lang)} />
            </Row>
          ) : null}
          {list}
          <FormActions><Button>{away ? t.giveAway : t.give}</Button></FormActions>
        </Stack>
      </Form>
    </Section>
  );
}

/** What no case list shows: proposals, talks that were begun, and what belongs to nobody. */
function Others({ model, request: { lang } }: Props) {
  const t = handingTexts[lang];
  return (
    <>
      {model.proposed.length === 0 ? null : (
        <Section heading={t.proposed}>
          <p><Quiet>{t.proposedLead}</Quiet></p>
          <ul>{model.proposed.map((row) => <li key={row.fileId}><CaseLink row={row} />{row.awaits?.by === model.userId ? ` · ${t[`kind_${row.awaits.kind}`]}` : null}{row.besides?.by === model.userId ? ` · ${t.kind_BESIDES}` : null}</li>)}</ul>
        </Section>
      )}
      <Section heading={t.rest}>
        <p>{model.drafts === 0 ? t.noDrafts : <>{t.drafts(model.drafts)} <TextLink href={DESK}>{t.toDesk}</TextLink></>}</p>
        <p>{t.consultations}</p>
        <p><Quiet>{t.hidden}</Quiet></p>
      </Section>
    </>
  );
}

function CaseLink({ row }: { row: CaseRow }) {
  return row.mayOpen ? <TextLink href={casePath(row.fileId)}>{row.reference}</TextLink> : <>{row.reference}</>;
}

function End({ model, request: { lang } }: Props) {
  const t = handingTexts[lang];
  return (
    <Section heading={t.end}>
      {model.cases.some(({ left }) => left) ? <p>{t.endFirst}</p> : (
        <Form action={endAccountPath(model.userId)}>
          <p>{t.endLead}</p>
          <FormActions><Button variant="secondary" symbol="lock">{t.end}</Button></FormActions>
        </Form>
      )}
      <p><Quiet>{t.endAtOnce}</Quiet></p>
    </Section>
  );
}
