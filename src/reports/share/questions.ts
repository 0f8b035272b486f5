/**
 * «Kan jeg dele?» as tables (domain reference §4.3): which questions there are, in which order, and when each is asked. The page,
 * the rules and the tests read the same tables. Names and values are what a browser sees: short and neutral.
 */
export const WORKPLACES = [
  'hjemme', 'omsorg', 'helse', 'nav-sosial', 'nav-stat', 'senter', 'barnevern', 'annen', 'politi', 'verge', 'bank', 'usikker', 'ingen',
] as const;
export type Workplace = (typeof WORKPLACES)[number];

/** Bound by confidentiality, or perhaps bound. */
const BOUND = WORKPLACES.filter((place) => place !== 'ingen');

type QuestionRow = { readonly name: string; readonly values: readonly string[]; readonly when: Readonly<Record<string, readonly string[]>> };

/**
 * A question is asked when each earlier answer named in `when` is one of those listed. Nobody meets more than six.
 * hvor: which law binds · fare: acute danger · barn: a child · alvor: what may happen (strl § 196 before everything else) ·
 * spurt: consent to share · forsto: was it free and informed · kan: capacity, and who may answer for the person
 */
export const QUESTIONS = [
  { name: 'hvor', values: WORKPLACES, when: {} },
  { name: 'fare', values: ['ja', 'nei'], when: {} },
  { name: 'barn', values: ['ja', 'nei', 'vet-ikke'], when: {} },
  { name: 'alvor', values: ['sikkert', 'fare', 'annet'], when: { hvor: BOUND, fare: ['nei'] } },
  { name: 'spurt', values: ['ja', 'delvis', 'kan-sporre', 'ikke-trygt', 'nei', 'kan-ikke'], when: { alvor: ['fare', 'annet'] } },
  { name: 'forsto', values: ['ja', 'usikker'], when: { spurt: ['ja', 'delvis'] } },
  { name: 'kan', values: ['kan', 'tvil', 'parorende', 'verge', 'ingen'], when: { spurt: ['ikke-trygt', 'nei', 'kan-ikke'] } },
] as const satisfies readonly QuestionRow[];

export type QuestionName = (typeof QUESTIONS)[number]['name'];
export type AnswerTo<N extends QuestionName> = Extract<(typeof QUESTIONS)[number], { name: N }>['values'][number];
/** What was chosen, by question. */
export type ShareAnswers = { readonly [N in QuestionName]?: AnswerTo<N> };
/** Answers that must have been given: one of the values for each question that is named. */
export type Condition = { readonly [N in QuestionName]?: readonly AnswerTo<N>[] };

/** Whether the answers are as a table's row asks; a row that names nothing always fits. */
export function fits(answers: ShareAnswers, condition: Readonly<Record<string, readonly string[]>>): boolean {
  return Object.entries(condition).every(([name, values]) => {
    const given: string | undefined = answers[name as QuestionName]; // a table's keys are names of questions
    return given !== undefined && values.includes(given);
  });
}
