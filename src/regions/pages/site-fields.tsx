import type { Lang } from '../../kernel/texts.ts';
import { LANGUAGES } from '../../kernel/texts.ts';
import { Checkbox } from '../../web/ui/choices.tsx';
import { Field, TextArea } from '../../web/ui/fields.tsx';
import { Grid, Quiet, Section, Stack, Unseen, Written } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import { CASE_TYPES, caseTypeField, childField, SITE_TEXTS, type SiteMember, type SiteText } from '../form.ts';
import type { Typed } from '../hours-form.ts';
import { regionTexts } from '../texts/page.ts';
import { proposedLegalBasis } from '../site.ts';
import type { Faults } from './faults.ts';
import { HoursFields } from './hours-fields.tsx';

export type SiteFieldsProps = { readonly typed: Typed; readonly faults: Faults; readonly labels: Typed; readonly members: readonly SiteMember[]; readonly lang: Lang };

const HINTS: Readonly<Partial<Record<SiteText, 'introHint' | 'whatHappensHint' | 'whoReadsHint'>>> = { intro: 'introHint', whatHappens: 'whatHappensHint', whoReads: 'whoReadsHint' };

/** Every field of the public site, in the order in which the public meets them. */
export function SiteFields(props: SiteFieldsProps) {
  const { typed, faults, lang, members } = props;
  const t = regionTexts[lang];
  const hours = { typed, faults, lang };
  return (
    <>
      <Section heading={t.nameAndPhone}>
        <Stack>
          <Line props={props} name="name" hint={t.nameHint} required />
          <Line props={props} name="phone-number" hint={t.phoneHint} required phone />
          <InThree props={props} prefix="phoneName" short />
          <HoursFields prefix="phone" question={t.phoneHours} {...hours} />
        </Stack>
      </Section>
      <Section heading={t.talk}>
        <Stack>
          <Line props={props} name="talk-number" hint={t.talkHint} required phone />
          <HoursFields prefix="talk" question={t.talkHours} {...hours} />
        </Stack>
      </Section>
      <Section heading={t.reading}><HoursFields prefix="reading" question={t.readingHours} hint={t.readingHint} {...hours} /></Section>
      <Section heading={t.children}>
        <Stack>
          <p>{t.childrenLead}</p>
          <Grid columns="narrow">{members.map((one) => <Line key={one.number} props={props} name={childField(one.number)} phone />)}</Grid>
        </Stack>
      </Section>
      <Section heading={t.texts}>
        <Stack gap="l">
          <p>{t.textsLead}</p>
          {SITE_TEXTS.map((key) => <Text key={key} props={props} name={key} />)}
        </Stack>
      </Section>
      <Section heading={t.caseTypes}>
        <Stack gap="l">
          <p>{t.caseTypesLead}</p>
          {CASE_TYPES.map((type) => <Section key={type} heading={t[`case${type}`]} level={3}><InThree props={props} prefix={caseTypeField(type)} /></Section>)}
        </Stack>
      </Section>
      <Privacy {...props} />
      <Section heading={t.form}>
        <Checkbox name="formOpen" label={t.formOpen} description={t.formOpenHint} checked={typed['formOpen'] === 'ja'} />
      </Section>
    </>
  );
}

type Parts = { readonly props: SiteFieldsProps };

function Line({ props, name, hint, required, phone }: Parts & { name: string; hint?: string | undefined; required?: boolean; phone?: boolean }) {
  return (
    <Field name={name} label={props.labels[name] ?? name} description={hint} value={props.typed[name] ?? ''} error={props.faults[name]} required={required}
      {...(phone === true ? { type: 'tel', inputMode: 'tel' } : {})} />
  );
}

function InThree({ props, prefix, short }: Parts & { prefix: string; short?: boolean }) {
  return (
    <Grid columns="narrow">
      {LANGUAGES.map((lang) => {
        const name = `${prefix}-${lang}`;
        const [what, which = ''] = (props.labels[name] ?? name).split(' – ');
        const label = short === true ? props.labels[name] : <><Unseen>{what} – </Unseen>{which.charAt(0).toUpperCase() + which.slice(1)}</>;
        const common = { name, label, value: props.typed[name] ?? '', error: props.faults[name] };
        return short === true ? <Field key={lang} {...common} /> : <TextArea key={lang} {...common} rows={6} />;
      })}
    </Grid>
  );
}

function Text({ props, name }: Parts & { name: SiteText }) {
  const t = regionTexts[props.lang];
  const hint = HINTS[name];
  return (
    <Section heading={t[name]} level={3}>
      {hint === undefined ? null : <p><Quiet>{t[hint]}</Quiet></p>}
      <InThree props={props} prefix={name} />
    </Section>
  );
}

/** What only the controller can answer; empty until then. */
function Privacy(props: SiteFieldsProps) {
  const t = regionTexts[props.lang];
  const proposed = proposedLegalBasis();
  return (
    <Section heading={t.privacy}>
      <Stack>
        <p>{t.privacyLead}</p>
        <p><Quiet>{t.controller}: {t.controllerHint}</Quiet></p>
        <Grid>
          <Line props={props} name="controller-name" />
          <Line props={props} name="controller-address" />
        </Grid>
        <Grid columns="narrow">
          <Line props={props} name="officer-name" />
          <Line props={props} name="officer-phone" phone />
          <Line props={props} name="officer-email" />
        </Grid>
        <Section heading={t.basis} level={3}>
          <p><Quiet>{t.basisHint}</Quiet></p>
          <InThree props={props} prefix="basis" />
        </Section>
        <Details summary={t.basisProposal}>
          <Stack gap="s">
            <p>{t.basisProposalNote}</p>
            {LANGUAGES.map((lang) => <div key={lang} lang={lang}><Written text={proposed[lang]} /></div>)}
          </Stack>
        </Details>
      </Stack>
    </Section>
  );
}
