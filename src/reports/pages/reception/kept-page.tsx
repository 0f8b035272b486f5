import type { ReactElement } from 'react';
import { CALLED } from '../../urgent-record.ts';
import { receptionTexts } from '../../texts/reception.ts';
import { Kept, type KeptWhy } from '../../../web/kept-page.tsx';
import type { StaffRequest } from '../../../web/route.tsx';
import { TextLink } from '../../../web/ui/buttons.tsx';
import { Written } from '../../../web/ui/layout.tsx';
import { dialogueWords } from '../dialogue-forms.tsx';
import { BOXES, type Box } from './faults.ts';
import { INBOX } from './paths.ts';
import { settleWords } from './settle-words.ts';

/** What was written of a report that went away meanwhile; undefined where nothing was. */
export function keptPage(request: StaffRequest, why: KeptWhy): ReactElement | undefined {
  const t = receptionTexts[request.lang];
  const typed = typedWords(request);
  return typed.length === 0 ? undefined : <Kept request={request} why={why} current="reception" words={t} typed={typed} on={<TextLink href={INBOX}>{t.toInbox}</TextLink>} />;
}

/** Each word that somebody typed on a page of reception, under its question. */
export function typedWords(request: StaffRequest) {
  const t = receptionTexts[request.lang];
  const terms: Readonly<Record<Box, string>> = { danger: t.dangerSeen, called: t.called, calledBy: t.calledBy, calledWhen: t.calledWhen, note: t.note };
  const boxes = BOXES.filter((box) => request.form.one(box) !== '').map((box) => ({ term: terms[box], text: box === 'called' ? calledWords(request) : request.form.one(box) }));
  return [...boxes, ...dialogueWords(request.form, request.lang), ...settleWords(request.form, request.lang)].map(({ term, text }) => ({ term, value: <Written text={text} /> }));
}

function calledWords({ form, lang }: StaffRequest): string {
  const called = CALLED.find((one) => one === form.one('called'));
  return called === undefined ? '' : receptionTexts[lang][`called_${called}`];
}
