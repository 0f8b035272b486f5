import type { ReactElement, ReactNode } from 'react';
import { BarsSvg, FlowSvg, LinesSvg, type Charted, type Room } from '../../web/ui/chart-svg.tsx';
import type { Drawing } from '../explore.ts';

const DRAWN: Readonly<Record<Drawing, (data: Charted & { readonly room: Room }) => ReactElement>> = { bars: BarsSvg, lines: LinesSvg, flow: FlowSvg };

/** The picture alone; the wide one is also how it is downloaded. */
export function picture(drawing: Drawing, data: Charted, room: Room = 'wide'): ReactElement {
  return DRAWN[drawing]({ ...data, room });
}

/** A picture and its table. It is drawn twice, and the screen shows the one that it has room for: scrolled sideways, bars that are cut off look equally long. */
export function ChartFigure({ data, drawing, children }: { data: Charted; drawing: Drawing; children: ReactNode }): ReactElement {
  return (
    <figure className="vv-picture">
      <div className="vv-picture-wide">{picture(drawing, data)}</div>
      <div className="vv-picture-narrow">{picture(drawing, data, 'narrow')}</div>
      {children}
    </figure>
  );
}
