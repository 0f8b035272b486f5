import type { Writer } from '../kernel/journal/event.ts';
import { addDays, osloDay, osloInstant, type Day, type Instant } from '../kernel/time.ts';
import type { ExpertQuestion, SeenOrHeard } from '../reports/codes.ts';
import type { CaseState } from './case.ts';
import type { FileEvent } from '../kernel/journal/event.ts';
import { consentFault, type Disclosure } from './sharing.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** How long a code opens a question, in days; the day on which it is made not counted. */
export const EXPERT_DAYS = 14;

/** What one professional outside is asked. What they are told is a disclosure of the same id (sharing.ts), by the rules of every other. */
export type ExpertAskContent = { readonly askId: string; readonly expertQuestions: readonly ExpertQuestion[]; readonly expertFree?: string | undefined; /** the last day */ readonly expertUntil: Day };

/** Another code. `consentId`: what it stands on; undefined where the basis is no consent. */
export type ExpertCodeContent = { readonly askId: string; readonly expertUntil: Day; readonly consentId?: string | undefined; /** the weighty grounds on which health personnel may read it although the person objects by now (hpl § 29) */ readonly despiteObjection?: string | undefined };

/** Who answered, and how they know. What they wrote is a disclosure to us, with `disclosureId`; without one they could not answer. */
export type ExpertAnswerContent = {
  readonly askId: string;
  readonly expertCan: 'JA' | 'NEI';
  readonly expertName: string;
  readonly expertRole: string;
  readonly expertWorkplace: string;
  readonly expertSeen?: SeenOrHeard | undefined;
  readonly disclosureId?: string | undefined;
};

export type ExpertEvent =
  | FileEvent<'ExpertAsked', ExpertAskContent>
  | FileEvent<'ExpertCodeRenewed', ExpertCodeContent>
  | FileEvent<'ExpertAskWithdrawn', { readonly askId: string; readonly grounds?: string | undefined }>
  | FileEvent<'ExpertAnswered', ExpertAnswerContent>
  | FileEvent<'ExpertAnswerRead', { readonly askId: string }>;

export type ExpertAsk = ExpertAskContent & {
  readonly asked: Signed;
  /** counts the codes that were made for it, from 1 */
  readonly codeNo: number;
  /** when the newest code was made, and the consent it stands on; undefined while the first is the only one */
  readonly renewed: { readonly at: Instant; readonly consentId: string | undefined } | undefined;
  /** by the system: the case ended */
  readonly withdrawn: (Signed & { readonly grounds?: string | undefined }) | undefined;
  readonly answered: (ExpertAnswerContent & { readonly at: Instant }) | undefined;
  readonly read: Signed | undefined;
};
export type Experts = { readonly experts: readonly ExpertAsk[] };
export const NO_EXPERTS: Experts = { experts: [] };

type State = Pick<CaseState, 'experts' | 'disclosures' | 'related' | 'consents' | 'capacities' | 'restriction' | 'updatedAt'>;

/** When a question closes by itself (exclusive): with the last day, in Oslo. */
export function askEnds({ expertUntil }: Pick<ExpertAsk, 'expertUntil'>): Instant {
  return osloInstant(addDays(expertUntil, 1), 0, 0);
}

/** The id of the consent that its newest code rests on; undefined where its basis is none. */
export function standsOn(disclosure: Disclosure | undefined, { renewed }: Pick<ExpertAsk, 'renewed'>): string | undefined {
  const { review, consentId } = disclosure ?? {};
  if (renewed !== undefined && (review === undefined || review.at <= renewed.at)) return renewed.consentId;
  return review?.result === 'NYTT_GRUNNLAG' ? review.consentId : consentId;
}

/** The basis that it stands on by now. */
export function codeBasis({ review, basis }: Pick<Disclosure, 'review' | 'basis'>): Disclosure['basis'] {
  return review?.basis ?? basis;
}

/** Why nobody may open a question any more, whatever the time; undefined while one may. FELL: the consent that the newest code stands on does not. */
export function askShut(state: State, ask: ExpertAsk): 'ANSWERED' | 'WITHDRAWN' | 'FELL' | 'RESTRICTED' | undefined {
  if (ask.answered !== undefined) return 'ANSWERED';
  if (ask.withdrawn !== undefined) return 'WITHDRAWN';
  if (state.restriction !== undefined) return 'RESTRICTED';
  const disclosure = state.disclosures.find(({ disclosureId }) => disclosureId === ask.askId);
  const consentId = standsOn(disclosure, ask);
  const consent = state.consents.find((one) => one.consentId === consentId);
  const fell = disclosure?.review?.result === 'INGEN_GRUNNLAG' || (consent !== undefined && consentFault(state, consent, osloDay(state.updatedAt)) !== undefined);
  return fell ? 'FELL' : undefined;
}

export const ASK_STATES = ['OPEN', 'EXPIRED', 'ANSWERED', 'WITHDRAWN', 'FELL', 'RESTRICTED'] as const;
export type AskStatus = (typeof ASK_STATES)[number];

export function askStatus(state: State, ask: ExpertAsk, now: Instant): AskStatus {
  return askShut(state, ask) ?? (now >= askEnds(ask) ? 'EXPIRED' : 'OPEN');
}

/** What is kept in clear of a question: nothing of what is asked. */
/** How many codes have been given in the case: a page that knows of fewer is a stale one, or its button was pressed twice. */
export function codesGiven({ experts }: Pick<Experts, 'experts'>): number {
  return experts.reduce((sum, { codeNo }) => sum + codeNo, 0);
}

export type AskRow = { readonly askId: string; readonly codeNo: number; readonly askedAt: Instant; readonly until: Instant; readonly open: boolean };
export function projectExperts(state: State): readonly AskRow[] {
  return state.experts.map((ask) => ({ askId: ask.askId, codeNo: ask.codeNo, askedAt: ask.asked.at, until: askEnds(ask), open: askShut(state, ask) === undefined }));
}

/** When somebody has to look: now, where an answer has come that nobody read, else when the time of a question is up. Nearest first. */
export function expertDue(state: State): Instant | undefined {
  return state.experts.flatMap((ask) => {
    if (ask.answered !== undefined) return ask.read === undefined ? [ask.answered.at] : [];
    return askShut(state, ask) === undefined ? [askEnds(ask)] : [];
  }).sort()[0];
}

/** A case that ends takes its open questions along. */
export function endedWithCase(experts: readonly ExpertAsk[], at: Instant): readonly ExpertAsk[] {
  return experts.map((ask) => (ask.answered === undefined && ask.withdrawn === undefined ? { ...ask, withdrawn: { by: 'system' as const, at } } : ask));
}
