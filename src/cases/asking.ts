import type { Refusal } from '../kernel/outcome.ts';
import type { UserId } from '../kernel/ids.ts';
import { addMs, DAY_MS, type Instant } from '../kernel/time.ts';
import { isExcluded, isInReception, type CaseState } from './case.ts';
import { hasForGood, type DecisionContext } from './conditions.ts';
import { leadFor } from './deputy.ts';
import { refuseCase } from './refusals.ts';
import { isStrict } from './secrecy.ts';
import { WORKFLOW, type StepKey } from './workflow.ts';

/** What one person proposes, and the step by which another answers it. */
const ANSWERED_BY = {
  proposeTransfer: 'confirmTransfer', proposeClassification: 'confirmClassification', classifyProvisionally: 'confirmClassification', proposeReclassification: 'confirmClassification',
  proposeNotACase: 'confirmNotACase', adviseOnly: 'confirmNotACase', proposeClosing: 'closeCase', proposeEarlyClosing: 'closeCase', proposeLowering: 'confirmLowering',
} as const satisfies Partial<Readonly<Record<StepKey, StepKey>>>;
export type ProposingStep = keyof typeof ANSWERED_BY;

/** Whoever proposes something for two may ask one colleague by name. Asking lets them in, for the answer alone, until it is given. */
export type Asking = { readonly confirmer?: UserId | undefined; /** the roles of whoever is asked, today */ readonly confirmerRoles?: readonly string[] | undefined; /** they are away today, and somebody stands in for them */ readonly confirmerAway?: boolean | undefined };

/** Why this colleague could not be the second of the two; undefined where they can, and where nobody is asked by name. */
export function askingFault(step: ProposingStep, state: CaseState, { confirmer, confirmerRoles = [], confirmerAway = false }: Asking, ctx: Pick<DecisionContext, 'actor' | 'keeps' | 'now'>): Refusal | undefined {
  const { actor } = ctx;
  if (confirmer === undefined) return undefined;
  // Asking lets in. Whoever was let in themselves lets nobody else into a strictly confidential case.
  if (!hasForGood(state, ctx)) return refuseCase('bad_input', { confirmer: 'only_keepers' });
  const may = confirmer !== actor.userId && !isExcluded(state, confirmer) && canBeSecond(step, actor.roles, { roles: confirmerRoles }) && isLetIn(state, { userId: confirmer, roles: confirmerRoles }, ctx.now);
  if (!may) return refuseCase('bad_input', { confirmer: 'cannot_confirm' });
  return confirmerAway ? refuseCase('bad_input', { confirmer: 'confirmer_away' }) : undefined;
}

/** Holds a role that may answer, as the workflow table has it; and where one of the two has to be a coordinator, one of them is. */
export function canBeSecond(step: ProposingStep, first: readonly string[], second: { readonly roles: readonly string[] }): boolean {
  const { who, conditions } = WORKFLOW[ANSWERED_BY[step]];
  return who.roles.some((role) => second.roles.includes(role)) && (!conditions.includes('ONE_IS_COORDINATOR') || first.includes('KOORDINATOR') || second.roles.includes('KOORDINATOR'));
}

/** Whether somebody who is asked by name can open the case: while its use is restricted a question lets in nobody who does not have it already (access.ts). */
export function isLetIn(state: CaseState, { userId, roles }: { readonly userId: UserId; readonly roles: readonly string[] }, now: Instant): boolean {
  if (state.restriction === undefined || leadFor(state, userId, now) === userId) return true;
  return roles.includes('KOORDINATOR') ? !isStrict(state) || state.address.named.includes(userId) : !isStrict(state) && isInReception(state) && roles.includes('MOTTAK');
}

export function isProposing(step: StepKey): step is ProposingStep {
  return step in ANSWERED_BY;
}

export type AskedSince = { readonly asked: UserId; readonly askedAt: Instant };

/** Who was asked by name, of one thing that waits; undefined where nobody was. */
export function askedAbout(waits: { readonly asked?: UserId | undefined; readonly at: Instant } | undefined): AskedSince | undefined {
  return waits?.asked === undefined ? undefined : { asked: waits.asked, askedAt: waits.at };
}

/**
 * How long somebody who is asked by name is let in for it: a week to answer, and one more for whoever was away. Without an end, a question that nobody
 * answers would keep a case open to one more person for good, a strictly confidential one too. A new proposal asks anew.
 */
const ASKED_LASTS = 14 * DAY_MS;

/** Whoever was asked then or before is asked no more. */
export function askedAfter(now: Instant): Instant {
  return addMs(now, -ASKED_LASTS);
}

/** Whether somebody who was asked then still is. undefined: it is not known when, and so it is over. */
export function isStillAsked(askedAt: Instant | undefined, now: Instant): boolean {
  return askedAt !== undefined && askedAt > askedAfter(now);
}

/** What became of a question to one colleague that nobody has answered. `until`: from then on it lets them in no more. */
export type Question = { readonly asked: UserId; readonly until: Instant; readonly lapsed: boolean };

export function questionOf(waits: { readonly asked?: UserId | undefined; readonly at: Instant } | undefined, now: Instant): Question | undefined {
  return waits?.asked === undefined ? undefined : { asked: waits.asked, until: addMs(waits.at, ASKED_LASTS), lapsed: !isStillAsked(waits.at, now) };
}

/** Was asked by name, not long ago, to confirm something that still waits: a proposal, a closing, or that the protection of an address is lowered. */
export function isAskedToConfirm({ proposal, status, closingProposal, address }: CaseState, userId: UserId, now: Instant): boolean {
  return [proposal, status === 'TIL_AVSLUTNING' ? closingProposal : undefined, address.lowering].some((waits) => waits?.asked === userId && isStillAsked(waits.at, now));
}

/** The same of one thing that waits, once this person is left out: it stands for somebody else. */
export function unasked<Waits extends { readonly asked?: UserId | undefined }>(waits: Waits | undefined, userId: UserId): Waits | undefined {
  return waits?.asked === userId ? { ...waits, asked: undefined } : waits;
}

/** By which the same is asked anew, of the same colleague or another: what was written stands in the form. A closing is taken back first. */
const ASKS_ANEW = {
  CLASSIFICATION: ['proposeClassification', 'proposeReclassification'], NOT_A_CASE: ['proposeNotACase'], TRANSFER: ['proposeTransfer'], CLOSING: ['returnClosing'], LOWERING: ['proposeLowering'],
} as const satisfies Readonly<Record<string, readonly StepKey[]>>;

export type WaitsKind = keyof typeof ASKS_ANEW;

/** Everything in a case that a colleague was asked about by name, and the step by which this person may ask anew; undefined where they may not. */
export function questionsIn({ proposal, status, closingProposal, address }: Pick<CaseState, 'proposal' | 'status' | 'closingProposal' | 'address'>, may: (step: StepKey) => boolean, now: Instant): readonly (Question & { readonly about: WaitsKind; readonly anew: (typeof ASKS_ANEW)[WaitsKind][number] | undefined })[] {
  const closing = status === 'TIL_AVSLUTNING' ? closingProposal : undefined;
  return ([[proposal?.kind ?? 'CLASSIFICATION', proposal], ['CLOSING', closing], ['LOWERING', address.lowering]] as const).flatMap(([about, waits]) => {
    const question = questionOf(waits, now);
    return question === undefined ? [] : [{ ...question, about, anew: ASKS_ANEW[about].find(may) }];
  });
}

/** Where the question about impartiality leads on to when it was met on the way to an answer. */
export const LEADS_ON = ['confirmTransfer', 'confirmClassification', 'confirmNotACase', 'closeCase', 'confirmLowering'] as const satisfies readonly StepKey[];

/** By which somebody who was asked answers: yes, or something else instead. Besides, what whoever reads a case may always have to do. */
const ANSWERS: readonly StepKey[] = [...LEADS_ON, 'proposeTransfer', 'proposeClassification', 'proposeReclassification', 'proposeNotACase', 'returnClosing'];
/** No confidentiality lifts a duty, and a case does not end while one waits for an answer: whoever is asked to end it may give it. */
const DUTIES: readonly StepKey[] = ['answerAverting', 'recordChildDuty', 'recordServiceDuty'];
const STEPS: readonly StepKey[] = [...ANSWERS, ...DUTIES, 'declareImpartiality', 'raiseAkutt', 'reviewAkutt', 'writeNote', 'correctNote'];

export function isForAsked(step: StepKey): boolean {
  return STEPS.includes(step);
}
