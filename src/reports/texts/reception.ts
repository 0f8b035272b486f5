import { catalogue } from '../../kernel/texts.ts';
import { answerWords } from './answers-page.ts';
import { contactWords } from './contact-page.ts';
import { crowdWords } from './crowd-page.ts';
import { faultWords } from './fault-page.ts';
import { inboxWords } from './inbox-page.ts';
import { logWords } from './log-page.ts';
import { questionWords } from './question-page.ts';
import { reportWords } from './report-page.ts';
import { stepWords } from './step-page.ts';

/** Words of the inbox and of a report’s page, and of every refusal that may meet somebody there. */
export const receptionTexts = catalogue({
  nb: {
    ...inboxWords.nb,
    ...reportWords.nb,
    ...contactWords.nb,
    ...answerWords.nb,
    ...logWords.nb,
    ...crowdWords.nb,
    ...stepWords.nb,
    ...faultWords.nb,
    ...questionWords.nb,
  },
  nn: {
    ...inboxWords.nn,
    ...reportWords.nn,
    ...contactWords.nn,
    ...answerWords.nn,
    ...logWords.nn,
    ...crowdWords.nn,
    ...stepWords.nn,
    ...faultWords.nn,
    ...questionWords.nn,
  },
  en: {
    ...inboxWords.en,
    ...reportWords.en,
    ...contactWords.en,
    ...answerWords.en,
    ...logWords.en,
    ...crowdWords.en,
    ...stepWords.en,
    ...faultWords.en,
    ...questionWords.en,
  },
});

