import type { Lang } from '../../kernel/texts.ts';
import { HOUR, toMs, type Instant } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { DescriptionList, type Fact } from '../../web/ui/facts.tsx';
import { Field, MomentField, Select, TextArea } from '../../web/ui/fields.tsx';
import { Quiet, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { momentBox, nearMomentWords } from '../../web/ui/moments.ts';
import { Tag } from '../../web/ui/surfaces.tsx';
import { digitalSteps, type Breach } from '../breach.ts';
import { DIGITAL } from '../codes.ts';
import { digitalTexts } from '../texts/digital.ts';
import { privacyTexts } from '../texts/page.ts';
import { faultOf, valueOf } from './frame.tsx';

const MOMENTS = ['digitalWarnedAt', 'digitalUpdatedAt', 'digitalReportAt'] as const;
export const DIGITAL_FIELDS = ['digital', 'digitalService', 'digitalCause', 'digitalUsers', 'digitalAbroad', ...MOMENTS] as const;

type Seen = { readonly breach: Breach; readonly now: Instant; readonly lang: Lang };

/** The three clocks of digitalsikkerhetsforskriften § 17, each with what it is counted from; none where the act does not cover the service. */
export function digitalClocks({ breach, now, lang }: Seen): readonly Fact[] {
  const t = digitalTexts[lang];
  return digitalSteps(breach).map(({ step, due, at }) => ({
    term: t[step],
    value: (
      <>
        {due === undefined ? t.afterWarning : nearMomentWords(due, now, lang)} <State due={due} at={at} now={now} lang={lang} />
        <br /><Quiet>{t[`source_${step}`]}</Quiet>
        {step === 'digitalWarnedAt' && at === undefined && due !== undefined && now <= due ? <><br />{t.warnNow}</> : null}
      </>
    ),
  }));
}

/** Hours are told of the last three days. */
const LAST = 72 * HOUR;

function State({ due, at, now, lang }: { due: Instant | undefined; at: Instant | undefined; now: Instant; lang: Lang }) {
  const t = digitalTexts[lang];
  if (at !== undefined) return <Tag tone="success">{t.given(nearMomentWords(at, now, lang))}</Tag>;
  const left = due === undefined ? undefined : toMs(due) - toMs(now);
  if (left !== undefined && left < 0) return <Tag tone="warning" symbol="alert">{t.over}</Tag>;
  return <Tag tone="warning" symbol="clock">{left === undefined || left > LAST ? t.notSent : privacyTexts[lang].tellLeft(Math.floor(left / HOUR))}</Tag>;
}

/** What the notice and the report have to hold, to whom they go, and what of it is written down here. Nothing where the act does not cover the service. */
export function DigitalNotice({ breach, lang }: Omit<Seen, 'now'>) {
  const t = digitalTexts[lang];
  if (breach.digital !== 'JA') return null;
  const said = (...texts: readonly (string | undefined)[]) => {
    const known = texts.filter((text): text is string => text !== undefined && text !== '');
    return known.length === 0 ? <Tag tone="neutral">{t.lacks}</Tag> : <Written text={known.join('\n\n')} />;
  };
  return (
    <Section heading={t.holds}>
      <Stack gap="s">
        <p>{t.holdsLead}</p>
        <DescriptionList items={[
          { term: t.provider, value: t.providerWhat }, { term: t.service, value: said(breach.digitalService) }, { term: t.incident, value: said(breach.what, breach.digitalCause, breach.consequences) },
          { term: t.users, value: said(breach.digitalUsers) }, { term: t.abroad, value: said(breach.digitalAbroad) }, { term: t.remedies, value: said(breach.measures) },
        ]} />
        <p>{t.reportTo}</p>
      </Stack>
    </Section>
  );
}

/** What the form asks of it. */
export function DigitalFields({ request, known }: { request: StaffRequest; known: Breach | undefined }) {
  const { lang } = request;
  const t = digitalTexts[lang];
  const field = (name: (typeof DIGITAL_FIELDS)[number], value: string) => ({ name, label: t[name], value: valueOf(request, name, value), error: faultOf(request, name) });
  return (
    <>
      <Select {...field('digital', known?.digital ?? 'IKKE_VURDERT')} description={t.digitalHint} empty={false} options={DIGITAL.codes.map((code) => ({ value: code, label: DIGITAL.label(code, lang) }))} />
      <Field {...field('digitalService', known?.digitalService ?? '')} />
      <TextArea {...field('digitalCause', known?.digitalCause ?? '')} rows={2} />
      <Field {...field('digitalUsers', known?.digitalUsers ?? '')} size={20} />
      <Field {...field('digitalAbroad', known?.digitalAbroad ?? '')} />
      {MOMENTS.map((name) => <MomentField key={name} {...field(name, known?.[name] === undefined ? '' : momentBox(known[name]))} />)}
    </>
  );
}
