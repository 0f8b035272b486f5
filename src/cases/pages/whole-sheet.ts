import type { CodeValue } from '../../kernel/codes.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { Lang } from '../../kernel/texts.ts';
import { day, osloDay, type Instant } from '../../kernel/time.ts';
import { isLocalChoice, municipalityName } from '../../regions/codes.ts';
import { CHANNEL, NEED, REPORTER, SERVICE, VIOLENCE, VULNERABILITY } from '../../reports/codes.ts';
import { dateWords, momentWords } from '../../web/ui/moments.ts';
import { DIRECTION, OUTCOME, TOPIC } from '../../consultations/public.ts';
import { fieldRenamed, typeInside } from '../asked-as.ts';
import { ANSWER } from '../choices.ts';
import { DELIVERY, LETTER } from '../choices/document.ts';
import { headingOf } from '../documents.ts';
import { FIELDS, type FieldName } from '../fields.ts';
import { dateParts } from '../letters/typed.ts';
import { casePageTexts } from '../texts/page.ts';
import { reportPassageTexts } from '../texts/report-passages.ts';
import { caseTexts } from '../texts.ts';
import { wholeTexts } from '../whole/texts.ts';
import { uncasedTexts } from '../whole/uncased-texts.ts';
import type { WholeFile } from '../whole/whole-file.ts';
import { codeLabel } from './field-codes.ts';

type Line = { readonly term: string; readonly text: readonly string[] };
type Item = { readonly heading: string; readonly about: string; readonly lines: readonly Line[] };
type Answers = WholeFile['person'];
type Answer = Answers[string];

/** A whole case as its layout reads it. */
export type WholeSheet = {
  readonly lang: Lang; readonly title: string; /** what it is exempt from public access by */ readonly mark: string; readonly on: readonly [number, number, number]; readonly footer: string; readonly page: string; readonly of: string;
  readonly lead: readonly string[]; readonly facts: readonly Line[]; readonly parts: readonly { readonly heading: string; readonly items: readonly Item[] }[];
};

const LISTS: Readonly<Record<string, readonly CodeValue<string>[]>> = { channel: CHANNEL.values, vulnerability: VULNERABILITY.values, violence: VIOLENCE.values, livesTogether: ANSWER.values, code: REPORTER.values, service: REPORTER.values, contacted: SERVICE.values, needs: NEED.values, direction: DIRECTION.values, topics: TOPIC.values, outcome: OUTCOME.values };
/** Answers of a report whose codes have words of their own (uncased-texts.ts). */
const UNCASED_CODES: readonly string[] = ['outcome', 'connection', 'feels', 'checked', 'written', 'scope', 'confirmedHow', 'averting', 'called', 'danger', 'adult', 'stillHappening', 'livesTogether', 'hasCareOrGuardian', 'worksInService', 'childrenInHome', 'animalsInHome', 'answer'];
/** Whose codes have words beside those of the pieces of a report (report-passages.ts). */
const WORDED: readonly string[] = ['direction', 'who'];
/** What ties entries together and tells a reader nothing. */
const TIES = /(Id|^proposal|^byCoordinator|^byTeam|^reports?|^sha256|^corrects|^kind|^mode|^lang|^variety|^disclosure|^alone|^awaitsReceipt|^as|^no|^order|^proposals|^giver)$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** The same file for people: every entry in words, none left out. `names`: of people and municipalities by id, and of municipalities also by number. An answer without a name of its own stands under the one that the file has for it. */
export function wholeSheet(file: WholeFile, names: Readonly<Record<string, string>>, lang: Lang): WholeSheet {
  const t = wholeTexts[lang];
  const c = caseTexts[lang];
  const { case: about } = file;
  const lines = (type: string, answers: Answers) => linesOf(type, answers, names, lang);
  const fact = (term: string, text: string | null): Line[] => (text === null ? [] : [{ term, text: [text] }]);
  return framed(file, { ...t, title: t.title(about.reference) }, lang, {
    facts: [
      ...fact(casePageTexts[lang].reference, about.reference), { term: t.key_status, text: [c[`status.${about.status}`]] }, ...fact(c['field.caseType'], about.caseType === null ? null : codeLabel('caseType', about.caseType, lang)),
      ...fact(t.key_municipality, about.owner), ...fact(c.caseLead, about.lead ?? t.nobody), ...lines('CasePerson', file.person),
    ],
    parts: [
      { heading: t.reports, items: file.reports.flatMap((report) => reportItems(report, lines, lang)) },
      { heading: t.documents, items: file.documents.flatMap((one) => documentItems(one, lang)) },
      { heading: t.journal, items: file.journal.map((entry) => journalItem(entry, lines, lang)) },
    ],
  });
}

type About = { readonly title: string; readonly lead: string; readonly withheld: string; readonly withheldArchive: string };

/** What stands around a whole file on paper, of whatever it is. Parts with nothing in them are left out. */
export function framed(file: Pick<WholeFile, 'openness' | 'madeAt' | 'madeBy' | 'region' | 'withheld'>, about: About, lang: Lang, { facts, parts }: Pick<WholeSheet, 'facts' | 'parts'>): WholeSheet {
  const t = wholeTexts[lang];
  const forArchive = !file.withheld.includes('reporter'); // who reported is in the archive's edition alone
  return {
    lang, title: about.title, mark: codeLabel('openness', file.openness, lang), on: dateParts(osloDay(file.madeAt as Instant)), // the file keeps moments as they are written
    footer: `${about.title} · ${t.made(file.madeBy.name, at(file.madeAt, lang))}`, page: t.page, of: t.of,
    lead: [file.region, about.lead, forArchive ? about.withheldArchive : about.withheld, ...(file.withheld.includes('address') ? [t.withheldAddress] : [])],
    facts, parts: parts.filter(({ items }) => items.length > 0),
  };
}

type Lines = (type: string, answers: Answers) => Line[];

export function reportItems(report: WholeFile['reports'][number], lines: Lines, lang: Lang): Item[] {
  const t = wholeTexts[lang];
  return [
    ...report.parts.map((part, index) => ({ heading: index === 0 ? report.reference : `${report.reference}: ${t.addition}`, about: at(part.at, lang), lines: [...(index === 0 ? consulted(report, lang) : []), ...lines('Report', part.content)] })),
    ...report.messages.map((one) => ({ heading: one.from === 'us' ? t.weWrote : t.reporterWrote, about: at(one.at, lang), lines: [{ term: t.key_message, text: one.text.split('\n') }] })),
    ...report.attachments.map((one) => ({ heading: t.attachment(one.no, one.type), about: at(one.at, lang), lines: one.file === null ? [] : [{ term: t.inPackage, text: [one.file, ...(typeof one.sha256 === 'string' ? [`SHA-256 ${one.sha256}`] : [])] }] })),
  ];
}

function consulted({ consultations = [] }: WholeFile['reports'][number], lang: Lang): Line[] {
  return consultations.length === 0 ? [] : [{ term: wholeTexts[lang].key_consultations, text: consultations }];
}

function documentItems(one: WholeFile['documents'][number], lang: Lang): Item[] {
  const t = wholeTexts[lang];
  const kind = LETTER.is(one.letter) ? LETTER.label(one.letter, lang) : one.letter;
  const texts = [...one.versions.map(({ text, at: when, by, version, file, sha256 }) => ({ text, about: t.by(by.name, at(when, lang)), version, beside: file === null ? [] : [{ term: t.inPackage, text: [file, `SHA-256 ${sha256}`] }] })), ...(one.draft === null ? [] : [{ text: one.draft, about: t.draft, version: undefined, beside: [] }])];
  return texts.map(({ text, about, version, beside }) => ({
    heading: `${one.no}. ${kind}: ${headingOf(text)}`, about,
    lines: [
      { term: caseTexts[lang]['field.docText'], text: text.split('\n') },
      ...beside,
      ...one.sent.filter((sent) => sent.version === version).map((sent) => ({ term: DELIVERY.is(sent.how) ? DELIVERY.label(sent.how, lang) : sent.how, text: [`${sent.to}, ${at(sent.at, lang)}`] })),
    ],
  }));
}

export function journalItem(entry: WholeFile['journal'][number], lines: Lines, lang: Lang): Item {
  const words: Readonly<Record<string, unknown>> = { ...casePageTexts[lang], ...uncasedTexts[lang] };
  const title = words[`event_${entry.type}`];
  const t = wholeTexts[lang];
  const about = [t.by(whoWrote(entry.by, lang), at(entry.happenedAt, lang)), ...(entry.happenedAt === entry.writtenAt ? [] : [t.written(at(entry.writtenAt, lang))])].join(' · ');
  return { heading: `${entry.no}. ${typeof title === 'string' ? title : entry.type}`, about, lines: entry.type === 'CaseOpened' || entry.type === 'ReportJoined' ? lines(entry.type, { reference: entry.content['reference'] ?? null }) : lines(entry.type, entry.content) };
}

/** Where staff reported of themselves, whoever wrote it is withheld. */
function whoWrote({ id, name }: WholeFile['madeBy'], lang: Lang): string {
  if (id === '') return uncasedTexts[lang].withheldName;
  return name === '' && id === 'system' ? casePageTexts[lang].theSystem : name;
}

export function linesOf(type: string, answers: Answers, names: Readonly<Record<string, string>>, lang: Lang): Line[] {
  return Object.entries(answers).flatMap(([key, value]): Line[] => {
    const asked = fieldRenamed(type, key);
    if ((asked === undefined && TIES.test(key) && !Object.hasOwn(wholeTexts[lang], `key_${type}_${key}`)) || value === null || value === '') return [];
    if (key === 'local' && Array.isArray(value)) return [{ term: termOf(key, type, lang), text: value.filter(isLocalChoice).map((one) => one[lang]) }];
    const groups = (Array.isArray(value) ? value : [value]).filter(isGroup);
    if (groups.length > 0) return groups.flatMap((one) => linesOf(typeInside(type, key), plainly(key, one), names, lang));
    const all = (Array.isArray(value) ? value : [value]).flatMap((one) => inWords(asked ?? key, one, names, lang));
    return all.length === 0 ? [] : [{ term: asked === undefined ? termOf(key, type, lang) : caseTexts[lang][`field.${asked}`], text: all }];
  });
}

function isGroup(value: Answer | undefined): value is Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Answers of a group whose names would be mistaken for those of the person. */
function plainly(key: string, value: Answers): Answers {
  if (key === 'consent') return { consent: value['code'] ?? null, basis: value['basis'] ?? null, basisText: value['basisText'] ?? null };
  if (key !== 'reporter') return value;
  const { name = null, phone = null, ...kind } = value;
  return { ...kind, reporterName: name, reporterPhone: phone };
}

/** What a form calls it, else our own word for it, else its name in the file: nothing is left out for want of a word. */
function termOf(key: string, type: string, lang: Lang): string {
  const [asked, own, uncased]: readonly Readonly<Record<string, unknown>>[] = [caseTexts[lang], wholeTexts[lang], uncasedTexts[lang]];
  return [own?.[`key_${type}_${key}`], own?.[`key_${key}`], uncased?.[`key_${key}`], asked?.[`field.${key}`], asked?.[`status.${key}`]].find((word): word is string => typeof word === 'string') ?? key;
}

function inWords(key: string, value: Answer, names: Readonly<Record<string, string>>, lang: Lang): string[] {
  const t = wholeTexts[lang];
  if (typeof value === 'boolean') return [value ? t.yes : t.no];
  if (typeof value !== 'string') return value === null || value === undefined ? [] : [JSON.stringify(value)];
  if (MOMENT.test(value)) return [at(value, lang)];
  const on = day(value);
  if (on !== undefined) return [dateWords(on, lang)];
  if (isUuid(value)) return names[value] === undefined ? [] : [names[value]];
  if (key === 'municipality') return [placeWords(value, names[value] ?? municipalityName(value))];
  const listed = LISTS[key]?.find(({ code }) => code === value);
  if (listed !== undefined) return [listed[lang]];
  const [told, uncased]: readonly Readonly<Record<string, unknown>>[] = [reportPassageTexts[lang], uncasedTexts[lang]];
  const word = WORDED.includes(key) ? told?.[value] : UNCASED_CODES.includes(key) ? uncased?.[`code_${value}`] : undefined;
  if (typeof word === 'string') return [word];
  return key in FIELDS ? codeLabel(key as FieldName, value, lang).split('\n') : value.split('\n'); // it is a key of FIELDS, just asked
}

/** A report has a number, also of a municipality outside the region; of one that no list has any more, the number stays. */
function placeWords(number: string, name: string | undefined): string {
  return name === undefined ? number : `${name} (${number})`;
}

export function at(moment: string, lang: Lang): string {
  return momentWords(moment as Instant, lang); // the file keeps moments as they are written
}
