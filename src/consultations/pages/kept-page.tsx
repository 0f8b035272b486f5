import type { ReactElement } from 'react';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { DescriptionList } from '../../web/ui/facts.tsx';
import { PageHead, Prose, Written } from '../../web/ui/layout.tsx';
import { consultationTexts } from '../texts.ts';
import { CONSULTATIONS } from './paths.ts';
import { wordedIn } from './words.ts';

/** When a consultation went away, or the database did, under somebody who was typing: their own words and nothing else. */
export function KeptPage({ request, why }: { request: StaffRequest; why: 'gone' | 'lost' }): ReactElement {
  const t = consultationTexts[request.lang];
  return (
    <StaffPage request={request} title={t.keptHeading} current="consultations">
      <PageHead heading={t.keptHeading} lead={why === 'gone' ? t.keptGone : t.keptLost} />
      <Prose>
        <DescriptionList items={typedWords(request).map(({ term, text }) => ({ term, value: <Written text={text} /> }))} />
        <p><TextLink href={CONSULTATIONS}>{t.back}</TextLink></p>
      </Prose>
    </StaffPage>
  );
}

function typedWords({ form, lang }: StaffRequest) {
  const t = consultationTexts[lang];
  const terms: Readonly<Record<string, string>> = { advice: t.advice, card: t.card, grounds: t.grounds };
  return Object.entries(wordedIn(form)).filter(([, text]) => text !== '').map(([name, text]) => ({ term: terms[name] ?? name, text }));
}

export function hasTyped(request: StaffRequest): boolean {
  return typedWords(request).length > 0;
}
