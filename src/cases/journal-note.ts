import { done } from '../kernel/outcome.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import type { NoteKind } from './choices.ts';
import type { DecisionContext } from './conditions.ts';
import { entry } from './events.ts';
import { check, type Decision } from './guard.ts';
import { refuseCase } from './refusals.ts';

export type WriteNote = {
  /** new and random */
  readonly noteId: string;
  readonly text: string;
  readonly noteKind?: NoteKind | undefined;
  /** the entry that this one corrects; the old one stays readable (arkivforskrifta § 11) */
  readonly corrects?: string | undefined;
  /** when it happened, if not now; `bad_input` for what is still to come */
  readonly happenedAt?: Instant | undefined;
};

/** A journal entry. None is ever altered: a correction is a new entry that points to the old, and may still be written after closing. */
export function decideWriteNote(state: CaseState, input: WriteNote, ctx: DecisionContext): Decision {
  const { noteId, text, noteKind, corrects, happenedAt = ctx.now } = input;
  const no = check(corrects === undefined ? 'writeNote' : 'correctNote', state, { text, noteKind, corrects, happenedAt: input.happenedAt }, ctx);
  if (no !== undefined) return no;
  if (state.notes.some((note) => note.noteId === noteId)) return refuseCase('note_exists');
  if (corrects !== undefined && !state.notes.some((note) => note.noteId === corrects)) return refuseCase('note_unknown');
  return done([entry('JournalNoteWritten', happenedAt, { noteId, text, kind: noteKind, corrects })]);
}
