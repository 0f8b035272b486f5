import { done } from '../../kernel/outcome.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Basis } from '../../reports/codes.ts';
import type { CaseState } from '../case.ts';
import type { DecisionContext } from '../conditions.ts';
import { TO_OTHERS, usualOpenness, type CaseOpenness, type Delivery, type Letter } from '../choices/document.ts';
import { homeRefusal, safeWays, textOf, unfilled, type CaseDocument } from '../documents.ts';
import { entry } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import { refuseCase, type CaseRefusal } from '../refusals.ts';
import { isInVault } from '../reporter-letters.ts';
import { hasReserved, keptGrounds, objectionFault, reachesByLetter, type ToHealthAnswer } from '../reservation.ts';
import { standingConsent } from '../sharing.ts';
import type { Told } from '../told.ts';

export type DraftDocument = {
  /** new and random */
  readonly documentId: string;
  readonly letter: Letter;
  readonly delivery: Delivery;
  readonly basis?: Basis | undefined;
  readonly homeSafe?: string | undefined;
  readonly docTo?: string | undefined;
  readonly toHealth?: ToHealthAnswer['toHealth'];
  readonly despiteObjection?: string | undefined;
  readonly docLang?: Lang | undefined;
};

/** What a document begins with: the region's template in that language, filled in as far as the case knows. */
export type Write = (about: { readonly letter: Letter; readonly lang: Lang; readonly to: string | undefined; readonly basis: Basis | undefined; readonly consentCovers: string | undefined }) => string;

/**
 * A document is begun. Refusals: suspect_at_home, home_not_known_safe, address_hidden, other_way_given, no_safe_way, not_to_home, reserved_digital;
 * health_objection (hpl § 29); no_consent for feedback to whoever reported (fvl § 13 a nr. 1) and for a request that stands on a consent nobody has given.
 */
export function decideDraftDocument(state: CaseState, input: DraftDocument, ctx: DecisionContext, told: Told, write: Write): Decision {
  const { documentId, docTo: to, docLang, letter, delivery, basis, homeSafe, toHealth, despiteObjection } = input;
  const no = check('draftDocument', state, { letter, delivery, basis, homeSafe, docTo: to, docLang, toHealth, despiteObjection }, ctx) ?? deliveryFault(state, { letter, delivery }, told)
    ?? objectionFault(state, input, reachesByLetter(letter, delivery));
  if (no !== undefined) return no;
  if (state.documents.some((one) => one.documentId === documentId)) return done([]);
  const consent = consentFor(state, input, ctx);
  if (consent === 'none') return refuseCase('no_consent', letter === 'ANMODNING' ? { basis: 'no_consent' } : { letter: 'no_consent' });
  const lang = docLang ?? state.start.lang;
  const kept = { letter, lang, to, basis: letter === 'ANMODNING' ? basis : undefined };
  const text = write({ ...kept, consentCovers: state.consents.find((one) => one.consentId === consent)?.covers });
  return done([entry('DocumentDrafted', ctx.now, { ...kept, documentId, delivery, homeSafe: delivery === 'HJEM' ? homeSafe : undefined, consentId: consent, ...keptGrounds(state, input, reachesByLetter(letter, delivery)), text })]);
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
  const { documentId, letter, lang, delivery, to, basis, consentId, homeSafe, despiteObjection } = one;
  return done([entry('DocumentDrafted', ctx.now, { documentId, letter, lang, delivery, to, basis, consentId, homeSafe, ...(despiteObjection === undefined ? {} : { despiteObjection }), text: input.docText })]);
}

export type FinaliseDocument = ToHealthAnswer & { readonly document: string; readonly delivery: Delivery; readonly homeSafe?: string | undefined; readonly openness?: CaseOpenness | undefined; readonly revision?: number | undefined };

/** What is finalised: the draft as it was read, with no field left open, on a way that is still safe. `sha256` is added when its file is made. */
export type Finalising = { readonly document: CaseDocument; readonly version: number; readonly text: string; readonly delivery: Delivery; readonly homeSafe: string | undefined; readonly despiteObjection: string | undefined; readonly openness: CaseOpenness };

export function mayFinalise(state: CaseState, input: FinaliseDocument, ctx: DecisionContext, told: Told) {
  const { document: id, delivery, homeSafe, toHealth, despiteObjection, openness } = input;
  const no = check('finaliseDocument', state, { document: id, delivery, homeSafe, toHealth, despiteObjection, openness }, ctx);
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
  const unsafe = deliveryFault(state, { letter: document.letter, delivery }, told) ?? objectionFault(state, input, reaches);
  if (unsafe !== undefined) return unsafe;
  if (consentFor(state, { letter: document.letter, basis: document.basis }, ctx) === 'none') return refuseCase('no_consent');
  return done<Finalising>({ document, version: document.versions.length + 1, text: draft.text, delivery, homeSafe: delivery === 'HJEM' ? homeSafe : undefined, despiteObjection: keptGrounds(state, input, reaches).despiteObjection, openness: openness ?? usualOpenness(delivery) });
}

export function finalised({ document: { documentId }, version, delivery, homeSafe, despiteObjection, openness }: Finalising, sha256: string, ctx: Pick<DecisionContext, 'now'>) {
  return entry('DocumentFinalised', ctx.now, { documentId, version, delivery, homeSafe, ...(despiteObjection === undefined ? {} : { despiteObjection }), openness, sha256 });
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

/**
 * A way that puts nobody in danger: never home where the suspect lives or nobody knows, and the safe way only where one was given. Digitally to the person, on such
 * a way, unless they have reserved themselves against it (eForvaltningsforskriften § 9).
 */
function deliveryFault(state: CaseState, { letter, delivery }: { readonly letter: Letter; readonly delivery: Delivery }, told: Told) {
  const no = (code: CaseRefusal) => refuseCase(code, { delivery: code });
  if (delivery === 'DIGITAL' && TO_OTHERS.includes(letter)) return refuseCase('bad_input', { delivery: 'not_offered' });
  if (delivery === 'DIGITAL' && hasReserved(state, 'DIGITAL')) return no('reserved_digital');
  if ((delivery === 'TRYGG' || delivery === 'DIGITAL') && (told.wayTakenBack || safeWays(state, told).length === 0)) return no('no_safe_way');
  if (delivery !== 'HJEM') return undefined;
  if (TO_OTHERS.includes(letter)) return no('not_to_home');
  const unsafe = homeRefusal(state, told);
  return unsafe === undefined ? undefined : no(unsafe);
}

/** The consent that a document to others stands on; undefined where it needs none; `none` where it needs one that nobody has given. */
function consentFor(state: CaseState, { letter, basis }: { readonly letter: Letter; readonly basis?: Basis | undefined }, ctx: Pick<DecisionContext, 'now'>): string | 'none' | undefined {
  const today = osloDay(ctx.now);
  const own = () => standingConsent(state, 'PERSON', today)?.consentId;
  const others = () => standingConsent(state, 'OTHERS', today)?.consentId;
  if (letter === 'TILBAKEMELDING') return own() ?? others() ?? 'none';
  if (letter !== 'ANMODNING') return undefined;
  if (basis === 'SAMTYKKE') return own() ?? 'none';
  return basis === 'SAMTYKKE_PARORENDE' ? others() ?? 'none' : undefined;
}
