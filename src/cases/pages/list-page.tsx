import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Chip, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { PageHead, Quiet, Row, Stack } from '../../web/ui/layout.tsx';
import { shortDayWords } from '../../web/ui/moments.ts';
import { EmptyState, Tag, Tags } from '../../web/ui/surfaces.tsx';
import { Pagination, Table, type Column } from '../../web/ui/table.tsx';
import { Clock } from '../../web/ui/time-line.tsx';
import { CASE_TYPE } from '../codes.ts';
import { isInTeam } from '../conditions.ts';
import { meetingTexts } from '../texts/meeting-page.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseList, CaseListFilter, CaseRow, ListSort } from '../queries/models.ts';
import { searchTexts } from '../texts/search-page.ts';
import { crossingTexts } from '../texts/crossing.ts';
import { caseTexts } from '../texts.ts';
import { clockProps } from './clock-words.ts';
import { listPath, USUAL } from './list-address.ts';
import { MoreFilters } from './list-filters.tsx';
import { isSupervisor } from '../supervision.ts';
import { casePath, MEETINGS, SEARCH } from './paths.ts';

/** The work list: everything this person finds, filtered, sorted and paged by the address alone. */
export function ListPage({ list, request }: { list: CaseList; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = casePageTexts[lang];
  const { filter } = list;
  const usual = listPath(filter, { page: 1 }) === listPath(USUAL, { sort: filter.sort });
  return (
    <StaffPage request={request} title={t.cases} current="cases">
      <PageHead heading={t.cases} lead={t.found(list.total)} action={<Row>{isInTeam({ userId: request.person.userId, roles: request.person.roles }) ? <LinkButton href={MEETINGS} small>{meetingTexts[lang].meetings}</LinkButton> : null}{isSupervisor(request.person) ? null : <LinkButton href={SEARCH} small>{searchTexts[lang].heading}</LinkButton>}</Row>} />
      <Stack>
        <Chips list={list} usual={usual} lang={lang} />
        <MoreFilters list={list} lang={lang} />
        {list.rows.length > 0 ? <Rows list={list} lang={lang} />
          : usual ? <EmptyState heading={t.noCases}><p>{t.noCasesLead}</p></EmptyState>
            : <EmptyState heading={t.noneFound} symbol="ring"><p><TextLink href={listPath(USUAL, {})}>{t.showAllOpen}</TextLink></p></EmptyState>}
        <Pagination page={filter.page} pages={list.pages} href={(page) => listPath(filter, { page })} />
      </Stack>
    </StaffPage>
  );
}

/** Each chip turns one thing on or off; the counts are of all open cases that this person finds. */
function Chips({ list: { filter, counts }, usual, lang }: { list: CaseList; usual: boolean; lang: Lang }) {
  const t = casePageTexts[lang];
  const open = filter.show === 'open';
  const toggled = (change: Partial<CaseListFilter>) => listPath({ ...filter, show: 'open' }, change);
  return (
    <nav aria-label={t.filter}>
      <Tags>
        <Chip href={listPath(USUAL, { sort: filter.sort })} selected={usual} count={counts.open}>{t.allOpen}</Chip>
        <Chip href={toggled({ mine: !filter.mine })} selected={filter.mine} count={counts.mine}>{t.mine}</Chip>
        <Chip href={toggled({ akutt: !filter.akutt })} selected={filter.akutt} count={counts.akutt}>{caseTexts[lang].akutt}</Chip>
        <Chip href={toggled({ late: !filter.late })} selected={filter.late} count={counts.late}>{t.late}</Chip>
        <Chip href={listPath(USUAL, { show: open ? 'closed' : 'open', sort: 'updated' })} selected={!open}>{t.closedOnes}</Chip>
      </Tags>
    </nav>
  );
}

function Rows({ list, lang }: { list: CaseList; lang: Lang }) {
  const t = casePageTexts[lang];
  const { filter, names, municipalities, now } = list;
  const sortable = (sort: ListSort) => ({ sortHref: listPath(filter, { sort }), sorted: filter.sort !== sort ? undefined : sort === 'deadline' ? 'ascending' as const : 'descending' as const });
  const columns: Column<CaseRow>[] = [
    { key: 'case', label: t.theCase, rowHeader: true, cell: (row) => <CaseCell row={row} lang={lang} /> },
    { key: 'status', label: t.standing, cell: (row) => <StatusCell row={row} lang={lang} /> },
    { key: 'next', label: t.nextDeadline, ...sortable('deadline'), cell: (row) => (row.next === undefined ? <Quiet>–</Quiet> : <Clock short {...clockProps(row.next, now, lang)} />) },
    { key: 'lead', label: caseTexts[lang].caseLead, cell: (row) => (row.lead === undefined ? <Quiet>{t.nobodyYet}</Quiet> : names[row.lead] ?? t.someone) },
    { key: 'place', label: t.municipality, cell: (row) => (row.owner === undefined ? <Quiet>{t.unknownPlace}</Quiet> : municipalities[row.owner]) },
    { key: 'opened', label: t.opened, ...sortable('opened'), cell: (row) => shortDayWords(osloDay(row.openedAt), now, lang) },
    { key: 'updated', label: t.updated, ...sortable('updated'), cell: (row) => shortDayWords(osloDay(row.updatedAt), now, lang) },
  ];
  return <Table<CaseRow> caption={t.cases} captionHidden stacked rows={list.rows} rowKey={(row) => row.fileId} columns={columns} />;
}

/** Reference and alias, and whether it opens. */
export function CaseCell({ row, lang }: { row: CaseRow; lang: Lang }) {
  const t = casePageTexts[lang];
  return (
    <>
      {row.mayOpen ? <TextLink href={casePath(row.fileId)}>{row.reference}</TextLink> : row.reference}
      {row.alias === undefined ? null : <> · {row.alias}</>}
      {row.mustDeclare ? <><br /><Quiet>{t.questionFirst}</Quiet></> : null}
      {row.mayOpen ? null : <><br /><Quiet>{t.notOpenToYou}</Quiet></>}
    </>
  );
}

function StatusCell({ row, lang }: { row: CaseRow; lang: Lang }) {
  const t = casePageTexts[lang];
  return (
    <Stack gap="xs">
      <Tags>{row.akutt ? <Tag tone="life">{caseTexts[lang].akutt}</Tag> : null}<Tag>{caseTexts[lang][`status.${row.status}`]}</Tag></Tags>
      {row.caseType === undefined ? null : <p><Quiet>{CASE_TYPE.label(row.caseType, lang)}{row.provisional ? `, ${t.provisional.toLocaleLowerCase(lang)}` : ''}</Quiet></p>}
      {row.awaits === undefined && row.besides === undefined ? null : <p><Quiet>{row.awaits?.kind === 'RECEIPT' ? crossingTexts[lang].underWayFlag : t.waitsForSecond}</Quiet></p>}
    </Stack>
  );
}
