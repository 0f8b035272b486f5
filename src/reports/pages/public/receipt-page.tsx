import { osloTime, type Instant } from '../../../kernel/time.ts';
import { OPENING_HOURS_TEXTS, whenReadWords } from '../../../regions/texts/opening-hours.ts';
import { whenRead } from '../../../regions/opening-hours.ts';
import { RadioGroup } from '../../../web/ui/choices.tsx';
import { ReceiptCode } from '../../../web/ui/facts.tsx';
import { PageHead, Prose, Section } from '../../../web/ui/layout.tsx';
import { Alert } from '../../../web/ui/surfaces.tsx';
import { AddFile } from './add-file.tsx';
import { ChildProtection } from './boxes.tsx';
import { Page, type PublicPage } from './page.tsx';
import { path } from './paths.ts';
import { wordsOf, type Voice } from './voice.ts';

/** shown: within ten minutes · late: after that, or when it may not be shown again · declined: «Jeg vil ikke ha kode» · words: the person chose words, which are never shown */
export type ShownCode = { readonly state: 'shown'; readonly code: string } | { readonly state: 'late' | 'declined' | 'words' };

export type ReceiptPageProps = PublicPage & {
  readonly receivedAt: Instant;
  readonly code: ShownCode;
  /** an edited re-send that was stored as an addition to the first report */
  readonly added?: boolean | undefined;
  /** what the report said, for what to do next; leave out where it is not known */
  readonly danger?: boolean | undefined;
  readonly child?: boolean | undefined;
  /** the person writes about themselves */
  readonly self?: boolean | undefined;
  /** an anonymous consultation: nobody was named */
  readonly anon?: boolean | undefined;
  /** the person lives outside the co-operation */
  readonly outside?: boolean | undefined;
  /** host name of this site, for the slip of paper */
  readonly host: string;
  /** the draft, to be spent by «Forlat siden» */
  readonly token?: string | undefined;
};

/** Whoever sees this has a stored report: what happens next, when it is read, and the code. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { lang, code, added, anon } = props;
  const t = wordsOf(props);
  const heading = added === true ? t.receiptAddedHeading : code.state === 'late' ? t.receiptLateHeading : anon === true ? t.receiptAnonHeading : t.receiptHeading;
  return (
    <Page {...props} title={t.receiptTitle} exitToken={props.token} writing>
      <div className="vr-receipt">
        <PageHead heading={heading} lead={`${receivedWords(props)} ${whenReadWords(whenRead(props.site.reading, props.receivedAt), lang)}`} />
        {added === true ? <p>{t.receiptAdded}</p> : null}
        <First {...props} />
        {code.state === 'shown' ? <><Slip {...props} code={code.code} /><PrintQuestion {...props} /></> : null}
        {code.state === 'words' ? <Section heading={t.wordsHeading}><p>{t.wordsUse}</p></Section> : null}
        {code.state === 'late' || code.state === 'declined' ? <p>{code.state === 'late' ? t.receiptLate : t.noCode}</p> : null}
        <Next {...props} />
        {/* A consultation names nobody, and a picture would. */}
        {props.token === undefined || anon === true ? null : <AddFile lang={lang} variety={props.variety} token={props.token} />}
        <Section heading={t.leaveHeading}><p>{t.leave}</p></Section>
      </div>
    </Page>
  );
}

function receivedWords({ receivedAt, ...voice }: ReceiptPageProps): string {
  const { lang } = voice;
  const at = osloTime(receivedAt);
  const two = (n: number) => String(n).padStart(2, '0');
  return wordsOf(voice).receivedAt(OPENING_HOURS_TEXTS[lang].dayOf(at.day), `${two(at.hour)}${lang === 'en' ? ':' : '.'}${two(at.minute)}`);
}

/** What cannot wait stands before the code. */
function First({ site, danger, child, anon, outside, ...voice }: ReceiptPageProps) {
  const t = wordsOf(voice);
  const { lang } = voice;
  return (
    <>
      {danger === true ? <Alert kind="life"><p>{t.receiptDanger}</p></Alert> : null}
      {anon === true ? <Alert kind="info"><p>{t.receiptAnon}</p></Alert> : null}
      {outside === true ? <Alert kind="info"><p>{t.receiptOutside}</p></Alert> : null}
      {child === true ? <Alert kind="warning"><p>{t.receiptChild}</p><ChildProtection lang={lang} site={site} /></Alert> : null}
    </>
  );
}

/** The only thing that ever comes on paper. */
function Slip({ code, host, lang, variety }: Voice & { host: string; code: string }) {
  const t = wordsOf({ lang, variety });
  return (
    <div className="vr-slip">
      <ReceiptCode code={code} />
      <p className="vr-slip-line">{host}{path(lang, 'followUp')}. {t.printLine}</p>
    </div>
  );
}

function PrintQuestion(voice: Voice) {
  const t = wordsOf(voice);
  return (
    <Section heading={t.codeHeading}>
      <p>{t.codeUse}</p>
      <p>{t.codeShared}</p>
      <div className="vr-print">
        <RadioGroup name="papir" label={t.printAsk} options={[{ value: 'ja', label: t.printYes }, { value: 'nei', label: t.printNo }]} />
        <p className="vr-print-yes">{t.printHow}</p>
        <p className="vr-print-no">{t.printNot}</p>
      </div>
    </Section>
  );
}

function Next({ self, anon, ...voice }: ReceiptPageProps) {
  const t = wordsOf(voice);
  return (
    <>
      <Section heading={t.nextHeading}>
        <Prose>
          <ul>
            <li>{t.nextUrgent}</li>
            <li>{t.nextNothingSent}</li>
            <li>{self === true ? t.nextSelf : anon === true ? t.nextAnon : t.nextCall}</li>
          </ul>
        </Prose>
      </Section>
    </>
  );
}
