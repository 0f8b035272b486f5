import { catalogue } from '../../kernel/texts.ts';
import { accessWords } from './access-page.ts';
import { assessmentWords } from './assessment-page.ts';
import { caseWords } from './case-page.ts';
import { contactWords } from './contact-page.ts';
import { eventWords } from './events-page.ts';
import { journalWords } from './journal-page.ts';
import { listWords } from './list-page.ts';
import { lookedWords } from './looked-page.ts';
import { measureWords } from './measures-page.ts';
import { overviewWords } from './overview-page.ts';
import { peopleWords } from './people-page.ts';
import { questionWords } from './question-page.ts';
import { rightsWords } from './rights-page.ts';
import { stepWords } from './step-page.ts';
import { todayWords } from './today-page.ts';

/** Words of the pages of cases, gathered from the files of each page. The workflow’s own words stand in nb.ts, nn.ts and en.ts. */
export const casePageTexts = catalogue({
  nb: {
    ...todayWords.nb,
    ...listWords.nb,
    ...caseWords.nb,
    ...contactWords.nb,
    ...overviewWords.nb,
    ...eventWords.nb,
    ...rightsWords.nb,
    ...assessmentWords.nb,
    ...measureWords.nb,
    ...journalWords.nb,
    ...peopleWords.nb,
    ...accessWords.nb,
    ...lookedWords.nb,
    ...questionWords.nb,
    ...stepWords.nb,
  },
  nn: {
    ...todayWords.nn,
    ...listWords.nn,
    ...caseWords.nn,
    ...contactWords.nn,
    ...overviewWords.nn,
    ...eventWords.nn,
    ...rightsWords.nn,
    ...assessmentWords.nn,
    ...measureWords.nn,
    ...journalWords.nn,
    ...peopleWords.nn,
    ...accessWords.nn,
    ...lookedWords.nn,
    ...questionWords.nn,
    ...stepWords.nn,
  },
  en: {
    ...todayWords.en,
    ...listWords.en,
    ...caseWords.en,
    ...contactWords.en,
    ...overviewWords.en,
    ...eventWords.en,
    ...rightsWords.en,
    ...assessmentWords.en,
    ...measureWords.en,
    ...journalWords.en,
    ...peopleWords.en,
    ...accessWords.en,
    ...lookedWords.en,
    ...questionWords.en,
    ...stepWords.en,
  },
});
