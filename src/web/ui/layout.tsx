import type { ReactNode } from 'react';
import { MarkField } from './page-mark.tsx';
import { Heading } from './surfaces.tsx';
import type { HeadingLevel } from './surfaces.tsx';

export type Gap = 'xs' | 's' | 'm' | 'l' | 'xl';

/** Things under each other with even air between. */
export function Stack({ gap, children }: { gap?: Gap | undefined; children: ReactNode }) {
  return <div className={`vv-stack vv-gap-${gap ?? 'm'}`}>{children}</div>;
}

/** Things beside each other, wrapping when the line is full. `spread` pushes the last to the far edge. */
export function Row({ gap, spread, children }: { gap?: Gap | undefined; spread?: boolean | undefined; children: ReactNode }) {
  return <div className={`vv-row vv-gap-${gap ?? 's'}${spread === true ? ' vv-row-spread' : ''}`}>{children}</div>;
}

/** Equal columns, as many as fit: `narrow` from 14 rem, `wide` from 20 rem each. */
export function Grid({ columns, children }: { columns?: 'narrow' | 'wide' | undefined; children: ReactNode }) {
  return <div className={columns === 'narrow' ? 'vv-grid vv-grid-narrow' : 'vv-grid'}>{children}</div>;
}

/** A main column and a smaller one at its right. On a phone the smaller one comes after, or with `asideFirst` before; it is read in that order everywhere. */
export function Columns({ children, aside, asideFirst }: { children: ReactNode; aside: ReactNode; asideFirst?: boolean | undefined }) {
  const small = <div className="vv-columns-aside">{aside}</div>;
  return (
    <div className="vv-columns">
      {asideFirst === true ? small : null}
      <div className="vv-columns-main">{children}</div>
      {asideFirst === true ? null : small}
    </div>
  );
}

export type SectionProps = { heading: string; level?: HeadingLevel | undefined; id?: string | undefined; action?: ReactNode; children: ReactNode };

/** A part of a page with its heading, and at the right of it something to do. */
export function Section({ heading, level, id, action, children }: SectionProps) {
  return (
    <section className="vv-section" id={id}>
      <div className="vv-section-head">
        <Heading level={level ?? 2}>{heading}</Heading>
        {action}
      </div>
      {children}
    </section>
  );
}

/** The first heading of a page with one or two sentences under it, and at the right something to do. */
export function PageHead({ heading, lead, action }: { heading: string; lead?: ReactNode; action?: ReactNode }) {
  return (
    <div className="vv-page-head">
      <div>
        <Heading level={1}>{heading}</Heading>
        {lead === undefined ? null : <p className="vv-lead">{lead}</p>}
      </div>
      {action}
    </div>
  );
}

/** Running text: paragraphs, lists, headings at a readable line length. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="vv-prose">{children}</div>;
}

/** Text of lesser weight. */
export function Quiet({ children }: { children: ReactNode }) {
  return <span className="vv-quiet">{children}</span>;
}

/** Text that keeps the line breaks a person wrote. */
export function Written({ text }: { text: string }) {
  return <div className="vv-written">{text}</div>;
}

/** Read by screen readers, seen by nobody. */
export function Unseen({ children }: { children: ReactNode }) {
  return <span className="ds-sr-only">{children}</span>;
}

export type FormProps = {
  action: string;
  method?: 'get' | 'post' | undefined;
  id?: string | undefined;
  /** for file fields */
  multipart?: boolean | undefined;
  /** fields posted unseen, such as a form token */
  hidden?: Readonly<Record<string, string>> | undefined;
  /** beside each other on one line, for filters */
  inline?: boolean | undefined;
  children: ReactNode;
};

/** A form whose faults are told by us and not by the browser, and which the browser does not remember. */
export function Form({ action, method, id, multipart, hidden, inline, children }: FormProps) {
  return (
    <form className={inline === true ? 'vv-form vv-form-inline' : 'vv-form'} action={action} method={method ?? 'post'} id={id} noValidate autoComplete="off"
      encType={multipart === true ? 'multipart/form-data' : undefined}>
      {method === 'get' ? null : <MarkField given={Object.keys(hidden ?? {})} />}
      {Object.entries(hidden ?? {}).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} autoComplete="off" />)}
      {children}
    </form>
  );
}

/** The buttons at the end of a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="vv-form-actions">{children}</div>;
}

/** Left out on paper. */
export function ScreenOnly({ children }: { children: ReactNode }) {
  return <div className="vv-screen-only">{children}</div>;
}

/** What comes alone on paper: nothing of the house's head or of the browser's own lines stands on it. */
export function Sheet({ children }: { children: ReactNode }) {
  return <div className="vv-sheet">{children}</div>;
}

/** Only on paper. */
export function PrintOnly({ children }: { children: ReactNode }) {
  return <div className="vv-print-only">{children}</div>;
}
