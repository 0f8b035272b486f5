import type { ReactNode } from 'react';
import { Fault, Mark, describedBy, hasContent } from './fields.tsx';
import type { FieldProps, Option } from './fields.tsx';
import type { RevealName } from './reveal.tsx';
import { useWords } from './words.tsx';

type ChoiceProps = {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Option;
  checked: boolean;
  /** some link leads to it: the others need no id of their own, and a form is a kilobyte shorter */
  reached: boolean;
  describedBy?: string | undefined;
};

function Choice({ type, id, name, option, checked, reached, describedBy: more }: ChoiceProps) {
  const about = hasContent(option.description) ? `${id}-valg-om` : undefined;
  const by = [about, more].filter((part) => part !== undefined).join(' ');
  return (
    <div className="vv-choice">
      <label>
        <input className="ds-input" type={type} id={reached ? id : undefined} name={name} value={option.value} defaultChecked={checked} data-opens={option.opens} aria-describedby={by === '' ? undefined : by} autoComplete="off" />
        <span>{option.label}</span>
      </label>
      {about === undefined ? null : <div className="vv-choice-about" id={about}>{option.description}</div>}
    </div>
  );
}

/** A question whose answer is more than one box. `look`: how the boxes stand. */
function Group(props: FieldProps & { children: ReactNode; look: string }) {
  const id = props.id ?? props.name;
  return (
    <fieldset className={props.error === undefined ? 'ds-fieldset vv-field' : 'ds-fieldset vv-field vv-field-faulty'} aria-describedby={describedBy(id, props.description, props.error)}>
      <legend className="ds-label" data-weight="semibold">
        {props.label}
        <Mark required={props.required} optional={props.optional} />
      </legend>
      {hasContent(props.description) ? <div data-field="description" id={`${id}-om`}>{props.description}</div> : null}
      <div className={props.look}>{props.children}</div>
      <Fault id={id} error={props.error} />
    </fieldset>
  );
}

/** The first choice carries the group's own id, so that a link in `ErrorSummary` lands on something one can press. */
function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}

type GroupProps = FieldProps & {
  options: readonly Option[];
  /** two columns where there is room */
  columns?: boolean | undefined;
};

function Choices({ type, chosen, ...props }: GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly (string | undefined)[] }) {
  const id = props.id ?? props.name;
  return (
    <Group {...props} look={props.columns === true ? 'vv-choices vv-choices-columns' : 'vv-choices'}>
      {props.options.map((option, index) => (
        <Choice key={option.value} type={type} id={choiceId(id, index)} name={props.name} option={option} checked={chosen.includes(option.value)} reached={index === 0} />
      ))}
    </Group>
  );
}

/** One of a few. */
export function RadioGroup({ value, ...props }: GroupProps & { value?: string | undefined }) {
  return <Choices {...props} type="radio" chosen={[value]} />;
}

/** Any number of several, all posted under the same name. */
export function CheckboxGroup({ values, ...props }: GroupProps & { values?: readonly string[] | undefined }) {
  return <Choices {...props} type="checkbox" chosen={values ?? []} />;
}

export type CheckboxProps = FieldProps & { value?: string | undefined; checked?: boolean | undefined; opens?: RevealName | undefined };

/** A single yes. `value` (default `ja`) is what is posted when it is ticked. */
export function Checkbox(props: CheckboxProps) {
  const id = props.id ?? props.name;
  const option = { value: props.value ?? 'ja', label: props.label, description: props.description, opens: props.opens };
  return (
    <div className={props.error === undefined ? 'vv-field' : 'vv-field vv-field-faulty'}>
      <Choice type="checkbox" id={id} name={props.name} option={option} checked={props.checked === true} reached describedBy={props.error === undefined ? undefined : `${id}-feil`} />
      <Fault id={id} error={props.error} />
    </div>
  );
}

export type DateParts = { day?: string | undefined; month?: string | undefined; year?: string | undefined };

/** A day as three small boxes, posted as `<name>-dag`, `<name>-maned`, `<name>-ar`: works on every phone and may be left half empty. */
export function DatePartsField(props: FieldProps & { value?: DateParts | undefined }) {
  const id = props.id ?? props.name;
  const words = useWords();
  const boxes = [
    { part: 'dag', label: words.day, value: props.value?.day, size: 3, max: 2 },
    { part: 'maned', label: words.month, value: props.value?.month, size: 3, max: 2 },
    { part: 'ar', label: words.year, value: props.value?.year, size: 5, max: 4 },
  ];
  return (
    <Group {...props} look="vv-date-parts">
      {boxes.map((box, index) => (
        <div key={box.part}>
          <label htmlFor={choiceId(id, index)}>{box.label}</label>
          <input className="ds-input" id={choiceId(id, index)} name={`${props.name}-${box.part}`} defaultValue={box.value} type="text" inputMode="numeric"
            size={box.size} maxLength={box.max} autoComplete="off" aria-invalid={props.error === undefined ? undefined : true} />
        </div>
      ))}
    </Group>
  );
}
