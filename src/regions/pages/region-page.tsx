import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { Day } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { PageHead, Quiet, Row, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Alert, Tag } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { clockTexts } from '../texts/clock.ts';
import { isMember } from '../membership.ts';
import { senderTexts } from '../texts/senders.ts';
import { regionTexts } from '../texts/page.ts';
import type { MemberMunicipality, RegionMembers } from '../queries.ts';
import { faultLinks } from './faults.ts';
import { AddMember, memberFieldId, memberLabels, MergeMembers, NewAgreement } from './member-forms.tsx';
import { ACCESS_REQUESTS, ARCHIVE, CLOCK_SETTINGS, CODE_LISTS, DONE, LEDGER, NOTICES, SENDERS, SITE, STAFF_RESERVE } from './paths.ts';

const CHANGES_ID = 'endre';

/** Who co-operates, since when, who runs reception for them and on what agreement. */
export function RegionPage({ model, request }: { model: RegionMembers; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = regionTexts[lang];
  const links = faultLinks(request.refused, lang, memberLabels(lang, request.path), CHANGES_ID);
  const faults = links.map((link) => (link.field === CHANGES_ID ? link : { ...link, field: memberFieldId(request.path, link.field) }));
  return (
    <StaffPage request={request} title={t.region} more="region" faults={faults}>
      <PageHead heading={t.region} lead={t.regionLead} action={<Ways model={model} roles={request.person.roles} lang={lang} />} />
      <Stack>
        <Done request={request} />
        {model.siteIsBehind ? <Alert kind="info"><p>{t.siteIsBehind} {model.mayEditSite ? <TextLink href={SITE}>{t.editSite}</TextLink> : t.siteIsBehindDo}</p></Alert> : null}
        <DescriptionList items={[
          { term: t.reception, value: <Reception model={model} lang={lang} /> },
          { term: t.reserve, value: <Reserve model={model} lang={lang} /> },
        ]} />
      </Stack>
      <Section heading={t.members}><Members rows={model.members} caption={t.members} today={model.today} lang={lang} /></Section>
      {model.former.length === 0 ? null : <Section heading={t.former}><Members rows={model.former} caption={t.former} today={model.today} lang={lang} /></Section>}
      <Section heading={t.changes} id={CHANGES_ID}>
        <ScreenOnly>
          {model.mayChange ? <Stack gap="s"><AddMember model={model} request={request} /><NewAgreement model={model} request={request} /><MergeMembers model={model} request={request} /></Stack> : <p><Quiet>{t.onlyLeaders}</Quiet></p>}
        </ScreenOnly>
      </Section>
    </StaffPage>
  );
}

/** To what one may look after in the region. */
function Ways({ model, roles, lang }: { model: RegionMembers; roles: readonly string[]; lang: Lang }) {
  const t = regionTexts[lang];
  if (!model.mayEditSite && !model.mayChange) return <LinkButton href={CODE_LISTS}>{t.codeLists}</LinkButton>;
  return (
    <Row>
      {model.mayEditSite ? <><LinkButton href={SITE}>{t.editSite}</LinkButton><LinkButton href={CLOCK_SETTINGS}>{clockTexts[lang].clocks}</LinkButton><LinkButton href={SENDERS}>{senderTexts[lang].senders}</LinkButton></> : null}
      <LinkButton href={CODE_LISTS}>{t.codeLists}</LinkButton>
      <LinkButton href={LEDGER}>{t.ledger}</LinkButton>
      <LinkButton href={NOTICES}>{t.notices}</LinkButton>
      {model.mayEditSite ? <LinkButton href={ACCESS_REQUESTS}>{t.accessRequests}</LinkButton> : null}
      {roles.includes('LEDER') ? <LinkButton href={ARCHIVE}>{t.archive}</LinkButton> : null}
    </Row>
  );
}

/** «1. januar 2020»: of a day years ago nobody asks for the name. */
function longDay(on: Day, lang: Lang): string {
  return dateWords(on, lang).split(' ').slice(1).join(' ');
}

function Done({ request }: { request: StaffRequest }) {
  const t = regionTexts[request.lang];
  const done = request.query.get('gjort');
  const said = [[DONE.added, t.doneAdded], [DONE.merged, t.doneMerged], [DONE.agreed, t.doneAgreed]].find(([key]) => key === done)?.[1];
  return request.refused !== undefined || said === undefined ? null : <Alert kind="success"><p>{said}</p></Alert>;
}

function Reception({ model, lang }: { model: RegionMembers; lang: Lang }) {
  const t = regionTexts[lang];
  if (model.reception.length === 0) return t.noReception;
  return <Stack gap="xs">{model.reception.map((one) => <p key={one.organisation}>{t.receptionBy(one.organisation, longDay(one.from, lang))}</p>)}</Stack>;
}

function Reserve({ model, lang }: { model: RegionMembers; lang: Lang }) {
  const t = regionTexts[lang];
  return (
    <Stack gap="xs">
      <p><Tag tone={model.hasReserve ? 'success' : 'warning'}>{model.hasReserve ? t.reserveChosen : t.reserveNone}</Tag></p>
      <p><Quiet>{t.reserveWhy}</Quiet>{model.mayEditSite || model.mayChange ? <> <TextLink href={STAFF_RESERVE}>{t.toStaff}</TextLink></> : null}</p>
    </Stack>
  );
}

function Members({ rows, caption, today, lang }: { rows: readonly MemberMunicipality[]; caption: string; today: Day; lang: Lang }) {
  const t = regionTexts[lang];
  return (
    <Table<MemberMunicipality> caption={caption} captionHidden stacked rows={rows} rowKey={({ municipality }) => municipality.municipality_id} empty={t.noMembers} columns={[
      { key: 'name', label: t.municipality, rowHeader: true, cell: ({ municipality }) => municipality.name },
      { key: 'since', label: t.since, cell: (row) => <Since row={row} lang={lang} /> },
      { key: 'agreement', label: t.agreements, cell: (row) => <div><Agreements row={row} lang={lang} /></div> },
      { key: 'controller', label: t.responsible, cell: (row) => <Responsible row={row} today={today} /> },
    ]} />
  );
}

/** Who answers for the data on the agreement of today; where none is in force, on the newest. */
function Responsible({ row: { agreements }, today }: { row: MemberMunicipality; today: Day }) {
  const one = agreements.find((agreement) => isMember(agreement, today)) ?? agreements[0];
  return one === undefined ? '–' : <div>{one.controller}<br /><Quiet>{one.legal_basis}</Quiet></div>;
}

function Since({ row: { municipality, mergedInto }, lang }: { row: MemberMunicipality; lang: Lang }) {
  const t = regionTexts[lang];
  const last = municipality.to_day === null ? undefined : longDay(municipality.to_day, lang);
  return (
    <div>
      {longDay(municipality.from_day, lang)}
      {last === undefined ? null : <><br /><Quiet>{mergedInto === undefined ? `${t.until}: ${last}` : t.mergesOn(last, mergedInto)}</Quiet></>}
    </div>
  );
}

function Agreements({ row, lang }: { row: MemberMunicipality; lang: Lang }) {
  const t = regionTexts[lang];
  return row.agreements.map((one) => {
    const from = longDay(one.from_day, lang);
    return <div key={one.agreement_id}>{one.organisation}<br /><Quiet>{one.agreement}, {one.to_day === null ? t.from(from) : t.fromTo(from, longDay(one.to_day, lang))}</Quiet></div>;
  });
}
