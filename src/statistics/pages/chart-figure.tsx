import type { ReactElement, ReactNode } from 'react';
import { BarsSvg, FlowSvg, LinesSvg, type Charted } from '../../web/ui/chart-svg.tsx';
import type { Drawing } from '../explore.ts';

const DRAWN: Readonly<Record<Drawing, (data: Charted) => ReactElement>> = { bars: BarsSvg, lines: LinesSvg, flow: FlowSvg };

/** The picture alone, as it is downloaded. */
export function picture(drawing: Drawing, data: Charted): ReactElement {
  return DRAWN[drawing](data);
}

/** Wider than a phone: whoever has no pointer scrolls it with the arrow keys. */
const SCROLLED_BY_KEYS = { tabIndex: 0 } as const;

/** A picture that is scrolled sideways on a narrow screen, and its table. */
export function ChartFigure({ data, drawing, region, children }: { data: Charted; drawing: Drawing; region: string; children: ReactNode }): ReactElement {
  return (
    <figure className="vv-picture">
      <section className="vv-picture-frame" aria-label={region} {...SCROLLED_BY_KEYS}>{picture(drawing, data)}</section>
      {children}
    </figure>
  );
}
