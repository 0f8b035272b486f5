import type { ReactNode } from 'react';
import { Heading } from './surfaces.tsx';
import { Symbol } from './symbols.tsx';
import type { SymbolName } from './symbols.tsx';
import type { Phase } from './time-line.tsx';
import { Phases } from './time-line.tsx';
import { useWords } from './words.tsx';

export type WorkItem = {
  id: string;
  /** absent: there is nothing to open for whoever reads the line */
  href?: string;
  /** what it is, e.g. a reference and an alias; never a name where names are not shown */
  title: string;
  /** why it is on my list */
  reason: string;
  /** a `Clock` */
  clock?: ReactNode;
  /** `Tag`s */
  tags?: ReactNode;
  /** small print, e.g. the municipality */
  meta?: string | undefined;
  symbol?: SymbolName | undefined;
};

/** Lines that each need somebody: what, why, by when. `j`/`k` walk, Enter opens, `n` opens the one with the id `next`: the first, unless another waits more. */
export function WorkList({ items, label, next }: { items: readonly WorkItem[]; label: string; next?: string | undefined }) {
  const waiting = next ?? items[0]?.id;
  return (
    <ul className="vv-work" aria-label={label} data-keys="list">
      {items.map((item) => (
        <li key={item.id} data-keys="item" data-next={item.id === waiting ? '' : undefined}>
          {item.symbol === undefined ? null : <Symbol name={item.symbol} />}
          <div className="vv-work-text">
            <p className="vv-work-title">{item.href === undefined ? item.title : <a href={item.href}>{item.title}</a>}{item.tags}</p>
            <p className="vv-work-reason">{item.reason}</p>
            {item.meta === undefined ? null : <p className="vv-quiet">{item.meta}</p>}
          </div>
          {item.clock === undefined ? null : <div className="vv-work-clock">{item.clock}</div>}
        </li>
      ))}
    </ul>
  );
}

export type OpenStep = { id: string; label: string; href: string; about?: string | undefined; primary?: boolean | undefined };
export type ClosedStep = { id: string; label: string; why: string };

/** The steps this person may take now, and why the others are closed. */
export function NextSteps({ open, closed, later }: { open: readonly OpenStep[]; closed?: readonly ClosedStep[] | undefined; /** steps of another time in the file's life, by name alone */ later?: { readonly label: string; readonly steps: readonly string[] } | undefined }) {
  const words = useWords();
  const [shut, elsewhere] = [closed ?? [], later?.steps ?? []];
  return (
    <section className="vv-next" aria-labelledby="neste-steg">
      <Heading level={2} size="m" id="neste-steg">{words.nextSteps}</Heading>
      <ul className="vv-next-open">
        {open.map((step) => (
          <li key={step.id}>
            <a className="ds-button vv-button" data-variant={step.primary === true ? 'primary' : 'secondary'} data-fullwidth="" href={step.href}>{step.label}</a>
            {step.about === undefined ? null : <p className="vv-quiet">{step.about}</p>}
          </li>
        ))}
      </ul>
      {shut.length + elsewhere.length === 0 ? null : (
        <details className="vv-next-closed">
          <summary>{words.nextClosed} ({shut.length + elsewhere.length})</summary>
          {shut.length === 0 ? null : <ul>{shut.map((step) => <li key={step.id}><Symbol name="lock" /><span><strong>{step.label}</strong> – {step.why}</span></li>)}</ul>}
          {elsewhere.length === 0 ? null : <p className="vv-quiet">{later?.label}: {elsewhere.join(' · ')}</p>}
        </details>
      )}
    </section>
  );
}

export type FileHeaderProps = {
  /** alias or name: the page's first heading */
  title: string;
  /** short facts beside the title, e.g. age band, reference, municipality */
  facts?: readonly string[] | undefined;
  /** `Tag`s: Akutt, Fortrolig adresse, Samtykke til å dele, Begrenset */
  flags?: ReactNode;
  /** what the person wants, in few words */
  wants?: string | undefined;
  responsible?: string | undefined;
  /** a `Clock`: the next deadline */
  clock?: ReactNode;
  phase: Phase;
  ended?: boolean | undefined;
  /** what must be known before the rest is read */
  warnings?: ReactNode;
};

/** The head of a case or stay that never scrolls away. */
export function FileHeader({ title, facts, flags, wants, responsible, clock, phase, ended, warnings }: FileHeaderProps) {
  const words = useWords();
  return (
    <div className="vv-file-header">
      <div className="vv-file-header-top">
        <h1 className="vv-heading vv-heading-l">{title}</h1>
        {facts === undefined ? null : <p className="vv-file-header-facts">{facts.join(' · ')}</p>}
        {flags === undefined ? null : <div className="vv-tags">{flags}</div>}
      </div>
      <Phases current={phase} ended={ended} />
      <dl className="vv-file-header-line">
        {wants === undefined ? null : <div><dt>{words.wants}</dt><dd>{wants}</dd></div>}
        {responsible === undefined ? null : <div><dt>{words.responsible}</dt><dd>{responsible}</dd></div>}
        {clock === undefined ? null : <div><dt className="ds-sr-only">{words.clockOurs}</dt><dd>{clock}</dd></div>}
      </dl>
      {warnings}
    </div>
  );
}

export type TabLink = { label: string; href: string; current?: boolean | undefined; count?: number | undefined };

/** Parts of a file as links: each has its own address. */
export function Tabs({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav className="vv-tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current === true ? 'page' : undefined}>
              {item.label}
              {item.count === undefined ? null : <span className="vv-count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
