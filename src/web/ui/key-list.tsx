import { useWords } from './words.tsx';

/** The keys one may use on a staff page. Shown by `?` through the island keys.ts; without it nobody needs the list. */
export function KeyList() {
  const words = useWords();
  const keys = [
    { keys: ['j', '↓'], does: words.keysNext },
    { keys: ['k', '↑'], does: words.keysPrevious },
    { keys: ['Enter'], does: words.keysOpen },
    { keys: ['?'], does: words.keysShow },
  ];
  return (
    <dialog className="vv-keys" id="taster" aria-labelledby="taster-overskrift">
      <h2 className="vv-heading vv-heading-m" id="taster-overskrift">{words.keysHeading}</h2>
      <dl>
        {keys.map((line) => (
          <div key={line.does}>
            <dt>{line.keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{line.does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button className="ds-button vv-button" data-variant="secondary" type="submit">{words.keysClose}</button>
      </form>
    </dialog>
  );
}
