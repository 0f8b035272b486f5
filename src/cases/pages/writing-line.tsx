import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { Document } from '../../web/ui/document.tsx';
import type { CaseContent } from '../queries/models.ts';
import { secrecyTexts } from '../texts/secrecy-page.ts';
import { writingPath } from './paths.ts';

/** Said by a page that only looks, so that nobody stays signed in by it (web/staff/typed.tsx). */
const UNSEEN = '?hvile=usett';

/** Who else is writing in the journal; the island keeps it up to date (web/islands/writing.ts). */
export function WritingLine({ model, lang }: { model: Pick<CaseContent, 'fileId' | 'writing' | 'names'>; lang: Lang }) {
  return <p id="skriver" role="status" data-ask={`${writingPath(model.fileId)}${UNSEEN}`}>{writingWords(model.writing.flatMap((id) => model.names[id] ?? []), lang)}</p>;
}

/** What the island reads, and nothing around it. */
export function WritingPage({ names, lang }: { names: readonly string[]; lang: Lang }): ReactElement {
  return <Document lang={lang} title="-" css="staff.css"><p id="skriver">{writingWords(names, lang)}</p></Document>;
}

function writingWords(names: readonly string[], lang: Lang): string {
  const t = secrecyTexts[lang];
  return names.length === 0 ? '' : `${t.writesNow(names)}. ${t.bothKept}`;
}
