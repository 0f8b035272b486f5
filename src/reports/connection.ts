import type { UserId } from '../kernel/ids.ts';
import type { FileEvent, NewEvent } from '../kernel/journal/event.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * The answer to the one question before content (fvl § 6). SENERE: opened because it was Akutt, the answer still owed, since danger
 * does not wait for a form.
 */
export const REPORT_CONNECTIONS = ['INGEN', 'TILKNYTTET', 'SENERE'] as const;
export type ReportConnection = (typeof REPORT_CONNECTIONS)[number];

export type ConnectionEvent = FileEvent<'ReportImpartialityDeclared', { readonly connection: ReportConnection }>;

/** Of a report: who may read it, who has said that they may not, and whether anybody else has. */
export type Answers = {
  /** named in it, or said themselves that they are connected */
  readonly leftOut: readonly UserId[];
  /** have answered that they are not */
  readonly impartial: readonly UserId[];
  /** opened it in danger and owe the answer */
  readonly owing: readonly UserId[];
};

type Answerable = Answers & { readonly progress: 'RECEIVED' | 'SEEN' | 'HANDED_OVER' | 'DECIDED'; readonly seenAt: Instant | undefined; readonly urgent: boolean };

/** What changes with an answer. What only somebody inhabil has read is unread: it waits for the others as when it came. */
export function declared(state: Answerable, event: ConnectionEvent): Pick<Answerable, keyof Answers | 'progress' | 'seenAt'> {
  const { leftOut, progress, seenAt } = state;
  const { actor: by, content: { connection } } = event;
  if (by === 'system') return state;
  const [impartial, owing] = [state.impartial.filter((id) => id !== by), state.owing.filter((id) => id !== by)];
  if (connection === 'INGEN') return { leftOut, progress, seenAt, impartial: [...impartial, by], owing };
  if (connection === 'SENERE') return { leftOut, progress, seenAt, impartial, owing: [...owing, by] };
  const unread = progress === 'SEEN' && impartial.length + owing.length === 0;
  return { leftOut: [...leftOut.filter((id) => id !== by), by], impartial, owing, progress: unread ? 'RECEIVED' : progress, seenAt: unread ? undefined : seenAt };
}

/**
 * Once for each report and person, before its content is shown. A no may become a yes later, when somebody sees whom it is about; nobody undoes a yes.
 * Refusals: `not_urgent`, where nothing is in danger and the answer can come first; `bad_input`.
 */
export function decideConnection(state: Answerable, asked: string, by: UserId, now: Instant): Outcome<NewEvent<ConnectionEvent>[]> {
  const connection = REPORT_CONNECTIONS.find((one) => one === asked);
  if (connection === undefined) return refuse('bad_input', { connection: 'unclear' });
  if (connection === 'SENERE' && !state.urgent) return refuse('not_urgent');
  const said = state.impartial.includes(by) || (connection === 'SENERE' && state.owing.includes(by));
  if (connection !== 'TILKNYTTET' && said) return done([]);
  return done([{ type: 'ReportImpartialityDeclared', version: 1, happenedAt: now, content: { connection } }]);
}
