import { z } from 'zod';
import type { UserId } from '../../kernel/ids.ts';
import { decideLowerAkutt, decideRaiseAkutt, decideReviewAkutt, type RaiseAkutt } from '../akutt.ts';
import { decideChangeLead, decideConfirmClassification, decideProposeClassification, type ProposeClassification } from '../classification.ts';
import { decideCloseCase, decideProposeClosing, decideReturnClosing, type CloseCase } from '../closing.ts';
import type { ClosingContent, Findings, InvestigationPlan, MeasureContent, Numbered } from '../events.ts';
import { decideRecordFollowUp, decideStartFollowUp, type RecordFollowUp, type StartFollowUp } from '../follow-up.ts';
import { decideEndAccess, decideGrantAccess, type GrantAccess } from '../grants.ts';
import { decideDeclareImpartiality } from '../impartiality.ts';
import { decideConcludeInvestigation, decideStartInvestigation } from '../investigation.ts';
import { decideReadReport } from '../joining.ts';
import { decideWriteNote, type WriteNote } from '../journal-note.ts';
import { decideMeasure, decideUpdateMeasure, type UpdateMeasure } from '../measure.ts';
import { decideConfirmNotACase, decideProposeNotACase, type ProposeNotACase } from '../not-a-case.ts';
import { decideHandOver, decideReadHandover } from '../opening.ts';
import { decideConfirmTransfer, decideProposeTransfer, type ProposeTransfer } from '../transfer.ts';
import { idField } from '../../kernel/id-field.ts';
import { step, type StepFacts } from './step.ts';

/** The number of the proposal that this person has read. */
const numbered = { proposal: z.coerce.number('not_offered').int('not_offered').min(1, 'not_offered') };
const given = idField().optional();

/** A note or measure has the id of the page it was written on, so that the same form sent twice is one entry. */
function withId<I extends object, Name extends string>(name: Name, input: I & { readonly newId?: string | undefined }, facts: StepFacts): Omit<I, 'newId'> & Record<Name, string> {
  const { newId, ...rest } = input;
  return { ...rest, [name]: newId ?? facts.newId() } as Omit<I, 'newId'> & Record<Name, string>; // the name was just set
}

type Written<I, Name extends keyof I> = Omit<I, Name> & { readonly newId?: string | undefined };

/** The roles that whoever is let in holds now; nobody of this region holds none. */
function rolesOf(userId: UserId, { asked }: StepFacts): readonly string[] {
  return asked.asker.colleagues.find((member) => member.userId === userId)?.roles ?? [];
}

/** Every step of the workflow table that a person can take on a case, by its key. */
export const STEPS = {
  declareImpartiality: step('declareImpartiality', decideDeclareImpartiality),
  readReport: step('readReport', (state, _input, ctx) => decideReadReport(state, ctx)),
  raiseAkutt: step<RaiseAkutt>('raiseAkutt', decideRaiseAkutt),
  reviewAkutt: step('reviewAkutt', decideReviewAkutt),
  lowerAkutt: step('lowerAkutt', decideLowerAkutt),
  handOver: step('handOver', decideHandOver),
  readHandover: step('readHandover', (state, _input, ctx) => decideReadHandover(state, ctx)),
  proposeTransfer: step<ProposeTransfer>('proposeTransfer', decideProposeTransfer),
  confirmTransfer: step<Numbered>('confirmTransfer', decideConfirmTransfer, numbered),
  proposeClassification: step<ProposeClassification>('proposeClassification', decideProposeClassification),
  classifyProvisionally: step<ProposeClassification>('classifyProvisionally', (state, input, ctx) => decideProposeClassification(state, { ...input, provisional: true }, ctx)),
  confirmClassification: step<Numbered>('confirmClassification', decideConfirmClassification, numbered),
  proposeNotACase: step<ProposeNotACase>('proposeNotACase', decideProposeNotACase),
  confirmNotACase: step<Numbered>('confirmNotACase', decideConfirmNotACase, numbered),
  changeLead: step('changeLead', decideChangeLead),
  startInvestigation: step<InvestigationPlan>('startInvestigation', decideStartInvestigation),
  concludeInvestigation: step<Findings>('concludeInvestigation', decideConcludeInvestigation),
  decideMeasure: step<Written<MeasureContent, 'measureId'>>('decideMeasure', (state, input, ctx, facts) => decideMeasure(state, withId('measureId', input, facts), ctx), { newId: given }),
  updateMeasure: step<UpdateMeasure>('updateMeasure', decideUpdateMeasure, { measureId: idField() }),
  startFollowUp: step<StartFollowUp>('startFollowUp', decideStartFollowUp),
  recordFollowUp: step<RecordFollowUp>('recordFollowUp', decideRecordFollowUp),
  proposeClosing: step<ClosingContent>('proposeClosing', decideProposeClosing),
  proposeEarlyClosing: step<ClosingContent>('proposeEarlyClosing', decideProposeClosing),
  returnClosing: step('returnClosing', decideReturnClosing),
  closeCase: step<CloseCase>('closeCase', decideCloseCase, numbered),
  writeNote: step<Written<WriteNote, 'noteId'>>('writeNote', (state, input, ctx, facts) => decideWriteNote(state, withId('noteId', input, facts), ctx), { newId: given }),
  correctNote: step<Written<WriteNote, 'noteId'>>('correctNote', (state, input, ctx, facts) => decideWriteNote(state, withId('noteId', input, facts), ctx), { newId: given }),
  grantAccess: step<Omit<GrantAccess, 'accessToRoles'>>('grantAccess', (state, input, ctx, facts) => decideGrantAccess(state, { ...input, accessToRoles: rolesOf(input.accessTo, facts) }, ctx)),
  endAccess: step('endAccess', decideEndAccess),
} as const;
