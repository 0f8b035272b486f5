import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { Document } from '../../web/ui/document.tsx';
import { documentTexts } from '../texts/page.ts';
import { UNSEEN, writingPath } from './paths.ts';

type Line = { readonly id: string; readonly part: string; readonly names: readonly string[]; readonly lang: Lang };

/** Who else is writing in this part; the island keeps it up to date (web/islands/writing.ts). */
export function WritingLine({ id, part, names, lang }: Line): ReactElement {
  return <p id="skriver" role="status" data-ask={`${writingPath(id, part)}${UNSEEN}`}>{writingWords(names, lang)}</p>;
}

/** What the island reads, and nothing around it. */
export function WritingPage({ names, lang }: Pick<Line, 'names' | 'lang'>): ReactElement {
  return <Document lang={lang} title="-" css="staff.css"><p id="skriver">{writingWords(names, lang)}</p></Document>;
}

function writingWords(names: readonly string[], lang: Lang): string {
  const t = documentTexts[lang];
  return names.length === 0 ? '' : t.writesNow(names.length === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} ${t.and} ${names.at(-1) ?? ''}`);
}
