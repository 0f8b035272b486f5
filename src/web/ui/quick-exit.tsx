import { Symbol } from './symbols.tsx';
import { useWords } from './words.tsx';

/** Where the button leads: an innocent page of this site, so that leaving needs no other server. */
export const NEUTRAL_PATH = '/kalender';
/** Takes the draft's token and makes it worthless. Answers by leading on to the neutral page. */
export const EXIT_PATH = '/forlat';

/** «Forlat siden». Works as a plain form; the one public script makes it faster and adds Esc three times. `token` is the draft to forget. */
export function QuickExit({ token }: { token?: string | undefined }) {
  const words = useWords();
  return (
    <form className="vv-exit" id="forlat" action={EXIT_PATH} method="post" autoComplete="off">
      {token === undefined ? null : <input type="hidden" name="token" value={token} autoComplete="off" />}
      <button type="submit">
        <Symbol name="leave" />
        <span>
          {words.exit}
          <span className="vv-exit-hint" hidden>{words.exitHint}</span>
        </span>
      </button>
    </form>
  );
}
