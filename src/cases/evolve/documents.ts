import type { CaseState } from '../case.ts';
import type { CaseDocument } from '../documents.ts';
import type { EventOf } from '../events.ts';

type DocumentEventType = 'DocumentDrafted' | 'DocumentFinalised' | 'DocumentSent';
type Apply = { readonly [Type in DocumentEventType]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What the entries about documents do to a case; evolve.ts takes them in with the others. */
export const APPLY_DOCUMENTS: Apply = {
  DocumentDrafted: (state, event) => {
    const { text, ...about } = event.content;
    const before = state.documents.find(({ documentId }) => documentId === about.documentId);
    const revisions = (before?.revisions ?? 0) + 1;
    const after: CaseDocument = {
      ...about, no: before?.no ?? state.documents.length + 1, draft: { ...signed(event), text, revision: revisions }, revisions, versions: before?.versions ?? [], sent: before?.sent ?? [],
    };
    return before === undefined ? { ...state, documents: [...state.documents, after] } : replaced(state, about.documentId, () => after);
  },
  DocumentFinalised: (state, event) => {
    const { documentId, ...version } = event.content;
    return replaced(state, documentId, (one) => ({
      ...one, delivery: version.delivery, homeSafe: version.homeSafe, digitalWay: version.digitalWay, consentId: version.consentId ?? one.consentId, despiteObjection: version.despiteObjection, draft: undefined, versions: [...one.versions, { ...version, ...signed(event), text: one.draft?.text ?? '' }],
    }));
  },
  DocumentSent: (state, event) => {
    const { documentId, ...sent } = event.content;
    return replaced(state, documentId, (one) => ({ ...one, sent: [...one.sent, { ...sent, ...signed(event) }] }));
  },
};

function replaced(state: CaseState, id: string, change: (before: CaseDocument) => CaseDocument): CaseState {
  return { ...state, documents: state.documents.map((one) => (one.documentId === id ? change(one) : one)) };
}

function signed(event: EventOf<DocumentEventType>) {
  return { by: event.actor, at: event.happenedAt };
}
