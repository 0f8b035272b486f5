import type { ReactElement } from 'react';
import { day, formatDay } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';
import { refusalText } from '../../web/refusals.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton } from '../../web/ui/buttons.tsx';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { Field, Select } from '../../web/ui/fields.tsx';
import { Form, FormActions, Grid, PageHead, Quiet, Section, Stack } from '../../web/ui/layout.tsx';
import { nearMomentWords } from '../../web/ui/moments.ts';
import { Alert } from '../../web/ui/surfaces.tsx';
import { exploreTexts } from '../explore-texts.ts';
import { hoursTexts } from '../hours-texts.ts';
import type { HoursBox, HoursModel } from '../queries/hours.ts';
import { hoursPath, HOURS_AT, OVER_TIME } from './paths.ts';
import { LOCALE } from './words.ts';

type Props = { readonly model: HoursModel; readonly request: StaffRequest };
const FORM_ID = 'timer';

/** A year's hours of one municipality: one box a month, and nothing else to fill in. */
export function HoursPage({ model, request }: Props): ReactElement {
  const { lang, query, refused } = request;
  const t = hoursTexts[lang];
  return (
    <StaffPage request={request} title={t.title} current="figures" faults={faultLinks(model, request)}>
      <PageHead heading={t.title} lead={t.lead} action={<LinkButton href={OVER_TIME}>{exploreTexts[lang].overTimeTitle}</LinkButton>} />
      <Stack gap="l">
        {refused === undefined && query.get('gjort') === 'lagret' ? <Alert kind="success"><p>{t.saved}</p></Alert> : null}
        <Form action={HOURS_AT} method="get" inline>
          {model.municipalities.length < 2 ? null : <Select name="kommune" label={t.municipality} value={model.municipality.number} empty={false} options={model.municipalities.map(({ number, name }) => ({ value: number, label: name }))} />}
          <Select name="ar" label={t.year} value={String(model.year)} empty={false} options={model.years.map((year) => ({ value: String(year), label: String(year) }))} />
          <FormActions><Button variant="secondary">{t.show}</Button></FormActions>
        </Form>
        <Section heading={t.boxes(model.municipality.name, model.year)} id={FORM_ID}><Boxes model={model} request={request} /></Section>
      </Stack>
    </StaffPage>
  );
}

function Boxes({ model, request }: Props) {
  const { lang, now } = request;
  const t = hoursTexts[lang];
  const { boxes, last, municipality, year } = model;
  return (
    <Form action={hoursPath({ kommune: municipality.number, ar: String(year) })} hidden={{ municipality: municipality.number, year: String(year), seen: boxes.map(({ version }) => version).join('.') }}>
      <p><Quiet>{t.hint}</Quiet></p>
      <Grid columns="narrow">{boxes.map((box, at) => <Field key={box.month} name={`m${at + 1}`} label={monthName(box.month, lang)} value={typedIn(box, at, request)} description={besideBox(box, at, request)} error={faultAt(at, request)} inputMode="numeric" size={8} />)}</Grid>
      {boxes.length < 12 ? <p><Quiet>{t.toCome}</Quiet></p> : null}
      {last === undefined ? null : <p><Quiet>{t.last(last.by, nearMomentWords(last.at, now, lang))}</Quiet></p>}
      <FormActions><Button>{t.save}</Button></FormActions>
    </Form>
  );
}

const shown = (hours: number | null): string => (hours === null ? '' : String(hours));

function typedIn({ hours }: HoursBox, at: number, { refused, form }: StaffRequest): string {
  return refused !== undefined && form.has(`m${at + 1}`) ? form.one(`m${at + 1}`) : shown(hours);
}

/** What a colleague saved meanwhile, else what stood there before. */
function besideBox({ month, hours, version, before }: HoursBox, at: number, { refused, form, lang }: StaffRequest): string | undefined {
  const t = hoursTexts[lang];
  const seen = form.one('seen').split('.')[at] ?? '0';
  if (refused !== undefined && form.has('seen') && seen !== String(version)) return t.standsNow(monthName(month, lang), hours === null ? t.nothing : String(hours));
  return before === undefined ? undefined : t.was(before === null ? t.nothing : String(before));
}

function faultAt(at: number, { refused, lang }: StaffRequest): string | undefined {
  const code = refused?.fields?.[`m${at + 1}`];
  return code === undefined ? undefined : refusalText(lang, code, hoursTexts[lang]);
}

function faultLinks({ year }: HoursModel, { refused, lang }: StaffRequest): FaultLink[] {
  if (refused === undefined) return [];
  const t = hoursTexts[lang];
  const links = Object.entries(refused.fields ?? {}).flatMap(([field, code]): FaultLink[] => (/^m\d+$/.test(field) ? [{ field, text: t.faultAt(monthName(`${year}-${field.slice(1).padStart(2, '0')}`, lang), refusalText(lang, code, t)) }] : []));
  return links.length > 0 ? links : [{ field: FORM_ID, text: refusalText(lang, refused.code, t) }];
}

/** «Mars» */
function monthName(month: string, lang: Lang): string {
  const first = day(`${month}-01`);
  const name = first === undefined ? month : formatDay(first, LOCALE[lang], { month: 'long' });
  return name.charAt(0).toUpperCase() + name.slice(1);
}
