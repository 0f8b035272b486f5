import type { ReactElement } from 'react';
import { freshSignIn } from '../../staff/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Grid, Quiet, ScreenOnly, Section } from '../../web/ui/layout.tsx';
import { nearMomentWords } from '../../web/ui/moments.ts';
import { Details, Tag } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { EDITION, FORMAT } from '../codes.ts';
import type { OpenPublication } from '../queries/open.ts';
import type { OutputRow } from '../rows.ts';
import { documentTexts } from '../texts/page.ts';
import { faultOf, valueOf } from './frame.tsx';
import { outputPath, reportPath, stepPath, UNSEEN } from './paths.ts';

type Props = { model: OpenPublication; request: StaffRequest };

/** Files that are made or being made, and for those who write the form that asks for one. */
export function FilesPart({ model, request }: Props): ReactElement | null {
  const { lang } = request;
  const t = documentTexts[lang];
  const { outputs, workshop, row, now } = model;
  if (outputs.length === 0 && workshop === undefined) return null;
  return (
    <Section heading={t.files}>
      {outputs.length === 0 ? null : (
        <div id="filer" data-ask={outputs.some(isMaking) ? `${reportPath(row.publication_id)}${UNSEEN}` : undefined} aria-live="polite"><Table<OutputRow> caption={t.files} captionHidden stacked rows={outputs} rowKey={(one) => one.output_id} columns={[
          { key: 'file', label: t.format, rowHeader: true, cell: (one) => <FileCell one={one} ahead={model.ahead.get(one.output_id) ?? 0} fresh={model.fresh} request={request} id={row.publication_id} /> },
          { key: 'edition', label: t.edition, cell: (one) => (one.edition === 'INTERN' ? <Tag tone="warning">{EDITION.label(one.edition, lang)}</Tag> : EDITION.label(one.edition, lang)) },
          { key: 'whose', label: t.state, cell: (one) => (one.kept ? t.kept : t.yours) },
          { key: 'at', label: t.madeAt, cell: (one) => (one.made_at === null ? '' : nearMomentWords(one.made_at, now, lang)) },
        ]} /></div>
      )}
      {workshop === undefined ? null : <AskForm model={model} request={request} internal={workshop.mayInternal} />}
    </Section>
  );
}

export function isMaking({ made_at, fault }: OutputRow): boolean {
  return made_at === null && fault === null;
}

type CellProps = { one: OutputRow; /** files that are made before this one */ ahead: number; /** signed in a moment ago */ fresh: boolean; request: StaffRequest; id: string };

function FileCell({ one, ahead, fresh, request: { lang }, id }: CellProps) {
  const t = documentTexts[lang];
  if (one.fault !== null) return <Tag tone="warning">{t.failed}</Tag>;
  if (one.made_at !== null && one.edition === 'INTERN' && !fresh) return <>{FORMAT.label(one.format, lang)}: {t.internalFresh} <TextLink href={freshSignIn(reportPath(id))}>{t.signInAgain}</TextLink></>;
  if (one.made_at !== null) return <LinkButton href={outputPath(one.output_id, id)} small download>{t.download(FORMAT.label(one.format, lang))}</LinkButton>;
  const step = one.tries > 0 ? t.retrying : ahead > 0 ? t.inQueue(ahead) : `${t.making}. ${t.makingLead}`;
  return <>{FORMAT.label(one.format, lang)}: <strong>{step}</strong> <Quiet>{t.refreshes}</Quiet> <TextLink href={reportPath(id)}>{t.again}</TextLink></>;
}

/** Of an approved report only the internal edition is made anew; the other one is what was approved. */
function AskForm({ model: { row, newId }, request, internal }: Props & { internal: boolean }) {
  const { lang } = request;
  const t = documentTexts[lang];
  const editions = EDITION.codes.filter((code) => (code === 'YTRE' ? row.state !== 'FROSSET' : internal && row.kind !== 'R10'));
  if (editions.length === 0) return null;
  return (
    <ScreenOnly>
      <Details summary={t.makeFile} open={request.refused?.fields?.['edition'] !== undefined || request.refused?.fields?.['format'] !== undefined}>
        <Form action={stepPath(row.publication_id, 'fil')} hidden={{ newId }}>
          <Grid columns="narrow">
            <Select name="edition" label={t.edition} value={valueOf(request, 'edition', editions[0])} error={faultOf(request, 'edition')} empty={false} options={editions.map((code) => ({ value: code, label: EDITION.label(code, lang) }))} />
            <Select name="format" label={t.format} value={valueOf(request, 'format', 'pdf')} error={faultOf(request, 'format')} empty={false} options={FORMAT.codes.map((code) => ({ value: code, label: FORMAT.label(code, lang) }))} />
          </Grid>
          {internal ? <p><Quiet>{t.internalWhy}</Quiet></p> : null}
          <p><Quiet>{t.untilGone}</Quiet></p>
          <FormActions><Button variant="secondary">{t.make}</Button></FormActions>
        </Form>
      </Details>
    </ScreenOnly>
  );
}
