import type { Lang } from '../../../kernel/texts.ts';
import { chosenAs, nationalOf, type LocalValue } from '../../../regions/codes.ts';
import type { Option } from '../../../web/ui/fields.tsx';
import { DESK_LISTS, LOCAL_QUESTIONS, type LocalQuestion } from '../../desk/local.ts';
import type { Entries } from '../../desk/typed.ts';
import type { Written } from '../../form/written.ts';
import type { offered } from '../public/answers.ts';

type Answers = ReturnType<typeof offered>;
type Named = Option & { readonly label: string };

const ANSWERS = { hva: 'concerns', situasjon: 'situations', kontakt: 'contacted', sted: 'workplaces' } as const satisfies Record<LocalQuestion, keyof Answers>;

/** The form's answers with the region's own right under the national ones that they belong to. */
export function withLocal(answers: Answers, values: readonly LocalValue[], lang: Lang): Answers {
  const under = (question: LocalQuestion, options: readonly Named[]): Named[] => options.flatMap((option) => [
    option, ...values.filter((one) => one.list === DESK_LISTS[question] && one.parent === option.value).map((one) => ({ value: chosenAs(one), label: `${one[lang]} (${option.label})` })),
  ]);
  return { ...answers, ...Object.fromEntries(LOCAL_QUESTIONS.map((question) => [ANSWERS[question], under(question, answers[ANSWERS[question]])])) };
}

/** What was chosen before: a local value that is no longer offered leaves the national one. */
export function localWritten(written: Written, entries: Entries, answers: Answers): Written {
  return { ...written, ...Object.fromEntries(LOCAL_QUESTIONS.map((question) => {
    const offers = answers[ANSWERS[question]].map(({ value }) => value);
    const chosen = entries.filter(([name]) => name === question).map(([, value]) => (offers.includes(value) ? value : nationalOf(value)));
    return [question, [...new Set(chosen)].filter((value) => offers.includes(value))];
  })) };
}
