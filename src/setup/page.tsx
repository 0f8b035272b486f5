import type { ReactElement, ReactNode } from 'react';
import { LANGUAGES, type Lang } from '../kernel/texts.ts';
import type { Typed } from '../regions/hours-form.ts';
import { OPENING_HOURS_TEXTS } from '../regions/texts/opening-hours.ts';
import { HoursFields, hoursLabels } from '../regions/pages/hours-fields.tsx';
import { inThree } from '../regions/pages/site-labels.ts';
import { regionTexts } from '../regions/texts/page.ts';
import { refusalText } from '../web/refusals.ts';
import { webTexts } from '../web/texts.ts';
import { Button, Chip } from '../web/ui/buttons.tsx';
import { Document } from '../web/ui/document.tsx';
import { ErrorSummary } from '../web/ui/error-summary.tsx';
import { DateField, Field, TextArea } from '../web/ui/fields.tsx';
import { Form, FormActions, Grid, PageHead, Quiet, Section, Stack } from '../web/ui/layout.tsx';
import { Alert, Tags } from '../web/ui/surfaces.tsx';
import { FIRST_PEOPLE, ROOM, type FirstKey } from './questions.ts';
import { setupTexts } from './texts.ts';

export type SetUpProps = {
  readonly lang: Lang;
  /** where the form posts: the link itself */
  readonly action: string;
  readonly typed: Typed;
  /** code of what is wrong, per field */
  readonly faults: Typed;
  readonly asksHost: boolean;
  /** nobody knows whether it was saved */
  readonly lost?: boolean | undefined;
};

type Parts = { readonly props: SetUpProps; readonly labels: Typed };
const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };
const QUESTION: Readonly<Record<FirstKey, 'q6' | 'q7' | 'q8' | 'q9' | 'q10'>> = { coordinator: 'q6', deputy: 'q7', leader: 'q8', member1: 'q9', member2: 'q10' };

/** The ten questions on one page, before there is anybody who could sign in. */
export function SetUpPage(props: SetUpProps): ReactElement {
  const { lang, faults } = props;
  const t = setupTexts[lang];
  const labels = labelsOf(lang);
  const links = Object.entries(faults).map(([field, code]) => ({ field, text: t.faultAt(labels[field] ?? field, wordsFor(code, lang)) }));
  return (
    <Document lang={lang} title={links.length > 0 ? webTexts[lang].faultTitle(t.title) : t.title} css="staff.css">
      <main className="vv-staff" id="innhold">
        <ErrorSummary faults={links} />
        <PageHead heading={t.heading} lead={t.lead} />
        <Stack gap="l">
          {props.lost === true ? <Alert kind="warning"><p>{t.lost}</p></Alert> : null}
          <nav aria-label={t.language}><Tags>{LANGUAGES.map((one) => <Chip key={one} href={`?sprak=${one}`} selected={one === lang}>{LANGUAGE_NAMES[one]}</Chip>)}</Tags></nav>
          <Form action={props.action} hidden={{ sprak: lang }}>
            <Region props={props} labels={labels} />
            {FIRST_PEOPLE.map((one, at) => <Person key={one.key} props={props} labels={labels} who={one.key} n={at + 6} needed={one.needed} />)}
            <FormActions><Button>{t.send}</Button><Quiet>{t.sendHint}</Quiet></FormActions>
          </Form>
        </Stack>
      </main>
    </Document>
  );
}

function Region({ props, labels }: Parts) {
  const { lang, typed } = props;
  const t = setupTexts[lang];
  const r = regionTexts[lang];
  const hours = { typed, faults: inWords(props), lang };
  return (
    <>
      <Question n={1} heading={t.q1}>
        <Line props={props} labels={labels} name="name" hint={r.nameHint} required />
        {props.asksHost ? <Line props={props} labels={labels} name="host" hint={t.hostHint} required /> : null}
      </Question>
      <Question n={2} heading={t.q2}>
        <Line props={props} labels={labels} name="phone-number" hint={r.phoneHint} required phone />
        <Line props={props} labels={labels} name="talk-number" hint={r.talkHint} required phone />
      </Question>
      <Question n={3} heading={t.q3}>
        <HoursFields prefix="phone" question={r.phoneHours} {...hours} />
        <HoursFields prefix="talk" question={r.talkHours} {...hours} />
        <HoursFields prefix="reading" question={r.readingHours} hint={r.readingHint} {...hours} />
      </Question>
      <Question n={4} heading={t.q4}><Members props={props} labels={labels} /></Question>
      <Question n={5} heading={t.q5}><Controller props={props} labels={labels} /></Question>
    </>
  );
}

function Question({ n, heading, children }: { n: number; heading: string; children: ReactNode }) {
  return <Section heading={`${n}. ${heading}`}><Stack>{children}</Stack></Section>;
}

function Members({ props, labels }: Parts) {
  const t = setupTexts[props.lang];
  return (
    <>
      <p>{t.municipalitiesHint}</p>
      {Array.from({ length: ROOM }, (_, at) => at + 1).map((row) => (
        <Grid key={row}>
          <Line props={props} labels={labels} name={`municipality-${row}`} required={row === 1} />
          <Line props={props} labels={labels} name={`child-${row}`} required={row === 1} phone />
        </Grid>
      ))}
      <Line props={props} labels={labels} name="organisation" required />
      <Line props={props} labels={labels} name="agreement" hint={regionTexts[props.lang].agreementHint} required />
      <DateField name="from" label={t.from} value={props.typed['from'] ?? ''} error={inWords(props)['from']} required />
    </>
  );
}

function Controller({ props, labels }: Parts) {
  const { typed, lang } = props;
  const faults = inWords(props);
  return (
    <>
      <p>{setupTexts[lang].controllerHint}</p>
      <p><Quiet>{regionTexts[lang].controllerHint}</Quiet></p>
      <Grid>
        <Line props={props} labels={labels} name="controller-name" />
        <Line props={props} labels={labels} name="controller-address" />
      </Grid>
      <p><Quiet>{regionTexts[lang].basisHint}</Quiet></p>
      <Grid>
        {LANGUAGES.map((one) => <TextArea key={one} name={`basis-${one}`} label={labels[`basis-${one}`]} rows={4} value={typed[`basis-${one}`] ?? ''} error={faults[`basis-${one}`]} />)}
      </Grid>
    </>
  );
}

function Person({ props, labels, who, n, needed }: Parts & { who: FirstKey; n: number; needed: boolean }) {
  const t = setupTexts[props.lang];
  return (
    <Question n={n} heading={t[QUESTION[who]]}>
      <p>{needed ? t.peopleHint : t.maybeEmpty}{n === 6 ? ` ${t.subjectHint} ${t.placeHint}` : ''}</p>
      <Grid columns="narrow">
        <Line props={props} labels={labels} name={`${who}-name`} short={t.name} required={needed} />
        <Line props={props} labels={labels} name={`${who}-subject`} short={t.subject} required={needed} />
        <Line props={props} labels={labels} name={`${who}-place`} short={t.place} />
      </Grid>
    </Question>
  );
}

function Line({ props, labels, name, short, hint, required, phone }: Parts & { name: string; short?: string; hint?: string; required?: boolean; phone?: boolean }) {
  return (
    <Field name={name} label={short ?? labels[name] ?? name} description={hint} value={props.typed[name] ?? ''} error={inWords(props)[name]} required={required}
      {...(phone === true ? { type: 'tel', inputMode: 'tel' } : {})} />
  );
}

function inWords({ faults, lang }: SetUpProps): Typed {
  return Object.fromEntries(Object.entries(faults).map(([field, code]) => [field, wordsFor(code, lang)]));
}

function wordsFor(code: string, lang: Lang): string {
  return refusalText(lang, code, setupTexts[lang], regionTexts[lang], OPENING_HOURS_TEXTS[lang]);
}

/** What each field is called in the error summary. */
function labelsOf(lang: Lang): Typed {
  const t = setupTexts[lang];
  const r = regionTexts[lang];
  const rows = Array.from({ length: ROOM }, (_, at) => at + 1);
  return {
    name: r.name, host: t.host, 'phone-number': r.phoneNumber, 'talk-number': r.talkNumber,
    ...hoursLabels('phone', r.phoneHours, lang), ...hoursLabels('talk', r.talkHours, lang), ...hoursLabels('reading', r.readingHours, lang),
    ...Object.fromEntries(rows.flatMap((row) => [[`municipality-${row}`, t.municipality(row)], [`child-${row}`, t.child(row)]])),
    organisation: r.organisation, agreement: r.agreementName, from: t.from, 'controller-name': r.controller, 'controller-address': r.controllerAddress,
    ...inThree('basis', r.basis, lang),
    ...Object.fromEntries(FIRST_PEOPLE.flatMap(({ key }) => [[`${key}-name`, t.name], [`${key}-subject`, t.subject], [`${key}-place`, t.place]].map(([field, label]) => [field, `${t[QUESTION[key]]} – ${label}`]))),
  };
}
