import type { Refusal } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Form as Typed } from '../../web/http/form-body.ts';
import { CheckboxGroup, RadioGroup } from '../../web/ui/choices.tsx';
import { Field, TextArea } from '../../web/ui/fields.tsx';
import { Stack } from '../../web/ui/layout.tsx';
import { OUTCOME, TOPIC } from '../codes.ts';
import { TYPED_MOST } from '../commands/advise.ts';
import { consultationTexts } from '../texts.ts';
import { markedWords } from '../unnamed.ts';
import { boxFaults, wordedIn } from './words.ts';

type Boxes = { readonly lang: Lang; readonly typed: Typed; readonly refused: Refusal | undefined };

/** What the commands are given of the boxes below. */
export function adviceIn(form: Typed) {
  return { advice: form.one('advice'), card: form.one('card'), minutes: form.one('minutes'), topics: form.all('topics'), outcome: form.one('outcome'), notNames: form.all('notNames') };
}

/** Advice, and the codes that are counted. */
export function AdviceBoxes({ lang, typed, refused }: Boxes) {
  const t = consultationTexts[lang];
  const faults = boxFaults(refused, lang);
  return (
    <Stack>
      <TextArea name="advice" label={t.advice} description={t.adviceHint} rows={6} required maxLength={TYPED_MOST.text} value={typed.one('advice')} error={faults['advice']} />
      <NotNames lang={lang} typed={typed} refused={refused} />
      <RadioGroup name="outcome" label={t.outcome} required options={OUTCOME.codes.map((value) => ({ value, label: OUTCOME.label(value, lang) }))} value={typed.one('outcome')} error={faults['outcome']} />
      <Field name="minutes" label={t.minutes} description={t.minutesHint} required inputMode="numeric" size={4} value={typed.one('minutes')} error={faults['minutes']} />
      <CheckboxGroup name="topics" columns label={t.topics} optional options={TOPIC.codes.map((value) => ({ value, label: TOPIC.label(value, lang) }))} values={typed.all('topics')} error={faults['topics']} />
      <Field name="card" label={t.card} description={t.cardHint} optional value={typed.one('card')} error={faults['card']} />
    </Stack>
  );
}

/** Asked of the words that may be a name, once they have been typed: each is passed by somebody who says that it is none. */
export function NotNames({ lang, typed, refused }: Boxes) {
  const t = consultationTexts[lang];
  const words = refused === undefined ? [] : markedWords(wordedIn(typed));
  if (words.length === 0) return null;
  return <CheckboxGroup name="notNames" label={t.notNames} description={t.notNamesHint} options={words.map((word) => ({ value: word, label: t.notName(word) }))} values={typed.all('notNames')} />;
}
