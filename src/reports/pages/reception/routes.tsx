import type { ReactNode } from 'react';
import type { FileId } from '../../../kernel/ids.ts';
import { declareConnection } from '../../commands/connection.ts';
import { handOver, moveOut, raiseUrgent } from '../../commands/handle.ts';
import { askReporter, closeWindow } from '../../commands/dialogue.ts';
import { confirmSending, sendBack, sendOn } from '../../commands/send-on.ts';
import { passOn, splitReport } from '../../commands/split.ts';
import { backForm, sendForm, splitForm } from '../../queries/settle.ts';
import { inbox, openReport } from '../../queries.ts';
import { workplaceOfReport } from '../../queries/workplace.ts';
import { watch } from '../../queries/watch.ts';
import { openFileOf } from '../../queries/attachment.ts';
import { keepTyped } from '../../../web/kept-page.tsx';
import { file, NotHere, show, submit, type StaffRequest, type StaffRoute } from '../../../web/route.tsx';
import { askedIn } from '../dialogue-forms.tsx';
import { DIALOGUE_DONE } from '../dialogue-part.tsx';
import { BackPage } from './back-page.tsx';
import { InboxPage } from './inbox-page.tsx';
import { keptPage } from './kept-page.tsx';
import { consultationPath, DONE, INBOX, reportPath, WATCH } from './paths.ts';
import { QuestionPage } from './question-page.tsx';
import { ReportPage } from './report-page.tsx';
import { SendPage } from './send-page.tsx';
import { filesTo, peopleIn, sendingIn } from './settle-words.ts';
import { provenFirst } from './sign-in-first.tsx';
import { SplitPage } from './split-page.tsx';
import { WatchPage } from './watch-page.tsx';

/** Nothing that somebody typed is lost. */
const kept = (route: StaffRoute): StaffRoute => keepTyped(route, keptPage);

const list = show({ path: INBOX, query: inbox, input: () => ({}), view: (model, request) => <InboxPage inbox={model} request={request} /> });

const watching = show({ path: WATCH, query: watch, input: () => ({}), view: (model, request) => <WatchPage model={model} request={request} /> });

/** What stands on a report's page for a coordinator and is found by a later module (web/routes.ts). Asked for nobody else. */
export type BesideReport = (request: StaffRequest, reportId: FileId) => Promise<ReactNode>;

function page(beside: BesideReport, advice: BesideReport): StaffRoute {
  return {
    maker: 'show', method: 'GET', path: `${INBOX}/:id`, access: openReport.name,
    handle: async (request) => {
      const opened = await request.door.enter(openReport, request.person, { reportId: request.params['id'] ?? '' });
      if (!opened.ok) throw new NotHere(opened.code);
      const model = opened.value;
      const status = request.refused === undefined ? 200 : 422;
      if (model.mustAnswer) {
        const told = model.signIn ? undefined : await request.door.enter(workplaceOfReport, request.person, { reportId: model.fileId });
        return { kind: 'page', status, page: <QuestionPage model={model} request={request} workplace={told?.ok === true ? told.value : undefined} /> };
      }
      return { kind: 'page', status, page: <ReportPage model={model} request={request} beside={model.coordinates ? await beside(request, model.fileId) : undefined} advice={model.closed.decide === undefined && !model.report.urgent ? await advice(request, model.fileId) : undefined} /> };
    },
  };
}


const urgent = (one: StaffRoute) => kept(submit({
  path: `${INBOX}/:id/akutt`, command: raiseUrgent, again: one,
  input: ({ params, form }) => ({
    reportId: params['id'] ?? '', danger: form.one('danger'), called: form.one('called'), calledBy: form.one('calledBy'), calledWhen: form.one('calledWhen'),
  }),
  then: (_, { params }) => `${reportPath(params['id'] ?? '')}?gjort=${DONE.urgent}`,
}));

const over = (one: StaffRoute) => kept(submit({
  path: `${INBOX}/:id/overlever`, command: handOver, again: one,
  input: ({ params, form }) => ({ reportId: params['id'] ?? '', note: form.one('note') }),
  then: () => `${INBOX}?gjort=${DONE.handedOver}`,
}));

const out = (one: StaffRoute) => submit({
  path: `${INBOX}/:id/flytt`, command: moveOut, again: one,
  input: ({ params }) => ({ reportId: params['id'] ?? '' }),
  then: ({ consultation }, { params }) => (consultation ? consultationPath(params['id'] ?? '') : reportPath(params['id'] ?? '')),
});

const connection = (one: StaffRoute) => submit({
  path: `${INBOX}/:id/tilknytning`, command: declareConnection, again: one,
  input: ({ params, form }) => ({ reportId: params['id'] ?? '', connection: form.one('connection') }),
  then: ({ reads }, { params }) => (reads ? reportPath(params['id'] ?? '') : `${INBOX}?gjort=${DONE.left}`),
});

const ask = (one: StaffRoute) => kept(submit({
  path: `${INBOX}/:id/sporsmal`, command: askReporter, again: one,
  input: ({ params, form }) => ({ reportId: params['id'] ?? '', ...askedIn(form) }),
  then: (_, { params }) => `${reportPath(params['id'] ?? '')}?gjort=${DIALOGUE_DONE.asked}`,
}));

const close = (one: StaffRoute) => submit({
  path: `${INBOX}/:id/lukk-vindu`, command: closeWindow, again: one,
  input: ({ params }) => ({ reportId: params['id'] ?? '' }),
  then: (_, { params }) => `${reportPath(params['id'] ?? '')}?gjort=${DIALOGUE_DONE.closed}`,
});

const splitPage = provenFirst(show({
  path: `${INBOX}/:id/del`, query: splitForm, input: ({ params }) => ({ reportId: params['id'] ?? '' }), view: (model, request) => <SplitPage model={model} request={request} />,
}));

/** One more person: the same page with all that was written, and nothing saved. */
const another = (route: StaffRoute): StaffRoute => ({ ...route, handle: (request) => (request.form.one('mer') === '' ? route.handle(request) : splitPage.handle(request)) });

const split = kept(another(submit({
  path: `${INBOX}/:id/del`, command: splitReport, again: splitPage,
  input: ({ params, form }) => ({ reportId: params['id'] ?? '', formId: form.one('deling'), parts: Number(form.one('parts')), people: peopleIn(form) }),
  then: ({ waits }, { params }) => `${waits ? reportPath(params['id'] ?? '') : INBOX}?gjort=${DONE.split}`,
})));

const passedOn = (one: StaffRoute) => kept(submit({
  path: `${INBOX}/:id/fortell-videre`, command: passOn, again: one,
  input: ({ params, form }) => ({ reportId: params['id'] ?? '', parts: Number(form.one('parts')), into: form.all('into'), told: form.one('told'), worse: form.one('worse') === 'ja', files: filesTo(form) }),
  then: (_, { params }) => `${reportPath(params['id'] ?? '')}?gjort=${DONE.passedOn}`,
}));

const sendPage = provenFirst(show({
  path: `${INBOX}/:id/send`, query: sendForm, input: ({ params }) => ({ reportId: params['id'] ?? '' }), view: (model, request) => <SendPage model={model} request={request} />,
}));

const send = kept(submit({
  path: `${INBOX}/:id/send`, command: sendOn, again: sendPage,
  input: ({ params, form }) => ({ reportId: params['id'] ?? '', transferId: form.one('transferId'), parts: Number(form.one('parts')), ...sendingIn(form) }),
  then: (_, { params }) => `${reportPath(params['id'] ?? '')}?gjort=${DONE.sentOn}`,
}));

const backPage = provenFirst(show({
  path: `${INBOX}/:id/tilbake`, query: backForm, input: ({ params }) => ({ reportId: params['id'] ?? '' }), view: (model, request) => <BackPage model={model} request={request} />,
}));

const back = kept(submit({
  path: `${INBOX}/:id/tilbake`, command: sendBack, again: backPage,
  input: ({ params, form }) => ({ reportId: params['id'] ?? '', grounds: form.one('grounds'), phonedWho: form.one('phonedWho'), phonedWhen: form.one('phonedWhen') }),
  then: (_, { params }) => `${reportPath(params['id'] ?? '')}?gjort=${DONE.sentBack}`,
}));

const confirmed = (one: StaffRoute) => kept(submit({
  path: `${INBOX}/:id/bekreftet`, command: confirmSending, again: one,
  input: ({ params, form }) => ({ reportId: params['id'] ?? '', transferId: form.one('transferId'), by: form.one('by'), how: form.one('how'), when: form.one('when') }),
  then: (_, { params }) => `${reportPath(params['id'] ?? '')}?gjort=${DONE.confirmed}`,
}));

const attachment = (one: StaffRoute) => file({
  path: `${INBOX}/:id/vedlegg/:no`, query: openFileOf, again: one,
  input: ({ params, query }) => ({ reportId: params['id'] ?? '', no: params['no'] ?? '', original: query.get('original') === 'ja' }),
});

/** The routes of reception. A form that is refused shows the report's page again, and so each of them knows it. */
export function receptionRoutes(beside: BesideReport, advice: BesideReport): readonly StaffRoute[] {
  const one = page(beside, advice);
  return [list, watching, one, ...[urgent, over, out, connection, ask, close, attachment, passedOn, confirmed].map((route) => route(one)), splitPage, split, sendPage, send, backPage, back];
}
