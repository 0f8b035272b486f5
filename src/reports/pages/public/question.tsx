import { createContext, useContext, type ReactNode } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import { findField, LONGEST, type FieldName } from '../../form/fields.ts';
import type { Problems } from '../../form/schema.ts';
import { many, one, type Written } from '../../form/written.ts';
import { problemTexts, questionTexts, type Wording } from '../../form-texts.ts';
import { Checkbox, CheckboxGroup, RadioGroup } from '../../../web/ui/choices.tsx';
import { Field, Select, TextArea, type Option } from '../../../web/ui/fields.tsx';
import { filled } from './texts.ts';

/** What the questions of one form share: its language, what was written, and what is wrong with it. */
export type FormState = { readonly lang: Lang; readonly written: Written; readonly problems: Problems };
const State = createContext<FormState>({ lang: 'nb', written: {}, problems: {} });

export function Asking({ state, children }: { state: FormState; children: ReactNode }) {
  return <State.Provider value={state}>{children}</State.Provider>;
}

/** The id of a field's first control, where the error summary leads. */
export function fieldId(name: FieldName): string {
  return `f-${name}`;
}

/** A wording for whoever it is about. CSS shows the one that fits who the writer is; where it cannot, both stand there. */
export function Sided({ wording }: { wording: Wording }) {
  if (typeof wording === 'string') return wording;
  return (
    <>
      <span className="vr-open">{wording.open}</span>
      <span className="vr-or"> / </span>
      <span className="vr-self">{wording.self}</span>
    </>
  );
}

/** What is wrong with a field, as one sentence for each side. */
export function problemWording({ lang, written, problems }: FormState, name: FieldName): string | undefined {
  const code = problems[name];
  if (code === undefined) return undefined;
  const wording = problemTexts[lang][code];
  const text = typeof wording === 'string' ? wording : one(written, 'hvem') === 'UTSATT_SELV' ? wording.self : wording.open;
  const kind = findField(name)?.kind === 'long' ? 'long' : 'short';
  const counted = (n: number) => n.toLocaleString(lang === 'en' ? 'en-GB' : 'nb-NO');
  return filled(text, { length: counted(one(written, name).length), most: counted(LONGEST[kind]) });
}

type Asked = { readonly name: FieldName; readonly required?: boolean | undefined };

function useQuestion({ name, required }: Asked) {
  const state = useContext(State);
  const { label, hint } = questionTexts[state.lang][name];
  const common = {
    name,
    id: fieldId(name),
    label: <Sided wording={label} />,
    error: problemWording(state, name),
    required: required === true ? true : undefined,
  };
  return { common, hint, value: one(state.written, name), values: many(state.written, name) };
}

function hintOf(hint: Wording | undefined): ReactNode {
  return hint === undefined ? undefined : <Sided wording={hint} />;
}

/** A question answered in one line. */
export function Line(props: Asked & { inputMode?: 'numeric' | 'tel' | undefined; size?: number | undefined }) {
  const { common, hint, value } = useQuestion(props);
  return <Field {...common} description={hintOf(hint)} value={value} inputMode={props.inputMode} size={props.size} />;
}

/** A question answered in the writer's own words. No limit is set on the box: a browser would cut a pasted text without a word. */
export function Story(props: Asked & { rows?: number | undefined }) {
  const { common, hint, value } = useQuestion(props);
  return <TextArea {...common} description={hintOf(hint)} value={value} rows={props.rows ?? 4} />;
}

/** One answer of a few, all in sight. */
export function OneOf(props: Asked & { options: readonly Option[] }) {
  const { common, hint, value } = useQuestion(props);
  return <RadioGroup {...common} description={hintOf(hint)} value={value} options={props.options} />;
}

/** One answer of many. */
export function FromList(props: Asked & { options: readonly (Option & { label: string })[]; empty: string }) {
  const { common, hint, value } = useQuestion(props);
  return <Select {...common} description={hintOf(hint)} value={value} options={props.options} empty={props.empty} />;
}

/** Any number of answers. */
export function AnyOf(props: Asked & { options: readonly Option[] }) {
  const { common, hint, values } = useQuestion(props);
  return <CheckboxGroup {...common} description={hintOf(hint)} values={values} options={props.options} columns />;
}

/** A single yes; posts `answer`. */
export function Tick(props: Asked & { answer: string }) {
  const { common, hint, value } = useQuestion(props);
  return <Checkbox {...common} description={hintOf(hint)} value={props.answer} checked={value === props.answer} />;
}
