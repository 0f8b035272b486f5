import { uncasedTexts } from '../../cases/public.ts';
import type { Lang } from '../../kernel/texts.ts';
import { osloDay } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button } from '../../web/ui/buttons.tsx';
import { Field, Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, Quiet, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { shortDayWords } from '../../web/ui/moments.ts';
import { Details } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { HOLD_GROUND } from '../codes.ts';
import type { Archive, HoldLine } from '../queries/archive.ts';
import { holdTexts } from '../texts/hold.ts';
import { privacyTexts } from '../texts/page.ts';
import { faultOf, valueOf } from './frame.tsx';
import { HOLD } from './paths.ts';

type Props = { model: Archive; request: StaffRequest };

/** Cases that are not disposed of although a rule would let them go: which, since when and why. */
export function Holds({ model, request }: Props) {
  const t = holdTexts[request.lang];
  return (
    <Section heading={t.heading}>
      <p><Quiet>{t.lead}</Quiet></p>
      <Table<HoldLine> caption={t.heading} captionHidden stacked rows={model.holds} rowKey={(row) => row.reference} empty={t.none} columns={[
        { key: 'ref', label: t.case, rowHeader: true, cell: (row) => whatIs(row, request.lang) },
        { key: 'ground', label: t.ground, cell: (row) => <div>{HOLD_GROUND.label(row.hold.ground, request.lang)}<Written text={row.hold.why} /></div> },
        { key: 'since', label: t.since, cell: (row) => privacyTexts[request.lang].by(row.by, shortDayWords(osloDay(row.at), model.now, request.lang)) },
        ...(model.mayHold ? [{ key: 'end', label: t.end, cell: (row: HoldLine) => <End row={row} request={request} /> }] : []),
      ]} />
      {model.mayHold ? <ScreenOnly><Details summary={t.hold} open={isAgain(request, 'ja')}><HoldForm request={request} /></Details></ScreenOnly> : null}
    </Section>
  );
}

/** What is held, and its reference. */
function whatIs({ kind, reference }: HoldLine, lang: Lang): string {
  return `${uncasedTexts[lang][`kind_${kind}`]} ${reference}`;
}

function isAgain({ refused, path, form }: StaffRequest, held: 'ja' | 'nei', reference?: string): boolean {
  return refused !== undefined && path === HOLD && form.one('held') === held && (reference === undefined || form.one('reference') === reference);
}

function HoldForm({ request }: Pick<Props, 'request'>) {
  const { lang } = request;
  const t = holdTexts[lang];
  const again = isAgain(request, 'ja');
  const field = (name: string) => ({ name, value: again ? valueOf(request, name) : '', error: again ? faultOf(request, name) : undefined });
  return (
    <Form action={HOLD} hidden={{ held: 'ja' }}>
      <Field {...field('reference')} label={t.reference} required size={16} />
      <Select {...field('ground')} label={t.ground} required options={HOLD_GROUND.codes.map((code) => ({ value: code, label: HOLD_GROUND.label(code, lang) }))} />
      <TextArea {...field('why')} label={t.why} description={t.whyHint} required rows={2} />
      <FormActions><Button variant="secondary">{t.doHold}</Button></FormActions>
    </Form>
  );
}

function End({ row, request }: { row: HoldLine; request: StaffRequest }) {
  const t = holdTexts[request.lang];
  const again = isAgain(request, 'nei', row.reference);
  return (
    <ScreenOnly>
      <Details summary={<>{t.end}<span className="ds-sr-only">: {row.reference}</span></>} open={again}>
        <Form action={HOLD} hidden={{ held: 'nei', reference: row.reference, ground: row.hold.ground }}>
          <Stack gap="xs">
            <TextArea name="why" id={again ? 'why' : `hvorfor-${row.reference}`} label={t.why} required rows={2} value={again ? valueOf(request, 'why') : ''} error={again ? faultOf(request, 'why') : undefined} />
            <FormActions><Button small variant="secondary" label={t.endFor(whatIs(row, request.lang))}>{t.end}</Button></FormActions>
          </Stack>
        </Form>
      </Details>
    </ScreenOnly>
  );
}
