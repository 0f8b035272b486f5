import type { Instant } from '../../kernel/time.ts';
import type { CaseState } from '../case.ts';
import type { EventOf } from '../events.ts';
import type { ExpertAsk, ExpertCodeContent, ExpertEvent } from '../expert.ts';

type Apply = { readonly [Type in ExpertEvent['type']]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What the entries about questions to a professional do to a case; evolve.ts takes them in with the others. */
export const APPLY_EXPERT: Apply = {
  ExpertAsked: (state, event) => ({ ...state, experts: [...state.experts, { ...event.content, asked: signed(event), codeNo: 1, renewed: undefined, withdrawn: undefined, answered: undefined, read: undefined }] }),
  ExpertCodeRenewed: (state, event) => changed(state, event, (ask) => renewed(ask, event.content, event.happenedAt)),
  ExpertAskWithdrawn: (state, event) => changed(state, event, (ask) => ({ ...ask, withdrawn: { ...signed(event), grounds: event.content.grounds } })),
  ExpertAnswered: (state, event) => changed(state, event, (ask) => ({ ...ask, answered: { ...event.content, at: event.happenedAt } })),
  ExpertAnswerRead: (state, event) => changed(state, event, (ask) => ({ ...ask, read: signed(event) })),
};

function changed(state: CaseState, event: EventOf<ExpertEvent['type']>, to: (ask: ExpertAsk) => ExpertAsk): CaseState {
  return { ...state, experts: state.experts.map((ask) => (ask.askId === event.content.askId ? to(ask) : ask)) };
}

/** The newest code stands on what it was made on, whatever the first one did. */
export function renewed(ask: ExpertAsk, { expertUntil, consentId }: Omit<ExpertCodeContent, 'askId'>, at: Instant): ExpertAsk {
  return { ...ask, codeNo: ask.codeNo + 1, expertUntil, renewed: { at, consentId } };
}

function signed(event: EventOf<ExpertEvent['type']>) {
  return { by: event.actor, at: event.happenedAt };
}
