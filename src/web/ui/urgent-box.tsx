import { Symbol } from './symbols.tsx';
import { useWords } from './words.tsx';

export type UrgentPhone = {
  /** as people read it, e.g. `55 55 01 00` */
  number: string;
  /** whom one reaches, e.g. «Krisetelefonen i Nordfjella» */
  name: string;
  /** when it is open, in words, e.g. «Hele døgnet, alle dager» */
  hours: string;
};

/** First on every public page: what to do if somebody is in danger now. */
export function UrgentBox({ phones }: { phones: readonly UrgentPhone[] }) {
  const words = useWords();
  return (
    <section className="vv-urgent" aria-labelledby="fare">
      <div className="vv-urgent-text">
        <h2 id="fare"><Symbol name="phone" />{words.urgentHeading}</h2>
        <p>{words.urgentLead}</p>
      </div>
      <ul>
        <li><Call number="112" name={words.police} life /></li>
        <li><Call number="113" name={words.ambulance} life /></li>
        {phones.map((phone) => <li key={phone.number}><Call number={phone.number} name={phone.name} hours={phone.hours} /></li>)}
      </ul>
    </section>
  );
}

function Call({ number, name, hours, life }: { number: string; name: string; hours?: string | undefined; life?: boolean | undefined }) {
  const words = useWords();
  return (
    <a className={life === true ? 'vv-call vv-call-life' : 'vv-call'} href={`tel:${number.replace(/[^0-9+]/g, '')}`}>
      <span className="ds-sr-only">{words.call} </span>
      <span className="vv-call-number">{number} </span>
      {hours === undefined ? null : <span className="vv-call-hours">{hours} </span>}
      <span className={hours === undefined ? 'vv-call-name' : 'vv-call-name vv-call-below'}>{name}</span>
    </a>
  );
}
