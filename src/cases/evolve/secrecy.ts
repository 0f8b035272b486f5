import type { CaseState } from '../case.ts';
import type { EventOf } from '../events.ts';
import { isStrict } from '../secrecy.ts';

type SecrecyEventType = 'AddressProtected' | 'AddressLoweringProposed' | 'AddressLowered' | 'KeeperNamed' | 'ReporterSeen';
type Apply = { readonly [Type in SecrecyEventType]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What the entries about a protected address and the reporter's vault do to a case; evolve.ts takes them in with the others. */
export const APPLY_SECRECY: Apply = {
  AddressProtected: (state, event) => {
    const { source, level, since, named } = event.content;
    const said = { ...state.address.said, [source]: { level, since, recorded: signed(event) } };
    const lowering = state.address.lowering?.source === source ? undefined : state.address.lowering;
    return strictly({ ...state, address: { ...state.address, said, lowering, named: level === 'STRENGT' ? named : state.address.named } });
  },
  AddressLoweringProposed: (state, event) => {
    const { proposal: no, ...proposed } = event.content;
    return { ...state, address: { ...state.address, proposals: no, lowering: { ...proposed, no, ...signed(event) } } };
  },
  AddressLowered: (state, event) => {
    const { source, level, since } = event.content;
    // Whoever proposed it had read what was told by then. What came before the other confirmed it, neither of them has weighed.
    const said = { level, since, recorded: signed(event), heardUntil: state.address.lowering?.at };
    return strictly({ ...state, address: { ...state.address, said: { ...state.address.said, [source]: said }, lowering: undefined } });
  },
  KeeperNamed: (state, { content: { from, keeper } }) => {
    const stay = state.address.named.filter((userId) => userId !== from && userId !== keeper);
    return { ...state, address: { ...state.address, named: keeper === undefined ? stay : [...stay, keeper] } };
  },
  ReporterSeen: (state, event) => ({ ...state, reporterSeen: [...state.reporterSeen, { ...event.content, ...signed(event) }] }),
};

/** A strictly confidential case is unknown at the desk at night, and what was reported of it is never counted again; one that is so no more has nobody named. */
export function strictly(state: CaseState): CaseState {
  return isStrict(state) ? { ...state, nightCard: undefined, keptOut: true } : { ...state, address: { ...state.address, named: [] } };
}

function signed(event: EventOf<SecrecyEventType>) {
  return { by: event.actor, at: event.happenedAt };
}
