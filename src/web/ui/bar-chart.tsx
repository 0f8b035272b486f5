import { scaleLinear } from 'd3-scale';
import { Table } from './table.tsx';
import { useWords } from './words.tsx';

export type ChartRow = {
  label: string;
  /** null when the number is suppressed; `shown` then says how, e.g. «færre enn 5» */
  value: number | null;
  shown?: string | undefined;
};

export type ChartProps = {
  title: string;
  rows: readonly ChartRow[];
  /** heads the first column of the table; default «Gruppe» */
  labelHeading?: string | undefined;
  /** what is counted; heads the second column; default «Antall» */
  valueHeading?: string | undefined;
  /** what one should see in it, and where the figures come from */
  note?: string | undefined;
  /** writes a number; default: as it is, with a space between thousands */
  format?: ((value: number) => string) | undefined;
};

/** Bars with the same rows as a table under them. A suppressed row has a word and no bar, so nobody can measure it off. */
export function BarChart(props: ChartProps) {
  const words = useWords();
  const largest = Math.max(1, ...props.rows.map((row) => row.value ?? 0));
  const x = scaleLinear([0, largest], [0, 100]);
  const hidden = props.rows.some((row) => row.value === null);
  return (
    <figure className="vv-chart">
      <figcaption className="vv-heading vv-heading-s">{props.title}</figcaption>
      <div className="vv-chart-bars" aria-hidden="true">
        {props.rows.map((row) => (
          <div className="vv-chart-row" key={row.label}>
            <span className="vv-chart-label">{row.label}</span>
            <span className="vv-chart-track">
              {row.value === null ? null : (
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
                  <rect className="vv-chart-bar" x="0" y="0" width={Math.round(x(row.value) * 100) / 100} height="10" />
                </svg>
              )}
            </span>
            <span className={row.value === null ? 'vv-chart-value vv-quiet' : 'vv-chart-value'}>{shown(props, row, words.suppressed)}</span>
          </div>
        ))}
      </div>
      {props.note === undefined ? null : <p className="vv-quiet">{props.note}</p>}
      {hidden ? <p className="vv-quiet">{words.suppressedNote}</p> : null}
      <details className="vv-chart-table">
        <summary>{words.chartTable}</summary>
        <ChartTable {...props} />
      </details>
    </figure>
  );
}

/** The figures of a chart as a table. */
export function ChartTable(props: ChartProps) {
  const words = useWords();
  return (
    <Table caption={props.title} rows={props.rows} rowKey={(row) => row.label}
      columns={[
        { key: 'label', label: props.labelHeading ?? words.chartLabel, rowHeader: true, cell: (row) => row.label },
        { key: 'value', label: props.valueHeading ?? words.chartValue, number: true, cell: (row) => shown(props, row, words.suppressed) },
      ]} />
  );
}

function shown(props: ChartProps, row: ChartRow, suppressed: string): string {
  if (row.value === null) return row.shown ?? suppressed;
  return row.shown ?? (props.format ?? plain)(row.value);
}

function plain(value: number): string {
  return new Intl.NumberFormat('nb-NO').format(value);
}
