import { plainLine, plainText } from '../../kernel/plain-text.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Instant } from '../../kernel/time.ts';
import { ANSWER_BASES, EXPERT_QUESTION, SEEN_OR_HEARD } from '../codes.ts';
import { expertAnswer, FREE, LONGEST_ANSWER, LONGEST_LINE, type ExpertAnswer, type ShownQuestion } from './content.ts';

/** The boxes of the page, by what they post. */
export const WHO = ['navn', 'rolle', 'arbeidssted'] as const;
export type Who = (typeof WHO)[number];
export const box = (question: string): string => `svar-${question}`;

/** As it was typed: cleaned, never cut. */
export type TypedAnswer = { readonly [Name in Who]: string } & { readonly can: string; readonly seen: string; readonly basis: string; /** by question */ readonly answers: Readonly<Record<string, string>> };

/** @param one the value of a posted field */
export function typedAnswer(one: (name: string) => string): TypedAnswer {
  const answers = Object.fromEntries([...EXPERT_QUESTION.codes, FREE].map((question) => [question, plainText(one(box(question)))]));
  return { navn: plainLine(one('navn')), rolle: plainLine(one('rolle')), arbeidssted: plainLine(one('arbeidssted')), can: one('kan'), seen: one('sett'), basis: one('grunnlag'), answers };
}

/** The questions that are asked, in the order of the page. */
export function askedIn({ questions, free }: Pick<ShownQuestion, 'questions' | 'free'>): string[] {
  return [...EXPERT_QUESTION.codes.filter((code) => questions.includes(code)), ...(free === undefined ? [] : [FREE])];
}

/** By box: what is wrong with it. */
export type AnswerFaults = Readonly<Record<string, 'missing' | 'tooLong' | 'noAnswer'>>;

/** What is sent, or what is wrong with it. */
export type PlannedAnswer = { readonly ok: true; readonly value: ExpertAnswer } | { readonly ok: false; readonly faults: AnswerFaults };

/**
 * What a posted page becomes. Pure. Whoever cannot answer says who they are and nothing else; what they typed besides is not sent.
 * @param asked the questions that the page shows; undefined where it shows them no more, and then every box counts
 */
export function planAnswer(typed: TypedAnswer, asked: readonly string[] | undefined, at: Instant, lang: Lang): PlannedAnswer {
  const can = typed.can === 'ja';
  const answers = can ? [...EXPERT_QUESTION.codes, FREE].flatMap((question) => {
    const text = typed.answers[question] ?? '';
    return text !== '' && asked?.includes(question) !== false ? [{ question, text }] : [];
  }) : [];
  const faults = faultsIn(typed, can, answers, asked);
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const more = can ? { seen: typed.seen, basis: typed.basis } : {};
  const planned = expertAnswer.safeParse({ kind: 'answer', version: 1, receivedAt: at, lang, name: typed.navn, role: typed.rolle, workplace: typed.arbeidssted, can, answers, ...more });
  // What arrival would refuse must not be called sent (test: reports/expert).
  return planned.success ? { ok: true, value: planned.data } : { ok: false, faults: { kan: 'missing' } };
}

function faultsIn(typed: TypedAnswer, can: boolean, answers: readonly { readonly question: string; readonly text: string }[], asked: readonly string[] | undefined): AnswerFaults {
  // In the order of the page.
  const faults: Record<string, AnswerFaults[string]> = {};
  if (typed.can !== 'ja' && typed.can !== 'nei') faults['kan'] = 'missing';
  if (can && answers.length === 0) faults[box(asked?.[0] ?? FREE)] = 'noAnswer';
  for (const { question, text } of answers) if (text.length > LONGEST_ANSWER) faults[box(question)] = 'tooLong';
  if (can && !SEEN_OR_HEARD.is(typed.seen)) faults['sett'] = 'missing';
  if (can && !ANSWER_BASES.some((one) => one === typed.basis)) faults['grunnlag'] = 'missing';
  for (const name of WHO) {
    if (typed[name] === '') faults[name] = 'missing';
    else if (typed[name].length > LONGEST_LINE) faults[name] = 'tooLong';
  }
  return faults;
}
