import type { Actor } from '../kernel/actor.ts';
import type { FileId } from '../kernel/ids.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';

/** What is asked about a report before anybody may see it. */
export type ReportFacts = {
  readonly fileId: FileId;
  /** the asker is named or nearly named in it */
  readonly excluded: boolean;
  /** a case with a strictly confidential address holds it, and the asker is not one of the coordinators who are named for that, nor the reserve when none of those is left */
  readonly shut: boolean;
  /** such a case holds it, whoever asks: who is named signs in anew to read it */
  readonly strict: boolean;
  /** no coordinator of today may see it: the reserve in another municipality does what a coordinator does (fvl § 6) */
  readonly forReserve: boolean;
  readonly askerIsReserve: boolean;
  /** what the asker answered before content (fvl § 6): not connected, or that they answer later because it is Akutt; undefined where the question is open */
  readonly answer: 'INGEN' | 'SENERE' | undefined;
  /** a case has taken in everything that arrived; with an unread addition it is reception's again, day and night */
  readonly decided: boolean;
};

/** Who may be asked about a report, answer, raise it to Akutt and make a case of it; what it says is for mayReadReport. */
export function mayHandleReport(actor: Actor, facts: ReportFacts): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  if (facts.excluded) return deny('named_in_it');
  if (facts.shut) return deny('not_granted');
  if (facts.forReserve && facts.askerIsReserve) return allow('reserve', [facts.fileId]);
  if (actor.roles.includes('KOORDINATOR')) return allow('coordinator', [facts.fileId]);
  if (actor.roles.includes('MOTTAK')) return facts.decided ? deny('decided') : allow('reception', [facts.fileId]);
  return deny('role');
}

/** Who may read a report and hand it over: whoever it is for, once they have answered whether they are connected to somebody in it. */
export function mayReadReport(actor: Actor, facts: ReportFacts): Verdict {
  const handles = mayHandleReport(actor, facts);
  return handles.allow && facts.answer === undefined ? deny('impartiality_first') : handles;
}

/** Who may divide a report between the people it is about, or send it on: a coordinator who has answered, or the reserve who stands in. */
export function coordinatesReport(actor: Actor, facts: ReportFacts): Verdict {
  const reads = mayReadReport(actor, facts);
  return reads.allow && reads.because === 'reception' ? deny('role') : reads;
}

/** Who may tell on what came later: whoever may settle the report, and handle each of those it is told to. The first is the report itself. */
export function mayPassOn(actor: Actor, [report, ...others]: readonly ReportFacts[]): Verdict {
  if (report === undefined) return deny('unknown');
  const settles = coordinatesReport(actor, report);
  if (!settles.allow) return settles;
  const verdicts = others.map((one) => mayHandleReport(actor, one));
  const no = verdicts.find((one) => !one.allow || one.because === 'reception');
  return no === undefined ? allow(settles.because, [report.fileId, ...others.map(({ fileId }) => fileId)]) : deny(no.allow ? 'role' : no.because);
}

/** Who may come to a report's page: to all of it, or to the question alone. Then no file is opened, so that there is nothing to show. */
export function mayOpenReport(actor: Actor, facts: ReportFacts): Verdict {
  const reads = mayReadReport(actor, facts);
  return reads.allow || !mayHandleReport(actor, facts).allow ? reads : allow('question');
}

/** Who may look at the inbox at all; its rows are judged one by one with mayHandleReport. */
export function maySeeInbox(actor: Actor, facts: { readonly askerIsReserve: boolean }): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  if (facts.askerIsReserve) return allow('reserve');
  if (actor.roles.includes('KOORDINATOR') || actor.roles.includes('MOTTAK')) return allow('reception');
  return deny('role');
}

/** The coordinators print pads of the paper form, and account for the sheets. */
export function mayKeepPads(actor: Actor): Verdict {
  return actor.kind === 'person' && actor.roles.includes('KOORDINATOR') ? allow('coordinator') : deny('role');
}

/** Which numbers have not come back: reception's to look for, and the leader's to know. Nothing of any report stands there. */
export function maySeePads(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = ['KOORDINATOR', 'MOTTAK', 'LEDER'].find((name) => actor.roles.includes(name));
  return role === undefined ? deny('role') : allow(role);
}

/** The account of what came: how much, how far it has come, and what is missing. No name, no reference, nothing of any report. */
export function mayReadLedger(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = ['LEDER', 'KOORDINATOR', 'SYSTEMADMIN'].find((name) => actor.roles.includes(name));
  return role === undefined ? deny('role') : allow(role);
}

/** The leader answers for what was lost, and says what was done about it. */
export function maySettleLost(actor: Actor): Verdict {
  return actor.kind === 'person' && actor.roles.includes('LEDER') ? allow('leader') : deny('role');
}

/** Who types in what came by phone, letter or on foot, or what they found in their own work. Nothing is shown to them of what there is. */
export function mayTypeReports(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM'].find((name) => actor.roles.includes(name));
  return role === undefined ? deny('role') : allow(role);
}

/** Who notes that somebody rang and asked about a person: whoever answers the phone. */
export function mayNoteEnquiry(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  const role = ['MOTTAK', 'KOORDINATOR'].find((name) => actor.roles.includes(name));
  return role === undefined ? deny('role') : allow(role);
}

/** What is asked about a noted enquiry. */
export type EnquiryFacts = { readonly askerIsReserve: boolean; /** the asker is named or nearly named in it */ readonly named: boolean };

/** The coordinators read what was noted, and the reserve, so that one that names every coordinator is read, too (fvl § 6). */
export function mayReadEnquiry(actor: Actor, facts: EnquiryFacts): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  if (facts.named) return deny('named_in_it');
  if (actor.roles.includes('KOORDINATOR')) return allow('coordinator');
  return facts.askerIsReserve ? allow('reserve') : deny('role');
}

/** What is asked about an unfinished form before anybody but its writer may see it. */
export type DraftFacts = {
  readonly mine: boolean;
  /** not handed over, and begun more than half an hour ago or by somebody who is signed in nowhere now */
  readonly left: boolean;
  /** the asker is named or nearly named in it, or works where it says that somebody does (workplace.ts) */
  readonly named: boolean;
};

/** A talk that became no report is put away by a coordinator, who says why; whoever it names leaves it to another. */
export function mayPutAwayDraft(actor: Actor, facts: DraftFacts): Verdict {
  if (actor.kind !== 'person' || !actor.roles.includes('KOORDINATOR')) return deny('role');
  return mayTakeDraft(actor, facts);
}

/** Only the writer's own; another's does not exist until it has been taken over. */
export function mayOpenDraft(actor: Actor, facts: Pick<DraftFacts, 'mine'>): Verdict {
  const types = mayTypeReports(actor);
  return !types.allow || facts.mine ? types : deny('not_mine');
}

/** A new one, or one's own. */
export const mayKeepDraft = mayOpenDraft;

/** A talk that was left is everybody's in reception, except those whom it names (fvl § 6). */
export function mayTakeDraft(actor: Actor, facts: DraftFacts): Verdict {
  const opens = mayOpenDraft(actor, facts);
  if (opens.allow || actor.kind !== 'person' || !facts.left) return opens;
  if (!actor.roles.some((role) => role === 'MOTTAK' || role === 'KOORDINATOR')) return deny('role');
  return facts.named ? deny('named_in_it') : allow('left');
}
