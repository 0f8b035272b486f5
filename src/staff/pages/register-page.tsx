import type { ReactElement } from 'react';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Form, Grid, PageHead, Quiet, Row, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Alert, Card } from '../../web/ui/surfaces.tsx';
import { declarationTexts } from '../declaration-texts.ts';
import { staffTexts } from '../page-texts.ts';
import { supervisionTexts } from '../supervision-texts.ts';
import type { ProposedRole, RegisterEntry, StaffRegister } from '../queries.ts';
import { faultLinks, WAITING_ID } from './faults.ts';
import { Dormant } from './dormant.tsx';
import { InviteForm } from './invite-form.tsx';
import { DECLARATION, DONE, confirmPath, endPath, letInPath, NO_RESERVE, SUPERVISION } from './paths.ts';
import { PersonCard, roleLabel } from './person-card.tsx';
import { Reserve } from './reserve.tsx';

export type RegisterProps = { readonly model: StaffRegister; readonly request: StaffRequest };

/** Everybody who can sign in, with what they hold, and what waits for a second person. */
export function RegisterPage({ model, request }: RegisterProps): ReactElement {
  const { lang, path, params, refused } = request;
  const t = staffTexts[lang];
  return (
    <StaffPage request={request} title={t.staff} more="staff" faults={faultLinks(refused, lang, { path, userId: params['id'] })}>
      <PageHead heading={t.staff} lead={t.staffLead} />
      <Stack gap="l">
        <Done request={request} />
        <Undeclared model={model} request={request} />
        {['KOORDINATOR', 'LEDER', 'PERSONVERNOMBUD'].some((role) => request.person.roles.includes(role)) ? <p><TextLink href={SUPERVISION}>{supervisionTexts[lang].link}</TextLink></p> : null}
        <Waiting model={model} request={request} />
        {model.mayManage ? <ScreenOnly><InviteForm model={model} request={request} /></ScreenOnly> : null}
        <Section heading={t.people}>
          <Grid>{model.people.map((one) => <PersonCard key={one.userId} one={one} model={model} request={request} />)}</Grid>
        </Section>
        <Dormant model={model} request={request} />
        <Reserve model={model} request={request} />
        <ShutOut model={model} request={request} />
      </Stack>
    </StaffPage>
  );
}

const SAID = {
  [DONE.invited]: 'doneInvited', [DONE.proposed]: 'doneProposed', [DONE.given]: 'doneGiven', [DONE.confirmed]: 'doneConfirmed', [DONE.ended]: 'doneEnded',
  [DONE.shutOut]: 'doneShutOut', [DONE.letIn]: 'doneLetIn', [DONE.reserve]: 'doneReserve', [DONE.corrected]: 'doneCorrected', [DONE.moved]: 'doneMoved', [DONE.contact]: 'doneContact', [DONE.dormant]: 'doneDormant',
} as const;

function Done({ request }: Pick<RegisterProps, 'request'>) {
  const done = Object.values(DONE).find((one) => one === request.query.get('gjort'));
  if (request.refused !== undefined || done === undefined) return null;
  const t = staffTexts[request.lang];
  return (
    <>
      <Alert kind="success"><p>{t[SAID[done]]}</p></Alert>
      {request.query.get('reserve') === NO_RESERVE ? <Alert kind="warning"><p>{t.reserveEnded}</p></Alert> : null}
    </>
  );
}

/** Who has not said that they know the duty of confidentiality (fvl § 13 c); the text itself is behind the link. */
function Undeclared({ model, request: { lang } }: RegisterProps) {
  const t = declarationTexts[lang];
  const lack = model.people.filter((one) => one.undeclared).length;
  if (lack === 0) return <p><TextLink href={DECLARATION}>{t.heading}</TextLink></p>;
  return <Alert kind="info" heading={t.lackCount(lack)}><p>{t.lackLead} <TextLink href={DECLARATION}>{t.toText}</TextLink></p></Alert>;
}

/** First, because somebody cannot work before it is done. */
function Waiting({ model, request }: RegisterProps) {
  const { lang } = request;
  const t = staffTexts[lang];
  const waiting = model.people.flatMap((one) => one.proposed.map((role) => ({ one, role })));
  if (waiting.length === 0) return <div id={WAITING_ID} />;
  return (
    <Card heading={t.waiting} tone="tinted" id={WAITING_ID}>
      <Stack gap="s">
        <p>{t.waitingLead}</p>
        {waiting.map(({ one, role }) => <Proposal key={role.grantId} one={one} role={role} mayManage={model.mayManage} request={request} />)}
      </Stack>
    </Card>
  );
}

function Proposal({ one, role, mayManage, request }: { one: RegisterEntry; role: ProposedRole; mayManage: boolean; request: StaffRequest }) {
  const { lang } = request;
  const t = staffTexts[lang];
  const label = roleLabel(role.role, lang);
  const when = momentWords(role.at, lang);
  return (
    <Row spread>
      <div>
        <p><strong>{t.proposedFor(label, one.name)}</strong> <Quiet>({one.municipality ?? t.wholeRegion})</Quiet></p>
        <p><Quiet>{role.byMe ? t.proposedByMe(when) : t.proposedBy(role.by, when)}{role.closed === undefined ? '' : ` ${t[`closed_${role.closed}`]}`}</Quiet></p>
      </div>
      <Row>
        {role.role === 'TILSYN' ? role.closed === 'not_a_confirmer' ? null : <LinkButton small href={SUPERVISION} label={supervisionTexts[lang].seeFor(one.name)}>{supervisionTexts[lang].see}</LinkButton> : role.closed === undefined ? <Form action={confirmPath(role.grantId)}><Button small label={t.confirmRole(label, one.name)}>{t.confirm}</Button></Form> : null}
        {mayManage ? <Form action={endPath(role.grantId)}><Button small variant="secondary" label={t.withdrawRole(label, one.name)}>{t.withdraw}</Button></Form> : null}
      </Row>
    </Row>
  );
}

function ShutOut({ model, request }: RegisterProps) {
  const t = staffTexts[request.lang];
  if (model.disabled.length === 0) return null;
  return (
    <Section heading={t.disabled}>
      <Stack gap="s">
        <p>{t.disabledLead}{model.mayManage ? ` ${t.letIn}: ${t.letInHint}` : ''}</p>
        {model.disabled.map((one) => (
          <Row key={one.userId} spread>
            <p><strong>{one.name}</strong> <Quiet>{[one.unit, one.municipality ?? t.wholeRegion].filter((part) => part !== '').join(' · ')}</Quiet></p>
            {model.mayManage && !one.isMe ? <Form action={letInPath(one.userId)}><Button small variant="secondary" label={t.letInFor(one.name)}>{t.letIn}</Button></Form> : null}
          </Row>
        ))}
      </Stack>
    </Section>
  );
}
