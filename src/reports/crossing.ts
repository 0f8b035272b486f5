import type { FileId, RegionId } from '../kernel/ids.ts';
import type { FileEvent, NewEvent } from '../kernel/journal/event.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Instant } from '../kernel/time.ts';
import { follows, type FileAlong, type Follow } from './follow.ts';
import type { ReportContent } from './form/content.ts';
import { NOT_KNOWN } from './form/options.ts';
import type { ReportEvent, ReportState } from './report.ts';
import type { Receiver } from './settled.ts';
import { veiled } from './veiled.ts';

/** The whole case as a file, in its two forms. */
export const PAPERS = ['pdf', 'json'] as const;
export type Paper = (typeof PAPERS)[number];

/** A case on its way to another region of this system (T4), as the journal of the first of its reports has it. */
export type CaseSending = {
  readonly transferId: string;
  readonly to: Extract<Receiver, { readonly kind: 'REGION' }>;
  /** what arrives there, as two people confirmed it */
  readonly content: ReportContent;
  readonly files: readonly FileAlong[];
  /** the places that wait there for the case as a file */
  readonly papers: Readonly<Record<Paper, string>>;
};

/** What each source says of the address, as it goes along. */
export type ProtectionSent = NonNullable<NonNullable<ReportContent['sentFrom']>['case']>['protection'];

/** What the receiver answered. `reference`: of the report that it came there as. */
export type CrossingAnswer = { readonly reference: string } & ({ readonly taken: true } | { readonly taken: false; readonly grounds: string });

export type CrossingEvent =
  | FileEvent<'CaseSentOn', CaseSending>
  /** the files of another report of the same case */
  | FileEvent<'FilesSentAlong', { readonly to: FileId; readonly regionId: RegionId; readonly files: readonly FileAlong[] }>
  /** before it was carried over, a source said more of the address: all that is said now */
  | FileEvent<'CaseSendingProtected', { readonly transferId: string; readonly protection: ProtectionSent }>
  | FileEvent<'CaseCarried', { readonly transferId: string }>
  | FileEvent<'CaseAnswered', { readonly transferId: string; readonly answer: CrossingAnswer }>
  /** where it came: it is not ours, and goes back. Whom we rang, where there is danger; else empty */
  | FileEvent<'CaseSentBack', { readonly grounds: string; readonly phonedWho: string; readonly phonedWhen: string }>
  /** whoever sent it has it again */
  | FileEvent<'SentBackFetched', Record<string, never>>;

export type Crossing = CaseSending & { readonly at: Instant; readonly carriedAt: Instant | undefined; readonly answered: { readonly at: Instant; readonly answer: CrossingAnswer } | undefined };

export type Crossings = {
  /** cases that this report took to another region, the newest last */
  readonly crossings: readonly Crossing[];
  readonly sentBack: { readonly at: Instant; readonly grounds: string; readonly fetchedAt: Instant | undefined } | undefined;
};

export const NO_CROSSINGS: Crossings = { crossings: [], sentBack: undefined };

/** What such an event changes, besides how a report that was sent back ends (report.ts). */
export function evolveCrossing(state: Crossings & { readonly follows: readonly Follow[] }, event: CrossingEvent): Partial<Crossings & { readonly follows: readonly Follow[] }> {
  switch (event.type) {
    case 'CaseSentOn': {
      const { files, papers, to } = event.content;
      const way = [...files.map((one) => ({ ...one, to: to.as })), ...PAPERS.map((paper) => ({ slot: papers[paper], object: '', paper, to: to.as }))];
      return { crossings: [...state.crossings, { ...event.content, at: event.happenedAt, carriedAt: undefined, answered: undefined }], follows: [...state.follows, ...follows(way, to.regionId, event.happenedAt)] };
    }
    case 'FilesSentAlong': {
      const { to, regionId, files } = event.content;
      return { follows: [...state.follows, ...follows(files.map((one) => ({ ...one, to })), regionId, event.happenedAt)] };
    }
    case 'CaseSendingProtected': {
      const { transferId, protection } = event.content;
      return { crossings: state.crossings.map((one) => (one.transferId === transferId ? { ...one, content: protectedContent(one.content, protection) } : one)) };
    }
    case 'CaseCarried': return changed(state, event.content.transferId, { carriedAt: event.happenedAt });
    case 'CaseAnswered': return changed(state, event.content.transferId, { answered: { at: event.happenedAt, answer: event.content.answer } });
    case 'CaseSentBack': return { sentBack: { at: event.happenedAt, grounds: event.content.grounds, fetchedAt: undefined } };
    case 'SentBackFetched': return { sentBack: state.sentBack && { ...state.sentBack, fetchedAt: event.happenedAt } };
  }
}

function changed({ crossings }: Crossings, transferId: string, change: Partial<Crossing>): Pick<Crossings, 'crossings'> {
  return { crossings: crossings.map((one) => (one.transferId === transferId ? { ...one, ...change } : one)) };
}

/** What goes to another region of a case whose address is protected: not the address, and no place at all where it is strictly confidential. */
export function protectedContent(content: ReportContent, protection: ProtectionSent): ReportContent {
  const place = isStrictProtection(protection);
  const hidden = protection.length > 0;
  const { sentFrom } = content;
  const covered = veiled(content, { reporter: false, address: hidden, place });
  return {
    ...covered, person: { ...covered.person, protectedAddressHint: hidden, ...(place ? { municipality: NOT_KNOWN } : {}) },
    ...(sentFrom?.case === undefined ? {} : { sentFrom: { ...sentFrom, case: { ...sentFrom.case, protection } } }),
  };
}

/** What is kept here of it: who is left out there is told to nobody who reads it. */
export function withoutLeftOut(content: ReportContent): ReportContent {
  const { sentFrom } = content;
  if (sentFrom?.case?.leftOut === undefined) return content;
  const { leftOut: _compared, ...kept } = sentFrom.case;
  return { ...content, sentFrom: { ...sentFrom, case: kept } };
}

/** What came from another region as a case of theirs; undefined for any other report. */
export function caseFrom({ contents }: Pick<ReportState, 'contents'>) {
  return contents.map(({ report }) => report.sentFrom).find((from) => from?.case !== undefined);
}

/** It stands in no row of figures from the moment it arrives: strictly confidential (decision 0032), or of a person who keeps out (krisesenterlova § 5 a). */
export function isOutOfFigures(state: Pick<ReportState, 'contents' | 'namedOnArrival'>): boolean {
  return state.namedOnArrival !== undefined || caseFrom(state)?.case?.keepsOut === true;
}

/** Strictly confidential where it came from, and so from the first second here: whose it is. undefined for any other, and once a case has it, which says so itself. */
export function namedFor(state: Pick<ReportState, 'contents' | 'outcome' | 'namedOnArrival'>): ReportState['namedOnArrival'] {
  return state.outcome === 'SAK' ? undefined : state.namedOnArrival;
}

/** Whether somebody said that the address is strictly confidential. */
export function isStrictContent({ sentFrom }: Pick<ReportContent, 'sentFrom'>): boolean {
  return isStrictProtection(sentFrom?.case?.protection ?? []);
}

function isStrictProtection(protection: ProtectionSent): boolean {
  return protection.some(({ level }) => level === 'STRENGT');
}

export type SendingBack = { readonly grounds: string; readonly phonedWho: string; readonly phonedWhen: string };

/** The receiver's no: it goes back to whoever sent it, who has had it all the time. Pressed twice: nothing. Refusals: `not_transferred`, `already_decided`; `bad_input`: `back_missing`, `phoned_who`, `phoned_when`. */
export function decideSendBack(state: ReportState, { grounds, phonedWho, phonedWhen }: SendingBack, now: Instant): Outcome<NewEvent<ReportEvent>[]> {
  if (state.sentBack !== undefined) return done([]);
  if (caseFrom(state) === undefined) return refuse('not_transferred');
  if (state.progress === 'DECIDED') return refuse('already_decided');
  const faults = {
    ...(state.urgent && phonedWho === '' ? { phonedWho: 'phoned_who' } : {}), ...(state.urgent && phonedWhen === '' ? { phonedWhen: 'phoned_when' } : {}), ...(grounds === '' ? { grounds: 'back_missing' } : {}),
  };
  if (Object.keys(faults).length > 0) return refuse('bad_input', faults);
  return done([{ type: 'CaseSentBack', version: 1, happenedAt: now, content: { grounds, phonedWho, phonedWhen } }]);
}

/** In the sender's journal: it lies there. Noted once. */
export function decideCarried({ crossings }: ReportState, transferId: string, now: Instant): NewEvent<ReportEvent>[] {
  return crossings.some((one) => one.transferId === transferId && one.carriedAt === undefined) ? [{ type: 'CaseCarried', version: 1, happenedAt: now, content: { transferId } }] : [];
}

/** In the sender's journal: what they answered there, and when. Noted once. */
export function decideAnswered({ crossings }: ReportState, transferId: string, answer: CrossingAnswer, at: Instant): NewEvent<ReportEvent>[] {
  return crossings.some((one) => one.transferId === transferId && one.answered === undefined) ? [{ type: 'CaseAnswered', version: 1, happenedAt: at, content: { transferId, answer } }] : [];
}

/** What they have answered here of what came as a case; undefined while nobody has. Whatever a report can become but the way back, they have taken it. */
export function answerHere(state: Pick<ReportState, 'progress' | 'reference' | 'sentBack' | 'decidedAt'>): { readonly at: Instant; readonly answer: CrossingAnswer } | undefined {
  const { progress, reference, sentBack, decidedAt } = state;
  if (progress !== 'DECIDED' || decidedAt === undefined) return undefined;
  return sentBack === undefined ? { at: decidedAt, answer: { reference, taken: true } } : { at: sentBack.at, answer: { reference, taken: false, grounds: sentBack.grounds } };
}
