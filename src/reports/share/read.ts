import { QUESTIONS, type ShareAnswers } from './questions.ts';

/** A posted page's answers; what our page does not offer is left out. The last of several counts, as in a browser's own radio group. */
export function readShare(pairs: readonly (readonly [string, string])[]): ShareAnswers {
  const answers: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const question = QUESTIONS.find((one) => one.name === name);
    const values: readonly string[] = question?.values ?? [];
    if (values.includes(value)) answers[name] = value;
  }
  return answers as ShareAnswers; // each value was found among its question's own
}
