import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { useWords } from './words.tsx';

/** Moments in milliseconds since 1970. */
export type StripLane = { readonly label: string; readonly at: readonly number[] };

export type TimeStripProps = {
  title: string;
  note?: string | undefined;
  lanes: readonly StripLane[];
  /** the ends of the line, in milliseconds and in words */
  from: { readonly at: number; readonly words: string };
  to: { readonly at: number; readonly words: string };
  /** the same as a table */
  children: ReactNode;
};

const [WIDTH, MARK] = [100, 0.9];

/** Lines of time above each other, a mark for each thing that happened, and all of it as a table under them. */
export function TimeStrip({ title, note, lanes, from, to, children }: TimeStripProps) {
  const words = useWords();
  const x = scaleLinear([from.at, Math.max(to.at, from.at + 1)], [0, WIDTH - MARK]);
  return (
    <figure className="vv-chart">
      <figcaption className="vv-heading vv-heading-s">{title}</figcaption>
      <div className="vv-chart-bars" aria-hidden="true">
        {lanes.map(({ label, at }) => (
          <div className="vv-chart-row" key={label}>
            <span className="vv-chart-label">{label}</span>
            <span className="vv-chart-track">
              <svg viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" focusable="false">
                {at.map((moment, order) => <rect key={`${moment}-${String(order)}`} className="vv-chart-bar" x={Math.round(x(moment) * 100) / 100} y="1" width={MARK} height="8" />)}
              </svg>
            </span>
            <span className="vv-chart-value">{at.length}</span>
          </div>
        ))}
        <div className="vv-chart-row"><span className="vv-chart-label" /><span className="vv-row vv-row-spread vv-quiet"><span>{from.words}</span><span>{to.words}</span></span><span className="vv-chart-value" /></div>
      </div>
      {note === undefined ? null : <p className="vv-quiet">{note}</p>}
      <details className="vv-chart-table">
        <summary>{words.chartTable}</summary>
        {children}
      </details>
    </figure>
  );
}
