import type { Lang } from '../../kernel/texts.ts';
import { NEED, RELATION, VIOLENCE, VULNERABILITY } from '../../reports/codes.ts';
import { day, instant } from '../../kernel/time.ts';
import { dateWords, momentWords } from '../../web/ui/moments.ts';
import { ANSWER } from '../choices.ts';
import { casePageTexts } from '../texts/page.ts';
import type { Passage, Said } from '../passages.ts';
import { caseTexts } from '../texts.ts';
import { codeLabel } from './field-codes.ts';

/** A piece of a case as a person reads it. */
export type PassageWords = { readonly title: string; readonly lines: readonly string[] };

const LISTS = [...VIOLENCE.values, ...VULNERABILITY.values, ...RELATION.values, ...NEED.values, ...ANSWER.values];
/** What a report told that no form of a case asks for: what the case's own pages call it. */
const CALLED: Readonly<Record<string, 'together' | 'hasCare' | 'works' | 'contactedWhen' | 'helper' | 'lastHappened' | 'stillHappening' | 'doneSoFar'>> = {
  livesTogether: 'together', hasCareOrGuardian: 'hasCare', worksInService: 'works', worksWhere: 'works', contactedWhen: 'contactedWhen', who: 'helper', lastHappened: 'lastHappened', stillHappening: 'stillHappening', doneSoFar: 'doneSoFar',
};

export function passageWords({ type, at, said, covered }: Passage, lang: Lang): PassageWords {
  const t = casePageTexts[lang];
  return { title: `${t[`event_${type}`]}, ${momentWords(at, lang)}`, lines: covered === true ? [t.reporterCovered] : said.map((one) => line(one, lang)) };
}

function line({ name, field, values, local }: Said, lang: Lang): string {
  if (local !== undefined) return local.map((one) => one[lang]).join(', ');
  if (field === undefined) {
    const [term, answers] = [CALLED[name], values.map((value) => LISTS.find(({ code }) => code === value)?.[lang] ?? inTime(value, lang)).join(', ')];
    return term === undefined ? answers : `${casePageTexts[lang][term]}: ${answers}`;
  }
  return `${caseTexts[lang][`field.${field}`]} ${values.map((value) => inTime(codeLabel(field, value, lang), lang)).join(', ')}`;
}

/** A day or a moment as people say it; everything else as it is. */
function inTime(value: string, lang: Lang): string {
  const on = day(value);
  if (on !== undefined) return dateWords(on, lang);
  return MOMENT.test(value) ? momentWords(instant(value), lang) : value;
}
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
