import type { Lang } from '../../../kernel/texts.ts';
import { AGE_BAND, GENDER } from '../../../people/codes.ts';
import { localWords, municipalityName, type LocalChoice } from '../../../regions/codes.ts';
import { basisWords, CONSENT, NEED, RELATION, REPORTER, SERVICE, VIOLENCE, VULNERABILITY } from '../../codes.ts';
import type { ReportContent } from '../../form/content.ts';
import { ELSEWHERE, NOT_KNOWN } from '../../form/options.ts';
import { livesOutside } from '../../outside.ts';
import { answerTexts } from '../../texts/form-answers.ts';
import { receptionTexts } from '../../texts/reception.ts';

/** Where on the page an answer stands. */
export type AnswerGroup = 'wish' | 'contact' | 'happened' | 'person' | 'others' | 'reporter';

/** One answer in words. `written`: somebody's own text, shown exactly as it was written. */
export type Answer = { readonly key: string; readonly group: AnswerGroup; readonly term: string; readonly text: string; readonly written: boolean };

/** Who reads, and what the numbers of the municipalities are called. */
export type Reading = { readonly lang: Lang; readonly places: Readonly<Record<string, string>>; /** the region's own values among the answers of the part that is read */ readonly local?: readonly LocalChoice[] | undefined };

const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** Every question that was answered, in the order of the page, codes as words in the reader's language. */
export function answersOf(report: ReportContent, reading: Reading): Answer[] {
  return [...wishOf(report, reading), ...contactOf(report, reading), ...happenedOf(report, reading), ...personOf(report, reading), ...othersOf(report, reading), ...reporterOf(report, reading)];
}

/** The answers of one group. */
export function answersIn(group: AnswerGroup, answers: readonly Answer[]): readonly Answer[] {
  return answers.filter((answer) => answer.group === group);
}

/** Collects what is answered; an empty or missing answer is left out. */
function collect(group: AnswerGroup, rows: readonly (readonly [key: string, term: string, text: string | undefined, written?: 'written'])[]): Answer[] {
  return rows.flatMap(([key, term, text, written]) => (text === undefined || text.trim() === '' ? [] : [{ key, group, term, text, written: written !== undefined }]));
}

function wishOf(report: ReportContent, { lang }: Reading): Answer[] {
  const t = receptionTexts[lang];
  return collect('wish', [['wish', t.wish, report.wish, 'written']]);
}

function contactOf(report: ReportContent, { lang }: Reading): Answer[] {
  const t = receptionTexts[lang];
  return collect('contact', [
    ['safeContact', t.safeWay, report.safeContact, 'written'],
    ['needs', t.needs, [labels(NEED, report.person.needs ?? [], lang), report.person.needsWhat ?? ''].filter((text) => text !== '').join(' · ')],
    ['phone', t.phone, report.person.phone],
    ['address', t.address, report.person.address],
    ['livesTogether', t.together, yesNo(report.livesTogether, lang)],
    ['care', t.care, yesNo(report.hasCareOrGuardian, lang)],
    ['children', t.children, yesNo(report.childrenInHome, lang)],
    ['animals', t.animals, yesNo(report.animalsInHome, lang)],
  ]);
}

function happenedOf(report: ReportContent, { lang, local }: Reading): Answer[] {
  const t = receptionTexts[lang];
  return collect('happened', [
    ['danger', t.danger, yesNo(report.danger, lang)],
    ['violence', t.concern, labels(VIOLENCE, report.violence, lang, local)],
    ['whatHappened', t.story, report.whatHappened, 'written'],
    ['lastHappened', t.lastHappened, report.lastHappened],
    ['stillHappening', t.stillHappening, yesNo(report.stillHappening, lang)],
  ]);
}

function personOf(report: ReportContent, { lang, places, local }: Reading): Answer[] {
  const t = receptionTexts[lang];
  const { person } = report;
  return collect('person', [
    ['name', t.name, person.name],
    ['alias', t.alias, person.alias],
    ['adult', t.adult, yesNo(report.adult, lang)],
    ['birthYear', t.birthYear, person.birthYear?.toString()],
    ['age', t.age, person.ageBand && AGE_BAND.label(person.ageBand, lang)],
    ['gender', t.gender, person.gender && GENDER.label(person.gender, lang)],
    ['municipality', t.municipality, placeName(person.municipality, { lang, places })],
    ['vulnerability', t.vulnerability, labels(VULNERABILITY, report.vulnerability, lang, local)],
    ['suspect', t.suspect, report.suspectName],
    ['relation', t.relation, labels(RELATION, report.relation, lang)],
    ['worksInService', t.works, yesNo(report.worksInService, lang)],
    ['worksWhere', t.worksWhere, report.worksWhere],
  ]);
}

/** Reception makes a case for each of them, and none of the cases shows this. */
function othersOf(report: ReportContent, { lang }: Reading): Answer[] {
  const t = receptionTexts[lang];
  return collect('others', [
    ['others', t.others, yesNo(report.others?.answer, lang)],
    ['othersHowMany', t.othersHowMany, report.others?.howMany],
    ['othersAbout', t.othersAbout, report.others?.about, 'written'],
  ]);
}

function reporterOf(report: ReportContent, { lang, local }: Reading): Answer[] {
  const t = receptionTexts[lang];
  const { reporter, consent } = report;
  return collect('reporter', [
    ['who', t.who, labels(REPORTER, [reporter.code], lang, local)],
    ['reporterName', t.name, reporter.name ?? (report.mode === 'B' ? t.anonymous : undefined)],
    ['helper', t.helper, report.helper && (report.helper.who ?? answerTexts[lang].yes)],
    ['workplace', t.workplace, reporter.service],
    ['sender', t.sender, report.sender?.name],
    ['reporterPhone', t.reporterPhone, reporter.phone],
    ['feedback', t.feedback, report.mode === 'A' || report.mode === 'B' ? yesNo(reporter.wantsFeedback ? 'ja' : 'nei', lang) : undefined],
    ['consent', t.consent, consent && CONSENT.label(consent.code, lang)],
    ['basis', t.basis, consent?.basis && basisWords(consent.basis, lang)],
    ['basisText', t.basisText, consent?.basisText, 'written'],
    ['contacted', t.contacted, labels(SERVICE, report.contacted, lang, local)],
    ['contactedWhen', t.contactedWhen, report.contactedWhen],
    ['doneSoFar', t.doneSoFar, report.doneSoFar, 'written'],
    ['writtenIn', t.writtenIn, [LANGUAGE_NAMES[report.lang], report.variety === 'easy' ? t.easyWords : '', report.variety === 'sami' ? t.samiWords : ''].filter((text) => text !== '').join(' · ')],
    ['noCode', t.noCode, report.noCode ? t.noCodeYes : report.ownWords === true ? t.ownWordsYes : undefined],
  ]);
}

function labels<C extends string>(list: { readonly name: string; readonly label: (code: C, lang: Lang) => string }, chosen: readonly C[], lang: Lang, local?: readonly LocalChoice[]): string {
  return chosen.map((code) => localWords(list.name, code, list.label(code, lang), local, lang)).join(' · ');
}

function yesNo(answer: 'ja' | 'nei' | 'vet-ikke' | 'usikker' | undefined, lang: Lang): string | undefined {
  const { yes, no, unknown, unsure } = answerTexts[lang];
  return answer === undefined ? undefined : { ja: yes, nei: no, 'vet-ikke': unknown, usikker: unsure }[answer];
}

/** A municipality outside the co-operation is shown as one: the report has to go on to it (UTENFOR). */
function placeName(municipality: string, { lang, places }: Reading): string {
  if (municipality === ELSEWHERE) return answerTexts[lang].elsewhere;
  if (municipality === NOT_KNOWN) return answerTexts[lang].unknown;
  const other = municipalityName(municipality);
  return places[municipality] ?? receptionTexts[lang].outside(other === undefined ? municipality : `${other} (${municipality})`);
}

/** Whether the person lives in a municipality that is known and is none of ours. */
export function isOutside(report: ReportContent, places: Reading['places']): boolean {
  return livesOutside(report, new Set(Object.keys(places)));
}

/** What an addition says anew, and the answers it took away. */
export type Change = { readonly answer: Answer; readonly removed: boolean };

export function changesBetween(before: readonly Answer[], after: readonly Answer[]): Change[] {
  const old = new Map(before.map((answer) => [answer.key, answer.text]));
  const kept = new Set(after.map((answer) => answer.key));
  return [
    ...after.filter((answer) => old.get(answer.key) !== answer.text).map((answer) => ({ answer, removed: false })),
    ...before.filter((answer) => !kept.has(answer.key)).map((answer) => ({ answer, removed: true })),
  ];
}
