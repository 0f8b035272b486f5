import type { Lang } from '../kernel/texts.ts';
import { statisticsTexts } from './texts.ts';

/** Goes up with every change to what is counted, how, or what is hidden: two tables of different editions cannot be compared. What changed is a rule in words (FIRST_EDITION), so that tables keep the words that they were counted by. */
export const DEFINITIONS = '7';

/** The rules of a year's tables as they are read, with the edition in which each came. That a shelter is a row nowhere holds for earlier ones, too: migrations took it out of the tables that stand (decisions 0059, 0068). */
const FIRST_EDITION = {
  howYear: 1, howType: 1, howParents: 1, howPerson: 1, howTold: 5, howDone: 5, howOwn: 1, howSecret: 1, howStrict: 3, howShelter: 1, howStanding: 1, howAsTold: 6, howOpen: 7,
} as const;
export type StandingRule = keyof typeof FIRST_EDITION;
const RULES = Object.keys(FIRST_EDITION) as readonly StandingRule[]; // the object above has no other keys

/** Whether tables of an edition were counted by a rule. */
export function isCountedBy(rule: StandingRule, edition: string): boolean {
  return FIRST_EDITION[rule] <= Number(edition);
}

/** The rules that tables were counted by, in words; one that only some of them were counted by says which. @param counted the editions of those that are shown; none: what would be counted now */
export function standingRules(counted: readonly string[], lang: Lang): string[] {
  const t = statisticsTexts[lang];
  const editions = counted.length === 0 ? [DEFINITIONS] : [...new Set(counted)];
  return RULES.flatMap((rule) => {
    const held = editions.filter((edition) => isCountedBy(rule, edition));
    return held.length === 0 ? [] : [held.length === editions.length ? t[rule] : `${t.aboutEdition(inWords(held, lang))}: ${t[rule]}`];
  });
}

/** The editions in which some years were counted; of none, today's. */
export function editionsWords(units: readonly { readonly definitions: string }[], lang: Lang): string {
  return units.length === 0 ? DEFINITIONS : inWords([...new Set(units.map(({ definitions }) => definitions))], lang);
}

function inWords(editions: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(lang).format(editions);
}
