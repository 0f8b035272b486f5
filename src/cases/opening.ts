import type { FileId, UserId } from '../kernel/ids.ts';
import type { Writer } from '../kernel/journal/event.ts';
import { done } from '../kernel/outcome.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import type { Connection } from './choices.ts';
import type { DecisionContext } from './conditions.ts';
import { protectionEntries, rightsEntries, type RightsSent, type Said } from './crossing.ts';
import { entry, type AkuttRecord, type CaseStart, type NewCaseEvent } from './events.ts';
import { checkFields } from './fields.ts';
import { check, guard, partRefusal, type Decision } from './guard.ts';
import { refuseCase } from './refusals.ts';
import { NO_RIGHTS } from './rights.ts';
import { isClosed } from './status.ts';
import { WORKFLOW } from './workflow.ts';

export type OpenCase = {
  readonly reference: string;
  /** at least one; the reports themselves never learn of the case */
  readonly reports: readonly FileId[];
  readonly start: CaseStart;
  /** whoever the reports keep from seeing them */
  readonly leftOut: readonly UserId[];
  /** the one question (fvl § 6), as this person answered it before each report was read, or at the latest now */
  readonly connection: Connection;
  /** Akutt as it was raised on the report */
  readonly akutt?: { readonly record: AkuttRecord; readonly raisedBy: Writer; readonly raisedAt: Instant } | undefined;
  /** how its address was protected where it came from */
  readonly protection?: readonly Said[] | undefined;
  /** what the person had said no to there */
  readonly rights?: RightsSent | undefined;
};

/**
 * T1: a case begins with one report or more. A coordinator who opens it has it already, so T3 follows in the same breath.
 * Refuses: excluded, opener_connected, not_your_role, no_report, bad_input.
 */
export function decideOpenCase(input: OpenCase, ctx: DecisionContext): Decision {
  if (input.leftOut.includes(ctx.actor.userId)) return refuseCase('excluded');
  const part = partRefusal(WORKFLOW.openCase.who, ctx.actor, undefined);
  if (part !== undefined) return refuseCase(part);
  const faults = checkFields(WORKFLOW.openCase, { connection: input.connection }, ctx.now);
  if (faults !== undefined) return faults;
  if (input.connection === 'TILKNYTTET') return refuseCase('opener_connected');
  if (input.reports.length === 0) return refuseCase('no_report');
  const { reference, start, leftOut, akutt } = input;
  return done([
    entry('CaseOpened', ctx.now, { reference, reports: [...new Set(input.reports)], start, leftOut: [...new Set(leftOut)] }),
    entry('ImpartialityDeclared', ctx.now, { connection: 'INGEN' }),
    ...protectionEntries(undefined, input.protection ?? [], ctx),
    ...(input.rights === undefined ? [] : rightsEntries(NO_RIGHTS, input.rights, ctx.now)),
    ...(akutt === undefined ? [] : [entry('AkuttRaised', akutt.raisedAt, { ...akutt.record, raisedBy: akutt.raisedBy })]),
    ...(isCoordinator(ctx) ? [entry('HandedOver', ctx.now, {}), entry('HandoverRead', ctx.now, {})] : []),
  ]);
}

/** T3: reception hands the case to the coordinators. One who is a coordinator has read it too. */
export function decideHandOver(state: CaseState, input: { readonly note?: string | undefined }, ctx: DecisionContext): Decision {
  const no = check('handOver', state, input, ctx);
  if (no !== undefined) return no;
  return done([entry('HandedOver', ctx.now, { note: input.note }), ...(isCoordinator(ctx) ? [entry('HandoverRead', ctx.now, {})] : [])]);
}

/** T3: the read receipt; reception sees the case no longer. */
export function decideReadHandover(state: CaseState, ctx: DecisionContext): Decision {
  return guard('readHandover', state, ctx) ?? done([entry('HandoverRead', ctx.now, {})]);
}

/** The read receipt that follows of itself when a coordinator begins to work on the case; none in one that has ended, which nobody has in hand. */
export function readReceipt(state: CaseState, ctx: DecisionContext): NewCaseEvent[] {
  const unread = !isClosed(state.status) && state.handover !== undefined && state.handover.read === undefined;
  return unread && isCoordinator(ctx) ? [entry('HandoverRead', ctx.now, {})] : [];
}


function isCoordinator(ctx: DecisionContext): boolean {
  return ctx.actor.roles.includes('KOORDINATOR');
}
