import { momentWords } from '../../../web/ui/moments.ts';
import { Button } from '../../../web/ui/buttons.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { Note } from '../../../web/ui/facts.tsx';
import { CheckboxGroup } from '../../../web/ui/choices.tsx';
import { TextArea } from '../../../web/ui/fields.tsx';
import { Form, FormActions, PageHead, Row, Section, Stack, Written } from '../../../web/ui/layout.tsx';
import { Alert, Card, Heading } from '../../../web/ui/surfaces.tsx';
import type { Instant } from '../../../kernel/time.ts';
import { LONGEST_MESSAGE } from '../../window/content.ts';
import type { Telling } from '../../window/unnamed.ts';
import { AddFile, fileFault, FileNotice, type FileOutcome } from './add-file.tsx';
import { Hours, Page, PhoneLink, type PublicPage } from './page.tsx';
import { path } from './paths.ts';
import { windowWordsOf, wordsOf, type Voice } from './voice.ts';

/** Something we wrote, opened with the code. */
export type OurWords = { readonly id: string; readonly asks: boolean; readonly text: string; readonly at: Instant; readonly answeredAt: Instant | undefined };

/** The window as far as it is known now: while the database is away, nothing of it is. */
export type ShownWindow = { readonly status: 'received' | 'read' | 'question' | 'closed'; /** nobody may be named here, and no file is taken */ readonly advice: boolean; readonly ours: readonly OurWords[]; readonly files: number; readonly sentAt: Instant | undefined };

/** sent, safe, worse: what was just sent · unknown: nobody knows whether it was (503) · closed, tooMany: it was not */
export type WindowNotice = 'sent' | 'safe' | 'worse' | 'unknown' | 'closed' | 'tooMany';

export type WindowPageProps = PublicPage & {
  readonly token: string;
  readonly window: ShownWindow | undefined;
  readonly notice?: WindowNotice | undefined;
  /** what was typed and not sent */
  readonly typed?: string | undefined;
  readonly problem?: 'empty' | 'tooLong' | 'telling' | undefined;
  /** what in `typed` tells who somebody is, with `problem: 'telling'` */
  readonly telling?: Telling | undefined;
  /** words that were said to be no names */
  readonly notNames?: readonly string[] | undefined;
  readonly file?: FileOutcome | undefined;
};

const BOX = 'svar';

/**
 * The window that a code opens: one of four states, what we asked, and a box to answer in. Never what was reported or written before, never
 * a name, and nothing that would be otherwise if a case had been made of it.
 */
export function WindowPage(props: WindowPageProps) {
  const { lang, token, window, file, notice } = props;
  const t = wordsOf(props);
  const faults = faultLinks(props);
  const closed = window?.status === 'closed' || notice === 'closed';
  return (
    <Page {...props} name="followUp" title={t.followUpTitle} exitToken={token} faults={faults.length} writing>
      <ErrorSummary faults={faults} />
      <PageHead heading={t.followHeading} />
      <Notice {...props} />
      {file === 'added' ? <FileNotice lang={lang} variety={props.variety} /> : null}
      {window === undefined ? null : <StatusCard {...props} window={window} />}
      {window === undefined ? null : <Ours ours={window.ours} lang={lang} variety={props.variety} />}
      {closed ? <Unsent {...props} /> : <Answer {...props} />}
      {closed || window === undefined || window.advice ? null : <AddFile lang={lang} variety={props.variety} token={token} files={window.files} outcome={file} />}
      <Section heading={t.leaveHeading}><p>{t.leave}</p></Section>
    </Page>
  );
}

function faultLinks(props: WindowPageProps) {
  const { file, window } = props;
  const answer = problemWords(props);
  const sent = fileFault(file, props);
  return [...(answer === undefined ? [] : [{ field: BOX, text: answer }]), ...(sent === undefined ? [] : [{ field: file === 'many' || file === 'closed' || window?.advice === true ? 'innhold' : 'fil', text: sent }])];
}

function problemWords({ lang, variety, problem, typed = '', telling }: WindowPageProps): string | undefined {
  const t = windowWordsOf({ lang, variety });
  const counted = (n: number) => n.toLocaleString(lang === 'en' ? 'en-GB' : 'nb-NO');
  if (problem === undefined) return undefined;
  if (problem === 'telling') return telling === undefined || telling.stops.length === 0 ? t.mayTell : t.tells(telling.stops.join(' · '));
  return problem === 'empty' ? t.empty : t.tooLong(counted(typed.length), counted(LONGEST_MESSAGE));
}

function Notice({ lang, variety, notice, site }: WindowPageProps) {
  const t = windowWordsOf({ lang, variety });
  if (notice === undefined) return null;
  const phone = <PhoneLink number={site.phone.number} />;
  const said = {
    sent: <Card heading={t.sent} tone="tinted"><p>{t.sentAbout}</p></Card>,
    safe: <Card heading={t.sentSafe} tone="tinted"><p>{t.sentAbout}</p></Card>,
    worse: <Alert kind="life" heading={t.sentWorse}><p>{t.sentWorseAbout}</p><p>{phone}</p></Alert>,
    unknown: <Alert kind="warning" heading={t.unknown}><p>{t.unknownAbout}</p></Alert>,
    closed: <Alert kind="warning" heading={t.closedMeanwhile}><p>{t.closedMeanwhileAbout} {phone}</p></Alert>,
    tooMany: <Alert kind="warning" heading={t.tooMany}><p>{t.tooManyAbout} {phone}</p></Alert>,
  }[notice];
  return <div className="vr-status" role={notice === 'unknown' ? 'alert' : 'status'}>{said}</div>;
}

function StatusCard({ lang, variety, window, site, now }: WindowPageProps & { window: ShownWindow }) {
  const t = wordsOf({ lang, variety });
  const own = windowWordsOf({ lang, variety });
  const { status } = window;
  const more = status === 'received' && (window.sentAt !== undefined || window.files > 0);
  const [heading, about] = status === 'question' ? [own.status_question, own.status_question_about] : [t[`status_${status}`], more ? own.receivedMore : t[`status_${status}_about`]];
  return (
    <div className="vr-status">
      <Card heading={heading} tone="tinted">
        <p>{about}</p>
        {status === 'closed' ? <p>{own.closedAbout} <PhoneLink number={site.phone.number} /> <Hours hours={site.phone.hours} now={now} lang={lang} /></p> : null}
      </Card>
    </div>
  );
}

function Ours({ ours, lang, variety }: Voice & { ours: readonly OurWords[] }) {
  const t = windowWordsOf({ lang, variety });
  if (ours.length === 0) return null;
  return (
    <Section heading={t.fromUs}>
      <Stack gap="s">
        {ours.map(({ id, asks, text, at, answeredAt }) => (
          <Note key={id} heading={asks ? t.weAsked : t.weWrote} at={momentWords(at, lang)} dateTime={at}>
            <Written text={text} />
            {answeredAt === undefined ? null : <p><strong>{t.answerSent}</strong> · {momentWords(answeredAt, lang)}</p>}
          </Note>
        ))}
      </Stack>
    </Section>
  );
}

function Answer(props: WindowPageProps) {
  const { lang, variety, token, window, typed, notice } = props;
  const t = windowWordsOf({ lang, variety });
  const asked = window?.status === 'question';
  return (
    <Form action={path(lang, 'followUp', variety)} hidden={{ skjema: token }}>
      {/* The first button of a form is what Enter presses; none of the others must be pressed by chance. */}
      <button type="submit" disabled hidden />
      <TextArea name={BOX} label={asked ? t.answer : t.write} description={window?.advice === true ? t.adviceHint : t.writeHint} rows={5} value={typed} error={problemWords(props)} />
      <NotNames {...props} />
      <FormActions><Button>{notice === 'unknown' ? wordsOf({ lang, variety }).sendAgain : t.send}</Button></FormActions>
      <Heading level={2} size="s">{t.feelsHeading}</Heading>
      <p>{t.feelsHint}</p>
      <Row>
        <Button variant="secondary" name="tilstand" value="trygg">{t.safe}</Button>
        <Button variant="secondary" name="tilstand" value="verre">{t.worse}</Button>
      </Row>
    </Form>
  );
}

/** «Er ikke et navn»: for each word that may be one, as in the form. */
function NotNames({ lang, variety, telling, notNames }: WindowPageProps) {
  const t = windowWordsOf({ lang, variety });
  if (telling === undefined || telling.marks.length === 0) return null;
  return <CheckboxGroup name="ikkenavn" label={t.notNames} options={telling.marks.map((word) => ({ value: word, label: t.notName(word) }))} values={notNames} />;
}

/** Nothing that somebody wrote is thrown away, also where there is nobody to send it to. */
function Unsent({ lang, variety, typed }: WindowPageProps) {
  if (typed === undefined || typed === '') return null;
  return <Section heading={windowWordsOf({ lang, variety }).unsent}><Written text={typed} /></Section>;
}
