import { done, type Outcome } from '../../kernel/outcome.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Basis } from '../../reports/codes.ts';
import type { CaseState } from '../case.ts';
import type { DecisionContext } from '../conditions.ts';
import { TO_OTHERS, usualOpenness, type CaseOpenness, type Delivery, type Letter } from '../choices/document.ts';
import { consentLeft, digitalWays, homeRefusal, safeWays, textOf, unfilled, type CaseDocument } from '../documents.ts';
import { entry } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import { isSameWay } from '../person.ts';
import { refuseCase, type CaseRefusal } from '../refusals.ts';
import { isInVault } from '../reporter-letters.ts';
import { hasReserved, keptGrounds, objectionFault, reachesByLetter, type ToHealthAnswer } from '../reservation.ts';
import { letterRestricted } from '../restriction.ts';
import { restingOn, restingOnEither, type Resting } from '../resting.ts';
import type { Told } from '../told.ts';

export type DraftDocument = Pick<Resting, 'restsOn' | 'withinConsent'> & {
  /** new and random */
  readonly documentId: string;
  readonly letter: Letter;
  readonly delivery: Delivery;
  readonly basis?: Basis | undefined;
  readonly homeSafe?: string | undefined;
  readonly digitalWay?: string | undefined;
  readonly docTo?: string | undefined;
  readonly toHealth?: ToHealthAnswer['toHealth'];
  readonly despiteObjection?: string | undefined;
  readonly docLang?: Lang | undefined;
};

/** What a document begins with: the region's template in that language, filled in as far as the case knows. */
export type Write = (about: { readonly letter: Letter; readonly lang: Lang; readonly to: string | undefined; readonly basis: Basis | undefined; readonly consentCovers: string | undefined }) => string;

/**
 * A document is begun. Refusals: suspect_at_home, home_not_known_safe, address_hidden, other_way_given, no_safe_way, not_to_home, reserved_digital;
 * no_digital_way; health_objection (hpl § 29); document_exists where the form has begun another already; for feedback to whoever reported (fvl § 13 a nr. 1), and for a request that stands on a consent, those of restingOn (resting.ts); `use_asks_ground` for one to others while the use is restricted (restriction.ts).
 */
export function decideDraftDocument(state: CaseState, input: DraftDocument, ctx: DecisionContext, told: Told, write: Write): Decision {
  const { documentId, docTo: to, docLang, letter, delivery, basis, homeSafe, digitalWay, restsOn, withinConsent, toHealth, despiteObjection } = input;
  const no = check('draftDocument', state, { letter, delivery, basis, homeSafe, digitalWay, restsOn, withinConsent, docTo: to, docLang, toHealth, despiteObjection }, ctx) ?? deliveryFault(state, input, told)
    ?? objectionFault(state, input, reachesByLetter(letter, delivery));
  if (no !== undefined) return no;
  if (state.documents.some((one) => one.documentId === documentId)) return refuseCase('document_exists');
  const restricted = letterRestricted(state, input, ctx.now);
  if (restricted !== undefined) return refuseCase(restricted);
  const consent = consentFor(state, { ...input, to }, ctx);
  if (!consent.ok) return consent.code === 'no_consent' && letter !== 'ANMODNING' ? refuseCase('no_consent', { letter: 'no_consent' }) : consent;
  const lang = docLang ?? state.start.lang;
  const kept = { letter, lang, to, basis: letter === 'ANMODNING' ? basis : undefined };
  const text = write({ ...kept, consentCovers: state.consents.find((one) => one.consentId === consent.value)?.covers });
  return done([entry('DocumentDrafted', ctx.now, { ...kept, documentId, delivery, homeSafe: delivery === 'HJEM' ? homeSafe : undefined, ...wayKept(state, input, told), consentId: consent.value, ...keptGrounds(state, input, reachesByLetter(letter, delivery)), text })]);
}

export type EditDocument = { readonly document: string; readonly docText: string; readonly revision?: number | undefined };

/** The text is written on, or a new version is begun of one that stands. What somebody else kept meanwhile is never overwritten unseen. */
export function decideEditDocument(state: CaseState, input: EditDocument, ctx: DecisionContext): Decision {
  const no = check('editDocument', state, { document: input.document, docText: input.docText }, ctx);
  if (no !== undefined) return no;
  const one = found(state, input.document);
  if (one === undefined) return refuseCase('bad_input', { document: 'not_offered' });
  if (isInVault(state, one, ctx.actor.userId, ctx.now)) return refuseCase('reporter_covered');
  if (textOf(one) === input.docText) return done([]);
  if (input.revision !== undefined && input.revision !== one.revisions) return refuseCase('document_changed');
  const { documentId, letter, lang, delivery, to, basis, consentId, homeSafe, digitalWay, despiteObjection } = one;
  return done([entry('DocumentDrafted', ctx.now, { documentId, letter, lang, delivery, to, basis, consentId, homeSafe, ...(digitalWay === undefined ? {} : { digitalWay }), ...(despiteObjection === undefined ? {} : { despiteObjection }), text: input.docText })]);
}

export type FinaliseDocument = Pick<Resting, 'restsOn' | 'withinConsent'> & ToHealthAnswer & { readonly document: string; readonly delivery: Delivery; readonly homeSafe?: string | undefined; readonly digitalWay?: string | undefined; readonly openness?: CaseOpenness | undefined; readonly revision?: number | undefined };

/** What is finalised: the draft as it was read, with no field left open, on a way that is still safe. `sha256` is added when its file is made. */
export type Finalising = { readonly document: CaseDocument; readonly version: number; readonly text: string; readonly delivery: Delivery; readonly homeSafe: string | undefined; readonly digitalWay?: string; /** where the one that it was begun on stands no longer */ readonly consentId?: string; readonly despiteObjection: string | undefined; readonly openness: CaseOpenness };

export function mayFinalise(state: CaseState, input: FinaliseDocument, ctx: DecisionContext, told: Told) {
  const { document: id, delivery, homeSafe, digitalWay, restsOn, withinConsent, toHealth, despiteObjection, openness } = input;
  const no = check('finaliseDocument', state, { document: id, delivery, homeSafe, digitalWay, restsOn, withinConsent, toHealth, despiteObjection, openness }, ctx);
  if (no !== undefined) return no;
  const document = found(state, id);
  if (document === undefined) return refuseCase('bad_input', { document: 'not_offered' });
  // nobody writes over, or makes final, what they cannot read
  if (isInVault(state, document, ctx.actor.userId, ctx.now)) return refuseCase('reporter_covered');
  const { draft } = document;
  if (draft === undefined) return refuseCase('no_draft');
  if (input.revision !== undefined && input.revision !== draft.revision) return refuseCase('document_changed');
  if (unfilled(draft.text).length > 0) return refuseCase('field_unfilled');
  const reaches = reachesByLetter(document.letter, delivery);
  const unsafe = deliveryFault(state, { letter: document.letter, delivery, digitalWay }, told) ?? objectionFault(state, input, reaches);
  if (unsafe !== undefined) return unsafe;
  const restricted = letterRestricted(state, { letter: document.letter, delivery }, ctx.now);
  if (restricted !== undefined) return refuseCase(restricted);
  const consent = consentLeft(state, document, osloDay(ctx.now)) ? done(undefined) : consentFor(state, { ...document, restsOn, withinConsent }, ctx);
  if (!consent.ok) return consent.code === 'no_consent' ? refuseCase('no_consent') : consent;
  const anew = consent.value === undefined ? {} : { consentId: consent.value };
  return done<Finalising>({ document, version: document.versions.length + 1, text: draft.text, delivery, homeSafe: delivery === 'HJEM' ? homeSafe : undefined, ...wayKept(state, input, told), ...anew, despiteObjection: keptGrounds(state, input, reaches).despiteObjection, openness: openness ?? usualOpenness(delivery) });
}

export function finalised({ document: { documentId }, text: _kept, version, delivery, homeSafe, despiteObjection, ...chosen }: Finalising, sha256: string, ctx: Pick<DecisionContext, 'now'>) {
  return entry('DocumentFinalised', ctx.now, { documentId, version, delivery, homeSafe, ...chosen, ...(despiteObjection === undefined ? {} : { despiteObjection }), sha256 });
}

export type RecordSending = { readonly document: string; readonly sentHow: Delivery; readonly sentTo: string; readonly happenedAt?: Instant | undefined };

/** It was sent or given by a person, outside the product. What happened is written down also where it should not have been done so. */
export function decideRecordSending(state: CaseState, input: RecordSending, ctx: DecisionContext): Decision {
  const no = check('recordSending', state, input, ctx);
  if (no !== undefined) return no;
  const one = found(state, input.document);
  const newest = one?.versions.at(-1);
  if (one === undefined || newest === undefined) return refuseCase('bad_input', { document: 'not_offered' });
  const sent = { documentId: one.documentId, version: newest.version, how: input.sentHow, to: input.sentTo };
  const happenedAt = input.happenedAt ?? ctx.now;
  if (one.sent.some(({ version, how, to, at }) => version === sent.version && how === sent.how && to === sent.to && at === happenedAt)) return done([]);
  return done([entry('DocumentSent', happenedAt, sent)]);
}

function found(state: CaseState, id: string): CaseDocument | undefined {
  return state.documents.find(({ documentId }) => documentId === id);
}

type Delivering = { readonly letter: Letter; readonly delivery: Delivery; readonly digitalWay?: string | undefined };

/**
 * A way that puts nobody in danger: never home where the suspect lives or nobody knows, and the safe way only where one was given. Digitally to the person, on one of
 * those that were given for something digital, unless they have reserved themselves against it (eForvaltningsforskriften §§ 8, 9).
 */
function deliveryFault(state: CaseState, { letter, delivery, digitalWay }: Delivering, told: Told) {
  const no = (code: CaseRefusal) => refuseCase(code, { delivery: code });
  if (delivery === 'DIGITAL' && TO_OTHERS.includes(letter)) return refuseCase('bad_input', { delivery: 'not_offered' });
  if (delivery === 'DIGITAL' && hasReserved(state, 'DIGITAL')) return no('reserved_digital');
  if ((delivery === 'TRYGG' || delivery === 'DIGITAL') && (told.wayTakenBack || safeWays(state, told).length === 0)) return no('no_safe_way');
  if (delivery === 'DIGITAL') return digitalFault(digitalWays(state, told), digitalWay);
  if (delivery !== 'HJEM') return undefined;
  if (TO_OTHERS.includes(letter)) return no('not_to_home');
  const unsafe = homeRefusal(state, told);
  return unsafe === undefined ? undefined : no(unsafe);
}

function digitalFault(ways: readonly string[], chosen: string | undefined) {
  if (ways.length === 0) return refuseCase('no_digital_way', { delivery: 'no_digital_way' });
  if (chosen === undefined && ways.length > 1) return refuseCase('bad_input', { digitalWay: 'missing' });
  return chosen === undefined || ways.some((way) => isSameWay(way, chosen)) ? undefined : refuseCase('no_digital_way', { digitalWay: 'no_digital_way' });
}

/** The way in the words in which it was given; the only one is chosen by itself. */
function wayKept(state: CaseState, { delivery, digitalWay }: Pick<Delivering, 'delivery' | 'digitalWay'>, told: Told): { readonly digitalWay?: string } {
  const ways = delivery === 'DIGITAL' ? digitalWays(state, told) : [];
  const way = digitalWay === undefined ? ways[0] : ways.find((one) => isSameWay(one, digitalWay));
  return way === undefined ? {} : { digitalWay: way };
}

/** The consent that a document to others stands on, as it is chosen now; undefined where it needs none. */
function consentFor(state: CaseState, { letter, basis, to, restsOn, withinConsent }: Pick<CaseDocument, 'letter' | 'basis' | 'to'> & Pick<Resting, 'restsOn' | 'withinConsent'>, ctx: Pick<DecisionContext, 'now'>): Outcome<string | undefined> {
  const said = { organ: to ?? '', restsOn, withinConsent };
  if (letter === 'TILBAKEMELDING') return restingOnEither(state, said, osloDay(ctx.now));
  return letter === 'ANMODNING' && basis !== undefined ? restingOn(state, { ...said, basis }, osloDay(ctx.now)) : done(undefined);
}
