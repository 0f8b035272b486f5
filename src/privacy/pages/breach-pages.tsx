import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { HOUR, toMs, type Instant } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList, type Fact } from '../../web/ui/facts.tsx';
import { CheckboxGroup } from '../../web/ui/choices.tsx';
import { Field, MomentField, Select, TextArea } from '../../web/ui/fields.tsx';
import { Form, FormActions, PrintOnly, Quiet, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { momentBox, nearMomentWords } from '../../web/ui/moments.ts';
import { Card, Details, Tag } from '../../web/ui/surfaces.tsx';
import { Table } from '../../web/ui/table.tsx';
import { WHOLE_REGION, type Breach } from '../breach.ts';
import { AUTHORITY, DIGITAL, TOLD } from '../codes.ts';
import type { BreachLine, BreachList, BreachVersion, OpenBreach } from '../queries/breaches.ts';
import { digitalTexts } from '../texts/digital.ts';
import { privacyTexts } from '../texts/page.ts';
import { DIGITAL_FIELDS, DigitalFields, DigitalNotice, digitalClocks } from './digital-part.tsx';
import { faultOf, PrivacyPage, valueOf } from './frame.tsx';
import { BREACHES, breachPath } from './paths.ts';

const FORM_ID = 'avvik';
const COMMON_FIELDS = ['what', 'discoveredAt', 'affected', 'kinds', 'consequences', 'measures', 'authority', 'authorityAt', 'authorityWhy', 'told', 'toldWhy'] as const;
export const BREACH_FIELDS = [...COMMON_FIELDS, ...DIGITAL_FIELDS] as const;

/** What each field of the form is called. */
export function breachLabels(lang: Lang): Readonly<Record<string, string>> {
  const t = { ...privacyTexts[lang], ...digitalTexts[lang] };
  return { ...Object.fromEntries(BREACH_FIELDS.map((name) => [name, t[name]])), concerns: t.concerns };
}

/** All breaches, those that are not settled first, and the form for a new one. */
export function BreachListPage({ model, request }: { model: BreachList; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = privacyTexts[lang];
  return (
    <PrivacyPage request={request} title={t.breaches} lead={t.breachesLead} part="breaches" labels={breachLabels(lang)} formId={FORM_ID}>
      <Table<BreachLine> caption={t.breaches} captionHidden stacked rows={model.lines} rowKey={(row) => row.breachId} empty={t.noBreaches} columns={[
        { key: 'at', label: t.discovered, rowHeader: true, cell: (row) => <TextLink href={breachPath(row.breachId)}>{t.openBreach(nearMomentWords(row.breach.discoveredAt, model.now, lang))}</TextLink> },
        { key: 'whose', label: t.whose, cell: (row) => whoseWords(row.breach, model.names, lang) },
        { key: 'n', label: t.affected, number: true, cell: (row) => String(row.breach.affected) },
        { key: 'authority', label: t.authority, cell: (row) => <div>{AUTHORITY.label(row.breach.authority, lang)} <Clock72 tellBy={row.tellBy} breach={row.breach} now={model.now} lang={lang} /></div> },
        { key: 'state', label: t.state, cell: (row) => <Tag tone={row.settled ? 'success' : 'accent'}>{row.settled ? t.settled : t.unsettled}</Tag> },
      ]} />
      <Section heading={t.newBreach} id={FORM_ID}><ScreenOnly><BreachForm request={request} places={model} breachId={request.refused === undefined ? model.newId : request.form.one('breachId')} version={0} /></ScreenOnly></Section>
    </PrivacyPage>
  );
}

type Places = Pick<BreachList, 'names' | 'own'>;

/** «Fjordby, Havnes», or the region as such. */
function whoseWords({ municipalities }: Breach, names: Places['names'], lang: Lang): string {
  return municipalities.length === 0 ? privacyTexts[lang].wholeRegion : municipalities.map((id) => names[id] ?? '').toSorted((a, b) => a.localeCompare(b, 'nb')).join(', ');
}

/** What is ticked at first: the one municipality that somebody works for, else the region. */
function usual({ own, names }: Places): readonly string[] {
  return own.length === 0 || own.length === Object.keys(names).length ? [WHOLE_REGION] : own.slice(0, 1);
}

/** The 72 hours, while the authority has not been told and nobody has said that it need not be. */
function Clock72({ tellBy, breach, now, lang }: { tellBy: Instant; breach: Breach; now: Instant; lang: Lang }) {
  const t = privacyTexts[lang];
  if (breach.authority !== 'IKKE_AVGJORT') return null;
  return now > tellBy ? <Tag tone="warning" symbol="alert">{t.tellOver}</Tag> : <Tag tone="warning" symbol="clock">{t.tellLeft(Math.floor((toMs(tellBy) - toMs(now)) / HOUR))}</Tag>;
}

/** One breach: as it stands, the form to add what is known since, and how it stood before. */
export function BreachPage({ model, request }: { model: OpenBreach; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = privacyTexts[lang];
  const [newest, ...earlier] = model.versions;
  return (
    <PrivacyPage request={request} title={t.breach} part="breaches" labels={breachLabels(lang)} formId={FORM_ID} action={<LinkButton href={BREACHES} small>{t.back}</LinkButton>}>
      <DescriptionList beside items={[
        { term: t.whose, value: whoseWords(newest.breach, model.names, lang) },
        { term: t.discovered, value: nearMomentWords(newest.breach.discoveredAt, model.now, lang) },
        { term: t.tellBy, value: <>{nearMomentWords(model.tellBy, model.now, lang)} <Clock72 tellBy={model.tellBy} breach={newest.breach} now={model.now} lang={lang} /><br /><Quiet>{t.tellSource}</Quiet></> },
        ...digitalClocks({ breach: newest.breach, now: model.now, lang }),
        { term: t.state, value: <Tag tone={model.settled ? 'success' : 'accent'}>{model.settled ? t.settled : t.unsettled}</Tag> },
      ]} />
      <DigitalNotice breach={newest.breach} lang={lang} />
      <Section heading={t.standsNow} id={FORM_ID}><PrintOnly><Version one={newest} names={model.names} now={model.now} lang={lang} /></PrintOnly><ScreenOnly><BreachForm request={request} places={model} breachId={model.breachId} version={newest.version} known={newest.breach} /></ScreenOnly></Section>
      {earlier.length === 0 ? null : <Section heading={t.earlier}><Stack gap="s">{earlier.map((one) => <Version key={one.version} one={one} names={model.names} now={model.now} lang={lang} />)}</Stack></Section>}
    </PrivacyPage>
  );
}

function Version({ one: { breach, by, at }, names, now, lang }: { one: BreachVersion; names: Places['names']; now: Instant; lang: Lang }) {
  const t = privacyTexts[lang];
  const facts: Fact[] = [
    { term: t.whose, value: whoseWords(breach, names, lang) },
    ...(['what', 'kinds', 'consequences', 'measures'] as const).filter((name) => breach[name] !== '').map((name) => ({ term: t[name], value: <Written text={breach[name]} /> })),
    { term: t.affected, value: String(breach.affected) }, { term: t.authority, value: AUTHORITY.label(breach.authority, lang) }, { term: t.told, value: TOLD.label(breach.told, lang) },
    ...(breach.digital === undefined ? [] : [{ term: digitalTexts[lang].digital, value: DIGITAL.label(breach.digital, lang) }]),
  ];
  return <Card><DescriptionList items={facts} /><p><Quiet>{t.by(by, nearMomentWords(at, now, lang))}</Quiet></p></Card>;
}

function BreachForm({ request, places, breachId, version, known }: { request: StaffRequest; places: Places; breachId: string; version: number; known?: Breach }) {
  const { lang } = request;
  const t = privacyTexts[lang];
  const field = (name: (typeof COMMON_FIELDS)[number], value = '') => ({ name, label: t[name], value: valueOf(request, name, value), error: faultOf(request, name) });
  const ticked = request.refused !== undefined ? request.form.all('concerns') : known === undefined ? usual(places) : known.municipalities.length === 0 ? [WHOLE_REGION] : known.municipalities;
  const boxes = [{ value: WHOLE_REGION, label: t.wholeRegion }, ...Object.entries(places.names).map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label, 'nb'))];
  return (
    <Form action={BREACHES} hidden={{ breachId, version: String(version) }}>
      <TextArea {...field('what', known?.what)} description={t.whatHint} required rows={3} />
      <CheckboxGroup name="concerns" label={t.concerns} description={t.concernsHint} options={boxes} values={ticked} error={faultOf(request, 'concerns')} />
      <MomentField {...field('discoveredAt', known === undefined ? '' : momentBox(known.discoveredAt))} required />
      <Field {...field('affected', known === undefined ? '' : String(known.affected))} inputMode="numeric" size={8} required />
      <TextArea {...field('measures', known?.measures)} required rows={3} />
      <Select {...field('authority', known?.authority ?? 'IKKE_AVGJORT')} description={t.tellSource} required empty={false} options={AUTHORITY.codes.map((code) => ({ value: code, label: AUTHORITY.label(code, lang) }))} />
      <Details summary={t.more} open={known !== undefined || request.refused !== undefined}>
        <MomentField {...field('authorityAt', known?.authorityAt === undefined ? '' : momentBox(known.authorityAt))} />
        <TextArea {...field('authorityWhy', known?.authorityWhy)} rows={2} />
        <TextArea {...field('kinds', known?.kinds)} rows={2} />
        <TextArea {...field('consequences', known?.consequences)} rows={2} />
        <Select {...field('told', known?.told ?? 'IKKE_AVGJORT')} empty={false} options={TOLD.codes.map((code) => ({ value: code, label: TOLD.label(code, lang) }))} />
        <TextArea {...field('toldWhy', known?.toldWhy)} rows={2} />
        <DigitalFields request={request} known={known} />
      </Details>
      <FormActions><Button>{t.save}</Button></FormActions>
    </Form>
  );
}
