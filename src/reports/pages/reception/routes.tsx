import { declareConnection } from '../../commands/connection.ts';
import { handOver, moveOut, raiseUrgent } from '../../commands/handle.ts';
import { askReporter, closeWindow } from '../../commands/dialogue.ts';
import { inbox, openReport } from '../../queries.ts';
import { openFileOf } from '../../queries/attachment.ts';
import { keepTyped } from '../../../web/kept-page.tsx';
import { file, onceMore, show, submit, type StaffRoute } from '../../../web/route.tsx';
import { askedIn } from '../dialogue-forms.tsx';
import { DIALOGUE_DONE } from '../dialogue-part.tsx';
import { InboxPage } from './inbox-page.tsx';
import { keptPage } from './kept-page.tsx';
import { consultationPath, DONE, INBOX, reportPath } from './paths.ts';
import { QuestionPage } from './question-page.tsx';
import { ReportPage } from './report-page.tsx';

/** Nothing that somebody typed is lost. */
const kept = (route: StaffRoute): StaffRoute => keepTyped(route, keptPage);

const list = show({ path: INBOX, query: inbox, input: () => ({}), view: (model, request) => <InboxPage inbox={model} request={request} /> });

const one = onceMore(show({
  path: `${INBOX}/:id`, query: openReport, input: (request) => ({ reportId: request.params['id'] ?? '' }), 
  view: (model, request) => (model.mustAnswer ? <QuestionPage model={model} request={request} /> : <ReportPage model={model} request={request} />),
}));

const urgent = kept(onceMore(submit({
  path: `${INBOX}/:id/akutt`, command: raiseUrgent, again: one,
  input: ({ params, form }) => ({
    reportId: params['id'] ?? '', danger: form.one('danger'), called: form.one('called'), calledBy: form.one('calledBy'), calledWhen: form.one('calledWhen'),
  }),
  then: (_, { params }) => `${reportPath(params['id'] ?? '')}?gjort=${DONE.urgent}`,
})));

const over = kept(onceMore(submit({
  path: `${INBOX}/:id/overlever`, command: handOver, again: one,
  input: ({ params, form }) => ({ reportId: params['id'] ?? '', note: form.one('note') }),
  then: () => `${INBOX}?gjort=${DONE.handedOver}`,
})));

const out = onceMore(submit({
  path: `${INBOX}/:id/flytt`, command: moveOut, again: one,
  input: ({ params }) => ({ reportId: params['id'] ?? '' }),
  then: ({ consultation }, { params }) => (consultation ? consultationPath(params['id'] ?? '') : reportPath(params['id'] ?? '')),
}));

const connection = onceMore(submit({
  path: `${INBOX}/:id/tilknytning`, command: declareConnection, again: one,
  input: ({ params, form }) => ({ reportId: params['id'] ?? '', connection: form.one('connection') }),
  then: ({ reads }, { params }) => (reads ? reportPath(params['id'] ?? '') : `${INBOX}?gjort=${DONE.left}`),
}));

const ask = kept(onceMore(submit({
  path: `${INBOX}/:id/sporsmal`, command: askReporter, again: one,
  input: ({ params, form }) => ({ reportId: params['id'] ?? '', ...askedIn(form) }),
  then: (_, { params }) => `${reportPath(params['id'] ?? '')}?gjort=${DIALOGUE_DONE.asked}`,
})));

const close = onceMore(submit({
  path: `${INBOX}/:id/lukk-vindu`, command: closeWindow, again: one,
  input: ({ params }) => ({ reportId: params['id'] ?? '' }),
  then: (_, { params }) => `${reportPath(params['id'] ?? '')}?gjort=${DIALOGUE_DONE.closed}`,
}));

const attachment = file({
  path: `${INBOX}/:id/vedlegg/:no`, query: openFileOf, again: one,
  input: ({ params, query }) => ({ reportId: params['id'] ?? '', no: params['no'] ?? '', original: query.get('original') === 'ja' }),
});

export const RECEPTION_ROUTES: readonly StaffRoute[] = [list, one, urgent, over, out, connection, ask, close, attachment];
