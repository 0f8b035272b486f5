import { createContext, useContext, type ReactNode } from 'react';
import { confirmation, stopsIn, wordsToConfirm } from '../../form/checks.ts';
import { findField, LONGEST, type FieldName } from '../../form/fields.ts';
import type { Problems } from '../../form/problems.ts';
import { many, one, type Written } from '../../form/written.ts';
import { boxTexts } from '../../texts/form-boxes.ts';
import type { Question, Wording } from '../../texts/form-wording.ts';
import { spokenQuestion } from '../../texts/phone.ts';
import { Checkbox, CheckboxGroup, RadioGroup } from '../../../web/ui/choices.tsx';
import { Field, NameSelect, Select, TextArea, type Option } from '../../../web/ui/fields.tsx';
import { Reveal, Revealed } from '../../../web/ui/reveal.tsx';
import { filled } from './texts.ts';
import { problemOf, questionOf, type Voice } from './voice.ts';

/** What the questions of one form share: its words, what was written, and what is wrong with it. */
export type FormState = Voice & { readonly written: Written; readonly problems: Problems; /** staff ask about another person: the one wording, whatever is answered */ readonly side?: 'open' | undefined; /** read out on the phone: the question as it is said, and no help for readers */ readonly spoken?: boolean | undefined };
const State = createContext<FormState>({ lang: 'nb', written: {}, problems: {} });

export function Asking({ state, children }: { state: FormState; children: ReactNode }) {
  return <State.Provider value={state}>{children}</State.Provider>;
}

/** The id of a field's first control, where the error summary leads. */
export function fieldId(name: FieldName): string {
  return `f-${name}`;
}

/** A wording for whoever it is about. CSS shows the one that fits who the writer is; where it cannot, all of them stand there. */
export function Sided({ wording }: { wording: Wording }) {
  const { side } = useContext(State);
  if (typeof wording === 'string') return wording;
  const { open, self, anon } = wording;
  if (side === 'open') return open;
  const other = anon === undefined ? open : <><span className="vr-named">{open}</span><span className="vr-or"> / </span><span className="vr-anon">{anon}</span></>;
  if (self === undefined) return other;
  return (
    <>
      <span className="vr-open">{other}</span>
      <span className="vr-or"> / </span>
      <span className="vr-self">{self}</span>
    </>
  );
}

/** What is wrong with a field, as one sentence for whoever writes. */
export function problemWording(state: FormState, name: FieldName): string | undefined {
  const { lang, written, problems } = state;
  const code = problems[name];
  if (code === undefined) return undefined;
  const wording = problemOf(state, code);
  const text = typeof wording === 'string' ? wording : (one(written, 'hvem') === 'UTSATT_SELV' && state.side === undefined ? wording.self : undefined) ?? wording.open;
  const kind = findField(name)?.kind === 'long' ? 'long' : 'short';
  const counted = (n: number) => n.toLocaleString(lang === 'en' ? 'en-GB' : 'nb-NO');
  const found = text.includes('{found}') ? stopsIn(written, name).map((stop) => stop.text).join(' · ') : '';
  return filled(text, { length: counted(one(written, name).length), most: counted(LONGEST[kind]), found });
}

type Asked = { readonly name: FieldName; readonly required?: boolean | undefined };

function wordedFor(state: FormState, name: FieldName): Question {
  const said = state.spoken === true ? spokenQuestion(state.lang, name) : undefined;
  return said === undefined ? questionOf(state, name) : { label: said };
}

function useQuestion({ name, required }: Asked) {
  const state = useContext(State);
  const { label, hint } = wordedFor(state, name);
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
export function OneOf(props: Asked & { options: readonly Option[]; columns?: boolean | undefined }) {
  const { common, hint, value } = useQuestion(props);
  return <RadioGroup {...common} description={hintOf(hint)} value={value} options={props.options} columns={props.columns} />;
}

/** One answer of many. */
export function FromList(props: Asked & { options: readonly (Option & { label: string })[]; empty: string }) {
  const { common, hint, value } = useQuestion(props);
  return <Select {...common} description={hintOf(hint)} value={value} options={props.options} empty={props.empty} />;
}

type OneOfMany = Asked & { readonly names: readonly string[]; readonly empty: string };

/** One name out of hundreds. A name is its own value: the page is half as long as with numbers. */
export function FromNames(props: OneOfMany) {
  const { common, value } = useQuestion(props);
  return <NameSelect {...common} value={value} names={props.names} empty={props.empty} />;
}

/** The same, written by hand: the hundreds are sent to those alone whose name we did not find, with what they wrote still there. */
export function NameOrList(props: OneOfMany) {
  const { common, hint, value } = useQuestion(props);
  if (common.error === undefined) return <Field {...common} description={hintOf(hint)} value={value} />;
  return <NameSelect {...common} names={props.names} empty={value === '' ? props.empty : value} />;
}

/** Any number of answers. */
export function AnyOf(props: Asked & { options: readonly Option[] }) {
  const { common, hint, values } = useQuestion(props);
  return <CheckboxGroup {...common} description={hintOf(hint)} values={values} options={props.options} columns />;
}

/** A single yes; posts `answer`. */
export function Tick(props: Asked & { answer: string; opens?: 'a' | undefined }) {
  const { common, hint, value } = useQuestion(props);
  return <Checkbox {...common} description={hintOf(hint)} value={props.answer} checked={value === props.answer} opens={props.opens} />;
}

/** A question, and what is asked besides where its answer says so. */
export function Followed({ question, children }: { question: ReactNode; children: ReactNode }) {
  return (
    <Reveal>
      {question}
      <Revealed when="a">{children}</Revealed>
    </Reveal>
  );
}

/** «Det er ikke et navn»: stands there only when a text holds words that may tell who it is, and names them. */
export function NotNames() {
  const state = useContext(State);
  const words = wordsToConfirm(state.written);
  if (words.length === 0) return null;
  const t = boxTexts[state.lang];
  const { label } = questionOf(state, 'ikkenavn');
  const ticked = one(state.written, 'ikkenavn') === confirmation(words);
  return (
    <Checkbox name="ikkenavn" id={fieldId('ikkenavn')} value={confirmation(words)} checked={ticked} error={problemWording(state, 'ikkenavn')}
      label={words.length === 1 ? <Sided wording={label} /> : t.noNames} description={filled(t.maybeNames, { words: words.join(' · ') })} />
  );
}

/** Whether one of these questions was answered, or has a fault that leads to it. */
export function useTouched(names: readonly FieldName[]): boolean {
  const { written, problems } = useContext(State);
  return names.some((name) => many(written, name).length > 0 || problems[name] !== undefined);
}
