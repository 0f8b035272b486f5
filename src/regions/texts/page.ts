import { catalogue } from '../../kernel/texts.ts';
import { hoursWords } from './hours-page.ts';
import { memberWords } from './members-page.ts';
import { previewWords } from './preview-page.ts';
import { siteWords } from './site-page.ts';
import { toldWords } from './told-page.ts';

/** Words of the pages where a region and its public site are looked after. */
export const regionTexts = catalogue({
  nb: {
    ...memberWords.nb,
    ...siteWords.nb,
    ...hoursWords.nb,
    ...toldWords.nb,
    ...previewWords.nb,
  },
  nn: {
    ...memberWords.nn,
    ...siteWords.nn,
    ...hoursWords.nn,
    ...toldWords.nn,
    ...previewWords.nn,
  },
  en: {
    ...memberWords.en,
    ...siteWords.en,
    ...hoursWords.en,
    ...toldWords.en,
    ...previewWords.en,
  },
});
