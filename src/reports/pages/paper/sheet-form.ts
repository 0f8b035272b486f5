import type { Lang } from '../../../kernel/texts.ts';
import { osloDay, type Instant } from '../../../kernel/time.ts';
import { hoursLines } from '../../../regions/texts/opening-hours.ts';
import type { PublishedSite } from '../../../regions/site.ts';
import { dateWords } from '../../../web/ui/moments.ts';
import { FIELDS, GROUPS, type Field, type FieldName } from '../../form/fields.ts';
import { boxTexts } from '../../texts/form-boxes.ts';
import { groupTexts } from '../../texts/form-groups.ts';
import { questionTexts } from '../../texts/form-questions.ts';
import type { Wording } from '../../texts/form-wording.ts';
import { paperHints, paperTexts } from '../../paper/texts.ts';
import { offered } from '../public/answers.ts';
import { publicTexts } from '../public/texts.ts';

export type PaperOption = { readonly label: string; readonly about: string };
export type PaperField = {
  readonly label: string;
  /** the same question to the person self */
  readonly also: readonly string[];
  readonly hint: string;
  readonly options: readonly PaperOption[];
  readonly columns: number;
  /** lines to write on */
  readonly lines: number;
  /** small enough to stand beside another such */
  readonly half: boolean;
};
/** Fields that are for the same people; `only` says for whom, where it is not everybody. */
export type PaperBlock = { readonly only: string; readonly fields: readonly PaperField[] };
export type PaperPart = { readonly heading: string; readonly lead: string; readonly blocks: readonly PaperBlock[] };
type Lines = { readonly heading: string; readonly lines: readonly string[] };

/** What the paper form says, as the template reads it (paper/template.ts). No person's name is ever in it. */
export type SheetForm = {
  readonly lang: Lang;
  readonly title: string;
  readonly heading: string;
  readonly region: string;
  readonly urgent: Lines;
  readonly intro: readonly string[];
  readonly parts: readonly PaperPart[];
  readonly send: Lines;
  readonly privacy: Lines;
  readonly office: { readonly heading: string; readonly rows: readonly string[]; readonly boxes: readonly string[] };
  readonly words: { readonly number: string; readonly page: string; readonly of: string; readonly printed: string };
  /** one sheet for each; an empty one is a form without a number */
  readonly numbers: readonly string[];
};

/** Fields of the form on the web that paper cannot have, and why. Every other stands on the sheet (test/reports/paper.test.tsx). */
export const NOT_ON_PAPER: Readonly<Partial<Record<FieldName, string>>> = {
  kode: 'a code is drawn by the receipt on the web',
  egneord: 'words instead of that code',
  ikkenavn: 'the answer to what the web finds in a text',
};

type Lists = ReturnType<typeof offered>;
/** Which of the form's lists a field is answered from. A list too long for paper is written on a line. */
const ANSWERS: Readonly<Partial<Record<FieldName, Exclude<keyof Lists, 'everywhere'>>>> = {
  fare: 'yesNo', hvem: 'who', sted: 'workplaces', voksen: 'yesNoUnsure', spurt: 'asked', grunn: 'exceptions', kommune: 'municipalities', alder: 'ages', sprak: 'needs',
  kjonn: 'genders', flere: 'yesNoUnknown', hva: 'concerns', fortsatt: 'yesNoUnknown', situasjon: 'situations', tilknytning: 'relations', sammen: 'yesNoUnknown',
  omsorg: 'yesNoUnknown', jobber: 'yesNoUnknown', barn: 'yesNoUnknown', dyr: 'yesNoUnknown', kontakt: 'contacted', svar: 'yesNo',
};

/** Lines for an answer in one's own words; three where nothing is said. */
const ROOM: Readonly<Partial<Record<FieldName, number>>> = { sett: 15, onske: 4, trygg: 2, flereom: 2 };
const USUAL_ROOM = 3;
const [HALF_LABEL, HALF_HINT, HALF_OPTIONS, BOX] = [44, 104, 44, 6];
/** The longest answer that still fits, in characters, where a row has so many columns. */
const COLUMNS = [[5, 16], [4, 21], [3, 30], [2, 60]] as const;

/** The paper twin of the form, from the form's own tables: what is asked on the web is asked on paper, in the same words and order. */
export function sheetForm(lang: Lang, site: PublishedSite, numbers: readonly string[], now: Instant): SheetForm {
  const t = paperTexts[lang];
  const lists = offered({ lang }, site, false);
  const hours = hoursLines(site.phone.hours, osloDay(now), lang).map((line) => `${line.days} ${line.times}`.trim()).join('. ');
  const address = [site.controller.name, site.controller.address].filter((line) => line.trim() !== '');
  return {
    lang, title: t.title, heading: t.heading, region: site.name, numbers,
    urgent: { heading: t.urgentHeading, lines: [t.urgentAll, t.urgentPhone(site.phone.name[lang], site.phone.number, hours)] },
    intro: [`${t.intro} ${t.introTalk(site.talk.number)} ${t.introSelf}`, t.nameless],
    parts: GROUPS.map((group, part): PaperPart => ({
      heading: `${part + 1}. ${groupTexts[lang][group].heading}`,
      // the first one's lead is about sending from a screen
      lead: group === 'del-1' ? '' : groupTexts[lang][group].lead ?? '',
      blocks: blocksOf(FIELDS.filter((field) => field.group === group && NOT_ON_PAPER[field.name] === undefined), lang, lists),
    })),
    send: { heading: t.sendHeading, lines: address.length === 0 ? [t.sendNowhere] : [t.send, address.join(', '), t.sendLate] },
    privacy: { heading: publicTexts[lang].privacyHeading, lines: [site.purpose[lang], site.whoReads[lang], site.retention[lang], publicTexts[lang].rights].map(oneParagraph) },
    office: {
      heading: t.officeHeading, rows: [t.officeReceived, t.officeWho, t.officeHow, t.officeReference, t.officeEntered, t.officeEnteredBy], boxes: [t.officeReadBack, t.officeDestroyed],
    },
    words: { number: t.number, page: t.page, of: t.of, printed: t.printed(dateWords(osloDay(now), lang)) },
  };
}

/** A region's text of several lines, as it stands in small print. */
function oneParagraph(text: string): string {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').join(' ');
}

function blocksOf(fields: readonly Field[], lang: Lang, lists: Lists): PaperBlock[] {
  const blocks: { only: string; fields: PaperField[] }[] = [];
  for (const field of fields) {
    const only = audience(field, lang);
    const last = blocks.at(-1);
    if (last?.only === only) last.fields.push(onPaper(field, lang, lists));
    else blocks.push({ only, fields: [onPaper(field, lang, lists)] });
  }
  return blocks;
}

function audience({ modes, only }: Field, lang: Lang): string {
  const t = boxTexts[lang];
  if (only === 'job') return t.onlyJob;
  if (only === 'private') return t.onlyPrivate;
  if (modes === 'D') return t.onlySelf;
  return modes.includes('D') ? '' : t.onlyOther;
}

function onPaper(field: Field, lang: Lang, lists: Lists): PaperField {
  const { label, hint } = questionTexts[lang][field.name];
  const own = field.modes === 'D';
  const list = ANSWERS[field.name];
  const options = list === undefined ? [] : lists[list].map(optionOf);
  const also = own || typeof label === 'string' || label.self === undefined ? [] : [label.self];
  const shown = { also, hint: paperHints[lang][field.name] ?? (hint === undefined ? '' : worded(hint, own)), columns: columnsFor(options) };
  if (field.kind === 'tick') return { ...shown, label: '', options: [{ label: worded(label, own), about: shown.hint }], hint: '', columns: 1, lines: 0, half: false };
  const lines = field.kind === 'long' ? ROOM[field.name] ?? USUAL_ROOM : options.length === 0 ? 1 : 0;
  return { ...shown, label: worded(label, own), options, lines, half: isHalf({ ...shown, label: worded(label, own), options, lines }) };
}

/** A question, hint and answers that fit on half a line each. */
function isHalf({ label, also, hint, options, lines }: Omit<PaperField, 'half'>): boolean {
  const short = [label, ...also].every((text) => text.length <= HALF_LABEL) && hint.length <= HALF_HINT;
  return short && lines <= 1 && options.reduce((sum, one) => sum + one.label.length + one.about.length + BOX, 0) <= HALF_OPTIONS;
}

function columnsFor(options: readonly PaperOption[]): number {
  const longest = Math.max(0, ...options.map(({ label, about }) => Math.max(label.length, about.length / 2)));
  const fit = COLUMNS.find(([, most]) => longest <= most)?.[0] ?? 1;
  return Math.max(1, Math.min(fit, options.length));
}

function optionOf(option: { readonly label: string; readonly description?: unknown }): PaperOption {
  return { label: option.label, about: typeof option.description === 'string' ? option.description : '' };
}

function worded(wording: Wording, own: boolean): string {
  if (typeof wording === 'string') return wording;
  return own ? wording.self ?? wording.open : wording.open;
}
