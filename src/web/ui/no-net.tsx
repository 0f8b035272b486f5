import { Alert } from './surfaces.tsx';
import { useWords } from './words.tsx';

/** Hidden until a form was not sent because the network was away (islands/hold.ts). */
export function NoNet() {
  const words = useWords();
  return <div id="uten-nett" role="alert" hidden><Alert kind="warning" heading={words.noNet}><p>{words.noNetAbout}</p></Alert></div>;
}
