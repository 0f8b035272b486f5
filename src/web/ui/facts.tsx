import type { ReactNode } from 'react';
import { Heading } from './surfaces.tsx';
import { Symbol } from './symbols.tsx';
import type { SymbolName } from './symbols.tsx';
import { useWords } from './words.tsx';

export type Fact = { term: string; value: ReactNode };

/** Terms and their values. `beside` puts them side by side, in as many columns as fit. */
export function DescriptionList({ items, beside }: { items: readonly Fact[]; beside?: boolean | undefined }) {
  return (
    <dl className={beside === true ? 'vv-facts vv-facts-beside' : 'vv-facts'}>
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One big number with its words; `href` leads to what was counted. */
export function KeyFigure({ label, value, note, href }: { label: string; value: string; note?: string | undefined; href?: string | undefined }) {
  return (
    <div className="vv-key-figure">
      <p className="vv-key-figure-value">{value}</p>
      <p className="vv-key-figure-label">{href === undefined ? label : <a className="ds-link" href={href}>{label}</a>}</p>
      {note === undefined ? null : <p className="vv-quiet">{note}</p>}
    </div>
  );
}

/** A colleague as initials and a name. `action` stands under the name, such as a chip that gives access. */
export function Face({ name, role, action }: { name: string; role?: string | undefined; action?: ReactNode }) {
  return (
    <div className="vv-face">
      <span className="vv-face-mark" aria-hidden="true">{initials(name)}</span>
      <div className="vv-face-text">
        <span className="vv-face-name">{name}</span>
        {role === undefined ? null : <span className="vv-quiet">{role}</span>}
        {action}
      </div>
    </div>
  );
}

/** Several colleagues beside each other. */
export function Faces({ children }: { children: ReactNode }) {
  return <div className="vv-faces">{children}</div>;
}

/** The first letters of the first and the last name, e.g. `KB`. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const ends = parts.length > 1 ? [parts[0], parts[parts.length - 1]] : [parts[0]];
  return ends.map((part) => [...(part ?? '')][0] ?? '').join('').toLocaleUpperCase('nb');
}

/** A receipt code of 16 characters in four groups of four, large, and read out one character at a time. */
export function ReceiptCode({ code }: { code: string }) {
  const words = useWords();
  const groups = code.replace(/[^0-9A-Za-z]/g, '').match(/.{1,4}/g) ?? [];
  return (
    <p className="vv-code">
      <span className="vv-code-label">{words.code}</span>
      <span className="vv-code-groups" aria-hidden="true">{groups.map((group, index) => <span key={`${index}${group}`}>{group}</span>)}</span>
      <span className="ds-sr-only">{groups.map((group) => [...group].join(' ')).join(', ')}</span>
    </p>
  );
}

/** What somebody wrote, with who and when: a journal entry, a message. `mine` puts it at the other edge, as in a talk. */
export function Note({ heading, at, dateTime, who, mine, symbol, children }: { heading?: string | undefined; at: string; dateTime?: string | undefined; who?: string | undefined; mine?: boolean | undefined; symbol?: SymbolName | undefined; children: ReactNode }) {
  return (
    <article className={mine === true ? 'vv-note vv-note-mine' : 'vv-note'}>
      {heading === undefined ? null : <Heading level={3} size="s">{symbol === undefined ? null : <Symbol name={symbol} />}{heading}</Heading>}
      <p className="vv-note-when">
        {who === undefined ? null : <><span className="vv-note-who">{who}</span> · </>}
        <time dateTime={dateTime}>{at}</time>
      </p>
      {children}
    </article>
  );
}
