import type { Actor } from '../kernel/actor.ts';
import type { FileId } from '../kernel/ids.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';

/** What is asked about a report before anybody may see it. */
export type ReportFacts = {
  readonly fileId: FileId;
  /** the asker is named or nearly named in it */
  readonly excluded: boolean;
  /** no coordinator of today may see it: the reserve in another municipality does what a coordinator does (fvl § 6) */
  readonly forReserve: boolean;
  readonly askerIsReserve: boolean;
  /** a case has taken in everything that arrived; with an unread addition it is reception's again, day and night */
  readonly decided: boolean;
};

/** Who may open a report, raise it to Akutt, hand it over. */
export function mayHandleReport(actor: Actor, facts: ReportFacts): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  if (facts.excluded) return deny('named_in_it');
  if (facts.forReserve && facts.askerIsReserve) return allow('reserve', [facts.fileId]);
  if (actor.roles.includes('KOORDINATOR')) return allow('coordinator', [facts.fileId]);
  if (actor.roles.includes('MOTTAK')) return facts.decided ? deny('decided') : allow('reception', [facts.fileId]);
  return deny('role');
}

/** Who may look at the inbox at all; its rows are judged one by one with mayHandleReport. */
export function maySeeInbox(actor: Actor, facts: { readonly askerIsReserve: boolean }): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  if (facts.askerIsReserve) return allow('reserve');
  if (actor.roles.includes('KOORDINATOR') || actor.roles.includes('MOTTAK')) return allow('reception');
  return deny('role');
}

/** Tasks that only the system itself runs. */
export function onlyTask(task: string): (actor: Actor) => Verdict {
  return (actor) => (actor.kind === 'system' && actor.task === task ? allow('system') : deny('only_system'));
}
