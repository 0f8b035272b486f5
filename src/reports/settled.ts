import type { FileId, RegionId } from '../kernel/ids.ts';
import type { FileEvent } from '../kernel/journal/event.ts';
import type { Instant } from '../kernel/time.ts';
import type { Basis } from './codes.ts';
import { follows, type FileAlong, type FileTo, type Follow } from './follow.ts';

/**
 * How a report ends in reception. SAK: a case took it in. DROFTING: an anonymous consultation that was answered. DELT: it told of several
 * people, and each has a report of their own. OVERFORT and UTENFOR_KOMMUNER: sent on to whom it belongs (T4).
 */
export type ReportOutcome = 'SAK' | 'DROFTING' | 'DELT' | SentOutcome;
export type SentOutcome = 'OVERFORT' | 'UTENFOR_KOMMUNER';

/** To another region of this system, where it arrives as the report `as`; or outside, told by whoever sends it. */
export type Receiver =
  | { readonly kind: 'REGION'; readonly regionId: RegionId; readonly as: FileId; readonly name: string }
  | { readonly kind: 'OUTSIDE'; readonly name: string; readonly spokeWith: string };

/** The disclosure (T4, domain reference §4.3): to whom, on what basis, why, what was sent, and who was rung when there was danger. */
export type Sending = {
  readonly transferId: string;
  readonly to: Receiver;
  readonly outcome: SentOutcome;
  readonly basis: Basis;
  readonly grounds: string;
  /** HELE: all that had come. UTDRAG: only `text`. */
  readonly scope: 'HELE' | 'UTDRAG';
  readonly text: string;
  /** how much had come when it was read, of what an excerpt or somebody outside gets; absent where all of it goes along, and in events from before it was told */
  readonly parts?: number;
  /** danger is told of by phone at once, before anything is sent; empty where there was none */
  readonly phonedWho: string;
  readonly phonedWhen: string;
  /** files that go along; absent where there are none. To somebody outside: what the sender gives them. */
  readonly files?: readonly FileAlong[];
};

/** How the receiver confirmed. APNET: opened there, in this system. */
export const CONFIRMED_HOW = ['TELEFON', 'BREV', 'SIKKER_POST', 'MOTE'] as const;
export type ConfirmedHow = (typeof CONFIRMED_HOW)[number] | 'APNET';

export type SettledEvent =
  /** only this sealed journal and the audit log know which reports it became. `parts`: how much had come when it was read; absent in events from before it was told */
  | FileEvent<'ReportSplit', { readonly formId: string; readonly parts?: number; readonly into: readonly FileId[]; readonly files?: readonly FileTo[] }>
  /** what came after that was told on to these of them, perhaps none; `parts`: how much had come when it was read */
  | FileEvent<'ReportPassedOn', { readonly parts: number; readonly into: readonly FileId[]; readonly files?: readonly FileTo[] }>
  | FileEvent<'ReportSentOn', Sending>
  /** it lies in the other region's reception */
  | FileEvent<'SendingCarried', { readonly transferId: string }>
  /** a file lies in the other report */
  | FileEvent<'AttachmentFollowed', { readonly slot: string; /** of a case that was made into a file on its way: what left */ readonly sha256?: string | undefined; /** it was not brought: the case that it went along with had come back */ readonly stays?: true | undefined }>
  | FileEvent<'SendingConfirmed', { readonly transferId: string; readonly by: string; readonly how: ConfirmedHow; readonly when: string }>;

export type SentReport = Sending & {
  readonly at: Instant;
  readonly carriedAt: Instant | undefined;
  readonly confirmed: { readonly at: Instant; readonly by: string; readonly how: ConfirmedHow; readonly when: string } | undefined;
};

export type Settled = {
  readonly outcome: ReportOutcome | undefined;
  readonly split: { readonly formId: string; readonly into: readonly FileId[] } | undefined;
  readonly sendings: readonly SentReport[];
  /** files that went along, or are on their way */
  readonly follows: readonly Follow[];
};

export const NOT_SETTLED: Settled = { outcome: undefined, split: undefined, sendings: [], follows: [] };

/** What such an event says of how the report ended. */
export function evolveSettled(settled: Settled, event: SettledEvent): Settled {
  switch (event.type) {
    case 'ReportSplit': return { ...settled, outcome: 'DELT', split: event.content, follows: [...settled.follows, ...follows(event.content.files, undefined, event.happenedAt)] };
    case 'ReportPassedOn': return { ...settled, follows: [...settled.follows, ...follows(event.content.files, undefined, event.happenedAt)] };
    case 'ReportSentOn':
      return {
        ...settled, outcome: event.content.outcome, sendings: [...settled.sendings, { ...event.content, at: event.happenedAt, carriedAt: undefined, confirmed: undefined }],
        follows: [...settled.follows, ...crossing(event.content, event.happenedAt)],
      };
    case 'SendingCarried': return withSending(settled, event.content.transferId, (one) => ({ ...one, carriedAt: event.happenedAt }));
    case 'AttachmentFollowed': return { ...settled, follows: settled.follows.map((one) => (one.slot === event.content.slot ? { ...one, carriedAt: event.happenedAt } : one)) };
    case 'SendingConfirmed': {
      const { transferId, ...told } = event.content;
      return withSending(settled, transferId, (one) => ({ ...one, confirmed: { at: event.happenedAt, ...told } }));
    }
  }
}

/** Nothing goes out of the system by itself. */
function crossing({ to, files }: Sending, at: Instant): Follow[] {
  return to.kind === 'OUTSIDE' ? [] : follows(files?.map((one) => ({ ...one, to: to.as })), to.regionId, at);
}

function withSending(settled: Settled, transferId: string, change: (one: SentReport) => SentReport): Settled {
  return { ...settled, sendings: settled.sendings.map((one) => (one.transferId === transferId ? change(one) : one)) };
}

/** Split or sent on: what comes later belongs elsewhere, and waits until somebody has told it there, or said that it is nothing for them. */
export function livesElsewhere({ outcome }: Pick<Settled, 'outcome'>): boolean {
  return outcome === 'DELT' || outcome === 'OVERFORT' || outcome === 'UTENFOR_KOMMUNER';
}
