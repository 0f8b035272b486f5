import type { JudgedCase } from '../cases/public.ts';
import type { FileId, MunicipalityId, UserId } from '../kernel/ids.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Operation, Receiver, Rule } from './codes.ts';

/** One line of the protocol: which file, what was done with it, on which rule, by which two people. Nothing of what stands in it. */
export type Disposal = {
  readonly disposal_id: string; readonly operation: Operation; readonly file_id: FileId;
  /** the case, and the reports that it alone holds: they go together */
  readonly files: readonly FileId[];
  readonly reference: string; readonly rule: Rule; readonly receiver: Receiver | null; readonly owner_municipality_id: MunicipalityId | null; readonly closed_on: Day;
  /** how many entries its journal had, and the MAC of the last, which vouches for all of them */
  readonly entries: number; readonly head: Buffer;
  readonly proposed_by: UserId; readonly proposed_at: Instant; readonly confirmed_by: UserId | null; readonly confirmed_at: Instant | null;
  readonly withdrawn_at: Instant | null; readonly done_at: Instant | null; readonly revision: number;
  /** of what is exported or transferred: the file of the whole case, and the SHA-256 of its two forms */
  readonly package_id: string | null; readonly package_pdf: Buffer | null; readonly package_json: Buffer | null;
  /** how many files the package names besides; null: none was counted */
  readonly package_files: number | null;
  /** of a transfer: that the archive has it */
  readonly received_by: UserId | null; readonly received_at: Instant | null;
};

/** What the rules ask about a closed case. `transferred`: handed over to an archive that has confirmed it. `held`: somebody may need it as evidence (hold.ts). */
export type Closed = Pick<JudgedCase, 'closedOn' | 'retention'> & { readonly transferred: boolean; readonly held: boolean };

/** What only a file of the whole case can be used for. */
export const WITH_PACKAGE: readonly Operation[] = ['EKSPORT', 'AVLEVERING'];
/** Days the file lies while it waits for the second person, and then for being handed over. */
export const PACKAGE_DAYS = 30;
export const NO_PACKAGE = { package_id: null, package_pdf: null, package_json: null, package_files: null, received_by: null, received_at: null } as const;

/** The year in which a case comes up: a whole year lies between it and the one it was closed in. Our own rule. */
export function yearOf(closedOn: Day): number {
  return Number(closedOn.slice(0, 4)) + 2;
}

/** An archive has confirmed that it has it, as it ended. @param closedOn what ended again since has something in it that the archive does not have */
export function isTransferred(before: readonly Pick<Disposal, 'operation' | 'withdrawn_at' | 'received_at' | 'closed_on'>[], closedOn: Day | undefined): boolean {
  return before.some((row) => row.operation === 'AVLEVERING' && row.withdrawn_at === null && row.received_at !== null && closedOn !== undefined && row.closed_on >= closedOn);
}

/** What the rules ask about a closed case, or about what never became one. */
export function closedCase(found: Pick<JudgedCase, 'closedOn' | 'retention'>, before: readonly Disposal[], held: boolean): Closed {
  return { closedOn: found.closedOn, retention: found.retention, held, transferred: isTransferred(before, found.closedOn) };
}

/**
 * What may be done with a closed case now, each on its rule. What is to be kept (bevaringsforskrifta § 3) may be exported and transferred
 * and never disposed of, until the archive has it. Nothing happens because of this list alone.
 */
export function operationsFor({ closedOn, retention, transferred }: Closed, today: Day): readonly { readonly operation: Operation; readonly rule: Rule }[] {
  if (closedOn === undefined || retention === undefined || Number(today.slice(0, 4)) < yearOf(closedOn)) return [];
  if (transferred) return [{ operation: 'KASSASJON', rule: 'AVLEVERT' }];
  if (retention === 'KORT') return [{ operation: 'KASSASJON', rule: 'KORT' }];
  return [{ operation: 'EKSPORT', rule: 'BEVARES' }, { operation: 'AVLEVERING', rule: 'BEVARES' }];
}

/** It is to be handed over, and the archive has not answered: the package that leaves is the one an export would take. */
export function isBeingTransferred(before: readonly Pick<Disposal, 'operation' | 'withdrawn_at' | 'received_at'>[]): boolean {
  return before.some((row) => row.operation === 'AVLEVERING' && row.withdrawn_at === null && row.received_at === null);
}

/** Refuses `no_rule` (no rule lets this be done with the case now), `case_on_hold`, `receiver_missing`, `no_package` (nothing was made that could leave), `files_not_fetched`, `already_proposed`, `transfer_waits`. Answers the rule. */
export function decideProposal(operation: Operation, receiver: Receiver | undefined, closed: Closed, today: Day, { waiting, transferring = false, packed, fetched = true }: { readonly waiting: boolean; /** isBeingTransferred */ readonly transferring?: boolean; readonly packed: boolean; /** the archivist has said that every file beside the package was fetched, or there is none */ readonly fetched?: boolean }): Outcome<Rule> {
  const found = operationsFor(closed, today).find((one) => one.operation === operation);
  if (found === undefined) return refuse('no_rule');
  if (operation === 'KASSASJON' && closed.held) return refuse('case_on_hold');
  if (waiting) return refuse('already_proposed');
  if (operation === 'EKSPORT' && transferring) return refuse('transfer_waits');
  if (operation === 'AVLEVERING' && receiver === undefined) return refuse('bad_input', { receiver: 'receiver_missing' });
  if (WITH_PACKAGE.includes(operation) && !packed) return refuse('no_package');
  if (operation === 'AVLEVERING' && !fetched) return refuse('bad_input', { fetched: 'files_not_fetched' });
  return done(found.rule);
}

/** The second person. Refuses `another_person_confirms_disposal`, `nothing_to_confirm`, `case_on_hold`, `no_rule` where the case was taken up again. */
export function decideConfirmation(one: Pick<Disposal, 'operation' | 'proposed_by' | 'confirmed_at' | 'withdrawn_at'>, by: UserId, closed: Closed, today: Day): Outcome<true> {
  if (one.confirmed_at !== null || one.withdrawn_at !== null) return refuse('nothing_to_confirm');
  if (one.proposed_by === by) return refuse('another_person_confirms_disposal');
  if (one.operation === 'KASSASJON' && closed.held) return refuse('case_on_hold');
  return operationsFor(closed, today).some(({ operation }) => operation === one.operation) ? done(true) : refuse('no_rule');
}

/** What was decided is carried out only on the rule it was decided on, should that still hold: a rule that became stricter meanwhile keeps the case. */
export function standsOnItsRule(one: Pick<Disposal, 'operation' | 'rule'>, closed: Closed, today: Day): boolean {
  return !closed.held && operationsFor(closed, today).some(({ operation, rule }) => operation === one.operation && rule === one.rule);
}

/** Before a second person has confirmed it. Refuses `nothing_to_confirm`. */
export function decideWithdrawal(one: Pick<Disposal, 'confirmed_at' | 'withdrawn_at'>): Outcome<true> {
  return one.confirmed_at === null && one.withdrawn_at === null ? done(true) : refuse('nothing_to_confirm');
}

/** The archive has confirmed that it holds what was transferred; only with that is the transfer done. Refuses `nothing_to_receive`. */
export function decideReceipt(one: Pick<Disposal, 'operation' | 'confirmed_at' | 'withdrawn_at' | 'received_at'>): Outcome<true> {
  return one.operation === 'AVLEVERING' && one.confirmed_at !== null && one.withdrawn_at === null && one.received_at === null ? done(true) : refuse('nothing_to_receive');
}

/** Whether something can be proposed for it now: what is held or restricted is not destroyed, and may still be handed over. */
export function mayBeProposed({ operations, stays, transferring }: { readonly operations: readonly { readonly operation: Operation }[]; readonly stays: string | undefined; readonly transferring: boolean }): boolean {
  return operations.some(({ operation }) => (operation === 'EKSPORT' ? !transferring : operation !== 'KASSASJON' || stays === undefined));
}
