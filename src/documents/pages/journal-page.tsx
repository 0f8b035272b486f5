import type { ReactElement } from 'react';
import { freshSignIn } from '../../staff/public.ts';
import { NotHere, show, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { DateField, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Row, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { dateWords, momentWords } from '../../web/ui/moments.ts';
import { Card } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { headsOf, wordsOf, type JournalEdition, type JournalEntry, type JournalFormat } from '../journal.ts';
import { journalFile, journalPage, type JournalPage } from '../queries/journal.ts';
import { journalTexts } from '../texts/journal.ts';
import { JOURNAL, JOURNAL_FILE } from './paths.ts';

type Props = { model: JournalPage; request: StaffRequest };

/** Where whoever keeps the archive takes the journal of a municipality out: what anybody may read of it stands here. */
function Journal({ model, request }: Props): ReactElement {
  const { lang, refused } = request;
  const t = journalTexts[lang];
  const fault = model.fault === undefined ? undefined : t[model.fault];
  const again = refused?.code === 'sign_in_again' ? [{ field: 'innhold', text: t.sign_in_again }] : [];
  return (
    <StaffPage request={request} title={t.journal} more="privacy" faults={fault === undefined ? again : [{ field: 'til', text: t.faultAt(t.to, fault) }]}>
      <PageHead heading={t.journal} lead={t.lead} action={<TextLink href="/region/arkiv">{t.back}</TextLink>} />
      <Stack>
        <Choices model={model} request={request} fault={fault} />
        {fault !== undefined ? null : (
          <>
            <Section heading={t.public}>
              <p><Quiet>{t.withheld}</Quiet></p>
              <PublicTable model={model} request={request} />
              <Downloads edition="offentlig" model={model} request={request} />
            </Section>
            <Internal model={model} request={request} />
          </>
        )}
      </Stack>
    </StaffPage>
  );
}

function Choices({ model: { municipalities, municipality, from, to }, request: { lang }, fault }: Props & { fault: string | undefined }) {
  const t = journalTexts[lang];
  return (
    <ScreenOnly>
      <Form action={JOURNAL} method="get" inline>
        <Select name="kommune" label={t.municipality} value={municipality} empty={t.whole} options={municipalities.map(({ id, name }) => ({ value: id, label: name }))} />
        <DateField name="fra" label={t.from} value={from} />
        <DateField name="til" label={t.to} value={to} error={fault} />
        <FormActions><Button variant="secondary">{t.show}</Button></FormActions>
      </Form>
    </ScreenOnly>
  );
}

function PublicTable({ model: { entries }, request: { lang } }: Props) {
  const t = journalTexts[lang];
  return (
    <Table<JournalEntry> caption={t.public} captionHidden stacked rows={entries} rowKey={(row) => row.id} empty={t.none}
      columns={headsOf(lang).map((label, at) => ({ key: label, label, rowHeader: at === 0, cell: (row) => (label === t.on ? dateWords(row.on, lang) : label === t.registeredAt ? momentWords(row.registeredAt, lang) : wordsOf(row, lang)[at] ?? '') }))} />
  );
}

function Internal({ model, request }: Props) {
  const { lang } = request;
  const t = journalTexts[lang];
  return (
    <Section heading={t.internal}>
      <p>{t.internalLead}</p>
      <p><Quiet>{t.keep}</Quiet></p>
      {model.fresh ? <Downloads edition="intern" model={model} request={request} /> : (
        <ScreenOnly>
          <Card heading={t.confirm} level={3} symbol="lock">
            <p>{t.confirmLead}</p>
            <p><LinkButton href={freshSignIn(addressOf(JOURNAL, model))} variant="primary">{t.confirmButton}</LinkButton></p>
          </Card>
        </ScreenOnly>
      )}
    </Section>
  );
}

function Downloads({ edition, model, request: { lang } }: Props & { edition: JournalEdition }) {
  const t = journalTexts[lang];
  const label = edition === 'intern' ? t.downloadInternal : t.downloadPublic;
  const link = (as: JournalFormat) => <LinkButton key={as} href={addressOf(JOURNAL_FILE, model, { utgave: edition, som: as })} small download variant="secondary" label={label(as.toUpperCase())}>{t.download(as.toUpperCase())}</LinkButton>;
  return <ScreenOnly><Row>{link('csv')}{link('json')}</Row></ScreenOnly>;
}

function addressOf(path: string, { municipality, from, to }: Pick<JournalPage, 'municipality' | 'from' | 'to'>, more: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ kommune: municipality, fra: from, til: to, ...more }).toString()}`;
}

const asked = ({ query, lang }: StaffRequest) => ({ municipality: query.get('kommune') ?? '', from: query.get('fra') ?? '', to: query.get('til') ?? '', lang });
const page = show({ path: JOURNAL, query: journalPage, input: asked, view: (model, request) => <Journal model={model} request={request} /> });

/** It is made when it is asked for, and nothing of it is kept: access is judged each time. */
const file: StaffRoute = {
  maker: 'file', method: 'GET', path: JOURNAL_FILE, access: journalFile.name,
  handle: async (request) => {
    const { door, person, query } = request;
    const outcome = await door.enter(journalFile, person, { ...asked(request), edition: query.get('utgave') ?? '', as: query.get('som') ?? '' });
    if (outcome.ok) return { kind: 'file', name: outcome.value.name, type: outcome.value.type, body: outcome.value.bytes };
    if (outcome.code !== 'sign_in_again') throw new NotHere(outcome.code);
    return page.handle({ ...request, refused: outcome });
  },
};

/** The journal that whoever keeps the archive takes out. */
export const JOURNAL_ROUTES: readonly StaffRoute[] = [page, file];
