import type { Refusal } from '../../../kernel/outcome.ts';
import type { Lang } from '../../../kernel/texts.ts';
import { TYPED_MOST } from '../../commands/handle.ts';
import { dialogueBoxFaults } from '../dialogue-forms.tsx';
import { dialogueFaults } from '../dialogue-part.tsx';
import { receptionTexts } from '../../texts/reception.ts';
import { settleLinks } from './settle-words.ts';
import type { FaultLink } from '../../../web/ui/error-summary.tsx';

/** The boxes that are typed in on a report's page, in their order; the name is also the id. */
export const BOXES = ['danger', 'called', 'calledBy', 'calledWhen', 'note'] as const;
export type Box = (typeof BOXES)[number];
export type BoxFaults = Readonly<Partial<Record<Box, string>>>;

const LONG: readonly string[] = ['danger', 'note'] satisfies readonly Box[];

/** What is wrong with which box, in words. */
export function boxFaults(refused: Refusal | undefined, lang: Lang): BoxFaults {
  const codes = refused?.fields ?? {};
  const faults: Partial<Record<Box, string>> = {};
  for (const box of BOXES) {
    const code = codes[box];
    if (code !== undefined) faults[box] = wordsOf(code, box, lang);
  }
  return faults;
}

function wordsOf(code: string, box: Box, lang: Lang): string {
  const t = receptionTexts[lang];
  switch (code) {
    case 'danger_missing': return t.danger_missing;
    case 'called_missing': return t.called_missing;
    case 'who_called': return t.who_called;
    case 'when_called': return t.when_called;
    case 'too_long': return t.too_long((LONG.includes(box) ? TYPED_MOST.text : TYPED_MOST.line).toLocaleString(lang === 'en' ? 'en-GB' : 'nb-NO'));
    default: return t.unclear;
  }
}

/** The sentence for a refusal that no box is to blame for. */
function refusalWords(code: string, lang: Lang): string {
  const t = receptionTexts[lang];
  switch (code) {
    case 'already_decided': return t.refused_already_decided;
    case 'already_handed_over': return t.refused_already_handed_over;
    case 'not_urgent': return t.refused_not_urgent;
    case 'changed_meanwhile': return t.refused_changed_meanwhile;
    default: return t.refused_other;
  }
}

/** What the error summary says: a line for each box, or one that leads to the steps. */
export function faultLinks(refused: Refusal | undefined, lang: Lang): FaultLink[] {
  if (refused === undefined) return [];
  const links = Object.entries({ ...boxFaults(refused, lang), ...dialogueBoxFaults(refused, lang) }).flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]));
  links.push(...dialogueFaults(refused, lang));
  if (links.length === 0) links.push(...settleLinks(refused, lang, STEPS_ID).filter(({ field }) => field !== STEPS_ID));
  return links.length > 0 ? links : [{ field: STEPS_ID, text: refusalWords(refused.code, lang) }];
}

/** The id of the part of the page where one does something. */
export const STEPS_ID = 'steg';
