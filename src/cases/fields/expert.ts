import { EXPERT_QUESTION, SEEN_OR_HEARD } from '../../reports/codes.ts';
import { LINE, linkTo, oneOf, someOf, words, type FieldRule } from './rule.ts';

/** What is asked when a professional outside is asked something, and what they answer; fields.ts takes them in with the others. */
export const EXPERT_FIELDS = {
  expertShown: words(5_000),
  expertQuestions: someOf(EXPERT_QUESTION.codes),
  expertFree: words(1_000),
  expertAsk: linkTo('expert'),
  expertCan: oneOf(['JA', 'NEI']),
  expertName: LINE,
  expertRole: LINE,
  expertWorkplace: LINE,
  expertSeen: oneOf(SEEN_OR_HEARD.codes),
} as const satisfies Readonly<Record<string, FieldRule>>;
