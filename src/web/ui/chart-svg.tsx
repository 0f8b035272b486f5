import { scaleLinear, scalePoint } from 'd3-scale';
import { line as path, linkHorizontal } from 'd3-shape';
import type { ReactElement } from 'react';

/** Counts of rows by series: `values[row][series]`. */
export type Charted = { readonly title: string; readonly rows: readonly string[]; readonly series: readonly string[]; readonly values: readonly (readonly number[])[] };

/** A file, paper or a wide screen; a phone, where the whole picture is to be seen with letters that can be read. */
export type Room = 'wide' | 'narrow';
type Drawn = Charted & { readonly room: Room };

const WIDTH = { wide: 720, narrow: 340 } as const;
const TOP = 14;
const INK = '#1b2733';
const QUIET = '#5b6b7a';
const FONT = { fontFamily: 'Inter, Arial, sans-serif', fontSize: 14, fill: INK } as const;
/** Told apart by lightness too, and in the order in which they are listed; every chart has its table besides. */
const COLOURS = ['#1f4e79', '#c05a1a', '#3f8f5f', '#8a63a8', '#b08900', '#4aa3b5', '#9b2d4b', '#6b6b6b'] as const;
const DASHES = ['', '7 4', '2 4', '9 3 2 3', '4 4', '1 3', '12 4', '6 2 2 2'] as const;

/** A series beyond the eighth begins anew with the colours; the table tells them apart. */
const colour = (at: number): string => COLOURS[at % COLOURS.length] ?? INK;
const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
/** A long name on so many lines, broken between words; what does not fit there either ends in «…», and stands whole in the table. @param most letters on a line */
function lined(text: string, most: number, lines = 2): readonly string[] {
  const at = text.lastIndexOf(' ', most);
  if (text.length <= most || at <= 0 || lines === 1) return [short(text, most)];
  return [text.slice(0, at), ...lined(text.slice(at + 1), most, lines - 1)];
}
const LINE = 16;
const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** @param y the middle of what it names */
function Name({ lines, x, y, anchor, size = FONT.fontSize }: { lines: readonly string[]; x: number; y: number; anchor: 'start' | 'end'; size?: number }): ReactElement {
  return <text {...FONT} fontSize={size} textAnchor={anchor}>{lines.map((line, at) => <tspan key={line} x={x} y={y + 5 + (at - (lines.length - 1) / 2) * LINE}>{line}</tspan>)}</text>;
}

type FrameProps = { readonly room: Room; readonly title: string; readonly height: number; readonly children: React.ReactNode };

/** Stands alone as a file, and in a page: all that it needs is in its own attributes. */
function Frame({ room, title, height, children }: FrameProps): ReactElement {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${WIDTH[room]} ${height}`} width={WIDTH[room]} height={height} role="img" aria-label={title}>
      <title>{title}</title>
      <rect width={WIDTH[room]} height={height} fill="#ffffff" />
      {children}
    </svg>
  );
}

/** Names beside each other, and letters in each. */
const LEGEND = { wide: { columns: 3, letters: 26 }, narrow: { columns: 1, letters: 40 } } as const;

function Legend({ room, series, y }: { room: Room; series: readonly string[]; y: number }): ReactElement {
  const { columns, letters } = LEGEND[room];
  return (
    <g>
      {series.map((name, at) => (
        <g key={name} transform={`translate(${12 + (at % columns) * (WIDTH[room] / columns)} ${y + Math.floor(at / columns) * 24})`}>
          <rect width="14" height="14" rx="2" fill={colour(at)} />
          <text {...FONT} x="20" y="12">{short(name, letters)}</text>
        </g>
      ))}
    </g>
  );
}

const legendHeight = (series: readonly string[], room: Room): number => (series.length < 2 ? 0 : Math.ceil(series.length / LEGEND[room].columns) * 24 + 12);

const BAR = 24;
/** Where bars begin, and the letters on a line of a name: beside its bar, or above it where that would leave no room for the bar. */
const BARS = { wide: { left: 230, letters: 30 }, narrow: { left: 12, letters: 42 } } as const;
const nameAbove = (name: string, room: Room): number => (room === 'wide' ? 0 : lined(name, BARS.narrow.letters).length * LINE + 2);

/** Bars; with several series they stand end to end. */
export function BarsSvg({ room, title, rows, series, values }: Drawn): ReactElement {
  const { left, letters } = BARS[room];
  const top = TOP + legendHeight(series, room);
  const x = scaleLinear([0, Math.max(1, ...values.map(total))], [0, WIDTH[room] - left - 60]);
  const below = (before: number): number => top + total(rows.slice(0, before).map((row) => nameAbove(row, room) + BAR + 10));
  return (
    <Frame room={room} title={title} height={below(rows.length) + 8}>
      {series.length < 2 ? null : <Legend room={room} series={series} y={TOP} />}
      {rows.map((row, r) => {
        const counts = values[r] ?? [];
        const above = nameAbove(row, room);
        return (
          <g key={row} transform={`translate(0 ${below(r)})`}>
            {above === 0 ? <Name lines={lined(row, letters)} x={left - 12} y={BAR / 2 + 4} anchor="end" /> : <Name lines={lined(row, letters)} x={left} y={above / 2} anchor="start" />}
            {counts.map((count, s) => {
              const from = x(total(counts.slice(0, s)));
              return count === 0 ? null : (
                <g key={series[s] ?? s}>
                  <rect x={left + from} y={above + 4} width={Math.max(1, x(count) - 1)} height={BAR} fill={colour(s)}><title>{`${row}, ${series[s] ?? ''}: ${count}`}</title></rect>
                  {series.length > 1 && x(count) > 24 ? <text {...FONT} fill="#ffffff" x={left + from + x(count) / 2} y={above + 21} textAnchor="middle">{count}</text> : null}
                </g>
              );
            })}
            <text {...FONT} fontWeight="600" x={left + x(total(counts)) + 8} y={above + 21}>{total(counts)}</text>
          </g>
        );
      })}
    </Frame>
  );
}

const PLOT = { left: 44, right: 34, height: 240 } as const;
/** Names along the axis that have room beside each other. */
const NAMED = { wide: 8, narrow: 3 } as const;

/** Rows along the axis (months, years), one line for each series. */
export function LinesSvg({ room, title, rows, series, values }: Drawn): ReactElement {
  const top = TOP + legendHeight(series, room);
  const x = scalePoint([...rows], [PLOT.left, WIDTH[room] - PLOT.right]);
  const y = scaleLinear([0, Math.max(4, ...values.flat())], [top + PLOT.height, top]).nice(4);
  const every = Math.ceil(rows.length / NAMED[room]);
  return (
    <Frame room={room} title={title} height={top + PLOT.height + 34}>
      {series.length < 2 ? null : <Legend room={room} series={series} y={TOP} />}
      {y.ticks(4).filter(Number.isInteger).map((tick) => (
        <g key={tick}>
          <line x1={PLOT.left} x2={WIDTH[room] - PLOT.right} y1={y(tick)} y2={y(tick)} stroke="#d5dbe1" />
          <text {...FONT} fill={QUIET} x={PLOT.left - 8} y={y(tick) + 5} textAnchor="end">{tick}</text>
        </g>
      ))}
      {rows.map((row, r) => (r % every === 0 ? <text key={row} {...FONT} fill={QUIET} x={x(row)} y={top + PLOT.height + 22} textAnchor="middle">{row}</text> : null))}
      {series.map((name, s) => (
        <g key={name}>
          <path fill="none" stroke={colour(s)} strokeWidth="2.5" strokeDasharray={DASHES[s % DASHES.length]}
            d={path<number>((_, r) => x(rows[r] ?? '') ?? 0, (value) => y(value))(values.map((row) => row[s] ?? 0)) ?? ''} />
          {values.map((row, r) => <circle key={rows[r]} cx={x(rows[r] ?? '')} cy={y(row[s] ?? 0)} r="3" fill={colour(s)}><title>{`${rows[r] ?? ''}, ${name}: ${row[s] ?? 0}`}</title></circle>)}
        </g>
      ))}
    </Frame>
  );
}

const GAP = 8;
const NODE = 12;

/** Room for names beside a flow; letters on a line of them, with room for the number; how tall the letters are. */
const FLOW = { wide: { beside: 230, letters: 24, lines: 2, size: 14 }, narrow: { beside: 128, letters: 15, lines: 4, size: 12 } } as const;

type Node = { readonly lines: readonly string[]; readonly name: string; readonly at: number; readonly size: number };

/** One row to one series, as wide as there are many: who reported, and what became of it. */
export function FlowSvg({ room, title, rows, series, values }: Drawn): ReactElement {
  const all = total(values.flat());
  const unit = Math.max(2, Math.min(14, 380 / Math.max(1, all)));
  const left = stacked(rows, values.map(total), unit, room);
  const right = stacked(series, series.map((_, s) => total(values.map((row) => row[s] ?? 0))), unit, room);
  const { beside, size } = FLOW[room];
  const [from, to] = [beside, WIDTH[room] - beside];
  const height = Math.max(...[left, right].map((nodes) => TOP * 2 + Math.max(0, ...nodes.map((node) => node.at + tall(node)))));
  const used = { left: rows.map(() => 0), right: series.map(() => 0) };
  return (
    <Frame room={room} title={title} height={height}>
      <g transform={`translate(0 ${TOP})`}>
        {rows.flatMap((row, r) => series.map((name, s) => {
          const count = values[r]?.[s] ?? 0;
          if (count === 0) return null;
          const width = count * unit;
          const start = (left[r]?.at ?? 0) + (used.left[r] ?? 0) + width / 2;
          const end = (right[s]?.at ?? 0) + (used.right[s] ?? 0) + width / 2;
          used.left[r] = (used.left[r] ?? 0) + width;
          used.right[s] = (used.right[s] ?? 0) + width;
          const d = linkHorizontal()({ source: [from + NODE, start], target: [to - NODE, end] }) ?? '';
          return <path key={`${row} ${name}`} d={d} fill="none" stroke={colour(s)} strokeOpacity="0.45" strokeWidth={width}><title>{`${row} – ${name}: ${count}`}</title></path>;
        }))}
        {left.map((node) => <FlowNode key={node.name} node={node} x={from} anchor="end" text={from - 8} unit={unit} size={size} />)}
        {right.map((node) => <FlowNode key={node.name} node={node} x={to - NODE} anchor="start" text={to + 8} unit={unit} size={size} />)}
      </g>
    </Frame>
  );
}

function stacked(names: readonly string[], sizes: readonly number[], unit: number, room: Room): Node[] {
  let at = 0;
  return names.map((name, i) => {
    const node = { name, lines: lined(name, FLOW[room].letters, FLOW[room].lines), at, size: (sizes[i] ?? 0) * unit };
    at += tall(node) + GAP;
    return node;
  });
}

/** As many as stand in it, or as tall as its name. */
function tall({ lines, size }: Node): number {
  return Math.max(size, lines.length * LINE + 2);
}

function FlowNode({ node, x, anchor, text, unit, size }: { node: Node; x: number; anchor: 'start' | 'end'; text: number; unit: number; size: number }): ReactElement {
  return (
    <g>
      <rect x={x} y={node.at} width={NODE} height={Math.max(1, node.size)} fill={INK} />
      <Name lines={[...node.lines.slice(0, -1), `${node.lines.at(-1) ?? ''} ${Math.round(node.size / unit)}`]} x={text} y={node.at + tall(node) / 2} anchor={anchor} size={size} />
    </g>
  );
}
