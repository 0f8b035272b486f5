import { Document } from './document.tsx';
import type { Lang } from '../../kernel/texts.ts';

export type MonthDay = {
  /** 1–31 */
  n: number;
  /** false for days of the neighbouring months */
  inMonth: boolean;
  today?: boolean | undefined;
  /** name of the public holiday, e.g. «1. juledag» */
  holiday?: string | undefined;
  sunday?: boolean | undefined;
};

export type MonthWeek = { week: number; days: readonly MonthDay[] };

export type NeutralPageProps = {
  lang: Lang;
  /** e.g. «november 2026» */
  month: string;
  /** the word for week, short, e.g. «Uke» */
  weekWord: string;
  /** seven short names from Monday */
  weekdays: readonly string[];
  weeks: readonly MonthWeek[];
  /** the neighbouring months */
  previous: { label: string; href: string };
  next: { label: string; href: string };
};

/** An ordinary month calendar: what «Forlat siden» opens. It knows nothing of the site it stands on and looks like nothing else here. */
export function NeutralPage(props: NeutralPageProps) {
  const holidays = props.weeks.flatMap((week) => week.days).filter((day) => day.inMonth && day.holiday !== undefined);
  return (
    <Document lang={props.lang} title={props.month} css="public.css">
      <main className="cal">
        <div className="cal-head">
          <a href={props.previous.href} rel="prev">‹ {props.previous.label}</a>
          <h1>{props.month}</h1>
          <a href={props.next.href} rel="next">{props.next.label} ›</a>
        </div>
        <table>
          <caption className="ds-sr-only">{props.month}</caption>
          <thead>
            <tr>
              <th scope="col" className="cal-week">{props.weekWord}</th>
              {props.weekdays.map((name) => <th scope="col" key={name}>{name}</th>)}
            </tr>
          </thead>
          <tbody>
            {props.weeks.map((week) => (
              <tr key={`${week.week}-${week.days[0]?.n ?? 0}`}>
                <th scope="row" className="cal-week">{week.week}</th>
                {week.days.map((day, index) => <DayCell key={`${index}-${day.n}`} day={day} />)}
              </tr>
            ))}
          </tbody>
        </table>
        <ul>
          {holidays.map((day) => <li key={day.n}><b>{day.n}.</b> {day.holiday}</li>)}
        </ul>
      </main>
    </Document>
  );
}

function DayCell({ day }: { day: MonthDay }) {
  const red = day.sunday === true || day.holiday !== undefined;
  const className = [day.inMonth ? '' : 'cal-other', red ? 'cal-free' : '', day.today === true ? 'cal-today' : ''].filter((name) => name !== '').join(' ');
  return <td className={className === '' ? undefined : className} aria-current={day.today === true ? 'date' : undefined}><span>{day.n}</span></td>;
}
