import type { FileId, UserId } from '../kernel/ids.ts';
import { done } from '../kernel/outcome.ts';
import { isImpartial, type CaseState } from './case.ts';
import type { Connection } from './choices.ts';
import type { DecisionContext } from './conditions.ts';
import { protectionEntries, rightsEntries } from './crossing.ts';
import { inBoth } from './akutt.ts';
import { entry, type CaseStart, type NewCaseEvent } from './events.ts';
import { check, guard, type Decision } from './guard.ts';
import { readReceipt, type OpenCase } from './opening.ts';
import { refuseCase } from './refusals.ts';
import { endingProposed } from './voided.ts';

export type JoinReport = {
  readonly report: FileId;
  readonly reference: string;
  /** what the report tells, as a case of its own would begin with it */
  readonly start: CaseStart;
  /** whoever the report keeps from seeing it */
  readonly leftOut: readonly UserId[];
  /** the one question (fvl § 6), about the report and the case in one */
  readonly connection: Connection;
  readonly akutt?: OpenCase['akutt'];
  /** how the address of a case that came from another region was protected there */
  readonly protection?: OpenCase['protection'];
  readonly rights?: OpenCase['rights'];
  /** why a closed case is reopened for it */
  readonly grounds?: string | undefined;
};

/**
 * T16: a report goes into a case that is open already. What it tells stands beside what was known and overwrites nothing; whoever it keeps
 * out is out of the case; danger in it raises Akutt, beside a danger that is raised already. A report that the case holds changes nothing.
 * A proposal to end the case was made without having read it, and falls: nothing is closed over what came meanwhile.
 * T15: a closed case is reopened in the same breath, by grounds, and the entry names the report.
 * Refuses: those of the workflow table (`case_closed` among them), excluded, joiner_connected, report_owner_differs (another controller, as for two cases: merging.ts), bad_input.
 */
export function decideJoinReport(state: CaseState, input: JoinReport, ctx: DecisionContext): Decision {
  if (state.reports.includes(input.report)) return done([]);
  const { report, reference, start, connection, akutt, grounds } = input;
  const leftOut = [...new Set(input.leftOut)];
  const no = check('joinReport', state, { connection, grounds }, ctx);
  if (no !== undefined) return no;
  if (leftOut.includes(ctx.actor.userId)) return refuseCase('excluded');
  if (connection === 'TILKNYTTET') return refuseCase('joiner_connected');
  if (state.owner !== undefined && start.owner !== undefined && state.owner !== start.owner) return refuseCase('report_owner_differs');
  const closed = state.status === 'AVSLUTTET';
  if (closed && (grounds ?? '').trim() === '') return refuseCase('bad_input', { grounds: 'missing' });
  return done([
    ...(isImpartial(state, ctx.actor.userId) ? [] : [entry('ImpartialityDeclared', ctx.now, { connection: 'INGEN' })]),
    ...readReceipt(state, ctx),
    ...(closed ? [entry('CaseReopened', ctx.now, { grounds: grounds ?? '', report, reference })] : []),
    entry('ReportJoined', ctx.now, { report, reference, leftOut, start, ...endingProposed(state) }),
    ...protectionEntries(state, input.protection ?? [], ctx),
    ...(input.rights === undefined ? [] : rightsEntries(state, input.rights, ctx.now)),
    ...(akutt === undefined ? [] : [raised(state, akutt)]),
  ]);
}

/** Beside a danger that is raised already the one in the report is not lost: both are looked at anew, and that it has to be averted is asked of the new one, too (strl. § 196). */
function raised({ akutt: own }: CaseState, { record, raisedBy, raisedAt: at }: NonNullable<OpenCase['akutt']>): NewCaseEvent {
  if (own === undefined) return entry('AkuttRaised', at, { ...record, raisedBy });
  const { raisedAt, ...both } = inBoth(own, { ...record, raisedBy, raisedAt: at, reviewedAt: undefined });
  return entry('AkuttRaised', raisedAt, { ...both, avertingDuty: 'IKKE_VURDERT' });
}

/** T16: the read receipt of whoever leads the case. */
export function decideReadReport(state: CaseState, ctx: DecisionContext): Decision {
  return guard('readReport', state, ctx) ?? done([entry('JoinedReportRead', ctx.now, {})]);
}
