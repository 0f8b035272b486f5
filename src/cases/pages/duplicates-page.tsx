import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { FileId } from '../../kernel/ids.ts';
import { CHANNEL } from '../../reports/codes.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, TextLink } from '../../web/ui/buttons.tsx';
import { Form, PageHead, Quiet, ScreenOnly, Section, Stack } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import { Alert, Tag } from '../../web/ui/surfaces.tsx';
import type { Duplicates } from '../queries/duplicates.ts';
import { searchTexts } from '../texts/search-page.ts';
import { caseTexts } from '../texts.ts';
import { refusalWords } from './faults.ts';
import { casePath, duplicatesPath, INBOX } from './paths.ts';

/** In the case, where its coordinator may ask. */
export function AskForDuplicates({ fileId, lang }: { fileId: FileId; lang: Lang }) {
  const t = searchTexts[lang];
  return <ScreenOnly><Section heading={t.ask}><Form action={duplicatesPath(fileId)}><p><Button variant="secondary" small>{t.ask}</Button></p></Form><p><Quiet>{t.askLead}</Quiet></p></Section></ScreenOnly>;
}

/** What may be about the same person, as far as the asker finds it anyway; the sentence about the rest is always the same. */
export function DuplicatesPage({ found, request }: { found: Duplicates | undefined; request: StaffRequest }): ReactElement {
  const { lang, refused, params } = request;
  const t = searchTexts[lang];
  const back = `/saker/${params['id'] ?? ''}?vis=personer`;
  return (
    <StaffPage request={request} title={t.asked} current="cases">
      <PageHead heading={t.asked} lead={found === undefined ? undefined : t.caseOf(found.reference, undefined)} />
      <Stack>
        {refused === undefined ? null : <Alert kind="warning"><p>{refusalWords(refused.code, lang)}</p></Alert>}
        {found === undefined ? null : <Answer found={found} lang={lang} />}
        <p><TextLink href={back}>{t.back}</TextLink></p>
      </Stack>
    </StaffPage>
  );
}

function Answer({ found: { cases, reports, left }, lang }: { found: Duplicates; lang: Lang }) {
  const t = searchTexts[lang];
  return (
    <>
      <p>{cases.length + reports.length === 0 ? t.foundNone : t.found}</p>
      {cases.map((one) => <p key={one.fileId}><TextLink href={casePath(one.fileId)}>{t.caseOf(one.reference, undefined)}</TextLink> <Tag>{caseTexts[lang][`status.${one.status}`]}</Tag></p>)}
      {reports.map((one) => <p key={one.fileId}><TextLink href={`${INBOX}/${one.fileId}`}>{t.reportOf(one.reference)}</TextLink> <Quiet>{momentWords(one.receivedAt, lang)} · {CHANNEL.is(one.channel) ? CHANNEL.label(one.channel, lang) : one.channel}</Quiet></p>)}
      <p>{t.rest}</p>
      <p><Quiet>{t.left(left)}</Quiet></p>
    </>
  );
}
