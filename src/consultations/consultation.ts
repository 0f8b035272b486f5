import type { FileEvent, NewEvent, Writer } from '../kernel/journal/event.ts';
import type { FileId } from '../kernel/ids.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { AgeBand } from '../people/codes.ts';
import type { Basis, Consent, Reporter, Violence } from '../reports/codes.ts';
import { OUTCOME, type ConsultationOutcome, type Direction, type Topic } from './codes.ts';
import { passedWords, unnamedFaults } from './unnamed.ts';

/** What every consultation tells of whom it is about: codes alone. */
type About = { readonly service: Reporter; /** number of a municipality; empty where it is not known or not ours */ readonly municipality: string; readonly violence: readonly Violence[]; readonly ageBand?: AgeBand | undefined };
/** What was advised. `notNames`: words that somebody said are no names. */
type Advised = { readonly advice: string; readonly card: string; readonly minutes: number; readonly topics: readonly Topic[]; readonly outcome: ConsultationOutcome; readonly notNames: readonly string[] };
export type Became = { readonly reference: string; readonly grounds: string; readonly consent?: Consent | undefined; readonly basis?: Basis | undefined; readonly notNames: readonly string[] };

/** What is done in a consultation. Append-only, and nobody is named in it: what was asked stays in the report it came as. */
export type ConsultationEvent =
  | FileEvent<'ConsultationAsked', About & { readonly reference: string; readonly reportId: FileId; readonly receivedAt: Instant; readonly urgent: boolean }>
  | FileEvent<'ConsultationRegistered', About & Advised & { readonly reference: string; readonly direction: Direction; readonly on: Day }>
  | FileEvent<'ConsultationAnswered', Advised & { readonly messageId: string; /** the asker can read it with the code */ readonly sent: boolean }>
  | FileEvent<'ConsultationBecameReport', Became>;

/** ASKED: waits for advice. REPORTED: on consent or basis somebody reported, and the report refers to this. */
export type ConsultationProgress = 'ASKED' | 'ANSWERED' | 'REPORTED';

export type Advice = Advised & { readonly at: Instant; readonly by: Writer; /** undefined: given in a talk */ readonly sent: boolean | undefined; readonly messageId: string | undefined };

export type ConsultationState = {
  readonly progress: ConsultationProgress;
  readonly reference: string;
  /** the report in mode C that it came as; a talk has none */
  readonly reportId: FileId | undefined;
  readonly direction: Direction;
  readonly receivedAt: Instant | undefined;
  /** the day of a talk; undefined where it came with the form */
  readonly on: Day | undefined;
  readonly urgent: boolean;
  readonly about: About | undefined;
  readonly advice: readonly Advice[];
  /** the reports that were made after it. More than one where whoever wrote a later one may not know of those before */
  readonly became: readonly (Became & { readonly at: Instant; readonly by: Writer })[];
};

export const NO_CONSULTATION: ConsultationState = {
  progress: 'ASKED', reference: '', reportId: undefined, direction: 'TIL_OSS', receivedAt: undefined, on: undefined, urgent: false, about: undefined, advice: [], became: [],
};

export function evolveConsultation(state: ConsultationState, event: ConsultationEvent): ConsultationState {
  switch (event.type) {
    case 'ConsultationAsked': {
      const { reference, reportId, receivedAt, urgent, ...about } = event.content;
      return { ...state, reference, reportId, receivedAt, urgent, about };
    }
    case 'ConsultationRegistered': {
      const { reference, direction, on, service, municipality, violence, ageBand, ...advised } = event.content;
      const advice: Advice = { ...advised, at: event.happenedAt, by: event.actor, sent: undefined, messageId: undefined };
      return { ...state, progress: 'ANSWERED', reference, direction, on, receivedAt: event.happenedAt, about: { service, municipality, violence, ageBand }, advice: [advice] };
    }
    case 'ConsultationAnswered':
      return { ...state, progress: state.progress === 'ASKED' ? 'ANSWERED' : state.progress, advice: [...state.advice, { ...event.content, at: event.happenedAt, by: event.actor }] };
    case 'ConsultationBecameReport':
      return { ...state, progress: 'REPORTED', became: [...state.became, { ...event.content, at: event.happenedAt, by: event.actor }] };
  }
}

/** How far it has come, for one reader. `became`: a report was made after it, and the reader may know of that. `named`: what was asked names somebody by now, and is a report itself. */
export function shownProgress({ progress, answered, named, became }: { readonly progress: ConsultationProgress; readonly answered: boolean; readonly named: boolean; readonly became: boolean }): ConsultationProgress {
  if (named || became) return 'REPORTED';
  if (progress !== 'REPORTED') return progress;
  return answered ? 'ANSWERED' : 'ASKED';
}

/**
 * As one reader may know it: for whoever is left out of a report that was made after it, or does not find it, as if there were none, in what is shown and in
 * what is written. What it is called and why it was made are of that report. @param known the references, of those in `became`, that the reader finds
 */
export function knownBy(state: ConsultationState, known: ReadonlySet<string>, named: boolean): ConsultationState {
  const became = state.became.filter(({ reference }) => known.has(reference));
  return { ...state, became, progress: shownProgress({ progress: state.progress, answered: state.advice.length > 0, named, became: became.length > 0 }) };
}

type Decision = Outcome<NewEvent<ConsultationEvent>[]>;

/** The part of a form in which advice is written down, as it was typed; codes are checked by the schema. */
export type AdviceTyped = { readonly advice: string; readonly card: string; readonly minutes: string; readonly topics: readonly Topic[]; readonly outcome: string; readonly notNames: readonly string[] };
export type Talk = AdviceTyped & About & { readonly direction: Direction; readonly on: Day };

const MOST_MINUTES = 600;

/** Every fault at once: `advice_missing`, `outcome_missing`, `minutes_wrong` and those of unnamedFaults. */
function judged(typed: AdviceTyped): Outcome<Advised> {
  const outcome = OUTCOME.codes.find((one) => one === typed.outcome);
  const minutes = /^\d{1,3}$/.test(typed.minutes.trim()) ? Number(typed.minutes) : 0;
  const texts = { advice: typed.advice, card: typed.card };
  const faults: Record<string, string> = unnamedFaults(texts, typed.notNames);
  if (typed.advice.trim() === '') faults['advice'] = 'advice_missing';
  if (outcome === undefined) faults['outcome'] = 'outcome_missing';
  if (minutes < 1 || minutes > MOST_MINUTES) faults['minutes'] = 'minutes_wrong';
  if (outcome === undefined || Object.keys(faults).length > 0) return refuse('bad_input', faults);
  const { advice, card, topics, notNames } = typed;
  return done({ advice, card, minutes, topics, outcome, notNames: passedWords(texts, notNames) });
}

/** A talk by telephone or across the table, with its advice. Refusals: `bad_input` with those of advice, and `day_later` for a day to come. */
export function decideRegistered(talk: Talk, as: { readonly reference: string; readonly today: Day; readonly now: Instant }): Decision {
  const advised = judged(talk);
  const later: Record<string, string> = talk.on > as.today ? { on: 'day_later' } : {};
  if (!advised.ok) return refuse('bad_input', { ...advised.fields, ...later });
  if (talk.on > as.today) return refuse('bad_input', later);
  const { direction, on, service, municipality, violence, ageBand } = talk;
  return done([{ type: 'ConsultationRegistered', version: 1, happenedAt: as.now, content: { ...advised.value, reference: as.reference, direction, on, service, municipality, violence, ageBand } }]);
}

/** Advice to whoever asked with the form. The same form sent twice is one answer. Refusals: `not_asked` for a talk; `bad_input` as above. */
export function decideAnswered(state: ConsultationState, typed: AdviceTyped & { readonly messageId: string }, sent: boolean, now: Instant): Decision {
  if (state.reportId === undefined) return refuse('not_asked');
  if (state.advice.some(({ messageId }) => messageId === typed.messageId)) return done([]);
  const advised = judged(typed);
  if (!advised.ok) return advised;
  return done([{ type: 'ConsultationAnswered', version: 1, happenedAt: now, content: { ...advised.value, messageId: typed.messageId, sent } }]);
}

/** `found`: the reference is that of a report which whoever writes may handle. */
export type BecomeTyped = { readonly reference: string; readonly found: boolean; readonly ground: string; readonly grounds: string; readonly notNames: readonly string[] };
/** What may lift the confidentiality today, as the form offers it: `SAMTYKKE:<code>` or `HJEMMEL:<code>`. */
export type Lifts = { readonly consents: readonly Consent[]; readonly bases: readonly Basis[] };

/**
 * Somebody reports after all, on the person's consent or a basis in law; the report is a new one, and this keeps its reference alone. `state`: as whoever writes
 * may know it (knownBy), so that a report they may not know of refuses them nothing.
 * Refusals: `already_reported`; `bad_input`: `report_unknown`, `ground_missing`, `grounds_missing` and those of unnamedFaults.
 */
export function decideBecame(state: ConsultationState, typed: BecomeTyped, lifts: Lifts, now: Instant): Decision {
  if (state.became.length > 0) return state.became.some(({ reference }) => reference === typed.reference) ? done([]) : refuse('already_reported');
  const consent = lifts.consents.find((one) => `SAMTYKKE:${one}` === typed.ground);
  const basis = lifts.bases.find((one) => `HJEMMEL:${one}` === typed.ground);
  const texts = { grounds: typed.grounds };
  const faults: Record<string, string> = unnamedFaults(texts, typed.notNames);
  if (typed.grounds.trim() === '') faults['grounds'] = 'grounds_missing';
  if (consent === undefined && basis === undefined) faults['ground'] = 'ground_missing';
  if (!typed.found) faults['reference'] = 'report_unknown';
  if (Object.keys(faults).length > 0) return refuse('bad_input', faults);
  const { reference, grounds } = typed;
  return done([{ type: 'ConsultationBecameReport', version: 1, happenedAt: now, content: { reference, grounds, consent, basis, notNames: passedWords(texts, typed.notNames) } }]);
}
