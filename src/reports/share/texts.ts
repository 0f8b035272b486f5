import { catalogue } from '../../kernel/texts.ts';
import { answerWords } from './texts/answer.ts';
import { noteWords } from './texts/notes.ts';
import { pageWords } from './texts/page.ts';
import { questionWords } from './texts/questions.ts';
import { recordWords } from './texts/record.ts';
import { sharingWords } from './texts/what-to-share.ts';

/** «___» is where whoever copies a sentence writes their own. Nothing of it comes back to us. */
export const shareTexts = catalogue({
  nb: {
    ...pageWords.nb,
    ...questionWords.nb,
    ...answerWords.nb,
    ...sharingWords.nb,
    ...recordWords.nb,
    ...noteWords.nb,
  },
  nn: {
    ...pageWords.nn,
    ...questionWords.nn,
    ...answerWords.nn,
    ...sharingWords.nn,
    ...recordWords.nn,
    ...noteWords.nn,
  },
  en: {
    ...pageWords.en,
    ...questionWords.en,
    ...answerWords.en,
    ...sharingWords.en,
    ...recordWords.en,
    ...noteWords.en,
  },
});
