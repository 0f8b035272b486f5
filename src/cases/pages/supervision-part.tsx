import type { Lang } from '../../kernel/texts.ts';
import { dateWords } from '../../web/ui/moments.ts';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { casePageTexts } from '../texts/page.ts';
import type { MyDay } from '../queries/models.ts';
import { supervisionWords } from '../texts/supervision-page.ts';
import { CASES } from './paths.ts';

/** The day of whoever supervises: what they may read and until when. Nothing waits for them. */
export function SupervisionDay({ day: { supervises, municipalities }, lang }: { day: MyDay; lang: Lang }) {
  const t = supervisionWords[lang];
  const and = new Intl.ListFormat(lang, { type: 'conjunction' });
  return (
    <Alert kind="info" heading={t.heading}>
      {supervises.map((one) => {
        const places = one.municipalities.flatMap((id) => municipalities[id] ?? []);
        const until = dateWords(one.lastDay, lang);
        return <p key={one.grantId}>{places.length === 0 ? t.oneByOne(until) : t.reads(and.format(places), until)}</p>;
      })}
      <p>{t.rules} {t.strict}</p>
      <p><TextLink href={CASES}>{casePageTexts[lang].toList}</TextLink></p>
    </Alert>
  );
}
