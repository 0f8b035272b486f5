import type { FileId } from '../../kernel/ids.ts';
import type { CaseStep } from '../commands/step.ts';
import { isFromElsewhere, STEP_KEYS } from '../workflow.ts';

export const DAY = '/';
export const CASES = '/saker';
export const NEW_CASE = '/saker/ny';
/** Where a report ends with advice only. */
export const ADVICE = `${CASES}/kun-rad`;
/** Reception's inbox; who may see it, the inbox itself says. */
export const INBOX = '/mottak';

/** Where one searches; what is searched for never stands in it. */
export const SEARCH = '/sok';
/** Where access in an emergency is taken, and gone through. */
export const EMERGENCY = '/nodtilgang';
export const EMERGENCY_REVIEW = '/nodtilgang/gjennomgang';

/** Where the coordinator asks whether the person is in other cases. */
export function duplicatesPath(id: FileId | string): string {
  return `${CASES}/${id}/andre-saker`;
}

/** Where the data-protection officer asks who has looked at a case, by its reference. */
export const LOOKED = '/innsyn';

export function lookedPath(reference: string, page: number): string {
  return `${LOOKED}?${new URLSearchParams({ ref: reference, ...(page === 1 ? {} : { side: String(page) }) }).toString()}`;
}

/** Where a leader goes through a month's log, and the letter to the person about who has looked. */
export const REVIEW = '/logg';
export const reviewPath = (month: string): string => `${REVIEW}?maned=${month}`;
export const letterPath = (id: string): string => `${CASES}/${id}/hvem-har-sett`;

/** The parts of a case, by the word that stands in the address (`?vis=`). */
export const TABS = ['oversikt', 'vurdering', 'tiltak', 'journal', 'personer', 'dokumenter', 'tilgang'] as const;
export type Tab = (typeof TABS)[number];

export function findTab(word: string | null): Tab {
  return TABS.find((tab) => tab === word) ?? 'oversikt';
}

/** @param did the step that was just taken, so that the page can say that it is saved (`?gjort=`) */
export function casePath(id: FileId, tab: Tab = 'oversikt', did?: CaseStep): string {
  const words = [...(tab === 'oversikt' ? [] : [`vis=${tab}`]), ...(did === undefined ? [] : [`gjort=${did}`])];
  return `${CASES}/${id}${words.length === 0 ? '' : `?${words.join('&')}`}`;
}

export const leftTextsPath = (id: FileId): string => `${casePath(id, 'journal')}#${LEFT_TEXTS}`;

/** All of a part that shows the newest at first. @param at what on that page is meant */
export function allPath(id: FileId, tab: Tab, at: string): string {
  return `${CASES}/${id}?${tab === 'oversikt' ? '' : `vis=${tab}&`}${ALL}=ja#${at}`;
}
export const asksForAll = (query: URLSearchParams): boolean => query.get(ALL) === 'ja';
const ALL = 'alle';

/** Where a page on which somebody writes in the journal says so, and is told who else does. Asked by the page itself: it keeps nobody signed in. */
export function writingPath(id: FileId): string {
  return `${CASES}/${id}/skriver`;
}

/** The talk with whoever sent one of the case's reports. */
export function dialoguePath(id: FileId, report: FileId | string): string {
  return `${CASES}/${id}/melding/${report}`;
}

/** Where a report goes into a case that is open already; it posts the report's id as `report`. */
export function joinPath(id: FileId): string {
  return `${CASES}/${id}/bekymring`;
}

/** Where two cases become one. @param other the one to merge with, by id */
export function mergePath(id: FileId, other?: string): string {
  return `${CASES}/${id}/sla-sammen${other === undefined ? '' : `?med=${other}`}`;
}

/** The team's meetings. */
export const MEETINGS = '/teammote';

/** In the address of a meeting, and in its forms that are about no case: the case that is taken up. */
export const TAKEN = 'sak';

/** The one screen of a meeting. @param taken the case that is taken up; empty: none */
export function meetingPath(meetingId: string, taken = ''): string {
  return `${MEETINGS}/${meetingId}${taken === '' ? '' : `?${TAKEN}=${taken}`}`;
}

/** In the address of a meeting after minutes were saved: the case that has them. */
export const MINUTED = 'lagret';
/** Which button saved the minutes: the other one goes on to the case after this. */
export const MINUTE_NEXT = 'neste';

export function minutedPath(meetingId: string, fileId: FileId, next: boolean): string {
  return `${meetingPath(meetingId, next ? undefined : fileId)}${next ? '?' : '&'}${MINUTED}=${fileId}`;
}

/** Said in the address of a case after a report, or another case, went into it. */
export const JOINED = 'joinReport';
export const MERGED = 'mergeCase';

/** «Hvem har sett på saken?» in the part about access, a page of it. */
export function lookedInCasePath(id: FileId, page: number): string {
  return `${casePath(id, 'tilgang')}&side=${page}#sett`;
}

/** The safety plan as one page, without name or reference: it may come to lie where others look. */
export const PLAN = `${CASES}/:id/plan`;
export function planPath(id: FileId, version?: number): string {
  return `${CASES}/${id}/plan${version === undefined ? '' : `?utgave=${version}`}`;
}

/** What a step is about, where there are several: one measure, note or colleague, by id; `slag`: which measure is suggested, by code. */
export type StepSubject = { readonly tiltak?: string | undefined; readonly slag?: string | undefined; readonly notat?: string | undefined; readonly varsel?: string | undefined; readonly hvem?: string | undefined; readonly person?: string | undefined; readonly melding?: string | undefined; readonly deling?: string | undefined; readonly fagperson?: string | undefined; readonly samtykke?: string | undefined; readonly vern?: string | undefined; readonly dokument?: string | undefined; readonly brev?: string | undefined };

export function stepPath(id: FileId, step: CaseStep, subject: StepSubject = {}): string {
  const words = Object.entries(subject).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  return `${CASES}/${id}/steg/${step}${words.length === 0 ? '' : `?${words.join('&')}`}`;
}

/** A finalised version of a document, to download. */
export function documentPath(id: FileId, documentId: string, version: number | string): string {
  return `${CASES}/${id}/dokument/${documentId}/${version}`;
}

/** Where a whole case is taken out as a file. */
export function wholePath(id: FileId | string): string {
  return `${CASES}/${id}/hele`;
}

export function wholeFilePath(id: FileId | string, wholeId: string, as: string): string {
  return `${wholePath(id)}/${wholeId}/${as}`;
}

/** One of the files that go beside it, by its number. */
export function besidePath(id: FileId | string, wholeId: string, no: number | string): string {
  return `${wholePath(id)}/${wholeId}/fil/${no}`;
}

/** Where whoever keeps the archive asks for a case. */
export const ARCHIVE = '/arkiv';

/** What the codes mean, and what the region has added to them. */
export const CODE_LISTS = '/region/kodeverk';
export const CODE_LIST_END = '/region/kodeverk/avslutt';

/** One list, or one of the region's own values in it. */
export function codeListPath(list: string, value?: string): string {
  return `${CODE_LISTS}?liste=${list}${value === undefined ? '' : `&verdi=${value}#verdi`}`;
}

/** The region's templates of letters. */
export const TEMPLATES = '/maler';

/** @param lang the language of the templates · @param letter the one to write on; none: the list */
export function templatePath(lang: string, letter?: string): string {
  return `${TEMPLATES}?sprak=${lang}${letter === undefined ? '' : `&mal=${letter}`}`;
}

export function isCaseStep(key: string | null | undefined): key is CaseStep {
  return STEP_KEYS.some((step) => step === key && !isFromElsewhere(step));
}

/** The step in an address such as `/saker/…/steg/handOver`; undefined where the table has none of that name. */
export function stepIn(path: string): CaseStep | undefined {
  const word = path.split('/').at(-1);
  return isCaseStep(word) ? word : undefined;
}

/** Said in the address of the front page after somebody declared themselves connected to a case. */
export const LEFT = 'inhabil';
/** Where the texts stand that colleagues who have lost the case had typed. */
export const LEFT_TEXTS = 'etterlatt';
/** Said there after somebody answered what they were asked to confirm. */
export const ANSWERED = 'svart';
/** The field of the question's form that says where its answer leads on to. */
export const LEADS_TO = 'videre';

/** Where the reserve is chosen. */
export const RESERVE = '/ansatte#reserve';
