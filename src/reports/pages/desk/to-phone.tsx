import type { Lang } from '../../../kernel/texts.ts';
import { deskTexts } from '../../desk-texts.ts';
import { LinkButton, TextLink } from '../../../web/ui/buttons.tsx';
import { PHONE } from './paths.ts';

/** The phone form, one key away (`t`, islands/keys.ts) from each page of reception that has this. */
export function ToPhone({ lang, quiet }: { lang: Lang; quiet?: boolean | undefined }) {
  const { toPhone } = deskTexts[lang];
  return <span data-keys="phone">{quiet === true ? <TextLink href={PHONE}>{toPhone}</TextLink> : <LinkButton href={PHONE} small>{toPhone}</LinkButton>}</span>;
}
