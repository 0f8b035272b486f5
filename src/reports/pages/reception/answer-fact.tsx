import type { Lang } from '../../../kernel/texts.ts';
import type { Mode } from '../../form/fields.ts';
import { receptionTexts } from '../../texts/reception.ts';
import type { Fact } from '../../../web/ui/facts.tsx';
import { Quiet, Written } from '../../../web/ui/layout.tsx';
import type { Answer } from './answers.ts';

/** What decides how a number and an address may be shown. */
export type Caution = {
  /** D: the person wrote it, and a number given there is one we may call */
  readonly mode: Mode;
  /** some part says that the address is secret */
  readonly secret: boolean;
  readonly lang: Lang;
};

/** A number or an address never stands without whether it may be used; an address that is said to be secret does not stand at all (folkeregisterloven § 10-4). */
export function answerFact({ key, term, text, written }: Answer, { mode, secret, lang }: Caution): Fact {
  const t = receptionTexts[lang];
  if (key === 'address') return { term, value: secret ? t.addressHidden : <Told text={text} note={t.addressUnsafe} /> };
  if (key === 'phone') return { term, value: <Told text={text} note={mode === 'D' ? t.phoneSafe : t.phoneUnsafe} /> };
  return { term, value: written ? <Written text={text} /> : text };
}

/** A value with what one must know about it. */
export function Told({ text, note }: { text: string; note: string }) {
  return <>{text}<br /><Quiet>{note}</Quiet></>;
}
