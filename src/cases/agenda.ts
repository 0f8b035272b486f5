import type { FileId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** Why a case stands on the agenda, the strongest first. */
export const AGENDA_REASONS = ['AKUTT', 'ASKED', 'LATE', 'NEW'] as const;
export type AgendaReason = (typeof AGENDA_REASONS)[number];

/** What the agenda has to know of an open case, all of it in clear. */
export type AgendaLine = {
  readonly fileId: FileId;
  readonly reference: string;
  readonly akutt: boolean;
  /** since when somebody wants it taken up */
  readonly askedAt: Instant | undefined;
  /** the nearest deadline, exclusive */
  readonly due: Instant | undefined;
  readonly openedAt: Instant;
  /** this meeting has written minutes in it */
  readonly taken: boolean;
};

export type AgendaItem = { readonly fileId: FileId; readonly reasons: readonly AgendaReason[]; readonly taken: boolean };

export type Agenda = {
  /** Akutt first, then those asked for, those late, those new; within each, what has waited longest */
  readonly items: readonly AgendaItem[];
  /** open cases that nothing puts on the agenda, by reference: they may be taken up all the same */
  readonly others: readonly FileId[];
};

/**
 * The agenda of a team meeting, made from the open cases it is given: they have been judged before, and what somebody in the room may not
 * know of is not among them. @param since when the meeting before this one began; undefined: there was none, and every case is new
 */
export function agendaOf(lines: readonly AgendaLine[], since: Instant | undefined, now: Instant): Agenda {
  const all = lines.map((line) => ({ line, reasons: reasonsOf(line, since, now) }));
  const on = all.filter(({ line, reasons }) => line.taken || reasons.length > 0).toSorted((a, b) => Number(a.line.taken) - Number(b.line.taken) || before(a, b));
  return {
    items: on.map(({ line: { fileId, taken }, reasons }) => ({ fileId, reasons, taken })),
    others: all.filter(({ line, reasons }) => !line.taken && reasons.length === 0).map(({ line }) => line).toSorted(byText((line) => line.reference)).map(({ fileId }) => fileId),
  };
}

type Judged = { readonly line: AgendaLine; readonly reasons: readonly AgendaReason[] };

function reasonsOf({ akutt, askedAt, due, openedAt }: AgendaLine, since: Instant | undefined, now: Instant): AgendaReason[] {
  const holds: Readonly<Record<AgendaReason, boolean>> = { AKUTT: akutt, ASKED: askedAt !== undefined, LATE: due !== undefined && due <= now, NEW: since === undefined || openedAt > since };
  return AGENDA_REASONS.filter((reason) => holds[reason]);
}

function before(a: Judged, b: Judged): number {
  const rank = ({ reasons }: Judged) => { const first = reasons[0]; return first === undefined ? AGENDA_REASONS.length : AGENDA_REASONS.indexOf(first); };
  return rank(a) - rank(b) || byText(waited)(a, b) || byText(({ line }: Judged) => line.reference)(a, b);
}

/** Since when the strongest reason has waited. */
function waited({ line, reasons: [first] }: Judged): string {
  if (first === 'ASKED') return line.askedAt ?? '';
  return first === 'NEW' ? line.openedAt : line.due ?? '9';
}

function byText<T>(of: (one: T) => string): (a: T, b: T) => number {
  return (a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0);
}
