import { FILE_KINDS } from '../../../kernel/files/kinds.ts';
import { Button } from '../../../web/ui/buttons.tsx';
import { FileField } from '../../../web/ui/fields.tsx';
import { Form, FormActions, Section } from '../../../web/ui/layout.tsx';
import { Card } from '../../../web/ui/surfaces.tsx';
import { MOST_FILES } from '../../window/content.ts';
import { path } from './paths.ts';
import { windowWordsOf, type Voice } from './voice.ts';

/** What came of a file: added, or why not; nothing else is lost by any of them. */
export type FileOutcome = 'added' | 'none' | 'large' | 'type' | 'many' | 'closed' | 'unknown' | 'token' | 'notYet' | 'advice';

const ACCEPTED = Object.values(FILE_KINDS).flatMap(({ ending, type }) => [`.${ending}`, type.split(';')[0]]).join(',');

export type AddFileProps = Voice & {
  /** of the receipt or the window */
  readonly token: string;
  /** how many there are already; leave out where it is not known */
  readonly files?: number | undefined;
  readonly outcome?: FileOutcome | undefined;
};

/** One file, one form, one press. What went wrong with a file stands at the field; that it arrived stands on top of the page (FileNotice). */
export function AddFile({ lang, variety, token, files, outcome }: AddFileProps) {
  const t = windowWordsOf({ lang, variety });
  const full = outcome === 'many' || (files ?? 0) >= MOST_FILES;
  return (
    <Section heading={t.fileHeading} id="fil-del">
      {full ? <p>{t.fileMany}</p> : (
        <Form action={path(lang, 'addFile', variety)} multipart hidden={{ skjema: token }}>
          <p>{t.fileLead} {t.fileCare}</p>
          <FileField name="fil" label={t.fileLabel} description={t.filePlace} accept={ACCEPTED} error={fileFault(outcome, { lang, variety })} />
          <FormActions><Button variant="secondary">{t.fileSend}</Button></FormActions>
        </Form>
      )}
      {files === undefined || files === 0 ? null : <p>{t.filesLeft(files)}</p>}
    </Section>
  );
}

/** What is wrong, for the field and for the summary; undefined where nothing is. */
export function fileFault(outcome: FileOutcome | undefined, voice: Voice): string | undefined {
  const t = windowWordsOf(voice);
  if (outcome === undefined || outcome === 'added') return undefined;
  const words: Readonly<Record<Exclude<FileOutcome, 'added'>, string>> = {
    none: t.fileNone, large: t.fileLarge, type: t.fileType, many: t.fileMany, closed: t.fileClosed, unknown: t.fileUnknown, token: t.fileToken, notYet: t.fileNotYet, advice: t.fileAdvice,
  };
  return words[outcome];
}

export function FileNotice(voice: Voice) {
  const t = windowWordsOf(voice);
  return <div className="vr-status" role="status"><Card heading={t.fileAdded} tone="tinted"><p>{t.fileAddedAbout}</p></Card></div>;
}
