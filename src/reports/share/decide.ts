import { groundOf, LAW_OF, LAWS, type Ground, type Law, type LawRow } from './laws.ts';
import { fits, QUESTIONS, type QuestionName, type ShareAnswers } from './questions.ts';
import { FIRST, NOTES, RECEIVERS, RULES, type AdviceKind, type FirstId, type NoteId, type RuleId } from './rules.ts';

export type Advice = {
  readonly rule: RuleId;
  readonly kind: AdviceKind;
  readonly law: Law;
  /** what the advice stands on; for `ask`, what a yes would give */
  readonly ground: Ground;
  /** to be done before anything else */
  readonly first: readonly FirstId[];
  readonly notes: readonly NoteId[];
  readonly receivers: (typeof RECEIVERS)[RuleId];
};

/** Either the next question, or the advice. `asked`: the answers that count, in order; an answer to a question not met is left out. */
export type Ladder =
  | { readonly state: 'asking'; readonly next: QuestionName; readonly asked: ShareAnswers }
  | { readonly state: 'advised'; readonly advice: Advice; readonly asked: ShareAnswers };

/** Walks the ladder. Pure: the same answers give the same advice, whoever asks and whenever. */
export function climb(answers: ShareAnswers): Ladder {
  let asked: ShareAnswers = {};
  for (const { name, when } of QUESTIONS) {
    if (!fits(asked, when)) continue;
    const given = answers[name];
    if (given === undefined) return { state: 'asking', next: name, asked };
    asked = { ...asked, [name]: given };
  }
  return { state: 'advised', advice: adviseOn(asked), asked };
}

function adviseOn(asked: ShareAnswers): Advice {
  const law = LAW_OF[asked.hvor ?? 'usikker'];
  for (const { id, when, ground: name, advice: kind } of RULES) {
    const ground = groundOf(law, name);
    if (ground === undefined || !fits(asked, when)) continue;
    return { rule: id, kind, law, ground, first: firstThings(asked, law), notes: notesOn(asked, id, law), receivers: RECEIVERS[id] };
  }
  throw new Error('the ladder has no last step');
}

function firstThings(asked: ShareAnswers, law: Law): FirstId[] {
  const row: LawRow = LAWS[law];
  const hasDuty = row.child !== undefined;
  return FIRST.filter((one) => fits(asked, one.when) && (!('duty' in one) || one.duty === hasDuty)).map((one) => one.id);
}

function notesOn(asked: ShareAnswers, rule: RuleId, law: Law): NoteId[] {
  const among = (list: readonly string[] | undefined, one: string) => list === undefined || list.includes(one);
  return NOTES.filter((row) => fits(asked, row.when) && among('rules' in row ? row.rules : undefined, rule) && among('laws' in row ? row.laws : undefined, law)
    && !('not' in row && among(row.not, law))).map((row) => row.id);
}
