import type { FileId } from '../../src/kernel/ids.ts';
import { addDays, osloDay } from '../../src/kernel/time.ts';
import type { Acting } from './live.ts';
import type { Safety } from './story.ts';

/** What the team saw, the plan they made with the person, and what police or court gave. */
export async function keepSafe(act: Acting, { risk, factors, plan, protections = [] }: Safety, caseId: FileId, lead: string): Promise<void> {
  const today = osloDay(act.now());
  await look(act, factors, caseId, lead);
  if (risk !== undefined) {
    const { tool, version, assessor, conclusion, grounds } = risk;
    await act.step(lead, 'assessRisk', caseId, { tool, toolVersion: version, riskAssessor: assessor, riskConclusion: conclusion, riskGrounds: grounds, riskOn: today, nextRisk: addDays(today, 60) });
  }
  await act.step(lead, 'writeSafetyPlan', caseId, { ...plan, planWith: 'Saksansvarlig', planReview: addDays(today, 90), planVersion: '0' });
  for (const { kind, days, by, note } of protections) {
    await act.step(lead, 'recordProtection', caseId, { protectionKind: kind, protectedFrom: today, protectedUntil: addDays(today, days), decidedBy: by, protectionNote: note });
  }
}

/** Weeks later it is not as it was. */
export async function changedLater(act: Acting, { later, change }: Safety, caseId: FileId, lead: string): Promise<void> {
  if (later !== undefined) await look(act, later, caseId, lead);
  if (change !== undefined) await act.step(lead, 'suspectChanged', caseId, { suspectChange: change.change, changedOn: osloDay(act.now()), changeWhat: change.what });
}

async function look(act: Acting, factors: Safety['factors'], caseId: FileId, lead: string): Promise<void> {
  const notes = Object.fromEntries(Object.entries(factors).map(([factor, note]) => [`about_${factor}`, note]));
  await act.step(lead, 'markRiskFactors', caseId, { riskFactors: Object.keys(factors), lookedOn: osloDay(act.now()), ...notes });
}
