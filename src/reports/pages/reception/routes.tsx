import { LostDatabase } from '../../../kernel/door.ts';
import { handOver, raiseUrgent } from '../../commands/handle.ts';
import { inbox, openReport } from '../../queries.ts';
import { NotHere, show, submit, type Reply, type StaffRequest, type StaffRoute } from '../../../web/route.tsx';
import { InboxPage } from './inbox-page.tsx';
import { hasTyped, KeptPage } from './kept-page.tsx';
import { DONE, INBOX, reportPath } from './paths.ts';
import { ReportPage } from './report-page.tsx';

const list = show({ path: INBOX, query: inbox, input: () => ({}), view: (model, request) => <InboxPage inbox={model} request={request} /> });

const one = onceMore(show({
  path: `${INBOX}/:id`, query: openReport, input: (request) => ({ reportId: request.params['id'] ?? '' }), view: (model, request) => <ReportPage model={model} request={request} />,
}));

const urgent = keepTyped(onceMore(submit({
  path: `${INBOX}/:id/akutt`, command: raiseUrgent, again: one,
  input: ({ params, form }) => ({
    reportId: params['id'] ?? '', danger: form.one('danger'), called: form.one('called'), calledBy: form.one('calledBy'), calledWhen: form.one('calledWhen'),
  }),
  then: (_, { params }) => `${reportPath(params['id'] ?? '')}?gjort=${DONE.urgent}`,
})));

const over = keepTyped(onceMore(submit({
  path: `${INBOX}/:id/overlever`, command: handOver, again: one,
  input: ({ params, form }) => ({ reportId: params['id'] ?? '', note: form.one('note') }),
  then: () => `${INBOX}?gjort=${DONE.handedOver}`,
})));

export const RECEPTION_ROUTES: readonly StaffRoute[] = [list, one, urgent, over];

/**
 * Two colleagues who open the same new report at the same moment both mark it seen, and a button pressed twice is two forms at
 * once. The slower one is judged again on what the faster one left: none of this overwrites, it only adds.
 */
function onceMore(route: StaffRoute): StaffRoute {
  return {
    ...route,
    handle: (request) => route.handle({
      ...request,
      door: {
        ...request.door,
        enter: async (useCase, actor, raw) => {
          const first = await request.door.enter(useCase, actor, raw);
          return first.ok || first.code !== 'changed_meanwhile' ? first : request.door.enter(useCase, actor, raw);
        },
      },
    }),
  };
}

/** Nothing that somebody typed is lost, also when the report or the database went away meanwhile. */
function keepTyped(route: StaffRoute): StaffRoute {
  return { ...route, handle: (request) => route.handle(request).catch((error: unknown) => kept(request, error)) };
}

function kept(request: StaffRequest, error: unknown): Reply {
  if (hasTyped(request) && error instanceof NotHere) return { kind: 'page', status: 404, page: <KeptPage request={request} why="gone" /> };
  if (hasTyped(request) && error instanceof LostDatabase) return { kind: 'page', status: 503, page: <KeptPage request={request} why="lost" /> };
  throw error;
}
