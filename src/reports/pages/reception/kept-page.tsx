import type { ReactElement } from 'react';
import { CALLED } from '../../report.ts';
import { receptionTexts } from '../../reception-texts.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { TextLink } from '../../../web/ui/buttons.tsx';
import { DescriptionList } from '../../../web/ui/facts.tsx';
import { PageHead, Prose, Written } from '../../../web/ui/layout.tsx';
import { BOXES, type Box } from './faults.ts';
import { INBOX } from './paths.ts';

/**
 * When a report went away, or the database did, under somebody who was typing: their own words and nothing else. It tells nothing
 * of the report, so it is the same whether that was taken into a case, never existed, or may not be seen.
 */
export function KeptPage({ request, why }: { request: StaffRequest; why: 'gone' | 'lost' }): ReactElement {
  const t = receptionTexts[request.lang];
  return (
    <StaffPage request={request} title={t.keptHeading} current="reception">
      <PageHead heading={t.keptHeading} lead={why === 'gone' ? t.keptGone : t.keptLost} />
      <Prose>
        <p>{t.keptText}</p>
        <DescriptionList items={typedWords(request)} />
        <p><TextLink href={INBOX}>{t.toInbox}</TextLink></p>
      </Prose>
    </StaffPage>
  );
}

function typedWords(request: StaffRequest) {
  const t = receptionTexts[request.lang];
  const terms: Readonly<Record<Box, string>> = { danger: t.dangerSeen, called: t.called, calledBy: t.calledBy, calledWhen: t.calledWhen, note: t.note };
  return BOXES.filter((box) => request.form.one(box) !== '').map((box) => ({ term: terms[box], value: <Written text={box === 'called' ? calledWords(request) : request.form.one(box)} /> }));
}

function calledWords({ form, lang }: StaffRequest): string {
  const called = CALLED.find((one) => one === form.one('called'));
  return called === undefined ? '' : receptionTexts[lang][`called_${called}`];
}

export function hasTyped(request: StaffRequest): boolean {
  return typedWords(request).length > 0;
}
