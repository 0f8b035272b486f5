import type { Chance, FileId } from '../kernel/ids.ts';
import type { NewEvent } from '../kernel/journal/event.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Instant } from '../kernel/time.ts';
import { RELATION, VIOLENCE, VULNERABILITY } from './codes.ts';
import { localIn } from './desk/local.ts';
import type { TypedIn } from './desk/typed.ts';
import { reportContent, type ReportContent } from './form/content.ts';
import { NOT_KNOWN } from './form/options.ts';
import { along, chosenFiles, type FileAlong, type FileTo } from './follow.ts';
import { closedBecause, type ReportEvent, type ReportState } from './report.ts';

/** What is written of one person, as it was typed. */
export const PERSON_LINES = ['name', 'birthYear', 'municipality', 'address', 'phone', 'suspect', 'needs', 'lastHappened', 'worksWhere', 'contactedWhen'] as const;
export const PERSON_TEXTS = ['story', 'wish', 'safeContact', 'doneSoFar', 'basisText', 'urgentWords'] as const;
/** `files`: numbers of the attachments that follow the person, none until somebody has chosen. */
export const PERSON_CODES = ['violence', 'vulnerability', 'relation', 'files'] as const;
export type PersonField = (typeof PERSON_LINES)[number] | (typeof PERSON_TEXTS)[number] | 'danger';
export type PersonCodes = (typeof PERSON_CODES)[number];
export type PersonPart = Readonly<Record<PersonField, string>> & Readonly<Record<PersonCodes, readonly string[]>>;

/** How many people one report can be divided between. */
export const FEWEST_PEOPLE = 2;
export const MOST_PEOPLE = 6;

/**
 * What the form begins with. The first person has what is said of who it is; the others have the rest, to be gone through:
 * whoever writes takes out what is about somebody else.
 */
export function personToBegin(state: ReportState, first: boolean): PersonPart {
  const report = newestOf(state);
  const { person } = report;
  const who = first ? { name: person.name ?? person.alias ?? '', birthYear: person.birthYear?.toString() ?? '', address: person.address ?? '', phone: person.phone ?? '' } : { name: '', birthYear: '', address: '', phone: '' };
  return {
    ...who, municipality: person.municipality, suspect: report.suspectName ?? '', needs: first ? person.needsWhat ?? '' : '', lastHappened: report.lastHappened ?? '', worksWhere: report.worksWhere ?? '',
    contactedWhen: report.contactedWhen ?? '', story: storyOf(state, first), wish: first ? report.wish ?? '' : '', safeContact: first ? report.safeContact ?? '' : '', doneSoFar: report.doneSoFar ?? '',
    basisText: report.consent?.basisText ?? '', urgentWords: state.urgentRecords.at(-1)?.record.danger ?? '', danger: state.urgent ? 'ja' : 'nei',
    violence: report.violence, vulnerability: first ? report.vulnerability : [], relation: report.relation, files: [],
  };
}

/** No word of what was told is left out: the parts, what was said on the phone, what was written later, and what was said of the others. */
function storyOf({ contents, typedIn, dialogue }: ReportState, first: boolean): string {
  const said = contents.map(({ report }) => report.whatHappened);
  const call = typedIn?.call === undefined ? [] : [typedIn.call.where, typedIn.call.ifCut];
  const later = dialogue.theirs.map(({ text }) => text ?? '');
  const others = first ? [] : contents.map(({ report }) => report.others?.about ?? '');
  return [...new Set([...said, ...call, ...later, ...others].map((text) => text.trim()))].filter((text) => text !== '').join('\n\n');
}

function newestOf({ contents }: ReportState): ReportContent {
  const last = contents.at(-1);
  if (last === undefined) throw new RangeError('a report without content');
  return last.report;
}

/** One of the reports that it becomes, ready to be stored. */
export type SplitReport = { readonly content: ReportContent; readonly typedIn: TypedIn; readonly urgent: readonly NewEvent<ReportEvent>[]; /** what follows it */ readonly files: readonly FileAlong[] };

/**
 * One report for each person. Nothing of the others goes along: not who, not that there are any, not how many.
 * undefined: this form has divided it already. Refusals: `already_decided`, `consultation`, `too_few`; `bad_input` with each fault at
 * its place (`people.0.name`): `name_missing`, `story_missing`, `year_unclear`, `danger_missing`, `file_unknown`.
 */
export function decideSplit(state: ReportState, formId: string, people: readonly PersonPart[], { now, chance }: { readonly now: Instant; readonly chance: Pick<Chance, 'uuid'> }): Outcome<readonly SplitReport[] | undefined> {
  if (state.split?.formId === formId) return done(undefined);
  const closed = closedBecause(state, 'split');
  if (closed !== undefined) return refuse(closed);
  if (people.length < FEWEST_PEOPLE) return refuse('too_few');
  const files = people.map((person) => chosenFiles(state.dialogue, person.files));
  const faults = Object.fromEntries(people.flatMap((person, at) => Object.entries({ ...faultsOf(person), ...(files[at] === undefined ? { files: 'file_unknown' } : {}) }).map(([field, code]) => [`people.${at}.${field}`, code])));
  if (Object.keys(faults).length > 0) return refuse('bad_input', faults);
  return done(people.map((person, at) => {
    const content = contentFor(newestOf(state), person, at === 0);
    return { content, typedIn: typedInFor(content, state), urgent: urgentFor(state, person, now), files: along(files[at] ?? [], chance) };
  }));
}

function faultsOf({ name, story, birthYear, danger }: PersonPart): Partial<Record<PersonField, string>> {
  return {
    ...(name === '' ? { name: 'name_missing' } : {}), ...(story === '' ? { story: 'story_missing' } : {}),
    ...(birthYear === '' || /^(19|20)\d\d$/.test(birthYear) ? {} : { birthYear: 'year_unclear' }), ...(danger === 'ja' || danger === 'nei' ? {} : { danger: 'danger_missing' }),
  };
}

function contentFor(report: ReportContent, typed: PersonPart, first: boolean): ReportContent {
  const { others: _others, ownWords: _words, helper, consent, person, sentFrom, ...rest } = report;
  const self = first && report.mode === 'D';
  const some = (text: string): string | undefined => (text === '' ? undefined : text);
  const codes = <C extends string>(list: { readonly codes: readonly C[] }, chosen: readonly string[]): C[] => list.codes.filter((code) => chosen.includes(code));
  const violence = codes(VIOLENCE, typed.violence);
  const told = {
    ...rest, mode: self ? 'D' : rest.mode === 'D' ? 'A' : rest.mode, danger: typed.danger, helper: first ? helper : undefined, noCode: false,
    // what follows the original from elsewhere, follows the original
    sentFrom: sentFrom === undefined ? undefined : { ...sentFrom, files: undefined },
    person: {
      ...(first ? { ageBand: person.ageBand, gender: person.gender, needs: person.needs } : {}),
      ...(self ? { alias: typed.name } : { name: typed.name }), birthYear: typed.birthYear === '' ? undefined : Number(typed.birthYear), municipality: typed.municipality === '' ? NOT_KNOWN : typed.municipality,
      // folkeregisterloven § 10-4: nobody knows whose address was meant to be secret, so none is taken along
      address: person.protectedAddressHint ? undefined : some(typed.address), protectedAddressHint: person.protectedAddressHint, phone: some(typed.phone), needsWhat: some(typed.needs),
    },
    // what one person has consented to, another has not
    consent: consent === undefined ? undefined : { ...consent, code: first ? consent.code : 'UKJENT', basisText: some(typed.basisText) },
    violence: violence.length === 0 ? ['UKJENT'] : violence, vulnerability: codes(VULNERABILITY, typed.vulnerability), relation: codes(RELATION, typed.relation),
    whatHappened: typed.story, suspectName: some(typed.suspect), lastHappened: some(typed.lastHappened), worksWhere: some(typed.worksWhere), contactedWhen: some(typed.contactedWhen),
    doneSoFar: some(typed.doneSoFar), wish: some(typed.wish), safeContact: some(typed.safeContact),
    ...(first ? {} : { livesTogether: undefined, hasCareOrGuardian: undefined, adult: 'usikker' }),
  };
  return reportContent.parse(JSON.parse(JSON.stringify(told)));
}

/** Danger goes along to each person it is about, and with it whom somebody has called. */
function urgentFor(state: ReportState, { danger, urgentWords }: PersonPart, now: Instant): NewEvent<ReportEvent>[] {
  const record = state.urgentRecords.at(-1)?.record;
  if (danger !== 'ja' || record === undefined || urgentWords === '') return [];
  return [{ type: 'ReportMadeUrgent', version: 1, happenedAt: now, content: { ...record, danger: urgentWords } }];
}

/**
 * Whoever typed it is the writer of the event; what a talk or a paper sheet was called would tie the reports together. Of the region's own values
 * those stay that stand under a national code which this report says.
 */
function typedInFor(content: ReportContent, { typedIn }: ReportState): TypedIn {
  const local = localIn(content, typedIn?.local ?? []);
  return { readBack: false, ...(local.length === 0 ? {} : { local }) };
}

/** What came after a report was divided, or sent on, as it is told on from reception. */
export type PassingOn = { readonly parts: number; readonly into: readonly FileId[]; readonly told: string; readonly worse: boolean; /** numbers of attachments, each with the report that it goes to */ readonly files: readonly { readonly no: string; readonly to: FileId }[] };

/**
 * What came later was told on to these reports, or is nothing for any of them. Told already, nothing is left to do. `parts`: how much had
 * come when it was read; what came since then still waits. Refusals: `not_elsewhere`, `not_offered`, `text_missing`.
 */
export function decidePassedOn(state: ReportState, { parts, into, told, worse, files }: PassingOn, { now, chance }: { readonly now: Instant; readonly chance: Pick<Chance, 'uuid'> }): Outcome<NewEvent<ReportEvent>[]> {
  if (state.split === undefined && state.sendings.length === 0) return refuse('not_elsewhere');
  const reached = [...new Set([...into, ...files.map(({ to }) => to)])];
  if (reached.some((one) => state.split?.into.includes(one) !== true) || chosenFiles(state.dialogue, files.map(({ no }) => no)) === undefined) return refuse('not_offered');
  if (into.length > 0 && told === '' && !worse) return refuse('bad_input', { told: 'text_missing' });
  if (parts <= state.decidedParts || state.seenAt !== undefined) return done([]);
  const sent: FileTo[] = reached.flatMap((to) => along(chosenFiles(state.dialogue, files.filter((one) => one.to === to).map(({ no }) => no)) ?? [], chance).map((one) => ({ ...one, to })));
  return done([{ type: 'ReportPassedOn', version: 1, happenedAt: now, content: { parts, into: reached, ...(sent.length === 0 ? {} : { files: sent }) } }]);
}
