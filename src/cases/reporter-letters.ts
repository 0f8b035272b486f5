import type { UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import type { CaseDocument } from './documents.ts';
import type { CaseEvent } from './events.ts';
import { hasReporter, seesReporter, type Secrecy } from './secrecy.ts';

/** Whom such a letter is to is who reported: its addressee, its greeting and where it was sent say so. */
export function isToReporter({ letter }: Pick<CaseDocument, 'letter'>): boolean {
  return letter === 'TILBAKEMELDING';
}

type Vault = Pick<CaseState, 'start' | 'joined'> & Pick<Secrecy, 'reporterSeen'>;

/** This letter opens only for whoever has said why they must know who reported. */
export function isInVault(state: Vault, document: Pick<CaseDocument, 'letter'>, userId: UserId, now: Instant): boolean {
  return isToReporter(document) && hasReporter(state) && !seesReporter(state, userId, now);
}

type Told = { readonly state: CaseState; readonly journal: readonly CaseEvent[] };

/** The case without what its letters to the reporter say: that there is one, what kind it is, and when it was sent, remain. */
export function lettersCovered({ state, journal }: Told): Told {
  const covered = state.documents.filter(isToReporter).map(({ documentId }) => documentId);
  if (covered.length === 0) return { state, journal };
  const documents = state.documents.map((one) => (isToReporter(one) ? withoutWords(one) : one));
  return { state: { ...state, documents }, journal: journal.map((event) => coveredEvent(event, covered)) };
}

function withoutWords(one: CaseDocument): CaseDocument {
  return {
    ...one, to: undefined, draft: one.draft && { ...one.draft, text: '' },
    versions: one.versions.map((version) => ({ ...version, text: '' })), sent: one.sent.map((sent) => ({ ...sent, to: '' })),
  };
}

function coveredEvent(event: CaseEvent, covered: readonly string[]): CaseEvent {
  if (event.type === 'DocumentDrafted' && isToReporter(event.content)) return { ...event, content: { ...event.content, to: undefined, text: '' } };
  return event.type === 'DocumentSent' && covered.includes(event.content.documentId) ? { ...event, content: { ...event.content, to: '' } } : event;
}
