import type { CaseState } from '../case.ts';
import type { FieldName } from '../fields.ts';
import { hasReserved } from '../reservation.ts';
import { retentionsFor } from '../retention.ts';

/** Whether this case asks a question that only some cases do. While nothing of the case may be shown, nothing is known of it either. */
export function isAskedHere(name: FieldName, state: CaseState | undefined): boolean {
  switch (name) {
    case 'toHealth': case 'despiteObjection': return state !== undefined && hasReserved(state, 'HELSEPERSONELL');
    case 'phonedWho': case 'phonedWhen': return state?.akutt !== undefined;
    case 'retention': return state !== undefined && retentionsFor(state).length > 1;
    default: return true;
  }
}

/** Whether this case can be answered so at all: nobody is offered what would be refused. */
export function isOfferedHere(name: FieldName, code: string, state: CaseState | undefined): boolean {
  return !(name === 'delivery' && code === 'DIGITAL' && state !== undefined && hasReserved(state, 'DIGITAL'));
}
