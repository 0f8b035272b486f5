import type { ReactNode } from 'react';
import type { Tone } from './surfaces.tsx';
import { Symbol } from './symbols.tsx';
import type { SymbolName } from './symbols.tsx';
import { useWords } from './words.tsx';

export type TimelineItem = {
  id: string;
  /** the time as people read it */
  at: string;
  /** the same in ISO form */
  dateTime?: string | undefined;
  title: ReactNode;
  who?: string | undefined;
  symbol?: SymbolName | undefined;
  tone?: Tone | undefined;
  children?: ReactNode;
};

/** What happened, in the order given. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string | undefined }) {
  return (
    <ol className="vv-timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} data-color={item.tone ?? 'neutral'}>
          <span className="vv-timeline-mark"><Symbol name={item.symbol ?? 'dot'} /></span>
          <div className="vv-timeline-body">
            <p className="vv-timeline-title">{item.title}</p>
            <p className="vv-timeline-when">
              <time dateTime={item.dateTime}>{item.at}</time>
              {item.who === undefined ? null : <> · {item.who}</>}
            </p>
            {item.children}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The four phases that people see; finer states stay underneath. */
export const PHASES = ['receive', 'assess', 'act', 'close'] as const;
export type Phase = (typeof PHASES)[number];

/** Motta · Vurdere · Handle · Avslutte. `ended` marks all four as done. */
export function Phases({ current, ended }: { current: Phase; ended?: boolean | undefined }) {
  const words = useWords();
  const now = ended === true ? PHASES.length : PHASES.indexOf(current);
  return (
    <ol className="vv-phases" aria-label={words.phases}>
      {PHASES.map((phase, index) => {
        const state = index < now ? 'done' : index === now ? 'now' : 'later';
        const said = { done: words.phaseDone, now: words.phaseNow, later: words.phaseLater }[state];
        return (
          <li key={phase} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <Symbol name={state === 'done' ? 'check' : state === 'now' ? 'dot' : 'ring'} />
            <span>{words[`phase_${phase}`]}</span>
            <span className="ds-sr-only"> ({said})</span>
          </li>
        );
      })}
    </ol>
  );
}

export type ClockState = 'calm' | 'soon' | 'late' | 'urgent' | 'done';
const CLOCK_SYMBOLS: Readonly<Record<ClockState, SymbolName>> = { calm: 'clock', soon: 'clock', late: 'flag', urgent: 'bell', done: 'check' };

export type ClockProps = {
  state: ClockState;
  /** the deadline as people read it, e.g. «i morgen kl. 12» */
  due?: string | undefined;
  dateTime?: string | undefined;
  /** what the deadline is for, e.g. «vurdert» */
  what?: string | undefined;
  /** leaves out the words «Vår frist», in dense lists */
  short?: boolean | undefined;
};

/** A deadline that we set ourselves: symbol and word, never red except Akutt. `calm` says only when. */
export function Clock({ state, due, dateTime, what, short }: ClockProps) {
  const words = useWords();
  const ours = short === true ? '' : `${words.clockOurs}: `;
  return (
    <span className="vv-clock" data-state={state}>
      <Symbol name={CLOCK_SYMBOLS[state]} />
      <span>
        {state === 'calm' ? null : <strong>{words[`clock_${state}`]}{due === undefined && what === undefined ? '' : ' · '}</strong>}
        {short === true || due === undefined ? null : ours}
        {what === undefined ? null : `${what} `}
        {due === undefined ? null : <time dateTime={dateTime}>{due}</time>}
      </span>
    </span>
  );
}
