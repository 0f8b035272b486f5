import type { ClosingProposal } from '../case.ts';
import type { AdditionContent, AvertingContent, ChildDutyContent, ChildFeedbackContent, ServiceDutyContent } from '../duties.ts';
import type { FieldName } from '../fields.ts';
import type { DeclinedContent, WishContent } from '../voice.ts';
import type { Given } from './answers.tsx';

type Answers = readonly (readonly [name: FieldName, value: Given])[];

export function wishAnswers(c: WishContent): Answers {
  return [['wishNow', c.wish], ['askedBy', c.askedBy], ['askedOn', c.askedOn], ['askedHow', c.how]];
}

export function declinedAnswers(c: DeclinedContent): Answers {
  return [['declinedAlone', c.alone], ['declinedWhere', c.where], ['declinedPressure', c.pressure], ['declinedKnows', c.knows], ['openDoor', c.openDoor]];
}

/** What became of the wish, as it was proposed to close; nothing where it was not. */
export function closingWishAnswers(c: Pick<ClosingProposal, 'wishAchieved' | 'wishEnd'> | undefined): Answers {
  const all: Answers = [['wishAchieved', c?.wishAchieved], ['wishEnd', c?.wishEnd]];
  return all.filter(([, value]) => value !== undefined);
}

export function avertingAnswers(c: AvertingContent): Answers {
  return [['avertingAnswer', c.answer], ['avertingGrounds', c.grounds], ['avertedHow', c.how], ['avertedBy', c.by], ['avertedWhen', c.when]];
}

/** What was added to a report, as far as something follows from it. */
export function additionAnswers(c: AdditionContent): Answers {
  return [['children', c.children], ['livesWith', c.livesTogether], ['violence', c.violence], ['relations', c.relation], ['suspectName', c.suspectName]];
}

export function childDutyAnswers(c: ChildDutyContent): Answers {
  return [['childDuty', c.answer], ['childWhy', c.why], ['childBy', c.by], ['childOn', c.on]];
}

export function childFeedbackAnswers(c: ChildFeedbackContent): Answers {
  return [['childFeedback', c.said], ['askAgain', c.askAgain]];
}

export function serviceDutyAnswers(c: ServiceDutyContent): Answers {
  return [['employerTold', c.employer], ['supervisionTold', c.supervision], ['toldDetails', c.details]];
}
