import type { ReactNode } from 'react';
import { Heading } from './surfaces.tsx';
import { Symbol } from './symbols.tsx';
import { useWords } from './words.tsx';

/** All parts of a long form in one document, under the page's first heading. The address's `#id` chooses which one shows; without one, the first. Where CSS cannot hide, all show. */
export function FormSteps({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <div className="vv-steps">
      <h1 className="vv-steps-heading">{heading}</h1>
      {children}
    </div>
  );
}

export type FormStepProps = {
  /** stands in the address as `#id`; must say nothing about what the form is for */
  id: string;
  n: number;
  of: number;
  heading: string;
  lead?: ReactNode;
  /** ids of the neighbouring parts; left out at the ends */
  back?: string | undefined;
  next?: string | undefined;
  /** stands where «Neste» would, in the last part: the button that sends */
  send?: ReactNode;
  children: ReactNode;
};

/** One part of a long form: «Del 2 av 6», a heading, the questions, «Tilbake» and «Neste» as links within the document. */
export function FormStep({ id, n, of, heading, lead, back, next, send, children }: FormStepProps) {
  const words = useWords();
  return (
    <section className="vv-step" id={id} aria-labelledby={`${id}-overskrift`} tabIndex={-1}>
      <p className="vv-step-count">
        <span className="vv-step-word">{words.stepOf(n, of)}</span>
        <StepBar n={n} of={of} />
      </p>
      <Heading level={2} size="xl" id={`${id}-overskrift`}>{heading}</Heading>
      {lead === undefined ? null : <p className="vv-lead">{lead}</p>}
      <div className="vv-step-body">{children}</div>
      <div className="vv-step-nav">
        {back === undefined ? null : (
          <a className="ds-button vv-button" data-variant="secondary" href={`#${back}`}>
            <Symbol name="back" />
            {words.back}
          </a>
        )}
        {next === undefined ? null : (
          <a className="ds-button vv-button" data-variant="primary" href={`#${next}`}>
            {words.next}
            <Symbol name="arrow" />
          </a>
        )}
        {send}
      </div>
    </section>
  );
}

function StepBar({ n, of }: { n: number; of: number }) {
  return (
    <svg className="vv-step-bar" viewBox={`0 0 ${of} 1`} preserveAspectRatio="none" aria-hidden="true"><path d={`M0 0h${n}v1H0z`} /></svg>
  );
}
