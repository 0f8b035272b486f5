import type { Lang } from '../../../kernel/texts.ts';
import { deskTexts } from '../../texts/desk.ts';
import { LinkButton, TextLink } from '../../../web/ui/buttons.tsx';
import { ENQUIRIES, NIGHT_CARD, PHONE } from './paths.ts';

/** The phone form, one key away (`t`, islands/keys.ts) from each page of reception that has this. */
export function ToPhone({ lang, quiet }: { lang: Lang; quiet?: boolean | undefined }) {
  const { toPhone } = deskTexts[lang];
  return <span data-keys="phone">{quiet === true ? <TextLink href={PHONE}>{toPhone}</TextLink> : <LinkButton href={PHONE} small>{toPhone}</LinkButton>}</span>;
}

/** The card of somebody who calls (`c`), and the note of somebody who asks about a person (`s`). */
export function ToNight({ lang }: { lang: Lang }) {
  const t = deskTexts[lang];
  return (
    <>
      <span data-keys="card"><LinkButton href={NIGHT_CARD} small>{t.toCard}</LinkButton></span>
      <span data-keys="asks"><LinkButton href={ENQUIRIES} small>{t.toEnquiry}</LinkButton></span>
    </>
  );
}
