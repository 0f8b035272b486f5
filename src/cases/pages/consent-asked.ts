import { osloDay } from '../../kernel/time.ts';
import type { CaseStep } from '../commands/step.ts';
import { TO_OTHERS } from '../choices/document.ts';
import { consentLeft } from '../documents.ts';
import { codeBasis, standsOn } from '../expert.ts';
import type { FieldName } from '../fields.ts';
import type { CaseContent } from '../queries/models.ts';
import { isBounded, isOnConsent, stillStands } from '../resting.ts';
import type { StepSubject } from './paths.ts';
import { OF_CONSENT, standingNow } from './standing-consents.tsx';

/** The fields about a consent that are not asked for here: the consent that was said before stands still, there is nothing to choose, or this needs none. */
export function consentSettled(step: CaseStep, model: CaseContent, { fagperson, dokument, brev }: StepSubject): readonly FieldName[] {
  switch (step) {
    case 'renewExpertCode': return asksAgain(model, fagperson) ? [] : OF_CONSENT;
    case 'finaliseDocument': return model.state.documents.some((one) => (dokument === undefined ? one.draft !== undefined : one.documentId === dokument) && !consentLeft(model.state, one, osloDay(model.now))) ? [] : OF_CONSENT;
    case 'draftDocument': return (brev === undefined || TO_OTHERS.some((letter) => letter === brev)) && isChoice(model) ? [] : OF_CONSENT;
    default: return [];
  }
}

/** More than one stands, or one that somebody has to read first. */
export function isChoice(model: CaseContent): boolean {
  const standing = standingNow(model);
  return standing.length > 1 || standing.some(isBounded);
}

function asksAgain({ state, now }: CaseContent, id: string | undefined): boolean {
  return state.experts.filter(({ askId, answered, withdrawn }) => (id === undefined || askId === id) && answered === undefined && withdrawn === undefined).some((ask) => {
    const told = state.disclosures.find(({ disclosureId }) => disclosureId === ask.askId);
    return told !== undefined && isOnConsent(codeBasis(told)) && !stillStands(state, standsOn(told, ask), osloDay(now));
  });
}
