import { ACTION_FIELD } from '../../../web/kept-paths.ts';
import { Kept, keepTyped } from '../../../web/kept-page.tsx';
import { NotHere, show, submit, type StaffRequest, type StaffRoute } from '../../../web/route.tsx';
import { TextLink } from '../../../web/ui/buttons.tsx';
import { Written } from '../../../web/ui/layout.tsx';
import { registerReport } from '../../commands/register.ts';
import { putAwayDraft, saveDraft, takeDraft } from '../../commands/drafts.ts';
import { deskTexts } from '../../texts/desk.ts';
import { DESK_FIELDS, type Entries } from '../../desk/typed.ts';
import { findField } from '../../form/fields.ts';
import { questionTexts } from '../../texts/form-questions.ts';
import { newDesk, openDraft } from '../../queries/desk.ts';
import { inbox } from '../../queries.ts';
import { InboxPage } from '../reception/inbox-page.tsx';
import { INBOX } from '../reception/paths.ts';
import { DeskPage } from './desk-page.tsx';
import { ENQUIRY_ROUTES } from './enquiry-routes.tsx';
import { awayPath, DRAFT_FIELD, DRAFTS, draftPath, ENQUIRIES, NIGHT_CARD, OTHER, PHONE, SAVE, SENT, takePath, TALK_FIELD, TO_CARD, TO_ENQUIRY, WRITER_FIELD } from './paths.ts';

/** The form without what only the page needs. */
function entriesOf({ form }: StaffRequest): Entries {
  return form.pairs.filter(([name]) => name !== DRAFT_FIELD && name !== WRITER_FIELD && name !== ACTION_FIELD);
}

const fresh = (path: string, phone: boolean) => show({ path, query: newDesk, input: () => ({}), view: (desk, request) => <DeskPage desk={desk} request={request} phone={phone} /> });
const again = (path: string, phone: boolean) => show({
  path: `${path}/:id`, query: openDraft, input: ({ params }) => ({ draftId: params['id'] ?? '' }), view: (desk, request) => <DeskPage desk={desk} request={request} phone={phone} />,
});

const [phone, other] = [fresh(PHONE, true), fresh(OTHER, false)];

function send(path: string, back: StaffRoute): StaffRoute {
  return keepTyped(submit({
    path, command: registerReport, again: back,
    input: (request) => ({ draftId: request.form.one(DRAFT_FIELD), writer: request.form.one(WRITER_FIELD), lang: request.lang, entries: entriesOf(request) }),
    then: ({ urgent }, { person }) => (person.roles.some((role) => role === 'MOTTAK' || role === 'KOORDINATOR') ? `${INBOX}?gjort=${urgent ? SENT.urgent : SENT.sent}` : `${path}?gjort=${SENT.sent}`),
  }), keptDesk);
}

/** A form that saves itself while it is written: nothing new is shown, and a refusal makes the page say that it is not saved. */
const save: StaffRoute = {
  maker: 'save', method: 'POST', path: DRAFTS, access: saveDraft.name,
  handle: async (request) => {
    const outcome = await request.door.enter(saveDraft, request.person, draftOf(request));
    if (!outcome.ok) throw new NotHere(outcome.code);
    return { kind: 'saved' };
  },
};

/** Refused, it is the form it was written in, with every word. */
const either: StaffRoute = { ...phone, handle: (request) => (request.form.one('kanal') === 'TELEFON' ? phone : other).handle(request) };

/** A button that keeps the talk and goes on: to the talk itself, or to what somebody else who rings needs first. */
function keepAndGo(path: string, to: (draft: { readonly draftId: string; readonly channel: string }) => string): StaffRoute {
  return keepTyped(submit({ path, command: saveDraft, again: either, input: draftOf, then: to }), keptDesk);
}

function draftOf(request: StaffRequest) {
  return { draftId: request.form.one(DRAFT_FIELD), writer: request.form.one(WRITER_FIELD), entries: entriesOf(request) };
}

const saveButton = keepAndGo(SAVE, ({ draftId, channel }) => `${draftPath(channel, draftId)}?gjort=${SENT.saved}`);
const toCard = keepAndGo(TO_CARD, ({ draftId }) => `${NIGHT_CARD}?${TALK_FIELD}=${draftId}`);
const toEnquiry = keepAndGo(TO_ENQUIRY, ({ draftId }) => `${ENQUIRIES}?${TALK_FIELD}=${draftId}`);

/** A refusal (no reason was chosen) leads back to the list. */
const inboxAgain = show({ path: INBOX, query: inbox, input: () => ({}), view: (model, request) => <InboxPage inbox={model} request={request} /> });
const away = submit({
  path: awayPath(':id'), command: putAwayDraft, again: inboxAgain,
  input: ({ params, form }) => ({ draftId: params['id'] ?? '', reason: form.one('reason') }),
  then: () => `${INBOX}?gjort=${SENT.away}`,
});

const take = submit({
  path: takePath(':id'), command: takeDraft, again: phone,
  input: ({ params }) => ({ draftId: params['id'] ?? '' }),
  then: ({ draftId, channel }) => draftPath(channel, draftId),
});

/** Before the routes of reception: a report's own address would take «telefon» for an id. */
export const DESK_ROUTES: readonly StaffRoute[] = [phone, send(PHONE, phone), again(PHONE, true), other, send(OTHER, other), again(OTHER, false), keepTyped(save, keptDesk), saveButton, toCard, toEnquiry, take, away, ...ENQUIRY_ROUTES];

function keptDesk(request: StaffRequest, why: 'gone' | 'lost') {
  const { lang } = request;
  const typed = entriesOf(request).flatMap(([name, text]) => {
    const term = termOf(name, lang);
    return term === undefined || text.trim() === '' ? [] : [{ term, value: <Written text={text} /> }];
  });
  return typed.length === 0 ? undefined : <Kept request={request} why={why} current="reception" words={deskTexts[lang]} typed={typed} on={<TextLink href={INBOX}>{deskTexts[lang].toInbox}</TextLink>} />;
}

function termOf(name: string, lang: StaffRequest['lang']): string | undefined {
  const desk = DESK_FIELDS.find((one) => one === name);
  if (desk === 'called' || desk === 'calledBy' || desk === 'calledWhen') return '112';
  if (desk !== undefined) return deskTexts[lang][desk];
  const field = findField(name);
  if (field === undefined) return undefined;
  const { label } = questionTexts[lang][field.name];
  return typeof label === 'string' ? label : label.open;
}
