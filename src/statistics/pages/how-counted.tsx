import type { ReactElement, ReactNode } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { Details } from '../../web/ui/surfaces.tsx';
import { statisticsTexts } from '../texts.ts';

export type Rule = 'howYear' | 'howMonth' | 'howType' | 'howParents' | 'howPerson' | 'howTold' | 'howDone' | 'howOwn' | 'howSecret' | 'howShelter' | 'howDays' | 'howStanding';

/** What holds for the tables that stand. */
export const STANDING_RULES: readonly Rule[] = ['howYear', 'howMonth', 'howType', 'howParents', 'howPerson', 'howTold', 'howDone', 'howOwn', 'howSecret', 'howShelter', 'howStanding'];
/** And for what is counted when it is asked for. */
export const EXPLORED_RULES: readonly Rule[] = ['howType', 'howParents', 'howPerson', 'howTold', 'howDone', 'howOwn', 'howDays'];

/** The definitions that stand under each figure. @param before what holds for this one alone */
export function HowCounted({ rules, lang, before = [] }: { rules: readonly Rule[]; lang: Lang; before?: readonly string[] }): ReactElement {
  const t = statisticsTexts[lang];
  return <Details summary={t.howHeading}>{[...before, ...rules.map((rule) => t[rule])].map((text): ReactNode => <p key={text}>{text}</p>)}</Details>;
}
