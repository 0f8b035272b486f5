import type { FileId } from '../../kernel/ids.ts';
import type { Lang } from '../../kernel/texts.ts';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Written } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { mergeTexts } from '../texts/merge-page.ts';
import type { CaseContent } from '../queries/models.ts';
import { casePath } from './paths.ts';

/** In the time line: the other case, and how one knew. */
export function MergedWith({ at, reference, grounds, lang }: { at: FileId; reference: string; grounds: string; lang: Lang }) {
  return <><p><TextLink href={casePath(at)}>{mergeTexts[lang].side(reference)}</TextLink></p><Written text={grounds} /></>;
}

/** On top of a case that ended in another: where it goes on. */
export function MergedPart({ model: { state }, lang }: { model: CaseContent; lang: Lang }) {
  const t = mergeTexts[lang];
  if (state.merged === undefined) return null;
  const { into, intoReference } = state.merged;
  return <Alert kind="info"><p>{t.mergedInto(intoReference)} <TextLink href={casePath(into)}>{t.toCase(intoReference)}</TextLink></p></Alert>;
}
