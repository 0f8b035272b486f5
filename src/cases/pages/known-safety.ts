import { addDays, osloDay } from '../../kernel/time.ts';
import type { Filled } from '../fields.ts';
import { longestUntil, runs } from '../protection.ts';
import { isOpenWay } from '../ways.ts';
import type { CaseContent } from '../queries/models.ts';
import { factorNote } from '../fields/safety.ts';
import { RISK_TOOL } from '../safety-codes.ts';
import type { SafetyStepKey } from '../workflow/safety.ts';
import type { StepSubject } from './paths.ts';

/** A plan is gone through again after so many days, where nobody chooses another day. */
const PLAN_DAYS = 90;

/** What the forms about risk and safety begin with: the version before, and the days that are usual. */
export function knownSafety(step: SafetyStepKey, model: CaseContent, subject: StepSubject): Filled {
  const today = osloDay(model.now);
  switch (step) {
    case 'assessRisk': return { riskOn: today };
    case 'markRiskFactors': return { lookedOn: today, ...lastLook(model) };
    case 'writeSafetyPlan': return plan(model);
    case 'reviewSafetyPlan': return { planReview: addDays(today, PLAN_DAYS) };
    case 'postponeSafetyPlan': return {};
    case 'suspectChanged': return { changedOn: today };
    case 'recordProtection': return { protectedFrom: today };
    case 'renewProtection': return renewing(model, subject);
    case 'endProtection': return { protection: chosen(model, subject)?.protectionId };
  }
}

/** What the newest assessment says, for whoever sums up the inquiry. */
export function knownRisk({ state }: CaseContent): Filled {
  const last = state.risks.at(-1);
  return last === undefined ? {} : { risk: last.conclusion, riskTool: [RISK_TOOL.label(last.tool, 'nb'), last.version].filter((part) => part !== undefined).join(', ') };
}

function lastLook({ state }: CaseContent): Filled {
  const last = state.factorLooks.at(-1);
  if (last === undefined || last.factors.length === 0) return {};
  return { riskFactors: last.factors.map(({ factor }) => factor), ...Object.fromEntries(last.factors.map(({ factor, note }) => [factorNote(factor), note])) };
}

function plan({ state, now }: CaseContent): Filled {
  const last = state.safetyPlans.at(-1);
  const planReview = addDays(osloDay(now), PLAN_DAYS);
  if (last === undefined) return { planReview, safeContact: plannedWay(state) };
  const { planId: _, written: __, reviewed: ___, ...said } = last;
  const way = said.safeContact;
  return { ...said, safeContact: way !== undefined && isOpenWay(state, way) ? way : undefined, planReview };
}

/** The way that was planned, where nothing has closed it since: what is offered to be written down is never one that is refused. */
export function plannedWay(state: CaseContent['state']): string | undefined {
  const way = state.plan?.safeContact;
  return way !== undefined && isOpenWay(state, way) ? way : undefined;
}

/** The next period begins the day after this one ends, and lasts as long as it can. */
function renewing(model: CaseContent, subject: StepSubject): Filled {
  const one = chosen(model, subject);
  if (one === undefined) return {};
  const from = addDays(one.until, 1);
  return { protection: one.protectionId, protectedFrom: from, protectedUntil: longestUntil(one.kind, from) };
}

function chosen({ state }: CaseContent, { vern }: StepSubject) {
  const running = state.protections.filter(runs);
  return running.find(({ protectionId }) => protectionId === vern) ?? (running.length === 1 ? running[0] : undefined);
}
