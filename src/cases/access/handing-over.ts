import type { Actor } from '../../kernel/actor.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { allow, deny, type Verdict } from '../../kernel/verdict.ts';
import { mayTakeStep, type AccessActor, type CaseFacts } from '../access.ts';

type Asked = { readonly actor: AccessActor; readonly facts: CaseFacts };

/** Those who end accounts; whoever it is about sees their own. */
const SEES: readonly string[] = ['KOORDINATOR', 'LEDER', 'SYSTEMADMIN'];
const LEADS: readonly string[] = ['KOORDINATOR', 'TEAMMEDLEM'];

function roleOf(actor: Actor, roles: readonly string[]): string | undefined {
  return actor.kind === 'person' ? roles.find((role) => actor.roles.includes(role)) : undefined;
}

function isSelf(actor: Actor, about: UserId): boolean {
  return actor.kind === 'person' && actor.userId === about && roleOf(actor, LEADS) !== undefined;
}

/** May come to the page of what somebody has in hand; which cases stand on it, the list's own rule says. @param readable those whose alias it shows */
export function maySeeHanding(actor: Actor, about: UserId, readable: readonly FileId[]): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  if (isSelf(actor, about)) return allow('own_cases', readable);
  const role = roleOf(actor, SEES);
  return role === undefined ? deny('role') : allow(role, readable);
}

/** May give these cases to others for good; undefined where one of them does not exist: whoever coordinates each of them. Nobody is given one that they do not know of. */
export function mayHandOver(actor: Actor, cases: readonly Asked[] | undefined, now: Instant): Verdict {
  return roleOf(actor, ['KOORDINATOR']) === undefined && cases?.length === 0 ? deny('role') : forEach('handOverLead', cases, now);
}

/** May say who stands in: for oneself, or as the coordinator of the cases. */
export function mayChooseStandIn(actor: Actor, about: UserId, cases: readonly Asked[] | undefined, now: Instant): Verdict {
  return !isSelf(actor, about) && roleOf(actor, ['KOORDINATOR']) === undefined ? deny('role') : forEach('deputiseLead', cases, now);
}

/** May take this step in one of the cases: as the workflow table has it, and of a strictly confidential one only who has it otherwise than by having been let in for a time. */
export function mayGive(step: 'handOverLead' | 'nameKeeper' | 'deputiseLead' | 'endDeputy', { actor, facts }: Asked, now: Instant): Verdict {
  const may = mayTakeStep(step, actor, facts, now);
  return may.allow && step !== 'endDeputy' && facts.strict && !facts.named && facts.lead !== actor.userId ? deny('not_granted') : may;
}

function forEach(step: 'handOverLead' | 'deputiseLead', cases: readonly Asked[] | undefined, now: Instant): Verdict {
  if (cases === undefined) return deny('unknown');
  const verdicts = cases.map((asked) => mayGive(step, asked, now));
  const no = verdicts.find((verdict) => !verdict.allow);
  return no ?? allow('hands_over', cases.map(({ facts }) => facts.fileId));
}
