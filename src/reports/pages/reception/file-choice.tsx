import type { FileId } from '../../../kernel/ids.ts';
import type { Lang } from '../../../kernel/texts.ts';
import { closedFile } from '../../dialogue.ts';
import { dialogueTexts } from '../../texts/dialogue.ts';
import type { Offered } from '../../follow.ts';
import { settleTexts } from '../../texts/settle.ts';
import { TextLink } from '../../../web/ui/buttons.tsx';
import { CheckboxGroup } from '../../../web/ui/choices.tsx';
import { sizeWords } from '../dialogue-part.tsx';
import { reportPath } from './paths.ts';

type Props = {
  readonly name: string; readonly fileId: FileId; readonly files: readonly Offered[]; readonly values: readonly string[];
  readonly description: string; readonly error: string | undefined; readonly lang: Lang;
};

/** Which attachments go along: each with a way to look at it first. Nothing where there are none. */
export function FileChoice({ name, fileId, files, values, description, error, lang }: Props) {
  const t = settleTexts[lang];
  if (files.length === 0) return null;
  const options = files.map((one) => ({ value: String(one.no), label: fileWords(one, lang), description: <FileLink fileId={fileId} offered={one} lang={lang} /> }));
  return <CheckboxGroup name={name} label={t.files} description={description} error={error} options={options} values={values} />;
}

/** «Vedlegg 2 · Bilde · 820 kB». */
export function fileWords({ no, file }: Offered, lang: Lang): string {
  const d = dialogueTexts[lang];
  return [d.file(no), d[`kind_${file.type}`], sizeWords(file.bytes, lang), ...(closedFile(file) === undefined ? [] : [settleTexts[lang].fileWaits])].join(' · ');
}

export function FileLink({ fileId, offered: { no, file }, lang }: { fileId: FileId; offered: Offered; lang: Lang }) {
  const t = settleTexts[lang];
  return closedFile(file) === undefined ? <TextLink href={`${reportPath(fileId)}/vedlegg/${no}`} label={`${t.openFile} ${dialogueTexts[lang].file(no).toLowerCase()}`}>{t.openFile}</TextLink> : null;
}
