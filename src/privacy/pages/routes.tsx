import { isUuid } from '../../kernel/ids.ts';
import { Kept, keepTyped } from '../../web/kept-page.tsx';
import { show, submit, type StaffRequest, type StaffRoute } from '../../web/route.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import type { Fact } from '../../web/ui/facts.tsx';
import { Written } from '../../web/ui/layout.tsx';
import { groundField } from '../access-request.ts';
import { answerRequest, decidePassages } from '../commands/answers.ts';
import { saveBreach } from '../commands/breaches.ts';
import { confirmDisposal, proposeDisposal, recordReceipt, withdrawDisposal } from '../commands/disposal.ts';
import { extendRequest } from '../commands/extend.ts';
import { holdCase } from '../commands/holds.ts';
import { linkFile } from '../commands/link.ts';
import { adviseRequest, checkIdentity, registerRequest } from '../commands/requests.ts';
import { chooseRequestYears } from '../commands/sweep-requests.ts';
import { archiveList } from '../queries/archive.ts';
import { breachList, openBreachPage } from '../queries/breaches.ts';
import { openRequestPage, requestList } from '../queries/requests.ts';
import { holdTexts } from '../texts/hold.ts';
import { privacyTexts } from '../texts/page.ts';
import { ArchivePage } from './archive-page.tsx';
import { BREACH_FIELDS, breachLabels, BreachListPage, BreachPage } from './breach-pages.tsx';
import { ARCHIVE, BREACHES, breachPath, CONFIRM, DONE, HOLD, partPath, PROPOSE, RECEIVE, requestPath, REQUESTS, requestsFor, TIMES, WITHDRAW, type PartPath } from './paths.ts';
import { RequestListPage } from './request-list.tsx';
import { RequestPage } from './request-page.tsx';

const requests = show({ path: REQUESTS, query: requestList, input: () => ({}), view: (model, request) => <RequestListPage model={model} request={request} /> });
const one = show({ path: requestPath(':id'), query: openRequestPage, input: ({ params, lang }) => ({ requestId: params['id'] ?? '', lang }), view: (model, request) => <RequestPage model={model} request={request} /> });

const REGISTER_FIELDS = ['requester', 'name', 'about', 'asks', 'receivedOn', 'reach', 'identity', 'identityHow'] as const;

const register = keepTyped(submit({
  path: REQUESTS, command: registerRequest, again: requests,
  input: ({ form }) => ({ requestId: form.one('requestId'), ...Object.fromEntries(REGISTER_FIELDS.map((name) => [name, form.one(name)])) }),
  then: ({ requestId }) => `${requestPath(requestId)}?gjort=${DONE.registered}`,
}), kept());

function asked(part: PartPath, names: readonly string[]) {
  return {
    path: partPath(':id', part), again: one,
    input: ({ params, form }: StaffRequest) => ({ requestId: params['id'] ?? '', version: form.one('version'), ...Object.fromEntries(names.map((name) => [name, form.one(name)])) }),
    then: (_: unknown, { params }: StaffRequest) => `${requestPath(params['id'] ?? '')}?gjort=${DONE.saved}`,
  };
}

const identity = keepTyped(submit({ ...asked('identitet', ['identity', 'identityHow']), command: checkIdentity }), kept());
const link = keepTyped(submit({ ...asked('sak', ['reference', 'remove']), command: linkFile }), kept());
const advise = keepTyped(submit({ ...asked('rad', ['advice']), command: adviseRequest }), kept());

const PIECE = /^stykke-(.{1,20})$/;
const pieces = submit({
  ...asked('stykker', ['file']), command: decidePassages,
  input: (request) => ({
    ...asked('stykker', ['file']).input(request), decisions: Object.fromEntries(request.form.pairs.flatMap(([name, value]) => {
      const id = PIECE.exec(name)?.[1];
      return id === undefined ? [] : [[id, value === 'HOLD' ? request.form.one(groundField(id)) || value : value]];
    })),
  }),
});

const answer = keepTyped(submit({ ...asked('svar', []), command: answerRequest, input: (request) => ({ ...asked('svar', ['letter', 'answeredOn', 'how']).input(request), lang: request.lang }) }), kept());

const extend = keepTyped(submit({ ...asked('utsett', []), command: extendRequest, input: (request) => ({ ...asked('utsett', ['reason', 'toldOn', 'toldHow']).input(request), lang: request.lang }) }), kept());

const archive = show({ path: ARCHIVE, query: archiveList, input: () => ({}), view: (model, request) => <ArchivePage model={model} request={request} /> });
const propose = submit({
  path: PROPOSE, command: proposeDisposal, again: archive,
  input: ({ form }) => ({ caseId: form.one('caseId'), operation: form.one('operation'), receiver: form.one('receiver'), fetched: form.one('fetched') === 'ja' }), then: () => `${ARCHIVE}?gjort=${DONE.proposed}`,
});
const disposalIn = ({ form }: StaffRequest) => ({ disposalId: form.one('disposalId') });
const confirm = submit({ path: CONFIRM, command: confirmDisposal, again: archive, input: disposalIn, then: () => `${ARCHIVE}?gjort=${DONE.confirmed}` });
const withdraw = submit({ path: WITHDRAW, command: withdrawDisposal, again: archive, input: disposalIn, then: () => `${ARCHIVE}?gjort=${DONE.withdrawn}` });
const hold = keepTyped(submit({
  path: HOLD, command: holdCase, again: archive,
  input: ({ form }) => ({ reference: form.one('reference'), held: form.one('held'), ground: form.one('ground'), why: form.one('why') }), then: () => `${ARCHIVE}?gjort=${DONE.saved}`,
}), kept(ARCHIVE));
const times = submit({ path: TIMES, command: chooseRequestYears, again: archive, input: ({ form }) => ({ years: form.one('years').trim() }), then: () => `${ARCHIVE}?gjort=${DONE.saved}` });
const receive = submit({ path: RECEIVE, command: recordReceipt, again: archive, input: disposalIn, then: () => `${ARCHIVE}?gjort=${DONE.received}` });

const breaches = show({ path: BREACHES, query: breachList, input: () => ({}), view: (model, request) => <BreachListPage model={model} request={request} /> });
const breach = show({ path: breachPath(':id'), query: openBreachPage, input: ({ params }) => ({ breachId: params['id'] ?? '' }), view: (model, request) => <BreachPage model={model} request={request} /> });

/** Refused, the page that the form stands on is shown again: the list for a new one, else the breach itself. */
const againBreach: StaffRoute = {
  ...breaches,
  handle: (request) => {
    const id = request.form.one('breachId');
    return request.form.one('version') === '0' || !isUuid(id) ? breaches.handle(request) : breach.handle({ ...request, params: { id } });
  },
};
const save = keepTyped(submit({
  path: BREACHES, command: saveBreach, again: againBreach,
  input: ({ form }) => ({ breachId: form.one('breachId'), version: form.one('version'), concerns: form.all('concerns'), ...Object.fromEntries(BREACH_FIELDS.map((name) => [name, form.one(name)])) }),
  then: ({ breachId }) => `${breachPath(breachId)}?gjort=${DONE.saved}`,
}), kept(BREACHES));

/** Access requests, the archive's three operations, and breaches. */
export const PRIVACY_ROUTES: readonly StaffRoute[] = [requests, register, one, identity, link, pieces, extend, answer, advise, archive, propose, confirm, withdraw, hold, receive, times, breaches, breach, save];

const WRITTEN = [...REGISTER_FIELDS, 'how', 'toldHow', 'advice', 'why'] as const;

/** @param back where one goes on from what was typed; undefined: to the requests, or one's day */
function kept(back?: string) {
  return (request: StaffRequest, why: 'gone' | 'lost') => {
    const { lang, form } = request;
    const t = privacyTexts[lang];
    const labels: Readonly<Record<string, string>> = { ...Object.fromEntries(WRITTEN.filter((name) => name !== 'advice' && name !== 'why').map((name) => [name, t[name]])), ...breachLabels(lang), advice: t.adviceField, why: holdTexts[request.lang].why };
    const typed = [...new Set<string>([...WRITTEN, ...BREACH_FIELDS])].flatMap((name): Fact[] => (form.one(name).trim() === '' ? [] : [{ term: labels[name] ?? name, value: <Written text={form.one(name)} /> }]));
    return typed.length === 0 ? undefined : <Kept request={request} why={why} current="today" words={t} typed={typed} on={<TextLink href={back ?? requestsFor(request.person.roles)}>{t.back}</TextLink>} />;
  };
}
