import type { ReactElement, ReactNode } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { Details } from '../../web/ui/surfaces.tsx';
import type { StandingRule } from '../definitions.ts';
import { statisticsTexts } from '../texts.ts';

/** What holds for what is counted when it is asked for. */
export const EXPLORED_RULES: readonly (StandingRule | 'howDays')[] = ['howType', 'howParents', 'howPerson', 'howTold', 'howDone', 'howOwn', 'howDays'];

/** What holds for one figure alone stands under it, too; what holds for all of them, in the list below. */
const RULE_OF: Partial<Readonly<Record<string, StandingRule>>> = { type: 'howType', violence: 'howTold', vulnerability: 'howTold', relation: 'howTold', measure: 'howDone' };
export function ruleOf(dimension: string): StandingRule | undefined {
  return RULE_OF[dimension];
}

/** The definitions that stand under each figure. @param rules in words @param before what holds for this one alone */
export function HowCounted({ rules, lang, before = [] }: { rules: readonly string[]; lang: Lang; before?: readonly string[] }): ReactElement {
  return <Details summary={statisticsTexts[lang].howHeading}>{[...before, ...rules].map((text): ReactNode => <p key={text}>{text}</p>)}</Details>;
}
