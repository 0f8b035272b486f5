import type { ReactElement } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import { osloTime, type Instant } from '../../../kernel/time.ts';
import { deskTexts } from '../../texts/desk.ts';
import { deskTyped, type Entries } from '../../desk/typed.ts';
import { readForm } from '../../form/read.ts';
import type { Desk } from '../../queries/desk.ts';
import { ACTION_FIELD } from '../../../web/kept-paths.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import { StaffPage } from '../../../web/staff-page.tsx';
import { Button, LinkButton } from '../../../web/ui/buttons.tsx';
import { Columns, Form, FormActions, PageHead, Quiet, Row, Stack } from '../../../web/ui/layout.tsx';
import { timeWords } from '../../../web/ui/moments.ts';
import { Alert } from '../../../web/ui/surfaces.tsx';
import { offered } from '../public/answers.ts';
import { Asking, type FormState } from '../public/question.tsx';
import { DraftsList } from './drafts-list.tsx';
import { deskFaults, faultLinks, problemsOf } from './faults.ts';
import { AskCaller, AskFirst, AskLast, AskMore, AskThen, type DeskProps } from './parts.tsx';
import { localWritten, withLocal } from './local-answers.ts';
import { ToPhone } from './to-phone.tsx';
import { HandedList } from './handed-list.tsx';
import { DRAFT_FIELD, OTHER, PHONE, SAVE, SENT, TO_CARD, TO_ENQUIRY, WRITER_FIELD } from './paths.ts';

const FORM_ID = 'samtale';

/** The form that follows the talk; without a script «Lagre uferdig» keeps it, and the page says so; with one it is kept every few seconds (islands/draft.ts). */
export function DeskPage({ desk, request, phone }: { desk: Desk; request: StaffRequest; phone: boolean }): ReactElement {
  const { lang, refused } = request;
  const t = deskTexts[lang];
  const entries: Entries = refused === undefined ? desk.entries : request.form.pairs;
  const typed = deskTyped(entries);
  // sent already: what stands here now becomes a form of its own
  const draftId = refused === undefined || refused.code === 'already_registered' ? desk.draftId : request.form.one(DRAFT_FIELD);
  const answers = withLocal(offered({ lang }, desk, request.demo), desk.localValues, lang);
  const state: FormState = { lang, written: localWritten(readForm(entries).written, entries, answers), problems: problemsOf(refused), side: 'open', spoken: phone };
  const now = wallClock(desk.now);
  const props: DeskProps = {
    lang, phone, faults: deskFaults(refused, lang), answers: phone ? withoutHelp(answers) : answers, latest: now,
    typed: { ...typed, kom: typed.kom === '' && phone && entries.length === 0 ? now : typed.kom },
  };
  return (
    <StaffPage request={request} title={phone ? t.phone : t.other} current="reception" faults={faultLinks(refused, state, FORM_ID)}>
      <PageHead heading={phone ? t.phone : t.other} lead={phone ? t.phoneLead : t.otherLead} action={phone ? <LinkButton href={OTHER} small>{t.toOther}</LinkButton> : <ToPhone lang={lang} />} />
      {request.query.get('gjort') === SENT.sent ? <Alert kind="success" heading={t.sent} /> : null}
      {request.query.get('gjort') === SENT.saved && desk.savedAt !== undefined ? <Alert kind="success" heading={t.savedClock(timeWords(desk.savedAt, lang))}><p>{t.savedWhere}</p></Alert> : null}
      <Columns asideFirst aside={<Beside desk={desk} request={request} draftId={draftId} />}>
        <Form action={phone ? PHONE : OTHER} id={FORM_ID} hidden={{ [DRAFT_FIELD]: draftId, [WRITER_FIELD]: request.person.userId, [ACTION_FIELD]: phone ? PHONE : OTHER }}>
          {/* The first button of a form is what Enter presses. A disabled one makes Enter in a text line send nothing. */}
          <button type="submit" disabled hidden />
          {/* taken away by islands/draft.ts where it runs */}
          <div id="for-hand"><Alert kind="info" heading={t.byHand}><p>{t.byHandAbout}</p><Button variant="secondary" small formAction={SAVE}>{t.save}</Button></Alert></div>
          <Asking state={state}>
            <Stack gap="l">
              {phone ? null : <AskLast {...props} />}
              <AskFirst {...props} />
              <AskThen {...props} />
              <AskCaller {...props} />
              <AskMore {...props} open={!phone || refused !== undefined} />
              {phone ? <AskLast {...props} /> : null}
            </Stack>
          </Asking>
          <p><Quiet>{t.enough}</Quiet></p>
          <FormActions>
            <Button>{t.send}</Button>
            <Button variant="secondary" formAction={SAVE}>{t.save}</Button>
          </FormActions>
          {reception(request) ? <Aside lang={lang} /> : null}
          <p className="vv-quiet" id="lagret" role="status" data-saved={t.savedAt} data-unsaved={t.unsaved} data-keeps={t.keeps} data-page={phone ? PHONE : OTHER} />
        </Form>
      </Columns>
    </StaffPage>
  );
}

/** Somebody else rings, or a code word is said: what is typed is kept first. */
function Aside({ lang }: { lang: Lang }) {
  const t = deskTexts[lang];
  return (
    <Row>
      <Button variant="tertiary" formAction={TO_CARD}>{t.toCardSave}</Button>
      <Button variant="tertiary" formAction={TO_ENQUIRY}>{t.toEnquirySave}</Button>
    </Row>
  );
}

/** Colleagues in a team type in what they have seen themselves; the desk and its keys are reception's. */
function reception({ person }: StaffRequest): boolean {
  return person.roles.some((role) => role === 'MOTTAK' || role === 'KOORDINATOR');
}

/** What is said to the ear has no small print under each answer. */
function withoutHelp(answers: DeskProps['answers']): DeskProps['answers'] {
  const all = Object.entries(answers).map(([name, list]) => [name, list.map((one) => (typeof one === 'string' ? one : { ...one, description: undefined }))]);
  return Object.fromEntries(all) as DeskProps['answers']; // the same lists, each answer without its help
}

/** The one answer to whoever asks whether somebody is known here, and what else is unfinished. */
function Beside({ desk, request, draftId }: { desk: Desk; request: StaffRequest; draftId: string }) {
  const { lang } = request;
  const t = deskTexts[lang];
  return (
    <Stack>
      <Alert kind="info" heading={t.lineHeading}><p><strong>{t.line}</strong></p><p>{t.lineWhy}</p></Alert>
      {reception(request) ? null : <HandedList handed={desk.handed} lang={lang} />}
      <DraftsList drafts={desk.drafts} lang={lang} but={draftId} />
    </Stack>
  );
}

/** The wall clock in Oslo, `YYYY-MM-DDTHH:MM`. */
function wallClock(at: Instant): string {
  const { day, hour, minute } = osloTime(at);
  return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
