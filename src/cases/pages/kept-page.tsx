import type { ReactElement } from 'react';
import { Kept, type KeptWhy } from '../../web/kept-page.tsx';
import type { StaffRequest } from '../../web/route.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { casePageTexts } from '../texts/page.ts';
import { DAY } from './paths.ts';
import { keptWords } from './typed-words.tsx';

/** What was written in a case that went out of reach meanwhile; undefined where nothing was. */
export function keptPage(request: StaffRequest, why: KeptWhy): ReactElement | undefined {
  const t = casePageTexts[request.lang];
  const typed = keptWords(request);
  return typed.length === 0 ? undefined : <Kept request={request} why={why} current="cases" words={t} typed={typed} on={<TextLink href={DAY}>{t.toDay}</TextLink>} />;
}
