import type { UserId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Day } from '../../kernel/time.ts';
import { askingFault, type Asking } from '../asking.ts';
import { isExcluded, type CaseState } from '../case.ts';
import { isKeeper, type DecisionContext } from '../conditions.ts';
import { entry } from '../events.ts';
import type { Numbered } from '../two-people.ts';
import { check, type Decision } from '../guard.ts';
import { refuseCase } from '../refusals.ts';
import type { AddressLevel, AddressSource, SeeReason } from '../choices/secrecy.ts';
import { isStrict, isStricter, saidBy } from '../secrecy.ts';

export type ProtectAddress = {
  readonly addressSource: AddressSource;
  readonly addressLevel: AddressLevel;
  readonly addressSince: Day;
  /** with STRENGT: the coordinator who keeps the case */
  readonly keeper?: UserId | undefined;
  /** the roles that person holds now */
  readonly keeperRoles: readonly string[];
};

/**
 * What a source says of the address. One person may make it stricter, at once. With strengt fortrolig no coordinator has the case by role
 * any more: only those who are named, who lead it or were let in; a coordinator who writes it down is named as well. Where it is so already, nobody who is named
 * loses the case by what another source says, and only one of them names one more; somebody is named instead by decideNameKeeper alone.
 */
export function decideProtectAddress(state: CaseState, input: ProtectAddress, ctx: DecisionContext): Decision {
  const { addressSource: source, addressLevel: level, addressSince: since, keeper, keeperRoles } = input;
  const no = check('protectAddress', state, { addressSource: source, addressLevel: level, addressSince: since, keeper }, ctx);
  if (no !== undefined) return no;
  if (since > osloDay(ctx.now)) return refuseCase('bad_input', { addressSince: 'in_future' });
  const before = saidBy(state, source);
  if (isReportersNo(source, level) || (before !== undefined && isStricter(before.level, level))) return refuseCase('two_must_lower', { addressLevel: 'two_must_lower' });
  if (level !== 'STRENGT') return done([entry('AddressProtected', ctx.now, { source, level, since, named: [] })]);
  if (keeper === undefined || !keeperRoles.includes('KOORDINATOR') || isExcluded(state, keeper)) return refuseCase('bad_input', { keeper: 'keeper_not_coordinator' });
  const already = isStrict(state);
  if (already && !isKeeper(state, ctx) && !state.address.named.includes(keeper)) return refuseCase('bad_input', { keeper: 'only_keepers' });
  const beside = already ? state.address.named : ctx.actor.roles.includes('KOORDINATOR') ? [ctx.actor.userId] : [];
  const named = [...new Set([keeper, ...beside])];
  return done([entry('AddressProtected', ctx.now, { source, level, since, named })]);
}

/** That no reporter's word counts any more. What was added to a report stands in the report alone, so two always decide this, also where the case itself knows of no such word. */
function isReportersNo(source: AddressSource, level: AddressLevel): boolean {
  return source === 'MELDER' && level === 'UGRADERT';
}

export type ProposeLowering = Asking & { readonly addressSource: AddressSource; readonly addressLevel: AddressLevel; readonly grounds: string };

/** To lower what a source says: proposed by one, decided by another, who may be asked by name. */
export function decideProposeLowering(state: CaseState, input: ProposeLowering, ctx: DecisionContext): Decision {
  const { confirmerRoles: _roles, confirmerAway: _away, ...filled } = input;
  const { addressSource: source, addressLevel: level, grounds } = filled;
  const no = check('proposeLowering', state, filled, ctx) ?? askingFault('proposeLowering', state, input, ctx);
  if (no !== undefined) return no;
  const before = saidBy(state, source);
  if (!isReportersNo(source, level) && (before === undefined || !isStricter(before.level, level))) return refuseCase('bad_input', { addressLevel: 'not_lower' });
  return done([entry('AddressLoweringProposed', ctx.now, { proposal: state.address.proposals + 1, source, level, grounds, asked: input.confirmer })]);
}

/** The second person confirms the proposal they read. */
export function decideConfirmLowering(state: CaseState, { proposal }: Numbered, ctx: DecisionContext): Decision {
  const no = check('confirmLowering', state, {}, ctx);
  if (no !== undefined) return no;
  const { lowering } = state.address;
  if (lowering === undefined || lowering.no !== proposal) return refuseCase('proposal_changed');
  return done([entry('AddressLowered', ctx.now, { proposal, source: lowering.source, level: lowering.level, since: osloDay(ctx.now) })]);
}

/** Who reported is shown to whoever has said why, and the journal keeps both. */
export function decideSeeReporter(state: CaseState, input: { readonly seeReason: SeeReason; readonly grounds: string }, ctx: DecisionContext): Decision {
  return check('seeReporter', state, input, ctx) ?? done([entry('ReporterSeen', ctx.now, { reason: input.seeReason, grounds: input.grounds })]);
}
