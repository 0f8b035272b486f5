import { asId, type Chance, type RegionId } from '../kernel/ids.ts';
import type { NewEvent } from '../kernel/journal/event.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { osloDay, type Instant } from '../kernel/time.ts';
import { BASIS, basesOn, type Basis } from './codes.ts';
import { along, chosenFiles, offeredFiles, type Offered } from './follow.ts';
import { reportContent, type ReportContent } from './form/content.ts';
import { LONGEST } from './form/fields.ts';
import { closedBecause, type ReportEvent, type ReportState } from './report.ts';
import { CONFIRMED_HOW, type Receiver, type Sending, type SentOutcome } from './settled.ts';

/** As it was typed. `to`: the id of a region of this system, or UTENFOR. */
export const SENDING_LINES = ['to', 'place', 'spokeWith', 'basis', 'scope', 'phonedWho', 'phonedWhen'] as const;
export const SENDING_TEXTS = ['grounds', 'text'] as const;
export type SendingField = (typeof SENDING_LINES)[number] | (typeof SENDING_TEXTS)[number];
export type SendingTyped = Readonly<Record<SendingField, string>> & { /** numbers of the attachments that go along with an excerpt */ readonly files: readonly string[]; /** how much had come when it was read */ readonly parts: number };

/** A receiver outside this system: nothing leaves by itself, and whoever sends it tells them. */
export const OUTSIDE = 'UTENFOR';
export const SCOPES = ['HELE', 'UTDRAG'] as const;

export type OtherRegion = { readonly regionId: RegionId; readonly name: string; /** numbers of its members today */ readonly municipalities: readonly string[] };
type SendingFacts = { readonly transferId: string; readonly regions: readonly OtherRegion[]; readonly outcome: SentOutcome; readonly now: Instant; readonly chance: Chance };

/** Bases that can be chosen this day; «ukjent» is none. */
export function basesToSendOn(now: Instant): readonly Basis[] {
  return basesOn(osloDay(now)).filter((code) => BASIS.codes.includes(code));
}

/**
 * T4: to whom it belongs, on a basis in law, with what was sent. Where there is danger, the receiver has been rung first.
 * All that has come goes along with the whole to another region; of the rest, what came after it was read waits to be told on. Nothing: this form was sent before. Refusals: `already_decided`, `consultation`; `bad_input` with every fault at once: `receiver_missing`,
 * `place_missing`, `spoke_with_missing`, `basis_missing`, `grounds_missing`, `scope_missing`, `too_long_whole`, `text_missing`, `phoned_who`, `phoned_when`, `file_unknown`.
 */
export function decideSendOn(state: ReportState, typed: SendingTyped, facts: SendingFacts): Outcome<NewEvent<ReportEvent>[]> {
  if (state.sendings.some(({ transferId }) => transferId === facts.transferId)) return done([]);
  const closed = closedBecause(state, 'send_on');
  if (closed !== undefined) return refuse(closed);
  const basis = basesToSendOn(facts.now).find((code) => code === typed.basis);
  const scope = SCOPES.find((one) => one === typed.scope);
  const to = receiverOf(state, typed, facts);
  const files = filesFor(state, typed, to);
  const faults = { ...faultsOf(state, typed), ...(to === undefined ? { to: 'receiver_missing' } : {}), ...(basis === undefined ? { basis: 'basis_missing' } : {}), ...(scope === undefined ? { scope: 'scope_missing' } : {}), ...(files === undefined ? { files: 'file_unknown' } : {}) };
  if (to === undefined || basis === undefined || scope === undefined || files === undefined || Object.keys(faults).length > 0) return refuse('bad_input', faults);
  const { grounds, phonedWho, phonedWhen } = typed;
  const content: Sending = { transferId: facts.transferId, to, outcome: facts.outcome, basis, grounds, scope, text: scope === 'UTDRAG' ? typed.text : '', phonedWho, phonedWhen, ...(scope === 'HELE' && to.kind === 'REGION' ? {} : { parts: typed.parts }), ...(files.length === 0 ? {} : { files: along(files, facts.chance) }) };
  return done([{ type: 'ReportSentOn', version: 1, happenedAt: facts.now, content }]);
}

/** The whole has all its files, an excerpt those that were chosen; what the receiver has already is not sent again. undefined: one is not offered. */
function filesFor(state: ReportState, { scope, files }: SendingTyped, to: Receiver | undefined): readonly Offered['file'][] | undefined {
  const chosen = scope === 'HELE' ? offeredFiles(state.dialogue).map(({ file }) => file) : chosenFiles(state.dialogue, files);
  const there = to?.kind === 'REGION' ? state.follows.filter((one) => one.to === to.as).map(({ object }) => object) : [];
  return chosen?.filter(({ object }) => !there.includes(object));
}

function faultsOf(state: ReportState, { to, place, spokeWith, grounds, scope, text, phonedWho, phonedWhen }: SendingTyped): Partial<Record<SendingField, string>> {
  const outside = to === OUTSIDE;
  return {
    ...(outside && place === '' ? { place: 'place_missing' } : {}), ...(outside && spokeWith === '' ? { spokeWith: 'spoke_with_missing' } : {}),
    ...(grounds === '' ? { grounds: 'grounds_missing' } : {}), ...(scope === 'UTDRAG' && text === '' ? { text: 'text_missing' } : {}),
    ...(scope === 'HELE' && !outside && everyWord(state).length > LONGEST.long ? { scope: 'too_long_whole' } : {}),
    ...(state.urgent && phonedWho === '' ? { phonedWho: 'phoned_who' } : {}), ...(state.urgent && phonedWhen === '' ? { phonedWhen: 'phoned_when' } : {}),
  };
}

function receiverOf(state: ReportState, { to, place, spokeWith }: SendingTyped, { regions, chance }: SendingFacts): Receiver | undefined {
  if (to === OUTSIDE) return { kind: 'OUTSIDE', name: place, spokeWith };
  const region = regions.find(({ regionId }) => regionId === to);
  if (region === undefined) return undefined;
  // what is sent to the same region again is added to what came there first
  const before = state.sendings.map((one) => one.to).find((one) => one.kind === 'REGION' && one.regionId === region.regionId);
  return { kind: 'REGION', regionId: region.regionId, as: before?.kind === 'REGION' ? before.as : asId<'file'>(chance.uuid()), name: region.name };
}

/** What crosses to another region: a report like any that arrives, with the time and way it first came and who sent it on. */
export function contentToSend(state: ReportState, sending: Sending, from: { readonly regionId: RegionId; readonly name: string }): ReportContent {
  const report = state.contents.at(-1)?.report;
  if (report === undefined || state.receivedAt === undefined) throw new RangeError('a report without content');
  const sentFrom = { region: from.regionId, name: from.name, channel: state.channel, receivedAt: state.receivedAt, files: sending.files?.map(({ slot }) => slot) };
  const danger = state.urgent ? 'ja' : report.danger;
  // the window stays with whoever received it: no code opens one there
  const { ownWords: _words, ...whole } = report;
  if (sending.scope === 'HELE') return parsed({ ...whole, noCode: false, danger, whatHappened: everyWord(state), sentFrom });
  const { kind, version, channel, receivedAt, lang, adult, person, reporter } = report;
  return parsed({
    kind, version, mode: 'A', channel, receivedAt, lang, danger, adult, sentFrom, noCode: false, reporter: { code: 'ANNEN_OFFENTLIG', service: from.name, wantsFeedback: false }, contacted: [],
    person: { name: reporter.code === 'UTSATT_SELV' ? person.alias : person.name, municipality: person.municipality, protectedAddressHint: person.protectedAddressHint },
    vulnerability: [], violence: ['IKKE_OPPGITT'], relation: [], childrenInHome: 'vet-ikke', whatHappened: sending.text,
  });
}

function everyWord({ contents, dialogue }: ReportState): string {
  return [...new Set([...contents.map(({ report }) => report.whatHappened), ...dialogue.theirs.map(({ text }) => text ?? '')])].filter((text) => text !== '').join('\n\n');
}

/** Through JSON, as in an envelope: an answer that is not there is left out. */
function parsed(told: object): ReportContent {
  return reportContent.parse(JSON.parse(JSON.stringify(told)));
}

export type Confirming = { readonly transferId: string; readonly by: string; readonly how: string; readonly when: string };

/** A receiver outside has said that it came. Said before: nothing. Refusals: `not_offered`; `bad_input`: `by_missing`, `how_missing`, `when_missing`. */
export function decideConfirmed(state: ReportState, { transferId, by, how: typedHow, when }: Confirming, now: Instant): Outcome<NewEvent<ReportEvent>[]> {
  const sending = state.sendings.find((one) => one.transferId === transferId);
  if (sending === undefined) return refuse('not_offered');
  if (sending.confirmed !== undefined) return done([]);
  const how = CONFIRMED_HOW.find((one) => one === typedHow);
  const faults = { ...(by === '' ? { by: 'by_missing' } : {}), ...(how === undefined ? { how: 'how_missing' } : {}), ...(when === '' ? { when: 'when_missing' } : {}) };
  if (how === undefined || Object.keys(faults).length > 0) return refuse('bad_input', faults);
  return done([{ type: 'SendingConfirmed', version: 1, happenedAt: now, content: { transferId, by, how, when } }]);
}

/** By the system: it lies in the other region, or was opened there. Noted once. */
export function decideNoted(state: ReportState, transferId: string, seenAt: Instant | undefined, now: Instant): Outcome<NewEvent<ReportEvent>[]> {
  const sending = state.sendings.find((one) => one.transferId === transferId);
  if (sending === undefined) return done([]);
  const carried: NewEvent<ReportEvent>[] = sending.carriedAt === undefined ? [{ type: 'SendingCarried', version: 1, happenedAt: now, content: { transferId } }] : [];
  if (seenAt === undefined || sending.confirmed !== undefined) return done(carried);
  return done([...carried, { type: 'SendingConfirmed', version: 1, happenedAt: seenAt, content: { transferId, by: sending.to.name, how: 'APNET', when: '' } }]);
}
