import type { Lang } from '../../kernel/texts.ts';
import { NEED, RELATION, VIOLENCE, VULNERABILITY } from '../../reports/codes.ts';
import { dialogueTexts } from '../../reports/public.ts';
import { day, instant } from '../../kernel/time.ts';
import { dateWords, momentWords } from '../../web/ui/moments.ts';
import { ANSWER } from '../choices.ts';
import { casePageTexts } from '../texts/page.ts';
import { reportPassageTexts } from '../texts/report-passages.ts';
import { OTHER_TYPES, type Passage, type PassageType, type Said } from '../passages.ts';
import { caseTexts } from '../texts.ts';
import { codeLabel } from './field-codes.ts';

/** A piece of a case as a person reads it. */
export type PassageWords = { readonly title: string; readonly lines: readonly string[] };

const LISTS = [...VIOLENCE.values, ...VULNERABILITY.values, ...RELATION.values, ...NEED.values, ...ANSWER.values];
/** What a report told that no form of a case asks for: what the case's own pages call it. */
const CALLED: Readonly<Record<string, 'together' | 'hasCare' | 'works' | 'contactedWhen' | 'helper' | 'lastHappened' | 'stillHappening' | 'doneSoFar'>> = {
  livesTogether: 'together', hasCareOrGuardian: 'hasCare', worksInService: 'works', worksWhere: 'works', contactedWhen: 'contactedWhen', who: 'helper', lastHappened: 'lastHappened', stillHappening: 'stillHappening', doneSoFar: 'doneSoFar',
};

/** What has its words beside those of the reports: whom it is about, which way something went. */
const WORDED: readonly string[] = ['feels', 'direction', 'who'];

export function passageWords({ type, at, said, covered, file }: Passage, lang: Lang): PassageWords {
  const t = casePageTexts[lang];
  const lines = covered === true ? [t.reporterCovered] : said.map((one) => line(one, lang));
  if (file === undefined) return { title: `${titleOf(type, lang)}, ${momentWords(at, lang)}`, lines };
  const words = dialogueTexts[lang];
  return { title: `${words.file(file.no)}, ${momentWords(at, lang)}`, lines: [words[`kind_${file.kind}`], ...(file.closed ? [reportPassageTexts[lang].fileClosed] : [])] };
}

function titleOf(type: PassageType, lang: Lang): string {
  return isOther(type) ? reportPassageTexts[lang][`told_${type}`] : casePageTexts[lang][`event_${type}`];
}

function isOther(type: PassageType): type is (typeof OTHER_TYPES)[number] {
  return OTHER_TYPES.some((one) => one === type);
}

function line({ name, field, values, local }: Said, lang: Lang): string {
  if (local !== undefined) return local.map((one) => one[lang]).join(', ');
  if (field === undefined) {
    const told: Readonly<Record<string, string | undefined>> = reportPassageTexts[lang];
    const own = WORDED.includes(name);
    const [called, answers] = [own && values.every((value) => told[value] !== undefined) ? undefined : CALLED[name], values.map((value) => (own ? told[value] : undefined) ?? LISTS.find(({ code }) => code === value)?.[lang] ?? inTime(value, lang)).join(', ')];
    const term = called === undefined ? told[`said_${name}`] : casePageTexts[lang][called];
    return term === undefined ? answers : `${term}: ${answers}`;
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
