import type { Lang } from '../../../kernel/texts.ts';
import { deskTexts } from '../../texts/desk.ts';
import type { ReportState } from '../../report.ts';
import { DescriptionList, type Fact } from '../../../web/ui/facts.tsx';
import { Section, Written } from '../../../web/ui/layout.tsx';
import { momentWords } from '../../../web/ui/moments.ts';

/** How a report that staff typed came to be written, and what was said first in the talk. Nothing where it came by itself. */
export function TypedPart({ report, names, lang }: { report: Pick<ReportState, 'typedIn' | 'registeredAt'>; names: Readonly<Record<string, string>>; lang: Lang }) {
  const { typedIn, registeredAt } = report;
  if (typedIn === undefined) return null;
  const t = deskTexts[lang];
  const safe: Readonly<Record<string, string>> = { ja: t.yes, nei: t.no, 'vet-ikke': t.unknown };
  const fact = (term: string, text: string | undefined): Fact[] => (text === undefined || text === '' ? [] : [{ term, value: <Written text={text} /> }]);
  const call = typedIn.call;
  return (
    <Section heading={t.typedHeading}>
      <DescriptionList items={[
        ...fact(t.hvor, call?.where), ...fact(t.tryggnaa, safe[call?.safeNow ?? '']), ...fact(t.brutt, call?.ifCut),
        ...fact(t.typedBy, names[typedIn.by] ?? t.somebody), ...fact(t.typedAt, registeredAt === undefined ? undefined : momentWords(registeredAt, lang)),
        ...fact(t.readBack, typedIn.readBack ? t.yes : t.no), ...fact(t.ark, typedIn.sheet),
      ]} />
    </Section>
  );
}
