import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton } from '../../web/ui/buttons.tsx';
import { Field, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import type { RegionSenders } from '../queries.ts';
import type { Sender } from '../senders.ts';
import { senderTexts } from '../texts/senders.ts';
import { faultLinks, faultsOf } from './faults.ts';
import { DONE, END_SENDER, REGION, SENDERS } from './paths.ts';

const FORM_ID = 'fagsystem';

/** Which record systems may send reports, and how one is let in. */
export function SendersPage({ model, request }: { model: RegionSenders; request: StaffRequest }): ReactElement {
  const { lang, refused } = request;
  const t = senderTexts[lang];
  const labels = { name: t.name, organisation: t.organisation, keys: t.keys };
  return (
    <StaffPage request={request} title={t.senders} more="region" faults={faultLinks(refused, lang, labels, FORM_ID)}>
      <PageHead heading={t.senders} lead={t.lead} action={<LinkButton href={REGION}>{t.toRegion}</LinkButton>} />
      <Stack>
        <Done request={request} />
        <Senders rows={model.senders} lang={lang} />
        <Section heading={t.contract}><p>{t.contractLead}</p><p><code>{model.host}/api/v1/openapi.json</code></p></Section>
        <Section heading={t.add} id={FORM_ID}><ScreenOnly><AddSender request={request} /></ScreenOnly></Section>
      </Stack>
    </StaffPage>
  );
}

function Done({ request }: { request: StaffRequest }) {
  const t = senderTexts[request.lang];
  const done = request.query.get('gjort');
  const said = done === DONE.senderIn ? t.added : done === DONE.senderOut ? t.ended : undefined;
  return request.refused !== undefined || said === undefined ? null : <Alert kind="success"><p>{said}</p></Alert>;
}

function Senders({ rows, lang }: { rows: readonly Sender[]; lang: Lang }) {
  const t = senderTexts[lang];
  return (
    <Table<Sender> caption={t.senders} captionHidden stacked rows={rows} rowKey={(row) => row.id} empty={t.none} columns={[
      { key: 'name', label: t.name, rowHeader: true, cell: (row) => <div>{row.name}<br /><Quiet>{row.organisation}</Quiet></div> },
      { key: 'client', label: t.client, cell: (row) => <code>{row.id}</code> },
      { key: 'keys', label: t.keyIds, cell: (row) => row.keys.map((one) => one.kid).join(', ') },
      { key: 'since', label: t.since, cell: (row) => dateWords(osloDay(row.addedAt as Instant), lang) }, // written by the command, from its own clock
      { key: 'end', label: t.end, cell: (row) => <Form action={END_SENDER} hidden={{ senderId: row.id }}><Button variant="secondary" label={t.endFor(row.name)}>{t.end}</Button></Form> },
    ]} />
  );
}

function AddSender({ request: { form, refused, lang, path } }: { request: StaffRequest }) {
  const t = senderTexts[lang];
  const again = refused !== undefined && path === SENDERS;
  const faults = again ? faultsOf(refused, lang) : {};
  const field = (name: string) => ({ name, id: name, value: again ? form.one(name) : '', error: faults[name] });
  return (
    <Form action={SENDERS}>
      <Field {...field('name')} label={t.name} description={t.nameHint} required />
      <Field {...field('organisation')} label={t.organisation} description={t.organisationHint} required />
      <TextArea {...field('keys')} label={t.keys} description={t.keysHint} required />
      <FormActions><Button>{t.save}</Button></FormActions>
    </Form>
  );
}
