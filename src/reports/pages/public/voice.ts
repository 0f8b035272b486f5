import { approvedWords, type Lang } from '../../../kernel/texts.ts';
import { easyTexts } from '../../texts/easy.ts';
import { easyWindowTexts } from '../../texts/easy-window.ts';
import type { Variety } from '../../form/content.ts';
import type { FieldName, Group } from '../../form/fields.ts';
import type { ProblemCode } from '../../form/problems.ts';
import { answerTexts } from '../../texts/form-answers.ts';
import { groupTexts } from '../../texts/form-groups.ts';
import { problemTexts } from '../../texts/form-problems.ts';
import { questionTexts } from '../../texts/form-questions.ts';
import type { Question, Wording } from '../../texts/form-wording.ts';
import { samiQuestions } from '../../texts/sami.ts';
import { windowTexts, type WindowWords } from '../../texts/window.ts';
import { publicTexts, type PublicWords } from './texts.ts';

/** In which language, and in which words of it: everyday ones, easy-to-read, or Northern Sámi over bokmål. */
export type Voice = { readonly lang: Lang; readonly variety?: Variety | undefined };

/** The varieties that there are pages in. Northern Sámi is one of them only when every prepared text has been approved. */
export const OFFERED_VARIETIES: readonly Variety[] = publicTexts.se === undefined || approvedWords(samiQuestions) === undefined ? ['plain', 'easy'] : ['plain', 'easy', 'sami'];

/** The words of the public pages. */
export function wordsOf({ lang, variety }: Voice): PublicWords {
  if (variety === 'easy') return { ...publicTexts[lang], ...easyTexts[lang].pages };
  return variety === 'sami' ? { ...publicTexts.nb, ...publicTexts.se } : publicTexts[lang];
}

/** The words of the window by code, and of adding files. */
export function windowWordsOf({ lang, variety }: Voice): WindowWords {
  return variety === 'easy' ? { ...windowTexts[lang], ...easyWindowTexts[lang] } : windowTexts[lang];
}

export function questionOf({ lang, variety }: Voice, name: FieldName): Question {
  const other = variety === 'easy' ? easyTexts[lang].questions[name] : variety === 'sami' ? approvedWords(samiQuestions)?.[name] : undefined;
  return other ?? questionTexts[lang][name];
}

export function groupOf({ lang, variety }: Voice, group: Group): { readonly heading: string; readonly lead?: string } {
  return (variety === 'easy' ? easyTexts[lang].groups[group] : undefined) ?? groupTexts[lang][group];
}

export function problemOf({ lang, variety }: Voice, code: ProblemCode): Wording {
  return (variety === 'easy' ? easyTexts[lang].problems[code] : undefined) ?? problemTexts[lang][code];
}

/** The answers where the form says it more plainly than the code list does. */
export function answerWords({ lang, variety }: Voice) {
  const plain = answerTexts[lang];
  if (variety !== 'easy') return plain;
  const { hvem, hva, hvaAbout } = easyTexts[lang];
  return { ...plain, hvem: { ...plain.hvem, ...hvem }, hva: { ...plain.hva, ...hva }, hvaAbout };
}
