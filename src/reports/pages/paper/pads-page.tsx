import type { ReactElement } from 'react';
import { LANGUAGES, type Lang } from '../../../kernel/texts.ts';
import { osloDay } from '../../../kernel/time.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { Button, TextLink } from '../../../web/ui/buttons.tsx';
import { Field, Select } from '../../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, ScreenOnly, Section, Stack } from '../../../web/ui/layout.tsx';
import { dateWords } from '../../../web/ui/moments.ts';
import { Alert, EmptyState } from '../../../web/ui/surfaces.tsx';
import { Table } from '../../../web/ui/table.tsx';
import { MOST_SHEETS } from '../../paper/number.ts';
import { paperTexts } from '../../paper/texts.ts';
import type { PadLine, Pads } from '../../queries/paper.ts';
import { OutagePack } from './outage-pack.tsx';
import { paperFaults, paperLinks } from './faults.ts';
import { blankPath, PADS, PAPER_FAULT, padPath } from './paths.ts';

export const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = { nb: 'bokmål', nn: 'nynorsk', en: 'English' };

/** All pads, and first of all the numbers that should have come back and have not. */
export function PadsPage({ pads, request }: { pads: Pads; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = paperTexts[lang];
  return (
    <StaffPage request={request} title={t.pads} current="reception" faults={paperLinks(request)}>
      <Stack gap="l">
        <ScreenOnly>
          <PageHead heading={t.pads} lead={t.padsLead} />
          <Stack>
            <PrintFault request={request} />
            {pads.pads.length === 0 ? <EmptyState heading={t.none} symbol="doc"><p>{t.noneLead}</p></EmptyState> : <Gaps gaps={pads.gaps} lang={lang} />}
          </Stack>
          <List pads={pads.pads} lang={lang} />
          {pads.mayKeep ? <MakePad request={request} /> : null}
          <Section heading={t.blank}>
            <p>{t.blankAbout}</p>
            <ul>{LANGUAGES.map((one) => <li key={one}><TextLink href={blankPath(one)}>{t.blankDownload(LANGUAGE_NAMES[one])}</TextLink></li>)}</ul>
          </Section>
        </ScreenOnly>
        <OutagePack pads={pads} lang={lang} />
      </Stack>
    </StaffPage>
  );
}

/** The file could not be made; said on the page one came from. */
export function PrintFault({ request }: { request: StaffRequest }) {
  const t = paperTexts[request.lang];
  const fault = request.query.get('feil');
  if (fault === PAPER_FAULT.cannotPrint) return <Alert kind="warning" heading={t.cannotPrint} />;
  return fault === PAPER_FAULT.not_published ? <Alert kind="warning" heading={t.not_published} /> : null;
}

function Gaps({ gaps, lang }: { gaps: readonly string[]; lang: Lang }) {
  const t = paperTexts[lang];
  if (gaps.length === 0) return <Alert kind="success" standing heading={t.allBack}><p>{t.allBackLead}</p></Alert>;
  return (
    <Alert kind="warning" heading={t.gapsHeading}>
      <p><strong>{gaps.join(', ')}</strong></p>
      <p>{t.gapsLead}</p>
    </Alert>
  );
}

function List({ pads, lang }: { pads: readonly PadLine[]; lang: Lang }) {
  const t = paperTexts[lang];
  if (pads.length === 0) return null;
  const figure = (key: string, label: string, of: (pad: PadLine) => number) => ({ key, label, number: true, cell: (pad: PadLine) => String(of(pad)) });
  return (
    <Section heading={t.listHeading}>
      <Table<PadLine> caption={t.listHeading} captionHidden stacked rows={pads} rowKey={(pad) => pad.padId} columns={[
        { key: 'pad', label: t.padNumber, rowHeader: true, cell: (pad) => <TextLink href={padPath(pad.padId)}>{t.pad(pad.number)}</TextLink> },
        { key: 'where', label: t.padWhere, cell: (pad) => (pad.where === '' ? t.nowhere : pad.where) },
        { key: 'made', label: t.padMade, cell: (pad) => dateWords(osloDay(pad.madeAt), lang) },
        figure('gap', t.padGap, (pad) => pad.count.gap), figure('missing', t.padMissing, (pad) => pad.count.missing), figure('out', t.padOut, (pad) => pad.count.out),
        figure('used', t.padUsed, (pad) => pad.count.used), figure('spoilt', t.padSettled, (pad) => pad.count.spoilt),
      ]} />
    </Section>
  );
}

function MakePad({ request }: { request: StaffRequest }) {
  const { lang, form, refused } = request;
  const t = paperTexts[lang];
  const again = refused !== undefined;
  const faults = paperFaults(refused, lang);
  const value = (name: string, first: string) => (again ? form.one(name) : first);
  return (
    <Section heading={t.makeHeading}>
      <Form action={PADS}>
        <Field name="sheets" label={t.sheets} description={t.sheetsAbout} value={value('sheets', String(Math.min(10, MOST_SHEETS)))} error={faults['sheets']} inputMode="numeric" size={4} required />
        <Select name="lang" label={t.language} value={value('lang', lang)} error={faults['lang']} options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))} empty={false} />
        <Field name="where" label={t.where} description={t.whereAbout} value={value('where', '')} error={faults['where']} optional />
        <FormActions><Button>{t.make}</Button></FormActions>
      </Form>
    </Section>
  );
}
