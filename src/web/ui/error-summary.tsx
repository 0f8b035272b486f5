import { useWords } from './words.tsx';

export type FaultLink = {
  /** the id of the field (`Field`'s `id`, else its `name`) */
  field: string;
  /** the same sentence as stands at the field */
  text: string;
};

/** A page with faults comes only as the answer to what somebody just sent: the first thing they need is what to put right. */
const TAKES_FOCUS = { tabIndex: -1, autoFocus: true } as const;

/**
 * First in `<main>` after a refused form. It takes the focus by itself, so that it is read aloud without a script. Nothing when there are no faults.
 * @param kept false where nobody filled in anything: nothing is said to have been kept then
 */
export function ErrorSummary({ faults, heading, kept = true }: { faults: readonly FaultLink[]; heading?: string | undefined; kept?: boolean | undefined }) {
  const words = useWords();
  if (faults.length === 0) return null;
  return (
    <section className="ds-error-summary vv-error-summary" id="feil" aria-labelledby="feil-overskrift" {...TAKES_FOCUS}>
      <div role="alert">
        <h2 id="feil-overskrift">{heading ?? words.faultHeading(faults.length)}</h2>
        {kept ? <p>{words.faultKept}</p> : null}
      </div>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field + fault.text}>
            <a className="ds-link" href={`#${fault.field}`}>{fault.text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
