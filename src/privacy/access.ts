import type { JudgedCase } from '../cases/public.ts';
import type { Actor, Person } from '../kernel/actor.ts';
import type { FileId, MunicipalityId } from '../kernel/ids.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';
import { isTheirs } from './breach.ts';
import type { Disposal } from './disposal.ts';
import { PRIVACY_WORKFLOW } from './workflow.ts';

/** A file that a request was found to be about, by its own rules: a case, or a report or consultation that no case has. */
export type Linked = {
  readonly kind: 'case' | 'report' | 'consultation'; readonly fileId: FileId; readonly reference: string; readonly owner: MunicipalityId | undefined;
  /** its address is strictly confidential */
  readonly strict: boolean;
  readonly reads: Verdict;
  /** the reports that are opened with it */
  readonly reports: readonly FileId[];
};

/** What access to one request is judged by. */
export type RequestFacts = {
  /** the asker is named or nearly named in it (fvl § 6) */
  readonly named: boolean;
  /** the asker is the reserve, and it is theirs to look in (access-request.ts, isReserves) */
  readonly reserves: boolean;
  /** what it was found to be about; empty: nothing, nobody has looked, or only what does not exist for the asker */
  readonly found: readonly Linked[];
};

/** The first of these roles that somebody holds. */
function roleOf(actor: Actor, roles: readonly string[]): { readonly person: Person; readonly role: string } | undefined {
  if (actor.kind !== 'person') return undefined;
  const role = roles.find((name) => actor.roles.includes(name));
  return role === undefined ? undefined : { person: actor, role };
}

function anyOf(actor: Actor, roles: readonly string[]): Verdict {
  const held = roleOf(actor, roles);
  return held === undefined ? deny('role') : allow(held.role);
}

/** T20: who sees that somebody has asked for access; of which case, if of any, no list tells. */
export function maySeeRequests(actor: Actor): Verdict {
  return anyOf(actor, [...PRIVACY_WORKFLOW.registerRequest.who, 'PERSONVERNOMBUD']);
}

export function mayRegisterRequest(actor: Actor): Verdict {
  return anyOf(actor, PRIVACY_WORKFLOW.registerRequest.who);
}

/**
 * One request. Whoever is named in it does not find it, and the reserve one alone that is theirs to look in. For whoever is left out of the case it is about, or may not know of it, it stays as it was
 * before anybody looked: were it gone once it was linked, they would know that there is a case. The case is opened for those alone who may read it
 * anyway; the data-protection officer reads how the request is handled, and nothing of anybody.
 */
export function mayReadRequest(actor: Actor, facts: RequestFacts): Verdict {
  const [handles, advises] = [mayHandleRequest(actor, facts), anyOf(actor, PRIVACY_WORKFLOW.adviseRequest.who)];
  if (handles.allow || !advises.allow) return handles;
  return facts.named ? deny('named_in_it') : advises;
}

/** Identity, search, answer. */
export function mayHandleRequest(actor: Actor, { named, reserves, found }: RequestFacts): Verdict {
  const why = roleOf(actor, PRIVACY_WORKFLOW.answerRequest.who)?.role ?? (reserves ? 'reserve' : undefined);
  if (why === undefined) return deny('role');
  if (named) return deny('named_in_it');
  const files = found.flatMap(({ reads }) => (reads.allow ? reads.files ?? [] : []));
  return files.length === 0 ? allow(why) : allow(why, files);
}

/** What is given and what is withheld is decided by somebody who may read it. `of`: which file. */
export function mayDecidePassages(actor: Actor, facts: RequestFacts & { readonly of: Linked | undefined }): Verdict {
  const handles = mayHandleRequest(actor, facts);
  if (!handles.allow) return handles;
  if (facts.of === undefined) return deny('no_case');
  return facts.of.reads.allow ? handles : deny(facts.of.reads.because);
}

/** GDPR art. 39: the data-protection officer advises; the controller decides. */
export function mayAdvise(actor: Actor, facts: RequestFacts): Verdict {
  const officer = anyOf(actor, PRIVACY_WORKFLOW.adviseRequest.who);
  return officer.allow ? mayReadRequest(actor, facts) : officer;
}

/** T21: the archivist for the region, a leader for their own municipality, the data-protection officer for the protocol. */
export function maySeeArchive(actor: Actor): Verdict {
  return anyOf(actor, ['ARKIVAR', 'LEDER', 'PERSONVERNOMBUD']);
}

/** The first of the two: the archivist, of a closed case that they are not left out of. */
export function mayProposeDisposal(actor: Actor, found: JudgedCase): Verdict {
  const archivist = anyOf(actor, PRIVACY_WORKFLOW.proposeDisposal.who);
  if (!archivist.allow) return archivist;
  if (found.excluded) return deny('excluded');
  return found.strict ? deny('not_known') : allow('ARKIVAR', [found.fileId]);
}

/** Legal hold: the archivist, and the leader who answers for the municipality to whoever claims, complains or inspects. */
export function mayHold(actor: Actor): Verdict {
  return anyOf(actor, PRIVACY_WORKFLOW.holdCase.who);
}

/** A case that they are not left out of and that some list of the archive could have; a leader's own municipality's. */
export function mayHoldThis(actor: Actor, found: Pick<JudgedCase, 'excluded' | 'strict' | 'owner'>, municipalities: readonly MunicipalityId[]): Verdict {
  const held = mayHold(actor);
  if (!held.allow) return held;
  if (found.excluded || found.strict) return deny(found.excluded ? 'excluded' : 'not_known');
  return held.because === 'ARKIVAR' || found.owner === undefined || municipalities.includes(found.owner) ? held : deny('another_municipality');
}

/** What is asked about a proposal: whose it is, and for whom the asker works. */
export type DisposalFacts = { readonly row: Pick<Disposal, 'owner_municipality_id'>; readonly municipalities: readonly MunicipalityId[]; readonly excluded: boolean; /** its address is strictly confidential by now */ readonly strict: boolean };

/** The second of the two: the leader of the municipality that owns the case; of one that nobody owns, any leader. */
export function mayConfirmDisposal(actor: Actor, { row, municipalities, excluded, strict }: DisposalFacts): Verdict {
  const leader = anyOf(actor, PRIVACY_WORKFLOW.confirmDisposal.who);
  if (!leader.allow) return leader;
  if (excluded || strict) return deny(excluded ? 'excluded' : 'not_known');
  return row.owner_municipality_id === null || municipalities.includes(row.owner_municipality_id) ? leader : deny('another_municipality');
}

/** Either of the two may take it back before the second has confirmed it. */
export function mayWithdrawDisposal(actor: Actor, facts: DisposalFacts): Verdict {
  if (facts.excluded || facts.strict) return deny(facts.excluded ? 'excluded' : 'not_known');
  const archivist = anyOf(actor, PRIVACY_WORKFLOW.proposeDisposal.who);
  return archivist.allow ? archivist : mayConfirmDisposal(actor, facts);
}

/** That an archive has confirmed what it got, whoever keeps the archive here writes down. */
export function mayRecordReceipt(actor: Actor, { excluded, strict }: DisposalFacts): Verdict {
  if (excluded || strict) return deny(excluded ? 'excluded' : 'not_known');
  return anyOf(actor, PRIVACY_WORKFLOW.recordReceipt.who);
}

/** How long something is kept where the law leaves it to the municipality (arkivforskrifta § 3): whoever answers for one. */
export function mayChooseRequestYears(actor: Actor): Verdict {
  return anyOf(actor, PRIVACY_WORKFLOW.chooseRequestYears.who);
}

/** Requests that no case holds go by their rule, with nobody looking at them. */
export function maySweepRequests(actor: Actor): Verdict {
  return actor.kind === 'system' && actor.task === 'sweep_requests' ? allow('system') : deny('only_system');
}

/** What two people decided, the worker carries out; and again after a restore. */
export function mayCarryOut(actor: Actor, files: Pick<Disposal, 'files'>): Verdict {
  return actor.kind === 'system' && actor.task === 'dispose' ? allow('system', files.files) : deny('only_system');
}

/** What is asked about one breach. `municipalities` undefined: it is written down now. */
export type BreachFacts = { readonly municipalities: readonly MunicipalityId[] | undefined; readonly own: readonly MunicipalityId[]; /** somebody else names them in it (fvl § 6): what they did is not theirs to settle */ readonly named: boolean };

/**
 * One breach. Each municipality is its own controller (GDPR art. 4 no. 7): a leader and a data-protection officer who work for one of them handle those
 * that are also its; the coordinator, who works for all, handles all. Whoever is named in it does not find it.
 */
export function mayHandleBreach(actor: Actor, { municipalities, own, named }: BreachFacts): Verdict {
  const handles = mayHandleBreaches(actor);
  if (handles.allow && named) return deny('named_in_it');
  if (!handles.allow || municipalities === undefined || handles.because === 'KOORDINATOR') return handles;
  return isTheirs({ municipalities }, own) ? handles : deny('another_municipality');
}

/** Avvik: whoever answers for it, and whoever looks after that it is handled. */
export function mayHandleBreaches(actor: Actor): Verdict {
  return anyOf(actor, ['KOORDINATOR', 'LEDER', 'PERSONVERNOMBUD']);
}
