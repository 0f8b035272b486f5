import type { NewEvent } from '../../kernel/journal/event.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import { day, osloInstant, type Instant } from '../../kernel/time.ts';
import { AGE_BAND } from '../../people/codes.ts';
import type { LocalValue } from '../../regions/codes.ts';
import { findIdentifying } from '../../kernel/identifying/identifying.ts';
import type { ReportContent } from '../form/content.ts';
import { findField, type FieldName } from '../form/fields.ts';
import { EMPLOYEE, NOT_KNOWN } from '../form/options.ts';
import { plan } from '../form/plan.ts';
import { readForm } from '../form/read.ts';
import { checkAnswers } from '../form/schema.ts';
import { situation } from '../form/situation.ts';
import { one, type Written } from '../form/written.ts';
import { NO_REPORT, type ReportEvent } from '../report.ts';
import { decideUrgent } from '../urgent.ts';
import { localIn, nationalEntries } from './local.ts';
import { ASKED_IN_FULL, deskChannel, deskTyped, type DeskChannel, type DeskTyped, type Entries, type TypedIn } from './typed.ts';

export type DeskFacts = { readonly region: RegionId; readonly draftId: FileId; readonly lang: Lang; readonly now: Instant; /** the region's own values of code lists */ readonly local: readonly LocalValue[] };
export type DeskPlan = {
  readonly content: ReportContent;
  readonly channel: DeskChannel;
  readonly receivedAt: Instant;
  /** the same answers give the same text */
  readonly canonical: string;
  readonly urgent: readonly NewEvent<ReportEvent>[];
  readonly typedIn: TypedIn;
  /** as it was typed off a paper form; empty: none */
  readonly sheet: string;
};

/** Stands in for an answer that the public form must have and nobody gave; taken out again before anything is stored. */
const NOT_SAID = '\u2014';
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/;
/** Most characters (UTF-16 units) of what is said of danger, and of the other boxes of the desk. */
const MOST = { danger: 2000, other: 200 } as const;

/**
 * Decides what a form typed by reception becomes. Pure. The public form's questions and rules; where nobody is left to ask, what is
 * known is enough. Refusal: `form_problems`, field → code, all faults at once.
 */
export function planDesk(posted: Entries, facts: DeskFacts): Outcome<DeskPlan> {
  const { entries, local } = nationalEntries(posted, facts.local);
  const desk = deskTyped(entries);
  const read = readForm(entries);
  const channel = deskChannel(desk.kanal);
  const moment = receivedAt(desk, channel, facts.now);
  const written = channel !== undefined && ASKED_IN_FULL.includes(channel) ? read.written : filled(read.written, desk);
  const { answers, problems } = checkAnswers(written);
  const urgent = one(written, 'fare') === 'ja' ? urgentOf(desk, one(written, 'sett'), facts.now) : done([]);
  const faults = {
    ...problems, ...tooLong(desk), ...unfit(desk, written), ...(channel === undefined ? { kanal: 'channel_missing' } : {}),
    ...(typeof moment === 'string' && moment.includes('T') ? {} : { kom: moment }), ...(urgent.ok ? {} : urgent.fields),
  };
  if (channel === undefined || answers === undefined || !urgent.ok || Object.keys(faults).length > 0) return refuse('form_problems', faults);
  const at = moment as Instant; // a code of a fault would stand in faults
  const planned = plan(answers, { ...facts, receivedAt: at, channel });
  if (!planned.ok) return planned;
  const content = withoutBlanks(planned.value.content);
  const own = localIn(content, local);
  return done({
    content, channel, receivedAt: at, canonical: JSON.stringify([planned.value.canonical, Object.entries(desk).filter(([, text]) => text !== ''), ...own.map(({ id }) => id)]),
    urgent: urgent.value, typedIn: { ...typedIn(desk, channel), ...(own.length === 0 ? {} : { local: own }) }, sheet: desk.ark,
  });
}

/** When it came in, on the wall clock in Oslo; a talk that nobody timed came now. */
function receivedAt({ kom }: DeskTyped, channel: DeskChannel | undefined, now: Instant): Instant | 'received_missing' | 'no_such_moment' | 'in_future' {
  if (kom === '') return channel === 'TELEFON' || channel === 'OPPMOTE' ? now : 'received_missing';
  const [, date = '', hour = '', minute = ''] = MOMENT.exec(kom) ?? [];
  const on = day(date);
  if (on === undefined || Number(hour) > 23 || Number(minute) > 59) return 'no_such_moment';
  const at = osloInstant(on, Number(hour), Number(minute));
  return at > now ? 'in_future' : at;
}

/** Whoever said how old has said whether it is an adult: every band but these is that of one. */
function isOfAge(band: string): boolean {
  return AGE_BAND.is(band) && band !== 'UKJENT' && band !== 'IKKE_OPPGITT';
}

/** What nobody was asked, or could be asked again, is «not known»; what was said stays as it is. */
function filled(written: Written, desk: DeskTyped): Written {
  const service = one(written, 'hvem') === EMPLOYEE;
  const known = [one(written, 'sett'), desk.danger, desk.hvor, desk.brutt].find((text) => text !== '') ?? '';
  const otherwise: Partial<Record<FieldName, string>> = {
    fare: desk.danger === '' && desk.called === '' ? 'nei' : 'ja', hvem: 'IKKE_OPPGITT', voksen: isOfAge(one(written, 'alder')) ? 'ja' : 'usikker', kommune: one(written, 'annenkommune') === '' ? NOT_KNOWN : '', barn: 'vet-ikke', hva: 'UKJENT', sett: known,
    ...(service ? {} : { spurt: 'IKKE_OPPGITT' }),
  };
  const { mode } = situation({ ...written, hvem: [one(written, 'hvem') || 'IKKE_OPPGITT'] });
  for (const name of ['navn', 'kallenavn', 'dittnavn', 'tjeneste', 'dittnummer', 'grunntekst'] as const) otherwise[name] = NOT_SAID;
  if (mode === 'D') Object.assign(otherwise, { onske: NOT_SAID, trygg: NOT_SAID });
  const missing = Object.entries(otherwise).filter(([name, text]) => text !== '' && one(written, name as FieldName) === '' && asked(name, mode)); // keys of the object above
  return { ...written, ...Object.fromEntries(missing.map(([name, text]) => [name, [text]])) };
}

/** Mode C must not get a name, not even one that says nothing. */
function asked(name: string, mode: string | undefined): boolean {
  return mode === undefined || findField(name)?.modes.includes(mode) === true;
}

function urgentOf(desk: DeskTyped, told: string, now: Instant): Outcome<readonly NewEvent<ReportEvent>[]> {
  const { called, calledBy, calledWhen, averting, avertedBy, avertedWhen } = desk;
  return decideUrgent(NO_REPORT, { danger: desk.danger === '' ? told : desk.danger, called, calledBy, calledWhen, averting, avertedBy, avertedWhen }, now);
}

/** What would be lost, or would tell who it is, if it were sent as it stands. */
function unfit(desk: DeskTyped, written: Written): Record<string, string> {
  const faults: Record<string, string> = {};
  if (one(written, 'fare') === 'nei' && desk.danger !== '') faults['danger'] = 'danger_written';
  if (!situation(written).consulting) return faults;
  for (const name of ['hvor', 'brutt', 'danger'] as const) {
    const { stops, marks } = findIdentifying(desk[name]);
    if (stops.length + marks.length > 0) faults[name] = 'names_somebody';
  }
  return faults;
}

function tooLong(desk: DeskTyped): Record<string, string> {
  return Object.fromEntries(Object.entries(desk).filter(([name, text]) => text.length > (name === 'danger' ? MOST.danger : MOST.other)).map(([name]) => [name, 'too_long']));
}

function typedIn({ lest, hvor, tryggnaa, brutt }: DeskTyped, channel: DeskChannel): TypedIn {
  const spoken = [hvor, tryggnaa, brutt].some((text) => text !== '');
  return { readBack: lest === 'ja', ...(channel === 'TELEFON' || spoken ? { call: { where: hvor, safeNow: tryggnaa, ifCut: brutt } } : {}) };
}

function withoutBlanks(content: ReportContent): ReportContent {
  return JSON.parse(JSON.stringify(content), (_key, value: unknown) => (value === NOT_SAID ? undefined : value)) as ReportContent; // only optional texts can be blank
}
