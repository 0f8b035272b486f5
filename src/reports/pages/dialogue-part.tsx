import type { ReactNode } from 'react';
import type { Refusal } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Form as Typed } from '../../web/http/form-body.ts';
import { TextLink } from '../../web/ui/buttons.tsx';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { Note } from '../../web/ui/facts.tsx';
import { Quiet, Row, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Alert, Tag, Tags, type HeadingLevel, type Tone } from '../../web/ui/surfaces.tsx';
import type { SymbolName } from '../../web/ui/symbols.tsx';
import type { TimelineItem } from '../../web/ui/time-line.tsx';
import { CONSENT } from '../codes.ts';
import { dialogueTexts } from '../texts/dialogue.ts';
import { closedFile, mayTell, type Attachment, type Dialogue, type FromReporter, type FromUs, type WindowState } from '../dialogue.ts';
import { receptionTexts } from '../texts/reception.ts';
import { CloseWindow, WriteForm } from './dialogue-forms.tsx';

/** Where the forms and files of one dialogue lead: the report's own page, or the case's. */
export type DialoguePaths = { readonly ask: string; readonly close: string; readonly file: (no: number, original: boolean) => string };

export type DialogueProps = {
  readonly dialogue: Dialogue;
  readonly window: WindowState;
  /** of what is written on this page */
  readonly messageId: string;
  /** how much of all that came had been read before this reading */
  readonly readBefore: number;
  readonly names: Readonly<Record<string, string>>;
  readonly paths: DialoguePaths;
  readonly lang: Lang;
  /** of the headings */
  readonly level: HeadingLevel;
  readonly typed: Typed;
  readonly refused: Refusal | undefined;
};

/** Said in the address after something was sent or closed (`?gjort=`), so that the page can say so. */
export const DIALOGUE_DONE = { asked: 'sendt', closed: 'lukket' } as const;

export function DialogueDone({ done, lang }: { done: string | null; lang: Lang }) {
  const t = dialogueTexts[lang];
  if (done === DIALOGUE_DONE.asked) return <Alert kind="success" heading={t.sent} />;
  return done === DIALOGUE_DONE.closed ? <Alert kind="success" heading={t.closedNow} /> : null;
}

/** The id of the part, for links to it. */
export const DIALOGUE_ID = 'samtale';

/** What was said and sent after the report, in the order it came, and what one may write back. */
export function DialoguePart(props: DialogueProps) {
  const { dialogue, lang, level, window } = props;
  const t = dialogueTexts[lang];
  return (
    <Section heading={t.heading} id={DIALOGUE_ID} level={level}>
      <Talk {...props} />
      <Files {...props} />
      {window === 'none' ? <p><Quiet>{t.noWindow}</Quiet></p> : null}
      {window === 'closed' ? <p><Quiet>{t.closedWindow}</Quiet></p> : null}
      {window === 'open' ? <Stack gap="s"><WriteForm {...props} open={dialogue.theirs.length + dialogue.ours.length > 0} /><CloseWindow action={props.paths.close} lang={lang} /></Stack> : null}
    </Section>
  );
}

type Line = { readonly at: Instant; readonly key: string; readonly node: ReactNode };

function Talk({ dialogue, readBefore, names, lang }: DialogueProps) {
  const t = dialogueTexts[lang];
  const lines: Line[] = [
    ...dialogue.theirs.map((one): Line => ({ at: one.at, key: `de-${one.order}`, node: <Theirs said={one} isNew={one.order >= readBefore} lang={lang} /> })),
    ...dialogue.ours.map((one): Line => ({ at: one.at, key: one.messageId, node: <Ours said={one} names={names} lang={lang} /> })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  if (lines.length === 0) return dialogue.attachments.length + dialogue.awaited.length === 0 ? <p><Quiet>{t.nothing}</Quiet></p> : null;
  return <Stack gap="s">{lines.map(({ key, node }) => <div key={key}>{node}</div>)}</Stack>;
}

function Theirs({ said, isNew, lang }: { said: FromReporter; isNew: boolean; lang: Lang }) {
  const t = dialogueTexts[lang];
  return (
    <Note at={momentWords(said.at, lang)} dateTime={said.at} who={t.theirs}>
      {said.feels === undefined && !isNew ? null : (
        <Tags>
          {said.feels === 'VERRE' ? <Tag tone="life">{t.worse}</Tag> : null}
          {said.feels === 'TRYGG' ? <Tag tone="success">{t.safe}</Tag> : null}
          {isNew ? <Tag tone="accent">{t.isNew}</Tag> : null}
        </Tags>
      )}
      {said.text === undefined ? null : <Written text={said.text} />}
    </Note>
  );
}

function Ours({ said, names, lang }: { said: FromUs; names: DialogueProps['names']; lang: Lang }) {
  const t = dialogueTexts[lang];
  const { what, text, consent, decision, by } = said;
  return (
    <Note mine at={momentWords(said.at, lang)} dateTime={said.at} who={`${what === 'SPORSMAL' ? t.asked : t.told}${names[by] === undefined ? '' : `, ${names[by]}`}`}>
      <Written text={text} />
      {consent === undefined ? null : <p><Quiet>{t.basis(CONSENT.label(consent, lang))}</Quiet></p>}
      {decision === undefined ? null : <p><Quiet>{t.decision(decision)}</Quiet></p>}
    </Note>
  );
}

function Files({ dialogue: { attachments, awaited }, readBefore, paths, lang, level }: DialogueProps) {
  const t = dialogueTexts[lang];
  if (attachments.length + awaited.length === 0) return null;
  return (
    <Section heading={t.files} level={below(level)} id="vedlegg">
      <Stack gap="s">
        {attachments.map((one, at) => <File key={one.object} file={one} no={at + 1} isNew={one.order >= readBefore} paths={paths} lang={lang} />)}
        {awaited.length === 0 ? null : <div><Tags><Tag symbol="clock">{t.onItsWay(awaited.length)}</Tag></Tags><p><Quiet>{t.onItsWayHint}</Quiet></p></div>}
      </Stack>
    </Section>
  );
}

function below(level: HeadingLevel): HeadingLevel {
  return level === 1 ? 2 : level === 2 ? 3 : 4;
}

function File({ file, no, isNew, paths, lang }: { file: Attachment; no: number; isNew: boolean; paths: DialoguePaths; lang: Lang }) {
  const t = dialogueTexts[lang];
  const closed = closedFile(file);
  return (
    <Note at={momentWords(file.at, lang)} dateTime={file.at} who={`${t.file(no)} · ${t[`kind_${file.type}`]} · ${sizeWords(file.bytes, lang)}`}>
      <Tags>
        {isNew ? <Tag tone="accent">{t.isNew}</Tag> : null}
        {closed === 'file_waits' ? <Tag symbol="clock">{t.waits}</Tag> : null}
        {closed === 'file_infected' ? <Tag tone="warning">{t.infected}</Tag> : null}
        {closed === 'file_unsafe' ? <Tag tone="warning">{t.unsafe}</Tag> : null}
        {closed === undefined && mayTell(file) ? <Tag tone="warning">{t.mayTell}</Tag> : null}
      </Tags>
      {closed === undefined ? (
        <Row gap="m">
          <TextLink href={paths.file(no, false)}>{t.download(no)}</TextLink>
          {file.cleaned === undefined ? null : <TextLink href={paths.file(no, true)} label={`${t.original} ${no}`}>{t.original}</TextLink>}
        </Row>
      ) : null}
      {closed === undefined && file.cleaned !== undefined ? <p><Quiet>{t.originalHint}</Quiet></p> : null}
      {file.name === '' ? null : <p><Quiet>{t.calledIt(file.name)}</Quiet></p>}
    </Note>
  );
}

/** `820 kB`, `2,1 MB`. */
export function sizeWords(bytes: number, lang: Lang): string {
  const locale = lang === 'en' ? 'en-GB' : 'nb-NO';
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000)).toLocaleString(locale)} kB`;
  return `${(bytes / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`;
}

/** What the summary says of a refused dialogue form or file; empty where something else was refused. */
export function dialogueFaults(refused: Refusal | undefined, lang: Lang): FaultLink[] {
  const t = dialogueTexts[lang];
  switch (refused?.code) {
    case 'no_window': return [{ field: DIALOGUE_ID, text: t.refused_no_window }];
    case 'window_closed': return [{ field: DIALOGUE_ID, text: t.refused_window_closed }];
    case 'unknown_file': return [{ field: DIALOGUE_ID, text: t.refused_unknown_file }];
    case 'sign_in_again': return [{ field: DIALOGUE_ID, text: t.refused_sign_in_again }];
    case 'file_waits': return [{ field: DIALOGUE_ID, text: t.refused_file_waits }];
    case 'file_infected': return [{ field: DIALOGUE_ID, text: t.refused_file_infected }];
    case 'file_unsafe': return [{ field: DIALOGUE_ID, text: t.refused_file_unsafe }];
    default: return [];
  }
}

/** The way to the talk from a list of reports: how much there is, and whether something is new. */
export function DialogueSummary({ dialogue, window, readBefore, href, lang }: Pick<DialogueProps, 'dialogue' | 'window' | 'readBefore' | 'lang'> & { href: string }) {
  const t = dialogueTexts[lang];
  const { theirs, ours, attachments, awaited } = dialogue;
  if (window === 'none' && theirs.length + attachments.length + awaited.length === 0) return null;
  const count = t.openCount(theirs.length + ours.length, attachments.length);
  const news = [...theirs, ...attachments].filter(({ order }) => order >= readBefore).length;
  return (
    <Row>
      <TextLink href={href}>{count === '' ? t.open : `${t.open} (${count})`}</TextLink>
      {news === 0 ? null : <Tag tone="accent">{t.isNew}</Tag>}
      {theirs.some(({ feels, order }) => feels === 'VERRE' && order >= readBefore) ? <Tag tone="life">{t.worse}</Tag> : null}
      {awaited.length === 0 ? null : <Tag symbol="clock">{t.onItsWay(awaited.length)}</Tag>}
    </Row>
  );
}

/** The same in a line of time, beside what else happened. */
export function dialogueItems({ theirs, ours, attachments }: Dialogue, id: string, names: Readonly<Record<string, string>>, lang: Lang): (TimelineItem & { readonly dateTime: string })[] {
  const t = receptionTexts[lang];
  const item = (key: string, at: Instant, title: string, symbol: SymbolName, tone: Tone) => ({ id: `${id}-${key}`, at: momentWords(at, lang), dateTime: at, title, symbol, tone });
  return [
    ...theirs.map(({ at, feels, order }) => item(`de-${order}`, at, feels === 'VERRE' ? t.log_worse : feels === 'TRYGG' ? t.log_safe : t.log_wrote, feels === 'VERRE' ? 'bell' : 'note', feels === 'VERRE' ? 'life' : 'accent')),
    ...attachments.map(({ at, object }) => item(object, at, t.log_file, 'doc', 'accent')),
    ...ours.map(({ at, messageId, what, by }) => ({ ...item(messageId, at, what === 'SPORSMAL' ? t.log_asked : t.log_told, 'arrow', 'neutral'), who: names[by] })),
  ];
}
