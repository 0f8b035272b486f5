import type { ReactNode } from 'react';
import { Symbol } from './symbols.tsx';
import type { SymbolName } from './symbols.tsx';
import { useWords } from './words.tsx';

export type HeadingLevel = 1 | 2 | 3 | 4;
type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4';

/** `level` is the place in the outline, `size` only the look (default: follows the level). */
export function Heading({ level, size, id, children }: { level: HeadingLevel; size?: 'xl' | 'l' | 'm' | 's' | undefined; id?: string | undefined; children: ReactNode }) {
  const Level = `h${level}` as HeadingTag; // level is 1–4
  return <Level className={`vv-heading vv-heading-${size ?? SIZES[level]}`} id={id}>{children}</Level>;
}

const SIZES = { 1: 'xl', 2: 'l', 3: 'm', 4: 's' } as const;

export type AlertKind = 'info' | 'warning' | 'success' | 'life';

const ALERT_SYMBOLS: Readonly<Record<AlertKind, SymbolName>> = { info: 'info', warning: 'alert', success: 'check', life: 'phone' };

/** The answer to what somebody just did takes the focus by itself, as what was refused does (error-summary.tsx): it is read aloud, and the next Tab goes on from there. */
const TAKES_FOCUS = { tabIndex: -1, autoFocus: true } as const;

/**
 * A message in the page. `life` is for danger to life only: the one place where red is used. `success` answers what somebody just did,
 * unless it is `standing`: then it says how things are, whoever comes.
 */
export function Alert({ kind, standing = false, heading, level, children }: { kind: AlertKind; standing?: boolean | undefined; heading?: string | undefined; level?: HeadingLevel | undefined; children?: ReactNode }) {
  const words = useWords();
  return (
    <div className="vv-alert" data-color={kind} {...(kind === 'success' && !standing ? TAKES_FOCUS : {})}>
      <Symbol name={ALERT_SYMBOLS[kind]} />
      <div className="vv-alert-body">
        {heading === undefined ? <span className="ds-sr-only">{words[kind]}: </span> : (
          <Heading level={level ?? 2} size="s">
            <span className="ds-sr-only">{words[kind]}: </span>
            {heading}
          </Heading>
        )}
        {children}
      </div>
    </div>
  );
}

export type CardProps = {
  children?: ReactNode;
  heading?: string | undefined;
  /** default 2 */
  level?: HeadingLevel | undefined;
  /** makes the heading a link, and the whole card its target */
  href?: string | undefined;
  symbol?: SymbolName | undefined;
  tone?: 'plain' | 'tinted' | undefined;
  id?: string | undefined;
};

/** A thing with an edge around it. */
export function Card({ children, heading, level, href, symbol, tone, id }: CardProps) {
  return (
    <div className={href === undefined ? 'vv-card' : 'vv-card vv-card-link'} data-tone={tone} id={id}>
      {heading === undefined ? null : (
        <Heading level={level ?? 2} size="m">
          {symbol === undefined ? null : <Symbol name={symbol} />}
          {href === undefined ? <span>{heading}</span> : <a href={href}>{heading}</a>}
        </Heading>
      )}
      {children}
    </div>
  );
}

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'life';

const TONE_SYMBOLS: Readonly<Record<Tone, SymbolName>> = { neutral: 'ring', accent: 'dot', info: 'info', success: 'check', warning: 'alert', life: 'bell' };

/** A state: colour, symbol and word together. `life` (red) only for danger to life, such as Akutt. */
export function Tag({ tone, symbol, children }: { tone?: Tone | undefined; symbol?: SymbolName | undefined; children: ReactNode }) {
  const shown = tone ?? 'neutral';
  return (
    <span className="ds-tag vv-tag" data-color={shown}>
      <Symbol name={symbol ?? TONE_SYMBOLS[shown]} />
      {children}
    </span>
  );
}

/** Several tags or chips beside each other. */
export function Tags({ children }: { children: ReactNode }) {
  return <div className="vv-tags">{children}</div>;
}

/** Something one may open. `open` shows it from the start. */
export function Details({ summary, open, children }: { summary: ReactNode; open?: boolean | undefined; children: ReactNode }) {
  return (
    <details className="ds-details vv-details" data-color="neutral" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}

/** Says that there is nothing here, and that this is fine. */
export function EmptyState({ heading, level, symbol, children }: { heading: string; level?: HeadingLevel | undefined; symbol?: SymbolName | undefined; children?: ReactNode }) {
  return (
    <div className="vv-empty">
      <Symbol name={symbol ?? 'check'} />
      <Heading level={level ?? 2} size="m">{heading}</Heading>
      {children}
    </div>
  );
}
