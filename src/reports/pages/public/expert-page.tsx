import { osloDay, type Instant } from '../../../kernel/time.ts';
import type { Lang } from '../../../kernel/texts.ts';
import { Button } from '../../../web/ui/buttons.tsx';
import { RadioGroup } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { DescriptionList } from '../../../web/ui/facts.tsx';
import { Field, TextArea } from '../../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Quiet, Section, Stack, Written } from '../../../web/ui/layout.tsx';
import { dateWords, momentWords } from '../../../web/ui/moments.ts';
import { Alert, Card } from '../../../web/ui/surfaces.tsx';
import { askedIn, box, WHO, type AnswerFaults, type TypedAnswer } from '../../expert/answer.ts';
import { LONGEST_ANSWER, LONGEST_LINE, type ShownQuestion } from '../../expert/content.ts';
import { ANSWER_BASES, SEEN_OR_HEARD } from '../../codes.ts';
import { expertTexts } from '../../expert/texts.ts';
import { Page, PhoneLink, type PublicPage } from './page.tsx';
import { path } from './paths.ts';

/** missing: the code opens nothing, whatever the reason · busy: nobody looked · stale: the page was not ours any more */
export type CodeNotice = 'missing' | 'busy' | 'stale';

/** Type the code, see the question. */
export function ExpertCodePage({ notice, typed, token, answers, ...page }: PublicPage & { readonly token: string; readonly notice?: CodeNotice | undefined; readonly typed?: string | undefined; /** what was written on a page that is taken no more */ readonly answers?: TypedAnswer['answers'] | undefined }) {
  const { lang, variety, site } = page;
  const t = expertTexts[lang];
  return (
    <Page {...page} name="expert" title={t.title} exitToken={token}>
      <PageHead heading={t.heading} lead={t.lead} />
      {notice === undefined ? null : <div className="vr-status" role="status"><Card heading={t[notice]} tone="tinted"><p>{t[`${notice}About`]}</p></Card></div>}
      {answers === undefined ? null : <Typed answers={answers} shown={undefined} lang={lang} />}
      <Form action={path(lang, 'expert', variety)} hidden={{ skjema: token }}>
        <Field name="kode" label={t.code} description={t.codeHint} value={typed} size={24} />
        <FormActions><Button>{t.open}</Button></FormActions>
      </Form>
      <p className="vr-after">{t.noCode} <PhoneLink number={site.phone.number} /></p>
      <p>{t.verify}</p>
    </Page>
  );
}

/** What is asked, exactly as the professional sees it: also what whoever asks reads through first. */
export function ExpertSheet({ shown, lang }: { readonly shown: ShownQuestion; readonly lang: Lang }) {
  const t = expertTexts[lang];
  return (
    <Card tone="tinted">
      <Written text={shown.text} />
      <p><strong>{t.questionsHeading}</strong></p>
      <ul>{askedIn(shown).map((question) => <li key={question}>{questionWords(question, shown, lang)}</li>)}</ul>
    </Card>
  );
}

/** A question in words; the free one as it was written. */
export function questionWords(question: string, { free }: Pick<ShownQuestion, 'free'>, lang: Lang): string {
  const t = expertTexts[lang];
  if (question === 'HELSE' || question === 'KONTAKT' || question === 'TRYGGHET') return t[`q_${question}`];
  return free ?? t.free;
}

/** unknown: nobody knows whether it was stored (503) · closed, answered: it was not */
export type AnswerNotice = 'unknown' | 'closed' | 'answered';

export type ExpertPageProps = PublicPage & {
  readonly token: string;
  /** sealed, as it was found: the page carries it, so that nothing has to be looked up again */
  readonly sealed: string;
  readonly until: Instant;
  /** undefined: the page was open for so long that it is shown no more */
  readonly shown: ShownQuestion | undefined;
  /** which questions, also where they are shown no more; undefined: the page brought none that the code opens */
  readonly asked?: readonly string[] | undefined;
  readonly typed?: TypedAnswer | undefined;
  readonly faults?: AnswerFaults | undefined;
  readonly notice?: AnswerNotice | undefined;
};

/** The question and its answer, one page and one form. */
export function ExpertPage(props: ExpertPageProps) {
  const { lang, site, token, shown, until, notice, faults = {} } = props;
  const t = expertTexts[lang];
  const links = Object.entries(faults).map(([field, code]) => ({ field, text: faultWords(field, code, lang) }));
  const over = notice === 'closed' || notice === 'answered';
  return (
    <Page {...props} name="expert" title={t.title} exitToken={token} faults={links.length} writing>
      <ErrorSummary faults={links} />
      <PageHead heading={t.question} lead={`${t.from(site.name)}. ${t.until(dateWords(osloDay(until), lang))}`} />
      <Notice {...props} />
      <Stack>
        {shown === undefined ? (over ? null : <Alert kind="info"><p>{t.hidden}</p></Alert>) : <ExpertSheet shown={shown} lang={lang} />}
        {over ? <Typed answers={props.typed?.answers ?? {}} shown={shown} lang={lang} /> : <><p><Quiet>{t.confidential} {t.once}</Quiet></p><AnswerForm {...props} /></>}
      </Stack>
    </Page>
  );
}

function Notice({ lang, notice, site }: ExpertPageProps) {
  const t = expertTexts[lang];
  if (notice === undefined) return null;
  return <div className="vr-status" role={notice === 'unknown' ? 'alert' : 'status'}><Alert kind="warning" heading={t[notice]}><p>{t[`${notice}About`]} {notice === 'unknown' ? null : <PhoneLink number={site.phone.number} />}</p></Alert></div>;
}

function AnswerForm(props: ExpertPageProps) {
  const { lang, variety, token, sealed, shown, typed, faults = {} } = props;
  const t = expertTexts[lang];
  const fault = (name: string) => (faults[name] === undefined ? undefined : faultWords(name, faults[name], lang));
  return (
    <Form action={path(lang, 'expert', variety)} hidden={{ skjema: token, innhold: sealed }}>
      <p>{t.duty}</p>
      <RadioGroup name="kan" label={t.can} required value={typed?.can} error={fault('kan')} options={[{ value: 'ja', label: t.canYes }, { value: 'nei', label: t.canNo, description: t.canNoAbout }]} />
      <Stack>
        {questionsOn(props).map((question) => (
          <TextArea key={question} name={box(question)} label={questionWords(question, { free: shown?.free }, lang)} description={about(question, lang)} rows={4} value={typed?.answers[question]} error={fault(box(question))} />
        ))}
        <RadioGroup name="sett" label={t.seen} value={typed?.seen} error={fault('sett')} options={SEEN_OR_HEARD.values.map((one) => ({ value: one.code, label: one[lang] }))} />
        <RadioGroup name="grunnlag" label={t.basis} description={t.basisHint} value={typed?.basis} error={fault('grunnlag')} options={ANSWER_BASES.map((value) => ({ value, label: t[`basis_${value}`] }))} />
      </Stack>
      <Section heading={t.who}>
        <Stack>{WHO.map((name) => <Field key={name} name={name} label={t[name]} description={name === 'rolle' ? t.rolleHint : undefined} required value={typed?.[name]} error={fault(name)} />)}</Stack>
      </Section>
      <p>{t.sendOnce}</p>
      <FormActions><Button>{t.send}</Button></FormActions>
    </Form>
  );
}

/** Those that are asked, also where their words are shown no more; where nobody knows them, those that something was written to. */
function questionsOn({ shown, asked, typed }: ExpertPageProps): readonly string[] {
  if (shown !== undefined) return askedIn(shown);
  if (asked !== undefined) return asked;
  return Object.entries(typed?.answers ?? {}).flatMap(([question, text]) => (text === '' ? [] : [question]));
}

function about(question: string, lang: Lang): string | undefined {
  const t = expertTexts[lang];
  return question === 'HELSE' || question === 'KONTAKT' || question === 'TRYGGHET' ? t[`q_${question}_about`] : undefined;
}

/** Nothing that somebody wrote is thrown away, also where there is nobody to send it to. */
function Typed({ answers, shown, lang }: Pick<ExpertPageProps, 'shown' | 'lang'> & { readonly answers: TypedAnswer['answers'] }) {
  const t = expertTexts[lang];
  const items = Object.entries(answers).flatMap(([question, text]) => (text === '' ? [] : [{ term: questionWords(question, { free: shown?.free }, lang), value: <Written text={text} /> }]));
  return items.length === 0 ? null : <Section heading={t.typed}><DescriptionList items={items} /></Section>;
}

/** Boxes that can be left empty, and must not be. */
const MISSING = ['kan', 'sett', 'grunnlag', ...WHO] as const;

function faultWords(field: string, code: AnswerFaults[string], lang: Lang): string {
  const t = expertTexts[lang];
  if (code === 'noAnswer') return t.f_noAnswer;
  if (code === 'tooLong') return t.f_tooLong((field.startsWith(box('')) ? LONGEST_ANSWER : LONGEST_LINE).toLocaleString(lang === 'en' ? 'en-GB' : 'nb-NO'));
  const left = MISSING.find((one) => one === field) ?? 'kan';
  return t[`f_missing_${left}`];
}

/** Only after it is stored. */
export function ExpertReceiptPage({ at, again, ...page }: PublicPage & { readonly at: Instant; readonly again: boolean }) {
  const t = expertTexts[page.lang];
  return (
    <Page {...page} name="expert" title={t.title} writing>
      <PageHead heading={again ? t.receivedAgain : t.received} />
      <div className="vr-status" role="status"><Card tone="tinted"><p>{again ? t.noMail : t.receivedAbout(momentWords(at, page.lang))}</p>{again ? null : <p>{t.noMail}</p>}</Card></div>
    </Page>
  );
}

