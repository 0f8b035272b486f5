import type { ReactElement } from 'react';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Form, FormActions, PageHead, Quiet, ScreenOnly, Stack, Written } from '../../web/ui/layout.tsx';
import { dayWords } from '../../web/ui/moments.ts';
import { Card, Details, EmptyState, Tag } from '../../web/ui/surfaces.tsx';
import { Pagination } from '../../web/ui/table.tsx';
import { meetingTexts } from '../texts/meeting-page.ts';
import type { MeetingList, MeetingPlan } from '../queries/meeting-models.ts';
import { AttendanceBoxes, meetingFault } from './attendance.tsx';
import { meetingPath, MEETINGS } from './paths.ts';

/** The meetings that were held, and the button that begins one. */
export function MeetingsPage({ list, request }: { list: MeetingList; request: StaffRequest }): ReactElement {
  const { lang, refused, form } = request;
  const t = meetingTexts[lang];
  const wrong = meetingFault(refused, 'present', lang) ?? meetingFault(refused, 'deputyFor', lang) ?? meetingFault(refused, 'guests', lang);
  return (
    <StaffPage request={request} title={t.meetings} current="cases" faults={wrong === undefined ? [] : [{ field: 'present', text: wrong }]}>
      <PageHead heading={t.meetings} lead={t.meetingsLead} />
      <Stack>
        {!list.mayHold ? null : (
          <ScreenOnly>
            <Details summary={t.begin} open={refused !== undefined || list.meetings.length === 0}>
              <Form action={MEETINGS} hidden={{ meetingId: form.has('meetingId') ? form.one('meetingId') : list.newId }}>
                <AttendanceBoxes attendees={list.attendees} ticked={list.attendees.filter(({ team }) => team).map(({ userId }) => userId)} guests="" typed={form} refused={refused} lang={lang} />
                <FormActions><Button>{t.begin}</Button></FormActions>
              </Form>
            </Details>
          </ScreenOnly>
        )}
        {list.meetings.length === 0 ? <EmptyState heading={t.none}><p>{t.noneLead}</p></EmptyState> : null}
        {list.meetings.map((meeting) => (
          <Card key={meeting.meetingId}>
            <p><strong><TextLink href={meetingPath(meeting.meetingId)}>{t.meetingOf(dayWords(meeting.heldOn, list.now, lang))}</TextLink></strong> {meeting.over ? null : <Tag tone="accent">{t.ongoing}</Tag>}</p>
            <p><Quiet>{t.wasThere(meeting.present.length)}: {meeting.present.map((user) => list.names[user] ?? t.someone).join(', ')}</Quiet></p>
            {meeting.learning === undefined ? null : <><p><strong>{t.learning}</strong></p><Written text={meeting.learning} /></>}
          </Card>
        ))}
        <Pagination page={list.page} pages={list.pages} href={(page) => (page === 1 ? MEETINGS : `${MEETINGS}?side=${page}`)} />
      </Stack>
    </StaffPage>
  );
}

/** On one's own screen, before: whom to ask to go out for which case. */
export function PreparePage({ plan, request }: { plan: MeetingPlan; request: StaffRequest }): ReactElement {
  const { lang } = request;
  const t = meetingTexts[lang];
  return (
    <StaffPage request={request} title={t.prepare} current="cases">
      <PageHead heading={t.prepare} lead={t.prepareLead} action={<LinkButton href={meetingPath(plan.meetingId)}>{t.toScreen}</LinkButton>} />
      <Stack>
        <p>{plan.apart.length === 0 ? t.prepareNone : t.prepareHow}</p>
        {plan.apart.map(({ fileId, reference, without, guestsOut }) => (
          <Card key={fileId} heading={t.itemOf(reference)} level={2}>
            <p>{t.without([...without.map((user) => plan.names[user] ?? t.someone), ...(guestsOut ? [t.theGuests] : [])].join(', '))} {guestsOut || without.some((user) => plan.here.includes(user)) ? <Tag tone="warning">{t.isHere}</Tag> : null}</p>
          </Card>
        ))}
      </Stack>
    </StaffPage>
  );
}
