import type { ReactElement } from 'react';
import { markedWords } from '../../consultations/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import { Button, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { CheckboxGroup } from '../../web/ui/choices.tsx';
import { TextArea } from '../../web/ui/fields.tsx';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { Columns, Form, FormActions, PageHead, ScreenOnly, Section, Stack, Written } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { Alert, Card, Details, EmptyState, Tag, Tags } from '../../web/ui/surfaces.tsx';
import { MEETING_MOST } from '../commands/meeting.ts';
import { meetingTexts } from '../texts/meeting-page.ts';
import type { OpenMeeting } from '../queries/meeting-models.ts';
import { AttendanceBoxes, meetingFault } from './attendance.tsx';
import { faultAt, faultLinks } from './faults.ts';
import { TakenBox } from './meeting-box.tsx';
import { meetingPath, MEETINGS, MINUTED, TAKEN } from './paths.ts';

type Props = { readonly model: OpenMeeting; readonly request: StaffRequest };

/** What everybody in the room looks at: the agenda, one case at a time, and who is there. */
export function MeetingPage({ model, request }: Props): ReactElement {
  const { lang } = request;
  const t = meetingTexts[lang];
  return (
    <StaffPage request={request} title={t.meetings} current="cases" faults={faultsOf(request)}>
      <PageHead heading={t.meetingOf(dateWords(model.heldOn, lang))} lead={<Room model={model} request={request} />} action={<TextLink href={MEETINGS}>{t.toMeetings}</TextLink>} />
      <Stack>
        {model.over || !model.mayHold ? null : <Attendance model={model} request={request} />}
        {model.over ? <Over model={model} request={request} /> : (
          <Columns aside={<AgendaList model={model} request={request} />} asideFirst>
            <Minuted model={model} request={request} />
            {model.taken === undefined ? <EmptyState heading={t.empty}><p>{t.emptyLead}</p></EmptyState> : <TakenBox model={model} taken={model.taken} request={request} />}
            {model.mayHold ? <End model={model} request={request} /> : null}
          </Columns>
        )}
      </Stack>
    </StaffPage>
  );
}

/** The case on the screen stays there when a form that is about no case is sent. */
function stands({ taken }: OpenMeeting): Readonly<Record<string, string>> {
  return taken === undefined ? {} : { [TAKEN]: taken.fileId };
}

/** Where the minutes went: the case on the screen may be the next one already. */
function Minuted({ model, request: { lang, query, refused } }: Props) {
  const minuted = refused === undefined ? model.agenda.find(({ fileId, taken }) => taken && fileId === query.get(MINUTED)) : undefined;
  return minuted === undefined ? null : <Alert kind="success"><p>{meetingTexts[lang].saved(minuted.reference)}</p></Alert>;
}

function Room({ model, request: { lang } }: Props) {
  const t = meetingTexts[lang];
  const name = (user: string) => model.names[user] ?? t.someone;
  const all = model.present.map(({ userId, deputyFor, inRoom }) => {
    const one = deputyFor === undefined ? name(userId) : t.deputyOf(name(userId), name(deputyFor));
    return inRoom || model.over ? one : t.wentOut(one);
  });
  return <>{t.inRoom(all.join(', '))}{model.guests === undefined ? null : <>. {t.alsoThere(model.guests)}</>}</>;
}

function Attendance({ model, request }: Props) {
  const { lang, refused, form, path } = request;
  const t = meetingTexts[lang];
  const mine = path.endsWith('/til-stede');
  return (
    <ScreenOnly>
      <Details summary={t.change} open={mine && refused !== undefined}>
        <Form action={`${MEETINGS}/${model.meetingId}/til-stede`} hidden={stands(model)}>
          <AttendanceBoxes attendees={model.attendees} ticked={model.present.filter(({ inRoom }) => inRoom).map(({ userId }) => userId)} guests={model.guests ?? ''} typed={form} refused={mine ? refused : undefined} lang={lang} />
          <FormActions><Button>{t.save}</Button><LinkButton href={`${MEETINGS}/${model.meetingId}/forberedelse`} variant="tertiary">{t.ownScreen}</LinkButton></FormActions>
        </Form>
      </Details>
    </ScreenOnly>
  );
}

/** By reference alone. What somebody in the room may not know of is not among these, and no number tells that it is missing. */
function AgendaList({ model, request: { lang } }: Props) {
  const t = meetingTexts[lang];
  return (
    <Section heading={t.agenda}>
      <Stack gap="s">
        <ol className="vv-agenda">
          {model.agenda.map(({ fileId, reference, reasons, taken }) => (
            <li key={fileId}>
              <a className="ds-link" href={meetingPath(model.meetingId, fileId)} aria-current={fileId === model.taken?.fileId ? 'true' : undefined}>{t.itemOf(reference)}</a>
              <Tags>{taken ? <Tag tone="success" symbol="check">{t.taken}</Tag> : reasons.map((reason) => <Tag key={reason} tone={reason === 'AKUTT' ? 'life' : 'neutral'}>{t[`because_${reason}`]}</Tag>)}</Tags>
            </li>
          ))}
        </ol>
        {model.others.length === 0 ? null : (
          <Details summary={t.otherCases(model.others.length)}><ul>{model.others.map(({ fileId, reference }) => <li key={fileId}><TextLink href={meetingPath(model.meetingId, fileId)}>{t.itemOf(reference)}</TextLink></li>)}</ul></Details>
        )}
      </Stack>
    </Section>
  );
}

/** What was learnt names nobody; a word that may be a name is passed by whoever says that it is none. */
function End({ model, request: { lang, form, path, refused } }: Props) {
  const t = meetingTexts[lang];
  const mine = path.endsWith('/slutt') && refused !== undefined;
  const learning = mine ? form.one('learning') : '';
  const words = mine ? markedWords({ learning }) : [];
  return (
    <ScreenOnly>
      <Details summary={t.end} open={mine}>
        <Form action={`${MEETINGS}/${model.meetingId}/slutt`} hidden={stands(model)}>
          <TextArea name="learning" label={t.learning} description={t.learningHint} optional rows={4} maxLength={MEETING_MOST.learning} value={learning} error={mine ? meetingFault(refused, 'learning', lang) : undefined} />
          {words.length === 0 ? null : <CheckboxGroup name="notNames" label={t.notNames} description={t.notNamesHint} options={words.map((word) => ({ value: word, label: t.notName(word) }))} values={form.all('notNames')} />}
          <FormActions><Button variant="secondary">{t.end}</Button></FormActions>
        </Form>
      </Details>
    </ScreenOnly>
  );
}

function Over({ model, request: { lang } }: Props) {
  const t = meetingTexts[lang];
  const taken = model.agenda.filter((item) => item.taken);
  return (
    <>
      <Alert kind="info"><p>{t.isOver}</p></Alert>
      {model.learning === undefined ? null : <Card heading={t.learning}><Written text={model.learning} /></Card>}
      {taken.length === 0 ? null : <Section heading={t.taken}><ul>{taken.map(({ fileId, reference }) => <li key={fileId}><TextLink href={`/saker/${fileId}?vis=journal`}>{t.itemOf(reference)}</TextLink></li>)}</ul></Section>}
    </>
  );
}

function faultsOf({ refused, path, lang }: StaffRequest): readonly FaultLink[] {
  if (refused === undefined) return [];
  const own = ['present', 'deputyFor', 'guests', 'learning'].flatMap((field) => (meetingFault(refused, field, lang) === undefined ? [] : [{ field, text: meetingFault(refused, field, lang) ?? '' }]));
  if (own.length > 0 && !path.includes('/sak/')) return own;
  return faultLinks(refused, ['minutes', 'basis', 'restsOn', 'withinConsent', 'grounds'].filter((field) => faultAt(refused, field, lang) !== undefined), lang);
}
