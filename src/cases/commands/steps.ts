import { z } from 'zod';
import type { UserId } from '../../kernel/ids.ts';
import { decideAdviseOnly, type AdviseOnly } from '../steps/advice.ts';
import { decideLowerAkutt, decideRaiseAkutt, decideReviewAkutt, type RaiseAkutt } from '../akutt.ts';
import { decideChangeLead, decideConfirmClassification, decideProposeClassification, type ProposeClassification } from '../classification.ts';
import { decideCloseCase, decideProposeClosing, decideReopenCase, decideReturnClosing, type CloseCase, type ProposeClosing } from '../closing.ts';
import { decideEditDocument, decideRecordSending, type EditDocument, type RecordSending } from '../steps/document.ts';
import type { Numbered } from '../two-people.ts';
import { decideRecordFollowUp, decideStartFollowUp, type RecordFollowUp, type StartFollowUp } from '../follow-up.ts';
import { decideEndAccess, decideGrantAccess, type GrantAccess } from '../grants.ts';
import { decideDeclareImpartiality } from '../impartiality.ts';
import { decideActAgain, decideAwaitPolice, decideCheckPolice, decideConcludeInvestigation, decideInvestigateAgain, decideResumeInvestigation, decideStartInvestigation, type ConcludeInvestigation, type InvestigationPlan, type PoliceAgreement } from '../investigation.ts';
import { decideAnswerAverting, decideRecordChildDuty, decideRecordChildFeedback, decideRecordServiceDuty, type AnswerAverting, type RecordChildDuty, type RecordChildFeedback, type RecordServiceDuty } from '../steps/duty.ts';
import { decideRecordCoordination, decideRecordInterpreter, type RecordCoordination, type RecordInterpreter } from '../steps/coordination.ts';
import { decideReadReport } from '../joining.ts';
import { decideAskForMeeting } from '../meeting.ts';
import { decideWriteNote, type WriteNote } from '../journal-note.ts';
import { decideMeasure, decideUpdateMeasure, type MeasureAnswers, type UpdateMeasure } from '../measure.ts';
import { decideRemoveNightCard, decideWriteNightCard, type NightCardContent } from '../night-card.ts';
import { decideConfirmNotACase, decideProposeNotACase, type ProposeNotACase } from '../not-a-case.ts';
import { decideHandOver, decideReadHandover } from '../opening.ts';
import { decideLiftRestriction, decideRecordFiguresWish, decideRecordObjection, decideRecordReservation, decideRestrictUse, decideTellReceiver, decideUseRestricted, type LiftRestriction, type TellReceiver, type RecordFiguresWish, type RecordObjection, type RecordReservation, type RestrictUse, type UseRestrictedCase } from '../steps/rights.ts';
import {
  decideAddPerson, decideAssessCapacity, decideChangePerson, decideDiscloseIn, decideDiscloseOut, decideRecordConsent, decideRecordOthersConsent, decideReviewDisclosure, decideWithdrawConsent,
  type AddPerson, type AssessCapacity, type ChangePerson, type Disclose, type RecordConsent, type ReviewDisclosure,
} from '../steps/share.ts';
import { decidePinNote, decideReviewWarning, decideUnpinNote, decideWriteWarning, type ReviewWarning, type WriteWarning } from '../steps/pin.ts';
import { decideConfirmLowering, decideProposeLowering, decideProtectAddress, decideSeeReporter, type ProposeLowering, type ProtectAddress } from '../steps/secrecy.ts';
import { decideConfirmReceipt, decideConfirmTransfer, decideProposeTransfer, type ConfirmTransfer, type ProposeTransfer } from '../transfer.ts';
import { decideInformPerson, decideInformSuspect, decideRecordDeclined, decideRecordWish, type Inform, type RecordDeclined, type RecordWish } from '../steps/voice.ts';
import { idField } from '../../kernel/id-field.ts';
import { asTicked, decideCloseWay, decideRecordPerson, type CloseWay, type RecordPerson } from '../steps/person.ts';
import { given, withId, type NewId, type Written } from './new-id.ts';
import { SAFETY_COMMANDS } from './safety.ts';
import { draftDocument, finaliseDocument } from './documents.ts';
import { decideReadExpertAnswer, decideWithdrawExpert } from '../steps/expert.ts';
import { askExpert, renewExpertCode } from './expert.ts';
import { step, type StepFacts } from './step.ts';
import type { Asking } from '../asking.ts';

/** The number of the proposal that this person has read. */
const numbered = { proposal: z.coerce.number('not_offered').int('not_offered').min(1, 'not_offered') };

/** How many times a duty had been told of on the page that was read. */
const read = { toldTimes: z.coerce.number('not_offered').int('not_offered').min(0, 'not_offered').optional() };

/** The roles that whoever is let in holds now; nobody of this region holds none. */
function rolesOf(userId: UserId, { asked }: StepFacts): readonly string[] {
  return asked.asker.colleagues.find((member) => member.userId === userId)?.roles ?? [];
}

/** With what has to be known today of whoever is asked by name to confirm. */
function asking<I extends Asking>(input: I, facts: StepFacts): I {
  return input.confirmer === undefined ? input : { ...input, confirmerRoles: rolesOf(input.confirmer, facts), confirmerAway: facts.away.includes(input.confirmer) };
}

type Closing = Omit<ProposeClosing, 'correctionId'>;

/** What is filled in along with a closing is an entry of its own. */
function withFigures<I>(input: I, { newId }: StepFacts): I & { readonly correctionId: string } {
  return { ...input, correctionId: newId() };
}

/** Every step of the workflow table that a person can take on a case, by its key. */
export const STEPS = {
  declareImpartiality: step('declareImpartiality', decideDeclareImpartiality),
  readReport: step('readReport', (state, _input, ctx) => decideReadReport(state, ctx)),
  askForMeeting: step('askForMeeting', decideAskForMeeting),
  raiseAkutt: step<RaiseAkutt>('raiseAkutt', decideRaiseAkutt),
  reviewAkutt: step('reviewAkutt', decideReviewAkutt),
  lowerAkutt: step('lowerAkutt', decideLowerAkutt),
  handOver: step('handOver', decideHandOver),
  readHandover: step('readHandover', (state, _input, ctx) => decideReadHandover(state, ctx)),
  proposeTransfer: step<ProposeTransfer>('proposeTransfer', (state, input, ctx, facts) => decideProposeTransfer(state, { ...asking(input, facts), region: facts.regions.find(({ regionId }) => regionId === input.toRegion) }, ctx)),
  confirmTransfer: step<ConfirmTransfer>('confirmTransfer', (state, input, ctx, facts) => decideConfirmTransfer(state, input, ctx, facts.newId), numbered),
  confirmReceipt: step('confirmReceipt', decideConfirmReceipt),
  proposeClassification: step<ProposeClassification>('proposeClassification', (state, input, ctx, facts) => decideProposeClassification(state, asking(input, facts), ctx)),
  classifyProvisionally: step<ProposeClassification>('classifyProvisionally', (state, input, ctx, facts) => decideProposeClassification(state, { ...asking(input, facts), provisional: true }, ctx)),
  confirmClassification: step<Numbered>('confirmClassification', decideConfirmClassification, numbered),
  informPerson: step<Inform>('informPerson', decideInformPerson),
  informSuspect: step<Inform>('informSuspect', decideInformSuspect),
  recordWish: step<Written<RecordWish, 'wishId'>>('recordWish', (state, input, ctx, facts) => decideRecordWish(state, withId('wishId', input, facts), ctx), { newId: given }),
  recordDeclined: step<Written<RecordDeclined, 'declinedId'>>('recordDeclined', (state, input, ctx, facts) => decideRecordDeclined(state, withId('declinedId', input, facts), ctx), { newId: given }),
  answerAverting: step<AnswerAverting>('answerAverting', decideAnswerAverting, read),
  recordChildDuty: step<RecordChildDuty>('recordChildDuty', decideRecordChildDuty, read),
  recordChildFeedback: step<RecordChildFeedback>('recordChildFeedback', decideRecordChildFeedback),
  recordServiceDuty: step<RecordServiceDuty>('recordServiceDuty', decideRecordServiceDuty, read),
  proposeNotACase: step<ProposeNotACase>('proposeNotACase', (state, input, ctx, facts) => decideProposeNotACase(state, asking(input, facts), ctx)),
  adviseOnly: step<AdviseOnly>('adviseOnly', (state, input, ctx, facts) => decideAdviseOnly(state, asking(input, facts), ctx)),
  confirmNotACase: step<Numbered & Pick<CloseCase, 'retention'>>('confirmNotACase', decideConfirmNotACase, numbered),
  changeLead: step('changeLead', decideChangeLead),
  proposeReclassification: step<ProposeClassification>('proposeReclassification', (state, input, ctx, facts) => decideProposeClassification(state, { ...asking(input, facts), again: true }, ctx)),
  startInvestigation: step<InvestigationPlan>('startInvestigation', decideStartInvestigation),
  awaitPolice: step<PoliceAgreement>('awaitPolice', decideAwaitPolice),
  checkPolice: step('checkPolice', decideCheckPolice),
  resumeInvestigation: step('resumeInvestigation', decideResumeInvestigation),
  concludeInvestigation: step<ConcludeInvestigation>('concludeInvestigation', decideConcludeInvestigation),
  draftDocument,
  editDocument: step<EditDocument>('editDocument', decideEditDocument, { revision: z.coerce.number('not_offered').int('not_offered').optional() }),
  finaliseDocument,
  recordSending: step<RecordSending>('recordSending', decideRecordSending),
  decideMeasure: step<Written<MeasureAnswers, 'measureId'>>('decideMeasure', (state, input, ctx, facts) => decideMeasure(state, withId('measureId', input, facts), ctx), { newId: given }),
  updateMeasure: step<UpdateMeasure>('updateMeasure', decideUpdateMeasure, { measureId: idField() }),
  ...SAFETY_COMMANDS,
  startFollowUp: step<StartFollowUp>('startFollowUp', decideStartFollowUp),
  recordFollowUp: step<RecordFollowUp>('recordFollowUp', decideRecordFollowUp),
  investigateAgain: step('investigateAgain', decideInvestigateAgain),
  actAgain: step('actAgain', decideActAgain),
  proposeClosing: step<Closing>('proposeClosing', (state, input, ctx, facts) => decideProposeClosing(state, withFigures(asking(input, facts), facts), ctx)),
  proposeEarlyClosing: step<Closing>('proposeEarlyClosing', (state, input, ctx, facts) => decideProposeClosing(state, withFigures(asking(input, facts), facts), ctx)),
  returnClosing: step('returnClosing', decideReturnClosing),
  closeCase: step<Omit<CloseCase, 'correctionId'>>('closeCase', (state, input, ctx, facts) => decideCloseCase(state, withFigures(input, facts), ctx), numbered),
  reopenCase: step('reopenCase', decideReopenCase),
  writeNote: step<Written<WriteNote, 'noteId'>>('writeNote', (state, input, ctx, facts) => decideWriteNote(state, withId('noteId', input, facts), ctx), { newId: given }),
  correctNote: step<Written<WriteNote, 'noteId'>>('correctNote', (state, input, ctx, facts) => decideWriteNote(state, withId('noteId', input, facts), ctx), { newId: given }),
  pinNote: step('pinNote', decidePinNote),
  unpinNote: step('unpinNote', decideUnpinNote),
  writeWarning: step<Written<WriteWarning, 'warningId'>>('writeWarning', (state, input, ctx, facts) => decideWriteWarning(state, withId('warningId', input, facts), ctx), { newId: given }),
  reviewWarning: step<ReviewWarning>('reviewWarning', decideReviewWarning),
  seeReporter: step('seeReporter', decideSeeReporter),
  protectAddress: step<Omit<ProtectAddress, 'keeperRoles'>>('protectAddress', (state, input, ctx, facts) => decideProtectAddress(state, { ...input, keeperRoles: input.keeper === undefined ? [] : rolesOf(input.keeper, facts) }, ctx)),
  proposeLowering: step<ProposeLowering>('proposeLowering', (state, input, ctx, facts) => decideProposeLowering(state, asking(input, facts), ctx)),
  confirmLowering: step<Numbered>('confirmLowering', decideConfirmLowering, numbered),
  recordPerson: step<Written<RecordPerson, 'correctionId'> & { readonly wholeForm?: string | undefined }>('recordPerson', (state, input, ctx, facts) => decideRecordPerson(state, asTicked(withId('correctionId', input, facts)), ctx, facts.compared), { newId: given, wholeForm: z.string().optional() }),
  closeWay: step<CloseWay>('closeWay', decideCloseWay),
  addPerson: step<Omit<AddPerson, 'relatedId'> & NewId>('addPerson', (state, input, ctx, facts) => decideAddPerson(state, withId('relatedId', input, facts), ctx, facts.compared.namesakes), { newId: given }),
  changePerson: step<ChangePerson>('changePerson', (state, input, ctx, facts) => decideChangePerson(state, input, ctx, facts.compared.namesakes)),
  assessCapacity: step<AssessCapacity>('assessCapacity', decideAssessCapacity),
  recordConsent: step<Omit<RecordConsent, 'consentId'> & NewId>('recordConsent', (state, input, ctx, facts) => decideRecordConsent(state, withId('consentId', input, facts), ctx), { newId: given }),
  recordOthersConsent: step<Omit<RecordConsent, 'consentId'> & { readonly related: string } & NewId>('recordOthersConsent', (state, input, ctx, facts) => decideRecordOthersConsent(state, withId('consentId', input, facts), ctx), { newId: given }),
  withdrawConsent: step('withdrawConsent', decideWithdrawConsent),
  discloseOut: step<Omit<Disclose, 'disclosureId'> & NewId>('discloseOut', (state, input, ctx, facts) => decideDiscloseOut(state, withId('disclosureId', input, facts), ctx), { newId: given }),
  discloseIn: step<Omit<Disclose, 'disclosureId'> & NewId>('discloseIn', (state, input, ctx, facts) => decideDiscloseIn(state, withId('disclosureId', input, facts), ctx), { newId: given }),
  reviewDisclosure: step<ReviewDisclosure>('reviewDisclosure', decideReviewDisclosure),
  askExpert,
  renewExpertCode,
  withdrawExpert: step('withdrawExpert', decideWithdrawExpert),
  readExpertAnswer: step('readExpertAnswer', decideReadExpertAnswer),
  restrictUse: step<RestrictUse>('restrictUse', decideRestrictUse),
  liftRestriction: step<LiftRestriction>('liftRestriction', decideLiftRestriction),
  useRestricted: step<UseRestrictedCase>('useRestricted', decideUseRestricted),
  tellReceiver: step<TellReceiver>('tellReceiver', decideTellReceiver),
  recordObjection: step<Omit<RecordObjection, 'objectionId'> & NewId>('recordObjection', (state, input, ctx, facts) => decideRecordObjection(state, withId('objectionId', input, facts), ctx), { newId: given }),
  recordFiguresWish: step<RecordFiguresWish>('recordFiguresWish', decideRecordFiguresWish),
  recordReservation: step<RecordReservation>('recordReservation', decideRecordReservation),
  recordCoordination: step<RecordCoordination>('recordCoordination', decideRecordCoordination),
  recordInterpreter: step<RecordInterpreter>('recordInterpreter', decideRecordInterpreter),
  writeNightCard: step<NightCardContent>('writeNightCard', decideWriteNightCard),
  removeNightCard: step('removeNightCard', (state, _input, ctx) => decideRemoveNightCard(state, ctx)),
  grantAccess: step<Omit<GrantAccess, 'accessToRoles'>>('grantAccess', (state, input, ctx, facts) => decideGrantAccess(state, { ...input, accessToRoles: rolesOf(input.accessTo, facts) }, ctx)),
  endAccess: step('endAccess', decideEndAccess),
} as const;
