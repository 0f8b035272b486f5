import type { ReactElement } from 'react';
import { Kept, type KeptWhy } from '../../web/kept-page.tsx';
import type { StaffRequest } from '../../web/route.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Written } from '../../web/ui/layout.tsx';
import { consultationTexts } from '../texts.ts';
import { CONSULTATIONS } from './paths.ts';
import { wordedIn } from './words.ts';

/** What was written in a consultation that went out of reach meanwhile; undefined where nothing was. */
export function keptPage(request: StaffRequest, why: KeptWhy): ReactElement | undefined {
  const t = consultationTexts[request.lang];
  const terms: Readonly<Record<string, string>> = { advice: t.advice, card: t.card, grounds: t.grounds };
  const typed = Object.entries(wordedIn(request.form)).filter(([, text]) => text !== '').map(([name, text]) => ({ term: terms[name] ?? name, value: <Written text={text} /> }));
  return typed.length === 0 ? undefined : <Kept request={request} why={why} current="consultations" words={t} typed={typed} on={<TextLink href={CONSULTATIONS}>{t.back}</TextLink>} />;
}
