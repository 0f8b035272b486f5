import type { CaseStep } from '../commands/step.ts';
import { needsInterpreter } from '../coordination.ts';
import { digitalWays } from '../documents.ts';
import type { CaseContent } from '../queries/models.ts';
import { told } from '../told.ts';
import type { FieldName } from '../fields.ts';
import { figuresMissing } from '../figures.ts';
import { FIGURE_FIELDS, type FigureField } from '../person.ts';
import { hasReserved } from '../reservation.ts';
import { retentionsFor } from '../retention.ts';

/** Whether this case asks a question that only some cases do. While nothing of the case may be shown, nothing is known of it either. */
export function isAskedHere(name: FieldName, model: CaseContent | undefined, step?: CaseStep): boolean {
  const state = model?.state;
  if (name === 'figuresUnknown') return state !== undefined && figuresMissing(state).length > 0;
  if (step !== undefined && FILLS_FIGURES.includes(step) && isFigure(name)) return state !== undefined && figuresMissing(state).includes(name);
  switch (name) {
    case 'digitalWay': return model !== undefined && isDigitalHere(model);
    case 'toHealth': case 'despiteObjection': return state !== undefined && hasReserved(state, 'HELSEPERSONELL');
    case 'consentLanguage': return state !== undefined && needsInterpreter(state);
    case 'phonedWho': case 'phonedWhen': return state?.akutt !== undefined;
    case 'concludedIn': return state !== undefined && state.minutes.length > 0;
    case 'toRegion': return model !== undefined && model.otherRegions.length > 0;
    case 'retention': return model !== undefined && retentionsFor(model.state).length > 1 && !isAlone(model);
    case 'aloneWhy': return model !== undefined && isAlone(model);
    // asking lets in, which whoever was let in for a time cannot (asking.ts)
    case 'confirmer': return model === undefined || model.asker.keeps || model.asker.standing === 'case_lead';
    default: return true;
  }
}

/** Would close what they proposed themselves. */
export function isAlone({ state, asker }: Pick<CaseContent, 'state' | 'asker'>): boolean {
  return state.status === 'TIL_AVSLUTNING' && state.closingProposal?.by === asker.userId;
}

/** With these what is missing of the minimum figures is filled in, and nothing that is there is asked again. */
export const FILLS_FIGURES: readonly CaseStep[] = ['proposeClosing', 'proposeEarlyClosing', 'closeCase'];

function isFigure(name: FieldName): name is FigureField {
  return FIGURE_FIELDS.some((one) => one === name);
}

/** Questions that the rule wants answered wherever the case asks them (transfer.ts, closing.ts): the form says so before somebody leaves them empty. */
export const NEEDED_WHERE_ASKED: readonly FieldName[] = ['phonedWho', 'phonedWhen', 'aloneWhy'];

/** Whether this case can be answered so at all: nobody is offered what would be refused. */
export function isOfferedHere(name: FieldName, code: string, model: CaseContent | undefined): boolean {
  return !(name === 'delivery' && code === 'DIGITAL' && model !== undefined && !isDigitalHere(model));
}

/** The person has said no to nothing digital, and has given a way that is. */
function isDigitalHere({ state, reports }: Pick<CaseContent, 'state' | 'reports'>): boolean {
  return !hasReserved(state, 'DIGITAL') && digitalWays(state, told({ state, reports })).length > 0;
}
