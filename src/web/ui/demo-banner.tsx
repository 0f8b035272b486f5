import { Symbol } from './symbols.tsx';
import { useWords } from './words.tsx';

/** On every page of a region born as demo. `open` is the public side, where somebody in need could take it for real. */
export function DemoBanner({ open }: { open?: boolean | undefined }) {
  const words = useWords();
  return (
    <aside className={open === true ? 'vv-demo vv-demo-open' : 'vv-demo'} aria-label={words.demoHeading}>
      <Symbol name="info" />
      <p><strong>{words.demoHeading}.</strong> {open === true ? words.demoPublic : words.demoText}</p>
    </aside>
  );
}
