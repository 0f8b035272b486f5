import { z } from 'zod';
import { decideEndProtection, decideRecordProtection, decideRenewProtection, type RecordProtection, type RenewProtection } from '../steps/protection.ts';
import {
  decideAssessRisk, decideMarkRiskFactors, decidePostponeSafetyPlan, decideReviewSafetyPlan, decideSuspectChanged, decideWriteSafetyPlan, type AssessRisk, type MarkRiskFactors, type SuspectChanged, type WriteSafetyPlan,
} from '../steps/safety.ts';
import type { PostponedContent } from '../safety.ts';
import { given, withId, type Written } from './new-id.ts';
import { step } from './step.ts';

/** How many versions of the plan there were on the page that was read. */
const version = { planVersion: z.coerce.number('not_offered').int('not_offered').min(0, 'not_offered') };

/** The steps of workflow/safety.ts as commands; steps.ts takes them in with the others. */
export const SAFETY_COMMANDS = {
  assessRisk: step<Written<AssessRisk, 'riskId'>>('assessRisk', (state, input, ctx, facts) => decideAssessRisk(state, withId('riskId', input, facts), ctx), { newId: given }),
  markRiskFactors: step<Written<MarkRiskFactors, 'lookId'>>('markRiskFactors', (state, input, ctx, facts) => decideMarkRiskFactors(state, withId('lookId', input, facts), ctx), { newId: given }),
  writeSafetyPlan: step<Written<WriteSafetyPlan, 'planId'>>('writeSafetyPlan', (state, input, ctx, facts) => decideWriteSafetyPlan(state, withId('planId', input, facts), ctx), { newId: given, ...version }),
  reviewSafetyPlan: step('reviewSafetyPlan', decideReviewSafetyPlan),
  postponeSafetyPlan: step<PostponedContent>('postponeSafetyPlan', decidePostponeSafetyPlan),
  suspectChanged: step<SuspectChanged>('suspectChanged', decideSuspectChanged),
  recordProtection: step<Written<RecordProtection, 'protectionId'>>('recordProtection', (state, input, ctx, facts) => decideRecordProtection(state, withId('protectionId', input, facts), ctx), { newId: given }),
  renewProtection: step<RenewProtection>('renewProtection', decideRenewProtection),
  endProtection: step('endProtection', decideEndProtection),
} as const;
