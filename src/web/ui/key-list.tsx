import { useWords } from './words.tsx';

/** Where the keys are listed on a page of their own, and turned on and off. */
export const KEYS_PATH = '/taster';
/** Where a form turns them on, and off; it has nothing more to say. */
export const KEYS_ON = '/taster/paa';
export const KEYS_OFF = '/taster/av';

/** The keys one may use on a staff page, and what each does. */
export function KeyLines() {
  const words = useWords();
  const keys = [
    { keys: ['n'], does: words.keysNextWaiting },
    { keys: ['t'], does: words.keysPhone },
    { keys: ['c'], does: words.keysCard },
    { keys: ['s'], does: words.keysAsks },
    { keys: ['/'], does: words.keysSearch },
    { keys: ['j', '↓'], does: words.keysNext },
    { keys: ['k', '↑'], does: words.keysPrevious },
    { keys: ['Enter'], does: words.keysOpen },
    { keys: ['?'], does: words.keysShow },
  ];
  return (
    <dl className="vv-key-lines">
      {keys.map((line) => (
        <div key={line.does}>
          <dt>{line.keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
          <dd>{line.does}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One press turns the keys of one letter off or on, for this person on every machine. */
export function KeySwitch({ on }: { on: boolean }) {
  const words = useWords();
  return (
    <form action={on ? KEYS_OFF : KEYS_ON} method="post">
      <button className="ds-button vv-button" data-variant="secondary" type="submit">{on ? words.keysTurnOff : words.keysTurnOn}</button>
    </form>
  );
}

/** Shown by `?` through the island keys.ts. @param on false where this person has turned the keys of one letter off */
export function KeyList({ on }: { on: boolean }) {
  const words = useWords();
  return (
    <dialog className="vv-keys" id="taster" aria-labelledby="taster-overskrift" data-single={on ? 'on' : 'off'}>
      <h2 className="vv-heading vv-heading-m" id="taster-overskrift">{words.keysHeading}</h2>
      <KeyLines />
      <form method="dialog">
        <button className="ds-button vv-button" data-variant="secondary" type="submit">{words.keysClose}</button>
      </form>
      <KeySwitch on={on} />
    </dialog>
  );
}
