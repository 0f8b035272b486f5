import type { Actor } from '../kernel/actor.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';

/** The rounds and the queue alone: nobody sends a message by hand. */
export function mayTell(actor: Actor, task: string): Verdict {
  return actor.kind === 'system' && actor.task === task ? allow('system') : deny('only_system');
}

const SEE: readonly string[] = ['SYSTEMADMIN', 'KOORDINATOR', 'LEDER'];

/** Who may see what was sent when, and whether it arrived; which lines, isShown says. */
export function maySeeMessages(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = SEE.find((name) => actor.roles.includes(name));
  return role === undefined ? deny('role') : allow(role);
}

/**
 * Whether a line may be shown: some file it was about is one that the reader is not left out of. A message that others got about a
 * file that one must not know of would tell that there is such a file.
 * @param leftOut for each file the message was about, whether the reader is left out of it
 */
export function isShown(leftOut: readonly boolean[]): boolean {
  return leftOut.some((out) => !out);
}
