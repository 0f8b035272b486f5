import type { ReactNode } from 'react';
import { Symbol } from './symbols.tsx';
import type { SymbolName } from './symbols.tsx';

export type ButtonLook = {
  /** primary: at most one in sight; default primary for Button, secondary for LinkButton */
  variant?: 'primary' | 'secondary' | 'tertiary' | undefined;
  symbol?: SymbolName | undefined;
  /** the whole width of its place */
  wide?: boolean | undefined;
  small?: boolean | undefined;
};

export type ButtonProps = ButtonLook & {
  children: ReactNode;
  type?: 'submit' | 'button' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** the id of a form elsewhere in the document */
  form?: string | undefined;
  formAction?: string | undefined;
  /** what it does, in full, when the text alone does not say it */
  label?: string | undefined;
  /** has the focus when the page opens (islands/keys.ts): Enter alone is then an answer */
  first?: boolean | undefined;
};

/** Sends a form. */
export function Button(props: ButtonProps) {
  return (
    <button className="ds-button vv-button" type={props.type ?? 'submit'} data-variant={props.variant ?? 'primary'} name={props.name} value={props.value}
      form={props.form} formAction={props.formAction} aria-label={props.label} data-fullwidth={flag(props.wide)} data-small={flag(props.small)}
      data-keys={props.first === true ? 'first' : undefined}>
      {props.symbol === undefined ? null : <Symbol name={props.symbol} />}
      {props.children}
    </button>
  );
}

export type LinkButtonProps = ButtonLook & { children: ReactNode; href: string; label?: string | undefined; download?: boolean | undefined };

/** Leads somewhere, but weighs as much as a button. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a className="ds-button vv-button" href={props.href} data-variant={props.variant ?? 'secondary'} aria-label={props.label} download={props.download}
      data-fullwidth={flag(props.wide)} data-small={flag(props.small)}>
      {props.symbol === undefined ? null : <Symbol name={props.symbol} />}
      {props.children}
    </a>
  );
}

/** A link in running text. */
export function TextLink({ href, children, label }: { href: string; children: ReactNode; label?: string | undefined }) {
  return <a className="ds-link" href={href} aria-label={label}>{children}</a>;
}

export type ChipProps = { children: ReactNode; href: string; selected?: boolean | undefined; count?: number | undefined };

/** A filter as a link: the address carries the choice. */
export function Chip({ children, href, selected, count }: ChipProps) {
  return (
    <a className="vv-chip" href={href} aria-current={selected === true ? 'true' : undefined}>
      {selected === true ? <Symbol name="check" /> : null}
      {children}
      {count === undefined ? null : <span className="vv-count">{count}</span>}
    </a>
  );
}

export type ChipButtonProps = { children: ReactNode; name?: string | undefined; value?: string | undefined; symbol?: SymbolName | undefined };

/** One tap that sends the form, such as a reason to choose. */
export function ChipButton({ children, name, value, symbol }: ChipButtonProps) {
  return (
    <button className="vv-chip" type="submit" name={name} value={value}>
      {symbol === undefined ? null : <Symbol name={symbol} />}
      {children}
    </button>
  );
}

function flag(on: boolean | undefined): '' | undefined {
  return on === true ? '' : undefined;
}
