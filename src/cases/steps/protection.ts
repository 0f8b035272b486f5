import { done } from '../../kernel/outcome.ts';
import type { Day } from '../../kernel/time.ts';
import type { CaseState } from '../case.ts';
import type { DecisionContext } from '../conditions.ts';
import { entry } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import { periodFault, runs, type Protection } from '../protection.ts';
import { refuseCase } from '../refusals.ts';
import type { ProtectionKind } from '../safety-codes.ts';

export type RecordProtection = {
  /** new and random */
  readonly protectionId: string;
  readonly protectionKind: ProtectionKind;
  readonly protectedFrom: Day;
  readonly protectedUntil: Day;
  readonly decidedBy?: string | undefined;
  readonly protectionNote?: string | undefined;
};

/** What police, prosecutor or court gave the person, and its last day. A day beyond what the law allows was read wrongly: it is refused. */
export function decideRecordProtection(state: CaseState, input: RecordProtection, ctx: DecisionContext): Decision {
  const { protectionId, ...said } = input;
  const no = check('recordProtection', state, said, ctx);
  if (no !== undefined) return no;
  if (state.protections.some((one) => one.protectionId === protectionId)) return done([]);
  const { protectionKind: kind, protectedFrom: from, protectedUntil: until, decidedBy, protectionNote: note } = said;
  const fault = periodFault(kind, { from, until });
  if (fault !== undefined) return refuseCase('bad_input', { protectedUntil: fault });
  return done([entry('ProtectionRecorded', ctx.now, { protectionId, kind, from, until, decidedBy, note })]);
}

export type RenewProtection = { readonly protection: string; readonly protectedFrom: Day; readonly protectedUntil: Day };

/** Given anew: each period has the law's whole length. */
export function decideRenewProtection(state: CaseState, input: RenewProtection, ctx: DecisionContext): Decision {
  const { protection: id, protectedFrom: from, protectedUntil: until } = input;
  const no = check('renewProtection', state, input, ctx);
  if (no !== undefined) return no;
  const one = running(state, id);
  if (one === undefined) return refuseCase('bad_input', { protection: 'not_offered' });
  if (one.from === from && one.until === until) return done([]);
  const fault = periodFault(one.kind, { from, until }) ?? (until <= one.until ? 'renewal_not_longer' : undefined);
  if (fault !== undefined) return refuseCase('bad_input', { protectedUntil: fault });
  return done([entry('ProtectionRenewed', ctx.now, { protectionId: id, from, until })]);
}

/** Over: lifted, handed back, or left to run out. Nobody is reminded any more. */
export function decideEndProtection(state: CaseState, input: { readonly protection: string; readonly grounds: string }, ctx: DecisionContext): Decision {
  const no = check('endProtection', state, input, ctx);
  if (no !== undefined) return no;
  const one = running(state, input.protection);
  if (one === undefined) return refuseCase('bad_input', { protection: 'not_offered' });
  return done([entry('ProtectionEnded', ctx.now, { protectionId: one.protectionId, grounds: input.grounds })]);
}

function running({ protections }: CaseState, id: string): Protection | undefined {
  return protections.find((one) => one.protectionId === id && runs(one));
}
