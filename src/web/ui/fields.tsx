import type { ReactNode } from 'react';
import type { RevealName } from './reveal.tsx';
import { useWords } from './words.tsx';

export type Option = {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  /** shows the `Revealed` of this name when chosen */
  opens?: RevealName | undefined;
};

/** What every field has. `error` is a whole sentence in words, already translated. */
export type FieldProps = {
  name: string;
  /** words; nodes only where two wordings stand in it, of which CSS shows one */
  label: ReactNode;
  /** default: the name. `ErrorSummary` links to this id. */
  id?: string | undefined;
  description?: ReactNode;
  error?: string | undefined;
  required?: boolean | undefined;
  optional?: boolean | undefined;
};

export type TextFieldProps = FieldProps & {
  value?: string | undefined;
  type?: 'text' | 'email' | 'tel' | 'number' | 'search' | 'password' | 'time' | 'month' | undefined;
  inputMode?: 'text' | 'numeric' | 'tel' | 'email' | undefined;
  /** a browser's autofill token; default off, since the phone may be shared */
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
  /** how wide the box is, in characters; default: full width */
  size?: number | undefined;
  readOnly?: boolean | undefined;
  /** has the focus when the page opens */
  first?: boolean | undefined;
};

export function describedBy(id: string, description: ReactNode, error: string | undefined): string | undefined {
  const ids = [hasContent(description) ? `${id}-om` : '', error === undefined ? '' : `${id}-feil`].filter((part) => part !== '');
  return ids.length === 0 ? undefined : ids.join(' ');
}

export function hasContent(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== '' && node !== false;
}

/** «må fylles ut» or «valgfritt», part of the label so that it is also read aloud. */
export function Mark({ required, optional }: { required?: boolean | undefined; optional?: boolean | undefined }) {
  const words = useWords();
  if (required === true) return <span className="vv-mark"> ({words.required})</span>;
  if (optional === true) return <span className="vv-mark"> ({words.optional})</span>;
  return null;
}

export function Fault({ id, error }: { id: string; error: string | undefined }) {
  const words = useWords();
  if (error === undefined) return null;
  return (
    <p className="ds-validation-message vv-fault" id={`${id}-feil`}>
      <span className="ds-sr-only">{words.faultWord}: </span>
      {error}
    </p>
  );
}

function Shell(props: FieldProps & { children: ReactNode }) {
  const id = props.id ?? props.name;
  return (
    <div className={props.error === undefined ? 'vv-field' : 'vv-field vv-field-faulty'}>
      <label className="ds-label" data-weight="semibold" htmlFor={id}>
        {props.label}
        <Mark required={props.required} optional={props.optional} />
      </label>
      {hasContent(props.description) ? <div data-field="description" id={`${id}-om`}>{props.description}</div> : null}
      {props.children}
      <Fault id={id} error={props.error} />
    </div>
  );
}

function common(props: FieldProps) {
  const id = props.id ?? props.name;
  return {
    id,
    name: props.name,
    className: 'ds-input',
    'aria-describedby': describedBy(id, props.description, props.error),
    'aria-invalid': props.error === undefined ? undefined : true,
    'aria-required': props.required === true ? true : undefined,
  };
}

/** One line of text. The browser's own checks stay off, so that the words of a fault are ours. */
export function Field(props: TextFieldProps) {
  return (
    <Shell {...props}>
      <input {...common(props)} type={props.type ?? 'text'} defaultValue={props.value} inputMode={props.inputMode} size={props.size}
        autoComplete={props.autoComplete ?? 'off'} spellCheck={false} maxLength={props.maxLength} readOnly={props.readOnly} data-keys={props.first === true ? 'first' : undefined} />
    </Shell>
  );
}

/** Several lines of text. `rows` is the height at first; it grows with the text where the browser can. */
export function TextArea(props: FieldProps & { value?: string | undefined; rows?: number | undefined; maxLength?: number | undefined }) {
  return (
    <Shell {...props}>
      <textarea {...common(props)} defaultValue={props.value} rows={props.rows ?? 5} maxLength={props.maxLength} autoComplete="off" spellCheck={false} />
    </Shell>
  );
}

/** A closed list; an option shows only the text of its label. `empty` is the first line, which chooses nothing (default «Velg …»; `false` leaves it out). */
export function Select(props: FieldProps & { value?: string | undefined; options: readonly Option[]; empty?: string | false | undefined }) {
  const words = useWords();
  return (
    <Shell {...props}>
      <select {...common(props)} defaultValue={props.value ?? ''} autoComplete="off">
        {props.empty === false ? null : <option value="">{props.empty ?? words.choose}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value} data-opens={option.opens}>{option.label}</option>
        ))}
      </select>
    </Shell>
  );
}

/** A closed list of many names, each of which is its own value. */
export function NameSelect(props: FieldProps & { value?: string | undefined; names: readonly string[]; empty: string }) {
  return (
    <Shell {...props}>
      <select {...common(props)} defaultValue={props.value ?? ''} autoComplete="off">
        <option value="">{props.empty}</option>
        {props.names.map((name) => <option key={name}>{name}</option>)}
      </select>
    </Shell>
  );
}

/** A day, `YYYY-MM-DD`, in the browser's own date box. For staff pages; the public form asks with `DatePartsField`. */
export function DateField(props: FieldProps & { value?: string | undefined; min?: string | undefined; max?: string | undefined }) {
  return (
    <Shell {...props}>
      <input {...common(props)} className="ds-input vv-date" type="date" defaultValue={props.value} min={props.min} max={props.max} autoComplete="off" />
    </Shell>
  );
}

/** A moment on the wall clock in Oslo, `YYYY-MM-DDTHH:MM`, in the browser's own box. */
export function MomentField(props: FieldProps & { value?: string | undefined; max?: string | undefined }) {
  return (
    <Shell {...props}>
      <input {...common(props)} className="ds-input vv-date" type="datetime-local" defaultValue={props.value} max={props.max} autoComplete="off" />
    </Shell>
  );
}

/** A file to send with a form whose `multipart` is set. */
export function FileField(props: FieldProps & { accept?: string | undefined; multiple?: boolean | undefined }) {
  return (
    <Shell {...props}>
      <input {...common(props)} className="ds-input vv-file" type="file" accept={props.accept} multiple={props.multiple} />
    </Shell>
  );
}
