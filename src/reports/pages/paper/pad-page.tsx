import type { ReactElement } from 'react';
import { osloDay } from '../../../kernel/time.ts';
import type { Lang } from '../../../kernel/texts.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../../web/ui/buttons.tsx';
import { CheckboxGroup, RadioGroup } from '../../../web/ui/choices.tsx';
import { DescriptionList } from '../../../web/ui/facts.tsx';
import { Form, FormActions, PageHead, Quiet, Section, Stack } from '../../../web/ui/layout.tsx';
import { dateWords } from '../../../web/ui/moments.ts';
import { Alert, Tag, type Tone } from '../../../web/ui/surfaces.tsx';
import { Table } from '../../../web/ui/table.tsx';
import { OUTCOMES, type SheetStanding } from '../../paper/pad.ts';
import { paperTexts } from '../../paper/texts.ts';
import type { OpenPad, PadSheet } from '../../queries/paper.ts';
import { paperFaults, paperLinks } from './faults.ts';
import { LANGUAGE_NAMES, PrintFault } from './pads-page.tsx';
import { PADS, PAPER_DONE, padFilePath, padPath } from './paths.ts';

const TONES: Readonly<Record<SheetStanding, Tone>> = { gap: 'warning', missing: 'warning', out: 'neutral', used: 'success', spoilt: 'info' };

/** One pad: its file for the printer, and where each of its sheets is. */
export function PadPage({ pad, request }: { pad: OpenPad; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = paperTexts[lang];
  const done = request.query.get('gjort');
  const gaps = pad.sheets.filter(({ standing }) => standing === 'gap' || standing === 'missing').map(({ number }) => number);
  return (
    <StaffPage request={request} title={t.pad(pad.number)} current="reception" faults={paperLinks(request)}>
      <PageHead heading={t.pad(pad.number)} lead={<TextLink href={PADS}>{t.toPads}</TextLink>} action={pad.mayKeep ? <LinkButton href={padFilePath(pad.padId)} variant="primary" symbol="print">{t.download}</LinkButton> : undefined} />
      <Stack>
        <PrintFault request={request} />
        {done === PAPER_DONE.made ? <Alert kind="success" heading={t.made} /> : null}
        {done === PAPER_DONE.settled ? <Alert kind="success" heading={t.settled} /> : null}
        {gaps.length === 0 ? null : <Alert kind="warning" heading={t.gapsHeading}><p><strong>{gaps.join(', ')}</strong></p><p>{t.gapsLead}</p></Alert>}
        <DescriptionList beside items={[
          { term: t.padWhere, value: pad.where === '' ? t.nowhere : pad.where }, { term: t.padMade, value: dateWords(osloDay(pad.madeAt), lang) }, { term: t.language, value: LANGUAGE_NAMES[pad.lang] },
        ]} />
        {pad.mayKeep ? <p><Quiet>{t.printOnce}</Quiet></p> : null}
      </Stack>
      <Sheets sheets={pad.sheets} lang={lang} />
      {pad.mayKeep ? <Settle pad={pad} request={request} /> : null}
    </StaffPage>
  );
}

function Sheets({ sheets, lang }: { sheets: readonly PadSheet[]; lang: Lang }) {
  const t = paperTexts[lang];
  return (
    <Section heading={t.sheetsHeading}>
      <Table<PadSheet> caption={t.sheetsHeading} captionHidden stacked rows={sheets} rowKey={(one) => one.number} columns={[
        { key: 'number', label: t.sheet, rowHeader: true, cell: (one) => one.number },
        { key: 'state', label: t.sheetState, cell: (one) => <Tag tone={TONES[one.standing]}>{t[`state_${one.standing}`]}</Tag> },
        { key: 'when', label: t.sheetWhen, cell: (one) => (one.at === undefined ? '' : dateWords(osloDay(one.at), lang)) },
      ]} />
    </Section>
  );
}

function Settle({ pad, request }: { pad: OpenPad; request: StaffRequest }) {
  const { lang, form, refused } = request;
  const t = paperTexts[lang];
  const faults = paperFaults(refused, lang);
  const open = pad.sheets.filter(({ standing }) => standing !== 'used' && standing !== 'spoilt');
  if (open.length === 0) return null;
  return (
    <Section heading={t.settleHeading}>
      <Form action={padPath(pad.padId)}>
        <p>{t.settleAbout}</p>
        <CheckboxGroup name="sheets" label={t.settleSheets} error={faults['sheets']} values={form.all('sheets')} options={open.map((one) => ({ value: String(one.sheet), label: one.number }))} columns />
        <RadioGroup name="outcome" label={t.outcome} error={faults['outcome']} value={form.one('outcome')} options={OUTCOMES.map((one) => ({ value: one, label: t[`outcome_${one}`] }))} />
        <FormActions><Button variant="secondary">{t.settle}</Button></FormActions>
      </Form>
    </Section>
  );
}
