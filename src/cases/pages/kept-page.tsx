import type { ReactElement } from 'react';
import { dialogueWords } from '../../reports/public.ts';
import { Kept, type KeptWhy } from '../../web/kept-page.tsx';
import type { StaffRequest } from '../../web/route.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Written } from '../../web/ui/layout.tsx';
import { casePageTexts } from '../page-texts.ts';
import { DAY, stepIn } from './paths.ts';
import { typedWords } from './step-page.tsx';

/** What was written in a case that went out of reach meanwhile; undefined where nothing was. */
export function keptPage(request: StaffRequest, why: KeptWhy): ReactElement | undefined {
  const t = casePageTexts[request.lang];
  const typed = keptWords(request);
  return typed.length === 0 ? undefined : <Kept request={request} why={why} current="cases" words={t} typed={typed} on={<TextLink href={DAY}>{t.toDay}</TextLink>} />;
}

function keptWords(request: StaffRequest) {
  const step = stepIn(request.path);
  return [...(step === undefined ? [] : typedWords(step, request)), ...dialogueWords(request.form, request.lang).map(({ term, text }) => ({ term, value: <Written text={text} /> }))];
}
