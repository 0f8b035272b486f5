import { Quiet } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import type { Signed } from '../case.ts';
import { casePageTexts } from '../texts/page.ts';
import { nameOf, type Reading } from './answers.tsx';

/** Who wrote it, and when. */
export function SignedLine({ signed, reading }: { signed: Signed; reading: Reading }) {
  return <p><Quiet>{casePageTexts[reading.lang].by(nameOf(signed.by, reading), momentWords(signed.at, reading.lang))}</Quiet></p>;
}
