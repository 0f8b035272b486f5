import type { ReactElement, ReactNode } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { Details } from '../../web/ui/surfaces.tsx';
import { isAsTold } from '../as-told.ts';
import { statisticsTexts } from '../texts.ts';

export type Rule = 'howYear' | 'howMonth' | 'howType' | 'howParents' | 'howPerson' | 'howTold' | 'howDone' | 'howOwn' | 'howSecret' | 'howShelter' | 'howDays' | 'howStanding' | 'howAsTold';

/** What holds for the tables that stand. @param definitions the editions in which those were counted that are shown */
export function standingRules(definitions: readonly string[]): readonly Rule[] {
  return definitions.length === 0 || definitions.some(isAsTold) ? [...STANDING_RULES, 'howAsTold'] : STANDING_RULES;
}
const STANDING_RULES: readonly Rule[] = ['howYear', 'howMonth', 'howType', 'howParents', 'howPerson', 'howTold', 'howDone', 'howOwn', 'howSecret', 'howShelter', 'howStanding'];
/** And for what is counted when it is asked for. */
export const EXPLORED_RULES: readonly Rule[] = ['howType', 'howParents', 'howPerson', 'howTold', 'howDone', 'howOwn', 'howDays'];

/** What holds for one figure alone stands under it, too; what holds for all of them, in the list below. */
const RULE_OF: Partial<Readonly<Record<string, Rule>>> = { type: 'howType', violence: 'howTold', vulnerability: 'howTold', relation: 'howTold', measure: 'howDone' };
export function ruleOf(dimension: string): Rule | undefined {
  return RULE_OF[dimension];
}

/** The definitions that stand under each figure. @param before what holds for this one alone */
export function HowCounted({ rules, lang, before = [] }: { rules: readonly Rule[]; lang: Lang; before?: readonly string[] }): ReactElement {
  const t = statisticsTexts[lang];
  return <Details summary={t.howHeading}>{[...before, ...rules.map((rule) => t[rule])].map((text): ReactNode => <p key={text}>{text}</p>)}</Details>;
}
